package act

import (
	"cmp"
	"slices"

	"tocsin"
	"tocsin/codebook"
	"tocsin/read/hedge"
	"tocsin/read/text"
)

// clause makes the items of one clause: what it asserts, wants, expects or asks.
func (e *extractor) clause(ci int) {
	if e.done[ci] {
		return
	}
	cl := &e.s.Clauses[ci]
	rd := e.assess(cl.Verb)
	if e.supposed(cl) || cl.Kind == "csubj" || e.coordinated(ci) {
		return
	}
	for _, k := range cl.Comp {
		if e.Book.Governs(e.s.Tokens[cl.Verb].Lemma) != "" && e.accusation(k) {
			e.done[k] = true
			return // "continue to accuse"
		}
	}
	if e.accusation(ci) || e.notRuledOut(cl) || e.leftOpen(ci) || e.unwelcome(cl) {
		return
	}
	if rd.Counter || rd.Hypothetical && len(cl.Modals) == 0 || e.whenFuture(cl) || e.perceived(cl) || e.underIf(cl.Verb) || e.subjunctive(cl) || e.provided(cl) || e.unjoined(cl) || e.summing(cl) || e.mistaken(cl) {
		return
	}
	if e.opensHow(cl) || e.hearer(cl) || e.noSign(cl) || e.gerundFirst(cl) {
		return // "have yet to say how long they intend to govern"
	}
	f := e.frame(ci, 0)
	if e.arranged(cl, f) {
		return
	}
	switch {
	case rd.Purpose || (cl.Mark == "to" || e.bareTo(cl)) && (cl.Kind == "advcl" || cl.Kind == "acl"):
		e.purpose(ci, f)
	case e.infinitive(cl):
		// "pushed him to step down", "hoped for the army to leave": no more than
		// what somebody wants; the verbs that say more have taken theirs already.
	case f != nil && f.Kind == tocsin.KindOutlook:
		e.add(f)
	case e.lookedBack(cl):
		if f != nil && f.Kind == tocsin.KindEvent {
			f.Degree = cmp.Or(f.Degree, "possible")
		}
		e.add(f)
	case cl.Parent < 0 && e.bareTo(cl):
		e.outlook(ci, f) // a headline: "France to withdraw its troops"
	case len(cl.Modals) > 0 && e.ofWish(cl):
	case len(cl.Modals) > 0 && e.looksAhead(cl) || rd.Future:
		e.outlook(ci, f)
	case f != nil && e.onlyOrdered(f, cl):
	case f != nil && f.Kind == tocsin.KindEvent && e.ought(cl):
		// "should return to class": what is right has not been done.
	default:
		if f = e.either(f, cl); f != nil {
			e.convicted(f, cl)
			e.keepsOn(f, cl)
			e.inherit(f, cl)
			e.inheritPlace(f, cl)
		}
		e.add(f)
	}
}

// looksAhead leaves out the modals that report rather than foretell: "could
// hear", and "would" of habit cannot be told apart and are outlooks here.
func (e *extractor) looksAhead(cl *text.Clause) bool {
	return slices.ContainsFunc(cl.Modals, func(m int) bool {
		switch e.s.Tokens[m].Lemma {
		case "will", "would", "could", "may", "might", "shall", "wo", "'ll", "'d":
			return true
		case "can", "ca":
			return !cl.Passive || cl.Neg < 0 // "cannot be verified" tells of today
		}
		return false
	})
}

// infinitive reports whether a clause is a bare infinitive under another verb.
func (e *extractor) infinitive(cl *text.Clause) bool {
	return cl.Parent >= 0 && e.bareTo(cl) && (cl.Kind == "xcomp" || cl.Mark == "for" || cl.Kind == "ccomp")
}

// bareTo reports whether a verb stands with "to" and without an auxiliary.
func (e *extractor) bareTo(cl *text.Clause) bool {
	return len(cl.Aux)+len(cl.Modals) == 0 && slices.ContainsFunc(e.s.Children(cl.Verb), func(c int) bool {
		return e.s.Tokens[c].Lower == "to" && e.s.Tokens[c].UPOS == "PART"
	})
}

// whenFuture reports whether a clause sets the time of what may come: "only when
// he has left office" asserts no leaving.
func (e *extractor) whenFuture(cl *text.Clause) bool {
	if cl.Kind != "advcl" || cl.Parent < 0 || len(cl.Modals) > 0 {
		return false
	}
	switch cl.Mark {
	case "when", "once", "until", "before", "after", "as soon as":
	default:
		return false
	}
	p := &e.s.Clauses[cl.Parent]
	return len(p.Modals) > 0 && e.looksAhead(p) && cl.Tense != "past"
}

// subjunctive reports whether a clause is what somebody recommends: "recommends
// that the authorities investigate threats" asserts no inquiry.
func (e *extractor) subjunctive(cl *text.Clause) bool {
	if cl.Mark != "that" || cl.Parent < 0 || cl.Tense == "past" || len(cl.Aux) > 0 {
		return false
	}
	switch e.s.Tokens[e.s.Clauses[cl.Parent].Verb].Lemma {
	case "recommend", "propose", "urge", "request", "advise", "demand", "ask", "insist":
		return e.s.Tokens[cl.Verb].XPOS == "VB" || e.s.Tokens[cl.Verb].XPOS == "VBP"
	}
	return false
}

// frame builds what a clause says, whatever its modality: an event, a tie, an
// aim or a cause; nil where the codebook has no word for it.
func (e *extractor) frame(ci, depth int) *Item {
	if depth > tocsin.MaxFrameDepth {
		return nil
	}
	cl := &e.s.Clauses[ci]
	v := &e.s.Tokens[cl.Verb]
	if g := e.Book.Governs(v.Lemma); g != "" && !(v.Lemma == "set" && len(cl.Obj) > 0 && !cl.Passive) {
		if it := e.governed(ci, g, depth); it != nil {
			return it
		}
	}
	if cl.Cop >= 0 {
		return e.copula(ci, depth)
	}
	if it := e.alongside(cl); it != nil {
		return it
	}
	m := e.clauseSlots(cl)
	if e.passiveToo(cl) && len(m["subj"]) > 0 && slices.ContainsFunc(e.Book.Verb(v.Lemma), func(r codebook.Rule) bool { return r.Particle == "" && slices.Contains(r.Need, "obj") }) {
		m["obj"], m["subj"] = m["subj"], e.s.Clauses[cl.Parent].Agent
	}
	particle := ""
	if cl.Particle >= 0 {
		particle = e.s.Tokens[cl.Particle].Lower
	}
	if v.UPOS == "NOUN" || v.UPOS == "PROPN" {
		return nil // "making it the deadliest attack": nothing here attacks
	}
	rules := e.Book.Verb(v.Lemma)
	for _, r := range rules {
		if (r.Prep != "" || r.Particle != "") && e.fits(r, m, particle) && !e.aimedAtObject(r, m) {
			return e.build(ci, r, m, depth)
		}
	}
	if it := e.light(ci, m, particle, depth); it != nil {
		return it
	}
	for _, r := range rules {
		if r.Prep == "" && r.Particle == "" && e.fits(r, m, particle) {
			return e.build(ci, r, m, depth)
		}
	}
	return nil
}

// build makes the item of a rule that fits a clause.
func (e *extractor) build(ci int, r codebook.Rule, m slots, depth int) *Item {
	cl := &e.s.Clauses[ci]
	it := e.new("verb "+r.Word, r.Frame.Kind, cl.Verb)
	m = e.withObject(r, m)
	it.Act, it.Mode, it.Rel = r.Frame.Act, r.Frame.Mode, r.Frame.Rel
	if cl.Particle >= 0 {
		it.Cover = append(it.Cover, cl.Particle)
	}
	if e.fill(it, r, m); it.Act == "seizure" && len(it.Recipients)+len(it.Places) == 0 && slices.ContainsFunc(m["obj"], e.beheaded) {
		return nil
	}
	e.noSides(it)
	e.nearAgents(it, cl)
	switch it.Kind {
	case tocsin.KindCause:
		return e.causeItem(ci, it, r, m, depth)
	case tocsin.KindTie, tocsin.KindAim:
		return e.tieOrAim(ci, it, r, m, depth)
	}
	e.spend(it, r, m)
	e.seizedPower(it, r, m)
	e.hitMine(it, r, m)
	e.onlyForces(it)
	if e.burnt(it, cl) {
		return nil
	}
	if len(it.Actors)+len(it.Recipients)+len(it.Places) == 0 && (cl.SubjHow != "own" || cl.Passive && len(m["obj"]) > 0 && e.shareOf(m["obj"][0])) {
		return nil
	}
	if e.vetoed(it, cl, r, m) {
		return nil
	}
	e.notVictims(it)
	e.inPart(it, m)
	e.deadly(it, m)
	e.taken(it)
	e.sentenced(it, cl, m)
	it.Count = e.countOf(it, m)
	for _, c := range e.s.Children(cl.Verb) {
		switch e.s.Tokens[c].Lower {
		case "successfully":
			it.Outcome = "succeeded"
		case "unsuccessfully":
			it.Outcome = "failed"
		default:
			continue
		}
		it.Cover = append(it.Cover, c)
	}
	preds := []int{cl.Verb}
	if r.Prep == "obj" {
		preds = append(preds, m["obj"]...)
	}
	e.bind(it, preds...)
	e.goesTo(it)
	return it
}

// seizedPower makes a coup of a seizure of power by armed insiders of the state.
// Rebels who seize power win a war.
func (e *extractor) seizedPower(it *Item, r codebook.Rule, m slots) {
	power := slices.ContainsFunc(m["obj"], func(t int) bool { return e.s.Tokens[t].Lemma == "power" })
	if it.Act != "seizure" || r.Prep != "obj" || !power {
		return
	}
	if slices.ContainsFunc(it.Actors, func(a Arg) bool { return e.Book.Soldiery(e.s.Tokens[a.Head].Lemma) }) {
		it.Act, it.Mode = "coup", "seize"
	}
}

// withObject lends a rule that turns on its object the phrases that hang on that
// object: "had ties to the mayor", "played a part in the coup".
func (e *extractor) withObject(r codebook.Rule, m slots) slots {
	if r.Prep != "obj" {
		return m
	}
	out := slots{}
	for k, v := range m {
		out[k] = v
	}
	for _, obj := range m["obj"] {
		for k, v := range e.nounSlots(obj) {
			if k != "poss" && k != "mod" && len(out[k]) == 0 {
				out[k] = v
			}
		}
	}
	return out
}

// spend marks the event noun that a rule used up ("held talks").
func (e *extractor) spend(it *Item, r codebook.Rule, m slots) {
	if r.Prep == "" || len(r.Heads) == 0 {
		return
	}
	for _, tok := range m[r.Prep] {
		e.spent[tok] = true
		it.Cover = append(it.Cover, tok)
	}
}

// outlookOf wraps a frame, or the clause itself, as what may come.
func (e *extractor) outlook(ci int, f *Item) {
	cl := &e.s.Clauses[ci]
	if len(cl.Subj) == 0 && f == nil || e.asksWho(cl) || e.whTo(cl) || f == nil && len(cl.Modals) == 0 && !e.bareTo(cl) && (e.pronounOnly(cl) || e.s.Tokens[cl.Verb].XPOS == "VBG") {
		return
	}
	if e.supposedly(cl) || !e.foretold(cl, f) || e.wouldIf(cl) {
		return // "could have upset": it did not come to that
	}
	it := e.new("outlook", tocsin.KindOutlook, cl.Verb)
	if f != nil && f.Kind == tocsin.KindCause {
		it.Content, it.Condition = f.Content, f.Condition
		it.Cover = append(it.Cover, f.Cover...)
		it.Rule += " " + f.Rule
		e.add(it)
		return
	}
	if f == nil {
		if e.idle(ci) || e.vague(ci) || e.stopsDoing(ci) {
			return // "would stop blocking it": neither the stopping nor the blocking alone
		}
		f = e.generic(ci)
	}
	it.Rule += " " + f.Rule
	for _, t := range cl.Subj {
		lo, hi := e.phrase(t)
		it.Cover = append(it.Cover, lo, hi-1)
	}
	it.Content = f
	it.Actors = f.Actors
	it.Cover = append(it.Cover, f.Cover...)
	it.When = f.When
	if e.assess(cl.Verb).Condition == nil {
		it.Condition = e.unlessSaid(cl.Verb)
		if it.Condition == nil {
			it.Condition = e.ifBehind(cl.Verb)
		}
		if it.Condition == nil && e.empty(f) && !e.spoken(cl.Verb) {
			return // "foremost is to besiege it": nobody expects anything of anybody
		}
	}
	e.add(it)
}

// idle reports whether a modal clause without an act of ours foretells nothing:
// "can" of ability, and "would" of habit or of a story told in the past, unless
// somebody says it, a condition hangs on it, or a word of chance stands by.
func (e *extractor) idle(ci int) bool {
	cl := &e.s.Clauses[ci]
	ahead := slices.ContainsFunc(cl.Modals, func(t int) bool {
		switch e.s.Tokens[t].Lemma {
		case "will", "may", "might", "shall", "could", "wo", "'ll":
			return true
		}
		return false
	})
	if cl.Neg >= 0 && slices.ContainsFunc(cl.Modals, func(t int) bool { return e.s.Tokens[t].Lemma == "may" }) {
		return true // "may not stand" is a ban
	}
	if slices.ContainsFunc(cl.Subj, func(t int) bool {
		lo, _ := e.s.NP(t)
		return e.s.Tokens[lo].Lower == "nobody" || e.s.Tokens[lo].Lower == "no"
	}) && slices.ContainsFunc(cl.Modals, func(t int) bool { return e.s.Tokens[t].Lemma == "may" }) {
		return true // and "nobody may stand"
	}
	if cl.Neg >= 0 && e.assess(cl.Verb).Condition == nil && slices.ContainsFunc(cl.Modals, func(t int) bool { return e.s.Tokens[t].Lower == "would" }) && cl.Mark != "that" {
		return true // "would not give a toll": he refused
	}
	if ahead || len(cl.Modals) == 0 || e.spoken(cl.Verb) || e.assess(cl.Verb).Condition != nil {
		return false
	}
	return !e.weighed(cl) && !slices.ContainsFunc(e.s.Children(cl.Verb), func(c int) bool { return e.s.Tokens[c].Rel == "advcl" })
}

// generic is the frame of a clause for which the codebook has no word.
func (e *extractor) generic(ci int) *Item {
	cl := &e.s.Clauses[ci]
	it := e.new("clause", tocsin.KindEvent, cl.Verb)
	it.Act = "other"
	m := e.clauseSlots(cl)
	for _, t := range m["subj"] {
		if e.canAct(t) {
			it.Actors = append(it.Actors, e.arg(t))
		}
		if cl.SubjHow == "own" {
			it.Cover = append(it.Cover, t)
		}
	}
	for _, t := range m["obj"] {
		if e.unquoted(cl.Verb, t) {
			continue
		}
		if e.canAct(t) && !e.barely(t) && !e.becomes(cl) && e.s.Tokens[cl.Verb].Lemma != "use" {
			it.Recipients = append(it.Recipients, e.arg(t))
		}
		it.Cover = append(it.Cover, t)
	}
	lo, hi := e.predicate(cl)
	hi = e.nextClause(lo, hi)
	it.Cover = slices.DeleteFunc(it.Cover, func(t int) bool { return t >= hi })
	it.Cover = append(it.Cover, min(lo, e.startOf(cl)), hi-1)
	e.bind(it, cl.Verb)
	return it
}

// barely reports whether a token is named as nobody is to whom something is done: a
// place, or a noun without so much as an article ("to hold firm").
func (e *extractor) barely(tok int) bool {
	if e.anyPlace(tok) {
		return true
	}
	lo, _ := e.s.NP(tok)
	return lo == tok && e.s.Tokens[tok].XPOS == "NN"
}

// asked reports whether the reading or the mark of a clause makes it a question.
func asked(cl *text.Clause, rd hedge.Reading) bool { return cl.Mark == "whether" || rd.Asked }
