package act

import (
	"slices"
	"strings"

	"tocsin/codebook"
	"tocsin/read/text"
	"tocsin/read/who"
)

// What looks like the name or the description of somebody and is none.

// nameOfThing reports whether a title and a name are what a thing or a place is
// called: "the King Fahd air base", "Sultan Kudarat, 28 August".
func (e *extractor) nameOfThing(t *who.Trait) bool {
	if t.Rel != "role" && t.Rel != "rank" || t.How != "title" || t.Of.Head >= len(e.s.Tokens) {
		return false
	}
	if len(e.s.Clauses) == 0 && e.dated() {
		return true
	}
	h := e.s.Tokens[t.Of.Head].Head
	return e.s.Tokens[t.Of.Head].Is("compound") && h >= t.Of.Hi && e.s.Tokens[h].UPOS == "NOUN" && !e.canAct(h)
}

// dated reports whether a time stands in the sentence.
func (e *extractor) dated() bool {
	for t := range e.s.Tokens {
		if e.isTime(t) {
			return true
		}
	}
	return false
}

// inList reports whether what stands behind a name may as well be the next of a list
// as its description: "the head of the office, Ali Rahi, a clerk and a candidate".
func (e *extractor) inList(t *who.Trait) bool {
	if t.How != "apposition" || t.Tok <= t.Of.Head || t.Of.Lo < 2 || e.s.Tokens[t.Of.Lo-1].Text != "," || !e.isNominal(t.Of.Lo-2) {
		return false
	}
	lo, hi := e.s.NP(t.Tok)
	return (e.s.Tokens[lo].Lower == "a" || e.s.Tokens[lo].Lower == "an") && hi < len(e.s.Tokens) && e.s.Tokens[hi].UPOS == "CCONJ"
}

// afterGerund begins a phrase behind the gerund that the tree takes for a part of
// it: "accused of massacring Fulani civilians" tells of civilians.
func (e *extractor) afterGerund(a Arg) Arg {
	if g := &e.s.Tokens[a.Lo]; a.Lo > 0 && a.Lo < a.Head && g.XPOS == "VBG" && e.s.Tokens[a.Lo-1].UPOS != "DET" && (e.s.Tokens[a.Lo-1].Lower == "of" || e.s.Tokens[a.Lo-1].Lower == "for") {
		a.Lo++
	}
	return a
}

// oneMan reports whether a role joined to another without an article is held by the
// same person: "the former prime minister and presidential frontrunner".
func (e *extractor) oneMan(tok int) bool {
	first := e.s.Tokens[tok].Head
	if first < 0 || e.s.Tokens[tok].XPOS != "NN" || e.s.Tokens[first].XPOS != "NN" || len(e.Book.RoleNoun(e.s.Tokens[first].Lemma)) == 0 && e.s.Tokens[first].Lemma != "minister" {
		return false
	}
	lo, _ := e.s.NP(tok)
	from, _ := e.s.NP(first)
	d := e.s.Tokens[lo].UPOS
	return d != "DET" && d != "NUM" && d != "PROPN" && e.s.Tokens[lo].XPOS != "PRP$" && from < first && e.s.Child(tok, "nmod:poss") < 0
}

// accident reports whether those who were hurt were hurt when something came down or
// went over by itself: "was injured when a wall collapsed".
func (e *extractor) accident(it *Item, cl *text.Clause) bool {
	if it.Act == "assault" && cl.Kind == "advcl" && cl.Parent >= 0 && e.s.Tokens[cl.Verb].XPOS == "VBG" && cl.SubjHow != "own" && e.mishap(&e.s.Clauses[cl.Parent]) {
		return true // "a helicopter crashed, killing 13"
	}
	if it.Act != "assault" || !cl.Passive || len(it.Actors) > 0 {
		return false
	}
	for i := range e.s.Clauses {
		c := &e.s.Clauses[i]
		if c.Kind == "advcl" && e.s.Tokens[c.Verb].Head == cl.Verb && e.mishap(c) {
			return true
		}
	}
	return false
}

// mishap reports a clause of something that comes down or goes over by itself.
func (e *extractor) mishap(c *text.Clause) bool {
	if c.Passive && e.s.Tokens[c.Verb].Lemma != "derail" || len(c.Obj) > 0 {
		return false
	}
	switch e.s.Tokens[c.Verb].Lemma {
	case "collapse", "overturn", "capsize", "crash", "derail", "sink", "topple", "stampede", "skid", "plunge", "collide":
		return true
	}
	return false
}

// byTime reports a participle that takes a time for its agent: "the crowd dispersed
// by midday" was dispersed by nobody.
func (e *extractor) byTime(cl *text.Clause) bool {
	if cl.Kind != "acl" || !cl.Passive || len(cl.Aux) > 0 {
		return false
	}
	for _, a := range e.s.Children(cl.Verb) {
		if e.s.Tokens[a].Is("obl:agent") && (e.isTime(a) || e.noParty(a)) {
			return true
		}
	}
	return false
}

// aimedAtObject reports whether a verb has somebody for its object, so that what its
// preposition leads to is no second one: "shot dead a leader at his farm".
func (e *extractor) aimedAtObject(r codebook.Rule, m slots) bool {
	return r.Word == "shoot" && r.Role("obj") == "" && slices.ContainsFunc(m["obj"], func(t int) bool { return e.canAct(t) || e.suffers(t) })
}

// afterVerb reports whether a phrase opens with a participle that a noun stands right
// before: "the two sides exchanged 50 prisoners" told of the sides.
func (e *extractor) afterVerb(tok int) bool {
	lo, _ := e.s.NP(tok)
	for k := lo + 1; k < tok; k++ {
		if x := &e.s.Tokens[k]; x.XPOS == "VBN" && x.UPOS == "VERB" && e.s.Tokens[k-1].XPOS == "NNS" {
			return true // "security forces used tear gas"
		}
	}
	for k := lo + 1; k+1 < tok; k++ {
		if e.s.Tokens[k].UPOS == "CCONJ" && strings.HasSuffix(e.s.Tokens[k+1].Lower, "ing") && e.s.Tokens[k+1].UPOS != "ADJ" {
			return true // "cutting off water and shelling houses"
		}
	}
	if lo == 0 || lo == tok || !e.s.Tokens[lo].Is("amod") {
		return false
	}
	next := e.s.Tokens[lo+1].UPOS
	return strings.HasSuffix(e.s.Tokens[lo].Lower, "ed") && (next == "NUM" || next == "DET") && e.isNominal(lo-1) && e.s.Tokens[lo-1].Rel != "compound" && !e.isTime(lo-1)
}
