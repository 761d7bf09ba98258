package act

import (
	"slices"

	"tocsin"
	"tocsin/codebook"
	"tocsin/read/says"
	"tocsin/read/text"
)

// doersOnly reports whether what is called for is only who should act ("called for
// all parties to talk"), or stands behind another verb ("called those asking for war
// fools").
func (e *extractor) doersOnly(cl *text.Clause, content *Item) bool {
	return content.Rule == "noun phrase" && e.canAct(content.Pred) || content.Pred > cl.Verb &&
		slices.ContainsFunc(e.s.Tokens[cl.Verb+1:content.Pred], func(t text.Token) bool { return t.UPOS == "VERB" && t.XPOS == "VBG" && t.Rel == "acl" })
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
			if m, ok := e.mention(tok); toParty && !ev && it.Kind == tocsin.KindTie && ok && m.How == "named" && isBody(m.Type) {
				// "officers involved in Operation X" belong to a body.
				it.Rel = "member_of"
				it.Recipients = []Arg{e.arg(tok)}
				break
			}
			if !toParty && !ev || toParty && !ev && it.Kind == tocsin.KindTie {
				continue
			}
			if it.Kind == tocsin.KindTie {
				it.Rel = "party_to"
				it.Value = e.partIn(cl)
			}
			it.Recipients = nil
			it.Content = e.nounContent(tok, depth+1)
			opposed := e.oppose(it.Content, e.nounSlots(tok), m)
			e.spent[tok] = false // what it says of its own is an event besides
			if it.Kind == tocsin.KindTie && it.Content.Kind == tocsin.KindEvent && len(it.Content.Actors) == 0 && depth == 0 && it.Value == nil {
				e.heldBy(ci, it, tok, opposed)
			}
			break
		}
	}
	if it.Kind == tocsin.KindAim && (!e.whole(cl) || e.afar(cl) || e.unspoken(cl.Verb) || it.Content != nil && e.doersOnly(cl, it.Content)) {
		return nil
	}
	e.onlyActors(it)
	both := slices.ContainsFunc(r.Slots, func(s codebook.Slot) bool { return s.Role == "both" || s.Name == "obj" && s.Role == "actor" })
	if len(it.Actors) == 0 || it.Content == nil && (it.Kind == tocsin.KindAim || len(it.Recipients) == 0 && !(both && len(it.Actors) > 1)) {
		return nil
	}
	if it.Kind == tocsin.KindTie && it.Rel == "party_to" && it.Content == nil {
		return nil
	}
	e.bind(it, cl.Verb)
	if it.Kind == tocsin.KindTie && (it.Rel == "leads" && e.ledThen(cl, it) || e.unheard(cl)) {
		return nil
	}
	return it
}

// ledThen reports whether somebody led at a time that the text does not tell: "who
// commanded the region's forces at the time" says of nobody whom he leads.
func (e *extractor) ledThen(cl *text.Clause, it *Item) bool {
	return it.When < 0 && !cl.Passive && e.s.Tokens[cl.Verb].XPOS == "VBD" && len(cl.Aux) == 0
}

// unheard reports whether "according to" stands between a subject and its verb and
// nobody is heard: "rebels who according to experts are backed by the army".
func (e *extractor) unheard(cl *text.Clause) bool {
	lo := cl.Verb
	for _, t := range cl.Subj {
		lo = min(lo, t)
	}
	return slices.ContainsFunc(e.s.Tokens[lo:cl.Verb], func(t text.Token) bool { return t.Lower == "according" }) &&
		len(says.For(e.Doc, e.Says, e.sent, cl.Verb)) == 0
}

// onlyBodies keeps of those led or joined what can be led and joined: nobody is a
// member of a person or of other people, and who leads another person is ahead of
// him. Troops, and the people a participle tells of ("officers led by X"), are led.
func (e *extractor) onlyBodies(it *Item) {
	if it.Kind != tocsin.KindTie || it.Rel != "member_of" && it.Rel != "leads" {
		return
	}
	it.Recipients = slices.DeleteFunc(it.Recipients, func(a Arg) bool {
		m, ok := e.Who.At(e.sent, a.Head)
		if !ok {
			return false
		}
		people := m.Type == "people" && (it.Rel == "member_of" || a.Head > it.Pred && !e.Book.Soldiery(e.s.Tokens[a.Head].Lemma) && e.s.Tokens[a.Head].Lower != "forces")
		return m.Type == "person" || m.How == "pronoun" || m.Type == "state" && it.Rel == "member_of" || people // "soldiers joined him"
	})
}

// heldBy makes the event of what somebody organises or stages, with what stands
// against whom: "has organised mass protests in opposition to the president".
// What is only a bare noun refers back and makes nothing.
func (e *extractor) heldBy(ci int, tie *Item, tok int, opposed bool) {
	rd := e.assess(e.s.Clauses[ci].Verb)
	if len(e.s.Clauses[ci].Modals) > 0 || rd.Future || rd.Hypothetical || rd.Counter || rd.Purpose || rd.Asked {
		return
	}
	own := tie.Content
	if len(own.Recipients)+len(own.Places) == 0 && own.When < 0 {
		return
	}
	ev := *own
	ev.Actors, ev.Pred = tie.Actors, tie.Pred
	ev.Cover = append(slices.Clone(tie.Cover), own.Cover...)
	e.add(&ev)
	e.spent[tok] = true
	if opposed {
		op := e.new("in opposition", tocsin.KindTie, tie.Pred)
		op.Rel = "opposes"
		op.Actors, op.Recipients = tie.Actors, own.Recipients
		op.Cover = append(op.Cover, ev.Cover...)
		e.onlyActors(op)
		if op.Kind == tocsin.KindTie && len(op.Recipients) > 0 {
			e.add(op)
		}
	}
}

// onlyActors keeps a tie between those who can act. What somebody opposes that
// cannot, he refuses: that is an aim.
func (e *extractor) onlyActors(it *Item) {
	if it.Kind != tocsin.KindTie {
		return
	}
	it.Recipients = slices.DeleteFunc(it.Recipients, func(a Arg) bool {
		return a.Lo < a.Head && a.Lo == it.Pred+1 && e.s.Tokens[a.Lo].XPOS == "VBG" // "supports keeping troops"
	})
	things := slices.Clone(it.Recipients)
	it.Recipients = slices.DeleteFunc(it.Recipients, func(a Arg) bool {
		return !e.canAct(a.Head) && !(it.Rel == "leads" && e.isPlace(a.Head)) && !e.standsFor(a)
	})
	e.onlyBodies(it)
	if it.Rel == "opposes" && len(it.Recipients) == 0 && len(things) > 0 {
		it.Kind, it.Rel = tocsin.KindAim, "refuses"
		it.Content = e.nounContent(things[0].Head, 1)
	}
}

// standsFor reports whether a thing stands for the people behind it: "the French
// presence", "the UN mission".
func (e *extractor) standsFor(a Arg) bool {
	switch e.s.Tokens[a.Head].Lemma {
	case "presence", "intervention", "mission", "rule", "occupation", "regime", "deployment":
	default:
		return false
	}
	return slices.ContainsFunc(e.s.Tokens[a.Lo:a.Head], func(t text.Token) bool { return isUpper(t.Text) && t.UPOS != "DET" })
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
