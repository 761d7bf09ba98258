package claim

import (
	"slices"

	"tocsin"
)

// furthest reads how far toward a side a group has been: "further south than X",
// "beyond X to the south", and that it never was; "X is the southernmost place".
func (s *sentence) furthest() {
	if slices.ContainsFunc(s.out, func(f Found) bool { return f.Claim.Unit == tocsin.Bearing && f.Claim.Of != nil }) || len(s.actorOperands()) != 1 {
		return
	}
	for i := range s.toks {
		deg, op, ok := s.toward(i)
		if !ok {
			continue
		}
		var towns []spot
		for n, p := range s.spots() {
			if !s.contained(s.spotList, n) && !(p.area && s.landAt(p.lo) != nil) && !s.ofReporter(p.lo) {
				towns = append(towns, p)
			}
		}
		if len(towns) != 1 {
			return
		}
		k := tocsin.Claim{Form: tocsin.FormFirst, Op: op, Value: tocsin.Number(deg), Unit: tocsin.Bearing}
		if op == "=" {
			k.Form = tocsin.FormRank
		}
		used := s.fill(&k, s.ofClass("events"), s.landOperands(), s.actorOperands())
		if len(s.landOperands()) != 1 {
			k.Of.Country = ""
		}
		if s.near(0, len(s.toks), func(t int) bool { return s.is(t, "civilians") && s.killWord(t-1) }) {
			k.Of.Measure = "one-sided events"
		}
		if w, at := s.timeFor(i, i+1); w != nil {
			k.Window, used = w, append(used, at)
		}
		k.Places = []tocsin.Place{towns[0].place}
		s.markTaken(0, len(s.toks))
		s.add(k, min(i, towns[0].lo), max(i+2, towns[0].hi), append(used, [2]int{towns[0].lo, towns[0].hi})...)
		return
	}
}

// toward reads at token i how far something reached: ">" beyond a place, "<=" not
// beyond it, "=" that place at the most.
func (s *sentence) toward(i int) (deg float64, op string, ok bool) {
	none := s.near(0, len(s.toks), func(k int) bool { return s.is(k, "never", "no", "not", "n't", "none", "nor") })
	if deg, ok := extreme(s.low(i)); ok {
		return deg, "=", !none
	}
	any := s.near(0, len(s.toks), func(k int) bool { return s.is(k, "any") })
	if s.is(i, "further", "farther") {
		deg, hi, ok := s.compass(i + 1)
		return deg, map[bool]string{true: "<=", false: ">"}[none || any], ok && s.is(hi, "than")
	}
	if s.is(i, "beyond") {
		for k := i + 1; k < min(len(s.toks), i+8); k++ {
			if deg, _, ok := s.compass(k); ok && !s.capital(k) {
				return deg, map[bool]string{true: "<=", false: ">"}[none], true
			}
		}
	}
	return 0, "", false
}
