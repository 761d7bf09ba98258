package check

import (
	"fmt"

	"tocsin"
	"tocsin/geo"
	"tocsin/watch"
)

// leastMoved is from how many rows of each time on their middle says where the violence lay.
const leastMoved = 10

// moved judges that the middle of the violence lay further toward a side in the claim's time
// than in the one before it that the claim names.
func (j *job) moved(s scope) answer {
	w := j.window()
	if j.k.Window == nil || j.k.Window.Anchor == nil || j.k.Value == nil {
		return cannot("name the two times", "the claim does not say from when to when", j.c.events.sets...)
	}
	base, ok := parseWindow(j.k.Window.Anchor.Text)
	if why := firstText(j.c.events.outsideData(w), j.c.events.outsideData(base)); !ok || why != "" {
		return cannot(later, firstText(why, "the claim does not say from when"), j.c.events.sets...)
	}
	out := answer{unit: "", data: j.c.events.sets, query: j.scopeQuery("reach", s, s.all, w)}
	var differs []string
	line := ""
	for _, m := range []string{"events", "deaths"} {
		from, a := j.middleOf(s, base, m)
		to, b := j.middleOf(s, w, m)
		if a < leastMoved || b < leastMoved {
			return cannot("import a fuller file with --events FILE", "the data has too few rows of one of the two times", j.c.events.sets...)
		}
		km := geo.BeyondKM(from, to, *j.k.Value)
		v := bound(km > placeErrorKM, km > 0)
		out.alternatives = append(out.alternatives, tocsin.Variation{Actors: s.all.actors(), Window: days(w), Filter: m, Value: tocsin.Number(round(km, 0)), Verdict: v})
		differs = append(differs, "whether one counts events or deaths")
		line += fmt.Sprintf("; by %s from %.1f, %.1f to %.1f, %.1f, %.0f km toward the %s", m, from.Lat, from.Lon, to.Lat, to.Lon, km, geo.CompassPoint(*j.k.Value, 8))
	}
	out.verdict, out.turnsOn = combine(out.alternatives, differs)
	out.value = out.alternatives[0].Value
	out.sentence = fmt.Sprintf("In this data the middle of the %s went, from %s to %s%s", j.who(s, s.all, "events"), days(base), days(w), line)
	return j.judged(out)
}

// middleOf is the mean place of the rows of a time, each once or by its dead, and how many
// there are.
func (j *job) middleOf(s scope, w watch.Window, measure string) (mid geo.Point, rows int) {
	all := 0.0
	for _, row := range j.c.events.table.Select(j.countFilter(s, w)) {
		ev := j.c.events.table.Event(row)
		weight := 1.0
		if measure == "deaths" {
			weight = count(ev.Best, ev.Low)
		}
		if !ev.HasPoint {
			continue
		}
		rows++
		all += weight
		mid.Lat, mid.Lon = mid.Lat+weight*ev.Lat, mid.Lon+weight*ev.Lon
	}
	if all == 0 {
		return mid, 0
	}
	mid.Lat, mid.Lon = mid.Lat/all, mid.Lon/all
	return mid, rows
}
