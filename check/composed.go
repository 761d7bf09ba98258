package check

import (
	"fmt"
	"slices"
	"strings"

	"tocsin"
	"tocsin/gazetteer"
	"tocsin/geo"
	"tocsin/read/claim"
	"tocsin/watch"
)

// Claims that package claim reads from all the items of a sentence have methods of their
// own: none of a kind, all of a kind, how long there was none, where one day's event lay,
// and which single event was the deadliest.

// none reports a claim that there was nothing of a kind.
func (j *job) none() bool {
	return j.k.Form == tocsin.FormCount && j.k.Unit != tocsin.Coups && opOf(j.k) == "=" && j.k.Value != nil && *j.k.Value == 0 && j.k.Than == nil
}

// throughout reports a claim about all violence of a kind.
func (j *job) throughout() bool {
	return j.k.Form == tocsin.FormShare && opOf(j.k) == "=" && j.k.Value != nil && *j.k.Value == 100 && (len(j.k.Places) > 0 || j.k.Than != nil && j.k.Of.Actor != "" && j.k.Than.Country != "")
}

// oneEvent reports a rank of single events by their dead.
func (j *job) oneEvent() bool {
	return j.k.Form == tocsin.FormRank && j.k.Of != nil && (j.k.Of.Measure == "deaths in one event" || j.k.Of.Measure == "deaths in one day")
}

// ofItems reports a claim with a method of its own; the denial of its text is in it.
func (j *job) ofItems() bool {
	return j.k.Of != nil && !strings.Contains(j.k.Of.Act, "coup") && (j.none() || j.throughout() || j.shareWhere() || j.inTime() || j.oneEvent() || j.earlier() || j.k.Form == tocsin.FormDuration || j.k.Form == tocsin.FormDistance || j.k.Form == tocsin.FormDirection)
}

// composed judges a claim by its own method; ok is false for all others.
func (j *job) composed() (answer, bool) {
	var judge func(scope) answer
	switch {
	case !j.ofItems():
		return answer{}, false
	case j.none():
		judge = j.absence
	case j.throughout():
		judge = j.allOf
	case j.shareWhere():
		judge = j.partInRegion
	case j.inTime():
		judge = j.allInTime
	case j.oneEvent() && j.k.Of.Measure == "deaths in one day":
		judge = j.topDay
	case j.oneEvent():
		judge = j.deadliest
	case j.earlier():
		judge = j.beforeFirst
	case j.betweenTwo():
		judge = j.twoDeadliest
	case j.k.Form == tocsin.FormDuration && j.k.Window != nil && j.k.Window.Anchor != nil && j.k.Window.Anchor.Rel == "since":
		judge = j.spanned
	case j.k.Form == tocsin.FormDuration:
		judge = j.quiet
	case j.k.Form == tocsin.FormDirection && len(j.k.Places) == 0:
		judge = j.moved
	default:
		judge = j.whereLay
	}
	s, bad := j.scope()
	if bad != nil {
		return *bad, true
	}
	return judge(s), true
}

// besideItems reports a word beside a claim of items that cannot turn its verdict: it
// narrows what there was none of, or of which all or nothing lay there; it tells what
// the event of a day was; or it is of the event that is the deadliest even of more.
func (j *job) besideItems(a *answer, r claim.Residue) bool {
	if j.earlier() && r.Kind == "order" {
		return true
	}
	if j.betweenTwo() && slices.Contains([]string{"number", "narrow", "ranked", "order", "actor"}, r.Kind) {
		return true
	}
	switch r.Kind {
	case "manner", "target", "narrow", "word", "name", "actor", "place", "measure":
	case "ranked", "order":
		return j.oneEvent() && r.Kind == "ranked"
	default:
		return false
	}
	switch {
	case j.shareWhere(), j.inTime():
		return r.Kind == "order" && j.inTime()
	case r.Kind == "ranked" && strings.Contains(r.Text, "-") && *j.k.Value == 1:
		return false // the second-deadliest
	case j.none():
		return a.verdict == tocsin.Holds || r.Kind == "word"
	case j.throughout() && (r.Kind == "word" || r.Kind == "measure"):
		return true
	case j.throughout():
		return a.value != nil && (*a.value == 100 || *a.value == 0)
	case j.oneEvent():
		return a.verdict == tocsin.Holds || r.At < j.rankedAt()
	case j.k.Form == tocsin.FormDuration:
		return r.Kind == "target" || r.Kind == "word" || r.Kind == "place" || r.Kind == "name" && j.k.Window != nil
	}
	return true
}

// tollBeside reports the dead of one day, told of the event that a claim beside this one
// tells the place or the rank of.
func (j *job) tollBeside() bool {
	w := j.window()
	if j.k.Form != tocsin.FormCount || j.k.Unit != tocsin.Deaths || w.From.IsZero() || w.Until.IsZero() || length(w) > mostSpecific {
		return false
	}
	return slices.ContainsFunc(j.beside(), func(k tocsin.Claim) bool {
		o := job{k: k}
		return k.Of != nil && (k.Form == tocsin.FormDistance || k.Form == tocsin.FormDirection || o.oneEvent())
	})
}

// rankedAt is the byte of the quote at which the words of rank begin.
func (j *job) rankedAt() int {
	low := strings.ToLower(j.s.Quote)
	for _, w := range []string{"than any", "deadliest", "bloodiest", "worst", "no other", "no single", "most lethal", "most deadly"} {
		if i := strings.Index(low, w); i >= 0 {
			return i
		}
	}
	return 0
}

// A region tells of a row whether it lies in the part of a country that a claim names:
// 1 inside, -1 outside, 0 where the error of its place leaves that open.
type region struct {
	name   string
	lies   func(row int) int
	except func(row int) bool    // rows that the claim leaves out; nil for none
	inside func(row int) float64 // how many kilometres within the border; nil where it is not told by one
	margin float64               // by how many of them one may draw it otherwise
}

// regionOf is the region of the claim's place; ok is false, with the reason, where none
// can be told.
func (j *job) regionOf(s *scope) (r region, bad *answer) {
	if len(j.k.Places) == 0 {
		return region{name: "", lies: func(int) int { return 1 }}, nil
	}
	p := j.k.Places[0]
	if iso, whole := j.c.placeCountry(p); whole {
		names := j.c.events.country[iso]
		return region{name: "in " + j.c.countryName(iso), lies: func(row int) int {
			return sign(slices.Contains(names, j.c.events.table.Event(row).Country))
		}}, nil
	}
	if side, iso, ok := j.partOfLand(p); ok && p.Precision == "region" {
		return j.sideRegion(side, iso)
	}
	if u, ok := j.unitOf(p); ok {
		if s.iso == "" {
			s.iso, s.countries = u.Country, j.c.events.country[u.Country]
		}
		drawn := j.c.unitScope(u).drawn
		return region{name: "in " + u.Name, lies: func(row int) int {
			switch {
			case drawn[1].In[row]:
				return 1
			case drawn[2].In[row]:
				return 0
			}
			return -1
		}}, nil
	}
	towns := j.townsOf(*s, p)
	if len(towns) == 0 {
		a := j.notFound(p)
		return r, &a
	}
	if isArea(towns[0]) {
		a := cannot("name a town", "how far an event lies from a wide area depends on where one measures", j.c.events.sets...)
		return r, &a
	}
	if s.iso == "" && len(s.all.sides) == 0 {
		s.iso, s.countries = towns[0].Country, j.c.events.country[towns[0].Country]
	}
	r = j.townRegion(p, towns[0])
	if len(j.k.Places) > 1 && j.k.Places[1].Relation == "except" {
		return j.without(*s, r, j.k.Places[1])
	}
	return r, nil
}

// without leaves the rows at a town out of what a region is judged by.
func (j *job) without(s scope, r region, p tocsin.Place) (region, *answer) {
	p.Relation = ""
	towns := j.townsOf(s, p)
	if len(towns) == 0 {
		a := j.notFound(p)
		return r, &a
	}
	at := j.townRegion(p, towns[0])
	r.except = func(row int) bool { return at.inside(row) >= 0 }
	r.name += ", those " + at.name + " left out"
	return r, nil
}

func sign(in bool) int {
	if in {
		return 1
	}
	return -1
}

// townRegion is a circle around a town, what lies toward one side of it, or the town.
func (j *job) townRegion(p tocsin.Place, town gazetteer.Place) region {
	if side, ok := strings.CutSuffix(p.Relation, " of"); ok && !strings.HasPrefix(p.Relation, "within ") && !strings.HasPrefix(p.Relation, "outside ") {
		if deg, ok := geo.CompassBearing(side); ok {
			beyond := func(row int) float64 {
				ev := j.c.events.table.Event(row)
				return geo.BeyondKM(town.Point(), geo.Point{Lat: ev.Lat, Lon: ev.Lon}, deg)
			}
			return region{name: side + " of " + town.Name, inside: beyond, margin: edgeKM, lies: func(row int) int {
				ev := j.c.events.table.Event(row)
				return beside(beyond(row), rowErrorKM(ev), ev.HasPoint)
			}}
		}
	}
	if km, far := outsideKM(p); far {
		beyond := func(row int) float64 {
			ev := j.c.events.table.Event(row)
			return geo.DistanceKM(town.Point(), geo.Point{Lat: ev.Lat, Lon: ev.Lon}) - km
		}
		return region{name: "more than " + number(round0(km)) + " km from " + town.Name, inside: beyond, margin: edgeKM, lies: func(row int) int {
			ev := j.c.events.table.Event(row)
			return beside(beyond(row), rowErrorKM(ev), ev.HasPoint)
		}}
	}
	km, round := radiusKM(p)
	name := "within " + number(round0(km)) + " km of " + town.Name
	if !round {
		km, name = placeErrorKM, "at "+town.Name
	}
	inside := func(row int) float64 {
		ev := j.c.events.table.Event(row)
		return km - geo.DistanceKM(town.Point(), geo.Point{Lat: ev.Lat, Lon: ev.Lon})
	}
	return region{name: name, inside: inside, margin: edgeKM, lies: func(row int) int {
		ev, in := j.c.events.table.Event(row), inside(row)
		if !round && in >= 0 {
			return sign(ev.HasPoint)
		}
		return beside(in, rowErrorKM(ev), ev.HasPoint)
	}}
}

func round0(x float64) float64 { return round(x, 0) }

// edgeKM is up to how near a border a row is left open whose place is told as exact.
const edgeKM = 5

// beside tells on which side of a border a row lies that is so many kilometres inside it.
func beside(inside, err float64, placed bool) int {
	switch {
	case !placed || err > placeErrorKM:
		return 0
	case inside > edgeKM && inside > min(err, 15):
		return 1
	case inside < -edgeKM && inside < -min(err, 15):
		return -1
	}
	return 0
}

// sorted counts the rows of a scope in a window by where they lie.
type sorted struct {
	in, out, open []int
}

func (j *job) sortRows(s scope, w watch.Window, r region) (t sorted) {
	for _, row := range j.c.events.table.Select(j.countFilter(s, w)) {
		if r.except != nil && r.except(row) || j.fatalOnly() && count(j.c.events.table.Event(row).Best) == 0 {
			continue
		}
		switch r.lies(row) {
		case 1:
			t.in = append(t.in, row)
		case -1:
			t.out = append(t.out, row)
		default:
			t.open = append(t.open, row)
		}
	}
	return t
}

// fatalOnly reports a claim about events with dead.
func (j *job) fatalOnly() bool { return deathsMeant(j.k.Of.Measure) && !j.oneEvent() }

// absence judges that there was nothing of a kind in a time. One row refutes it; that
// there is none is told only of a country or a group that the file follows.
func (j *job) absence(s scope) answer {
	r, bad := j.regionOf(&s)
	if bad != nil {
		return *bad
	}
	if s.iso == "" && len(s.all.sides) == 0 {
		return cannot("name the country", "the claim does not say where", j.c.events.sets...)
	}
	w, note, why := j.countWindow(s.iso)
	w, upTo := j.upToYear(s, w, r)
	note += upTo
	if w.Until > j.c.events.to && (w.Until <= j.c.events.to.AddDays(lagDays) && w.From.AddMonths(6) < w.Until || j.nearEnd(max(w.From, j.c.events.from), w.Until)) {
		w.Until, why, note = j.c.events.to, "", j.c.events.endsFirst() // nobody has the last weeks yet
	}
	if why == "" && w.Until > j.c.events.to {
		why = j.c.events.outsideData(w)
	}
	t := sorted{}
	if w.From <= j.c.events.to {
		t = j.sortRows(s, w, r)
	}
	if why != "" && len(t.in) == 0 {
		return cannot(later, why, j.c.events.sets...)
	}
	out := answer{unit: tocsin.Events, value: tocsin.Number(float64(len(t.in))), data: j.c.events.sets, events: j.c.events.ids(t.in), query: j.scopeQuery("tempo", s, s.all, w)}
	out.sentence = note + fmt.Sprintf("In this data there are %d %s%s, %s", len(t.in), j.who(s, s.all, "events"), spaced(r.name), days(w))
	switch {
	case len(t.in) > 0:
		out.verdict = tocsin.DoesNotHold
	case len(t.open) > 0:
		out.verdict, out.turnsOn = tocsin.Partly, "rows so near the border that the error of their place decides"
	case j.wellCovered(s, w):
		out.verdict = tocsin.Holds
		if !j.c.events.complete {
			out.sentence += " (the file may leave some out)"
		}
	default:
		out.verdict = tocsin.CannotBeMeasured
		out.reason = "the data has too few rows there and then to show that there was none" + j.partialWords() + "; import a fuller file with --events FILE"
	}
	return j.composedAnswer(out, s, w, r)
}

// lagDays is by how much a text may be later than the end of the data that its "since" is
// judged on: data is never of yesterday.
const lagDays = 62

// composedAnswer completes an answer by its one reading and its words.
func (j *job) composedAnswer(out answer, s scope, w watch.Window, r region) answer {
	out.alternatives = []tocsin.Variation{{Actors: s.all.actors(), Window: days(w), Filter: firstText(r.name, "all rows"), Value: out.value, Verdict: out.verdict}}
	if len(j.k.Places) > 0 {
		out.data = append(append([]tocsin.Dataset{}, out.data...), j.placeData()...)
	}
	if out.verdict == tocsin.CannotBeMeasured {
		out.sentence += ": " + quoted(j.k.Text) + " cannot be measured."
		return out
	}
	out.sentence += ": " + quoted(j.k.Text) + " " + verdictWords(out.verdict, out.turnsOn) + "."
	return out
}

func spaced(s string) string {
	if s == "" {
		return ""
	}
	return " " + s
}

// fewLacking is up to how many deaths that UCDP's totals have and no row tells a silence of
// years holds.
const fewLacking = 2

// anyGroup is from how many sides of the data on a name is of no group but of a kind.
const anyGroup = 100

// wellCovered reports that the data could have shown a row: UCDP's totals leave none out,
// or it follows the part of the country, the group or the time that the claim is about.
func (j *job) wellCovered(s scope, w watch.Window) bool {
	if j.c.events.complete {
		return true
	}
	if s.versus != "" {
		s.among = nil
	}
	w.From, w.Until = max(w.From, j.c.events.from), min(w.Until, j.c.events.to)
	whole := scope{iso: s.iso, countries: s.countries}
	if lacks, known := j.c.events.missing(whole, w); known && (lacks < 1 || j.k.Form == tocsin.FormDuration && lacks <= fewLacking) {
		return true
	} else if len(s.all.sides) == 0 && len(j.k.Places) == 0 {
		return false // whoever it was
	} else if known && len(s.all.sides) >= anyGroup {
		return false // "armed groups" are whoever it was
	}
	return j.followsScope(s, w) || len(s.all.sides) == 0 && len(j.c.events.table.Select(whole.filter(party{}, w))) >= minCovered
}
