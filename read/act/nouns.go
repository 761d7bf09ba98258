package act

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/codebook"
	"tocsin/read/text"
)

// eventNouns makes the events of nouns that no verb used: "demonstrations in
// Bamako", "the killing of two aid workers". A bare "the coup" only refers back
// and makes nothing: a noun has to bring a doer, a recipient, a place, a time or
// a count of its own.
func (e *extractor) eventNouns() {
	for tok := range e.s.Tokens {
		t := &e.s.Tokens[tok]
		if e.attempted(tok) {
			continue
		}
		if t.UPOS != "NOUN" || e.spent[tok] || t.Rel == "compound" || e.insideName(tok) || e.isClause(tok) {
			continue
		}
		rules := e.Book.Noun(t.Lemma)
		if len(rules) == 0 || e.copied(tok) || e.figuredNoun(tok) {
			continue
		}
		if e.planned(tok) || e.pending(tok) || e.unannounced(tok) || e.perhaps(tok) || e.notYet(tok) || e.ended(tok) || e.toTakePlace(tok) || e.ofMistaken(tok) {
			continue
		}
		if e.demandedOf(tok) || e.lifted(tok) || e.ofAlleged(tok) || e.revenge(tok) || e.underModal(tok) || e.underIf(tok) || e.concessive(tok) {
			continue
		}
		if e.mayCome(tok, rules[0]) || e.soughtFor(tok) {
			continue
		}
		rd := e.assess(tok)
		if rd.Hypothetical || rd.Counter || rd.Asked || rd.Future || rd.Purpose || e.underAhead(tok) {
			continue
		}
		if rd.Certainty.Polarity != "is" && e.hasPart(tok) {
			continue // "denied that its men took part in killings": not the killings
		}
		if rd.Certainty.Polarity == "is_not" && e.notLess(tok) {
			continue
		}
		it := e.nounItem(tok, rules[0], 0)
		e.takePurpose(it, -1)
		e.outcomeOf(it, tok)
		if e.aheadOf(tok) || (it.When < 0 || e.When[it.When].When.From.IsZero() && e.When[it.When].When.To.IsZero()) && e.runUp(tok) {
			continue
		}
		told := len(it.Actors)+len(it.Recipients) > 0 || len(it.Places) > 0 && !it.guessed || it.When >= 0 || it.Count != nil || it.Outcome == "failed" || it.Outcome == "succeeded"
		if e.meets(it, tok) || e.ofVerdict(it, tok) || e.onlyWords(it) || e.unfitNoun(it, tok, rules[0]) {
			continue
		}
		if !e.foiled(it, tok) && !told || slices.Contains(rules[0].Need, "when") && it.When < 0 || slices.Contains(rules[0].Need, "of") && len(e.nounSlots(tok)["of"]) == 0 {
			continue
		}
		e.foiled(it, tok)
		e.add(it)
	}
}

// attempted makes the event of "a coup attempt in Khartoum", whose event noun
// stands before the noun that bears its place and time.
func (e *extractor) attempted(tok int) bool {
	t := &e.s.Tokens[tok]
	if t.Rel != "compound" || t.Head < 0 || e.insideName(tok) {
		return false
	}
	rules := e.Book.Noun(t.Lemma)
	if l := e.s.Tokens[t.Head].Lemma; len(rules) == 0 || l != "attempt" && l != "bid" {
		return false
	}
	rd := e.assess(t.Head)
	if rd.Hypothetical || rd.Counter || rd.Asked || rd.Future || rd.Purpose || e.underAhead(t.Head) {
		return false
	}
	it := e.nounItem(t.Head, rules[0], 0)
	it.Cover = append(it.Cover, tok)
	it.Outcome = "attempted"
	e.outcomeOf(it, t.Head)
	if e.foiled(it, t.Head) || len(it.Actors)+len(it.Recipients)+len(it.Places) > 0 || it.When >= 0 {
		e.add(it)
	}
	return true
}

// foiled sets the outcome of an event that somebody foiled. He is no doer of it.
func (e *extractor) foiled(it *Item, tok int) bool {
	for ci := range e.s.Clauses {
		cl := &e.s.Clauses[ci]
		of := cl.Obj
		if cl.Passive {
			of = cl.Subj
		}
		if (e.Book.Foil(e.s.Tokens[cl.Verb].Lemma) && slices.Contains(of, tok)) || cl.Cop >= 0 && e.Book.Foil(strings.TrimSuffix(e.s.Tokens[cl.Verb].Lower, "ed")) && slices.Contains(cl.Subj, tok) {
			if it.Outcome = "failed"; e.s.Tokens[cl.Verb].XPOS == "VBG" {
				it.Outcome = "" // "was repelling an assault": it goes on
			}
			if cl.Neg < 0 {
				it.Polarity = "is" // it was tried
			}
			it.Cover = append(it.Cover, cl.Verb)
			e.bind(it, tok, cl.Verb)
			return true
		}
	}
	return false
}

// isClause reports whether the token is the predicate of a clause, whose rules
// have seen it.
func (e *extractor) isClause(tok int) bool {
	return slices.ContainsFunc(e.s.Clauses, func(c text.Clause) bool { return c.Verb == tok && c.Cop < 0 })
}

// insideName reports whether the token is part of a name or of somebody's
// description rather than the head of its own phrase: "the June 5 Movement",
// "the coup leader".
func (e *extractor) insideName(tok int) bool {
	for _, k := range e.Who.In(e.sent) {
		if m := &e.Who.Mentions[k]; m.Lo <= tok && tok < m.Hi && m.How == "named" {
			return true
		}
	}
	return false
}

// nounItem makes the event of an event noun with its own modifiers.
func (e *extractor) nounItem(tok int, r codebook.Rule, depth int) *Item {
	it := e.new("noun "+r.Word, tocsin.KindEvent, tok)
	it.Act, it.Mode = r.Frame.Act, r.Frame.Mode
	m := e.nounSlots(tok)
	if len(m["by"]) == 0 {
		// "the killing of two priests by bandits": the tree may hang the bandits
		// on the priests.
		for _, of := range m["of"] {
			m["by"] = append(m["by"], e.nounSlots(of)["by"]...)
		}
	}
	owners := e.doersOfNoun(r, m)
	e.fill(it, r, m)
	for _, t := range owners {
		e.fillOne(it, "actor", t)
	}
	if r.Role("of") == "recipient" && len(m["of"]) == 0 {
		e.swapOf(it, m["by"])
	}
	lo, _ := e.s.NP(tok)
	it.Cover = append(it.Cover, lo)
	e.modActors(it, tok, r)
	it.Actors = slices.DeleteFunc(it.Actors, func(a Arg) bool {
		t := &e.s.Tokens[a.Head]
		return a.Head < tok && t.Head == tok && t.Is("compound", "amod", "nmod:desc") && t.UPOS == "PROPN" && (!e.knownBody(a) || e.besideNoun(a.Hi, tok))
	})
	e.oppose(it, m, nil)
	e.ledBy(it, tok)
	it.Count = e.countOf(it, m)
	e.bind(it, tok)
	return it
}

// doersOfNoun takes out of the slots of a noun the owner who did it, where another
// suffers it: "the army's killing of three aid workers".
func (e *extractor) doersOfNoun(r codebook.Rule, m slots) []int {
	if r.Role("poss") != "recipient" || r.Role("of") != "recipient" || len(m["of"]) == 0 {
		return nil
	}
	owners := m["poss"]
	delete(m, "poss")
	if len(m["by"]) > 0 {
		return nil
	}
	return owners
}

// swapOf gives "the arrest by troops of a student" its recipient, whom the tree
// may hang on the doers.
func (e *extractor) swapOf(it *Item, by []int) {
	for _, b := range by {
		of := e.nounSlots(b)["of"]
		for i := range it.Actors {
			if a := &it.Actors[i]; a.Head == b && len(of) > 0 && (e.s.Tokens[b].XPOS != "NN" || e.s.Tokens[b].Lemma == "police") {
				lo, _ := e.s.NP(of[0])
				a.Hi = min(a.Hi, max(lo-1, b+1))
				e.fillOne(it, "recipient", of[0])
			}
		}
	}
}

// modActors reads the doers from what stands before the noun: "a French and
// United Nations military withdrawal", "rebel attacks". A capitalised run is one
// doer, and "and" parts two.
func (e *extractor) modActors(it *Item, tok int, r codebook.Rule) {
	if r.Role("mod") != "actor" || slices.ContainsFunc(it.Actors, func(a Arg) bool { return a.Head > tok }) {
		return
	}
	lo, _ := e.s.NP(tok)
	var runs []Arg
	for k := lo; k < tok; k++ {
		t := &e.s.Tokens[k]
		named := (t.UPOS == "PROPN" || t.UPOS == "ADJ" || t.UPOS == "NOUN") && isUpper(t.Text) && k > 0 && !e.isTime(k) && t.Rel != "nmod:poss"
		if !named || k+1 < tok && (e.s.Tokens[k+1].XPOS == "POS" || e.s.Tokens[k+1].Text == "-") || t.UPOS == "ADJ" && isUpper(e.s.Tokens[tok].Text) {
			continue // "Russian-backed"; "New Raids", where all is in capitals
		}
		if n := len(runs); n > 0 && runs[n-1].Hi == k {
			runs[n-1].Hi, runs[n-1].Head = k+1, k
		} else {
			runs = append(runs, Arg{Head: k, Lo: k, Hi: k + 1})
		}
	}
	runs = slices.DeleteFunc(runs, func(a Arg) bool {
		return e.s.Tokens[a.Head].UPOS != "ADJ" && (!e.knownBody(a) || e.besideNoun(a.Hi, tok))
	})
	if len(runs) == 0 {
		return
	}
	it.Actors = slices.DeleteFunc(it.Actors, func(a Arg) bool { return a.Head < tok })
	it.Actors = append(it.Actors, runs...)
}

// besideNoun reports whether another noun stands between a name and an event noun:
// the name may be that noun's, "RMG wage protests".
func (e *extractor) besideNoun(lo, hi int) bool {
	return lo < hi && slices.ContainsFunc(e.s.Tokens[lo:hi], func(t text.Token) bool { return t.UPOS == "VERB" || t.UPOS == "NOUN" })
}

// knownBody reports whether a name before an event noun is somebody's: "the San
// Bernardino attacks" were not made by San Bernardino.
func (e *extractor) knownBody(a Arg) bool {
	m, ok := e.Who.At(e.sent, a.Head)
	return ok && m.Type != "person" && m.Type != "unknown" && m.Type != "place" && m.Type != "thing" && !e.isPlace(a.Head)
}

func isUpper(s string) bool { return s != "" && s[0] >= 'A' && s[0] <= 'Z' }

// oppose reads "protests in opposition to the president" from the noun's slots;
// others are those of the clause, where the tree hung the "to" on the verb.
func (e *extractor) oppose(it *Item, m, others slots) (opposed bool) {
	for _, tok := range slices.Concat(m["in"], others["in"]) {
		if l := e.s.Tokens[tok].Lemma; l != "opposition" && l != "protest" {
			continue
		}
		own := e.nounSlots(tok)
		to := slices.Concat(own["to"], own["against"])
		if len(to) == 0 {
			to = slices.DeleteFunc(slices.Clone(others["to"]), func(t int) bool { return t < tok })
		}
		for _, t := range to {
			e.fillOne(it, "recipient", t)
			opposed = true
		}
	}
	return opposed
}

// ledBy reads the doer of "demonstrations led by a preacher", "attacks carried
// out by rebels" from the participle behind the noun.
func (e *extractor) ledBy(it *Item, tok int) {
	for ci := range e.s.Clauses {
		cl := &e.s.Clauses[ci]
		if e.s.Tokens[cl.Verb].Head != tok || !cl.Passive || cl.Kind != "acl" && cl.Kind != "relcl" {
			continue
		}
		lemma := e.s.Tokens[cl.Verb].Lemma
		if !e.Book.Light(lemma, "") && !slices.Contains([]string{"lead", "organise", "organize", "claim", "blame"}, lemma) {
			continue
		}
		if lemma == "claim" || lemma == "blame" {
			continue
		}
		for _, a := range cl.Agent {
			e.fillOne(it, "actor", a)
		}
	}
}

// outcomeOf reads how an event went from the verb it is subject of:
// "negotiations have failed", "the coup succeeded", "fighting continued".
func (e *extractor) outcomeOf(it *Item, tok int) {
	for ci := range e.s.Clauses {
		cl := &e.s.Clauses[ci]
		if !slices.Contains(cl.Subj, tok) {
			continue
		}
		switch e.s.Tokens[cl.Verb].Lemma {
		case "fail", "collapse", "founder":
			it.Outcome = "failed"
		case "break":
			if cl.Particle >= 0 && e.s.Tokens[cl.Particle].Lower == "down" {
				it.Outcome = "failed" // "a truce broke down"
			}
		case "succeed":
			it.Outcome = "succeeded"
		case "continue", "resume", "persist":
			it.Outcome = "under_way"
		case "occur", "happen", "take", "follow", "erupt", "begin", "start":
			// "took place in April": when and where the event was.
		default:
			continue
		}
		it.Cover = append(it.Cover, cl.Verb)
		e.bind(it, tok, cl.Verb)
	}
	switch e.modLemma(tok) {
	case "failed", "abortive", "foiled":
		it.Outcome = "failed"
	case "attempted":
		it.Outcome = "attempted"
	case "successful":
		it.Outcome = "succeeded"
	}
}

// modLemma returns the first adjective before a noun, lower case.
func (e *extractor) modLemma(tok int) string {
	for _, c := range e.s.Children(tok) {
		if e.s.Tokens[c].Rel == "amod" {
			return e.s.Tokens[c].Lower
		}
	}
	return ""
}

// nounContent is the nested frame of a noun: its event where it is an event
// noun, else something without a name in the codebook.
func (e *extractor) nounContent(tok, depth int) *Item {
	if rules := e.Book.Noun(e.s.Tokens[tok].Lemma); len(rules) > 0 && !e.figuredNoun(tok) {
		it := e.nounItem(tok, rules[0], depth)
		e.spent[tok] = true
		return it
	}
	it := e.new("noun phrase", tocsin.KindEvent, tok)
	it.Act = "other"
	lo, hi := e.phrase(tok)
	it.Cover = append(it.Cover, lo, hi-1)
	if e.canAct(tok) {
		it.Recipients = append(it.Recipients, e.arg(tok))
	}
	e.bind(it, tok)
	return it
}

// skipDet moves the start of a phrase past its determiner.
func (e *extractor) skipDet(lo, head int) int {
	for lo < head && (e.s.Tokens[lo].UPOS == "DET" || e.s.Tokens[lo].UPOS == "PUNCT") {
		lo++
	}
	return lo
}
