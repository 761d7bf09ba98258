package claim

import (
	"slices"
	"strings"

	"tocsin"
)

// A part of a country is an item too: a town or a circle around it, a province, a side of the
// country that the sentence names. One on each side of "than" makes a comparison of the two.

// wheres sorts the parts of countries by the side of the comparison that they are on.
func (it *items) wheres() {
	s := it.s
	for n, p := range s.spots() {
		if s.aside != nil && s.aside[p.lo] {
			continue
		}
		if side, lo, ok := s.sideOfWhole(p.lo); ok && p.iso != "" && lo >= it.lo && p.hi <= it.hi && s.landAt(p.lo) == nil && p.place.Text == s.country(p.iso) {
			q := sideSpot(side, p.place.Text, lo, p.hi) // the west of Niger
			q.iso = p.iso
			it.addPlace(q)
			continue
		}
		if p.lo < it.lo || p.hi > it.hi || p.place.Precision == "country" || it.used[p.lo] && s.landAt(p.lo) == nil || s.inDateline(p.lo) || s.ofReporter(p.lo) || s.actorOver(p.lo) {
			continue
		}
		if l := s.landAt(p.lo); l != nil && l.hi >= p.hi || s.timeOver(p.lo) {
			continue
		}
		if n > 0 && s.contained(s.spotList, n) && s.spotList[n-1].lo >= it.lo && it.placed(s.spotList[n-1].lo, s.spotList[n-1].hi) && !s.near(s.spotList[n-1].hi, p.lo-s.spotList[n-1].hi, func(k int) bool { return s.is(k, "than", "and", "as") }) {
			it.mark(p.lo, p.hi) // where the town lies
			continue
		}
		it.addPlace(s.rounded(p))
	}
	for _, o := range append(slices.Clone(it.lands), it.baseLands()...) {
		if o.lo < it.lo || o.hi > it.hi {
			continue
		}
		if side, lo, ok := s.sideOfWhole(o.lo); ok {
			it.addPlace(sideSpot(side, s.text(o.lo, o.hi), lo, o.hi))
		} else if p, ok := s.partOf([2]int{o.lo, o.hi}); ok && p.place.Relation != "" && !it.placed(p.lo, p.hi) {
			it.addPlace(p)
		}
	}
	it.bareSides()
}

func (it *items) baseLands() []operand {
	if it.baseLand == nil {
		return nil
	}
	return []operand{*it.baseLand}
}

// rounded is a place with the circle around it that the text counts in.
func (s *sentence) rounded(p spot) spot {
	if c, ok := s.withinRadius(p); ok {
		return c
	}
	for k := p.lo - 1; k >= max(0, p.lo-5); k-- {
		if s.is(k, "around", "near") {
			p.place.Relation, p.lo = "around", k
			break
		}
		if !s.leadsTo(k) {
			break
		}
	}
	return p
}

func sideSpot(side, land string, lo, hi int) spot {
	return spot{lo: lo, hi: hi, area: true, place: tocsin.Place{Role: "in", Text: side + " " + land, Relation: side, Precision: "region"}}
}

// bareSides finds "in the east", "in the country's west", "the north of the country".
func (it *items) bareSides() {
	s := it.s
	land := ""
	for _, o := range append(slices.Clone(it.lands), it.baseLands()...) {
		land = o.land.name
	}
	for i := it.lo; i < it.hi; i++ {
		_, end, ok := s.compass(i)
		if s.aside != nil && s.aside[i] || !ok || end > it.hi || it.used[i] || s.capital(i) && s.capital(end) || strings.HasSuffix(s.low(end-1), "ern") && !s.is(end, "part", "parts", "half", "end", "region", "regions", "provinces") || !s.is(i-1, "the", "far", "deep", "its", "'s", "’s") {
			continue
		}
		lo, hi := i, end
		for s.is(hi, "part", "parts", "half", "end", "region", "regions", "provinces") {
			hi++
		}
		switch l := s.landAt(hi + 1); {
		case s.is(hi, "of") && l != nil:
			hi = l.hi
		case s.is(hi, "of") && s.is(hi+1, "the") && s.is(hi+2, "country"):
			hi += 3
		case s.is(hi, "of"):
			continue
		}
		for s.is(lo-1, "the", "far", "deep", "its") {
			lo--
		}
		if p := s.endsAt(lo - 1); p != nil && s.is(lo-1, "in") && it.placed(p.lo, p.hi) {
			it.mark(lo, hi) // Diffa in the east
			continue
		}
		it.addPlace(sideSpot(s.text(i, end), land, lo, hi))
	}
}

// sideWordAt reports a side of a country at token i: "in the east".
func (s *sentence) sideWordAt(i int) bool {
	_, _, ok := s.compass(i)
	return ok && !s.capital(i)
}

// endsAt is the place whose last token is right before token i.
func (s *sentence) endsAt(i int) *spot {
	list := s.spots()
	for n := range list {
		if list[n].hi == i {
			return &list[n]
		}
	}
	return nil
}

// placed reports that one of the places stands at tokens [lo, hi).
func (it *items) placed(lo, hi int) bool {
	all := it.places
	if it.basePlace != nil {
		all = append(slices.Clone(all), *it.basePlace)
	}
	return slices.ContainsFunc(all, func(p spot) bool { return lo < p.hi && p.lo < hi })
}

// addPlace puts a place on its side of the comparison.
func (it *items) addPlace(p spot) {
	s := it.s
	if it.placed(p.lo, p.hi) {
		return
	}
	it.mark(p.lo, p.hi+boolInt(s.is(p.hi, "'s", "’s")))
	if s.unitNoun(p.hi) {
		it.mark(p.hi, p.hi+1)
	}
	switch {
	case !it.leads(p.lo) && !(s.asIn(p.lo) && len(it.places) > 0):
		it.places = append(it.places, p)
	case it.basePlace != nil:
		it.broken = true
	default:
		it.basePlace = &p
	}
}

// foes finds the army that both of two groups fought: "X fought the Nigerian army more often than
// Y did".
func (it *items) foes() {
	s := it.s
	if it.baseParty == nil || len(it.parties) == 0 {
		return
	}
	for i := it.lo + 1; i < it.hi; i++ {
		if !slices.Contains(stateNames, s.low(i)) || s.capital(i) && i == 0 {
			continue
		}
		lo, hi := i, i+1
		for s.is(hi, "forces", "troops", "army", "soldiers") {
			hi++
		}
		for s.landAt(lo-1) != nil || s.is(lo-1, "'s", "’s", "security", "armed") {
			lo--
		}
		the := lo - boolInt(s.is(lo-1, "the"))
		if !slices.Contains(meetings, s.low(the-1)) && !s.is(the-1, "with", "against", "attacked", "engaged", "struck", "hit", "ambushed", "confronted") {
			continue
		}
		it.foe = s.text(lo, hi)
		if lo == i {
			it.foe = "government"
		}
		it.lands = slices.DeleteFunc(it.lands, func(o operand) bool { return o.lo >= lo && o.lo < hi })
		it.parties = slices.DeleteFunc(it.parties, func(o operand) bool { return o.lo >= the && o.lo < hi })
		it.mark(the, hi)
		return
	}
}

// townIn reports at word i the side of a country on which a town of a claim lies: "Diffa in the
// east".
func (u *use) townIn(words []wordAt, i int) bool {
	if !slices.Contains(sideWords, words[i].low) || lowAt(words, i-1) != "the" || lowAt(words, i-2) != "in" || i < 3 {
		return false
	}
	town := words[i-3].low
	return slices.ContainsFunc(u.claims, func(k tocsin.Claim) bool {
		return slices.ContainsFunc(k.Places, func(p tocsin.Place) bool {
			return p.Precision != "region" && strings.HasSuffix(strings.ToLower(p.Text), town)
		})
	})
}
