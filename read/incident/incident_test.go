package incident_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tocsin/internal/shared"
	"tocsin/read/incident"
	"tocsin/read/score"
	"tocsin/read/text"
)

func ExampleFind() {
	doc, err := text.Parse(context.Background(), "A car bomb exploded in front of the police headquarters in Medellin today. Two vehicles were destroyed. "+
		"Nobody has claimed responsibility for the attack.")
	if err != nil {
		fmt.Println(err)
		return
	}
	list, err := incident.Find(context.Background(), doc)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, in := range list {
		fmt.Println(in.Type)
		for _, w := range in.Weapon {
			fmt.Println("weapon:", w.Text)
		}
	}
	// Output:
	// bombing
	// weapon: car bomb
}

func ExampleRecase() {
	fmt.Println(incident.Recase("the mayor of usulutan was not hurt.  nobody was arrested."))
	// Output:
	// The mayor of Usulutan was not hurt.  Nobody was arrested.
}

// TestDevScore holds the reader to what it reached on MUC-4 dev, which chose
// the floors of assemble.go and taught nothing.
func TestDevScore(t *testing.T) {
	const floor = 43.0
	raw, err := os.ReadFile(shared.Path(t, "data/text/muc4/dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	gold, err := score.ParseMUC4("dev.jsonl", raw, true)
	if err != nil {
		t.Fatal(err)
	}
	var answers []score.MUCDoc
	for _, d := range gold {
		templates, err := score.Incidents(context.Background(), d.Text)
		if err != nil {
			t.Fatal(err)
		}
		answers = append(answers, score.MUCDoc{ID: d.ID, Templates: templates})
	}
	s, err := score.ScoreMUC4(context.Background(), gold, "tocsin", answers)
	if err != nil {
		t.Fatal(err)
	}
	list := s.Metrics("dev")
	for _, m := range list {
		t.Log(m)
	}
	if got := list[0].Value; got < floor {
		t.Errorf("micro-F1 on dev %.2f, was at least %.2f", got, floor)
	}
}

// TestSpans: every mention is the text at its span, no slot holds the same
// string twice, and scores are probabilities in falling order.
func TestSpans(t *testing.T) {
	parts := strings.Split("A car bomb exploded|Guerrillas of the National Front|killed|Mayor Juan Perez Soto|in front of the embassy|.|"+
		"The police|kidnapped|two men|with dynamite|and|was attacked by|unidentified individuals|yesterday|(FNL)|the front claimed|said", "|")
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 1, 40).Draw(t, "parts"), " ")
		doc, err := text.Parse(context.Background(), s)
		if err != nil {
			t.Skip("not English")
		}
		list, err := incident.Find(context.Background(), doc)
		if err != nil {
			t.Fatal(err)
		}
		sound(t, s, list)
	})
}

// sound fails where the incidents cannot be those of the text.
func sound(t interface{ Fatalf(string, ...any) }, s string, list []incident.Incident) {
	if len(list) > 4 {
		t.Fatalf("%d incidents", len(list))
	}
	last := 1.0
	for _, in := range list {
		if in.Score > last || in.Score <= 0 {
			t.Fatalf("score %v after %v", in.Score, last)
		}
		last = in.Score
		for slot, entities := range slotsOf(in) {
			seen := make(map[string]bool)
			for _, e := range entities {
				if e.Text == "" || e.Span.In(s) != e.Text || seen[e.Text] || len(e.Spans) == 0 || e.Score <= 0 || e.Score > 1 {
					t.Fatalf("%s %+v of %q", slot, e, s)
				}
				seen[e.Text] = true
			}
		}
	}
}

func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := incident.Find(ctx, text.Tokenize("A bomb exploded.")); !errors.Is(err, context.Canceled) {
		t.Errorf("err = %v", err)
	}
}

// TestRecaseKeepsPlaces: the bytes stay where they are, and only small letters change.
func TestRecaseKeepsPlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := rapid.String().Draw(t, "s")
		got := incident.Recase(s)
		if len(got) != len(s) {
			t.Fatalf("%d bytes became %d", len(s), len(got))
		}
		for i := range s {
			if got[i] != s[i] && (s[i] < 'a' || s[i] > 'z' || got[i] != s[i]-32) {
				t.Fatalf("byte %d: %q became %q", i, s[i], got[i])
			}
		}
	})
}

// FuzzFind: no text makes it fail, and what it finds is in the text.
func FuzzFind(f *testing.F) {
	f.Add("A bomb exploded in the embassy. The FMLN claimed responsibility.")
	f.Add("guerrillas killed dr. juan perez.    two bombs (bombs) \"exploded\"")
	f.Add("((((((((((\x00\xff\u202e bomb 's '  the the the a")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 4<<10 {
			return
		}
		s = incident.Recase(s)
		doc, err := text.Parse(context.Background(), s)
		if err != nil {
			doc = text.Tokenize(s) // no tags and no tree must do no harm either
		}
		list, err := incident.Find(context.Background(), doc)
		if err != nil {
			t.Fatal(err)
		}
		sound(t, s, list)
	})
}

// BenchmarkFind reads one report of 400 words after its parse.
func BenchmarkFind(b *testing.B) {
	const one = "Guerrillas of the National Front attacked the police station of San Vicente with rockets on Monday and killed Sergeant Pedro Molina Ruiz, the governor said. "
	s := strings.Repeat(one, 16)
	doc, err := text.Parse(context.Background(), s)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := incident.Find(context.Background(), doc); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(strings.Fields(s)))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
