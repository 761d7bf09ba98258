package desk_test

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tocsin"
	"tocsin/desk"
	"tocsin/gazetteer"
	"tocsin/source"
	"tocsin/source/file"
)

// noon is when everything in these tests is recorded.
func noon() time.Time { return time.Date(2021, 7, 1, 12, 0, 0, 0, time.UTC) }

var options = desk.Options{Now: noon}

const (
	report = "On August 18, soldiers from Kati launched a coup and arrested President Ibrahim Boubacar Keïta. The African Union condemned the coup.\n"
	ged    = `id,year,month,day,country,type_of_violence,conflict_name,side_a,side_b,latitude,longitude,low_death,best_death,high_death
1,2020,2,20,Mali,State-based violence,Mali: test,Government of Mali,JNIM,14.69,-6.02,5,5,5
2,2020,8,2,Mali,State-based violence,Mali: test,Government of Mali,JNIM,14.69,-6.02,5,5,5
3,2020,8,9,Niger,State-based violence,Niger: test,Government of Niger,IS,13.2,0.9,8,8,8
`
)

// create makes a desk in a directory of the test.
func create(t *testing.T) *desk.Desk {
	t.Helper()
	d, created, err := desk.Create(t.Context(), filepath.Join(t.TempDir(), "desk"), options)
	if err != nil || !created {
		t.Fatalf("created %v, %v", created, err)
	}
	t.Cleanup(func() { d.Close() })
	return d
}

func importAll(t *testing.T, d *desk.Desk) {
	t.Helper()
	ctx := t.Context()
	if _, err := d.ImportReport(ctx, "report.txt", []byte(report), file.Options{Publisher: "ours", Published: tocsin.MustDate("2020-08-20")}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.ImportEvents(ctx, "ged.csv", strings.NewReader(ged), source.Options{Vintage: "21.1", Released: tocsin.MustDate("2021-06-15")}); err != nil {
		t.Fatal(err)
	}
}

// TestDeskIsPrivateAndComesBack: a desk that was closed is the same when it is
// opened again, and nobody else may look into it.
func TestDeskIsPrivateAndComesBack(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "deep", "desk")
	if _, err := desk.Open(t.Context(), dir, options); tocsin.CodeOf(err) != tocsin.NotFound || !strings.Contains(err.Error(), "tocsin init") {
		t.Errorf("opening nothing: %v", err)
	}
	d, _, err := desk.Create(t.Context(), dir, options)
	if err != nil {
		t.Fatal(err)
	}
	importAll(t, d)
	before, err := d.Statements(t.Context(), 0)
	if err != nil || len(before) == 0 {
		t.Fatalf("%d statements, %v", len(before), err)
	}
	if err := d.Close(); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(dir); err != nil || info.Mode().Perm() != 0o700 {
		t.Errorf("the directory has mode %v, %v; want 0700", info.Mode().Perm(), err)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if info, err := e.Info(); err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s may be read by others: %v", e.Name(), info.Mode())
		}
	}
	d, err = desk.Open(t.Context(), dir, options)
	if err != nil {
		t.Fatal(err)
	}
	defer d.Close()
	after, err := d.Statements(t.Context(), 0)
	if err != nil || len(after) != len(before) || after[0].ID != before[0].ID {
		t.Errorf("%d statements came back of %d, %v", len(after), len(before), err)
	}
}

// TestFolderBecomesADesk: a folder that is there keeps its mode and its files.
// So it is with ./desk in a clone of this repository, where our package lies.
func TestFolderBecomesADesk(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "desk.go"), []byte("package desk\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	d, created, err := desk.Create(t.Context(), dir, options)
	if err != nil || !created {
		t.Fatalf("created %v, %v", created, err)
	}
	d.Close()
	if info, _ := os.Stat(dir); info.Mode().Perm() != 0o755 {
		t.Errorf("mode became %v", info.Mode().Perm())
	}
	if _, err := os.Stat(filepath.Join(dir, "desk.go")); err != nil {
		t.Error(err)
	}
}

// TestImportTwice adds nothing the second time.
func TestImportTwice(t *testing.T) {
	d := create(t)
	importAll(t, d)
	first, err := d.Holdings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	importAll(t, d)
	if r, err := d.ImportReport(t.Context(), "report.txt", []byte(report), file.Options{}); err != nil || !r.Already || r.Report.Published.String() != "2020-08-20" {
		t.Errorf("the report without its date: already %v, published %s, %v", r.Already, r.Report.Published, err)
	}
	again, err := d.ImportEvents(t.Context(), "renamed.csv", strings.NewReader(ged), source.Options{Vintage: "21.1"})
	if err != nil || !again.Already {
		t.Errorf("the same file under another name: already %v, %v", again.Already, err)
	}
	second, err := d.Holdings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if first.Reports != 1 || second.Reports != 1 || first.Statements != second.Statements || len(second.Vintages) != 1 || second.Vintages[0].Kept != 3 {
		t.Errorf("%+v became %+v", first, second)
	}
}

// TestKnowledgeDate: on the day before it was published a report is not known,
// and data that was released later does not count.
func TestKnowledgeDate(t *testing.T) {
	d := create(t)
	importAll(t, d)
	for _, c := range []struct {
		at             string
		reports, event int
	}{{"2020-08-19", 0, 0}, {"2020-08-20", 1, 0}, {"2021-06-14", 1, 0}, {"2021-06-15", 1, 3}} {
		at := tocsin.MustDate(c.at)
		n := 0
		for _, err := range d.View(at).Reports(t.Context()) {
			if err != nil {
				t.Fatal(err)
			}
			n++
		}
		data, err := d.Data(t.Context(), at)
		if err != nil {
			t.Fatal(err)
		}
		if n != c.reports || data.Events.Len() != c.event {
			t.Errorf("on %s: %d reports and %d events, want %d and %d", c.at, n, data.Events.Len(), c.reports, c.event)
		}
	}
}

// TestForeignReportIsKeptUnread: a report that is not in English is kept, marked
// with its language and not read; what holds no text leaves nothing behind.
func TestForeignReportIsKeptUnread(t *testing.T) {
	d := create(t)
	french := "Des militaires ont arrêté le président malien mardi après une mutinerie dans le camp de Kati, près de la capitale du pays.\n"
	for range 2 {
		r, err := d.ImportReport(t.Context(), "fr.txt", []byte(french), file.Options{Published: tocsin.MustDate("2020-08-20")})
		if err != nil || r.Report.Language != "fr" || !strings.Contains(r.Unread, "not in English (fr)") || len(r.Reading.Statements) != 0 {
			t.Errorf("a French text: %+v, %v", r, err)
		}
	}
	if _, err := d.ImportReport(t.Context(), "empty.txt", []byte(" \n"), file.Options{}); tocsin.CodeOf(err) != tocsin.Invalid || !strings.Contains(err.Error(), "empty.txt") {
		t.Errorf("an empty text: %v", err)
	}
	if h, err := d.Holdings(t.Context()); err != nil || h.Reports != 1 || h.Unread != 1 {
		t.Errorf("%+v, %v", h, err)
	}
}

// TestPlacesReachTheReader: a village that the embedded towns do not have is
// found once its country's dump was imported, and not before.
func TestPlacesReachTheReader(t *testing.T) {
	d := create(t)
	if _, err := d.Place(t.Context(), "Zaragosso", nil); tocsin.CodeOf(err) != tocsin.NotFound || !strings.Contains(err.Error(), "import geonames") {
		t.Errorf("before: %v", err)
	}
	dump := "99000001\tZaragosso\tZaragosso\t\t13.5\t-5.5\tP\tPPL\tML\t\t05\t\t\t\t0\t\t296\tAfrica/Bamako\t2021-03-10\n"
	if _, err := d.ImportPlaces(t.Context(), "ML.txt", []byte(dump), source.Options{}); err != nil {
		t.Fatal(err)
	}
	found, err := d.Place(t.Context(), "Zaragosso", []gazetteer.Country{{ISO2: "ML"}})
	if err != nil || found[0].Place.ID != "geonames:99000001" {
		t.Errorf("after: %v, %v", found, err)
	}
}

// TestSelect: countries by any name, actors by the registry's names or the
// data's own, and near names for those that are unknown.
func TestSelect(t *testing.T) {
	d := create(t)
	importAll(t, d)
	for _, c := range []struct {
		country, actor string
		rows           int
		problem        string
	}{
		{"Mali", "", 2, ""}, {"ml", "", 2, ""}, {"MLI", "JNIM", 2, ""}, {"Niger", "IS", 1, ""}, {"", "Government of Niger", 1, ""},
		{"Atlantis", "", 0, "no country is called"}, {"Mali", "Blue Brigade", 0, "no actor is called"},
	} {
		q := desk.Question{}
		if c.country != "" {
			q.Countries = []string{c.country}
		}
		if c.actor != "" {
			q.Actors = []string{c.actor}
		}
		s, err := d.Select(t.Context(), q)
		if c.problem != "" {
			if err == nil || !strings.Contains(err.Error(), c.problem) {
				t.Errorf("%+v: %v, want %q", c, err, c.problem)
			}
			continue
		}
		if err != nil {
			t.Errorf("%+v: %v", c, err)
			continue
		}
		if n := len(s.Data.Events.Select(s.Filter)); n != c.rows {
			t.Errorf("%+v: %d rows", c, n)
		}
	}
}

// TestEphemeralIsTheSame: without a directory the same statements and verdicts
// come out, but for when they were recorded.
func TestEphemeralIsTheSame(t *testing.T) {
	kept, passing := create(t), desk.Ephemeral(options)
	defer passing.Close()
	var lines [2]string
	for i, d := range []*desk.Desk{kept, passing} {
		importAll(t, d)
		list, err := d.Statements(t.Context(), 0)
		if err != nil {
			t.Fatal(err)
		}
		verdicts, err := d.Check(t.Context(), list, 0, nil)
		if err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		for _, v := range verdicts {
			if err := tocsin.EncodeJSON(&b, &v); err != nil {
				t.Fatal(err)
			}
		}
		lines[i] = b.String()
	}
	if lines[0] != lines[1] || lines[0] == "" {
		t.Errorf("with a directory:\n%s\nwithout:\n%s", lines[0], lines[1])
	}
}

// TestStop: a cancelled import ends with the context's error and leaves nothing.
func TestStop(t *testing.T) {
	d := create(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := d.ImportEvents(ctx, "ged.csv", strings.NewReader(ged), source.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	if data, err := d.Data(t.Context(), 0); err != nil || data.Events.Len() != 0 {
		t.Errorf("%d events were kept, %v", data.Events.Len(), err)
	}
}
