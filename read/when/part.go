package when

import (
	"tocsin"
	"tocsin/read/text"
)

// This file reads parts of periods that are named by another: "the second half
// of last year", "this year's third quarter", "the year to March 2022"; how long
// by counting: "for the third month in a row"; and feasts that move through the
// year.

// yearSteps are the words that say which year, counted from publication.
var yearSteps = map[string]int{"last": -1, "this": 0, "the": 0, "next": 1}

// shareOf reads "the second half of last year", "the third quarter of this year",
// "this year's first half", "the first six months of this year".
func (s *scan) shareOf(i int) (hit, bool) {
	if step, ok := yearSteps[s.w(i)]; ok && s.w(i) != "the" && s.w(i+1) == "year" && s.possessive(i+2) {
		end, c, ok := s.shareWord(i + 3)
		return s.inYearOf(end, c, step, ok)
	}
	j := i
	if s.w(j) == "the" {
		j++
	}
	end, c, ok := s.shareWord(j)
	if !ok || s.w(end) != "of" || s.w(end+2) != "year" {
		return hit{}, false
	}
	step, known := yearSteps[s.w(end+1)]
	_, dated := s.plainYearAfter(end + 3)
	return s.inYearOf(end+3, c, step, known && !dated)
}

func (s *scan) possessive(i int) bool { return s.w(i) == "'s" || s.w(i) == "’s" }

// shareWord reads "second half", "third quarter", "last quarter", "first six
// months".
func (s *scan) shareWord(j int) (end int, c cal, ok bool) {
	n, last := 0, s.w(j) == "last" || s.w(j) == "final"
	if j < len(s.a) && s.a[j].ordinal {
		n = s.a[j].num
	}
	if n == 0 && !last {
		return j, cal{}, false
	}
	switch k := s.n(j+1, 2, 11); {
	case s.w(j+1) == "half" && (last || n <= 2):
		if last {
			n = 2
		}
		return j + 2, cal{half: n}, true
	case s.w(j+1) == "quarter" && (last || n <= 4):
		if last {
			n = 4
		}
		return j + 2, cal{quarter: n}, true
	case k > 0 && s.w(j+2) == "months" && (last || n == 1):
		if last {
			k = -k
		}
		return j + 3, cal{firstN: k}, true
	}
	return j, cal{}, false
}

// inYearOf dates a part of the year that lies step years from publication.
func (s *scan) inYearOf(end int, c cal, step int, ok bool) (hit, bool) {
	if !ok {
		return hit{}, false
	}
	h := hit{end: end, kind: Date, days: days{prec: "quarter"}, future: step > 0}
	if s.pub.IsZero() {
		return h, true
	}
	c.year = s.pub.Year() + step
	h.days, ok = c.inYear()
	return h, ok
}

// inARow reads how long something has gone on by counting: "the third month in a
// row", "the second consecutive year".
func (s *scan) inARow(i int) (hit, bool) {
	j := i
	if s.w(j) == "the" || s.w(j) == "a" {
		j++
	}
	if j >= len(s.a) || !s.a[j].ordinal || s.a[j].num < 2 {
		return hit{}, false
	}
	n := float64(s.a[j].num)
	j++
	after := lengthAdjectives[s.w(j)]
	if after {
		j++
	}
	u, plural, ok := unitOf(s.w(j))
	if !ok || plural {
		return hit{}, false
	}
	switch j++; {
	case s.words(j, "in", "a", "row"):
		j += 3
	case s.w(j) == "running":
		j++
	case !after:
		return hit{}, false
	}
	n, u = inUnits(n, u)
	return hit{end: j, kind: Duration, amount: &n, unit: u}, true
}

// yearTo reads "the year to March 2022", "the six months ended June".
func (s *scan) yearTo(i int) (hit, bool) {
	j := i
	if s.w(j) == "the" {
		j++
	}
	end, n, u, _, ok := s.length(j)
	if !ok {
		if u, plural, isUnit := unitOf(s.w(j)); j == i || !isUnit || plural || u != tocsin.Years {
			return hit{}, false
		}
		end, n, u = j+1, 1, tocsin.Years
	}
	if w := s.w(end); w != "to" && w != "ended" && w != "ending" || n == vague || u != tocsin.Years && u != tocsin.Months {
		return hit{}, false
	}
	if end++; s.w(end) == "in" || s.w(end) == "on" {
		end++
	}
	end, c, ok := s.cal(end)
	if !ok || c.month == 0 {
		return hit{}, false
	}
	d, ok := c.resolve(s.pub, false)
	if !ok || d.to.IsZero() {
		return hit{}, false
	}
	from := shift(d.to.AddDays(1), -n, u)
	return hit{end: end, kind: Date, days: days{from, d.to, d.prec}}, true
}

// feasts move through the year; which days they fall on is not known here.
var feasts = set("ramadan eid easter ashura muharram diwali hanukkah passover pentecost tabaski")

// feast reads "Ramadan" after a preposition, without days.
func (s *scan) feast(i int) (hit, bool) {
	if !feasts[s.w(i)] || !s.upper(i) || i == 0 || s.upper(i+1) && s.w(i+1) != "al" {
		return hit{}, false
	}
	switch s.w(i - 1) {
	case "during", "in", "before", "after", "since", "until", "throughout", "for", "of", "at", "this", "last", "next", "over", "by":
		return hit{end: i + 1, kind: Date, days: days{prec: "unknown"}}, true
	}
	return hit{}, false
}

// onLate reads "late on Monday", "early on 3 May".
func (s *scan) onLate(i int) (hit, bool) {
	if w := s.w(i); w != "late" && w != "early" || s.w(i+1) != "on" {
		return hit{}, false
	}
	h, ok := s.base(i + 2)
	return h, ok && h.days.prec == "day"
}

// coming is how many days before a year without a number is the next: nobody
// writes "Nov. 22" on 26 October for the November of a year ago.
const coming = 60

// nextOne reports whether a date without a year lies just ahead rather than
// most of a year back: a day, or the end of a stretch ("until mid-March").
func (s *scan) nextOne(i int, c cal) bool {
	if s.pub.IsZero() || c.month == 0 {
		return false
	}
	limit := coming
	switch s.w(i - 1) {
	case "until", "till", "by", "through":
		limit = 3 * coming
	default:
		if c.day == 0 || s.toldAsPast(i) {
			return false
		}
	}
	d, ok := c.resolve(s.pub, true)
	return ok && d.from > s.pub && d.from <= s.pub.AddDays(limit)
}

// toldAsPast reports whether the date at atom i hangs on a verb of the past, or
// nothing is known of what it hangs on: "was shut on January 14", not "payable
// January 14".
func (s *scan) toldAsPast(i int) bool {
	if len(s.s.Clauses) == 0 {
		return true
	}
	tok := s.a[i].tok
	for n := 0; n < 4; n++ {
		t := &s.s.Tokens[tok]
		if tok = t.Head; tok < 0 {
			return true
		}
		switch w := &s.s.Tokens[tok]; {
		case w.UPOS == "VERB" || w.UPOS == "AUX" || w.UPOS == "ADJ" && s.clauseAt(tok) != nil:
			if c := s.clauseAt(tok); c != nil {
				return c.Tense == "past" || c.Tense == "perfect" || c.Passive
			}
			return true
		case w.UPOS == "ADJ", w.UPOS == "NOUN":
			return false
		}
	}
	return true
}

// clauseAt returns the clause whose predicate the token is, nil for none.
func (s *scan) clauseAt(tok int) *text.Clause {
	for i := range s.s.Clauses {
		if s.s.Clauses[i].Verb == tok {
			return &s.s.Clauses[i]
		}
	}
	return nil
}
