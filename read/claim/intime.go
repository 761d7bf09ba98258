package claim

import (
	"slices"

	"tocsin"
	"tocsin/read/when"
)

// inTime reads that all of a kind fell into one time: "its attacks all fell on one day, 21
// April", "the fighting of 2020 was all in November and December", "the only attack on record
// was in March 2016". It is a share of all, in a part of a longer time.
func (s *sentence) inTime() bool {
	at := s.allInAt()
	if at < 0 || s.noneSaidBut(at) {
		return false
	}
	it, ok := s.gather()
	if !ok || it.actor == "" || s.otherNumber(it) || it.taking {
		return false
	}
	inner, outer, ok := s.innerTime(at)
	if !ok {
		return false
	}
	k, used := s.claimOf(it, tocsin.FormShare)
	if len(it.lands) == 0 {
		k.Of.Country = ""
	}
	if len(it.towns) > 0 {
		return false
	}
	k.Op, k.Value, k.Unit = "=", tocsin.Number(100), tocsin.Percent
	inner.Anchor = &tocsin.Anchor{Rel: "during", Text: outer}
	inner.Open = "none"
	k.Window = &inner
	s.compose(k, min(at, it.noun), len(s.toks)-boolInt(s.is(len(s.toks)-1, ".")), used...)
	return true
}

// allInAt is the word that says all or only of what fell into a time, -1 for none.
func (s *sentence) allInAt() int {
	at := -1
	for i := range s.toks {
		if _, share := s.shareAt(i); share && !s.timeOver(i) {
			return -1
		}
		switch s.low(i) {
		case "almost", "nearly", "virtually", "practically", "most", "mostly", "largely", "but", "if", "would":
			if !s.dateOver(i) {
				return -1
			}
		case "all", "entirely", "exclusively", "solely", "wholly", "every":
			fell := s.is(i+1, "fell", "in", "on", "took", "happened", "occurred", "came", "during", "within", "dated", "date", "dates")
			if at < 0 && (fell || s.is(i, "all", "every") && s.near(i+1, 8, s.violentWord) && s.near(i+1, len(s.toks), func(k int) bool { return s.is(k, "day", "single", "confined") })) {
				at = i
			}
		case "only", "sole":
			if at < 0 && s.is(i-1, "the", "'s", "’s") && s.near(i+1, 5, func(k int) bool { return slices.Contains(singles, s.low(k)) }) {
				at = i
			}
		case "confined", "limited", "restricted":
			if s.is(i+1, "to") && at < 0 {
				at = i
			}
		}
	}
	return at
}

// noneSaidBut reports a word that denies.
func (s *sentence) noneSaidBut(int) bool {
	return s.near(0, len(s.toks), func(k int) bool {
		return slices.Contains(nones, s.low(k)) || s.is(k, "not", "than", "since", "could", "may") && !s.dateOver(k) && !s.capital(k)
	})
}

// innerTime is the time into which all fell, and the longer one as an anchor writes it: the
// other time of the sentence, else all that the data has.
func (s *sentence) innerTime(at int) (inner tocsin.When, outer string, ok bool) {
	var own, wide *when.Found
	for n := range s.times {
		f := &s.times[n]
		if f.Kind != when.Date || f.When.From.IsZero() || f.When.To.IsZero() || f.When.Open != "none" {
			continue
		}
		switch {
		case own == nil:
			own = f
		case f.When.From >= own.When.From && f.When.To <= own.When.To:
			wide, own = own, f
		case own.When.From >= f.When.From && own.When.To <= f.When.To:
			wide = f
		case f.When.From == own.When.To.AddDays(1) && s.is(f.Lo-1, "and"):
			c := *own
			c.When.To, c.Hi = f.When.To, f.Hi
			own = &c
		default:
			return inner, "", false
		}
	}
	if own == nil {
		return inner, "", false
	}
	if w, found := s.monthsOf(at, own); found && wide == nil {
		return w, own.When.From.String() + "/" + own.When.To.String(), true
	}
	if own.Lo < at && wide == nil {
		return inner, "", false // all of the attacks of 2020
	}
	inner, outer = own.When, "1989-01-01/"+s.c.Published.AddDays(-1).String()
	if wide != nil {
		outer = wide.When.From.String() + "/" + wide.When.To.String()
	}
	return inner, outer, s.c.Published > 0
}

// monthsOf reads the months without a year after token at, of the year that the sentence
// names: "November and December".
func (s *sentence) monthsOf(at int, year *when.Found) (w tocsin.When, ok bool) {
	if year.When.From.AddMonths(12).AddDays(-1) != year.When.To {
		return w, false
	}
	first, last, lo, hi := 0, 0, -1, -1
	for i := at; i < len(s.toks); i++ {
		m := monthNames[s.low(i)]
		if m == 0 || !s.capital(i) || i >= year.Lo && i < year.Hi {
			continue
		}
		if first == 0 {
			first, lo = m, i
		}
		last, hi = m, i+1
	}
	if first == 0 || last < first {
		return w, false
	}
	from, err := tocsin.MakeDate(year.When.From.Year(), first, 1)
	to, err2 := tocsin.MakeDate(year.When.From.Year(), last, 1)
	w = tocsin.When{From: from, To: to.MonthEnd(), Open: "none", Precision: "month", Text: s.text(lo, hi) + " " + year.When.Text}
	return w, err == nil && err2 == nil
}

// spread reads how long it was from the first event of a time to its last: "took place in the
// space of less than a week", "were spread over more than three weeks", "lasted seven months,
// counted from the first clash to the last".
func (s *sentence) spread() bool {
	q, unit, hi, ok := s.timeLength()
	if !ok || !s.spreads(q.lo) || s.noneSaidAt() || s.spelledOut(q, hi) {
		return false
	}
	it, ok := s.gather()
	if !ok || it.actor == "" && len(it.lands) == 0 || it.taking || s.otherNumber(it) {
		return false
	}
	w, used, ok := s.oneWindow(it)
	if !ok || w.From.IsZero() || w.To.IsZero() || w.Open != "none" {
		return false
	}
	k, of := s.claimOf(it, tocsin.FormDuration)
	if k.Op = q.op; q.op == "=" && s.near(0, q.lo, func(t int) bool { return s.is(t, "space", "within") }) {
		k.Op = "<="
	}
	k.Value, k.Unit, k.Window = tocsin.Number(q.value), unit, w
	w.Anchor = &tocsin.Anchor{Rel: "since", Text: "the first event of that time"}
	s.compose(k, q.lo, hi, append(used, of...)...)
	return true
}

// spreads reports that the length of time at token lo is that from a first event to a last.
func (s *sentence) spreads(lo int) bool {
	before := func(words ...string) bool {
		return s.near(max(0, lo-7), min(lo, 7), func(k int) bool { return s.is(k, words...) })
	}
	switch {
	case before("space") && s.near(0, lo, func(k int) bool { return s.is(k, "in", "within") }), before("spread", "stretched", "spanned", "extended") && (before("over", "across", "spanned") || s.is(lo, "over")):
		return true
	case before("within") && s.near(0, lo, func(k int) bool { return s.is(k, "all", "every") }) && before("took", "occurred", "happened", "fell", "came"):
		return true
	case before("lasted", "ran", "went"):
		first := s.near(0, len(s.toks), func(k int) bool { return s.is(k, "first", "earliest", "opening") })
		return first && s.near(0, len(s.toks), func(k int) bool { return s.is(k, "last", "final", "latest") })
	}
	return false
}
