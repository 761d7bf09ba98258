package watch_test

import (
	"fmt"
	"strings"
	"testing"

	"tocsin/geo"
	"tocsin/watch"
)

// delta is roughly the inland delta of the Niger, with a hole for a lake.
const delta = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"delta"},"geometry":
{"type":"Polygon","coordinates":[[[-6,13],[-3,13],[-3,17],[-6,17],[-6,13]],[[-5,15],[-4,15],[-4,16],[-5,16],[-5,15]]]}},
{"type":"Feature","properties":{},"geometry":null}]}`

// Events inside a polygon from a file of one's own.
func ExampleParseArea() {
	area, err := watch.ParseArea("delta.geojson", []byte(delta))
	if err != nil {
		fmt.Println(err)
		return
	}
	table := watch.NewTable(events(`
2020-01-01 Mali JNIM 14.5 -4.1 1
2020-01-02 Mali JNIM 15.5 -4.5 1
2020-01-03 Mali JNIM 13.9 -2.9 1
`))
	c, err := table.Count(watch.Filter{Area: area})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%d %s\n", c.Events, c.Filter)
	fmt.Println(c.Warnings[0])
	// Output:
	// 1 all events, inside delta.geojson
	// 1 event lies so near the edge of the area that the place error could move it across it
}

func TestAreasThatAreNone(t *testing.T) {
	for _, c := range []struct{ raw, want string }{
		{"", "is no JSON"},
		{"[]", "is no JSON"},
		{`{}`, `has no "type"`},
		{`{"type":"Point","coordinates":[1,2]}`, "has no inside"},
		{`{"type":"FeatureCollection","features":[]}`, "holds no polygon"},
		{`{"type":"Polygon","coordinates":[]}`, "without a ring"},
		{`{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}`, "does not end where it begins"},
		{`{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,100],[0,0]]]}`, "the longitude comes first"},
		{`{"type":"Polygon","coordinates":[["x"]]}`, "coordinates of a Polygon"},
		{`{"type":"MultiPolygon","coordinates":[[[[0,0],[200,0],[1,1],[0,0]]]]}`, "no such position"},
	} {
		if _, err := watch.ParseArea("a.geojson", []byte(c.raw)); err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "a.geojson") {
			t.Errorf("%s: %v, want %q", c.raw, err, c.want)
		}
	}
}

// Whatever the bytes, there is an area or an error, and an area answers.
func FuzzParseArea(f *testing.F) {
	f.Add([]byte(delta))
	f.Add([]byte(`{"type":"GeometryCollection","geometries":[{"type":"MultiPolygon","coordinates":[[[[0,0],[2,0],[2,2],[0,0]]]]}]}`))
	f.Add([]byte(`{"type":"Feature","geometry":{"type":"Feature"}}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		a, err := watch.ParseArea("in", raw)
		if (a == nil) == (err == nil) {
			t.Fatalf("%v and %v", a, err)
		}
		if a != nil {
			a.Contains(geo.Point{Lat: 1, Lon: 1})
		}
	})
}
