package who_test

import (
	"context"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"tocsin"
	"tocsin/actor"
	"tocsin/internal/shared"
	"tocsin/read/text"
	"tocsin/read/who"

	"pgregory.net/rapid"
)

// sound reports the first way in which a result contradicts itself or its text.
func sound(s string, r *who.Result) error {
	for k, m := range r.Mentions {
		if m.Span.In(s) != m.Text || m.Text == "" || m.Lo >= m.Hi {
			return fmt.Errorf("mention %d is %q, its span %v reads %q", k, m.Text, m.Span, m.Span.In(s))
		}
		if !slices.Contains([]string{"named", "nominal", "pronoun"}, m.How) || m.Type == "" || m.Type == "place" {
			return fmt.Errorf("mention %q is %q %q", m.Text, m.How, m.Type)
		}
		if m.Entity >= 0 && !slices.Contains(r.Entities[m.Entity].Mentions, k) {
			return fmt.Errorf("entity %d does not have its mention %q", m.Entity, m.Text)
		}
		if at, ok := r.At(m.Sent, m.Head); !ok || at.Sent != m.Sent {
			return fmt.Errorf("no mention at the head of %q", m.Text)
		}
	}
	for i, e := range r.Entities {
		if len(e.Mentions) == 0 || e.Name == "" || !slices.IsSorted(e.Mentions) {
			return fmt.Errorf("entity %d: %+v", i, e)
		}
	}
	for _, a := range r.Aliases {
		if a.Name.Entity != a.Alias.Entity || a.Name.Entity < 0 {
			return fmt.Errorf("alias %q of %q is another entity", a.Alias.Text, a.Name.Text)
		}
	}
	for _, t := range r.Traits {
		if !slices.Contains(tocsin.Traits, t.Rel) || t.Span.In(s) != t.Value.Text || t.Value.Text == "" || t.In >= len(r.Mentions) {
			return fmt.Errorf("trait %+v reads %q", t, t.Span.In(s))
		}
	}
	return nil
}

// Whatever pieces a text is put together from, what is found is in the text and
// agrees with itself, and a second reading finds the same.
func TestResultsAreSound(t *testing.T) {
	pieces := []string{"President Karl Weber", "the Red Front (RF)", "Malian", "soldiers", "said", "that", "he", "it", "their", "Colonel", "al-Shabaab",
		"of", "the", "leader", ",", "known as", "“the Fox”", "54", "25-year-old", "’s", "France", "(", ")", ".", "attacked", "and", "Weber", "who", "was", "a", "Shiite cleric", "Côte d'Ivoire"}
	reg, err := actor.Default()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		s := "The report says so. " + strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 25).Draw(t, "words"), " ") + "."
		doc, err := text.Parse(context.Background(), s)
		if err != nil {
			return // not English enough
		}
		r := who.Find(doc, reg, tocsin.MustDate("2020-08-20"))
		if err := sound(s, r); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
		if again := who.Find(doc, reg, tocsin.MustDate("2020-08-20")); !reflect.DeepEqual(r, again) {
			t.Fatalf("%q is read differently a second time", s)
		}
	})
}

// The sample brief, by facts about it: how many aliases, who gathers most
// mentions, what is unresolved.
func TestTheSampleBrief(t *testing.T) {
	raw, err := os.ReadFile(shared.Path(t, "reports/mali-coup-brief-2020-08.txt"))
	if err != nil {
		t.Fatal(err)
	}
	c := read(t, string(raw))
	if err := sound(c.text, c.res); err != nil {
		t.Fatal(err)
	}
	mentions := map[string]int{}
	for _, m := range c.res.Mentions {
		mentions[m.ID]++
	}
	for id, least := range map[string]int{"keita-ibrahim-boubacar": 10, "dicko-mahmoud": 11, "kouffa-amadou": 4, "diaw-malick": 3,
		"sanogo-amadou": 3, "cisse-boubou": 1, "jnim": 8, "isgs": 4, "flm": 1, "m5-rfp": 3, "barkhane": 1, "government-of-france": 7} {
		if mentions[id] < least {
			t.Errorf("%s: %d mentions, want %d or more", id, mentions[id], least)
		}
	}
	var aliases []string
	for _, a := range c.res.Aliases {
		aliases = append(aliases, a.Alias.Text)
	}
	if want := []string{"IBK", "JNIM", "ISGS", "Malian Khomeini"}; !slices.Equal(aliases, want) {
		t.Errorf("aliases %q, want %q", aliases, want)
	}
}

// FuzzFind: no text, however broken, breaks the reading or makes it say what is
// not in the text.
func FuzzFind(f *testing.F) {
	f.Add("President Karl Weber (KW), 54, the leader of the Red Front, said he would go.")
	f.Add("the man known as the ‘Fox’ ( ) , ’s ’s Colonel Colonel of of")
	reg, err := actor.Default()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		doc, err := text.Parse(context.Background(), s)
		if err != nil {
			return
		}
		if err := sound(doc.Text, who.Find(doc, reg, 0)); err != nil {
			t.Error(err)
		}
	})
}

func BenchmarkFind(b *testing.B) {
	const one = "General Hamid Osman Tahir, the head of the Northern Defence Council (NDC), said on Monday that his forces had taken the town of Karima. Tahir, 61, denied that they had fired on residents. The African Union condemned the attack. "
	doc, err := text.Parse(context.Background(), strings.Repeat(one, 25)) // about 1,000 words
	if err != nil {
		b.Fatal(err)
	}
	reg, err := actor.Default()
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		who.Find(doc, reg, tocsin.MustDate("2020-08-20"))
	}
}

func ExampleFind() {
	const report = "General Hamid Osman Tahir, the head of the Northern Defence Council (NDC), spoke in Karima. " +
		"Tahir, 61, said the NDC would not talk to the Sudanese government."
	doc, err := text.Parse(context.Background(), report)
	if err != nil {
		fmt.Println(err)
		return
	}
	reg, err := actor.Default()
	if err != nil {
		fmt.Println(err)
		return
	}
	r := who.Find(doc, reg, tocsin.MustDate("2020-08-20"))
	for _, e := range r.Entities {
		var texts []string
		for _, k := range e.Mentions {
			texts = append(texts, r.Mentions[k].Text)
		}
		fmt.Printf("%s (%s): %s\n", e.Name, e.Type, strings.Join(texts, " | "))
	}
	for _, t := range r.Traits {
		fmt.Println(t.Rel, "of", t.Of.Text, "=", t.Value.Text)
	}
	// Output:
	// Hamid Osman Tahir (person): General Hamid Osman Tahir | the head of the Northern Defence Council | Tahir
	// Northern Defence Council (organisation): the Northern Defence Council | NDC | the NDC
	// the Sudanese government (state): the Sudanese government
	// rank of General Hamid Osman Tahir = General
	// role of General Hamid Osman Tahir = head of the Northern Defence Council
	// age of Tahir = 61
}
