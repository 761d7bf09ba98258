package claim

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/when"
)

// statesJoin are words that may stand between two states at war, and fightingForces those who fight
// for them.
var (
	statesJoin     = []string{"and", "the", "'s", "’s", "'", "’", "government", "governments", "army", "armies", "force", "forces", "armed", "troops", "soldiers", "military", "militaries", "with", "against", "of", "versus", "-", "–", "guns", "border", "frontier"}
	fightingForces = []string{"army", "armies", "forces", "troops", "soldiers", "military", "militaries", "governments", "guns"}
	statesFight    = []string{"fought", "clashed", "waged", "battled", "war", "exchanged", "skirmished", "traded"}
)

// twoStates finds two countries whose armies fought each other, as both sides of a pair: "between
// the Indian and Pakistani armies", "Eritrea and Ethiopia fought their border war".
func (s *sentence) twoStates() (pair string, at [2]int, ok bool) {
	if len(s.lands) != 2 || s.lands[0].iso == s.lands[1].iso || s.lands[1].lo-s.lands[0].hi > 6 {
		return "", at, false
	}
	a, b := s.lands[0], s.lands[1]
	joined := false
	for k := a.hi; k < b.lo; k++ {
		if !s.is(k, statesJoin...) {
			return "", at, false
		}
		joined = joined || s.is(k, "and", "with", "against", "versus", "-", "–")
	}
	hi := b.hi
	for s.is(hi, "'s", "’s", "'", "’", "armed", "government", "border") || s.is(hi, fightingForces...) {
		hi++
	}
	lo := a.lo
	for s.is(lo-1, "the", "of", "both") || s.is(lo-1, fightingForces...) {
		lo--
	}
	forces := s.near(lo, hi-lo, func(k int) bool { return s.is(k, fightingForces...) })
	fight := s.near(hi, 4, func(k int) bool { return s.is(k, statesFight...) }) || s.near(max(0, lo-4), min(lo, 4), func(k int) bool { return s.is(k, "between", "pitting", "pitted") })
	if !joined || !forces && !fight {
		return "", at, false
	}
	for _, p := range s.parties() {
		if !p.generic && (p.hi <= lo || p.lo >= hi) {
			return "", at, false // whose war is another's
		}
	}
	return s.text(a.lo, a.hi) + " army against " + s.text(b.lo, b.hi) + " army", [2]int{lo, hi}, true
}

// noneOfStates reads that two states did not fight in a time: "not one deadly exchange of fire
// between the Indian and Pakistani armies was recorded between 2004 and 2007".
func (s *sentence) noneOfStates() bool {
	if len(s.lands) != 2 {
		return false
	}
	pair, at, ok := s.twoStates()
	if !ok || s.noneAt() < 0 {
		return false
	}
	it := elements{actors: [][2]int{at}}
	for n := range s.times {
		if f := &s.times[n]; f.Kind == when.Date && !(f.When.From.IsZero() && f.When.To.IsZero()) {
			it.times = append(it.times, f)
		}
	}
	list := s.ownWindows(it)
	if s.otherNumber(it) || len(list) != 1 || s.lengthTold() {
		return false
	}
	k := tocsin.Claim{Form: tocsin.FormCount, Op: "=", Value: tocsin.Number(0), Unit: tocsin.Events, Window: &list[0]}
	k.Of = &tocsin.Measure{Act: "assault", Measure: s.ofClass("events"), Actor: pair}
	s.compose(k, 0, len(s.toks), at, [2]int{it.times[0].Lo, it.times[0].Hi})
	return true
}

// lengthTold reports a length in kilometres or miles.
func (s *sentence) lengthTold() bool {
	for i := 0; s.has(isLength) && i < len(s.toks); i++ {
		if q, ok := s.quantity(i); ok {
			if _, _, long := s.lengthUnit(q.hi); long {
				return true
			}
		}
	}
	return false
}

// OfStates reports a pair of two states' armies, which the text need not name word by word:
// "the Indian and Pakistani armies" are "Indian army against Pakistani army".
func OfStates(pair string) bool {
	a, b, ok := strings.Cut(pair, " against ")
	return ok && strings.HasSuffix(a, " army") && strings.HasSuffix(b, " army")
}

// betweenStates reports at word i what names the fights of two states: a border war, an exchange
// of fire.
func (u *use) betweenStates(words []wordAt, i int) bool {
	low := words[i].low
	if low != "border" && low != "fire" && low != "frontier" || low == "fire" && lowAt(words, i-1) != "of" {
		return false
	}
	return slices.ContainsFunc(u.claims, func(k tocsin.Claim) bool { return k.Of != nil && OfStates(k.Of.Actor) })
}
