package act

import (
	"slices"
	"strings"

	"tocsin/read/text"
	"tocsin/read/where"
)

// Clauses whose voice or subject the words tell otherwise than the tree.

// voiced returns a clause with the voice and the subject that its words give it.
func (e *extractor) voiced(cl *text.Clause) *text.Clause {
	v := &e.s.Tokens[cl.Verb]
	perfect := cl.Passive && v.XPOS == "VBN" && cl.Verb > 0 && e.s.Tokens[cl.Verb-1].Lower == "having"
	reported := !cl.Passive && cl.Kind == "xcomp" && v.XPOS == "VBN" && len(cl.Aux) == 0 && cl.Mark == "" && cl.Parent >= 0 && e.s.Clauses[cl.Parent].Passive && !e.none(cl.Subj)
	t := e.besideVerb(cl)
	if !perfect && !reported && t < 0 {
		return cl
	}
	c := *cl
	switch {
	case perfect:
		c.Passive, c.Agent = false, nil // "having released more than 200"
	case reported:
		c.Passive, c.Obj = true, nil // "were reported killed"
	}
	if t >= 0 {
		c.Subj, c.SubjHow = []int{t}, "own"
	}
	return &c
}

// resumes returns the noun before a relative clause that has its own subject, where the
// tree coordinates with that clause the verb behind its closing comma: in "rebels, who
// the ministry says are few, seized the town" they seized it. -1 where there is none.
func (e *extractor) resumes(cl *text.Clause) int {
	if cl.Kind != "conj" || cl.SubjHow != "shared" || cl.Parent < 0 || cl.Verb < 1 || e.s.Tokens[cl.Verb-1].Text != "," {
		return -1
	}
	rel := &e.s.Clauses[cl.Parent]
	if rel.Kind != "relcl" || rel.SubjHow != "own" || e.s.Tokens[rel.Verb].Head < 0 || rel.Verb > cl.Verb || slices.ContainsFunc(e.s.Children(cl.Verb), func(c int) bool { return e.s.Tokens[c].Rel == "cc" }) {
		return -1
	}
	return e.s.Tokens[rel.Verb].Head
}

// besideVerb returns the noun right before a finite verb that the tree hangs, with a
// conjunction for its preposition, on the clause before: in "who stood after her
// husband was arrested" he was. -1 where there is none.
func (e *extractor) besideVerb(cl *text.Clause) int {
	if len(cl.Subj) != 1 || cl.SubjHow != "own" && !(cl.SubjHow == "shared" && cl.Passive) {
		return e.resumes(cl)
	}
	at := cl.Verb
	for at > 0 && (e.s.Tokens[at-1].UPOS == "AUX" || e.s.Tokens[at-1].UPOS == "ADV") {
		at--
	}
	if at < 2 || at == cl.Verb && cl.Passive || cl.Subj[0] >= at-1 || !e.s.Tokens[at-1].Is("obl", "nmod") || e.s.Tokens[at-1].UPOS != "NOUN" || e.noParty(at-1) {
		return e.resumes(cl)
	}
	switch e.caseOf(at - 1) {
	case "after", "before", "since", "until", "as":
		return at - 1
	}
	return e.resumes(cl)
}

// passiveToo reports whether a verb goes on with the passive it is joined to: "were
// convicted and sentenced".
func (e *extractor) passiveToo(cl *text.Clause) bool {
	x := e.s.Tokens[cl.Verb].XPOS
	return cl.Kind == "conj" && !cl.Passive && cl.SubjHow == "shared" && cl.Parent >= 0 && e.s.Clauses[cl.Parent].Passive && len(cl.Obj)+len(cl.Aux) == 0 && (x == "VBN" || x == "VBD")
}

// spokenFor reports whether the tree joins a speaker to those who are spoken of:
// "killing 13 people, members of a group and a resident told reporters".
func (e *extractor) spokenFor(tok int) bool {
	if e.s.Tokens[tok].Rel != "conj" || e.s.Tokens[tok].Head < 0 {
		return false
	}
	for i := range e.Says {
		a := &e.Says[i]
		if a.Sent == e.sent && a.Source.Contains(e.s.Tokens[tok].Span) && !a.Source.Contains(e.s.Tokens[e.first(tok)].Span) {
			return true
		}
	}
	return false
}

// first returns the first of the heads that a head is coordinated with.
func (e *extractor) first(tok int) int {
	for e.s.Tokens[tok].Rel == "conj" && e.s.Tokens[tok].Head >= 0 {
		tok = e.s.Tokens[tok].Head
	}
	return tok
}

// wholePhrase cuts from the front of a phrase the place of another one that the tree
// has mixed into it: "eight of them in Guayaquil and two police officers".
func (e *extractor) wholePhrase(lo, tok int) int {
	for k := lo; k < tok; k++ {
		if t := &e.s.Tokens[k]; t.UPOS == "CCONJ" && slices.ContainsFunc(e.s.Children(lo), func(c int) bool { return e.s.Tokens[c].Rel == "case" && c < lo }) && e.s.Tokens[lo].Head == tok {
			return k + 1
		}
	}
	return lo
}

// noParty reports whether a token names nobody and nothing that anything is done to:
// a number of a paragraph, "a second time".
func (e *extractor) noParty(tok int) bool {
	t := &e.s.Tokens[tok]
	if t.UPOS == "NUM" && strings.ContainsRune(t.Text, ':') {
		return true // "at 17:20"
	}
	switch t.Lemma {
	case "time", "day", "week", "month", "year", "hour", "minute", "a.m.", "p.m.", "am", "pm",
		"night", "evening", "morning", "afternoon", "weekend", "eve", "dawn", "dusk", "midnight", "midday", "noon", "anniversary":
		return true
	}
	if e.measure(tok) || e.beheaded(tok) || e.halfPhrase(tok) {
		return true
	}
	return t.UPOS == "PROPN" && !strings.ContainsFunc(t.Text, func(r rune) bool { return r > '9' })
}

// whichOfThem reports whether a relative clause may as well tell of those whose
// leader, home or member the noun before it is: "supporters of the leader Bah, who
// had been detained". The verb's number tells which, where it shows.
func (e *extractor) whichOfThem(cl *text.Clause) bool {
	if cl.Kind != "relcl" || !cl.Passive || cl.SubjHow != "antecedent" || len(cl.Subj) != 1 {
		return false
	}
	t := cl.Subj[0]
	up := e.s.Tokens[t].Head
	if e.s.Tokens[t].Rel != "nmod" || up < 0 || e.caseOf(t) != "of" || e.s.Tokens[up].XPOS != "NNS" || !e.canAct(up) || !e.canAct(t) {
		return false
	}
	return !slices.ContainsFunc(cl.Aux, func(a int) bool {
		l := e.s.Tokens[a].Lower
		return l == "was" || l == "has" || l == "is"
	})
}

// saysWhere reports whether a phrase behind a comma with the preposition of the one
// before it only says where that one is: "an attack on the village, on the edge of
// the plain".
func (e *extractor) saysWhere(tok int, again bool) bool {
	k := tok
	for _, c := range e.s.Children(tok) {
		if e.s.Tokens[c].Rel == "case" {
			k = min(k, c)
		}
	}
	return again && k > 0 && e.s.Tokens[k-1].Text == ","
}

// none reports whether what a verb is done to is nobody: "no soldiers were reported
// killed".
func (e *extractor) none(subj []int) bool {
	return slices.ContainsFunc(subj, func(t int) bool {
		lo, _ := e.s.NP(t)
		return e.s.Tokens[lo].Lower == "no"
	})
}

// beheaded reports whether a phrase has lost its head: half of a name with a dash
// ("the Bor–Gadiang road"), an owner without what he owns ("Soldiers seize
// Guinea-Bissau's favourite"), how long a sentence is ("20 years' imprisonment").
func (e *extractor) beheaded(tok int) bool {
	_, hi := e.s.NP(tok)
	next := hi
	for next+2 < len(e.s.Tokens) && e.s.Tokens[next].Text == "-" && e.s.Tokens[next].Span[0] == e.s.Tokens[next-1].Span[1] && e.s.Tokens[next+1].Span[0] == e.s.Tokens[next].Span[1] {
		next += 2 // "Guinea-Bissau"
	}
	if next+1 < len(e.s.Tokens) && e.s.Tokens[next].Span[0] == e.s.Tokens[next-1].Span[1] {
		switch d := &e.s.Tokens[next]; {
		case d.Text == "–" || d.Text == "—":
			return e.s.Tokens[next+1].Span[0] == d.Span[1]
		case d.XPOS == "POS":
			return !e.s.Tokens[tok].Is("nmod:poss") && e.s.Tokens[tok].Rel != "conj" && e.s.Tokens[next+1].UPOS != "PUNCT" && e.s.Tokens[next+1].UPOS != "ADP"
		}
	}
	own := e.s.Child(tok, "nmod:poss")
	return own >= 0 && e.measuredTime(own)
}

// measuredTime reports whether a token is a number of days, months or years.
func (e *extractor) measuredTime(tok int) bool {
	switch e.s.Tokens[tok].Lemma {
	case "year", "month", "day", "week", "hour":
		return e.s.Child(tok, "nummod") >= 0
	}
	return false
}

// onTheWay reports whether an attack is told to be on what is only where it was: "an
// ambush on the road to Bor".
func (e *extractor) onTheWay(tok int) bool {
	if e.caseOf(tok) != "on" {
		return false
	}
	if n := e.s.Tokens[tok].Head; n >= 0 && e.s.Tokens[n].Is("obj") && e.s.Tokens[n].Head >= 0 && e.s.Tokens[e.s.Tokens[n].Head].Lemma == "blame" {
		return true // "blamed the attack on the rebels"
	}
	switch e.s.Tokens[tok].Lemma {
	case "road", "highway", "motorway", "street", "route", "outskirts", "outskirt", "edge", "border", "way", "axis", "front", "soil", "territory", "ground":
		return true
	}
	return false
}

// parted returns the number that a comma parts from the noun that the tree gives it:
// "hit a petrol station, killing eight, and a hospital" killed eight. The token
// itself where there is none.
func (e *extractor) parted(tok int) int {
	for _, c := range e.s.ChildrenBy(tok, "nummod") {
		if c+1 < tok && e.s.Tokens[c+1].Text == "," && slices.ContainsFunc(e.s.Tokens[c+1:tok], func(t text.Token) bool { return t.UPOS == "CCONJ" }) {
			return c
		}
	}
	return tok
}

// town reports whether a token is a place with its own name that is no state: nobody
// kills or arrests one.
func (e *extractor) town(tok int) bool {
	return slices.ContainsFunc(e.Where, func(f where.Found) bool {
		return f.Sent == e.sent && f.Lo <= tok && tok < f.Hi && f.Kind != "country"
	})
}
