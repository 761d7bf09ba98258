package act

import (
	"slices"

	"tocsin/read/text"
)

// Where a phrase that fills a role begins and ends, and what the tree joins to it.

// joinedAmiss reports whether a token only stands among the arguments of a verb
// because the tree coordinates it with one of them.
func (e *extractor) joinedAmiss(tok int) bool {
	return e.s.Tokens[tok].Rel == "conj" && e.splitOff(tok)
}

// withWhich is the end of a phrase that says nothing without the clause behind it:
// "people who killed the innocent", "anyone taking part in the vote", "most of the
// detainees his staff visited".
func (e *extractor) withWhich(tok, hi int) int {
	lo, _ := e.s.NP(tok)
	switch l := e.s.Tokens[tok].Lower; {
	case l == "people" && lo == tok, l == "those", l == "anyone", l == "anybody", l == "everyone":
	default:
		return hi
	}
	for _, c := range e.s.ChildrenBy(tok, "acl", "acl:relcl") {
		if from, to := e.s.Subtree(c); from == hi && e.s.Tokens[from].UPOS != "PUNCT" {
			for t := from; t < to; t++ {
				if e.s.Tokens[t].UPOS == "PUNCT" && e.s.Tokens[t].Text != "-" {
					return t
				}
			}
			return to
		}
	}
	return hi
}

// hangsOn reports whether a preposition hangs what follows on the noun, adjective or
// participle before it, so that it opens no clause.
func (e *extractor) hangsOn(prep int) bool {
	if prep < 1 {
		return false
	}
	switch e.s.Tokens[prep].Lower {
	case "after", "before", "since", "until", "as", "for", "than", "like", "except":
		return false
	}
	u := &e.s.Tokens[prep-1]
	return u.UPOS == "NOUN" || u.UPOS == "PROPN" || u.UPOS == "ADJ" || u.UPOS == "VERB" && u.Is("acl", "amod")
}

// splitOff reports whether what the tree coordinates is no other party: the first
// half of a compound ("chiefs and youth leaders"), a verb taken for a noun behind
// "but", a measure behind a comma ("the camp, 15 km south").
func (e *extractor) splitOff(tok int) bool {
	if next := tok + 1; next < len(e.s.Tokens) && e.s.Tokens[next].Rel == "conj" && e.s.Tokens[next].Head == e.s.Tokens[tok].Head && e.isNominal(next) {
		return true
	}
	if e.startsAsVerb(tok) || e.newTold(tok) || e.newSubject(tok) || e.s.Tokens[tok].UPOS == "ADJ" && e.s.Child(tok, "obj") > tok {
		return true
	}
	cc := e.s.Child(tok, "cc")
	if first := e.s.Tokens[tok].Head; cc > 0 && e.s.Tokens[cc-1].Text == "," && first == cc-2 && e.s.Tokens[first].UPOS == "NUM" && e.s.Tokens[tok].UPOS != "NUM" {
		return true // "hit a petrol station, killing eight, and a hospital"
	}
	if lo, _ := e.s.NP(tok); cc < 0 && lo == tok && tok > 0 && e.s.Tokens[tok-1].Text == "," && e.s.Tokens[tok].UPOS == "NOUN" && tok+1 < len(e.s.Tokens) && e.s.Tokens[tok+1].UPOS == "ADP" && e.s.Child(e.s.Tokens[tok].Head, "det") >= 0 && !e.listGoesOn(tok) {
		return true // "to disarm a militia, spread to the port"
	}
	return cc >= 0 && e.s.Tokens[cc].Lower == "but" && tok == cc+1 || e.measure(tok) || e.oneMan(tok)
}

// measure reports whether a token is a unit of length, weight or time.
func (e *extractor) measure(tok int) bool {
	switch e.s.Tokens[tok].Lemma {
	case "km", "kilometre", "kilometer", "mile", "metre", "meter", "m", "hectare", "acre", "ton", "tonne", "kilogram", "kg":
		return true
	}
	return false
}

// withConj returns a head and the heads coordinated with it.
func (e *extractor) withConj(tok int) []int {
	out := []int{tok}
	for _, c := range e.s.Children(tok) {
		if e.s.Tokens[c].Rel == "conj" && e.isNominal(c) && !e.splitOff(c) {
			out = append(out, e.withConj(c)...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// sameRun reports whether nothing but adjectives and nouns stands between two heads
// that the tree gives one verb, so that they are one phrase.
func (e *extractor) sameRun(first, last int) bool {
	if e.s.Tokens[first].UPOS != "PROPN" || e.s.Tokens[last].UPOS != "NOUN" || e.s.Tokens[last].Rel != e.s.Tokens[first].Rel || !e.s.Tokens[last].Is("nsubj", "nsubj:pass") {
		return false
	}
	return !slices.ContainsFunc(e.s.Tokens[first+1:last], func(t text.Token) bool { return t.UPOS != "ADJ" && t.UPOS != "NOUN" && t.UPOS != "PROPN" })
}

// newStart returns the "and" behind a comma by which another clause begins between a
// subject and its verb: "demonstrators burned the office, and thugs attacked them",
// where the tree takes the first verb for a participle. -1 for none.
func (e *extractor) newStart(subj, start int) int {
	for k := start - 1; k > subj+1; k-- {
		if e.s.Tokens[k].UPOS != "CCONJ" || e.s.Tokens[k-1].Text != "," {
			continue
		}
		for v := subj + 1; v < k; v++ {
			if x := &e.s.Tokens[v]; x.UPOS == "VERB" && (x.XPOS == "VBN" || x.XPOS == "VBD") && e.s.Child(v, "obj") > v && !x.Is("acl:relcl") {
				return k
			}
		}
		return -1
	}
	return -1
}

// listGoesOn reports whether another member with its "and" follows in a list.
func (e *extractor) listGoesOn(tok int) bool {
	return slices.ContainsFunc(e.s.Tokens, func(t text.Token) bool {
		return t.Rel == "cc" && t.Head > tok && e.s.Tokens[t.Head].Rel == "conj" && (e.s.Tokens[t.Head].Head == e.s.Tokens[tok].Head || e.s.Tokens[t.Head].Head == tok)
	})
}

// verbless reports whether no clause stands before a token: what "and" joins there is
// the second half of a subject whose first the tree has lost.
func (e *extractor) verbless(hi int) bool {
	for k := range e.s.Tokens[:hi] {
		if x := &e.s.Tokens[k]; x.Finite() || x.UPOS == "AUX" || x.Rel == "root" || x.UPOS == "VERB" && e.s.Child(k, "obj") > k {
			return false
		}
	}
	return true
}
