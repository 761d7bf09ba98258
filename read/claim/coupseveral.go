package claim

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/when"
)

// A sentence may tell of several coups: "in Zimbabwe in November 2017 and in Sudan in April
// 2019", "in August 2020 and another in May 2021", "two since 2000, in September 2006 and
// May 2014". Each of them is a coup of a country and a time.

// severalCoups adds the others to the one coup that was read.
func (s *sentence) severalCoups() {
	at := slices.IndexFunc(s.out, func(f Found) bool {
		return f.Claim.Of != nil && strings.Contains(f.Claim.Of.Act, "coup") && f.Claim.Window != nil && (f.Claim.Form == tocsin.FormDate || f.Claim.Form == tocsin.FormCount) && f.Claim.Than == nil
	})
	if at < 0 || slices.ContainsFunc(s.out, func(f Found) bool {
		return f.Claim.Of != nil && strings.Contains(f.Claim.Of.Act, "coup") && f.Claim.Form != tocsin.FormDate && f.Claim.Form != tocsin.FormCount
	}) {
		return
	}
	base := s.out[at].Claim
	prev := s.timeUsed(&base)
	if prev == nil {
		return
	}
	for n := range s.times {
		f := &s.times[n]
		if f.Lo < prev.Hi || !coupMonth(f) || slices.ContainsFunc(s.out, func(o Found) bool {
			return o.Claim.Window != nil && o.Claim.Window.From == f.When.From && o.Claim.Form == tocsin.FormDate
		}) {
			continue
		}
		land, ok := s.coupJoined(prev.Hi, f.Lo)
		if !ok {
			return
		}
		of := *base.Of
		if land != nil {
			of.Country = land.name
		}
		w := f.When
		s.add(tocsin.Claim{Form: tocsin.FormDate, Of: &of, Window: &w}, f.Lo, f.Hi)
		prev = f
	}
}

// coupMonth reports a time that a coup may have: a day or a month.
func coupMonth(f *when.Found) bool {
	return f.Kind == when.Date && f.When.Open == "none" && !f.When.From.IsZero() && f.When.To >= f.When.From && f.When.To < f.When.From.AddDays(32)
}

// timeUsed is the time of the sentence that a claim has.
func (s *sentence) timeUsed(k *tocsin.Claim) *when.Found {
	for n := range s.times {
		if f := &s.times[n]; f.When.Text == k.Window.Text || f.When.From == k.Window.From && f.When.To == k.Window.To {
			return f
		}
	}
	return nil
}

// coupJoined reports that tokens [lo, hi) only join one coup's time to another's, and the
// country that they name for it.
func (s *sentence) coupJoined(lo, hi int) (*land, bool) {
	var own *land
	joined := false
	for i := lo; i < hi; i++ {
		if l := s.landAt(i); l != nil {
			own = l
			continue
		}
		joined = joined || s.is(i, "and", ",", "again", "another")
		if !s.is(i, "and", ",", "again", "another", "in", "one", "that", "of", "then", "also", "a", "second", "its", "once", "more", "by", "the", "'s", "’s", "president", "followed", "successful", "coup", "next", "later", "those") {
			return nil, false
		}
	}
	return own, joined
}

// coupRange reads "went almost 31 years without a successful coup, from August 1978 to June
// 2009": the time between the coups at both ends.
func (s *sentence) coupRange(noun int) bool {
	q, unit, hi, ok := s.timeLength()
	if !ok || !s.near(hi, max(0, noun-hi), func(k int) bool { return s.is(k, "without") }) {
		return false
	}
	for n := range s.times {
		f := &s.times[n]
		if f.Lo < noun || f.Kind != when.Date || f.When.Precision != "month" || f.When.Open != "none" || f.When.From.IsZero() || f.When.From.AddMonths(13) > f.When.To || !s.is(f.Lo, "from", "between") {
			continue
		}
		k, land := s.coupOf(tocsin.FormDuration, s.coupAct(noun), noun)
		w := f.When
		w.Anchor = &tocsin.Anchor{Rel: "since", Text: w.From.String()[:7]}
		w.From = w.To.AddDays(1).AddMonths(-1)
		k.Op, k.Value, k.Unit, k.Window = q.op, tocsin.Number(q.value), unit, &w
		s.compose(k, min(q.lo, noun), max(hi, noun+1), land)
		return true
	}
	return false
}

// gapFollowed reads "the failed coup of September 2021 was followed about a month later, in
// October, by a successful one".
func (s *sentence) gapFollowed(noun int) bool {
	q, unit, hi, ok := s.timeLength()
	if !ok || !s.is(hi, "later", "afterwards") || s.coupAct(noun) != "failed coup" && !s.is(noun+1, "attempt") && !s.is(noun-1, "attempted") || noun > q.lo || !s.near(noun, len(s.toks), func(k int) bool { return s.is(k, "followed", "came") }) ||
		!s.near(hi, len(s.toks), func(k int) bool { return s.is(k, "successful", "succeeded", "power", "ousted", "toppled") }) {
		return false
	}
	var own *when.Found
	for n := range s.times {
		if f := &s.times[n]; f.Lo >= hi && coupMonth(f) {
			own = f
		}
	}
	if own == nil {
		return false
	}
	s.betweenCoups(q, unit, hi, own, noun)
	return true
}
