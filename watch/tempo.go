package watch

import (
	"errors"
	"fmt"

	"tocsin"
	"tocsin/stat"
)

// What a change compares with.
const (
	Before     = "before"      // the same length of time directly before
	YearBefore = "year before" // the same months a year before
)

// TempoOptions has usable zero values.
type TempoOptions struct {
	Lengths []int   // of the windows, in months; empty: 3, 6, 12
	Level   float64 // of the intervals; 0: DefaultLevel
}

// Tempo is how many events and deaths there were per month, and how the last
// months compare with earlier ones.
type Tempo struct {
	Basis
	End     tocsin.Date `json:"end"` // last day that counts
	Months  []Period    `json:"months"`
	Changes []Change    `json:"changes"`
}

// Totals are the sums of a run of events. Best, Low and High sum the rows that
// have an estimate; NoDeaths counts those without a best one, NoRange those
// without a low or without a high one. Where NoRange is Events, Low and High say
// nothing; where NoDeaths is, Best does not either.
type Totals struct {
	Events   int `json:"events"`
	Best     int `json:"best"`
	Low      int `json:"low"`
	High     int `json:"high"`
	NoDeaths int `json:"no_deaths"`
	NoRange  int `json:"no_range"`
}

// A Change compares a window with an earlier one. A ratio that could not be had
// is nil, and the reason beside it says why.
type Change struct {
	Length       int         `json:"length"`  // months
	Against      string      `json:"against"` // Before, YearBefore
	Now          Window      `json:"now"`
	Then         Window      `json:"then"`
	NowSum       Totals      `json:"now_sum"`
	ThenSum      Totals      `json:"then_sum"`
	Events       *stat.Ratio `json:"events"`
	Reason       string      `json:"reason"`
	Deaths       *stat.Ratio `json:"deaths"`
	DeathsReason string      `json:"deaths_reason"`
	Warnings     []string    `json:"warnings"`
}

// Change returns the comparison of that length. Over twelve months the time
// before and the same months a year before are the same, and are stored once.
func (t *Tempo) Change(months int, against string) (Change, bool) {
	for _, c := range t.Changes {
		if c.Length == months && (c.Against == against || months == 12) {
			return c, true
		}
	}
	return Change{}, false
}

// Count is how many events and deaths a filter admits.
type Count struct {
	Basis
	Totals
}

// Count sums the rows of the filter. No rows in a window that the data covers
// are a count of zero; a window it does not touch is an error.
func (t *Table) Count(f Filter) (*Count, error) {
	f = t.measured(f)
	b, err := t.basis(f)
	if err != nil {
		return nil, err
	}
	rows := t.Select(f)
	t.warnRows(&b, rows)
	return &Count{Basis: b, Totals: t.totals(rows)}, nil
}

func (t *Table) totals(rows []int) Totals {
	var sum Totals
	for _, r := range rows {
		sum.add(t, r)
	}
	return sum
}

func (s *Totals) add(t *Table, row int) {
	s.Events++
	if n := t.best[row]; n != none {
		s.Best += int(n)
	} else {
		s.NoDeaths++
	}
	if t.low[row] == none || t.high[row] == none {
		s.NoRange++
	}
	if n := t.low[row]; n != none {
		s.Low += int(n)
	}
	if n := t.high[row]; n != none {
		s.High += int(n)
	}
}

// monthsShown is how many months a tempo shows where the filter has no From.
const monthsShown = 24

// Tempo measures the rows of the filter up to end, the last day that counts. The
// months shown begin with the filter's From, or 24 months before end; the
// changes look back as far as their windows need, and the filter's own days do
// not cut them.
func (t *Table) Tempo(f Filter, end tocsin.Date, o TempoOptions) (*Tempo, error) {
	if end.IsZero() {
		return nil, tocsin.Errorf(tocsin.Invalid, "give the last day that counts", "a tempo needs an end")
	}
	if len(o.Lengths) == 0 {
		o.Lengths = []int{3, 6, 12}
	}
	if o.Level == 0 {
		o.Level = DefaultLevel
	}
	if !(o.Level > 0 && o.Level < 1) {
		return nil, tocsin.Errorf(tocsin.Invalid, "", "%w", stat.ErrLevel)
	}
	f = t.measured(f)
	f.Until = end
	if f.From.IsZero() {
		f.From = end.AddDays(1).AddMonths(-monthsShown)
	}
	b, err := t.basis(f)
	if err != nil {
		return nil, err
	}
	rows := t.Select(f)
	t.warnRows(&b, rows)
	out := &Tempo{Basis: b, End: end, Months: t.periods(&b, rows, PerMonth)}
	for _, n := range o.Lengths {
		if n <= 0 {
			return nil, tocsin.Errorf(tocsin.Invalid, "give months, such as 6", "a window of %d months", n)
		}
		out.Changes = append(out.Changes, t.change(f, &b, end, n, Before, o.Level))
		if n != 12 {
			out.Changes = append(out.Changes, t.change(f, &b, end, n, YearBefore, o.Level))
		}
	}
	return out, nil
}

// change compares the months up to end with earlier ones. Windows are half-open
// and counted back from the day after end, so that the half-year to 17 August
// is 18 February to 17 August and the one before ends on 17 February.
func (t *Table) change(f Filter, b *Basis, end tocsin.Date, months int, against string, level float64) Change {
	next := end.AddDays(1)
	back := months
	if against == YearBefore {
		back = 12
	}
	c := t.compare(f, b, level, Window{next.AddMonths(-months), end},
		Window{next.AddMonths(-back - months), next.AddMonths(-back).AddDays(-1)})
	c.Length, c.Against = months, against
	return c
}

// Compare compares any two windows with both ends, the sums of which are filled
// in even where no ratio can be had. The ratio is that of the counts: windows of
// different lengths are compared as they are, with a warning from 5 % on. A
// level of 0 is DefaultLevel. Length and Against stay empty.
func (t *Table) Compare(f Filter, now, then Window, level float64) (Change, error) {
	if level == 0 {
		level = DefaultLevel
	}
	if !(level > 0 && level < 1) {
		return Change{}, tocsin.Errorf(tocsin.Invalid, "", "%w", stat.ErrLevel)
	}
	for _, w := range []Window{now, then} {
		if w.Days() <= 0 {
			return Change{}, tocsin.Errorf(tocsin.Invalid, "give the first and the last day of both windows", "cannot compare a window of %s", w)
		}
	}
	f = t.measured(f)
	f.From, f.Until = now.From, now.Until
	b, err := t.basis(f)
	if err != nil {
		return Change{}, err
	}
	c := t.compare(f, &b, level, now, then)
	if n, m := float64(now.Days()), float64(then.Days()); max(n, m) > (1+toleratedGap)*min(n, m) {
		c.Warnings = append(c.Warnings, fmt.Sprintf("the windows differ in length: %d against %d days", now.Days(), then.Days()))
	}
	return c, nil
}

func (t *Table) compare(f Filter, b *Basis, level float64, nowW, thenW Window) Change {
	c := Change{Warnings: []string{}, Now: nowW, Then: thenW}
	now, nowDeaths := t.sum(f, c.Now)
	then, thenDeaths := t.sum(f, c.Then)
	c.NowSum, c.ThenSum = now, then
	if why := t.gap(b.Datasets, c.Now, c.Then); why != "" {
		c.Reason, c.DeathsReason = why, why
		return c
	}
	if r, err := stat.CountRatio(now.Events, then.Events, level); err == nil {
		c.Events = &r
	} else {
		c.Reason = noRatio(err, "events")
	}
	if r, err := nowDeaths.Ratio(thenDeaths, level); err == nil {
		c.Deaths = &r
	} else {
		c.DeathsReason = noRatio(err, "deaths")
	}
	if now.Events < few || then.Events < few {
		c.Warnings = append(c.Warnings, fmt.Sprintf("few events: %d against %d", now.Events, then.Events))
	}
	if n := now.NoDeaths + then.NoDeaths; n > 0 {
		c.Warnings = append(c.Warnings, fmt.Sprintf("%d %s without a number of deaths", n, plural(n, "event", "events")))
	}
	return c
}

func noRatio(err error, what string) string {
	switch {
	case !errors.Is(err, stat.ErrEmpty):
		return err.Error()
	case what == "events":
		return noEvents
	}
	return noDeaths
}

// The reasons of what is most often missing, in one piece: a panel gives them
// a hundred thousand times.
const (
	noEvents = "no events in either window"
	noDeaths = "no deaths in either window"
)

// sum totals the rows of the filter in a window.
func (t *Table) sum(f Filter, w Window) (Totals, stat.Sum) {
	var s Totals
	var d stat.Sum
	f.From, f.Until = w.From, w.Until
	t.each(f, func(row int) {
		s.add(t, row)
		if n := t.best[row]; n != none {
			d.Add(float64(n))
		}
	})
	return s, d
}

// toleratedGap is the share of a window that the data may leave uncovered
// before its count is no longer compared: a file of one country ends with its
// last event, a few days before the year does.
const toleratedGap = 0.05

// gap says which dataset does not cover the windows, "" where all do.
func (t *Table) gap(datasets []string, now, then Window) string {
	for _, d := range datasets {
		c := t.covered[d]
		if float64(now.Until-c.Until) > toleratedGap*float64(now.Days()) {
			return fmt.Sprintf("%s ends %s, before the window does (%s)", d, c.Until, now.Until)
		}
		if float64(c.From-then.From) > toleratedGap*float64(then.Days()) {
			return fmt.Sprintf("%s begins %s, after the window does (%s)", d, c.From, then.From)
		}
	}
	return ""
}
