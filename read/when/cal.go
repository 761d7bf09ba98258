package when

import (
	"time"

	"tocsin"
)

// A cal is a date as written, before the year is settled. Zero fields were not
// written; weekday counts from 1 for Monday.
type cal struct {
	year, month, day, day2 int
	weekday                int
	season, quarter, half  int
	decade, century        int    // first year
	part                   string // early, mid, late
	firstN                 int    // "the first six months of 2019": 6; negative: the last
	week                   int    // "the second week of March"
	shortDay               bool   // ambiguous "03/04/2020"
}

// needsYear reports whether the year is to be taken from elsewhere.
func (c cal) needsYear() bool {
	return c.year == 0 && c.decade == 0 && c.century == 0 && (c.month > 0 || c.weekday > 0 || c.season > 0 || c.quarter > 0 || c.half > 0)
}

// days is a run of days.
type days struct {
	from, to tocsin.Date
	prec     string
}

// resolve gives the days of c. A missing year is the one that brings c nearest
// before ref, or after it where future is set; without ref there are no days.
// ok is false for a day that does not exist.
func (c cal) resolve(ref tocsin.Date, future bool) (d days, ok bool) {
	if c.shortDay {
		return days{prec: "unknown"}, true
	}
	if c.weekday > 0 && c.day == 0 {
		return onWeekday(c.weekday, ref, future), true
	}
	if c.needsYear() {
		if ref.IsZero() {
			return days{prec: c.precision()}, c.plausible()
		}
		c.year = ref.Year()
		if d, ok := c.byWeekday(future); ok {
			return d, true
		}
		d, ok = c.inYear()
		if ok && !future && d.from > ref {
			c.year--
			return c.inYear()
		}
		if ok && future && d.to < ref {
			c.year++
			return c.inYear()
		}
		if !ok { // 29 February
			c.year--
			return c.inYear()
		}
		return d, true
	}
	return c.inYear()
}

// byWeekday finds the year in which a day and month fall on the weekday written
// with them: this one, else the one before or after.
func (c cal) byWeekday(future bool) (days, bool) {
	if c.weekday == 0 || c.day == 0 || c.month == 0 {
		return days{}, false
	}
	steps := []int{0, -1, 1}
	if future {
		steps = []int{0, 1, -1}
	}
	year := c.year
	for _, step := range steps {
		c.year = year + step
		if d, ok := c.inYear(); ok && isoWeekday(d.from) == c.weekday {
			return d, true
		}
	}
	return days{}, false
}

// plausible reports whether the day exists in some year.
func (c cal) plausible() bool {
	if c.day == 0 {
		return true
	}
	leap := c
	leap.year = 2020
	_, ok := leap.inYear()
	return ok
}

func (c cal) precision() string {
	switch {
	case c.day > 0, c.weekday > 0:
		return "day"
	case c.week > 0, c.month > 0 && c.part != "":
		return "week"
	case c.month > 0:
		return "month"
	case c.season > 0, c.quarter > 0, c.half > 0, c.firstN != 0, c.part != "" && c.decade == 0 && c.century == 0:
		return "quarter"
	}
	return "year"
}

// inYear gives the days of c, whose year is known.
func (c cal) inYear() (days, bool) {
	out := days{prec: c.precision()}
	switch {
	case c.century > 0:
		out.from, out.to = date(c.century, 1, 1), date(c.century+99, 12, 31)
	case c.decade > 0:
		lo, hi := thirds(c.part, 0, 9, [2]int{3, 6})
		out.from, out.to = date(c.decade+lo, 1, 1), date(c.decade+hi, 12, 31)
	case c.day > 0:
		from, err := tocsin.MakeDate(c.year, c.month, c.day)
		if err != nil {
			return days{}, false
		}
		out.from, out.to = from, from
		if c.day2 > 0 {
			if out.to, err = tocsin.MakeDate(c.year, c.month, c.day2); err != nil || out.to < from {
				return days{}, false
			}
		}
	case c.month > 0:
		out.from, out.to = c.inMonth()
	case c.season > 0:
		out.from = date(c.year, 3*c.season, 1)
		out.to = out.from.AddMonths(3).AddDays(-1)
	case c.quarter > 0:
		out.from = date(c.year, 3*c.quarter-2, 1)
		out.to = out.from.AddMonths(3).AddDays(-1)
	case c.half > 0:
		out.from = date(c.year, 6*c.half-5, 1)
		out.to = out.from.AddMonths(6).AddDays(-1)
	case c.firstN > 0:
		out.from = date(c.year, 1, 1)
		out.to = out.from.AddMonths(c.firstN).AddDays(-1)
	case c.firstN < 0:
		out.to = date(c.year, 12, 31)
		out.from = out.to.AddDays(1).AddMonths(c.firstN)
	default:
		lo, hi := thirds(c.part, 1, 12, [2]int{4, 8})
		out.from = date(c.year, lo, 1)
		out.to = date(c.year, hi, 1).MonthEnd()
	}
	return out, !out.from.IsZero() && !out.to.IsZero()
}

// inMonth gives a month, its week or its third.
func (c cal) inMonth() (from, to tocsin.Date) {
	first := date(c.year, c.month, 1)
	last := first.MonthEnd()
	if c.week > 0 {
		from = first.AddDays(7 * (c.week - 1))
		return from, min(from.AddDays(6), last)
	}
	lo, hi := thirds(c.part, 1, last.Day(), [2]int{10, 20})
	return first.AddDays(lo - 1), first.AddDays(hi - 1)
}

// thirds cuts [lo, hi] after the two cuts and picks the part named.
func thirds(part string, lo, hi int, cuts [2]int) (int, int) {
	switch part {
	case "early":
		return lo, cuts[0]
	case "mid":
		return cuts[0] + 1, cuts[1]
	case "late":
		return cuts[1] + 1, hi
	}
	return lo, hi
}

// onWeekday is the day of that name nearest before ref, ref included; the next
// one where future is set.
func onWeekday(weekday int, ref tocsin.Date, future bool) days {
	if ref.IsZero() {
		return days{prec: "day"}
	}
	back := (isoWeekday(ref) - weekday + 7) % 7
	d := ref.AddDays(-back)
	if future && d < ref {
		d = d.AddDays(7)
	}
	return days{d, d, "day"}
}

// isoWeekday counts from 1 for Monday.
func isoWeekday(d tocsin.Date) int {
	w := int(d.Time().Weekday())
	if w == 0 {
		return 7
	}
	return w
}

// date is a day that exists, or the zero Date.
func date(y, m, d int) tocsin.Date {
	if y < 1 || y > 9999 {
		return 0
	}
	return tocsin.DateOf(time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC))
}

// around is the calendar period of a unit that holds d, n periods later.
func around(d tocsin.Date, u tocsin.Unit, n int) days {
	if d.IsZero() {
		return days{prec: unitPrecision(u)}
	}
	switch u {
	case tocsin.Days:
		d = d.AddDays(n)
		return days{d, d, "day"}
	case "weekend":
		d = d.AddDays(6 - isoWeekday(d) + 7*n)
		return days{d, d.AddDays(1), "day"}
	case tocsin.Weeks:
		d = d.AddDays(1 - isoWeekday(d) + 7*n)
		return days{d, d.AddDays(6), "week"}
	case tocsin.Months:
		d = d.MonthStart().AddMonths(n)
		return days{d, d.MonthEnd(), "month"}
	case "quarter":
		d = date(d.Year(), (d.Month()-1)/3*3+1, 1).AddMonths(3 * n)
		return days{d, d.AddMonths(3).AddDays(-1), "quarter"}
	case tocsin.Years:
		return days{date(d.Year()+n, 1, 1), date(d.Year()+n, 12, 31), "year"}
	case "decade":
		y := d.Year()/10*10 + 10*n
		return days{date(y, 1, 1), date(y+9, 12, 31), "year"}
	case "century":
		y := (d.Year()-1)/100*100 + 1 + 100*n
		return days{date(y, 1, 1), date(y+99, 12, 31), "year"}
	}
	return days{prec: "unknown"}
}

func unitPrecision(u tocsin.Unit) string {
	switch u {
	case tocsin.Days, tocsin.Hours, "weekend", "minute", "minutes", "seconds":
		return "day"
	case tocsin.Weeks, "fortnight":
		return "week"
	case tocsin.Months:
		return "month"
	case "quarter", "quarters":
		return "quarter"
	case tocsin.Years, "decade", "decades", "century", "centuries":
		return "year"
	}
	return "unknown"
}

// shift moves d by n units: whole days and weeks, months by the calendar.
func shift(d tocsin.Date, n float64, u tocsin.Unit) tocsin.Date {
	if d.IsZero() {
		return 0
	}
	n, u = inUnits(n, u)
	var out tocsin.Date
	switch u {
	case tocsin.Hours:
		out = d.AddDays(int(n / 24))
	case tocsin.Days:
		out = d.AddDays(int(n))
	case tocsin.Weeks:
		out = d.AddDays(int(7 * n))
	case tocsin.Months:
		out = safeMonths(d, n)
	case tocsin.Years:
		out = safeMonths(d, 12*n)
	}
	if out < 1 || out > maxDate {
		return 0
	}
	return out
}

var maxDate = tocsin.MustDate("9999-12-31")

// safeMonths keeps out of years that no text means.
func safeMonths(d tocsin.Date, n float64) tocsin.Date {
	if y := float64(d.Year()) + n/12; y < 2 || y > 9998 {
		return 0
	}
	return d.AddMonths(int(n))
}
