package watch_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tocsin"
	"tocsin/watch"
)

// rising is a made-up town: one event in January 2019, two in February, four in
// each month of 2020; the data ends on 10 September 2020.
func rising() *watch.Table {
	var b strings.Builder
	add := func(month string, n int) {
		for i := range n {
			fmt.Fprintf(&b, "%s-%02d Mali Group 13.0 -4.0 2\n", month, 1+i)
		}
	}
	for m := 1; m <= 12; m++ {
		add(fmt.Sprintf("2019-%02d", m), 1+m%2)
	}
	for m := 1; m <= 8; m++ {
		add(fmt.Sprintf("2020-%02d", m), 7+m%3)
	}
	b.WriteString("2020-09-10 Mali Group 13.0 -4.0 50\n")
	return watch.NewTable(events(b.String()))
}

func TestSeriesFindsTheStep(t *testing.T) {
	s, err := rising().Series(watch.Filter{Countries: []string{"Mali"}}, day("2020-09-30"), watch.SeriesOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(s.Periods); n != 21 || s.Complete != 20 || s.Periods[n-1].Complete {
		t.Errorf("%d months, %d complete; the last %+v", n, s.Complete, s.Periods[n-1])
	}
	for name, list := range map[string][]watch.Break{"ED-PELT": s.Events.Changes, "online": s.Events.Online, "deaths": s.Deaths.Changes} {
		if len(list) != 1 || list[0].From != day("2020-01-01") {
			t.Errorf("%s: %+v", name, list)
		}
	}
	if b := s.Events.Changes[0]; b.Before != 1.5 || b.After != 8.125 {
		t.Errorf("from %g to %g", b.Before, b.After)
	}
	if s.Events.Trend == nil || s.Events.TrendOver.String() != "2019-09-01 to 2020-08-31" || s.Events.Doubling == nil || s.Events.Doubling.Halves {
		t.Errorf("trend %+v over %s: %s; doubling %+v", s.Events.Trend, s.Events.TrendOver, s.Events.TrendReason, s.Events.Doubling)
	}
	if w := warnings(s.Warnings); !strings.Contains(w, "the last month is not complete (2020-09-01 to 2020-09-10) and is compared with nothing") {
		t.Errorf("no word on the last month: %s", w)
	}
	if s.Deaths.Online != nil || s.Deaths.OnlineReason == "" {
		t.Errorf("deaths are followed: %+v", s.Deaths)
	}
}

// The massacre in the unfinished month moves nothing that is compared.
func TestAnIncompleteMonthIsNotCompared(t *testing.T) {
	with, err := rising().Series(watch.Filter{}, day("2020-09-10"), watch.SeriesOptions{})
	if err != nil {
		t.Fatal(err)
	}
	without, err := rising().Series(watch.Filter{From: with.Periods[0].From}, day("2020-08-31"), watch.SeriesOptions{})
	if err != nil {
		t.Fatal(err)
	}
	a, err1 := json.Marshal([]any{with.Events, with.Deaths})
	b, err2 := json.Marshal([]any{without.Events, without.Deaths})
	if err1 != nil || err2 != nil || string(a) != string(b) {
		t.Errorf("%s\n%s, %v, %v", a, b, err1, err2)
	}
}

func TestWeeksBeginOnMonday(t *testing.T) {
	s, err := rising().Series(watch.Filter{From: day("2020-08-01")}, day("2020-08-31"), watch.SeriesOptions{Per: watch.PerWeek})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, p := range s.Periods {
		got = append(got, fmt.Sprintf("%s %d %t", p.From, p.Events, p.Complete))
	}
	want := []string{"2020-08-01 2 false", "2020-08-03 7 true", "2020-08-10 0 true", "2020-08-17 0 true", "2020-08-24 0 true", "2020-08-31 0 false"}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	days, err := rising().Series(watch.Filter{From: day("2020-08-01")}, day("2020-08-31"), watch.SeriesOptions{Per: watch.PerDay})
	if err != nil || len(days.Periods) != 31 || days.Complete != 31 {
		t.Errorf("%d days, %d complete, %v", len(days.Periods), days.Complete, err)
	}
}

// What cannot be said has a reason, never a number.
func TestNoCourseSaysWhy(t *testing.T) {
	table := rising()
	short, err := table.Series(watch.Filter{From: day("2020-07-01")}, day("2020-09-10"), watch.SeriesOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if e := short.Events; e.Trend != nil || e.TrendReason != "only 2 complete months: a trend needs at least 4" || e.ChangesReason == "" || e.OnlineReason == "" {
		t.Errorf("two months: %+v", e)
	}
	quiet := watch.NewTable(events("2019-01-01 Niger IS 14 1 1\n2019-01-01 Mali IS 14 1 -\n2020-12-31 Niger IS 14 1 1\n"))
	none, err := quiet.Series(watch.Filter{Countries: []string{"Mali"}}, day("2020-12-31"), watch.SeriesOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if e := none.Events; e.Trend != nil || e.TrendReason != "nothing in the last 12 complete months" || len(e.Online) > 0 {
		t.Errorf("one event long ago: %+v", e)
	}
	if none.Deaths.TrendReason != "no event has an estimate of deaths" {
		t.Errorf("deaths: %+v", none.Deaths)
	}
	for _, o := range []watch.SeriesOptions{{Per: "fortnight"}, {Trend: 2}, {Level: 2}} {
		if _, err := table.Series(watch.Filter{}, day("2020-09-10"), o); tocsin.CodeOf(err) != tocsin.Invalid {
			t.Errorf("%+v: %v", o, err)
		}
	}
}

// Whatever the events: the periods hold all of them once, and the result is JSON.
func TestPeriodsAddUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var in []tocsin.DataEvent
		for i := range rapid.IntRange(1, 80).Draw(t, "n") {
			e := event(i, "2020-01-01 Mali JNIM 13 -4 1")
			e.From = e.From.AddDays(rapid.IntRange(0, 300).Draw(t, "day"))
			e.To = e.From
			in = append(in, e)
		}
		table := watch.NewTable(slices.Values(in))
		per := rapid.SampledFrom([]watch.Per{watch.PerDay, watch.PerWeek, watch.PerMonth}).Draw(t, "per")
		end := table.Event(table.Len() - 1).From
		s, err := table.Series(watch.Filter{From: table.Event(0).From}, end, watch.SeriesOptions{Per: per})
		if err != nil {
			t.Fatal(err)
		}
		sum := 0
		for i, p := range s.Periods {
			if sum += p.Events; i > 0 && p.From != s.Periods[i-1].Until.AddDays(1) {
				t.Fatalf("%s follows %s", p.Window, s.Periods[i-1].Window)
			}
		}
		if sum != len(in) || s.N != len(in) {
			t.Fatalf("%d of %d events are in a period", sum, len(in))
		}
		if _, err := json.Marshal(s); err != nil {
			t.Fatal(err)
		}
	})
}

func TestWindowBefore(t *testing.T) {
	for _, c := range []struct{ from, until, wantFrom, wantUntil string }{
		{"2020-02-18", "2020-08-17", "2019-08-18", "2020-02-17"}, // six months
		{"2020-08-01", "2020-08-31", "2020-07-01", "2020-07-31"}, // a month
		{"2020-08-10", "2020-08-19", "2020-07-31", "2020-08-09"}, // ten days
	} {
		got := watch.Window{From: day(c.from), Until: day(c.until)}.Before()
		if want := (watch.Window{From: day(c.wantFrom), Until: day(c.wantUntil)}); got != want {
			t.Errorf("before %s to %s comes %s, want %s", c.from, c.until, got, want)
		}
	}
	if got := (watch.Window{From: day("2020-01-01")}).Before(); got != (watch.Window{}) {
		t.Errorf("an open window has %s before it", got)
	}
}

// Growth first, then decline; what has no ratio comes last and says why.
func TestRanking(t *testing.T) {
	table := watch.NewTable(events(`
2019-12-01 Mali IS 14 1 1
2020-05-02 Mali IS 14 1 1
2020-08-02 Mali IS 14 1 1
2020-08-12 Mali IS 14 1 1
2020-05-02 Niger IS 14 1 1
2020-05-12 Niger IS 14 1 1
2020-08-12 Niger IS 14 1 1
2020-07-12 Benin IS 14 1 1
2020-01-12 Togo IS 14 1 1
2020-09-15 Togo IS 14 1 1
`))
	var list []watch.Named
	for _, c := range []string{"Togo", "Niger", "Ghana", "Benin", "Mali"} {
		list = append(list, watch.Named{Name: c, Filter: watch.Filter{Countries: []string{c}}})
	}
	got, err := table.Rank(list, watch.RankOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, l := range got.Lines {
		lines = append(lines, fmt.Sprintf("%s %d/%d %s", l.Name, l.Before.NowSum.Events, l.Before.ThenSum.Events, l.Last))
	}
	want := []string{"Benin 1/0 2020-07-12", "Mali 2/1 2020-08-12", "Niger 1/2 2020-08-12", "Ghana 0/0 ", "Togo 0/0 2020-01-12"}
	if !slices.Equal(lines, want) {
		t.Errorf("%q", lines)
	}
	if got.Now.String() != "2020-06-01 to 2020-08-31" || got.Then.String() != "2020-03-01 to 2020-05-31" || len(got.Notes) != 1 {
		t.Errorf("%s against %s, %v", got.Now, got.Then, got.Notes)
	}
	if why := got.Lines[3].Reason; !strings.Contains(why, `no row has the country "Ghana"`) {
		t.Errorf("Ghana: %q", why)
	}
	if _, err := table.Rank(nil, watch.RankOptions{}); tocsin.CodeOf(err) != tocsin.Invalid {
		t.Errorf("a ranking of nothing: %v", err)
	}
}
