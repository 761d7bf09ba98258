package check

import (
	"fmt"
	"maps"
	"slices"

	"tocsin"
	"tocsin/watch"
)

// rank judges "the deadliest year", "the deadliest month since 2010": the claim's
// time against every other one as long that its anchor admits, in the same country
// and for the same actor; and "the deadliest country": a country against all others.
func (j *job) rank() answer {
	if j.k.Than != nil && j.k.Than.Country != "" && len(j.among()) > 0 {
		return j.rankCountry()
	}
	if j.k.Than != nil && j.k.Than.Country != "" {
		return j.rankUnit()
	}
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
	if !whole || n != 12 && n != 1 || j.k.Value == nil || *j.k.Value == 0 {
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
	j.rankAll(&out, s, w, n, measure)
	if out.verdict == tocsin.CannotBeMeasured {
		out.reason = "there is no other such time in the data to compare with; name a longer time"
	}
	if pub := j.s.Published; !pub.IsZero() && w.Until >= pub && out.verdict != tocsin.Holds {
		return cannot("ask again when it is over", "that time was not over when the claim was made", j.c.events.sets...)
	}
	if j.ranksBefore() && out.verdict != tocsin.DoesNotHold {
		return cannot("name a time within the data", "the data begins "+j.c.events.from.String()+", after the time from which the claim ranks", j.c.events.sets...)
	}
	out.sentence += ": " + quoted(j.k.Text) + " " + verdictWords(out.verdict, out.turnsOn) + "."
	return out
}

// rankAll ranks in every fair reading.
func (j *job) rankAll(out *answer, s scope, w watch.Window, n int, measure string) {
	readings := j.rankReadings(w)
	if j.k.Of.Measure == "" { // the calmest year: by attacks or by dead
		readings = append(readings, rankReading{readings[0].span, "whether one counts events or deaths"})
	}
	var differs []string
	for i, r := range readings {
		by := measure
		if i > 0 && j.k.Of.Measure == "" && i == len(readings)-1 {
			by = "events"
		}
		v, sentence, rows := j.rankOnce(s, w, r.span, n, by)
		out.alternatives, differs = append(out.alternatives, v), append(differs, r.differs)
		if i == 0 {
			out.value, out.sentence, out.events = v.Value, sentence, rows
		}
	}
	out.verdict, out.turnsOn = combine(out.alternatives, differs)
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
	if k := j.k.Window; k.Anchor != nil && k.Anchor.Rel == "until" {
		if b, ok := parseWindow(k.Anchor.Text); ok {
			w.Until = min(w.Until, b.Until)
		}
	}
	return w
}

func (j *job) rankOnce(s scope, w, span watch.Window, n int, measure string) (tocsin.Variation, string, []string) {
	own := w
	if pub := j.s.Published; !pub.IsZero() && own.Until >= pub {
		own.Until = pub.AddDays(-1) // the time so far
	}
	t := j.c.events.tally(j.countFilter(s, own))
	r := ranking{mine: t.size(measure), place: *j.k.Value, best: -1, bestAt: w}
	try := func(y watch.Window) { r.try(j.c.events.tally(j.countFilter(s, y)).size(measure), y) }
	shift := func(y watch.Window, by int) watch.Window {
		return watch.Window{From: y.From.AddMonths(by), Until: y.From.AddMonths(by + n).AddDays(-1)}
	}
	for y := shift(w, -n); y.From >= span.From; y = shift(y, -n) {
		try(y)
	}
	for y := shift(w, n); y.Until <= span.Until; y = shift(y, n) {
		try(y)
	}
	v := tocsin.Variation{Actors: s.all.actors(), Window: rankWord(w, n) + ", among those from " + days(span), Filter: measure, Value: tocsin.Number(float64(r.rank())), Verdict: r.verdict()}
	side := "highest"
	if r.place < 0 {
		side = "lowest"
	}
	return v, fmt.Sprintf("In this data %s has %s %s and the %s other, %s, has %s", rankWord(w, n), number(r.mine), j.who(s, s.all, measure), side, rankWord(r.bestAt, n), number(max(r.best, 0))), j.c.events.ids(t.rows)
}

// rankWord names a year or a month.
func rankWord(w watch.Window, months int) string {
	if months == 12 {
		return w.From.String()[:4]
	}
	return w.From.String()[:7]
}

// among are the countries of the part of the world within which the claim ranks, nil for a
// country or for the whole world.
func (j *job) among() []string {
	if j.k.Than == nil {
		return nil
	}
	names := []string{j.k.Than.Country}
	if names[0] == "Africa" || names[0] == "Sub-Saharan Africa" {
		names = []string{"West Africa", "Central Africa", "East Africa", "Horn of Africa", "Southern Africa"}
		if j.k.Than.Country == "Africa" {
			names = append(names, "North Africa")
		}
	}
	var out []string
	for _, name := range names {
		if r, ok := j.c.o.Gazetteer.RegionNamed(name); ok && len(r.Countries) > 1 {
			out = append(out, r.Countries...)
		}
	}
	return out
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
	r := ranking{mine: mine, place: 1, best: -1}
	if j.k.Value != nil && *j.k.Value > 1 {
		r.place = *j.k.Value
	}
	bestAt, within := "", j.among()
	if len(within) > 0 && !slices.Contains(within, s.iso) {
		return cannot("name a country of "+j.k.Than.Country, j.c.countryName(s.iso)+" is not known to be one of its countries", j.c.events.sets...)
	}
	for _, iso := range slices.Sorted(maps.Keys(j.c.events.country)) {
		if iso == s.iso || len(within) > 0 && !slices.Contains(within, iso) {
			continue
		}
		x, _ := size(iso)
		if x > r.best {
			bestAt = iso
		}
		r.try(x, w)
	}
	best := r.best
	out := answer{unit: tocsin.Rank, data: j.c.events.sets, value: tocsin.Number(float64(r.rank())), events: j.c.events.ids(t.rows), verdict: r.verdict(), query: j.scopeQuery("tempo", s, s.all, w)}
	out.alternatives = []tocsin.Variation{{Actors: s.all.actors(), Window: days(w), Filter: measure + ", all countries", Value: out.value, Verdict: out.verdict}}
	out.sentence = fmt.Sprintf("In this data there are %s %s, %s, and the most elsewhere, in %s, are %s: %s %s.", number(mine), j.who(s, s.all, measure), days(w),
		j.c.countryName(bestAt), number(best), quoted(j.k.Text), verdictWords(out.verdict, ""))
	return out
}
