package main

import (
	"errors"
	"fmt"
	"math"
	"strconv"

	"tocsin"
	"tocsin/desk"
	"tocsin/gazetteer"
	"tocsin/geo"
	"tocsin/watch"
)

type distanceCmd struct {
	Place string `arg:"" help:"A place: a name, \"Name, Country\", a geonames: id, or lat,lon."`
	From  string `arg:"" optional:"" name:"from-place" help:"The place to measure from; without it the nearest events are listed."`
	N     int    `help:"How many of the nearest events." default:"10"`
	watchFlags
}

// A between is how one place lies from another.
type between struct {
	Place      tocsin.Candidate `json:"place"`
	From       tocsin.Candidate `json:"from"`
	KM         float64          `json:"km"`
	Miles      float64          `json:"miles"`
	Bearing    float64          `json:"bearing"` // of the first, seen from the second
	Direction  string           `json:"direction"`
	NorthOfDeg float64          `json:"degrees_north"` // latitude of the first less that of the second
}

// Run prints the distance and direction of two places, or the nearest events.
func (c *distanceCmd) Run(a *app) error {
	if c.From == "" {
		return c.events(a)
	}
	d, s, err := c.selectRows(a)
	if err != nil {
		return err
	}
	defer d.Close()
	from, err := a.place(d, c.From, s.Countries)
	if err != nil {
		return err
	}
	to, err := a.place(d, c.Place, s.Countries)
	if err != nil {
		return err
	}
	b := between{Place: candidate(to), From: candidate(from), KM: geo.DistanceKM(from.Point(), to.Point()),
		Bearing: geo.BearingDeg(from.Point(), to.Point()), NorthOfDeg: to.Lat - from.Lat}
	miles, err := tocsin.Quantity{Value: b.KM, Unit: tocsin.Kilometres}.To(tocsin.Miles)
	if err != nil {
		return err
	}
	b.Miles, b.Direction = miles.Value, geo.CompassPoint(b.Bearing, 16)
	return a.printBetween(&b, c.Format)
}

func candidate(p gazetteer.Place) tocsin.Candidate {
	return gazetteer.Match{Place: p, Score: 1}.Candidate()
}

func (c *distanceCmd) events(a *app) error {
	d, s, err := c.selectEvents(a)
	if err != nil {
		return err
	}
	defer d.Close()
	place, err := a.place(d, c.Place, s.Countries)
	if err != nil {
		return err
	}
	near, err := s.Data.Events.Distance(s.Filter, place.Point(), c.N)
	if err != nil {
		return err
	}
	return a.printNearby(&nearbyResult{near, s.Data.Sets(false)}, "nearest to "+place.Name, c.Format)
}

type withinCmd struct {
	Place  string  `arg:"" help:"A place: a name, \"Name, Country\", a geonames: id, or lat,lon."`
	In     string  `arg:"" optional:"" help:"The place, region or country it may lie in."`
	Radius float64 `help:"List the events within so many kilometres of the place." placeholder:"KM"`
	watchFlags
}

// An inside is whether one place lies in another.
type inside struct {
	Place tocsin.Candidate `json:"place"`
	In    tocsin.Candidate `json:"in"`
	Lies  string           `json:"lies"` // yes, no, unknown
}

// Run prints whether the place lies in the other, or the events around it.
func (c *withinCmd) Run(a *app) error {
	if (c.In == "") == (c.Radius == 0) {
		return usageError{errors.New("name the place it may lie in, or give --radius KM for the events around it")}
	}
	if c.Radius != 0 && !(c.Radius > 0 && c.Radius < math.MaxFloat64) {
		return usageError{fmt.Errorf("--radius %g: give kilometres above 0", c.Radius)}
	}
	d, s, err := c.selectRows(a)
	if err != nil {
		return err
	}
	defer d.Close()
	if c.Radius > 0 {
		return c.around(a, d, s)
	}
	in, err := a.region(d, c.In, s.Countries)
	if err != nil {
		return err
	}
	hints := s.Countries
	if k, err := d.Country(a.ctx, in.Country); err == nil && len(hints) == 0 {
		hints = []gazetteer.Country{k}
	}
	place, err := a.place(d, c.Place, hints)
	if err != nil {
		return err
	}
	g, err := d.Gazetteer(a.ctx)
	if err != nil {
		return err
	}
	result := inside{Place: candidate(place), In: candidate(in), Lies: "unknown"}
	if yes, known := g.Within(place, in); known {
		result.Lies = map[bool]string{true: "yes", false: "no"}[yes]
	}
	return a.printInside(&result, c.Format)
}

// region finds the place something may lie in: a country or a first-level unit
// before a town of that name.
func (a *app) region(d *desk.Desk, name string, hints []gazetteer.Country) (gazetteer.Place, error) {
	g, err := d.Gazetteer(a.ctx)
	if err != nil {
		return gazetteer.Place{}, err
	}
	if k, err := d.Country(a.ctx, name); err == nil {
		if p, ok := g.ByID("country:" + k.ISO2); ok {
			return p, nil
		}
	}
	for _, k := range hints {
		if found := g.Admin1Named(name, k.ISO2); len(found) > 0 {
			return found[0], nil
		}
	}
	found, err := d.Place(a.ctx, name, hints)
	if err != nil {
		return gazetteer.Place{}, err
	}
	for _, m := range found {
		if m.Place.Class == "A" {
			return m.Place, nil
		}
	}
	return a.place(d, name, hints)
}

func (c *withinCmd) around(a *app, d *desk.Desk, s *desk.Selected) error {
	if err := needEvents(s); err != nil {
		return err
	}
	place, err := a.place(d, c.Place, s.Countries)
	if err != nil {
		return err
	}
	near, err := s.Data.Events.Within(s.Filter, place.Point(), c.Radius)
	if err != nil {
		return err
	}
	return a.printNearby(&nearbyResult{near, s.Data.Sets(false)}, fmt.Sprintf("within %g km of %s", c.Radius, place.Name), c.Format)
}

func (a *app) printBetween(b *between, format string) error {
	switch format {
	case formatJSONL:
		return printJSONL(a.out, []between{*b})
	case formatCSV:
		return writeCSV(a.out, []string{"place", "from", "km", "miles", "bearing", "direction", "degrees_north"},
			[][]string{{b.Place.Name, b.From.Name, number(&b.KM), number(&b.Miles), number(&b.Bearing), b.Direction, number(&b.NorthOfDeg)}})
	}
	_, err := fmt.Fprintf(a.out, "%s lies %.1f km (%.1f miles) %s of %s, at a bearing of %.1f°, %+.2f° of latitude\n",
		b.Place.Name, b.KM, b.Miles, b.Direction, b.From.Name, b.Bearing, b.NorthOfDeg)
	return err
}

func (a *app) printInside(r *inside, format string) error {
	switch format {
	case formatJSONL:
		return printJSONL(a.out, []inside{*r})
	case formatCSV:
		return writeCSV(a.out, []string{"place", "in", "lies"}, [][]string{{r.Place.Name, r.In.Name, r.Lies}})
	}
	words := map[string]string{"yes": "lies in", "no": "does not lie in", "unknown": "is not known to lie in or outside"}
	_, err := fmt.Fprintf(a.out, "%s %s %s\n", r.Place.Name, words[r.Lies], r.In.Name)
	return err
}

// nearbyResult is a list of events with the data it rests on.
type nearbyResult struct {
	*watch.Nearby
	Data []tocsin.Dataset `json:"data"`
}

func (a *app) printNearby(n *nearbyResult, title, format string) error {
	switch format {
	case formatJSONL:
		return printJSONL(a.out, []nearbyResult{*n})
	case formatCSV:
		return writeCSV(a.out, hitHead, hitRows(n.Hits))
	}
	a.sayBasis(&n.Basis, n.Data)
	fmt.Fprintf(a.out, "%s %s: %s, best estimate %s\n\n", count(n.Events, "event"), title, n.Filter, count(n.Best, "death"))
	return hitTable(n.Hits).print(a.out, a.width)
}

var hitHead = []string{"date", "km", "lat", "lon", "error_km", "country", "side_a", "side_b", "class", "deaths", "id"}

func hitRows(list []watch.Hit) [][]string {
	var rows [][]string
	for _, h := range list {
		rows = append(rows, []string{h.Date.String(), number(&h.KM), number(&h.Lat), number(&h.Lon), number(&h.ErrorKM), h.Country, h.SideA, h.SideB, h.Class, deaths(h.Deaths), h.ID})
	}
	return rows
}

func deaths(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

func hitTable(list []watch.Hit) *table {
	t := &table{columns: []column{{"date", 10, false}, {"km", 8, true}, {"lat", 8, true}, {"lon", 9, true}, {"side a", 26, false}, {"side b", 26, false}, {"deaths", 6, true}, {"id", 18, false}}}
	for _, h := range list {
		t.add(h.Date.String(), fmt.Sprintf("%.1f", h.KM), fmt.Sprintf("%.3f", h.Lat), fmt.Sprintf("%.3f", h.Lon), h.SideA, h.SideB, deaths(h.Deaths), h.ID)
	}
	return t
}
