package desk_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"tocsin"
	"tocsin/desk"
	"tocsin/internal/shared"
	"tocsin/source"
	"tocsin/source/file"
	"tocsin/watch"
)

// importMali imports the page, GED, the Cline list and the places of Mali.
func importMali(t *testing.T, d *desk.Desk) desk.Imported {
	t.Helper()
	page := shared.Path(t, "reports/mali-coup-brief-2020-08.txt")
	events := shared.Path(t, "data/events/ged211_prec12_global.csv.gz")
	coups := shared.Path(t, "data/coups/cline_coup_2.1.2.csv")
	places := shared.Path(t, "data/places/geonames_ML.txt.gz")
	ctx := t.Context()
	if _, err := d.ImportPlaces(ctx, filepath.Base(places), bytesOf(t, places), source.Options{}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.ImportReport(ctx, filepath.Base(page), bytesOf(t, page), file.Options{Published: tocsin.MustDate("2020-08-20")}); err != nil {
		t.Fatal(err)
	}
	if _, err := d.ImportCoups(ctx, filepath.Base(coups), bytes.NewReader(bytesOf(t, coups)), source.Options{}); err != nil {
		t.Fatal(err)
	}
	done, err := d.ImportEvents(ctx, filepath.Base(events), bytes.NewReader(bytesOf(t, events)), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return done
}

func bytesOf(t *testing.T, path string) []byte {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestRealThing brings the real page and the real data into one desk: every row
// is accounted for, a second import adds nothing, and the numbers come out.
func TestRealThing(t *testing.T) {
	d := create(t)
	done := importMali(t, d)
	if done.Rows != 176579 || done.Kept != 176579 || done.Refused != 0 || done.Flagged["deaths_out_of_order"] != 1462 {
		t.Errorf("GED: %d rows = %d kept + %d refused, flagged %v", done.Rows, done.Kept, done.Refused, done.Flagged)
	}
	before, err := d.Holdings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if again := importMali(t, d); !again.Already {
		t.Error("the second import of GED was not seen as one")
	}
	after, err := d.Holdings(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if before.Statements != after.Statements || after.Reports != 1 || after.PlaceFiles != 1 || len(after.Vintages) != 2 {
		t.Errorf("a second import made %+v of %+v", after, before)
	}
	s, err := d.Select(t.Context(), desk.Question{Countries: []string{"Mali"}, Actors: []string{"JNIM", "IS"}, Until: tocsin.MustDate("2020-08-17")})
	if err != nil {
		t.Fatal(err)
	}
	tempo, err := s.Data.Events.Tempo(s.Filter, tocsin.MustDate("2020-08-17"), watch.TempoOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if c, _ := tempo.Change(6, watch.Before); c.NowSum.Events != 57 || c.ThenSum.Events != 46 {
		t.Errorf("JNIM or IS in Mali: %d against %d, want 57 against 46", c.NowSum.Events, c.ThenSum.Events)
	}
}

// TestSpansOfThePage re-reads every span of every statement of the real page.
func TestSpansOfThePage(t *testing.T) {
	d := create(t)
	importMali(t, d)
	texts := make(map[string]string)
	for r, err := range d.View(0).Reports(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		texts[r.ID] = r.Text
	}
	list, err := d.Statements(t.Context(), 0)
	if err != nil || len(list) == 0 {
		t.Fatalf("%d statements, %v", len(list), err)
	}
	for i := range list {
		if err := list[i].CheckSpans(texts[list[i].Report]); err != nil {
			t.Error(err)
		}
		if list[i].Recorded == nil {
			t.Errorf("%s is in a ledger and does not say since when", list[i].ID)
		}
	}
}
