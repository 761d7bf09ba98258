package act

import (
	"slices"
	"strings"

	"tocsin/codebook"
	"tocsin/read/text"
)

// Arcs of the tree held against the order of the words.

// whoever is whom a relative clause with "who" tells of: people or persons of the
// verb's number, and no further off than others who fit. Of "Arce and Morales, who
// denounced it" either may have; in "reprisals against migrants, who were attacked" it
// is the migrants. Nobody where the words leave it open.
func (e *extractor) whoever(cl *text.Clause) []int {
	t := cl.Subj[0]
	w := slices.IndexFunc(e.s.Tokens[:cl.Verb], func(x text.Token) bool { return x.Lower == "who" && x.Head == cl.Verb })
	if cl.Kind == "relcl" && w == t+1 {
		return []int{e.membersOf(cl, t)}
	}
	if w <= t+1 || cl.Kind != "relcl" {
		return cl.Subj
	}
	plural, shown := e.number(cl)
	all := e.wholeList(t, w)
	if len(all) > 1 && shown && plural {
		return all
	}
	fits := func(k int) bool {
		return !shown || plural == (strings.HasSuffix(e.s.Tokens[k].XPOS, "S") || e.s.Tokens[k].UPOS == "NUM" || e.collective(k))
	}
	var found []int
	for k := t; k < w; k++ {
		if e.mayBeWho(k, t) && fits(k) {
			found = append(found, k)
		}
	}
	switch {
	case len(found) == 1 && (e.mayBeWho(t, t) || found[0] == t):
		return found
	case len(found) == 1 && e.rightBefore(found[0], w):
		return found
	case len(found) == 0:
		return cl.Subj
	}
	return nil
}

// membersOf is whom "who" stands for right behind a body: in "members of the party who
// attacked" the members, and of "supporters of the leader who were marching" those who
// are several.
func (e *extractor) membersOf(cl *text.Clause, t int) int {
	h := e.s.Tokens[t].Head
	if plural, shown := e.number(cl); shown && plural && h >= 0 && h < t && e.s.Tokens[t].XPOS == "NN" && !e.collective(t) && e.s.Tokens[t].Is("nmod") && e.s.Tokens[h].XPOS == "NNS" && e.mayBeWho(h, h) {
		return h
	}
	m, ok := e.Who.At(e.sent, t)
	if !ok || m.Type == "person" || m.Type == "people" || h < 0 || h > t || !e.s.Tokens[t].Is("nmod") || e.caseOf(t) != "of" || e.s.Tokens[h].XPOS != "NNS" || !e.mayBeWho(h, h) {
		return t
	}
	return h
}

// number tells whether the auxiliary or the ending of a verb is of the plural, and
// whether they show it at all.
func (e *extractor) number(cl *text.Clause) (plural, shown bool) {
	first := e.startOf(cl)
	for _, k := range append(append([]int{cl.Verb, cl.Cop}, cl.Aux...), cl.Modals...) {
		if k >= 0 && e.s.Tokens[k].Finite() {
			first = k
			break
		}
	}
	switch t := &e.s.Tokens[first]; {
	case t.Lower == "was" || t.XPOS == "VBZ":
		return false, true
	case t.Lower == "were" || t.XPOS == "VBP":
		return true, true
	}
	return false, false
}

// wholeList is a head and those that a list joins to it before token hi.
func (e *extractor) wholeList(t, hi int) []int {
	return slices.DeleteFunc(e.withConj(t), func(k int) bool { return k < t || k >= hi })
}

// mayBeWho reports whether a token heads a phrase of people: no owner, no half of a
// name, no description of the one named at first.
func (e *extractor) mayBeWho(k, first int) bool {
	t := &e.s.Tokens[k]
	if !e.isNominal(k) || t.Is("compound", "flat", "nmod:desc", "nmod:poss", "amod", "nummod", "nmod:unmarked") || e.isTime(k) || e.isPlace(k) {
		return false
	}
	if k != first && t.Rel == "appos" && e.under(k, first) {
		return false
	}
	a := e.arg(k)
	if k != first && a.Head != k {
		return false
	}
	if m, ok := e.mention(k); ok && (m.Type == "state" || m.Type == "organisation" || m.Type == "place") {
		return false
	} else if t.UPOS == "PROPN" && (!ok || m.Type == "unknown") {
		return true
	}
	return e.human(a) || e.bearsArms(a) || e.Book.Soldiery(t.Lemma) || len(e.Book.RoleNoun(t.Lemma)) > 0 || t.UPOS == "NOUN" && e.suffers(k)
}

// collective reports whether a token names a body of people that takes a plural verb.
func (e *extractor) collective(k int) bool {
	switch e.s.Tokens[k].Lemma {
	case "police", "people", "family", "couple", "staff", "crowd", "group", "trio", "pair", "team", "crew":
		return true
	}
	m, ok := e.mention(k)
	return ok && (m.Type == "group" || m.Type == "people")
}

// rightBefore reports whether nothing but what describes a token, and a comma, stands
// between it and token hi.
func (e *extractor) rightBefore(k, hi int) bool {
	for t := k + 1; t < hi; t++ {
		if e.s.Tokens[t].UPOS != "PUNCT" && !e.under(t, k) {
			return false
		}
	}
	return true
}

// startsAsVerb reports whether what the tree joins to a noun opens, behind its comma or
// conjunction, with a bare word that is a verb of the codebook: "attacked the camp,
// demand prosecutions", "abduct workers and block highways".
func (e *extractor) startsAsVerb(tok int) bool {
	lo, _ := e.s.NP(tok)
	if lo < tok && lo > 0 && e.s.Tokens[lo-1].UPOS == "CCONJ" && strings.HasSuffix(e.s.Tokens[lo].Lower, "ing") && e.s.Tokens[lo].UPOS != "ADJ" && e.s.Tokens[tok].Rel == "conj" {
		v := e.s.Tokens[e.first(tok)].Head
		return v >= 0 && e.s.Tokens[v].XPOS == "VBG" // "killing men and looting shops"
	}
	if lo == tok || lo == 0 || e.s.Tokens[lo].XPOS != "NN" || e.s.Tokens[lo-1].UPOS != "CCONJ" && e.s.Tokens[lo-1].Text != "," {
		return false
	}
	l := e.s.Tokens[lo].Lemma
	return len(e.Book.Verb(l)) > 0 || e.Book.Governs(l) != "" || e.Book.Unreal(l)
}

// halfPhrase reports a phrase that has lost its head: of "21 serving and retired
// officers" the tree may keep "21 serving".
func (e *extractor) halfPhrase(tok int) bool {
	t := &e.s.Tokens[tok]
	if t.XPOS != "NN" && t.XPOS != "VBG" || tok+1 >= len(e.s.Tokens) || e.s.Tokens[tok+1].UPOS != "CCONJ" {
		return false
	}
	return slices.ContainsFunc(e.s.ChildrenBy(tok, "nummod"), func(c int) bool {
		return e.s.Tokens[c].Lower != "one" && c < tok
	}) && (strings.HasSuffix(t.Lower, "ing") || strings.HasSuffix(t.Lower, "ed"))
}

// titled is the name of a person that the tree makes part of a bare common noun behind
// it, which is a verb: of "demonstrations against President Ruto spread to" Ruto's. The
// token itself where there is none.
func (e *extractor) titled(tok int) int {
	lo, _ := e.s.NP(tok)
	if e.s.Tokens[tok].XPOS != "NN" || tok-lo < 2 || e.s.Tokens[lo].UPOS != "PROPN" || !isUpper(e.s.Tokens[tok-1].Text) || isUpper(e.s.Tokens[tok].Text) {
		return tok
	}
	for k := lo; k < tok; k++ {
		if e.s.Tokens[k].UPOS != "PROPN" {
			return tok
		}
	}
	for _, c := range e.s.ChildrenBy(tok, "compound") {
		if c < tok && (e.s.Child(c, "nmod:desc") >= 0 || e.s.Child(c, "flat") >= 0) {
			return c
		}
	}
	return tok
}

// deadly makes a killing of what is done "to death": "hacked to death", "beat him to
// death".
func (e *extractor) deadly(it *Item, m slots) {
	if it.Act == "assault" && it.Mode != "kill" && slices.ContainsFunc(m["to"], func(t int) bool { return e.s.Tokens[t].Lower == "death" }) {
		it.Mode = "kill"
	}
}

// bareVerb reports whether a bare verb stands beside another clause without a subject, a
// modal, a "to" or a conjunction of its own: "press it to publish a timetable, release
// detainees". Who is to do it is lost, and so it is where the tree joins the verb to
// the one that presses.
func (e *extractor) bareVerb(cl *text.Clause) bool {
	if e.s.Tokens[cl.Verb].XPOS != "VB" || len(cl.Aux)+len(cl.Modals) > 0 || cl.SubjHow == "own" {
		return false
	}
	if h := e.s.Tokens[cl.Verb].Head; cl.Kind == "conj" && h >= 0 && cl.MarkTok < 0 && e.s.Child(h, "aux") < 0 && !slices.Contains(sameInPast, e.s.Tokens[cl.Verb].Lower) && (e.s.Tokens[h].XPOS == "VBD" || e.s.Tokens[h].XPOS == "VBZ") {
		return true // "asked the state to free him, investigate the murder and"
	}
	return cl.Kind == "parataxis" && len(cl.Subj) == 0 || cl.Kind == "conj" && slices.ContainsFunc(e.s.Clauses, func(c text.Clause) bool {
		return c.Verb > e.s.Tokens[cl.Verb].Head && c.Verb < cl.Verb && e.s.Tokens[c.Verb].Head == e.s.Tokens[cl.Verb].Head && e.bareTo(&c) && !slices.Equal(c.Subj, cl.Subj)
	})
}

// mishandled reports an act whose object or doer shows that it is another: a vote "of
// confidence" is no election, to "fight" on without an opponent is no clash, and who
// surrenders without arms disarms nobody.
func (e *extractor) mishandled(it *Item, cl *text.Clause, r codebook.Rule, m slots) bool {
	switch {
	case it.Act == "election" && r.Prep == "obj":
		return slices.ContainsFunc(m["obj"], e.ofConfidence)
	case it.Act == "clash" && r.Word == "fight" && e.bareTo(cl):
		return len(m["obj"])+len(m["with"])+len(m["against"]) == 0
	case r.Word == "surrender":
		return !slices.ContainsFunc(it.Actors, func(a Arg) bool {
			m, ok := e.mention(a.Head)
			return e.bearsArms(a) || e.Book.Soldiery(e.s.Tokens[a.Head].Lemma) || ok && (m.Type == "group" || m.How == "named" && !e.single(a))
		}) || slices.ContainsFunc(m["obj"], func(t int) bool { return e.canAct(t) || e.s.Tokens[t].XPOS == "NNPS" }) // "raised from surrendered Maoists"
	}
	return false
}

// ofConfidence reports a vote that elects nobody: "a vote of no confidence", "a
// confidence vote".
func (e *extractor) ofConfidence(tok int) bool {
	if l := e.s.Tokens[tok].Lemma; l != "vote" && l != "poll" {
		return false
	}
	return len(e.nounSlots(tok)["of"]) > 0 || slices.ContainsFunc(e.s.ChildrenBy(tok, "compound", "amod"), func(c int) bool {
		switch e.s.Tokens[c].Lemma {
		case "confidence", "no-confidence", "impeachment", "censure", "trust", "opinion":
			return true
		}
		return false
	})
}

// surely is the subject of a clause that wants something, as far as it is its own.
func (e *extractor) surely(cl *text.Clause) []int {
	if cl.SubjHow == "antecedent" || cl.SubjHow == "shared" {
		return e.ownSubject(cl).Subj
	}
	return cl.Subj
}

// oneHuman reports whether a token is one person, whom no "which" stands for.
func (e *extractor) oneHuman(tok int) bool {
	m, ok := e.mention(tok)
	return ok && m.Type == "person" && !e.Book.Soldiery(e.s.Tokens[tok].Lemma)
}

// pastObject reports whether between a verb and what the tree takes for its object
// another verb has its own: "killing nine workers and seizing two trucks, the mayor
// said" kills no mayor. A second object behind a comma is none either.
func (e *extractor) pastObject(verb, obj int) bool {
	if e.s.Tokens[obj].Head != verb || e.s.Tokens[obj].Rel != "obj" {
		return false
	}
	lo, _ := e.s.NP(obj)
	for k := verb + 1; k < lo; k++ {
		t := &e.s.Tokens[k]
		if t.Rel != "obj" || t.Head < verb || t.Head == verb && e.s.Tokens[lo-1].Text != "," {
			continue
		}
		if t.Head == verb || e.s.Tokens[t.Head].UPOS == "VERB" && t.Head < k {
			return true
		}
	}
	return false
}

// unquoted reports whether a quotation ends between a verb and what the tree makes its
// object: "that soldiers took part," a spokesman said".
func (e *extractor) unquoted(verb, tok int) bool {
	if tok <= verb || !e.inQuotes(verb) || e.inQuotes(tok) || e.s.Tokens[tok].Head != verb {
		return false
	}
	return slices.ContainsFunc(e.s.Tokens[verb:tok], func(t text.Token) bool { return t.Text == "," })
}

// ofAgent reports a participle behind a comma that the tree hangs on the doer of a
// passive: of "was arrested by agents, released after a day and fined" no agents were.
func (e *extractor) ofAgent(cl *text.Clause) bool {
	h, start := e.s.Tokens[cl.Verb].Head, e.startOf(cl)
	return cl.Kind == "acl" && cl.Passive && h >= 0 && e.s.Tokens[h].Is("obl:agent", "obl") && start > 0 && e.s.Tokens[start-1].Text == "," && e.s.Tokens[h].Head >= 0 &&
		e.s.Child(e.s.Tokens[h].Head, "aux:pass") >= 0 && e.caseOf(h) == "by"
}
