package claim

import (
	"slices"

	"tocsin/read/where"
)

// forcesAbroad are the forces of one country in a sentence about another: "Eritrean troops" in
// Ethiopia. At home they are the state's side, which most sentences only tell in passing.
func (s *sentence) forcesAbroad() (out []actorSpan) {
	for n := range s.lands {
		l := &s.lands[n]
		if !s.sendsForces(l) {
			continue
		}
		hi := l.hi + 1 + boolInt(l.possess && !l.demonym)
		for slices.Contains(stateNames, s.low(hi)) {
			hi++
		}
		out = append(out, actorSpan{lo: l.lo, hi: hi, text: s.text(l.lo, hi)})
	}
	for _, l := range s.strikers {
		out = append(out, actorSpan{lo: l.lo, hi: l.hi, text: s.text(l.lo, l.hi) + " forces", known: true})
	}
	return out
}

// apartStrikers takes those whose strikes are told of out of the countries of the sentence:
// "American strikes in Pakistan".
func (s *sentence) apartStrikers() {
	for n := 0; len(s.lands) > 1 && n < len(s.lands); n++ {
		l := s.lands[n]
		if !s.strikesAt(l.hi+boolInt(l.possess && !l.demonym)) || !s.sendsForces(&l) {
			continue
		}
		s.strikers = append(s.strikers, l)
		s.lands = slices.Delete(s.lands, n, n+1)
		s.places = slices.DeleteFunc(s.places, func(p where.Found) bool { return p.Lo == l.lo && p.Hi == l.hi })
		s.actors = slices.DeleteFunc(s.actors, func(a Actor) bool { return a.Lo < l.hi && a.Hi > l.lo })
		n--
	}
}

// sendsForces reports a country named as whose forces they are, in a sentence that names
// another as the place.
func (s *sentence) sendsForces(l *land) bool {
	at := l.hi + boolInt(l.possess && !l.demonym)
	us := s.is(l.lo, "us", "u.s.", "u.s") && l.hi == l.lo+1
	if !l.demonym && !l.possess && !us || !s.is(at, "army", "troops", "soldiers", "military", "forces") && !(s.is(at, "government", "security", "armed") && s.is(at+1, "forces", "troops")) && !s.strikesAt(at) {
		return false
	}
	return slices.ContainsFunc(s.lands, func(o land) bool {
		return o.iso != l.iso && !o.demonym && s.is(o.lo-1, "in", "across", "inside", "within", "throughout")
	})
}

// strikesAt reports at token i what only a country's forces do in another: "drone strikes".
func (s *sentence) strikesAt(i int) bool {
	for s.is(i, "air", "drone", "missile", "military", "bombing", "cross-border", "aerial", "artillery") {
		i++
	}
	return s.is(i, "strikes", "strike", "airstrikes", "airstrike", "bombardment", "raids", "operations", "bombings") && !s.is(i-1, "bombing")
}
