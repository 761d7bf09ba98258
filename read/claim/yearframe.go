package claim

import (
	"slices"

	"tocsin"
	"tocsin/read/when"
)

// A part of a year that names no year is of the year that the sentence names, not of the one
// that the text was written in: "November 2020 alone brought more than January to September
// of that year", "from January to March 2015 fewer than from April to June".

// frameYears gives such parts the year of the sentence.
func (s *sentence) frameYears() {
	if !s.mayFrame() {
		return
	}
	n := len(s.times)
	changed := false
	for i := 0; i < len(s.toks); i++ {
		p, ok := s.partAt(i)
		if !ok {
			continue
		}
		year, hi := s.yearOfPart(p)
		if year > 0 && (hi > p.hi || !s.dayBeside(p)) {
			s.putTime(p, year, hi)
			changed = true
		}
		i = max(i, hi-1, p.hi-1)
	}
	if changed || len(s.times) != n {
		slices.SortStableFunc(s.times, func(a, b when.Found) int { return a.Lo - b.Lo })
	}
}

// mayFrame is the cheap test: a year and a part of one.
func (s *sentence) mayFrame() bool {
	if !s.has(isPart) {
		return false
	}
	year, part := false, 0
	for i := range s.toks {
		year = year || s.isYear(i)
		if monthNames[s.low(i)] > 0 && s.capital(i) || s.is(i, "months", "month", "half", "quarter") {
			part++
		}
	}
	return year && part > 0
}

// yearPart is a part of some year: months from a first to a last, tokens [lo, hi).
type yearPart struct {
	lo, hi, from, to int
	pair             bool // "the first" of two halves or four quarters, told before
}

// partAt reads at token i "January to September", "March", "the last two months", "the
// second half", "the first" after a half was named.
func (s *sentence) partAt(i int) (p yearPart, ok bool) {
	if m := monthNames[s.low(i)]; m > 0 && s.capital(i) {
		if p, ok = s.upToMonth(i, m); ok {
			return p, true
		}
		p = yearPart{lo: i, hi: i + 1, from: m, to: m}
		if s.is(i-1, "from", "between") {
			p.lo--
		}
		join := s.is(i+1, "to", "through", "until", "till", "-", "–") || s.is(i+1, "and") && s.is(i-1, "between")
		at := i + 2 + boolInt(join && s.seq(i+2, "the", "end", "of"))*3
		if last, hi := s.monthList(i); last > m {
			p.hi, p.to = hi, last
			return p, true
		}
		if n := monthNames[s.low(at)]; join && n >= m && s.capital(at) {
			p.hi, p.to = at+1, n
		} else if join || n > 0 && s.is(i+1, "and", "or") {
			return p, false
		}
		return p, true
	}
	nth, last := int(ordinals[s.low(i)]), s.is(i, "last", "final", "closing")
	if s.is(i, "opening") {
		nth = 1
	}
	if nth == 0 && !last {
		return p, false
	}
	k, n := i+1, 1
	if q, found := s.numberAt(k); found && q.value == float64(int(q.value)) {
		n, k = int(q.value), q.hi
	}
	each := map[string]int{"month": 1, "months": 1, "quarter": 3, "half": 6}[s.low(k)]
	if each == 0 && k == i+1 && (s.is(i-1, "the") && (k == len(s.toks) || s.toks[k].UPOS == "PUNCT")) {
		if each = s.otherPart(i); each > 0 {
			k, p.pair = i, true
		}
	}
	if each == 0 || n*each >= 12 || n > 1 && nth > 1 {
		return p, false
	}
	p.lo, p.hi, p.from, p.to = i, k+1, 1+(max(nth, 1)-1)*each*boolInt(n == 1), 0
	if last {
		p.from = 13 - n*each
	}
	p.to = p.from + n*each - 1
	return p, p.to <= 12
}

// monthList reads "July, August and September" at token i: the last of three months or more
// that follow one another, and the token after it.
func (s *sentence) monthList(i int) (last, hi int) {
	last, hi = monthNames[s.low(i)], i+1
	n := 1
	for {
		k := hi
		if s.is(k, ",") {
			k++
		}
		if s.is(k, "and") {
			k++
		}
		if k == hi || monthNames[s.low(k)] != last+1 || !s.capital(k) {
			break
		}
		last, hi, n = last+1, k+1, n+1
	}
	if n < 3 {
		return 0, i + 1
	}
	return last, hi
}

// upToMonth reads "before June", "by the end of June", "after May", "from June on", the name of
// the month at token i.
func (s *sentence) upToMonth(i, m int) (p yearPart, ok bool) {
	lo, end := i-1, false
	if s.is(lo, "of") && s.is(lo-1, "end") {
		lo, end = lo-2, true
		if s.is(lo, "the") {
			lo--
		}
	}
	p = yearPart{lo: lo, hi: i + 1, from: 1, to: 12}
	switch {
	case s.is(lo, "from") && !end && s.is(i+1, "on", "onward", "onwards"):
		p.from, p.hi = m, i+2
	case s.is(lo, "before", "by", "until", "till") || s.is(lo, "to") && s.is(lo-1, "up", "prior"):
		p.to = m - boolInt(!end)
		p.lo -= boolInt(s.is(lo, "to"))
		ok = end || !s.is(lo, "by", "until", "till", "to") || s.is(lo-1, "prior")
	case s.is(lo, "after"):
		p.from = m + 1
	default:
		return p, false
	}
	return p, (ok || !s.is(lo, "by", "until", "till", "to")) && p.from <= p.to && p.to-p.from < 11
}

// otherPart is how many months the half or quarter has that the sentence names before token i.
func (s *sentence) otherPart(i int) int {
	for k := i - 1; k > 0; k-- {
		if (ordinals[s.low(k-1)] > 0 || s.is(k-1, "last", "final")) && s.is(k, "half", "quarter") && s.is(k+1, "of") && s.isYear(k+2) {
			return map[string]int{"half": 6, "quarter": 3}[s.low(k)]
		}
	}
	return 0
}

// yearOfPart is the year that a part is of, 0 for none, and the token after the words that
// say so.
func (s *sentence) yearOfPart(p yearPart) (year, hi int) {
	k := p.hi
	if slices.ContainsFunc(s.times, func(f when.Found) bool { return p.lo < f.Hi && f.Lo < p.hi && s.yearNamed(&f) > 0 }) {
		return 0, p.hi
	}
	if s.is(k, ",") && s.isYear(k+1) || s.isYear(k) || s.is(k, "of", "in") && s.isYear(k+1) || s.numeral(k) || s.is(p.lo-1, "-", "–") || s.numeral(p.lo-1) && p.from == p.to {
		return 0, p.hi // its own, or a day
	}
	if s.is(k, "of", "in") {
		k++
	}
	own := s.yearBefore(p.lo)
	if own == 0 {
		own = s.onlyYear()
	}
	switch {
	case s.is(k, "that", "the") && s.is(k+1, "year"):
		return own, k + 2
	case s.is(k, "the") && s.is(k+1, "same") && s.is(k+2, "year"):
		return own, k + 3
	case s.is(k, "the") && s.is(k+1, "following", "next") && s.is(k+2, "year") && own > 0:
		return own + 1, k + 3
	case s.is(k, "the") && s.is(k+1, "previous", "preceding", "prior") && s.is(k+2, "year") && own > 0:
		return own - 1, k + 3
	case s.is(k, "the") && s.is(k+1, "year") && s.is(k+2, "before") && own > 0:
		return own - 1, k + 3
	}
	if k > p.hi || s.onlyYear() == 0 || p.hi == p.lo+2 && s.is(p.lo+1, "month") {
		return 0, p.hi
	}
	if s.low(p.lo) == "last" && s.is(p.hi-1, "month", "months") && !s.framed() {
		return 0, p.hi // before the text was written
	}
	return s.onlyYear(), p.hi
}

// framed reports a sentence of one whole year.
func (s *sentence) framed() bool {
	return slices.ContainsFunc(s.times, func(f when.Found) bool {
		return f.When.Precision == "year" && f.When.Open == "none" && s.yearNamed(&f) > 0 && f.When.To.Year() == f.When.From.Year()
	})
}

// dayBeside reports that the year of the sentence is that of a day or of a month with which a
// bare month of another year may be meant: "from December 2019 to February".
func (s *sentence) dayBeside(p yearPart) bool {
	if s.framed() || p.pair {
		return false
	}
	return slices.ContainsFunc(s.times, func(f when.Found) bool {
		if s.yearNamed(&f) == 0 || f.When.From.IsZero() {
			return false
		}
		_, m, _ := f.When.From.Parts()
		return f.When.Precision == "day" || f.When.Open != "none" || f.Lo < p.lo && p.to < m || f.Lo > p.lo && p.from > m || f.When.To.Year() != f.When.From.Year()
	})
}

// yearBefore is the year named last before token i, 0 for none.
func (s *sentence) yearBefore(i int) int {
	for k := i - 1; k >= 0; k-- {
		if s.isYear(k) {
			x, _ := digits(s.low(k))
			return int(x)
		}
	}
	return 0
}

// putTime makes the time of a part of a year, in the place of those found within its words.
func (s *sentence) putTime(p yearPart, year, hi int) {
	from, err := tocsin.MakeDate(year, p.from, 1)
	if err != nil {
		return
	}
	lo := p.lo
	for k := range s.times {
		if f := &s.times[k]; f.Lo < hi && f.Hi > lo && f.Lo < lo && s.yearNamed(f) == 0 {
			lo = f.Lo // with what leads to it
		}
	}
	open := func(f when.Found) bool {
		return f.Lo < hi && f.Hi > lo && f.When.Open != "none" && f.When.Open != "" && f.Lo != p.lo
	}
	if slices.ContainsFunc(s.times, open) || s.is(p.lo-1, "since", "until", "before", "after", "by", "till") || s.is(p.hi, "on", "onward", "onwards") {
		return
	}
	s.times = slices.DeleteFunc(s.times, func(f when.Found) bool { return f.Lo < hi && f.Hi > lo })
	n := p.to - p.from + 1
	s.times = append(s.times, when.Found{Sent: s.n, Lo: lo, Hi: hi, Span: s.span(lo, hi), Kind: when.Date,
		When: tocsin.When{From: from, To: from.AddMonths(n).AddDays(-1), Open: "none", Precision: map[bool]string{true: "quarter", false: "month"}[n == 3], Text: s.text(lo, hi)}})
}

// partTold reports at word i a word of a part of a year that a claim has for its time, or for
// the one compared with: "the last three months of that year", "than the first".
func (u *use) partTold(words []wordAt, i int) bool {
	if slices.Contains([]string{"half", "quarter"}, words[i].low) {
		i--
	}
	w := lowAt(words, i)
	nth, last := int(ordinals[w]), w == "last" || w == "final" || w == "closing"
	if w == "opening" {
		nth = 1
	}
	if nth == 0 && !last {
		return false
	}
	n, unit := 1, lowAt(words, i+1)
	if x, ok := wordNumber(unit); ok {
		n, unit = int(x), lowAt(words, i+2)
	} else if x, ok := digits(unit); ok {
		n, unit = int(x), lowAt(words, i+2)
	}
	each := map[string][]int{"month": {1}, "months": {1}, "quarter": {3}, "half": {6}}[unit]
	if lowAt(words, i-1) == "the" && i == len(words)-1 {
		each = []int{6, 3}
	}
	for _, m := range each {
		from := 1 + (max(nth, 1)-1)*m*boolInt(n == 1)
		if last {
			from = 13 - n*m
		}
		if u.partOf(from, from+n*m-1) {
			return true
		}
	}
	return false
}

// partOf reports a claim's time, or one compared with, that goes from a month to a month.
func (u *use) partOf(from, to int) bool {
	return slices.ContainsFunc(u.claims, func(k tocsin.Claim) bool {
		if k.Window == nil {
			return false
		}
		w := *k.Window
		_, a, _ := w.From.Parts()
		_, b, _ := w.To.Parts()
		if !w.From.IsZero() && !w.To.IsZero() && a == from && b == to {
			return true
		}
		return w.Anchor != nil && len(w.Anchor.Text) == 21 && w.Anchor.Text[4:7] == "-"+twoDigits(from) && w.Anchor.Text[15:18] == "-"+twoDigits(to)
	})
}
