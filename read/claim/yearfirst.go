package claim

import (
	"strconv"

	"tocsin"
)

// A first or a last of a year is none of the whole record: "the year's first clash came in
// July", "its last attack of 2015".

// ofYear bounds a first or last around token i by the year that it is said to be of: the
// window's anchor then names that year.
func (s *sentence) ofYear(k *tocsin.Claim, i int) {
	w := k.Window
	if w == nil || w.From.IsZero() || w.To.IsZero() || w.Anchor != nil || w.From.Year() != w.To.Year() || w.From == w.To.AddDays(1).AddMonths(-12) {
		return
	}
	year := w.From.Year()
	if !s.yearLeads(i, year) && !s.yearFollows(i, year) {
		return
	}
	own := *w
	own.Anchor = &tocsin.Anchor{Rel: "during", Text: strconv.Itoa(year)}
	k.Window = &own
}

// yearLeads reports "the year's first", "this year's first", "2015's first" before token i.
func (s *sentence) yearLeads(i, year int) bool {
	return s.is(i-1, "'s", "’s") && (s.is(i-2, "year") || s.low(i-2) == strconv.Itoa(year))
}

// yearFollows reports "first attack of the year", "of 2015", "that year" within a few tokens after i.
func (s *sentence) yearFollows(i, year int) bool {
	for k := i + 1; k < min(len(s.toks), i+7); k++ {
		if s.is(k, "came", "was", "in", "on", "took", ",") {
			return false
		}
		if s.is(k, "of") && (s.is(k+1, "the", "this", "that") && s.is(k+2, "year") || s.low(k+1) == strconv.Itoa(year)) || s.is(k, "this", "that") && s.is(k+1, "year") {
			return true
		}
	}
	return false
}
