package act

import (
	"slices"
	"strings"
	"unicode"

	"tocsin"
	"tocsin/codebook"
	"tocsin/read/text"
	"tocsin/read/when"
	"tocsin/read/who"
)

// mention returns who's mention headed by a token.
func (e *extractor) mention(tok int) (who.Mention, bool) {
	if i, ok := e.mentions[[2]int{e.sent, tok}]; ok {
		return e.Who.Mentions[i], true
	}
	return who.Mention{}, false
}

// arg returns the argument headed by a token: its mention, or its noun phrase. A
// relative pronoun gives way to what it stands for.
func (e *extractor) arg(tok int) Arg {
	tok = e.named(e.antecedent(tok))
	lo, hi := e.s.NP(tok)
	if m, ok := e.officeHolder(tok); ok {
		lo, hi, tok = m.Lo, m.Hi, m.Head
	} else if m, ok := e.mention(tok); ok {
		lo, hi = m.Lo, m.Hi
	} else if m, ok := e.Who.At(e.sent, tok); ok && m.NameLo <= tok && tok < m.NameHi {
		lo, hi, tok = min(lo, m.NameLo), max(hi, m.NameHi), m.Head // no part of a name acts
	}
	// "On 29 August gunmen ...": the date is none of the gunmen.
	for lo < tok && (e.isTime(lo) && !e.isTime(tok) || e.s.Tokens[lo].UPOS == "PUNCT" || e.s.Tokens[lo].UPOS == "VERB" && e.s.Tokens[lo].Is("case", "mark") || e.s.Tokens[lo].UPOS == "ADV" && strings.HasSuffix(e.s.Tokens[lo].Lower, "edly")) {
		lo++
	}
	lo = e.wholePhrase(lo, tok)
	for lo < tok && (e.s.Tokens[lo].Lower == "whose" || e.s.Tokens[lo].Lower == "that" && (e.s.Tokens[lo+1].UPOS == "NUM" || e.s.Tokens[lo+1].Lower == "one") || e.s.Tokens[lo].Lower == "dead" && lo > 0 && e.s.Tokens[lo-1].UPOS == "VERB") {
		lo++
	}
	for hi > tok+1 && e.isTime(hi-1) && !e.isTime(tok) {
		hi-- // "Gunman 3 Nov opened fire"
	}
	// "the Brigade's" names the Brigade.
	for hi > lo+1 && (e.s.Tokens[hi-1].XPOS == "POS" || e.s.Tokens[hi-1].UPOS == "PUNCT" && hi-1 > tok) {
		hi--
	}
	// "sit-in" is three tokens and one word.
	for hi+1 < len(e.s.Tokens) && e.s.Tokens[hi].Text == "-" && e.s.Tokens[hi].Span[0] == e.s.Tokens[hi-1].Span[1] && e.s.Tokens[hi+1].Span[0] == e.s.Tokens[hi].Span[1] {
		hi += 2
	}
	for k := tok + 1; k < hi; k++ {
		by := k - 1
		for by > tok && slices.Contains([]string{"ADV", "DET", "ADJ"}, e.s.Tokens[by].UPOS) {
			by-- // "a group of about 30 settlers"
		}
		if e.s.Tokens[k].UPOS == "NUM" && k+1 < hi && e.s.Tokens[k+1].UPOS == "NOUN" && e.s.Tokens[by].UPOS != "ADP" {
			hi = k // "a post 30 km": the distance is none of the post
		}
	}
	for hi > tok+1 && (e.s.Tokens[hi-1].UPOS == "CCONJ" || e.s.Tokens[hi-1].UPOS == "ADP" && e.s.Tokens[hi-2].Text != "-") {
		hi-- // "two soldiers and"
	}
	return Arg{Head: tok, Lo: lo, Hi: e.withWhich(tok, hi)}
}

// canAct reports whether the token names somebody who can do things.
func (e *extractor) canAct(tok int) bool {
	if tok < 0 || tok >= len(e.s.Tokens) {
		return false
	}
	tok = e.antecedent(tok)
	if e.anybody(tok) {
		return false
	}
	if m, ok := e.mention(tok); ok {
		return m.Type != "unknown" || m.How == "pronoun" || e.s.Tokens[tok].UPOS == "PROPN"
	}
	switch t := &e.s.Tokens[tok]; t.UPOS {
	case "NUM":
		return false
	case "PRON":
		return t.Lower == "who" || t.Lower == "he" || t.Lower == "she" || t.Lower == "they" || t.Lower == "him" || t.Lower == "her" || t.Lower == "them"
	case "PROPN":
		return !e.isPlace(tok) && !e.isTime(tok) && strings.ContainsFunc(t.Text, unicode.IsLetter) // no paragraph's number
	}
	return false
}

// isPlace reports whether the token heads a place that does not act.
func (e *extractor) isPlace(tok int) bool {
	for _, f := range e.Where {
		if f.Sent == e.sent && f.Lo <= tok && tok < f.Hi && !f.Actor {
			return true
		}
	}
	return false
}

// isTime reports whether the token is part of a time. A clause that dates another
// ("after the general left Gezira") names its people and places besides.
func (e *extractor) isTime(tok int) bool {
	for _, f := range e.When {
		if f.Sent == e.sent && f.Lo <= tok && tok < f.Hi && !(f.Kind == when.Anchor && slices.ContainsFunc(e.s.Tokens[f.Lo:f.Hi], func(t text.Token) bool { return t.UPOS == "VERB" })) {
			return true
		}
	}
	return false
}

// slots are the fillers of a predicate, by slot name, in the active voice.
type slots map[string][]int

// clauseSlots reads the slots of a clause. A passive's subject is its object,
// its agent the subject.
func (e *extractor) clauseSlots(cl *text.Clause) slots {
	m := slots{}
	cl = e.ownSubject(e.voiced(e.notThem(cl)))
	near := slices.DeleteFunc(slices.Clone(e.nearer(cl)), func(t int) bool {
		return e.semicolon(t, cl.Verb) || e.underPrep(t) || e.calledAs(t) || e.accusative(t) || e.joinedAmiss(t)
	})
	subj := e.apart(e.beside(e.oneSubject(near)))
	if cl.Passive {
		m["subj"], m["obj"] = e.ownAgents(cl.Agent), subj
	} else {
		m["subj"], m["obj"] = e.doers(cl, subj), slices.DeleteFunc(e.behind(cl), e.joinedAmiss)
	}
	m["iobj"] = cl.IObj
	for _, o := range cl.Obl {
		if o.Case != "" && !e.isTime(o.Head) {
			m[o.Case] = append(m[o.Case], e.withConj(o.Head)...)
			if o.Case == "in as" {
				m["as"] = m[o.Case] // "sworn in as president"
			}
		}
	}
	return m
}

// semicolon reports whether one parts two tokens: a subject does not reach across
// it, whatever the tree says.
func (e *extractor) semicolon(a, b int) bool {
	return a < b && slices.ContainsFunc(e.s.Tokens[a:b], func(t text.Token) bool { return t.Text == ";" })
}

func (e *extractor) isNominal(tok int) bool {
	switch e.s.Tokens[tok].UPOS {
	case "NOUN", "PROPN", "PRON", "NUM", "SYM":
		return true
	}
	return false
}

// nounSlots reads the slots of an event or role noun: its prepositional
// phrases, its possessor ("poss") and its modifiers that name somebody ("mod").
func (e *extractor) nounSlots(tok int) slots {
	m := slots{}
	for _, c := range e.s.Children(tok) {
		t := &e.s.Tokens[c]
		switch rel := t.Rel; {
		case rel == "nmod:poss" && t.XPOS == "PRP":
			// "among them bombings": they did not bomb
		case rel == "nmod:poss":
			m["poss"] = append(m["poss"], e.withConj(c)...)
		case rel == "nmod" || rel == "obl" || rel == "nmod:npmod":
			if k := e.caseOf(c); k != "" && !e.isTime(c) && !e.saysWhere(c, len(m[k]) > 0) {
				m[k] = append(m[k], e.withConj(c)...)
			}
		case rel == "compound" || rel == "amod" || rel == "nmod:desc":
			if _, ok := e.mention(c); ok || t.UPOS == "PROPN" && !e.isTime(c) && !e.isPlace(c) {
				m["mod"] = append(m["mod"], c)
			}
		}
	}
	return m
}

// caseOf returns the preposition of a nominal, lower case, "" for none.
func (e *extractor) caseOf(tok int) string {
	word := ""
	for _, c := range e.s.Children(tok) {
		if t := &e.s.Tokens[c]; t.Rel == "case" && c < tok {
			if word != "" {
				word += " "
			}
			word += t.Lower
		}
	}
	return word
}

// fits reports whether the slots satisfy what a rule asks for.
func (e *extractor) fits(r codebook.Rule, m slots, particle string) bool {
	if r.Particle != particle && r.Particle != "" {
		return false
	}
	if r.Prep != "" {
		if !slices.ContainsFunc(m[r.Prep], func(tok int) bool {
			return len(r.Heads) == 0 || slices.Contains(r.Heads, e.s.Tokens[tok].Lemma) || slices.Contains(r.Heads, e.s.Tokens[tok].Lower)
		}) {
			return false
		}
	}
	for _, n := range r.Need {
		if len(m[n]) == 0 {
			return false
		}
	}
	for _, n := range r.Forbid {
		if len(m[n]) > 0 {
			return false
		}
	}
	for _, n := range r.NeedDoer {
		// A passive without its doer is not a passive with a wrong one.
		if len(m[n]) > 0 && !slices.ContainsFunc(m[n], func(t int) bool { return e.canAct(t) || n == "obj" && e.suffers(t) }) {
			return false
		}
	}
	return true
}

// fill puts the slots into the roles that the rule gives them.
func (e *extractor) fill(it *Item, r codebook.Rule, m slots) {
	for _, s := range r.Slots {
		for _, tok := range m[s.Name] {
			if s.Name == "to" && s.Role == "recipient" && slices.ContainsFunc(m["obj"], func(t int) bool { return e.s.LemmaIs(t, "flight", "movement", "travel") }) {
				continue // "flights to Pibor were suspended": Pibor is where they go
			}
			if s.Name == "obj" && s.Role == "actor" && len(it.Actors) > 0 {
				it.Cover = append(it.Cover, tok)
				continue // "France withdrew its troops": France did
			}
			if s.Name == r.Prep && len(r.Heads) > 0 && s.Role != "to" && s.Role != "recipient" {
				continue
			}
			e.fillOne(it, s.Role, tok)
		}
	}
}

func (e *extractor) fillOne(it *Item, role string, tok int) {
	it.Cover = append(it.Cover, tok)
	if it.Pred < tok && (e.semicolon(it.Pred, tok) || e.unquoted(it.Pred, tok)) {
		return
	}
	if l := e.s.Tokens[tok].Lower; tok+1 < len(e.s.Tokens) && (l == "some" || l == "another") && e.s.Tokens[tok+1].UPOS == "NUM" {
		tok++ // "some 1,400 more": the tree has taken the adverb for them
	}
	tok = e.titled(tok)
	if role == "recipient" {
		tok = e.parted(tok)
		if tok > 0 && e.s.Tokens[tok-1].XPOS == "MD" {
			return // "attacking them may amount to a crime"
		}
	}
	if role == "recipient" && it.Act == "assault" && e.noVictim(tok) {
		return
	}
	if e.noParty(tok) || e.onTheWay(tok) || e.spokenFor(tok) || e.s.Tokens[tok].Rel == "conj" && e.ofPart(tok, []int{e.first(tok)}) {
		return
	}
	if t := &e.s.Tokens[tok]; t.UPOS == "DET" && (t.Lower == "a" || t.Lower == "an" || t.Lower == "the") {
		return // "a Venezuelan national was arrested": the tree has lost the national
	}
	if e.s.Tokens[tok].Lower == "what" || e.s.Tokens[tok].Lower == "whatever" {
		return // "condemned what it called a massacre"
	}
	if t := &e.s.Tokens[tok]; (t.Lower == "who" || t.Lower == "which" || t.Lower == "that") && e.antecedent(tok) == tok {
		return // nobody knows who
	}
	if tok < 4 && tok < it.Pred && slices.ContainsFunc(e.s.Tokens[tok:min(5, len(e.s.Tokens))], func(t text.Token) bool { return t.Text == ":" }) {
		return // "Galmudug: the militia released two elders": a heading does nothing
	}
	inside := func(a Arg) bool { return a.Head != tok && a.Lo <= tok && tok < a.Hi && e.s.Tokens[tok].UPOS == "PROPN" }
	if slices.ContainsFunc(it.Actors, inside) || slices.ContainsFunc(it.Recipients, inside) {
		return // the second half of a hyphenated name
	}
	switch role {
	case "actor", "both":
		if e.canAct(tok) && !hasHead(it.Actors, tok) && !e.afterVerb(tok) {
			it.Actors = append(it.Actors, e.before(e.arg(tok), it.Pred))
		}
	case "recipient":
		if l := e.s.Tokens[tok].Lemma; l == "more" || l == "less" || l == "many" || e.s.Tokens[tok].UPOS == "VERB" || e.s.Tokens[tok].UPOS == "ADV" || e.isTime(tok) && (it.Kind != tocsin.KindEvent || e.s.Tokens[tok].UPOS != "NOUN" || e.s.Tokens[tok].Rel == "obl:unmarked") || e.misplaced(tok) || e.shareOf(tok) || l == "round" || l == "shot" {
			return // "released in March" frees nobody called March
		}
		if lo, _ := e.s.NP(tok); e.s.Tokens[tok].Rel == "conj" && lo < tok && (slices.Contains([]string{"wounded", "injured", "sickened", "hurt", "maimed"}, e.s.Tokens[lo].Lower) || lo > 0 && (e.s.Tokens[lo-1].UPOS == "CCONJ" || e.s.Tokens[lo-1].Text == ",") && e.s.Tokens[lo].UPOS == "VERB" && e.s.Tokens[lo].XPOS != "VBG") {
			return // "killed 100 people and wounded 300 others", "and captured weapons"
		}
		if e.isPlace(tok) && !e.canAct(tok) || countedAs(it.Act, it.Mode) != "" && it.Act != "protest" && e.town(tok) {
			e.addSpot(it, tok, "at")
		} else if !hasHead(it.Recipients, tok) && !hasHead(it.Actors, tok) && !e.afterVerb(tok) {
			it.Recipients = append(it.Recipients, e.before(e.arg(tok), it.Pred))
		}
	case "place":
		e.addSpot(it, tok, "")
	case "to", "from":
		e.addSpot(it, tok, role)
	}
}

func hasHead(args []Arg, tok int) bool {
	return slices.ContainsFunc(args, func(a Arg) bool { return a.Head == tok })
}

// antecedent returns what a relative pronoun stands for: the noun that its
// relative clause, or the clause it is coordinated with, hangs on; the token
// itself where it is none or the tree does not tell.
func (e *extractor) antecedent(tok int) int {
	if tok < 0 || tok >= len(e.s.Tokens) {
		return tok
	}
	t := &e.s.Tokens[tok]
	if t.UPOS != "PRON" || t.Lower != "who" && t.Lower != "which" && t.Lower != "that" && t.Lower != "whom" {
		return tok
	}
	for ci := range e.s.Clauses {
		cl := &e.s.Clauses[ci]
		if t.Head != cl.Verb {
			continue
		}
		for k := 0; k < 4 && cl.Parent >= 0; k++ {
			if h := e.s.Tokens[cl.Verb].Head; cl.Kind == "relcl" && h >= 0 && e.isNominal(h) {
				return h
			}
			cl = &e.s.Clauses[cl.Parent]
			if len(cl.Subj) > 0 && cl.SubjHow == "antecedent" {
				return cl.Subj[0]
			}
		}
	}
	return tok
}

// nearer corrects the antecedent of "which": in "the leader of the movement,
// which organised protests" it is the movement, though the clause may hang on
// the leader. A thing's pronoun does not stand for a person.
func (e *extractor) nearer(cl *text.Clause) []int {
	if cl.SubjHow != "antecedent" || len(cl.Subj) != 1 {
		return cl.Subj
	}
	old := cl.Subj[0]
	m, ok := e.mention(old)
	if ok && m.Type != "person" && m.Type != "people" || !ok && len(e.Book.RoleNoun(e.s.Tokens[old].Lemma)) == 0 {
		return cl.Subj
	}
	for _, p := range e.s.Children(cl.Verb) {
		if t := &e.s.Tokens[p]; t.Lower != "which" || p == 0 {
			continue
		}
		q := p - 1
		for q > old && e.s.Tokens[q].UPOS == "PUNCT" {
			q--
		}
		for h := q; h > old; h-- {
			if lo, hi := e.s.NP(h); e.isNominal(h) && e.s.Tokens[h].Rel == "nmod" && lo <= q && q < hi && e.canAct(h) {
				return []int{h}
			}
		}
	}
	return cl.Subj
}

// beside adds a person whom the parser took for a co-owner: in "IBK and
// Mali's prime minister" only the second name owns.
func (e *extractor) beside(subj []int) []int {
	out := slices.Clone(subj)
	for _, h := range subj {
		for _, p := range e.s.Children(h) {
			m, ok := e.Who.At(e.sent, p)
			if e.s.Tokens[p].Rel != "nmod:poss" || !ok || m.Type != "person" {
				continue
			}
			for _, q := range e.s.Children(p) {
				if e.s.Tokens[q].Rel == "conj" && !slices.Contains(out, p) && q+1 < len(e.s.Tokens) && e.s.Tokens[q+1].XPOS == "POS" {
					out = append(out, p)
				}
			}
		}
	}
	slices.Sort(out)
	return out
}
