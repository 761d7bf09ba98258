package act

import (
	"slices"

	"tocsin"
	"tocsin/read/text"
)

// governed handles a verb or adjective whose complement says what is begun,
// tried, wanted, refused or expected.
func (e *extractor) governed(ci int, g string, depth int) *Item {
	cl := &e.s.Clauses[ci]
	cc := e.complement(cl)
	switch g {
	case "seeks", "refuses", "offers":
		return e.aim(ci, g, cc, depth)
	}
	if cc < 0 {
		return nil
	}
	if g == "expects" {
		if !e.awaited(cl, cc) {
			return nil
		}
		if e.whTo(&e.s.Clauses[cc]) {
			return nil
		}
		it := e.new("expects", tocsin.KindOutlook, e.s.Clauses[cc].Verb)
		it.Content = e.content(cc, depth+1)
		e.spellOut(it.Content, cl)
		it.Actors = it.Content.Actors
		it.Cover = append(it.Cover, cl.Verb)
		it.Cover = append(it.Cover, it.Content.Cover...)
		return it
	}
	if g == "stops" {
		return nil
	}
	it := e.frame(cc, depth)
	e.done[cc] = true
	if it == nil {
		return nil
	}
	it.Cover = append(it.Cover, cl.Verb)
	it.Rule = g + " " + it.Rule
	e.shareSubject(it, cl, cc)
	switch g {
	case "begins", "continues":
		if it.Kind == tocsin.KindEvent {
			it.Outcome = "under_way" // "remains ready to mediate" has begun nothing
		}
	case "attempts":
		it.Outcome, it.Pred = "attempted", cl.Verb
	case "fails":
		if it.Outcome = "failed"; !e.withTo(&e.s.Clauses[cc]) {
			return nil // "failing that, they would kill him"
		}
	case "agrees":
		if it.Act == "negotiation" && e.assess(cl.Verb).Certainty.Polarity == "is_not" || e.assess(e.s.Clauses[cc].Verb).Shunned {
			return nil // who has not agreed to talk of peace may well talk; "agreed not to arrest them"
		}
		it.Outcome, it.Pred = "agreed", cl.Verb
	case "succeeds":
		it.Outcome = "succeeded"
	}
	e.bind(it, cl.Verb)
	return it
}

// awaited reports whether a word of expectation surely governs the clause that the
// tree puts under it: an infinitive that has a "to" of its own, or a clause with a
// modal, of which somebody or something is expected.
func (e *extractor) awaited(cl *text.Clause, cc int) bool {
	c := &e.s.Clauses[cc]
	if e.compared(cl.Verb) {
		return false // "voters are more likely to trust her": a leaning, not a forecast
	}
	if c.Verb < cl.Verb || !e.withTo(c) && len(c.Modals) == 0 || !e.whole(cl) {
		return false
	}
	if len(cl.Subj) == 0 {
		return cl.Cop < 0
	}
	switch e.s.Tokens[cl.Subj[0]].Lemma {
	case "day", "night", "evening", "morning", "week", "month", "year", "hour", "time":
		return false // "the day before voting was due to begin"
	}
	return !e.isTime(cl.Subj[0])
}

// compared reports whether a word stands behind "more", "less" or "as".
func (e *extractor) compared(tok int) bool {
	for t := tok - 1; t >= max(0, tok-2); t-- {
		switch e.s.Tokens[t].Lower {
		case "more", "less", "as", "likelier", "most", "least":
			return true
		}
	}
	return false
}

// spellOut makes what is expected a whole clause where the codebook has no word for
// it: with the subject of the word of expectation, and no further than the comma
// behind which another clause begins.
func (e *extractor) spellOut(it *Item, cl *text.Clause) {
	if it.Rule != "clause" {
		return
	}
	if len(it.Actors) == 0 && len(cl.Subj) > 0 && cl.SubjHow == "own" {
		lo, _ := e.s.NP(cl.Subj[0])
		it.Cover = append(it.Cover, lo)
	}
	hi := slices.Max(it.Cover)
	for t := it.Pred + 1; t < hi; t++ {
		if e.s.Tokens[t].Text != "," {
			continue
		}
		switch n := &e.s.Tokens[t+1]; n.UPOS {
		case "NOUN", "PROPN", "DET", "PRON":
			if n.XPOS != "WDT" && n.XPOS != "WP" {
				it.Cover = slices.DeleteFunc(it.Cover, func(c int) bool { return c >= t })
				it.Cover = append(it.Cover, t-1)
				return
			}
		}
	}
}

// shareSubject gives the complement's item the doer of the governing verb where
// the parser left it none.
func (e *extractor) shareSubject(it *Item, cl *text.Clause, cc int) {
	if len(it.Actors) > 0 || it.Kind != tocsin.KindEvent || e.s.Clauses[cc].Passive {
		return
	}
	subj := cl.Subj
	if cl.Passive || len(cl.Obj) > 0 {
		return
	}
	for _, t := range subj {
		if !hasHead(it.Recipients, t) { // "tried to flee": they are those displaced
			e.fillOne(it, "actor", t)
		}
	}
}

// complement returns the clause that a clause takes as complement, -1 for none.
func (e *extractor) complement(cl *text.Clause) int {
	for _, c := range cl.Comp {
		switch k := &e.s.Clauses[c]; k.Mark {
		case "until", "till", "once", "when", "while", "after", "before", "if", "unless", "because", "since", "as", "by":
			continue // "continue until they leave": their leaving is not continued
		default:
			if (k.Kind == "xcomp" || k.Kind == "ccomp") && !(e.s.Tokens[k.Verb].UPOS == "NOUN" && k.Cop < 0 && len(cl.Obj) > 0) {
				return c
			}
		}
	}
	return -1
}

// content builds the nested frame of a complement clause and takes the clause
// out of the list of clauses that speak for themselves.
func (e *extractor) content(ci, depth int) *Item {
	e.done[ci] = true
	if f := e.frame(ci, depth); f != nil {
		return f
	}
	return e.generic(ci)
}

// aim makes what somebody wants, refuses or offers.
func (e *extractor) aim(ci int, rel string, cc, depth int) *Item {
	cl := &e.s.Clauses[ci]
	it := e.new("aim "+rel, tocsin.KindAim, cl.Verb)
	it.Rel = rel
	subj := e.surely(cl)
	if cl.Passive {
		subj = cl.Agent
	}
	for _, t := range subj {
		e.fillOne(it, "actor", t)
	}
	if len(it.Actors) == 0 || depth >= tocsin.MaxFrameDepth || e.fewOnly(it) || e.isSite(it.Actors) {
		return nil
	}
	if rd := e.assess(cl.Verb); e.ought(cl) || e.opensWh(cl) || e.whBefore(cl) || e.unspoken(cl.Verb) || rd.Asked && rd.Certainty.Polarity == "unknown" {
		return nil // "must be ready to act", "who wants war?"
	}
	if !e.whole(cl) || e.afar(cl) {
		for _, t := range cl.Obj {
			e.spent[t] = true // whoever offers it
		}
		return nil
	}
	if rel == "seeks" && e.intends(cl) {
		it.Rel = "intends"
	}
	if cc >= 0 && len(cl.Obj) > 0 && e.afterthought(cc) {
		e.done[cc], cc = true, -1 // "wants independence for Bali, a province of"
	}
	if cc < 0 && rel == "seeks" && len(cl.Obj) == 1 {
		cc = e.wantedOf(cl)
	}
	switch {
	case cc >= 0 && rel == "seeks" && e.assess(e.s.Clauses[cc].Verb).Shunned:
		return nil
	case cc >= 0 && e.impersonal(cc):
		return nil // "promised that there will be no witch hunt"
	case cc >= 0:
		it.Content = e.content(cc, depth+1)
		if in := &e.s.Clauses[cc]; it.Content.Kind == tocsin.KindEvent && (len(it.Content.Actors) == 0 || in.SubjHow == "controlled" && in.Mark == "to" && !hasHead(it.Content.Actors, it.Actors[0].Head)) && len(cl.Obj) == 0 && !cl.Passive && !in.Passive {
			it.Content.Actors = it.Actors
		}
	case len(cl.Obj) > 0 && rel == "seeks" && e.canAct(cl.Obj[0]) && len(e.Book.Noun(e.s.Tokens[cl.Obj[0]].Lemma)) == 0:
		return nil // "wants all troops": home, but the tree has lost it
	case len(cl.Obj) > 0 && rel == "offers" && !e.offerable(cl.Obj[0]):
		return nil // "did not offer details"
	case len(cl.Obj) > 0 && (e.s.Tokens[cl.Obj[0]].UPOS == "PRON" || it.Rel == "intends" && e.s.Tokens[cl.Verb].Lemma == "prepare" && len(e.Book.Noun(e.s.Tokens[cl.Obj[0]].Lemma)) == 0):
		return nil // "what Washington wants is", "is preparing a new landscape"
	case len(cl.Obj) > 0 && it.Rel == "intends" && len(e.Book.Noun(e.s.Tokens[cl.Obj[0]].Lemma)) == 0 && !e.offerable(cl.Obj[0]):
		return nil // "has pledged loyalty"
	case len(cl.Obj) > 0:
		it.Content = e.nounContent(cl.Obj[0], depth+1)
	default:
		return nil
	}
	it.Cover = append(it.Cover, it.Content.Cover...)
	e.bind(it, cl.Verb)
	return it
}

// whBefore reports whether a question word stands right before the subject of a clause:
// "what they do not want to hear", "declined to say whom he plans to meet".
func (e *extractor) whBefore(cl *text.Clause) bool {
	if len(cl.Subj) == 0 || cl.SubjHow != "own" {
		return false
	}
	lo, _ := e.s.NP(cl.Subj[0])
	if lo == 0 {
		return false
	}
	switch e.s.Tokens[lo-1].Lower {
	case "what", "who", "whom", "how", "why", "whatever", "whoever":
		return true
	}
	return false
}

// afterthought reports whether what the tree takes for a complement is a noun phrase behind
// a comma.
func (e *extractor) afterthought(cc int) bool {
	c := &e.s.Clauses[cc]
	lo, _ := e.s.NP(c.Verb)
	return e.s.Tokens[c.Verb].UPOS == "NOUN" && c.Cop < 0 && c.Mark == "" && lo > 0 && e.s.Tokens[lo-1].Text == ","
}

// afar reports whether what the tree takes for the object of a verb stands before
// it behind a comma: in "the Front, a league opposed to X" nobody opposes the Front.
func (e *extractor) afar(cl *text.Clause) bool {
	if len(cl.Obj) == 0 {
		return false
	}
	if cl.Obj[0] > cl.Verb {
		return e.s.Tokens[cl.Verb+1].Text == "," // "he hopes, Bush 45"
	}
	_, hi := e.s.NP(cl.Obj[0])
	return hi < cl.Verb && e.s.Tokens[hi].Text == "," && e.s.Tokens[hi+1].XPOS != "WDT"
}

// wantedOf returns the infinitive that the tree hangs on the object of a verb of
// wanting, or beside it: in "want the mission to stay" its staying is wanted, not
// the mission. -1 for none.
func (e *extractor) wantedOf(cl *text.Clause) int {
	for k := range e.s.Clauses {
		c := &e.s.Clauses[k]
		h := e.s.Tokens[c.Verb].Head
		if c.Mark == "to" && (c.Kind == "acl" && h == cl.Obj[0] && (e.canAct(h) || e.s.Tokens[cl.Verb].Lemma == "want") || c.Kind == "advcl" && h == cl.Verb) && c.Verb > cl.Obj[0] &&
			len(e.Book.Noun(e.s.Tokens[cl.Obj[0]].Lemma)) == 0 {
			if c.SubjHow == "controlled" || len(c.Subj) == 0 {
				c.Subj, c.SubjHow = []int{cl.Obj[0]}, "controlled"
			}
			return k
		}
	}
	return -1
}

// offerable reports whether a thing offered is an act, not words.
func (e *extractor) offerable(tok int) bool {
	switch l := e.s.Tokens[tok].Lemma; l {
	case "help", "support", "assistance", "aid", "troops", "troop", "money", "amnesty", "protection", "refuge", "asylum", "reward":
		return true
	default:
		return len(e.Book.Noun(l)) > 0
	}
}

// intends tells a plan from a wish.
func (e *extractor) intends(cl *text.Clause) bool {
	switch e.s.Tokens[cl.Verb].Lemma {
	case "intend", "plan", "aim", "prepare", "vow", "pledge", "promise":
		return true
	}
	return false
}

// cutRelative ends a phrase where a relative clause inside it begins.
func (e *extractor) cutRelative(from, hi int) int {
	for t := from + 1; t < hi; t++ {
		if e.s.Tokens[t].Rel == "acl:relcl" {
			if lo, _ := e.s.Subtree(t); lo > from {
				return lo
			}
		}
	}
	return hi
}

// phrase is the whole noun phrase of a head with what follows it, but without
// its relative clauses.
func (e *extractor) phrase(tok int) (lo, hi int) {
	lo, hi = e.s.NP(tok)
	for _, c := range e.s.Children(tok) {
		if t := &e.s.Tokens[c]; t.Rel == "nmod" && c > tok {
			_, h := e.s.Subtree(c)
			hi = max(hi, e.cutClause(tok, h))
		}
	}
	return lo, hi
}

// cutClause ends a phrase where a clause inside it begins.
func (e *extractor) cutClause(from, hi int) int {
	for t := from; t < hi; t++ {
		switch e.s.Tokens[t].Rel {
		case "acl:relcl", "acl", "advcl", "parataxis":
			lo, _ := e.s.Subtree(t)
			if lo > from {
				for lo > from+1 && e.s.Tokens[lo-1].UPOS == "PUNCT" {
					lo--
				}
				return lo
			}
		}
	}
	return hi
}
