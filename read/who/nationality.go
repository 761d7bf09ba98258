package who

import "tocsin/read/text"

// nationality returns where the nationality that begins at token i ends: "South
// Sudanese" is one, and neither "African American" nor "Cuban-American" is a
// nation's. ok is false where the words are no nationality or part of another.
func (f *finder) nationality(s *text.Sentence, i, end int) (hi int, ok bool) {
	if !capital(s.Tokens[i].Text) || s.Tokens[i].UPOS == "DET" {
		return i, false
	}
	for n := 3; n > 0 && !ok; n-- {
		if hi = i + n; hi <= end && hi <= len(s.Tokens) && s.Tokens[hi-1].UPOS != "PUNCT" {
			d, known := f.demonym(s.SpanOf(i, hi).In(f.doc.Text))
			ok = known && d.ISO2 != ""
		}
	}
	if !ok {
		return i, false
	}
	if i > 0 {
		prev := &s.Tokens[i-1]
		first := i-1 == s.Dateline && prev.UPOS == "ADJ" && !notNames[prev.Lower] || prev.UPOS == "DET" || prev.UPOS == "PUNCT"
		if prev.Text == "-" && prev.Span[1] == s.Tokens[i].Span[0] || !first && capital(prev.Text) && (prev.UPOS == "PROPN" || prev.UPOS == "ADJ") && !faiths[prev.Lower] && !peoples[prev.Lower] {
			return i, false
		}
	}
	if hi < len(s.Tokens) {
		if _, another := f.demonym(s.Tokens[hi].Text); s.Tokens[hi].Text == "-" || another && capital(s.Tokens[hi].Text) {
			return i, false
		}
	}
	return hi, true
}

// toBefore reports whether "to" stands before the word, or before its copula: no
// office that somebody holds.
func toBefore(s *text.Sentence, tok int) bool {
	for i := tok - 1; i >= 0 && i >= tok-4; i-- {
		switch t := &s.Tokens[i]; {
		case t.Lower == "to":
			return true
		case t.UPOS != "DET" && t.UPOS != "ADJ" && t.UPOS != "AUX" && t.UPOS != "ADV":
			return false
		}
	}
	return false
}
