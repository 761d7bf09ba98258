package check

import (
	"strings"

	"tocsin"
	"tocsin/watch"
)

// window is the claim's window as days; open ends are zero.
func (j *job) window() watch.Window {
	w := j.k.Window
	if w == nil {
		return watch.Window{}
	}
	out := watch.Window{From: w.From, Until: w.To}
	if j.s.Certainty.Polarity == "is_not" && w.Open == "end" && w.Precision == "year" && !w.From.IsZero() && strings.Contains(strings.ToLower(w.Text), "since") {
		out.From = w.From.AddMonths(12) // "none since 2007" leaves 2007 itself out
	}
	switch w.Open {
	case "start":
		out.From = 0
	case "end":
		out.Until = 0
	case "both":
		return watch.Window{}
	}
	return out
}

// lastDay is the last day a claim of the report can be about: the day before the
// event the report is about, else the day before publication, else the last day
// of the data.
func (j *job) lastDay(iso string) tocsin.Date {
	if own, ok := j.ownEvent(iso); ok {
		return own.AddDays(-1)
	}
	if pub := j.s.Published; !pub.IsZero() {
		return pub.AddDays(-1)
	}
	return j.c.events.to
}

// back is the window of n months that ends on the last day, which counts.
func back(last tocsin.Date, n int) watch.Window {
	return watch.Window{From: last.AddDays(1).AddMonths(-n), Until: last}
}

// before is the window of the same length directly before w: as many months where
// w runs over whole months, else as many days.
func before(w watch.Window) watch.Window {
	if n, ok := months(w); ok {
		return watch.Window{From: w.From.AddMonths(-n), Until: w.From.AddDays(-1)}
	}
	return watch.Window{From: w.From.AddDays(-int(w.Until-w.From) - 1), Until: w.From.AddDays(-1)}
}

// yearBefore is the same days a year earlier.
func yearBefore(w watch.Window) watch.Window {
	return watch.Window{From: w.From.AddMonths(-12), Until: w.Until.AddDays(1).AddMonths(-12).AddDays(-1)}
}

// months counts the months of a window that begins and ends on the same day of
// the month.
func months(w watch.Window) (n int, ok bool) {
	if w.From.IsZero() || w.Until.IsZero() {
		return 0, false
	}
	y1, m1, d1 := w.From.Parts()
	y2, m2, d2 := w.Until.AddDays(1).Parts()
	n = (y2-y1)*12 + m2 - m1
	return n, d1 == d2 && n > 0
}

// outsideData says why the data cannot answer for a window: "" where it covers it.
func (e *eventData) outsideData(w watch.Window) string {
	switch {
	case !w.From.IsZero() && w.From > e.to:
		return "the data ends " + e.to.String() + ", before the claim's time"
	case !w.Until.IsZero() && w.Until > e.to:
		return "the data ends " + e.to.String() + ", within the claim's time"
	case !w.Until.IsZero() && w.Until < e.from:
		return "the data begins " + e.from.String() + ", after the claim's time"
	case !w.From.IsZero() && w.From < e.from:
		return "the data begins " + e.from.String() + ", within the claim's time"
	}
	return ""
}

const later = "import a release that covers it with --events FILE"
