package watch_test

import (
	"encoding/csv"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tocsin"
	"tocsin/internal/shared"
	"tocsin/watch"
)

// readCoups reads the three lists that the data has, by their headers.
func readCoups(tb testing.TB) []tocsin.DataEvent {
	tb.Helper()
	var out []tocsin.DataEvent
	for _, list := range []struct{ dataset, file string }{
		{"cline", "data/coups/cline_coup_2.1.2.csv"},
		{"powell-thyne", "data/coups/powell_thyne_events_V2019.04.22.csv"},
		{"colpus", "data/coups/colpus_basic.csv"},
	} {
		f, err := os.Open(shared.Path(tb, list.file))
		if err != nil {
			tb.Fatal(err)
		}
		rows, err := csv.NewReader(f).ReadAll()
		f.Close()
		if err != nil {
			tb.Fatal(err)
		}
		for i, rec := range rows[1:] {
			get := func(name string) string {
				if k := slices.Index(rows[0], name); k >= 0 {
					return rec[k]
				}
				return ""
			}
			date := strings.ReplaceAll(get("date"), "/", "-")
			if date == "" {
				y, _ := strconv.Atoi(get("year"))
				m, _ := strconv.Atoi(get("month"))
				d, _ := strconv.Atoi(get("day"))
				date = tocsin.Date(0).String()
				if day, err := tocsin.MakeDate(y, m, d); err == nil {
					date = day.String()
				}
			}
			if date == "" {
				continue // a list that does not know the day; package source keeps it with its precision
			}
			out = append(out, tocsin.DataEvent{ID: list.dataset + ":" + strconv.Itoa(i), Dataset: list.dataset, Act: "coup",
				From: day(date), To: day(date), Country: get("country") + get("statenme"), Class: get("event_type")})
		}
	}
	return out
}

// The lists agree on Mali's coup of March 2012 and differ by a day on the
// counter-coup; both dates are shown.
func TestCoupsOfMali(t *testing.T) {
	table := watch.NewTable(slices.Values(readCoups(t)))
	got, err := table.Coups(watch.Filter{Countries: []string{"Mali"}, From: day("2012-01-01"), Until: day("2012-12-31")}, watch.CoupOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, c := range got.Coups {
		lines = append(lines, c.First.String()+" "+c.Last.String()+" "+strings.Join(c.Lists(), "+"))
	}
	want := []string{"2012-03-22 2012-03-22 cline+colpus+powell-thyne", "2012-04-30 2012-05-01 cline+colpus+powell-thyne"}
	for _, w := range want {
		if !slices.Contains(lines, w) {
			t.Errorf("no coup %q in %q", w, lines)
		}
	}
	got, err = table.Coups(watch.Filter{Countries: []string{"Mali"}, From: day("2020-01-01"), Until: day("2020-12-31")}, watch.CoupOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if len(got.Coups) != 1 || got.Coups[0].First != day("2020-08-18") {
		t.Errorf("coups of 2020: %+v", got.Coups)
	}
	if !strings.Contains(warnings(got.Warnings), "powell-thyne ends 2019") {
		t.Errorf("no word that Powell and Thyne's list ends before: %q", warnings(got.Warnings))
	}
}

// Two entries of one list are two coups, however close; the nearest pair of two
// lists is joined first.
func TestCoupsPairNearest(t *testing.T) {
	coup := func(id, list, date, country string) tocsin.DataEvent {
		return tocsin.DataEvent{ID: id, Dataset: list, Act: "coup", Country: country, From: day(date), To: day(date)}
	}
	table := watch.NewTable(slices.Values([]tocsin.DataEvent{
		coup("a1", "a", "1980-07-01", "Côte d'Ivoire"), coup("a2", "a", "1980-07-10", "Côte d'Ivoire"),
		coup("b1", "b", "1980-07-09", "Cote dIvoire"), coup("b2", "b", "1980-07-09", "Ghana"),
		coup("b3", "b", "1980-07-30", "Cote dIvoire"),
	}))
	got, err := table.Coups(watch.Filter{}, watch.CoupOptions{})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, c := range got.Coups {
		var ids []string
		for _, e := range c.Entries {
			ids = append(ids, e.ID)
		}
		lines = append(lines, strings.Join(ids, "+"))
	}
	if want := []string{"a1", "b1+a2", "b2", "b3"}; !slices.Equal(lines, want) {
		t.Errorf("%q, want %q", lines, want)
	}
}

// A table of events and coup lists does not count a coup as one more event.
func TestCoupListsAreNotEvents(t *testing.T) {
	e := event(1, "2020-08-18 Mali JNIM 13 -5 1")
	c := tocsin.DataEvent{ID: "cline:1", Dataset: "cline", Act: "coup", Country: "Mali", From: day("2020-08-18"), To: day("2020-08-18")}
	table := watch.NewTable(slices.Values([]tocsin.DataEvent{e, c}))
	got, err := table.Count(watch.Filter{Countries: []string{"Mali"}})
	if err != nil || got.Events != 1 {
		t.Errorf("%+v, %v", got, err)
	}
	if both := table.Select(watch.Filter{Countries: []string{"Mali"}}); len(both) != 2 {
		t.Errorf("Select leaves out rows: %v", both)
	}
}

func warnings(list []tocsin.Warning) string {
	var out []string
	for _, w := range list {
		out = append(out, w.String())
	}
	return strings.Join(out, "\n")
}
