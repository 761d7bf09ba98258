package actor

import "tocsin"

// An Interval is a span of time whose ends may be known to the day, month or
// year only. There is no interval without dates.
type Interval struct {
	FromFirst, FromLast tocsin.Date // it began within these days
	ToFirst, ToLast     tocsin.Date // it ended within these days; zero: no end is known
	Confirmed           tocsin.Date // without end: the last day for which it is confirmed
	Before              bool        // it had begun by FromFirst; since when is not known
}

// State is how an interval stands on a date.
type State string

// The states.
const (
	NotYet   State = "not yet"
	Holds    State = "held"
	Possible State = "possible" // the date falls where the begin or end is not known to the day
	Stale    State = "stale"    // no end is known, and the last confirmation is older
	Ended    State = "ended"
	Undated  State = "undated" // no date was asked for
)
