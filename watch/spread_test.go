package watch_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tocsin"
	"tocsin/geo"
	"tocsin/watch"
)

// JNIM in the half-year before the coup, as UCDP GED 21.1 has it. The cells were
// counted once more with pandas 3.1.1: floor((lat+90)*2)*720+floor((lon+180)*2)+1.
func TestMaliSpread(t *testing.T) {
	f := mali("JNIM")
	f.From, f.Until = day("2020-02-18"), day("2020-08-17")
	s, err := gedTable(t).Spread(f, watch.ReachOptions{From: &bamako, FromName: "Bamako"})
	if err != nil {
		t.Fatal(err)
	}
	p := s.Footprint
	if p.Cells != 33 || *p.Before != 20 || len(p.First) != 8 || p.First[0].Cell != 147949 || p.First[0].ID != "ucdp-ged:332567" {
		t.Errorf("%d cells, %d before, first-ever %+v", p.Cells, *p.Before, p.First)
	}
	if s.Districts.Level != 0 || s.Districts.Reason != "the data names no provinces or districts" {
		t.Errorf("districts %+v", s.Districts)
	}
	if c := s.Centre; c.Clear || math.Abs(*c.DriftKM-73) > 0.5 || math.Abs(c.SpreadKM-268) > 0.5 || math.Abs(*c.ErrorKM-91) > 0.5 || c.N != 50 || c.ThenN != 31 {
		t.Errorf("centre %+v: drift %g ± %g", c, *c.DriftKM, *c.ErrorKM)
	}
	south := s.Records[4].Records
	if last := south[len(south)-1]; last.Date != day("2019-05-19") || len(south) != 4 || math.Abs(last.BeyondKM-52) > 0.5 {
		t.Errorf("records to the south %+v", south)
	}
}

// Half of the events and half of the deaths need not lie within the same
// distance.
func TestDistanceQuantiles(t *testing.T) {
	table := watch.NewTable(events(`
2020-01-01 Mali JNIM 13.65 -8 1
2020-01-02 Mali JNIM 14.65 -8 1
2020-01-03 Mali JNIM 15.65 -8 1
2020-01-04 Mali JNIM 16.65 -8 1
2020-01-05 Mali JNIM 22.65 -8 90
`))
	r, err := table.Reach(watch.Filter{}, watch.ReachOptions{From: &bamako})
	if err != nil {
		t.Fatal(err)
	}
	degree := geo.KMPerDegree
	for i, want := range []float64{1, 1.4, 2, 3, 4, 7.6, 10} {
		if got := r.Distances[i].KM / degree; math.Abs(got-want) > 1e-6 {
			t.Errorf("%g within %g degrees, want %g", r.Distances[i].Share, got, want)
		}
	}
	if got := *r.DeathsKM / degree; math.Abs(got-10) > 1e-6 {
		t.Errorf("half of the deaths within %g degrees", got)
	}
}

// A first-ever cell next to an earlier event is marked: the place error could
// have moved the event into it.
func TestFirstCellNearAnOldEvent(t *testing.T) {
	table := watch.NewTable(events(`
2019-01-01 Mali JNIM 13.05 -4.05 1
2020-01-01 Mali JNIM 13.05 -3.95 1
2020-01-02 Mali JNIM 13.05 -4.10 1
2020-01-03 Mali JNIM 17.05 -4.10 1
`))
	s, err := table.Spread(watch.Filter{From: day("2020-01-01")}, watch.ReachOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if f := s.Footprint.First; len(f) != 2 || f[0].Sure || !f[1].Sure || s.Footprint.Cells != 3 {
		t.Errorf("%+v", s.Footprint)
	}
	open, err := table.Spread(watch.Filter{}, watch.ReachOptions{})
	if err != nil || open.Footprint.FirstReason == "" || open.Footprint.Before != nil || open.Centre.DriftKM != nil || open.Centre.Reason == "" {
		t.Errorf("without a first day: %+v, %v", open, err)
	}
	if _, err := table.Spread(watch.Filter{From: day("2019-02-01"), Until: day("2019-03-01")}, watch.ReachOptions{}); tocsin.CodeOf(err) != tocsin.NotFound {
		t.Errorf("no event in the window: %v", err)
	}
}

// inDistricts are rows with their provinces and districts.
func inDistricts() *watch.Table {
	list := slices.Collect(events(`
2019-01-01 Mali JNIM 14.5 -4.1 1
2020-01-01 Mali JNIM 14.5 -4.2 1
2020-02-01 Mali JNIM 13.4 -6.2 1
2020-03-01 Mali JNIM 13.4 -6.2 1
`))
	for i, unit := range [][2]string{{"Mopti region", "Mopti cercle"}, {"Mopti region", "Mopti cercle"}, {"Ségou region", "Ségou cercle"}, {"Ségou region", ""}} {
		list[i].Extra = tocsin.MakeExtra(map[string]string{"adm_1": unit[0], "adm_2": unit[1]})
	}
	return watch.NewTable(slices.Values(list))
}

func TestDistricts(t *testing.T) {
	table := inDistricts()
	s, err := table.Spread(watch.Filter{From: day("2020-01-01")}, watch.ReachOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if d := s.Districts; d.Level != 2 || d.Hit != 2 || len(d.First) != 1 || d.First[0].Name != "Ségou cercle" || d.First[0].In != "Ségou region" {
		t.Errorf("%+v", d)
	}
	for name, want := range map[string]int{"Ségou region": 2, "Ségou cercle": 1, "Mopti region": 2} {
		if c, err := table.Count(watch.Filter{Units: []string{name}}); err != nil || c.Events != want {
			t.Errorf("%s: %+v, %v", name, c, err)
		}
	}
	if _, err := table.Count(watch.Filter{Units: []string{"Ségou"}}); err == nil || !strings.Contains(err.Error(), "such as Ségou region; Ségou cercle") {
		t.Errorf("a province by half its name: %v", err)
	}
	plain := watch.NewTable(events("2019-01-01 Mali JNIM 14.5 -4.1 1\n"))
	if _, err := plain.Count(watch.Filter{Units: []string{"Mopti"}}); err == nil || !strings.Contains(err.Error(), "names no provinces or districts; give the area as a GeoJSON polygon") {
		t.Errorf("data without provinces: %v", err)
	}
}

// Wherever the events lie, the mean centre is a point, and no further from the
// first event than the events are from one another.
func TestCentreIsAPoint(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var in []tocsin.DataEvent
		widest := 0.0
		for i := range rapid.IntRange(2, 20).Draw(t, "n") {
			e := event(i, "2020-01-01 Mali JNIM 13 -4 1")
			e.From = e.From.AddDays(i % 4)
			e.To = e.From
			e.Lat, e.Lon = rapid.Float64Range(-80, 80).Draw(t, "lat"), rapid.Float64Range(170, 190).Draw(t, "lon")
			if e.Lon >= 180 {
				e.Lon -= 360
			}
			in = append(in, e)
			for _, o := range in {
				widest = max(widest, geo.DistanceKM(geo.Point{Lat: o.Lat, Lon: o.Lon}, geo.Point{Lat: e.Lat, Lon: e.Lon}))
			}
		}
		s, err := watch.NewTable(slices.Values(in)).Spread(watch.Filter{From: day("2020-01-02")}, watch.ReachOptions{})
		if tocsin.CodeOf(err) == tocsin.NotFound {
			return
		}
		if err != nil || !s.Centre.Point.Valid() || s.Centre.SpreadKM > widest+1e-6 {
			t.Fatalf("%+v, %v; widest %g", s.Centre, err, widest)
		}
	})
}
