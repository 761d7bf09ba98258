package claim

import (
	"slices"
	"strings"

	"tocsin"
)

// containments finds "X in the Y region of Z", "X is in Y", "the Nigerian town of X".
func (s *sentence) containments() {
	if s.near(0, len(s.toks), func(k int) bool { return s.is(k, "neither") }) {
		return // what is denied of two places
	}
	list := s.spots()
	for k := range list {
		if k+1 < len(list) {
			s.ownedBy(list[k], list[k+1])
		}
		s.demonymTown(list[k])
		s.townOf(list[k])
		x, n := list[k], k+1
		if after := s.afterAside(x.hi); after > x.hi {
			for n < len(list) && list[n].lo < after {
				n++
			}
			x.hi = after
		}
		if n < len(list) && !slices.ContainsFunc(list[:k], func(p spot) bool { after := s.afterAside(p.hi); return after > list[k].hi && list[n].lo >= after }) {
			if !s.inAside(list[k].lo, list[n].lo) {
				s.inNext(x, list[n:]) // not what stands in the aside of another
			}
		}
		if n > k+1 { // what lies within the aside: "Beni, a town in North Kivu, is ..."
			s.inNext(list[k], list[k+1:])
		}
	}
	s.unknownIn(list)
	s.holdsTown(list)
}

// inAside reports that token i stands between the comma after the subject and the one
// before its verb, and token y after that: what lies there is not said of i.
func (s *sentence) inAside(i, y int) bool {
	for k := i; k < y; k++ {
		if s.closesAside(k) {
			for t := i - 1; t > 0; t-- {
				if s.is(t, ",") {
					return s.capital(t-1) && !s.is(t+1, "and")
				}
			}
		}
	}
	return false
}

// holdsTown reads a containment told from the container: "Helmand province includes
// the city of Lashkar Gah", "within Mali lies the town of Kidal".
func (s *sentence) holdsTown(list []spot) {
	for n := 1; n < len(list); n++ {
		y, x := list[n-1], list[n]
		if !y.area && !s.unitWord(y) || x.area && !s.unitWord(x) || x.lo-y.hi > 8 {
			continue
		}
		holds, fronted := false, s.is(0, "in", "within", "inside") && y.lo <= 3
		for i := y.hi; i < x.lo; i++ {
			switch {
			case s.is(i, "includes", "include", "contains", "comprises", "encompasses"), s.is(i, "home") && s.is(i+1, "to"), fronted && s.is(i, "lies", "is", "sits", "stands") && s.is(i+1, "the", x.placeLow()):
				holds = true
			case !s.plainLink(i) && !s.is(i, "of", "to", "home", "also"):
				holds, i = false, x.lo
			}
		}
		if holds {
			s.addContained(x, y, y.lo, x.hi)
		}
	}
}

// placeLow is the first word of a place's name in lower case.
func (p spot) placeLow() string {
	w, _, _ := strings.Cut(strings.ToLower(p.place.Text), " ")
	return w
}

// addContained writes that x lies in y on tokens [lo, hi).
func (s *sentence) addContained(x, y spot, lo, hi int) {
	in := y.place
	in.Role = "in"
	if s.unitWord(y) && y.hi < len(s.toks) && s.is(y.hi, adminWords...) {
		in.Text = s.text(y.lo, y.hi+1)
	}
	s.add(tocsin.Claim{Form: tocsin.FormWithin, Places: []tocsin.Place{x.place, in}}, lo, hi)
}

// demonymTown reads "Garissa is a Kenyan town".
func (s *sentence) demonymTown(x spot) {
	if x.area || !s.is(x.hi, "is", "was") || !s.is(x.hi+1, "a", "an", "one") {
		return
	}
	for n := range s.lands {
		l := s.lands[n]
		if l.demonym && l.lo > x.hi+1 && l.lo <= x.hi+3 && s.near(l.hi, 2, func(k int) bool { return s.is(k, "town", "city", "village", "port", "settlement") }) {
			in := tocsin.Place{Role: "in", Text: l.name, Precision: "country"}
			s.add(tocsin.Claim{Form: tocsin.FormWithin, Places: []tocsin.Place{x.place, in}}, x.lo, l.hi+1)
		}
	}
}

// ownedBy writes "Aden, Oman's main port" as a containment, where the town is known to be
// another country's: what is so is no news.
func (s *sentence) ownedBy(x, y spot) {
	l := s.landAt(y.lo)
	if l == nil || !l.possess || x.area || x.iso == l.iso || y.lo != x.hi+1 || !s.is(x.hi, ",") {
		return
	}
	s.addContained(x, y, y.lo, y.hi)
}

// adminWords follow or lead the name of a unit of a country.
var adminWords = []string{"region", "province", "state", "district", "department", "governorate", "county", "oblast", "prefecture", "area", "cercle", "republic"}

// inNext pairs place x with the first of those that follow. Where that is a country
// in the possessive, what it possesses holds the place: "in Nigeria's Borno state"
// says Borno, "in Nigeria's north-east" that side; the country alone is not what is
// said.
func (s *sentence) inNext(x spot, list []spot) {
	y := list[0]
	l := s.landAt(y.lo)
	t := y.hi + 1
	switch {
	case l != nil && s.is(y.hi-1, "'", "’") || strings.HasSuffix(s.low(y.hi-1), "s'") || strings.HasSuffix(s.low(y.hi-1), "s’"): // the Philippines'
		t = y.hi
	case l == nil || !l.possess || l.hi != y.hi:
		s.inPair(x, y)
		return
	}
	own := t
	for {
		if _, end, ok := s.compass(t); ok {
			t = end
		} else if s.is(t, "central", "far", "remote", "troubled", "restive", "-") {
			t++
		} else {
			break
		}
	}
	if len(list) > 1 && list[1].lo <= t && list[1].hi > t {
		s.inPair(x, list[1])
		if z := list[1]; z.iso == "" || z.iso != l.iso { // Bangladesh's Rakhine State: not so by its very words
			s.addContained(z, y, y.lo, z.hi)
		}
	} else if z, ok := s.nameAt(t); ok && s.is(z.hi, adminWords...) {
		s.inPair(x, z)
	} else if t > own && !s.capital(t) && s.locating(x.hi, y.lo, x.area) && y.lo-x.hi <= 9 {
		in := y.place
		in.Role, in.Relation = "in", s.text(own, t)
		s.add(tocsin.Claim{Form: tocsin.FormWithin, Places: []tocsin.Place{x.place, in}}, x.lo, t)
	}
}

// wider reports that x is a country and y no country: "Tajikistan in Batken province"
// does not say that the country lies in the province.
func (s *sentence) wider(x, y spot) bool {
	return x.area && x.place.Precision == "country" && y.place.Precision != "country" && y.place.Precision != "region"
}

// inPair writes that x lies in y where the words between them say so.
func (s *sentence) inPair(x, y spot) {
	if s.wider(x, y) || s.landAt(x.lo) != nil && s.landAt(x.lo).fromName && s.landAt(y.lo) == nil {
		return
	}
	if !y.area && y.iso != "" && !s.unitWord(y) {
		return
	}
	lo, hi := x.hi, y.lo
	if hi <= lo || hi-lo > 9 && !(s.is(lo, ",") && hi-lo <= 16) || !s.locating(lo, hi, x.area) {
		return
	}
	s.addWithin(x, y, hi)
}

// unitWord reports a region, province or state named after its chief town.
func (s *sentence) unitWord(y spot) bool {
	return s.is(y.hi, adminWords...) || s.is(y.hi-1, adminWords...) || s.is(y.lo-2, adminWords...) && s.is(y.lo-1, "of")
}

// addWithin writes the claim; the side of the country that the text names goes into
// the relation of the second place.
func (s *sentence) addWithin(x, y spot, hi int) {
	in := y.place
	in.Role = "in"
	_, end, ok := s.compass(y.lo)
	if end = max(end, y.lo+1); (ok || s.is(y.lo, "central")) && s.sideOfCountry([2]int{y.lo, y.hi}, end) {
		y.lo = end // a place found with its side: the name alone
		in.Text = s.text(y.lo, y.hi)
	}
	for i := max(x.hi, y.lo-4); i < y.lo; i++ { // the longest: south-eastern, not eastern
		if _, end, ok := s.compass(i); ok && (end == y.lo || end == y.lo-1 && s.is(end, "of")) || s.is(i, "central") && i+1 == y.lo {
			in.Relation = strings.TrimSuffix(s.text(i, y.lo), " of")
			break
		}
	}
	end = y.hi
	if s.unitWord(y) && end < len(s.toks) && s.is(end, adminWords...) {
		end++
		in.Text = s.text(y.lo, end)
	}
	s.add(tocsin.Claim{Form: tocsin.FormWithin, Places: []tocsin.Place{s.byTheWay(x), in}}, x.lo, end)
}

// locating reports whether tokens [lo, hi) put what stands before them into what
// follows: "in the", "is a town in northern", ", in", "of central" after a region.
func (s *sentence) locating(lo, hi int, area bool) bool {
	in := -1
	aside := s.is(lo, ",") && s.is(lo+1, "a", "an", "the", "one", "once", "another")
	for i := lo; i < hi; i++ {
		switch {
		case s.is(i, "in", "within", "inside") || s.is(i, "on") && s.near(i+1, 3, func(k int) bool { return s.is(k, "territory", "soil") }), s.is(i, "to") && s.is(i-1, "belongs", "belong", "belonging"):
			in = i
		case s.is(i, "belongs", "belong", "belonging", "falls", "fell", "fall", "administratively", "geographically"):
		case s.is(i, "of"):
			if area || in >= 0 || s.is(i-1, "one", "town", "city", "cities", "towns", "states", "provinces", "regions", "districts", "villages", "territory", "soil", "borders", "limits", "capital", "village", "part", "north", "south", "east", "west", "province", "region", "state") {
				in = i
			} else if !aside {
				return false
			}
		case aside && in < 0 && i > lo && s.describes(i):
		case s.plainLink(i):
		default:
			return false
		}
	}
	return in >= 0
}

// describes reports a word of an aside that says what kind of place it is: "a
// trading city of 200,000 people in".
func (s *sentence) describes(i int) bool {
	switch s.toks[i].UPOS {
	case "NOUN", "ADJ", "ADV", "NUM", "DET":
		return !s.capital(i)
	case "VERB":
		return s.is(i, "trading", "mining", "fishing", "farming", "besieged", "disputed", "divided", "contested", "sprawling", "thriving", "bustling", "growing")
	}
	return s.is(i, "-", "'s", "’s", "and", "on", "for")
}

// afterAside is the token after an aside between commas that begins at token i,
// where a verb of being follows it: "Palma, home to a gas project, is in". It is i
// where there is none.
func (s *sentence) afterAside(i int) int {
	if !s.is(i, ",") || s.is(i+1, "and", "but", "or", "while") {
		return i
	}
	for k := i + 2; k < min(len(s.toks), i+16); k++ {
		if s.is(k, ".", ";") {
			break
		}
		if s.is(k, ",") && s.is(k+1, "is", "lies", "belongs", "falls", "forms", "was", "sits", "stands", "are", "lay") {
			return k + 1
		}
	}
	return i
}

// plainLink reports a word that may stand between a place and what holds it.
func (s *sentence) plainLink(i int) bool {
	if _, _, ok := s.compass(i); ok {
		return true
	}
	if l := s.landAt(i); l != nil && (l.demonym || l.possess) {
		return true
	}
	return s.is(i, "the", "a", "an", "is", "are", "forms", "form", "makes", "cities", "towns", "villages", "places", "states", "provinces", "regions", "districts", "governorates", "counties", "territory", "soil", "borders", "bounds", "limits", "among", "lies", "lie", "was", "located", "situated", "found", "sits", "stands", "town", "city", "village", "region", "province", "state", "district", "part",
		"central", "far", "capital", ",", "which", "that", "-", "'s", "’s", "regional", "provincial", "western", "department", "area", "administrative", "small", "large", "major", "port", "border", "one", "remote",
		"largest", "biggest", "main", "chief", "heart", "can", "be", "forms", "country", "barracks", "neighbourhood", "airport", "river", "and's", "today", "now", "modern", "does", "do", "not", "n't")
}

// townOf writes "the Nigerian town of X" as containment. Of "Nigeria's X state" only
// what is not so by its very words: a unit known to be another country's.
func (s *sentence) townOf(x spot) {
	if x.area && !s.unitWord(x) {
		return
	}
	for k := range s.lands {
		l := s.lands[k]
		if !(l.demonym || l.possess) || l.hi > x.lo || x.lo-l.hi > 6 {
			continue
		}
		fits := false
		for i := l.hi; i < x.lo; i++ {
			switch {
			case s.is(i, "town", "city", "village", "capital", "region", "province", "state", "district", "port"):
				fits = true
			case s.plainLink(i) || s.is(i, "of", "northern", "eastern", "southern"):
			default:
				fits = false
				i = x.lo
			}
		}
		if l.possess && s.unitWord(x) {
			fits = x.iso != "" && x.iso != l.iso
		}
		if fits && s.cleanLink(l.hi, x.lo) {
			in := tocsin.Place{Role: "in", Text: l.name, Precision: "country"}
			s.add(tocsin.Claim{Form: tocsin.FormWithin, Places: []tocsin.Place{x.place, in}}, l.lo, x.hi)
		}
	}
}

func (s *sentence) cleanLink(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if !s.plainLink(i) && !s.is(i, "of") {
			return false
		}
	}
	return true
}

// unknownIn writes "X is in Y" for a name X that nobody found as a place, so that
// the reader is told what to import.
func (s *sentence) unknownIn(list []spot) {
	for n, y := range list {
		if !y.area && !s.unitWord(y) {
			continue
		}
		x, ok := s.nameJustBefore(y.lo)
		if !ok || s.toks[x.hi-1].UPOS != "PROPN" && !s.liesWord(x.hi, y.lo) {
			continue
		}
		from := x.hi
		if after := s.afterAside(from); after < y.lo {
			from = after
		}
		if l := s.landAt(y.lo); l != nil && l.possess && l.hi == y.hi { // Nigeria's Borno State: the state
			if s.locating(from, y.lo, false) {
				x.hi = from
				s.inNext(x, list[n:])
			}
			continue
		}
		if s.locating(from, y.lo, false) && (s.unitWord(y) || s.is(from, "is", "lies", "was", "sits", "belongs", "falls", ",") || from > x.hi) {
			x.hi = from
			s.addWithin(x, y, y.lo)
		}
	}
}

// nameJustBefore is an unresolved capitalised name a few linking words before i, or an
// aside before them. Where the words between say that it lies somewhere it is a
// place, whatever others took it for.
func (s *sentence) nameJustBefore(i int) (spot, bool) {
	k := i - 1
	for k >= 0 && i-k <= 9 && !s.capital(k) && !s.closesAside(k) && (s.plainLink(k) || s.is(k, "in", "of", "within", "inside", "to", "belongs", "falls", "fell")) {
		k--
	}
	lies := s.liesWord(k+1, i)
	if s.closesAside(k) && lies {
		for k--; k > 0 && !s.is(k, ","); k-- {
		}
		k--
	}
	if k < 0 || !s.capital(k) || s.placeOver(k) || s.landAt(k) != nil || s.timeOver(k) || s.actorOver(k) && !lies || s.toks[k].UPOS == "PUNCT" {
		return spot{}, false
	}
	lo := k
	for to := s.partBefore(lo); to < lo && !s.placeOver(to) && s.landAt(to) == nil && !s.timeOver(to); to = s.partBefore(lo) {
		lo = to
	}
	if s.actorOver(lo) && !lies {
		return spot{}, false
	}
	return spot{lo: lo, hi: k + 1, place: tocsin.Place{Role: "at", Text: s.text(lo, k+1), Precision: "unknown"}}, true
}

// closesAside reports a comma at token k that ends an aside before a verb of lying
// somewhere: "Bosso, on the shores of the lake, belongs".
func (s *sentence) closesAside(k int) bool {
	return s.is(k, ",") && s.is(k+1, "is", "lies", "belongs", "falls", "was", "sits", "stands", "lay") && s.near(max(0, k-16), k-max(0, k-16), func(t int) bool { return s.is(t, ",") })
}

// liesWord reports words among tokens [lo, hi) that only a place is said with.
func (s *sentence) liesWord(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if s.is(k, "lies", "lie", "lay", "sits", "belongs", "falls", "located", "situated", "town", "village", "city", "settlement") {
			return true
		}
	}
	return false
}

func (s *sentence) actorOver(i int) bool {
	for _, a := range s.actors {
		if i >= a.Lo && i < a.Hi {
			return true
		}
	}
	return false
}
