package claim

import (
	"slices"
	"strings"

	"tocsin"
)

// unitNouns are what the first-level units of countries are called.
var unitNouns = strings.Fields("state province region governorate department county oblast prefecture republic division territory")

// unitSpots are the provinces that the sentence names, those that only say where a town
// lies left out.
func (s *sentence) unitSpots() []spot {
	var out []spot
	list := s.spots()
	for n, p := range list {
		if p.place.Precision == "admin1" && !s.ofReporter(p.lo) && !(n > 0 && !list[n-1].area && s.contained(list, n)) {
			out = append(out, p)
		}
	}
	return out
}

// unitOfWhole is the province whose part of its country a share is: "Borno accounted for
// half of the deaths in Nigeria", "half of the deaths in Nigeria were in Borno". Where a
// group is named, a province after "in" only says where: "in Borno Boko Haram was behind
// nine in ten attacks".
func (s *sentence) unitOfWhole(q number, noun int, group bool) (spot, bool) {
	list := s.unitSpots()
	if len(list) != 1 || len(s.landOperands()) > 1 {
		return spot{}, false
	}
	p := list[0]
	in := s.inPhrase(p.lo)
	switch {
	case p.lo > max(q.hi, noun): // it must be what the verb says, not what the noun is of
		return p, s.near(max(q.hi, noun), p.lo-max(q.hi, noun), func(k int) bool {
			return s.is(k, "occurred", "came", "fell", "happened", "were", "was", "are", "is", "took", "took", "concentrated", "recorded", "died", "killed", "suffered") && k > noun
		})
	case in && (group || s.is(p.lo-1, "of") && p.hi > q.hi):
		return spot{}, false
	}
	return p, true
}

// deadliestUnit writes "Borno was the deadliest state in Nigeria in 2014": the rank of a
// province among those of its country, which a than with a country means.
func (s *sentence) deadliestUnit(i, hi int, place float64) {
	list := s.unitSpots()
	if len(list) == 0 || len(s.parties()) > 1 || s.ordinalBefore(i) && place == 1 {
		return
	}
	p := list[0]
	for _, other := range list {
		if other.hi <= i || len(list) == 1 {
			p = other
		}
	}
	c := tocsin.Claim{Form: tocsin.FormRank, Op: "=", Value: tocsin.Number(place), Unit: tocsin.Rank}
	used := s.scopeOf(&c, i, hi, "deaths")
	if c.Window == nil || c.Of.Country == "" {
		return
	}
	if s.near(i, 4, func(k int) bool { return s.is(k, "attacks", "events", "clashes", "incidents") }) {
		c.Of.Measure = "events"
	}
	c.Places = []tocsin.Place{p.place}
	c.Than = &tocsin.Measure{Act: "assault", Country: c.Of.Country}
	s.markTaken(i, hi)
	s.add(c, i, hi, append(used, [2]int{p.lo, p.hi})...)
}

// unitNoun reports a word for a first-level unit, one or many.
func (s *sentence) unitNoun(i int) bool {
	return slices.Contains(unitNouns, strings.TrimSuffix(s.low(i), "s")) || s.is(i, "counties", "territories")
}

// unitPlaces is the one province that the sentence names, as the place of a claim.
func (s *sentence) unitPlaces() []tocsin.Place {
	if list := s.unitSpots(); len(list) == 1 {
		return []tocsin.Place{list[0].place}
	}
	return nil
}
