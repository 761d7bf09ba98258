package act

import (
	"slices"
	"strings"

	"tocsin/codebook"
	"tocsin/read/text"
)

// More of what the parties of an act have to be, and what a rally has to be.

// unfitNoun reports an event noun whose parties are not of the kind that its act
// has: "the release of the film", "the deployment of observers", "a party rally".
func (e *extractor) unfitNoun(it *Item, tok int, r codebook.Rule) bool {
	m := e.nounSlots(tok)
	if e.searched(it, tok) {
		return true
	}
	switch it.Act {
	case "release":
		return !slices.ContainsFunc(it.Recipients, func(a Arg) bool { return e.canAct(a.Head) || e.suffers(a.Head) })
	case "mobilisation":
		e.onlyForces(it)
		return len(m["of"]) > 0 && !slices.ContainsFunc(m["of"], e.force)
	case "protest":
		return r.Word == "rally" && !e.against(it, tok, m)
	}
	return false
}

// against reports whether a rally is said to be against or for something, or is
// made by many and not by a party or a candidate: those campaign.
func (e *extractor) against(it *Item, tok int, m slots) bool {
	if len(m["against"])+len(m["for"])+len(it.Recipients) > 0 || slices.ContainsFunc(m["in"], func(t int) bool {
		switch e.s.Tokens[t].Lemma {
		case "support", "protest", "opposition", "solidarity", "defence", "defense", "favour", "favor":
			return true
		}
		return false
	}) {
		return true
	}
	for _, c := range e.s.Children(tok) {
		switch t := &e.s.Tokens[c]; {
		case t.Rel == "acl" || t.Rel == "advcl" || t.Rel == "xcomp":
			switch t.Lemma {
			case "demand", "call", "protest", "condemn", "denounce", "oppose", "support", "reject", "back":
				return true
			}
		case t.Lower == "protest" || t.Lower == "solidarity" || strings.HasPrefix(t.Lower, "anti") || strings.HasPrefix(t.Lower, "pro-"):
			return true
		case t.Lower == "campaign" || t.Lower == "election" || t.Lower == "party" || t.Lower == "political" || t.Lower == "electoral":
			return false
		}
	}
	return slices.ContainsFunc(it.Actors, func(a Arg) bool {
		return e.s.Tokens[a.Head].XPOS == "NNS" || e.counts(a.Head) || e.s.Tokens[a.Head].Lemma == "people" || e.s.Tokens[a.Head].Lemma == "crowd"
	})
}

// onlyForces leaves of those who are sent the forces.
func (e *extractor) onlyForces(it *Item) {
	if it.Act == "mobilisation" {
		it.Recipients = slices.DeleteFunc(it.Recipients, func(a Arg) bool { return !e.force(a.Head) })
	}
}

// musters reports whether those who are sent are forces: a team of monitors, a
// doctor or a shipment is not mobilised.
func (e *extractor) musters(it *Item, m slots) bool {
	sent := m["obj"]
	if len(sent) == 0 {
		sent = m["subj"]
	}
	return slices.ContainsFunc(sent, e.force)
}

// force reports whether a token names forces or what they fight with.
func (e *extractor) force(tok int) bool {
	t := &e.s.Tokens[tok]
	if e.Book.Armed(t.Lemma) {
		return true
	}
	switch t.Lemma {
	case "force", "peacekeeper", "contingent", "unit", "battalion", "brigade", "police", "aircraft", "tank", "warship", "jet", "helicopter", "vessel", "ship", "reinforcement", "gendarme", "regiment", "squad", "platoon", "company", "patrol", "drone", "artillery", "reservist", "division", "column", "men":
		return true
	}
	if e.s.Tokens[tok].UPOS == "PROPN" {
		m, ok := e.mention(tok)
		return ok && m.Type != "person" && m.Type != "place"
	}
	lo, _ := e.s.NP(tok)
	return slices.ContainsFunc(e.s.Tokens[lo:tok], func(x text.Token) bool {
		return x.Lower == "military" || x.Lower == "armed" || x.Lower == "security" || x.Lower == "army" || x.Lower == "police"
	})
}

// homes reports whether those who flee are said to leave where they live: residents,
// villagers or thousands of people, or whoever flees a home, a town or a country.
// Passengers and passers-by run from a shot and come back.
func (e *extractor) homes(it *Item, cl *text.Clause, m slots) bool {
	from := slices.ContainsFunc(slices.Concat(m["obj"], m["from"], m["to"], m["across"], m["into"], m["over"]), func(t int) bool {
		return e.anyPlace(t) || !e.thing([]int{t}) && e.s.Tokens[t].Lemma != "hospital" || e.s.Tokens[t].Lemma == "border"
	}) || slices.ContainsFunc(it.Places, func(s Spot) bool { return s.Role == "from" || s.Role == "to" })
	return slices.ContainsFunc(it.Recipients, func(a Arg) bool {
		t := &e.s.Tokens[a.Head]
		if e.dweller(a.Head) && (t.XPOS == "NNS" || t.Lemma == "people" || t.Lemma == "population" || t.Lemma == "community") {
			return from || t.Lemma != "man" && t.Lemma != "child" && t.Lemma != "woman" && t.Lemma != "people" && t.Lemma != "person" || e.countOf(it, m) != nil
		}
		m, ok := e.mention(a.Head)
		return from && !(e.force(a.Head) && (t.XPOS == "NNS" || t.Lemma == "police")) || e.counts(a.Head) || ok && m.Type == "people" && m.How == "named"
	})
}
