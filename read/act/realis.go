package act

import (
	"slices"

	"tocsin/read/text"
)

// Whether what is told has happened at least once, and is no habit, rumour or plan.

// habitual reports whether a clause in the simple present tells what is done time
// and again: "when soldiers are killed, we do not sleep", "a unit which probes
// deaths", "they often meet".
func (e *extractor) habitual(cl *text.Clause) bool {
	if cl.Tense != "present" || len(cl.Modals) > 0 {
		return false
	}
	if len(cl.Aux) > 0 && !cl.Passive || e.s.Tokens[cl.Verb].XPOS == "VBG" {
		return false // "is investigating"
	}
	if cl.Kind == "relcl" && !cl.Passive && cl.Cop < 0 {
		return true
	}
	lo := cl.Verb
	for _, t := range cl.Subj {
		if a, _ := e.s.NP(t); a < lo && cl.SubjHow == "own" {
			lo = a
		}
	}
	if lo > 0 && (e.s.Tokens[lo-1].Lower == "when" || e.s.Tokens[lo-1].Lower == "whenever" || e.s.Tokens[lo-1].Lower == "if") {
		return true
	}
	return slices.ContainsFunc(e.s.Children(cl.Verb), func(c int) bool {
		switch e.s.Tokens[c].Lower {
		case "often", "usually", "always", "sometimes", "regularly", "frequently", "routinely", "typically":
			return true
		}
		return false
	})
}

// unannounced reports whether an event is what nobody has announced or confirmed: "no
// inquiry has been announced" does not say that there was none.
func (e *extractor) unannounced(tok int) bool {
	return slices.ContainsFunc(e.s.Clauses, func(c text.Clause) bool {
		if !c.Passive || !slices.Contains(c.Subj, tok) {
			return false
		}
		switch e.s.Tokens[c.Verb].Lemma {
		case "announce", "confirm", "report", "declare", "disclose", "reveal", "schedule", "record", "register", "document", "publish":
			return e.assess(c.Verb).Certainty.Polarity == "is_not"
		}
		return false
	})
}

// ofExpected reports whether a clause only belongs to a noun that is what somebody
// expects, fears or hopes for: "expect attempts to abduct officials".
func (e *extractor) ofExpected(cl *text.Clause) bool {
	t := cl.Verb
	if e.s.Tokens[t].XPOS != "VB" {
		return false // "deny reports that he had been arrested"
	}
	for range e.s.Tokens {
		h := e.s.Tokens[t].Head
		if h < 0 {
			return false
		}
		if e.isNominal(t) && t != cl.Verb {
			return e.s.Tokens[t].Rel == "obj" && e.Book.Unreal(e.s.Tokens[h].Lemma)
		}
		if !e.s.Tokens[t].Is("acl", "conj") {
			return false
		}
		t = h
	}
	return false
}

// seldom reports a clause that tells how rarely something is done, and so neither that
// it was done nor that it was not: "have clashed less often", "are rarely convicted".
func (e *extractor) seldom(cl *text.Clause) bool {
	first := cl.Verb
	for _, t := range slices.Concat(cl.Aux, cl.Modals) {
		first = min(first, t)
	}
	for t := first; t < min(cl.Verb+6, len(e.s.Tokens)) && e.s.Tokens[t].UPOS != "PUNCT"; t++ {
		switch e.s.Tokens[t].Lower {
		case "rarely", "seldom", "infrequently":
			return true
		case "often", "frequently", "regularly":
			if k := e.s.Tokens[t-1].Lower; t > 0 && (k == "less" || k == "not") {
				return true
			}
		}
	}
	return false
}

// ofKind reports whether a gerund only describes the noun behind it: "barricades of
// burning tyres".
func (e *extractor) ofKind(cl *text.Clause) bool {
	v := cl.Verb
	if v < 2 || v+1 >= len(e.s.Tokens) || e.s.Tokens[v].XPOS != "VBG" {
		return false
	}
	return e.s.Tokens[v-1].Lower == "of" && e.isNominal(v-2) && (e.s.Tokens[v+1].UPOS == "NOUN" || e.s.Tokens[v+1].UPOS == "ADJ")
}

// planned reports whether a participle behind an event noun, or behind what hangs on
// it, says that it is only meant to be: "the deployment authorised by the council",
// "an attack on the port planned by the group".
func (e *extractor) planned(tok int) bool {
	return slices.ContainsFunc(e.s.Clauses, func(c text.Clause) bool {
		if c.Kind != "acl" || !c.Passive || !e.meant(e.s.Tokens[c.Verb].Lemma) {
			return false
		}
		h := e.s.Tokens[c.Verb].Head
		return h == tok || h > tok && e.under(h, tok)
	})
}

// meant reports whether a verb says of its object that it is to be, or was to be.
func (e *extractor) meant(lemma string) bool {
	switch lemma {
	case "plan", "propose", "authorise", "authorize", "approve", "mandate", "schedule", "suspend", "cancel", "postpone", "envisage", "contemplate",
		"consider", "rumour", "rumor", "prevent", "avert", "threaten", "fear", "expect", "anticipate", "await", "request", "recommend":
		return true
	}
	return false
}

// pending reports whether the event of a noun is said to wait: "remains on hold", "is
// in doubt", "did not materialise".
func (e *extractor) pending(tok int) bool {
	return slices.ContainsFunc(e.s.Clauses, func(c text.Clause) bool {
		if !slices.Contains(c.Subj, tok) {
			return false
		}
		v := &e.s.Tokens[c.Verb]
		if v.Lemma == "remain" || c.Neg >= 0 && !c.Passive && slices.Contains([]string{"materialise", "materialize", "happen", "occur", "come", "take"}, v.Lemma) {
			return true
		}
		waits := func(t int) bool {
			switch e.s.Tokens[t].Lemma {
			case "hold", "doubt", "limbo", "question", "uncertain", "unclear":
				return true
			}
			return e.likely(t)
		}
		return waits(c.Verb) || slices.ContainsFunc(e.s.Children(c.Verb), func(t int) bool { return t > tok && t < c.Verb && e.likely(t) }) || slices.ContainsFunc(c.Obl, func(o text.Oblique) bool { return waits(o.Head) })
	})
}

// likely reports a word that weighs whether something is to come.
func (e *extractor) likely(tok int) bool {
	switch e.s.Tokens[tok].Lower {
	case "likely", "unlikely", "probable", "improbable", "possible", "imminent", "inevitable", "conceivable", "unavoidable",
		"expected", "feared", "anticipated", "planned", "scheduled", "foreseeable", "plausible", "impossible":
		return true
	}
	return false
}

// perhaps reports whether the first verb behind an event that is new to the reader
// ("an attack on the port or the town") only says what may be, wherever the tree
// hangs it.
func (e *extractor) perhaps(tok int) bool {
	lo, _ := e.s.NP(tok)
	if d := e.s.Tokens[lo].Lower; d != "a" && d != "an" && (e.s.Tokens[tok].XPOS != "NNS" || lo != tok) {
		return false
	}
	for t := tok + 1; t < len(e.s.Tokens); t++ {
		switch x := &e.s.Tokens[t]; {
		case x.UPOS == "PUNCT" || x.UPOS == "SCONJ" || x.Lower == "that" || x.Lower == "who" || x.Lower == "which":
			return false
		case x.XPOS == "MD":
			return true
		case x.UPOS == "VERB" || x.UPOS == "AUX":
			return false
		}
	}
	return false
}

// ofPart reports whether a place belongs to some of those only of whom the event
// tells: "nearly 100 were killed, 30 of them in Bahir Dar", "seven people, including
// a boy in Mango".
func (e *extractor) ofPart(lo int, preds []int) bool {
	from := len(e.s.Tokens)
	for _, p := range preds {
		from = min(from, p)
	}
	for t := lo - 1; t > from; t-- {
		switch e.s.Tokens[t].Lower {
		case "including", "among":
			return !e.inNP(t+1, lo)
		case "them", "whom":
			if e.s.Tokens[t-1].Lower == "of" || e.s.Tokens[t-1].Lower == "among" {
				return true
			}
		}
	}
	return false
}

// inNP reports whether one noun phrase holds both tokens.
func (e *extractor) inNP(a, b int) bool {
	for t := a; t < b; t++ {
		if x := &e.s.Tokens[t]; x.UPOS == "ADP" && x.Lower != "of" || x.UPOS == "PUNCT" && x.Text == "," {
			return false
		}
	}
	return true
}

// perceived reports whether a modal only says that something was to be seen:
// "bodies could be seen lying in the street".
func (e *extractor) perceived(cl *text.Clause) bool {
	able := func(c *text.Clause) bool {
		return slices.ContainsFunc(c.Modals, func(t int) bool { l := e.s.Tokens[t].Lemma; return l == "could" || l == "can" })
	}
	switch e.s.Tokens[cl.Verb].Lemma {
	case "see", "hear", "feel", "smell", "watch":
		return able(cl)
	case "verify", "confirm", "establish", "determine", "ascertain", "corroborate":
		return able(cl) && cl.Neg >= 0 // "could not be verified" tells of today
	}
	if cl.Kind == "xcomp" && cl.Parent >= 0 {
		return e.perceived(&e.s.Clauses[cl.Parent])
	}
	return false
}

// lookedBack reports whether a modal speaks of what may have happened: "may have
// abducted the engineer". "Would have" and "could have" speak of what did not.
func (e *extractor) lookedBack(cl *text.Clause) bool {
	return e.perfect(cl) && slices.ContainsFunc(cl.Modals, func(t int) bool {
		return e.s.Tokens[t].Lemma == "may" || e.s.Tokens[t].Lemma == "might"
	})
}
