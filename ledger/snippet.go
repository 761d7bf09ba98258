package ledger

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"tocsin"
)

// snippetBytes is about how long a snippet is.
const snippetBytes = 200

// Snippet cuts the piece of a text in which most terms of the query stand, cleans
// it, and tells where in it the words found are. Where none stands in the text
// (it was found by its title) the snippet is how the text begins.
func (q Query) Snippet(text string) (snippet string, marks []tocsin.Span) {
	found := q.spans(text)
	from, to := 0, min(len(text), snippetBytes)
	switch {
	case len(text) <= snippetBytes+snippetBytes/4:
		to = len(text)
	case len(found) > 0:
		from, to = window(text, found)
	}
	to = wordEnd(text, to)
	var b strings.Builder
	if from > 0 {
		b.WriteString("… ")
	}
	at := from
	write := func(end int) {
		piece := text[at:end]
		clean := tocsin.Clean(piece)
		first, _ := utf8.DecodeRuneInString(piece)
		last, _ := utf8.DecodeLastRuneInString(piece)
		if b.Len() > 0 && unicode.IsSpace(first) && !strings.HasSuffix(b.String(), " ") {
			b.WriteByte(' ')
		}
		b.WriteString(clean)
		if clean != "" && unicode.IsSpace(last) {
			b.WriteByte(' ')
		}
		at = end
	}
	for _, f := range found {
		if f.span[0] < at || f.span[1] > to {
			continue
		}
		write(f.span[0])
		mark := tocsin.Span{b.Len(), 0}
		write(f.span[1])
		mark[1] = b.Len()
		marks = append(marks, mark)
	}
	write(to)
	snippet = strings.TrimRight(b.String(), " ")
	if to < len(text) {
		snippet += " …"
	}
	return snippet, marks
}

// spotted is where a term of the query stands in a text.
type spotted struct {
	span tocsin.Span
	term int
}

// spans finds the terms in a text, in its order.
func (q Query) spans(text string) []spotted {
	var words []string
	var where []tocsin.Span
	eachWord(text, func(w string, from, to int) {
		words, where = append(words, w), append(where, tocsin.Span{from, to})
	})
	var list []spotted
	for i, t := range q.Terms {
		for k := t.at(words, 0); k >= 0; k = t.at(words, k+1) {
			list = append(list, spotted{tocsin.Span{where[k][0], where[k+len(t.Words)-1][1]}, i})
		}
	}
	slices.SortStableFunc(list, func(a, b spotted) int { return a.span[0] - b.span[0] })
	return list
}

// window chooses the piece of about snippetBytes that holds the most different
// terms, the first of several, with some words before what it begins with.
func window(text string, found []spotted) (from, to int) {
	best, first, last := 0, 0, 0
	for i := range found {
		terms := map[int]bool{}
		k := i
		for ; k < len(found) && found[k].span[1]-found[i].span[0] <= snippetBytes*3/4 || k == i; k++ {
			terms[found[k].term] = true
		}
		if len(terms) > best {
			best, first, last = len(terms), found[i].span[0], found[k-1].span[1]
		}
	}
	before := max(snippetBytes-(last-first), 0) / 3
	from = min(wordStart(text, max(first-before, 0)), first)
	return from, min(max(from+snippetBytes, last), len(text))
}

// wordStart moves a cut to behind the white space before it, if that is near, and
// never into a character.
func wordStart(text string, at int) int {
	if at == 0 {
		return 0
	}
	if i := strings.IndexAny(text[at:min(at+24, len(text))], " \t\r\n"); i >= 0 {
		return at + i + 1
	}
	return whole(text, at)
}

func wordEnd(text string, at int) int {
	if at >= len(text) {
		return len(text)
	}
	if i := strings.IndexAny(text[at:min(at+24, len(text))], " \t\r\n"); i >= 0 {
		return at + i
	}
	return whole(text, at)
}

func whole(text string, at int) int {
	for at < len(text) && !utf8.RuneStart(text[at]) {
		at++
	}
	return at
}
