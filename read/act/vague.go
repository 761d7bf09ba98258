package act

import (
	"slices"

	"tocsin/read/text"
)

// What looks like an outlook and foretells nothing.

// vague reports whether a modal clause for which the codebook has no word is no
// outlook: what somebody can or could not do, what is supposed of the past, an
// aside, a rhetorical "it would come to this".
func (e *extractor) vague(ci int) bool {
	cl := &e.s.Clauses[ci]
	conditional := e.assess(cl.Verb).Condition != nil
	switch {
	case len(cl.Modals) == 0:
		return false
	case e.modal(cl, "can", "ca") && !conditional:
		return true // "can still recall"
	case e.modal(cl, "could") && cl.Neg >= 0 && !conditional:
		return true // "could not identify him"
	case cl.Kind == "relcl" && cl.SubjHow == "own", cl.Kind == "acl":
		return true // "the first thing they will do"
	case e.opensWh(cl):
		return true
	case e.toldOf(cl):
		return true
	}
	return len(cl.Subj) == 0 || e.hollow(cl.Subj[0])
}

// modal reports whether a clause has one of these modals.
func (e *extractor) modal(cl *text.Clause, words ...string) bool {
	return slices.ContainsFunc(cl.Modals, func(t int) bool { return slices.Contains(words, e.s.Tokens[t].Lower) })
}

// supposedly reports a perfect under "could" or "would": "could have upset its
// neighbour" tells of what did not happen.
func (e *extractor) supposedly(cl *text.Clause) bool {
	have := e.perfect(cl)
	if v := cl.Verb; e.s.Tokens[v].Lower == "have" && v+1 < len(e.s.Tokens) {
		have = e.s.Tokens[v+1].XPOS == "VBN" || e.s.Tokens[v+1].XPOS == "JJ" // the tree took the participle for the object's
	}
	return have && e.modal(cl, "could", "would", "should")
}

// perfect reports whether a clause has the auxiliary of the perfect.
func (e *extractor) perfect(cl *text.Clause) bool {
	return slices.ContainsFunc(cl.Aux, func(t int) bool { return e.s.Tokens[t].Lemma == "have" })
}

// hollow reports whether a subject names nothing that anything may be foretold of.
func (e *extractor) hollow(tok int) bool {
	if e.s.Tokens[tok].UPOS != "PRON" && e.s.Tokens[tok].UPOS != "DET" {
		return false
	}
	switch e.s.Tokens[tok].Lower {
	case "it", "i", "we", "you", "one", "there", "what", "this", "that", "these", "those", "someone", "somebody", "anyone", "everyone", "nothing", "something", "which":
		return true
	}
	return false
}

// opensWh reports whether a clause begins with a question word: "what the
// government can do".
func (e *extractor) opensWh(cl *text.Clause) bool {
	if cl.Kind == "relcl" {
		return false
	}
	for _, c := range e.s.Children(cl.Verb) {
		if c > cl.Verb {
			break
		}
		switch e.s.Tokens[c].Lower {
		case "what", "how", "why", "where", "whatever", "however", "whoever", "wherever":
			return true
		case "when":
			return cl.Kind == "ccomp" || cl.Kind == "csubj"
		}
	}
	return false
}

// toldOf reports a passive that speaks of how to see a thing: "the reason may be
// found in", "can be explained by".
func (e *extractor) toldOf(cl *text.Clause) bool {
	if !cl.Passive {
		return false
	}
	switch e.s.Tokens[cl.Verb].Lemma {
	case "find", "see", "say", "argue", "describe", "consider", "explain", "attribute", "note", "remember", "compare", "regard", "interpret", "understand", "view", "call", "trace", "recall", "add":
		return true
	}
	return false
}

// opensHow reports whether a clause opens with "how long", "when" or "why": what it
// asks is not whether.
func (e *extractor) opensHow(cl *text.Clause) bool {
	if cl.Kind != "ccomp" {
		return false
	}
	lo, _ := e.s.Subtree(cl.Verb)
	switch e.s.Tokens[lo].Lower {
	case "how", "when", "why", "where":
		return true
	}
	return false
}
