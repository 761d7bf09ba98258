package when

import (
	"strings"

	"tocsin"
)

// vague is an amount that is not a number: "several", "a few".
const vague = -1

// amount reads how many: "two", "twenty-five", "a", "half a", "two and a half",
// "several", "two to three" (the last number counts). n is vague where the
// words give no number.
func (s *scan) amount(i int) (end int, n float64, ok bool) {
	for roundabout[s.w(i)] && i < len(s.a) && s.n(i, 0, 1e6) == 0 {
		if s.w(i) == "some" && !s.isNumber(i+1) {
			break
		}
		i++
	}
	switch w := s.w(i); w {
	case "several", "some", "many", "numerous":
		if s.w(i-1) == "as" {
			return i, 0, false // "the third in as many days"
		}
		return i + 1, vague, true
	case "a", "an":
		switch s.w(i + 1) {
		case "few", "couple", "number", "dozen":
			end = i + 2
			if s.w(end) == "of" {
				end++
			}
			return end, vague, true
		case "half":
			return i + 2, 0.5, true
		}
		return i + 1, 1, true
	case "half":
		if s.w(i+1) == "a" || s.w(i+1) == "an" {
			return i + 2, 0.5, true
		}
		return i, 0, false
	case "few", "couple":
		return i + 1, vague, true
	}
	end, n, ok = s.integer(i)
	if !ok {
		return i, 0, false
	}
	if s.words(end, "and", "a", "half") {
		return end + 3, n + 0.5, true
	}
	for _, mark := range []string{"to", "or", "-", "–"} {
		if s.w(end) == mark {
			if e, m, ok := s.integer(end + 1); ok && m > n {
				return e, m, true
			}
		}
	}
	return end, n, true
}

func (s *scan) isNumber(i int) bool { return i < len(s.a) && s.a[i].num >= 0 && !s.a[i].ordinal }

// integer reads a number in digits or words of one or two parts.
func (s *scan) integer(i int) (end int, n float64, ok bool) {
	if !s.isNumber(i) {
		return i, 0, false
	}
	n = float64(s.a[i].num)
	if tens := s.a[i].num; tens >= 20 && tens <= 90 && tens%10 == 0 && s.dash(i+1) && s.glued(i, 3) && s.isNumber(i+2) && s.a[i+2].num < 10 && s.a[i].text[0] > '9' {
		return i + 3, n + float64(s.a[i+2].num), true
	}
	if tens := s.a[i].num; inRange(tens, 20, 90) && tens%10 == 0 && s.a[i].text[0] > '9' && s.isNumber(i+1) && inRange(s.a[i+1].num, 1, 9) && s.a[i+1].text[0] > '9' {
		return i + 2, n + float64(s.a[i+1].num), true
	}
	return i + 1, n, true
}

// length reads an amount with its unit: "three years", "a decade", "25-year".
// bare reports that the amount was only "a" or "an".
func (s *scan) length(i int) (end int, n float64, u tocsin.Unit, bare, ok bool) {
	end, n, ok = s.amount(i)
	if !ok {
		return i, 0, "", false, false
	}
	bare = s.w(end-1) == "a" || s.w(end-1) == "an"
	if s.dash(end) && s.glued(end-1, 3) {
		end++
	}
	for lengthAdjectives[s.w(end)] {
		end++
	}
	u, plural, ok := unitOf(s.w(end))
	if !ok || !plural && n >= 1500 && n < 2200 && s.w(end-1) != "-" {
		return i, 0, "", false, false // "the 1988 quarter"
	}
	return end + 1, n, u, bare, true
}

// duration reads how long: "three years", "for decades", "25-year-old", "eight-
// year long", "aged 25".
func (s *scan) duration(i int) (hit, bool) {
	if h, ok := s.age(i); ok {
		return h, true
	}
	h := hit{kind: Duration}
	end, n, u, bare, ok := s.length(i)
	if !ok {
		// "for decades", "a decade-long war", "years of war", "months-long"
		u, plural, isUnit := unitOf(s.w(i))
		long := s.dash(i+1) && s.w(i+2) == "long"
		if !isUnit || !long && !(plural && beforeMany[s.w(i-1)]) {
			return hit{}, false
		}
		h.end, h.unit = i+1, u
		if long {
			h.end = i + 3
		}
		return h, true
	}
	h.end = end
	old := false
	for k := end; k < end+3 && (s.dash(k) || s.w(k) == "old" || s.w(k) == "long" || s.w(k) == "olds"); k++ {
		if !s.dash(k) {
			h.end, old = k+1, old || s.w(k)[0] == 'o'
		}
	}
	if s.words(end, "of", "age") {
		h.end, old = end+2, true
	}
	if bare && h.end == end && !beforeOne[s.w(i-1)] && s.w(i) != "half" && n == 1 {
		return hit{}, false // "twice a year", "a day of rage"
	}
	if u == "quarters" && n == 3 || u == "quarter" && bare {
		return hit{}, false // a fraction, or of what is not said
	}
	if s.upper(end-1) && !s.isNumber(i) {
		return hit{}, false // "A Week in ..."
	}
	h.unit, h.age = u, old && u == tocsin.Years
	if n != vague {
		n, h.unit = inUnits(n, u)
		h.amount = &n
	}
	return h, true
}

// age reads "aged 25", "age 25"; "25-year-old" is read as a duration first.
func (s *scan) age(i int) (hit, bool) {
	if s.w(i) != "aged" && s.w(i) != "age" || !s.isNumber(i+1) {
		return hit{}, false
	}
	end, n, ok := s.integer(i + 1)
	if !ok || n < 1 || n > 120 {
		return hit{}, false
	}
	return hit{end: end, kind: Duration, amount: &n, unit: tocsin.Years, age: true}, true
}

// offset reads "three days ago", "two years later", "a week earlier", "the day
// before", "three days from now".
func (s *scan) offset(i int) (hit, bool) {
	end, n, u, _, ok := s.length(i)
	if !ok {
		end, n, u, ok = s.bareLength(i)
	}
	if !ok {
		return hit{}, false
	}
	h := hit{kind: Date, unit: u}
	if n != vague {
		m, mu := inUnits(n, u)
		h.amount, h.unit = &m, mu
	}
	ref, sign := s.last.days, 0.0
	switch w := s.w(end); {
	case w == "ago":
		ref, sign = days{from: s.pub, to: s.pub}, -1
	case w == "from" && s.w(end+1) == "now":
		ref, sign, end, h.future = days{from: s.pub, to: s.pub}, 1, end+1, true
	case w == "later", w == "afterwards", w == "afterward", w == "after" && s.ends(end+1):
		sign = 1
	case w == "earlier", w == "before" && s.ends(end+1), w == "previously", w == "beforehand":
		sign = -1
	default:
		return hit{}, false
	}
	h.end = end + 1
	h.days = s.moved(ref, sign, n, u)
	if n == vague && s.w(end) == "ago" {
		h.days, h.open = days{to: s.pub, prec: "past"}, "start"
	}
	return h, true
}

// bareLength reads the unit alone in "years ago", "the day before", "hours later".
func (s *scan) bareLength(i int) (end int, n float64, u tocsin.Unit, ok bool) {
	j := i
	if s.w(j) == "the" {
		j++
	}
	u, plural, ok := unitOf(s.w(j))
	if !ok || plural == (j > i) {
		return i, 0, "", false
	}
	if plural {
		return j + 1, vague, u, true
	}
	return j + 1, 1, u, true
}

// ends reports whether atom i begins nothing that "before" could govern.
func (s *scan) ends(i int) bool {
	w := s.w(i)
	return w == "" || w == "," || w == "." || w == ";" || w == ")" || w == "and" || w == "in" || w == "but" || w == "?" || w == "!"
}

// moved is the period n units from ref; days of ref without a number.
func (s *scan) moved(ref days, sign, n float64, u tocsin.Unit) days {
	out := days{prec: unitPrecision(u)}
	if fineness[ref.prec] > fineness[out.prec] {
		return out // "a month earlier" than a year is no month
	}
	at := ref.from
	if sign > 0 {
		at = ref.to
	}
	if n == vague || at.IsZero() {
		return out
	}
	n, u = inUnits(n, u)
	to := shift(at, sign*n, u)
	if to.IsZero() {
		return out
	}
	switch u {
	case tocsin.Hours, tocsin.Days:
		return days{to, to, "day"}
	case tocsin.Years:
		if n != float64(int(n)) {
			u = tocsin.Months
		}
	}
	return around(to, u, 0)
}

// fineness orders precisions, the finest lowest.
var fineness = map[string]int{"day": 1, "week": 2, "month": 3, "quarter": 4, "year": 5}

// span reads a stretch that ends or begins at publication: "the past eight
// years", "the last few months", "the next three weeks", "the past year".
func (s *scan) span(i int) (hit, bool) {
	j := i
	the := beforePast[s.w(j)]
	if the {
		j++
	}
	sign := 0.0
	switch s.w(j) {
	case "past", "last", "previous", "preceding":
		if s.tag(j) == "VERB" {
			return hit{}, false // "will last nine days"
		}
		sign = -1
	case "next", "coming":
		sign = 1
	default:
		return hit{}, false
	}
	end, n, ok := s.amount(j + 1)
	u, plural, isUnit := unitOf(s.w(end))
	if !ok {
		end = j + 1
		u, plural, isUnit = unitOf(s.w(end))
		n = 1
		if plural {
			n = vague
		}
		// "last week" is a week of the calendar, "the past week" seven days.
		if !isUnit || !(the || s.w(j) == "past") || notSpan[s.w(j)] && !plural || u == tocsin.Days && s.w(i-1) == "on" {
			return hit{}, false // "on the last day that she saw her"
		}
	}
	if _, year := s.plainYearAfter(end + 1); !isUnit || year {
		return hit{}, false // "the last three months of 2019"
	}
	h := hit{end: end + 1, kind: Date, unit: u, future: sign > 0, days: days{prec: unitPrecision(u)}}
	switch {
	case n == vague && sign < 0:
		h.days = days{to: s.pub, prec: "recent"}
	case n == vague:
		h.days, h.open = days{from: s.pub, prec: "unknown"}, "end"
	default:
		m, mu := inUnits(n, u)
		h.amount, h.unit = &m, mu
		h.days.from, h.days.to = s.pub, s.pub
		if s.w(j) == "previous" || s.w(j) == "preceding" {
			// Before what was named last, and not before publication.
			h.days.from, h.days.to = shift(s.last.from, -n, u), s.last.from.AddDays(-1)
		} else if sign < 0 {
			h.days.from = shift(s.pub, -n, u)
		} else {
			h.days.to = shift(s.pub, n, u)
		}
	}
	return h, true
}

// repeated reads how often: "every Friday", "each year", "daily", "twice a
// week", "per month", "on Mondays".
func (s *scan) repeated(i int) (hit, bool) {
	h := hit{kind: Set}
	switch w := s.w(i); w {
	case "every", "each":
		j := i + 1
		if e, _, u, _, ok := s.length(j); ok && w == "every" {
			h.end, h.days.prec = e, unitPrecision(u)
			return h, true
		}
		if s.w(j) == "other" {
			j++
		}
		if u, _, ok := unitOf(s.w(j)); ok {
			h.end, h.days.prec = j+1, unitPrecision(u)
			return h, true
		}
		if _, day := weekdays[s.w(j)]; day || dayParts[s.w(j)] {
			h.end, h.days.prec = j+1, "day"
			return h, true
		}
		if s.month(j, false) > 0 {
			h.end, h.days.prec = j+1, "month"
			return h, true
		}
	case "daily", "weekly", "monthly", "yearly", "annually", "quarterly":
		if s.upper(i) && i > 0 {
			return hit{}, false // "the Daily Telegraph"
		}
		prec := map[string]string{"daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter"}[w]
		if prec == "" {
			prec = "year"
		}
		h.end, h.days.prec = i+1, prec
		return h, true
	case "once", "twice", "times", "per":
		j := i + 1
		if w != "per" {
			if s.w(j) != "a" && s.w(j) != "an" && s.w(j) != "per" && s.w(j) != "every" && s.w(j) != "each" {
				return hit{}, false
			}
			j++
		}
		if u, plural, ok := unitOf(s.w(j)); ok && !plural {
			h.end, h.days.prec = j+1, unitPrecision(u)
			return h, true
		}
	}
	if _, ok := weekdays[s.w(i)]; ok && s.upper(i) && dayParts[strings.TrimSuffix(s.w(i+1), "s")] && strings.HasSuffix(s.w(i+1), "s") {
		h.end, h.days.prec = i+2, "day"
		return h, true
	}
	if w := s.w(i); len(w) > 1 && w[len(w)-1] == 's' && s.upper(i) {
		if _, ok := weekdays[w[:len(w)-1]]; ok {
			h.end, h.days.prec = i+1, "day"
			return h, true
		}
	}
	return hit{}, false
}
