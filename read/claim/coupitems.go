package claim

import (
	"slices"

	"tocsin"
	"tocsin/read/when"
)

// coupItems reads from the items of a sentence what it says of the time between coups or
// of how many there were since: "its third coup since X took the capital in December
// 1990", "a month after a failed coup", "nine months between the coup of August 2020 and
// the next one", "half a century without an attempted coup". It reports whether it did.
func (s *sentence) coupItems() bool {
	noun := -1
	for i := range s.toks {
		if slices.Contains(coupWords, s.low(i)) {
			noun = i
			break
		}
	}
	if noun < 0 {
		return false
	}
	return s.gapToNext(noun) || s.gapSinceFailed(noun) || s.gapFollowed(noun) || s.coupRange(noun) || s.coupless(noun) || s.ordinalSinceThen(noun)
}

// coupGap reports that the sentence tells its coups by the time between them.
func (s *sentence) coupGap() bool {
	s.coupDuration()
	return s.gapSaid
}

// coupOf begins a claim about coups of the country of the sentence.
func (s *sentence) coupOf(form tocsin.Form, act string, noun int) (tocsin.Claim, [2]int) {
	of := &tocsin.Measure{Act: act}
	var land [2]int
	of.Country, land = s.countryFor(noun, noun+1)
	return tocsin.Claim{Form: form, Of: of}, land
}

// coupDay is the first bounded day or month of the sentence.
func (s *sentence) coupDay(not *when.Found) *when.Found {
	for n := range s.times {
		f := &s.times[n]
		if f != not && f.Kind == when.Date && (f.When.Precision == "day" || f.When.Precision == "month") && !f.When.From.IsZero() && !f.When.To.IsZero() && f.When.Open == "none" && f.When.To < f.When.From.AddDays(32) {
			return f
		}
	}
	return nil
}

// gapToNext reads how long after one coup the next one came.
func (s *sentence) gapToNext(noun int) bool {
	next := slices.IndexFunc(lowered(s.toks), func(w string) bool { return w == "next" || w == "following" || w == "successor" || w == "followed" })
	if next > 0 && s.is(next, "followed") && !s.is(next-1, "that", "which") {
		next = -1
	}
	q, unit, hi, ok := s.timeLength()
	own := s.coupDay(nil)
	if next < 0 || !ok || own == nil || s.c.Published.IsZero() || !s.is(next, "followed", "successor") && !s.near(next+1, 3, func(k int) bool { return s.is(k, "one", "coup", "putsch", "takeover", ".", ",") }) {
		return false
	}
	k, land := s.coupOf(tocsin.FormDuration, "coup", noun)
	w := own.When
	w.Anchor = &tocsin.Anchor{Rel: "after", Text: w.From.String() + "/" + w.To.String()}
	w.From, w.To, w.Precision = w.To.AddDays(1), s.c.Published.AddDays(-1), "past"
	k.Op, k.Value, k.Unit, k.Window = q.op, tocsin.Number(q.value), unit, &w
	s.compose(k, min(q.lo, noun), max(hi, noun+1), land)
	for n := range s.times { // the next one, in June 2009
		if f := &s.times[n]; f.Lo > next && coupMonth(f) && f.When.From > own.When.To {
			of, w := *k.Of, f.When
			s.compose(tocsin.Claim{Form: tocsin.FormDate, Of: &of, Window: &w}, f.Lo, f.Hi, land)
			break
		}
	}
	return true
}

// gapSinceFailed reads how long after a failed coup power was seized.
func (s *sentence) gapSinceFailed(noun int) bool {
	q, unit, hi, ok := s.timeLength()
	own := s.coupDay(nil)
	if !ok || own == nil || !s.is(hi, "after", "before") || s.is(hi, "before") || s.coupAct(noun) != "failed coup" && !s.is(noun+1, "attempt") && !s.is(noun-1, "attempted") || noun < hi || noun > hi+6 {
		return false
	}
	if s.near(hi, len(s.toks)-hi, func(k int) bool { return s.timeOver(k) }) || !s.near(0, q.lo, func(k int) bool {
		return s.is(k, "power", "coup", "takeover", "ousted", "overthrew", "toppled", "deposed")
	}) {
		return false
	}
	if s.seq(q.lo-3, "little", "more", "than") || s.seq(q.lo, "little", "more", "than") || s.seq(q.lo, "more", "than") && s.is(q.lo-1, "little") {
		q.op = "~"
	}
	s.betweenCoups(q, unit, hi, own, noun)
	return true
}

// betweenCoups claims how long it was between the coup of one's own time and the other.
func (s *sentence) betweenCoups(q number, unit tocsin.Unit, hi int, own *when.Found, noun int) {
	k, land := s.coupOf(tocsin.FormDuration, "coup", noun)
	k.Than = &tocsin.Measure{Act: "failed coup", Country: k.Of.Country}
	w := own.When
	k.Op, k.Value, k.Unit, k.Window = q.op, tocsin.Number(q.value), unit, &w
	s.compose(k, min(own.Lo, q.lo), max(hi, noun+1), land)
}

// coupless reads how long a country has gone without a coup: a number of none in so many
// years before the text.
func (s *sentence) coupless(noun int) bool {
	q, unit, hi, ok := s.timeLength()
	if !ok || unit != tocsin.Years || s.c.Published.IsZero() || s.coupDay(nil) != nil || !s.near(0, len(s.toks), func(k int) bool { return s.is(k, "has", "have") }) {
		return false
	}
	gone := (s.is(hi, "without") || s.is(hi+1, "without")) && noun > hi && noun <= hi+9
	free := s.is(q.lo-1, "in", "for", "over") && noun < q.lo && s.near(max(0, noun-8), noun-max(0, noun-8), func(k int) bool { return s.is(k, "not", "no", "n't", "never", "without") })
	if !gone && !free || s.near(0, len(s.toks), func(k int) bool {
		return s.is(k, "more", "fewer", "only", "except", "since", "until", "first", "last", "second", "third") && !s.is(k+1, "than")
	}) {
		return false
	}
	act := "coup"
	if s.is(noun-1, "successful") || s.is(noun-2, "successful") {
		act = "successful coup"
	}
	k, land := s.coupOf(tocsin.FormCount, act, noun)
	years := q.value
	if s.is(q.lo, "almost", "nearly") || s.is(q.lo-1, "almost", "nearly") {
		years *= 0.9
	}
	w := tocsin.When{From: s.c.Published.AddMonths(-int(12 * years)), To: s.c.Published.AddDays(-1), Open: "none", Precision: "past", Text: s.text(q.lo, hi)}
	k.Op, k.Value, k.Unit, k.Window = "=", tocsin.Number(0), tocsin.Coups, &w
	s.compose(k, min(q.lo, noun), max(noun+1, hi), land)
	return true
}

// ordinalSinceThen reads the number of a coup since something else happened: "its third
// successful coup since X took the capital in December 1990".
func (s *sentence) ordinalSinceThen(noun int) bool {
	for i := range s.toks {
		n, ok := ordinals[s.low(i)]
		if !ok || s.timeOver(i) {
			continue
		}
		at := i + 1
		for s.is(at, "successful", "military", "army", "such") {
			at++
		}
		if !slices.Contains(coupWords, s.low(at)) || !s.is(at+1, "since") {
			continue
		}
		var then *when.Found
		for k := range s.times {
			if f := &s.times[k]; f.Lo > at+2 && !f.When.From.IsZero() && !f.When.To.IsZero() && s.verbIn(at+2, f.Lo) {
				then = f
			}
		}
		own := s.coupDay(then)
		if then == nil || own == nil || own.When.From <= then.When.To {
			return false
		}
		act := "coup"
		if s.near(i, at-i, func(k int) bool { return s.is(k, "successful") }) {
			act = "successful coup"
		}
		k, land := s.coupOf(tocsin.FormCount, act, noun)
		since := s.ownTime(then)
		w := tocsin.When{From: since.To.AddDays(1), To: own.When.To, Open: "none", Precision: own.When.Precision, Text: own.When.Text + " " + then.When.Text}
		k.Op, k.Value, k.Unit, k.Window = "=", tocsin.Number(n), tocsin.Coups, &w
		s.compose(k, i, then.Hi, land)
		s.ownCoup(k, i, at, own)
		return true
	}
	return false
}

// tookPower reports at token k that power was seized, not only sought.
func (s *sentence) tookPower(k int) bool {
	if !s.is(k, "took", "seized", "grabbed", "captured", "seizing", "taking") || s.is(k-1, "not", "of", "at", "who") || s.is(k-2, "who") {
		return false
	}
	return s.is(k+1, "power") || s.is(k+1, "state") && s.is(k+2, "power")
}
