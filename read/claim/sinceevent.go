package claim

import (
	"slices"

	"tocsin"
	"tocsin/read/when"
)

// sinceEvent makes "since the end of its civil war in 1992" the time since that year: what
// happened then is told in passing. Since a coup is left to those who read coups.
func (s *sentence) sinceEvent() {
	for n := range s.times {
		f := &s.times[n]
		if !s.is(f.Lo, "since") || f.Kind == when.Date || f.When.Open != "end" || f.When.From.IsZero() || s.yearNamed(f) == 0 || s.near(0, len(s.toks), func(k int) bool { return slices.Contains(coupWords, s.low(k)) }) ||
			!s.near(0, f.Lo, func(k int) bool {
				return slices.Contains(highestWords, s.low(k)) || slices.Contains(lowestWords, s.low(k)) || s.is(k, "any")
			}) {
			continue
		}
		lo, hi := f.Lo, f.Hi
		f.Kind, f.When.Anchor = when.Date, nil
		f.When.Text = "since " + f.When.From.String()[:4]
		s.times = slices.DeleteFunc(s.times, func(g when.Found) bool { return g.Lo > lo && g.Hi <= hi })
		return
	}
}

// sinceDecade dates "since the start of the decade", which no package of times dates, by the
// day of the text: the decade that had begun before its year.
func (s *sentence) sinceDecade() {
	for n := range s.times {
		f := &s.times[n]
		if !f.When.From.IsZero() || !f.When.To.IsZero() || s.c.Published.IsZero() || !s.leadBy(f, "since") ||
			!s.near(f.Lo, f.Hi-f.Lo, func(k int) bool { return s.is(k, "decade") && s.is(k-1, "the", "this") }) ||
			!s.near(f.Lo, f.Hi-f.Lo, func(k int) bool { return s.is(k, "start", "beginning", "turn", "dawn") }) {
			continue
		}
		from, err := tocsin.MakeDate((s.c.Published.Year()-1)/10*10, 1, 1)
		if err == nil {
			f.Kind, f.When = when.Date, tocsin.When{From: from, Open: "end", Precision: "year", Text: f.When.Text}
		}
	}
}
