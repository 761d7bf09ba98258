package when

import "strings"

// This file decides what a word that could be a date is not.

func inRange(n, lo, hi int) bool { return lo <= n && n <= hi }

// n is the number at atom i where it lies in [lo, hi], else 0.
func (s *scan) n(i, lo, hi int) int {
	if i < 0 || i >= len(s.a) || !inRange(s.a[i].num, lo, hi) {
		return 0
	}
	return s.a[i].num
}

// glued reports whether atoms i to i+n-1 stand together without blanks.
func (s *scan) glued(i, n int) bool {
	if i < 0 {
		return false
	}
	for k := i + 1; k < i+n; k++ {
		if k >= len(s.a) || s.a[k].lo != s.a[k-1].hi {
			return false
		}
	}
	return i+n <= len(s.a)
}

// month is the month at atom i, 0 for none. Abbreviations count only beside a
// number; so do months without a capital letter.
func (s *scan) month(i int, beside bool) int {
	w := s.w(i)
	if m := months[w]; m > 0 && (s.upper(i) || beside && s.n(i+1, 1, 2199)+s.n(i-1, 1, 31) > 0 && w != "may" && w != "march") {
		return m
	}
	if m := shortMonths[w]; m > 0 && s.upper(i) && (beside || s.n(i+1, 1, 2199)+s.n(i-1, 1, 31) > 0) {
		return m
	}
	return 0
}

// bareMonth reports whether the word at i, spelt as a month, with no number
// beside it, is one: "in May", "last March", "the August coup"; not "May we",
// "March on", "April Ryan".
func (s *scan) bareMonth(i int) bool {
	if s.tag(i) == "AUX" || s.tag(i) == "VERB" {
		return false
	}
	prev := s.w(i - 1)
	if beforeMonth[prev] && !(prev == "and" && s.upper(i+1) && months[s.w(i+1)] == 0) {
		// "between April Ryan and ...": a name follows a given name.
		return !(personMonths[s.w(i)] && s.upper(i+1) && s.tag(i+1) != "NOUN" && months[s.w(i+1)] == 0 && weekdays[s.w(i+1)] == 0)
	}
	if !personMonths[s.w(i)] && i > 0 {
		return true
	}
	if s.upper(i + 1) {
		return false
	}
	// A month before a noun: "Mali's August coup", "the May elections".
	return i > 0 && eventNouns[s.w(i+1)] || i == 0 && s.w(1) != "" && eventNouns[s.w(1)] && s.w(0) != "may" && s.w(0) != "march"
}

// partOfName reports whether the date in atoms [lo, hi) belongs to a name: "the
// June 5 movement", "March 23 Movement", "20 February Street".
func (s *scan) partOfName(lo, hi int) bool {
	j := hi
	if s.dash(j) {
		j++
	}
	return nameNouns[s.w(j)] || s.upper(j) && nameNouns[s.w(j+1)] && s.upper(j+1)
}

// percentOrCount reports whether atom i shows that the number before it counted
// something: "May 24 people have died".
func (s *scan) percentOrCount(i int) bool {
	w := s.w(i)
	if _, _, unit := unitOf(w); unit {
		return true
	}
	return counted[w] || w == "%" || w == "million" || w == "billion" || w == "thousand"
}

// isYear reports whether the number at i, from 1500 to 2199, is a year. certain
// is set where a month or season stands before it.
func (s *scan) isYear(i int, certain bool) bool {
	if len(s.a[i].text) != 4 || s.a[i].ordinal {
		return false
	}
	if certain {
		return true
	}
	if s.percentOrCount(i+1) || s.w(i-1) == "$" || s.w(i-1) == "€" || s.w(i-1) == "no" {
		return false
	}
	next := i+1 < len(s.a) && s.s.Tokens[s.a[i+1].tok].XPOS == "NNS" && !eventNouns[s.w(i+1)]
	if next && !definite[s.w(i-1)] {
		return false // "2000 fighters"
	}
	return !notYear[s.w(i-1)] ||
		s.w(i-1) == "around" && !next
}

// year reads a year that stands alone: "in 2012", "the 2012 coup", "(2012)".
func (s *scan) year(i int) (int, cal, bool) {
	y := s.n(i, 1500, 2199)
	if y == 0 || !s.isYear(i, false) {
		return i, cal{}, false
	}
	led := beforeYear[s.w(i-1)]
	recent := inRange(y, 1900, 2099)
	if !led && (!recent || s.glued(i-1, 2) && s.dash(i-1)) {
		return i, cal{}, false
	}
	if s.partOfName(i, i+1) || s.ofThing(i) || s.glued(i, 2) && s.w(i+1) == "/" && s.n(i+2, 1, 99) == 0 {
		return i, cal{}, false
	}
	return i + 1, cal{year: y}, true
}

// plainYear is a year after "early", "the end of" and the like.
func (s *scan) plainYear(i int) (int, cal, bool) {
	if y := s.n(i, 1500, 2199); y > 0 && s.isYear(i, true) {
		return i + 1, cal{year: y}, true
	}
	return i, cal{}, false
}

// plainYearAfter reports whether "of 2019" stands at atom i.
func (s *scan) plainYearAfter(i int) (end int, ok bool) {
	if s.w(i) != "of" && s.w(i) != "in" {
		return i, false
	}
	end, _, ok = s.plainYear(i + 1)
	return end, ok
}

// decade reads "1990s", "the '90s", "the nineties", "the 20th century".
func (s *scan) decade(i int) (int, cal, bool) {
	j := i
	if s.w(j) == "the" {
		j++
	}
	w := s.w(j)
	if len(w) == 5 && w[4] == 's' {
		if y, _ := number(w[:4]); inRange(y, 1500, 2190) && y%10 == 0 {
			return j + 1, cal{decade: y}, true
		}
	}
	if len(w) >= 3 && (w[0] == '\'' || w[:1] == "\xe2") && j > i {
		digits := w[len(w)-2:]
		if n, _ := number(digits); n > 0 && n%10 == 0 && s.w(j+1) == "s" {
			return j + 2, cal{decade: 1900 + n}, true
		}
	}
	if y, ok := spelledDecades[w]; ok && j > i {
		return j + 1, cal{decade: y}, true
	}
	if n := s.n(j, 11, 22); n > 0 && s.a[j].ordinal && s.w(j+1) == "century" {
		return j + 2, cal{century: (n-1)*100 + 1}, true
	}
	return i, cal{}, false
}

var spelledDecades = map[string]int{"fifties": 1950, "sixties": 1960, "seventies": 1970, "eighties": 1980, "nineties": 1990}

// weekday reads a day of the week that stands alone, with the part of the day.
func (s *scan) weekday(i int) (int, cal, bool) {
	d, ok := weekdays[s.w(i)]
	if !ok || !s.upper(i) || namedDays[s.w(i-1)] || s.recurs(i) {
		return i, cal{}, false
	}
	// "the Sunday Times", "Friday Mosque", "Sunday Adelaja"
	if _, also := weekdays[s.w(i+1)]; s.upper(i+1) && !also && months[s.w(i+1)] == 0 && !datePreps[s.w(i-1)] {
		return i, cal{}, false
	}
	end := i + 1
	if w := s.w(end); strings.HasSuffix(w, "s") && dayParts[strings.TrimSuffix(w, "s")] {
		return i, cal{}, false // "on Tuesday nights": again and again
	}
	if dayParts[s.w(end)] {
		end++
	}
	return end, cal{weekday: d + 1}, true
}

var dayParts = set("morning afternoon evening night noon midnight dawn dusk")
