package source

import (
	"context"
	"errors"
	"io"
	"strings"

	"tocsin"
)

// A Format turns the rows of one dataset's CSV into events.
type Format interface {
	// Header finds the columns; its error refuses the whole file.
	Header(h *Header) error
	// Event makes an event of a row, or says why not. A nil event without an
	// error is a row that is no data (a row of tags) and is not counted.
	Event(row *Row) (*tocsin.DataEvent, *tocsin.Error)
	// Finish fills in what is known of the dataset once all rows are read.
	Finish(s *Summary, name string)
}

// every is how many rows lie between two looks at the context and two calls of
// Progress.
const every = 1 << 10

// Import reads a CSV file through a format and hands every good row to keep.
// The error is nil where at least one row was kept: refused rows and a file that
// breaks off are in the Summary. An error of keep or of ctx ends the import.
func Import(ctx context.Context, name string, r io.Reader, o Options, f Format, keep func(tocsin.DataEvent) error) (Summary, error) {
	return ImportAs(ctx, name, r, o, Dialect{Sep: ','}, f, keep)
}

// A Dialect says how the fields of a table are set apart.
type Dialect struct {
	Sep   byte     // between two fields; 0: tab, semicolon or comma, told from the first line
	Plain bool     // quotes are text like any other
	Names []string // of the columns, in lower case, where the file does not name them itself
}

// ImportAs is Import for tables that are not comma-separated.
func ImportAs(ctx context.Context, name string, r io.Reader, o Options, d Dialect, f Format, keep func(tocsin.DataEvent) error) (Summary, error) {
	s := Summary{File: name, Flagged: map[string]int{}}
	file, err := NewFile(name, r)
	if err != nil {
		return s, err
	}
	s.File = file.Name
	c := newCSV(file.Name, file, d)
	h, err := c.Header()
	if err != nil {
		return s, err
	}
	if err := f.Header(h); err != nil {
		return s, err
	}
	im := &importing{s: &s, f: f, o: o, file: file, csv: c, keep: keep, ids: map[string]int{}}
	if err := im.rows(ctx); err != nil {
		return s, err
	}
	if s.Dataset.SHA256, err = file.SHA256(); err != nil && s.Broken == nil {
		return s, err
	}
	f.Finish(&s, file.Name)
	s.name(o)
	if o.Progress != nil {
		o.Progress(file.Done())
	}
	return s, s.nothing()
}

// importing is one run of Import.
type importing struct {
	s    *Summary
	f    Format
	o    Options
	file *File
	csv  *CSV
	keep func(tocsin.DataEvent) error
	ids  map[string]int // the line on which each id stood first
}

func (im *importing) rows(ctx context.Context) error {
	for n := 0; ; n++ {
		if n%every == 0 {
			if err := ctx.Err(); err != nil {
				return err
			}
			if im.o.Progress != nil {
				im.o.Progress(im.file.Done())
			}
		}
		row, bad, err := im.csv.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			im.broken(err)
			return nil
		}
		var ev *tocsin.DataEvent
		if bad == nil {
			ev, bad = im.f.Event(row)
		}
		if bad == nil && ev != nil {
			bad = im.twice(ev, row)
		}
		if bad != nil {
			im.refuse(bad)
			continue
		}
		if ev == nil {
			continue
		}
		im.count(ev)
		if err := im.keep(*ev); err != nil {
			return err
		}
	}
}

// twice refuses a row whose id another row of the file has.
func (im *importing) twice(ev *tocsin.DataEvent, row *Row) *tocsin.Error {
	if line, ok := im.ids[ev.ID]; ok {
		return im.csv.bad(row.Line, "id", "leave one of the two", "%s is already on line %d", ev.ID, line)
	}
	im.ids[ev.ID] = row.Line
	return nil
}

func (im *importing) refuse(bad *tocsin.Error) {
	im.s.Rows++
	im.s.Refused++
	most := im.o.MaxProblems
	if most == 0 {
		most = DefaultProblems
	}
	if len(im.s.Problems) < most {
		im.s.Problems = append(im.s.Problems, bad)
	}
}

func (im *importing) count(ev *tocsin.DataEvent) {
	im.s.Rows++
	im.s.Kept++
	for _, flag := range ev.Flags {
		im.s.Flagged[flag]++
	}
	d := &im.s.Dataset
	if d.From.IsZero() || ev.From < d.From {
		d.From = ev.From
	}
	if ev.To > d.To {
		d.To = ev.To
	}
}

// broken notes where the file breaks off. The record under way is no row.
func (im *importing) broken(err error) {
	e, ok := errors.AsType[*tocsin.Error](err)
	if !ok {
		e = &tocsin.Error{Code: tocsin.Unavailable, Pos: tocsin.Pos{File: im.s.File}, Err: err}
	}
	if e.Pos.Line == 0 {
		e.Pos.Line = im.csv.line
	}
	im.s.Broken = e
}

// name gives the dataset its vintage: what the caller says, else what the format
// read, else the hash.
func (s *Summary) name(o Options) {
	d := &s.Dataset
	if o.Vintage != "" {
		d.Vintage = o.Vintage
	}
	if !o.Released.IsZero() {
		d.Released = o.Released
	}
	if d.Vintage == "" {
		d.Vintage = ShortHash(d.SHA256)
	}
}

// ShortHash is "sha256:", the first twelve digits and "…": the name of a vintage
// that has no other.
func ShortHash(sum string) string {
	digits := strings.TrimPrefix(sum, "sha256:")
	return "sha256:" + digits[:min(12, len(digits))] + "…"
}

// nothing is the error of a file of which no row was kept.
func (s *Summary) nothing() error {
	switch {
	case s.Kept > 0:
		return nil
	case s.Refused > 0:
		first := s.Problems[0]
		return &tocsin.Error{Code: tocsin.Invalid, Op: "none of " + plural(s.Rows, "row") + " could be taken; the first", Err: first}
	case s.Broken != nil:
		return s.Broken
	}
	return fail(s.File, tocsin.Invalid, "export it again", "names its columns and holds no rows")
}
