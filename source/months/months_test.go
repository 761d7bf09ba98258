package months_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"testing"

	"tocsin"
	"tocsin/internal/shared"
	"tocsin/source"
	"tocsin/source/months"
	"tocsin/source/sourcetest"
)

var update = flag.Bool("update", false, "write the wanted part of each case anew")

func TestCases(t *testing.T) { sourcetest.Cases(t, "testdata", months.Read, *update) }

func TestMutatedRows(t *testing.T) {
	sourcetest.Mutated(t, months.Read, sourcetest.Layout{Columns: []string{"country", "month", "deaths"},
		Row:   func(i int) []string { return []string{fmt.Sprint("Country ", i), "2020-08", "12"} },
		Moves: map[string][]string{"country": {"ID", "Country"}, "month": {"ID"}, "deaths": {"Best"}}, Scaled: []string{"From", "To"},
		Keep: func(ev tocsin.DataEvent) bool {
			return ev.From.Day() == 1 && ev.To == ev.From.MonthEnd() && ev.Best != nil
		}})
}

func FuzzMonths(f *testing.F) {
	f.Add([]byte("month_end,Mali,Niger\n2020-08-31,1,2\n"))
	f.Add([]byte("country,month_id,ged_sb\nMali,488,20.0\n"))
	f.Add([]byte("country;year;month;best\nMali;2020;8;1\n"))
	f.Fuzz(func(t *testing.T, in []byte) {
		n := 0
		s, err := months.Read(context.Background(), "in.csv", bytes.NewReader(in), source.Options{}, func(ev tocsin.DataEvent) error {
			n++
			if ev.Country == "" || ev.Best == nil || *ev.Best < 0 || ev.From.Day() != 1 {
				t.Errorf("kept %+v", ev)
			}
			return nil
		})
		if s.Rows != s.Kept+s.Refused || n != s.Records || err == nil && n == 0 {
			t.Errorf("%d rows = %d + %d, %d records, %d came, %v", s.Rows, s.Kept, s.Refused, s.Records, n, err)
		}
	})
}

// The published table of all countries: Mali in 2020 as its own description has it.
func TestRealFile(t *testing.T) {
	f, err := source.Open(shared.Path(t, "data/forecast/country_month_all_types_1989_2021.csv"), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var mali []int
	s, err := months.Read(context.Background(), f.Name, f, source.Options{}, func(ev tocsin.DataEvent) error {
		if ev.Country == "Mali" && ev.From.Year() == 2020 {
			mali = append(mali, *ev.Best)
		}
		return nil
	})
	if err != nil || s.Rows != 396 || s.Kept != 396 || s.Records != 396*133 || fmt.Sprint(mali) != "[145 170 365 173 92 108 74 47 42 160 83 60]" {
		t.Errorf("%d rows, %d records, %v, %v", s.Rows, s.Records, mali, err)
	}
}
