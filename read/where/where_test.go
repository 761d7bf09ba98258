package where_test

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tocsin/gazetteer"
	"tocsin/internal/shared"
	"tocsin/read/text"
	"tocsin/read/where"
)

func Example() {
	g, err := gazetteer.World()
	if err != nil {
		fmt.Println(err)
		return
	}
	doc, err := text.Parse(context.Background(), "Soldiers from the garrison at Thiès drove to Dakar. France would not comment on events in Senegal.")
	if err != nil {
		fmt.Println(err)
		return
	}
	found := where.Find(doc, g)
	for _, f := range found {
		fmt.Println(f.Place.Text, f.Place.Role, f.Place.Precision, f.Country, "acts:", f.Actor)
	}
	fmt.Println(where.Subject(found, g))
	// Output:
	// Thiès at town SN acts: false
	// Dakar to town SN acts: false
	// France in country FR acts: true
	// Senegal in country SN acts: false
	// SN true
}

// The country of a report is where things happen, not who comments.
func TestSubject(t *testing.T) {
	g := world(t)
	for in, want := range map[string]string{
		"Protests spread from Lima to Cusco and Arequipa. The United States urged calm.":                           "PE",
		"France and Germany condemned the arrests in Minsk. Belarusian police held 200 people in Gomel.":           "BY",
		"Fighting resumed in Kassala and El Obeid, the Sudanese army said. Egypt and Ethiopia offered to mediate.": "SD",
		"Nothing happened anywhere.": "",
	} {
		doc, err := text.Parse(context.Background(), in)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := where.Subject(where.Find(doc, g), g); got != want || ok != (want != "") {
			t.Errorf("%s is about %q, not %s", in, got, want)
		}
	}
}

// One unknown name must not lose the others, and a village of one's own is found
// as soon as the gazetteer has it.
func TestOwnPlaces(t *testing.T) {
	g := world(t)
	const in = "Raiders burnt the village of Dankowazagi, 20 km from Maiduguri."
	doc, err := text.Parse(context.Background(), in)
	if err != nil {
		t.Fatal(err)
	}
	without := where.Find(doc, g)
	if len(without) != 2 || len(without[0].Place.Candidates) != 0 || without[1].Country != "NG" {
		t.Fatalf("%s", show(without))
	}
	g = g.With([]gazetteer.Place{{ID: "own:1", Name: "Dankowazagi", Country: "NG", Class: "P", Code: "PPL", Lat: 11.9, Lon: 13.3}})
	with := where.Find(doc, g)
	if len(with) != 2 || len(with[0].Place.Candidates) != 1 || with[0].Place.Candidates[0].ID != "own:1" || with[0].Place.Precision != "town" {
		t.Errorf("%s", show(with))
	}
}

// The sample report with the Mali dump, by sentence number.
func TestMaliPage(t *testing.T) {
	page, err := os.ReadFile(shared.Path(t, "reports/mali-coup-brief-2020-08.txt"))
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open(shared.Path(t, "data/places/geonames_ML.txt.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	places, _, err := gazetteer.ReadGeoNames(f.Name(), f)
	if err != nil {
		t.Fatal(err)
	}
	g := world(t).With(places)
	doc, err := text.Parse(context.Background(), string(page))
	if err != nil {
		t.Fatal(err)
	}
	found := where.Find(doc, g)
	bySentence := map[int]string{}
	for i := range doc.Sentences {
		var in []where.Found
		for _, f := range found {
			if f.Sent == i {
				in = append(in, f)
			}
		}
		bySentence[doc.Sentences[i].Number] = show(in)
	}
	for n, want := range map[int]string{
		5: "Kati barracks | from near feature | Kati, ML | relation: outside Bamako\n" +
			"Bamako | near near capital | Bamako, ML | relation: outside | nested\n",
		8: "Yangasso | at town town | Yangasso, ML | relation: as far south as\n" +
			"Ségou region | in admin1 admin | Ségou Region, ML | relation: of central Mali | nested\n" +
			"central Mali | in region region | central Mali, ML | nested\n" +
			"Bamako | near near capital | Bamako, ML | relation: approximately 200 miles from\n",
		13: "", // a man whose name is a village's
		15: "",
		20: "France | in country country | France, FR | actor\nMali | in country country | Mali, ML\n",
		22: "Kati barracks | to near feature | Kati, ML\n",
	} {
		if bySentence[n] != want {
			t.Errorf("sentence %d: got\n%swant\n%s", n, bySentence[n], want)
		}
	}
	if c, ok := where.Subject(found, g); c != "ML" || !ok {
		t.Errorf("the page is about %q", c)
	}
}

// Whatever the text, spans are the text, roles and precisions are admitted ones,
// and the same text gives the same answer.
func TestProperties(t *testing.T) {
	g := world(t)
	words := rapid.SampledFrom([]string{"in", "near", "Goma", "the", "Ségou", "region", "of", "Mali", ",", "and", "Paris", "north", "between",
		"fled", "Hilton", "President", "U.S.", "barracks", "'s", "coup", "30", "km", "from", "Port", "-", "au", "Prince", ".", "(", "“", "Lake", "Chad",
		"Russia", "eastern", "United", "Nations", "BAMAKO", "Miss."})
	roles, precisions := " at from to near toward in ", " point near town admin2 admin1 country region unknown "
	rapid.Check(t, func(t *rapid.T) {
		in := strings.Join(rapid.SliceOfN(words, 1, 25).Draw(t, "words"), " ")
		doc, err := text.Parse(context.Background(), in)
		if err != nil {
			return
		}
		found := where.All(doc, g)
		for _, f := range found {
			s := doc.Sentences[f.Sent]
			if f.Lo < 0 || f.Hi > len(s.Tokens) || f.Lo >= f.Hi || f.Head < f.Lo || f.Head >= f.Hi || f.Span.In(in) != f.Place.Text {
				t.Fatalf("%q: %+v", in, f)
			}
			if !strings.Contains(roles, " "+f.Place.Role+" ") || !strings.Contains(precisions, " "+f.Place.Precision+" ") {
				t.Fatalf("%q: role %q, precision %q", in, f.Place.Role, f.Place.Precision)
			}
			if f.Ground >= len(found) || f.Ground >= 0 && !found[f.Ground].Nested {
				t.Fatalf("%q: ground %d", in, f.Ground)
			}
			for _, c := range f.Place.Candidates {
				if !(c.Score >= 0 && c.Score <= 1 && c.Lat >= -90 && c.Lat <= 90 && c.Lon >= -180 && c.Lon <= 180) {
					t.Fatalf("%q: %+v", in, c)
				}
			}
		}
		if a, b := fmt.Sprintf("%+v", found), fmt.Sprintf("%+v", where.All(doc, g)); a != b {
			t.Fatalf("%q has two answers", in)
		}
	})
}

// BenchmarkFind reads about a hundred names in a text of a thousand words.
func BenchmarkFind(b *testing.B) {
	g := world(b)
	in := strings.Repeat("Soldiers from Lungi barracks outside Freetown drove to Bo and Kenema in eastern Sierra Leone. Protests spread in Paris, Texas. ", 48)
	doc, err := text.Parse(context.Background(), in)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		where.Find(doc, g)
	}
}
