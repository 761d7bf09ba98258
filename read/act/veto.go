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
	if it.Act == "clash" && e.quarrel(it) {
		return true
	}
	if it.Act == "visit" && len(it.Places) == 0 && r.Word == "arrive" {
		return true // "did not arrive in time" goes nowhere
	}
	if e.fewOnly(it) || slices.ContainsFunc(cl.Subj, func(t int) bool { return e.s.Tokens[t].Lower == "few" }) {
		return true
	}
	if r.Word == "vote" && e.chamber(cl.Subj) {
		return true // "parliament voted in a secret ballot" elects nobody
	}
	if it.Act == "assault" && e.natural(m["subj"]) {
		return true // "the epidemic killed thousands"
	}
	if r.Word == "meet" && len(it.Actors) < 2 && len(m["with"])+len(m["obj"]) == 0 && !e.several(it.Actors) {
		return true // "deputies meeting in a hotel" confer with nobody who is named
	}
	if it.Act == "visit" && (len(it.Actors) == 0 || r.Prep == "to" && len(it.Places) == 0 && e.thing(m["to"])) {
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
