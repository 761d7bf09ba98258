package borders

import (
	"math"
	"strings"
	"testing"
)

// square is a country of 10 by 10 degrees with a lake in it, and one beside it
// that crosses the date line.
const square = `{"type":"Topology","transform":{"scale":[1,1],"translate":[0,0]},
"arcs":[[[0,0],[10,0],[0,10],[-10,0],[0,-10]],[[4,4],[0,2],[2,0],[0,-2],[-2,0]],[[170,50],[10,0],[-350,0],[0,10],[350,0],[-10,0],[0,-10]]],
"objects":{"countries":{"type":"GeometryCollection","geometries":[
{"type":"Polygon","id":"466","arcs":[[0],[1]],"properties":{"name":"Mali"}},
{"type":"MultiPolygon","id":"643","arcs":[[[2]]],"properties":{"name":"Russia"}},
{"type":"Polygon","arcs":[[-1]],"properties":{"name":"Siachen Glacier"}}]}}}`

func squares(t *testing.T) *Map {
	t.Helper()
	s, err := FromTopoJSON([]byte(square))
	if err != nil {
		t.Fatal(err)
	}
	packed, err := Write(s)
	if err != nil {
		t.Fatal(err)
	}
	m, err := Read(packed)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestAt(t *testing.T) {
	m := squares(t)
	for _, c := range []struct {
		lat, lon float64
		want     string
	}{
		{1, 1, "ML"}, {5, 5, ""}, {9.9, 9.9, "ML"}, {11, 5, ""}, {1, -1, ""},
		{55, 175, "RU"}, {55, -175, "RU"}, {55, 180, "RU"}, {55, -165, ""}, {55, 0, ""},
	} {
		if got := m.At(c.lat, c.lon); got != c.want {
			t.Errorf("%g, %g lies in %q, want %q", c.lat, c.lon, got, c.want)
		}
	}
	if iso, deg := m.Nearest(5, 10.1, 0.2); iso != "ML" || math.Abs(deg-0.1) > 0.001 {
		t.Errorf("nearest to 5, 10.1 is %q at %g degrees", iso, deg)
	}
	if iso, _ := m.Nearest(5, 11, 0.2); iso != "" {
		t.Errorf("a degree off is near %q", iso)
	}
}

func TestMiddle(t *testing.T) {
	m := squares(t)
	lat, lon, ok := m.Middle("ML")
	if !ok || math.Abs(lat-5) > 0.1 || math.Abs(lon-5) > 0.1 {
		t.Errorf("the middle of the square is %g, %g", lat, lon)
	}
	if _, lon, ok := m.Middle("RU"); !ok || math.Abs(math.Abs(lon)-180) > 0.1 {
		t.Errorf("the middle across the date line is at %g", lon)
	}
	if _, _, ok := m.Middle("FR"); ok {
		t.Error("a country that is not on the map has a middle")
	}
}

func TestUnknownCountry(t *testing.T) {
	_, err := FromTopoJSON([]byte(strings.Replace(square, `"466"`, `"999"`, 1)))
	if err == nil {
		t.Error("a country without a code was taken")
	}
}

func FuzzRead(f *testing.F) {
	s, err := FromTopoJSON([]byte(square))
	if err != nil {
		f.Fatal(err)
	}
	packed, err := Write(s)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(packed)
	f.Add(packed[:len(packed)/2])
	f.Fuzz(func(t *testing.T, raw []byte) {
		if m, err := Read(raw); err == nil {
			m.At(1, 1)
		}
	})
}
