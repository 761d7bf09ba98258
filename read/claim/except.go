package claim

import (
	"slices"

	"tocsin"
)

// exceptions lead to a place that is left out of what is said of all: "apart from Nairobi
// itself", "with the exception of Paris".
var exceptions = [][]string{{"leaving", "aside"}, {"setting", "aside"}, {"apart", "from"}, {"aside", "from"}, {"other", "than"}, {"except", "for"}, {"except", "in"}, {"except"}, {"excluding"}, {"barring"}, {"bar"}, {"save", "for"}, {"not", "counting"}, {"with", "the", "exception", "of"}, {"outside", "of"}, {"outside"}, {"discounting"}, {"disregarding"}, {"beyond"}}

// exception is the town that the sentence leaves out of what it says of all, with the tokens
// that say so.
func (s *sentence) exception() (p spot, at [2]int, ok bool) {
	for i := range s.toks {
		for _, words := range exceptions {
			if !s.seq(i, words...) || s.is(i, "not", "with", "leaving", "setting") && len(words) < 2 {
				continue
			}
			k := i + len(words)
			for s.is(k, "in", "for", "those", "ones", "the", "attacks", "incidents", "city", "town", "of", "a", "few", "handful") && !s.seq(k, "the", "capital") {
				k++
			}
			p, ok := s.townAt(k)
			if !ok {
				continue
			}
			hi := p.hi
			for s.is(hi, "itself", "proper", "city", "alone") {
				hi++
			}
			if i == 0 && s.is(hi, ",") || i > 0 && (s.is(i-1, ",") || hi >= len(s.toks)-1) || s.is(hi-1, "itself") {
				return p, [2]int{i, hi}, true
			}
		}
	}
	return spot{}, at, false
}

// townAt is the town named at token i, or "the capital".
func (s *sentence) townAt(i int) (spot, bool) {
	if p, ok := s.theCapital(i); ok {
		return p, true
	}
	for _, p := range s.spots() {
		if p.lo == i && p.place.Precision != "country" && s.landAt(p.lo) == nil {
			return p, true
		}
	}
	return spot{}, false
}

// onRecord reports words by which a sentence without a time is of all that is recorded.
func (s *sentence) onRecord() bool {
	return s.near(0, len(s.toks), func(k int) bool {
		return s.is(k, "recorded", "ever", "known", "documented", "registered", "always", "invariably") || s.is(k, "on", "to") && s.is(k+1, "record", "date") || s.is(k, "so") && s.is(k+1, "far") || s.is(k, "has", "have") && !s.is(k+1, "to")
	})
}

// untilNow is all the time up to the day of the text.
func (s *sentence) untilNow() (w tocsin.When, ok bool) {
	if s.c.Published.IsZero() {
		return w, false
	}
	return tocsin.When{To: s.c.Published.AddDays(-1), Open: "start", Precision: "past", Text: "ever"}, true
}

// fromCapital puts "the capital" among the towns where a side or a length is told from it.
func (s *sentence) fromCapital(it *elements) {
	for i := range s.toks {
		if !s.is(i, "capital") {
			continue
		}
		lo := i - 1
		if l := s.landAt(lo); l != nil {
			lo = l.lo - 1
		}
		if s.is(i+1, ",") && s.beginsAt(it.towns, i+2) {
			continue // the capital, Bangui: it has its name
		}
		if p, ok := s.theCapital(lo); ok {
			_, _, side := s.sideBefore(p.lo)
			if _, _, _, length := s.lengthFrom(p); side || length {
				it.towns = append(it.towns, p)
			}
		}
	}
}

// beginsAt reports that one of the places begins at token i.
func (s *sentence) beginsAt(list []spot, i int) bool {
	return slices.ContainsFunc(list, func(p spot) bool { return p.lo == i })
}
