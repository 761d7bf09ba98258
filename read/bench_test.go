package read_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"tocsin"
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
// how many such reports a second one core reads:
//
//	go test -run '^$' -bench Read -cpu 1 ./read
func BenchmarkRead(b *testing.B) {
	r, rep := newReader(b), benchReport(b)
	words := len(strings.Fields(rep.Text))
	read := func() {
		if _, err := r.Read(context.Background(), rep); err != nil {
			b.Fatal(err)
		}
	}
	read() // the embedded tables are decoded once, by the first report
	b.ReportAllocs()
	for b.Loop() {
		read()
	}
	seconds := b.Elapsed().Seconds() / float64(b.N)
	b.ReportMetric(float64(words)/1000/seconds, "reports/s")
	b.ReportMetric(float64(words)/seconds, "words/s")
}
