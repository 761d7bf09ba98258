package claim

import (
	"strings"

	"tocsin"
)

// dayDeaths is the measure of a rank of days by their dead.
const dayDeaths = "deaths in one day"

// topDay reads which day was the deadliest: "the deadliest day of 2015 in Kenya was 2 April",
// "14 October 2017 was Somalia's deadliest single day since 2007". It is a rank of one day
// among all of the time that the sentence names, or of all up to the text.
func (s *sentence) topDay(it elements) bool {
	at, place := -1, 1.0
	for i := range s.toks {
		if s.dayRanked(i) < 0 || s.near(max(0, i-3), min(i, 3), func(t int) bool { return s.is(t, "one", "among") }) {
			continue
		}
		at = i
		for _, k := range []int{i - 1, i - 1 - boolInt(s.is(i-1, "-"))} {
			if x := ordinals[s.low(k)]; x > 0 {
				place = x
			}
		}
		if head, _, ok := strings.Cut(s.low(i), "-"); ok && ordinals[head] > 0 {
			place = ordinals[head]
		}
	}
	own, span := s.eventAndSpan(it)
	if at < 0 || own == nil || len(it.towns) > 0 || len(it.actors) > 1 || s.near(0, len(s.toks), func(k int) bool { return s.is(k, "not", "never", "no", "n't") }) {
		return false
	}
	k, used := s.claimOf(it, tocsin.FormRank)
	if span != nil {
		own = s.dayOfSpan(own, span)
	}
	w := own.When
	if w.From != w.To || k.Of.Country == "" && k.Of.Actor == "" {
		return false
	}
	k.Op, k.Value, k.Unit, k.Of.Measure, k.Window = "=", tocsin.Number(place), tocsin.Rank, dayDeaths, &w
	used = append(used, [2]int{own.Lo, own.Hi})
	if span != nil {
		w.Text += " " + span.When.Text
		w.Anchor = &tocsin.Anchor{Rel: "during", Text: s.spanText(span)}
		used = append(used, [2]int{span.Lo, span.Hi})
	}
	s.compose(k, at, min(len(s.toks), at+2), used...)
	s.tollOfDay(k)
	for i := range s.out {
		if c := &s.out[i].Claim; c.Form == tocsin.FormCount {
			of := *c.Of
			of.Measure = "deaths"
			c.Of = &of
		}
	}
	return true
}

// happenedSome reports a claim that something happened at all in its time and place.
func happenedSome(k tocsin.Claim) bool {
	return k.Form == tocsin.FormCount && k.Value != nil && *k.Value == 1 && k.Op == ">="
}

// dayRanked is the token "day" of "deadliest single day", where that begins at token i, else -1.
func (s *sentence) dayRanked(i int) int {
	if !s.is(i, "deadliest", "bloodiest") && !strings.HasSuffix(s.low(i), "-deadliest") {
		return -1
	}
	hi := i + 1
	for s.is(hi, "single", "individual", "recorded") {
		hi++
	}
	if !s.is(hi, "day") {
		return -1
	}
	return hi
}
