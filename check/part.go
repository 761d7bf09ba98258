package check

import (
	"strings"

	"tocsin"
	"tocsin/gazetteer"
	"tocsin/geo"
	"tocsin/watch"
)

// A part of a country that is no unit of it, "eastern Ukraine", "Thailand's deep south",
// "west of Islamabad", or a town of which a share is told, is judged as a unit is: by the
// rows within its border, by those within one drawn in, and within one drawn out.

// partScope is the rows of such a part; ok is false where the claim names none, or has a
// method of its own for it.
func (j *job) partScope(p tocsin.Place) (*unitScope, bool) {
	if !j.overPart() {
		return nil, false
	}
	var r region
	iso := ""
	if side, code, ok := j.partOfLand(p); ok {
		var bad *answer
		if r, bad = j.sideRegion(side, code); bad != nil {
			return nil, false
		}
		iso = code
	} else if code, known, _ := j.ofCountry(); known && (j.k.Form == tocsin.FormShare && j.k.Than != nil || j.roundThen(p)) {
		iso = code
		towns := j.townsOf(scope{iso: iso}, p)
		if _, whole := j.c.placeCountry(p); whole || len(towns) == 0 || isArea(towns[0]) {
			return nil, false
		}
		if r = j.townRegion(p, towns[0]); p.Relation == "" || j.roundThen(p) {
			r.margin = townMarginKM
		}
	}
	if r.inside == nil || len(j.c.events.country[iso]) == 0 {
		return nil, false
	}
	return j.c.drawn(r, iso), true
}

// roundThen reports a circle around a town in which one time is compared with others.
func (j *job) roundThen(p tocsin.Place) bool {
	if _, round := radiusKM(p); !round {
		return false
	}
	return j.k.Form == tocsin.FormChange || j.k.Form == tocsin.FormRank || j.k.Form == tocsin.FormCount && j.k.Novelty == "again"
}

// townMarginKM is by how much the edge of a town may be drawn otherwise.
const townMarginKM = 10

// overPart reports a claim that counts the rows of a part of a country.
func (j *job) overPart() bool {
	switch j.k.Form {
	case tocsin.FormCount:
		return j.k.Unit != tocsin.Bearing && (j.k.Than != nil || j.k.Value != nil && (*j.k.Value > 1 || opOf(j.k) != ">="))
	case tocsin.FormRate, tocsin.FormChange, tocsin.FormShare:
		return true
	case tocsin.FormRank:
		return j.k.Than == nil && j.k.Unit == tocsin.Rank
	}
	return false
}

// partOfLand reads a place as a side or the middle of a country.
func (j *job) partOfLand(p tocsin.Place) (side, iso string, ok bool) {
	iso, whole := j.c.placeCountry(p)
	if iso == "" && isCompass(p.Relation) {
		iso, _, _ = j.ofCountry() // DR Congo's east
	}
	if iso == "" || whole || p.Precision != "region" && p.Relation == "" {
		return "", "", false
	}
	side = strings.ToLower(firstText(p.Relation, firstWord(p.Text)))
	if i := strings.LastIndexByte(side, ' '); i > 0 && !isCompass(side) {
		side = side[i+1:] // the deep south
	}
	return side, iso, isCompass(side)
}

// drawn is the rows of a country within a region, by each way of drawing its border.
func (c *Checker) drawn(r region, iso string) *unitScope {
	u := &unitScope{place: gazetteer.Place{Name: strings.TrimPrefix(r.name, "in "), Country: iso}, byMap: true, part: r.name}
	for i, by := range []float64{0, r.margin, -r.margin} {
		in := make([]bool, c.events.table.Len())
		for _, row := range c.events.table.Select(watch.Filter{Countries: c.events.country[iso]}) {
			in[row] = c.events.table.Event(row).HasPoint && r.inside(row) >= by
		}
		u.drawn[i] = &watch.Rows{In: in}
	}
	for row, out := range u.drawn[2].In {
		if out && !u.drawn[1].In[row] {
			u.near++
		}
	}
	return u
}

// sideRegion is a side of a country or its middle: "the eastern part of Kenya".
func (j *job) sideRegion(side, iso string) (r region, bad *answer) {
	m := j.lookup(j.c.countryName(iso))
	if len(m) == 0 {
		a := cannot("write the country's usual name", "its middle is not known", j.placeData()...)
		return r, &a
	}
	mid := j.middle(m[0].Place)
	r = region{name: "in the centre of " + j.c.countryName(iso), margin: centralKM / 4}
	r.inside = func(row int) float64 {
		ev := j.c.events.table.Event(row)
		return centralKM - geo.DistanceKM(mid, geo.Point{Lat: ev.Lat, Lon: ev.Lon})
	}
	if deg, ok := geo.CompassBearing(side); ok {
		r.name, r.margin = "in the "+geo.CompassPoint(deg, 8)+" of "+j.c.countryName(iso), placeErrorKM
		r.inside = func(row int) float64 {
			ev := j.c.events.table.Event(row)
			return geo.BeyondKM(mid, geo.Point{Lat: ev.Lat, Lon: ev.Lon}, deg)
		}
	}
	r.lies = func(row int) int {
		return beside(r.inside(row), placeErrorKM, j.c.events.table.Event(row).HasPoint)
	}
	return r, nil
}
