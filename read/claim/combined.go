package claim

import (
	"slices"

	"tocsin/read/when"
)

// combinedYears makes one time of "in 2017 and 2018 combined", "2017 and 2018 taken together".
func (s *sentence) combinedYears() {
	for n := 1; n < len(s.times); n++ {
		a, b := &s.times[n-1], &s.times[n]
		if !s.is(b.Hi, "combined", "together", "taken", "put") && !s.is(b.Hi+1, "combined", "together") || s.is(b.Hi, "taken", "put") && !s.is(b.Hi+1, "together") ||
			a.Kind != when.Date || b.Kind != when.Date || a.When.Open != "none" || b.When.Open != "none" || a.When.From.IsZero() || a.When.To.AddDays(1) != b.When.From || a.When.Precision != b.When.Precision {
			continue
		}
		if !s.near(a.Hi, b.Lo-a.Hi+1, func(k int) bool { return s.is(k, "and") }) || b.Lo-a.Hi > 2 {
			continue
		}
		lo, hi := a.Lo, b.Hi
		a.Hi, a.When.To, a.When.Text, a.Span = hi, b.When.To, s.text(lo, hi), s.span(lo, hi)
		s.times = slices.Delete(s.times, n, n+1)
		return
	}
}
