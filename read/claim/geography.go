package claim

import (
	"strings"

	"tocsin"
	"tocsin/geo"
)

// lengthUnit is the unit of length that token i names.
func (s *sentence) lengthUnit(i int) (tocsin.Unit, int, bool) {
	w := s.low(i)
	if w == "nautical" && s.is(i+1, "miles", "mile") {
		return tocsin.NauticalMiles, i + 2, true
	}
	if w == "-" || w == "‑" { // 300-kilometre
		i++
		w = s.low(i)
	}
	if w == "m" {
		return "", i, false
	}
	u, ok := tocsin.ParseUnit(w)
	if !ok || u.Dimension() != "length" || u == tocsin.Metres {
		return "", i, false
	}
	hi := i + 1
	if s.is(hi, ".") && s.is(i, "km", "mi") && hi < len(s.toks)-1 {
		hi++
	}
	return u, hi, true
}

// skipParen steps over "(183 miles)", a second unit in brackets.
func (s *sentence) skipParen(i int) int {
	if !s.is(i, "(", "[") {
		return i
	}
	for k := i + 1; k < len(s.toks) && k < i+8; k++ {
		if s.is(k, ")", "]") {
			return k + 1
		}
	}
	return i
}

// bearingAt reads a direction at token i: "north", "north-east", "to the south of",
// "due west". hi is after it, "of" included; ok only for a relation ("north of").
func (s *sentence) bearingAt(i int) (deg float64, hi int, ok bool) {
	k := i
	for s.is(k, "to", "the", "due", "just", "directly", "toward", "towards", "in", "further", "farther", "away", "lies", "straight") && k < i+4 {
		k++
	}
	deg, k, ok = s.compass(k)
	if !ok {
		return 0, i, false
	}
	if s.is(k, "side") {
		k++
	}
	if s.is(k, "of", "from") {
		return deg, k + 1, true
	}
	return 0, i, false
}

// compass reads a direction of one to three tokens: "north", "north", "-", "east".
func (s *sentence) compass(k int) (deg float64, hi int, ok bool) {
	if !compassStart(s.low(k)) {
		return 0, k, false
	}
	for n := 3; n >= 1; n-- {
		if k+n > len(s.toks) {
			continue
		}
		var b strings.Builder
		for i := k; i < k+n; i++ {
			b.WriteString(s.low(i))
		}
		if deg, ok = geo.CompassBearing(b.String()); ok && len(b.String()) > 1 {
			return deg, k + n, true
		}
	}
	return 0, k, false
}

// compassStart is the cheap half of the test: most words are no direction.
func compassStart(w string) bool {
	switch {
	case len(w) < 2:
		return false
	case len(w) <= 3:
		return strings.Trim(w, "nsew") == ""
	}
	return strings.HasPrefix(w, "north") || strings.HasPrefix(w, "south") || strings.HasPrefix(w, "east") || strings.HasPrefix(w, "west")
}

// distances finds how far one place lies from another, and in which direction.
func (s *sentence) distances() {
	for i := range s.toks {
		if s.is(i, "closest", "nearest", "furthest", "farthest") && s.near(max(0, i-3), 6, s.attackWord) {
			return // how far off an attack was, not a town
		}
	}
	for i := 0; i < len(s.toks); i++ {
		q, ok := s.quantity(i)
		if !ok {
			continue
		}
		u, hi, ok := s.lengthUnit(q.hi)
		if !ok {
			i = q.hi - 1
			continue
		}
		hi = s.skipParen(hi)
		s.distanceAt(q, u, hi)
		i = hi - 1
	}
}

// distanceAt reads the places around a length.
func (s *sentence) distanceAt(q number, u tocsin.Unit, hi int) {
	if s.byRoad(q.lo, hi) {
		return
	}
	k := tocsin.Claim{Form: tocsin.FormDistance, Op: q.op, Value: tocsin.Number(q.value), Unit: u}
	if q.upper > q.value {
		k.Value, k.Op = tocsin.Number((q.value+q.upper)/2), "~"
	}
	if s.is(hi, "apart") {
		if a, b, ok := s.twoBefore(q.lo); ok {
			k.Places = []tocsin.Place{a.place, b.place}
			s.add(k, q.lo, hi+1, [2]int{a.lo, a.hi}, [2]int{b.lo, b.hi})
		}
		return
	}
	deg, after, directed := s.bearingAt(hi)
	from := after
	if !directed {
		from = s.afterFrom(hi)
	}
	if from > 0 {
		if y, ok := s.spotFrom(from); ok {
			s.placeFrom(k, q, hi, y, deg, directed)
			return
		}
	}
	s.betweenPair(k, q, hi)
}

// byRoad reports a length along a road or a border, which no straight line answers.
func (s *sentence) byRoad(lo, hi int) bool {
	for i := max(0, lo-3); i < min(len(s.toks), hi+8); i++ {
		if i > hi && s.is(i, ",", "but", ";") {
			break
		}
		if s.timeOver(i) {
			continue // 23 March is no march
		}
		if s.is(i, "road", "drive", "driving", "border", "long", "wide", "radius", "range", "march", "marched", "walk", "walked", "stretch", "highway", "pipeline", "railway", "convoy", "travelled", "traveled") {
			return !s.is(i, "long", "range", "border") || i >= hi && i < hi+2 || i < lo && s.is(i+1, "of", "is")
		}
	}
	return false
}

// afterFrom is the token after "from", "away from", "of", "outside"; 0 where none stands.
func (s *sentence) afterFrom(i int) int {
	switch {
	case s.seq(i, "away", "from"), s.seq(i, "distant", "from"), s.seq(i, "far", "from"), s.seq(i, "inland", "from"), s.seq(i, "up", "from"), s.seq(i, "down", "from"):
		return i + 2
	case s.is(i, "from", "of", "outside"):
		return i + 1
	}
	return 0
}

// placeFrom writes a distance, and a direction where there is one, of the place
// spoken of from place y.
func (s *sentence) placeFrom(k tocsin.Claim, q number, hi int, y spot, deg float64, directed bool) {
	x, ok := s.spotBefore(q.lo, y.place.Text)
	if !ok { // "About 300 km north of Bamako lies Timbuktu"
		x, ok = s.spotAfter(y.hi)
	}
	if !ok && s.is(y.hi, "to") && !directed { // "It is 300 km from Mopti to Gao"
		x, ok = s.spotFrom(y.hi + 1)
	}
	if !ok || x.lo == y.lo || s.ownRadius(x, y) {
		return
	}
	k.Places = []tocsin.Place{x.place, y.place}
	s.add(k, q.lo, y.hi, [2]int{x.lo, x.hi})
	if directed {
		d := tocsin.Claim{Form: tocsin.FormDirection, Places: k.Places, Value: tocsin.Number(deg), Unit: tocsin.Bearing}
		s.add(d, hi, y.hi, [2]int{x.lo, x.hi})
		for t := hi; t < y.hi; t++ {
			s.taken[t] = true
		}
	}
}

// spotAfter is the first place after token i within the clause.
func (s *sentence) spotAfter(i int) (spot, bool) {
	for k := i; k < min(i+8, len(s.toks)); k++ {
		if s.is(k, ".", ";") {
			break
		}
		if s.is(k, "lies", "is", "sits", "stands", "was", "in") {
			return s.spotFrom(k + 1)
		}
	}
	return spot{}, false
}

// twoBefore are the two places joined by "and" before token i.
func (s *sentence) twoBefore(i int) (a, b spot, ok bool) {
	list := s.named(0, i)
	for k := len(list) - 1; k > 0; k-- {
		if list[k].lo-list[k-1].hi <= 4 && s.joined(list[k-1].hi, list[k].lo) {
			return list[k-1], list[k], true
		}
	}
	return a, b, false
}

func (s *sentence) joined(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if s.is(i, "and", "to", "from") {
			return true
		}
	}
	return false
}

// named lists the places of tokens [lo, hi): those found, else capitalised names.
func (s *sentence) named(lo, hi int) []spot {
	var out []spot
	for i := lo; i < hi; i++ {
		hit := false
		for _, p := range s.spots() {
			if p.lo == i {
				out, i, hit = append(out, p), p.hi-1, true
				break
			}
		}
		if !hit && i > 0 && s.capital(i) && !s.timeOver(i) && s.landAt(i) == nil {
			if p, ok := s.nameAt(i); ok {
				out, i = append(out, p), p.hi-1
			}
		} else if !hit && i == 0 && s.capital(0) && s.is(1, "and") {
			if p, ok := s.nameAt(0); ok {
				out = append(out, p)
			}
		}
	}
	return out
}

// betweenPair reads "the distance between X and Y is N km", "N km separate X from Y".
func (s *sentence) betweenPair(k tocsin.Claim, q number, hi int) {
	if s.is(0, "between") && s.near(1, q.lo, func(t int) bool { return s.is(t, "lie", "lies", "lay", "are", "is") }) {
		if list := s.named(1, q.lo); len(list) == 2 && s.joined(list[0].hi, list[1].lo) {
			k.Places = []tocsin.Place{list[0].place, list[1].place}
			s.add(k, q.lo, hi, [2]int{0, list[1].hi})
			return
		}
	}
	if list := s.named(hi, len(s.toks)); len(list) == 2 && s.is(list[0].lo-1, "from") && s.is(list[1].lo-1, "to") && !s.deadly() {
		k.Places = []tocsin.Place{list[0].place, list[1].place}
		s.add(k, q.lo, hi, [2]int{list[0].lo, list[1].hi})
		return
	}
	for i := range s.toks {
		if !s.is(i, "distance", "separate", "separates", "separated", "separating") {
			continue
		}
		if s.is(i, "distance") && i < q.lo {
			list := s.named(i, q.lo)
			if len(list) >= 2 {
				k.Places = []tocsin.Place{list[0].place, list[1].place}
				s.add(k, q.lo, hi, [2]int{i, list[1].hi})
			}
			return
		}
		list := s.named(hi, len(s.toks))
		if i >= hi && len(list) >= 2 {
			k.Places = []tocsin.Place{list[0].place, list[1].place}
			s.add(k, q.lo, hi, [2]int{i, list[1].hi})
			return
		}
	}
}

// directions finds "X lies north of Y" without a length.
func (s *sentence) directions() {
	for i := 0; i < len(s.toks); i++ {
		if s.taken[i] {
			continue
		}
		deg, after, ok := s.bearingAt(i)
		if !ok || s.is(i-1, "far", "as") {
			continue
		}
		if s.partOfLand(i, after) {
			i = after - 1
			continue
		}
		lo := i
		y, okY := s.spotFrom(after)
		x, okX := s.spotBefore(lo, y.place.Text)
		if !okX && okY && lo <= 2 && s.is(y.hi, "lies", "is", "sits", "stands", ",") { // "To the south of Kirkuk lies Baghdad"
			if z, ok := s.spotAfter(y.hi); ok {
				d := tocsin.Claim{Form: tocsin.FormDirection, Places: []tocsin.Place{z.place, y.place}, Value: tocsin.Number(deg), Unit: tocsin.Bearing}
				s.add(d, lo, z.hi)
				i = z.hi - 1
				continue
			}
		}
		if okX && okY && !y.area && s.landAt(x.lo) != nil && x.place.Precision != "town" { // no country lies south of a town
			i = after - 1
			continue
		}
		if !okY || !okX || x.lo == y.lo || lo-x.hi > 18 || lo-x.hi > 8 && !s.isApposed(lo, x) || !s.copular(x.hi, lo) {
			i = after - 1
			continue
		}
		d := tocsin.Claim{Form: tocsin.FormDirection, Places: []tocsin.Place{x.place, y.place}, Value: tocsin.Number(deg), Unit: tocsin.Bearing}
		s.add(d, lo, y.hi, [2]int{x.lo, x.hi})
		i = y.hi - 1
	}
}

// partOfLand reports "in the south of Afghanistan": a part of the country, not what
// lies beyond it.
func (s *sentence) partOfLand(i, after int) bool {
	y, ok := s.spotFrom(after)
	if !ok || !y.area {
		return false
	}
	if _, _, named := s.countryWords(y.lo, y.hi); !named && y.place.Precision != "country" {
		return false
	}
	for k := max(0, i-2); k < after; k++ {
		if s.is(k, "in") || s.is(k, "to") && s.is(k-1, "belongs", "belong") {
			return true
		}
	}
	return false
}

// copular reports whether tokens [lo, hi) say that a place is or lies somewhere, or
// only set it off: "Kati, just north of Bamako", "Kati (north of Bamako)".
func (s *sentence) copular(lo, hi int) bool {
	if hi-lo <= 2 {
		return true
	}
	for i := lo; i < hi; i++ {
		if s.is(i, "is", "lies", "lie", "sits", "stands", "was", "located", "situated", "town", "city", "village", "which", "are", "found", "region", "province", "state", ",") {
			return true
		}
	}
	return false
}
