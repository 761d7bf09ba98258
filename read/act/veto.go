package act

import (
	"slices"

	"tocsin/codebook"
	"tocsin/read/text"
)

// vetoed reports an event whose words fit a rule of the codebook but tell of
// something else.
func (e *extractor) vetoed(it *Item, cl *text.Clause, r codebook.Rule, m slots) bool {
	if it.Act == "dismissal" && len(it.Recipients) == 1 && e.s.Tokens[it.Recipients[0].Head].Lower == "it" {
		return true // "who fired it": a gun
	}
	if it.Act == "dismissal" && r.Word == "dismiss" && len(m["obj"]) > 0 && !slices.ContainsFunc(m["obj"], func(t int) bool { return e.canAct(t) || e.suffers(t) }) {
		return true // "dismissed the offer"
	}
	if e.searched(it, cl.Verb) || e.lostPartner(it, cl, m) || it.Act == "clash" && e.quarrel(it) || e.accident(it, cl) {
		return true
	}
	if e.unfit(it, cl, r, m) || e.habitual(cl) || e.seldom(cl) || e.ofExpected(cl) || e.ofKind(cl) || e.whichOfThem(cl) {
		return true
	}
	if it.Act == "visit" && len(it.Places) == 0 && r.Word == "arrive" {
		return true // "did not arrive in time" goes nowhere
	}
	if e.fewOnly(it) || slices.ContainsFunc(cl.Subj, func(t int) bool { return e.s.Tokens[t].Lower == "few" }) {
		return true
	}
	if it.Act == "protest" && r.Prep == "" && len(it.Actors) == 0 && len(m["subj"]) > 0 && !e.counts(m["subj"][0]) || r.Word == "demonstrate" && len(m["obj"]) > 0 {
		return true // "the accounts demonstrate", "demonstrated its power"
	}
	if it.Act == "strike" && r.Word == "strike" && !slices.ContainsFunc(m["subj"], func(t int) bool { return e.works(t) }) {
		return true // "a bomber struck near the truck"
	}
	if v := cl.Verb; e.s.Tokens[v].XPOS == "VBG" && len(m["obj"]) == 1 && m["obj"][0] == v+1 && (e.s.LemmaIs(v+1, "victim", "survivor", "suspect", "spree", "scene", "death")) {
		return true // "a memorial for shooting victims"
	}
	if e.anyone(it, cl) || e.mishandled(it, cl, r, m) {
		return true
	}
	if r.Word == "vote" && e.chamber(cl.Subj) {
		return true // "parliament voted in a secret ballot" elects nobody
	}
	if e.figure(it, cl, r, m) || e.otherSense(it, cl, r, m) {
		return true
	}
	if it.Act == "assault" && (e.natural(m["subj"]) || e.natural(m["in"]) || e.natural(m["of"]) || e.natural(m["from"])) {
		return true // "the epidemic killed thousands"
	}
	if it.Act == "agreement" && len(it.Actors) < 2 && len(m["with"]) == 0 && !e.several(it.Actors) && r.Prep == "" {
		return true // "the psychologist agrees"
	}
	if it.Act == "visit" && ((r.Prep == "to" || r.Prep == "for") && len(it.Places) == 0 && e.thing(m[r.Prep])) {
		return true // "was flown to Miami": who went is not told; "return to power"
	}
	return false
}

// natural reports whether what kills or destroys is no deed of anybody.
func (e *extractor) natural(subj []int) bool {
	return slices.ContainsFunc(subj, func(t int) bool {
		switch e.s.Tokens[e.antecedent(t)].Lemma {
		case "pandemic", "epidemic", "virus", "coronavirus", "covid", "covid-19", "disease", "outbreak", "cholera", "ebola", "malaria", "measles",
			"flood", "flooding", "earthquake", "drought", "famine", "hunger", "malnutrition", "starvation", "storm", "cyclone", "hurricane", "typhoon",
			"tsunami", "landslide", "mudslide", "eruption", "volcano", "rain", "heat", "heatwave", "wildfire", "accident", "crash", "collapse", "stampede", "illness", "infection", "overdose":
			return true
		}
		return false
	})
}

// figure reports whether what a verb is done to shows that it is meant otherwise:
// "struck a deal", "withdrew the bill", "a car occupied by a woman", "flown by
// pilots", "ousted the militants from the town".
func (e *extractor) figure(it *Item, cl *text.Clause, r codebook.Rule, m slots) bool {
	of := func(words ...string) bool {
		return slices.ContainsFunc(m["obj"], func(t int) bool { return slices.Contains(words, e.s.Tokens[t].Lemma) })
	}
	switch r.Word {
	case "strike", "hit", "target":
		return of("deal", "balance", "bargain", "agreement", "truce", "chord", "note", "tone", "pose", "compromise", "accord", "blow", "headline", "market", "economy", "price", "sector", "low", "high", "snag") ||
			slices.ContainsFunc(m["subj"], func(t int) bool { return len(e.Book.Noun(e.s.Tokens[t].Lemma)) > 0 })
	case "withdraw":
		return len(m["obj"]) > 0 && !slices.ContainsFunc(m["obj"], func(t int) bool { return e.canAct(t) || e.moves(t) })
	case "seize", "capture":
		return of("wicket", "gold", "medal", "title", "imagination", "attention", "market", "image", "moment", "opportunity", "chance", "mood", "essence", "initiative", "footage", "share", "prize", "trophy", "vote", "percent", "%", "seat", "lead", "spirit") ||
			slices.ContainsFunc(m["on"], func(t int) bool {
				l := e.s.Tokens[t].Lemma
				return l == "camera" || l == "film" || l == "video" || l == "tape"
			})
	case "declare", "extend", "impose":
		return it.Act == "emergency" && of("state", "law") && !slices.ContainsFunc(e.s.Tokens[cl.Verb:], func(t text.Token) bool {
			return t.Lower == "emergency" || t.Lower == "siege" || t.Lower == "martial" || t.Lower == "alert"
		})
	case "occupy":
		return of("vehicle", "car", "seat", "house", "apartment", "room", "post", "position", "office", "bed", "place")
	case "train":
		return !slices.ContainsFunc(it.Recipients, func(a Arg) bool { return e.moves(a.Head) || e.mannedBody(a.Head) }) // "trained students"
	case "fire":
		return it.Act == "dismissal" && (len(it.Actors) == 0 && cl.Kind == "acl" || slices.ContainsFunc(m["obj"], func(t int) bool {
			return slices.ContainsFunc(e.s.Tokens[t:min(t+4, len(e.s.Tokens))], func(x text.Token) bool {
				return slices.Contains([]string{"round", "shell", "shot", "rocket", "missile", "bullet", "mortar", "grenade", "artillery", "gas", "tear", "gun", "weapon", "rifle"}, x.Lemma)
			})
		}))
	case "oust", "topple", "unseat":
		return len(m["from"]) > 0 && slices.ContainsFunc(m["from"], e.isPlace) || of("aide", "minister", "official", "rival", "colleague", "adviser", "chief", "manager", "coach", "director", "militant", "rebel", "insurgent", "fighter", "jihadist", "member", "critic", "statue", "incumbent")
	}
	switch it.Act {
	case "mobilisation":
		return len(m["obj"]) > 0 && !slices.ContainsFunc(m["obj"], func(t int) bool { return e.canAct(t) || e.moves(t) }) // "deployed chemical weapons", "deployed arguments"
	case "aid":
		return len(it.Recipients) > 0 && !slices.ContainsFunc(it.Recipients, func(a Arg) bool { return e.canAct(a.Head) || e.isPlace(a.Head) })
	}
	return it.Act == "visit" && cl.Passive
}

// moves reports whether a noun names what can be withdrawn from a place.
func (e *extractor) moves(tok int) bool {
	if e.Book.Soldiery(e.s.Tokens[tok].Lemma) {
		return true
	}
	switch e.s.Tokens[tok].Lemma {
	case "force", "staff", "personnel", "ambassador", "diplomat", "envoy", "peacekeeper", "contingent", "mission", "unit", "battalion", "brigade", "fighter", "mercenary", "police", "observer", "worker", "team", "troops", "monitor", "volunteer", "agent", "officer", "aircraft", "tank", "warship", "jet", "helicopter", "vessel", "ship", "reinforcement":
		return true
	}
	return false
}

// chamber reports whether those who vote are a house of parliament.
func (e *extractor) chamber(subj []int) bool {
	return slices.ContainsFunc(subj, func(t int) bool {
		switch e.s.Tokens[t].Lemma {
		case "parliament", "senate", "assembly", "congress", "council", "house", "lawmaker", "deputy", "chamber", "Parliament", "Congress", "Senate", "Assembly", "Council":
			return true
		}
		return false
	})
}

// notVictims takes counted people out of the doers of a killing: in "killed 13
// people, and rockets killed 20" the tree may make the 13 the killers.
func (e *extractor) notVictims(it *Item) {
	if it.Act != "assault" && it.Act != "arrest" {
		return
	}
	it.Actors = slices.DeleteFunc(it.Actors, func(a Arg) bool {
		switch e.s.Tokens[a.Head].Lemma {
		case "people", "person", "civilian", "villager", "resident":
		default:
			return false
		}
		return slices.ContainsFunc(e.s.Tokens[a.Lo:a.Hi], func(t text.Token) bool { return t.UPOS == "NUM" })
	})
}

// pronounOnly reports a clause whose only subject is "it".
func (e *extractor) pronounOnly(cl *text.Clause) bool {
	return len(cl.Subj) == 1 && e.s.Tokens[cl.Subj[0]].Lower == "it"
}

// taken makes an arrest, or where no authority is named an abduction, of the
// capture of persons: only places and things are seized.
func (e *extractor) taken(it *Item) {
	unlawful := len(it.Actors) > 0 && !slices.ContainsFunc(it.Actors, func(a Arg) bool { return e.lawful(a.Head) })
	if it.Act != "seizure" || len(it.Recipients) == 0 {
		return
	}
	for _, a := range it.Recipients {
		if m, ok := e.mention(a.Head); !ok || m.Type != "person" && m.Type != "people" {
			return
		}
	}
	it.Act, it.Mode = "arrest", "arrest"
	if unlawful || len(it.Actors) == 0 && e.s.Tokens[it.Pred].Lemma == "seize" {
		it.Act, it.Mode = "abduction", "abduct" // gunmen and protesters do not arrest
	}
}

// lawful reports whether a noun names those who may arrest.
func (e *extractor) lawful(tok int) bool {
	switch e.s.Tokens[tok].Lemma {
	case "police", "policeman", "officer", "agent", "authority", "gendarme", "guard", "force", "service", "government", "official":
		return true
	}
	return e.Book.Soldiery(e.s.Tokens[tok].Lemma)
}

// anyone reports whether something is only done to people in general, or to "one":
// "in many cases people are released", "a new one is created".
func (e *extractor) anyone(it *Item, cl *text.Clause) bool {
	return len(it.Recipients) > 0 && !slices.ContainsFunc(it.Recipients, func(a Arg) bool {
		switch e.s.Tokens[a.Head].Lemma {
		case "one":
			return false
		case "people", "person", "anyone", "someone":
			return !(cl.Tense == "present" && a.Hi-a.Lo == 1)
		}
		return true
	})
}

// works reports whether a noun names those who may lay down their work.
func (e *extractor) works(tok int) bool {
	switch e.s.Tokens[tok].Lemma {
	case "worker", "teacher", "doctor", "nurse", "union", "employee", "staff", "driver", "miner", "lecturer", "docker", "lawyer", "judge", "magistrate", "trader", "shopkeeper",
		"farmer", "trucker", "pilot", "student", "bank", "personnel", "servant", "carrier", "controller", "journalist", "policeman", "operator", "resident", "people", "thousand", "hundred":
		return true
	}
	return false
}

// mannedBody reports whether a noun names a body of armed people or its members.
func (e *extractor) mannedBody(tok int) bool {
	switch e.s.Tokens[tok].Lemma {
	case "recruit", "rebel", "militia", "militant", "group", "army", "battalion", "gendarme", "fighter", "faction", "insurgent", "cadet", "brigade", "guard", "commando", "paramilitary":
		return true
	}
	m, ok := e.mention(tok)
	return ok && (m.Type == "group" || m.Type == "organisation")
}
