// Package borders keeps the outlines of countries and says which one holds a
// point.
//
// In: the TopoJSON of npm world-atlas (Natural Earth, public domain), packed by
// Write into a small file, and points in degrees. Out: the ISO2 code of the
// country. It assumes planar edges between the given vertices, which at 1:50m is
// within a kilometre or two of the real border; it knows nothing of dates.
package borders

import (
	"encoding/binary"
	"errors"
	"math"

	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"

	"bytes"
	"compress/flate"
	"io"
)

// A Set is the outlines of all countries, in the quantised integers of the
// source: lon = X×Scale[0]+Move[0], lat = Y×Scale[1]+Move[1].
type Set struct {
	Scale, Move [2]float64
	Arcs        [][][2]int32 // absolute quantised points
	Countries   []Outline
}

// An Outline is one country: polygons of rings of arcs. A negative arc n is arc
// ^n backwards, as in TopoJSON.
type Outline struct {
	ISO2     string
	Polygons [][][]int32
}

// Write packs the set.
func Write(s *Set) ([]byte, error) {
	var b []byte
	for _, f := range []float64{s.Scale[0], s.Scale[1], s.Move[0], s.Move[1]} {
		b = binary.BigEndian.AppendUint64(b, math.Float64bits(f))
	}
	b = binary.AppendUvarint(b, uint64(len(s.Arcs)))
	for _, arc := range s.Arcs {
		b = binary.AppendUvarint(b, uint64(len(arc)))
		var last [2]int32
		for _, p := range arc {
			b = binary.AppendVarint(b, int64(p[0]-last[0]))
			b = binary.AppendVarint(b, int64(p[1]-last[1]))
			last = p
		}
	}
	b = binary.AppendUvarint(b, uint64(len(s.Countries)))
	for _, c := range s.Countries {
		b = append(b, c.ISO2[0], c.ISO2[1])
		b = binary.AppendUvarint(b, uint64(len(c.Polygons)))
		for _, poly := range c.Polygons {
			b = binary.AppendUvarint(b, uint64(len(poly)))
			for _, ring := range poly {
				b = binary.AppendUvarint(b, uint64(len(ring)))
				for _, a := range ring {
					b = binary.AppendVarint(b, int64(a))
				}
			}
		}
	}
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err = w.Write(b); err != nil {
		return nil, err
	}
	err = w.Close()
	return out.Bytes(), err
}

var errDamaged = errors.New("embedded borders: damaged")

// A Map is a set made ready for questions.
type Map struct {
	shapes []shape
	middle map[string]orb.Point
}

type shape struct {
	iso2  string
	bound orb.Bound
	poly  orb.Polygon
}

// Read unpacks what Write wrote.
func Read(packed []byte) (*Map, error) {
	raw, err := io.ReadAll(flate.NewReader(bytes.NewReader(packed)))
	if err != nil {
		return nil, err
	}
	r := &reader{b: raw}
	var tr [4]float64
	for i := range tr {
		tr[i] = math.Float64frombits(r.fixed())
	}
	arcs := make([][]orb.Point, r.count())
	for i := range arcs {
		arcs[i] = make([]orb.Point, r.count())
		var x, y int64
		for k := range arcs[i] {
			x += r.varint()
			y += r.varint()
			arcs[i][k] = orb.Point{float64(x)*tr[0] + tr[2], float64(y)*tr[1] + tr[3]}
		}
	}
	m := &Map{middle: make(map[string]orb.Point)}
	for n := r.count(); n > 0; n-- {
		iso2 := r.iso2()
		for p := r.count(); p > 0; p-- {
			poly := make(orb.Polygon, r.count())
			for i := range poly {
				poly[i] = r.ring(arcs)
			}
			if len(poly) == 0 || len(poly[0]) < 3 {
				return nil, errDamaged
			}
			m.shapes = append(m.shapes, shape{iso2: iso2, bound: poly.Bound(), poly: poly})
		}
	}
	m.findMiddles()
	return m, r.err
}

type reader struct {
	b   []byte
	err error
}

func (r *reader) fail() { r.err, r.b = errDamaged, nil }

func (r *reader) fixed() uint64 {
	if len(r.b) < 8 {
		r.fail()
		return 0
	}
	v := binary.BigEndian.Uint64(r.b)
	r.b = r.b[8:]
	return v
}

func (r *reader) iso2() string {
	if len(r.b) < 2 {
		r.fail()
		return ""
	}
	s := string(r.b[:2])
	r.b = r.b[2:]
	return s
}

func (r *reader) varint() int64 {
	v, n := binary.Varint(r.b)
	if n <= 0 {
		r.fail()
		return 0
	}
	r.b = r.b[n:]
	return v
}

// count is a length; no length exceeds the bytes that are left.
func (r *reader) count() int {
	v, n := binary.Uvarint(r.b)
	if n <= 0 || v > uint64(len(r.b)) {
		r.fail()
		return 0
	}
	r.b = r.b[n:]
	return int(v)
}

func (r *reader) ring(arcs [][]orb.Point) orb.Ring {
	var ring orb.Ring
	for n := r.count(); n > 0; n-- {
		a := int(r.varint())
		back := a < 0
		if back {
			a = ^a
		}
		if a >= len(arcs) {
			r.fail()
			return ring
		}
		pts := arcs[a]
		for i := range pts {
			if i == 0 && len(ring) > 0 {
				continue // an arc begins where the one before it ended
			}
			p := pts[i]
			if back {
				p = pts[len(pts)-1-i]
			}
			ring = append(ring, unwrap(ring, p))
		}
	}
	return ring
}

// unwrap moves a point by a whole turn where the ring crosses the antimeridian,
// so that Chukotka lies beyond 180° and not at the other end of the map.
func unwrap(ring orb.Ring, p orb.Point) orb.Point {
	if len(ring) == 0 {
		return p
	}
	last := ring[len(ring)-1][0]
	p[0] = last + math.Remainder(p[0]-last, 360)
	return p
}

// At is the country that holds the point, "" at sea.
func (m *Map) At(lat, lon float64) string {
	for _, turn := range [...]float64{0, 360, -360} {
		p := orb.Point{lon + turn, lat}
		for i := range m.shapes {
			s := &m.shapes[i]
			if s.bound.Contains(p) && planar.PolygonContains(s.poly, p) {
				return s.iso2
			}
		}
	}
	return ""
}

// Nearest is the country whose border comes closest to the point, and how far
// that is in degrees of latitude, if it is at most reach.
func (m *Map) Nearest(lat, lon, reach float64) (iso2 string, deg float64) {
	squeeze := math.Max(0.05, math.Cos(lat*math.Pi/180))
	p := orb.Point{0, 0}
	deg = math.Inf(1)
	for i := range m.shapes {
		s := &m.shapes[i]
		if !s.bound.Pad(reach / squeeze).Contains(orb.Point{lon, lat}) {
			continue
		}
		for _, ring := range s.poly {
			for k := 1; k < len(ring); k++ {
				a := orb.Point{(ring[k-1][0] - lon) * squeeze, ring[k-1][1] - lat}
				b := orb.Point{(ring[k][0] - lon) * squeeze, ring[k][1] - lat}
				if d := planar.DistanceFromSegment(a, b, p); d < deg {
					iso2, deg = s.iso2, d
				}
			}
		}
	}
	if deg > reach {
		return "", deg
	}
	return iso2, deg
}

// Extent is the box, in degrees, around a country's largest polygon. Where that
// crosses the date line, east is more than 180.
func (m *Map) Extent(iso2 string) (south, west, north, east float64, ok bool) {
	best := 0.0
	for i := range m.shapes {
		s := &m.shapes[i]
		if s.iso2 != iso2 {
			continue
		}
		if area := math.Abs(planar.Area(s.poly)); area > best {
			best, ok = area, true
			south, west, north, east = s.bound.Min[1], s.bound.Min[0], s.bound.Max[1], s.bound.Max[0]
		}
	}
	return south, west, north, east, ok
}

// Middle is the centroid of a country's largest polygon.
func (m *Map) Middle(iso2 string) (lat, lon float64, ok bool) {
	p, ok := m.middle[iso2]
	return p[1], p[0], ok
}

// findMiddles computes the centroids on Lambert's equal-area cylinder, so that
// the north of Canada weighs no more than it covers.
func (m *Map) findMiddles() {
	best := make(map[string]float64)
	for i := range m.shapes {
		s := &m.shapes[i]
		flat := make(orb.Ring, len(s.poly[0]))
		for k, p := range s.poly[0] {
			flat[k] = orb.Point{p[0] * math.Pi / 180, math.Sin(p[1] * math.Pi / 180)}
		}
		c, area := planar.CentroidArea(flat)
		if area = math.Abs(area); area <= best[s.iso2] {
			continue
		}
		best[s.iso2] = area
		m.middle[s.iso2] = orb.Point{math.Remainder(c[0]*180/math.Pi, 360), math.Asin(max(-1, min(1, c[1]))) * 180 / math.Pi}
	}
}
