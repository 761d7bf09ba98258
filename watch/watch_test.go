package watch_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tocsin"
	"tocsin/geo"
	"tocsin/watch"
)

// Every event comes out of the table as it went in.
func TestTableKeepsEvents(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.SampledFrom([]string{"", "Mali", "Niger", "JNIM", "IS", "é\x00"})
		number := rapid.Ptr(rapid.IntRange(-1, 1<<40), true)
		in := make(map[string]tocsin.DataEvent)
		n := rapid.IntRange(0, 300).Draw(t, "n")
		for i := range n {
			e := tocsin.DataEvent{ID: strings.Repeat("x", i%3) + string(rune('a'+i%26)) + string(rune(0x100+i)),
				Dataset: words.Draw(t, "dataset"), From: tocsin.Date(rapid.Int32Range(1, 800000).Draw(t, "from")),
				To: tocsin.Date(rapid.Int32Range(0, 800000).Draw(t, "to")), DatePrec: rapid.IntRange(0, 5).Draw(t, "date_prec"),
				Country: words.Draw(t, "country"), Place: rapid.StringN(0, 3, 8).Draw(t, "place"), HasPoint: rapid.Bool().Draw(t, "point"),
				Lat: rapid.Float64Range(-90, 90).Draw(t, "lat"), Lon: rapid.Float64Range(-180, 180).Draw(t, "lon"),
				PlacePrec: rapid.IntRange(0, 7).Draw(t, "prec"), Act: words.Draw(t, "act"), Class: words.Draw(t, "class"),
				SideA: words.Draw(t, "a"), SideB: words.Draw(t, "b"), Low: number.Draw(t, "low"), Best: number.Draw(t, "best"),
				High: number.Draw(t, "high"), Said: words.Draw(t, "said"), Where: words.Draw(t, "where"), Outcome: words.Draw(t, "outcome")}
			if rapid.Bool().Draw(t, "flag") {
				e.Flags = []string{"order", "late"}[:1+i%2]
			}
			in[e.ID] = e
		}
		table := watch.NewTable(func(yield func(tocsin.DataEvent) bool) {
			for _, e := range in {
				if !yield(e) {
					return
				}
			}
		})
		if table.Len() != len(in) {
			t.Fatalf("%d rows of %d", table.Len(), len(in))
		}
		last := tocsin.Date(0)
		for i := range table.Len() {
			got := table.Event(i)
			if diff := cmp.Diff(in[got.ID], got); diff != "" {
				t.Fatal(diff)
			}
			if got.From < last {
				t.Fatal("rows are not in order of date")
			}
			last = got.From
			if row, ok := table.Row(got.ID); !ok || row != i {
				t.Fatalf("row %d is found as %d", i, row)
			}
		}
	})
}

// The indexes give what a plain walk over all events gives.
func TestSelectAgreesWithAWalk(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		countries, sides := []string{"Mali", "Niger", "Benin"}, []string{"JNIM", "IS", "GSIM"}
		var in []tocsin.DataEvent
		for i := range rapid.IntRange(1, 60).Draw(t, "n") {
			in = append(in, tocsin.DataEvent{ID: string(rune(0x100 + i)), From: tocsin.Date(rapid.Int32Range(100, 130).Draw(t, "day")),
				Country: rapid.SampledFrom(countries).Draw(t, "country"), SideA: rapid.SampledFrom(sides).Draw(t, "a"),
				SideB: rapid.SampledFrom(sides).Draw(t, "b"), Class: rapid.SampledFrom([]string{"x", "y"}).Draw(t, "class"),
				HasPoint: rapid.Bool().Draw(t, "point"), Lat: rapid.Float64Range(10, 12).Draw(t, "lat")})
		}
		some := func(list []string, name string) []string {
			return rapid.SliceOfN(rapid.SampledFrom(list), 0, 3).Draw(t, name)
		}
		f := watch.Filter{Countries: some(countries, "fc"), Sides: some(sides, "fs"), Classes: some([]string{"x", "y", "z"}, "fk"),
			From: tocsin.Date(rapid.Int32Range(0, 140).Draw(t, "from")), Until: tocsin.Date(rapid.Int32Range(0, 140).Draw(t, "until"))}
		if rapid.Bool().Draw(t, "near") {
			f.Near, f.WithinKM = &geo.Point{Lat: 11}, 50
		}
		table := watch.NewTable(slices.Values(in))
		var want []int
		for i := range table.Len() {
			if admits(f, table.Event(i)) {
				want = append(want, i)
			}
		}
		if got := table.Select(f); !slices.Equal(got, want) {
			t.Fatalf("%v: %v, want %v", f, got, want)
		}
	})
}

func admits(f watch.Filter, e tocsin.DataEvent) bool {
	in := func(list []string, v ...string) bool {
		return len(list) == 0 || slices.ContainsFunc(v, func(s string) bool { return slices.Contains(list, s) })
	}
	return in(f.Countries, e.Country) && in(f.Sides, e.SideA, e.SideB) && in(f.Classes, e.Class) &&
		(f.From == 0 || e.From >= f.From) && (f.Until == 0 || e.From <= f.Until) &&
		(f.Near == nil || e.HasPoint && geo.DistanceKM(*f.Near, geo.Point{Lat: e.Lat, Lon: e.Lon}) <= f.WithinKM)
}

const village = `
2019-03-01 Mali JNIM 14.0 -4.0 3
2019-09-02 Mali JNIM 13.0 -4.0 2
2020-02-03 Mali JNIM 13.1 -4.5 -
2020-05-04 Mali IS   15.0 -2.0 9
2020-08-17 Mali JNIM 12.5 -5.0 1
2020-12-31 Niger IS  14.0  1.0 1
`

// What cannot be compared says why, and is neither zero nor a number.
func TestNoRatioSaysWhy(t *testing.T) {
	table := watch.NewTable(events(village))
	f := watch.Filter{Countries: []string{"Mali"}}
	for _, c := range []struct{ end, why string }{
		{"2020-08-17", ""},
		{"2021-03-17", "test ends 2020-12-31, before the window does (2021-03-17)"},
		{"2019-06-30", "test begins 2019-03-01, after the window does (2018-07-01)"},
	} {
		tempo, err := table.Tempo(f, day(c.end), watch.TempoOptions{Lengths: []int{6}})
		if err != nil {
			t.Fatal(err)
		}
		got, _ := tempo.Change(6, watch.Before)
		if got.Reason != c.why && (c.why != "" || got.Events == nil) {
			t.Errorf("%s: reason %q, want %q", c.end, got.Reason, c.why)
		}
		if (got.Events == nil) != (c.why != "") {
			t.Errorf("%s: ratio %v with reason %q", c.end, got.Events, c.why)
		}
		if _, err := json.Marshal(tempo); err != nil {
			t.Errorf("%s: %v", c.end, err)
		}
	}
	_, err := table.Tempo(f, day("2024-03-17"), watch.TempoOptions{})
	if tocsin.CodeOf(err) != tocsin.NotFound || !strings.Contains(err.Error(), "covers 2019-03-01 to 2020-12-31") {
		t.Errorf("a window after the data: %v", err)
	}
	tempo, err := table.Tempo(watch.Filter{Countries: []string{"Niger"}}, day("2020-08-17"), watch.TempoOptions{Lengths: []int{3}})
	if err != nil {
		t.Fatal(err)
	}
	if got, _ := tempo.Change(3, watch.Before); got.Events != nil || got.Reason != "no events in either window" {
		t.Errorf("nothing against nothing: %+v", got)
	}
}

// Any two windows can be compared; they need not be whole months.
func TestCompareAnyWindows(t *testing.T) {
	table := watch.NewTable(events(village))
	f := watch.Filter{Countries: []string{"Mali"}}
	now, then := watch.Window{From: day("2020-02-01"), Until: day("2020-08-31")}, watch.Window{From: day("2019-08-01"), Until: day("2020-01-31")}
	c, err := table.Compare(f, now, then, 0)
	if err != nil || c.NowSum.Events != 3 || c.ThenSum.Events != 1 || *c.Events.Value != 3 {
		t.Errorf("%+v, %v", c, err)
	}
	if !slices.Contains(c.Warnings, "the windows differ in length: 213 against 184 days") {
		t.Errorf("warnings %q", c.Warnings)
	}
	c, err = table.Compare(f, watch.Window{From: day("2020-08-01"), Until: day("2021-06-30")}, now, 0.9)
	if err != nil || c.Events != nil || c.NowSum.Events != 1 || c.Reason == "" {
		t.Errorf("a window that the data covers in part: %+v, %v", c, err)
	}
	if _, err := table.Compare(f, watch.Window{From: day("2020-02-01")}, then, 0.9); tocsin.CodeOf(err) != tocsin.Invalid {
		t.Errorf("an open window: %v", err)
	}
}

// A misspelt name is an error with an offer, not a count of zero.
func TestUnknownNames(t *testing.T) {
	table := watch.NewTable(events(village))
	for _, c := range []struct {
		f    watch.Filter
		want string
	}{
		{watch.Filter{Countries: []string{"mali"}}, `no row has the country "mali"; write it as the data does, such as Mali`},
		{watch.Filter{Sides: []string{"JNIM (Mali)"}}, `such as JNIM`},
		{watch.Filter{From: day("2020-02-02"), Until: day("2020-02-01")}, "begins 2020-02-02 after it ends"},
		{watch.Filter{Datasets: []string{"acled"}}, `no row has the dataset "acled"`},
	} {
		_, err := table.Count(c.f)
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%v: %v, want %q", c.f, err, c.want)
		}
	}
	if _, err := watch.NewTable(events("")).Count(watch.Filter{}); tocsin.CodeOf(err) != tocsin.NotFound {
		t.Errorf("an empty table: %v", err)
	}
}

func TestMonthsWithoutEventsAreShown(t *testing.T) {
	table := watch.NewTable(events(village))
	tempo, err := table.Tempo(watch.Filter{Countries: []string{"Mali"}, From: day("2020-02-01")}, day("2020-08-17"), watch.TempoOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var got []int
	for _, m := range tempo.Months {
		got = append(got, m.Events)
	}
	if !slices.Equal(got, []int{1, 0, 0, 1, 0, 0, 1}) {
		t.Errorf("events by month %v", got)
	}
	if m := tempo.Months[0]; m.NoDeaths != 1 || m.Best != 0 || !m.Complete {
		t.Errorf("February: %+v", m)
	}
}

func TestReachOfAWindow(t *testing.T) {
	table := watch.NewTable(events(village))
	f := watch.Filter{Sides: []string{"JNIM"}, From: day("2020-01-01"), Until: day("2020-08-31")}
	r, err := table.Reach(f, watch.ReachOptions{From: &bamako, FromName: "Bamako"})
	if err != nil {
		t.Fatal(err)
	}
	south := r.Furthest[4]
	if south.ID != "test:5" || south.Earlier.ID != "test:2" || !south.Record || south.BeyondKM < 55 || south.BeyondKM > 56 {
		t.Errorf("south: %+v", south)
	}
	if north := r.Furthest[0]; north.Record || north.BeyondKM >= 0 {
		t.Errorf("north is no record: %+v", north)
	}
	if r.Nearest.ID != "test:5" || *r.MinKM > *r.Q10KM || *r.Q10KM > *r.MedianKM {
		t.Errorf("nearest %s, %g %g %g", r.Nearest.ID, *r.MinKM, *r.Q10KM, *r.MedianKM)
	}
	got, err := r.Earlier(geo.Point{Lat: 13.05, Lon: 0}, 180)
	if err != nil || len(got.Hits) != 1 || got.Unclear != 1 {
		t.Errorf("south of 13.05: %+v, %v", got, err)
	}
	f.Until = day("2020-01-31")
	if _, err := table.Reach(f, watch.ReachOptions{}); tocsin.CodeOf(err) != tocsin.NotFound {
		t.Errorf("no event in the window: %v", err)
	}
}

// A row that only names its province has no place to measure from.
func TestCoarsePlacesAreLeftOut(t *testing.T) {
	exact, district, province := event(1, "2020-01-01 Mali JNIM 13 -5 1"), event(2, "2020-01-02 Mali JNIM 10 -5 1"), event(3, "2020-01-03 Mali JNIM 9 -5 1")
	exact.PlacePrec, district.PlacePrec, province.PlacePrec = 1, 3, 4
	table := watch.NewTable(slices.Values([]tocsin.DataEvent{exact, district, province}))
	got, err := table.Beyond(watch.Filter{}, geo.Point{Lat: 13.1, Lon: -5}, 180, 25)
	if err != nil || len(got.Hits) != 1 || got.Hits[0].ErrorKM != 0 {
		t.Fatalf("%+v, %v", got, err)
	}
	if w := warnings(got.Warnings); !strings.Contains(w, "2 of 3 events are placed only in a district") {
		t.Errorf("warnings %q", w)
	}
	within, err := table.Within(watch.Filter{}, geo.Point{Lat: 9.5, Lon: -5}, 100)
	if err != nil || within.Events != 0 {
		t.Errorf("within: %+v, %v", within, err)
	}
}
