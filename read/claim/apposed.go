package claim

import (
	"slices"
	"strings"

	"tocsin"
)

// apposed is the place that an apposition before token i speaks of: Mekelle of
// "Mekelle, the Tigrayan capital, lies north of", and of the same without a verb.
func (s *sentence) apposed(i int) (spot, bool) {
	end := i - 1
	for end >= 0 && i-end <= 5 && (s.toks[end].UPOS == "ADV" || s.is(end, "lies", "lie", "lay", "is", "sits", "stands", "was", "located", "situated", "some", "about", "just", "to", "the", "found")) {
		end--
	}
	if end < 3 || !s.is(end, ",") {
		return spot{}, false
	}
	for k := end - 2; k > 0 && end-k <= 14; k-- {
		if s.is(k, ".", ";") {
			break
		}
		if !s.is(k, ",") || s.is(k+1, "and", "but", "or", "while", "when", "where", "said", "says") {
			continue
		}
		for _, p := range s.spots() {
			if p.hi == k {
				return p, true
			}
		}
		if s.capital(k-1) && !s.timeOver(k-1) && s.landAt(k-1) == nil && !s.actorOver(k-1) && s.toks[k-1].UPOS != "PUNCT" && (s.owner(k+1) || s.toks[k-1].UPOS == "PROPN") {
			lo := k - 1
			for lo > 0 && s.capital(lo-1) && !s.timeOver(lo-1) && s.toks[lo-1].UPOS != "PUNCT" {
				lo--
			}
			return spot{lo: lo, hi: k, place: tocsin.Place{Role: "at", Text: s.text(lo, k), Precision: "unknown"}}, true
		}
	}
	return spot{}, false
}

// owner reports whether a possessor opens a phrase at token i: "Iraq's second city".
func (s *sentence) owner(i int) bool {
	for k := i; k < i+4 && k+1 < len(s.toks) && s.capital(k); k++ {
		if s.toks[k+1].XPOS == "POS" {
			return true
		}
	}
	return false
}

// isApposed reports whether x is what the apposition before token i speaks of.
func (s *sentence) isApposed(i int, x spot) bool {
	p, ok := s.apposed(i)
	return ok && p.lo == x.lo
}

// theCapital is the capital that "the capital" at token i means where no name
// follows: of the country named after it, of the one the sentence's places lie in,
// else of the document's.
func (s *sentence) theCapital(i int) (spot, bool) {
	if l := s.landAt(i + 1); s.is(i, "the") && l != nil && l.demonym && s.is(l.hi, "capital") && !s.capital(l.hi+1) && !s.is(l.hi+1, ",", "city", "of") {
		g, ok := s.c.Gazetteer.Capital(l.iso) // the Thai capital
		return spot{lo: i, hi: l.hi + 1, iso: l.iso, place: tocsin.Place{Role: "at", Text: g.Name, Precision: "unknown"}}, ok
	}
	if !s.seq(i, "the", "capital") || s.capital(i+2) || s.is(i+2, ",", "city") && s.capital(i+3) {
		return spot{}, false
	}
	iso, hi := s.oneCountry(), i+2
	if l := s.landAt(i + 3); s.is(i+2, "of") {
		if l == nil || !l.fromName {
			return spot{}, false
		}
		iso, hi = l.iso, l.hi
	}
	if iso == "" {
		iso = s.c.Country
	}
	g, ok := s.c.Gazetteer.Capital(iso)
	if iso == "" || !ok {
		return spot{}, false
	}
	return spot{lo: i, hi: hi, iso: iso, place: tocsin.Place{Role: "at", Text: g.Name, Precision: "unknown"}}, true
}

// partBefore is where the part of a name before token lo begins, also one that a
// hyphen joins ("Pont-Sonde"); lo itself where there is none.
func (s *sentence) partBefore(lo int) int {
	if s.capital(lo - 1) {
		return lo - 1
	}
	if lo > 1 && s.is(lo-1, "-") && s.toks[lo-1].Span[0] == s.toks[lo-2].Span[1] && s.capital(lo-2) {
		return lo - 2
	}
	return lo
}

// nameBefore is a capitalised name before token i that nobody found as a place: the
// subject at the head of the sentence, or the name in front of a comma or verb.
func (s *sentence) nameBefore(i int, not string) (spot, bool) {
	for k := i - 1; k >= 0; k-- {
		if !s.capital(k) || s.timeOver(k) || s.landAt(k) != nil || s.toks[k].UPOS == "PUNCT" {
			continue
		}
		lo := k
		for lo > 0 {
			if s.capital(lo-1) && !s.timeOver(lo-1) {
				lo--
			} else if n := s.particles(lo); n > 0 {
				lo -= n
			} else if to := s.partBefore(lo); to < lo {
				lo = to
			} else {
				break
			}
		}
		if lo == 0 && k == 0 && (s.toks[0].UPOS != "PROPN" && !s.is(1, "and", "is", "lies", ",", "sits") || slices.Contains(genericActors, s.low(0)) || slices.Contains(stateActors, s.low(0))) {
			return spot{}, false
		}
		if slices.ContainsFunc(s.actors, func(a Actor) bool { return k >= a.Lo && k < a.Hi && (a.Type == "group" || a.Type == "people") }) {
			return spot{}, false
		}
		if lo == 0 && k == 0 && s.is(0, "the", "it", "this", "that", "about", "some", "around", "nearly", "roughly", "approximately", "a", "an", "in", "at", "there", "more", "less") {
			return spot{}, false
		}
		if lo == 0 && s.is(0, "the") {
			lo++
		}
		if lo > k || strings.EqualFold(s.text(lo, k+1), not) {
			continue
		}
		return spot{lo: lo, hi: k + 1, place: tocsin.Place{Role: "at", Text: s.text(lo, k+1), Precision: "unknown"}}, true
	}
	return spot{}, false
}

// inPassing reports a containment that only an aside gives, "Pemba, the capital of Cabo
// Delgado", in a sentence that claims a number, all, none, a first or more of violence:
// where that is not read, the aside must not stand for it.
func (s *sentence) inPassing(f Found) bool {
	if f.Claim.Form != tocsin.FormWithin || f.Core[0] <= 0 {
		return false
	}
	set := s.near(f.Core[0], f.Core[1]-f.Core[0], func(k int) bool { return s.is(k, ",") && s.is(k+1, "a", "an", "the") })
	return set && s.near(0, len(s.toks), func(k int) bool { return s.attackWord(k) || s.deathWord(k) || s.killWord(k) }) &&
		s.near(0, len(s.toks), func(k int) bool {
			return s.is(k, "every", "each", "all", "none", "no", "only", "than", "first", "last", "never", "most", "deadliest")
		})
}
