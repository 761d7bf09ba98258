package act

import (
	"slices"

	"tocsin/read/says"
	"tocsin/read/text"
)

// Clauses that a verb of speech, a relative or an order of time opens and whose
// subject the tree has taken from elsewhere.

// gerundOf reports whether a gerund that the tree gives the speaker of a verb of
// speech as his own deed is what is spoken of: nobody "says shelling", so that in
// "officials said shelling killed three people" the officials did neither.
func (e *extractor) gerundOf(cl *text.Clause) bool {
	for cl.SubjHow == "controlled" && cl.Kind == "xcomp" && cl.Parent >= 0 {
		if x := e.s.Tokens[cl.Verb].XPOS; x != "VBG" && x != "VBD" && x != "VBN" || cl.Mark == "to" || e.withTo(cl) {
			return false
		}
		cl = &e.s.Clauses[cl.Parent]
		switch v := &e.s.Tokens[cl.Verb]; v.Lemma {
		case "say", "tell", "warn", "announce", "claim", "state", "add", "estimate", "believe", "think", "fear", "allege", "assert", "note":
			return !cl.Passive && v.Finite()
		}
	}
	return false
}

// unnear reports whether a clause that describes its object without a relative stands
// apart from it: in "abuses against the militants, allegations the state dismissed"
// the state dismissed no militants.
func (e *extractor) unnear(cl *text.Clause) bool {
	if cl.Kind != "relcl" || cl.SubjHow != "own" || len(cl.Subj) == 0 || len(cl.Obj) == 0 {
		return false
	}
	o := cl.Obj[0]
	lo, _ := e.s.NP(cl.Subj[0])
	if o >= lo || lo < 1 || o != e.s.Tokens[cl.Verb].Head {
		return false
	}
	return slices.ContainsFunc(e.s.Tokens[o+1:lo], func(t text.Token) bool { return t.Text == "," }) && e.s.Tokens[lo-1].UPOS == "NOUN"
}

// eventful reports whether what kills is no deed, where the tree has lost the clause
// of time that tells it: "since the collapse of a roof killed 16".
func (e *extractor) eventful(cl *text.Clause) bool {
	if cl.Kind != "acl" && cl.Kind != "advcl" || cl.SubjHow == "own" || cl.Passive || len(cl.Obj) == 0 || !e.s.Tokens[cl.Verb].Finite() {
		return false
	}
	head := -1
	for t := e.startOf(cl) - 1; t >= 0; t-- {
		switch x := &e.s.Tokens[t]; {
		case e.orders(x.Lower):
			return head >= 0 && e.natural([]int{head})
		case x.Finite() || x.Text == "," || x.Text == ";":
			return false
		case x.UPOS == "NOUN" && (t+1 == cl.Verb || e.s.Tokens[t+1].UPOS == "ADP"):
			head = t
		}
	}
	return false
}

// searched reports a raid that is a search of the police, or of nobody and on nothing.
func (e *extractor) searched(it *Item, tok int) bool {
	if it.Act != "assault" || e.s.Tokens[tok].Lemma != "raid" {
		return false
	}
	if len(it.Actors) == 0 {
		return len(it.Recipients) == 0
	}
	return slices.ContainsFunc(it.Actors, func(a Arg) bool {
		switch e.s.Tokens[a.Head].Lemma {
		case "police", "policeman", "policewoman", "officer", "agent", "gendarme", "gendarmerie", "prosecutor", "inspector", "authority", "service", "investigator", "official", "detective":
			return true
		}
		return false
	})
}

// newSubject reports whether what the tree joins to an object is the subject of the
// next clause: "killed three protesters and a student, Maria Lopez, was wounded".
func (e *extractor) newSubject(tok int) bool {
	if !e.s.Tokens[e.first(tok)].Is("obj", "obl") {
		return false
	}
	commas := 0
	for t := tok + 1; t < len(e.s.Tokens); t++ {
		switch x := &e.s.Tokens[t]; {
		case x.UPOS == "AUX" && x.Finite():
			return commas != 1
		case x.Text == ",":
			if commas++; commas > 2 {
				return false
			}
		case x.UPOS != "NOUN" && x.UPOS != "PROPN" && x.UPOS != "ADJ" && x.UPOS != "DET" && x.UPOS != "NUM":
			return false
		}
	}
	return false
}

// halfTaken reports whether the tree gives a passive as one subject what the verb
// before it was done to and its own: "abducted three teachers and two nurses were
// beaten".
func (e *extractor) halfTaken(cl *text.Clause, subj []int) bool {
	if cl.Kind != "ccomp" || !cl.Passive || len(subj) < 2 || cl.Parent < 0 {
		return false
	}
	up := &e.s.Clauses[cl.Parent]
	lo, _ := e.s.NP(subj[0])
	return lo == up.Verb+1 && !up.Passive && len(up.Obj) == 0 && len(e.Book.Verb(e.s.Tokens[up.Verb].Lemma)) > 0 && !e.teller(cl.Parent, cl.Verb)
}

// thenToo is the subject of a clause that goes on with an adverb behind a comma,
// where the tree hangs it on the object before: "killed three soldiers, then burned
// houses". Nobody where there is none.
func (e *extractor) thenToo(cl *text.Clause, t int) []int {
	k := cl.Verb - 1
	for k > t && e.s.Tokens[k].UPOS == "ADV" {
		k--
	}
	if k == cl.Verb-1 || e.s.Tokens[k].Text != "," || !e.s.Tokens[t].Is("obj") {
		return nil
	}
	if ci := e.s.ClauseOf(t); ci >= 0 && !e.s.Clauses[ci].Passive && e.s.Tokens[t].Head == e.s.Clauses[ci].Verb {
		return e.ownSubject(&e.s.Clauses[ci]).Subj
	}
	return nil
}

// newTold reports whether a coordinated noun opens another clause of what is said:
// "said officers beat six students, and that one woman was threatened".
func (e *extractor) newTold(tok int) bool {
	cc := e.s.Child(tok, "cc")
	return cc >= 0 && cc+1 < tok && e.s.Tokens[cc+1].Lower == "that" && e.s.Tokens[cc+1].Head == tok
}

// lostSpeech reports whether a verb that the tree joins to one of saying may as well
// go on with what is said: "residents reported that gunmen came, and executed some of
// them" says neither who did it nor whether anybody says so.
func (e *extractor) lostSpeech(cl *text.Clause) bool {
	if e.besideSpeech(cl) {
		return true
	}
	if cl.Kind != "conj" || cl.SubjHow != "shared" || cl.Parent < 0 || len(e.Book.Verb(e.s.Tokens[cl.Verb].Lemma)) == 0 {
		return false
	}
	up := &e.s.Clauses[cl.Parent]
	if !slices.ContainsFunc(e.Says, func(a says.Attribution) bool { return a.Sent == e.sent && a.CueTok == up.Verb }) {
		return false
	}
	return slices.ContainsFunc(e.s.Clauses, func(c text.Clause) bool {
		return c.Verb > up.Verb && c.Verb < cl.Verb && c.Kind == "ccomp" && c.SubjHow == "own" && e.s.Tokens[c.Verb].Head == up.Verb && e.sameForm(cl.Verb, c.Verb)
	})
}

// besideSpeech reports a verb that the tree joins to an inserted verb of saying: in "The
// front had lost two men, he said, and killed nine" it is not he who killed.
func (e *extractor) besideSpeech(cl *text.Clause) bool {
	if cl.Kind != "conj" || cl.SubjHow == "own" || cl.Parent < 0 {
		return false
	}
	up := &e.s.Clauses[cl.Parent]
	v := up.Verb
	if up.Kind != "parataxis" && up.Kind != "root" || v+1 >= len(e.s.Tokens) || e.s.Tokens[v+1].Text != "," || cl.Verb < v {
		return false
	}
	return slices.ContainsFunc(e.Says, func(a says.Attribution) bool { return a.Sent == e.sent && a.CueTok == v && a.Lo < v })
}
