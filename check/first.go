package check

import (
	"fmt"
	"sort"
	"strings"

	"tocsin"
	"tocsin/gazetteer"
	"tocsin/geo"
	"tocsin/watch"
)

// begunMonths is how long before the report a thing that "has begun" may already
// have been going on: rows within it are the new thing, not an earlier one.
const begunMonths = 6

// firstOrLast judges firsts and lasts of events: as far toward a direction as a
// place, in a country, or since a time.
func (j *job) firstOrLast() answer {
	s, bad := j.scope()
	if bad != nil {
		return *bad
	}
	if j.k.Form == tocsin.FormFirst && j.k.Unit == tocsin.Bearing && len(j.k.Places) == 0 {
		return j.farther(s)
	}
	if j.k.Form == tocsin.FormFirst && j.k.Unit == tocsin.Bearing && j.k.Value != nil && len(j.k.Places) > 0 {
		if j.k.Novelty != "first" {
			return j.reachToward()
		}
		return j.firstToward(s)
	}
	if _, ok := j.spot(); ok {
		return cannot("name the country, or reword it as how far the attacks reach", "a first or last at one town asks for every event there, and rows may lie 25 km from the truth", j.c.events.sets...)
	}
	if j.k.Form == tocsin.FormLast {
		return j.lastEvent(s)
	}
	return j.firstEvent(s)
}

// firstToward judges "as far south as X": whether no earlier row lies further
// toward the bearing than X, beyond the place error.
func (j *job) firstToward(s scope) answer {
	place := j.k.Places[0]
	towns := j.candidates(place)
	if len(towns) == 0 {
		return j.notFound(place)
	}
	last := j.lastDay(s.iso)
	if last > j.c.events.to && last.AddMonths(-begunMonths) > j.c.events.to {
		return cannot(later, "the data ends "+j.c.events.to.String()+", before the claim's time", j.c.events.sets...)
	}
	if s.iso == "" {
		s.iso = towns[0].Country
		s.countries = j.c.events.country[s.iso]
	}
	until := last.AddMonths(-begunMonths)
	if w := j.window(); !w.From.IsZero() {
		until = w.From.AddDays(-1)
	}
	w := watch.Window{Until: until}
	out := answer{unit: towardUnit(*j.k.Value), data: append(append([]tocsin.Dataset{}, j.c.events.sets...), j.placeData()...)}
	out.query = j.scopeQuery("reach", s, s.all, w)
	var differs []string
	var best *beyond
	for n, town := range towns {
		hits := j.beyond(s, s.all, w, town, *j.k.Value)
		out.alternatives = append(out.alternatives, beyondVariation(s.all.actors(), w, town, hits, out.unit))
		differs = append(differs, map[bool]string{true: "which " + town.Name + " is meant"}[n > 0])
		if n == 0 && len(hits) > 0 {
			best = &hits[0]
			for _, h := range hits {
				out.events = append(out.events, h.ev.ID)
			}
			out.sentence = j.beyondSentence(s.all, town, hits)
		}
	}
	out.verdict, out.turnsOn = combine(out.alternatives, differs)
	if best == nil {
		return j.noneBeyond(out, s, towns[0], w)
	}
	out.value, out.low, out.high = out.alternatives[0].Value, out.alternatives[0].Low, out.alternatives[0].High
	out.sentence += j.predecessors(s, w, towns[0]) + ": " + quoted(j.k.Text) + ", read as a first, " + verdictWords(out.verdict, out.turnsOn) + "."
	return out
}

// noneBeyond is the answer where no earlier row lies further: the claim holds only
// if the data shows rows that reach so far.
func (j *job) noneBeyond(out answer, s scope, town gazetteer.Place, w watch.Window) answer {
	now := watch.Window{From: w.Until.AddDays(1), Until: j.lastDay(s.iso)}
	f := s.filter(s.all, now)
	pt := town.Point()
	reached := 0
	for _, i := range j.c.events.table.Select(f) {
		ev := j.c.events.table.Event(i)
		if ev.HasPoint && geo.BeyondKM(pt, geo.Point{Lat: ev.Lat, Lon: ev.Lon}, *j.k.Value) >= -placeErrorKM {
			reached++
			out.events = append(out.events, ev.ID)
		}
	}
	where := geo.CompassPoint(*j.k.Value, 8) + " as " + town.Name
	if reached == 0 {
		out.verdict = tocsin.CannotBeMeasured
		out.reason = "no row of " + j.who(s, s.all, "events") + " lies so far " + where + " at any time; import a fuller file with --events FILE"
		out.sentence = "In this data no event involving " + firstText(s.all.name, "anyone") + " lies as far " + where + ", before or since: " + quoted(j.k.Text) + " cannot be measured."
		return out
	}
	out.value = tocsin.Number(float64(reached))
	out.unit = tocsin.Events
	out.sentence = fmt.Sprintf("In this data %s lie as far %s, %s, and none did before: %s holds.", plural(float64(reached), "event", "events"), where, days(now), quoted(j.k.Text))
	return out
}

// beyond is a row that lies further than the claim's place.
type beyond struct {
	ev tocsin.DataEvent
	km float64 // further toward the bearing
}

// beyond finds the rows further toward the bearing than the town, beyond the place
// error, furthest first.
func (j *job) beyond(s scope, p party, w watch.Window, town gazetteer.Place, bearing float64) []beyond {
	var out []beyond
	for _, i := range j.c.events.table.Select(s.filter(p, w)) {
		ev := j.c.events.table.Event(i)
		if !ev.HasPoint {
			continue
		}
		km := geo.BeyondKM(town.Point(), geo.Point{Lat: ev.Lat, Lon: ev.Lon}, bearing)
		if km > rowErrorKM(ev) {
			out = append(out, beyond{ev, km})
		}
	}
	sort.SliceStable(out, func(a, b int) bool { return out[a].km > out[b].km })
	return out
}

// rowErrorKM is how far a row's point may lie from the truth.
func rowErrorKM(ev tocsin.DataEvent) float64 {
	switch ev.PlacePrec {
	case 1:
		return 5
	case 0, 2:
		return placeErrorKM
	}
	return 100 // a district, a province or vaguer: no point to reach by
}

func towardUnit(bearing float64) tocsin.Unit {
	if at := geo.Turn(bearing); at > 45 && at < 135 || at > 225 && at < 315 {
		return tocsin.DegreesEast
	}
	return tocsin.DegreesNorth
}

func coordinate(u tocsin.Unit, lat, lon float64) float64 {
	if u == tocsin.DegreesEast {
		return round(lon, 2)
	}
	return round(lat, 2)
}

func beyondVariation(actors []string, w watch.Window, town gazetteer.Place, hits []beyond, u tocsin.Unit) tocsin.Variation {
	v := tocsin.Variation{Actors: actors, Window: days(w), Filter: "further than " + label(town) + " by more than the place error", Verdict: tocsin.Holds}
	if len(hits) > 0 {
		x := coordinate(u, hits[0].ev.Lat, hits[0].ev.Lon)
		v.Value, v.Low, v.High, v.Verdict = &x, tocsin.Number(x), tocsin.Number(x), tocsin.DoesNotHold
	}
	return v
}

// beyondSentence names the furthest rows, three of them.
func (j *job) beyondSentence(p party, town gazetteer.Place, hits []beyond) string {
	toward := geo.CompassPoint(*j.k.Value, 8)
	var parts []string
	seen := map[tocsin.Date]bool{}
	for _, h := range hits {
		if seen[h.ev.From] || len(parts) == 3 {
			continue
		}
		seen[h.ev.From] = true
		parts = append(parts, fmt.Sprintf("%s at %.2f, %.2f on %s, %.0f km further %s", firstText(h.ev.Place, h.ev.Country), h.ev.Lat, h.ev.Lon, h.ev.From, h.km, toward))
	}
	return fmt.Sprintf("In this data, events involving %s had been recorded further %s than %s before: %s of them beyond the place error, among them %s", firstText(p.name, "these sides"), toward, town.Name, number(float64(len(hits))), strings.Join(parts, "; "))
}

// predecessors says how far the groups reached that the actor came from; they are
// listed apart and never counted in.
func (j *job) predecessors(s scope, w watch.Window, town gazetteer.Place) string {
	out := ""
	for _, part := range s.parts {
		for _, pre := range part.predecessors {
			p := party{name: pre.Name, sides: pre.Sides}
			hits := j.beyond(s, p, w, town, *j.k.Value)
			if len(p.sides) == 0 || len(hits) == 0 {
				continue
			}
			out += fmt.Sprintf("; its predecessor %s at %.2f, %.2f on %s", pre.Name, hits[0].ev.Lat, hits[0].ev.Lon, hits[0].ev.From)
		}
	}
	return out
}
