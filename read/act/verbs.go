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
	if e.accusation(ci) || e.notRuledOut(cl) || e.unwelcome(cl) {
		return
	}
	if rd.Counter || rd.Hypothetical && len(cl.Modals) == 0 {
		return
	}
	f := e.frame(ci, 0)
	switch {
	case rd.Purpose || cl.Mark == "to" && (cl.Kind == "advcl" || cl.Kind == "acl"):
		e.purpose(ci, f)
	case f != nil && f.Kind == tocsin.KindOutlook:
		e.add(f)
	case e.lookedBack(cl):
		if f != nil && f.Kind == tocsin.KindEvent {
			f.Degree = cmp.Or(f.Degree, "possible")
		}
		e.add(f)
	case len(cl.Modals) > 0 && e.looksAhead(cl) || rd.Future:
		e.outlook(ci, f)
	default:
		if f != nil {
			e.inherit(f, cl)
		}
		e.add(f)
	}
}

// looksAhead leaves out the modals that report rather than foretell: "could
// hear", and "would" of habit cannot be told apart and are outlooks here.
func (e *extractor) looksAhead(cl *text.Clause) bool {
	return slices.ContainsFunc(cl.Modals, func(m int) bool {
		switch e.s.Tokens[m].Lemma {
		case "will", "would", "could", "may", "might", "can", "shall", "wo", "ca", "'ll", "'d":
			return true
		}
		return false
	})
}

// lookedBack reports whether a modal speaks of what may have happened: "may have
// abducted the engineer". "Would have" and "could have" speak of what did not.
func (e *extractor) lookedBack(cl *text.Clause) bool {
	have := slices.ContainsFunc(cl.Aux, func(t int) bool { return e.s.Tokens[t].Lemma == "have" })
	return have && slices.ContainsFunc(cl.Modals, func(t int) bool {
		return e.s.Tokens[t].Lemma == "may" || e.s.Tokens[t].Lemma == "might"
	})
}

// frame builds what a clause says, whatever its modality: an event, a tie, an
// aim or a cause; nil where the codebook has no word for it.
func (e *extractor) frame(ci, depth int) *Item {
	if depth > tocsin.MaxFrameDepth {
		return nil
	}
	cl := &e.s.Clauses[ci]
	v := &e.s.Tokens[cl.Verb]
	if g := e.Book.Governs(v.Lemma); g != "" {
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
	particle := ""
	if cl.Particle >= 0 {
		particle = e.s.Tokens[cl.Particle].Lower
	}
	rules := e.Book.Verb(v.Lemma)
	for _, r := range rules {
		if (r.Prep != "" || r.Particle != "") && e.fits(r, m, particle) {
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
	e.fill(it, r, m)
	switch it.Kind {
	case tocsin.KindCause:
		return e.causeItem(ci, it, r, m, depth)
	case tocsin.KindTie, tocsin.KindAim:
		return e.tieOrAim(ci, it, r, m, depth)
	}
	e.spend(it, r, m)
	e.seizedPower(it, r, m)
	if len(it.Actors)+len(it.Recipients)+len(it.Places) == 0 && cl.SubjHow != "own" {
		return nil
	}
	it.Count = e.countOf(it, m)
	preds := []int{cl.Verb}
	if r.Prep == "obj" {
		preds = append(preds, m["obj"]...)
	}
	e.bind(it, preds...)
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

// tieOrAim finishes an item whose other side may be an event: to lead a
// movement is a tie between two; to lead a coup, or to play a part in one, is a
// tie of one actor to an event.
func (e *extractor) tieOrAim(ci int, it *Item, r codebook.Rule, m slots, depth int) *Item {
	cl := &e.s.Clauses[ci]
	for _, s := range r.Slots {
		toParty := s.Role == "content"
		if !toParty && (it.Rel != "leads" || s.Role != "recipient") {
			continue
		}
		for _, tok := range m[s.Name] {
			ev := len(e.Book.Noun(e.s.Tokens[tok].Lemma)) > 0 && !e.canAct(tok)
			if !toParty && !ev || toParty && !ev && it.Kind == tocsin.KindTie {
				continue
			}
			if it.Kind == tocsin.KindTie {
				it.Rel = "party_to"
				it.Value = e.partIn(cl)
			}
			it.Recipients = nil
			it.Content = e.nounContent(tok, depth+1)
			e.oppose(it.Content, e.nounSlots(tok), m)
			break
		}
	}
	e.onlyActors(it)
	if len(it.Actors) == 0 || it.Content == nil && (it.Kind == tocsin.KindAim || len(it.Recipients) == 0 && len(it.Actors) < 2) {
		return nil
	}
	if it.Kind == tocsin.KindTie && it.Rel == "party_to" && it.Content == nil {
		return nil
	}
	e.bind(it, cl.Verb)
	return it
}

// onlyActors keeps a tie between those who can act. What somebody opposes that
// cannot, he refuses: that is an aim.
func (e *extractor) onlyActors(it *Item) {
	if it.Kind != tocsin.KindTie {
		return
	}
	things := slices.Clone(it.Recipients)
	it.Recipients = slices.DeleteFunc(it.Recipients, func(a Arg) bool { return !e.canAct(a.Head) && !(it.Rel == "leads" && e.isPlace(a.Head)) })
	if it.Rel == "opposes" && len(it.Recipients) == 0 && len(things) > 0 {
		it.Kind, it.Rel = tocsin.KindAim, "refuses"
		it.Content = e.nounContent(things[0].Head, 1)
	}
}

// partIn is the part played, where one is named: "a central role".
func (e *extractor) partIn(cl *text.Clause) *tocsin.Value {
	for _, o := range cl.Obj {
		if l := e.s.Tokens[o].Lemma; l == "role" || l == "part" {
			lo, hi := e.s.NP(o)
			lo = e.skipDet(lo, o)
			return &tocsin.Value{Text: e.s.SpanOf(lo, min(hi, o+1)).In(e.Doc.Text)}
		}
	}
	return nil
}

// light makes the event of a noun that a light verb governs: "launched a coup".
func (e *extractor) light(ci int, m slots, particle string, depth int) *Item {
	cl := &e.s.Clauses[ci]
	lemma := e.s.Tokens[cl.Verb].Lemma
	if !e.Book.Light(lemma, particle) {
		return nil
	}
	for _, obj := range m["obj"] {
		rules := e.Book.Noun(e.s.Tokens[obj].Lemma)
		if len(rules) == 0 {
			continue
		}
		it := e.nounItem(obj, rules[0], depth)
		it.Rule, it.Pred = "light "+lemma+" "+it.Rule, cl.Verb
		it.Cover = append(it.Cover, cl.Verb)
		if subj := slices.DeleteFunc(slices.Clone(m["subj"]), func(t int) bool { return !e.canAct(t) }); len(subj) > 0 {
			it.Actors = nil
			for _, t := range subj {
				e.fillOne(it, "actor", t)
			}
		}
		for slot, toks := range m {
			if role := rules[0].Role(slot); role != "" && slot != "subj" && slot != "obj" {
				for _, t := range toks {
					e.fillOne(it, role, t)
				}
			}
		}
		it.Outcome = lightOutcome(lemma)
		e.takePurpose(it, ci)
		e.bind(it, cl.Verb, obj)
		e.spent[obj] = true
		return it
	}
	return nil
}

func lightOutcome(lemma string) string {
	switch lemma {
	case "launch", "begin", "start", "stage", "mount", "continue", "resume":
		return "under_way"
	case "attempt", "plan":
		return "attempted"
	}
	return ""
}

// takePurpose gives an event the recipient that its purpose names where the
// purpose is the same act: "launched a coup to depose the president".
func (e *extractor) takePurpose(it *Item, ci int) {
	for k := range e.s.Clauses {
		p := &e.s.Clauses[k]
		if k == ci || p.Mark != "to" || p.Kind != "advcl" && p.Kind != "acl" && p.Kind != "xcomp" {
			continue
		}
		if h := e.s.Tokens[p.Verb].Head; h != it.Pred && !slices.Contains(it.Cover, h) {
			continue
		}
		f := e.frameOfPurpose(k)
		if f == nil || f.Act != it.Act || it.Act == "" {
			continue
		}
		it.Recipients = append(it.Recipients, f.Recipients...)
		it.Cover = append(it.Cover, f.Cover...)
		e.done[k] = true
	}
}

// frameOfPurpose builds the frame of an infinitive whose doer is understood.
func (e *extractor) frameOfPurpose(k int) *Item {
	p := &e.s.Clauses[k]
	m := e.clauseSlots(p)
	for _, r := range e.Book.Verb(e.s.Tokens[p.Verb].Lemma) {
		if e.fits(r, slots{"obj": m["obj"]}, "") && r.Frame.Kind == tocsin.KindEvent {
			it := e.new("purpose "+r.Word, r.Frame.Kind, p.Verb)
			it.Act, it.Mode = r.Frame.Act, r.Frame.Mode
			e.fill(it, r, m)
			return it
		}
	}
	return nil
}

// outlookOf wraps a frame, or the clause itself, as what may come.
func (e *extractor) outlook(ci int, f *Item) {
	cl := &e.s.Clauses[ci]
	if len(cl.Subj) == 0 && f == nil {
		return
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
	e.add(it)
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
		if e.canAct(t) {
			it.Recipients = append(it.Recipients, e.arg(t))
		}
		it.Cover = append(it.Cover, t)
	}
	lo, hi := e.predicate(cl)
	it.Cover = append(it.Cover, min(lo, e.startOf(cl)), hi-1)
	e.bind(it, cl.Verb)
	return it
}

// asked reports whether the reading or the mark of a clause makes it a question.
func asked(cl *text.Clause, rd hedge.Reading) bool { return cl.Mark == "whether" || rd.Asked }
