package hedge

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"tocsin/read/text"
)

// scoreOf scores the verb "shell" of a sentence.
func scoreOf(sentence string) Scores {
	doc, err := text.Parse(context.Background(), sentence)
	if err != nil {
		panic(err)
	}
	for i, tok := range doc.Sentences[0].Tokens {
		if tok.Lemma == "shell" {
			return Factuality(doc, 0, i)
		}
	}
	panic("nobody shells in " + sentence)
}

// What is to come is sure and has not happened.
func ExampleFactuality() {
	for _, t := range []string{"The army shelled the port of Hodeidah.", "The army will shell the port of Hodeidah."} {
		s := scoreOf(t)
		fmt.Printf("sure %t, happened %t: %s\n", s.Committed > 1, s.Happened > 1, t)
	}
	// Output:
	// sure true, happened true: The army shelled the port of Hodeidah.
	// sure true, happened false: The army will shell the port of Hodeidah.
}

// The surer the text is of the shelling, the higher its score.
func TestScoresAreInOrder(t *testing.T) {
	last, before := Scores{3.1, 3.1}, ""
	for _, sentence := range []string{
		"The army shelled the port of Hodeidah.",
		"The army may have shelled the port of Hodeidah.",
		"The army did not shell the port of Hodeidah.",
	} {
		s := scoreOf(sentence)
		if s.Committed >= last.Committed || s.Happened >= last.Happened {
			t.Errorf("%v: %s\nis not below %v: %s", s, sentence, last, before)
		}
		last, before = s, sentence
	}
}

// Every sign of the weights is one that the reader can give: its kind stands in
// the signs of a few sentences.
func TestWeightsAreOfSignsThatExist(t *testing.T) {
	doc, err := text.Parse(context.Background(), "If you did not flee, the new mayor of Goma might already have been told, after the fighting ended, "+
		"to plan an alleged attack, I said! He tried to warn whether the alleged raids would be the failed sort that he called for. "+
		"No possible attack was the answer because rebels fled. If he wins, there will be a coup. Where is the likely risk of the attack?")
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]bool{}
	for s := range doc.Sentences {
		for i := range doc.Sentences[s].Tokens {
			for _, sign := range Signs(doc, s, i) {
				kind, _, _ := strings.Cut(sign, ":")
				kinds[kind] = true
			}
		}
	}
	w := weights()
	if len(w) < 300 || w[base] == (Scores{}) {
		t.Fatalf("%d weights, %v for %s", len(w), w[base], base)
	}
	for sign := range w {
		if kind, _, _ := strings.Cut(sign, ":"); !kinds[kind] {
			t.Errorf("%s: the reader gives no sign of this kind", sign)
		}
	}
}

// A bad line of the weights is refused with its line.
func TestWeightsThatDoNotRead(t *testing.T) {
	for _, line := range []string{"mark:if 0.1", "mark:if a 0.2", "mark:if 0.1 NaN", "mark:if 1 2 3"} {
		if _, err := readWeights("# head\n" + line + "\n"); err == nil || !strings.Contains(err.Error(), "weights.txt:2: ") {
			t.Errorf("%q: %v", line, err)
		}
	}
	if w, err := readWeights("# head\nmark:if -0.50 1\n"); err != nil || w["mark:if"] != (Scores{-0.5, 1}) {
		t.Errorf("%v, %v", w, err)
	}
}
