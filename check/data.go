package check

import (
	"slices"
	"sort"
	"strings"
	"sync"

	"tocsin"
	"tocsin/stat"
	"tocsin/watch"
)

// eventData is what the checker keeps about the table besides the table.
type eventData struct {
	table    *watch.Table
	sets     []tocsin.Dataset    // the files the rows come from
	country  map[string][]string // ISO2 → the dataset's own names
	sides    []string            // every side name, sorted
	complete bool                // rows of every place precision are in the file
	from, to tocsin.Date
	years    sync.Map // "ML 2019" → deaths of the file's rows, counted when first asked for
}

// indexEvents reads the table once for its countries, sides, days and place
// precision.
func (c *Checker) indexEvents() *eventData {
	e := &eventData{table: c.o.Events, sets: c.eventSets(), country: map[string][]string{}}
	countries, sides := map[string]bool{}, map[string]bool{}
	coarse := 0
	for i := range e.table.Len() {
		ev := e.table.Event(i)
		countries[ev.Country], sides[ev.SideA], sides[ev.SideB] = true, true, true
		if ev.PlacePrec > 2 {
			coarse++
		}
		if e.from.IsZero() || ev.From < e.from {
			e.from = ev.From
		}
		e.to = max(e.to, ev.From, ev.To)
	}
	e.complete = coarse > 0
	e.declare()
	for name := range countries {
		if iso, ok := c.isoOf(name); ok {
			e.country[iso] = append(e.country[iso], name)
		}
	}
	for _, names := range e.country {
		sort.Strings(names)
	}
	for name := range sides {
		if name != "" {
			e.sides = append(e.sides, name)
		}
	}
	sort.Strings(e.sides)
	return e
}

// eventSets are the datasets of the event table that count at the knowledge date.
func (c *Checker) eventSets() []tocsin.Dataset {
	if len(c.o.EventSets) > 0 {
		return slices.Clone(c.o.EventSets)
	}
	return []tocsin.Dataset{c.o.EventData}
}

// declare takes the days covered from the datasets where they say them, and
// writes down what the files do not say.
func (e *eventData) declare() {
	var from, to tocsin.Date
	for i := range e.sets {
		d := &e.sets[i]
		d.From, d.To = firstDate(d.From, e.from), firstDate(d.To, e.to)
		if from.IsZero() || d.From < from {
			from = d.From
		}
		to = max(to, d.To)
		if !e.complete && !strings.Contains(d.Coverage, "25 km") {
			d.Coverage = strings.TrimPrefix(d.Coverage+"; place precision not given in this file: 25 km assumed, coverage unknown", "; ")
		}
	}
	e.from, e.to = from, to
}

// firstDate is the first of the dates that is one.
func firstDate(list ...tocsin.Date) tocsin.Date {
	for _, d := range list {
		if !d.IsZero() {
			return d
		}
	}
	return 0
}

// A tally sums the rows of one filter.
type tally struct {
	rows      []int
	events    int
	deaths    stat.Sum
	low, high float64
}

func (e *eventData) tally(f watch.Filter) tally {
	return e.sum(e.table.Select(f))
}

// sum counts rows and their deaths.
func (e *eventData) sum(rows []int) tally {
	t := tally{rows: rows}
	t.events = len(t.rows)
	for _, i := range t.rows {
		ev := e.table.Event(i)
		best := count(ev.Best, ev.Low)
		t.deaths.Add(best)
		t.low += count(ev.Low, ev.Best)
		t.high += max(best, count(ev.High, ev.Best))
	}
	return t
}

// count is the first of the estimates that the row gives.
func count(list ...*int) float64 {
	for _, p := range list {
		if p != nil {
			return float64(*p)
		}
	}
	return 0
}

// ids lists the rows of a tally as evidence, at most maxEvents.
func (e *eventData) ids(rows []int) []string {
	out := make([]string, 0, min(len(rows), maxEvents))
	for _, i := range rows {
		if len(out) == maxEvents {
			break
		}
		out = append(out, e.table.Event(i).ID)
	}
	return out
}
