package ucdp_test

import (
	"context"
	"strings"
	"testing"

	"tocsin"
	"tocsin/source"
	"tocsin/source/ucdp"
)

// The release is read from the name under which GED is handed out, or from a
// column; a Candidate release never looks like a yearly one.
func TestVintage(t *testing.T) {
	for _, c := range []struct{ name, version, want string }{
		{"GEDEvent_v23_1.csv", "", "23.1"},
		{"dir/GEDEvent_v23_1 (2).csv", "", "23.1"},
		{"ged231-csv.csv", "", "23.1"},
		{"GEDEvent_v25_0_6.csv", "", "candidate 25.0.6"},
		{"GEDEvent_v25_0_11.csv.gz", "", "candidate 25.0.11"},
		{"GEDEvent_v25_01_25_12.csv", "", "candidate 25.01–25.12"},
		{"GEDEvent_v25_0_6.csv", "26.1", "26.1"},
		{"export.csv", "26.0.2", "candidate 26.0.2"},
		{"mine.csv", "", "sha256:"},
	} {
		file := table(1)
		if c.version != "" {
			file = strings.Replace(header, "\n", ",version\n", 1) + strings.Replace(row(1), "\n", ","+c.version+"\n", 1)
		}
		s, err := ucdp.Read(context.Background(), c.name, strings.NewReader(file), source.Options{}, func(tocsin.DataEvent) error { return nil })
		if err != nil || s.Dataset.Vintage != c.want && !(strings.HasPrefix(s.Dataset.Vintage, c.want) && c.want == "sha256:") {
			t.Errorf("%s %s gave %q, %v; want %q", c.name, c.version, s.Dataset.Vintage, err, c.want)
		}
	}
}
