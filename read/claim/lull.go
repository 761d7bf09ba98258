package claim

import (
	"tocsin"
	"tocsin/read/when"
)

// lull reads how long a place or a group had been quiet: "until D it had gone five years
// without a killing", "ended a lull of eight weeks".
func (s *sentence) lull(it elements) bool {
	q, unit, hi, ok := s.timeLength()
	if !ok || !s.silent() && !s.noneUpTo(hi) || s.spelledOut(q, hi) {
		return false
	}
	if q.op == "=" && s.is(q.lo-1, "the", "all", "full") {
		q.op = ">=" // the five years before the day
	}
	k, used := s.claimOf(it, tocsin.FormDuration)
	if k.Of.Country == "" && k.Of.Actor == "" || len(it.towns) > 2 {
		return false
	}
	k.Op, k.Value, k.Unit = q.op, tocsin.Number(q.value), unit
	if k.Of.Measure == "events" && s.near(0, len(s.toks), func(t int) bool {
		return s.is(t, "deadly", "fatal", "killing", "killings", "death", "deaths", "killed")
	}) {
		k.Of.Measure = "deaths"
	}
	if f := s.quietAfter(it.times); f != nil {
		w := s.ownTime(f)
		w.Open, w.Anchor = "none", &tocsin.Anchor{Rel: "after", Text: w.To.String()}
		k.Window = &w
		s.compose(k, min(q.lo, hi), hi, append(used, [2]int{f.Lo, f.Hi})...)
		return !w.From.IsZero() && !w.To.IsZero()
	}
	var end *tocsin.When
	for _, f := range it.times {
		w := f.When
		if s.leadBy(f, "until", "before") {
			w = s.untilThen(f)
		}
		if w.From.IsZero() || w.To.IsZero() || w.Open != "none" || w.Precision != "day" && w.Precision != "month" && w.Precision != "year" {
			continue
		}
		if end != nil && end.From == w.From {
			continue
		}
		if end != nil {
			return false
		}
		end, used = &w, append(used, [2]int{f.Lo, f.Hi})
	}
	if end == nil {
		if !s.near(0, len(s.toks), func(t int) bool { return s.is(t, "has", "have", "now") }) || s.c.Published.IsZero() {
			return false
		}
		end = &tocsin.When{From: s.c.Published, To: s.c.Published, Open: "none", Precision: "day", Text: "now"}
	}
	w := *end
	w.Anchor = &tocsin.Anchor{Rel: "until", Text: w.From.String()}
	k.Window = &w
	s.compose(k, min(q.lo, hi), hi, used...)
	return true
}

// quietAfter is the one time of a sentence where it is that of the violence before a
// silence: "after the bloodshed of March 2016 the country went four years without a death".
func (s *sentence) quietAfter(times []*when.Found) *when.Found {
	if len(times) != 1 {
		return nil
	}
	f := times[0]
	for i := f.Lo; i >= max(0, f.Lo-6) && !s.is(i, ",", ";"); i-- {
		if s.is(i, "after", "following") {
			return f
		}
		if s.is(i, "until", "before", "ended", "broke", "when") {
			return nil
		}
	}
	return nil
}

// noneUpTo reports that the time whose length ends at token i went before something, and that
// the sentence denies violence in it: "for five years before the bombings nobody was killed".
func (s *sentence) noneUpTo(i int) bool {
	return s.is(i, "before", "preceding", "until", "prior") && s.noneAt() >= 0 || s.is(i, "leading") && s.is(i+1, "up") && s.noneAt() >= 0
}

// spelledOut reports a length of time that the time after it spells out: "the five years from
// 2012 to 2016".
func (s *sentence) spelledOut(q number, hi int) bool {
	if s.is(hi, ",", "-", "–", "(") {
		hi++
	}
	if s.is(hi, "before", "until", "prior", "preceding", "after", "since") {
		return false
	}
	for n := range s.times {
		f := &s.times[n]
		if (s.noneAt() >= 0 && s.is(f.Lo, "between", "from") || f.Lo == hi || f.Lo == hi+1 && s.is(hi, "of", "in", "from", "between")) && !f.When.From.IsZero() && !f.When.To.IsZero() && f.When.Open == "none" {
			if one := timeLengths[s.low(q.hi)]; one.unit != "" {
				days := map[tocsin.Unit]float64{tocsin.Days: 1, tocsin.Weeks: 7, tocsin.Months: 30.4, tocsin.Years: 365.2}[one.unit] * q.value * one.times
				if x := float64(f.When.To - f.When.From + 1); x > 0.9*days && x < 1.1*days {
					return true
				}
			}
		}
	}
	return false
}

// silent reports the words of a time without violence.
func (s *sentence) silent() bool {
	return s.near(0, len(s.toks), func(k int) bool {
		switch s.low(k) {
		case "without":
			return s.near(k+1, 9, s.violentWord)
		case "lull", "silence", "hiatus", "respite", "calm", "quiet", "pause":
			return true
		case "no", "not", "n't": // had known no violence for ten years when
			return s.near(k+1, 6, s.violentWord) && s.near(k+1, len(s.toks), func(t int) bool {
				return s.is(t, "for", "in") && s.is(t+1, "more", "over", "about", "some", "nearly", "almost", "a", "at", "at", "well") || s.is(t, "for") && s.numeral(t+1)
			}) && s.near(k+1, len(s.toks), func(t int) bool { return s.is(t, "when", "until", "before", "till") })
		case "free", "spared":
			return s.near(k+1, 5, s.violentWord)
		}
		return s.seq(k, "since", "the", "last") || s.seq(k, "in", "which", "no") || s.seq(k, "in", "which", "nobody")
	})
}

// lengths of time by their words, in units that can be counted.
var timeLengths = map[string]struct {
	unit  tocsin.Unit
	times float64
}{"day": {tocsin.Days, 1}, "days": {tocsin.Days, 1}, "week": {tocsin.Weeks, 1}, "weeks": {tocsin.Weeks, 1}, "fortnight": {tocsin.Weeks, 2}, "month": {tocsin.Months, 1}, "months": {tocsin.Months, 1},
	"year": {tocsin.Years, 1}, "years": {tocsin.Years, 1}, "decade": {tocsin.Years, 10}, "decades": {tocsin.Years, 10}, "century": {tocsin.Years, 100}}

// timeLength is the length of time that the sentence tells: "more than five years", "half
// a century", "some seven weeks".
func (s *sentence) timeLength() (q number, unit tocsin.Unit, hi int, ok bool) {
	for i := 0; i < len(s.toks); i++ {
		if s.is(i, "half") && s.is(i+1, "a") {
			if t, found := timeLengths[s.low(i+2)]; found && s.is(i+2, "year") {
				return s.boundedBy(number{lo: i, hi: i + 2, value: 6, op: "="}), tocsin.Months, i + 3, true
			} else if found && t.times > 1 {
				return s.boundedBy(number{lo: i, hi: i + 2, value: t.times / 2, op: "="}), t.unit, i + 3, true
			}
		}
		if s.is(i, "a", "an", "one") {
			at := i + 1 + boolInt(s.is(i+1, "single", "mere", "bare"))
			if t, found := timeLengths[s.low(at)]; found && !s.is(at+1, "later", "ago", "earlier") && !s.is(i-1, "in") {
				n := s.boundedBy(number{lo: i, hi: at, value: t.times, op: "="})
				if s.seq(at+1, "and", "a", "half") {
					n.value, at = 1.5*n.value, at+3
				}
				return n, t.unit, at + 1, true
			}
		}
		n, found := s.quantity(i)
		if !found {
			continue
		}
		at := n.hi
		for s.is(at, "full", "long", "whole", "consecutive", "-", "straight") {
			at++
		}
		if t, found := timeLengths[s.low(at)]; found {
			n.value *= t.times
			return n, t.unit, at + 1, true
		}
		i = n.hi - 1
	}
	return number{}, "", 0, false
}

// boundedBy puts the bound before a length into it: "more than half a century".
func (s *sentence) boundedBy(n number) number {
	for _, b := range bounds {
		if at := n.lo - len(b.words); at >= 0 && s.seq(at, b.words...) && b.op != "=" {
			n.op, n.lo = b.op, at
			break
		}
	}
	if s.is(n.lo-1, "barely", "scarcely", "hardly", "little") {
		n.op = "~"
	}
	return n
}
