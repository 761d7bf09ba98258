package watch_test

import (
	"math"
	"slices"
	"strconv"
	"testing"

	"tocsin"
	"tocsin/geo"
	"tocsin/watch"
)

var (
	bamako   = geo.Point{Lat: 12.65, Lon: -8.0}
	yangasso = geo.Point{Lat: 13.07308, Lon: -5.32135} // GeoNames 2448517
)

func mali(sides ...string) watch.Filter {
	return watch.Filter{Countries: []string{"Mali"}, Sides: sides}
}

// The yearly figures that the issue and the data's README give.
func TestMaliYears(t *testing.T) {
	table := gedTable(t)
	if table.Len() != 176579 {
		t.Errorf("%d rows, the file has 176,579", table.Len())
	}
	events := []int{34, 72, 24, 45, 43, 100, 183, 149, 156}
	deaths := []int{296, 748, 247, 208, 153, 531, 1048, 1072, 1167}
	for i := range events {
		f := mali()
		year := strconv.Itoa(2012 + i)
		f.From, f.Until = day(year+"-01-01"), day(year+"-12-31")
		c, err := table.Count(f)
		if err != nil {
			t.Fatal(err)
		}
		if c.Events != events[i] || c.Best != deaths[i] || c.N != events[i] {
			t.Errorf("%s: %d events and %d deaths, want %d and %d", year, c.Events, c.Best, events[i], deaths[i])
		}
	}
}

// The tempo before the coup turns on who, how long and against what.
func TestMaliTempo(t *testing.T) {
	table := gedTable(t)
	for _, c := range []struct {
		name             string
		sides            []string
		without          string
		months           int
		against          string
		now, then        int
		deaths, deathsTo int
	}{
		{"JNIM", []string{"JNIM"}, "", 6, watch.Before, 50, 31, -1, -1},
		{"IS", []string{"IS"}, "", 6, watch.Before, 13, 15, -1, -1},
		{"JNIM or IS", []string{"JNIM", "IS"}, "", 6, watch.Before, 57, 46, -1, -1},
		{"JNIM or IS without non-state", []string{"JNIM", "IS"}, "non-state", 6, watch.Before, 45, 45, -1, -1},
		{"JNIM or IS, a year before", []string{"JNIM", "IS"}, "", 6, watch.YearBefore, 57, 64, -1, -1},
		{"JNIM or IS, twelve months", []string{"JNIM", "IS"}, "", 12, watch.Before, 103, 107, 810, 582},
	} {
		f := mali(c.sides...)
		if c.without != "" {
			f.NotClasses = []string{c.without}
		}
		tempo, err := table.Tempo(f, day("2020-08-17"), watch.TempoOptions{})
		if err != nil {
			t.Fatal(err)
		}
		got, ok := tempo.Change(c.months, c.against)
		if !ok {
			t.Fatalf("%s: no change over %d months", c.name, c.months)
		}
		if got.NowSum.Events != c.now || got.ThenSum.Events != c.then {
			t.Errorf("%s: %d against %d events, want %d against %d", c.name, got.NowSum.Events, got.ThenSum.Events, c.now, c.then)
		}
		if c.deaths >= 0 && (got.NowSum.Best != c.deaths || got.ThenSum.Best != c.deathsTo) {
			t.Errorf("%s: %d against %d deaths, want %d against %d", c.name, got.NowSum.Best, got.ThenSum.Best, c.deaths, c.deathsTo)
		}
		if got.Events == nil || got.Deaths == nil {
			t.Errorf("%s: a ratio is missing: %q, %q", c.name, got.Reason, got.DeathsReason)
		}
	}
}

func TestMaliHalfYearInterval(t *testing.T) {
	tempo, err := gedTable(t).Tempo(mali("JNIM", "IS"), day("2020-08-17"), watch.TempoOptions{})
	if err != nil {
		t.Fatal(err)
	}
	c, _ := tempo.Change(6, watch.Before)
	if got := c.Now.String() + " against " + c.Then.String(); got != "2020-02-18 to 2020-08-17 against 2019-08-18 to 2020-02-17" {
		t.Errorf("windows %s", got)
	}
	r := c.Events
	for _, x := range []struct{ got, want float64 }{{*r.Value, 1.24}, {*r.Low, 0.89}, {*r.High, 1.72}} {
		if math.Abs(x.got-x.want) > 0.005 {
			t.Errorf("%.4f, want %.2f", x.got, x.want)
		}
	}
	if !r.Contains(1) {
		t.Error("1 should lie in the interval")
	}
	if last := tempo.Months[len(tempo.Months)-1]; last.Complete || last.Until != day("2020-08-17") {
		t.Errorf("August 2020 to the 17th is not a whole month: %+v", last)
	}
}

// "As far south as Yangasso": JNIM had been further south before, by its own
// name and, in 2015, as Ansar Dine.
func TestMaliFurtherSouth(t *testing.T) {
	table := gedTable(t)
	f := mali("JNIM")
	f.Until = day("2020-08-19")
	reach, err := table.Reach(f, watch.ReachOptions{From: &bamako, FromName: "Bamako"})
	if err != nil {
		t.Fatal(err)
	}
	got, err := reach.Earlier(yangasso, 180)
	if err != nil {
		t.Fatal(err)
	}
	first := got.Hits[0]
	if first.Date != day("2019-05-19") || math.Abs(first.Lat-12.18) > 0.005 || math.Abs(first.KM-99) > 0.5 {
		t.Errorf("furthest south: %s at %.3f, %.1f km beyond", first.Date, first.Lat, first.KM)
	}
	months := map[string]bool{}
	for _, h := range got.Hits {
		months[h.Date.String()[:7]] = true
		if h.KM <= 25 {
			t.Errorf("%s counts with %.1f km, which is within the place error", h.ID, h.KM)
		}
	}
	if !months["2017-06"] || !months["2017-10"] {
		t.Errorf("June and October 2017 are missing: %v", months)
	}
	if south := reach.Furthest[4]; south.Direction != "south" || south.Lat != first.Lat {
		t.Errorf("furthest %s at %.3f", south.Direction, south.Lat)
	}
	if !slices.ContainsFunc(got.Warnings, func(w tocsin.Warning) bool {
		return w.Text == "place precision not given in this data: 25 km assumed"
	}) {
		t.Errorf("no word on the place error: %v", got.Warnings)
	}

	f = mali("Ansar Dine")
	f.Until = day("2020-08-19")
	got, err = table.Beyond(f, yangasso, 180, 25)
	if err != nil {
		t.Fatal(err)
	}
	for _, h := range got.Hits[:2] {
		if h.Lat < 10.25 || h.Lat > 10.45 || (h.Date.String()[:7] != "2015-06" && h.Date.String()[:7] != "2015-07") {
			t.Errorf("Ansar Dine: %s at %.2f", h.Date, h.Lat)
		}
	}
}

func TestMaliNearYangasso(t *testing.T) {
	f := mali("JNIM")
	f.Until = day("2020-08-19")
	near, err := gedTable(t).Distance(f, yangasso, 2)
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []struct {
		date string
		km   float64
	}{{"2020-02-18", 49.5}, {"2020-08-10", 50.1}} {
		if h := near.Hits[i]; h.Date != day(want.date) || math.Abs(h.KM-want.km) > 0.05 {
			t.Errorf("%s at %.2f km, want %s at %.1f km", h.Date, h.KM, want.date, want.km)
		}
	}
}
