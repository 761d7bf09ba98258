package claim

import (
	"slices"
	"strings"

	"tocsin"
)

// reporters are nouns of those who count and tell; where they sit is no place of what
// they count.
var reporters = []string{"analysts", "monitors", "researchers", "officials", "observers", "experts", "activists", "watchers", "statisticians", "diplomats", "journalists", "reporters",
	"lawyers", "survivors", "witnesses", "refugees", "scholars", "campaigners", "advocates", "economists", "academics", "historians", "correspondents", "office", "institute", "university", "newspaper", "team", "desk"}

// ofReporter reports a place at token i that only says where somebody counts or tells:
// "analysts in Nairobi count 25 attacks in Kenya".
func (s *sentence) ofReporter(i int) bool {
	k := i - 1
	for s.is(k, "the", "capital") {
		k--
	}
	return s.is(k, "in", "at", "from", "of") && (slices.Contains(reporters, s.low(k-1)) || s.is(k-1, "interviewed") || s.is(k-1, "based") && (slices.Contains(reporters, s.low(k-2)) || slices.Contains(reporters, s.low(k-3))))
}

// onlyDistance reads a length beside two places where no pattern has read either: the
// sentence says how far the one lies from the other, in whatever words. Where it
// tells of an attack or of armed people it may say how near those came instead.
func (s *sentence) onlyDistance() {
	if len(s.out) > 0 && slices.ContainsFunc(s.out, func(f Found) bool { return f.Claim.Form != tocsin.FormWithin }) || len(s.parties()) > 0 {
		return
	}
	var q number
	var unit tocsin.Unit
	hi := 0
	for i := 0; i < len(s.toks); i++ {
		if s.attackWord(i) || s.deathWord(i) || s.killWord(i) && !s.is(i, "left", "lost") || s.attackVerb(i) {
			return
		}
		if _, end, ok := s.compass(i); ok && (!s.capital(i) || i == 0) && !strings.HasSuffix(s.low(end-1), "ern") && !slices.ContainsFunc(s.out, func(f Found) bool { return f.Claim.Form == tocsin.FormDirection }) && !s.is(end-2, "far") {
			return // a direction besides, which nobody has read
		}
		n, ok := s.quantity(i)
		if !ok || s.timeOver(n.lo) {
			continue
		}
		u, end, ok := s.lengthUnit(n.hi)
		if !ok || hi > 0 || s.byRoad(n.lo, end) {
			return
		}
		q, unit, hi = n, u, end
		i = end - 1
	}
	if hi == 0 {
		return
	}
	if a, b, ok := s.twoTowns(); ok {
		if s.is(q.lo-1, "than") && q.op == "=" {
			closer := s.near(0, q.lo, func(t int) bool { return s.is(t, "closer", "nearer") })
			q.op = map[bool]string{true: "<", false: ">"}[closer]
		}
		k := tocsin.Claim{Form: tocsin.FormDistance, Op: q.op, Value: tocsin.Number(q.value), Unit: unit, Places: []tocsin.Place{a.place, b.place}}
		if q.upper > q.value {
			k.Value, k.Op = tocsin.Number((q.value+q.upper)/2), "~"
		}
		s.add(k, q.lo, hi, [2]int{a.lo, a.hi}, [2]int{b.lo, b.hi})
	}
}

// twoTowns are the two places of the sentence that nothing else contains; ok is false
// where it names more or fewer.
func (s *sentence) twoTowns() (a, b spot, ok bool) {
	var towns []spot
	list := s.named(0, len(s.toks))
	for n, p := range list {
		if p.area && s.landAt(p.lo) != nil || s.contained(list, n) || s.ofReporter(p.lo) || s.beside(p.lo) && !s.is(p.lo-1, "around") {
			continue
		}
		towns = append(towns, p)
	}
	if len(towns) != 2 {
		return a, b, false
	}
	return towns[0], towns[1], true
}

// seenFrom reads a direction told from its origin: "seen from Kano, Maiduguri is in
// the east", "from Malakal one travels south to reach Juba", "Kabul has Herat to its
// west".
func (s *sentence) seenFrom() {
	if slices.ContainsFunc(s.out, func(f Found) bool { return f.Claim.Form == tocsin.FormDirection }) || len(s.parties()) > 0 {
		return
	}
	at, end, deg := -1, 0, 0.0
	for i := range s.toks {
		if s.attackWord(i) || s.attackVerb(i) || s.killWord(i) && !s.is(i, "left") {
			return
		}
		d, hi, ok := s.compass(i)
		if !ok || s.capital(i) && i > 0 || i < end || strings.HasSuffix(s.low(hi-1), "ern") {
			continue
		}
		if at >= 0 || s.is(hi, "of", "from") {
			return
		}
		at, end, deg = i, hi, d
	}
	a, b, ok := s.twoTowns()
	if at < 0 || !ok {
		return
	}
	its := s.is(at-1, "its", "their") && s.is(at-2, "to", "on")
	from := func(p spot) bool {
		for k := p.lo - 1; k >= max(0, p.lo-4); k-- {
			if s.is(k, "from") {
				return true
			}
			if !s.is(k, "the", "of", "city", "town", "port", "capital", "village") {
				return false
			}
		}
		return false
	}
	switch {
	case its && b.lo < at: // a has b to its west
	case from(a) && !from(b):
	case from(b) && !from(a):
		a, b = b, a
	default:
		return
	}
	d := tocsin.Claim{Form: tocsin.FormDirection, Places: []tocsin.Place{b.place, a.place}, Value: tocsin.Number(deg), Unit: tocsin.Bearing}
	s.add(d, min(a.lo, b.lo, at), max(a.hi, b.hi, end))
}
