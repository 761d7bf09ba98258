package sqlite_test

import (
	"testing"

	"tocsin"
	"tocsin/internal/shared"
	"tocsin/ledger"
	"tocsin/source"
	"tocsin/source/ucdp"
)

// gedFile is all of GED 21.1 with precise places: 176,579 rows.
const gedFile = "data/events/ged211_prec12_global.csv.gz"

// importGED reads the file at path into l.
func importGED(tb testing.TB, l ledger.Ledger, path string) (ledger.Vintage, ledger.Added) {
	tb.Helper()
	f, err := source.Open(path, nil)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	v, added, err := l.AddDataset(ctx, noon, func(keep func(tocsin.DataEvent) error) (ledger.Vintage, error) {
		s, err := ucdp.Read(ctx, "ged.csv.gz", f, source.Options{}, keep)
		return ledger.Vintage{Dataset: s.Dataset, File: s.File, Rows: s.Rows, Kept: s.Kept, Refused: s.Refused, Flagged: s.Flagged}, err
	})
	if err != nil {
		tb.Fatal(err)
	}
	return v, added
}

// The whole of GED goes in once, comes out as it was read, and a second import
// adds nothing.
func TestGED(t *testing.T) {
	path := shared.Path(t, gedFile)
	l := open(t)
	defer l.Close()
	v, added := importGED(t, l, path)
	if added.Already || v.Rows != 176_579 || v.Kept != 176_579 || v.Refused != 0 || v.Flagged["deaths_out_of_order"] != 1_462 || len(v.Countries) != 121 {
		t.Errorf("imported %+v, %+v", v, added)
	}
	head, err := l.Head(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if _, added := importGED(t, l, path); !added.Already {
		t.Error("the second import added something")
	}
	if again, err := l.Head(ctx); err != nil || again != head {
		t.Errorf("the head moved from %v to %v, %v", head, again, err)
	}
	n, deaths := 0, 0
	for ev, err := range l.View(tocsin.MustDate("2020-08-20")).Events(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		n++
		if ev.Country == "Mali" && ev.From.Year() == 2020 && ev.Best != nil {
			deaths += *ev.Best
		}
	}
	if n != 176_579 || deaths != 1_167 { // the release is unknown: it counts at every date
		t.Errorf("%d events, %d deaths in Mali in 2020; want 176,579 and 1,167", n, deaths)
	}
	if err := l.Verify(ctx); err != nil {
		t.Error(err)
	}
}

// BenchmarkImport reads GED from its gzip file into a new ledger.
func BenchmarkImport(b *testing.B) {
	path := shared.Path(b, gedFile)
	rows := 0
	for b.Loop() {
		l := open(b)
		v, _ := importGED(b, l, path)
		rows += v.Rows
		l.Close()
	}
	b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
}

// BenchmarkEvents loads all of GED into a slice, as the start of serve does.
func BenchmarkEvents(b *testing.B) {
	l := open(b)
	defer l.Close()
	importGED(b, l, shared.Path(b, gedFile))
	rows := 0
	for b.Loop() {
		var events []tocsin.DataEvent
		for ev, err := range l.View(0).Events(ctx) {
			if err != nil {
				b.Fatal(err)
			}
			events = append(events, ev)
		}
		rows += len(events)
	}
	b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
}

// BenchmarkAddReport is what one acknowledged write costs.
func BenchmarkAddReport(b *testing.B) {
	l := open(b)
	defer l.Close()
	n := 0
	for b.Loop() {
		n++
		r, raw := note(n)
		if _, err := l.AddReport(ctx, r, raw, noon); err != nil {
			b.Fatal(err)
		}
	}
}
