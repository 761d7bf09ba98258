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
		s.add(k, min(i, towns[0].lo), min(len(s.toks), max(i+2, towns[0].hi)), append(used, [2]int{towns[0].lo, towns[0].hi})...)
		return
	}
}

// nones are the words by which nothing came so far; limits those after which it is not
// clear how far it came.
var (
	nones  = []string{"never", "no", "not", "n't", "none", "nor", "nothing", "nowhere", "nobody", "without", "cannot"}
	limits = []string{"hardly", "barely", "scarcely", "short", "confined", "limited", "stayed", "stays", "stopped", "kept", "fail", "failed", "fails", "neither", "yet", "almost", "nearly", "until", "unable", "except", "all", "always"}
)

// noneSaid reports a word among tokens [lo, hi) by which nothing came so far; ok is false
// where a word leaves it unclear.
func (s *sentence) noneSaid(lo, hi int) (none, ok bool) {
	for k := lo; k < hi; k++ {
		if slices.Contains(limits, s.low(k)) {
			return false, false
		}
		none = none || slices.Contains(nones, s.low(k))
	}
	return none, true
}

// toward reads at token i how far something reached: ">" beyond a place, "<=" not
// beyond it, "=" that place at the most.
func (s *sentence) toward(i int) (deg float64, op string, ok bool) {
	if _, far := extreme(s.low(i)); !far && !s.is(i, "further", "farther", "beyond") {
		return 0, "", false
	}
	none, clear := s.noneSaid(0, len(s.toks))
	if !clear {
		return 0, "", false
	}
	if deg, ok := extreme(s.low(i)); ok {
		return deg, "=", !none && !s.ordinalBefore(i)
	}
	any := s.near(0, len(s.toks), func(k int) bool { return s.is(k, "any") })
	if s.is(i, "further", "farther") {
		deg, hi, ok := s.compass(i + 1)
		return deg, map[bool]string{true: "<=", false: ">"}[none || any], ok && s.is(hi, "than")
	}
	if s.is(i, "beyond") {
		for k := 0; k < len(s.toks); k++ {
			if deg, _, ok := s.compass(k); ok && !s.capital(k) && s.is(k-1, "the") {
				return deg, map[bool]string{true: "<=", false: ">"}[none], true
			}
		}
	}
	return 0, "", false
}
