package text

// markQuotes finds what stands inside quotation marks. A quotation may run over
// several sentences; one that is never closed ends with its paragraph, unless
// the next paragraph opens with the same mark again.
func markQuotes(doc *Doc) {
	open := -1 // kind of mark that is open
	par := 0
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		s.Quotes = nil
		if s.Paragraph != par {
			par = s.Paragraph
			if open >= 0 && !(len(s.Tokens) > 0 && quoteKind(s.Tokens, 0, true) == open) {
				open = -1
			}
		}
		start := 0
		for j := range s.Tokens {
			if open >= 0 {
				if kind := quoteKind(s.Tokens, j, false); kind == open {
					s.addQuote(start, j)
					open = -1
				}
				if j == 0 && open >= 0 && quoteKind(s.Tokens, j, true) == open {
					start = 1
				}
				continue
			}
			if kind := quoteKind(s.Tokens, j, true); kind >= 0 && (kind != single || closesLater(s, j)) {
				open, start = kind, j+1
			}
		}
		if open >= 0 {
			s.addQuote(start, len(s.Tokens))
		}
	}
}

func (s *Sentence) addQuote(lo, hi int) {
	if lo < hi {
		s.Quotes = append(s.Quotes, [2]int{lo, hi})
	}
}

// Kinds of quotation mark.
const (
	double = iota
	single
	angle
)

// quoteKind returns the kind of mark at token j, -1 for none. A straight mark
// opens or closes; an apostrophe closes only where no letter could own it.
func quoteKind(toks []Token, j int, opening bool) int {
	switch toks[j].Text {
	case `"`:
		return double
	case "“", "``", "„":
		if opening {
			return double
		}
	case "”", "''":
		if !opening {
			return double
		}
	case "«":
		if opening {
			return angle
		}
	case "»":
		if !opening {
			return angle
		}
	case "‘":
		if opening {
			return single
		}
	case "’", "'":
		glued := j > 0 && toks[j-1].Span[1] == toks[j].Span[0]
		if opening && toks[j].Text == "'" && !glued || !opening && glued && toks[j].XPOS != "POS" {
			return single
		}
	}
	return -1
}

// closesLater reports whether a single mark that opens at j closes in the same
// sentence; a lone apostrophe opens nothing.
func closesLater(s *Sentence, j int) bool {
	for k := j + 1; k < len(s.Tokens); k++ {
		if quoteKind(s.Tokens, k, false) == single {
			return true
		}
	}
	return false
}
