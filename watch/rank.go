package watch

import (
	"cmp"
	"math"
	"slices"

	"tocsin"
	"tocsin/stat"
)

// A Named filter is one line of a ranking: a country, mostly.
type Named struct {
	Name   string
	Filter Filter
}

// RankOptions has usable zero values.
type RankOptions struct {
	Months int         // length of the window; 0: 3
	End    tocsin.Date // last day that counts; zero: the end of the last month that the data holds whole
	Level  float64     // of the intervals; 0: DefaultLevel
}

// A Ranking sets several filters side by side over the same days, by how much
// more there was than in as many months directly before.
type Ranking struct {
	Now     Window           `json:"now"`
	Then    Window           `json:"then"`
	Months  int              `json:"months"`
	Covered Window           `json:"covered"` // days the data covers
	Lines   []Line           `json:"lines"`   // most growth first; without a ratio last
	Notes   []tocsin.Warning `json:"warnings"`
}

// A Line is one filter in a ranking. A ratio that could not be had is nil, and
// the reason beside it says why.
type Line struct {
	Name        string      `json:"name"`
	Basis       Basis       `json:"basis"`
	Before      Change      `json:"before"`      // against the window directly before
	YearBefore  Change      `json:"year_before"` // against the same months a year before
	Trend       *stat.Trend `json:"trend"`       // of events per month, over the last twelve
	TrendReason string      `json:"trend_reason"`
	Last        tocsin.Date `json:"last"`   // day of the last event in the data, up to the window's end; zero: none
	Reason      string      `json:"reason"` // why the line has no numbers; "" where it has
}

// Rank compares the windows for each filter; the filters' own days do not count.
func (t *Table) Rank(list []Named, o RankOptions) (*Ranking, error) {
	if o.Months == 0 {
		o.Months = 3
	}
	if o.Level == 0 {
		o.Level = DefaultLevel
	}
	switch {
	case len(list) == 0:
		return nil, tocsin.Errorf(tocsin.Invalid, "name at least one country", "nothing to rank")
	case o.Months < 0:
		return nil, tocsin.Errorf(tocsin.Invalid, "give months, such as 3", "a window of %d months", o.Months)
	case !(o.Level > 0 && o.Level < 1):
		return nil, tocsin.Errorf(tocsin.Invalid, "", "%w", stat.ErrLevel)
	}
	all, err := t.basis(t.measured(Filter{Datasets: list[0].Filter.Datasets}))
	if err != nil {
		return nil, err
	}
	out := &Ranking{Months: o.Months, Covered: all.Covered, Notes: []tocsin.Warning{}}
	end := o.End
	if end.IsZero() {
		if end = all.Covered.Until; end != end.MonthEnd() {
			end = end.MonthStart().AddDays(-1)
			out.Notes = append(out.Notes, tocsin.Warning{Text: "the data ends " + all.Covered.Until.String() + ": that month is not whole and is compared with nothing"})
		}
	}
	out.Now = Window{end.AddDays(1).AddMonths(-o.Months), end}
	out.Then = out.Now.Before()
	for _, n := range list {
		line, err := t.line(n, end, o)
		if err != nil {
			return nil, err
		}
		out.Lines = append(out.Lines, line)
	}
	slices.SortStableFunc(out.Lines, func(a, b Line) int {
		return cmp.Or(cmp.Compare(b.growth(), a.growth()), cmp.Compare(b.Before.NowSum.Events, a.Before.NowSum.Events), cmp.Compare(a.Name, b.Name))
	})
	return out, nil
}

// growth orders the lines: a ratio by its value, growth from nothing before all
// others, and no ratio after them.
func (l *Line) growth() float64 {
	switch r := l.Before.Events; {
	case r == nil:
		return -1
	case r.Value == nil:
		return math.MaxFloat64
	default:
		return *r.Value
	}
}

// line measures one filter. A name that the data does not have is a line without
// numbers, so that one such country does not cost the others their table.
func (t *Table) line(n Named, end tocsin.Date, o RankOptions) (Line, error) {
	l := Line{Name: n.Name}
	f := n.Filter
	f.From, f.Until = 0, 0
	tempo, err := t.Tempo(f, end, TempoOptions{Lengths: []int{o.Months}, Level: o.Level})
	if err != nil {
		if tocsin.CodeOf(err) != tocsin.NotFound {
			return l, err
		}
		l.Reason = err.Error()
		l.Before.Reason, l.YearBefore.Reason, l.TrendReason = l.Reason, l.Reason, l.Reason
		return l, nil
	}
	l.Basis = tempo.Basis
	l.Before, _ = tempo.Change(o.Months, Before)
	l.YearBefore, _ = tempo.Change(o.Months, YearBefore)
	series, err := t.Series(f, end, SeriesOptions{Level: o.Level})
	if err != nil {
		return l, err
	}
	l.Trend, l.TrendReason = series.Events.Trend, series.Events.TrendReason
	f.Until = end
	if rows := t.Select(t.measured(f)); len(rows) > 0 {
		l.Last = t.from[rows[len(rows)-1]]
	}
	return l, nil
}
