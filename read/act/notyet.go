package act

import (
	"slices"

	"tocsin/read/text"
)

// What puts the event of a noun into the future, into mere possibility or to an
// end, so that it is not said to have happened.

// underModal reports whether an event noun only takes part in what may be:
// "could be undone by an offensive". What has an article of its own, or an owner,
// is known and may be spoken of: "will investigate the killing".
func (e *extractor) underModal(tok int) bool {
	for _, c := range e.s.Children(tok) {
		switch t := &e.s.Tokens[c]; {
		case t.Rel == "nmod:poss", t.Rel == "det" && t.Lower != "a" && t.Lower != "an" && t.Lower != "any" && t.Lower != "some":
			return false
		}
	}
	ci := e.s.ClauseOf(tok)
	if ci < 0 || e.s.Clauses[ci].Verb == tok || len(e.s.Clauses[ci].Modals) == 0 {
		return false
	}
	return e.ought(&e.s.Clauses[ci]) || e.looksAhead(&e.s.Clauses[ci])
}

// ought reports whether a clause says what is right or needed.
func (e *extractor) ought(cl *text.Clause) bool {
	return slices.ContainsFunc(cl.Modals, func(t int) bool {
		l := e.s.Tokens[t].Lemma
		return l == "should" || l == "must" || l == "ought"
	})
}

// notYet reports whether an adjective puts the event into the future or into
// mere possibility: "the next elections", "any attack".
func (e *extractor) notYet(tok int) bool {
	for _, c := range e.s.Children(tok) {
		switch e.s.Tokens[c].Lower {
		case "renewed", "further", "fresh":
			if e.chances() {
				return true
			}
		case "next", "upcoming", "future", "potential", "possible", "planned", "any", "forthcoming", "imminent", "scheduled", "such", "rumoured", "rumored", "feared", "threatened", "proposed", "would-be", "expected":
			return true
		}
	}
	return e.due(tok)
}

// runUp reports whether an event is only what something else came before: "three
// weeks ahead of the elections".
func (e *extractor) runUp(tok int) bool {
	switch e.caseOf(tok) {
	case "ahead of", "before", "until", "pending", "prior to", "by", "for", "towards", "toward":
		return true
	}
	return false
}

// aheadOf reports an event ahead of which something is done: whatever day it is given, it
// has not come yet.
func (e *extractor) aheadOf(tok int) bool {
	lo, _ := e.s.NP(tok)
	return lo > 1 && e.s.Tokens[lo-1].Lower == "of" && e.s.Tokens[lo-2].Lower == "ahead"
}

// ended reports whether a noun is what somebody put an end to: "since it ended its
// occupation of the south" neither asserts nor denies one.
func (e *extractor) ended(tok int) bool {
	t := &e.s.Tokens[tok]
	return t.Head >= 0 && (t.Rel == "obj" || t.Rel == "nsubj:pass") && e.s.Tokens[t.Head].UPOS == "VERB" && e.Book.Governs(e.s.Tokens[t.Head].Lemma) == "stops"
}

// due reports whether what follows the noun puts it into the future: "elections
// for the councils are due on 6 December".
func (e *extractor) due(tok int) bool {
	for t := tok + 2; t < min(tok+9, len(e.s.Tokens)) && e.s.Tokens[t-1].UPOS != "PUNCT"; t++ {
		switch e.s.Tokens[t].Lower {
		case "due", "scheduled", "planned", "expected", "slated":
			if e.s.Tokens[t-1].UPOS == "AUX" {
				return true
			}
		}
	}
	return false
}

// chances reports whether the sentence weighs what may come: "likelier than", "the
// risk of".
func (e *extractor) chances() bool {
	return slices.ContainsFunc(e.s.Tokens, func(t text.Token) bool {
		switch t.Lower {
		case "likely", "likelier", "unlikely", "risk", "risks", "threat", "danger", "prospect", "possible", "probable":
			return true
		}
		return false
	})
}

// underAhead reports whether the noun is what somebody fears or hopes: "the
// risk of attacks".
func (e *extractor) underAhead(tok int) bool {
	for e.s.Tokens[tok].Rel == "conj" && e.s.Tokens[tok].Head >= 0 && e.isNominal(e.s.Tokens[tok].Head) {
		tok = e.s.Tokens[tok].Head // "insists on a recount and the release of prisoners"
	}
	h := e.s.Tokens[tok].Head
	if h < 0 {
		return false
	}
	switch e.s.Tokens[tok].Rel {
	case "nmod":
		return e.Book.Ahead(e.s.Tokens[h].Lemma)
	case "obj", "obl", "nsubj:pass", "parataxis", "list", "appos":
		return e.s.Tokens[h].UPOS == "VERB" && e.Book.Unreal(e.s.Tokens[h].Lemma)
	}
	return false
}

// toTakePlace reports whether an event is the subject of what will be, or was to
// be, held: "the April election would go ahead".
func (e *extractor) toTakePlace(tok int) bool {
	return slices.ContainsFunc(e.s.Clauses, func(c text.Clause) bool {
		if !slices.Contains(c.Subj, tok) || !e.modal(&c, "will", "would", "may", "might", "could", "shall", "should", "must") {
			return false
		}
		switch e.s.Tokens[c.Verb].Lemma {
		case "go", "hold", "take", "proceed", "happen", "begin", "start", "occur", "resume", "continue", "follow", "be", "become", "end":
			return true
		}
		return false
	})
}

// ofMistaken reports whether an event is the subject or object of a clause that
// asserts nothing: "until elections are held".
func (e *extractor) ofMistaken(tok int) bool {
	return slices.ContainsFunc(e.s.Clauses, func(c text.Clause) bool {
		return (slices.Contains(c.Subj, tok) || slices.Contains(c.Obj, tok)) && (e.notUntil(&c) || e.leftUndone(&c) || e.alsoMeant(&c))
	})
}

// hasPart reports whether an event is what somebody is said to have, or not to have,
// a part in.
func (e *extractor) hasPart(tok int) bool {
	if e.caseOf(tok) != "in" {
		return false
	}
	h := e.s.Tokens[tok].Head
	if h >= 0 && (e.s.Tokens[h].Lemma == "part" || e.s.Tokens[h].Lemma == "role" || e.s.Tokens[h].Lemma == "involvement") {
		return true
	}
	return h >= 0 && slices.Contains([]string{"take", "participate", "involve", "implicate", "play", "involved", "implicated"}, e.s.Tokens[h].Lemma)
}
