package claim

import (
	"tocsin"
)

// shifted reads which way the violence moved from one year to another: "between 2014 and 2019
// the centre of the violence in Mali moved a long way south", "from 2015 to 2018 Cameroon's
// violence shifted southwards".
func (s *sentence) shifted() bool {
	verb, at := -1, -1
	for i := range s.toks {
		if s.is(i, "moved", "shifted", "drifted", "migrated", "gravitated", "moving", "shifting") && verb < 0 {
			verb = i
		}
		if _, end, ok := s.compass(i); ok && verb >= 0 && at < 0 && i <= verb+7 {
			if s.is(end, "of") || s.capital(end) || s.is(end-1, "northern", "southern", "eastern", "western") {
				return false // toward a place
			}
			at = i
		}
	}
	if at < 0 || s.noneSaidAt() || !s.near(0, verb, func(k int) bool {
		return s.violentWord(k) || s.is(k, "insurgency", "war", "conflict", "violence", "fighting")
	}) {
		return false
	}
	it, ok := s.gather()
	if !ok || len(it.towns) > 0 || len(it.times) != 1 || len(it.actors) > 1 {
		return false
	}
	w := it.times[0].When
	if w.From.IsZero() || w.To.IsZero() || w.Open != "none" || w.From.Year() >= w.To.Year() || w.From.AddMonths(12*(w.To.Year()-w.From.Year()+1)).AddDays(-1) != w.To {
		return false
	}
	deg, _, _ := s.compass(at)
	k, used := s.claimOf(it, tocsin.FormDirection)
	if k.Of.Country == "" && k.Of.Actor == "" {
		return false
	}
	base := w.From.String() + "/" + w.From.AddMonths(12).AddDays(-1).String()
	w.From = w.To.AddDays(1).AddMonths(-12)
	w.Anchor = &tocsin.Anchor{Rel: "after", Text: base}
	k.Value, k.Unit, k.Window = tocsin.Number(deg), tocsin.Bearing, &w
	s.compose(k, verb, at+1, used...)
	return true
}
