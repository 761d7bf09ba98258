package check

import (
	"fmt"
	"strings"

	"tocsin"
	"tocsin/geo"
	"tocsin/watch"
)

// firstEvent judges that there had been none before: in the claim's window where
// it names one ("JNIM's first attack in Ivory Coast was in June 2020"), since an
// anchor, or before the last half-year.
func (j *job) firstEvent(s scope) answer {
	w := j.window()
	if k := j.k.Window; k != nil && k.Anchor != nil && k.Anchor.Rel == "since" {
		return j.firstSince(s)
	}
	named := !w.From.IsZero() && !w.Until.IsZero()
	if !named {
		w = watch.Window{From: j.lastDay(s.iso).AddDays(1).AddMonths(-begunMonths), Until: j.lastDay(s.iso)}
	}
	if w.From > j.c.events.to {
		return cannot(later, j.c.events.outsideData(w), j.c.events.sets...)
	}
	if len(s.all.sides) == 0 {
		return cannot("name the actor", "a first needs an actor: the data begins "+j.c.events.from.String(), j.c.events.sets...)
	}
	earlier := j.c.events.tally(s.filter(s.all, watch.Window{From: j.ofTheYear().From, Until: w.From.AddDays(-1)}))
	within := j.c.events.tally(s.filter(s.all, w))
	out := answer{unit: tocsin.Events, data: j.c.events.sets, query: j.scopeQuery("tempo", s, s.all, watch.Window{Until: w.Until})}
	out.value = tocsin.Number(float64(earlier.events))
	who := j.who(s, s.all, "events")
	switch {
	case earlier.events > 0:
		out.verdict = tocsin.DoesNotHold
		first := j.c.events.table.Event(earlier.rows[0])
		out.events = j.c.events.ids(earlier.rows)
		out.sentence = fmt.Sprintf("In this data there were %s %s before %s, the first on %s: %s does not hold.", number(float64(earlier.events)), who, w.From, first.From, quoted(j.k.Text))
	case within.events > 0:
		out.verdict = tocsin.Holds
		first := j.c.events.table.Event(within.rows[0])
		out.events = j.c.events.ids(within.rows)
		out.sentence = fmt.Sprintf("In this data, from %s on, the first of the %s is of %s: %s holds.", max(j.c.events.from, j.ofTheYear().From), who, first.From, quoted(j.k.Text))
	case j.saysNoneBefore() && j.wellCovered(s, watch.Window{Until: w.From.AddDays(-1)}):
		out.verdict = tocsin.Holds
		out.sentence = fmt.Sprintf("In this data, which begins %s, there were no %s before %s: %s holds.", j.c.events.from, who, w.From, quoted(j.k.Text))
	default:
		later, far := j.c.events.tally(s.filter(s.all, watch.Window{From: w.Until.AddDays(1), Until: j.lastDay(s.iso)})), begunMonths
		if !j.ofTheYear().From.IsZero() {
			far = 1
		}
		if !j.longSilent(s, w, later, far) {
			return cannot("import a fuller file with --events FILE", "the data has no "+who+" until "+w.Until.String(), j.c.events.sets...)
		}
		out.verdict, out.events = tocsin.DoesNotHold, j.c.events.ids(later.rows[:1])
		out.sentence = fmt.Sprintf("In this data the first of the %s is of %s, and %s more follow: %s does not hold.", who, j.c.events.table.Event(later.rows[0]).From, number(float64(later.events-1)), quoted(j.k.Text))
	}
	out.alternatives = []tocsin.Variation{{Actors: s.all.actors(), Window: "before " + w.From.String(), Filter: "events, all rows", Value: out.value, Verdict: out.verdict}}
	return out
}

// ofTheYear is the year that a first or a last is one of, the zero window for the whole record.
func (j *job) ofTheYear() watch.Window {
	if a := j.k.Window; a != nil && a.Anchor != nil && a.Anchor.Rel == "during" {
		w, _ := parseWindow(a.Anchor.Text)
		return w
	}
	return watch.Window{}
}

// saysNoneBefore reports a first that is told as none before it: what came after is open.
func (j *job) saysNoneBefore() bool {
	q := " " + strings.ToLower(j.s.Quote) + " "
	return strings.Contains(q, "before ") && contains(q, []string{" no ", " not ", "n't ", "n’t ", " never ", " none "})
}

// longSilent reports that nothing was in a window in which a first is told to have been: UCDP's totals
// leave out no row then, or the rows of whom the file follows begin long after.
func (j *job) longSilent(s scope, w watch.Window, later tally, far int) bool {
	if later.events == 0 {
		return false
	}
	first := j.c.events.table.Event(later.rows[0]).From
	switch {
	case j.lacksNone(s, w):
		return true
	case !j.followsScope(s, w):
		return false
	}
	return later.events >= minCovered && first >= w.Until.AddMonths(far) || 2*later.events >= minCovered && first >= w.Until.AddMonths(3*far)
}

// firstSince judges "the first attack since 2015": none between.
func (j *job) firstSince(s scope) answer {
	since := yearWindow(j.k.Window)
	until := firstDate(j.k.Window.To, j.lastDay(s.iso))
	own := watch.Window{From: until.AddDays(-max(ownSpan(j.k.Window), OwnEventDays)), Until: until}
	w := watch.Window{From: since.Until.AddDays(1), Until: own.From.AddDays(-1)}
	if why := j.c.events.outsideData(w); why != "" {
		return cannot(later, why, j.c.events.sets...)
	}
	t := j.c.events.tally(s.filter(s.all, w))
	out := answer{unit: tocsin.Events, data: j.c.events.sets, events: j.c.events.ids(t.rows), query: j.scopeQuery("tempo", s, s.all, w), value: tocsin.Number(float64(t.events))}
	out.verdict = tocsin.DoesNotHold
	if t.events == 0 {
		out.verdict = tocsin.Holds
		if !j.c.events.complete {
			return cannot("import a fuller file with --events FILE", "the data has none between, but it does not hold every event", j.c.events.sets...)
		}
	}
	out.sentence = fmt.Sprintf("In this data there were %s %s, %s: %s %s.", number(float64(t.events)), j.who(s, s.all, "events"), days(w), quoted(j.k.Text), verdictWords(out.verdict, ""))
	out.alternatives = []tocsin.Variation{{Actors: s.all.actors(), Window: days(w), Filter: "events, all rows", Value: out.value, Verdict: out.verdict}}
	return out
}

// lastEvent judges that the latest event was in the claim's window.
func (j *job) lastEvent(s scope) answer {
	w := j.window()
	if w.From.IsZero() || w.Until.IsZero() {
		return cannot("name the time", "the claim names no time", j.c.events.sets...)
	}
	until, note, added := j.lastDay(s.iso), "", ""
	if until > j.c.events.to && (until <= j.c.events.to.AddDays(lagDays) && w.Until.AddMonths(12) < until || j.nearEnd(w.Until, until)) {
		until, note = j.c.events.to, j.c.events.endsFirst()
	}
	if year := j.ofTheYear(); !year.Until.IsZero() && year.Until < until {
		until, note = year.Until, ""
	}
	after := j.c.events.tally(s.filter(s.all, watch.Window{From: w.Until.AddDays(1), Until: until}))
	within := j.c.events.tally(s.filter(s.all, w))
	out := answer{unit: tocsin.Events, data: j.c.events.sets, value: tocsin.Number(float64(after.events)),
		query: j.scopeQuery("tempo", s, s.all, watch.Window{From: w.Until.AddDays(1), Until: until})}
	who := j.who(s, s.all, "events")
	switch {
	case after.events > 0:
		out.verdict, out.events = tocsin.DoesNotHold, j.c.events.ids(after.rows)
	case until > j.c.events.to:
		return cannot(later, "the data ends "+j.c.events.to.String()+" and cannot show that none came later", j.c.events.sets...)
	case within.events == 0 && j.noneSince() && j.followed(s, watch.Window{Until: until}):
		out.verdict = tocsin.Holds // none since is so, though none was then either
		if before := j.c.events.tally(s.filter(s.all, watch.Window{Until: w.From.AddDays(-1)})); before.events > 0 {
			added = fmt.Sprintf(" The last before that is of %s.", j.c.events.table.Event(before.rows[len(before.rows)-1]).From)
		}
	case within.events == 0 && j.lacksNone(s, w):
		out.verdict = tocsin.DoesNotHold
		out.query = j.scopeQuery("tempo", s, s.all, w)
	case within.events == 0 || !j.c.events.complete && !j.followed(s, watch.Window{Until: until}) && !j.wellCovered(s, watch.Window{From: w.Until.AddDays(1), Until: until}):
		return cannot("import a fuller file with --events FILE", "the data has "+number(float64(within.events))+" "+who+" then and none later, but it does not hold every event", j.c.events.sets...)
	default:
		out.verdict, out.events = tocsin.Holds, j.c.events.ids(within.rows)
	}
	out.alternatives = []tocsin.Variation{{Actors: s.all.actors(), Window: "after " + w.Until.String(), Filter: "events, all rows", Value: out.value, Verdict: out.verdict}}
	if within.events == 0 && after.events == 0 && out.verdict == tocsin.DoesNotHold {
		out.sentence = fmt.Sprintf("In this data there were no %s, %s: %s does not hold.", who, days(w), quoted(j.k.Text))
		return out
	}
	out.sentence = note + fmt.Sprintf("In this data there were %s %s after %s: %s %s.", number(float64(after.events)), who, w.Until, quoted(j.k.Text), verdictWords(out.verdict, "")) + added
	return out
}

// lacksNone reports that UCDP's totals leave out no row of the scope's country in a window.
func (j *job) lacksNone(s scope, w watch.Window) bool {
	lacks, known := j.c.events.missing(scope{iso: s.iso, countries: s.countries}, w)
	return known && lacks < 1
}

// sideOf is the side of a country that a place is: "northern Uganda".
func sideOf(p tocsin.Place) (bearing float64, ok bool) {
	if bearing, ok = geo.CompassBearing(p.Relation); ok {
		return bearing, true
	}
	return geo.CompassBearing(firstWord(p.Text))
}

// inPart judges that there were events in a part of a country, "northern Uganda":
// whether the one furthest toward that side lies beyond the country's middle by
// more than the place error. It refutes nothing.
func (j *job) inPart(bearing float64) answer {
	s, bad := j.scope()
	if bad != nil {
		return *bad
	}
	w := j.window()
	if why := j.c.events.outsideData(w); why != "" || s.iso == "" {
		return cannot(later, firstText(why, "the claim does not say in which country"), j.c.events.sets...)
	}
	m := j.lookup(j.c.countryName(s.iso))
	if len(m) == 0 {
		return j.notFound(j.k.Places[0])
	}
	mid := m[0].Place
	at := j.middle(mid)
	mid.Lat, mid.Lon = at.Lat, at.Lon
	hits := j.beyond(s, s.all, w, mid, bearing)
	if len(hits) == 0 {
		return cannot("name a town or the country alone", "no row of "+j.who(s, s.all, "events")+" lies clearly on that side of its middle, "+days(w)+", and the data lists deadly events alone", j.c.events.sets...)
	}
	out := answer{verdict: tocsin.Holds, unit: towardUnit(bearing), data: j.c.events.sets, query: j.scopeQuery("reach", s, s.all, w)}
	for _, h := range hits {
		out.events = append(out.events, h.ev.ID)
	}
	out.value = tocsin.Number(coordinate(out.unit, hits[0].ev.Lat, hits[0].ev.Lon))
	out.sentence = fmt.Sprintf("In this data, %s %s lie %s of its middle, the furthest at %.2f, %.2f: %s holds.", number(float64(len(hits))), j.who(s, s.all, "events"),
		geo.CompassPoint(bearing, 8), hits[0].ev.Lat, hits[0].ev.Lon, quoted(j.k.Text))
	out.alternatives = []tocsin.Variation{{Actors: s.all.actors(), Window: days(w), Filter: geo.CompassPoint(bearing, 8) + " of the country's middle", Value: out.value, Verdict: out.verdict}}
	return out
}

// date judges that there were events in the claim's window at all.
func (j *job) date() answer {
	if len(j.k.Places) > 0 {
		if deg, ok := sideOf(j.k.Places[0]); ok {
			return j.inPart(deg)
		}
	}
	one := *j
	one.k.Form, one.k.Op, one.k.Value = tocsin.FormCount, ">=", tocsin.Number(1)
	if one.k.Window == nil || j.window().From.IsZero() {
		return cannot("name the time", "the claim names no time", j.c.events.sets...)
	}
	return one.count()
}
