package says

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"tocsin/read/text"
)

// A quote is a direct quotation: from its opening mark to its closing mark,
// over as many sentences as it runs.
type quote struct {
	start, end int  // bytes, marks included
	unclosed   bool // its paragraph ended first
	first      Part // the sentence part where it starts
	last       Part // the sentence part where it ends
	parts      []Part
	taken      bool // it has a speaker
}

// maxQuote is how many bytes an unclosed quotation may hold; beyond it the
// opening mark is taken for a slip.
const maxQuote = 4000

// findQuotes pairs the double quotation marks of each paragraph. An opening
// mark without its fellow runs to the end of the paragraph, as edited prose
// writes a speech of several paragraphs.
func findQuotes(doc *text.Doc) []quote {
	var out []quote
	open := -1
	closeAt := func(end int, unclosed bool) {
		if open >= 0 && end-open <= maxQuote {
			out = append(out, quote{start: open, end: end, unclosed: unclosed})
		}
		open = -1
	}
	if len(doc.Sentences) == 0 {
		return nil
	}
	// The document may be a part of a long text: what is outside is none of it.
	t := doc.Text[:doc.Sentences[len(doc.Sentences)-1].Span[1]]
	for i := doc.Sentences[0].Span[0]; i < len(t); {
		r, size := utf8.DecodeRuneInString(t[i:])
		two := r == '\'' && strings.HasPrefix(t[i:], "''") || r == '`' && strings.HasPrefix(t[i:], "``")
		if open >= 0 && (two || r == '"' || r == '“') && startsLine(t, i) {
			closeAt(len(strings.TrimRightFunc(t[:i], unicode.IsSpace)), true) // the speech goes on in a new paragraph
		}
		switch {
		case two:
			size = 2
			fallthrough
		case r == '"':
			if open >= 0 {
				closeAt(i+size, false)
			} else {
				open = i
			}
		case r == '“' || r == '«' || r == '„':
			if open < 0 {
				open = i
			}
		case r == '”' || r == '»':
			closeAt(i+size, false)
		case r == '\n' && open >= 0 && paragraphEnds(t, i):
			closeAt(i, true)
		}
		i += size
	}
	if open >= 0 {
		closeAt(len(strings.TrimRightFunc(t, unicode.IsSpace)), true)
	}
	return placeQuotes(doc, out)
}

// startsLine reports whether nothing but blanks stands between byte i and the
// line break before it.
func startsLine(t string, i int) bool {
	before := strings.TrimRight(t[:i], " \t")
	return before == "" || before[len(before)-1] == '\n'
}

// paragraphEnds reports whether the line break at byte i is followed by an
// empty line or by the end.
func paragraphEnds(t string, i int) bool {
	for _, r := range t[i+1:] {
		if r == '\n' {
			return true
		}
		if !unicode.IsSpace(r) {
			return false
		}
	}
	return true
}

// placeQuotes finds the tokens of each quotation; one without any is dropped.
func placeQuotes(doc *text.Doc, list []quote) []quote {
	out := list[:0]
	si := 0
	for _, q := range list {
		for si < len(doc.Sentences) && doc.Sentences[si].Span[1] <= q.start {
			si++
		}
		for k := si; k < len(doc.Sentences) && doc.Sentences[k].Span[0] < q.end; k++ {
			toks := doc.Sentences[k].Tokens
			lo := sort.Search(len(toks), func(i int) bool { return toks[i].Span[1] > q.start })
			hi := sort.Search(len(toks), func(i int) bool { return toks[i].Span[0] >= q.end })
			if lo < hi {
				q.parts = append(q.parts, Part{k, lo, hi})
			}
		}
		if len(q.parts) > 0 {
			q.first, q.last = q.parts[0], q.parts[len(q.parts)-1]
			out = append(out, q)
		}
	}
	return out
}

// mark sets quoted on the tokens inside quotations.
func mark(views []*view, quotes []quote) {
	for _, q := range quotes {
		for _, p := range q.parts {
			for i := p.Lo; i < p.Hi; i++ {
				views[p.Sent].quoted[i] = true
			}
		}
	}
}
