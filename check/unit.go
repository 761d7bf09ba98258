package check

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"tocsin"
	"tocsin/gazetteer"
	"tocsin/geo"
	"tocsin/watch"
)

// A unitScope is the first-level unit of a country that a claim is about, with the
// rows that lie in it by each way of drawing its border.
type unitScope struct {
	place gazetteer.Place
	drawn [3]*watch.Rows // as it is, drawn in, drawn out
	near  int            // rows near the border
	part  string         // of a part of a country that is no unit: "in the east of Ukraine"
	byMap bool           // some rows were placed by the towns nearest to them
}

// InUnit chooses the rows of a table that lie in a first-level unit of a country, its
// border drawn at a depth ([gazetteer.Gazetteer.UnitDepth]): 1 as it is. Rows whose
// dataset names the unit are taken at its word.
func InUnit(g *gazetteer.Gazetteer, t *watch.Table, countries []string, unit gazetteer.Place, depth float64) *watch.Rows {
	return unitRows(g, t, countries, unit).within(unit.Name, depth)
}

// A unitDepths is how deep in a unit each row lies: 0 for one outside its country.
type unitDepths struct {
	depth []float64
	byMap bool
}

// sureDepth is the depth of a row that its dataset puts into the unit.
const sureDepth = 1000

func unitRows(g *gazetteer.Gazetteer, t *watch.Table, countries []string, unit gazetteer.Place) unitDepths {
	out := unitDepths{depth: make([]float64, t.Len())}
	named := map[string]int{} // what the dataset calls a unit → 1 this one, -1 another, 0 unknown
	at := map[geo.Point]float64{}
	for _, row := range t.Select(watch.Filter{Countries: countries}) {
		ev := t.Event(row)
		if name := t.Unit(row); name != "" {
			is, seen := named[name]
			if !seen {
				is = unitCalled(g, name, unit)
				named[name] = is
			}
			if is != 0 {
				out.depth[row] = max(0, float64(is)*sureDepth)
				continue
			}
		}
		if !ev.HasPoint || ev.PlacePrec > 3 {
			continue
		}
		pt := geo.Point{Lat: ev.Lat, Lon: ev.Lon}
		d, seen := at[pt]
		if !seen {
			d, _ = g.UnitDepth(unit.Country, unit.Admin1, pt)
			at[pt] = d
		}
		out.depth[row], out.byMap = d, true
	}
	return out
}

// unitCalled tells whether a dataset's name for a unit means this one.
func unitCalled(g *gazetteer.Gazetteer, name string, unit gazetteer.Place) int {
	found := g.Admin1Named(name, unit.Country)
	switch {
	case slices.ContainsFunc(found, func(p gazetteer.Place) bool { return p.ID == unit.ID }), sameUnit(unit.Name, name), sameUnit(bare(unit.Name), bare(name)):
		return 1
	case len(found) > 0:
		return -1
	}
	return 0
}

// within are the rows at least so deep in the unit.
func (u unitDepths) within(name string, depth float64) *watch.Rows {
	in := make([]bool, len(u.depth))
	for i, d := range u.depth {
		in[i] = d >= depth && d > 0
	}
	return &watch.Rows{Name: name, In: in}
}

// unitOf is the first-level unit that a place of a claim is; false for towns,
// districts and parts of units.
func (j *job) unitOf(p tocsin.Place) (gazetteer.Place, bool) {
	if p.Relation != "" && p.Relation != "in" {
		return gazetteer.Place{}, false
	}
	for _, g := range j.candidates(p) {
		if g.Code == "ADM1" && g.Admin1 != "" && len(j.c.events.country[g.Country]) > 0 {
			return g, true
		}
		if g.Class == "P" && !unitName(p.Text) {
			return gazetteer.Place{}, false
		}
	}
	return gazetteer.Place{}, false
}

// inUnit judges a claim about a province: once by its border as the towns tell it,
// once by a border drawn in and once by one drawn out. Where these differ, the verdict
// turns on the rows near the border.
func (j *job) inUnit() (answer, bool) {
	p, ok := j.spot()
	if !ok || j.unit != nil {
		return answer{}, false
	}
	var u *unitScope
	if place, ok := j.unitOf(p); ok {
		u = j.c.unitScope(place)
	} else if u, ok = j.partScope(p); !ok {
		return answer{}, false
	}
	sub := *j
	of := *j.k.Of
	if of.Country == "" {
		of.Country = j.c.countryName(u.place.Country)
	}
	if iso, known := j.c.isoOf(of.Country); !known || iso != u.place.Country {
		return answer{}, false
	}
	sub.k.Of, sub.k.Places = &of, nil
	for _, other := range j.k.Places {
		if _, whole := j.c.placeCountry(other); !whole && other.Text != p.Text {
			sub.k.Places = append(sub.k.Places, other)
		}
	}
	sub.unit = u
	var by [3]answer
	for i := range by {
		once := sub
		once.border = i
		by[i] = once.answer()
	}
	return sub.unit.combine(by, j), true
}

// combine makes one answer of those by the three borders.
func (u *unitScope) combine(by [3]answer, j *job) answer {
	out := by[0]
	out.data = append(slices.Clone(out.data), j.placeData()...)
	if out.verdict == tocsin.CannotBeMeasured {
		return out
	}
	for i, how := range []string{1: "drawn in", 2: "drawn out"} {
		if i == 0 {
			continue
		}
		if len(by[i].alternatives) > 0 && u.byMap {
			v := by[i].alternatives[0]
			v.Filter += ", the border of " + u.place.Name + " " + how
			out.alternatives = append(out.alternatives, v)
		}
		if by[i].verdict != out.verdict && !(u.part != "" && by[i].verdict == tocsin.CannotBeMeasured) {
			out.verdict, out.turnsOn = tocsin.Partly, "where the border of "+u.place.Name+" runs: "+strconv.Itoa(u.near)+" rows lie near it"
		}
	}
	if out.verdict != by[0].verdict {
		out.sentence = measuredPart(out.sentence) + ": " + quoted(j.k.Text) + " " + verdictWords(out.verdict, out.turnsOn) + "."
	}
	if u.part != "" {
		out.sentence += " Counted are the rows " + u.part + "."
	} else if u.byMap {
		out.sentence += " Which rows lie in " + u.place.Name + " was told by the towns nearest to them."
	}
	return out
}

// unitScope finds the rows of a unit, once.
func (c *Checker) unitScope(place gazetteer.Place) *unitScope {
	if u, ok := c.units.Load(place.ID); ok {
		return u.(*unitScope)
	}
	d := unitRows(c.o.Gazetteer, c.events.table, c.events.country[place.Country], place)
	u := &unitScope{place: place, byMap: d.byMap}
	for i, depth := range []float64{1, gazetteer.UnitBorder, 1 / gazetteer.UnitBorder} {
		u.drawn[i] = d.within(place.Name, depth)
	}
	for row, out := range u.drawn[2].In {
		if out && !u.drawn[1].In[row] {
			u.near++
		}
	}
	c.units.Store(place.ID, u)
	return u
}

// rankUnit judges that no province of a country had more in the claim's time.
func (j *job) rankUnit() answer {
	s, bad := j.scope()
	if bad != nil {
		return *bad
	}
	w := j.window()
	if why := j.c.events.outsideData(w); why != "" || w.From.IsZero() || w.Until.IsZero() || j.unit == nil || j.k.Value == nil {
		return cannot("name a province of a country and a time that the data covers", firstText(why, "the claim does not name both"), j.c.events.sets...)
	}
	measure := "deaths"
	if eventsMeant(j.k.Of.Measure) {
		measure = "events"
	}
	t := j.c.events.tally(j.countFilter(s, w))
	r := ranking{mine: t.size(measure), place: *j.k.Value, best: -1, bestAt: w}
	whole := s.everywhere()
	rows := map[string][]int{} // of the other provinces
	for _, row := range j.c.events.tally(j.countFilter(whole, w)).rows {
		if code := j.c.unitOfRow(row, s.iso); code != "" && code != j.unit.place.Admin1 && !s.among.In[row] {
			rows[code] = append(rows[code], row)
		}
	}
	bestAt := ""
	for _, code := range slices.Sorted(maps.Keys(rows)) {
		x := j.c.events.sum(rows[code]).size(measure)
		if r.best < 0 || r.place > 0 && x > r.best || r.place < 0 && x < r.best {
			bestAt = code
		}
		r.try(x, w)
	}
	best := firstText(j.c.o.Gazetteer.UnitName(s.iso, bestAt), "another")
	out := answer{unit: tocsin.Rank, data: j.c.events.sets, value: tocsin.Number(float64(r.rank())), events: j.c.events.ids(t.rows), verdict: r.verdict(), query: j.scopeQuery("tempo", s, s.all, w)}
	out.alternatives = []tocsin.Variation{{Actors: s.all.actors(), Window: days(w), Filter: measure + ", all provinces", Value: out.value, Verdict: out.verdict}}
	if out.verdict == tocsin.CannotBeMeasured {
		out.reason = "the data has no rows in another province of the country then"
	}
	out.sentence = fmt.Sprintf("In this data there are %s %s, %s, and the most elsewhere, in %s, are %s: %s %s.", number(r.mine), j.who(s, s.all, measure), days(w),
		best, number(max(r.best, 0)), quoted(j.k.Text), verdictWords(out.verdict, ""))
	return out
}

// unitOfRow is the code of the unit that a row lies in by its dataset or the nearest town.
func (c *Checker) unitOfRow(row int, iso string) string {
	ev := c.events.table.Event(row)
	if name := c.events.table.Unit(row); name != "" {
		if found := c.o.Gazetteer.Admin1Named(name, iso); len(found) > 0 {
			return found[0].Admin1
		}
	}
	if !ev.HasPoint || ev.PlacePrec > 3 {
		return ""
	}
	return c.o.Gazetteer.UnitAt(iso, geo.Point{Lat: ev.Lat, Lon: ev.Lon})
}
