package check

import (
	"fmt"

	"tocsin"
	"tocsin/watch"
)

// topDay judges which day was the deadliest of a time: the dead of all rows of the day, by
// their first day, against those of every other.
func (j *job) topDay(s scope) answer {
	w := j.window()
	span := watch.Window{From: j.c.events.from, Until: min(j.lastDay(s.iso), j.c.events.to)}
	if a := j.k.Window.Anchor; a != nil {
		if b, ok := parseWindow(a.Text); ok {
			span = watch.Window{From: max(b.From, j.c.events.from), Until: min(b.Until, j.c.events.to)}
		}
	}
	if why := j.c.events.outsideData(w); why != "" || w.From.IsZero() || w.From != w.Until || w.From < span.From || w.From > span.Until {
		return cannot(later, firstText(why, "the day told is not one of the time told"), j.c.events.sets...)
	}
	dead := map[tocsin.Date]float64{}
	var ids []int
	for _, row := range j.c.events.table.Select(s.filter(s.all, span)) {
		ev := j.c.events.table.Event(row)
		dead[ev.From] += count(ev.Best, ev.Low)
		if ev.From == w.From {
			ids = append(ids, row)
		}
	}
	mine, above, next, nextDay := dead[w.From], 0.0, 0.0, tocsin.Date(0)
	for day, x := range dead {
		if day == w.From {
			continue
		}
		if x > mine {
			above++
		}
		if x > next || x == next && day < nextDay {
			next, nextDay = x, day
		}
	}
	if len(dead) == 0 {
		return cannot("import a fuller file with --events FILE", "the data has no row of "+j.who(s, s.all, "events")+", "+days(span), j.c.events.sets...)
	}
	out := answer{unit: tocsin.Rank, value: tocsin.Number(above + 1), data: j.c.events.sets, events: j.c.events.ids(ids), query: j.scopeQuery("tempo", s, s.all, span)}
	out.sentence = fmt.Sprintf("In this data %s has %s dead in %s", w.From, number(mine), j.who(s, s.all, "events"))
	if next > 0 {
		out.sentence += fmt.Sprintf(", and the deadliest other day, %s, %s, %s", days(span), nextDay, number(next))
	}
	const close = "which of two days with about as many dead is meant"
	switch claimed := *j.k.Value; {
	case claimed == 1 && (above == 0 && mine < 1.1*next || above == 1 && next < 1.1*mine):
		out.verdict, out.turnsOn = tocsin.Partly, close
	case above+1 != claimed:
		out.verdict = tocsin.DoesNotHold
	default:
		out.verdict = tocsin.Holds
	}
	return j.composedAnswer(out, s, span, region{})
}
