package claim

import (
	"strconv"
)

// withinRadius puts into the relation of a place how far around it the text counts:
// "within 50 km of Djibo", "in a 60-mile radius of Jos". A number counted there is one
// of that circle, not of the town.
func (s *sentence) withinRadius(p spot) (spot, bool) {
	if round, ok := s.radiusAfter(p); ok {
		return round, true
	}
	for i := max(0, p.lo-12); i < p.lo; i++ {
		q, ok := s.quantity(i)
		if !ok {
			continue
		}
		u, hi, ok := s.lengthUnit(q.hi)
		if !ok || hi > p.lo || !s.leadsRound(hi, p.lo) {
			continue
		}
		if q.op != "<" && q.op != "<=" && !s.near(max(0, q.lo-4), p.lo-max(0, q.lo-4), func(t int) bool { return s.is(t, "within", "radius", "circle") }) {
			continue
		}
		p.place.Relation = "within " + strconv.FormatFloat(q.value, 'f', -1, 64) + " " + string(u) + " of"
		p.lo = q.lo
		return p, true
	}
	return p, false
}

// radiusAfter reads the length after the place: "in and around Mosul, within 25 km of the city".
func (s *sentence) radiusAfter(p spot) (spot, bool) {
	for i := p.hi; i < min(p.hi+14, len(s.toks)); i++ {
		if !s.is(i, "within", "inside", "radius", "counting") {
			continue
		}
		for k := i + 1; k < min(i+5, len(s.toks)); k++ {
			q, ok := s.quantity(k)
			if !ok {
				continue
			}
			u, hi, ok := s.lengthUnit(q.hi)
			if !ok {
				return p, false
			}
			at := hi
			for s.is(at, "of", "from", "around", "radius", "the", "its", "'s", "’s") {
				at++
			}
			if at == hi || p.area || s.is(at+1, "of") || s.capital(at+1) || !s.is(at, "city", "town", "centre", "center", "it", "village", "capital", "port", "there") && !s.is(at-1, "radius") {
				return p, false
			}
			p.place.Relation = "within " + strconv.FormatFloat(q.value, 'f', -1, 64) + " " + string(u) + " of"
			p.hi = at + 1
			return p, true
		}
		return p, false
	}
	return p, false
}

// circled reports a place around which the text counts.
func (s *sentence) circled(p spot) bool {
	_, ok := s.withinRadius(p)
	return ok
}

// leadsRound reports that tokens [lo, hi) lead from a length to the place around which
// it is measured.
func (s *sentence) leadsRound(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if !s.is(k, "of", "from", "around", "to", "radius", "circle", "the", "town", "city", "village", "capital", "(", ")", "away", "'s", "’s") && s.landAt(k) == nil {
			return false
		}
	}
	return hi > lo
}

// ownRadius reports that the length q says around which of the sentence's places its dead
// or its attacks are counted, and so is no distance between two places.
func (s *sentence) ownRadius(x, y spot) bool {
	if x.place.Precision == "country" && (x.iso == y.iso || y.iso == "") {
		return true // a country is not so far from its own town
	}
	_, ok := s.withinRadius(y)
	return ok && (s.deadly() || s.near(0, len(s.toks), s.attackWord)) && s.struckOrCounted()
}

// struckOrCounted reports a number of attacks or dead in what was found so far, or a
// number that has not been read yet.
func (s *sentence) struckOrCounted() bool {
	for i := range s.toks {
		q, ok := s.quantity(i)
		if !ok {
			continue
		}
		if _, measure, ok := s.counted(q); ok && measure != "" {
			return true
		}
	}
	return false
}
