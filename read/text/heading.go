package text

import "strings"

// The reports of field offices and security desks put a day, a place or a topic and a
// colon before what they tell: "4 May, Konduga LGA: Two fishermen were shot". What
// stands before the colon is no subject of what follows.

// headings cuts the heading that opens a sentence from token pos on into its parts at
// its commas, dashes and bars, and returns them with the token behind the colon; pos
// itself where there is none.
func headings(s *Sentence, pos int) (parts []hidden, end int) {
	colon := headingEnd(s, pos)
	if k := dateDash(s, pos); colon < 0 && k > pos {
		return []hidden{{pos, k, "date"}}, k
	}
	if colon < 0 {
		return nil, pos
	}
	lo := pos
	for i := pos; i <= colon; i++ {
		if i < colon && !cutsHeading(s, i) && !(i == lo && s.Kind == "bullet" && lo == 0 && headingMark(s.Tokens[0].Text)) {
			continue
		}
		kind := "heading"
		if datedPart(s, lo, i) {
			kind = "date"
		}
		parts = append(parts, hidden{lo, i + 1, kind})
		lo = i + 1
	}
	return parts, colon + 1
}

// headingEnd is the colon of a heading that begins at token pos, or -1: nothing stands
// before it but names, capitals, numbers, the words of dates and marks, and a sentence
// of its own behind it, no title, which nobody is quoted as saying.
func headingEnd(s *Sentence, pos int) int {
	words, plain := 0, 0
	if s.Kind != "bullet" && !isStop(s.Tokens[len(s.Tokens)-1].Text) {
		return -1
	}
	for i := pos; i+3 < len(s.Tokens) && i-pos < 16; i++ {
		t := &s.Tokens[i]
		switch {
		case t.Text == ":":
			next := &s.Tokens[i+1]
			if words == 0 || plain > 0 && (i-pos > 5 || !nouns(s, pos, i)) || isQuote(next.Text) || next.Span[0] == t.Span[1] {
				return -1
			}
			return i
		case isCapital(t.Text) || isDigit(t.Text[0]):
			words++
		case !nameWords[t.Lower] && !dateWords[t.Lower] && !headingMark(t.Text):
			plain++
		}
	}
	return -1
}

// dateDash is the end of a day that a dash parts from its sentence: "16 April - In Habila, a
// fight", or pos.
func dateDash(s *Sentence, pos int) int {
	for i := pos + 1; i+3 < len(s.Tokens) && i < pos+6; i++ {
		t := &s.Tokens[i]
		if d := t.Text; d == "-" || d == "–" || d == "—" {
			if datedPart(s, pos, i) && s.Tokens[i-1].Span[1] < t.Span[0] && t.Span[1] < s.Tokens[i+1].Span[0] && isCapital(s.Tokens[i+1].Text) {
				return i + 1
			}
			return pos
		}
	}
	return pos
}

// nouns reports whether tokens [lo,hi) are a topic without a verb or a pronoun: "Likely
// developments".
func nouns(s *Sentence, lo, hi int) bool {
	list := make([]string, 0, hi-lo)
	for _, t := range s.Tokens[lo:hi] {
		list = append(list, t.Text)
	}
	for k, t := range model().Tag(list, hints(list, false)) {
		u, _, _ := strings.Cut(t, "|")
		if u != "NOUN" && u != "ADJ" && u != "PROPN" && u != "ADP" && u != "CCONJ" && u != "DET" && u != "NUM" && t != "VERB|VBN" || reportForm(s.Tokens[lo+k].Lower) || u == "PRON" {
			return false
		}
	}
	return true
}

// cutsHeading reports a mark at token i that parts the items of a heading; a hyphen or a
// dash inside a name does not.
func cutsHeading(s *Sentence, i int) bool {
	switch s.Tokens[i].Text {
	case ",", "/", "|", "(", ")", ";":
		return true
	case "-", "–", "—", "--":
		return i == 0 || s.Tokens[i-1].Span[1] < s.Tokens[i].Span[0]
	}
	return false
}

func headingMark(w string) bool { return strings.Contains("-–—/|()&#•*;", w) }

func isStop(w string) bool { return strings.Contains(".!?…)”\"", w) }

func isQuote(w string) bool { return strings.Contains("\"'“‘«''``", w) }

// datedPart reports whether tokens [lo,hi) are a date: a month, a weekday or a number,
// and nothing but what may stand with it.
func datedPart(s *Sentence, lo, hi int) bool {
	dated := false
	for i := lo; i < hi; i++ {
		t := &s.Tokens[i]
		switch {
		case months[t.Lower] || weekdays[t.Lower] || isDigit(t.Text[0]):
			dated = true
		case !dateWords[t.Lower]:
			return false
		}
	}
	return dated
}
