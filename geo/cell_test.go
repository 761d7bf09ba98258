package geo_test

import (
	"compress/gzip"
	"encoding/csv"
	"fmt"
	"math"
	"os"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"tocsin/geo"
	"tocsin/internal/shared"
)

// Aleppo and a village in Angola, as two rows of UCDP GED number their cells.
func ExampleCell() {
	fmt.Println(geo.Cell(geo.Point{Lat: 35.763, Lon: 36.559}), geo.Cell(geo.Point{Lat: -9.65, Lon: 20.4}))
	c, _ := geo.CellCentre(181154)
	fmt.Printf("%.2f, %.2f: %.0f km²\n", c.Lat, c.Lon, geo.CellKM2(181154))
	// Output:
	// 181154 115601
	// 35.75, 36.75: 2509 km²
}

// The whole grid, as its makers number it.
func TestCellsAreThoseOfPRIOGRID(t *testing.T) {
	f, err := os.Open(shared.Path(t, "data/forecast/priogrid_cells_latlon.csv.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := csv.NewReader(z).ReadAll()
	if err != nil || len(rows) != 64819 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, r := range rows[1:] {
		gid, err1 := strconv.Atoi(r[0])
		lat, err2 := strconv.ParseFloat(r[1], 64)
		lon, err3 := strconv.ParseFloat(r[2], 64)
		c, ok := geo.CellCentre(gid)
		if err1 != nil || err2 != nil || err3 != nil || geo.Cell(geo.Point{Lat: lat, Lon: lon}) != gid || !ok || c.Lat != lat || c.Lon != lon {
			t.Fatalf("cell %s is at %s, %s; got %v", r[0], r[1], r[2], c)
		}
	}
}

func TestEveryPointHasACell(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := geo.Point{Lat: rapid.Float64Range(-90, 90).Draw(t, "lat"), Lon: rapid.Float64Range(-180, 180).Draw(t, "lon")}
		c, ok := geo.CellCentre(geo.Cell(p))
		if !ok || math.Abs(c.Lat-p.Lat) > 0.25+1e-9 || math.Abs(c.Lon-p.Lon) > 0.25+1e-9 {
			t.Fatalf("%v lies in %v", p, c)
		}
	})
	total := 0.0
	for cell := 1; cell <= geo.LastCell; cell++ {
		total += geo.CellKM2(cell)
	}
	if sphere := 4 * math.Pi * geo.EarthRadiusKM * geo.EarthRadiusKM; math.Abs(total-sphere) > 1e-6*sphere {
		t.Errorf("the cells cover %g km² of %g", total, sphere)
	}
	if _, ok := geo.CellCentre(0); ok || geo.CellKM2(geo.LastCell+1) != 0 {
		t.Error("there are cells 0 or beyond the last")
	}
}
