package watch

import (
	"cmp"
	"math"
	"slices"

	"tocsin"
	"tocsin/geo"
)

// Nearby is a list of events with their distance to a point, nearest first. N
// counts the placed events looked at, Totals those in Hits.
type Nearby struct {
	Basis
	Point geo.Point `json:"point"`
	KM    float64   `json:"km"` // the radius asked for; 0: none
	Totals
	Hits []Hit `json:"hits"`
}

// Distance finds the n events nearest to p among the rows of the filter; n of 0
// is all. No placed event at all is an error.
func (t *Table) Distance(f Filter, p geo.Point, n int) (*Nearby, error) {
	out, err := t.nearby(f, p, math.Inf(1))
	if err != nil {
		return nil, err
	}
	if len(out.Hits) == 0 {
		return nil, tocsin.Errorf(tocsin.NotFound, "ask about a longer window or a wider filter",
			"no placed event: %s, %s", out.Filter, out.Window)
	}
	if n > 0 && len(out.Hits) > n {
		out.Hits = out.Hits[:n]
	}
	out.count(t)
	return out, nil
}

// Within finds the events at most km from p among the rows of the filter. None
// is an answer, where the data covers the window; the basis says whether a
// place error could have moved one in or out.
func (t *Table) Within(f Filter, p geo.Point, km float64) (*Nearby, error) {
	if !(km > 0) || math.IsInf(km, 0) {
		return nil, tocsin.Errorf(tocsin.Invalid, "give kilometres above 0", "no such radius: %g", km)
	}
	out, err := t.nearby(f, p, km)
	if err != nil {
		return nil, err
	}
	out.KM = km
	out.count(t)
	return out, nil
}

// nearby measures all placed rows of the filter and keeps those at most km away.
func (t *Table) nearby(f Filter, p geo.Point, km float64) (*Nearby, error) {
	if !p.Valid() {
		return nil, tocsin.Errorf(tocsin.Invalid, "give latitude and longitude in degrees", "no such point: %g, %g", p.Lat, p.Lon)
	}
	f = t.measured(f)
	b, err := t.basis(f)
	if err != nil {
		return nil, err
	}
	out := &Nearby{Point: p, Hits: []Hit{}}
	edge := 0
	for _, row := range t.placedRows(&b, t.Select(f), DefaultPlaceErrorKM) {
		d := geo.DistanceKM(p, t.point(row))
		if math.Abs(d-km) <= t.errorKM(row, DefaultPlaceErrorKM) {
			edge++
		}
		if d <= km {
			out.Hits = append(out.Hits, t.hit(row, DefaultPlaceErrorKM, d))
		}
	}
	if edge > 0 {
		b.warn("%d %s so near the edge of the circle that the place error could move %s across it",
			edge, plural(edge, "event lies", "events lie"), plural(edge, "it", "them"))
	}
	slices.SortStableFunc(out.Hits, func(x, y Hit) int { return cmp.Compare(x.KM, y.KM) })
	out.Basis = b
	return out, nil
}

// count totals the hits that are listed.
func (n *Nearby) count(t *Table) {
	n.Totals = Totals{}
	for _, h := range n.Hits {
		n.add(t, h.Row)
	}
}
