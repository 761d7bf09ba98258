package gazetteer_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tocsin/gazetteer"
	"tocsin/geo"
)

func itoa(i int) string { return strconv.Itoa(i) }

// TestLookup reads testdata/lookup.txt: a name, the hinted countries, and the
// best candidate as "country code name".
func TestLookup(t *testing.T) {
	g := world(t)
	raw, err := os.ReadFile("testdata/lookup.txt")
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for n, line := range strings.Split(string(raw), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		cases++
		left, want, _ := strings.Cut(line, "=>")
		name, hint, _ := strings.Cut(left, "|")
		want = strings.TrimSpace(want)
		got := "nothing"
		if m := g.Lookup(strings.TrimSpace(name), gazetteer.Hint{Countries: strings.Fields(hint)}); len(m) > 0 {
			got = fmt.Sprintf("%s %s %s", orDash(m[0].Place.Country), m[0].Place.Code, m[0].Place.Name)
		}
		if got != want {
			t.Errorf("lookup.txt:%d: %s: got %s", n+1, line, got)
		}
	}
	if cases < 40 {
		t.Errorf("only %d cases were read", cases)
	}
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

// Words near a name move the score, and never out of bounds.
func TestHintsMoveTheScore(t *testing.T) {
	g := world(t)
	paris := func(h gazetteer.Hint) gazetteer.Match { return g.Lookup("Paris", h)[0] }
	alone := paris(gazetteer.Hint{})
	texas := paris(gazetteer.Hint{Countries: []string{"US"}, Near: []geo.Point{{Lat: 32.78, Lon: -96.8}}})
	if alone.Place.Country != "FR" || texas.Place.Admin1Name != "Texas" {
		t.Errorf("Paris alone is in %s; beside Dallas, in %s", alone.Place.Country, texas.Place.Admin1Name)
	}
	if !strings.Contains(texas.Why, "km from another place of the document") || !strings.Contains(texas.Why, "one of ") {
		t.Errorf("why: %s", texas.Why)
	}
	fr := paris(gazetteer.Hint{Countries: []string{"FR"}})
	if fr.Score <= alone.Score {
		t.Errorf("a text on France scores Paris %g, no text at all %g", fr.Score, alone.Score)
	}
}

// Whatever is asked, scores lie in [0, 1] and fall, each candidate appears once,
// and the same question has the same answer.
func TestLookupProperties(t *testing.T) {
	g := world(t)
	names := rapid.SampledFrom([]string{"San José", "Victoria", "Santa Cruz", "Tripoli", "Springfield", "Georgia", "the Sahel",
		"City of Kano", "Hamadān", "St. Petersburg", "'", "region", "of", "Region of", "Mount", "北京", "U.S.", "al-", "\xff\xfe"})
	rapid.Check(t, func(t *rapid.T) {
		name := names.Draw(t, "name")
		if rapid.Bool().Draw(t, "any") {
			name = rapid.String().Draw(t, "free")
		}
		h := gazetteer.Hint{Countries: rapid.SliceOfN(rapid.SampledFrom([]string{"US", "LY", "NE", "", "??"}), 0, 2).Draw(t, "in"),
			Near: []geo.Point{{Lat: rapid.Float64Range(-90, 90).Draw(t, "lat"), Lon: rapid.Float64Range(-180, 180).Draw(t, "lon")}}}
		m := g.Lookup(name, h)
		seen := map[string]bool{}
		for i, c := range m {
			if !(c.Score >= 0 && c.Score <= 1) || c.Why == "" || seen[c.Place.ID] || !c.Place.Point().Valid() {
				t.Fatalf("%q: %+v", name, c)
			}
			if i > 0 && c.Score > m[i-1].Score {
				t.Fatalf("%q: not in order of score", name)
			}
			seen[c.Place.ID] = true
		}
		again := g.Lookup(name, h)
		if fmt.Sprint(m) != fmt.Sprint(again) {
			t.Fatalf("%q has two answers", name)
		}
	})
}

// A place of the user's own is found beside the world's, and one the world knows
// already is not found twice.
func TestWith(t *testing.T) {
	g := world(t)
	more := g.With([]gazetteer.Place{
		{ID: "geonames:2460596", Name: "Bamako", Country: "ML", Class: "P", Code: "PPLC", Lat: 12.64, Lon: -8, Alt: []string{"Bamakɔ"}},
		{ID: "own:1", Name: "Camp Qrnw", Country: "ML", Class: "S", Code: "INSM", Lat: 17, Lon: -1},
	}).With([]gazetteer.Place{{ID: "own:2", Name: "Camp Qrnw", Country: "NE", Class: "S", Code: "INSM", Lat: 17, Lon: 8}})
	if got := len(more.Lookup("Bamako", gazetteer.Hint{})); got != len(g.Lookup("Bamako", gazetteer.Hint{})) {
		t.Errorf("Bamako has %d candidates", got)
	}
	b, _ := more.ByID("geonames:2460596")
	if b.Lat != 12.64 || b.Population == 0 || b.Admin1Name == "" {
		t.Errorf("not merged: %+v", b)
	}
	if got := len(more.Lookup("camp qrnw", gazetteer.Hint{})); got != 2 {
		t.Errorf("two layers give %d places", got)
	}
	if got := g.Lookup("Camp Qrnw", gazetteer.Hint{}); len(got) != 0 {
		t.Errorf("the gazetteer beneath was changed: %v", got)
	}
}

func BenchmarkWorld(b *testing.B) {
	for b.Loop() {
		if _, err := gazetteer.World(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLookup(b *testing.B) {
	g := world(b)
	h := gazetteer.Hint{Countries: []string{"NG"}, Near: []geo.Point{{Lat: 11, Lon: 13}}}
	for b.Loop() {
		g.Lookup("Maiduguri", h)
	}
}
