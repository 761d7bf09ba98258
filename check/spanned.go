package check

import (
	"fmt"
	"slices"
	"strings"

	"tocsin"
	"tocsin/watch"
)

// betweenTwo reports a claim about the time between the two events with most dead.
func (j *job) betweenTwo() bool {
	return j.k.Form == tocsin.FormDuration && j.k.Of != nil && j.k.Of.Measure == "deaths in one event"
}

// spanned judges how long a group's campaign went on: from its first row to its last.
func (j *job) spanned(s scope) answer {
	one, err := tocsin.Quantity{Value: 1, Unit: j.k.Unit}.To(tocsin.Days)
	if err != nil || j.k.Value == nil || len(s.all.sides) == 0 && !j.ofOneTime() {
		return cannot("give the group and the length in years or months", "the claim does not give both", j.c.events.sets...)
	}
	w := watch.Window{Until: min(j.lastDay(s.iso), j.c.events.to)}
	least := minCovered
	if j.ofOneTime() {
		w.From, w.Until, least = j.k.Window.From, min(w.Until, j.k.Window.To), leastAll
	}
	rows := j.c.events.table.Select(s.filter(s.all, w))
	if len(rows) < least {
		return cannot("import a fuller file with --events FILE", "the data has too few rows of "+j.who(s, s.all, "events"), j.c.events.sets...)
	}
	var first, last tocsin.Date
	for _, row := range rows {
		ev := j.c.events.table.Event(row)
		if first.IsZero() || ev.From < first {
			first = ev.From
		}
		last = max(last, ev.From, ev.To)
	}
	if j.ofOneTime() {
		last = min(last, w.Until).AddDays(1)
	}
	x := round(float64(last-first)/one.Value, 1)
	out := answer{unit: j.k.Unit, value: &x, data: j.c.events.sets, events: j.c.events.ids(rows), query: j.scopeQuery("tempo", s, s.all, w)}
	out.sentence = fmt.Sprintf("In this data the first of the %s is of %s and the last of %s, %s %s later", j.who(s, s.all, "events"), first, last, number(x), j.k.Unit)
	out.verdict = lengthVerdict(opOf(j.k), x, *j.k.Value)
	if op := opOf(j.k); j.k.Window.Anchor.Text == campaignOf && (op == "=" || op == "~") {
		out.verdict = near(abs(x-*j.k.Value), max(0.15**j.k.Value, 0.35), 0.3**j.k.Value, 0)
	}
	if first < j.c.events.from.AddMonths(12) && out.verdict != tocsin.Holds {
		return cannot("import data that reaches further back with --events FILE", "the data begins "+j.c.events.from.String()+", and so does what it has of them", j.c.events.sets...)
	}
	if out.verdict == tocsin.Holds && j.k.Window.Anchor.Text == campaignOf {
		if n := j.besideCampaign(s); n > 0 {
			out.verdict, out.turnsOn = tocsin.Partly, "the fighting right before and after"
			if n >= leastAll {
				out.verdict, out.turnsOn = tocsin.DoesNotHold, ""
			}
		}
	}
	if began := j.k.Window.From; !began.IsZero() && !j.ofOneTime() && out.verdict == tocsin.Holds && abs(float64(first-began)) > 92 {
		out.verdict, out.turnsOn = tocsin.Partly, "when it began"
	}
	return j.composedAnswer(out, s, w, region{})
}

// campaignOf is the anchor of a length from the first to the last event of a campaign that the
// claim dates.
const campaignOf = "the first event of that campaign"

// besideCampaign counts the rows of the half-years before and after a campaign's time: where there
// are some, it had not begun or ended then.
func (j *job) besideCampaign(s scope) int {
	w := j.k.Window
	before := j.c.events.table.Select(s.filter(s.all, watch.Window{From: w.From.AddMonths(-6), Until: w.From.AddDays(-1)}))
	after := j.c.events.table.Select(s.filter(s.all, watch.Window{From: w.To.AddDays(1), Until: min(w.To.AddMonths(6), j.c.events.to)}))
	return len(before) + len(after)
}

// ofOneTime reports a length from the first to the last event of a time that the claim names.
func (j *job) ofOneTime() bool {
	w := j.k.Window
	return w != nil && w.Anchor != nil && (w.Anchor.Text == "the first event of that time" || w.Anchor.Text == campaignOf) && !w.From.IsZero() && !w.To.IsZero()
}

// twoDeadliest judges how long lay between the two events with most dead.
func (j *job) twoDeadliest(s scope) answer {
	one, err := tocsin.Quantity{Value: 1, Unit: j.k.Unit}.To(tocsin.Days)
	if err != nil || j.k.Value == nil || s.iso == "" && len(s.all.sides) == 0 {
		return cannot("name the country or the group, and give the length", "the claim does not give both", j.c.events.sets...)
	}
	w := watch.Window{From: j.k.Window.From, Until: min(firstDate(j.k.Window.To, j.lastDay(s.iso)), j.lastDay(s.iso), j.c.events.to)}
	rows := slices.Clone(j.c.events.table.Select(s.filter(s.all, w)))
	if len(rows) < leastAll {
		return cannot("import a fuller file with --events FILE", "the data has too few rows of "+j.who(s, s.all, "events")+", "+days(w), j.c.events.sets...)
	}
	dead := func(row int) float64 { ev := j.c.events.table.Event(row); return count(ev.Best, ev.Low) }
	slices.SortStableFunc(rows, func(a, b int) int { return int(dead(b) - dead(a)) })
	a, b := j.c.events.table.Event(rows[0]), j.c.events.table.Event(rows[1])
	x := round(abs(float64(a.From-b.From))/one.Value, 1)
	out := answer{unit: j.k.Unit, value: &x, data: j.c.events.sets, events: j.c.events.ids(rows[:3]), query: j.scopeQuery("tempo", s, s.all, w)}
	out.sentence = fmt.Sprintf("In this data the two deadliest of the %s, %s, are of %s (%s dead) and %s (%s), %s %s apart, and the next has %s dead", j.who(s, s.all, "events"), days(w), a.From, number(dead(rows[0])), b.From, number(dead(rows[1])), number(x), j.k.Unit, number(dead(rows[2])))
	out.verdict = lengthVerdict(opOf(j.k), x, *j.k.Value)
	if opOf(j.k) == "=" || opOf(j.k) == "~" {
		out.verdict = near(abs(x-*j.k.Value), max(0.15**j.k.Value, 0.5), 0.3**j.k.Value, 0)
	}
	if dead(rows[2]) > 0.9*dead(rows[1]) && out.verdict != tocsin.CannotBeMeasured {
		out.verdict, out.turnsOn = tocsin.Partly, "which event was the second"
	}
	if t := j.k.Window.Anchor; t != nil {
		for _, span := range strings.Fields(t.Text) {
			if m, ok := parseWindow(span); ok && !(a.From >= m.From && a.From <= m.Until) && !(b.From >= m.From && b.From <= m.Until) {
				out.verdict = tocsin.DoesNotHold
			}
		}
	}
	return j.composedAnswer(out, s, w, region{})
}

// earlier reports a claim of what was in one country before a first in another.
func (j *job) earlier() bool {
	return j.k.Form == tocsin.FormCount && j.k.Than != nil && j.k.Than.Measure == "first"
}

// beforeFirst judges how much there was of a group in one country before its first row in
// another.
func (j *job) beforeFirst(s scope) answer {
	iso, ok := j.c.isoOf(j.k.Than.Country)
	if !ok || len(s.all.sides) == 0 || s.iso == "" || j.k.Value == nil {
		return cannot("name the group and both countries", "the claim does not name them", j.c.events.sets...)
	}
	there := s
	there.iso, there.countries = iso, j.c.events.country[iso]
	until := min(j.lastDay(s.iso), j.c.events.to)
	rows := j.c.events.table.Select(there.filter(s.all, watch.Window{Until: until}))
	own := j.c.events.table.Select(s.filter(s.all, watch.Window{Until: until}))
	if len(rows) == 0 || len(own) == 0 || len(rows)+len(own) < minCovered {
		return cannot("import a fuller file with --events FILE", "the data has too few rows of "+firstText(s.all.name, "the group")+" in either country", j.c.events.sets...)
	}
	first := j.c.events.table.Event(rows[0]).From
	for _, row := range rows {
		first = min(first, j.c.events.table.Event(row).From)
	}
	w := watch.Window{Until: first.AddDays(-1)}
	t := j.c.events.tally(s.filter(s.all, w))
	x, measure := float64(t.events), "events"
	if deathsMeant(j.k.Of.Measure) {
		x, measure = t.deaths.Total, "deaths"
	}
	out := answer{unit: j.k.Unit, value: &x, data: j.c.events.sets, events: j.c.events.ids(append(rows[:1:1], t.rows...)), query: j.scopeQuery("tempo", s, s.all, w)}
	out.sentence = fmt.Sprintf("In this data the first of the %s is of %s, and before it there are %s %s", j.who(there, s.all, "events"), first, number(x), j.who(s, s.all, measure))
	out.verdict = compare(opOf(j.k), x, *j.k.Value, 0)
	if out.verdict != tocsin.Holds && t.events > 0 {
		out.verdict, out.reason = tocsin.CannotBeMeasured, "the file may leave rows out"+j.partialWords()+"; import a fuller file with --events FILE"
	}
	return j.composedAnswer(out, s, w, region{})
}

// nth judges how manieth event of a town one was: by the days on which the file has rows
// there. A file of exactly placed rows leaves out those that no town is known of.
func (j *job) nth(out answer, t tally, s scope, w watch.Window, town string) answer {
	seen := map[tocsin.Date]bool{}
	for _, row := range t.rows {
		seen[j.c.events.table.Event(row).From] = true
	}
	x := float64(len(seen))
	out.value = &x
	out.sentence = fmt.Sprintf("In this data %s days of %s have events in %s", number(x), days(w), town)
	_, known := j.c.events.missing(s, w)
	switch {
	case x == *j.k.Value:
		out.verdict = tocsin.Holds
	case x > *j.k.Value || known && x > 0:
		out.verdict = tocsin.DoesNotHold
	default:
		out.verdict, out.reason = tocsin.CannotBeMeasured, "the file may leave rows out"+j.partialWords()+"; import a fuller file with --events FILE"
	}
	return j.composedAnswer(out, s, w, region{})
}
