package act

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/codebook"
	"tocsin/read/text"
)

// What is left to be said surely where a clause says less, or of others, than one
// of its words alone.

// either is what a clause says where "or" joins it to others: "torched or damaged"
// tells neither of all. Where each of them is of one act that act is left, without
// the mode and the count in which they differ; nil where it is not. "Did not kill
// or wound" denies both.
func (e *extractor) either(f *Item, cl *text.Clause) *Item {
	if f == nil || f.Kind != tocsin.KindEvent || cl.Neg >= 0 {
		return f
	}
	for _, v := range e.disjuncts(cl) {
		rules := e.Book.Verb(e.s.Tokens[v].Lemma)
		if e.s.Tokens[v].UPOS == "ADJ" {
			f.Mode, f.Count = "", nil // "killed or wounded", where the tree has no second verb
			continue
		}
		same := func(r codebook.Rule) bool { return r.Frame.Act == f.Act }
		if !slices.ContainsFunc(rules, same) {
			return nil
		}
		if !slices.ContainsFunc(rules, func(r codebook.Rule) bool { return same(r) && r.Frame.Mode == f.Mode }) {
			if v < cl.Verb {
				return nil // the first has said it
			}
			f.Mode, f.Count = "", nil
		}
	}
	return f
}

// disjuncts are the other verbs that "or" joins to that of a clause. An "and" or a
// "but" begins anew; a participle is not joined to a finite verb.
func (e *extractor) disjuncts(cl *text.Clause) []int {
	first := cl.Verb
	if cl.Kind == "conj" && e.s.Tokens[cl.Verb].Head >= 0 {
		first = e.s.Tokens[cl.Verb].Head
	}
	group, or := []int{first}, false
	for _, c := range e.s.Children(first) {
		t := &e.s.Tokens[c]
		if t.Rel != "conj" || t.UPOS != "VERB" && !(t.UPOS == "ADJ" && (strings.HasSuffix(t.Lower, "ed") || strings.HasSuffix(t.Lower, "en")) && cl.Passive) || (t.XPOS == "VBG") != (e.s.Tokens[first].XPOS == "VBG") {
			continue
		}
		word := ""
		for _, k := range e.s.Children(c) {
			if e.s.Tokens[k].Rel == "cc" {
				word = e.s.Tokens[k].Lower
			}
		}
		if word != "" && word != "or" && word != "nor" {
			if or && slices.Contains(group, cl.Verb) {
				break
			}
			group, or = nil, false
		}
		group, or = append(group, c), or || word == "or"
	}
	if !or || !slices.Contains(group, cl.Verb) {
		return nil
	}
	return slices.DeleteFunc(group, func(v int) bool { return v == cl.Verb })
}

// burnt makes an assault of the burning of people: only things are destroyed. What
// else is said to destroy people is no act with a name here.
func (e *extractor) burnt(it *Item, cl *text.Clause) (none bool) {
	if it.Act != "destruction" || !slices.ContainsFunc(it.Recipients, func(a Arg) bool { return e.human(a) }) {
		return false
	}
	switch l := e.s.Tokens[it.Pred].Lemma; {
	case l != "burn" && l != "torch" && l != "set":
		return true
	case e.toDeath(cl):
		it.Act, it.Mode = "assault", "kill"
	default:
		it.Act, it.Mode = "assault", ""
	}
	it.Recipients = slices.DeleteFunc(it.Recipients, func(a Arg) bool { return !e.human(a) })
	return false
}

// toDeath reports whether "to death" or "alive" stands behind a verb in its clause.
func (e *extractor) toDeath(cl *text.Clause) bool {
	for t := cl.Verb + 1; t < len(e.s.Tokens) && e.s.Tokens[t].UPOS != "PUNCT" && e.s.Tokens[t].UPOS != "VERB"; t++ {
		if l := e.s.Tokens[t].Lower; l == "alive" || l == "death" && e.s.Tokens[t-1].Lower == "to" {
			return true
		}
	}
	return false
}

// human reports whether an argument stands for people and not for a body or a thing.
func (e *extractor) human(a Arg) bool {
	if l := e.s.Tokens[a.Head].Lower; l == "him" || l == "her" || l == "he" || l == "she" || l == "who" || l == "whom" {
		return true
	}
	if m, ok := e.mention(a.Head); ok && m.How != "pronoun" {
		return m.Type == "person" || m.Type == "people" || e.dweller(a.Head) || e.Book.Armed(e.s.Tokens[a.Head].Lemma)
	}
	return e.s.Tokens[a.Head].UPOS == "NOUN" && !e.counts(a.Head) && (e.dweller(a.Head) || slices.Contains([]string{"man", "woman", "child", "victim", "boy", "girl", "suspect", "thief", "driver"}, e.s.Tokens[a.Head].Lemma))
}

// dweller reports whether a noun names those who live somewhere.
func (e *extractor) dweller(tok int) bool {
	switch e.s.Tokens[tok].Lemma {
	case "people", "resident", "civilian", "family", "villager", "inhabitant", "household", "population", "refugee", "person", "community", "man", "woman", "child",
		"farmer", "herder", "returnee", "local", "national", "citizen", "islander", "townspeople", "farmworker", "pastoralist", "dweller", "neighbour", "neighbor":
		return true
	}
	return false
}

// hitMine turns round what a convoy that hits a mine does: it suffers.
func (e *extractor) hitMine(it *Item, r codebook.Rule, m slots) {
	if r.Word != "hit" && r.Word != "strike" || !slices.ContainsFunc(m["obj"], func(t int) bool {
		switch e.s.Tokens[t].Lower {
		case "mine", "landmine", "bomb", "ied", "explosive", "device", "mines", "landmines":
			return true
		}
		return false
	}) {
		return
	}
	it.Recipients, it.Actors, it.Mode = it.Actors, nil, "explosives"
}

// revenge reports whether the event of a noun is what somebody holds against
// others: "called it revenge for the killing of clerics", "to avenge the murder".
func (e *extractor) revenge(tok int) bool {
	for range 5 {
		tok = e.s.Tokens[tok].Head
		if tok < 0 {
			return false
		}
		switch e.s.Tokens[tok].Lemma {
		case "revenge", "vengeance", "retaliation", "reprisal", "retribution", "avenge", "payback", "grievance":
			return true
		}
		if e.isPredicate(tok) && len(e.Book.Noun(e.s.Tokens[tok].Lemma)) == 0 {
			return false
		}
	}
	return false
}

// asNoun reports whether what the tree takes for a bare verb ends a noun phrase
// behind a preposition: "a response to the Nablus raid".
func (e *extractor) asNoun(cl *text.Clause) bool {
	v := cl.Verb
	if cl.Kind == "xcomp" && e.s.Tokens[v].XPOS == "VBG" && cl.Parent >= 0 && e.s.Tokens[e.s.Clauses[cl.Parent].Verb].Lemma == "flee" {
		return true // "have fled fighting in Sake"
	}
	if x := e.s.Tokens[v].XPOS; x != "VB" && x != "VBP" || cl.SubjHow == "own" || len(cl.Aux)+len(cl.Modals) > 0 {
		return false
	}
	t := v - 1
	for t > 0 && (e.s.Tokens[t].UPOS == "PROPN" || e.s.Tokens[t].UPOS == "NOUN" || e.s.Tokens[t].UPOS == "ADJ") {
		t--
	}
	return t > 0 && t < v-1 && e.s.Tokens[t].UPOS == "DET" && e.s.Tokens[t-1].UPOS == "ADP"
}

// superlative reports whether an event is the worst or the first of its kind: a
// "since" behind it names what it is compared with.
func (e *extractor) superlative(preds []int) bool {
	return slices.ContainsFunc(preds, func(p int) bool {
		return slices.ContainsFunc(e.s.Children(p), func(c int) bool {
			return e.s.Tokens[c].XPOS == "JJS" || e.s.Tokens[c].Lower == "first"
		})
	})
}

// behindAnother reports whether a time before an event noun dates what came after
// it: "were freed on 8 June following mediation by elders".
func (e *extractor) behindAnother(hi int, preds []int) bool {
	for _, p := range preds {
		if p < hi || e.s.Tokens[p].UPOS != "NOUN" {
			continue
		}
		for t := hi; t < p; t++ {
			switch e.s.Tokens[t].Lower {
			case "following", "after", "since", "before":
				return true
			}
		}
	}
	return false
}

// apart drops what only renames the one before it: two parties that a comma and no
// "and" parts are one, "the auxiliary, Constable Peter Lakai".
func (e *extractor) apart(toks []int) []int {
	if len(toks) != 2 || e.s.Tokens[toks[1]].Rel != "conj" || e.s.Tokens[toks[1]].Head != toks[0] {
		return toks
	}
	if slices.ContainsFunc(e.s.Children(toks[1]), func(c int) bool { return e.s.Tokens[c].Rel == "cc" }) {
		return toks
	}
	lo, _ := e.s.NP(toks[1])
	if lo < 1 || e.s.Tokens[lo-1].Text != "," {
		return toks
	}
	if e.s.Tokens[toks[0]].UPOS != "PROPN" && e.s.Tokens[toks[1]].UPOS == "PROPN" {
		return toks[1:]
	}
	return toks[:1]
}

// calledAs reports whether a token taken for a subject is what somebody is called:
// "whom police described as a French and an Italian national, were seized".
func (e *extractor) calledAs(tok int) bool {
	lo, _ := e.s.NP(e.first(tok))
	return lo > 1 && (e.s.Tokens[lo].Lower == "a" || e.s.Tokens[lo].Lower == "an") && e.s.Tokens[lo-1].Lower == "as" && e.s.Tokens[lo-1].Rel == "case"
}

// keepsOn asserts what a finite verb says behind a refusal: "refused to surrender
// and were killed".
func (e *extractor) keepsOn(it *Item, cl *text.Clause) {
	if it.Kind != tocsin.KindEvent || cl.Neg >= 0 || len(cl.Aux) == 0 && !cl.Passive && cl.SubjHow != "own" {
		return
	}
	for p := cl; (p.Kind == "conj" || p.Kind == "xcomp" && p != cl) && p.Parent >= 0; {
		p = &e.s.Clauses[p.Parent]
		if e.Book.Governs(e.s.Tokens[p.Verb].Lemma) == "refuses" {
			if rd := e.assess(cl.Verb); rd.Certainty.Polarity == "is_not" {
				it.Polarity = "is"
			}
			return
		}
	}
}

// accusative reports whether a token taken for the subject of a finite verb is an
// object by its form: of "shot them or hacked them" the tree may make killers.
func (e *extractor) accusative(tok int) bool {
	t := &e.s.Tokens[tok]
	if t.Rel != "nsubj" || t.Head < 0 {
		return false
	}
	switch t.Lower {
	case "them", "him", "us", "me":
		return slices.Contains([]string{"VBD", "VBZ", "VBP"}, e.s.Tokens[t.Head].XPOS)
	}
	return false
}

// ownAgents are the agents of a passive that no event noun stands before: in "were
// freed following mediation by elders" the elders mediated.
func (e *extractor) ownAgents(agents []int) []int {
	return slices.DeleteFunc(slices.Clone(agents), func(t int) bool {
		lo, _ := e.s.NP(e.first(t))
		by := lo - 1
		if and := e.s.Child(t, "cc"); and > 0 && e.s.Tokens[t].Rel == "conj" && e.s.Tokens[and-1].Text == "," && e.s.Child(t, "nummod") >= 0 {
			return true // "injured by arrows, and one man died"
		}
		if by < 2 || e.s.Tokens[by].Lower != "by" {
			return false
		}
		n := &e.s.Tokens[by-1]
		return n.UPOS == "NOUN" && len(e.Book.Noun(n.Lemma)) > 0 && !e.isClause(by-1)
	})
}

// noGerund reports a verb of speech that takes no gerund: in "said shelling went on"
// the word behind it is the noun of what went on.
func noGerund(lemma string) bool {
	switch lemma {
	case "say", "state", "announce", "declare", "add", "warn", "tell", "note", "insist", "believe", "think", "claim":
		return true
	}
	return false
}

// insistedOn reports whether a gerund is only what somebody insists on or warns of:
// "insisted on holding a rally", "warned against attacking the town", "considers
// declaring martial law".
func (e *extractor) insistedOn(cl *text.Clause) bool {
	v := cl.Verb
	if v < 2 || e.s.Tokens[v].XPOS != "VBG" {
		return false
	}
	if e.s.Tokens[v-1].Lower == "than" {
		return true // "works better than attacking the rebels"
	}
	if p := &e.s.Tokens[v-1]; p.UPOS == "VERB" && e.s.Tokens[v].Head == v-1 {
		return e.Book.Unreal(p.Lemma) && p.Lemma != "deny" || noGerund(p.Lemma)
	}
	if e.s.Tokens[v-2].UPOS != "VERB" {
		return false
	}
	switch e.s.Tokens[v-1].Lower {
	case "on", "upon", "against", "of", "about":
		return e.Book.Unreal(e.s.Tokens[v-2].Lemma)
	}
	return false
}
