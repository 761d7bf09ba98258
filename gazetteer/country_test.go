package gazetteer_test

import (
	"compress/gzip"
	"encoding/csv"
	"io"
	"os"
	"strings"
	"testing"

	"tocsin/gazetteer"
	"tocsin/geo"
	"tocsin/internal/shared"
)

// Fifty capitals on five continents, many of them on a border river or a coast.
func TestCountryAtCapitals(t *testing.T) {
	g := world(t)
	for iso := range strings.FieldsSeq("ML BF NE SN CI GN MR TD NG BJ TG GH CF CD CG CM SD SS ET SO KE RW BI LY TN EG SY IQ JO LB YE AF PK MM LA KH TH UA GE AM PY UY BO VE HT MX US GB SE PH RU FJ NZ JP") {
		p, ok := g.Capital(iso)
		if !ok {
			t.Errorf("%s has no capital", iso)
			continue
		}
		if at, ok := g.CountryAt(p.Point()); !ok || at != iso {
			t.Errorf("%s lies in %q, not %s", p.Name, at, iso)
		}
	}
	for lon, want := range map[float64]string{179: "RU", -175: "RU"} { // Chukotka, on both sides of the date line
		if at, _ := g.CountryAt(geo.Point{Lat: 67, Lon: lon}); at != want {
			t.Errorf("67 N, %g lies in %q, not %s", lon, at, want)
		}
	}
	if at, ok := g.CountryAt(geo.Point{Lat: 0, Lon: -25}); ok {
		t.Errorf("the middle of the Atlantic lies in %s", at)
	}
	if at, ok := g.CountryAt(geo.Point{Lat: 91, Lon: 0}); ok {
		t.Errorf("a point off the Earth lies in %s", at)
	}
}

// Datasets and texts write a country in many ways.
func TestCountryNamed(t *testing.T) {
	g := world(t)
	for name, want := range map[string]string{
		"Mali": "ML", "mali": "ML", "Ivory Coast": "CI", "Côte d’Ivoire": "CI", "DR Congo (Zaire)": "CD", "D.R. Congo": "CD",
		"Yemen (North Yemen)": "YE", "Myanmar (Burma)": "MM", "Burma": "MM", "Russia (Soviet Union)": "RU", "U.S.": "US",
		"the United States": "US", "USA": "US", "U.K.": "GB", "Britain": "GB", "the Netherlands": "NL", "UAE": "AE", "CAR": "CF",
		"Swaziland": "SZ", "Türkiye": "TR", "Republic of Korea": "KR", "Cape Verde": "CV", "Upper Volta": "BF",
	} {
		if c, ok := g.CountryNamed(name); !ok || c.ISO2 != want {
			t.Errorf("%s is %q, want %s", name, c.ISO2, want)
		}
	}
	for _, name := range []string{"us", "car", "Malian", "Bamako", "", "Atlantis", "the"} {
		if c, ok := g.CountryNamed(name); ok {
			t.Errorf("%q is taken for %s", name, c.Name)
		}
	}
	for word, want := range map[string]string{"Malian": "ML", "Malians": "ML", "Nigerien": "NE", "Nigerian": "NG", "Ivorians": "CI",
		"French": "FR", "Congolese": "CD", "burkinabé": "BF", "Dutch": "NL"} {
		if c, ok := g.DemonymOf(word); !ok || c.ISO2 != want {
			t.Errorf("%s is of %q, want %s", word, c.ISO2, want)
		}
	}
	if c, ok := g.DemonymOf("Mali"); ok {
		t.Errorf("a country's name is no demonym: %s", c.Name)
	}
}

// Codes are no duplicates, neighbours are mutual, and a state number belongs to
// one state.
func TestCountryTable(t *testing.T) {
	g := world(t)
	for _, c := range g.Countries() {
		p, ok := g.ByID("country:" + c.ISO2)
		if !ok || !p.Point().Valid() {
			t.Errorf("%s lies at %v", c.Name, p.Point())
		}
		for _, way := range []string{"north", "southeast", "west", "central"} {
			if pt, ok := g.Part(c.ISO2, way); ok && !pt.Valid() {
				t.Errorf("the %s of %s lies at %v", way, c.Name, pt)
			}
		}
	}
	gw, iso3 := map[int]string{}, map[string]string{}
	for _, c := range g.Countries() {
		if other, ok := gw[c.GW]; ok && c.GW != 0 {
			t.Errorf("%s and %s share the number %d", c.Name, other, c.GW)
		}
		if other, ok := iso3[c.ISO3]; ok {
			t.Errorf("%s and %s share the code %s", c.Name, other, c.ISO3)
		}
		gw[c.GW], iso3[c.ISO3] = c.Name, c.Name
		for _, n := range c.Neighbours {
			k, ok := g.CountryOf(n)
			if !ok || !strings.Contains(" "+strings.Join(k.Neighbours, " ")+" ", " "+c.ISO2+" ") {
				t.Errorf("%s borders %s, which does not know it", c.Name, n)
			}
		}
	}
	if c, _ := g.CountryOf("MLI"); c.GW != 432 || c.COW != 432 || c.Capital != "Bamako" {
		t.Errorf("Mali: %+v", c)
	}
}

// Every country that UCDP GED and the three coup lists name is known.
func TestDatasetCountries(t *testing.T) {
	g := world(t)
	for _, f := range []struct{ file, column string }{
		{"data/events/ged211_prec12_global.csv.gz", "country"},
		{"data/events/ged231_sample1000_all49cols.csv", "country"},
		{"data/coups/cline_coup_2.1.2.csv", "country"},
		{"data/coups/powell_thyne_events_V2019.04.22.csv", "country"},
		{"data/coups/colpus_basic.csv", "statenme"},
	} {
		for name := range column(t, shared.Path(t, f.file), f.column) {
			if _, ok := g.CountryNamed(name); !ok {
				t.Errorf("%s: %q is unknown", f.file, name)
			}
		}
	}
}

func column(t *testing.T, name, col string) map[string]bool {
	f, err := os.Open(name)
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
	in := csv.NewReader(r)
	in.LazyQuotes = true
	in.ReuseRecord = true
	head, err := in.Read()
	if err != nil {
		t.Fatal(err)
	}
	at := -1
	for i, h := range head {
		if h == col {
			at = i
		}
	}
	seen := map[string]bool{}
	for {
		rec, err := in.Read()
		if err == io.EOF {
			return seen
		}
		if err != nil {
			t.Fatal(err)
		}
		seen[strings.Clone(rec[at])] = true
	}
}

// Codes come first; where they and the borders contradict each other, Within
// says that it does not know.
func TestWithin(t *testing.T) {
	g := world(t)
	place := func(name, country string) gazetteer.Place { return first(t, g, name, country) }
	country := func(iso string) gazetteer.Place { p, _ := g.ByID("country:" + iso); return p }
	for _, c := range []struct {
		p, in     gazetteer.Place
		yes, know bool
	}{
		{place("Maiduguri", "NG"), country("NG"), true, true},
		{place("Maiduguri", "NG"), place("Borno State", "NG"), true, true},
		{place("Kano", "NG"), place("Borno State", "NG"), false, true},
		{place("Goma", "CD"), country("RW"), false, true},
		{country("ML"), country("ML"), true, true},
		{country("NG"), place("Borno State", "NG"), false, true},
		{place("Kano", "NG"), place("Abuja", "NG"), false, false},
		{gazetteer.Place{ID: "own:1", Name: "Camp", Lat: 12.1, Lon: 15.0, Class: "S"}, country("TD"), true, true},
		{gazetteer.Place{ID: "own:2", Name: "Buoy", Lat: 0, Lon: -25, Class: "S"}, country("TD"), false, false},
		{gazetteer.Place{ID: "own:3", Name: "Camp", Country: "CM", Lat: 12.1, Lon: 15.0, Class: "S"}, country("TD"), false, false},
	} {
		if yes, known := g.Within(c.p, c.in); yes != c.yes || known != c.know {
			t.Errorf("%s within %s: %v, known %v", c.p.Name, c.in.Name, yes, known)
		}
	}
}
