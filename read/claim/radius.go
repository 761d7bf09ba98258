package claim

import (
	"slices"
	"strconv"
	"strings"

	"tocsin"
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
		if q.op != "<" && q.op != "<=" && !s.near(max(0, q.lo-4), p.lo-max(0, q.lo-4), func(t int) bool {
			return s.is(t, "within", "radius", "circle") || s.is(t, "nearer", "closer") && s.is(t+1, "than")
		}) {
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
			if at == hi && !p.area && s.setApart(i, hi) {
				p.place.Relation = "within " + strconv.FormatFloat(q.value, 'f', -1, 64) + " " + string(u) + " of"
				p.hi = hi
				return p, true
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

// setApart reports that the length that ends at token hi stands between commas or brackets with the
// word at i that leads to it: "in and around Mosul, counting a radius of 25 km, ...".
func (s *sentence) setApart(i, hi int) bool {
	return s.near(max(0, i-4), min(i, 4), func(k int) bool { return s.is(k, ",", "(", "–", "—") }) && (hi >= len(s.toks) || s.is(hi, ",", ")", ".", "–", "—"))
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
		if s.is(k, ",") && s.is(k-1, "capital") && k == hi-1 {
			continue // the Malian capital, Bamako
		}
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

// oneRound is the one circle around a town of which the sentence tells, nil for none or for
// several.
func (s *sentence) oneRound() *spot {
	if !s.has(isLength) {
		return nil
	}
	var round *spot
	for _, p := range s.spots() {
		q, ok := s.withinRadius(p)
		if !ok || p.place.Precision == "country" {
			continue
		}
		if round != nil || s.leads(q.lo) {
			return nil
		}
		round = &q
	}
	return round
}

// roundItem takes up the circle of the sentence, with what tells in which unit or country its
// town lies.
func (s *sentence) roundItem() {
	if s.round = s.oneRound(); s.round == nil {
		return
	}
	for s.round.lo > 0 && s.is(s.round.lo-1, "within", "a", "the", "radius", "circle", "of", "inside", "-") {
		s.round.lo--
	}
	hi := s.round.hi
	if !s.is(hi, ",") {
		return
	}
	for k := hi + 1; k < min(hi+9, len(s.toks)); k++ {
		switch {
		case s.is(k, ","):
			s.round.hi = k + 1
			return
		case s.timeOver(k) || s.numeral(k) || !s.capital(k) && !s.is(k, append(adminWords, "in", "'s", "’s", "of", "the", "-", "north", "south", "east", "west", "northern", "southern", "eastern", "western", "north-eastern", "north-western", "south-eastern", "south-western", "northeastern", "northwestern", "southeastern", "southwestern", "north-east", "north-west", "south-east", "south-west", "northeast", "northwest", "southeast", "southwest", "central", "far")...):
			return
		}
	}
}

// roundedTown gives the one circle of the sentence to the changes and ranks of it that have no
// place of their own: "more were killed within 50 km of X in 2014 than in 2013".
func (s *sentence) roundedTown(list []Found) {
	if !slices.ContainsFunc(list, func(f Found) bool { return circular(f) }) {
		return
	}
	round := s.oneRound()
	if round == nil {
		return
	}
	for i := range list {
		if circular(list[i]) {
			list[i].Claim.Places = []tocsin.Place{round.place}
			span := s.span(round.lo, round.hi)
			list[i].Span = tocsin.Span{min(list[i].Span[0], span[0]), max(list[i].Span[1], span[1])}
		}
	}
}

// circular reports a claim without a place of its own that may be one of a circle.
func circular(f Found) bool {
	k := &f.Claim
	if k.Of == nil || k.Than != nil || len(k.Places) > 0 || strings.Contains(k.Of.Act, "coup") {
		return false
	}
	return k.Form == tocsin.FormChange || k.Form == tocsin.FormRank && k.Unit == tocsin.Rank || k.Form == tocsin.FormCount && (k.Novelty == "again" || f.Sure)
}

// roundAside reports a segment that only says where the town lies from which a length was
// told right before it: "within 50 km of X, in Y's Z state, deaths rose".
func roundAside(seg, before []string) bool {
	if seg[0] != "in" || len(seg) > 7 || slices.ContainsFunc(seg, func(w string) bool { _, month := monthNames[w]; return month || hasDigit(w) || periods[w] > 0 }) {
		return false
	}
	for k := len(before) - 1; k > max(0, len(before)-7); k-- {
		if before[k] == "of" || before[k] == "from" || before[k] == "around" {
			return slices.Contains(lengthWords, before[k-1]) || before[k-1] == "radius" || before[k-1] == "circle"
		}
		if before[k] == "," {
			return false
		}
	}
	return false
}

// toldFrom reports a place from which a length or a side is told of what was counted.
func (s *sentence) toldFrom(p spot) bool {
	if !s.near(0, len(s.toks), func(k int) bool { return s.attackWord(k) || s.deathWord(k) || s.killWord(k) }) {
		return false
	}
	_, _, side := s.sideBefore(p.lo)
	_, _, _, length := s.lengthFrom(p)
	return side || length || s.circled(p)
}

// byTheWay is the place of a containment: near where it is told in an aside to a place from which
// something else is measured.
func (s *sentence) byTheWay(p spot) tocsin.Place {
	if s.is(p.hi, ",") && s.toldFrom(p) {
		p.place.Role = "near"
	}
	return p.place
}
