// Package file reads one report from the bytes of a text, Markdown or HTML file.
//
// In go a name and the bytes; out comes a [tocsin.Report] whose ID is the hash
// of those bytes and whose Text is what statements point into. The text of a
// UTF-8 text file is its bytes unchanged; Markdown and HTML are reduced to their
// article, one block a paragraph, the same every time. Publisher, title and date
// of publication are taken from Options, else looked for in the file; each that
// was found carries a note that says where.
//
// It fetches nothing, runs no script, and reads no PDF, Office file or archive:
// those are named and refused. It does not judge the language; a page's own
// statement of it is passed on.
package file

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"tocsin"
)

// MaxBytes is how large a report may be where Options do not say.
const MaxBytes = 16 << 20

// The media types that are read.
const (
	Plain    = "text/plain"
	Markdown = "text/markdown"
	HTML     = "text/html"
)

// Options are what the caller knows of a report; what is empty is looked for in
// the file.
type Options struct {
	Publisher string
	Title     string
	URL       string
	Published tocsin.Date
	Retrieved *time.Time
	Marking   string // TLP label
	Revises   string // id of the report that this one replaces
	MediaType string // Plain, Markdown or HTML; "" to tell by name and content
	MaxBytes  int    // 0 means MaxBytes
}

// found is what an extractor got out of a file: its text, and what the file
// says of itself, each with where it says so.
type found struct {
	text      string
	title     fact
	publisher fact
	url       fact
	language  string
	published []fact // candidates, the most trusted first; value as written
	notes     []string
	warnings  []string
}

// fact is a value and where it was found; value "" where it was not.
type fact struct{ value, where string }

// Read makes a Report of raw. The warnings say what could not be found or had to
// be guessed; they are in the report's notes too.
func Read(name string, raw []byte, o Options) (tocsin.Report, []tocsin.Warning, error) {
	if err := admit(name, raw, o); err != nil {
		return tocsin.Report{}, nil, err
	}
	media, err := mediaType(name, raw, o)
	if err != nil {
		return tocsin.Report{}, nil, err
	}
	text, f, err := decode(name, raw, media)
	if err != nil {
		return tocsin.Report{}, nil, err
	}
	switch media {
	case HTML:
		err = f.html(text)
	case Markdown:
		err = f.markdown(text)
	default:
		f.plain(text)
	}
	if err != nil {
		return tocsin.Report{}, nil, problem(name, tocsin.Invalid, "save the page again, or give its text", "%w", err)
	}
	if strings.TrimSpace(f.text) == "" {
		return tocsin.Report{}, nil, problem(name, tocsin.Invalid,
			"give the text itself; a page that a script fills holds none", "there is no text in it")
	}
	r := tocsin.Report{ID: tocsin.Hash(raw), TextHash: tocsin.Hash([]byte(f.text)), Text: f.text, MediaType: media,
		Language: f.language, Retrieved: o.Retrieved, Marking: o.Marking, Revises: o.Revises}
	warnings := f.fill(&r, name, o)
	return r, warnings, nil
}

// admit refuses what is no text at all, naming what it is.
func admit(name string, raw []byte, o Options) error {
	most := o.MaxBytes
	if most == 0 {
		most = MaxBytes
	}
	if len(raw) == 0 {
		return problem(name, tocsin.Invalid, "save or fetch it again", "is empty")
	}
	if len(raw) > most {
		return problem(name, tocsin.Invalid, "give the report alone, or split it",
			"has %d bytes; a report may have %d", len(raw), most)
	}
	for _, k := range kinds {
		if bytes.HasPrefix(raw, []byte(k.magic)) {
			return problem(name, tocsin.Unsupported, k.hint, "%s is not read here", k.name)
		}
	}
	if utf16(raw) == nil && bytes.IndexByte(raw, 0) >= 0 {
		return problem(name, tocsin.Unsupported, "give the report as text, Markdown or HTML", "a binary file is not read here")
	}
	return nil
}

// kinds are the file types that people try to import, by their first bytes.
var kinds = []struct{ magic, name, hint string }{
	{"%PDF", "a PDF (application/pdf)", "turn it into text first, with pdftotext FILE.pdf"},
	{"PK\x03\x04", "an Office file or zip archive (application/zip)", "save it as text or HTML, or unpack it"},
	{"\xd0\xcf\x11\xe0", "an old Office file (application/msword)", "save it as text or HTML"},
	{"{\\rtf", "a rich text file (application/rtf)", "save it as plain text"},
	{"\x1f\x8b", "a gzip file (application/gzip)", "unpack it"},
	{"\x89PNG", "an image (image/png)", "give the text that it shows"},
	{"\xff\xd8\xff", "an image (image/jpeg)", "give the text that it shows"},
	{"GIF8", "an image (image/gif)", "give the text that it shows"},
	{"SQLite format 3", "an SQLite database", "give the report itself"},
}

// mediaType tells the format: what the caller says, the name's ending, the first
// bytes.
func mediaType(name string, raw []byte, o Options) (string, error) {
	if o.MediaType != "" {
		media, _, _ := strings.Cut(strings.ToLower(o.MediaType), ";")
		switch media = strings.TrimSpace(media); media {
		case Plain, Markdown, HTML:
			return media, nil
		case "application/xhtml+xml":
			return HTML, nil
		}
		return "", problem(name, tocsin.Unsupported, "give text/plain, text/markdown or text/html", "the media type %q is not read here", o.MediaType)
	}
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		return HTML, nil
	case ".md", ".markdown":
		return Markdown, nil
	}
	head := bytes.ToLower(bytes.TrimLeft(raw[:min(len(raw), 1<<10)], "\xef\xbb\xbf \t\r\n"))
	for _, sign := range []string{"<!doctype html", "<html", "<head", "<body", "<article", "<?xml"} {
		if bytes.HasPrefix(head, []byte(sign)) {
			return HTML, nil
		}
	}
	return Plain, nil
}

// fill puts into the report what the caller said and, where that is nothing,
// what was found, and warns of what is missing.
func (f *found) fill(r *tocsin.Report, name string, o Options) []tocsin.Warning {
	var warnings []tocsin.Warning
	warn := func(format string, args ...any) {
		text := fmt.Sprintf(format, args...)
		warnings = append(warnings, tocsin.Warning{Pos: tocsin.Pos{File: name}, Text: text})
		r.Notes = append(r.Notes, text)
	}
	for _, w := range f.warnings {
		warn("%s", w)
	}
	r.Notes = append(r.Notes, f.notes...)
	take := func(dst *string, given, what string, got fact) {
		if *dst = given; given == "" && got.value != "" {
			*dst = got.value
			r.Notes = append(r.Notes, what+" found in "+got.where)
		}
	}
	take(&r.Title, o.Title, "title", f.title)
	take(&r.Publisher, o.Publisher, "publisher", f.publisher)
	take(&r.URL, o.URL, "address", f.url)
	if r.Published = o.Published; !r.Published.IsZero() {
		return warnings
	}
	where := ""
	for _, c := range f.published {
		d, ok := parseDate(c.value)
		switch {
		case !ok:
			warn("%s gives %q, which is not a date with a year from %d to %d", c.where, c.value, firstYear, lastYear)
		case r.Published.IsZero():
			r.Published, where = d, c.where
			r.Notes = append(r.Notes, "date of publication found in "+c.where)
		case d-r.Published > 1 || r.Published-d > 1: // a day's difference is a time zone
			warn("%s gives %s, %s gives %s; the first is taken", where, r.Published, c.where, d)
		}
	}
	if r.Published.IsZero() {
		warn("no date of publication was found: give it (--published YYYY-MM-DD)")
	}
	return warnings
}

func problem(name string, code tocsin.Code, hint, format string, args ...any) *tocsin.Error {
	return &tocsin.Error{Code: code, Op: "", Pos: tocsin.Pos{File: name}, Hint: hint, Err: fmt.Errorf(format, args...)}
}
