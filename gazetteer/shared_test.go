package gazetteer_test

import (
	"math"
	"os"
	"testing"

	"tocsin/gazetteer"
	"tocsin/geo"
	"tocsin/internal/shared"
)

// world is opened once for all tests of the package: it is never changed.
func world(tb testing.TB) *gazetteer.Gazetteer {
	tb.Helper()
	g, err := opened()
	if err != nil {
		tb.Fatal(err)
	}
	return g
}

// dumps reads country dumps from the shared data.
func dumps(tb testing.TB, countries ...string) []gazetteer.Place {
	tb.Helper()
	var all []gazetteer.Place
	for _, c := range countries {
		f, err := os.Open(shared.Path(tb, "data/places/geonames_"+c+".txt.gz"))
		if err != nil {
			tb.Fatal(err)
		}
		defer f.Close()
		places, sum, err := gazetteer.ReadGeoNames(f.Name(), f)
		if err != nil {
			tb.Fatal(err)
		}
		if sum.Rows != sum.Kept+sum.Refused || sum.Kept != len(places) {
			tb.Errorf("%s: %d rows, %d kept, %d refused, %d places", c, sum.Rows, sum.Kept, sum.Refused, len(places))
		}
		all = append(all, places...)
	}
	return all
}

func first(t *testing.T, g *gazetteer.Gazetteer, name, country string) gazetteer.Place {
	t.Helper()
	m := g.Lookup(name, gazetteer.Hint{Countries: []string{country}})
	if len(m) == 0 {
		t.Fatalf("%s is not found", name)
	}
	return m[0].Place
}

// The villages of a brief on Mali are in no packaged gazetteer; the country dump
// brings them, and with them the distances a report claims.
func TestMaliDump(t *testing.T) {
	plain := world(t)
	if got := plain.Lookup("Yangasso", gazetteer.Hint{}); len(got) != 0 {
		t.Errorf("the world table has Yangasso already: %v", got)
	}
	places := dumps(t, "ML")
	if len(places) != 24312 {
		t.Errorf("%d places, want 24312", len(places))
	}
	g := plain.With(places)
	y, b := first(t, g, "Yangasso", "ML"), first(t, g, "Bamako", "ML")
	if y.ID != "geonames:2448517" || b.ID != "geonames:2460596" {
		t.Fatalf("found %s and %s", y.ID, b.ID)
	}
	// 294.5 km on the equatorial radius; tocsin measures on the mean radius.
	if km := geo.DistanceKM(y.Point(), b.Point()); math.Abs(km-294.2) > 0.1 || math.Round(km/1.609344) != 183 {
		t.Errorf("Yangasso lies %.1f km from Bamako, want 294.2, 183 miles", km)
	}
	if k := first(t, g, "Kati", "ML"); k.ID != "geonames:2455558" {
		t.Errorf("Kati is %s", k.ID)
	}
	for name, want := range map[string]int{"Nampala": 4, "Farabougou": 9} {
		if got := g.Lookup(name, gazetteer.Hint{Countries: []string{"ML"}}); len(got) != want {
			t.Errorf("%s: %d candidates, want %d: %v", name, len(got), want, got)
		}
	}
	if m := g.Lookup("Farabougou", gazetteer.Hint{Countries: []string{"ML"}}); m[0].Score > 0.6 {
		t.Errorf("one of nine villages called Farabougou scores %g", m[0].Score)
	}
	if c := first(t, g, "Bandiagara cercle", "ML"); c.Code != "ADM2" {
		t.Errorf("Bandiagara cercle is %+v", c)
	}
	segou := g.Admin1Named("Ségou region", "ML")
	if len(segou) != 1 || segou[0].ID != "geonames:2451477" {
		t.Fatalf("Ségou region: %v", segou)
	}
	if yes, known := g.Within(y, segou[0]); !yes || !known {
		t.Errorf("Yangasso within Ségou: %v, known %v", yes, known)
	}
	if yes, known := g.Within(b, segou[0]); yes || !known {
		t.Errorf("Bamako within Ségou: %v, known %v", yes, known)
	}
}

// GeoNames files the villages around Ménaka under Gao still: the codes of the
// one cannot deny the other.
func TestWithinNewRegion(t *testing.T) {
	g := world(t).With(dumps(t, "ML"))
	region := g.Admin1Named("Ménaka region", "ML")
	if len(region) != 1 {
		t.Fatalf("Ménaka region: %v", region)
	}
	for _, c := range []struct {
		name      string
		yes, know bool
	}{
		{"Ménaka", true, true},
		{"Bamako", false, true}, // too far off for any doubt
		{"Gao", false, false},
	} {
		yes, known := g.Within(first(t, g, c.name, "ML"), region[0])
		if yes != c.yes || known != c.know {
			t.Errorf("%s within Ménaka region: %v, known %v", c.name, yes, known)
		}
	}
}

// A report on Mali names Boulikessi; GeoNames has it in Burkina Faso.
func TestBorderTown(t *testing.T) {
	g := world(t).With(dumps(t, "ML", "BF"))
	b := first(t, g, "Boulikessi", "ML")
	if b.Country != "BF" || b.ID != "geonames:2362013" {
		t.Errorf("Boulikessi: %s in %s", b.ID, b.Country)
	}
	mali, _ := g.ByID("country:ML")
	yes, known := g.Within(b, mali)
	t.Logf("Boulikessi in Mali: %v, known %v", yes, known)
	if yes {
		t.Error("Boulikessi is filed under Burkina Faso")
	}
}
