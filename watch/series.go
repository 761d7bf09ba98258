package watch

import (
	"errors"
	"fmt"

	"tocsin"
	"tocsin/stat"
)

// SeriesOptions has usable zero values.
type SeriesOptions struct {
	Per   Per     // "": PerMonth
	Trend int     // the last complete periods that the trend rests on; 0: 12 months, 12 weeks, 30 days
	Level float64 // of the intervals; 0: DefaultLevel
}

// A Series is how many events and deaths there were per day, week or month, and
// what can be said of the run of them. All that is said rests on the complete
// periods: a last one of which the data holds only a part is shown, marked, and
// not compared with anything.
type Series struct {
	Basis
	Per      Per      `json:"per"`
	Periods  []Period `json:"periods"`
	Complete int      `json:"complete"` // how many of the periods are
	Events   Course   `json:"events"`
	Deaths   Course   `json:"deaths"`
}

// A Course is the run of one measure over the complete periods. What could not
// be had is nil, and the reason beside it says why.
type Course struct {
	TrendOver      Window         `json:"trend_over"` // the days that the trend rests on
	Trend          *stat.Trend    `json:"trend"`
	TrendReason    string         `json:"trend_reason"`
	Doubling       *stat.Doubling `json:"doubling"` // in periods
	DoublingReason string         `json:"doubling_reason"`
	Changes        []Break        `json:"changes"` // by ED-PELT, in order
	ChangesReason  string         `json:"changes_reason"`
	Online         []Break        `json:"online"` // by the online detector, in order; of events alone
	OnlineReason   string         `json:"online_reason"`
}

// A Break is the first day of a new level.
type Break struct {
	From        tocsin.Date `json:"from"`
	Before      float64     `json:"before"`      // mean per period since the break before this one
	After       float64     `json:"after"`       // mean per period until the next break
	Probability *float64    `json:"probability"` // that the level began here or a period to either side; nil for ED-PELT
}

// mostOnline bounds the online detector, whose work grows with the square of the
// number of periods.
const mostOnline = 2000

// Series measures the rows of the filter by day, week or month up to end, the
// last day that counts. It begins with the filter's From, or 24 months, 52 weeks
// or 90 days back.
func (t *Table) Series(f Filter, end tocsin.Date, o SeriesOptions) (*Series, error) {
	if o.Per == "" {
		o.Per = PerMonth
	}
	if o.Level == 0 {
		o.Level = DefaultLevel
	}
	switch {
	case end.IsZero():
		return nil, tocsin.Errorf(tocsin.Invalid, "give the last day that counts", "a series needs an end")
	case !o.Per.known():
		return nil, tocsin.Errorf(tocsin.Invalid, "count by day, week or month", "no such length of time: %q", o.Per)
	case o.Trend < 0 || o.Trend > 0 && o.Trend < stat.MinTrend:
		return nil, tocsin.Errorf(tocsin.Invalid, "give at least 4 periods", "a trend over %d periods", o.Trend)
	case !(o.Level > 0 && o.Level < 1):
		return nil, tocsin.Errorf(tocsin.Invalid, "", "%w", stat.ErrLevel)
	}
	rule := pers[o.Per]
	if o.Trend == 0 {
		o.Trend = rule.trend
	}
	f = t.measured(f)
	f.Until = end
	if f.From.IsZero() {
		f.From = o.Per.Step(o.Per.Start(end), 1-rule.shown)
	}
	b, err := t.basis(f)
	if err != nil {
		return nil, err
	}
	rows := t.Select(f)
	t.warnRows(&b, rows)
	s := &Series{Per: o.Per, Periods: t.periods(&b, rows, o.Per)}
	whole := complete(s.Periods)
	s.Complete = len(whole)
	if n := len(s.Periods); n > 0 && !s.Periods[n-1].Complete {
		b.warn("the last %s is not complete (%s) and is compared with nothing", o.Per, s.Periods[n-1].Window)
	}
	s.Basis = b
	s.Events.measure(whole, func(p *Period) int { return p.Events }, o)
	if len(rows) > 0 && t.totals(rows).NoDeaths == len(rows) {
		s.Deaths = unknownCourse("no event has an estimate of deaths")
	} else {
		s.Deaths.measure(whole, func(p *Period) int { return p.Best }, o)
	}
	s.Events.follow(whole, o.Per)
	s.Deaths.OnlineReason = "deaths come in batches, one event killing many: they have no Poisson rate to follow"
	return s, nil
}

// complete are the periods of which the data and the window hold all days.
func complete(list []Period) []Period {
	for len(list) > 0 && !list[0].Complete {
		list = list[1:]
	}
	for len(list) > 0 && !list[len(list)-1].Complete {
		list = list[:len(list)-1]
	}
	return list
}

func unknownCourse(why string) Course {
	return Course{TrendReason: why, DoublingReason: why, ChangesReason: why, OnlineReason: why}
}

// measure fills the trend, the doubling and the change points.
func (c *Course) measure(whole []Period, of func(*Period) int, o SeriesOptions) {
	counts := make([]int, len(whole))
	values := make([]float64, len(whole))
	for i := range whole {
		counts[i] = of(&whole[i])
		values[i] = float64(counts[i])
	}
	first := max(0, len(whole)-o.Trend)
	if first < len(whole) {
		c.TrendOver = Window{whole[first].From, whole[len(whole)-1].Until}
	}
	trend, err := stat.CountTrend(counts[first:], o.Level)
	if err != nil {
		c.TrendReason = noTrend(err, o.Per, len(counts[first:]))
		c.DoublingReason = "there is no trend"
	} else {
		c.Trend = &trend
		if d, err := trend.Doubling(); err == nil {
			c.Doubling = &d
		} else {
			c.DoublingReason = err.Error()
		}
	}
	c.Changes = []Break{}
	shortest := pers[o.Per].shortest
	if len(values) < 2*shortest {
		c.ChangesReason = fmt.Sprintf("only %d complete %ss: a change is looked for in at least %d", len(values), o.Per, 2*shortest)
		return
	}
	begins, err := stat.Segments(values, shortest)
	if err != nil {
		c.ChangesReason = err.Error()
		return
	}
	c.Changes = breaks(whole, counts, begins)
}

// noTrend says in words why there is no trend.
func noTrend(err error, per Per, n int) string {
	switch {
	case errors.Is(err, stat.ErrFewPeriods):
		return fmt.Sprintf("only %d complete %ss: a trend needs at least %d", n, per, stat.MinTrend)
	case errors.Is(err, stat.ErrEmpty):
		return fmt.Sprintf("nothing in the last %d complete %ss", n, per)
	}
	return err.Error()
}

// breaks puts dates and means to the indexes at which new levels begin.
func breaks(whole []Period, counts, begins []int) []Break {
	out := []Break{}
	mean := func(from, to int) float64 {
		sum := 0
		for _, n := range counts[from:to] {
			sum += n
		}
		return float64(sum) / float64(to-from)
	}
	for i, at := range begins {
		before, after := 0, len(counts)
		if i > 0 {
			before = begins[i-1]
		}
		if i+1 < len(begins) {
			after = begins[i+1]
		}
		out = append(out, Break{From: whole[at].From, Before: mean(before, at), After: mean(at, after)})
	}
	return out
}

// follow runs the online detector over the events. A new rate is expected to be
// of the size of the mean of all periods, within an exponential law, and to hold
// for 24 months, 52 weeks or 365 days.
func (c *Course) follow(whole []Period, per Per) {
	c.Online = []Break{}
	counts := make([]int, len(whole))
	total := 0
	for i := range whole {
		counts[i] = whole[i].Events
		total += counts[i]
	}
	switch {
	case len(counts) < stat.MinTrend:
		c.OnlineReason = fmt.Sprintf("only %d complete %ss", len(counts), per)
		return
	case total == 0:
		c.OnlineReason = "no events"
		return
	case len(counts) > mostOnline:
		c.OnlineReason = fmt.Sprintf("%d %ss: the detector follows at most %d; ask about fewer, or about longer ones", len(counts), per, mostOnline)
		return
	}
	detector := stat.Online{Hazard: 1 / float64(pers[per].steady), Shape: 1, Rate: float64(len(counts)) / float64(total)}
	runs, err := detector.Follow(counts)
	if err != nil {
		c.OnlineReason = err.Error()
		return
	}
	begins, p := stat.Began(runs)
	c.Online = breaks(whole, counts, begins)
	for i := range c.Online {
		c.Online[i].Probability = &p[i]
	}
}
