package check

import (
	"fmt"

	"tocsin"
	"tocsin/watch"
)

// rank judges "the deadliest year", "the deadliest month since 2010": the claim's
// time against every other one as long that its anchor admits, in the same country
// and for the same actor; and "the deadliest country": a country against all others.
func (j *job) rank() answer {
	if j.k.Than != nil {
		return j.rankCountry()
	}
	switch {
	case j.k.Unit == tocsin.Bearing:
		return j.reachExtreme()
	case j.k.Unit.Dimension() == "length":
		return j.reachNear()
	}
	s, bad := j.scope()
	if bad != nil {
		return *bad
	}
	if p, ok := j.spot(); ok {
		return cannot("name the country", "the data does not say in which province or region an event was: "+p.Text, j.c.events.sets...)
	}
	w := j.window()
	n, whole := months(w)
	if !whole || n != 12 && n != 1 || j.k.Value == nil || *j.k.Value != 1 {
		return cannot("reword it as the deadliest year or month of a country", "only the rank of a year among years and of a month among months is measured", j.c.events.sets...)
	}
	if why := j.c.events.outsideData(w); why != "" {
		return cannot(later, why, j.c.events.sets...)
	}
	if s.iso == "" && len(s.all.sides) == 0 {
		return cannot("name the country", "the claim does not say where", j.c.events.sets...)
	}
	measure := "deaths"
	if eventsMeant(j.k.Of.Measure) {
		measure = "events"
	}
	out := answer{unit: tocsin.Rank, data: j.c.events.sets, query: j.scopeQuery("tempo", s, s.all, w)}
	v, sentence, rows := j.rankOnce(s, w, n, measure)
	out.alternatives = []tocsin.Variation{v}
	out.value, out.sentence, out.verdict, out.events = v.Value, sentence, v.Verdict, rows
	if pub := j.s.Published; !pub.IsZero() && w.Until >= pub && out.verdict != tocsin.Holds {
		return cannot("ask again when it is over", "that time was not over when the claim was made", j.c.events.sets...)
	}
	if j.ranksBefore() && out.verdict != tocsin.DoesNotHold {
		return cannot("name a time within the data", "the data begins "+j.c.events.from.String()+", after the time from which the claim ranks", j.c.events.sets...)
	}
	out.sentence += ": " + quoted(j.k.Text) + " " + verdictWords(out.verdict, "") + "."
	return out
}

// ranksBefore reports a rank among times of which the first lie before the data.
func (j *job) ranksBefore() bool {
	a := j.k.Window.Anchor
	if a == nil || a.Rel != "since" {
		return false
	}
	b, ok := parseWindow(a.Text)
	return ok && b.From < j.c.events.from
}

// rankSpan is the time within which the claim ranks, cut to what was known.
func (j *job) rankSpan() watch.Window {
	w := watch.Window{From: j.c.events.from, Until: min(firstDate(j.s.Published, j.c.events.to), j.c.events.to)}
	if k := j.k.Window; k.Anchor != nil && k.Anchor.Rel == "since" {
		if b, ok := parseWindow(k.Anchor.Text); ok {
			w.From = max(w.From, b.From)
			if len(k.Anchor.Text) > len("2010-01-01") { // a span with its end
				w.Until = min(w.Until, b.Until)
			}
		}
	}
	return w
}

func (j *job) rankOnce(s scope, w watch.Window, n int, measure string) (tocsin.Variation, string, []string) {
	span := j.rankSpan()
	size := func(y watch.Window) (float64, tally) {
		t := j.c.events.tally(j.countFilter(s, y))
		if measure == "events" {
			return float64(t.events), t
		}
		return t.deaths.Total, t
	}
	own := w
	if pub := j.s.Published; !pub.IsZero() && own.Until >= pub {
		own.Until = pub.AddDays(-1) // the time so far
	}
	mine, t := size(own)
	rank, best, bestAt := 1, -1.0, w
	try := func(y watch.Window) {
		x, _ := size(y)
		if x > mine {
			rank++
		}
		if x > best {
			best, bestAt = x, y
		}
	}
	shift := func(y watch.Window, by int) watch.Window {
		return watch.Window{From: y.From.AddMonths(by), Until: y.From.AddMonths(by + n).AddDays(-1)}
	}
	for y := shift(w, -n); y.From >= span.From; y = shift(y, -n) {
		try(y)
	}
	for y := shift(w, n); y.Until <= span.Until; y = shift(y, n) {
		try(y)
	}
	v := tocsin.Variation{Actors: s.all.actors(), Window: rankWord(w, n) + ", among those from " + days(span), Filter: measure, Value: tocsin.Number(float64(rank)), Verdict: tocsin.DoesNotHold}
	switch {
	case rank == 1 && best < mine*(1-closeShare):
		v.Verdict = tocsin.Holds
	case abs(best-mine) <= closeShare*max(best, mine):
		v.Verdict = tocsin.Partly
	}
	if best < 0 {
		v.Verdict = tocsin.CannotBeMeasured
	}
	return v, fmt.Sprintf("In this data %s has %s %s and the highest other, %s, has %s", rankWord(w, n), number(mine), j.who(s, s.all, measure), rankWord(bestAt, n), number(max(best, 0))), j.c.events.ids(t.rows)
}

// rankWord names a year or a month.
func rankWord(w watch.Window, months int) string {
	if months == 12 {
		return w.From.String()[:4]
	}
	return w.From.String()[:7]
}

// rankCountry judges that no country had more in the claim's time.
func (j *job) rankCountry() answer {
	s, bad := j.scope()
	if bad != nil {
		return *bad
	}
	w := j.window()
	if why := j.c.events.outsideData(w); why != "" || w.From.IsZero() || w.Until.IsZero() || s.iso == "" {
		return cannot("name a country and a time that the data covers", firstText(why, "the claim does not name both"), j.c.events.sets...)
	}
	measure := "deaths"
	if eventsMeant(j.k.Of.Measure) {
		measure = "events"
	}
	size := func(iso string) (float64, tally) {
		c := s
		c.iso, c.countries = iso, j.c.events.country[iso]
		t := j.c.events.tally(j.countFilter(c, w))
		if measure == "events" {
			return float64(t.events), t
		}
		return t.deaths.Total, t
	}
	mine, t := size(s.iso)
	rank, best, bestAt := 1, -1.0, ""
	for iso := range j.c.events.country {
		if iso == s.iso {
			continue
		}
		x, _ := size(iso)
		if x > mine {
			rank++
		}
		if x > best || x == best && iso < bestAt {
			best, bestAt = x, iso
		}
	}
	out := answer{unit: tocsin.Rank, data: j.c.events.sets, value: tocsin.Number(float64(rank)), events: j.c.events.ids(t.rows), verdict: tocsin.DoesNotHold, query: j.scopeQuery("tempo", s, s.all, w)}
	switch {
	case rank == 1 && best < mine*(1-closeShare):
		out.verdict = tocsin.Holds
	case abs(best-mine) <= closeShare*max(best, mine):
		out.verdict = tocsin.Partly
	}
	out.alternatives = []tocsin.Variation{{Actors: s.all.actors(), Window: days(w), Filter: measure + ", all countries", Value: out.value, Verdict: out.verdict}}
	out.sentence = fmt.Sprintf("In this data there are %s %s, %s, and the most elsewhere, in %s, are %s: %s %s.", number(mine), j.who(s, s.all, measure), days(w),
		j.c.countryName(bestAt), number(best), quoted(j.k.Text), verdictWords(out.verdict, ""))
	return out
}
