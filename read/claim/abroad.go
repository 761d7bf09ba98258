package claim

import "slices"

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
	return out
}

// sendsForces reports a country named as whose forces they are, in a sentence that names
// another as the place.
func (s *sentence) sendsForces(l *land) bool {
	at := l.hi + boolInt(l.possess && !l.demonym)
	if !l.demonym && !l.possess || !s.is(at, "army", "troops", "soldiers", "military", "forces") && !(s.is(at, "government", "security", "armed") && s.is(at+1, "forces", "troops")) {
		return false
	}
	return slices.ContainsFunc(s.lands, func(o land) bool {
		return o.iso != l.iso && !o.demonym && s.is(o.lo-1, "in", "across", "inside", "within", "throughout")
	})
}
