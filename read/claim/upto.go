package claim

import (
	"tocsin"
	"tocsin/read/when"
)

// A clause with a date of its own before the main one bounds the time that is told of: "before
// the war began on 27 September 2020, fewer than ten had died that year", "after the truce of
// 10 November no shot was recorded for the rest of the year".

// boundedTimes cuts the times of numbers to what the clause at the head of the sentence
// leaves of them.
func (s *sentence) boundedTimes(list []Found) {
	f, after := s.frontBound()
	if f == nil {
		return
	}
	for i := range list {
		k := &list[i].Claim
		w := k.Window
		if k.Form != tocsin.FormCount && k.Form != tocsin.FormRate || k.Unit == tocsin.Coups || k.Novelty == "again" || w == nil || w.From.IsZero() || w.From > f.When.From {
			continue
		}
		to := w.To
		if to.IsZero() && !after || to.IsZero() && s.restOfYear() {
			y, err := tocsin.MakeDate(f.When.From.Year(), 12, 31)
			if err != nil {
				continue
			}
			to = y
		}
		c := *w
		switch {
		case after && (to.IsZero() || f.When.To < to):
			c.From, c.To = f.When.To.AddDays(1), to
		case !after && f.When.From > w.From && f.When.From <= to:
			c.To, c.Open = f.When.From.AddDays(-1), "none"
		default:
			continue
		}
		c.Text += " " + f.When.Text
		k.Window = &c
	}
}

// frontBound is the day or month before which, or after which, the sentence tells its number:
// in a clause or a phrase at its head, beside a year that holds it.
func (s *sentence) frontBound() (f *when.Found, after bool) {
	at := 0
	switch {
	case s.is(0, "before", "until"), s.is(0, "prior") && s.is(1, "to"), s.seq(0, "by", "the", "time"), s.seq(0, "up", "to"):
	case s.is(0, "after", "following", "since"):
		after = true
	default:
		return nil, false
	}
	if !s.sameYear() && !(after && s.restOfYear()) {
		return nil, false
	}
	for n := range s.times {
		t := &s.times[n]
		if t.Kind != when.Date || t.When.From.IsZero() || t.When.To.IsZero() || t.When.Open != "none" && !s.is(t.Lo, "after", "before", "until", "since") || t.When.Precision != "day" && t.When.Precision != "month" {
			continue
		}
		if t.Lo > at+12 || s.near(0, t.Lo, func(k int) bool { return s.is(k, ",", ";") }) {
			continue
		}
		own := *t
		if s.leadBy(t, "after", "since", "before", "until") {
			own.When = s.ownTime(t)
		}
		return &own, after
	}
	return nil, false
}

// sameYear reports "that year", "in the same year", "so far that year", "in the year".
func (s *sentence) sameYear() bool {
	return s.near(1, len(s.toks), func(k int) bool {
		return s.is(k, "year") && (s.is(k-1, "that", "same") || s.is(k-1, "the") && s.is(k-2, "in", "during", "into") && !s.is(k+1, "before", "after"))
	}) || s.near(1, len(s.toks), func(k int) bool { return s.is(k, "had") }) && s.near(1, len(s.toks), func(k int) bool { return s.is(k, "already") || s.isYear(k) && s.is(k-1, "in", "during") })
}

// restOfYear reports "for the rest of the year", "during what remained of the year".
func (s *sentence) restOfYear() bool {
	return s.near(1, len(s.toks), func(k int) bool {
		return s.is(k, "rest", "remainder", "remained", "end", "close") && s.near(k, 5, func(t int) bool { return s.is(t, "year") || s.isYear(t) })
	})
}
