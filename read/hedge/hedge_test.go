package hedge_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"tocsin"
	"tocsin/read/hedge"
	"tocsin/read/text"
)

func parse(tb testing.TB, s string) *text.Doc {
	tb.Helper()
	doc, err := text.Parse(context.Background(), s)
	if err != nil {
		tb.Fatal(err)
	}
	return doc
}

func ExampleAssess() {
	doc, err := text.Parse(context.Background(), "The garrison of Goma appears not to have surrendered.")
	if err != nil {
		fmt.Println(err)
		return
	}
	s := &doc.Sentences[0]
	for i, tok := range s.Tokens {
		if tok.Text == "surrendered" {
			c := hedge.Assess(doc, 0, i, false).Certainty
			fmt.Println(c.Polarity, c.Degree, c.Basis, c.Cues[0].Text, c.Cues[1].Text)
		}
	}
	// Output: is_not probable inferred appears not
}

// Every reading of every token is one that a statement may hold, and its cues
// are the bytes at their spans.
func TestReadingsAreValid(t *testing.T) {
	for _, s := range hostile {
		doc, err := text.Parse(context.Background(), s)
		if err != nil {
			continue
		}
		checkAll(t, doc)
	}
}

var hostile = []string{
	"If if unless whether, not no never? \"Would have\" not.",
	"The rebels (" + strings.Repeat("who said that ", 200) + ") fled.",
	"Troops did not not not leave, nor would they have, unless without if because.",
	"No no no. Little little. Nobody nothing neither nor none.",
	strings.Repeat("He said she said ", 300) + "it fell.",
}

func checkAll(tb testing.TB, doc *text.Doc) {
	tb.Helper()
	for s := range doc.Sentences {
		for i := range doc.Sentences[s].Tokens {
			for _, attributed := range []bool{false, true} {
				r := hedge.Assess(doc, s, i, attributed)
				c := r.Certainty
				if low, high := tocsin.CertaintyRange(c.Polarity, c.Degree); c.Low != low || c.High != high {
					tb.Fatalf("%v has the wrong interval", c)
				}
				for _, cue := range c.Cues {
					if cue.Text == "" || cue.Span.In(doc.Text) != cue.Text {
						tb.Fatalf("cue %q is not at %v", cue.Text, cue.Span)
					}
				}
				if k := r.Condition; k != nil && (k.Text == "" || k.Span.In(doc.Text) != k.Text) {
					tb.Fatalf("condition %q is not at %v", k.Text, k.Span)
				}
			}
			if v := hedge.Factuality(doc, s, i); !(v.Committed >= -3 && v.Committed <= 3 && v.Happened >= -3 && v.Happened <= 3) {
				tb.Fatalf("score %v", v)
			}
		}
	}
}

// A bad line of a lexicon is refused with file, line, field and what to do.
func TestLexicon(t *testing.T) {
	good := fstest.MapFS{"signatures.txt": {Data: []byte("verb - + : fail\n")}, "cues.txt": {Data: []byte("modal possible : could\n")}}
	if _, err := hedge.ReadLexicon(good); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ file, line, want string }{
		{"signatures.txt", "verb - : fail", "signatures.txt:2: read lexicon: 2 fields before the colon and 1 words behind it; write KIND IF_SO IF_NOT : WORDS..."},
		{"signatures.txt", "word - + : fail", `signatures.txt:2: kind: read lexicon: unknown kind "word"; use one of verb, object, subject, adj, noun`},
		{"signatures.txt", "verb - x : fail", `signatures.txt:2: if_not: read lexicon: unknown value "x"; use one of`},
		{"signatures.txt", "verb - + : fail fail", `signatures.txt:2: words: read lexicon: verb "fail" stands twice; keep one of the two`},
		{"cues.txt", "modal maybe : could", `cues.txt:2: effect: read lexicon: unknown effect "maybe"; use one of`},
		{"cues.txt", "model possible : could", `cues.txt:2: kind: read lexicon: unknown kind "model"; use one of`},
	} {
		dir := fstest.MapFS{"signatures.txt": good["signatures.txt"], "cues.txt": good["cues.txt"]}
		dir[c.file] = &fstest.MapFile{Data: []byte("# words\n" + c.line + "\n")}
		_, err := hedge.ReadLexicon(dir)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s %q: %v\nwant %s", c.file, c.line, err, c.want)
		}
	}
	if _, err := hedge.ReadLexicon(fstest.MapFS{}); tocsin.CodeOf(err) != tocsin.NotFound {
		t.Errorf("an empty folder: %v", err)
	}
}

// Outside the document there is nothing to read, and no panic.
func TestOutside(t *testing.T) {
	doc := parse(t, "Rebels seized the airport at Goma.")
	for _, at := range [][2]int{{-1, 0}, {1, 0}, {0, -1}, {0, 99}} {
		if c := hedge.Assess(doc, at[0], at[1], false).Certainty; c.Polarity != "unknown" {
			t.Errorf("at %v: %v", at, c)
		}
	}
}

func FuzzAssess(f *testing.F) {
	for _, s := range hostile {
		f.Add(s)
	}
	f.Add("The army denied that it would have fired unless attacked. “No signs,” he said.")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) > 2000 {
			return
		}
		doc, err := text.Parse(context.Background(), s)
		if err != nil {
			return
		}
		checkAll(t, doc)
	})
}

func BenchmarkAssess(b *testing.B) {
	doc := parse(b, strings.Repeat("The army denied that rebels could have seized the port of Goma, although residents said fighting had not stopped. ", 50))
	b.ResetTimer()
	n := 0
	for b.Loop() {
		for s := range doc.Sentences {
			for i := range doc.Sentences[s].Tokens {
				if doc.Sentences[s].Tokens[i].UPOS == "VERB" {
					hedge.Assess(doc, s, i, false)
					n++
				}
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(n), "ns/predicate")
}
