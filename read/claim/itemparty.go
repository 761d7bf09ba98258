package claim

import (
	"slices"
	"strings"
)

// membersOf takes the words for those who fight for a group as part of its name: "fighters of the
// Islamic State", "Boko Haram's gunmen".
func (it *items) membersOf(o operand) {
	s, lo := it.s, o.lo
	if o.actor.generic || o.hi == o.lo+1 && slices.Contains(genericActors, s.low(o.lo)) {
		return
	}
	if s.is(lo-1, "the") {
		lo--
	}
	if s.is(lo-1, "of", "from", "for") && s.is(lo-2, memberNouns...) {
		it.mark(lo-2, lo)
	}
	hi := o.hi + boolInt(s.is(o.hi, "'s", "’s", "'", "’"))
	if s.is(hi, memberNouns...) {
		it.mark(hi, hi+1)
	}
}

// memberNouns are those who fight for a group.
var memberNouns = []string{"fighters", "members", "units", "forces", "militants", "insurgents", "rebels", "gunmen", "elements", "jihadists", "militiamen", "guerrillas", "combatants", "supporters", "followers", "adherents"}

// buildings are what attacks are on.
var buildings = []string{"university", "college", "hotel", "mall", "airport", "hospital", "mosque", "church", "school", "base", "market", "stadium", "cathedral", "camp", "embassy", "station", "palace", "prison", "barracks", "theatre", "theater", "restaurant", "temple", "shrine", "synagogue"}

// trimCampaign leaves the group of "Islamic State's insurgency".
func (s *sentence) trimCampaign(a *actorSpan) {
	n := 2 + boolInt(s.is(a.hi-2, "first", "second", "last", "latest", "armed", "long", "bloody", "violent"))
	if a.hi-a.lo > n && s.is(a.hi-1, campaignWords...) && !s.capital(a.hi-1) && s.is(a.hi-n, "'s", "’s") {
		a.hi -= n
		a.text = trimThe(s.text(a.lo, a.hi))
	}
}

// freePair leaves the event between two parties, "X's clashes with Y", to be counted.
func (it *items) freePair(o operand) {
	for k := o.lo; k < o.hi && strings.Contains(o.actor.text, " against "); k++ {
		it.used[k] = it.used[k] && !(it.s.attackWord(k) && !it.s.capital(k))
	}
}

// theState reports an operand that is the state's own side: "the Turkish state", "Cameroon's
// security forces".
func (s *sentence) theState(o operand) bool {
	for i := o.lo; i < o.hi; i++ {
		if s.landAt(i) == nil && !slices.Contains(stateNames, s.low(i)) && !s.is(i, "the", "'s", "’s", "armed", "national", "federal") {
			return false
		}
	}
	return slices.Contains(stateNames, s.low(o.hi-1))
}

// fought reports that the sentence joins an operand to another group: between the two, with or
// against it.
func (s *sentence) fought(o operand, all []operand) bool {
	return slices.ContainsFunc(all, func(p operand) bool {
		return !s.theState(p) && (s.near(max(0, min(o.lo, p.lo)-3), 4, func(k int) bool { return s.is(k, "between", "pitting", "pitted") }) ||
			s.near(min(o.hi, p.hi), 4, func(k int) bool { return s.is(k, "against", "with", "versus") }))
	})
}

// abbreviated reports a group whose short name follows in brackets: "Shekau's faction (JAS)".
func (s *sentence) abbreviated(o operand, all []operand) bool {
	return s.is(o.hi, "(") && slices.ContainsFunc(all, func(p operand) bool { return p.lo == o.hi+1 && s.is(p.hi, ")") })
}

// shortName reports that a text goes on with the short name of what was named, which a claim has:
// "faction (JAS)".
func (u *use) shortName(rest string) bool {
	words := strings.TrimLeft(rest, " ")
	for _, w := range roleNouns {
		if after, ok := strings.CutPrefix(words, w+" "); ok {
			words = after
			break
		}
	}
	if !strings.HasPrefix(words, "(") {
		return false
	}
	name, _, ok := strings.Cut(words[1:], ")")
	return ok && u.words[strings.ToLower(name)]
}
