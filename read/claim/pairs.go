package claim

import (
	"slices"
	"strings"
)

// Two who fight one another are one party to what is counted: "clashes between X and Y",
// "X and Y fought each other", "Y clashed with X", "the war of the state against X". Of
// both together the rows of neither alone are the number.

// meetings are verbs of two who fight: alone, with "each other", and with "with" or an object.
var (
	meetings = []string{"clashed", "clash", "clashes", "battled", "fought", "skirmished", "warred", "feuded", "sparred"}
	outright = []string{"clashed", "skirmished", "sparred", "feuded"}
)

// paired joins the parties that the sentence sets against one another.
func (s *sentence) paired(list []actorSpan) []actorSpan {
	if !s.mayPair() {
		return list
	}
	var out []actorSpan
	list = s.withStates(append(slices.Clone(list), s.peoples(list)...))
	for n := 0; n < len(list); n++ {
		if a := list[n]; n+1 < len(list) && s.opposed(a, list[n+1]) {
			b := list[n+1]
			a.hi, a.text, a.generic, a.state = b.hi, a.text+" against "+b.text, false, false
			list[n+1] = a
			continue
		}
		out = append(out, list[n])
	}
	return slices.DeleteFunc(out, func(a actorSpan) bool { return a.state })
}

// mayPair is the cheap test: a word that joins two who fight.
func (s *sentence) mayPair() bool {
	return s.near(0, len(s.toks), func(i int) bool {
		return s.is(i, "between", "against", "pitting", "pitted") || slices.Contains(meetings, s.low(i)) && (s.is(i+1, "with", "each", "one") || slices.Contains(outright, s.low(i)))
	})
}

// withStates puts the states' own sides among the parties, each with its country.
func (s *sentence) withStates(list []actorSpan) []actorSpan {
	out := slices.Clone(list)
	for i := range s.toks {
		if !slices.Contains(stateNames, s.low(i)) || s.capital(i) {
			continue
		}
		lo, hi := i, i+1
		for s.is(hi, "forces", "troops", "army", "forces'", "soldiers") {
			hi++
		}
		if l := s.landAt(lo - 1); l != nil && l.demonym {
			lo = l.lo
		} else if l := s.landAt(lo - 2); l != nil && s.is(lo-1, "'s", "’s", "'", "’") {
			lo = l.lo
		}
		if lo > 0 && slices.Contains(stateNames, s.low(lo-1)) || slices.ContainsFunc(out, func(a actorSpan) bool { return lo < a.hi && a.lo < hi }) {
			continue
		}
		text := s.text(lo, hi)
		if lo == i {
			text = "government"
		}
		out = append(out, actorSpan{lo: lo, hi: hi, text: text, state: true})
	}
	slices.SortStableFunc(out, func(a, b actorSpan) int { return a.lo - b.lo })
	return out
}

// opposed reports that a and b, which follow one another, fight one another.
func (s *sentence) opposed(a, b actorSpan) bool {
	if a.state && b.state || a.text == b.text || b.lo < a.hi {
		return false
	}
	joined := s.only(a.hi, b.lo, "and", "the", "'s", "’s", "ethnic", "local", "rival")
	violent := func(lo, hi int) bool { return s.near(max(lo, 0), hi-max(lo, 0), s.violentWord) }
	switch {
	case joined && s.is(s.before(a.lo), "between", "pitting"):
		return violent(0, len(s.toks))
	case joined && s.is(b.hi, "clashes", "fighting", "battles"), joined && s.toEachOther(b.hi):
		return true
	case s.only(a.hi, b.lo, "against", "with", "the", "and", "'s", "’s", "'", "war", "fight", "conflict", "battle", "clashes", "fighting", "battles", "campaign", "insurgency") && s.near(a.hi, b.lo-a.hi, func(k int) bool { return s.is(k, "against", "with") }):
		return violent(a.lo-6, b.lo) || s.is(s.before(a.lo), "pitting", "pitted")
	case s.only(a.hi, b.lo, "clashed", "battled", "skirmished", "fought", "with", "against", "the", "had", "repeatedly", "first", "often") && s.near(a.hi, b.lo-a.hi, func(k int) bool { return s.is(k, "with", "against") }):
		return true
	}
	return false
}

// toEachOther reports at token i the verb of two named before it who fight one another.
func (s *sentence) toEachOther(i int) bool {
	for s.is(i, "first", "last", "have", "has", "had", "also", "again", "both", "never", "only", "repeatedly", "forces", "fighters", "rarely", "did", "not", "openly", "troops", "often") {
		i++
	}
	if !slices.Contains(meetings, s.low(i)) {
		return false
	}
	return slices.Contains(outright, s.low(i)) || s.is(i+1, "each", "one") && s.is(i+2, "other", "another")
}

// only reports that nothing but the words given stands at tokens [lo, hi), and something does.
func (s *sentence) only(lo, hi int, words ...string) bool {
	for i := lo; i < hi; i++ {
		if !s.is(i, words...) {
			return false
		}
	}
	return hi > lo
}

// before is the token before i that is no article and no common word for a side.
func (s *sentence) before(i int) int {
	i--
	for s.is(i, "the", "both", "ethnic", "rival") || s.landAt(i) != nil && s.landAt(i).demonym {
		i--
	}
	return i
}

// bareNames cuts what only counts whoever is named from the front of the name: "Every
// al-Shabaab" of "Every al-Shabaab incident".
func (s *sentence) bareNames(list []actorSpan) []actorSpan {
	for n := range list {
		a := &list[n]
		for a.lo < a.hi-1 && s.is(a.lo, "every", "each", "all", "most", "no", "any", "virtually", "almost", "nearly") {
			a.lo++
			a.text = trimThe(s.text(a.lo, a.hi))
		}
	}
	return list
}

// peoples are two peoples who fight one another, "clashes between Kyrgyz and Uzbeks", where
// nobody took them for groups.
func (s *sentence) peoples(have []actorSpan) []actorSpan {
	for i := range s.toks {
		if !s.is(i, "between") || !s.near(max(0, i-3), min(i, 3), s.violentWord) {
			continue
		}
		lo := i + 1
		for s.is(lo, "the", "ethnic", "local", "rival") {
			lo++
		}
		and := lo + 1
		hi := and + 1
		for s.is(hi, "the", "ethnic", "local", "rival") {
			hi++
		}
		if !s.is(and, "and") || !s.people(lo) || !s.people(hi) {
			continue
		}
		var out []actorSpan
		for _, k := range []int{lo, hi} {
			if !slices.ContainsFunc(have, func(a actorSpan) bool { return a.hi > k && a.lo <= k }) {
				out = append(out, actorSpan{lo: k, hi: k + 1, text: s.text(k, k+1)})
			}
		}
		return out
	}
	return nil
}

// people reports a name at token i that is no country's, time's or place's and of one word.
func (s *sentence) people(i int) bool {
	l := s.landAt(i)
	return s.capital(i) && !s.capital(i+1) && !s.timeOver(i) && (l == nil && !s.placedAt(i) || l != nil && l.demonym)
}

// ofPair reports a word at token i that is within two who fight one another.
func (s *sentence) ofPair(i int) bool {
	return slices.ContainsFunc(s.parties(), func(a actorSpan) bool { return i >= a.lo && i < a.hi && strings.Contains(a.text, " against ") })
}
