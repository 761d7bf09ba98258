package main

import (
	"fmt"
	"strconv"

	"tocsin/geo"
	"tocsin/watch"
)

func (a *app) printReach(r *reachResult, c *reachCmd) error {
	switch c.Format {
	case formatJSONL:
		return printJSONL(a.out, []reachResult{*r})
	case formatCSV:
		var rows [][]string
		for _, x := range r.Furthest {
			row := append([]string{x.Direction}, hitRows([]watch.Hit{x.Hit})[0]...)
			earlier, beyond := "", ""
			if x.Earlier != nil {
				earlier, beyond = x.Earlier.ID, number(&x.BeyondKM)
			}
			rows = append(rows, append(row, strconv.FormatBool(x.Record), earlier, beyond))
		}
		return writeCSV(a.out, append(append([]string{"direction"}, hitHead...), "record", "earlier", "beyond_km"), rows)
	}
	a.sayBasis(&r.Basis, r.Data)
	fmt.Fprintf(a.out, "%s: %s\n", r.Filter, count(r.N, "placed event"))
	if r.Nearest != nil {
		fmt.Fprintf(a.out, "distance to %s: nearest %.0f km (%s, %s), a tenth within %.0f km, half within %.0f km, nine tenths within %.0f km",
			r.FromName, *r.MinKM, r.Nearest.Date, r.Nearest.ID, *r.Q10KM, *r.MedianKM, r.Distances[5].KM)
		if r.DeathsKM != nil {
			fmt.Fprintf(a.out, "; half of the deaths within %.0f km", *r.DeathsKM)
		}
		fmt.Fprintln(a.out)
	}
	a.printGround(r)
	fmt.Fprintln(a.out)
	t := &table{columns: []column{{"furthest", 9, false}, {"date", 10, false}, {"lat", 8, true}, {"lon", 9, true}, {"km", 6, true}, {"side a", 20, false}, {"side b", 20, false}, {"id", 16, false}, {"earlier record", 34, false}}}
	for _, x := range r.Furthest {
		t.add(x.Direction, x.Date.String(), fmt.Sprintf("%.3f", x.Lat), fmt.Sprintf("%.3f", x.Lon), distanceCell(r, x.KM), x.SideA, x.SideB, x.ID, earlierWords(&x))
	}
	if err := t.print(a.out, a.width); err != nil {
		return err
	}
	if c.History {
		if err := a.printTracks(r); err != nil {
			return err
		}
	}
	if r.Near == nil {
		return nil
	}
	fmt.Fprintf(a.out, "\nnearest to %s\n\n", c.Near)
	return hitTable(r.Near.Hits).print(a.out, a.width)
}

func distanceCell(r *reachResult, km float64) string {
	if r.From == nil {
		return ""
	}
	return fmt.Sprintf("%.0f", km)
}

func earlierWords(x *watch.Extreme) string {
	switch {
	case x.Earlier == nil:
		return ""
	case x.Record:
		return fmt.Sprintf("record: %.0f km beyond %s", x.BeyondKM, x.Earlier.Date)
	case x.BeyondKM > 0:
		return fmt.Sprintf("%.0f km beyond %s, within the place error", x.BeyondKM, x.Earlier.Date)
	}
	return fmt.Sprintf("%.0f km short of %s", -x.BeyondKM, x.Earlier.Date)
}

// printGround says over what ground the events lay and where their middle was.
func (a *app) printGround(r *reachResult) {
	s := r.Spread
	fmt.Fprintf(a.out, "footprint: %s of half a degree (PRIO-GRID), %s km²", count(s.Footprint.Cells, "cell"), thousands(int(s.Footprint.KM2+0.5)))
	if s.Footprint.Before != nil {
		fmt.Fprintf(a.out, "; %d in the window before", *s.Footprint.Before)
	} else {
		fmt.Fprintf(a.out, "; before unknown: %s", s.Footprint.Reason)
	}
	fmt.Fprintln(a.out)
	if s.Footprint.FirstReason != "" {
		fmt.Fprintf(a.out, "cells hit for the first time: unknown: %s\n", s.Footprint.FirstReason)
	} else {
		fmt.Fprintf(a.out, "cells hit for the first time in this data: %d\n", len(s.Footprint.First))
	}
	for _, f := range s.Footprint.First[:min(firstShown, len(s.Footprint.First))] {
		sure := ""
		if !f.Sure {
			sure = "; an earlier event lies within the place error"
		}
		fmt.Fprintf(a.out, "  %s  cell %d  %.3f, %.3f  %s%s\n", f.Date, f.Cell, f.Lat, f.Lon, f.ID, sure)
	}
	if more := len(s.Footprint.First) - firstShown; more > 0 {
		fmt.Fprintf(a.out, "  and %d more; --format jsonl lists all\n", more)
	}
	a.printDistricts(&s.Districts)
	a.printCentre(&s.Centre)
}

// firstShown is how many first-ever cells and districts a table lists.
const firstShown = 10

func (a *app) printDistricts(d *watch.Districts) {
	if d.Level == 0 {
		fmt.Fprintf(a.out, "districts: unknown: %s\n", d.Reason)
		return
	}
	kind := map[int]string{1: "province", 2: "district"}[d.Level]
	if d.Reason != "" {
		fmt.Fprintf(a.out, "%s hit; for the first time: unknown: %s\n", count(d.Hit, kind), d.Reason)
		return
	}
	fmt.Fprintf(a.out, "%s hit, for the first time in this data: %d\n", count(d.Hit, kind), len(d.First))
	for _, f := range d.First[:min(firstShown, len(d.First))] {
		fmt.Fprintf(a.out, "  %s  %s (%s)  %s\n", f.Date, f.Name, f.In, f.ID)
	}
	if more := len(d.First) - firstShown; more > 0 {
		fmt.Fprintf(a.out, "  and %d more; --format jsonl lists all\n", more)
	}
}

func (a *app) printCentre(c *watch.Centre) {
	fmt.Fprintf(a.out, "mean centre: %.3f, %.3f, standard distance %.0f km; ", c.Point.Lat, c.Point.Lon, c.SpreadKM)
	if c.DriftKM == nil {
		fmt.Fprintf(a.out, "drift unknown: %s\n", c.Reason)
		return
	}
	clear := "no clear drift: chance alone moves it up to"
	if c.Clear {
		clear = "more than chance alone, which moves it up to"
	}
	fmt.Fprintf(a.out, "%.0f km %s of the one before (%.1f km a month), %s %.0f km in nine of ten cases\n",
		*c.DriftKM, geo.CompassPoint(*c.Bearing, 16), *c.PerMonth, clear, *c.ErrorKM)
}

// printTracks lists the records of each direction.
func (a *app) printTracks(r *reachResult) error {
	fmt.Fprint(a.out, "\nrecords: events further in a direction than all before them, beyond the place error\n\n")
	t := &table{columns: []column{{"direction", 9, false}, {"date", 10, false}, {"beyond", 7, true}, {"lat", 8, true}, {"lon", 9, true}, {"km", 6, true}, {"side a", 24, false}, {"side b", 24, false}, {"id", 20, false}}}
	for _, track := range r.Spread.Records {
		for i, x := range track.Records {
			beyond := ""
			if i > 0 {
				beyond = fmt.Sprintf("%.0f km", x.BeyondKM)
			}
			t.add(track.Direction, x.Date.String(), beyond, fmt.Sprintf("%.3f", x.Lat), fmt.Sprintf("%.3f", x.Lon), distanceCell(r, x.KM), x.SideA, x.SideB, x.ID)
		}
	}
	return t.print(a.out, a.width)
}
