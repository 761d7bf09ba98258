package main

import (
	"tocsin"
	"tocsin/desk"
	"tocsin/geo"
	"tocsin/watch"
)

type reachCmd struct {
	To      string `help:"Measure distances to this place instead of the capital." placeholder:"PLACE"`
	History bool   `help:"List every event that lay further in a direction than all before it."`
	Near    string `help:"List the events nearest to this place as well." placeholder:"PLACE"`
	N       int    `help:"How many of the nearest events." default:"10"`
	watchFlags
}

// reachResult is a reach with the ground it covered and the events nearest to a
// place.
type reachResult struct {
	*watch.Reach
	Spread *watch.Spread    `json:"spread"`
	Near   *watch.Nearby    `json:"near"`
	Data   []tocsin.Dataset `json:"data"`
}

// Run prints how far the events lay from the capital and in each direction.
func (c *reachCmd) Run(a *app) error {
	d, s, err := c.selectEvents(a)
	if err != nil {
		return err
	}
	defer d.Close()
	o, err := c.from(a, d, s)
	if err != nil {
		return err
	}
	reach, err := s.Data.Events.Reach(s.Filter, o)
	if err != nil {
		return err
	}
	spread, err := s.Data.Events.Spread(s.Filter, o)
	if err != nil {
		return err
	}
	result := reachResult{Reach: reach, Spread: spread, Data: s.Data.Sets(false)}
	if c.Near != "" {
		place, err := a.place(d, c.Near, s.Countries)
		if err != nil {
			return err
		}
		if result.Near, err = s.Data.Events.Distance(s.Filter, place.Point(), c.N); err != nil {
			return err
		}
	}
	return a.printReach(&result, c)
}

// from is the place that distances are measured to: the one asked for, else the
// capital where there is one country, else none.
func (c *reachCmd) from(a *app, d *desk.Desk, s *desk.Selected) (watch.ReachOptions, error) {
	if c.To != "" {
		place, err := a.place(d, c.To, s.Countries)
		if err != nil {
			return watch.ReachOptions{}, err
		}
		return watch.ReachOptions{From: new(place.Point()), FromName: place.Name}, nil
	}
	if len(s.Countries) != 1 {
		return watch.ReachOptions{}, nil
	}
	g, err := d.Gazetteer(a.ctx)
	if err != nil {
		return watch.ReachOptions{}, err
	}
	capital, ok := g.Capital(s.Countries[0].ISO2)
	if !ok {
		return watch.ReachOptions{}, nil
	}
	return watch.ReachOptions{From: &geo.Point{Lat: capital.Lat, Lon: capital.Lon}, FromName: capital.Name}, nil
}
