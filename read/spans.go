package read

import (
	"strings"

	"tocsin"
	"tocsin/read/act"
	"tocsin/read/text"
)

// hull is the token range that an item's own words take up.
func hull(it *act.Item, n int) (lo, hi int) {
	lo, hi = it.Pred, it.Pred+1
	take := func(l, h int) {
		if l >= 0 && h <= n && l < h {
			lo, hi = min(lo, l), max(hi, h)
		}
	}
	for _, t := range it.Cover {
		take(t, t+1)
	}
	for _, g := range it.Actors {
		take(g.Lo, g.Hi)
	}
	for _, g := range it.Recipients {
		take(g.Lo, g.Hi)
	}
	return lo, hi
}

// clauseBetween reports whether another clause stands in tokens [lo, hi), with a comma
// and a conjunction behind it: in "it may calm the north, but is unlikely to end the
// war" the words of the second clause are not those of the first.
func clauseBetween(s *text.Sentence, lo, hi int) bool {
	verb := false
	for i := lo; i+1 < hi; i++ {
		verb = verb || s.Tokens[i].UPOS == "VERB"
		if verb && (s.Tokens[i].Text == "," && s.Tokens[i+1].UPOS == "CCONJ" || s.Tokens[i].Lower == "but") {
			return true
		}
	}
	return false
}

// cover is the span of an item: its words and those of its content.
func (a *assembler) cover(it *act.Item) tocsin.Span {
	s := &a.doc.Sentences[it.Sent]
	lo, hi := hull(it, len(s.Tokens))
	if it.Content != nil && it.Content.Sent == it.Sent {
		l, h := hull(it.Content, len(s.Tokens))
		lo, hi = min(lo, l), max(hi, h)
	}
	return s.SpanOf(lo, hi)
}

// stretch widens a span over another, where that one lies in the same sentence
// or at most two sentences away: a speaker may stand in the sentence before.
func (a *assembler) stretch(span, over tocsin.Span, sent int) tocsin.Span {
	if over.IsZero() {
		return span
	}
	first, last := max(sent-2, 0), min(sent+2, len(a.doc.Sentences)-1)
	near := tocsin.Span{a.doc.Sentences[first].Span[0], a.doc.Sentences[last].Span[1]}
	if !near.Contains(over) {
		return span
	}
	return tocsin.Span{min(span[0], over[0]), max(span[1], over[1])}
}

// tidy closes a bracket or quotation mark that the span opened and takes in the
// full stop that ends its sentence.
func (a *assembler) tidy(span tocsin.Span, sent int) tocsin.Span {
	text := a.doc.Text
	end := a.doc.Sentences[sent].Span[1]
	if span[1] >= end {
		return span
	}
	rest := text[span[1]:end]
	if strings.HasPrefix(rest, " (") {
		if i := strings.IndexByte(rest, ')'); i > 0 && i < 12 {
			span[1] += i + 1
			rest = rest[i+1:]
		}
	}
	if t := strings.TrimLeft(rest, ")]\"'’”"); len(rest)-len(t) > 0 && len(rest)-len(t) < 5 {
		span[1] += len(rest) - len(t)
		rest = t
	}
	if rest == "." || rest == "!" || rest == "?" {
		span[1] = end
	}
	return span
}
