package says

import (
	"strings"

	"tocsin"
	"tocsin/read/text"
)

// A view is one sentence with the tables that make its tree cheap to walk.
type view struct {
	*text.Sentence
	lex    *Lexicon
	index  int     // of the sentence in the document
	kids   [][]int // dependents by head
	lo, hi []int   // hull of the subtree of each token
	clause []int   // the clause that a token heads, -1
	quoted []bool  // token is inside a direct quotation
}

// newView builds the tables in time linear in the tokens.
func newView(lex *Lexicon, s *text.Sentence, index int) *view {
	n := len(s.Tokens)
	v := &view{Sentence: s, lex: lex, index: index, kids: make([][]int, n), lo: make([]int, n), hi: make([]int, n),
		clause: make([]int, n), quoted: make([]bool, n)}
	waiting := make([]int, n) // dependents whose hull is not known yet
	for i := range s.Tokens {
		v.lo[i], v.hi[i], v.clause[i] = i, i+1, -1
		if h := s.Tokens[i].Head; h >= 0 && h < n && h != i {
			v.kids[h] = append(v.kids[h], i)
			waiting[h]++
		}
	}
	for c := range s.Clauses {
		if x := s.Clauses[c].Verb; x >= 0 && x < n && v.clause[x] < 0 {
			v.clause[x] = c
		}
	}
	queue := make([]int, 0, n)
	for i := range waiting {
		if waiting[i] == 0 {
			queue = append(queue, i)
		}
	}
	for len(queue) > 0 {
		i := queue[0]
		queue = queue[1:]
		h := s.Tokens[i].Head
		if h < 0 || h >= n || h == i {
			continue
		}
		v.lo[h], v.hi[h] = min(v.lo[h], v.lo[i]), max(v.hi[h], v.hi[i])
		if waiting[h]--; waiting[h] == 0 {
			queue = append(queue, h)
		}
	}
	return v
}

// tok returns token i, and an empty one outside the sentence, so that rules may
// look left and right without asking.
func (v *view) tok(i int) *text.Token {
	if i < 0 || i >= len(v.Tokens) {
		return &text.Token{Head: -1}
	}
	return &v.Tokens[i]
}

// kid returns the first dependent of i with one of the relations, or -1.
func (v *view) kid(i int, rels ...string) int {
	for _, k := range v.kids[i] {
		if v.Tokens[k].Is(rels...) {
			return k
		}
	}
	return -1
}

// has reports whether tokens from i on read words, in lower case.
func (v *view) has(i int, words ...string) bool {
	for k, w := range words {
		if v.tok(i+k).Lower != w {
			return false
		}
	}
	return true
}

// isVerb reports whether token i heads a verb group.
func (v *view) isVerb(i int) bool {
	t := v.tok(i)
	return t.UPOS == "VERB" || t.UPOS == "AUX"
}

// finite reports whether token i is a finite verb or auxiliary.
func (v *view) finite(i int) bool {
	switch v.tok(i).XPOS {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// punct reports whether token i is a mark.
func (v *view) punct(i int) bool { return v.tok(i).UPOS == "PUNCT" }

// isQuoteMark reports whether token i opens or closes a quotation.
func (v *view) isQuoteMark(i int) bool {
	switch v.tok(i).Text {
	case "\"", "“", "”", "''", "``", "‘", "«", "»", "„":
		return true
	}
	return false
}

// end returns where the sentence ends without its last marks. A closing
// quotation mark at the end stays in.
func (v *view) end() int {
	e := len(v.Tokens)
	for e > 0 && v.punct(e-1) && !v.isQuoteMark(e-1) && v.Tokens[e-1].Text != ")" {
		e--
	}
	return e
}

// trim takes marks off both ends of a range, and conjunctions off its front.
func (v *view) trim(lo, hi int) (int, int) {
	for hi > lo && v.loose(hi-1) {
		hi--
	}
	for lo < hi && (v.loose(lo) || v.Tokens[lo].Text == ")") {
		lo++
	}
	return lo, hi
}

// loose reports whether token i is a mark that belongs to no phrase.
func (v *view) loose(i int) bool {
	switch v.tok(i).Text {
	case ",", ";", ":", ".", "-", "–", "—", "--", "!", "?", "...", "…":
		return true
	}
	return false
}

// words joins the bytes of tokens [lo,hi) of text.
func (v *view) words(doc *text.Doc, lo, hi int) string { return v.SpanOf(lo, hi).In(doc.Text) }

// lowerWords returns the tokens of [lo,hi) in lower case, joined by blanks.
func (v *view) lowerWords(lo, hi int) string {
	var b strings.Builder
	for i := lo; i < hi; i++ {
		if i > lo {
			b.WriteByte(' ')
		}
		b.WriteString(v.Tokens[i].Lower)
	}
	return b.String()
}

// span returns the bytes of a part.
func (p Part) span(doc *text.Doc) tocsin.Span { return doc.Sentences[p.Sent].SpanOf(p.Lo, p.Hi) }
