package doubt

import (
	"sort"
	"strings"

	"tocsin"
	"tocsin/read/text"
)

// reading is a statement with the sentence and the tokens that it rests on.
type reading struct {
	doc    *text.Doc
	s      *tocsin.Statement
	t      []text.Token // of the sentence in which the span begins
	lo, hi int          // the tokens of the span, within that sentence
	number int          // of the sentence
	out    sink
}

// newReading finds the sentence of a statement; false where the document has none
// at its span.
func newReading(doc *text.Doc, s *tocsin.Statement) (*reading, bool) {
	k := sort.Search(len(doc.Sentences), func(i int) bool { return doc.Sentences[i].Span[1] > s.Span[0] })
	if k == len(doc.Sentences) || len(doc.Sentences[k].Tokens) == 0 {
		return nil, false
	}
	r := &reading{doc: doc, s: s, t: doc.Sentences[k].Tokens, number: k}
	r.lo, r.hi = r.tokens(s.Span)
	if r.lo == r.hi {
		r.lo, r.hi = 0, len(r.t)
	}
	return r, true
}

// tokens is the token range that lies within a span.
func (r *reading) tokens(span tocsin.Span) (lo, hi int) {
	lo = sort.Search(len(r.t), func(i int) bool { return r.t[i].Span[0] >= span[0] })
	hi = sort.Search(len(r.t), func(i int) bool { return r.t[i].Span[1] > span[1] })
	return lo, max(lo, hi)
}

// head is the token of a range that hangs on a token outside it, the first if
// there are several.
func (r *reading) head(lo, hi int) int {
	for i := lo; i < hi; i++ {
		if h := r.t[i].Head; h < lo || h >= hi {
			return i
		}
	}
	return lo
}

// tally counts the tokens of a range that a test picks.
func (r *reading) tally(lo, hi int, pick func(*text.Token) bool) int {
	n := 0
	for i := max(lo, 0); i < min(hi, len(r.t)); i++ {
		if pick(&r.t[i]) {
			n++
		}
	}
	return n
}

func finite(t *text.Token) bool { return t.Finite() }
func comma(t *text.Token) bool  { return t.Text == "," }

// between counts finite verbs and commas between two tokens.
func (r *reading) between(a, b int) (verbs, commas int) {
	a, b = min(a, b), max(a, b)
	return r.tally(a+1, b, finite), r.tally(a+1, b, comma)
}

// tag is the tag of a token, or a mark where there is none.
func (r *reading) tag(i int) string {
	if i < 0 || i >= len(r.t) {
		return "edge"
	}
	return r.t[i].XPOS
}

// words counts the words of a text.
func words(s string) int {
	n := 0
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}
