package act

import (
	"slices"

	"tocsin/read/text"
)

// What is told only of what may be: of a measure that is not taken yet, of a case that
// is weighed, of wrongs that are alleged.

// wouldIf reports a relative clause that tells what a thing would do if it came to be:
// "a measure that would suspend the assembly and allow the army to act". Its condition
// is the thing itself, and that is not said.
func (e *extractor) wouldIf(cl *text.Clause) bool {
	would := func(c *text.Clause) bool {
		return slices.ContainsFunc(c.Modals, func(t int) bool { return e.s.Tokens[t].Lower == "would" })
	}
	for c := cl; ; c = &e.s.Clauses[c.Parent] {
		if c.Kind == "relcl" {
			return would(c) && e.ofNoOne(c) && e.assess(cl.Verb).Condition == nil
		}
		if c.Kind != "conj" || c.SubjHow == "own" || c.Parent < 0 {
			return false
		}
	}
}

// ofNoOne reports a relative clause whose subject is a thing.
func (e *extractor) ofNoOne(cl *text.Clause) bool {
	return cl.SubjHow == "antecedent" && len(cl.Subj) > 0 && !slices.ContainsFunc(cl.Subj, e.canAct)
}

// scenario reports a sentence that tells of one of several cases which are weighed:
// "Under the second scenario, pressure leads to talks", "In the worst case, ...".
func (e *extractor) scenario() bool {
	toks := e.s.Tokens
	if len(toks) < 6 || toks[0].Lower != "under" && toks[0].Lower != "in" || toks[1].UPOS != "DET" {
		return false
	}
	ordinal := false
	for t := 2; t < min(len(toks), 9); t++ {
		switch x := &toks[t]; {
		case x.Text == ",":
			return ordinal && toks[0].Lower == "under"
		case x.Lemma == "scenario", x.Lemma == "case" && ordinal && x.XPOS == "NN":
			return true
		case x.Lower == "first" || x.Lower == "second" || x.Lower == "third" || x.Lower == "fourth" || x.Lower == "last" || x.Lower == "other" || x.XPOS == "JJS" || x.XPOS == "RBS" || x.Lower == "worst" || x.Lower == "best":
			ordinal = true
		case x.UPOS == "NOUN" && toks[0].Lower == "under", x.UPOS == "VERB", x.UPOS == "PROPN":
			return false
		}
	}
	return false
}

// ofAlleged reports an event that is named as an instance of what is only alleged: "the
// alleged abuses, including the killings at Zaongo".
func (e *extractor) ofAlleged(tok int) bool {
	lo, _ := e.s.NP(tok)
	for t := lo - 1; t > 0; t-- {
		switch x := &e.s.Tokens[t]; {
		case x.Lower == "including" || x.Lower == "notably" || x.Lower == "as" && e.s.Tokens[t-1].Lower == "such" || x.Lower == "like":
			return e.allegedBefore(t)
		case x.Finite() || x.Text == ";":
			return false
		}
	}
	return false
}

// allegedBefore reports whether the noun phrase before token t is of what is alleged.
func (e *extractor) allegedBefore(t int) bool {
	for k := t - 1; k >= max(0, t-9) && !e.s.Tokens[k].Finite(); k-- {
		switch e.s.Tokens[k].Lower {
		case "alleged", "suspected", "reported", "purported", "possible", "potential", "supposed", "rumoured", "rumored", "allegations", "accusations", "claims", "rumours", "rumors":
			return true
		}
	}
	return false
}

// hearer reports a clause whose subject is who is told of it: in "telling reporters
// there would be no talks" the reporters hold none.
func (e *extractor) hearer(cl *text.Clause) bool {
	if cl.SubjHow != "own" || len(cl.Subj) != 1 || cl.Parent < 0 {
		return false
	}
	lo, hi := e.s.NP(cl.Subj[0])
	if p := e.s.Clauses[cl.Parent].Verb; p != lo-1 || hi >= len(e.s.Tokens) {
		return false
	} else if l := e.s.Tokens[p].Lemma; l != "tell" && l != "inform" && l != "assure" && l != "remind" && l != "warn" {
		return false
	}
	x := &e.s.Tokens[hi]
	return x.Lower == "there" || x.UPOS == "PRON" || x.UPOS == "DET" || e.s.Tokens[hi].Lower == "that"
}

// lostPartner reports an act of two sides of whom only one is named: of "those who
// collaborated with Pakistan" the first are nobody.
func (e *extractor) lostPartner(it *Item, cl *text.Clause, m slots) bool {
	if cl.Kind != "relcl" || !e.mutual(it.Act) || cl.Passive || len(it.Actors) == 0 || len(m["subj"]) == 0 {
		return false
	}
	return !slices.ContainsFunc(m["subj"], func(t int) bool {
		h := e.antecedent(t)
		return slices.ContainsFunc(it.Actors, func(a Arg) bool { return t >= a.Lo && t < a.Hi || h >= a.Lo && h < a.Hi })
	})
}

// noSign reports a clause of which there is said to be no sign, where the tree hangs it
// on the verb: "showed no sign that he planned to resign".
func (e *extractor) noSign(cl *text.Clause) bool {
	t := cl.MarkTok
	if t < 2 || e.s.Tokens[t].Lower != "that" || e.s.Tokens[t-2].Lower != "no" {
		return false
	}
	switch e.s.Tokens[t-1].Lemma {
	case "sign", "indication", "hint", "evidence", "trace", "proof", "suggestion":
		if e.assess(cl.Verb).Certainty.Polarity != "is" {
			return false
		}
		for _, k := range cl.Comp {
			e.done[k] = true
		}
		return true
	}
	return false
}

// soughtFor reports an event that is only the object of an infinitive which would bring
// it about: "efforts to secure the release of the hostages".
func (e *extractor) soughtFor(tok int) bool {
	h := e.s.Tokens[tok].Head
	if h < 1 || h > tok || !e.s.Tokens[tok].Is("obj") || e.s.Tokens[h].XPOS != "VB" || e.s.Tokens[h-1].Lower != "to" {
		return false
	}
	switch e.s.Tokens[h].Lemma {
	case "secure", "win", "obtain", "achieve", "ensure", "negotiate", "arrange", "broker", "seek", "demand", "organise", "organize", "guarantee", "gain",
		"request", "propose", "allow", "enable", "facilitate", "prevent", "avert", "avoid", "plan", "coordinate", "permit", "accelerate":
	default:
		return false
	}
	up := e.s.Tokens[h].Head
	if up < 0 {
		return true
	}
	switch e.s.Tokens[up].Lemma {
	case "manage", "help", "succeed", "use":
		return false // "managed to secure the release"
	}
	return true
}

// ofWish reports a relative clause whose noun hangs on an infinitive: what that noun
// could bring is weighed by whoever wants or shuns it, "called on them to refrain from
// steps that could lead to bloodshed".
func (e *extractor) ofWish(cl *text.Clause) bool {
	n := e.s.Tokens[cl.Verb].Head
	if cl.Kind != "relcl" || n < 0 || !e.s.Tokens[n].Is("obj", "obl") {
		return false
	}
	h := e.s.Tokens[n].Head
	return h > 0 && h < n && e.s.Tokens[h].XPOS == "VB" && e.s.Tokens[h-1].Lower == "to"
}
