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
	if colon < 0 {
		return nil, pos
	}
	lo := pos
	for i := pos; i <= colon; i++ {
		if i < colon && !cutsHeading(s, i) {
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
	words := 0
	if s.Kind != "bullet" && !isStop(s.Tokens[len(s.Tokens)-1].Text) {
		return -1
	}
	for i := pos; i+3 < len(s.Tokens) && i-pos < 16; i++ {
		t := &s.Tokens[i]
		switch {
		case t.Text == ":":
			next := &s.Tokens[i+1]
			if words == 0 || isQuote(next.Text) || next.Span[0] == t.Span[1] {
				return -1
			}
			return i
		case isCapital(t.Text) || isDigit(t.Text[0]):
			words++
		case !nameWords[t.Lower] && !dateWords[t.Lower] && !headingMark(t.Text):
			return -1
		}
	}
	return -1
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
