package claim

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"

	"pgregory.net/rapid"

	"tocsin"
	"tocsin/gazetteer"
	"tocsin/read/text"
	"tocsin/read/when"
	"tocsin/read/where"
)

var published = tocsin.MustDate("2020-08-20")

var world = sync.OnceValues(gazetteer.World)

// find reads a text as package read does, without named actors.
func find(t testing.TB, s string) (*text.Doc, []Found) {
	t.Helper()
	g, err := world()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := text.Parse(context.Background(), s)
	if err != nil {
		return nil, nil
	}
	places := where.Find(doc, g)
	iso, _ := where.Subject(places, g)
	return doc, Find(doc, Context{Published: published, Country: iso, When: when.Find(doc, published), Where: places, Gazetteer: g})
}

// line writes what a claim fixes.
func line(k tocsin.Claim) string {
	parts := []string{string(k.Form)}
	if k.Op != "" {
		parts[0] += " " + k.Op
	}
	if k.Value != nil {
		parts[0] += " " + strconv.FormatFloat(*k.Value, 'g', -1, 64) + " " + string(k.Unit)
	}
	if geographic(k.Form) {
		return parts[0] + " | " + k.Places[0].Text + ", " + k.Places[1].Text
	}
	if k.Of != nil {
		what := k.Of.Measure
		if strings.Contains(k.Of.Act, "coup") {
			what = k.Of.Act
		}
		of := "of " + what
		if k.Of.Actor != "" {
			of += " by " + k.Of.Actor
		}
		parts = append(parts, of+" in "+k.Of.Country)
	}
	if w := k.Window; w != nil {
		s := w.From.String() + ".."
		if w.Open == "none" {
			s += w.To.String()
		}
		if w.Anchor != nil {
			s += " " + w.Anchor.Rel + " " + w.Anchor.Text
		}
		parts = append(parts, s)
	}
	if k.Than != nil {
		parts = append(parts, "than "+k.Than.Actor+k.Than.Country)
	}
	for _, p := range k.Places {
		parts = append(parts, "at "+p.Text)
	}
	return strings.Join(parts, " | ")
}

// TestClaims reads testdata/claims.txt: each text gives exactly the claims under it.
func TestClaims(t *testing.T) {
	f, err := os.Open("testdata/claims.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	said, want := "", []string{}
	check := func() {
		if said == "" {
			return
		}
		_, found := find(t, said)
		var got []string
		for _, k := range found {
			got = append(got, line(k.Claim))
		}
		if g, w := strings.Join(got, "\n"), strings.Join(want, "\n"); g != w {
			t.Errorf("%s\n got:\n%s\nwant:\n%s", said, g, w)
		}
	}
	for sc := bufio.NewScanner(f); sc.Scan(); {
		l := sc.Text()
		switch {
		case strings.HasPrefix(l, "> "):
			check()
			said, want = l[2:], nil
		case l != "" && l[0] != '#':
			want = append(want, l)
		}
	}
	check()
}

// TestQuantity: the words before and after a number say how it bounds.
func TestQuantity(t *testing.T) {
	for _, c := range []struct {
		text  string
		op    string
		value float64
	}{
		{"at least 24 attacks", ">=", 24}, {"more than 1,000 people", ">", 1000}, {"nearly two hundred", "~", 200}, {"no fewer than thirty-five", ">=", 35},
		{"up to 40", "<=", 40}, {"1.5 million people", "=", 1.5e6}, {"two dozen attacks", "=", 24}, {"hundreds of people", ">=", 200}, {"tens of thousands of people", ">=", 20000},
		{"three thousand four hundred", "=", 3400}, {"200 or more", ">=", 200}, {"an estimated 90", "~", 90}, {"fewer than 12", "<", 12},
	} {
		doc, err := text.Parse(context.Background(), c.text)
		if err != nil {
			t.Fatal(err)
		}
		s := newSentence(doc, &Context{Gazetteer: mustWorld(t)}, 0)
		var got number
		for i := range s.toks {
			if q, ok := s.quantity(i); ok {
				got = q
				break
			}
		}
		if got.op != c.op || got.value != c.value {
			t.Errorf("%q: %s %g, want %s %g", c.text, got.op, got.value, c.op, c.value)
		}
	}
}

func mustWorld(t testing.TB) *gazetteer.Gazetteer {
	g, err := world()
	if err != nil {
		t.Fatal(err)
	}
	return g
}

// sound holds what every claim of every text must be.
func sound(t interface{ Errorf(string, ...any) }, s string, found []Found) {
	for _, f := range found {
		if f.Span[0] < 0 || f.Span[1] > len(s) || f.Span[0] >= f.Span[1] || !strings.Contains(s, f.Claim.Text) || f.Claim.Text == "" {
			t.Errorf("%q: span %v, text %q", s, f.Span, f.Claim.Text)
		}
		if k := f.Claim; k.Value != nil && !tocsin.Finite(*k.Value) || k.Unit != "" && !k.Unit.Known() || geographic(k.Form) && len(k.Places) != 2 {
			t.Errorf("%q: %+v", s, k)
		}
	}
}

// TestRapidNumbers: a distance comes out with the number and the bound that went in.
func TestRapidNumbers(t *testing.T) {
	bounds := map[string]string{"": "=", "about ": "~", "more than ": ">", "at least ": ">=", "less than ": "<", "nearly ": "~"}
	words := []string{"", "about ", "more than ", "at least ", "less than ", "nearly "}
	rapid.Check(t, func(rt *rapid.T) {
		n := rapid.IntRange(2, 9999).Draw(rt, "km")
		word := rapid.SampledFrom(words).Draw(rt, "bound")
		s := fmt.Sprintf("Gao is %s%d km from Bamako.", word, n)
		_, found := find(t, s)
		if len(found) != 1 || found[0].Claim.Form != tocsin.FormDistance || *found[0].Claim.Value != float64(n) || found[0].Claim.Op != bounds[word] {
			rt.Fatalf("%q: %+v", s, found)
		}
		sound(rt, s, found)
	})
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{"JNIM has begun launching attacks as far south as Yangasso, approximately 200 miles from Bamako.", "as far south as", "more than than in 2014", "first since",
		"Mali's last coup in 2012", "between 10 and 20 killed", "the the the of of", "1,2,3 km from from", "\u200f200 km north of مالي"} {
		f.Add(s)
	}
	find(f, "Gao is in Mali.") // the gazetteer is read before the clock of an input runs
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 400 {
			return
		}
		if doc, found := find(t, s); doc != nil {
			sound(t, s, found)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	g, err := world()
	if err != nil {
		b.Fatal(err)
	}
	s := strings.Repeat("JNIM has begun launching attacks as far south as San, approximately 200 miles from Bamako. More than 1,000 people were killed in Mali in 2019. ", 20)
	doc, err := text.Parse(context.Background(), s)
	if err != nil {
		b.Fatal(err)
	}
	c := Context{Published: published, Country: "ML", When: when.Find(doc, published), Where: where.Find(doc, g), Gazetteer: g}
	for b.Loop() {
		Find(doc, c)
	}
	b.ReportMetric(float64(len(doc.Sentences))*float64(b.N)/b.Elapsed().Seconds(), "sentences/s")
}

// ExampleFind takes one sentence apart into its claims.
func ExampleFind() {
	g, _ := gazetteer.World()
	doc, _ := text.Parse(context.Background(), "Gao lies about 950 km north-east of Bamako.")
	for _, f := range Find(doc, Context{Where: where.Find(doc, g), Gazetteer: g}) {
		fmt.Println(line(f.Claim))
	}
	// Output:
	// distance ~ 950 km | Gao, Bamako
	// direction 45 bearing | Gao, Bamako
}
