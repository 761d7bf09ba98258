package text_test

import (
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"
	"time"

	"tocsin/read/text"
)

func parse(t testing.TB, s string) *text.Doc {
	t.Helper()
	doc, err := text.Parse(context.Background(), s)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// find returns the sentence and token whose text is word.
func find(t *testing.T, doc *text.Doc, word string) (*text.Sentence, int) {
	t.Helper()
	for k := range doc.Sentences {
		for i := range doc.Sentences[k].Tokens {
			if doc.Sentences[k].Tokens[i].Text == word {
				return &doc.Sentences[k], i
			}
		}
	}
	t.Fatalf("no %q in %q", word, doc.Text)
	return nil, 0
}

func TestBaseNounPhrases(t *testing.T) {
	for _, c := range []struct{ text, head, want string }{
		{"The police arrested 41-year-old Captain Ibrahim Traoré in Ouagadougou.", "Ibrahim", "41-year-old Captain Ibrahim Traoré"},
		{"At least 24 soldiers died in the attack.", "soldiers", "At least 24 soldiers"},
		{"The leader of Chad's April 2021 junta flew to Paris.", "leader", "The leader of Chad's April 2021 junta"},
		{"Mali's transitional president, Bah N'Daw, resigned.", "president", "Mali's transitional president"},
		{"The mayor of the town that fell in May resigned.", "mayor", "The mayor of the town"},
		{"Last week, Nigerien forces left the base.", "forces", "Nigerien forces"},
		{"He met President Alassane Ouattara and three ministers.", "ministers", "three ministers"},
	} {
		doc := parse(t, c.text)
		s, i := find(t, doc, c.head)
		lo, hi := s.NP(i)
		if got := s.SpanOf(lo, hi).In(c.text); got != c.want {
			t.Errorf("%s: NP(%s) is %q, want %q", c.text, c.head, got, c.want)
		}
	}
}

func TestQuotesRunOverSentences(t *testing.T) {
	doc := parse(t, "The general said: “We hold the city. Nobody will leave.” The ‘Iron Fist’ militia's men denied it.")
	var got []string
	for k := range doc.Sentences {
		s := &doc.Sentences[k]
		for _, q := range s.Quotes {
			got = append(got, fmt.Sprintf("%d:%s", s.Number, s.SpanOf(q[0], q[1]).In(doc.Text)))
		}
	}
	want := "1:We hold the city. 2:Nobody will leave. 3:Iron Fist"
	if strings.Join(got, " ") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestHeadingsBulletsAndDatelines(t *testing.T) {
	doc := parse(t, "Situation in the north\n\nNIAMEY, March 3 (Reuters) - The army left the town of Tillabéri.\n- Three men were killed.\n- Two fled.\n\n"+
		"The governor, who was in the capital when the soldiers came,\nhas not been seen since the attack on his residence, and the\narmy does not know where he is.")
	var kinds []string
	for k := range doc.Sentences {
		kinds = append(kinds, doc.Sentences[k].Kind)
	}
	if got := strings.Join(kinds, ","); got != "heading,,bullet,bullet," {
		t.Errorf("kinds are %q", got)
	}
	s, i := find(t, doc, "left")
	if s.Dateline == 0 || s.Tokens[s.Dateline].Text != "The" {
		t.Errorf("the dateline takes %d tokens", s.Dateline)
	}
	c := s.Clauses[s.ClauseOf(i)]
	if len(c.Subj) != 1 || s.Tokens[c.Subj[0]].Text != "army" {
		t.Errorf("subject of left: %v", c.Subj)
	}
}

func TestTreeHelpers(t *testing.T) {
	doc := parse(t, "The army and the police arrested two ministers in Bamako.")
	s, verb := find(t, doc, "arrested")
	_, army := find(t, doc, "army")
	if got := s.Coordinated(army); len(got) != 2 || s.Tokens[got[1]].Text != "police" {
		t.Errorf("coordinated: %v", got)
	}
	if s.Root() != verb || !s.IsUnder(army, verb) || s.IsUnder(verb, army) || len(s.Path(army, verb)) != 2 || s.Path(verb, army) != nil {
		t.Error("path from army to arrested")
	}
	if !s.IsNominal(army) || s.IsNominal(verb) || !s.LemmaIs(verb, "arrest") || s.LemmaIs(-1, "arrest") {
		t.Error("word classes")
	}
	if i := s.At(strings.Index(doc.Text, "Bamako") + 2); s.Tokens[i].Text != "Bamako" || s.At(len(doc.Text)+5) != -1 {
		t.Errorf("token at Bamako: %d", i)
	}
	if lo, hi := s.Subtree(army); s.SpanOf(lo, hi).In(doc.Text) != "The army and the police" {
		t.Errorf("subtree [%d,%d)", lo, hi)
	}
	if no := parse(t, "No side wants a truce."); no.Sentences[0].NegDet(1) != 0 {
		t.Error("the no of no side")
	}
}

func TestParseIsSafeForConcurrentUse(t *testing.T) {
	const s = "On May 3, rebels from the east attacked the town of Djibo, killing ten people."
	want := fmt.Sprint(parse(t, s).Sentences)
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for range 20 {
				doc, err := text.Parse(context.Background(), s)
				if err != nil || fmt.Sprint(doc.Sentences) != want {
					t.Errorf("a concurrent parse differs: %v", err)
					return
				}
			}
		})
	}
	wg.Wait()
}

// TestLongTextsAreLinear holds the time for a text against that for one sixteen
// times as long, for shapes that tempt a scanner to start over.
func TestLongTextsAreLinear(t *testing.T) {
	for name, piece := range map[string]string{
		"prose":    "The army left the town on Monday. ",
		"one word": "a", "brackets": "(((", "quotes": "“‘\"", "dots": "U.S.A.", "hyphens": "ex-", "no blanks": "a,b;c",
		"lines": "a\n", "invalid": "a\xff\xfe", "commas": "men, ",
	} {
		least := func(n int) time.Duration {
			s := strings.Repeat(piece, n/len(piece))
			best := time.Hour
			for range 5 {
				start := time.Now()
				text.Tokenize(s)
				best = min(best, time.Since(start))
			}
			return best
		}
		small, large := least(16<<10), least(256<<10)
		if large > 80*small+time.Second { // the second is for a busy machine; a square of the length takes many
			t.Errorf("%s: 16 KB take %v, 256 KB %v", name, small, large)
		}
	}
}

func ExampleParse() {
	doc, err := text.Parse(context.Background(),
		"On February 1, soldiers detained President Aung San Suu Kyi in Naypyidaw.")
	if err != nil {
		fmt.Println(err)
		return
	}
	s := &doc.Sentences[0]
	c := s.Clauses[0]
	np := func(i int) string {
		lo, hi := s.NP(i)
		return s.SpanOf(lo, hi).In(doc.Text)
	}
	fmt.Println(np(c.Subj[0]), "|", s.Tokens[c.Verb].Lemma, "|", np(c.Obj[0]))
	for _, o := range c.Obl {
		fmt.Println(o.Case, "|", np(o.Head))
	}
	// Output:
	// soldiers | detain | President Aung San Suu Kyi
	// on | February 1
	// in | Naypyidaw
}

func TestHighlightsAreApart(t *testing.T) {
	doc := parse(t, "More than 9,400 people have fled the attacks in the western districts since May\nAt least 38 people were killed and 22 wounded, according to the mayor\n\n"+
		"The governor was in the capital when the soldiers came to his town on\nMonday, and has not been seen since.")
	if n := len(doc.Sentences); n != 3 {
		t.Errorf("%d sentences, want two points and one wrapped sentence", n)
	}
	doc = parse(t, "13. On 3 May, rebels left the town.")
	if s := &doc.Sentences[0]; s.Dateline != 1 || s.Tokens[s.Clauses[0].Verb].Text != "left" {
		t.Errorf("the number of a paragraph takes %d tokens", s.Dateline)
	}
}
