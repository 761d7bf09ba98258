package source_test

import (
	"context"
	"strings"
	"testing"

	"tocsin"
	"tocsin/source"
	"tocsin/source/ucdp"
)

// A table of ten thousand columns is nothing that anybody meant; one with a
// column for each country of the world is.
func TestTooManyColumns(t *testing.T) {
	good := "id,year,month,day,country,type_of_violence,conflict_name,side_a,side_b,latitude,longitude,low_death,best_death,high_death"
	row := "1,2020,8,10,Mali,1,x,Government of Mali,JNIM,12.8,-4.9,1,1,1"
	for more, want := range map[int]string{200: "", 1010: "", 1011: "wide.csv:1: has 1025 columns; at most 1024 are read", 10_000: "has 10014 columns"} {
		in := good + strings.Repeat(",x", more) + "\n" + row + strings.Repeat(",", more) + "\n"
		n := 0
		_, err := ucdp.Read(context.Background(), "wide.csv", strings.NewReader(in), source.Options{}, func(tocsin.DataEvent) error { n++; return nil })
		if want == "" && (err != nil || n != 1) || want != "" && (err == nil || !strings.Contains(err.Error(), want) || tocsin.CodeOf(err) != tocsin.Invalid) {
			t.Errorf("%d columns more: %d events, %v; want %q", more, n, err, want)
		}
	}
}
