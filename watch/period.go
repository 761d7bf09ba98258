package watch

import (
	"time"

	"tocsin"
)

// Per is a length of time over which events are counted: a day, a week from
// Monday to Sunday (ISO 8601), or a calendar month.
type Per string

// The lengths of time.
const (
	PerDay   Per = "day"
	PerWeek  Per = "week"
	PerMonth Per = "month"
)

// rules of each length of time.
var pers = map[Per]struct {
	shown    int // periods shown where nobody says since when
	trend    int // complete periods that a trend rests on
	shortest int // periods between two change points
	steady   int // periods for which a rate is expected to hold: the online detector's hazard is one in so many
}{
	PerDay:   {90, 30, 7, 365},
	PerWeek:  {52, 12, 4, 52},
	PerMonth: {24, 12, 3, 24},
}

// known reports whether p is one of the lengths of time.
func (p Per) known() bool { _, ok := pers[p]; return ok }

// Start is the first day of the period that holds d.
func (p Per) Start(d tocsin.Date) tocsin.Date {
	switch p {
	case PerWeek:
		return d.AddDays(-(int(d.Time().Weekday()-time.Monday+7) % 7))
	case PerMonth:
		return d.MonthStart()
	}
	return d
}

// Step is the first day of the period n after the one that begins on start.
func (p Per) Step(start tocsin.Date, n int) tocsin.Date {
	switch p {
	case PerWeek:
		return start.AddDays(7 * n)
	case PerMonth:
		return start.AddMonths(n)
	}
	return start.AddDays(n)
}

// A Period is what happened in one day, week or month, as far as it counts.
type Period struct {
	Window
	Totals
	Complete bool `json:"complete"` // false: the window or the data holds only a part of it
}

// periods sums the rows by day, week or month over the window, periods without
// events included: there the data says none, as long as it covers them.
func (t *Table) periods(b *Basis, rows []int, per Per) []Period {
	var out []Period
	from, until := max(b.Window.From, b.Covered.From), min(b.Window.Until, b.Covered.Until)
	i := 0
	for start := per.Start(from); start <= until; start = per.Step(start, 1) {
		end := per.Step(start, 1).AddDays(-1)
		m := Period{Window: Window{max(start, from), min(end, until)}}
		m.Complete = m.From == start && m.Until == end
		for ; i < len(rows) && t.from[rows[i]] <= end; i++ {
			m.add(t, rows[i])
		}
		out = append(out, m)
	}
	return out
}
