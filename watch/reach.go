package watch

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"tocsin"
	"tocsin/geo"
	"tocsin/stat"
)

// ReachOptions says from where reach is measured. PlaceErrorKM of 0 is
// DefaultPlaceErrorKM.
type ReachOptions struct {
	From         *geo.Point // the capital, or any other point; nil: no distances
	FromName     string
	PlaceErrorKM float64 // assumed for rows whose precision the file does not give
}

// Reach is how near the events came to a point, and how far they lay in each
// direction.
type Reach struct {
	Basis
	From     *geo.Point `json:"from"`
	FromName string     `json:"from_name"`
	MinKM    *float64   `json:"min_km"`
	Q10KM    *float64   `json:"q10_km"` // a tenth of the events lay nearer than this
	MedianKM *float64   `json:"median_km"`
	Nearest  *Hit       `json:"nearest"` // KM from From
	// Distances are the quantiles of the distance from From; empty without it.
	Distances []Quantile `json:"distances"`
	// DeathsKM is the distance within which half of the deaths lay, by best
	// estimates; nil where there is no point or no death.
	DeathsKM *float64  `json:"deaths_km"`
	Furthest []Extreme `json:"furthest"` // eight, from north clockwise

	table  *Table
	filter Filter
	errKM  float64
}

// A Quantile is the distance within which a share of the events lay.
type Quantile struct {
	Share float64 `json:"share"`
	KM    float64 `json:"km"`
}

// quantiles are the shares that a reach tells.
var quantiles = []float64{0, 0.1, 0.25, 0.5, 0.75, 0.9, 1}

// An Extreme is the event that lay furthest in one direction: the most
// northern, southern and so on by latitude or longitude, in between by both
// (see [geo.BeyondKM]). Its KM is the distance from the point asked about, 0
// where there is none. Earlier is the furthest event before the window.
type Extreme struct {
	Direction string  `json:"direction"`
	Bearing   float64 `json:"bearing"`
	Hit
	Earlier  *Hit    `json:"earlier"`   // nil: no event before the window
	BeyondKM float64 `json:"beyond_km"` // how much further than Earlier; negative: less far; 0 without Earlier
	Record   bool    `json:"record"`    // further than Earlier by more than the place error
}

// Records are the events that lay further in a direction than a point does.
// Hits count only where they lie beyond the place error; their KM is the
// distance beyond the point. Unclear counts the rows that lie further, but
// within the place error.
type Records struct {
	Basis
	Point   geo.Point `json:"point"`
	Bearing float64   `json:"bearing"`
	Hits    []Hit     `json:"hits"` // furthest first, of equals the earliest
	Unclear int       `json:"unclear"`
}

// Reach measures where the events of the filter lay. No placed event in the
// window is an error: reach has no zero.
func (t *Table) Reach(f Filter, o ReachOptions) (*Reach, error) {
	if o.PlaceErrorKM == 0 {
		o.PlaceErrorKM = DefaultPlaceErrorKM
	}
	if o.From != nil && !o.From.Valid() {
		return nil, tocsin.Errorf(tocsin.Invalid, "give latitude and longitude in degrees", "no such point: %g, %g", o.From.Lat, o.From.Lon)
	}
	f = t.measured(f)
	b, err := t.basis(f)
	if err != nil {
		return nil, err
	}
	r := &Reach{Distances: []Quantile{}, From: o.From, FromName: o.FromName, table: t, filter: f, errKM: o.PlaceErrorKM}
	rows := t.placedRows(&b, t.Select(f), o.PlaceErrorKM)
	if len(rows) == 0 {
		return nil, tocsin.Errorf(tocsin.NotFound, "ask about a longer window or a wider filter",
			"no placed event: %s, %s", b.Filter, b.Window)
	}
	r.Basis = b
	if o.From != nil {
		if err := r.distances(rows); err != nil {
			return nil, err
		}
	}
	r.extremes(rows)
	return r, nil
}

// distances fills the distances from the point asked about.
func (r *Reach) distances(rows []int) error {
	km := make([]float64, len(rows))
	near := 0
	for i, row := range rows {
		km[i] = geo.DistanceKM(*r.From, r.table.point(row))
		if km[i] < km[near] {
			near = i
		}
	}
	q, err := stat.Quantiles(km, quantiles...)
	if err != nil {
		return tocsin.Errorf(tocsin.Internal, "", "distances: %w", err)
	}
	for i, share := range quantiles {
		r.Distances = append(r.Distances, Quantile{share, q[i]})
	}
	r.MinKM, r.Q10KM, r.MedianKM = &q[0], &q[1], &q[3]
	r.DeathsKM = r.table.deathsKM(rows, km)
	hit := r.table.hit(rows[near], r.errKM, km[near])
	r.Nearest = &hit
	return nil
}

// deathsKM is the distance within which half of the deaths lay.
func (t *Table) deathsKM(rows []int, km []float64) *float64 {
	order := make([]int, 0, len(rows))
	total := 0
	for i, row := range rows {
		if n := t.best[row]; n != none && n > 0 {
			order, total = append(order, i), total+int(n)
		}
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(km[a], km[b]) })
	sum := 0
	for _, i := range order {
		if sum += int(t.best[rows[i]]); 2*sum >= total {
			return &km[i]
		}
	}
	return nil
}

// extremes finds the furthest event in the eight directions, in the window and
// before it.
func (r *Reach) extremes(rows []int) {
	t := r.table
	origin := t.point(rows[0])
	if r.From != nil {
		origin = *r.From
	}
	now := newFurthest(t, origin)
	for _, row := range rows {
		now.see(row)
	}
	then := newFurthest(t, origin)
	if !r.filter.From.IsZero() {
		f := r.filter
		f.From, f.Until = 0, r.filter.From.AddDays(-1)
		t.each(f, func(row int) {
			if t.isPlaced(row) {
				then.see(row)
			}
		})
	}
	for i := range now.row {
		x := Extreme{Bearing: float64(i) * 45, Direction: geo.CompassPoint(float64(i)*45, 8)}
		x.Hit = t.hit(now.row[i], r.errKM, 0)
		if r.From != nil {
			x.KM = geo.DistanceKM(*r.From, x.Point())
		}
		if then.row[i] >= 0 {
			e := t.hit(then.row[i], r.errKM, 0)
			if r.From != nil {
				e.KM = geo.DistanceKM(*r.From, e.Point())
			}
			x.Earlier, x.BeyondKM = &e, now.km[i]-then.km[i]
			x.Record = x.BeyondKM > max(x.ErrorKM, e.ErrorKM)
		}
		r.Furthest = append(r.Furthest, x)
	}
}

// furthest keeps the row furthest in each of eight directions, of equals the
// earliest; -1 where none was seen.
type furthest struct {
	t        *Table
	plane    geo.Plane
	sin, cos [8]float64
	row      [8]int
	km       [8]float64
}

func newFurthest(t *Table, origin geo.Point) *furthest {
	f := &furthest{t: t, plane: geo.PlaneAt(origin)}
	for i := range f.row {
		f.row[i], f.km[i] = -1, math.Inf(-1)
		f.sin[i], f.cos[i] = math.Sincos(float64(i) * math.Pi / 4)
	}
	// Exact at the cardinal points, where sine and cosine are not.
	f.cos[2], f.sin[4], f.cos[6] = 0, 0, 0
	return f
}

func (f *furthest) see(row int) {
	// One distance north and one east give all eight: this is the inner loop.
	north, east := f.plane.NorthEast(f.t.point(row))
	f.seen(row, north, east)
}

// seen is see for a row that lies so far north and east of the origin.
func (f *furthest) seen(row int, north, east float64) {
	for i := range f.row {
		if km := north*f.cos[i] + east*f.sin[i]; km > f.km[i] {
			f.row[i], f.km[i] = row, km
		}
	}
}

// Earlier finds the events of the reach's filter, from the beginning of the
// data to the end of the window, that lay further toward bearing than p. With
// the window ending on the day before a report, an empty answer means that
// nothing in the data had come so far.
func (r *Reach) Earlier(p geo.Point, bearing float64) (*Records, error) {
	return r.table.Beyond(r.filter, p, bearing, r.errKM)
}

// Beyond is Earlier for a filter without the rest of the reach; f.From does not
// count. errKM is the place error assumed where the file gives no precision.
func (t *Table) Beyond(f Filter, p geo.Point, bearing, errKM float64) (*Records, error) {
	if !p.Valid() || math.IsNaN(bearing) || math.IsInf(bearing, 0) {
		return nil, tocsin.Errorf(tocsin.Invalid, "give latitude, longitude and a bearing in degrees", "no such point or bearing: %g, %g, %g", p.Lat, p.Lon, bearing)
	}
	f = t.measured(f)
	f.From = 0
	b, err := t.basis(f)
	if err != nil {
		return nil, err
	}
	out := &Records{Point: p, Bearing: geo.Turn(bearing), Hits: []Hit{}}
	for _, row := range t.placedRows(&b, t.Select(f), errKM) {
		km := geo.BeyondKM(p, t.point(row), bearing)
		switch {
		case km <= 0:
		case km > t.errorKM(row, errKM):
			out.Hits = append(out.Hits, t.hit(row, errKM, km))
		default:
			out.Unclear++
		}
	}
	out.Basis = b
	slices.SortStableFunc(out.Hits, func(x, y Hit) int { return cmp.Compare(y.KM, x.KM) })
	return out, nil
}

// placedRows drops the rows without a usable point and says so in the basis.
func (t *Table) placedRows(b *Basis, rows []int, errKM float64) []int {
	all := len(rows)
	rows = slices.DeleteFunc(rows, func(row int) bool { return !t.isPlaced(row) })
	unknown := 0
	for _, row := range rows {
		if t.precs.values[t.placed.at(row)] == 0 {
			unknown++
		}
	}
	t.warnRows(b, rows)
	if n := all - len(rows); n > 0 {
		b.warn("%d of %d events are placed only in a district, province or country, or not at all, and are left out", n, all)
	}
	if unknown > 0 {
		of := fmt.Sprintf("for %d of %d events", unknown, len(rows))
		if unknown == len(rows) {
			of = "in this data"
		}
		b.warn("place precision not given %s: %g km assumed", of, errKM)
	}
	return rows
}

// isPlaced reports whether a row's point stands for a place and not for an
// administrative unit.
func (t *Table) isPlaced(row int) bool {
	return t.hasPoint[row] && t.precs.values[t.placed.at(row)] < coarsePlace
}

// errorKM is how far a row's point may lie from the truth.
func (t *Table) errorKM(row int, unknown float64) float64 {
	switch t.precs.values[t.placed.at(row)] {
	case 0:
		return unknown
	case 1:
		return 0
	}
	return DefaultPlaceErrorKM
}

func (t *Table) point(row int) geo.Point { return t.places[t.placeOf[row]] }

// hit shows a row. km is the distance that the result is about.
func (t *Table) hit(row int, unknown, km float64) Hit {
	return Hit{Row: row, ID: t.ID(row), Date: t.from[row], Country: t.word(colCountry, row),
		SideA: t.word(colSideA, row), SideB: t.word(colSideB, row), Class: t.word(colClass, row),
		Place: t.word(colPlace, row), Lat: t.point(row).Lat, Lon: t.point(row).Lon,
		ErrorKM: t.errorKM(row, unknown), Deaths: estimate(t.best[row]), KM: km}
}

// Hit shows row i of the table, without a distance.
func (t *Table) Hit(i int) Hit { return t.hit(i, DefaultPlaceErrorKM, 0) }
