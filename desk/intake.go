package desk

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"

	"tocsin"
	"tocsin/ledger"
	"tocsin/read"
	"tocsin/read/text"
	"tocsin/source/file"
	"tocsin/source/pdf"
)

// An intake is what a desk keeps at hand while reports come in.
type intake struct {
	pdf pdf.Engine
	mu  sync.Mutex // one report comes in at a time
	// held is nil until it is first needed.
	held  *held
	feeds map[string]Feed // of a desk without a directory
}

// ImportedReport is what became of a report.
type ImportedReport struct {
	Name    string // of the file, and of the part of it
	Report  tocsin.Report
	Reading read.Result
	Already bool   // the desk held this report, read in this way
	Unread  string // why it is kept and was not read; "" where it was read
	Revised bool   // it is a new version of Report.Revises
}

// ImportReport takes the text out of a file, reads it, and keeps the bytes, the
// report and the reading. A report in another language than English is kept,
// marked and not read. One with the address of a report that is held, and another
// text, is kept as its new version.
func (d *Desk) ImportReport(ctx context.Context, name string, raw []byte, o file.Options) (ImportedReport, error) {
	d.intake.mu.Lock()
	defer d.intake.mu.Unlock()
	return d.takeIn(ctx, file.Part{Name: name, Raw: raw, Options: o}, true)
}

// An Outcome is what became of one report of a file: kept, or refused with the
// error.
type Outcome struct {
	ImportedReport
	Err error
}

// ImportFile keeps the reports in a file, as ImportReport does: a box of mails and
// a mail with attachments hold several. Each is in the answer, kept or refused.
// The error is for what ends the whole import.
func (d *Desk) ImportFile(ctx context.Context, name string, raw []byte, o file.Options) ([]Outcome, error) {
	d.intake.mu.Lock()
	defer d.intake.mu.Unlock()
	return d.takeFile(ctx, name, raw, o, true)
}

func (d *Desk) takeFile(ctx context.Context, name string, raw []byte, o file.Options, again bool) ([]Outcome, error) {
	var out []Outcome
	for _, part := range file.Unpack(name, raw, o) {
		done, err := ImportedReport{Name: part.Name}, part.Err
		if err == nil {
			done, err = d.takeIn(ctx, part, again)
		}
		if ctx.Err() != nil {
			return out, ctx.Err()
		}
		if err != nil && lasting(err) {
			return out, err
		}
		out = append(out, Outcome{done, err})
	}
	return out, nil
}

// lasting reports an error that the next report would meet too: the disk is full,
// another program holds the desk, something is broken.
func lasting(err error) bool {
	code := tocsin.CodeOf(err)
	return code == tocsin.Unavailable || code == tocsin.Internal
}

// takeIn keeps one report. again has one that is held already read once more, as
// a person who imports it again means; else it is read only where it was not.
func (d *Desk) takeIn(ctx context.Context, part file.Part, again bool) (ImportedReport, error) {
	done := ImportedReport{Name: part.Name}
	if err := d.know(ctx); err != nil {
		return done, err
	}
	rep, warnings, err := d.extract(ctx, part)
	if err != nil {
		return done, err
	}
	done.Report = rep
	if same := d.intake.held.same(rep); same != "" {
		return d.unchanged(ctx, done, same, again)
	}
	if before := d.intake.held.before(rep); rep.Revises == "" && before != "" {
		if rep.Revises, err = d.successor(ctx, before, rep, again); err != nil {
			return done, err
		}
		if rep.Revises == "" {
			warnings = append(warnings, tocsin.Warning{Pos: tocsin.Pos{File: part.Name}, Text: "has the address of " + shortReport(before) +
				" and quite another text: kept as a report of its own; if it is the new version, import it with --revises " + shortReport(before)})
		}
	}
	if done.Revised = rep.Revises != ""; done.Revised && !part.Options.Published.IsZero() {
		rep.Retrieved = nil // who gives the date of a new version says when it came out
	}
	if !again && d.intake.held.read[rep.ID] {
		done.Already = true
		return done, nil
	}
	return d.keep(ctx, done, rep, part.Raw, warnings)
}

// keep reads a report and appends both.
func (d *Desk) keep(ctx context.Context, done ImportedReport, rep tocsin.Report, raw []byte, warnings []tocsin.Warning) (ImportedReport, error) {
	var err error
	if done.Unread = foreign(&rep); done.Unread == "" {
		done.Reading, err = d.Read(ctx, rep)
		if err != nil {
			return done, locatedIn(done.Name, err)
		}
	} else {
		warnings = append(warnings, tocsin.Warning{Pos: tocsin.Pos{File: done.Name}, Text: done.Unread})
	}
	done.Reading.Warnings = append(warnings, done.Reading.Warnings...)
	first, err := d.ledger.AddReport(ctx, rep, raw, d.now())
	if err != nil {
		return done, err
	}
	done.Report, done.Already = rep, first.Already
	if done.Unread == "" {
		second, err := d.addReading(ctx, rep.ID, done.Reading)
		if err != nil {
			return done, err
		}
		done.Already = first.Already && second.Already
	}
	return done, d.added(ctx, rep)
}

func (d *Desk) addReading(ctx context.Context, report string, result read.Result) (ledger.Added, error) {
	rd := tocsin.Reading{Report: report, Reader: read.Version, Recorded: d.now()}
	for i := range result.Statements {
		rd.Statements = append(rd.Statements, result.Statements[i].ID)
	}
	rd.ID = rd.ComputeID()
	return d.ledger.AddReading(ctx, rd, result.Statements, result.Links)
}

// unchanged is the outcome for a page that has come again with other bytes around
// the same text. The reading that an earlier run was stopped before is made up
// for.
func (d *Desk) unchanged(ctx context.Context, done ImportedReport, same string, again bool) (ImportedReport, error) {
	rep, err := d.ledger.View(0).Report(ctx, same)
	if err != nil {
		return done, err
	}
	done.Report, done.Already = rep, true
	if done.Unread = foreign(&rep); done.Unread != "" || d.intake.held.read[same] && !again {
		return done, nil
	}
	if done.Reading, err = d.Read(ctx, rep); err != nil {
		return done, locatedIn(done.Name, err)
	}
	if _, err := d.addReading(ctx, same, done.Reading); err != nil {
		return done, err
	}
	return done, d.added(ctx, rep)
}

// extract takes the text out of a part. Where the desk holds these bytes already
// it is the text that was kept: statements point into it.
func (d *Desk) extract(ctx context.Context, part file.Part) (tocsin.Report, []tocsin.Warning, error) {
	o := part.Options
	if o.Retrieved == nil {
		now := d.now()
		o.Retrieved = &now
	}
	known, err := d.ledger.View(0).Report(ctx, tocsin.Hash(part.Raw))
	if err == nil && known.Text != "" {
		known.Publisher, known.Title = cmp.Or(tocsin.Clean(o.Publisher), known.Publisher), cmp.Or(tocsin.Clean(o.Title), known.Title)
		known.URL, known.Marking, known.Revises = cmp.Or(o.URL, known.URL), cmp.Or(o.Marking, known.Marking), cmp.Or(o.Revises, known.Revises)
		if !o.Published.IsZero() {
			known.Published = o.Published
		}
		return known, nil, nil
	}
	if err != nil && tocsin.CodeOf(err) != tocsin.NotFound {
		return tocsin.Report{}, nil, fmt.Errorf("look for an earlier import: %w", err)
	}
	return file.Read(part.Name, part.Raw, d.reads(ctx, o))
}

// reads lends the desk's PDF reader.
func (d *Desk) reads(ctx context.Context, o file.Options) file.Options {
	if o.PDF == nil {
		o.PDF = func(raw []byte) (pdf.Document, error) { return d.intake.pdf.Read(ctx, raw, pdf.Options{}) }
	}
	return o
}

// foreign says why a report is not read: it is not in English. It writes the
// language into the report. A page's own word for it is not asked: many say en
// and are not.
func foreign(rep *tocsin.Report) string {
	code := text.Language(rep.Text)
	if code == "" {
		return ""
	}
	if main, _, _ := strings.Cut(strings.ToLower(rep.Language), "-"); main != code {
		rep.Language = code
	}
	if code == "en" {
		return ""
	}
	return fmt.Sprintf("kept and not read: it is not in English (%s); import a translation with --revises %s", code, shortReport(rep.ID))
}

// shortReport is enough of a report's id to be typed.
func shortReport(id string) string { return id[:min(len(id), 17)] }

func locatedIn(name string, err error) error {
	if e, ok := errors.AsType[*tocsin.Error](err); ok && e.Pos.File == "" {
		located := *e
		located.Pos.File = name
		return &located
	}
	return err
}
