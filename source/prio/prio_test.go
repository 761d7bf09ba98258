package prio_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"strconv"
	"testing"

	"tocsin"
	"tocsin/geo"
	"tocsin/internal/shared"
	"tocsin/source"
	"tocsin/source/prio"
	"tocsin/source/sourcetest"
)

var update = flag.Bool("update", false, "write the wanted part of each case anew")

func TestCases(t *testing.T) { sourcetest.Cases(t, "testdata", prio.Read, *update) }

// Ten thousand spoiled rows by month and by year, with coordinates and without.
func TestMutatedRows(t *testing.T) {
	moves := map[string][]string{"priogrid_gid": {"ID"}, "gid": {"ID"}, "month_id": {"ID"}, "year": {"ID"}, "deaths": {"Best"}, "country": {"Country"}}
	keep := func(ev tocsin.DataEvent) bool {
		return ev.From.Day() == 1 && ev.Best != nil && *ev.Best >= 0 && geo.Cell(geo.Point{Lat: ev.Lat, Lon: ev.Lon}) > 0
	}
	scaled := []string{"From", "To", "Lat", "Lon"}
	t.Run("by month", func(t *testing.T) {
		sourcetest.Mutated(t, prio.Read, sourcetest.Layout{Columns: []string{"priogrid_gid", "month_id", "country", "deaths"}, Moves: moves, Keep: keep, Scaled: scaled,
			Row: func(i int) []string { return []string{strconv.Itoa(140_000 + i), "488", "Mali", "12"} }})
	})
	t.Run("by year", func(t *testing.T) {
		sourcetest.Mutated(t, prio.Read, sourcetest.Layout{Columns: []string{"gid", "year", "xcoord", "ycoord", "deaths"}, Moves: moves, Keep: keep, Scaled: scaled,
			Row: func(i int) []string {
				c, _ := geo.CellCentre(140_000 + i)
				return []string{strconv.Itoa(140_000 + i), "2020", fmt.Sprint(c.Lon), fmt.Sprint(c.Lat), "12"}
			}})
	})
}

func FuzzPrio(f *testing.F) {
	f.Add([]byte("priogrid_gid,month_id,ged_sb\n147949,488,1\n"))
	f.Add([]byte("gid;year;xcoord;ycoord;ged_sb;ged_ns;ged_os\n147949;2020;-5.75;12.75;1;0;2\n"))
	f.Add([]byte("pg_id\tmonth\tdeaths\n147949\t2020-08\t1\n"))
	f.Fuzz(func(t *testing.T, in []byte) {
		n := 0
		s, err := prio.Read(context.Background(), "in.csv", bytes.NewReader(in), source.Options{}, func(ev tocsin.DataEvent) error {
			if n++; !ev.HasPoint || ev.Best == nil || *ev.Best < 0 || ev.From.Day() != 1 || ev.To <= ev.From {
				t.Errorf("kept %+v", ev)
			}
			return nil
		})
		if s.Rows != s.Kept+s.Refused || n != s.Records || err == nil && n == 0 {
			t.Errorf("%d rows = %d + %d, %d records, %d came, %v", s.Rows, s.Kept, s.Refused, s.Records, n, err)
		}
	})
}

// The grid itself is no table of what happened: the refusal says what is missing.
func TestTheGridItself(t *testing.T) {
	f, err := source.Open(shared.Path(t, "data/forecast/priogrid_cells_latlon.csv.gz"), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	_, err = prio.Read(context.Background(), "grid.csv.gz", f, source.Options{}, func(tocsin.DataEvent) error { return nil })
	if tocsin.CodeOf(err) != tocsin.Invalid || !bytes.Contains([]byte(fmt.Sprint(err)), []byte("this is the grid and no table of what happened in it")) {
		t.Errorf("%v", err)
	}
}
