package ucdp_test

import (
	"context"
	"fmt"
	"testing"

	"tocsin"
	"tocsin/internal/shared"
	"tocsin/source"
	"tocsin/source/ucdp"
)

// read imports a whole file.
func read(tb testing.TB, path string, o source.Options) ([]tocsin.DataEvent, source.Summary) {
	tb.Helper()
	f, err := source.Open(path, nil)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	var events []tocsin.DataEvent
	s, err := ucdp.Read(context.Background(), path, f, o, func(ev tocsin.DataEvent) error {
		events = append(events, ev)
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	return events, s
}

// The files that people have, each in its layout, with what is odd about it.
func TestRealFiles(t *testing.T) {
	const none = ucdp.NoPlacePrecision + "; " + ucdp.NoDatePrecision
	for _, c := range []struct {
		file, vintage, coverage string
		kept                    int
		flagged                 string
		from, to                string
	}{
		{"ged211_prec12_global.csv.gz", "21.1", none, 176_579, "map[deaths_out_of_order:1462 id_rewritten:2]", "1989-01-01", "2020-12-31"},
		{"ged211_prec12_mali.csv", "21.1", none + "; only Mali", 891, "map[deaths_out_of_order:7]", "1990-06-28", "2020-12-29"},
		{"ged231_sample1000_all49cols.csv", "23.1", "", 1000, "map[deaths_out_of_order:13]", "1989-01-07", "2022-12-19"},
		{"ged_myanmar_49cols.csv.gz", "sha256:5a1546780af7…", "only Myanmar (Burma)", 7374, "map[deaths_out_of_order:10 id_rewritten:1]", "1989-01-01", "2023-12-31"},
		{"ged_syria_2017_41cols.csv.gz", "sha256:cb361e00ebbe…", "only Syria", 16_566, "map[deaths_out_of_order:101]", "2016-01-01", "2019-12-01"},
		{"ged191_BGD_hdx_fixture.csv", "19.1", "only Bangladesh", 601, "map[deaths_out_of_order:1]", "1989-05-20", "2018-12-30"},
	} {
		t.Run(c.file, func(t *testing.T) {
			events, s := read(t, shared.Path(t, "data/events/"+c.file), source.Options{})
			d := s.Dataset
			if s.Rows != c.kept || s.Kept != c.kept || s.Refused != 0 || len(events) != c.kept || len(s.Problems) != 0 || s.Broken != nil {
				t.Errorf("%d rows, %d kept, %d refused, %d events, %v %v; want %d", s.Rows, s.Kept, s.Refused, len(events), s.Problems, s.Broken, c.kept)
			}
			if got := fmt.Sprint(s.Flagged); got != c.flagged {
				t.Errorf("flagged %s, want %s", got, c.flagged)
			}
			if d.Vintage != c.vintage || d.Coverage != c.coverage || d.From.String() != c.from || d.To.String() != c.to || !d.Released.IsZero() {
				t.Errorf("dataset %+v", d)
			}
		})
	}
}

// Of 2020, the file has in Mali what its own description says.
func TestMali2020(t *testing.T) {
	events, _ := read(t, shared.Path(t, "data/events/ged211_prec12_global.csv.gz"), source.Options{})
	n, deaths, rewritten := 0, 0, []string{}
	for _, ev := range events {
		if ev.Country == "Mali" && ev.From.Year() == 2020 {
			n++
			deaths += *ev.Best
		}
		if len(ev.Flags) > 0 && ev.Flags[0] == ucdp.FlagRewritten {
			rewritten = append(rewritten, ev.ID)
		}
	}
	if n != 156 || deaths != 1_167 {
		t.Errorf("%d events and %d deaths, want 156 and 1,167", n, deaths)
	}
	if got := fmt.Sprint(rewritten); got != "[ucdp-ged:100000 ucdp-ged:200000]" && got != "[ucdp-ged:200000 ucdp-ged:100000]" {
		t.Errorf("rewritten ids %s", got)
	}
}

// What the caller says of vintage and release goes before what is read.
func TestOptions(t *testing.T) {
	calls := int64(0)
	_, s := read(t, shared.Path(t, "data/events/ged211_prec12_mali.csv"), source.Options{Vintage: "21.1 precise", Released: tocsin.MustDate("2021-06-10"),
		Progress: func(bytes int64) {
			if bytes < calls {
				t.Errorf("progress went back from %d to %d", calls, bytes)
			}
			calls = bytes
		}})
	if s.Dataset.Vintage != "21.1 precise" || s.Dataset.Released != tocsin.MustDate("2021-06-10") || calls == 0 {
		t.Errorf("dataset %+v, progress %d", s.Dataset, calls)
	}
}

// BenchmarkRead reads all of GED from its gzip file.
func BenchmarkRead(b *testing.B) {
	path := shared.Path(b, "data/events/ged211_prec12_global.csv.gz")
	b.ReportAllocs()
	rows := 0
	for b.Loop() {
		f, err := source.Open(path, nil)
		if err != nil {
			b.Fatal(err)
		}
		s, err := ucdp.Read(context.Background(), path, f, source.Options{}, func(tocsin.DataEvent) error { return nil })
		if err != nil {
			b.Fatal(err)
		}
		rows += s.Rows
		f.Close()
	}
	b.ReportMetric(float64(rows)/b.Elapsed().Seconds(), "rows/s")
}
