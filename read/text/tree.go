package text

import (
	"slices"

	"tocsin"
)

// Children returns the dependents of token i, from left to right.
func (s *Sentence) Children(i int) []int {
	var out []int
	for j := range s.Tokens {
		if s.Tokens[j].Head == i && j != i {
			out = append(out, j)
		}
	}
	return out
}

// ChildrenBy returns the dependents of token i whose relation is one of rels.
// A relation without subtype ("nsubj") also stands for its subtypes
// ("nsubj:pass").
func (s *Sentence) ChildrenBy(i int, rels ...string) []int {
	var out []int
	for j := range s.Tokens {
		if s.Tokens[j].Head == i && s.Tokens[j].Is(rels...) {
			out = append(out, j)
		}
	}
	return out
}

// Child returns the first dependent of token i by one of rels, or -1.
func (s *Sentence) Child(i int, rels ...string) int {
	for j := range s.Tokens {
		if s.Tokens[j].Head == i && s.Tokens[j].Is(rels...) {
			return j
		}
	}
	return -1
}

// Is reports whether the token's relation is one of rels, or a subtype of one.
func (t *Token) Is(rels ...string) bool {
	for _, r := range rels {
		if t.Rel == r || len(t.Rel) > len(r) && t.Rel[len(r)] == ':' && t.Rel[:len(r)] == r {
			return true
		}
	}
	return false
}

// Subtree returns the token range [lo,hi) that token i and all below it span.
// Tokens between that hang elsewhere are inside the range.
func (s *Sentence) Subtree(i int) (lo, hi int) {
	lo, hi = i, i+1
	for j := range s.Tokens {
		if j < lo || j >= hi {
			if s.IsUnder(j, i) {
				lo, hi = min(lo, j), max(hi, j+1)
			}
		}
	}
	return lo, hi
}

// IsUnder reports whether token i is token top or below it in the tree.
func (s *Sentence) IsUnder(i, top int) bool {
	for n := 0; i >= 0 && n <= len(s.Tokens); n++ {
		if i == top {
			return true
		}
		i = s.Tokens[i].Head
	}
	return false
}

// Path returns the tokens from i up to top, both included, and nil where top is
// not above i.
func (s *Sentence) Path(i, top int) []int {
	var out []int
	for n := 0; i >= 0 && n <= len(s.Tokens); n++ {
		out = append(out, i)
		if i == top {
			return out
		}
		i = s.Tokens[i].Head
	}
	return nil
}

// Root returns the root of the tree, -1 for a sentence without tokens.
func (s *Sentence) Root() int {
	for i := range s.Tokens {
		if s.Tokens[i].Head < 0 {
			return i
		}
	}
	return -1
}

// IsNominal reports whether token i is a noun, a name, a pronoun, a number or
// an adjective that stands for a noun ("the poor").
func (s *Sentence) IsNominal(i int) bool {
	switch s.Tokens[i].UPOS {
	case "NOUN", "PROPN", "PRON", "NUM", "SYM":
		return true
	case "ADJ", "DET":
		return s.Tokens[i].Is("nsubj", "obj", "iobj", "obl", "nmod", "appos") || s.Child(i, "det") >= 0
	}
	return false
}

// Coordinated returns i and the heads coordinated with it ("A, B and C" gives
// three), from left to right.
func (s *Sentence) Coordinated(i int) []int {
	out := []int{i}
	for k := 0; k < len(out) && k < len(s.Tokens); k++ {
		for _, j := range s.ChildrenBy(out[k], "conj") {
			if !slices.Contains(out, j) {
				out = append(out, j)
			}
		}
	}
	slices.Sort(out)
	return out
}

// SpanOf returns the bytes of tokens [lo,hi).
func (s *Sentence) SpanOf(lo, hi int) tocsin.Span {
	if lo < 0 || hi > len(s.Tokens) || lo >= hi {
		return tocsin.Span{}
	}
	return tocsin.Span{s.Tokens[lo].Span[0], s.Tokens[hi-1].Span[1]}
}

// At returns the token that holds byte b of the text, or -1.
func (s *Sentence) At(b int) int {
	i, ok := slices.BinarySearchFunc(s.Tokens, b, func(t Token, b int) int {
		switch {
		case t.Span[1] <= b:
			return -1
		case t.Span[0] > b:
			return 1
		}
		return 0
	})
	if !ok {
		return -1
	}
	return i
}

// ClauseOf returns the innermost clause that holds token tok, or -1: the clause
// of the nearest predicate above it in the tree.
func (s *Sentence) ClauseOf(tok int) int {
	for i, n := tok, 0; i >= 0 && n <= len(s.Tokens); i, n = s.Tokens[i].Head, n+1 {
		for c := range s.Clauses {
			if s.Clauses[c].Verb == i {
				return c
			}
		}
	}
	return -1
}

// InQuote reports whether token i is inside quotation marks.
func (s *Sentence) InQuote(i int) bool {
	for _, q := range s.Quotes {
		if q[0] <= i && i < q[1] {
			return true
		}
	}
	return false
}

// LemmaIs reports whether token i has one of the lemmas. It is false for i < 0.
func (s *Sentence) LemmaIs(i int, lemmas ...string) bool {
	return i >= 0 && i < len(s.Tokens) && slices.Contains(lemmas, s.Tokens[i].Lemma)
}
