package claim

import (
	"slices"
	"strconv"

	"tocsin"
	"tocsin/read/when"
)

// shareOfTime reads a share that a part of a year has in the whole of it: "May alone
// accounted for half of all deaths in 2017", "nine in ten were killed in the last two
// months of the year". The part becomes the window of the claim, the year its anchor. Where a
// group is named too, the share is the group's.
func (s *sentence) shareOfTime(c *tocsin.Claim) (at [2]int, ok bool) {
	if c.Of.Actor != "" || c.Than != nil || c.Of.Country == "" || len(s.parties()) > 0 {
		return at, false
	}
	if s.shareOfSpan(c) {
		return [2]int{0, len(s.toks)}, true
	}
	year := s.onlyYear()
	if year == 0 {
		return at, false
	}
	y := strconv.Itoa(year)
	w, _, named := s.monthOwn()
	if !named {
		w, named = s.monthOf(year)
	}
	if !named {
		w, named = s.monthsAnd(year)
	}
	if !named {
		var from, months int
		if from, months, at, named = s.partOfYear(); !named {
			return at, false
		}
		begin, err := tocsin.MakeDate(year, from, 1)
		if err != nil {
			return at, false
		}
		w = tocsin.When{From: begin, To: begin.AddMonths(months).AddDays(-1), Open: "none", Precision: map[bool]string{true: "quarter", false: "month"}[months == 3], Text: s.text(at[0], at[1]) + " " + y}
	}
	if w, named = s.upTo(w, year); !named {
		return at, false
	}
	w.Anchor = &tocsin.Anchor{Rel: "during", Text: y + "-01-01/" + y + "-12-31"}
	c.Window = &w
	return [2]int{0, len(s.toks)}, true
}

// shareOfSpan reads the share that one year has in several: "more than half of the deaths
// since 2016 fell in 2019".
func (s *sentence) shareOfSpan(c *tocsin.Claim) bool {
	var part, whole *when.Found
	for n := range s.times {
		f := &s.times[n]
		w := f.When
		since := (s.leadBy(f, "since") || w.Open == "end") && !w.From.IsZero() && !s.c.Published.IsZero()
		switch {
		case f.Kind != when.Date || w.From.IsZero() || w.Anchor != nil:
			return false
		case since && whole == nil, w.Precision == "year" && !w.To.IsZero() && w.To > w.From.AddMonths(13) && whole == nil:
			whole = f
		case s.yearNamed(f) != 0 && part == nil && !w.To.IsZero() && s.is(f.Lo-1+boolInt(s.is(f.Lo, "in")), "in") && !s.is(f.Hi, "and", "or", "to", "-"):
			part = f
		default:
			return false
		}
	}
	if part == nil || whole == nil {
		return false
	}
	to := whole.When.To
	if to.IsZero() || whole.When.Open == "end" || s.leadBy(whole, "since") {
		to = s.c.Published.AddDays(-1)
	}
	w := part.When
	if w.From < whole.When.From || w.To > to {
		return false
	}
	w.Anchor = &tocsin.Anchor{Rel: "during", Text: whole.When.From.String() + "/" + to.String()}
	c.Window = &w
	return true
}

// upTo is the part of the year before or after the month that the sentence names, where
// it says so: "before December", "from June on". It fails where the bound is not clear.
func (s *sentence) upTo(w tocsin.When, year int) (tocsin.When, bool) {
	first, err := tocsin.MakeDate(year, 1, 1)
	last, err2 := tocsin.MakeDate(year, 12, 31)
	if w.Precision != "month" || w.To != w.From.MonthEnd() || err != nil || err2 != nil {
		return w, true
	}
	_, m, _ := w.From.Parts()
	for i := 1; i < len(s.toks); i++ {
		if monthNames[s.low(i)] != m || !s.capital(i) {
			continue
		}
		switch {
		case s.is(i-1, "before"):
			w.From, w.To = first, w.From.AddDays(-1)
		case s.is(i-1, "after"):
			w.From, w.To = w.To.AddDays(1), last
		case s.is(i-1, "until", "till", "by", "since", "between", "through") || s.is(i-1, "to") && s.is(i-2, "up") || s.is(i+1, "on", "onward", "onwards", "or"):
			return w, false
		}
	}
	return w, w.From < w.To
}

// monthsAnd is the time of two or more months of a year that are joined: "died in November
// and December".
func (s *sentence) monthsAnd(year int) (w tocsin.When, ok bool) {
	for i := 1; i+1 < len(s.toks); i++ {
		a, b := monthNames[s.low(i-1)], monthNames[s.low(i+1)]
		if a == 0 || b <= a || !s.capital(i-1) || !s.capital(i+1) || !s.is(i, "and", "to") || s.is(i, "and") && b != a+1 {
			continue
		}
		begin, err := tocsin.MakeDate(year, a, 1)
		if err != nil {
			return w, false
		}
		return tocsin.When{From: begin, To: begin.AddMonths(b - a + 1).AddDays(-1), Open: "none", Precision: "month", Text: s.text(i-1, i+2) + " " + strconv.Itoa(year)}, true
	}
	return w, false
}

// monthOf is the one month of a year that the sentence names with it, where it also
// speaks of the whole: "June 2006 made up half of that year's toll".
func (s *sentence) monthOf(year int) (w tocsin.When, ok bool) {
	if !s.near(0, len(s.toks), func(k int) bool { return s.is(k, "year", "annual") }) {
		return w, false
	}
	for _, f := range s.times {
		if f.When.Precision == "month" && f.When.From.Year() == year && f.When.To == f.When.From.MonthEnd() {
			if ok {
				return w, false
			}
			w, ok = f.When, true
		}
	}
	return w, ok
}

// onlyYear is the one year that the sentence names, 0 for none or several.
func (s *sentence) onlyYear() int {
	year := 0
	for i := range s.toks {
		if !s.isYear(i) {
			continue
		}
		x, _ := digits(s.low(i))
		if year != 0 && year != int(x) {
			return 0
		}
		year = int(x)
	}
	return year
}

// partOfYear reads "the last two months", "the first half", "the final quarter": the
// first month, how many, and the tokens.
func (s *sentence) partOfYear() (from, months int, at [2]int, ok bool) {
	for i := range s.toks {
		nth, last := int(ordinals[s.low(i)]), s.is(i, "last", "final", "closing")
		if nth == 0 && s.is(i, "opening") {
			nth = 1
		}
		if nth == 0 && !last {
			continue
		}
		k, n := i+1, 1
		if q, found := s.numberAt(k); found && q.value == float64(int(q.value)) {
			n, k = int(q.value), q.hi
		}
		each := map[string]int{"month": 1, "months": 1, "quarter": 3, "quarters": 3, "half": 6}[s.low(k)]
		if each == 0 || n*each >= 12 || n > 1 && nth > 1 || !s.wholeYear(k+1) {
			continue
		}
		months = n * each
		switch {
		case last:
			from = 13 - months
		case n > 1:
			from = 1
		default:
			from = 1 + (nth-1)*each
		}
		return from, months, [2]int{i, k + 1}, from >= 1 && from+months <= 13
	}
	return 0, 0, at, false
}

// wholeYear reports that the year follows of which a part was named: "of the year", "of
// 2020", or nothing more.
func (s *sentence) wholeYear(i int) bool {
	if i >= len(s.toks) || s.is(i, ".", ",", "alone") {
		return true
	}
	return s.is(i, "of", "in") && (s.isYear(i+1) || s.is(i+1, "the", "that") && s.is(i+2, "year"))
}

// dayOfWhole takes a share that the sentence tells of one day's attack for that day's share of the
// longer time that it names: "the attack of 24 November on a mosque in X made up half of all
// deaths in Y in 2017". A place named with the attack is that of the attack.
func (s *sentence) dayOfWhole(list []Found) {
	if !slices.ContainsFunc(list, func(f Found) bool { return f.Claim.Form == tocsin.FormShare && !f.Sure }) {
		return
	}
	day, at := s.dayOfAttack()
	if day == nil {
		return
	}
	for i := range list {
		k := &list[i].Claim
		w := k.Window
		if k.Form != tocsin.FormShare || k.Of == nil || list[i].Sure || w == nil || w.From == day.When.From && w.Anchor != nil || w.From > day.When.From || !w.To.IsZero() && w.To < day.When.To {
			continue
		}
		outer := s.wholeOver(day, w)
		if outer == "" {
			continue
		}
		c := day.When
		if c.Text != w.Text {
			c.Text += " " + w.Text
		}
		c.Anchor = &tocsin.Anchor{Rel: "during", Text: outer}
		k.Window, k.Than = &c, nil
		if len(k.Places) == 1 && s.placeOfAttack(k.Places[0], at, day) {
			k.Places = nil
		}
		list[i].Span = s.span(0, len(s.toks))
	}
}

// dayOfAttack is the one day of the sentence, where it is that of a single attack, whose noun
// stands at token at.
func (s *sentence) dayOfAttack() (day *when.Found, at int) {
	for n := range s.times {
		f := &s.times[n]
		if f.When.From.IsZero() || f.When.From != f.When.To || f.When.Precision != "day" {
			continue
		}
		if day != nil {
			return nil, -1
		}
		day, at = f, -1
		for k := f.Lo - 1; k >= max(0, f.Lo-12) && at < 0; k-- {
			if slices.Contains(singles, s.low(k)) && !s.timeOver(k) {
				at = k
			}
		}
	}
	if day == nil || at < 0 {
		return nil, -1
	}
	return day, at
}

// wholeOver is the longer time of the sentence that a day lies in, as an anchor writes it.
func (s *sentence) wholeOver(day *when.Found, w *tocsin.When) string {
	text := func(w tocsin.When) string {
		if w.From.IsZero() || w.To.IsZero() || w.From > day.When.From || w.To < day.When.To || w.To < w.From.AddDays(32) {
			return ""
		}
		return w.From.String() + "/" + w.To.String()
	}
	if t := text(*w); t != "" && w.Anchor == nil {
		return t
	}
	for n := range s.times {
		if t := text(s.times[n].When); t != "" && s.times[n].When.Open == "none" {
			return t
		}
	}
	if y := s.onlyYear(); y == day.When.From.Year() && s.near(0, len(s.toks), func(k int) bool {
		return s.is(k, "year") || s.isYear(k) && s.is(k-1, "in", "for", "of") && !(k >= day.Lo && k < day.Hi)
	}) {
		return text(yearOf(y))
	}
	return ""
}

// placeOfAttack reports a place named with the attack and not with what its share is of.
func (s *sentence) placeOfAttack(p tocsin.Place, at int, day *when.Found) bool {
	for _, q := range s.spots() {
		if q.place.Text == p.Text {
			return q.lo > at && q.lo <= day.Hi+4 && !s.near(at, q.lo-at, func(k int) bool { return s.is(k, "accounted", "made", "represented", "was", "were", "constituted") }) || q.hi <= at && q.hi >= at-3
		}
	}
	return false
}
