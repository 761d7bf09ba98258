package act

import (
	"slices"

	"tocsin"
	"tocsin/read/text"
)

// purpose makes an aim of an infinitive: "sent troops to fight them", "in an
// effort to help". Only what the codebook has a word for, or what hangs on a
// noun of will, is kept: other infinitives of purpose say little.
func (e *extractor) purpose(ci int, f *Item) {
	cl := &e.s.Clauses[ci]
	head := e.s.Tokens[cl.Verb].Head
	if head >= 0 && e.s.Tokens[head].Head < 0 && e.isNominal(head) && e.canAct(head) && f != nil {
		e.headline(ci, f, head)
		return
	}
	noun := head >= 0 && e.s.Tokens[head].UPOS == "NOUN"
	if e.assess(cl.Verb).Shunned {
		return // "agreed to refrain from attacking"
	}
	if e.unspoken(cl.Verb) || cl.Parent >= 0 && e.loose(&e.s.Clauses[cl.Parent]) {
		return
	}
	if !e.withTo(cl) || head >= 0 && e.willBetween(head, cl.MarkTok) || cl.Parent >= 0 && (!e.whole(&e.s.Clauses[cl.Parent]) || e.ought(&e.s.Clauses[cl.Parent])) {
		return
	}
	if e.ofThing(cl, head) || f == nil && !noun || f != nil && f.Kind == tocsin.KindCause {
		return
	}
	rel, subj, asks := "intends", cl.Subj, false
	if noun {
		if rel = e.Book.NounGoverns(e.s.Tokens[head].Lemma); rel == "attempts" {
			e.attempt(ci, head, f)
			return
		}
		subj = e.holder(head)
	} else if cl.Parent >= 0 {
		rel, subj, asks = e.willOf(cl, f)
	}
	if rel == "" || len(subj) == 0 {
		return
	}
	it := e.new("purpose "+rel, tocsin.KindAim, cl.Verb)
	it.Rel = rel
	for _, t := range subj {
		e.fillOne(it, "actor", t)
	}
	if len(it.Actors) == 0 || e.isSite(it.Actors) || e.fewOnly(it) {
		return
	}
	if f == nil {
		f = e.generic(ci)
	}
	if f.Kind == tocsin.KindEvent && (len(f.Actors) == 0 || noun && cl.SubjHow != "own") && !cl.Passive && !asks {
		f.Actors = it.Actors
	}
	it.Content = f
	it.Cover = append(it.Cover, f.Cover...)
	if noun {
		it.Pred = head
		it.Cover = append(it.Cover, head)
	}
	e.wantIs(it, f)
	e.add(it)
}

// loose reports whether a clause is a participle whose doer is only guessed: in "said
// they had erred by waiting to act" he does not wait.
func (e *extractor) loose(cl *text.Clause) bool {
	return cl.Kind == "advcl" && cl.SubjHow == "controlled" && cl.Mark != "" && e.s.Tokens[cl.Verb].XPOS == "VBG"
}

// willBetween reports whether a noun of will stands between a verb and the
// infinitive that the tree hangs on the verb: in "foiled plots by his enemies to
// topple him" it is the plots'.
func (e *extractor) willBetween(verb, to int) bool {
	for t := verb + 1; t < to; t++ {
		if e.s.Tokens[t].UPOS == "NOUN" && e.Book.NounGoverns(e.s.Tokens[t].Lemma) != "" {
			return true
		}
	}
	return false
}

// willOf returns what the clause above says of the will behind an infinitive of
// purpose and whose will it is; "" where it says nothing of it.
func (e *extractor) willOf(cl *text.Clause, f *Item) (rel string, subj []int, asks bool) {
	p := &e.s.Clauses[cl.Parent]
	lemma := e.s.Tokens[p.Verb].Lemma
	switch {
	case lets(lemma):
		return "", nil, false // "allowed the troops to return": whoever wills it, the troops are not said to
	case orders(lemma):
		return "seeks", e.ordered(cl, f), true // "instructed the envoy to negotiate": the will is the one who orders
	case cl.SubjHow == "controlled" && p.Passive:
		return "intends", p.Agent, false // "was brought home by X to lead": the will is X's
	}
	if g := e.parentWill(cl); g != "" {
		return g, p.Subj, false // "refused the next day to negotiate": the tree took the will for a purpose
	}
	if len(cl.Subj) == 0 {
		return "intends", e.doersOf(p), false
	}
	return "intends", cl.Subj, false
}

// ofThing reports whether an infinitive that the tree hangs on a verb tells what
// the paper or the power before it is for: "to rule on a petition to dissolve
// parliament", "voted down a bill to bar him".
func (e *extractor) ofThing(cl *text.Clause, head int) bool {
	to := cl.MarkTok
	for to > 1 && e.s.Tokens[to-1].UPOS == "PUNCT" && e.s.Tokens[to-1].Text != "," {
		to-- // had "no right" to do so
	}
	if to < 1 || head == to-1 {
		return false
	}
	switch e.s.Tokens[to-1].Lemma {
	case "petition", "motion", "bill", "law", "case", "request", "lawsuit", "suit", "proposal", "resolution", "decision", "measure", "vote", "right", "authority",
		"power", "chance", "opportunity", "mandate", "deadline", "permission", "referendum", "amendment", "appeal", "application", "minute", "hour", "day", "week", "month", "time":
		return true
	}
	return false
}

// ordered returns whose will an infinitive under a verb of ordering is, and makes
// those who are told the doers of it. Nobody where nobody is told.
func (e *extractor) ordered(cl *text.Clause, f *Item) []int {
	p := &e.s.Clauses[cl.Parent]
	subj, told := e.surely(p), e.told(p, cl.Verb)
	if p.Passive {
		subj, told = p.Agent, p.Subj
	}
	if len(told) == 0 {
		return nil
	}
	if f != nil && f.Kind == tocsin.KindEvent && !cl.Passive && !e.mutual(f.Act) {
		f.Actors = nil
		for _, t := range told {
			e.fillOne(f, "actor", t)
		}
	}
	return subj
}

// orders reports whether a verb with an object and an infinitive says what its
// subject wants of that object.
func orders(lemma string) bool {
	switch lemma {
	case "instruct", "order", "urge", "ask", "tell", "command", "persuade", "direct", "call", "press", "pressure",
		"encourage", "invite", "appeal", "request", "beg", "implore", "advise", "recommend":
		return true
	}
	return false
}

// lets reports whether a verb with an object and an infinitive says what its
// subject makes possible or brings about, not what anybody wants.
func lets(lemma string) bool {
	switch lemma {
	case "allow", "permit", "enable", "authorise", "authorize", "let", "force", "compel", "prompt", "lead", "cause",
		"require", "tempt", "push", "oblige", "entitle", "help", "give", "grant", "leave":
		return true
	}
	return false
}

// told returns those whom an order goes to: the object before the infinitive, or
// who stands after "on" or "to" ("called on the army to withdraw").
func (e *extractor) told(p *text.Clause, inf int) []int {
	var out []int
	for _, t := range slices.Concat(p.Obj, p.IObj) {
		if t > p.Verb && t < inf {
			out = append(out, t)
		}
	}
	for _, o := range p.Obl {
		if o.Head > p.Verb && o.Head < inf && (o.Case == "on" || o.Case == "upon" || o.Case == "to" || o.Case == "for") && len(out) == 0 {
			out = append(out, o.Head)
		}
	}
	return out
}

// mutual reports whether all who take part in an act are its actors.
func (e *extractor) mutual(name string) bool {
	a, ok := e.Book.Act(name)
	return ok && a.Mutual
}

// wantIs sets the aim itself as asserted where only its content is unreal: that
// somebody means to do a thing is said plainly, however unreal the thing.
func (e *extractor) wantIs(it, f *Item) {
	if it.Pred != f.Pred {
		return
	}
	if p := e.s.ClauseOf(f.Pred); p >= 0 && e.s.Clauses[p].Parent >= 0 {
		it.Pred = e.s.Clauses[e.s.Clauses[p].Parent].Verb
	}
}

// attempt makes the attempted act of "an attempt to seize the airport".
func (e *extractor) attempt(ci, noun int, f *Item) {
	if f == nil || f.Kind != tocsin.KindEvent {
		return
	}
	if e.caseOf(noun) == "as" {
		f.Actors = nil // "described it as an attempt to kill him": whose, is not said
	}
	f.Outcome = "attempted"
	f.Pred = noun
	f.Cover = append(f.Cover, noun)
	for _, t := range e.holder(noun) {
		e.fillOne(f, "actor", t)
	}
	e.done[ci] = true
	e.add(f)
}

// holder returns those whose will a noun names: its possessor, or the subject
// of the clause in which it stands.
func (e *extractor) holder(noun int) []int {
	if e.caseOf(noun) == "as" {
		return nil // "described it as an attempt to kill him"
	}
	m := e.nounSlots(noun)
	for _, k := range []string{"poss", "by", "of", "mod"} {
		if own := slices.DeleteFunc(m[k], func(t int) bool { return !e.canAct(t) }); len(own) > 0 {
			return own
		}
	}
	ci := e.s.ClauseOf(noun)
	if ci < 0 {
		return nil
	}
	cl := &e.s.Clauses[ci]
	switch rel := e.s.Tokens[noun].Rel; {
	case rel == "obj" && !keepsWill(e.s.Tokens[cl.Verb].Lemma):
		return nil // "rebuffed an offer to host talks": somebody else's
	case rel != "obj" && rel != "obl" && rel != "nmod" && rel != "root" && rel != "advcl":
		return nil
	case (rel == "obl" || rel == "nmod") && e.caseOf(noun) != "in" && e.caseOf(noun) != "on":
		return nil // "focus on policy, such as the plan to mobilise the guard": anybody's
	}
	if cl.Passive {
		return cl.Agent
	}
	return cl.Subj
}

// keepsWill reports whether who does this to a plan or an offer is the one whose
// plan it is.
func keepsWill(lemma string) bool {
	switch lemma {
	case "have", "make", "express", "voice", "state", "declare", "announce", "renew", "repeat", "reiterate", "reaffirm", "show", "extend", "unveil", "outline",
		"signal", "indicate", "affirm", "confirm", "launch", "begin", "start", "continue", "pursue", "form", "harbour", "harbor", "keep", "maintain", "give", "take", "lead", "mount":
		return true
	}
	return false
}

// parentWill is what the verb above says of somebody's will: refuses, offers,
// seeks; "" where it says nothing of it.
func (e *extractor) parentWill(cl *text.Clause) string {
	if cl.Parent < 0 {
		return ""
	}
	switch g := e.Book.Governs(e.s.Tokens[e.s.Clauses[cl.Parent].Verb].Lemma); g {
	case "refuses", "offers", "seeks":
		return g
	}
	return ""
}

// doersOf are the subjects of a clause, or the agents of a passive.
func (e *extractor) doersOf(cl *text.Clause) []int {
	if cl.Passive {
		return cl.Agent
	}
	return e.surely(cl)
}
