package geo_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/paulmach/orb"
	orbgeo "github.com/paulmach/orb/geo"
	"pgregory.net/rapid"

	"tocsin/geo"
)

func ExampleDistanceKM() {
	yangasso := geo.Point{Lat: 13.07308, Lon: -5.32135}
	bamako := geo.Point{Lat: 12.65, Lon: -8.0}
	km := geo.DistanceKM(bamako, yangasso)
	fmt.Printf("%.0f km, %.0f miles\n", km, km/1.609344)
	fmt.Println(geo.CompassPoint(geo.BearingDeg(bamako, yangasso), 8))
	// Output:
	// 294 km, 183 miles
	// east
}

func ExampleBeyondKM() {
	ouagadougou := geo.Point{Lat: 12.371, Lon: -1.520}
	tamale := geo.Point{Lat: 9.401, Lon: -0.839}
	fmt.Printf("Tamale lies %.0f km further south than Ouagadougou, %.0f km further east\n",
		geo.BeyondKM(ouagadougou, tamale, 180), geo.BeyondKM(ouagadougou, tamale, 90))
	// Output:
	// Tamale lies 330 km further south than Ouagadougou, 74 km further east
}

// Known ways: a quarter of a great circle, across the date line, over a pole.
func TestKnownDistances(t *testing.T) {
	quarter := math.Pi / 2 * geo.EarthRadiusKM
	for _, c := range []struct {
		name string
		a, b geo.Point
		km   float64
	}{
		{"one degree of latitude", geo.Point{Lat: 13}, geo.Point{Lat: 14}, 111.19508},
		{"equator to pole", geo.Point{Lat: 0, Lon: 7}, geo.Point{Lat: 90, Lon: -120}, quarter},
		{"antipodes", geo.Point{Lat: 20, Lon: 30}, geo.Point{Lat: -20, Lon: -150}, 2 * quarter},
		{"across the date line", geo.Point{Lat: 0, Lon: 179.5}, geo.Point{Lat: 0, Lon: -179.5}, 111.19508},
		{"over the pole", geo.Point{Lat: 89, Lon: 0}, geo.Point{Lat: 89, Lon: 180}, 2 * 111.19508},
	} {
		if got := geo.DistanceKM(c.a, c.b); math.Abs(got-c.km) > 1e-4 {
			t.Errorf("%s: %.5f km, want %.5f", c.name, got, c.km)
		}
	}
}

func anyPoint(t *rapid.T, name string) geo.Point {
	return geo.Point{Lat: rapid.Float64Range(-89, 89).Draw(t, name+" lat"), Lon: rapid.Float64Range(-180, 179.999).Draw(t, name+" lon")}
}

// A distance is a distance: the same both ways, never longer than by way of a
// third point, and orb's exact formula scaled to the mean radius.
func TestDistanceIsAMetric(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := anyPoint(t, "a"), anyPoint(t, "b"), anyPoint(t, "c")
		ab := geo.DistanceKM(a, b)
		if back := geo.DistanceKM(b, a); math.Abs(ab-back) > 1e-9 {
			t.Fatalf("%g there, %g back", ab, back)
		}
		if ab > geo.DistanceKM(a, c)+geo.DistanceKM(c, b)+1e-6 {
			t.Fatal("a detour is shorter")
		}
		scaled := orbgeo.DistanceHaversine(orb.Point{a.Lon, a.Lat}, orb.Point{b.Lon, b.Lat}) / orb.EarthRadius * geo.EarthRadiusKM
		if math.Abs(ab-scaled) > 1e-3 {
			t.Fatalf("%g km, orb has %g", ab, scaled)
		}
	})
}

// Going out along a bearing arrives where distance and bearing say.
func TestOffsetComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPoint(t, "p")
		bearing := rapid.Float64Range(0, 359.9).Draw(t, "bearing")
		km := rapid.Float64Range(1, 15000).Draw(t, "km")
		q := geo.Offset(p, bearing, km)
		if !q.Valid() {
			t.Fatalf("%v is not on the Earth", q)
		}
		if got := geo.DistanceKM(p, q); math.Abs(got-km) > 1e-3 {
			t.Fatalf("%g km away, want %g", got, km)
		}
		if got := geo.BearingDeg(p, q); geo.AngleBetween(got, bearing) > 0.01 {
			t.Fatalf("toward %g, want %g", got, bearing)
		}
	})
}

// Further in one direction is less far in the opposite, and further south is a
// lower latitude exactly.
func TestBeyond(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyPoint(t, "a"), anyPoint(t, "b")
		bearing := rapid.Float64Range(-720, 720).Draw(t, "bearing")
		there, back := geo.BeyondKM(a, b, bearing), geo.BeyondKM(a, b, bearing+180)
		if math.Abs(there+back) > 1e-6 {
			t.Fatalf("%g and %g", there, back)
		}
		if south := geo.BeyondKM(a, b, 180); (south > 0) != (b.Lat < a.Lat) {
			t.Fatalf("%g km further south", south)
		}
	})
	fiji, samoa := geo.Point{Lat: -17, Lon: 178}, geo.Point{Lat: -14, Lon: -172}
	if east := geo.BeyondKM(fiji, samoa, 90); east < 1000 || east > 1100 {
		t.Errorf("Samoa lies %g km further east than Fiji", east)
	}
}

func TestCompass(t *testing.T) {
	for _, c := range []struct {
		word string
		deg  float64
		n    int
		back string
	}{
		{"south", 180, 8, "south"}, {"Southern", 180, 8, "south"}, {"southernmost", 180, 16, "south"},
		{"south-west", 225, 8, "southwest"}, {"South West", 225, 16, "southwest"}, {"southwestern", 225, 8, "southwest"},
		{"north-eastern", 45, 8, "northeast"}, {"NNE", 22.5, 16, "north-northeast"}, {"eastward", 90, 8, "east"},
		{"southwards", 180, 8, "south"}, {"south-south-west", 202.5, 16, "south-southwest"}, {"northerly", 0, 8, "north"},
		{"w", 270, 16, "west"}, {"westbound", 270, 8, "west"},
	} {
		deg, ok := geo.CompassBearing(c.word)
		if !ok || deg != c.deg {
			t.Errorf("%q: %g, %v; want %g", c.word, deg, ok, c.deg)
		}
		if got := geo.CompassPoint(deg, c.n); got != c.back {
			t.Errorf("%g: %q, want %q", deg, got, c.back)
		}
	}
	for _, word := range []string{"", "central", "most", "northsouth", "mali", "ward", "westminster"} {
		if deg, ok := geo.CompassBearing(word); ok {
			t.Errorf("%q is read as %g", word, deg)
		}
	}
	if got := geo.CompassPoint(-1, 8) + geo.CompassPoint(359, 16); got != "northnorth" {
		t.Error(got)
	}
}

// Every bearing has a word whose bearing is at most half a step away.
func TestCompassRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		deg := rapid.Float64Range(-1000, 1000).Draw(t, "deg")
		for _, n := range []int{8, 16} {
			back, ok := geo.CompassBearing(geo.CompassPoint(deg, n))
			if !ok || geo.AngleBetween(back, deg) > 180/float64(n)+1e-9 {
				t.Fatalf("%g is called %q", deg, geo.CompassPoint(deg, n))
			}
		}
	})
}

func FuzzCompassBearing(f *testing.F) {
	for _, s := range []string{"south", "SSW", "north-eastern", "ernmost", "É", "-"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, word string) {
		if deg, ok := geo.CompassBearing(word); ok && !(deg >= 0 && deg < 360) {
			t.Errorf("%q: %g", word, deg)
		}
	})
}

func BenchmarkDistanceKM(b *testing.B) {
	p, q := geo.Point{Lat: 12.65, Lon: -8}, geo.Point{Lat: 13.07, Lon: -5.32}
	sum := 0.0
	for b.Loop() {
		sum += geo.DistanceKM(p, q)
	}
	if sum == 0 {
		b.Fatal("no distance")
	}
}
