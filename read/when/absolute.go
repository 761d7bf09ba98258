package when

import (
	"strings"
)

// cal reads the longest calendar date at atom i.
func (s *scan) cal(i int) (end int, c cal, ok bool) {
	for _, rule := range []func(int) (int, cal, bool){s.numeric, s.monthDay, s.dayMonth, s.partOf, s.monthYear, s.seasonYear, s.quarterYear, s.decade, s.weekday, s.year} {
		if end, c, ok = rule(i); ok {
			return end, c, true
		}
	}
	return i, cal{}, false
}

// numeric reads 2020-08-18, 2020/08/18, 18/08/2020, 08/18/2020 and 18.08.2020.
func (s *scan) numeric(i int) (int, cal, bool) {
	y := s.n(i, 1500, 2199)
	if y > 0 && s.glued(i, 5) && s.dash(i+1) && s.dash(i+3) && len(s.w(i+2)) == 2 && len(s.w(i+4)) == 2 {
		if m, d := s.n(i+2, 1, 12), s.n(i+4, 1, 31); m > 0 && d > 0 {
			return i + 5, cal{year: y, month: m, day: d}, true
		}
	}
	if i >= len(s.a) {
		return i, cal{}, false
	}
	for _, mark := range []string{"/", "."} {
		if c := s.a[i].text[0]; c < '0' || c > '9' || !strings.Contains(s.a[i].text, mark) {
			continue
		}
		f := strings.Split(s.a[i].text, mark)
		if len(f) != 3 {
			continue
		}
		var n [3]int
		for k := range f {
			n[k], _ = number(f[k])
		}
		if len(f[0]) == 4 && inRange(n[0], 1500, 2199) && inRange(n[1], 1, 12) && inRange(n[2], 1, 31) {
			return i + 1, cal{year: n[0], month: n[1], day: n[2]}, true
		}
		if len(f[2]) != 4 || !inRange(n[2], 1500, 2199) || n[0] < 1 || n[1] < 1 {
			continue
		}
		switch {
		case n[0] > 12 && n[0] <= 31 && n[1] <= 12 || n[0] == n[1] && n[0] <= 12:
			return i + 1, cal{year: n[2], month: n[1], day: n[0]}, true
		case n[0] <= 12 && n[1] > 12 && n[1] <= 31:
			return i + 1, cal{year: n[2], month: n[0], day: n[1]}, true
		case n[0] <= 12 && n[1] <= 12:
			return i + 1, cal{shortDay: true, year: n[2], month: n[1], day: n[0]}, true
		}
	}
	return i, cal{}, false
}

// monthDay reads "August 18", "Aug. 18-20, 2020", "Tuesday, August 18th".
func (s *scan) monthDay(i int) (int, cal, bool) {
	start, c := i, cal{}
	i, c.weekday = s.weekdayPrefix(i)
	if c.month = s.month(i, true); c.month == 0 {
		return start, cal{}, false
	}
	i++
	if s.w(i) == "the" {
		i++
	}
	if c.day = s.n(i, 1, 31); c.day == 0 || s.percentOrCount(i+1) {
		return start, cal{}, false
	}
	i++
	i, c.day2 = s.secondDay(i, c.day)
	if s.w(i) == "," {
		if y := s.n(i+1, 1500, 2199); y > 0 && s.isYear(i+1, true) {
			c.year, i = y, i+2
		}
	} else if y := s.n(i, 1500, 2199); y > 0 {
		c.year, i = y, i+1
	}
	if c.year == 0 && s.partOfName(start, i) {
		return start, cal{}, false
	}
	return i, c, true
}

// dayMonth reads "18 August 2020", "the 18th of August", "Tuesday 18 August",
// "18 to 20 August" (as one run of days).
func (s *scan) dayMonth(i int) (int, cal, bool) {
	start, c := i, cal{}
	i, c.weekday = s.weekdayPrefix(i)
	if s.w(i) == "the" {
		i++
	}
	if c.day = s.n(i, 1, 31); c.day == 0 {
		return start, cal{}, false
	}
	i++
	i, c.day2 = s.secondDay(i, c.day)
	if s.w(i) == "day" && s.w(i+1) == "of" || s.w(i) == "of" && s.a[i-1].ordinal {
		i++
		if s.w(i) == "of" {
			i++
		}
	}
	if c.month = s.month(i, true); c.month == 0 {
		return start, cal{}, false
	}
	i++
	if s.w(i) == "," && s.n(i+1, 1500, 2199) > 0 && s.isYear(i+1, true) {
		i++
	}
	if y := s.n(i, 1500, 2199); y > 0 {
		c.year, i = y, i+1
	}
	if c.year == 0 && s.partOfName(start, i) {
		return start, cal{}, false
	}
	return i, c, true
}

// weekdayPrefix reads a weekday that stands before a date.
func (s *scan) weekdayPrefix(i int) (int, int) {
	d, full := weekdays[s.w(i)]
	if !full {
		var short bool
		if d, short = shortWeekdays[s.w(i)]; !short || !s.upper(i) {
			return i, 0
		}
	}
	j := i + 1
	if s.w(j) == "," {
		j++
	}
	if s.w(j) == "the" && s.n(j+1, 1, 31) > 0 || s.n(j, 1, 31) > 0 || s.month(j, true) > 0 {
		return j, d + 1
	}
	return i, 0
}

// secondDay reads the rest of "18-20", "18 to 20", "18 and 19".
func (s *scan) secondDay(i, first int) (int, int) {
	if s.dash(i) || s.w(i) == "to" || s.w(i) == "through" || s.w(i) == "and" || s.w(i) == "/" || s.w(i) == "or" {
		if d := s.n(i+1, first+1, 31); d > 0 && !s.percentOrCount(i+2) && (s.dash(i) || s.month(i-2, true) > 0 && s.month(i+2, true) == 0 || s.month(i+2, true) > 0) {
			return i + 2, d
		}
	}
	return i, 0
}

// partOf reads "early March", "mid-2019", "the end of March 2019", "the late
// 1990s", "the first half of 2019", "the second week of March".
func (s *scan) partOf(i int) (int, cal, bool) {
	j := i
	if s.w(j) == "the" {
		j++
	}
	var c cal
	switch s.w(j) {
	case "early", "late", "mid":
		c.part, j = s.w(j), j+1
	case "beginning", "start", "onset":
		c.part, j = "early", j+1
	case "middle":
		c.part, j = "mid", j+1
	case "end", "close":
		c.part, j = "late", j+1
	default:
		return s.countedPart(i, j)
	}
	for s.dash(j) || s.w(j) == "of" || s.w(j) == "the" || s.w(j) == "in" || s.w(j) == "to" && s.w(j+1) == "mid" || s.w(j) == "mid" {
		j++
	}
	for _, rule := range []func(int) (int, cal, bool){s.monthYear, s.decade, s.plainYear} {
		if end, d, ok := rule(j); ok && d.day == 0 {
			d.part = c.part
			return end, d, true
		}
	}
	return i, cal{}, false
}

// countedPart reads "first half of 2019", "last three months of 2019", "second
// week of March".
func (s *scan) countedPart(i, j int) (int, cal, bool) {
	last := s.w(j) == "last" || s.w(j) == "final"
	n := 0
	if j < len(s.a) && s.a[j].ordinal {
		n = s.a[j].num
	}
	if n == 0 && !last {
		return i, cal{}, false
	}
	j++
	switch k := s.n(j, 2, 11); {
	case k > 0 && s.w(j+1) == "months" && s.w(j+2) == "of" && (last || n == 1):
		if y := s.n(j+3, 1500, 2199); y > 0 {
			if last {
				k = -k
			}
			return j + 4, cal{year: y, firstN: k}, true
		}
	case s.w(j) == "half" && s.w(j+1) == "of" && (last || n <= 2):
		if last {
			n = 2
		}
		if y := s.n(j+2, 1500, 2199); y > 0 {
			return j + 3, cal{year: y, half: n}, true
		}
	case s.w(j) == "quarter" && last:
		if _, ok := s.plainYearAfter(j + 1); ok {
			return j + 3, cal{year: s.a[j+2].num, quarter: 4}, true
		}
	case s.w(j) == "week" && (s.w(j+1) == "of" || s.w(j+1) == "in") && n >= 1 && n <= 5:
		if end, c, ok := s.monthYear(j + 2); ok && c.part == "" {
			c.week = n
			return end, c, true
		}
	}
	return i, cal{}, false
}

// monthYear reads "January 2012", "March of 2019", "May".
func (s *scan) monthYear(i int) (int, cal, bool) {
	m := s.month(i, false)
	if m == 0 {
		return i, cal{}, false
	}
	j := i + 1
	if s.w(j) == "of" || s.w(j) == "," {
		j++
	}
	if y := s.n(j, 1500, 2199); y > 0 && len(s.w(j)) == 4 && s.isYear(j, true) {
		return j + 1, cal{month: m, year: y}, true
	}
	if !s.bareMonth(i) || s.partOfName(i, i+1) || s.n(i+1, 1, 31) > 0 && s.partOfName(i, i+2) {
		return i, cal{}, false
	}
	return i + 1, cal{month: m}, true
}

// seasonYear reads "the summer of 2019", "winter 2020"; without a year a season
// is left to relative words ("last summer").
func (s *scan) seasonYear(i int) (int, cal, bool) {
	j := i
	if s.w(j) == "the" {
		j++
	}
	n, ok := seasons[s.w(j)]
	if !ok {
		return i, cal{}, false
	}
	j++
	if s.w(j) == "of" {
		j++
	}
	if y := s.n(j, 1500, 2199); y > 0 && len(s.w(j)) == 4 {
		return j + 1, cal{season: n, year: y}, true
	}
	// "in the spring", not "the spring offensive" nor "the fall of Bamako"
	if s.w(i) == "the" && j == i+2 && (datePreps[s.w(i-1)] || s.w(i-1) == "since" || s.w(i-1) == "by" || s.w(i-1) == "until") && s.ends(j) {
		return j, cal{season: n}, true
	}
	return i, cal{}, false
}

// quarterYear reads "Q3 2019", "2019 Q3", "H1 2019", "the third quarter of
// 2019", "the third quarter".
func (s *scan) quarterYear(i int) (int, cal, bool) {
	if c := periodCode(s.w(i)); c.quarter+c.half > 0 {
		j := i + 1
		if s.w(j) == "of" {
			j++
		}
		if y := s.n(j, 1500, 2199); y > 0 {
			c.year = y
			return j + 1, c, true
		}
		return i + 1, c, true
	}
	if y := s.n(i, 1500, 2199); y > 0 {
		if c := periodCode(s.w(i + 1)); c.quarter+c.half > 0 {
			c.year = y
			return i + 2, c, true
		}
	}
	j := i
	if s.w(j) == "the" {
		j++
	}
	if j >= len(s.a) || !s.a[j].ordinal || !inRange(s.a[j].num, 1, 4) {
		return i, cal{}, false
	}
	c := cal{quarter: s.a[j].num}
	if j++; s.dash(j) {
		j++
	}
	if s.w(j) != "quarter" {
		return i, cal{}, false
	}
	j++
	if s.w(j) == "of" {
		if y := s.n(j+1, 1500, 2199); y > 0 {
			c.year = y
			return j + 2, c, true
		}
	}
	return j, c, true
}

// periodCode reads q1 to q4, h1 and h2.
func periodCode(w string) cal {
	if len(w) == 2 && w[1] >= '1' {
		if n := int(w[1] - '0'); w[0] == 'q' && n <= 4 {
			return cal{quarter: n}
		} else if w[0] == 'h' && n <= 2 {
			return cal{half: n}
		}
	}
	return cal{}
}
