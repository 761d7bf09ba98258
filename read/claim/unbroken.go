package claim

import (
	"tocsin"
)

// unbroken reads that no month or year was without violence: "since 2011 not one month has
// gone by without an attack", "every month since then has seen violence". It is a number
// above none in each of them.
func (s *sentence) unbroken(it elements) bool {
	step := s.unbrokenStep()
	if step == 0 || s.otherNumber(it) || len(it.times) != 1 || s.near(0, len(s.toks), func(k int) bool {
		return s.is(k, "except", "but", "until", "before", "almost", "nearly", "hardly", "most", "apart") && !s.dateOver(k)
	}) {
		return false
	}
	k, used := s.claimOf(it, tocsin.FormCount)
	if k.Of.Country == "" && k.Of.Actor == "" || len(it.towns) > 0 {
		return false
	}
	k.Op, k.Value, k.Unit, k.Novelty = ">", tocsin.Number(0), tocsin.Events, "again"
	if s.near(0, len(s.toks), func(t int) bool { return s.deathWord(t) || s.is(t, "deadly", "fatal", "killed", "killing") }) {
		k.Unit, k.Of.Measure = tocsin.Deaths, "deaths"
	}
	w := it.times[0].When
	if s.is(it.times[0].Lo-1, "after") || w.From.IsZero() {
		return false
	}
	if w.To.IsZero() {
		w.To = w.From.AddMonths(step * wholeSteps(w.From, s.c.Published, step)).AddDays(-1)
	}
	used = append(used, [2]int{it.times[0].Lo, it.times[0].Hi})
	n := 0
	for d := w.From; d.AddMonths(step).AddDays(-1) <= w.To && n < manySteps; d, n = d.AddMonths(step), n+1 {
		c := k
		c.Window = &tocsin.When{From: d, To: d.AddMonths(step).AddDays(-1), Open: "none", Precision: map[int]string{1: "month", 3: "quarter", 12: "year"}[step], Text: w.Text}
		s.compose(c, 0, len(s.toks), used...)
	}
	return n > 1 && n < manySteps
}

// manySteps is how many months or years a series may have.
const manySteps = 240

// unbrokenStep is how long each of the times is of which none was without violence, in
// months; 0 where the sentence does not say so.
func (s *sentence) unbrokenStep() int {
	without := -1
	for i := range s.toks {
		if s.is(i, "without") && s.near(i+1, 7, s.violentWord) {
			without = i
		}
	}
	for i := range s.toks {
		months := periods[s.low(i)]
		if months == 0 || s.dateOver(i) && s.low(i-1) != "one" {
			continue
		}
		single := s.is(i-1, "single", "one", "calendar")
		before := i - 1 - boolInt(single)
		before -= boolInt(s.is(before, "a") && single)
		switch {
		case without > i && s.is(before, "no", "not", "n't", "never", "scarcely") && !s.is(i+1, "later"), without > i && single && s.near(max(0, i-7), 7, func(k int) bool { return s.is(k, "not", "n't", "never") }), without > i && s.is(i-1, "a") && s.is(i-2, "never"):
			return months
		case without < 0 && s.is(i-1, "every", "each", "single") && s.near(0, i, func(k int) bool { return s.is(k, "every", "each") }) && s.near(i+1, len(s.toks), func(k int) bool {
			return s.is(k, "seen", "saw", "brought", "had", "recorded", "registered", "witnessed", "known") && s.near(k+1, 5, s.violentWord) && !s.near(k+1, 4, func(t int) bool {
				return s.is(t, "more", "fewer", "less", "no", "higher", "lower", "deadlier", "rising", "falling")
			})
		}):
			return months
		}
	}
	return 0
}
