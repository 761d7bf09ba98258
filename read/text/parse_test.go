package text_test

import (
	"context"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tocsin/read/text"
)

// checkDoc fails where a document breaks what every reader relies on: tokens in
// order that are the bytes at their spans, nothing but blanks between them, one
// root, no circle, and clauses whose numbers are in range.
func checkDoc(t interface {
	Fatalf(string, ...any)
}, s string, doc *text.Doc) {
	end := 0
	for k := range doc.Sentences {
		sent := &doc.Sentences[k]
		roots := 0
		for i, tok := range sent.Tokens {
			if tok.Span[0] < end || tok.Span.In(s) != tok.Text || tok.Text == "" {
				t.Fatalf("sentence %d token %d: span %v after byte %d, text %q", k, i, tok.Span, end, tok.Text)
			}
			if gap := strings.Trim(s[end:tok.Span[0]], " \t\r\n\v\f\u00a0"); gap != "" && strings.ContainsFunc(gap, visible) {
				t.Fatalf("sentence %d token %d: %q is in no token", k, i, gap)
			}
			end = tok.Span[1]
			if tok.Head < 0 {
				roots++
			}
			if tok.Head >= len(sent.Tokens) || len(sent.Path(i, sent.Root())) == 0 {
				t.Fatalf("sentence %d token %d: head %d of %d leads to no root", k, i, tok.Head, len(sent.Tokens))
			}
		}
		if roots != 1 {
			t.Fatalf("sentence %d: %d roots: %v", k, roots, sent.Tokens)
		}
		checkClauses(t, sent)
	}
}

func visible(r rune) bool { return r > ' ' && r < 0x7f }

func checkClauses(t interface {
	Fatalf(string, ...any)
}, sent *text.Sentence) {
	n := len(sent.Tokens)
	for i := range n {
		if lo, hi := sent.NP(i); lo > i || hi <= i || lo < 0 || hi > n {
			t.Fatalf("NP(%d) is [%d,%d)", i, lo, hi)
		}
	}
	for c, cl := range sent.Clauses {
		var all []int
		all = append(all, cl.Verb, cl.Lo)
		all = append(all, cl.Subj...)
		all = append(all, cl.Obj...)
		all = append(all, cl.IObj...)
		all = append(all, cl.Agent...)
		all = append(all, cl.Modals...)
		all = append(all, cl.Aux...)
		for _, o := range cl.Obl {
			all = append(all, o.Head)
		}
		for _, i := range all {
			if i < 0 || i >= n {
				t.Fatalf("clause %d names token %d of %d", c, i, n)
			}
		}
		if cl.Parent >= len(sent.Clauses) || cl.Parent == c || cl.Hi > n || cl.Lo > cl.Verb || cl.Hi <= cl.Verb {
			t.Fatalf("clause %d: parent %d, range [%d,%d) around %d", c, cl.Parent, cl.Lo, cl.Hi, cl.Verb)
		}
		if (len(cl.Subj) > 0) != (cl.SubjHow != "") {
			t.Fatalf("clause %d: subjects %v are %q", c, cl.Subj, cl.SubjHow)
		}
	}
}

var pieces = []string{"Soldiers", "the", "The", "army", "attacked", ",", ".", " ", " ", " ", "\n", "\n\n", "\"", "“", "”", "‘", "’", "'s", "’s", "n't",
	"who", "which", "that", "said", "some", "suggest", "would", "U.S.", "Gen.", "J.", "(", ")", "JNIM", "-", "—", "25-year-old", "president", "Ali Omar",
	"On August 18,", "2020", "200 miles from", "as far south as", "Gao", "not", "has", "been", "to", "...", "\x00", "\xff", "\u200f", "سلام", "中", "é", "e\u0301", "$", "%", "/", "1.5", "10:30"}

func TestTokensTileTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 1, 60).Draw(t, "pieces"), rapid.SampledFrom([]string{"", " "}).Draw(t, "glue"))
		checkDoc(t, s, stripTree(text.Tokenize(s)))
		doc, err := text.Parse(context.Background(), s)
		if err != nil {
			return // refused by language: nothing to tile
		}
		checkDoc(t, s, doc)
	})
}

// stripTree gives the tokens of an untagged document a flat tree, so that the
// same check fits.
func stripTree(doc *text.Doc) *text.Doc {
	for k := range doc.Sentences {
		for i := range doc.Sentences[k].Tokens {
			if i > 0 {
				doc.Sentences[k].Tokens[i].Head = 0
			}
		}
	}
	return doc
}

func FuzzParse(f *testing.F) {
	f.Add("On August 18, soldiers from the barracks launched a coup (GMP), who said “we won”.")
	f.Add("BAMAKO, Aug. 18 (Reuters) - Gen. Omar, 55, who is said to have fled, denies it.")
	f.Add("\x00\xff\xfe the army's ‘hand’ \u202e was -- not ... (( ((the)")
	f.Add(strings.Repeat("(", 500) + "the army left" + strings.Repeat(")", 500))
	f.Fuzz(func(t *testing.T, s string) {
		doc, err := text.Parse(context.Background(), s)
		if err != nil {
			return
		}
		checkDoc(t, s, doc)
	})
}
