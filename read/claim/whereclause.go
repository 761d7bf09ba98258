package claim

import (
	"slices"

	"tocsin"
)

// whereClauses gives to a claim of a clause that begins with "where" the town before it:
// "Mombasa, where three people died in 2014", counts in Mombasa, not in its country.
func (s *sentence) whereClauses() {
	for i := 1; i < len(s.toks); i++ {
		if !s.is(i, "where") {
			continue
		}
		p := s.endsAt(i - boolInt(s.is(i-1, ",")))
		if p == nil || s.landAt(p.lo) != nil || p.place.Precision == "country" {
			continue
		}
		end := i + 1
		for end < len(s.toks) && !s.is(end, ";", ".") && !(s.is(end, ",") && !s.isYear(end-1)) {
			end++
		}
		for n := range s.out {
			k := &s.out[n].Claim
			if s.out[n].Head < i || s.out[n].Head >= end || geographic(k.Form) || len(k.Places) > 0 || k.Of == nil {
				continue
			}
			k.Places = slices.Clone([]tocsin.Place{p.place})
		}
	}
}
