package gazetteer

import (
	"math"
	"strings"

	"tocsin/geo"
)

// How InUnit looks: how far towns may lie, and the kilometres within which the point
// of a town stands for the town.
const (
	unitReachKM = 150
	townKM      = 3
)

// UnitBorder is the depth from which a point is taken to lie surely in a unit, and one
// over it that up to which it surely lies outside: see [Gazetteer.UnitDepth].
const UnitBorder = 1.5

// UnitDepth tells how deep in a first-level unit of a country a point lies, by the
// towns of the world table: the distance of the nearest town of any other unit over
// that of the nearest town of this unit. Above 1 the point is taken to lie in the
// unit; near 1 a border runs nearby. It reports false where no town of the country lies within
// 150 km. The code is [Place.Admin1]. No borders of units are on file: how often this
// is right is measured in docs/methods/check.md.
func (g *Gazetteer) UnitDepth(iso2, admin1 string, pt geo.Point) (depth float64, ok bool) {
	if !pt.Valid() {
		return 0, false
	}
	here, other := g.world.unitTowns(iso2).nearest(pt, admin1)
	if math.IsInf(here, 1) && math.IsInf(other, 1) {
		return 0, false
	}
	return (min(other, unitReachKM) + townKM) / (min(here, unitReachKM) + townKM), true
}

// UnitAt is the code of the first-level unit of a country that the town nearest to a
// point lies in, "" where none is within 150 km.
func (g *Gazetteer) UnitAt(iso2 string, pt geo.Point) string {
	if !pt.Valid() {
		return ""
	}
	grid, c := g.world.unitTowns(iso2), degreeCell(pt)
	best, code := math.Inf(1), ""
	for lat := c[0] - 2; lat <= c[0]+2; lat++ {
		for lon := c[1] - 2; lon <= c[1]+2; lon++ {
			for _, t := range grid[[2]int{lat, lon}] {
				if km := geo.DistanceKM(pt, t.at); km < best && km <= unitReachKM {
					best, code = km, t.unit
				}
			}
		}
	}
	return code
}

// UnitName is the name of a first-level unit of a country by its code, "" for none.
func (g *Gazetteer) UnitName(iso2, admin1 string) string {
	t := g.world.table
	for row, unit := range t.Unit {
		if unit == admin1 && t.Countries[t.Country[row]] == iso2 && strings.HasSuffix(t.Codes[t.Code[row]], ".ADM1") {
			return g.world.firstName(uint32(row))
		}
	}
	return ""
}

// A unitGrid is a country's towns with their units, by degree cells.
type unitGrid map[[2]int][]unitTown

type unitTown struct {
	at   geo.Point
	unit string
}

// unitTowns reads a country's towns once.
func (w *world) unitTowns(iso2 string) unitGrid {
	if g, ok := w.grids.Load(iso2); ok {
		return g.(unitGrid)
	}
	g := unitGrid{}
	t := w.table
	for row := range t.Len() {
		if t.Countries[t.Country[row]] != iso2 || t.Admin1[row] == 0 || !strings.HasPrefix(t.Codes[t.Code[row]], "P.") {
			continue
		}
		at := geo.Point{Lat: float64(t.Lat[row]) / 1e5, Lon: float64(t.Lon[row]) / 1e5}
		k := degreeCell(at)
		g[k] = append(g[k], unitTown{at, t.Unit[t.Admin1[row]-1]})
	}
	w.grids.Store(iso2, g)
	return g
}

func degreeCell(p geo.Point) [2]int {
	return [2]int{int(math.Floor(p.Lat)), int(math.Floor(p.Lon))}
}

// nearest is how far the nearest town of a unit and the nearest of any other lie,
// +Inf for none within 150 km.
func (g unitGrid) nearest(pt geo.Point, unit string) (here, other float64) {
	here, other = math.Inf(1), math.Inf(1)
	c := degreeCell(pt)
	for ring := range 3 {
		for lat := c[0] - ring; lat <= c[0]+ring; lat++ {
			for lon := c[1] - ring; lon <= c[1]+ring; lon++ {
				if max(lat-c[0], c[0]-lat, lon-c[1], c[1]-lon) == ring {
					g.closer(pt, unit, [2]int{lat, lon}, &here, &other)
				}
			}
		}
		if ring == 1 && max(here, other) < ringKM(pt) {
			break
		}
	}
	return here, other
}

// ringKM is how far from a point the second ring of cells begins at least.
func ringKM(pt geo.Point) float64 {
	return geo.KMPerDegree * math.Cos(min(math.Abs(pt.Lat)+1, 89)*math.Pi/180)
}

// closer asks the towns of one cell.
func (g unitGrid) closer(pt geo.Point, unit string, cell [2]int, here, other *float64) {
	for _, t := range g[cell] {
		best := other
		if t.unit == unit {
			best = here
		}
		if km := geo.DistanceKM(pt, t.at); km < *best && km <= unitReachKM {
			*best = km
		}
	}
}
