package claim

import (
	"strings"

	"tocsin"
)

// landGroup are countries that the sentence adds up: their tokens and their names.
type landGroup struct {
	lo, hi int
	names  []string
}

// addedLands finds two or more countries in a row that the sentence takes together: "Mali,
// Niger and Burkina Faso combined", "together, Iraq and Syria".
func (s *sentence) addedLands() (g landGroup, ok bool) {
	for n := range s.lands {
		l := &s.lands[n]
		if l.demonym || g.hi > l.lo {
			continue
		}
		one := landGroup{lo: l.lo, hi: l.hi, names: []string{l.name}}
		for k := n + 1; k < len(s.lands); k++ {
			m := &s.lands[k]
			if m.demonym || !s.listJoint(one.hi, m.lo) {
				break
			}
			one.hi, one.names = m.hi, append(one.names, m.name)
		}
		if len(one.names) < 2 {
			continue
		}
		if ok {
			return g, false // two lists
		}
		g, ok = one, true
	}
	return g, ok && s.takenTogether(g)
}

// listJoint reports that only the joints of a list stand among tokens [lo, hi).
func (s *sentence) listJoint(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if !s.is(k, ",", "and", "&", "plus", "in", "the", "neighbouring", "neighboring", "both") {
			return false
		}
	}
	return hi > lo && hi-lo <= 3
}

// takenTogether reports words by which the countries of the list are added up.
func (s *sentence) takenTogether(g landGroup) bool {
	for k := g.hi; k < min(len(s.toks), g.hi+4); k++ {
		if s.is(k, "combined", "together", "altogether") || s.seq(k, "between", "them") || s.seq(k, "as", "a", "whole") {
			return true
		}
		if s.is(k, ",", ".", ";", "and") {
			break
		}
	}
	for k := range g.lo {
		if s.seq(k, "between", "them") || s.is(k, "together", "combined", "jointly") && (s.is(k+1, ",") || k+1 == g.lo || s.is(k-1, "taken")) {
			return true
		}
	}
	return s.near(g.hi, len(s.toks)-g.hi, func(k int) bool {
		return s.seq(k, "between", "them") || s.is(k, "together", "combined", "altogether") && !s.is(k+1, "with")
	}) && len(s.lands) == len(g.names)
}

// severalLands reads a number of countries added up, or one set against another country's:
// "Mali and Niger together recorded more than 1,400 deaths", "more than in Yemen and Somalia
// combined".
func (s *sentence) severalLands() bool {
	g, ok := s.addedLands()
	if len(g.names) < 2 || s.noneSaidAt() || s.is(g.lo-1, "only", "except", "but", "bar", "save", "for", "than") && !ok || s.near(max(0, g.lo-3), min(3, g.lo), func(k int) bool { return s.is(k, "only", "except", "bar", "save", "excluding") }) {
		return false
	}
	apiece := s.apiece()
	if apiece && ok {
		return false
	}
	it, _ := s.gather()
	var other *operand
	for n := range it.lands {
		if o := &it.lands[n]; o.lo < g.lo || o.lo >= g.hi {
			if other != nil {
				return false
			}
			other = o
		}
	}
	w, used, timed := s.oneWindow(it)
	if it.noun < 0 || !timed || len(it.actors) > 1 || len(it.towns) > 0 {
		return false
	}
	of := &tocsin.Measure{Act: "assault", Actor: it.actor, Country: strings.Join(g.names, "; "), Measure: s.ofClass(s.killedMeasure(it.noun))}
	k := tocsin.Claim{Form: tocsin.FormCount, Of: of, Window: w}
	used = append(append(used, it.actors...), [2]int{g.lo, g.hi})
	switch {
	case other == nil && apiece:
		return s.numberOfEach(k, g, used)
	case other == nil && (ok || s.plainList(g)):
		return s.sumOfLands(k, used)
	case other == nil || !ok:
		return false
	}
	return s.sumAgainst(k, g, other, append(used, [2]int{other.lo, other.hi}))
}

// killedMeasure is deaths where the sentence speaks of any, else what the noun counts.
func (s *sentence) killedMeasure(noun int) string {
	if s.near(0, len(s.toks), func(t int) bool { return (s.deathWord(t) || s.is(t, "killed", "died", "lives")) && !s.dateOver(t) }) {
		return "deaths"
	}
	return s.measure(noun)
}

// apiece reports that what is said of the countries is said of each.
func (s *sentence) apiece() bool {
	return s.near(0, len(s.toks), func(k int) bool {
		return s.is(k, "each", "both", "either", "respectively", "neither", "every", "apiece") || s.is(k, "all") && s.is(k+1, "three", "four", "five", "of")
	})
}

// plainList reports a list that is all the countries of the sentence, where something happened
// or which saw it: its number is that of all.
func (s *sentence) plainList(g landGroup) bool {
	if len(s.lands) != len(g.names) {
		return false
	}
	return s.is(g.lo-1, "in", "across", "throughout") || s.near(g.hi, 3, func(k int) bool {
		return s.is(k, "recorded", "saw", "suffered", "counted", "registered", "witnessed", "experienced", "had")
	})
}

// numberOfEach writes the one number of the sentence of each of the countries.
func (s *sentence) numberOfEach(k tocsin.Claim, g landGroup, used [][2]int) bool {
	if s.near(0, len(s.toks), func(t int) bool {
		return s.is(t, "than") && s.landAt(t+1) != nil || s.is(t, "respectively", "neither", "either")
	}) {
		return false
	}
	for _, name := range g.names {
		one, of := k, *k.Of
		of.Country = name
		one.Of, one.Novelty = &of, "again"
		if !s.sumOfLands(one, used) {
			return false
		}
	}
	return true
}

// sumOfLands writes the one number of the countries added up.
func (s *sentence) sumOfLands(k tocsin.Claim, used [][2]int) bool {
	var q *number
	for i := 0; i < len(s.toks); i++ {
		n, ok := s.quantity(i)
		if !ok || s.timeOver(n.hi-1) || n.value < 3 {
			continue
		}
		if q != nil {
			return false
		}
		q, i = &n, n.hi-1
	}
	if q == nil || k.Of.Measure == "" {
		return false
	}
	k.Op, k.Value, k.Unit = q.op, tocsin.Number(q.value), unitOf(k.Of.Measure)
	if q.upper > 0 {
		return false
	}
	s.compose(k, 0, len(s.toks), append(used, [2]int{q.lo, q.hi})...)
	return true
}

// sumAgainst writes the countries added up against another.
func (s *sentence) sumAgainst(k tocsin.Claim, g landGroup, other *operand, used [][2]int) bool {
	at, op := s.outdoes()
	if op == "" || s.near(0, len(s.toks), func(t int) bool { return s.is(t, "times", "twice", "half", "double", "triple") }) {
		return false
	}
	for i := range s.toks {
		if q, ok := s.quantity(i); ok && !s.timeOver(q.hi-1) && q.value > 1 {
			return false // more than its number says
		}
	}
	one := *k.Of
	one.Country = other.land.name
	k.Op, k.Unit = op, unitOf(k.Of.Measure)
	if k.Unit == "" {
		k.Unit = tocsin.Events
	}
	switch {
	case g.lo > at && other.lo < at || g.lo > at && other.lo > g.hi: // X had more than A and B
		k.Than, k.Of = k.Of, &one
	case g.lo < at && other.lo > at:
		k.Than = &one
	default:
		return false
	}
	s.compose(k, 0, len(s.toks), append(used, [2]int{at, at + 1})...)
	return true
}

// outdoes is the word that sets one number over or under another, and which.
func (s *sentence) outdoes() (at int, op string) {
	way := ""
	for i := range s.toks {
		switch {
		case s.is(i, "more", "higher", "greater", "larger", "deadlier", "bloodier"):
			way = ">"
		case s.is(i, "fewer", "less", "lower", "smaller"):
			way = "<"
		case s.is(i, "than") && way != "":
			return i, way
		case s.is(i, "exceeded", "exceeds", "surpassed", "outnumbered", "outstripped", "topped", "eclipsed", "dwarfed", "outdid"):
			return i, ">"
		}
	}
	return 0, ""
}
