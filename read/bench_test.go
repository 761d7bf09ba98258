package read_test

import (
	"context"
	"os"
	"runtime"
	"strings"
	"testing"

	"tocsin"
	"tocsin/read"
)

// benchReport is about 1,000 words on a coup that never happened.
func benchReport(tb testing.TB) tocsin.Report {
	tb.Helper()
	b, err := os.ReadFile("testdata/bench/report.txt")
	if err != nil {
		tb.Fatal(err)
	}
	return tocsin.Report{ID: tocsin.Hash(b), Text: string(b), Published: tocsin.MustDate("2027-03-15")}
}

// BenchmarkRead measures all stages on a report of about 1,000 words and says
// how many reports of exactly 1,000 a second one core reads, by the clock and by
// the processor time spent, garbage collection included:
//
//	go test -run '^$' -bench Read -cpu 1 ./read
func BenchmarkRead(b *testing.B) { benchmark(b, newReader(b)) }

// BenchmarkReadCareful measures the same with three parsers that vote.
func BenchmarkReadCareful(b *testing.B) { benchmark(b, embeddedReader(b, true)) }

func benchmark(b *testing.B, r *read.Reader) {
	rep := benchReport(b)
	words := len(strings.Fields(rep.Text))
	read := func() {
		if _, err := r.Read(context.Background(), rep); err != nil {
			b.Fatal(err)
		}
	}
	read() // the embedded tables are decoded once, by the first report
	b.ReportAllocs()
	cpu := cpuTime()
	for b.Loop() {
		read()
	}
	thousands := float64(words) * float64(b.N) / 1000
	b.ReportMetric(thousands/b.Elapsed().Seconds(), "reports/s")
	if spent := (cpuTime() - cpu).Seconds(); spent > 0 {
		b.ReportMetric(thousands/spent, "reports/cpu-s")
	}
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	b.ReportMetric(float64(m.Sys)/(1<<20), "MB")
}
