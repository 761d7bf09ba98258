// Package file reads one report from the bytes of a file: text, Markdown, HTML,
// PDF, Word, e-mail, or one entry of a feed.
//
// In go a name and the bytes; out comes a [tocsin.Report] whose ID is the hash
// of those bytes and whose Text is what statements point into. The text of a
// UTF-8 text file is its bytes unchanged; what other formats hold is reduced to
// the article, one block a paragraph, the same every time. Publisher, title and
// date of publication are taken from Options, else looked for in the file; each
// that was found carries a note that says where. [Unpack] opens what holds
// several reports: a box of mails, a mail with attachments.
//
// It fetches nothing, runs no script and follows no link; pictures, spreadsheets,
// archives and old Office files are named and refused. It does not judge the
// language; a page's own statement of it is passed on.
package file

import (
	"bytes"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"tocsin"
	"tocsin/source/mail"
	"tocsin/source/pdf"
)

// MaxBytes is how large a file may be where Options do not say, and MaxText how
// long the text in it.
const (
	MaxBytes = 64 << 20
	MaxText  = 16 << 20
)

// The media types that are read.
const (
	Plain    = "text/plain"
	Markdown = "text/markdown"
	HTML     = "text/html"
	PDF      = "application/pdf"
	Word     = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
	Mail     = "message/rfc822"
	Box      = "application/mbox"
	Entry    = "application/feed+json" // one entry of a feed, as package feed writes it down
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
	MediaType string // one of those above; "" to tell by name and content
	Charset   string // as the server that sent it names it; "" where it does not
	MaxBytes  int    // 0 means MaxBytes
	Cover     *Cover // what the report came with; may be nil
	// PDF takes a PDF apart; nil makes an engine for this file alone, which takes
	// some seconds.
	PDF func(raw []byte) (pdf.Document, error)
}

// A Cover is what a report came in: a mail, a feed. What it says counts where
// the report itself says nothing.
type Cover struct {
	Where     string // in words: "the mail it came with"
	Publisher string
	Published string // as written there
	Note      string
}

// found is what an extractor got out of a file: its text, and what the file
// says of itself, each with where it says so.
type found struct {
	text      string
	pages     []int
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
	f, err := extract(name, raw, media, o)
	if err != nil {
		return tocsin.Report{}, nil, locate(name, err)
	}
	switch {
	case strings.TrimSpace(f.text) == "":
		return tocsin.Report{}, nil, problem(name, tocsin.Invalid,
			"give the text itself; a page that a script fills holds none", "there is no text in it")
	case len(f.text) > MaxText:
		return tocsin.Report{}, nil, problem(name, tocsin.Invalid, "give the report alone, or split it", "its text has %d bytes; a report may have %d", len(f.text), MaxText)
	}
	r := tocsin.Report{ID: tocsin.Hash(raw), TextHash: tocsin.Hash([]byte(f.text)), Text: f.text, Pages: f.pages, MediaType: media,
		Language: f.language, Retrieved: o.Retrieved, Marking: o.Marking, Revises: o.Revises}
	warnings := f.fill(&r, name, o)
	return r, warnings, nil
}

// extract takes the text out of a file of a known format.
func extract(name string, raw []byte, media string, o Options) (*found, error) {
	switch media {
	case PDF:
		return readPDF(raw, o)
	case Word:
		return readWord(raw)
	case Mail:
		return readMail(raw)
	case Entry:
		return readEntry(raw)
	case Box:
		return nil, problem(name, tocsin.Unsupported, "import it: tocsin import report "+name, "a box of mails holds many reports and is not read as one")
	}
	text, f, err := decode(name, raw, media, o.Charset)
	if err != nil {
		return nil, err
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
		return nil, problem(name, tocsin.Invalid, "save the page again, or give its text", "%w", err)
	}
	return f, nil
}

// locate puts the file's name into an error that has none.
func locate(name string, err error) error {
	if e, ok := err.(*tocsin.Error); ok && e.Pos.File == "" {
		at := *e
		at.Pos.File = name
		return &at
	}
	return err
}

// admit refuses what is no report at all, naming what it is.
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
	if utf16(raw) == nil && bytes.IndexByte(raw, 0) >= 0 && !packed(raw) && !mail.Looks(raw) {
		return problem(name, tocsin.Unsupported, "give the report as PDF, Word, e-mail, HTML, Markdown or text", "a binary file is not read here")
	}
	return nil
}

// kinds are the file types that people try to import, by their first bytes.
var kinds = []struct{ magic, name, hint string }{
	{"\xd0\xcf\x11\xe0", "an old Office file or Outlook message (application/msword)", "save it as .docx or PDF, a message as .eml"},
	{"{\\rtf", "a rich text file (application/rtf)", "save it as plain text"},
	{"\x1f\x8b", "a gzip file (application/gzip)", "unpack it"},
	{"\x89PNG", "an image (image/png)", "give the text that it shows"},
	{"\xff\xd8\xff", "an image (image/jpeg)", "give the text that it shows"},
	{"GIF8", "an image (image/gif)", "give the text that it shows"},
	{"SQLite format 3", "an SQLite database", "give the report itself"},
}

// packed reports a format of which zero bytes are a part.
func packed(raw []byte) bool { return isPDF(raw) || isZip(raw) }

func isZip(raw []byte) bool { return bytes.HasPrefix(raw, []byte("PK\x03\x04")) }

// isPDF allows for the bytes that some mail programs leave before the mark.
func isPDF(raw []byte) bool { return bytes.Contains(raw[:min(len(raw), 1<<10)], []byte("%PDF-")) }

// named are the formats by the ending of a file's name.
var named = map[string]string{".html": HTML, ".htm": HTML, ".xhtml": HTML, ".md": Markdown, ".markdown": Markdown, ".eml": Mail, ".mbox": Box, ".txt": Plain}

// mediaType tells the format: by marks no text begins with, what the caller says,
// the name's ending, the first bytes.
func mediaType(name string, raw []byte, o Options) (string, error) {
	switch {
	case isPDF(raw):
		return PDF, nil
	case isZip(raw):
		return Word, nil
	}
	if o.MediaType != "" {
		media, _, _ := strings.Cut(strings.ToLower(o.MediaType), ";")
		switch media = strings.TrimSpace(media); media {
		case Plain, Markdown, HTML, Mail, Box, Entry:
			return media, nil
		case "application/xhtml+xml":
			return HTML, nil
		}
		return "", problem(name, tocsin.Unsupported, "give text/plain, text/markdown, text/html, a PDF or a Word file", "the media type %q is not read here", o.MediaType)
	}
	if media := named[strings.ToLower(filepath.Ext(name))]; media != "" && (media != Plain || !mail.Looks(raw)) {
		return media, nil
	}
	if mail.IsBox(raw) {
		return Box, nil
	}
	if mail.Looks(raw) {
		return Mail, nil
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
	f.covered(o.Cover)
	for _, w := range f.warnings {
		warn("%s", w)
	}
	r.Notes = append(r.Notes, f.notes...)
	take := func(dst *string, given, what string, got fact) {
		if *dst = given; given == "" && got.value != "" {
			*dst = mail.Clean(got.value)
			r.Notes = append(r.Notes, what+" found in "+got.where)
		}
	}
	take(&r.Title, mail.Clean(o.Title), "title", f.title)
	take(&r.Publisher, mail.Clean(o.Publisher), "publisher", f.publisher)
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
