package doubt

import (
	"context"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"tocsin"
	"tocsin/read/text"
)

// asWritten reads the weights of the file that is built in as they stand there.
func asWritten(t *testing.T) (bias float64, weights map[string]float64) {
	t.Helper()
	weights = map[string]float64{}
	for line := range strings.Lines(raw) {
		num, name, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		w, err := strconv.ParseFloat(num, 64)
		if !ok {
			continue // the comment
		}
		if err != nil {
			t.Fatal(err)
		}
		weights[name] = w
	}
	bias = weights[biasName]
	delete(weights, biasName)
	return bias, weights
}

// TestWeights holds the file that is built in to the form that it is written in.
func TestWeights(t *testing.T) {
	if _, err := parse(raw); err != nil {
		t.Fatal(err)
	}
	bias, weights := asWritten(t)
	if len(weights) < 100 || Write(bias, weights) != raw {
		t.Errorf("weights.txt has %d weights, or is not as Write writes it", len(weights))
	}
	for _, bad := range []string{"1.0 words", "x\twords", "1\ta\n2\ta"} {
		if _, err := parse(bad); err == nil {
			t.Errorf("%q is taken for weights", bad)
		}
	}
}

// kill is what a reader makes of "gunmen killed three farmers" in a sentence.
func kill(doc *text.Doc, from, actor, victims string) *tocsin.Statement {
	span := func(words string) tocsin.Span {
		for i := range doc.Text {
			if len(doc.Text)-i >= len(words) && doc.Text[i:i+len(words)] == words {
				return tocsin.Span{i, i + len(words)}
			}
		}
		panic(words)
	}
	return &tocsin.Statement{Kind: tocsin.KindEvent, Act: "assault", Mode: "kill", Span: span(from), Certainty: tocsin.NewCertainty("is", "certain", "asserted"),
		Actors:     []tocsin.Mention{{Text: actor, Span: span(actor)}},
		Recipients: []tocsin.Mention{{Text: victims, Span: span(victims)}}}
}

func ExampleOf() {
	for _, sentence := range []string{
		"Gunmen killed three farmers near Wukari on Monday.",
		"The governor, who had warned in May that gunmen whom the army was unable to stop would return if the road stayed closed, said he had been told that they killed three farmers and that others, among them two of his own guards, were missing.",
	} {
		doc, err := text.Parse(context.Background(), sentence)
		if err != nil {
			panic(err)
		}
		actor := "Gunmen"
		if sentence[0] == 'T' {
			actor = "gunmen"
		}
		d := Of(doc, kill(doc, sentence, actor, "three farmers"))
		fmt.Println("surely read:", d <= Sure)
	}
	// Output:
	// surely read: true
	// surely read: false
}

// TestOfNowhere gives full doubt to a statement that no sentence holds.
func TestOfNowhere(t *testing.T) {
	doc, err := text.Parse(context.Background(), "Gunmen killed three farmers.")
	if err != nil {
		t.Fatal(err)
	}
	if d := Of(doc, &tocsin.Statement{Kind: tocsin.KindEvent, Span: tocsin.Span{900, 910}}); d != 1 {
		t.Errorf("doubt %v, want 1", d)
	}
}

// TestSum holds the sum over a reading to that over the features written out.
func TestSum(t *testing.T) {
	doc, err := text.Parse(context.Background(), "Soldiers said on Monday that gunmen, who had come from Wukari, killed three farmers.")
	if err != nil {
		t.Fatal(err)
	}
	s := kill(doc, "gunmen, who had come from Wukari, killed three farmers", "gunmen", "three farmers")
	s.Says = []tocsin.Speaker{{Text: "Soldiers", Type: "collective", Cue: "said", Span: tocsin.Span{0, 8}}}
	z, weights := asWritten(t)
	for _, f := range Describe(doc, s) {
		z += weights[f]
	}
	if got, want := Of(doc, s), 1/(1+math.Exp(-z)); math.Abs(got-want) > 1e-9 {
		t.Errorf("doubt %v, of the written features %v", got, want)
	}
}
