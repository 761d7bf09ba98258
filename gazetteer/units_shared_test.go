package gazetteer_test

import (
	"compress/gzip"
	"encoding/csv"
	"io"
	"os"
	"strconv"
	"strings"
	"testing"

	"tocsin/gazetteer"
	"tocsin/geo"
	"tocsin/internal/shared"
)

// TestUnitsOfGED holds the figures of docs/methods/check.md: of exactly placed rows whose
// province GED names, how many of those that lie clearly in a unit by the towns are said
// to lie in it.
func TestUnitsOfGED(t *testing.T) {
	g, err := gazetteer.World()
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []struct {
		file        string
		rows, clear int
		right       int
	}{
		{"ged231_sample1000_all49cols.csv", 542, 495, 487},
		{"ged_myanmar_49cols.csv.gz", 2655, 1829, 1630},
	} {
		rows, sure, right := 0, 0, 0
		for _, r := range exactRows(t, f.file) {
			name, _, _ := strings.Cut(strings.TrimSuffix(r["country"], ")"), " (")
			k, known := g.CountryNamed(name)
			units := g.Admin1Named(r["adm_1"], k.ISO2)
			if !known || len(units) == 0 {
				continue
			}
			rows++
			lat, _ := strconv.ParseFloat(r["latitude"], 64)
			lon, _ := strconv.ParseFloat(r["longitude"], 64)
			pt := geo.Point{Lat: lat, Lon: lon}
			at := g.UnitAt(k.ISO2, pt)
			if d, ok := g.UnitDepth(k.ISO2, at, pt); ok && d >= gazetteer.UnitBorder {
				sure++
				if at == units[0].Admin1 {
					right++
				}
			}
		}
		t.Logf("%s: %d rows, %d clearly in a unit, %d of them right", f.file, rows, sure, right)
		if rows != f.rows || sure != f.clear || right != f.right {
			t.Errorf("%s: %d rows, %d clear, %d right; docs say %d, %d, %d", f.file, rows, sure, right, f.rows, f.clear, f.right)
		}
	}
}

// exactRows are the rows of a GED file with where_prec 1 or 2 and a province.
func exactRows(t *testing.T, name string) []map[string]string {
	t.Helper()
	f, err := os.Open(shared.Path(t, "data/events/"+name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var r io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if r, err = gzip.NewReader(f); err != nil {
			t.Fatal(err)
		}
	}
	all, err := csv.NewReader(r).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, x := range all[1:] {
		row := map[string]string{}
		for i, c := range all[0] {
			row[c] = x[i]
		}
		if p := row["where_prec"]; (p == "1" || p == "2") && row["adm_1"] != "" && row["adm_1"] != "NA" {
			out = append(out, row)
		}
	}
	return out
}
