package claim

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/when"
)

// noneBetween reads "no successful coup between July 1977 and October 1999" as a number
// of none in the time that lies between the two.
func (s *sentence) noneBetween(k tocsin.Claim, lo, hi int, land [2]int) bool {
	if !s.near(max(0, lo-8), lo-max(0, lo-8), func(t int) bool { return s.is(t, "no", "not", "n't", "never", "without") }) || s.is(lo-1, "first", "last") {
		return false
	}
	for n := range s.times {
		f := &s.times[n]
		w := f.When
		if f.Kind != when.Date || w.From.IsZero() || w.To.IsZero() || w.Open != "none" || w.To < w.From.AddMonths(13) || !s.is(f.Lo, "between", "from") && !s.is(f.Lo-1, "between", "from") {
			continue
		}
		step := 12
		if s.near(f.Lo, f.Hi-f.Lo, func(t int) bool { return monthNames[s.low(t)] > 0 }) {
			step = 1
		}
		w.From, w.To = w.From.AddMonths(step), w.To.AddDays(1).AddMonths(-step).AddDays(-1)
		if w.To <= w.From {
			return false
		}
		k.Form, k.Op, k.Value, k.Unit, k.Window = tocsin.FormCount, "=", tocsin.Number(0), tocsin.Coups, &w
		s.markTaken(max(0, lo-8), hi)
		s.add(k, lo, hi, land, [2]int{f.Lo, f.Hi})
		return true
	}
	return false
}

// timesOver is how often the sentence says that power was seized: "twice", "five times".
func (s *sentence) timesOver() (q number, ok bool) {
	for i := range s.toks {
		switch {
		case s.is(i, "twice") && !s.is(i+1, "as"):
			return number{lo: i, hi: i + 1, value: 2, op: "="}, true
		case s.is(i, "thrice"):
			return number{lo: i, hi: i + 1, value: 3, op: "="}, true
		}
		if n, found := s.quantity(i); found && s.is(n.hi, "times", "occasions") || found && s.is(n.hi, "separate", "different") && s.is(n.hi+1, "times", "occasions") {
			n.hi++
			return n, true
		}
	}
	return number{}, false
}

// coupsNumber reads "the number of successful coups in Mali since 1990 is six" for the coups at
// tokens [lo, hi).
func (s *sentence) coupsNumber(lo, hi int) (number, bool) {
	if !s.near(max(0, lo-4), 4, func(k int) bool { return s.is(k, "number") && s.is(k+1, "of") }) {
		return number{}, false
	}
	for i := hi; i < len(s.toks); i++ {
		if q, ok := s.quantity(i); ok && !s.timeOver(q.hi-1) && s.near(max(hi, q.lo-3), q.lo-max(hi, q.lo-3)+1, func(k int) bool {
			return s.is(k, "is", "was", "stands", "stood", "to", "at", "reached", "totals", "totalled")
		}) {
			return q, true
		}
	}
	return number{}, false
}

// seizedTimes writes how often power was seized in a time that the sentence names.
func (s *sentence) seizedTimes(of *tocsin.Measure, lo, hi int, land [2]int) bool {
	q, ok := s.timesOver()
	if !ok {
		return false
	}
	s.coupNumber(tocsin.Claim{Of: of}, min(lo, q.lo), max(hi, q.hi), q.value, q.op, land)
	return true
}

// firstToSince reports that tokens after the "first" at t lead to its "since": "first to
// succeed in Pakistan since", "first successful one there since".
func (s *sentence) firstToSince(t int) bool {
	for k := t + 1; k < min(len(s.toks), t+9); k++ {
		if s.is(k, "since") {
			return k > t+1
		}
		if !s.is(k, "such", "there", "one", "coup", "to", "succeed", "in", "the", "country", "successful", "military", "putsch", "takeover") && s.landAt(k) == nil {
			return false
		}
	}
	return false
}

// clefts hangs the claims of "it was in December 2006 that" on the time that it puts in
// front, which is no time of another clause.
func (s *sentence) clefts(list []Found) {
	for i := range list {
		k := list[i].Claim
		if (k.Form == tocsin.FormDirection || k.Form == tocsin.FormDistance) && (s.is(0, "to") && s.is(1, "reach", "get", "travel", "go") || s.is(0, "between")) {
			for t := range s.toks {
				if s.toks[t].Head < 0 {
					list[i].Head = t // the way is no purpose
				}
			}
		}
		if h := list[i].Head; k.Form == tocsin.FormDate && h >= 0 && s.is(h, "attempt", "bid", "effort", "try") { // a bid to topple him failed
			if v := s.toks[h].Head; v >= 0 && v < len(s.toks) && s.toks[v].UPOS == "VERB" {
				list[i].Head = v
			}
		}
		if h := list[i].Head; h >= 0 && s.near(0, h, func(t int) bool { return s.is(t, "no", "not", "n't", "never") }) && s.toks[h].UPOS == "NOUN" && s.toks[h].Is("obj") && (k.Form == tocsin.FormLast || k.Form == tocsin.FormDate || k.Form == tocsin.FormFirst || k.Form == tocsin.FormCount) {
			if v := s.toks[h].Head; v >= 0 && v < len(s.toks) && s.is(v, "had", "has", "have", "seen", "saw", "experience", "experienced", "suffered", "see", "known", "carried", "recorded", "witnessed") {
				list[i].Head = v // has had no coup: the denial is of the verb
			}
		}
		if k.Form != tocsin.FormDuration || k.Window == nil {
			continue
		}
		for n := range s.times { // the first in six years when the army took over in May
			if f := &s.times[n]; f.When.From == k.Window.From && f.When.To == k.Window.To && f.Lo > list[i].Head && s.near(list[i].Head, f.Lo-list[i].Head, func(t int) bool { return s.is(t, "when") }) {
				list[i].Head = f.Head
			}
		}
	}
	if !s.is(0, "it") || !s.is(1, "was") {
		return
	}
	for n := range s.times {
		f := &s.times[n]
		if f.Lo > 4 || !s.is(f.Hi, "that", "when") && !(s.is(f.Hi, ",") && s.is(f.Hi+1, "that")) {
			continue
		}
		for i := range list {
			if k := list[i].Claim; k.Window != nil && k.Window.From == f.When.From && k.Window.To == f.When.To {
				list[i].Head = f.Head
			}
		}
	}
}

// trying reports that power is only tried to be seized at token i: "an attempt to seize".
func (s *sentence) trying(i int) bool {
	return s.is(i-1, "to", "at") && s.near(max(0, i-4), 3, func(k int) bool {
		return s.is(k, "attempt", "attempted", "attempts", "tried", "bid", "effort", "try", "trying", "sought", "failed")
	})
}

// failing reports a word of failure in the sentence.
func (s *sentence) failing() bool {
	return s.near(0, len(s.toks), func(k int) bool {
		return strings.HasPrefix(s.low(k), "fail") || slices.Contains([]string{"foiled", "thwarted", "unsuccessful", "unsuccessfully", "abortive", "collapsed", "crushed", "quashed", "defeated", "repelled"}, s.low(k)) || s.is(k, "put") && s.is(k+1, "down")
	})
}

// soldiers are the tokens of those who seized power, before token i.
func (s *sentence) soldiers(i int) [2]int {
	for k := i - 1; k >= 0; k-- {
		if slices.Contains(stateActors, s.low(k)) || s.is(k, "officers", "generals", "junta") {
			return [2]int{k, k + 1}
		}
	}
	return [2]int{}
}

// military reports whether the sentence names soldiers.
func (s *sentence) military() bool {
	for i := range s.toks {
		if slices.Contains(stateActors, s.low(i)) || s.is(i, "officers", "generals", "junta", "mutineers", "general", "colonels", "commanders", "putschists", "guard", "paratroopers") || s.is(i, "armed") && s.is(i+1, "forces") || s.is(i, "men") && s.is(i+1, "in") && s.is(i+2, "uniform") || s.is(i, "from") && s.is(i+1, "power") {
			return true
		}
	}
	return false
}

func (s *sentence) coupNumber(k tocsin.Claim, lo, hi int, n float64, op string, land [2]int) bool {
	w, at := s.timeFor(lo, hi)
	if w == nil {
		return false
	}
	k.Form, k.Op, k.Value, k.Unit, k.Window = tocsin.FormCount, op, tocsin.Number(n), tocsin.Coups, w
	s.add(k, lo, hi, land, at)
	return true
}

// pairTimes gives each of several countries' coups the time right behind its country: "in
// Zimbabwe in November 2017 and in Sudan in April 2019".
func (s *sentence) pairTimes(list []Found) {
	if len(s.lands) < 2 || len(s.times) < 2 {
		return
	}
	for n := range list {
		k := &list[n].Claim
		if k.Form != tocsin.FormDate || k.Of == nil || !strings.Contains(k.Of.Act, "coup") {
			continue
		}
		for _, l := range s.lands {
			for _, f := range s.times {
				if l.name == k.Of.Country && s.is(l.hi, "in") && (f.Lo == l.hi || f.Lo == l.hi+1) && !f.When.From.IsZero() {
					w := f.When
					k.Window = &w
				}
			}
		}
	}
}
