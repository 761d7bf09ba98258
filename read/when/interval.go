package when

import (
	"slices"

	"tocsin"
)

// interval reads a range: "from March to June 2019", "between 2012 and 2015",
// "2012-2015", "2012-13", "March to June", "from 2012 to the present".
func (s *scan) interval(i int) (hit, bool) {
	j, and := i, false
	switch s.w(i) {
	case "from":
		j++
	case "between":
		j, and = j+1, true
	case "in", "during", "over", "throughout":
		j++
	}
	end, first, ok := s.cal(j)
	if !ok || first.shortDay {
		return hit{}, false
	}
	if first.year > 0 && first.month == 0 && first.part == "" {
		if h, ok := s.shortRange(end, first); ok {
			return h, true
		}
	}
	k := end
	switch w := s.w(k); {
	case and && w == "and", w == "to", w == "through", w == "until" && j > i, w == "till" && j > i, !and && s.dash(k):
		k++
	default:
		return hit{}, false
	}
	if h, ok := s.toPresent(k, first); ok {
		return h, true
	}
	end, second, ok := s.cal(k)
	if !ok && first.month == 0 && first.year > 0 {
		end, second, ok = s.plainYear(k) // "between 2012 and 2015 thousands fled"
	}
	if !ok || second.shortDay {
		return hit{}, false
	}
	future := first.needsYear() && second.needsYear() && s.future(i)
	d, ok := s.between(first, second, future)
	if !ok {
		return hit{}, false
	}
	return hit{end: end, kind: Date, days: d, future: future}, true
}

// shortRange reads the rest of "2012-13" and "2012/13".
func (s *scan) shortRange(k int, first cal) (hit, bool) {
	if !s.dash(k) && s.w(k) != "/" || !s.glued(k-1, 3) || len(s.w(k+1)) != 2 {
		return hit{}, false
	}
	n := s.n(k+1, first.year%100+1, 99)
	if n == 0 {
		return hit{}, false
	}
	return hit{end: k + 2, kind: Date, days: days{date(first.year, 1, 1), date(first.year/100*100+n, 12, 31), "year"}}, true
}

// toPresent reads the end of a range that runs to the day of publication.
func (s *scan) toPresent(k int, first cal) (hit, bool) {
	if s.w(k) == "the" {
		k++
	}
	if w := s.w(k); w != "present" && w != "now" && w != "today" && w != "date" {
		return hit{}, false
	}
	d, ok := first.resolve(s.pub, false)
	if !ok {
		return hit{}, false
	}
	d.to = s.pub
	h := hit{end: k + 1, kind: Date, days: d}
	if d.to.IsZero() {
		h.open = "end"
	}
	return h, true
}

// between joins two dates; a year that only one of them has counts for both,
// and one that neither has is the last, or in the future the next, that fits.
func (s *scan) between(first, second cal, future bool) (days, bool) {
	switch {
	case first.weekday > 0 && first.day == 0:
		if second.weekday == 0 && second.day == 0 {
			return days{}, false
		}
		b, okB := second.resolve(s.pub, future)
		a, okA := first.resolve(b.to, false)
		return days{a.from, b.to, "day"}, okA && okB
	case first.needsYear() && second.year > 0:
		first.year = second.year
		if first.month > second.month {
			first.year--
		}
	case second.needsYear() && first.year > 0:
		second.year = first.year
		if second.month < first.month {
			second.year++
		}
	case second.needsYear() && first.needsYear():
		b, ok := second.resolve(s.pub, future)
		if !ok {
			return days{}, false
		}
		if b.to.IsZero() {
			return days{prec: second.precision()}, true
		}
		second.year, first.year = b.to.Year(), b.to.Year()
		if first.month > second.month {
			first.year--
		}
	}
	a, okA := first.resolve(s.pub, future)
	b, okB := second.resolve(s.pub, future)
	if !okA || !okB || a.from > b.to {
		return days{}, false
	}
	return days{a.from, b.to, b.prec}, true
}

// openWords lead a time of which only one end is given. Longer ones come first.
var openWords = []struct {
	words []string
	rel   string // since, until, before, after, by, from, asof: from then on if to come, else until then
}{
	{[]string{"ever", "since"}, "since"}, {[]string{"dating", "from"}, "since"},
	{[]string{"up", "until"}, "until"}, {[]string{"up", "to"}, "until"}, {[]string{"no", "later", "than"}, "by"},
	{[]string{"prior", "to"}, "before"}, {[]string{"earlier", "than"}, "before"}, {[]string{"later", "than"}, "after"},
	{[]string{"starting", "in"}, "since"}, {[]string{"starting", "on"}, "since"}, {[]string{"beginning", "in"}, "since"},
	{[]string{"beginning", "on"}, "since"}, {[]string{"from"}, "from"},
	{[]string{"since"}, "since"}, {[]string{"until"}, "until"}, {[]string{"till"}, "until"}, {[]string{"through"}, "until"},
	{[]string{"before"}, "before"}, {[]string{"after"}, "after"}, {[]string{"by"}, "by"},
	{[]string{"as", "of"}, "asof"}, {[]string{"as", "at"}, "by"},
}

// open reads "since 2012", "until March", "by 2015", "before 2012", "after
// August 18", "from 2012 on".
func (s *scan) open(i int) (hit, bool) {
	for _, o := range openWords {
		if !s.words(i, o.words...) {
			continue
		}
		j := i + len(o.words)
		if o.rel == "since" && s.w(j) == "then" {
			return s.sinceThen(j + 1)
		}
		if o.words[0] == "by" && s.w(j) == "the" && s.w(j+1) == "time" {
			return hit{}, false
		}
		if o.words[0] == "by" && (s.w(j) == "in" || s.w(j) == "on") && slices.Contains([]string{"go", "goes", "going", "gone", "went", "passed"}, s.w(i-1)) {
			return hit{}, false // "no month went by in 2020"
		}
		if j < len(s.a) && (s.w(j) == "around" || s.w(j) == "about" || s.w(j) == "at" && s.w(j+1) == "least" || s.w(j) == "in" || s.w(j) == "on") {
			if j++; s.w(j) == "least" {
				j++
			}
		}
		if o.rel == "until" || o.rel == "by" || o.rel == "asof" {
			j = s.clock(j)
		}
		h, ok := s.base(j)
		if ok && o.rel == "until" && h.cal != nil && h.cal.weekday > 0 && h.cal.day == 0 && s.lasting(i) {
			h.days, _ = h.cal.resolve(s.pub, true)
			h.future = true
		}
		if !ok || h.kind != Date || h.open != "" && h.open != "none" {
			return hit{}, false
		}
		if o.rel == "before" && (s.w(j) == "end" || s.w(j) == "the" && s.w(j+1) == "end") {
			return s.opened("until", h) // "before the end of the year" is any day of it
		}
		if o.rel == "asof" {
			o.rel = map[bool]string{true: "since", false: "by"}[h.future || s.future(i)]
		}
		return s.opened(o.rel, h)
	}
	return hit{}, false
}

// opened makes the time of h open at one end.
func (s *scan) opened(rel string, h hit) (hit, bool) {
	d := h.days
	h.cal = nil
	switch rel {
	case "from":
		if w := s.w(h.end); w != "on" && w != "onward" && w != "onwards" && w != "forward" || w == "on" && !s.ends(h.end+1) {
			return hit{}, false
		}
		h.end++
		h.open, h.days.to = "end", 0
	case "since":
		h.open, h.days.to = "end", 0
	case "after":
		h.open, h.days.to, h.days.from = "end", 0, d.to.AddDays(1)
	case "until", "by":
		h.open, h.days.from = "start", 0
	case "before":
		h.open, h.days.from, h.days.to = "start", 0, d.from.AddDays(-1)
	}
	return h, true
}

// sinceThen looks back to the time last named.
func (s *scan) sinceThen(end int) (hit, bool) {
	if s.last.from.IsZero() {
		return hit{end: end, kind: Anchor, open: "end", anchor: &tocsin.Anchor{Rel: "since", Text: "then"}}, true
	}
	return hit{end: end, kind: Date, open: "end", days: days{from: s.last.from, prec: s.last.prec}}, true
}

// shareYears gives a date without a year the year of another in the sentence:
// of the one that ends its list ("on 3 March and 6 May 2012"), else of the date
// before it ("on 17 January 2012 and, after talks, on 22 March").
func (s *scan) shareYears() {
	for k := len(s.out) - 2; k >= 0; k-- {
		a, b := s.cals[k], s.cals[k+1]
		if bare(a) && b.cal != nil && b.cal.month > 0 && b.cal.year > 0 && s.listed(a.end, b.lo) {
			s.setYear(k, b.cal.year)
		}
	}
	year := 0
	for k := range s.out {
		c := s.cals[k]
		if c.cal == nil {
			continue
		}
		if bare(c) && year > 0 && !s.out[k].Future {
			s.setYear(k, year)
		}
		if c.cal.month > 0 && c.cal.year > 0 {
			year = c.cal.year
		}
	}
}

// bare reports whether a date names a month and no year.
func bare(w written) bool { return w.cal != nil && w.cal.month > 0 && w.cal.year == 0 }

// listed reports whether only commas and the like stand in atoms [lo, hi).
func (s *scan) listed(lo, hi int) bool {
	if hi-lo < 1 || hi-lo > 3 {
		return false
	}
	for k := lo; k < hi; k++ {
		if w := s.w(k); w != "," && w != "and" && w != "or" && !s.dash(k) {
			return false
		}
	}
	return true
}

// setYear dates Found k anew, unless it would then lie after publication.
func (s *scan) setYear(k, year int) {
	c := *s.cals[k].cal
	c.year = year
	d, ok := c.inYear()
	if !ok || !s.pub.IsZero() && d.from > s.pub {
		return
	}
	s.cals[k].cal = &c
	f := &s.out[k]
	f.When.From, f.When.To, f.Future = d.from, d.to, false
}
