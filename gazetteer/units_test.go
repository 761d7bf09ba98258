package gazetteer_test

import (
	"fmt"
	"testing"

	"tocsin/gazetteer"
	"tocsin/geo"
)

// ExampleGazetteer_UnitDepth asks whether Chibok, which has no row of its own in the
// world table's borders, lies in Borno.
func ExampleGazetteer_UnitDepth() {
	g, err := gazetteer.World()
	if err != nil {
		fmt.Println(err)
		return
	}
	borno := g.Admin1Named("Borno", "NG")[0]
	chibok := geo.Point{Lat: 10.87, Lon: 12.85}
	depth, ok := g.UnitDepth("NG", borno.Admin1, chibok)
	fmt.Println(depth > 1, ok, g.UnitName("NG", g.UnitAt("NG", chibok)))
	// Output: true true Borno State
}

// TestUnitDepthOfNowhere: a point far from every town of the country has no depth.
func TestUnitDepthOfNowhere(t *testing.T) {
	g, err := gazetteer.World()
	if err != nil {
		t.Fatal(err)
	}
	if d, ok := g.UnitDepth("NG", "27", geo.Point{Lat: -40, Lon: 100}); ok {
		t.Errorf("depth %v of a point in the ocean", d)
	}
	if u := g.UnitAt("NG", geo.Point{Lat: -40, Lon: 100}); u != "" {
		t.Errorf("unit %q in the ocean", u)
	}
}
