package watch

import (
	"math"

	"gonum.org/v1/gonum/stat/distuv"

	"tocsin"
	"tocsin/geo"
)

// Spread is over what ground the events lay: which cells and districts they hit,
// which for the first time, where their middle was and whether it moved, and
// when each direction was reached so far for the first time.
type Spread struct {
	Basis
	Footprint Footprint `json:"footprint"`
	Districts Districts `json:"districts"`
	Centre    Centre    `json:"centre"`
	Records   []Track   `json:"records"` // eight, from north clockwise
}

// A Footprint counts the PRIO-GRID cells, of half a degree, that placed events
// lay in. First are the cells that no earlier event of the filter, back to the
// beginning of the data, lay in.
type Footprint struct {
	Cells       int         `json:"cells"`
	KM2         float64     `json:"km2"`    // of those cells
	Before      *int        `json:"before"` // cells in the window of the same length directly before; nil: see Reason
	Reason      string      `json:"reason"`
	First       []FirstCell `json:"first"` // in order of date
	FirstReason string      `json:"first_reason"`
}

// A FirstCell is a cell with the first event in it.
type FirstCell struct {
	Cell int `json:"cell"`
	Hit
	Sure bool `json:"sure"` // no earlier event lies within the place error of this one
}

// Districts are the administrative units that the data names: of the second
// level, or where it names none the first.
type Districts struct {
	Level  int         `json:"level"` // 2 or 1; 0 where the data names none
	Hit    int         `json:"hit"`   // how many had events in the window
	First  []FirstUnit `json:"first"` // those that had none before, in order of date
	Reason string      `json:"reason"`
}

// A FirstUnit is a district with the first event in it.
type FirstUnit struct {
	Name string `json:"name"`
	In   string `json:"in"` // the unit around it, or the country
	Event
}

// Event is a row of which only the day and the identifier are shown.
type Event struct {
	ID   string      `json:"id"`
	Date tocsin.Date `json:"date"`
}

// A Centre is the mean of where the events lay, and how far it has moved since
// the window of the same length directly before.
type Centre struct {
	Point    geo.Point  `json:"point"`
	N        int        `json:"n"`
	SpreadKM float64    `json:"spread_km"` // standard distance: the root of the mean square distance from Point
	Then     *geo.Point `json:"then"`      // the centre before; nil: see Reason
	ThenN    int        `json:"then_n"`
	DriftKM  *float64   `json:"drift_km"`
	Bearing  *float64   `json:"bearing"`
	PerMonth *float64   `json:"km_per_month"`
	ErrorKM  *float64   `json:"error_km"` // a drift of less than this may be chance alone
	Clear    bool       `json:"clear"`    // DriftKM is more than ErrorKM
	Reason   string     `json:"reason"`
}

// A Track is the events that lay further in a direction than any before them, by
// more than the place error; the first is where the data begins.
type Track struct {
	Direction string   `json:"direction"`
	Bearing   float64  `json:"bearing"`
	Records   []Record `json:"records"` // in order of date
}

// A Record is one event of a Track. Its KM is the distance from the point asked
// about, 0 where there is none.
type Record struct {
	Hit
	BeyondKM float64 `json:"beyond_km"` // how much further than any before; 0 for the first
}

// Spread measures over what ground the events of the filter lay. No placed event
// in the window is an error.
func (t *Table) Spread(f Filter, o ReachOptions) (*Spread, error) {
	if o.PlaceErrorKM == 0 {
		o.PlaceErrorKM = DefaultPlaceErrorKM
	}
	f = t.measured(f)
	b, err := t.basis(f)
	if err != nil {
		return nil, err
	}
	all := t.Select(f)
	s := &Spread{Districts: t.districts(f, all)}
	rows := t.placedRows(&b, all, o.PlaceErrorKM)
	if len(rows) == 0 {
		return nil, tocsin.Errorf(tocsin.NotFound, "ask about a longer window or a wider filter",
			"no placed event: %s, %s", b.Filter, b.Window)
	}
	s.Basis = b
	now := Window{max(f.From, b.Covered.From), b.Covered.Until}
	if !f.Until.IsZero() {
		now.Until = min(f.Until, now.Until)
	}
	var then []int
	why := ""
	switch before := now.Before(); {
	case f.From.IsZero():
		why = "no first day was asked for, so there is no window before"
	case before.From < b.Covered.From:
		why = "the data begins " + b.Covered.From.String() + ", after the window before does (" + before.From.String() + ")"
	default:
		g := f
		g.From, g.Until = before.From, before.Until
		t.each(g, func(row int) {
			if t.isPlaced(row) {
				then = append(then, row)
			}
		})
	}
	s.Footprint = t.footprint(f, rows, o.PlaceErrorKM)
	if s.Footprint.Reason = why; why == "" {
		s.Footprint.Before = new(len(t.cells(then)))
	}
	s.Centre = t.centre(rows, then, why, float64(now.Days())/daysPerMonth)
	s.Records = t.tracks(f, rows, o)
	return s, nil
}

// daysPerMonth is the mean length of a calendar month.
const daysPerMonth = 365.2425 / 12

func (t *Table) cells(rows []int) map[int]int {
	out := make(map[int]int)
	for _, row := range rows {
		cell := geo.Cell(t.point(row))
		if _, seen := out[cell]; !seen {
			out[cell] = row
		}
	}
	return out
}

// earlier calls visit for the placed rows of the filter before its window.
func (t *Table) earlier(f Filter, visit func(row int)) {
	f.From, f.Until = 0, f.From.AddDays(-1)
	t.each(f, func(row int) {
		if t.isPlaced(row) {
			visit(row)
		}
	})
}

// footprint counts cells and finds the first-ever ones.
func (t *Table) footprint(f Filter, rows []int, errKM float64) Footprint {
	now := t.cells(rows)
	out := Footprint{Cells: len(now), First: []FirstCell{}}
	// In the order of the rows, so that the sum is the same each time.
	for _, row := range rows {
		if cell := geo.Cell(t.point(row)); now[cell] == row {
			out.KM2 += geo.CellKM2(cell)
		}
	}
	if f.From.IsZero() {
		out.FirstReason = "no first day was asked for: every cell was hit for the first time at some day"
		return out
	}
	var before []int
	old := map[int]bool{}
	t.earlier(f, func(row int) {
		before = append(before, row)
		old[geo.Cell(t.point(row))] = true
	})
	for _, row := range rows {
		cell := geo.Cell(t.point(row))
		if now[cell] != row || old[cell] {
			continue
		}
		km := t.errorKM(row, errKM)
		out.First = append(out.First, FirstCell{Cell: cell, Hit: t.hit(row, errKM, 0), Sure: !t.anyWithin(before, t.point(row), km)})
	}
	return out
}

// anyWithin reports whether one of the rows lies within km of p.
func (t *Table) anyWithin(rows []int, p geo.Point, km float64) bool {
	for _, row := range rows {
		if math.Abs(t.point(row).Lat-p.Lat)*geo.KMPerDegree <= km && geo.DistanceKM(p, t.point(row)) <= km {
			return true
		}
	}
	return false
}

// districts counts the districts that the rows name, placed or not: a row that
// is known to a district and no better is in it all the same.
func (t *Table) districts(f Filter, rows []int) Districts {
	first, second := t.Units()
	d := Districts{Level: 2, First: []FirstUnit{}}
	if len(second) == 0 {
		d.Level = 1
	}
	if len(first)+len(second) == 0 {
		return Districts{First: d.First, Reason: "the data names no provinces or districts"}
	}
	// The province is no part of what tells districts apart: a province that is
	// renamed would make all of its districts new.
	type unit struct{ name, country string }
	of := func(row int) unit { return unit{t.unit(d.Level-1, row), t.word(colCountry, row)} }
	old := map[unit]bool{}
	if !f.From.IsZero() {
		g := f
		g.From, g.Until = 0, f.From.AddDays(-1)
		t.each(g, func(row int) { old[of(row)] = true })
	}
	now := map[unit]bool{}
	for _, row := range rows {
		u := of(row)
		if u.name == "" || now[u] {
			continue
		}
		now[u] = true
		if d.Hit++; !f.From.IsZero() && !old[u] {
			in := u.country
			if province := t.unit(0, row); d.Level == 2 && province != "" {
				in = province
			}
			d.First = append(d.First, FirstUnit{Name: u.name, In: in, Event: Event{ID: t.ID(row), Date: t.from[row]}})
		}
	}
	if f.From.IsZero() {
		d.Reason = "no first day was asked for: every district was hit for the first time at some day"
	}
	return d
}

// mean is the spherical mean of rows and the mean square distance from it.
func (t *Table) mean(rows []int) (geo.Point, float64) {
	points := make([]geo.Point, len(rows))
	for i, row := range rows {
		points[i] = t.point(row)
	}
	c := geo.Mean(points)
	square := 0.0
	for _, p := range points {
		d := geo.DistanceKM(c, p)
		square += d * d
	}
	return c, square / float64(len(rows))
}

// centre compares the mean centre with the one before. Where the events lay is
// taken to vary alike in all directions, half of the mean square distance in
// each of two, so that the squared drift by its variance has a chi-square law of
// two degrees of freedom where nothing moved.
func (t *Table) centre(rows, then []int, why string, months float64) Centre {
	c := Centre{N: len(rows), ThenN: len(then), Reason: why}
	var square float64
	c.Point, square = t.mean(rows)
	c.SpreadKM = math.Sqrt(square)
	switch {
	case why != "":
		return c
	case len(then) < 2 || len(rows) < 2:
		c.Reason = "fewer than two placed events in one of the windows"
		return c
	}
	was, squareThen := t.mean(then)
	c.Then = &was
	// Unbiased: one mean was estimated from each window.
	variance := square/float64(2*(len(rows)-1)) + squareThen/float64(2*(len(then)-1))
	limit := math.Sqrt(distuv.ChiSquared{K: 2}.Quantile(DefaultLevel) * variance)
	drift := geo.DistanceKM(was, c.Point)
	c.DriftKM, c.Bearing, c.PerMonth, c.ErrorKM = &drift, new(geo.BearingDeg(was, c.Point)), new(drift/months), &limit
	c.Clear = drift > limit
	return c
}

// tracks walks from the beginning of the data to the end of the window and notes
// each event that lay further in a direction than all before it.
func (t *Table) tracks(f Filter, rows []int, o ReachOptions) []Track {
	origin := t.point(rows[0])
	if o.From != nil {
		origin = *o.From
	}
	out := make([]Track, 8)
	for i := range out {
		out[i] = Track{Bearing: float64(i) * 45, Direction: geo.CompassPoint(float64(i)*45, 8), Records: []Record{}}
	}
	far := newFurthest(t, origin)
	see := func(row int) {
		before := *far
		far.see(row)
		for i := range out {
			if far.row[i] != row {
				continue
			}
			beyond := 0.0
			if was := before.row[i]; was >= 0 {
				if beyond = far.km[i] - before.km[i]; beyond <= max(t.errorKM(row, o.PlaceErrorKM), t.errorKM(was, o.PlaceErrorKM)) {
					continue
				}
			}
			r := Record{Hit: t.hit(row, o.PlaceErrorKM, 0), BeyondKM: beyond}
			if o.From != nil {
				r.KM = geo.DistanceKM(*o.From, r.Point())
			}
			out[i].Records = append(out[i].Records, r)
		}
	}
	if !f.From.IsZero() {
		t.earlier(f, see)
	}
	for _, row := range rows {
		see(row)
	}
	return out
}
