package actor

import (
	"strconv"
	"strings"
	"time"

	"tocsin"
)

// An Interval is a span of time whose ends may be known to the day, month or
// year only. There is no interval without dates.
type Interval struct {
	FromFirst, FromLast tocsin.Date // it began within these days
	ToFirst, ToLast     tocsin.Date // it ended within these days; zero: no end is known
	Confirmed           tocsin.Date // without end: the last day for which it is confirmed
	Before              bool        // it had begun by FromLast; since when is not known
}

// State is how an interval stands on a date.
type State string

// The states.
const (
	NotYet   State = "not yet"
	Holds    State = "held"
	Possible State = "possible" // the date falls where the begin or the end is not known to the day
	Stale    State = "stale"    // no end is known, and the last confirmation is older than the date
	Ended    State = "ended"
	Undated  State = "undated" // no date was asked for
)

// On returns the state on a date, Undated for the zero date.
func (v Interval) On(at tocsin.Date) State {
	switch {
	case at.IsZero():
		return Undated
	case at < v.FromFirst && v.Before:
		return Possible
	case at < v.FromFirst:
		return NotYet
	case at < v.FromLast:
		return Possible
	case v.ToLast.IsZero() && at > v.Confirmed:
		return Stale
	case v.ToLast.IsZero() || at <= v.ToFirst:
		return Holds
	case at <= v.ToLast:
		return Possible
	}
	return Ended
}

// String writes the interval in the form the registry has it in.
func (v Interval) String() string {
	var b strings.Builder
	if v.Before {
		b.WriteByte('?')
	}
	b.WriteString(rangeText(v.FromFirst, v.FromLast))
	b.WriteString("..")
	if v.ToLast.IsZero() {
		b.WriteString("?" + rangeText(v.Confirmed, v.Confirmed))
	} else {
		b.WriteString(rangeText(v.ToFirst, v.ToLast))
	}
	return b.String()
}

// rangeText writes a pair of days as shortly as it can be read back.
func rangeText(first, last tocsin.Date) string {
	if first == last {
		return first.String()
	}
	for _, form := range []string{first.String()[:4], first.String()[:7]} {
		if f, l, err := parseDay(form); err == nil && f == first && l == last {
			return form
		}
	}
	return first.String() + "/" + last.String()
}

// ParseInterval reads FROM..TO, as data/FORMAT.md describes it.
func ParseInterval(s string) (Interval, error) {
	const hint = "write FROM..TO with dates as 2013-09-04, 2013-09 or 2013, and ..?DATE where no end is known"
	from, to, ok := strings.Cut(s, "..")
	if !ok || from == "" || to == "" {
		return Interval{}, tocsin.Errorf(tocsin.Invalid, hint, "not an interval: %q", s)
	}
	var v Interval
	var err error
	from, v.Before = strings.CutPrefix(from, "?")
	if v.FromFirst, v.FromLast, err = parseRange(from); err != nil {
		return Interval{}, err
	}
	open, isOpen := strings.CutPrefix(to, "?")
	first, last, err := parseRange(open)
	if err != nil {
		return Interval{}, err
	}
	if isOpen {
		v.Confirmed = last
	} else {
		v.ToFirst, v.ToLast = first, last
	}
	if last < v.FromLast {
		return Interval{}, tocsin.Errorf(tocsin.Invalid, "put the earlier date first", "%q ends before it begins", s)
	}
	return v, nil
}

// parseRange reads one date, or two with a slash between them.
func parseRange(s string) (first, last tocsin.Date, err error) {
	a, b, two := strings.Cut(s, "/")
	first, last, err = parseDay(a)
	if err != nil || !two {
		return first, last, err
	}
	_, last, err = parseDay(b)
	if err == nil && last < first {
		err = tocsin.Errorf(tocsin.Invalid, "put the earlier date first", "%q runs backwards", s)
	}
	return first, last, err
}

// parseDay reads a day, month or year and returns its first and last day.
func parseDay(s string) (first, last tocsin.Date, err error) {
	bad := tocsin.Errorf(tocsin.Invalid, "write a date as 2013-09-04, 2013-09 or 2013", "not a date: %q", s)
	switch len(s) {
	case 4:
		y, err := strconv.Atoi(s)
		if err != nil || y < 1000 {
			return 0, 0, bad
		}
		first, _ = tocsin.MakeDate(y, 1, 1)
		last, _ = tocsin.MakeDate(y, 12, 31)
		return first, last, nil
	case 7:
		t, err := time.Parse("2006-01", s)
		if err != nil || t.Year() < 1000 {
			return 0, 0, bad
		}
		first = tocsin.DateOf(t)
		return first, first.MonthEnd(), nil
	}
	first, err = tocsin.ParseDate(s)
	if err != nil || first.Year() < 1000 {
		return 0, 0, bad
	}
	return first, first, nil
}
