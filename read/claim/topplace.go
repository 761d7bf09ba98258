package claim

import (
	"tocsin"
	"tocsin/read/when"
)

// topPlace reads where the deadliest event of a time was: "the deadliest attack in Kenya in
// 2015 took place in Garissa", "lay about 330 km from Nairobi". What is ranked is one event of
// the whole time; the claim is how far from the town it lay.
func (s *sentence) topPlace(it elements, k tocsin.Claim, used [][2]int, span *when.Found, place float64) bool {
	w := span.When
	if place != 1 || len(it.towns) != 1 || w.From.IsZero() || s.noneSaidAt() || len(it.actors) == 1 && k.Of.Actor == "" {
		return false
	}
	if w.To.IsZero() || w.Open == "end" {
		w.To, w.Open = s.c.Published.AddDays(-1), "none"
	}
	p := it.towns[0]
	if k.Of.Country == "" && p.iso != "" {
		k.Of.Country = s.country(p.iso)
	}
	deg, lo, side := s.sideBefore(p.lo)
	if p.area && !side || k.Of.Country == "" || w.To < w.From {
		return false
	}
	k.Form, k.Window, k.Places = tocsin.FormDistance, &w, []tocsin.Place{p.place}
	k.Places[0].Relation = ""
	used = append(used, [2]int{span.Lo, span.Hi}, [2]int{p.lo, p.hi})
	q, u, _, far := s.lengthFrom(p)
	if side {
		c := k
		c.Form, c.Op, c.Value, c.Unit = tocsin.FormDirection, "", tocsin.Number(deg), tocsin.Bearing
		s.compose(c, lo, p.hi, used...)
	}
	switch {
	case far:
		k.Op, k.Value, k.Unit = q.op, tocsin.Number(q.value), u
		if q.upper > q.value {
			k.Value, k.Op = tocsin.Number((q.value+q.upper)/2), "~"
		}
		s.compose(k, q.lo, p.hi, used...)
	case !side && s.is(p.lo-1, "in", "at", "near", "on", "hit", "struck", "rocked", "of") || !side && s.near(max(0, p.lo-4), 4, func(t int) bool { return s.is(t, "in", "at", "near", "hit", "struck") }):
		k.Op, k.Value, k.Unit = "<=", tocsin.Number(atTownKM), tocsin.Kilometres
		s.compose(k, p.lo, p.hi, used...)
	case !side:
		return false
	}
	s.tollOfDay(k)
	for i := range s.out {
		if c := &s.out[i].Claim; c.Form == tocsin.FormCount { // its dead, on its day
			of := *c.Of
			of.Measure = "deaths"
			c.Of = &of
		}
	}
	return true
}

// atTownKM is how far from a town's centre what happened in it may have been.
const atTownKM = 25
