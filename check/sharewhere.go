package check

import (
	"fmt"
	"slices"
	"strings"

	"tocsin"
)

// shareWhere reports a claim of which share of all violence lay in a part of the country.
func (j *job) shareWhere() bool {
	return j.k.Form == tocsin.FormShare && j.k.Than == nil && j.k.Value != nil && len(j.k.Places) == 1 && !j.throughout() &&
		j.k.Places[0].Relation != "" && !strings.HasPrefix(j.k.Places[0].Relation, "within ") && !j.ofYear()
}

// partInRegion judges it: rows that the error of their place leaves open count once as
// inside and once as outside.
func (j *job) partInRegion(s scope) answer {
	r, bad := j.regionOf(&s)
	if bad != nil {
		return *bad
	}
	w, _, why := j.countWindow(s.iso)
	if why != "" || w.Until > j.c.events.to {
		return cannot(later, firstText(why, j.c.events.outsideData(w)), j.c.events.sets...)
	}
	t := j.sortRows(s, w, r)
	rows := slices.Concat(t.in, t.open, t.out)
	if len(rows) < leastAll {
		return cannot("import data that covers it with --events FILE", "the data has too few rows of "+j.who(s, s.all, "events")+", "+days(w), j.c.events.sets...)
	}
	out := answer{unit: tocsin.Percent, data: j.c.events.sets, events: j.c.events.ids(rows), query: j.scopeQuery("reach", s, s.all, w)}
	var differs []string
	line := ""
	for _, m := range j.measures() {
		in, open, all := j.sizeOf(t.in, m), j.sizeOf(t.open, m), j.sizeOf(rows, m)
		if all == 0 {
			continue
		}
		value, most := 100*in/all, 100*(in+open)/all
		v := compare(opOf(j.k), value, *j.k.Value, shareSlack)
		if compare(opOf(j.k), most, *j.k.Value, shareSlack) != v {
			v = tocsin.Partly
		}
		out.alternatives = append(out.alternatives, tocsin.Variation{Actors: s.all.actors(), Window: days(w), Filter: m, Value: tocsin.Number(round(value, 1)), Low: tocsin.Number(round(value, 1)), High: tocsin.Number(round(most, 1)), Verdict: v})
		differs = append(differs, "whether one counts events or deaths")
		line += fmt.Sprintf("; %s of %s %s (and %s near the border)", number(in), number(all), j.who(s, s.all, m), number(open))
	}
	if len(out.alternatives) == 0 {
		return cannot("reword it to events", "the data has no deaths of "+j.who(s, s.all, "events")+", "+days(w), j.c.events.sets...)
	}
	out.verdict, out.turnsOn = combine(out.alternatives, differs)
	out.value = out.alternatives[0].Value
	out.sentence = fmt.Sprintf("In this data, %s lie %s, %s", line[2:], r.name, days(w))
	return j.judged(out)
}

// sizeOf is how many rows there are, or their dead.
func (j *job) sizeOf(rows []int, measure string) float64 {
	if measure != "deaths" {
		return float64(len(rows))
	}
	dead := 0.0
	for _, row := range rows {
		ev := j.c.events.table.Event(row)
		dead += count(ev.Best, ev.Low)
	}
	return dead
}

// judged ends an answer that has its readings.
func (j *job) judged(out answer) answer {
	out.data = append(slices.Clone(out.data), j.placeData()...)
	out.sentence += ": " + quoted(j.k.Text) + " " + verdictWords(out.verdict, out.turnsOn) + "."
	return out
}
