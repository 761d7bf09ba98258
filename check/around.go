package check

import (
	"fmt"
	"strings"

	"tocsin"
	"tocsin/gazetteer"
	"tocsin/watch"
)

// radiusKM is how far around a place the claim counts: its relation "within 50 km of".
func radiusKM(p tocsin.Place) (km float64, ok bool) { return lengthAfter(p, "within ") }

// outsideKM is how far from a place all that the claim counts lies: "outside 50 km of".
func outsideKM(p tocsin.Place) (km float64, ok bool) { return lengthAfter(p, "outside ") }

// lengthAfter is the length that a relation tells after a word.
func lengthAfter(p tocsin.Place, lead string) (km float64, ok bool) {
	var n float64
	var unit string
	words, found := strings.CutPrefix(p.Relation, lead)
	if !found {
		return 0, false
	}
	if _, err := fmt.Sscanf(words, "%g %s", &n, &unit); err != nil || n <= 0 {
		return 0, false
	}
	u, found := tocsin.ParseUnit(unit)
	if !found {
		return 0, false
	}
	q, err := tocsin.Quantity{Value: n, Unit: u}.To(tocsin.Kilometres)
	return q.Value, err == nil
}

// countAround judges a number of events or deaths within a distance of a town. Rows may
// lie some way from the truth: the number holds only if the rows inside the circle less
// that error bear it out, and fails only if those inside the circle and that error
// beyond it do not.
func (j *job) countAround(s scope, town gazetteer.Place, w watch.Window, km float64) answer {
	pt := town.Point()
	inside := func(radius float64) (float64, tally) {
		f := j.countFilter(s, w)
		f.Near, f.WithinKM = &pt, max(radius, 1)
		t := j.c.events.tally(f)
		if deathsMeant(j.k.Of.Measure) {
			return t.deaths.Total, t
		}
		return float64(t.events), t
	}
	value, t := inside(km)
	least, _ := inside(km - placeErrorKM)
	most, far := inside(km + placeErrorKM)
	measure, unit := "events", tocsin.Events
	if deathsMeant(j.k.Of.Measure) {
		measure, unit = "deaths", tocsin.Deaths
	}
	claimed := 1.0
	if j.k.Value != nil {
		claimed = *j.k.Value
	}
	j.k.Value = &claimed
	out := answer{unit: unit, value: &value, data: append(append([]tocsin.Dataset{}, j.c.events.sets...), j.placeData()...), events: j.c.events.ids(t.rows)}
	out.query = append(j.scopeQuery("reach", s, s.all, w), "--near", town.Name)
	what := fmt.Sprintf("In this data there are %s %s within %s km of %s, %s (%s to %s by how far rows may lie from the truth)", number(value), j.who(s, s.all, measure), number(round(km, 0)), town.Name, days(w), number(least), number(most))
	if t.events == 0 {
		what += j.nearest(s, w, town).words
	}
	op := opOf(j.k)
	low, high := compare(op, least, claimed, 0), compare(op, most, claimed, 0)
	if mid := compare(op, value, claimed, 0); low != high {
		low, high = mid, mid
		if strings.HasPrefix(op, ">") && mid == tocsin.DoesNotHold {
			low, high = tocsin.Partly, tocsin.Partly
		}
	}
	out.verdict = high
	note, raw := "", out.verdict
	if far.events == 0 {
		out.verdict, out.reason = tocsin.CannotBeMeasured, "no row lies within "+number(round(km+placeErrorKM, 0))+" km of "+town.Name+j.partialWords()+"; import a fuller file with --events FILE"
	} else if !j.c.events.complete {
		n := value
		if raw == tocsin.DoesNotHold && strings.HasPrefix(op, ">") {
			n = most
		}
		note = j.coverCount(&out, s, w, n, far.events)
	}
	out.alternatives = []tocsin.Variation{{Actors: s.all.actors(), Window: days(w), Filter: fmt.Sprintf("%s within %s km of %s", measure, number(round(km, 0)), label(town)), Value: &value, Low: tocsin.Number(least), High: tocsin.Number(most), Verdict: out.verdict}}
	if out.verdict == tocsin.CannotBeMeasured {
		out.sentence = what + ": " + quoted(j.k.Text) + " cannot be measured."
		return out
	}
	out.sentence = what + note + ": " + quoted(j.k.Text) + " " + verdictWords(out.verdict, "") + "."
	return out
}

// shareErrorKM is by how far the border of a circle may be off for a share: of many rows the
// errors of their places cancel.
const shareErrorKM = 10

// nearShare is by how many points a share within a circle may be off for the place error to
// matter.
const nearShare = 10

// shareAround judges the share of a group's events or deaths, or of a country's, that was
// within a distance of a town: it is partly so where it is near the
// claimed one and the place error, taken off or put on, would turn it.
func (j *job) shareAround(s scope, p tocsin.Place, km float64) answer {
	towns := j.townsOf(s, p)
	if len(towns) == 0 || isArea(towns[0]) || j.k.Value == nil || j.k.Window == nil || j.k.Than != nil {
		return cannot("name a town and a time", "the claim does not say around what and when", j.c.events.sets...)
	}
	town := towns[0]
	w, _, why := j.countWindow(s.iso)
	if why != "" || w.Until > j.c.events.to {
		return cannot(later, firstText(why, j.c.events.outsideData(w)), j.c.events.sets...)
	}
	pt := town.Point()
	all := j.c.events.tally(j.countFilter(s, w))
	out := answer{unit: tocsin.Percent, data: append(append([]tocsin.Dataset{}, j.c.events.sets...), j.placeData()...), query: append(j.scopeQuery("reach", s, s.all, w), "--near", town.Name)}
	var differs []string
	line := ""
	for _, m := range j.measures() {
		part := func(radius float64) (float64, tally) {
			f := j.countFilter(s, w)
			f.Near, f.WithinKM = &pt, max(radius, 1)
			t := j.c.events.tally(f)
			return 100 * t.size(m) / max(1, all.size(m)), t
		}
		value, t := part(km)
		least, _ := part(km - shareErrorKM)
		most, _ := part(km + shareErrorKM)
		v := compare(opOf(j.k), value, *j.k.Value, shareSlack)
		if abs(value-*j.k.Value) < nearShare && (compare(opOf(j.k), least, *j.k.Value, shareSlack) != v || compare(opOf(j.k), most, *j.k.Value, shareSlack) != v) {
			v = tocsin.Partly
		}
		if all.events == 0 {
			v = tocsin.CannotBeMeasured
		}
		out.alternatives = append(out.alternatives, tocsin.Variation{Actors: s.all.actors(), Window: days(w), Filter: m, Value: tocsin.Number(round(value, 1)), Low: tocsin.Number(round(least, 1)), High: tocsin.Number(round(most, 1)), Verdict: v})
		differs = append(differs, "whether one counts events or deaths")
		out.events = appendNew(out.events, j.c.events.ids(t.rows))
		line += fmt.Sprintf("; %s of %s %s", number(t.size(m)), number(all.size(m)), j.who(s, s.all, m))
	}
	out.verdict, out.turnsOn = combine(out.alternatives, differs)
	out.value = out.alternatives[0].Value
	if out.verdict == tocsin.CannotBeMeasured {
		out.reason = "the data has no rows of " + j.who(s, s.all, "events") + "; import data that covers it with --events FILE"
		return out
	}
	out.sentence = fmt.Sprintf("In this data, %s lie within %s km of %s, %s, %s %%: %s %s.", line[2:], number(round(km, 0)), town.Name, days(w), number(*out.value), quoted(j.k.Text), verdictWords(out.verdict, out.turnsOn))
	return out
}
