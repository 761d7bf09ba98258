package act

import (
	"slices"

	"tocsin"
	"tocsin/codebook"
	"tocsin/read/says"
	"tocsin/read/text"
)

// causeItem makes a cause of a rule with an effect: the effect is the content,
// the cause the condition.
func (e *extractor) causeItem(ci int, it *Item, r codebook.Rule, m slots, depth int) *Item {
	cl := &e.s.Clauses[ci]
	var from, to []int
	for _, s := range r.Slots {
		switch s.Role {
		case "cause":
			from = append(from, m[s.Name]...)
		case "effect":
			to = append(to, m[s.Name]...)
		}
	}
	if len(from) == 0 || len(to) == 0 {
		return nil
	}
	if e.noCause(cl, r, from[0], to[0]) {
		e.spent[to[0]] = e.spent[to[0]] || e.unproven(cl, from[0])
		return nil
	}
	lo, hi := e.phrase(e.antecedent(from[0]))
	if e.s.Tokens[lo].XPOS == "VBG" {
		return nil // "claiming attacks that cause deaths": not the claiming
	}
	if e.hangsOnDoing(cl) && (cl.SubjHow == "controlled" || cl.SubjHow == "shared") && cl.Mark == "" && from[0] < cl.Verb && e.s.Tokens[cl.Verb].XPOS == "VBG" {
		// "X went to Y, fuelling fears": that he went did it, not he.
		for hi = cl.Verb; hi > lo+1 && (e.s.Tokens[hi-1].UPOS == "PUNCT" || e.s.Tokens[hi-1].UPOS == "ADV"); {
			hi--
		}
	}
	span := e.s.SpanOf(lo, hi)
	it.Condition = &tocsin.Condition{Text: span.In(e.Doc.Text), Span: span, Kind: "because"}
	it.Cover = append(it.Cover, lo, hi-1)
	effect := to[0]
	if l := e.s.Tokens[effect].Lemma; l == "question" || l == "doubt" || e.saidBefore(lo, hi) {
		return nil
	}
	if e.Book.Ahead(e.s.Tokens[effect].Lemma) {
		it.Kind, it.Degree = tocsin.KindOutlook, "possible"
		it.Pred = cl.Verb
		if of := e.nounSlots(effect)["of"]; len(of) > 0 {
			it.Cover = append(it.Cover, effect)
			effect = of[0]
		}
	}
	verb := r.Role("obj") == "effect" && changes(r.Word)
	it.Actors, it.Recipients = nil, nil
	it.Content = e.nounContent(effect, depth+1)
	if e.Book.Ahead(e.s.Tokens[effect].Lemma) {
		_, hi := e.s.Subtree(effect)
		it.Content.Cover = append(it.Content.Cover, e.cutRelative(effect, hi)-1)
	}
	if verb {
		it.Content.Cover = append(it.Content.Cover, cl.Verb)
	}
	it.Cover = append(it.Cover, it.Content.Cover...)
	e.bind(it, cl.Verb)
	e.endWith(it, e.nextClause(cl.Verb, len(e.s.Tokens)))
	return it
}

// endWith takes from an item and its content what stands at token end or behind it:
// "caused a fire, and the other shell fell short".
func (e *extractor) endWith(it *Item, end int) {
	for ; it != nil; it = it.Content {
		it.Cover = slices.DeleteFunc(it.Cover, func(t int) bool { return t >= end })
		it.Places = slices.DeleteFunc(it.Places, func(p Spot) bool { return e.Where[p.Index].Lo >= end })
	}
}

// saidBefore reports a cue in [lo, hi) whose content stands before it: in "rebels came,
// police said, prompting protests" the saying prompted nothing.
func (e *extractor) saidBefore(lo, hi int) bool {
	return slices.ContainsFunc(e.Says, func(a says.Attribution) bool {
		return a.Sent == e.sent && a.CueTok >= lo && a.CueTok < hi && a.Lo < a.CueTok
	})
}

// noCause reports whether a clause that reads like a cause is none.
func (e *extractor) noCause(cl *text.Clause, r codebook.Rule, from, to int) bool {
	t, of := &e.s.Tokens[from], e.antecedent(from)
	switch {
	case e.s.Tokens[of].Lower == "those" || t.Lower == "anyone":
		return true // "those who undermine peace" have not been said to do so
	case !e.whole(cl) || e.unproven(cl, from):
		return true
	case e.isPlace(from) || e.isPlace(to) || !e.isNominal(of):
		return true
	case e.s.Tokens[cl.Verb].XPOS == "VBG" && to == cl.Verb+1 && cl.Verb > 0 && (e.s.Tokens[cl.Verb-1].UPOS == "VERB" || e.s.Tokens[cl.Verb-1].UPOS == "ADP" || e.s.Tokens[cl.Verb-1].UPOS == "CCONJ"):
		return true // "cited worsening insecurity", "amid worsening violence"
	case t.UPOS == "PRON" && of == from && t.Lower != "this" && t.Lower != "that" && t.Lower != "it":
		return true // "they were trying to weaken the defences": somebody's doing
	case slices.ContainsFunc(e.Says, func(a says.Attribution) bool { return a.Sent == e.sent && a.SourceHead == from }):
		return true // "the senator noted that anger, coupled with hunger, is fuelling": who notes it does not
	case r.Word == "lead" && leadsSomewhere(e.s.Tokens[of].Lemma):
		return true // "roads leading to the palace"
	case r.Word == "intensify" && e.canAct(from):
		return true // "forces have intensified the bombardment": they did it
	case slices.ContainsFunc(cl.Comp, func(k int) bool { return e.s.Clauses[k].Kind == "xcomp" }):
		return true // "causing glass to shatter"
	}
	return e.s.Tokens[to].UPOS == "PRON" || e.canAct(to) && !changes(r.Word) // "prompting hundreds of followers to leave"
}

// unproven reports whether a participle tells what a thing would lead to that has
// not been said to be: "a reward for information leading to his capture".
func (e *extractor) unproven(cl *text.Clause, from int) bool {
	return cl.Kind == "acl" && e.s.Tokens[cl.Verb].XPOS == "VBG" && len(e.Book.Noun(e.s.Tokens[e.antecedent(from)].Lemma)) == 0
}

// hangsOnDoing reports whether a participle speaks of what the clause above says,
// itself or through the participle it is coordinated with.
func (e *extractor) hangsOnDoing(cl *text.Clause) bool {
	for cl.Kind == "conj" && cl.Parent >= 0 {
		cl = &e.s.Clauses[cl.Parent]
	}
	return cl.Kind == "advcl"
}

// changes reports whether the effect is what the verb does to its object, so
// that the verb belongs to the effect: "undermine efforts", not "cause a war".
func changes(verb string) bool {
	switch verb {
	case "undermine", "weaken", "worsen", "exacerbate", "fuel", "intensify", "destabilise", "destabilize":
		return true
	}
	return false
}

// leadsSomewhere reports whether a thing leads to places, not to effects.
func leadsSomewhere(lemma string) bool {
	switch lemma {
	case "road", "street", "path", "route", "highway", "bridge", "corridor", "stair", "staircase", "tunnel", "door", "gate", "track", "lane", "avenue", "pipeline", "trail":
		return true
	}
	return false
}
