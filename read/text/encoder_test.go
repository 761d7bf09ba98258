package text_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"tocsin/read/text"
)

// TestCarefulMarksDoubt parses a report by one model and by three: three give
// every arc its voices, most arcs all of them, and some are in doubt.
func TestCarefulMarksDoubt(t *testing.T) {
	s := strings.Repeat(report, 1)
	one := parse(t, s)
	three, err := text.ParseWith(context.Background(), s, text.Options{Careful: true})
	if err != nil {
		t.Fatal(err)
	}
	checkDoc(t, s, three)
	all, doubtful, tokens := 0, 0, 0
	for k := range three.Sentences {
		for i := range three.Sentences[k].Tokens {
			tok := &three.Sentences[k].Tokens[i]
			if one.Sentences[k].Tokens[i].Voices != 0 {
				t.Fatalf("%q has %d voices though one model was asked", tok.Text, one.Sentences[k].Tokens[i].Voices)
			}
			if tok.Score <= 0 || tok.Score > 1 || tok.TagScore <= 0 || tok.TagScore > 1 {
				t.Errorf("%q: scores %v %v", tok.Text, tok.Score, tok.TagScore)
			}
			tokens++
			if tok.Voices == 3 {
				all++
			}
			if tok.Doubtful() {
				doubtful++
			}
		}
	}
	if all*10 < tokens*6 || doubtful == 0 {
		t.Errorf("of %d arcs %d have three voices and %d are in doubt", tokens, all, doubtful)
	}
}

// chain is an encoder that knows nothing: every word is a noun that hangs from
// the one before it.
type chain struct{}

func (chain) Encode(words []string) text.Analysis {
	n := len(words)
	a := text.Analysis{Tags: make([]string, n), Rels: make([]string, n), Heads: make([]int, n), TagScore: make([]float32, n), HeadScore: make([]float32, n)}
	for i := range words {
		a.Tags[i], a.Rels[i], a.Heads[i] = "NOUN|NN", "nmod", i-1
	}
	return a
}

// Another encoder can take the place of the embedded models.
func ExampleOptions() {
	doc, err := text.ParseWith(context.Background(), "Ships left Port Sudan at dawn", text.Options{Encoder: chain{}})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, t := range doc.Sentences[0].Tokens[:2] {
		fmt.Println(t.Text, t.UPOS, t.Head)
	}
	// Output:
	// Ships NOUN -1
	// left NOUN 0
}

// TestCaselessTextIsTagged reads wire copy in capitals and in small letters as
// it reads edited prose: the same verb is the root, and names are names.
func TestCaselessTextIsTagged(t *testing.T) {
	const s = "Gunmen attacked the village of Tillaberi in Niger and killed eleven farmers."
	for _, in := range []string{s, strings.ToUpper(s), strings.ToLower(s)} {
		sent := &parse(t, in).Sentences[0]
		if root := sent.Tokens[sent.Root()]; root.Lower != "attacked" || root.UPOS != "VERB" {
			t.Errorf("%s: the root is %s %s", in, root.Text, root.UPOS)
		}
		for i := range sent.Tokens {
			tok := &sent.Tokens[i]
			if name := tok.Lower == "tillaberi" || tok.Lower == "niger"; name != (tok.UPOS == "PROPN") {
				t.Errorf("%s: %s is %s", in, tok.Text, tok.UPOS)
			}
		}
	}
}

// TestBritishSpellingsAreVerbs holds the tagger to the spellings of the BBC.
func TestBritishSpellingsAreVerbs(t *testing.T) {
	for _, s := range []string{"The union organised protests in Conakry.", "The rebels have mobilised fighters near Goma.",
		"France recognised the council on Friday.", "The strike paralysed the port."} {
		found := false
		for _, c := range parse(t, s).Sentences[0].Clauses {
			low := parse(t, s).Sentences[0].Tokens[c.Verb].Lower
			found = found || strings.HasSuffix(low, "sed")
		}
		if !found {
			t.Errorf("no clause of the verb in %q", s)
		}
	}
}
