package check

import (
	"fmt"
	"strings"

	"tocsin"
)

// ofPeak reports a share that one day or one event has of all deaths of its time.
func (j *job) ofPeak() bool {
	return j.k.Form == tocsin.FormShare && j.k.Of != nil && strings.HasPrefix(j.k.Of.Measure, "deaths in one ")
}

// peakShare judges "half the people killed in October died on a single day": as other shares by the
// file, unless what it leaves out is more than half as much as it has. What it leaves out may lie on that day or
// on others, and an attack is a row at least and its day at most: the bounds are told.
func (j *job) peakShare() answer {
	s, bad := j.scope()
	if bad != nil {
		return *bad
	}
	w := j.window()
	if why := j.c.events.outsideData(w); why != "" || w.From.IsZero() || w.Until.IsZero() || s.iso == "" || j.k.Value == nil {
		return cannot("name a country and a time that the data covers", firstText(why, "the claim does not name both"), j.c.events.sets...)
	}
	s = s.whole(false) // of all the deaths, whatever the day is called
	t := j.c.events.tally(s.filter(s.all, w))
	lacks, known := j.c.events.missing(s, w)
	if t.deaths.Total == 0 || !known && !j.c.events.complete {
		return cannot("import a release that has every event with --events FILE", "the file leaves rows out, and how many deaths they have is not known", j.c.events.sets...)
	}
	day := j.c.events.deadliestDay(t)
	least, most := day.deaths.Total, day.deaths.Total
	if j.k.Of.Measure != "deaths in one day" {
		least = 0
		for _, i := range day.rows {
			ev := j.c.events.table.Event(i)
			least = max(least, count(ev.Best, ev.Low))
		}
	}
	total := t.deaths.Total
	low, high := 100*least/(total+lacks), 100*(most+lacks)/(total+lacks)
	mid := 100 * most / total
	out := answer{unit: tocsin.Percent, data: j.c.events.sets, events: j.c.events.ids(day.rows), query: j.scopeQuery("tempo", s, s.all, w), value: tocsin.Number(round(mid, 1))}
	op := opOf(j.k)
	if op == "=" {
		op = "~" // half of them
	}
	if out.verdict = compare(op, mid, *j.k.Value, shareSlack); lacks > total/2 {
		out.verdict = tocsin.CannotBeMeasured
		out.reason = fmt.Sprintf("with what the file leaves out the share is %s to %s %%", number(round(low, 1)), number(round(high, 1)))
		return out
	}
	out.alternatives = []tocsin.Variation{{Window: days(w), Filter: "deaths of the deadliest day", Value: out.value, Low: tocsin.Number(round(low, 1)), High: tocsin.Number(round(high, 1)), Verdict: out.verdict}}
	first := j.c.events.table.Event(day.rows[0])
	out.sentence = fmt.Sprintf("In this data %s of %s in %s, %s, are of %s, %s %% (%s to %s with what the file leaves out): %s %s.", number(most), plural(total, "death", "deaths"), j.c.countryName(s.iso), days(w), first.From, number(round(mid, 1)), number(round(low, 1)), number(round(high, 1)), quoted(j.k.Text), verdictWords(out.verdict, ""))
	return out
}

// shared judges a share of whatever kind.
func (j *job) shared() answer {
	if j.ofPeak() {
		return j.peakShare()
	}
	return j.share()
}
