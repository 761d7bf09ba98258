package act

import (
	"slices"

	"tocsin/read/text"
)

// What the tagger or the parser takes for a clause and the words next to it say is
// none.

// mistaken reports whether a clause is none of the author's assertions: what the
// tree takes for its verb is a noun, or its subject asks.
func (e *extractor) mistaken(cl *text.Clause) bool {
	if cl.SubjHow == "controlled" && cl.Parent >= 0 && (e.adrift(&e.s.Clauses[cl.Parent]) || e.lostSpeech(&e.s.Clauses[cl.Parent])) {
		return true
	}
	return e.unmeant(cl) || e.predicative(cl) || e.eventful(cl) || e.unnear(cl) || e.asNoun(cl) || e.insistedOn(cl) || e.noInfinitive(cl) || e.resumed(cl) || e.notAdmitted(cl) || e.ofUnlikely(cl) || e.notUntil(cl) || e.alsoMeant(cl) || e.dueTo(cl) || e.stolen(cl) || e.unvoiced(cl) || cl.Mark == "from" ||
		e.afterPrep(cl) || e.whoAsked(cl) || e.byTime(cl) || e.charged(cl) || e.lostSpeech(cl) || e.adrift(cl) || e.leftUndone(cl) || e.bareVerb(cl) || e.ofAgent(cl) || slices.ContainsFunc(cl.Subj, e.unannounced)
}

// charged reports whether a gerund is what somebody is accused or suspected of, where
// the tree has lost the accusing.
func (e *extractor) charged(cl *text.Clause) bool {
	if e.s.Tokens[cl.Verb].XPOS != "VBG" {
		return false
	}
	if cl.Mark != "of" { // "accused the army of shelling the town, killing four"
		return cl.Verb > 0 && e.s.Tokens[cl.Verb-1].Text == "," && slices.ContainsFunc(e.s.Clauses, func(c text.Clause) bool {
			return c.Verb < cl.Verb && c.Mark == "of" && c.Parent == cl.Parent && c.Parent >= 0 && e.charged(&c)
		})
	}
	for t := cl.Verb - 1; t >= max(0, cl.Verb-8); t-- {
		switch x := &e.s.Tokens[t]; {
		case x.Lemma == "accuse" || x.Lemma == "suspect" || x.Lower == "accused" || x.Lower == "suspected" || x.Lemma == "suspicion" || x.Lemma == "charge" || x.Lemma == "accusation" || x.Lemma == "allegation":
			return true
		case x.Finite() || x.Text == ";":
			return false
		}
	}
	return false
}

// afterPrep reports whether the verb of a clause stands where only a noun can:
// "the army, short of recruits".
func (e *extractor) afterPrep(cl *text.Clause) bool {
	v := cl.Verb
	if v < 1 || cl.Cop >= 0 {
		return false
	}
	switch e.s.Tokens[v].XPOS {
	case "VB", "VBZ", "VBP", "VBD":
	default:
		return false
	}
	switch p := &e.s.Tokens[v-1]; p.Lower {
	case "of", "in", "from", "with", "by", "for", "into", "at", "against", "between", "the", "a", "an", "its", "their", "his":
		return p.UPOS == "ADP" || p.UPOS == "DET" || p.UPOS == "PRON" && p.Rel == "nmod:poss"
	}
	return false
}

// whoAsked reports whether the subject of a clause is an interrogative: "has not
// said who fired the rounds" knows of nobody who did.
func (e *extractor) whoAsked(cl *text.Clause) bool {
	if cl.Kind == "relcl" {
		return false
	}
	for _, t := range cl.Subj {
		lo, _ := e.s.NP(t)
		switch w := &e.s.Tokens[lo]; w.Lower {
		case "who", "what", "which", "whose":
			if lo == 0 || e.s.Tokens[lo-1].Text != "," && !e.isNominal(lo-1) {
				return true
			}
		case "how":
			if lo+1 < len(e.s.Tokens) && (e.s.Tokens[lo+1].Lower == "many" || e.s.Tokens[lo+1].Lower == "much") {
				return true
			}
		}
	}
	return false
}

// adrift reports whether the tree hangs a clause with a subject of its own beside a
// noun phrase that lacks its verb: "EU leaders, having imposed sanctions on 55
// officials, including X, should offer to mediate" says nothing of X.
func (e *extractor) adrift(cl *text.Clause) bool {
	if len(cl.Subj) == 0 || cl.SubjHow != "own" {
		return false
	}
	return slices.ContainsFunc(e.s.Children(cl.Subj[0]), func(c int) bool {
		t := &e.s.Tokens[c]
		return t.Rel == "case" && c < cl.Subj[0] && (t.Lower == "including" || t.Lower == "like" || t.Lower == "excluding" || t.Lower == "among")
	})
}

// leftUndone reports whether a clause is what somebody stops doing or avoids:
// "urged its citizens to avoid travelling there".
func (e *extractor) leftUndone(cl *text.Clause) bool {
	return cl.Parent >= 0 && cl.SubjHow != "own" && e.s.Tokens[cl.Verb].XPOS == "VBG" &&
		e.Book.Governs(e.s.Tokens[e.s.Clauses[cl.Parent].Verb].Lemma) == "stops"
}

// dueTo reports an infinitive under an adjective of what is to come that describes
// a noun: "people due to be expelled", "a man said to lead them".
func (e *extractor) dueTo(cl *text.Clause) bool {
	t := cl.Verb - 1
	for t > 0 && e.s.Tokens[t].Lemma == "be" {
		t--
	}
	if t < 2 || e.s.Tokens[t].Lower != "to" || !e.isNominal(t-2) {
		return false // "is due to": the copula's clause speaks for itself
	}
	switch e.s.Tokens[t-1].Lower {
	case "due", "set", "likely", "unlikely", "expected", "ready", "about", "able", "willing", "scheduled", "destined", "intended", "meant", "supposed", "unable", "unwilling", "reluctant", "believed", "said", "thought", "alleged", "understood":
		return true
	}
	return false
}

// unvoiced reports whether the words make a passive of what the tree takes for an
// active clause: its subject would be the doer of what was done to it.
func (e *extractor) unvoiced(cl *text.Clause) bool {
	if cl.Passive || cl.Cop >= 0 || e.s.Tokens[cl.Verb].XPOS != "VBN" && e.s.Tokens[cl.Verb].XPOS != "VBD" {
		return false
	}
	for t := cl.Verb - 1; t >= 0; t-- {
		switch x := &e.s.Tokens[t]; {
		case x.UPOS == "ADV":
		case x.Lemma == "be":
			return x.UPOS == "AUX" || x.UPOS == "VERB"
		default:
			return false
		}
	}
	return false
}

// isSite reports whether who is said to act is a place no government bears the
// name of: a town wants nothing.
func (e *extractor) isSite(args []Arg) bool {
	return slices.ContainsFunc(args, func(a Arg) bool {
		m, ok := e.mention(a.Head)
		return ok && m.Type == "place"
	})
}

// stolen reports whether the tree makes the object of a participle the subject of
// the clause behind it: "a doctor who leaked results contradicting this account has
// been arrested".
func (e *extractor) stolen(cl *text.Clause) bool {
	if len(cl.Subj) == 0 || cl.SubjHow != "own" || cl.Subj[0] > cl.Verb {
		return false
	}
	lo, _ := e.s.NP(cl.Subj[0])
	if lo > 2 && e.s.Tokens[lo-1].Lower == "that" {
		lo-- // "women leaving that camp were raped"
	}
	if lo > 2 && e.s.Tokens[lo-1].XPOS == "VBN" && e.s.Tokens[lo-2].Lower == "having" {
		return true // "men suspected of having watched his movements were detained"
	}
	if lo < 2 || e.s.Tokens[lo-1].XPOS != "VBG" || e.s.Tokens[lo-1].UPOS != "VERB" || !e.isNominal(lo-2) {
		return false
	}
	return !slices.ContainsFunc(e.s.Children(lo-1), func(c int) bool { return e.s.Tokens[c].Rel == "obj" })
}

// alsoMeant reports whether a verb goes on with what somebody means to do, and is
// not done: "use the sites to celebrate attacks, recruit followers and call for
// more".
func (e *extractor) alsoMeant(cl *text.Clause) bool {
	p := cl
	for p.Kind == "conj" && p.Parent >= 0 {
		p = &e.s.Clauses[p.Parent]
	}
	if p == cl || cl.SubjHow == "own" || len(cl.Aux)+len(cl.Modals) > 0 || !e.bareTo(p) || p.Kind != "advcl" && p.Kind != "acl" && p.Kind != "xcomp" {
		return false
	}
	x := e.s.Tokens[cl.Verb].XPOS
	return x == "VB" || x == "VBP"
}

// notUntil reports whether a clause in the present names a day still to come: "until
// elections are held", "once a government is formed".
func (e *extractor) notUntil(cl *text.Clause) bool {
	mark := cl.Mark
	for _, c := range e.s.Children(cl.Verb) {
		if e.s.Tokens[c].Rel == "mark" && c < cl.Verb {
			mark = e.s.Tokens[c].Lower // the last of several
		}
	}
	if cl.Mark == "by the time" || cl.Mark == "as soon as" {
		mark = cl.Mark
	}
	if mark == "before" && e.s.Tokens[cl.Verb].XPOS == "VBG" {
		return true // "was killed before regaining the town"
	}
	switch mark {
	case "until", "till", "once", "before", "by the time", "as soon as", "pending":
		return cl.Tense == "present" || cl.Tense == "perfect" && mark != "before" && mark != "until" || cl.Tense == "future"
	}
	return false
}

// ofUnlikely reports whether a participle describes an event of which the clause
// only says what is to become: "talks mediated by Kenya are unlikely to resume".
func (e *extractor) ofUnlikely(cl *text.Clause) bool {
	h := e.s.Tokens[cl.Verb].Head
	if cl.Mark == "of" && e.s.Tokens[cl.Verb].Head < cl.Verb && slices.ContainsFunc(e.s.Tokens[max(0, cl.Verb-4):cl.Verb], func(t text.Token) bool {
		return t.Lower == "afraid" || t.Lower == "fearful" || t.Lower == "scared" || t.Lower == "wary" || t.Lower == "capable"
	}) {
		return true // "were afraid of being arrested"
	}
	if cl.Kind != "acl" || h < 0 || len(e.Book.Noun(e.s.Tokens[h].Lemma)) == 0 {
		return false
	}
	return slices.ContainsFunc(e.s.Clauses, func(c text.Clause) bool {
		return slices.Contains(c.Subj, h) && (len(c.Modals) > 0 || e.Book.Governs(e.s.Tokens[c.Verb].Lemma) == "expects")
	})
}

// notAdmitted reports whether a clause is what somebody has not owned to: "never
// admitted carrying out that attack" says neither that he did nor that he did not.
func (e *extractor) notAdmitted(cl *text.Clause) bool {
	if cl.Parent < 0 || cl.SubjHow == "own" {
		return false
	}
	p := &e.s.Clauses[cl.Parent]
	switch e.s.Tokens[p.Verb].Lemma {
	case "admit", "acknowledge", "confess", "confirm", "claim", "own":
		return p.Neg >= 0
	}
	return false
}

// noInfinitive reports whether the "to" that the tree gives a finite verb is the
// preposition before its subject: "men suspected of belonging to X attacked".
func (e *extractor) noInfinitive(cl *text.Clause) bool {
	x := e.s.Tokens[cl.Verb].XPOS
	return cl.Mark == "to" && (x == "VBD" || x == "VBZ") && len(cl.Modals)+len(cl.Aux) == 0
}

// resumed reports whether a coordinated verb goes on with a clause above the one
// that the tree joins it to, so that its doer is another: "since 2013, when the army
// removed him, and has also attacked", "the front, whose leader had fled, offered".
func (e *extractor) resumed(cl *text.Clause) bool {
	if cl.Kind != "conj" {
		return false
	}
	if cl.SubjHow == "shared" && cl.Parent >= 0 && cl.Tense == "perfect" {
		if p := &e.s.Clauses[cl.Parent]; p.Kind == "advcl" && p.Mark != "" && p.Tense == "past" {
			return true
		}
	}
	if len(cl.Subj) == 0 {
		return false
	}
	lo, _ := e.s.NP(cl.Subj[0])
	return e.s.Tokens[lo].Lower == "whose"
}
