package check

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"tocsin"
	"tocsin/gazetteer"
	"tocsin/geo"
	"tocsin/watch"
)

// shortKM is by how far the rows of an actor whom the data follows must fall short
// of a place for the claim that it came there to be false.
const shortKM = 75

// followed reports that the data has so many rows of the actor in the window that it
// could have shown one more.
func (j *job) followed(s scope, w watch.Window) bool {
	return len(j.c.events.table.Select(s.filter(s.all, w))) >= minCovered
}

// reachScope is what claims about reach begin with: the rows, the town, the window.
func (j *job) reachScope() (s scope, town gazetteer.Place, w watch.Window, bad *answer) {
	s, bad = j.scope()
	if bad != nil {
		return
	}
	if len(j.k.Places) == 0 || j.k.Value == nil || len(s.all.sides) == 0 {
		a := cannot("name the actor, the town and the distance", "the claim does not name them all", j.c.events.sets...)
		return s, town, w, &a
	}
	towns := j.candidates(j.k.Places[0])
	if len(towns) == 0 {
		a := j.notFound(j.k.Places[0])
		return s, town, w, &a
	}
	if isArea(towns[0]) {
		a := cannot("name a town", "the distance from a wide area depends on where one measures", j.c.events.sets...)
		return s, town, w, &a
	}
	if j.k.Window == nil && j.k.Unit == tocsin.Bearing { // how far it ever came, as far as the data goes
		until := min(j.lastDay(s.iso), j.c.events.to)
		return s, towns[0], watch.Window{From: j.c.events.from, Until: until}, nil
	}
	w, _, why := j.countWindow(s.iso)
	if why != "" || j.k.Window == nil {
		a := cannot(later, firstText(why, "no date: the text does not say when"), j.c.events.sets...)
		return s, town, w, &a
	}
	return s, towns[0], w, nil
}

// reachNear judges how near events came to a town: "within 50 km of Nairobi". An
// event inside the distance shows it; that there was none is judged only of an actor
// whom the data follows.
func (j *job) reachNear() answer {
	s, town, w, bad := j.reachScope()
	if bad != nil {
		return *bad
	}
	one, err := tocsin.Quantity{Value: 1, Unit: j.k.Unit}.To(tocsin.Kilometres)
	if err != nil {
		return cannot("give the distance in kilometres or miles", "the claim's distance has no unit of length", j.c.events.sets...)
	}
	s.countries = nil // a border is no end of reach
	best, id, day := -1.0, "", tocsin.Date(0)
	for _, i := range j.c.events.table.Select(s.filter(s.all, w)) {
		ev := j.c.events.table.Event(i)
		km := geo.DistanceKM(town.Point(), geo.Point{Lat: ev.Lat, Lon: ev.Lon})
		if ev.HasPoint && rowErrorKM(ev) <= placeErrorKM && (best < 0 || km < best) {
			best, id, day = km, ev.ID, ev.From
		}
	}
	if best < 0 {
		return cannot("import a fuller file with --events FILE", "the data has no placed row of "+j.who(s, s.all, "events")+", "+days(w), j.c.events.sets...)
	}
	out := answer{unit: j.k.Unit, data: append(append([]tocsin.Dataset{}, j.c.events.sets...), j.placeData()...), events: []string{id}}
	out.query = append(j.scopeQuery("reach", s, s.all, w), "--near", town.Name)
	out.value = tocsin.Number(round(best/one.Value, 1))
	out.verdict = j.nearVerdict(best, *j.k.Value*one.Value, j.followed(s, w))
	out.alternatives = []tocsin.Variation{{Actors: s.all.actors(), Window: days(w), Filter: "the nearest to " + label(town), Value: out.value, Verdict: out.verdict}}
	out.sentence = fmt.Sprintf("In this data the nearest of the events involving %s to %s, %s, lies %s %s off, on %s: %s %s.", s.all.name, town.Name, days(w), number(*out.value), j.k.Unit, day, quoted(j.k.Text), verdictWords(out.verdict, ""))
	if out.verdict == tocsin.CannotBeMeasured {
		out.reason = "the data has too few rows of " + s.all.name + " then to show that there was none nearer; import a fuller file with --events FILE"
	}
	return out
}

func (j *job) nearVerdict(km, claimed float64, followed bool) string {
	switch j.k.Op {
	case ">", ">=": // no closer than: a rank among the rows
		return bound(km >= claimed, km+placeErrorKM >= claimed)
	case "~", "=":
		return near(abs(km-claimed), max(0.15*claimed, halfDigit(claimed)), 0.3*claimed, 5)
	}
	switch {
	case km <= claimed:
		return tocsin.Holds
	case km <= claimed+placeErrorKM:
		return tocsin.Partly
	case followed && km > claimed+shortKM:
		return tocsin.DoesNotHold
	}
	return tocsin.CannotBeMeasured
}

// reachExtreme judges "the southernmost attack was at X": no row of the window lies
// further toward that side, and one lies there.
func (j *job) reachExtreme() answer {
	s, town, w, bad := j.reachScope()
	if bad != nil {
		return *bad
	}
	j.at(&s, town, w)
	hits := j.beyond(s, s.all, w, town, *j.k.Value)
	f := s.filter(s.all, w)
	pt := town.Point()
	f.Near, f.WithinKM = &pt, 2*placeErrorKM
	there := j.c.events.table.Select(f)
	out := answer{unit: towardUnit(*j.k.Value), data: append(append([]tocsin.Dataset{}, j.c.events.sets...), j.placeData()...), events: j.c.events.ids(there)}
	out.query = j.scopeQuery("reach", s, s.all, w)
	switch {
	case len(hits) > 0:
		out.verdict, out.events = tocsin.DoesNotHold, []string{hits[0].ev.ID}
		out.value = tocsin.Number(coordinate(out.unit, hits[0].ev.Lat, hits[0].ev.Lon))
		out.sentence = j.beyondSentence(s.all, town, hits)
	case len(there) > 0:
		out.verdict = tocsin.Holds
		out.value = tocsin.Number(coordinate(out.unit, town.Lat, town.Lon))
		out.sentence = fmt.Sprintf("In this data no event involving %s lies further %s than %s, %s, and %s near it", s.all.name, geo.CompassPoint(*j.k.Value, 8), town.Name, days(w), plural(float64(len(there)), "lies", "lie"))
	default:
		return cannot("import a fuller file with --events FILE", "no row of "+j.who(s, s.all, "events")+" lies at "+town.Name+" or beyond, "+days(w), j.c.events.sets...)
	}
	out.alternatives = []tocsin.Variation{{Actors: s.all.actors(), Window: days(w), Filter: "further " + geo.CompassPoint(*j.k.Value, 8) + " than " + label(town), Value: out.value, Verdict: out.verdict}}
	out.sentence += ": " + quoted(j.k.Text) + " " + verdictWords(out.verdict, "") + "."
	return out
}

// theatreKM is how far from a place events may lie for a claim about reach that names no
// country: the Islamic State's rows of other continents reach further everywhere.
const theatreKM = 2500

// at keeps a claim about reach to the country that the text names. Where it names none,
// "as far as" a town of a country in which the data follows the actor is of that
// country, and else of the countries with rows of the actor in the same theatre.
func (j *job) at(s *scope, town gazetteer.Place, w watch.Window) {
	if j.saysCountry() {
		return
	}
	s.iso, s.countries = town.Country, j.c.events.country[town.Country]
	if asFar := j.k.Form == tocsin.FormFirst && j.k.Op != ">" && j.k.Op != "<="; asFar && len(s.countries) > 0 && j.followed(*s, w) {
		return
	}
	s.iso, s.countries = "", nil
	near := map[string]bool{}
	for _, i := range j.c.events.table.Select(s.filter(s.all, watch.Window{})) {
		ev := j.c.events.table.Event(i)
		if ev.HasPoint && geo.DistanceKM(town.Point(), geo.Point{Lat: ev.Lat, Lon: ev.Lon}) <= theatreKM {
			near[ev.Country] = true
		}
	}
	s.countries = slices.Sorted(maps.Keys(near))
}

// saysCountry reports that the text itself names the claim's country.
func (j *job) saysCountry() bool {
	iso, ok, _ := j.ofCountry()
	return ok && j.c.countryIn(j.s.Quote) == iso
}

// reachToward judges how far toward a side events reached: as far as a place (no op),
// beyond it (>), never as far (<), none beyond it (<=).
func (j *job) reachToward() answer {
	s, town, w, bad := j.reachScope()
	if bad != nil {
		return *bad
	}
	j.at(&s, town, w)
	best, at := -1e9, tocsin.DataEvent{}
	var ids []string
	for _, i := range j.c.events.table.Select(s.filter(s.all, w)) {
		ev := j.c.events.table.Event(i)
		if !ev.HasPoint || rowErrorKM(ev) > placeErrorKM {
			continue
		}
		beyond := geo.BeyondKM(town.Point(), geo.Point{Lat: ev.Lat, Lon: ev.Lon}, *j.k.Value)
		if beyond > best {
			best, at = beyond, ev
		}
		if beyond >= -placeErrorKM {
			ids = append(ids, ev.ID)
		}
	}
	out := answer{unit: towardUnit(*j.k.Value), data: append(append([]tocsin.Dataset{}, j.c.events.sets...), j.placeData()...), events: ids, query: j.scopeQuery("reach", s, s.all, w)}
	toward := geo.CompassPoint(*j.k.Value, 8)
	if at.ID != "" {
		out.verdict = towardVerdict(j.k.Op, best, j.followed(s, w))
	}
	if at.ID == "" || out.verdict == tocsin.CannotBeMeasured {
		return cannot("import a fuller file with --events FILE", "no row of "+j.who(s, s.all, "events")+" lies so far "+toward+" as "+town.Name+", "+days(w)+", and the data may leave some out", j.c.events.sets...)
	}
	if len(ids) == 0 {
		out.events = []string{at.ID}
	}
	out.value = tocsin.Number(coordinate(out.unit, at.Lat, at.Lon))
	out.alternatives = []tocsin.Variation{{Actors: s.all.actors(), Window: days(w), Filter: "furthest " + toward, Value: out.value, Verdict: out.verdict}}
	out.sentence = fmt.Sprintf("In this data the event involving %s that lies furthest %s, %s, is at %.2f, %.2f on %s, %s: %s %s.", s.all.name, toward, days(w), at.Lat, at.Lon, at.From,
		shortWords(-best, town.Name), quoted(j.k.Text), verdictWords(out.verdict, ""))
	return out
}

// towardVerdict judges by how many kilometres the furthest event lies beyond a place;
// that none lies there is judged only of an actor whom the data follows.
func towardVerdict(op string, beyond float64, followed bool) string {
	yes, no := tocsin.Holds, tocsin.DoesNotHold
	if strings.HasPrefix(op, "<") {
		yes, no = no, yes
	}
	past := op == ">" || op == "<=" // beyond it, rather than as far
	switch {
	case beyond > placeErrorKM, !past && beyond >= -placeErrorKM:
		return yes
	case beyond < -shortKM && followed:
		return no
	case past && beyond >= -placeErrorKM:
		return tocsin.Partly
	case past && followed:
		return no
	}
	return tocsin.CannotBeMeasured
}

func shortWords(short float64, town string) string {
	if short > 0 {
		return fmt.Sprintf("%.0f km short of %s", short, town)
	}
	return fmt.Sprintf("%.0f km beyond %s", -short, town)
}
