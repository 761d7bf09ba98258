package act

import (
	"tocsin/read/text"
	"tocsin/read/when"
)

// Times that a relative clause parts from a predicate.

// closedOff reports a time within a relative clause that a comma closes before the
// predicate: "a man who fled before the war began in 2011, was arrested on Monday".
func (e *extractor) closedOff(f when.Found, pred int) bool {
	t := e.s.Tokens
	k := f.Hi
	for k < pred && t[k].Text != "," {
		k++
	}
	if k >= pred {
		return false
	}
	verb := false
	for w := f.Hi - 1; w > 0; w-- {
		switch x := &t[w]; {
		case x.Text == "," && w < f.Lo, x.Text == ";":
			return false
		case x.XPOS == "WP" || x.XPOS == "WDT" || x.XPOS == "WRB" && w < f.Lo:
			return verb && w < f.Lo
		case x.Finite():
			verb = true
		}
	}
	return false
}

// beforeWhere reports a time of the clause before a "where" behind a comma, in whose
// own clause somebody else does what the predicate tells: "on Sunday visited Kano, where
// gunmen killed ten".
func (e *extractor) beforeWhere(f when.Found, pred int) bool {
	t := e.s.Tokens
	own := false
	for w := pred - 1; w > f.Hi; w-- {
		switch x := &t[w]; {
		case x.Lower == "where" && t[w-1].Text == ",":
			return own
		case x.Text == ";" || x.UPOS == "CCONJ" || w < pred-1 && finiteVerb(x):
			return false
		case x.Is("nsubj", "nsubj:pass") && x.UPOS != "PRON":
			own = true
		}
	}
	return false
}

// finiteVerb reports a verb, no auxiliary, that is finite by its form.
func finiteVerb(t *text.Token) bool { return t.UPOS == "VERB" && t.Finite() }

// behindPrep is who acts where the tree takes for a subject what a preposition governs:
// in "gunmen believed to belong to the ADF killed ten" the gunmen did. Nobody where the
// words do not tell.
func (e *extractor) behindPrep(cl *text.Clause) (who []int, ok bool) {
	lo, _ := e.s.NP(cl.Subj[0])
	if lo < 2 || cl.Subj[0] > cl.Verb {
		return nil, false
	}
	p := &e.s.Tokens[lo-1]
	switch p.Lower {
	case "to", "of", "by", "with", "from", "against", "for":
	default:
		return nil, false
	}
	if p.UPOS != "ADP" || p.Head == cl.Subj[0] || cl.Kind != "ccomp" && cl.Kind != "root" {
		return nil, false
	}
	for k := cl.Parent; k >= 0; k = e.s.Clauses[k].Parent {
		up := &e.s.Clauses[k]
		if x := e.s.Tokens[up.Verb].XPOS; up.SubjHow == "own" && !up.Passive && (x == "VBD" || x == "VBN") && len(up.Subj) == 1 {
			if _, hi := e.s.NP(up.Subj[0]); hi == up.Verb {
				return up.Subj, true
			}
		}
	}
	return nil, true
}

// underSince reports a time within the phrase of a "since", which tells from when on:
// "detained since protests over a third term in 2020".
func (e *extractor) underSince(f when.Found, pred int) bool {
	for k := f.Lo - 1; k > pred; k-- {
		switch t := &e.s.Tokens[k]; {
		case t.Lower == "since":
			return f.Lo-k > 2
		case t.Text == "," || t.Text == ";" || t.Finite():
			return false
		}
	}
	return false
}

// meets reports a gathering without its sides, and a strike of hunger: neither talks nor a
// stoppage of work.
func (e *extractor) meets(it *Item, tok int) bool {
	switch e.s.Tokens[tok].Lemma {
	case "summit":
		return len(it.Actors) < 2
	case "strike":
		c := e.s.Child(tok, "compound", "amod")
		return c >= 0 && e.s.Tokens[c].Lower == "hunger"
	}
	return false
}

// freedNear reports a participle right behind those of whose release, death or the like
// the noun it hangs on tells: in "the release of 16 farmers seized in May" they were seized.
func (e *extractor) freedNear(t, verb int) bool {
	n := verb - 1
	return n > t && e.s.Tokens[n].XPOS == "NNS" && e.s.Tokens[n].Is("nmod") && e.s.Tokens[n].Head == t && e.caseOf(n) == "of" && len(e.Book.Noun(e.s.Tokens[t].Lemma)) > 0 && e.canAct(n)
}

// before ends a phrase where the verb stands of which it is a part: in "people
// displaced in July" it is the people who were displaced.
func (e *extractor) before(a Arg, verb int) Arg {
	if a.Head < verb && verb < a.Hi {
		a.Hi = verb
		for a.Hi > a.Head+1 && (e.s.Tokens[a.Hi-1].UPOS == "PRON" || e.s.Tokens[a.Hi-1].UPOS == "AUX" || e.s.Tokens[a.Hi-1].UPOS == "ADV") {
			a.Hi--
		}
	}
	return a
}
