package act

import (
	"slices"
	"strings"

	"tocsin/read/text"
)

// What is told of as seen, wanted, waited for or found by a court, and not as done.

// unmeant reports whether a clause tells what somebody is taken for, what others wait
// for, what anybody might do, or of what a court has cleared somebody.
func (e *extractor) unmeant(cl *text.Clause) bool {
	if len(cl.Modals) > 0 && cl.Mark == "before" {
		return true // "died before she could be taken to hospital": it did not come to that
	}
	return e.takenFor(cl) || e.waitedFor(cl) || e.ofAny(cl) || e.cleared(cl) || e.willGoOn(cl) || slices.ContainsFunc(cl.Obj, e.demandedOf)
}

// takenFor reports what somebody is only held to do: "tribesmen seen as helping the
// police", "people it considers to be spying".
func (e *extractor) takenFor(cl *text.Clause) bool {
	if cl.SubjHow == "own" {
		return false
	}
	if cl.Mark == "as" && e.s.Tokens[cl.Verb].XPOS == "VBG" {
		return true
	}
	if cl.Kind != "xcomp" && cl.Kind != "ccomp" || cl.Parent < 0 || cl.Mark != "to" {
		return false
	}
	p := &e.s.Clauses[cl.Parent]
	switch e.s.Tokens[p.Verb].Lemma {
	case "consider", "deem", "judge", "presume", "perceive", "regard", "suspect", "believe", "think", "hold":
		return !p.Passive && len(p.Obj) == 0 // whom, the relative clause leaves out
	}
	return false
}

// waitedFor reports what others make a condition of what they refuse or will do: "would
// not return until the men were freed".
func (e *extractor) waitedFor(cl *text.Clause) bool {
	h := e.s.Tokens[cl.Verb].Head
	if cl.Kind != "advcl" || h < 0 || cl.Mark != "until" && cl.Mark != "till" || e.isNominal(h) {
		return false
	}
	for n := 0; h >= 0 && n < 4; n++ {
		rd := e.assess(h)
		if rd.Certainty.Polarity != "is" || rd.Future || rd.Purpose || rd.Shunned || e.Book.Governs(e.s.Tokens[h].Lemma) != "" || e.Book.Unreal(e.s.Tokens[h].Lemma) {
			return true
		}
		if ci := e.s.ClauseOf(h); ci >= 0 && len(e.s.Clauses[ci].Modals) > 0 || !e.s.Tokens[h].Is("xcomp") {
			return ci >= 0 && len(e.s.Clauses[ci].Modals) > 0
		}
		h = e.s.Tokens[h].Head
	}
	return false
}

// ofAny reports a clause that says which of all possible ones are meant: "any rebel
// who refused to surrender", "no one who attacks the pipeline".
func (e *extractor) ofAny(cl *text.Clause) bool {
	for n := 0; cl.Kind == "conj" && cl.Parent >= 0 && n < 4; n++ {
		cl = &e.s.Clauses[cl.Parent]
	}
	h := e.s.Tokens[cl.Verb].Head
	if cl.Kind != "relcl" || h < 0 {
		return false
	}
	any := func(w string) bool {
		return slices.Contains([]string{"any", "every", "each", "no", "whoever", "anyone", "anybody", "everyone", "everybody", "nobody", "whatever"}, w)
	}
	if any(e.s.Tokens[h].Lower) || h > 0 && e.s.Tokens[h].Lower == "one" && any(e.s.Tokens[h-1].Lower) {
		return true
	}
	return slices.ContainsFunc(e.s.ChildrenBy(h, "det"), func(k int) bool { return any(e.s.Tokens[k].Lower) })
}

// cleared reports what a court found somebody did not do: "acquitted of bombing it".
func (e *extractor) cleared(cl *text.Clause) bool {
	return cl.Mark == "of" && e.s.Tokens[cl.Verb].XPOS == "VBG" && e.verdict(cl.Verb, "acquit", "clear", "innocent", "exonerate", "absolve")
}

// verdict reports one of the words, by lemma, before "of" or "for" and what hangs on it
// at token i.
func (e *extractor) verdict(i int, words ...string) bool {
	for t := i - 1; t >= max(0, i-9); t-- {
		switch x := &e.s.Tokens[t]; {
		case slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(x.Lower, w) }):
			return true
		case x.Text == ";" || x.UPOS == "SCONJ" && x.Lower != "of" && x.Lower != "for":
			return false
		}
	}
	return false
}

// convicted takes the doer from what a court found somebody did: that it was done is
// sure, who did it the court says.
func (e *extractor) convicted(it *Item, cl *text.Clause) {
	if cl.Mark == "of" && cl.SubjHow != "own" && e.s.Tokens[cl.Verb].XPOS == "VBG" && e.verdict(cl.Verb, "convict", "guilty") {
		it.Actors = nil
	}
}

// ofVerdict reports crimes that a court names without those whom they befell: "was found
// guilty of murder and rape during the war".
func (e *extractor) ofVerdict(it *Item, tok int) bool {
	if len(it.Recipients) > 0 {
		return false
	}
	for n := 0; e.s.Tokens[tok].Is("conj") && e.s.Tokens[tok].Head >= 0 && n < 6; n++ {
		tok = e.s.Tokens[tok].Head
	}
	w := e.caseOf(tok)
	return (w == "of" || w == "for" || w == "including") && e.s.Child(tok, "det") < 0 && e.verdict(tok, "convict", "guilty", "acquit", "tried", "sentence", "charge", "indict", "crime")
}

// demandedOf reports the event of a noun that somebody makes a condition or a demand:
// "made the release of the men a condition for talks".
func (e *extractor) demandedOf(tok int) bool {
	asked := func(t int) bool {
		if e.s.Tokens[t].UPOS != "NOUN" || !e.s.Tokens[t].Is("obj", "xcomp", "conj", "appos", "obl:unmarked", "root", "ccomp") {
			return false
		}
		switch e.s.Tokens[t].Lemma {
		case "condition", "precondition", "prerequisite", "priority", "demand", "requirement":
			return true
		}
		return false
	}
	return slices.ContainsFunc(e.s.Clauses, func(c text.Clause) bool {
		if slices.Contains(c.Obj, tok) {
			return slices.ContainsFunc(e.s.Children(c.Verb), func(k int) bool { return k > tok && asked(k) }) || slices.ContainsFunc(e.s.ChildrenBy(tok, "conj", "appos"), asked)
		}
		return slices.Contains(c.Subj, tok) && c.Cop >= 0 && asked(c.Verb)
	})
}

// willGoOn reports a gerund under what somebody will go on with: "will probably go on
// striking villages".
func (e *extractor) willGoOn(cl *text.Clause) bool {
	if e.s.Tokens[cl.Verb].XPOS != "VBG" || cl.Parent < 0 || cl.SubjHow == "own" {
		return false
	}
	p := &e.s.Clauses[cl.Parent]
	return len(p.Modals) > 0 && e.s.LemmaIs(p.Verb, "go", "keep", "carry", "continue")
}

// notLess reports events of which a clause denies that something became of them: "the
// attacks have not diminished" leaves them as they are.
func (e *extractor) notLess(tok int) bool {
	return slices.ContainsFunc(e.s.Clauses, func(c text.Clause) bool {
		return slices.Contains(c.Subj, tok) && c.Neg >= 0 && !e.s.LemmaIs(c.Verb, "occur", "happen", "take", "report", "record", "register", "document", "confirm", "carry", "launch", "conduct", "hold")
	})
}

// onlyOrdered reports an inquiry that somebody announces or orders, and that has yet to be
// held.
func (e *extractor) onlyOrdered(it *Item, cl *text.Clause) bool {
	return it.Act == "investigation" && e.s.LemmaIs(cl.Verb, "announce", "order", "promise", "pledge", "demand", "propose", "urge", "welcome", "await")
}
