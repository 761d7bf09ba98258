package claim

import (
	"slices"

	"tocsin/read/when"
)

// oneAttack takes up the naming of one attack by its day, where a share is told of it: "the
// Mogadishu truck bombing of 14 October 2017", "the bombing of 14 October in Mogadishu". It
// is that day of the year that the sentence is about.
func (it *items) oneAttack() {
	s := it.s
	if it.share == nil || it.own == nil || it.own.From.IsZero() || it.own.From != it.own.To {
		return
	}
	for n := range s.times {
		f := &s.times[n]
		if f.When.From != it.own.From || f.When.To != it.own.To || f.Lo < it.lo || f.Hi > it.hi || f.Kind != when.Date {
			continue
		}
		lo := s.attackBefore(f.Lo)
		if lo < it.lo {
			return
		}
		hi := f.Hi
		if s.is(hi, "in", "at", "on") && s.spotAt(hi+1) > 0 {
			hi = s.spotAt(hi + 1)
		}
		for k := lo; k < hi; k++ {
			if q := it.share; k >= q.lo && k < q.hi {
				return
			}
		}
		it.mark(lo, hi)
		for k := hi; k < min(hi+3, it.hi); k++ {
			if s.is(k, "by", "itself", "on", "its", "own", "alone") {
				it.mark(k, k+1)
			}
		}
		return
	}
}

// attackBefore is the token at which the words for one attack begin that lead to its day at
// token i, -1 where none do.
func (s *sentence) attackBefore(i int) int {
	noun := -1
	for k := i - 1; k >= max(0, i-7); k-- {
		if slices.Contains(singles, s.low(k)) {
			noun = k
			break
		}
		if !s.is(k, "of", "on", "in", "at", "the", "'s", "’s") && !s.capital(k) {
			return -1
		}
	}
	if noun < 0 {
		return -1
	}
	lo := noun
	for lo > 0 && (s.capital(lo-1) || s.placeOver(lo-1) || s.toks[lo-1].UPOS == "NOUN" || s.toks[lo-1].UPOS == "ADJ" || s.toks[lo-1].UPOS == "PROPN" || s.is(lo-1, "the", "a", "'s", "’s", "-")) && !s.is(lo-1, "deaths", "killed") {
		lo--
		if s.is(lo, "the", "a") {
			break
		}
	}
	return lo
}

// spotAt is the token after the place that begins at token i, 0 for none.
func (s *sentence) spotAt(i int) int {
	for _, p := range s.spots() {
		if p.lo == i {
			return p.hi
		}
	}
	return 0
}
