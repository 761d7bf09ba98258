package where_test

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"tocsin/read/text"
	"tocsin/read/where"
)

func ExampleOf() {
	doc, err := text.Parse(context.Background(), "A market in Potiskum was bombed, a spokesman said in Abuja.")
	if err != nil {
		fmt.Println(err)
		return
	}
	found := where.Find(doc, exampleWorld())
	for i, t := range doc.Sentences[0].Tokens {
		if t.Lemma == "bomb" {
			at, _ := where.Of(doc, found, 0, i)
			fmt.Println(t.Text, "in", found[at].Place.Text)
		}
	}
	// Output: bombed in Potiskum
}

// TestOf reads testdata/of: sentence | verb => place.
func TestOf(t *testing.T) {
	raw, err := os.ReadFile("testdata/of/verbs.txt")
	if err != nil {
		t.Fatal(err)
	}
	g, cases := world(t), 0
	for line := range strings.SplitSeq(string(raw), "\n") {
		in, rest, ok := strings.Cut(line, " | ")
		if !ok || line[0] == '#' {
			continue
		}
		cases++
		verb, want, _ := strings.Cut(rest, " => ")
		doc, err := text.Parse(context.Background(), in)
		if err != nil {
			t.Fatal(err)
		}
		found, s := where.Find(doc, g), &doc.Sentences[0]
		pred := slices.IndexFunc(s.Tokens, func(t text.Token) bool { return t.Text == verb })
		got := "-"
		if i, likely := where.Of(doc, found, 0, pred); i >= 0 {
			got = found[i].Place.Text
		} else if likely <= 0 || likely > 1 {
			t.Errorf("%s: likely %g", in, likely)
		}
		if got != want {
			t.Errorf("%s | %s is placed at %q, want %q", in, verb, got, want)
		}
	}
	if cases < 8 {
		t.Errorf("only %d cases", cases)
	}
}

// Whatever token is asked for, the answer is a place of the sentence or none.
func TestOfBounds(t *testing.T) {
	g := world(t)
	doc, err := text.Parse(context.Background(), "Troops left Goma for Bukavu. France objected. (")
	if err != nil {
		t.Fatal(err)
	}
	found := where.Find(doc, g)
	for s := range doc.Sentences {
		for pred := -2; pred < len(doc.Sentences[s].Tokens)+2; pred++ {
			i, likely := where.Of(doc, found, s, pred)
			if i < -1 || i >= len(found) || i >= 0 && found[i].Sent != s || likely <= 0 || likely > 1 {
				t.Errorf("sentence %d, token %d: %d, %g", s, pred, i, likely)
			}
		}
	}
}
