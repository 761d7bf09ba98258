package check

import (
	"fmt"

	"tocsin"
	"tocsin/gazetteer"
	"tocsin/geo"
	"tocsin/watch"
)

// placeErrorKM is how far a row's point may lie from the truth where the file
// does not say, or says where_prec 2.
const placeErrorKM = watch.DefaultPlaceErrorKM

// spot is the town that the claim counts at, if it names one finer than a country.
func (j *job) spot() (tocsin.Place, bool) {
	for _, p := range j.k.Places {
		if _, whole := j.c.placeCountry(p); whole {
			continue
		}
		return p, true
	}
	return tocsin.Place{}, false
}

// undated refuses a claim that there was an attack at a place where it gives no time
// and the data has some: of all the years one would always bear it out.
func (j *job) undated(s scope, p tocsin.Place) (answer, bool) {
	w := j.window()
	if !w.From.IsZero() || !w.Until.IsZero() {
		return answer{}, false
	}
	towns := j.candidates(p)
	if len(towns) == 0 || isArea(towns[0]) {
		return answer{}, false // that is said first
	}
	all, _, _ := j.countWindow(s.iso)
	pt := towns[0].Point()
	f := j.countFilter(s, all)
	f.Near, f.WithinKM = &pt, placeErrorKM
	if len(j.c.events.table.Select(f)) == 0 {
		return answer{}, false // then the nearest rows say more
	}
	return cannot("give the day, month or year", "no date: the text does not say when, and the data holds all the years since "+j.c.events.from.String(), j.c.events.sets...), true
}

// countAt judges events at a town: rows within the place error speak for it. None
// there refutes nothing, since the data lists deadly events alone and this file
// may leave rows out.
func (j *job) countAt(s scope, p tocsin.Place) answer {
	towns := j.townsOf(s, p)
	if len(towns) == 0 && p.Precision != "region" {
		return j.notFound(p)
	}
	if len(towns) == 0 {
		return cannot("name a town or the whole country", "the data does not say in which part of a country an event was: "+p.Text, j.c.events.sets...)
	}
	town := towns[0]
	if isArea(town) {
		return cannot("name a town or the country", "the data does not say in which province an event was: "+p.Text, j.c.events.sets...)
	}
	w, _, why := j.countWindow(s.iso)
	if why != "" {
		return cannot(later, why, j.c.events.sets...)
	}
	if s.iso == "" && town.Country != "" {
		s.iso = town.Country
	}
	if km, ok := radiusKM(p); ok {
		return j.countAround(s, town, w, km)
	}
	return j.countNear(s, town, w)
}

// countNear counts the rows within the place error of a town.
func (j *job) countNear(s scope, town gazetteer.Place, w watch.Window) answer {
	pt := town.Point()
	f := j.countFilter(s, w)
	f.Near, f.WithinKM = &pt, placeErrorKM
	t, when := j.c.events.tally(f), days(w)
	if j.single() && t.events > 0 {
		t = j.c.events.deadliestDay(t)
		when += ", on the deadliest day"
	}
	out := answer{unit: tocsin.Events, data: append(append([]tocsin.Dataset{}, j.c.events.sets...), j.placeData()...), events: j.c.events.ids(t.rows)}
	out.query = append(j.scopeQuery("reach", s, s.all, w), "--near", town.Name)
	value, measure := float64(t.events), "events"
	if deathsMeant(j.k.Of.Measure) {
		value, measure, out.unit = t.deaths.Total, "deaths", tocsin.Deaths
	}
	claimed := 1.0
	if j.k.Value != nil {
		claimed = *j.k.Value
	}
	op := opOf(j.k)
	if k := j.k.Window; k != nil && k.Anchor != nil && k.Anchor.Rel == "until" && op == "=" {
		return j.nth(out, t, s, w, town.Name)
	}
	most, short := j.fallsShort(s, w)
	if short && value <= claimed || j.beyondOne(s, w, value, claimed) && op != "<" && op != "<=" {
		out.verdict, out.value = tocsin.DoesNotHold, &value
		if out.sentence = fmt.Sprintf("In this data there are %s %s within %s km of %s, %s, and not so many in all its country about then, with those that the file leaves out: %s does not hold.", number(value), j.who(s, s.all, measure), number(placeErrorKM), town.Name, when, quoted(j.k.Text)); !short {
			return out
		}
		out.sentence = fmt.Sprintf("In this data there are %s %s within %s km of %s, %s, and in all its country %s deaths at most, with those that the file leaves out: %s does not hold.", number(value), j.who(s, s.all, measure), number(placeErrorKM), town.Name, when, number(round(most, 0)), quoted(j.k.Text))
		return out
	}
	if t.events == 0 {
		near := j.nearest(s, w, town)
		out.verdict, out.events = tocsin.CannotBeMeasured, near.ids
		out.reason = "no row lies within " + number(placeErrorKM) + " km of " + town.Name + near.words +
			", and the data lists deadly events alone" + j.partialWords() + "; import a fuller file with --events FILE, or name a wider place"
		out.sentence = fmt.Sprintf("In this data no event involving %s lies within %s km of %s%s: %s cannot be measured.", firstText(s.all.name, "anyone"), number(placeErrorKM), town.Name, near.words, quoted(j.k.Text))
		out.value, out.unit = near.km, tocsin.Kilometres
		return out
	}
	out.value = &value
	out.verdict = compare(op, value, claimed, 0)
	if out.verdict != tocsin.Holds || op == "<" || op == "<=" {
		out.verdict = tocsin.CannotBeMeasured
		out.reason = "rows may lie " + number(placeErrorKM) + " km from the truth" + j.partialWords() + ", so that a number at one town is not exact; reword it as a lower bound"
	}
	out.alternatives = []tocsin.Variation{{Actors: s.all.actors(), Window: days(w), Filter: measure + " within 25 km of " + label(town), Value: &value, Verdict: out.verdict}}
	out.sentence = fmt.Sprintf("In this data there are %s %s within %s km of %s, %s: %s %s.", number(value), j.who(s, s.all, measure), number(placeErrorKM), town.Name, when, quoted(j.k.Text), verdictWords(out.verdict, ""))
	return out
}

// fallsShort reports a claim of more deaths at a town than its whole country can have had.
func (j *job) fallsShort(s scope, w watch.Window) (most float64, ok bool) {
	if !j.lowerBound() || !deathsMeant(j.k.Of.Measure) || s.iso == "" || length(w) < 28 || j.k.Value == nil {
		return 0, false
	}
	whole := scope{iso: s.iso, countries: j.c.events.country[s.iso]}
	t := j.c.events.tally(whole.filter(party{}, w))
	lacks, known := j.c.events.missing(whole, w)
	most = t.deaths.Total + max(lacks, 0)
	return most, known && !j.c.events.complete && *j.k.Value > most
}

func (j *job) partialWords() string {
	if j.c.events.complete {
		return ""
	}
	return ", not all of which this file holds"
}

// nearRows are the rows nearest to a town, in words.
type nearRows struct {
	words string
	km    *float64
	ids   []string
}

func (j *job) nearest(s scope, w watch.Window, town gazetteer.Place) nearRows {
	s.countries = j.c.events.country[town.Country]
	rows := j.c.events.table.Select(s.filter(s.all, w))
	type hit struct {
		km float64
		ev tocsin.DataEvent
	}
	var best [2]*hit
	for _, i := range rows {
		ev := j.c.events.table.Event(i)
		if !ev.HasPoint {
			continue
		}
		h := &hit{geo.DistanceKM(town.Point(), geo.Point{Lat: ev.Lat, Lon: ev.Lon}), ev}
		switch {
		case best[0] == nil || h.km < best[0].km:
			best[0], best[1] = h, best[0]
		case best[1] == nil || h.km < best[1].km:
			best[1] = h
		}
	}
	var out nearRows
	for n, h := range best {
		if h == nil {
			break
		}
		out.ids = append(out.ids, h.ev.ID)
		if n == 0 {
			out.km = tocsin.Number(round(h.km, 1))
			out.words = fmt.Sprintf(" (the nearest: %.1f km off on %s", h.km, h.ev.From)
			continue
		}
		out.words += fmt.Sprintf(", %.1f km on %s", h.km, h.ev.From)
	}
	if out.words != "" {
		out.words += ")"
	}
	return out
}
