package when

import "tocsin"

// windowTo reads a run of days by its last one: "in the week to 25 May", "the
// seven days to 25 May", "the month ending 20 May"; and the week or weekend that
// holds a day: "the week of 10 May", "the weekend of 15-16 May".
func (s *scan) windowTo(i int) (hit, bool) {
	j := i
	if s.w(j) == "the" {
		j++
	}
	if s.words(j, "weekend", "of") || s.words(j, "week", "of") {
		return s.weekOf(j)
	}
	n, u, end := 1.0, tocsin.Unit(""), j+1
	if e, m, unit, _, ok := s.length(j); ok && m != vague {
		n, u, end = m, unit, e
	} else if unit, plural, ok := unitOf(s.w(j)); ok && !plural && j > i {
		u = unit
	} else if s.w(j) == "fortnight" && j > i {
		n, u = 14, tocsin.Days
	}
	if u != tocsin.Days && u != tocsin.Weeks && u != tocsin.Months {
		return hit{}, false
	}
	switch s.w(end) {
	case "to", "ending", "ended", "through":
	default:
		return hit{}, false
	}
	if end++; s.w(end) == "on" {
		end++
	}
	end, c, ok := s.cal(end)
	if !ok || c.day == 0 && c.weekday == 0 || c.shortDay {
		return hit{}, false
	}
	d, ok := c.resolve(s.pub, false)
	if !ok || d.to.IsZero() {
		return hit{}, false
	}
	d.from = shift(d.to.AddDays(1), -n, u)
	d.prec = map[tocsin.Unit]string{tocsin.Days: "day", tocsin.Weeks: "week", tocsin.Months: "month"}[u]
	return hit{end: end, kind: Date, days: d}, true
}

// weekOf reads "week of 10 May" and "weekend of 15-16 May" from atom j on: the
// days named, or the week from Monday that holds the day.
func (s *scan) weekOf(j int) (hit, bool) {
	end, c, ok := s.cal(j + 2)
	if !ok || c.day == 0 {
		return hit{}, false
	}
	d, ok := c.resolve(s.pub, false)
	if !ok || d.from.IsZero() {
		return hit{}, false
	}
	switch {
	case s.w(j) == "week":
		d.from = d.from.AddDays(1 - isoWeekday(d.from))
		d.to, d.prec = d.from.AddDays(6), "week"
	default:
		d = weekendOf(d)
	}
	return hit{end: end, kind: Date, days: d}, true
}

// clock skips the hour that may stand before a day: "until 5:00 a.m. tomorrow",
// "until midnight on Friday". It returns i where there is none.
func (s *scan) clock(i int) int {
	j := i
	switch w := s.w(j); {
	case w == "noon" || w == "midnight" || w == "dawn" || w == "dusk" || w == "sunset" || w == "sunrise":
		j++
	case w != "" && w[0] >= '0' && w[0] <= '9':
		for j++; s.w(j) == ":" || s.w(j) == "." || s.w(j) != "" && s.w(j)[0] >= '0' && s.w(j)[0] <= '9' && j < i+4; j++ {
		}
		half := j
		for hours[s.w(j)] && j < half+3 {
			j++
		}
		if j == half && !clockLike(s.w(i)) {
			return i
		}
	default:
		return i
	}
	if s.w(j) == "on" {
		j++
	}
	return j
}

// hours are the words that may follow the number of an hour.
var hours = set("a.m. p.m. am pm a.m p.m a m . o'clock o’clock hours gmt utc local time")

// clockLike reports whether a word is an hour by its form: "5:00", "6pm".
func clockLike(w string) bool {
	for i := 1; i < len(w); i++ {
		if w[i] == ':' || w[i] == 'p' || w[i] == 'a' {
			return true
		}
	}
	return false
}

// lasts are the words for what is set for a time to come: "a curfew until Friday".
var lasts = set(`curfew ban lockdown emergency closed shut suspended postponed extended adjourned delayed deadline ultimatum
 remain remains run runs last lasts stay stays`)

// lasting reports whether what ends at the time behind atom i is still going on:
// its clause has a present verb, or a word before it names a ban or a delay.
func (s *scan) lasting(i int) bool {
	for k := i - 1; k >= 0 && k > i-12 && !clauseBreak(s.w(k)); k-- {
		if lasts[s.w(k)] {
			return true
		}
	}
	if c := s.s.ClauseOf(s.a[i].tok); c >= 0 && c < len(s.s.Clauses) {
		t := s.s.Clauses[c].Tense
		return t == "present" || t == "future"
	}
	return false
}

// compared reports whether the time at atom i dates the other side of a
// comparison: "up from nine the week before", "compared with 54 in September",
// "more than in all of 2019".
func (s *scan) compared(i int) bool {
	for k := i - 1; k >= 0 && k > i-6 && !clauseBreak(s.w(k)); k-- {
		switch w := s.w(k); {
		case w == "than" && s.amountAfter(k+1, i):
			return false // by more than a quarter in 2018
		case w == "than" || w == "versus":
			return k > i-4 || s.tag(k+1) == "NUM"
		case (w == "from" || w == "with" || w == "against") && (s.w(k-1) == "up" || s.w(k-1) == "down" || s.w(k-1) == "compared"):
			return true
		}
		if t := s.tag(k); t == "VERB" || t == "AUX" {
			return false
		}
	}
	return false
}

// amountAfter reports that a share stands at atom k, before atom i: "a quarter", "60 per cent".
func (s *scan) amountAfter(k, i int) bool {
	for ; k < i; k++ {
		switch s.w(k) {
		case "half", "third", "quarter", "fifth", "tenth", "thirds", "quarters", "fifths", "tenths", "percent", "cent", "%":
			return true
		case "a", "one", "two", "three", "four", "nine", "per", "-":
		default:
			if s.tag(k) != "NUM" {
				return false
			}
		}
	}
	return false
}

// wouldBe reports whether what a bare month dates was still to come: "the April
// election would go ahead as planned", said in November.
func (s *scan) wouldBe(end int, c cal) bool {
	if c.month == 0 || c.day > 0 || c.year > 0 || s.upper(end) {
		return false
	}
	for k := end; k < len(s.a) && k < end+4 && !clauseBreak(s.w(k)); k++ {
		if s.w(k) == "would" {
			return s.w(k+1) != "have" && k > end
		}
		if t := s.tag(k); t != "NOUN" && t != "PROPN" && t != "ADJ" && t != "ADV" {
			return false
		}
	}
	return false
}
