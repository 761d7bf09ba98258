package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tocsin"
	"tocsin/desk"
	"tocsin/source/file"
)

// An intakeSum counts the reports of one import: read = kept + refused.
type intakeSum struct {
	kept, already, unread, revised, refused int
	ids                                     map[string]bool // of those that are new
}

// importReports brings reports in: files, the files of folders, and the reports
// within files. Each that is refused is named with the reason; the sum is said
// where there is more than one.
func (a *app) importReports(d *desk.Desk, names []string, o importOptions) error {
	opt, err := a.reportOptions(d, o)
	if err != nil {
		return err
	}
	files, refused := reportFiles(names)
	t := &intakeSum{ids: make(map[string]bool)}
	for _, err := range refused {
		t.refused++
		a.code(err)
	}
	for _, name := range files {
		if err := a.importReport(d, name, opt, t); err != nil {
			return err
		}
	}
	if t.kept+t.refused > 1 {
		a.say("%s", t)
	}
	if err := a.sayCopies(d, t.ids); err != nil {
		return err
	}
	if t.refused > 0 {
		return errSaid
	}
	return nil
}

// String says the sum: "5 reports = 4 kept + 1 refused".
func (t *intakeSum) String() string {
	s := fmt.Sprintf("%s = %s kept + %s refused", count(t.kept+t.refused, "report"), thousands(t.kept), thousands(t.refused))
	for _, p := range []struct {
		n    int
		what string
	}{{t.already, "were in the desk already"}, {t.revised, "are new versions"}, {t.unread, "are not in English and were not read"}} {
		if p.n > 0 {
			s += fmt.Sprintf("; %s of the kept %s", thousands(p.n), p.what)
		}
	}
	return s
}

func (a *app) reportOptions(d *desk.Desk, o importOptions) (file.Options, error) {
	opt := file.Options{Publisher: o.Publisher, Title: o.Title, URL: o.URL, Published: o.Published.Date}
	if o.Revises == "" {
		return opt, nil
	}
	ref, err := d.Find(a.ctx, o.Revises, "report")
	if err != nil {
		return opt, err
	}
	opt.Revises = ref.ID
	return opt, nil
}

// maxReportFiles is how many files a folder may hold.
const maxReportFiles = 100000

// reportFiles replaces folders by the files in them, in the order of their names.
// Hidden files are passed over, links not followed.
func reportFiles(names []string) (files []string, refused []error) {
	for _, name := range names {
		info, err := os.Stat(name)
		if err != nil || !info.IsDir() {
			files = append(files, name)
			continue
		}
		before := len(files)
		err = filepath.WalkDir(name, func(path string, e fs.DirEntry, err error) error {
			switch {
			case err != nil:
				refused = append(refused, &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{File: path}, Hint: "see who may read it (ls -l)", Err: errors.New("cannot be read")})
			case path != name && strings.HasPrefix(e.Name(), "."):
				if e.IsDir() {
					return fs.SkipDir
				}
			case e.Type().IsRegular():
				if files = append(files, path); len(files)-before > maxReportFiles {
					return fmt.Errorf("holds more than %d files", maxReportFiles)
				}
			}
			return nil
		})
		if err == nil && len(files) == before {
			err = errors.New("holds no file")
		}
		if err != nil {
			refused = append(refused, &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{File: name}, Hint: "name the folder that holds the reports", Err: err})
		}
	}
	return files, refused
}

// importReport brings in the reports of one file. The error ends the import.
func (a *app) importReport(d *desk.Desk, name string, o file.Options, t *intakeSum) error {
	shown, raw, err := a.readAll(name, file.MaxBytes)
	if err != nil {
		t.refused++
		a.code(err)
		return nil
	}
	list, err := d.ImportFile(a.ctx, shown, raw, o)
	for _, out := range list {
		if out.Err != nil {
			t.refused++
			a.code(out.Err)
			continue
		}
		t.add(&out.ImportedReport)
		a.warn(out.Reading.Warnings)
		a.say("%s", reportDone(&out.ImportedReport))
	}
	return err
}

func (t *intakeSum) add(r *desk.ImportedReport) {
	t.kept++
	for _, c := range []struct {
		is bool
		n  *int
	}{{r.Already, &t.already}, {r.Unread != "", &t.unread}, {r.Revised, &t.revised}} {
		if c.is {
			*c.n++
		}
	}
	if !r.Already {
		t.ids[r.Report.ID] = true
	}
}

// reportDone says what became of a report.
func reportDone(r *desk.ImportedReport) string {
	by := r.Report.Publisher
	if by == "" {
		by = "publisher unknown"
	}
	on := "published " + r.Report.Published.String()
	if r.Report.Published.IsZero() {
		on = "publication date unknown"
	}
	what := count(len(r.Reading.Statements), "statement")
	if r.Unread != "" {
		what = "not read"
	}
	s := fmt.Sprintf("%s: %s by %s, %s", r.Name, what, tocsin.Clean(by), on)
	if r.Revised {
		s += "; a new version of " + reportID(r.Report.Revises) + " (see 'tocsin revisions " + reportID(r.Report.ID) + "')"
	}
	if r.Already {
		s += "; the desk had this report already, nothing was added"
	}
	return s
}

// sayCopies names the reports that tell the same as another in almost the same
// words.
func (a *app) sayCopies(d *desk.Desk, fresh map[string]bool) error {
	if len(fresh) == 0 {
		return nil
	}
	near, err := d.Copies(a.ctx, func(id string) bool { return fresh[id] })
	if err != nil {
		return err
	}
	for _, id := range slices.Sorted(keys(near)) {
		rep, err := d.View(0).Report(a.ctx, id)
		if err != nil {
			return err
		}
		var names []string
		for _, o := range near[id] {
			said := fresh[o.ID] && o.ID < id // with the other one
			if o.ID != rep.Revises && o.Revises != id && !said {
				names = append(names, tocsin.Clean(reportName(&o))+" ("+reportID(o.ID)+")")
			}
		}
		if len(names) > 0 {
			a.say("note: %s (%s) tells the same in almost the same words as %s: one origin", tocsin.Clean(reportName(&rep)), reportID(id), strings.Join(names, "; "))
		}
	}
	return nil
}

// reportID is enough of a report's or statement's id to be typed.
func reportID(id string) string {
	const digits = 10
	if i := strings.IndexAny(id, "_:"); i >= 0 && len(id) > i+1+digits {
		return id[:i+1+digits]
	}
	return id
}
