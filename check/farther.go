package check

import (
	"fmt"
	"strings"

	"tocsin"
	"tocsin/geo"
	"tocsin/watch"
)

// farther judges that a group came farther toward a side in one time than in another, or
// than ever: the furthest row of the one against that of the other. Rows may lie some
// way from the truth, and that there was none as far before is judged only of a
// group that the data follows.
func (j *job) farther(s scope) answer {
	k := j.k.Window
	if len(s.all.sides) == 0 || k == nil || k.Anchor == nil || j.k.Value == nil {
		return cannot("name the group and both times", "the claim does not name them all", j.c.events.sets...)
	}
	now := j.window()
	then := watch.Window{From: j.c.events.from, Until: now.From.AddDays(-1)}
	if k.Anchor.Rel != "before" {
		b, ok := parseWindow(k.Anchor.Text)
		if !ok {
			return cannot("name both times", "the claim does not say than when", j.c.events.sets...)
		}
		then = b
	}
	for _, w := range []watch.Window{now, then} {
		if why := j.c.events.outsideData(w); why != "" || w.Until < w.From {
			return cannot(later, firstText(why, "the claim's time is empty"), j.c.events.sets...)
		}
	}
	if pub := j.s.Published; !pub.IsZero() && now.Until >= pub {
		return cannot("ask again when it is over", "that time was not over when the claim was made", j.c.events.sets...)
	}
	a, b := j.furthestRow(s, now), j.furthestRow(s, then)
	toward := geo.CompassPoint(*j.k.Value, 8)
	if a.ID == "" || b.ID == "" {
		return cannot("import a fuller file with --events FILE", "the data has no placed row of "+j.who(s, s.all, "events")+" in one of the two times", j.c.events.sets...)
	}
	km := geo.BeyondKM(geo.Point{Lat: b.Lat, Lon: b.Lon}, geo.Point{Lat: a.Lat, Lon: a.Lon}, *j.k.Value)
	out := answer{unit: tocsin.Kilometres, value: tocsin.Number(round(km, 0)), data: j.c.events.sets, events: []string{a.ID, b.ID}, query: j.scopeQuery("reach", s, s.all, now)}
	switch {
	case km > placeErrorKM && j.followed(s, then):
		out.verdict = tocsin.Holds
	case km < -placeErrorKM && j.followed(s, now):
		out.verdict = tocsin.DoesNotHold
	case km < -placeErrorKM && strings.HasPrefix(k.Anchor.Rel, "before"):
		out.verdict = tocsin.DoesNotHold // one row of the times before refutes "than ever"
	case j.followed(s, now) && j.followed(s, then):
		out.verdict = tocsin.Partly
		out.turnsOn = "how far rows may lie from the truth"
	default:
		return cannot("import a fuller file with --events FILE", "the data has too few rows of "+j.who(s, s.all, "events")+" to show how far it came then", j.c.events.sets...)
	}
	out.alternatives = []tocsin.Variation{{Actors: s.all.actors(), Window: days(now) + " against " + days(then), Filter: "furthest " + toward, Value: out.value, Verdict: out.verdict}}
	out.sentence = fmt.Sprintf("In this data the event involving %s that lies furthest %s, %s, is at %.2f, %.2f on %s, and that of %s at %.2f, %.2f on %s: %s %s.", s.all.name, toward, days(now), a.Lat, a.Lon, a.From,
		days(then), b.Lat, b.Lon, b.From, quoted(j.k.Text), verdictWords(out.verdict, out.turnsOn))
	return out
}

// furthestRow is the row of a scope and time that lies furthest toward the claim's side,
// among those with a place.
func (j *job) furthestRow(s scope, w watch.Window) (best tocsin.DataEvent) {
	for _, i := range j.c.events.table.Select(s.filter(s.all, w)) {
		ev := j.c.events.table.Event(i)
		if !ev.HasPoint || rowErrorKM(ev) > placeErrorKM {
			continue
		}
		if best.ID == "" || geo.BeyondKM(geo.Point{Lat: best.Lat, Lon: best.Lon}, geo.Point{Lat: ev.Lat, Lon: ev.Lon}, *j.k.Value) > 0 {
			best = ev
		}
	}
	return best
}
