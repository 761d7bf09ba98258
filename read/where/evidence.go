package where

import (
	"slices"

	"tocsin/gazetteer"
	"tocsin/read/text"
)

// What the words beside a name show of it.

// directionBefore is "north-" where that stands before token i without a blank.
func directionBefore(s *text.Sentence, i int) string {
	if i < 2 || s.Tokens[i-1].Text != "-" || s.Tokens[i-1].Span[1] != s.Tokens[i].Span[0] {
		return ""
	}
	return s.Tokens[i-2].Lower + "-"
}

// isIn reports whether some place of the name lies in the country of another.
func (f *finder) isIn(name string, in *gazetteer.Place) bool {
	return slices.ContainsFunc(f.lookup(name), func(k gazetteer.Match) bool { return k.Place.Country == in.Country })
}

// joinedTo reports a name that the tree joins by "and" to a place at which something
// is, and that begins no clause of its own.
func (f *finder) joinedTo(s *text.Sentence, lo, hi int) bool {
	n := len(f.found)
	if n == 0 || &f.doc.Sentences[f.found[n-1].Sent] != s || f.found[n-1].Hi != lo-1 || lowerAt(s, lo-1) != "and" || f.isPerson(s, lo, hi) || f.isBody(s, lo, hi) {
		return false
	}
	prev := f.found[n-1]
	switch lowerAt(s, prev.Lo-1) {
	case "in", "at", "near", "around", "outside":
	default:
		return false
	}
	h := s.Tokens[hi-1].Head
	for i := lo; i < hi && (h >= lo && h < hi); i++ {
		h = s.Tokens[i].Head
	}
	if h < prev.Lo || h >= prev.Hi {
		return false
	}
	return hi == len(s.Tokens) || s.Tokens[hi].UPOS == "PUNCT" || s.Tokens[hi].UPOS == "ADP"
}

// mostly reports the name of a people in an aside that says who somebody is: "some 220
// people, mostly Embera", not "several towns, mainly Gao".
func (f *finder) mostly(s *text.Sentence, m *mention) bool {
	i := m.Lo - 1
	switch wordAt(s, i) {
	case "mostly", "mainly", "largely", "predominantly", "primarily", "chiefly":
	default:
		return false
	}
	for i--; i >= 0 && (s.Tokens[i].UPOS == "PUNCT" || s.Tokens[i].UPOS == "ADV"); i-- {
	}
	return i < 0 || s.Tokens[i].UPOS == "NOUN" && !manyOf[s.Tokens[i].Lower] && !Local(s.Tokens[i].Lemma) && !Local(s.Tokens[i].Lower) && directions[s.Tokens[i].Lower] == ""
}
