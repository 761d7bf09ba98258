package act

import (
	"slices"

	"tocsin/read/says"
	"tocsin/read/text"
)

// Whether the subject that the tree gives a verb is surely its own. Where the words
// show another one, it is that; where they only speak against it, there is none.

// ownSubject returns the clause with the subject that its words bear out.
func (e *extractor) ownSubject(cl *text.Clause) *text.Clause {
	if len(cl.Subj) == 0 {
		return cl
	}
	subj := cl.Subj
	switch cl.SubjHow {
	case "own":
		if who, ok := e.behindPrep(cl); ok {
			subj = who
		} else if subj = e.uncut(cl); e.halfTaken(cl, subj) {
			subj = subj[len(subj)-1:]
		}
	case "shared":
		subj = e.sharedBy(cl)
	case "antecedent":
		subj = e.describedBy(cl)
	case "controlled":
		if p := e.governor(cl); e.gerundOf(cl) || p >= 0 && e.aside(cl) && e.teller(p, cl.Verb) || (cl.Mark == "for" || cl.Mark == "as" && e.s.Tokens[cl.Verb].XPOS != "VBD") && cl.Kind != "xcomp" {
			subj = nil // "killing 17 soldiers, a spokesman said", "condemned the army for killing"
		} else if p >= 0 && slices.Equal(cl.Subj, e.s.Clauses[p].Subj) && e.s.Clauses[p].SubjHow == "own" {
			subj = e.ownSubject(&e.s.Clauses[p]).Subj
		} else if k := cl.Parent; k >= 0 && cl.Kind == "xcomp" && e.s.Clauses[k].SubjHow == "antecedent" && slices.Equal(cl.Subj, e.s.Clauses[k].Subj) {
			subj = e.ownSubject(&e.s.Clauses[k]).Subj // "members of the party who tried to attack"
		}
	}
	if slices.Equal(subj, cl.Subj) {
		return cl
	}
	c := *cl
	c.Subj = subj
	return &c
}

// governor is the clause whose subject a participle or an infinitive takes, -1 for
// none.
func (e *extractor) governor(cl *text.Clause) int {
	p := cl.Parent
	for p >= 0 && e.s.Clauses[p].SubjHow != "own" && e.s.Clauses[p].Parent >= 0 {
		p = e.s.Clauses[p].Parent
	}
	return p
}

// teller reports whether a clause tells of what the verb says, so that its subject
// is who speaks.
func (e *extractor) teller(ci, verb int) bool {
	return !e.s.Clauses[ci].Passive && slices.ContainsFunc(e.Says, func(a says.Attribution) bool {
		return a.Sent == e.sent && a.CueTok == e.s.Clauses[ci].Verb && e.inside(&a, verb)
	})
}

// aside reports whether a clause is a participle that a comma or the start of the
// sentence parts from the verb whose subject it takes: "vowed to retake the town"
// and "admitted killing him" are none.
func (e *extractor) aside(cl *text.Clause) bool {
	for cl.Kind == "conj" && cl.SubjHow != "own" && cl.Parent >= 0 {
		cl = &e.s.Clauses[cl.Parent]
	}
	start := e.startOf(cl)
	return e.s.Tokens[cl.Verb].XPOS == "VBG" && !e.withTo(cl) && (start == 0 || e.s.Tokens[start-1].UPOS == "PUNCT")
}

// uncut is the subject of a clause, whole: "hostages, among them two girls, were
// freed" frees the hostages, and what is only the end of another phrase ("forces
// loyal to the council dispersed", "Guinea-Bissau") is no subject.
func (e *extractor) uncut(cl *text.Clause) []int {
	if k := slices.IndexFunc(cl.Subj, e.whose); k > 0 {
		return cl.Subj[:k]
	}
	t := cl.Subj[0]
	if n := len(cl.Subj); n == 2 && e.sameRun(t, cl.Subj[1]) {
		return cl.Subj[1:] // "the Afar regional government"
	}
	if k := e.newStart(t, e.startOf(cl)); k >= 0 {
		if n := e.anew(k, e.startOf(cl)); n >= 0 {
			return []int{n}
		}
		return nil
	}
	lo, _ := e.s.NP(t)
	if t > cl.Verb || lo < 2 {
		return e.ofTold(cl)
	}
	if l := e.s.Tokens[lo-1].Lower; (l == "them" || l == "whom") && (e.s.Tokens[lo-2].Lower == "among" || e.s.Tokens[lo-2].Lower == "including") {
		if lo > 3 && e.s.Tokens[lo-3].Text == "," && e.isNominal(lo-4) {
			return []int{lo - 4}
		}
		return nil
	}
	if o := e.alliedWith(t, cl.Verb); o >= 0 {
		return append(slices.Clone(cl.Subj), o)
	}
	b := &e.s.Tokens[lo-1]
	left := lo
	for left > 1 && slices.Contains([]string{"DET", "ADJ", "NUM"}, e.s.Tokens[left-1].UPOS) && e.s.Tokens[left].UPOS != "DET" && !e.isTime(left-1) {
		left--
	}
	switch {
	case e.s.Tokens[left-1].Lower == "of" && left > 1 && left < lo:
		return e.wholeOf(left - 2)
	case b.UPOS == "CCONJ" && len(cl.Subj) == 1:
		if h := e.opening(lo - 2); h >= 0 {
			return []int{h, t}
		}
		if e.s.Tokens[lo-2].Text == "," && !cl.Passive && e.verbless(lo-1) {
			return nil // "government forces, backed by Russia, and rebels exchanged fire"
		}
	case e.marked(cl, t), cl.Passive && e.overtaken(t, e.startOf(cl)), e.disagrees(cl, t):
		return nil
	case b.UPOS == "NOUN" && b.Head < lo && b.Is("obl", "nmod", "obj") && e.s.Tokens[lo].UPOS != "DET" && e.s.Tokens[lo].UPOS != "PRON" && e.s.Tokens[lo].UPOS != "NUM":
		return nil // "a bomb in a waste bin had targeted"
	case b.Lower == "alongside" || b.Lower == "beside":
		return nil
	case b.Text == "-" && b.Span[1] == e.s.Tokens[lo].Span[0] && e.arg(t).Lo == lo:
		return nil
	case b.UPOS == "ADP" && b.Is("case") && b.Head >= lo && b.Head <= t && lo-1 != cl.MarkTok && e.hangsOn(lo-1):
		return nil
	}
	return e.ofTold(cl)
}

// whose reports whether a token belongs to what "whose" opens.
func (e *extractor) whose(tok int) bool {
	lo, _ := e.s.NP(tok)
	return e.s.Tokens[lo].Lower == "whose"
}

// wholeOf is the subject whose head stands before an "of" that the tree has torn from
// it: "dissidents of the former guerrilla killed".
func (e *extractor) wholeOf(tok int) []int {
	if e.isNominal(tok) && e.canAct(tok) {
		return []int{tok}
	}
	return nil
}

// opening returns the noun at a token whose phrase opens a clause, so that what "and"
// joins to it is the second half of the subject: "after an American and his wife
// carried out". -1 where it does not.
func (e *extractor) opening(tok int) int {
	if !e.isNominal(tok) || !e.canAct(tok) || e.isTime(tok) {
		return -1
	}
	lo, _ := e.s.NP(tok)
	if lo == 0 {
		return tok
	}
	switch e.s.Tokens[lo-1].Lower {
	case "after", "before", "when", "while", "since", "until", "because", "that":
		return tok
	}
	return -1
}

// marked reports whether the word that opens a clause stands behind what the tree
// takes for its subject: "what it was like when the junta overthrew him".
func (e *extractor) marked(cl *text.Clause, subj int) bool {
	if cl.Kind == "relcl" || cl.Kind == "acl" {
		return false
	}
	return slices.ContainsFunc(e.s.Children(cl.Verb), func(c int) bool {
		x := &e.s.Tokens[c]
		return c > subj && c < cl.Verb && (x.UPOS == "SCONJ" || x.XPOS == "WRB") && x.Is("mark", "advmod") && x.Lower != "to" && !e.isTime(c+1)
	})
}

// overtaken reports whether another finite verb that nothing parts from a subject
// stands before its verb: "most of the detainees his staff visited had been beaten".
func (e *extractor) overtaken(subj, start int) bool {
	for k := subj + 1; k < start; k++ {
		x := &e.s.Tokens[k]
		if x.UPOS == "PUNCT" && x.Text != "-" || x.Is("acl:relcl") {
			return false
		}
		if x.Finite() && !e.under(k, subj) {
			return true
		}
	}
	return false
}

// alliedWith is the second half of a subject in which the tree takes an adjective for
// a verb: "fighters and allied militias killed". -1 for none.
func (e *extractor) alliedWith(t, verb int) int {
	for _, c := range e.s.ChildrenBy(t, "conj") {
		if c > t && c < verb && e.s.Tokens[c].UPOS == "VERB" && e.s.Tokens[c-1].UPOS == "CCONJ" {
			if o := e.s.Child(c, "obj"); o > c && o == verb-1 {
				return o
			}
		}
	}
	return -1
}

// ofTold is the subject of a clause: where a verb of saying that describes a noun
// stands right before it, that noun ("retained control in an election that the
// opposition says was rigged").
func (e *extractor) ofTold(cl *text.Clause) []int {
	start := cl.Verb
	for start > 0 && e.s.Tokens[start-1].UPOS == "AUX" {
		start--
	}
	if start < 2 || !e.s.Tokens[start-1].Is("acl:relcl") || !e.s.Tokens[start-1].Finite() {
		return cl.Subj
	}
	if h := e.s.Tokens[start-1].Head; h > cl.Subj[0] && slices.ContainsFunc(e.s.Tokens[h:start], func(x text.Token) bool { return x.Lower == "that" || x.Lower == "which" || x.Lower == "who" }) {
		return []int{h}
	}
	return cl.Subj
}

// sharedBy is the subject that a coordinated verb shares, nobody where the words
// show that it goes on with no such clause.
func (e *extractor) sharedBy(cl *text.Clause) []int {
	p := cl.Parent
	if p < 0 {
		return cl.Subj
	}
	start := e.startOf(cl)
	cc := start - 1
	for cc > 0 && e.s.Tokens[cc].UPOS != "CCONJ" && cc > e.s.Clauses[p].Verb && !e.s.Tokens[cc].Finite() {
		cc--
	}
	if e.s.Tokens[cc].UPOS != "CCONJ" && e.s.Tokens[max(start-1, 0)].Text != "," && !e.listed(cl) {
		return e.behindOrder(cl, start)
	}
	up := &e.s.Clauses[p]
	switch {
	case up.Kind == "acl" && e.s.Tokens[up.Verb].XPOS == "VBG" && e.s.Tokens[cl.Verb].XPOS != "VBG" && !cl.Passive && len(cl.Aux) == 0:
		if g := e.governor(up); g >= 0 && !e.s.Clauses[g].Passive && e.s.Clauses[g].Verb < up.Verb {
			return e.s.Clauses[g].Subj // "stoned a convoy returning home and set trucks on fire"
		}
		return nil
	case up.Kind == "acl" && e.s.Tokens[cl.Verb].XPOS == "VBG" && cl.Verb > 0 && e.s.Tokens[cl.Verb-1].Text == ",":
		return nil // "passengers waiting on a platform, killing 25"
	case e.teller(p, cl.Verb) && e.s.Clauses[p].Verb > cl.Verb:
		return nil
	}
	if e.s.Tokens[cc].UPOS == "CCONJ" {
		if t := e.anew(cc, start); t >= 0 {
			return []int{t}
		}
		if e.afterOther(up, cl, cc) {
			return nil
		}
	}
	if up.SubjHow != "own" && slices.Equal(up.Subj, cl.Subj) {
		return e.ownSubject(up).Subj
	}
	if len(up.Obj) == 1 && e.s.Tokens[up.Verb].Lemma == "say" && e.s.Tokens[max(cc-1, 0)].Text != "," && up.Obj[0] > up.Verb && !e.isTime(up.Obj[0]) && e.canAct(up.Obj[0]) {
		return up.Obj // "residents said men in masks looted shops and beat a guard": nobody says men
	}
	return cl.Subj
}

// describedBy is the subject of a clause that hangs on a noun. A participle without
// an auxiliary takes no object: in "forces loyal to the council dispersed them" the
// forces did, and in "fighters and allied militias killed them" both did. What
// "which" tells behind another verb is told of none before that verb.
func (e *extractor) describedBy(cl *text.Clause) []int {
	t := cl.Subj[0]
	if ci := e.s.ClauseOf(t); ci >= 0 && e.s.Clauses[ci].Verb == t && e.s.Child(t, "cop") >= 0 && cl.Kind == "acl" && !cl.Passive && len(cl.Obj) > 0 && len(e.s.Clauses[ci].Subj) > 0 {
		return e.s.Clauses[ci].Subj // "gunmen believed to be bandits attacked"
	}
	if cl.Kind == "relcl" {
		w := slices.IndexFunc(e.s.Tokens[:cl.Verb], func(x text.Token) bool { return x.Lower == "which" && x.Head == cl.Verb })
		if w > t && e.oneHuman(t) || w > t && slices.ContainsFunc(e.s.Tokens[t+1:w], func(x text.Token) bool {
			return x.Finite() || x.UPOS == "NOUN" && len(e.Book.Noun(x.Lemma)) > 0
		}) {
			return nil
		}
		return e.whoever(cl)
	}
	if cl.Kind == "acl" && cl.Passive && e.freedNear(t, cl.Verb) {
		return []int{cl.Verb - 1}
	}
	if near := e.rootOf(cl.Verb-1, cl.Verb); cl.Kind == "acl" && cl.Passive && near > t && e.s.Tokens[near].UPOS == "NOUN" && e.s.Tokens[near].Is("nmod", "obl") && e.under(near, t) && e.locates(e.caseOf(near)) && !e.isTime(near) {
		if len(e.Book.Noun(e.s.Tokens[t].Lemma)) > 0 {
			return []int{near}
		}
		return nil // "ended a siege at a hotel stormed by militants"
	}
	if cl.Kind != "acl" || cl.Passive || len(cl.Obj) == 0 || len(cl.Aux) > 0 || e.s.Tokens[cl.Verb].XPOS == "VBG" || cl.Mark == "to" {
		return cl.Subj
	}
	h := e.s.Tokens[t].Head
	if h >= 0 && e.s.Tokens[t].Is("obj") && e.s.Tokens[h].UPOS == "VERB" && h > 1 && e.s.Tokens[h-1].UPOS == "CCONJ" && e.s.Tokens[h-1].Head == h {
		if s := e.s.Child(h, "nsubj"); s >= 0 && s < h {
			return []int{s, t}
		}
	}
	if s := e.thenToo(cl, t); s != nil {
		return s
	}
	if e.s.Tokens[cl.Verb-1].Text == "," {
		return e.described(t, cl.Verb)
	}
	for h = t; e.s.Tokens[h].Head >= 0 && e.s.Tokens[h].Is("obl", "nmod", "amod") && !e.orders(e.caseOf(h)); {
		up := e.s.Tokens[h].Head
		if u := e.s.Tokens[up].UPOS; u != "NOUN" && u != "PROPN" && u != "ADJ" || up > h && u != "NOUN" {
			break
		}
		h = up
	}
	if e.isNominal(h) {
		return []int{h}
	}
	return cl.Subj
}

// behindOrder is the noun before a verb that has no conjunction, where "after" or
// "before" opens its clause: "a day after the rebels launched". Nobody where there
// is none.
func (e *extractor) behindOrder(cl *text.Clause, start int) []int {
	if start < 2 || !e.isNominal(start-1) {
		return nil
	}
	h := e.rootOf(start-1, start)
	lo, hi := e.s.NP(h)
	if hi == start && lo > 0 {
		if e.orders(e.s.Tokens[lo-1].Lower) {
			return []int{h}
		}
	}
	return nil
}

// orders reports whether a word may open a clause of time that the tree takes for a
// phrase: "two weeks after soldiers opened fire".
func (e *extractor) orders(word string) bool {
	switch word {
	case "after", "before", "since", "until", "as", "when", "while":
		return true
	}
	return false
}

// anew returns the noun that opens a clause behind its conjunction, where the tree
// hangs it elsewhere: "and on 30 July a crowd waving flags attacked". -1 for none.
func (e *extractor) anew(cc, start int) int {
	for t := cc + 1; t < start; t++ {
		if e.isTime(t) || !e.isNominal(t) {
			continue
		}
		lo, hi := e.s.NP(t)
		if lo <= cc || e.s.Tokens[lo].UPOS == "ADP" || e.s.Tokens[lo-1].UPOS == "ADP" || e.s.Tokens[lo-1].UPOS == "VERB" || e.s.Tokens[lo-1].UPOS == "SCONJ" {
			t = max(t, hi-1)
			continue
		}
		if d := &e.s.Tokens[lo]; d.UPOS == "DET" || d.XPOS == "NNS" && lo == t || d.UPOS == "NUM" && e.newSubject(t) {
			return t
		}
		t = max(t, hi-1)
	}
	return -1
}

// sameForm reports whether two verbs may stand in one verb group: "had demanded and
// threatened".
func (e *extractor) sameForm(a, b int) bool {
	past := func(x string) bool { return x == "VBD" || x == "VBN" }
	x, y := e.s.Tokens[a].XPOS, e.s.Tokens[b].XPOS
	return x == y || past(x) && past(y) && e.s.Child(a, "aux", "aux:pass") < 0
}

// described is the noun that an aside before a comma describes: in "the Front, a group
// backed by Rwanda, seized the town" the Front did. Nobody where there is none.
func (e *extractor) described(t, verb int) []int {
	h := t
	for up := e.s.Tokens[h].Head; up >= 0 && up < verb && (e.isNominal(up) || e.s.Tokens[up].Is("acl")); up = e.s.Tokens[h].Head {
		h = up
	}
	_, hi := e.s.NP(h)
	if h == t || !e.isNominal(h) || hi >= len(e.s.Tokens) || e.s.Tokens[hi].Text != "," {
		return nil
	}
	return []int{h}
}
