package sqlite_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tocsin"
	"tocsin/ledger"
	"tocsin/ledger/ledgertest"
	"tocsin/ledger/sqlite"
)

// keptDesks holds, for every format that was ever released, a desk as the program
// of that time wrote it (N.db.gz) and what its views showed then (N.txt).
const keptDesks = "testdata/backcompat"

// writeKept makes TestOldDesks write the desk of today's format anew where it
// holds the number of that format. It is for the day a format is released; the
// desks of older formats are never written again.
const writeKept = "TOCSIN_WRITE_BACKCOMPAT"

// oldHistory lives a small invented history: reports, one corrected, one revised,
// one redacted, one read twice; a dataset; a place file; what persons decided. It
// uses only what the first format could hold.
func oldHistory(t *testing.T, l ledger.Ledger) {
	t.Helper()
	at := func(n int) time.Time { return noon.Add(time.Duration(n) * time.Minute) }
	ok := func(_ ledger.Added, err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	add := func(n int, r tocsin.Report, raw []byte, names ...string) []tocsin.Statement {
		t.Helper()
		ok(l.AddReport(ctx, r, raw, at(n)))
		rd, list, links := ledgertest.Reading(r, "rules-1", at(n), 0.5, names...)
		ok(l.AddReading(ctx, rd, list, links))
		return list
	}
	first, raw := ledgertest.Report("First page", "2020-08-18", "Soldiers", "Colonel Oro")
	list := add(1, first, raw, "Soldiers", "Colonel Oro")
	rd, better, links := ledgertest.Reading(first, "rules-2", at(2), 0.9, "Colonel Oro", "Soldiers")
	ok(l.AddReading(ctx, rd, better, links))
	second, raw := ledgertest.Report("Second page", "2020-08-19", "Rangers")
	add(3, second, raw, "Rangers")
	second.Publisher = "Another paper"
	ok(l.AddReport(ctx, second, raw, at(4)))
	edited, raw := ledgertest.Report("Second page, edited", "2020-08-21", "Gendarmes")
	edited.Revises = second.ID
	add(5, edited, raw, "Gendarmes")
	secret, raw := ledgertest.Report("A page to be destroyed", "2020-08-20", "Witnesses")
	gone := add(6, secret, raw, "Witnesses")
	_, added, err := l.AddDataset(ctx, at(7), rows("ged 21.1"))
	ok(added, err)
	raw = []byte("1\tVelm\tVelm\t\t10.25\t-3.5\n")
	ok(l.AddPlaces(ctx, ledger.PlaceFile{Name: "XA.txt", SHA256: tocsin.Hash(raw), Vintage: "2020", Recorded: at(8)}, raw))
	ok(l.AddReview(ctx, tocsin.Review{Statement: list[0].ID, Verdict: "accept", By: "an analyst", Why: "seen", Recorded: at(9)}))
	ok(l.AddReview(ctx, tocsin.Review{Statement: gone[0].ID, Verdict: "reject", By: "an analyst", Why: "names a witness", Recorded: at(10)}))
	ok(l.AddMatch(ctx, tocsin.Match{Left: "oro", Right: "colonel-oro", Verdict: "positive", By: "an analyst", Recorded: at(11)}))
	ok(l.Redact(ctx, tocsin.Redaction{Hash: secret.ID, By: "the editor", Why: "endangers a witness", Recorded: at(12)}))
}

// newHistory goes on with what the second format brought.
func newHistory(t *testing.T, l ledger.Ledger) {
	t.Helper()
	at := func(n int) time.Time { return noon.Add(time.Duration(n) * time.Minute) }
	s := all(t, l.View(0).Statements(ctx, ledger.Filter{}))[0]
	rv := all(t, l.View(0).Reviews(ctx))[0]
	for _, err := range []error{
		second(l.AddGrade(ctx, tocsin.Grade{Of: s.ID, Grade: "2", By: "an analyst", Why: "agrees", Recorded: at(20)})),
		second(l.AddGrade(ctx, tocsin.Grade{Of: "Another paper", Grade: "B", From: 737000, By: "an analyst", Why: "mostly right", Recorded: at(21)})),
		second(l.AddMark(ctx, tocsin.Mark{Report: s.Report, TLP: "AMBER", By: "an analyst", Why: "asked to", Recorded: at(22)})),
		second(l.AddUndo(ctx, tocsin.Undo{Record: rv.ComputeID(), By: "an analyst", Why: "too early", Recorded: at(23)})),
		second(l.AddBrief(ctx, tocsin.KeptBrief{Hash: tocsin.Hash(nil), Country: "Aldria", Reports: []string{s.Report}, By: "an analyst", Recorded: at(24)})),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
}

func second(_ ledger.Added, err error) error { return err }

// TestOldDesks opens a copy of the desk of every released format. It must come
// out in today's format, verify, and show every row that it held.
func TestOldDesks(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(keptDesks, "*.db.gz"))
	if err != nil || len(files) != sqlite.Format && os.Getenv(writeKept) == "" {
		t.Fatalf("%d kept desks, want one for each of %d formats (%v)", len(files), sqlite.Format, err)
	}
	if os.Getenv(writeKept) == fmt.Sprint(sqlite.Format) {
		writeDesk(t)
	}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".db.gz")
		t.Run("format "+name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "desk.db")
			unpack(t, file, path)
			want, err := os.ReadFile(filepath.Join(keptDesks, name+".txt"))
			if err != nil {
				t.Fatal(err)
			}
			l, err := sqlite.Open(ctx, path)
			if err != nil {
				t.Fatal(err)
			}
			defer l.Close()
			if err := l.Verify(ctx); err != nil {
				t.Error(err)
			}
			if hits, err := l.View(0).SearchStatements(ctx, must(ledger.ParseQuery("colonel"))); err != nil || len(hits) != 1 {
				t.Errorf("the old desk finds %d statements, %v", len(hits), err)
			}
			if hits, err := l.View(0).SearchReports(ctx, must(ledger.ParseQuery("launched a coup"))); err != nil || len(hits) != 3 {
				t.Errorf("the old desk finds %d reports, %v", len(hits), err)
			}
			if got := showAll(t, l); got != string(want) {
				t.Errorf("the old desk shows\n%s\nwant\n%s", got, want)
			}
			r, raw := note(1)
			if added, err := l.AddReport(ctx, r, raw, noon.Add(time.Hour)); err != nil || added.Already {
				t.Errorf("the old desk takes nothing new: %+v, %v", added, err)
			}
		})
	}
}

// writeDesk writes the kept desk of today's format.
func writeDesk(t *testing.T) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "desk.db")
	l, err := sqlite.Open(ctx, path)
	if err != nil {
		t.Fatal(err)
	}
	oldHistory(t, l)
	newHistory(t, l)
	shown := showAll(t, l)
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := z.Write(raw); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	base := filepath.Join(keptDesks, fmt.Sprint(sqlite.Format))
	for name, b := range map[string][]byte{base + ".db.gz": packed.Bytes(), base + ".txt": []byte(shown)} {
		if err := os.WriteFile(name, b, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func unpack(t *testing.T, file, path string) {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
}

// showAll writes down what a desk holds: its head, and each list of its view.
func showAll(t *testing.T, l ledger.Ledger) string {
	t.Helper()
	var b strings.Builder
	head, err := l.Head(ctx)
	if err != nil {
		t.Fatal(err)
	}
	fmt.Fprintln(&b, "head", head.Seq, head.Chain)
	v := l.View(0)
	for _, r := range all(t, v.Reports(ctx)) {
		raw, err := v.Raw(ctx, r.ID)
		fmt.Fprintln(&b, "report", r.ID, r.Published, r.Publisher, r.Title, r.Revises, len(r.Text), len(raw), err)
	}
	for _, rd := range all(t, v.Readings(ctx)) {
		fmt.Fprintln(&b, "reading", rd.ID, rd.Report, rd.Reader, rd.Recorded, len(rd.Statements))
	}
	for _, s := range all(t, v.Statements(ctx, ledger.Filter{})) {
		fmt.Fprintln(&b, "statement", s.ID, s.Report, s.Kind, s.Act, s.Actors[0].Text, s.Quote, s.Recorded)
	}
	for _, k := range all(t, v.Links(ctx)) {
		fmt.Fprintln(&b, "link", k.Kind, k.From, k.To)
	}
	deaths, events := 0, all(t, v.Events(ctx))
	for _, ev := range events {
		deaths += len(ev.Where)
	}
	fmt.Fprintln(&b, "events", len(events), "bytes of where", deaths)
	files, err := v.Places(ctx)
	for _, f := range files {
		fmt.Fprintln(&b, "places", f.Name, f.SHA256, f.Vintage, err)
	}
	for _, r := range all(t, v.Reviews(ctx)) {
		fmt.Fprintln(&b, "review", r.Statement, r.Verdict, r.By, r.Why, r.Recorded)
	}
	for _, m := range all(t, v.Matches(ctx)) {
		fmt.Fprintln(&b, "match", m.Left, m.Right, m.Verdict, m.By, m.Recorded)
	}
	for _, g := range all(t, v.Grades(ctx)) {
		fmt.Fprintln(&b, "grade", g.ComputeID(), g.Of, g.Grade, g.From)
	}
	for _, m := range all(t, v.Marks(ctx)) {
		fmt.Fprintln(&b, "mark", m.ComputeID(), m.Report, m.TLP)
	}
	for _, u := range all(t, v.Undos(ctx)) {
		fmt.Fprintln(&b, "undo", u.ComputeID(), u.Record)
	}
	for _, k := range all(t, v.Briefs(ctx)) {
		fmt.Fprintln(&b, "brief", k.ComputeID(), k.Country, k.Reports)
	}
	for _, r := range all(t, v.Redactions(ctx)) {
		fmt.Fprintln(&b, "redaction", r.Hash, r.By, r.Why, r.Recorded)
	}
	return b.String()
}
