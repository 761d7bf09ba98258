package claim

import (
	"tocsin"
)

// Where a town lies can be told without "in": the town is among a country's, or the country
// is the one where it lies.

// amongTowns reads "Mosul is among Iraq's cities", "one of the towns of Borno State is
// Damaturu" and "Syria is the country in which Aleppo lies".
func (s *sentence) amongTowns() {
	list := s.spots()
	for n := 0; n+1 < len(list); n++ {
		a, b := list[n], list[n+1]
		switch {
		case s.townsOf(a.hi, b) && !a.area:
			s.addContained(a, b, a.lo, b.hi)
		case s.is(0, "one", "among") && (a.area || s.unitWord(a)) && !b.area && s.townsNamed(0, a.lo) && s.verbTo(a.hi, b.lo):
			s.addContained(b, a, a.lo, b.hi)
		case !a.area && (b.area || s.unitWord(b)) && s.landWhere(a.lo-4, a.lo+1) && s.is(a.hi, "lies", "is") && s.verbTo(a.hi, b.lo):
			s.addContained(a, b, a.lo, b.hi)
		case (a.area || s.unitWord(a)) && !b.area && s.landWhere(a.hi, b.lo) && s.is(b.hi, "lies", "is", "stands", "sits", "can"):
			s.addContained(b, a, a.lo, b.hi)
		}
	}
}

// townsOf reports that tokens from i on say that what stands before them is one of the
// towns of y: "is among Iraq's cities", "is one of the towns of Borno State".
func (s *sentence) townsOf(i int, y spot) bool {
	if !s.is(i, "is", "was", "ranks", "counts", "remains") || !s.is(i+1, "among", "one") || !y.area && !s.unitWord(y) {
		return false
	}
	possess := s.is(y.hi, "'s", "’s", "'", "’") || s.is(y.hi-1, "'s", "’s", "'", "’")
	if possess {
		return s.townsNamed(y.hi, min(len(s.toks), y.hi+5)) && s.plainWords(i+2, y.lo)
	}
	return s.townsNamed(i+2, y.lo) && s.is(y.lo-1-boolInt(s.is(y.lo-1, "the")), "of", "in")
}

// townsNamed reports the word for towns among tokens [lo, hi).
func (s *sentence) townsNamed(lo, hi int) bool {
	return s.near(lo, hi-lo, func(k int) bool { return s.is(k, "towns", "cities", "villages", "ports", "settlements") })
}

// plainWords reports that tokens [lo, hi) only lead to a name.
func (s *sentence) plainWords(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if !s.is(k, "of", "the", "among") {
			return false
		}
	}
	return true
}

// verbTo reports that tokens [lo, hi) are a verb of being and what leads to a name.
func (s *sentence) verbTo(lo, hi int) bool {
	return hi-lo <= 4 && s.near(lo, hi-lo, func(k int) bool { return s.is(k, "is", "was", "are") })
}

// landWhere reports "is the country in which", "is the province where".
func (s *sentence) landWhere(lo, hi int) bool {
	return hi-lo <= 8 && (s.is(lo, "is", "was") || lo <= 1) && s.near(lo, hi-lo, func(k int) bool {
		return s.is(k, "country", "province", "region", "state", "district", "department", "county")
	}) &&
		s.near(lo, hi-lo, func(k int) bool { return s.is(k, "where", "which") })
}

// wayTo reads a direction told as a way: "to reach Lagos from Kano one has to travel
// south-west", "travelling east from Kano brings one to Maiduguri".
func (s *sentence) wayTo() {
	deg, at, end := 0.0, -1, 0
	going := false
	for i := range s.toks {
		going = going || s.is(i, "travel", "travels", "travelling", "traveling", "head", "heads", "heading", "go", "goes", "going", "drive", "drives", "driving", "fly", "flies", "flying", "journey", "reach", "reaches", "trip", "route", "flight", "road", "travellers", "move", "march")
		d, hi, ok := s.compass(i)
		if !ok || i < end || s.capital(i) && i > 0 {
			continue
		}
		if at >= 0 || s.is(hi, "of") {
			return
		}
		deg, at, end = d, i, hi
	}
	a, b, ok := s.twoTowns()
	if at < 0 || !ok || !going || s.near(0, len(s.toks), func(k int) bool { return s.attackWord(k) || s.attackVerb(k) }) {
		return
	}
	from := func(p spot) bool {
		return s.is(p.lo-1, "from", "leaving", "out") || s.is(p.lo-1, "of") && s.is(p.lo-2, "out")
	}
	to := func(p spot) bool { return s.is(p.lo-1, "to", "reach", "reaches", "towards", "toward", "for") }
	switch {
	case to(a) && from(b):
	case from(a) && to(b):
		a, b = b, a
	default:
		return
	}
	s.add(tocsin.Claim{Form: tocsin.FormDirection, Places: []tocsin.Place{a.place, b.place}, Value: tocsin.Number(deg), Unit: tocsin.Bearing}, min(a.lo, b.lo), max(a.hi, b.hi, end), [2]int{at, end})
}
