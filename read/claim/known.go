package claim

import (
	"slices"
	"strings"
	"unicode"

	"tocsin/read/where"
)

// knownNames puts the actors that the registry knows under the name alone, with the article
// before it, and makes one of a name and of the acronym that stands beside it.
func (s *sentence) knownNames() {
	any := false
	for n := range s.actors {
		a := &s.actors[n]
		if a.ID == "" || a.Type != "group" && a.Type != "organisation" || a.NameHi <= a.NameLo || a.NameLo < a.Lo || a.NameHi > a.Hi {
			continue
		}
		lo := a.NameLo
		if lo > a.Lo && s.is(lo-1, "the") {
			lo--
		}
		a.Lo, a.Hi, a.Text, a.known, any = lo, a.NameHi, s.text(a.NameLo, a.NameHi), true, true
	}
	if !any {
		return
	}
	for n := range s.actors {
		if s.actors[n].known {
			s.withAcronym(&s.actors[n])
		}
	}
	s.actors = slices.DeleteFunc(s.actors, func(a Actor) bool {
		return slices.ContainsFunc(s.actors, func(b Actor) bool {
			return b.known && (b.Lo <= a.Lo && a.Hi <= b.Hi && b.Hi-b.Lo > a.Hi-a.Lo || !a.known && s.onlyWages(a, b))
		})
	})
	s.places = slices.DeleteFunc(s.places, func(p where.Found) bool { return s.withinName(p.Lo, p.Hi) })
}

// withAcronym takes the second name that stands beside an actor's for part of it: "the Armed
// Islamic Group (GIA)", "the Armed Islamic Group, or GIA,", "the GIA, the Armed Islamic Group,".
func (s *sentence) withAcronym(a *Actor) {
	i := a.Hi
	if !s.is(i, "(", ",") {
		return
	}
	lo := i + 1
	for s.is(lo, "the", "or", "known", "as", "also", "by", "its", "acronym", "initials", "called", "abbreviated", "short", "for") {
		lo++
	}
	hi := lo
	for _, b := range s.actors {
		if (b.Lo == lo || b.Lo == lo-1 || b.NameLo == lo) && b.ID == a.ID {
			hi = max(hi, b.Hi)
		}
	}
	if hi == lo && s.initials(lo, a.Text) {
		hi = lo + 1
	}
	if hi == lo || s.is(i, "(") && !s.is(hi, ")") {
		return
	}
	a.Text += " (" + s.text(lo, hi) + ")"
	a.Hi = hi + boolInt(s.is(hi, ")", ","))
}

// initials reports a word in capitals at token i whose letters are the first ones of words of
// the name, in order.
func (s *sentence) initials(i int, name string) bool {
	if i >= len(s.toks) {
		return false
	}
	w := s.toks[i].Text
	if len(w) < 2 || strings.ToUpper(w) != w || !unicode.IsUpper(rune(w[0])) || s.timeOver(i) {
		return false
	}
	words := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' })
	k := 0
	for _, x := range words {
		if k < len(w) && strings.EqualFold(x[:1], w[k:k+1]) {
			k++
		}
	}
	return k >= len(w)-1 && k >= 2
}

// withinName reports that tokens [lo, hi) are within the name of a known actor and do not begin
// a short one: "Colombia" of "Revolutionary Armed Forces of Colombia".
func (s *sentence) withinName(lo, hi int) bool {
	return slices.ContainsFunc(s.actors, func(a Actor) bool {
		return a.known && hi <= a.Hi && (lo > a.NameLo || lo == a.NameLo && a.NameHi-hi >= 2)
	})
}

// ofNoName leaves out the asides that are but a second name of an actor.
func (s *sentence) ofNoName(cut [][2]int) [][2]int {
	return slices.DeleteFunc(cut, func(r [2]int) bool {
		return slices.ContainsFunc(s.actors, func(a Actor) bool { return a.known && r[0] >= a.Lo && r[1] <= a.Hi })
	})
}

// onlyWages reports that the words of an actor around a known one within it only say what that
// one wages: "in al-Shabaab's insurgency".
func (s *sentence) onlyWages(a, b Actor) bool {
	if a.Lo > b.Lo || a.Hi < b.Hi || a.Type == "people" || a.Type == "person" {
		return false
	}
	for i := a.Lo; i < a.Hi; i++ {
		if (i < b.Lo || i >= b.Hi) && !s.is(i, campaignWords...) && !s.is(i, "in", "the", "'s", "’s", "'", "’", "of", "by", "against", "with") {
			return false
		}
	}
	return true
}
