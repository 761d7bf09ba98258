package ucdp_test

import (
	"context"
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

func TestDebug(t *testing.T) {
	for _, n := range []string{"ged211_prec12_global.csv.gz", "ged211_prec12_mali.csv", "ged231_sample1000_all49cols.csv", "ged_myanmar_49cols.csv.gz", "ged_syria_2017_41cols.csv.gz", "ged191_BGD_hdx_fixture.csv"} {
		evs, s := read(t, shared.Path(t, "data/events/"+n), source.Options{})
		t.Logf("%s %d %+v", n, len(evs), s)
	}
}
