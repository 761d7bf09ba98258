package act

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/codebook"
	"tocsin/read/says"
	"tocsin/read/text"
)

// Verbs of force, of protest and of arrest in a sense that is not theirs.

// otherSense reports whether what stands with a verb shows that it is meant otherwise.
func (e *extractor) otherSense(it *Item, cl *text.Clause, r codebook.Rule, m slots) bool {
	switch r.Word {
	case "attack", "assault":
		return e.withArgument(it, m)
	case "strike", "hit":
		return r.Word == "strike" && e.crossedOut(m) || cl.Kind == "acl" && cl.Passive && len(cl.Agent) == 0 && slices.ContainsFunc(it.Recipients, e.bearsArms)
	case "target":
		return e.withMeasures(it, cl, m)
	case "suspend":
		return it.Act == "sanction" && len(it.Actors) == 0 && slices.ContainsFunc(m["obj"], func(t int) bool { return e.s.LemmaIs(t, "flight", "movement", "travel") })
	case "go":
		return it.Act == "strike" && slices.ContainsFunc(m["on"], func(t int) bool { return t > 0 && e.s.Tokens[t-1].Lower == "hunger" })
	case "hold":
		return it.Act == "negotiation" && len(it.Actors) < 2 && slices.ContainsFunc(m["obj"], func(t int) bool { return e.s.Tokens[t].Lemma == "summit" })
	case "explode":
		return slices.ContainsFunc(m["subj"], func(t int) bool { return e.s.Tokens[t].UPOS == "NOUN" && !e.blowsUp(t) })
	case "protest":
		return r.Prep == "" && slices.ContainsFunc(cl.Comp, func(k int) bool { return e.s.Clauses[k].Kind == "ccomp" })
	case "take":
		return it.Act == "abduction" && e.ledAway(cl, m)
	}
	return false
}

// withArgument reports an attack on what can only be argued with, by those who bear no
// arms: "lawmakers attacked the budget".
func (e *extractor) withArgument(it *Item, m slots) bool {
	if slices.ContainsFunc(it.Actors, func(a Arg) bool { return e.bearsArms(a) || e.Book.Soldiery(e.s.Tokens[a.Head].Lemma) }) || len(m["with"]) > 0 || len(m["obj"]) == 0 {
		return false
	}
	if slices.ContainsFunc(m["for"], func(t int) bool {
		return e.s.Tokens[t].UPOS == "NOUN" && !e.isTime(t) && !e.canAct(t) && !e.measured(t)
	}) {
		return true // "was attacked by the press for his handling of the raid"
	}
	return !slices.ContainsFunc(m["obj"], func(t int) bool {
		l := e.s.Tokens[t].Lemma
		return e.canAct(t) || e.isPlace(t) || e.suffers(t) || !(strings.HasSuffix(l, "sion") || strings.HasSuffix(l, "ism") || strings.HasSuffix(l, "ity") || strings.HasSuffix(l, "ness") || slices.Contains(matters, l))
	})
}

// measured reports a span of time: "attacked the town for three days".
func (e *extractor) measured(tok int) bool {
	switch e.s.Tokens[tok].Lemma {
	case "time", "hour", "day", "week", "month", "year", "minute", "night", "reason", "purpose":
		return true
	}
	return false
}

// blowsUp reports whether a noun names what can go off: not a price and no anger.
func (e *extractor) blowsUp(tok int) bool {
	if h := e.antecedent(tok); h >= 0 {
		tok = h
	}
	switch e.s.Tokens[tok].Lemma {
	case "bomb", "device", "grenade", "mine", "landmine", "shell", "car", "vehicle", "truck", "van", "bus", "motorcycle", "motorbike", "bike", "tanker", "ied", "explosive", "rocket", "missile", "mortar", "ordnance", "ammunition", "charge", "vest", "belt",
		"drone", "boat", "parcel", "package", "depot", "munition", "tank", "plane", "aircraft", "building", "house", "gas", "pipeline", "warehouse", "ship", "train", "store", "dump", "projectile", "bombing", "blast", "cylinder", "bag", "lorry", "minibus", "taxi", "cart", "barrel", "arsenal", "warhead", "remnant", "object", "one", "two", "three", "first", "second", "another":
		return true
	}
	return len(e.Book.Noun(e.s.Tokens[tok].Lemma)) > 0
}

// figuredNoun reports a noun of force that tells of what has none: "an explosion of
// anger", "an assault on the government's record".
func (e *extractor) figuredNoun(tok int) bool {
	if !e.s.LemmaIs(tok, "explosion", "blast", "assault", "attack", "onslaught") {
		return false
	}
	m := e.nounSlots(tok)
	if e.s.LemmaIs(tok, "explosion", "blast") {
		return slices.ContainsFunc(m["of"], func(t int) bool { return e.s.Tokens[t].UPOS == "NOUN" && !e.blowsUp(t) })
	}
	return slices.ContainsFunc(m["on"], func(t int) bool { return slices.Contains(matters, e.s.Tokens[t].Lemma) })
}

// matters are what is argued about.
var matters = []string{"budget", "deal", "plan", "ruling", "record", "policy", "law", "bill", "idea", "proposal", "move", "speech", "report", "remark", "comment", "claim",
	"statement", "agreement", "reform", "reputation", "verdict", "judgment", "judgement", "programme", "program", "motion", "resolution", "election", "result", "handling", "website", "server", "network", "computer", "freedom", "democracy", "right", "constitution", "stance", "problem", "tax", "measure", "tariff"}

// crossedOut reports a stroke from what is neither a place nor a side: a name "struck
// from a list", a charge "struck from the record".
func (e *extractor) crossedOut(m slots) bool {
	return slices.ContainsFunc(slices.Concat(m["from"], m["off"]), func(t int) bool {
		l := e.s.Tokens[t].Lemma
		return !e.isPlace(t) && !e.canAct(t) && e.s.Tokens[t].UPOS == "NOUN" && !slices.Contains([]string{"air", "sea", "ground", "side", "behind", "distance", "direction", "position", "base", "territory", "aircraft", "drone", "ship", "north", "south", "east", "west"}, l)
	})
}

// civil are the last words of the names of those who act by decree.
var civil = []string{"treasury", "ministry", "department", "commission", "bureau", "office", "court", "tribunal", "parliament", "prosecutor", "prosecutors", "regulator",
	"regulators", "council", "union", "bank", "agency", "authority", "watchdog", "lawmakers", "congress", "senate", "eu", "un"}

// withMeasures reports a target of decrees rather than of arms: who targets is an
// office, or what is done it with a measure ("targeted by sanctions", "targeted in the
// investigation").
func (e *extractor) withMeasures(it *Item, cl *text.Clause, m slots) bool {
	by := slices.Concat(m["with"], m["by"], m["in"], m["under"], m["for"])
	if cl.Passive {
		by = append(by, cl.Agent...)
	}
	if slices.ContainsFunc(by, func(t int) bool { return e.decreed(t) }) || slices.ContainsFunc(m["subj"], e.decreed) {
		return true
	}
	return slices.ContainsFunc(it.Actors, func(a Arg) bool {
		name := e.s.Tokens[a.Head].Lower
		if name == "it" {
			for _, k := range says.Of(e.Says, e.sent, a.Head) {
				if by := e.Says[k].SourceHead; by >= 0 && e.Says[k].Sent == e.sent {
					name = e.s.Tokens[by].Lower // "The Treasury said it had targeted"
				}
			}
		}
		if w, ok := e.Who.At(e.sent, a.Head); ok && w.Entity >= 0 {
			full := strings.Fields(strings.ToLower(e.Who.Entities[w.Entity].Name))
			if len(full) > 0 {
				name = full[len(full)-1]
			}
		}
		return slices.Contains(civil, name)
	})
}

// decreed reports whether a noun names what is done by decree or with words.
func (e *extractor) decreed(tok int) bool {
	switch e.s.Tokens[tok].Lemma {
	case "sanction", "embargo", "measure", "ban", "restriction", "investigation", "probe", "inquiry", "campaign", "lawsuit", "tariff", "law", "bill", "decree", "reform", "programme", "program", "project", "message", "advert", "ad",
		"hack", "cyberattack", "phishing", "spyware", "malware", "aid", "deportation", "recruitment", "prosecution", "audit", "levy", "tax", "boycott":
		return true
	}
	return false
}

// ledAway reports captives who are taken somewhere, which is not their capture: "an
// island where the captives may have been taken".
func (e *extractor) ledAway(cl *text.Clause, m slots) bool {
	if !cl.Passive && len(m["to"])+len(m["into"]) == 0 {
		return false
	}
	return slices.ContainsFunc(m["obj"], func(t int) bool {
		lo, _ := e.s.NP(t)
		d := &e.s.Tokens[lo]
		return lo < t && d.UPOS == "DET" && d.Lower == "the" || d.XPOS == "PRP$"
	})
}

// sentenced turns the arrest of whom a court jails, or who is jailed for a term, into
// his conviction.
func (e *extractor) sentenced(it *Item, cl *text.Clause, m slots) {
	if it.Act != "arrest" || !e.s.LemmaIs(cl.Verb, "jail", "imprison", "incarcerate") {
		return
	}
	court := slices.ContainsFunc(slices.Concat(m["subj"], cl.Agent), func(t int) bool {
		switch e.s.Tokens[t].Lemma {
		case "court", "judge", "tribunal", "jury", "magistrate", "Court", "Tribunal":
			return true
		}
		return false
	})
	term := slices.ContainsFunc(cl.Obl, func(o text.Oblique) bool {
		l := e.s.Tokens[o.Head].Lemma
		return o.Case == "for" && (l == "life" || l == "year" || l == "month" || l == "day" || l == "week")
	})
	if court || term {
		it.Act, it.Mode = "conviction", ""
	}
}

// inPart takes the doers out of an event that is only in part theirs, where the other
// part cannot act: "bombs and gunmen killed 38".
func (e *extractor) inPart(it *Item, m slots) {
	if it.Kind != tocsin.KindEvent || len(it.Actors) == 0 || it.Act != "assault" && it.Act != "destruction" && it.Act != "displacement" {
		return
	}
	things := slices.ContainsFunc(m["subj"], func(t int) bool {
		return e.s.Tokens[t].UPOS == "NOUN" && !e.canAct(t) && !e.human(e.arg(t)) && slices.ContainsFunc(m["subj"], func(o int) bool {
			return o != t && (e.s.Tokens[o].Head == t && e.s.Tokens[o].Is("conj") || e.s.Tokens[t].Head == o && e.s.Tokens[t].Is("conj"))
		})
	})
	if things {
		it.Actors = nil
	}
}

// noSides takes the fight itself out of those who fight: "has fought a long insurgency".
func (e *extractor) noSides(it *Item) {
	if it.Act != "clash" || e.s.Tokens[it.Pred].Lemma != "fight" && e.s.Tokens[it.Pred].Lemma != "battle" {
		return
	}
	it.Actors = slices.DeleteFunc(it.Actors, func(a Arg) bool {
		return a.Head > it.Pred && e.s.LemmaIs(a.Head, "insurgency", "rebellion", "uprising", "resistance", "campaign", "crusade", "jihad")
	})
}

// predicative reports a clause whose subject is what the copula before it says of another:
// "insisted that the dead were farmers and blocked the road" leaves open who did.
func (e *extractor) predicative(cl *text.Clause) bool {
	if len(cl.Subj) == 0 || cl.SubjHow != "own" || cl.Subj[0] > cl.Verb {
		return false
	}
	t := cl.Subj[0]
	return t > 1 && e.s.Tokens[t-1].Lemma == "be" && e.s.Tokens[t-1].Finite() && e.s.Tokens[t].Is("nsubj") && e.s.Tokens[t+1].UPOS == "CCONJ"
}

// lifted reports a measure that somebody takes back, and what is not to be: "lifted most
// sanctions on Mali", "banned all rallies in Manama".
func (e *extractor) lifted(tok int) bool {
	t := &e.s.Tokens[tok]
	if t.Head < 0 || !t.Is("obj", "nsubj:pass", "conj") || e.s.Tokens[t.Head].UPOS != "VERB" && !t.Is("conj") {
		return false
	}
	if t.Is("conj") {
		return t.Head < tok && e.s.Tokens[t.Head].UPOS == "NOUN" && e.lifted(t.Head)
	}
	return e.s.LemmaIs(t.Head, "lift", "ease", "remove", "waive", "relax", "repeal", "revoke", "rescind", "scrap", "drop", "end", "loosen", "annul", "ban", "prohibit", "outlaw", "forbid")
}

// noVictim reports what is no target of an attack: a direction ("raiding east of Bor") and
// another attack.
func (e *extractor) noVictim(tok int) bool {
	switch e.s.Tokens[tok].Lemma {
	case "north", "south", "east", "west":
		return true
	}
	if t := &e.s.Tokens[tok]; t.Rel == "conj" && t.XPOS == "NN" && strings.HasSuffix(t.Lower, "ing") && tok+1 < len(e.s.Tokens) && e.s.Tokens[tok+1].Lower == "of" {
		return true // "raids on mosques and the closing of schools"
	}
	rules := e.Book.Noun(e.s.Tokens[tok].Lemma)
	return e.s.Tokens[tok].UPOS == "NOUN" && len(rules) > 0 && (rules[0].Frame.Act == "assault" || rules[0].Frame.Act == "clash")
}
