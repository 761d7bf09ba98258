package watch

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"

	"tocsin"
	"tocsin/geo"
)

// An Area is one or more polygons, with holes, on the globe. Its edges are
// straight on a map of longitude and latitude, as GeoJSON has it. It is not
// changed once made.
type Area struct {
	Name  string
	polys orb.MultiPolygon
	bound orb.Bound
}

// ParseArea reads the polygons of a GeoJSON document (RFC 7946): a Polygon, a
// MultiPolygon, a GeometryCollection, a Feature or a FeatureCollection. Points
// and lines in it are an error, since nothing lies inside them; so are rings
// that are not closed and positions off the globe. An area that crosses the
// date line is two polygons, as the standard asks.
func ParseArea(name string, raw []byte) (*Area, error) {
	fail := func(err error, hint string) error {
		return &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{File: name}, Err: err, Hint: hint}
	}
	var g geoJSON
	if err := json.Unmarshal(raw, &g); err != nil {
		return nil, fail(fmt.Errorf("is no JSON: %w", err), "give a GeoJSON file with a Polygon or a MultiPolygon")
	}
	a := &Area{Name: name}
	if err := a.take(&g, 0); err != nil {
		return nil, fail(err, "give a GeoJSON file with a Polygon or a MultiPolygon: closed rings of [longitude, latitude]")
	}
	if len(a.polys) == 0 {
		return nil, fail(errors.New("holds no polygon"), "give a GeoJSON file with a Polygon or a MultiPolygon")
	}
	a.bound = a.polys.Bound()
	return a, nil
}

// geoJSON is any GeoJSON object.
type geoJSON struct {
	Type        string          `json:"type"`
	Coordinates json.RawMessage `json:"coordinates"`
	Geometry    *geoJSON        `json:"geometry"`
	Geometries  []geoJSON       `json:"geometries"`
	Features    []geoJSON       `json:"features"`
}

// deepest is how many collections may lie in one another.
const deepest = 8

func (a *Area) take(g *geoJSON, depth int) error {
	if depth > deepest {
		return fmt.Errorf("more than %d collections in one another", deepest)
	}
	var parts []geoJSON
	switch g.Type {
	case "Polygon":
		var rings [][][]float64
		if err := json.Unmarshal(g.Coordinates, &rings); err != nil {
			return fmt.Errorf("coordinates of a Polygon: %w", err)
		}
		return a.add(rings)
	case "MultiPolygon":
		var polys [][][][]float64
		if err := json.Unmarshal(g.Coordinates, &polys); err != nil {
			return fmt.Errorf("coordinates of a MultiPolygon: %w", err)
		}
		for _, rings := range polys {
			if err := a.add(rings); err != nil {
				return err
			}
		}
		return nil
	case "Feature":
		if g.Geometry == nil {
			return nil // a feature without a place
		}
		parts = []geoJSON{*g.Geometry}
	case "FeatureCollection":
		parts = g.Features
	case "GeometryCollection":
		parts = g.Geometries
	case "":
		return errors.New(`has no "type"`)
	default:
		return fmt.Errorf("a %.40q has no inside", g.Type)
	}
	for i := range parts {
		if err := a.take(&parts[i], depth+1); err != nil {
			return err
		}
	}
	return nil
}

// add checks the rings of one polygon: the outer one, then its holes.
func (a *Area) add(rings [][][]float64) error {
	if len(rings) == 0 {
		return errors.New("a polygon without a ring")
	}
	var poly orb.Polygon
	for _, positions := range rings {
		var ring orb.Ring
		for _, p := range positions {
			if len(p) < 2 || !(geo.Point{Lat: p[1], Lon: p[0]}).Valid() {
				return fmt.Errorf("no such position: %v; the longitude comes first", p)
			}
			ring = append(ring, orb.Point{p[0], p[1]})
		}
		if len(ring) < 4 || ring[0] != ring[len(ring)-1] {
			return fmt.Errorf("a ring of %d positions that does not end where it begins", len(ring))
		}
		poly = append(poly, ring)
	}
	a.polys = append(a.polys, poly)
	return nil
}

// Contains reports whether p lies in the area or on its edge.
func (a *Area) Contains(p geo.Point) bool {
	at := orb.Point{p.Lon, p.Lat}
	return a.bound.Contains(at) && planar.MultiPolygonContains(a.polys, at)
}

// edgeKM is how far p lies from the nearest edge, where that is at most within;
// a greater number elsewhere. It is computed on the plane that touches the
// globe at p, which is good to a percent over a hundred kilometres.
func (a *Area) edgeKM(p geo.Point, within float64) float64 {
	east := geo.KMPerDegree * math.Cos(p.Lat*math.Pi/180)
	padLat := within / geo.KMPerDegree
	padLon := within / max(east, 1)
	if p.Lat < a.bound.Min[1]-padLat || p.Lat > a.bound.Max[1]+padLat || p.Lon < a.bound.Min[0]-padLon || p.Lon > a.bound.Max[0]+padLon {
		return math.Inf(1)
	}
	flat := func(q orb.Point) orb.Point {
		return orb.Point{(q[0] - p.Lon) * east, (q[1] - p.Lat) * geo.KMPerDegree}
	}
	best := math.Inf(1)
	for _, poly := range a.polys {
		for _, ring := range poly {
			for i := 1; i < len(ring); i++ {
				best = min(best, planar.DistanceFromSegment(flat(ring[i-1]), flat(ring[i]), orb.Point{}))
			}
		}
	}
	return best
}

// warnEdge says how many placed rows lie so near the edge of the filter's area
// that their place error could move them across it.
func (t *Table) warnEdge(b *Basis, f Filter) {
	if f.Area == nil {
		return
	}
	area := f.Area
	f.Area = nil
	edge := 0
	t.each(f, func(row int) {
		if km := t.errorKM(row, DefaultPlaceErrorKM); t.isPlaced(row) && km > 0 && area.edgeKM(t.point(row), km) <= km {
			edge++
		}
	})
	if edge > 0 {
		b.warn("%d %s so near the edge of the area that the place error could move %s across it",
			edge, plural(edge, "event lies", "events lie"), plural(edge, "it", "them"))
	}
}
