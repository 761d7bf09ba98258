package claim

import (
	"slices"

	"tocsin/read/when"
)

// A time may hang on another that only an aside or a clause before it names: "beaten in November
// 2013, did not figure in a clash for the next three years"; "before fighting erupted on 15
// December 2013, fewer than 100 had been killed that year".

// fromAside dates "for the next three years" from the one time of the asides that were cut.
func (s *sentence) fromAside() {
	then := s.oneAsideTime()
	if then == nil {
		return
	}
	for i := range s.toks {
		lo, hi, months := s.lengthAfter(i)
		if months == 0 {
			continue
		}
		if slices.ContainsFunc(s.times, func(f when.Found) bool { return f.Lo < hi && f.Hi > lo && s.yearNamed(&f) > 0 }) {
			return
		}
		s.times = slices.DeleteFunc(s.times, func(f when.Found) bool { return f.Lo < hi && f.Hi > lo })
		w := then.When
		w.From = w.To.AddDays(1)
		w.To, w.Text, w.Precision, w.Open = w.From.AddMonths(months).AddDays(-1), s.text(lo, hi), "month", "none"
		s.times = append(s.times, when.Found{Sent: s.n, Lo: lo, Hi: hi, Span: s.span(lo, hi), Kind: when.Date, When: w})
		slices.SortStableFunc(s.times, func(a, b when.Found) int { return a.Lo - b.Lo })
		return
	}
}

// lengthAfter reads at token i "for the next three years", "in the two years that followed": the
// tokens and the number of months, 0 for none.
func (s *sentence) lengthAfter(i int) (lo, hi, months int) {
	if !s.is(i, "for", "in", "over", "during", "within") {
		return 0, 0, 0
	}
	k := i + 1 + boolInt(s.is(i+1, "the"))
	told := s.is(k, "next", "following", "ensuing", "subsequent")
	if told {
		k++
	}
	n := 1
	if q, ok := s.numberAt(k); ok && q.value == float64(int(q.value)) && q.value > 0 && q.value < 60 {
		n, k = int(q.value), q.hi
	}
	each := map[string]int{"year": 12, "years": 12, "month": 1, "months": 1}[s.low(k)]
	if each == 0 {
		return 0, 0, 0
	}
	k++
	if s.is(k, "that", "which") && s.is(k+1, "followed") {
		return i, k + 2, n * each
	}
	if s.is(k, "after", "afterwards", "thereafter", "later") && !told {
		return i, k + 1, n * each
	}
	return i, k, n * each * boolInt(told)
}

// clipYear makes the time of "before fighting erupted on 15 December 2013, 69 had been killed
// that year" the part of the year that the clause bounds.
func (s *sentence) clipYear() {
	for i := range s.toks {
		before, after := s.is(i, "before", "until"), s.is(i, "after", "since")
		if !before && !after || s.dateOver(i) || i > 0 && !s.is(i-1, ",") && !s.verbIn(0, i) {
			continue
		}
		at := slices.IndexFunc(s.times, func(f when.Found) bool {
			return f.Lo > i && f.Lo < i+14 && f.When.Precision == "day" && f.When.Open == "none" && f.When.From == f.When.To && s.yearNamed(&f) > 0
		})
		if at < 0 || s.near(i, s.times[at].Lo-i, func(k int) bool { return s.is(k, ",", ";") }) {
			continue
		}
		day := s.times[at].When.From
		for n := range s.times {
			f := &s.times[n]
			if n == at || f.When.Precision != "year" || f.When.From.IsZero() || f.When.To.IsZero() || f.When.From > day || f.When.To < day || f.When.To.Year() != f.When.From.Year() || f.Lo > i && i > 0 {
				continue
			}
			if before {
				f.When.To = day.AddDays(-1)
				f.When.Text += " until " + s.times[at].When.Text
			} else {
				f.When.From = day.AddDays(1)
				f.When.Text += " after " + s.times[at].When.Text
			}
			f.When.Precision, s.clipped = "day", true
			s.times = slices.DeleteFunc(s.times, func(g when.Found) bool {
				return g.When.Precision == "day" && g.When.From == day && g.When.To == day || g.Lo == i && g.Kind != when.Date
			})
			return
		}
	}
}
