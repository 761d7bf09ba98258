package watch_test

import (
	"runtime"
	"slices"
	"testing"

	"tocsin"
	"tocsin/geo"
	"tocsin/watch"
)

// The design's number: reach and tempo for every country and month of the full
// GED in five seconds.
func BenchmarkEveryCountryAndMonth(b *testing.B) {
	table := gedTable(b)
	b.ReportAllocs()
	centre := geo.Point{Lat: 12.65, Lon: -8}
	for b.Loop() {
		n := sweep(b, table, centre)
		b.ReportMetric(float64(n), "country-months")
	}
}

// sweep measures each country in each month from 1991 on: from then there are
// two years before to compare with.
func sweep(tb testing.TB, table *watch.Table, centre geo.Point) (n int) {
	for _, country := range table.Countries() {
		for start := tocsin.MustDate("1991-01-01"); start < tocsin.MustDate("2021-01-01"); start = start.AddMonths(1) {
			f := watch.Filter{Countries: []string{country}}
			if _, err := table.Tempo(f, start.MonthEnd(), watch.TempoOptions{}); err != nil {
				tb.Fatal(err)
			}
			f.From, f.Until = start, start.MonthEnd()
			if _, err := table.Reach(f, watch.ReachOptions{From: &centre}); err != nil && tocsin.CodeOf(err) != tocsin.NotFound {
				tb.Fatal(err)
			}
			n++
		}
	}
	return n
}

func BenchmarkNewTable(b *testing.B) {
	events := readGED(b)
	b.ResetTimer()
	for b.Loop() {
		watch.NewTable(slices.Values(events))
	}
	b.ReportMetric(float64(len(events)), "rows")
}

// The whole file stays well under 30 MB.
func TestTableIsSmall(t *testing.T) {
	events := readGED(t)
	heap := func() uint64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return m.HeapAlloc
	}
	before := heap()
	table := watch.NewTable(slices.Values(events))
	size := float64(heap()-before) / 1e6
	if size > 20 || size < 5 {
		t.Errorf("%.1f MB for %d rows", size, table.Len())
	}
	t.Logf("%.1f MB for %d rows", size, table.Len())
	runtime.KeepAlive(table)
	runtime.KeepAlive(events)
}
