package act

import (
	"slices"

	"tocsin"
	"tocsin/codebook"
	"tocsin/read/text"
)

// mayCome makes the outlook of an event that is said to be a risk, a danger or a
// prospect: "there is a risk of a coup in Bissau", "the region faces the threat
// of attacks". That somebody fears it, or wants to prevent it, says less, and
// makes nothing.
func (e *extractor) mayCome(tok int, r codebook.Rule) bool {
	h := e.s.Tokens[tok].Head
	if h < 0 || e.s.Tokens[tok].Rel != "nmod" || !e.Book.Ahead(e.s.Tokens[h].Lemma) || !e.said(h) {
		return false
	}
	it := e.new("ahead "+e.s.Tokens[h].Lemma, tocsin.KindOutlook, tok)
	it.Content = e.nounItem(tok, r, 1)
	it.Degree = "possible"
	it.Actors, it.When = it.Content.Actors, it.Content.When
	it.Pred = e.s.Tokens[h].Head
	it.Cover = append(it.Cover, it.Content.Cover...)
	lo, _ := e.s.NP(h)
	it.Cover = append(it.Cover, lo, it.Pred)
	for _, c := range e.s.Children(it.Pred) {
		if e.s.Tokens[c].Rel == "expl" {
			it.Cover = append(it.Cover, c)
		}
	}
	e.add(it)
	return true
}

// said reports whether the noun is what a clause says there is.
func (e *extractor) said(noun int) bool {
	t := &e.s.Tokens[noun]
	if t.Head < 0 {
		return false
	}
	verb := e.s.Tokens[t.Head].Lemma
	switch t.Rel {
	case "nsubj":
		return verb == "be" && slices.ContainsFunc(e.s.Children(t.Head), func(c int) bool { return e.s.Tokens[c].Rel == "expl" })
	case "obj":
		return slices.Contains([]string{"face", "pose", "carry", "bring", "create", "remain"}, verb)
	}
	return false
}

// headline makes the outlook of "France to withdraw its troops".
func (e *extractor) headline(ci int, f *Item, head int) {
	if slices.ContainsFunc(e.s.Children(head), func(c int) bool { return e.s.Tokens[c].Is("cop", "nsubj") }) {
		return // "she was the last woman to leave"
	}
	f.Actors = nil
	e.fillOne(f, "actor", head)
	n := len(e.items)
	e.outlook(ci, f)
	if len(e.items) > n {
		it := &e.items[len(e.items)-1]
		it.Polarity, it.Degree, it.Basis = "is", "probable", "asserted"
	}
}

// foreseen makes the outlook of what is arranged, though no modal says so.
func (e *extractor) foreseen(f *Item) {
	it := e.new("scheduled "+f.Rule, tocsin.KindOutlook, f.Pred)
	it.Content, it.Actors, it.When = f, f.Actors, f.When
	it.Cover = append(it.Cover, f.Cover...)
	it.Polarity, it.Degree, it.Basis = "is", "probable", "asserted"
	e.add(it)
}

// leftOpen makes the outlook of "would not rule out releasing them": it may come.
// What else a clause says of ruling something out foretells nothing.
func (e *extractor) leftOpen(ci int) bool {
	cl := &e.s.Clauses[ci]
	if e.s.Tokens[cl.Verb].Lemma != "rule" || cl.Passive || cl.Particle < 0 || e.s.Tokens[cl.Particle].Lower != "out" {
		return false
	}
	it := e.new("left open", tocsin.KindOutlook, cl.Verb)
	it.Polarity, it.Degree = "is", "possible"
	for k := range e.s.Clauses {
		if c := &e.s.Clauses[k]; c.Verb == cl.Particle+1 && e.s.Tokens[c.Verb].XPOS == "VBG" {
			it.Content = e.content(k, 1)
		}
	}
	if it.Content == nil || cl.Neg < 0 || !e.whole(cl) {
		return true
	}
	if rd := e.assess(cl.Verb); rd.Condition != nil {
		it.Condition = rd.Condition
	}
	it.Actors, it.When = it.Content.Actors, it.Content.When
	it.Cover = append(append(it.Cover, cl.Particle), it.Content.Cover...)
	e.add(it)
	return true
}

// impersonal reports whether a clause has "there" or an empty "it" for a subject.
func (e *extractor) impersonal(ci int) bool {
	return slices.ContainsFunc(e.s.Children(e.s.Clauses[ci].Verb), func(c int) bool { return e.s.Tokens[c].Rel == "expl" })
}

// provided reports whether a clause is a proviso: "provided that it leads to
// elections".
func (e *extractor) provided(cl *text.Clause) bool {
	for t := max(cl.Lo-3, 0); t+1 < cl.Verb; t++ {
		if e.s.Tokens[t].Lower == "provided" && e.s.Tokens[t+1].Lower == "that" {
			return true
		}
	}
	return false
}

// asksWho reports whether a clause's subject is an interrogative: "not said who
// would lead it".
func (e *extractor) asksWho(cl *text.Clause) bool {
	return cl.Kind != "relcl" && slices.ContainsFunc(cl.Subj, func(t int) bool {
		l := e.s.Tokens[t].Lower
		return (l == "who" || l == "what") && e.s.Tokens[t].UPOS == "PRON"
	})
}

// whTo reports an infinitive behind an interrogative: "sets out what to watch" expects
// nothing.
func (e *extractor) whTo(cl *text.Clause) bool {
	if t := cl.Verb - 2; t >= 0 && e.s.Tokens[t+1].Lower == "to" {
		switch e.s.Tokens[t].Lower {
		case "what", "how", "where", "when", "whether", "whom", "which":
			return true
		}
	}
	return false
}
