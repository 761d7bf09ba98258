package watch_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tocsin"
	"tocsin/geo"
	"tocsin/watch"
)

// centres gives every country of the table one point.
func centres(table *watch.Table, p geo.Point) map[string]geo.Point {
	out := map[string]geo.Point{}
	for _, c := range table.Countries() {
		out[c] = p
	}
	return out
}

// A panel says what tempo and reach say, month by month.
func TestPanelIsTempoAndReach(t *testing.T) {
	table := gedTable(t)
	n := 0
	b, err := table.Panel(watch.Filter{Countries: []string{"Niger", "Mali", "Burkina Faso"}}, watch.PanelOptions{From: centres(table, bamako), Whole: true}, func(r *watch.PanelRow) error {
		if n++; r.Month.From >= day("2017-01-01") || r.Month.From < day("1992-01-01") {
			sameTempo(t, table, r)
			sameReach(t, table, r)
			sameCourse(t, table, r)
		}
		return nil
	})
	if err != nil || n != 3*384 || b.N != 1541 {
		t.Errorf("%d rows, %d events, %v", n, b.N, err)
	}
}

func sameTempo(t *testing.T, table *watch.Table, r *watch.PanelRow) {
	t.Helper()
	tempo, err := table.Tempo(watch.Filter{Countries: []string{r.Country}, From: r.Month.From}, r.Month.Until, watch.TempoOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(tempo.Months[0].Totals, r.Totals); diff != "" {
		t.Fatalf("%s %s: %s", r.Country, r.Month, diff)
	}
	for k, want := range tempo.Changes {
		got := r.Changes[k]
		have := watch.Change{Length: want.Length, Against: want.Against, Now: want.Now, Then: want.Then, Warnings: want.Warnings,
			NowSum: got.NowSum, ThenSum: got.ThenSum, Reason: got.Reason, DeathsReason: got.DeathsReason}
		if got.Reason == "" {
			have.Events = &got.Events
		}
		if got.DeathsReason == "" {
			have.Deaths = &got.Deaths
		}
		if diff := cmp.Diff(want, have); diff != "" {
			t.Fatalf("%s %s: %s", r.Country, r.Month, diff)
		}
	}
}

func sameReach(t *testing.T, table *watch.Table, r *watch.PanelRow) {
	t.Helper()
	reach, err := table.Reach(watch.Filter{Countries: []string{r.Country}, From: r.Month.From, Until: r.Month.Until}, watch.ReachOptions{From: &bamako})
	if tocsin.CodeOf(err) == tocsin.NotFound && r.Reach.Placed == 0 {
		return
	}
	if err != nil || reach.N != r.Reach.Placed || reach.Nearest.Row != r.Reach.Nearest {
		t.Fatalf("%s %s: %v, %+v", r.Country, r.Month, err, r.Reach)
	}
	for k, q := range reach.Distances {
		if q.KM != r.Reach.Distances[k] {
			t.Fatalf("%s %s: %v, want %v", r.Country, r.Month, r.Reach.Distances, reach.Distances)
		}
	}
	if (reach.DeathsKM == nil) != (r.Reach.DeathsKM < 0) || reach.DeathsKM != nil && *reach.DeathsKM != r.Reach.DeathsKM {
		t.Fatalf("%s %s: half of the deaths within %g", r.Country, r.Month, r.Reach.DeathsKM)
	}
	for k, want := range reach.Furthest {
		got := r.Reach.Furthest[k]
		earlier := -1
		if want.Earlier != nil {
			earlier = want.Earlier.Row
		}
		if got.Row != want.Row || got.Earlier != earlier || got.Record != want.Record || math.Abs(got.BeyondKM-want.BeyondKM) > 1e-9 {
			t.Fatalf("%s %s, %s: %+v, want %+v", r.Country, r.Month, want.Direction, got, want)
		}
	}
}

func sameCourse(t *testing.T, table *watch.Table, r *watch.PanelRow) {
	t.Helper()
	f := watch.Filter{Countries: []string{r.Country}}
	s, err := table.Series(f, r.Month.Until, watch.SeriesOptions{})
	if err != nil {
		t.Fatal(err)
	}
	c := &r.Course
	if (s.Events.Trend == nil) != (c.Reason != "") || s.Events.Trend != nil && *s.Events.Trend != c.Trend {
		t.Fatalf("%s %s: %+v, want %+v", r.Country, r.Month, c, s.Events.Trend)
	}
	for name, pair := range map[string]struct {
		want []watch.Break
		got  []int
	}{"ED-PELT": {s.Events.Changes, c.Changes}, "online": {s.Events.Online, c.Online}} {
		if len(pair.want) != len(pair.got) {
			t.Fatalf("%s %s, %s: %v, want %+v", r.Country, r.Month, name, pair.got, pair.want)
		}
		for k, want := range pair.want {
			if got := r.Month.From.AddMonths(-pair.got[k]); got != want.From {
				t.Fatalf("%s %s, %s: %s, want %s", r.Country, r.Month, name, got, want.From)
			}
		}
	}
	f.From, f.Until = r.Month.From, r.Month.Until
	if spread, err := table.Spread(f, watch.ReachOptions{}); err == nil {
		g := r.Ground
		if g.Cells != spread.Footprint.Cells || g.First != len(spread.Footprint.First) || g.Centre != spread.Centre.Point || math.Abs(g.SpreadKM-spread.Centre.SpreadKM) > 1e-9 {
			t.Fatalf("%s %s: %+v, want %+v and %+v", r.Country, r.Month, g, spread.Footprint, spread.Centre)
		}
	} else if r.Reach.Placed > 0 {
		t.Fatal(err)
	}
}

// A made-up place: half of a panel's work stops when its reader has had enough,
// and a country without a point has no reach.
func TestPanelStops(t *testing.T) {
	table := watch.NewTable(events(village))
	enough := errors.New("enough")
	if _, err := table.Panel(watch.Filter{}, watch.PanelOptions{}, func(*watch.PanelRow) error { return enough }); !errors.Is(err, enough) {
		t.Errorf("the reader's error is lost: %v", err)
	}
	var got []watch.PanelRow
	b, err := table.Panel(watch.Filter{Sides: []string{"JNIM"}}, watch.PanelOptions{}, func(r *watch.PanelRow) error {
		got = append(got, *r)
		return nil
	})
	if err != nil || len(got) != 2*22 || b.N != 4 || got[0].Country != "Mali" || got[0].Events != 1 || got[0].Reach.Placed != 0 {
		t.Errorf("%d rows, %+v, %v", len(got), b, err)
	}
	if last := got[21]; last.Whole != true || last.Month.String() != "2020-12-01 to 2020-12-31" {
		t.Errorf("the last month %+v", last)
	}
	if !slices.ContainsFunc(got, func(r watch.PanelRow) bool { return r.Changes[0].Reason != "" }) {
		t.Error("no month without a window before")
	}
	if _, err := table.Panel(watch.Filter{}, watch.PanelOptions{Level: 1}, nil); tocsin.CodeOf(err) != tocsin.Invalid {
		t.Errorf("a level of 1: %v", err)
	}
}
