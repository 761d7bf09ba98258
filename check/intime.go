package check

import (
	"fmt"
	"strings"

	"tocsin"
	"tocsin/watch"
)

// inTime reports a claim that all of a kind fell into one time.
func (j *job) inTime() bool {
	return j.k.Form == tocsin.FormShare && opOf(j.k) == "=" && j.k.Value != nil && *j.k.Value == 100 && len(j.k.Places) == 0 && j.k.Than == nil && j.ofYear()
}

// allInTime judges it: one row of the longer time outside refutes it. That there is none
// outside is told of a group that the file follows.
func (j *job) allInTime(s scope) answer {
	w := j.window()
	span, ok := parseWindow(j.k.Window.Anchor.Text)
	if !ok || w.From.IsZero() {
		return cannot("give both times", "the claim does not say when", j.c.events.sets...)
	}
	span = watch.Window{From: max(span.From, j.c.events.from), Until: min(span.Until, j.lastDay(s.iso))}
	if why := j.c.events.outsideData(w); why != "" {
		return cannot(later, why, j.c.events.sets...)
	}
	late := span.Until > j.c.events.to.AddDays(lagDays) && !j.nearEnd(span.From, span.Until)
	span.Until = min(span.Until, j.c.events.to)
	rows := j.c.events.table.Select(s.filter(s.all, span))
	var in, outside []int
	for _, row := range rows {
		if ev := j.c.events.table.Event(row); ev.From >= w.From && ev.From <= w.Until {
			in = append(in, row)
		} else {
			outside = append(outside, row)
		}
	}
	if len(rows) == 0 {
		return cannot("import data that covers it with --events FILE", "the data has no rows of "+j.who(s, s.all, "events")+", "+days(span), j.c.events.sets...)
	}
	x := round(100*float64(len(in))/float64(len(rows)), 1)
	out := answer{unit: tocsin.Percent, value: &x, data: j.c.events.sets, events: j.c.events.ids(append(outside, in...)), query: j.scopeQuery("tempo", s, s.all, span)}
	out.sentence = fmt.Sprintf("In this data %d of %d %s, %s, are of %s, and %d of other days", len(in), len(rows), j.who(s, s.all, "events"), days(span), days(w), len(outside))
	single := contains(" "+strings.ToLower(j.s.Quote), []string{" only ", " sole "}) && !strings.Contains(strings.ToLower(j.s.Quote), "attacks")
	ever := s
	ever.iso, ever.countries, ever.among = "", nil, nil
	switch {
	case len(outside) > 0:
		out.verdict = tocsin.DoesNotHold
	case late:
		return cannot(later, "the data ends "+j.c.events.to.String()+" and cannot show that none came later", j.c.events.sets...)
	case single && len(in) > 1:
		out.verdict, out.turnsOn = tocsin.Partly, "whether its rows are one event"
	case len(rows) < leastAll && len(j.c.events.table.Select(ever.filter(s.all, watch.Window{}))) < minCovered:
		out.verdict, out.reason = tocsin.CannotBeMeasured, "the data has too few rows to speak of all; import a fuller file with --events FILE"
	default:
		out.verdict = tocsin.Holds
	}
	return j.composedAnswer(out, s, span, region{})
}

// A text may be later than the end of the data by a yearly release's delay, where that is a
// small part of the time it speaks of.
const (
	longLag  = 125 // days
	lagShare = 12  // one in so many
)

// nearEnd reports that what a text says of a time until its own day may be judged on data that
// ends a little earlier.
func (j *job) nearEnd(from, until tocsin.Date) bool {
	tail := int(until - j.c.events.to)
	return !from.IsZero() && tail > 0 && tail <= longLag && tail*lagShare <= int(until-from)
}

// endsFirst is what a sentence says first where the claim's time goes on after the data.
func (e *eventData) endsFirst() string {
	return "This data ends " + e.to.String() + ", before the claim's time does. "
}
