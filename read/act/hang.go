package act

import (
	"slices"

	"tocsin"
	"tocsin/read/text"
)

// supposed reports whether a clause without a mark of its own is the condition of
// the clause above, whose "if" stands before it.
func (e *extractor) supposed(cl *text.Clause) bool {
	if cl.Kind != "advcl" || cl.Parent < 0 || cl.Mark != "" {
		return false
	}
	p := &e.s.Clauses[cl.Parent]
	return (p.Mark == "if" || p.Mark == "unless") && p.MarkTok < cl.Verb && cl.Verb < p.Verb
}

// underIf reports whether the token stands between an "if" that begins the
// sentence, a reported clause ("warned that if") or what follows a comma, and the
// next comma: a net beneath the tree, which may hang the condition anywhere.
func (e *extractor) underIf(tok int) bool {
	for i := tok - 1; i >= 0; i-- {
		switch e.s.Tokens[i].Lower {
		case ",", ";", ":":
			return false
		case "if", "unless":
			comma := slices.IndexFunc(e.s.Tokens[tok:], func(t text.Token) bool { return t.Text == "," })
			return comma > 0 && e.opensClause(i)
		}
	}
	return false
}

// opensClause reports whether a conjunction stands where a clause begins: first in
// the sentence but for a "but" or a quotation mark, after "that" or a comma.
func (e *extractor) opensClause(i int) bool {
	for i--; i >= 0; i-- {
		switch e.s.Tokens[i].Lower {
		case "but", "and", "yet", "even", "only", "\"", "“":
			continue
		case "that", ",", ";":
			return true
		}
		return false
	}
	return true
}

// coordinated repeats an aim or outlook for a verb coordinated with its content:
// "would seek to impose one thing and restrict another" are two outlooks.
func (e *extractor) coordinated(ci int) bool {
	cl := &e.s.Clauses[ci]
	if cl.Kind != "conj" || cl.Parent < 0 || !e.done[cl.Parent] || len(cl.Modals) > 0 || cl.SubjHow == "own" {
		return false
	}
	first := e.s.Clauses[cl.Parent].Verb
	if e.misjoined(cl) {
		return true
	}
	if e.finite(cl) {
		return false
	}
	for i := range e.items {
		it := e.items[i]
		if it.Sent != e.sent || it.Content == nil {
			continue
		}
		switch in := it.Content; {
		case in.Pred == first && in.Rule == "clause" && it.Kind == tocsin.KindOutlook && e.frame(ci, 1) == nil:
			e.done[ci] = true
			return true // nothing that the first does not say
		case in.Pred == first:
			it.Content = e.content(ci, 1)
			e.lend(it.Content, in)
		case in.Content != nil && in.Content.Pred == first:
			mid := *in
			mid.Content = e.content(ci, 2)
			e.lend(mid.Content, in.Content)
			it.Content = &mid
			it.Cover = append(slices.Clone(it.Cover), mid.Content.Cover...)
		default:
			continue
		}
		it.Cover = append(slices.Clone(it.Cover), cl.Verb)
		it.Cover = append(it.Cover, it.Content.Cover...)
		e.add(&it)
		return true
	}
	return false
}

// lend gives a coordinated content the doers of the first.
func (e *extractor) lend(it, first *Item) {
	if len(it.Actors) == 0 && it.Kind == first.Kind {
		it.Actors = first.Actors
	}
}

// misjoined reports whether the tree joins a finite verb to an infinitive:
// "offered to help and promised to talk". What it says there, by whom and how
// surely, is not to be had from such a tree.
func (e *extractor) misjoined(cl *text.Clause) bool {
	x := e.s.Tokens[cl.Verb].XPOS
	return x != "VB" && x != "VBP" && e.bareTo(&e.s.Clauses[cl.Parent])
}

// finite reports whether a clause coordinated with what may come tells of what was
// done: "would be sent, and offered a reward", "will be beaten, and urged them".
func (e *extractor) finite(cl *text.Clause) bool {
	x := e.s.Tokens[cl.Verb].XPOS
	return len(e.s.Clauses[cl.Parent].Modals) > 0 && (x == "VBD" || x == "VBZ" || x == "VBN" && !cl.Passive || len(cl.Aux) > 0)
}
