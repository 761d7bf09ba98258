package claim

import (
	"slices"
	"strings"

	"tocsin"
)

// reaches finds how near attacks came to a town and how far toward a side: "attacked
// within 50 km of Nairobi", "came no closer than 100 km to Bamako", "its southernmost
// attack was at Kati". A rank in a unit of length is how far from places[0] the nearest
// event lay; one in a bearing is which lay furthest that way.
func (s *sentence) reaches() {
	for i := range s.toks {
		if s.taken[i] {
			continue
		}
		if deg, ok := extreme(s.low(i)); ok {
			s.extremeAt(i, deg)
		}
	}
	for i := 0; i < len(s.toks); i++ {
		q, ok := s.quantity(i)
		if !ok {
			continue
		}
		u, hi, ok := s.lengthUnit(q.hi)
		if !ok || s.taken[q.lo] {
			i = q.hi - 1
			continue
		}
		s.nearestAt(q, u, s.skipParen(hi))
		i = hi - 1
	}
}

// extreme is the bearing of "southernmost".
func extreme(w string) (deg float64, ok bool) {
	for _, d := range []struct {
		word string
		deg  float64
	}{{"northernmost", 0}, {"easternmost", 90}, {"southernmost", 180}, {"westernmost", 270}} {
		if w == d.word {
			return d.deg, true
		}
	}
	return 0, false
}

// extremeAt reads "the southernmost attack by JNIM in 2019 was near Sikasso".
func (s *sentence) extremeAt(i int, deg float64) {
	noun := -1
	for k := i + 1; k < min(len(s.toks), i+4); k++ {
		if s.attackWord(k) {
			noun = k
		}
	}
	if noun < 0 {
		return
	}
	k := tocsin.Claim{Form: tocsin.FormRank, Op: "=", Value: tocsin.Number(deg), Unit: tocsin.Bearing}
	used := s.scopeOf(&k, i, noun+1, "events")
	for n := len(s.spots()) - 1; n >= 0; n-- {
		p := s.spotList[n]
		if p.lo > noun && !p.area && s.is(p.lo-1, "at", "in", "near", "was", "outside", "around", "of") {
			k.Places = []tocsin.Place{p.place}
			s.markTaken(i, p.hi)
			s.add(k, i, p.hi, used...)
			return
		}
	}
}

// nearWords lead from a length to the town it is measured from.
var nearWords = strings.Fields("of from to")

// nearestAt reads how near the attacks of the sentence came: the length q.
func (s *sentence) nearestAt(q number, u tocsin.Unit, hi int) {
	from := hi
	if s.is(from, "away") {
		from++
	}
	if deg, after, ok := s.bearingAt(from); ok && deg >= 0 {
		from = after - 1
	}
	y, ok := s.spotFrom(from + 1)
	if !slices.Contains(nearWords, s.low(from)) {
		y, ok = s.closestTo(q.lo)
	}
	if near, told := s.closestTo(q.lo); told && ok && near.place.Text != y.place.Text {
		return // nearest to one town, and so far from another
	}
	if !ok || s.byRoad(q.lo, hi) {
		return
	}
	verb := s.struck(q.lo, y.hi)
	if verb < 0 || s.denied(verb) {
		return
	}
	k := tocsin.Claim{Form: tocsin.FormRank, Op: "<=", Value: tocsin.Number(q.value), Unit: u}
	lo := q.lo
	switch {
	case s.is(q.lo-1, "closer", "nearer") || s.is(q.lo-2, "closer", "nearer") || s.is(q.lo, "than") || s.is(q.lo-1, "than") && s.near(max(0, q.lo-8), 8, func(t int) bool { return s.is(t, "closer", "nearer") }):
		k.Op = ">="
		if !s.is(q.lo-2, "no") && !s.near(max(0, q.lo-9), 9, func(t int) bool { return s.is(t, "no", "not", "never", "any") }) {
			k.Op = "<="
		}
	case q.op == "<" || s.is(q.lo, "within") || s.is(q.lo-1, "within") || s.is(q.lo-2, "within"):
	case s.near(0, q.lo, func(t int) bool { return s.is(t, "closest", "nearest") }):
		k.Op = q.op
		if q.op == "=" {
			k.Op = "~"
		}
	case s.near(0, q.lo, func(t int) bool { return s.is(t, "furthest", "farthest") }):
		return
	case verb < q.lo-2 || s.is(q.lo-1, ","):
		return // it says how far a place lies, not how near the attack came
	}
	used := s.scopeOf(&k, min(verb, lo), max(verb+1, hi), "events")
	if k.Of.Actor == "" {
		return
	}
	k.Places = []tocsin.Place{y.place}
	s.markTaken(min(verb, lo), y.hi)
	s.add(k, lo, y.hi, append(used, [2]int{verb, verb + 1})...)
}

// closestTo is the town of "the closest attack to Abuja" before token i.
func (s *sentence) closestTo(i int) (spot, bool) {
	for k := 0; k < i; k++ {
		if !s.is(k, "closest", "nearest", "closer", "nearer") {
			continue
		}
		for t := k + 1; t < i; t++ {
			if s.is(t, "to") {
				return s.spotFrom(t + 1)
			}
		}
	}
	return spot{}, false
}

// struck is the attack that the sentence tells of beside tokens [lo, hi), -1 for none.
func (s *sentence) struck(lo, hi int) int {
	for k := lo - 1; k >= max(0, lo-14); k-- {
		if s.attackWord(k) || s.attackVerb(k) || s.is(k, "came", "reached", "operated", "advanced", "got", "crept", "hit", "killed", "fighting", "active") && len(s.parties()) > 0 {
			return k
		}
	}
	for k := hi; k < min(len(s.toks), hi+8); k++ {
		if s.attackWord(k) || s.attackVerb(k) {
			return k
		}
	}
	return -1
}
