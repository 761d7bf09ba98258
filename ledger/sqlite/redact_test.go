package sqlite_test

import (
	"database/sql"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tocsin"
	"tocsin/ledger/ledgertest"
	"tocsin/ledger/sqlite"
)

// secrets are byte strings that stand nowhere but in what is redacted: each where
// it could stay behind.
var secrets = []string{"Zyxwitness", "Qqinformer", "zyxwitness", "qqinformer", "Ztitle", "ztitle", "Ypublisher", "Vwhyreview", "Vwhygrade", "Vwhymark", "Vwhyundo"}

// secretive adds a report full of secrets among others, so that pages are split
// and freed around it, with judgements of every kind and an earlier reading.
func secretive(t *testing.T, l *sqlite.Ledger) tocsin.Report {
	t.Helper()
	var secret tocsin.Report
	for n := range 30 {
		names := []string{"Soldiers", strings.Repeat("Rangers of the north ", n+1)}
		title := "page"
		if n == 15 {
			names, title = []string{"Zyxwitness", "Qqinformer of " + strings.Repeat("the old town ", 300)}, "Ztitle"
		}
		r, raw := ledgertest.Report(title, "2020-08-20", names...)
		r.Publisher = "Ypublisher"
		if n != 15 {
			r.Publisher = "paper"
		}
		must(l.AddReport(ctx, r, raw, noon))
		for i, reader := range []string{"rules-1", "rules-2"} {
			rd, list, links := ledgertest.Reading(r, reader, noon, float64(i), names...)
			must(l.AddReading(ctx, rd, list, links))
			if n != 15 || i > 0 {
				continue
			}
			secret = r
			rv := tocsin.Review{Statement: list[0].ID, Verdict: "correct", Correction: &list[1], By: "Ada", Why: "Vwhyreview", Recorded: noon}
			must(l.AddReview(ctx, rv))
			must(l.AddGrade(ctx, tocsin.Grade{Of: list[0].ID, Grade: "2", By: "Ada", Why: "Vwhygrade", Recorded: noon}))
			must(l.AddMark(ctx, tocsin.Mark{Report: r.ID, TLP: "RED", By: "Ada", Why: "Vwhymark", Recorded: noon}))
			must(l.AddUndo(ctx, tocsin.Undo{Record: rv.ComputeID(), By: "Ada", Why: "Vwhyundo", Recorded: noon}))
		}
	}
	return secret
}

// TestRedactionLeavesNothing greps every file of the desk, while it is open and
// after, and asks the index for every word that it still knows.
func TestRedactionLeavesNothing(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "desk.db")
	l := must(sqlite.Open(ctx, path))
	secret := secretive(t, l)
	idle := must(sqlite.Open(ctx, path)) // such as a server that nobody asks just now
	defer idle.Close()
	if n := len(all(t, idle.View(0).Reports(ctx))); n != 30 {
		t.Fatalf("%d reports", n)
	}
	search := func() (n int) {
		for _, r := range all(t, l.View(0).Reports(ctx)) {
			n += strings.Count(r.Text, "Zyxwitness")
		}
		return n
	}
	for _, s := range secrets[:8] {
		if len(grep(t, path, []byte(s))) == 0 {
			t.Errorf("%q is not there to begin with: the test shows nothing", s)
		}
	}
	must(l.Redact(ctx, tocsin.Redaction{Hash: secret.ID, By: "the editor", Why: "endangers a witness", Recorded: noon}))
	clean := func(when string) {
		t.Helper()
		for _, s := range secrets {
			if found := grep(t, path, []byte(s)); len(found) > 0 {
				t.Errorf("%s: %q is still in %v", when, s, found)
			}
		}
		for _, table := range []string{"report_words", "statement_word"} {
			for _, w := range vocabulary(t, path, table) {
				for _, s := range secrets {
					if w == strings.ToLower(s) {
						t.Errorf("%s: %s knows the word %q", when, table, w)
					}
				}
			}
		}
	}
	clean("while it is open")
	if n := search(); n != 0 {
		t.Errorf("%d reports hold it", n)
	}
	if n := len(all(t, idle.View(0).Reports(ctx))); n != 29 {
		t.Errorf("the other program shows %d reports", n)
	}
	if err := errors.Join(idle.Verify(ctx), l.Verify(ctx), idle.Close(), l.Close()); err != nil {
		t.Error(err)
	}
	clean("after it was closed")
	files, err := os.ReadDir(dir)
	if err != nil || len(files) > 3 {
		t.Errorf("the folder holds %v, %v: another file than the desk's is in it", files, err)
	}
}

// vocabulary lists the words of a full-text index.
func vocabulary(t *testing.T, path, table string) []string {
	t.Helper()
	db := must(sql.Open("sqlite", path))
	defer db.Close()
	db.SetMaxOpenConns(1)
	query := `SELECT DISTINCT word FROM ` + table
	if table == "report_words" {
		query = `SELECT term FROM temp.vocabulary`
		must(db.Exec(`CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab (main, ` + table + `, row)`))
	}
	rows := must(db.Query(query))
	defer rows.Close()
	var list []string
	for rows.Next() {
		var w string
		if err := rows.Scan(&w); err != nil {
			t.Fatal(err)
		}
		list = append(list, w)
	}
	if len(list) < 3 {
		t.Fatalf("%s knows %d words", table, len(list))
	}
	return list
}

// TestRedactionWhileAnotherReads: the bytes cannot be overwritten under a program
// that is reading them. The order stands, the error says what is left to do, and
// the same order again does it.
func TestRedactionWhileAnotherReads(t *testing.T) {
	t.Parallel() // it waits for the reader
	path := filepath.Join(t.TempDir(), "desk.db")
	l := must(sqlite.Open(ctx, path))
	defer l.Close()
	secret := secretive(t, l)
	db := must(sql.Open("sqlite", path))
	defer db.Close()
	tx := must(db.Begin())
	var n int
	if err := tx.QueryRow(`SELECT count(*) FROM log`).Scan(&n); err != nil {
		t.Fatal(err)
	}
	order := tocsin.Redaction{Hash: secret.ID, By: "the editor", Why: "endangers a witness", Recorded: noon}
	added, err := l.Redact(ctx, order)
	if tocsin.CodeOf(err) != tocsin.Unavailable || !strings.Contains(err.Error(), "redact again") || added.Already {
		t.Errorf("%+v, %v", added, err)
	}
	if _, err := l.View(0).Report(ctx, secret.ID); tocsin.CodeOf(err) != tocsin.NotFound {
		t.Errorf("the report is shown still: %v", err)
	}
	if err := tx.Rollback(); err != nil {
		t.Fatal(err)
	}
	if added, err = l.Redact(ctx, order); err != nil || !added.Already {
		t.Errorf("again: %+v, %v", added, err)
	}
	for _, s := range secrets {
		if found := grep(t, path, []byte(s)); len(found) > 0 {
			t.Errorf("%q is still in %v", s, found)
		}
	}
}
