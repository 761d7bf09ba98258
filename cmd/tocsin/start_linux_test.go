package main

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"tocsin/internal/shared"
)

// BenchmarkCheckSentence starts the program anew for one sentence on a desk with
// 400,000 events, GED's 176,579 and copies of them under other numbers. Wanted:
// an answer within a second of start. How much memory a program took, and in which
// unit that is told, every system says in another way: this one asks Linux.
func BenchmarkCheckSentence(b *testing.B) {
	dir := b.TempDir()
	events := filepath.Join(dir, "events.csv")
	manyEvents(b, shared.Path(b, "data/events/ged211_prec12_global.csv.gz"), events, 400_000)
	self, err := os.Executable()
	if err != nil {
		b.Fatal(err)
	}
	program := filepath.Join(dir, "tocsin") // the test binary is the program under this name
	if err := os.Symlink(self, program); err != nil {
		b.Fatal(err)
	}
	run := func(in string, args ...string) (string, *os.ProcessState) {
		cmd := exec.CommandContext(b.Context(), program, append(args, "--desk", filepath.Join(dir, "desk"))...)
		cmd.Stdin = strings.NewReader(in)
		var out, errs bytes.Buffer
		cmd.Stdout, cmd.Stderr = &out, &errs
		if err := cmd.Run(); err != nil {
			b.Fatal(err, errs.String())
		}
		return out.String() + errs.String(), cmd.ProcessState
	}
	run("", "init")
	if out, _ := run("", "import", "ucdp-ged", events); !strings.Contains(out, "400,000 rows = 400,000 kept + 0 refused") {
		b.Fatal(out)
	}
	var used time.Duration
	most := int64(0)
	for b.Loop() {
		out, state := run("Attacks by JNIM in Mali rose in the six months before 17 August 2020.", "check", "-", "--published", "2020-08-20")
		if !strings.Contains(out, "1 verdict") || strings.Contains(out, "1 cannot be measured") { // it was read and judged
			b.Fatal(out)
		}
		used += state.UserTime() + state.SystemTime()
		if u, ok := state.SysUsage().(*syscall.Rusage); ok {
			most = max(most, u.Maxrss)
		}
	}
	b.ReportMetric(used.Seconds()/float64(b.N), "cpu-s/op")
	b.ReportMetric(float64(most)/1024, "MB")
}

// manyEvents writes n events: those of a GED file, again and again, each time
// with ids of their own.
func manyEvents(b *testing.B, from, to string, n int) {
	b.Helper()
	f, err := os.Open(from)
	if err != nil {
		b.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		b.Fatal(err)
	}
	rows, err := csv.NewReader(z).ReadAll()
	if err != nil {
		b.Fatal(err)
	}
	var out bytes.Buffer
	w := csv.NewWriter(&out)
	w.Write(rows[0])
	rows = rows[1:]
	for i := range n {
		row := append([]string{strconv.Itoa(1_000_000 + i)}, rows[i%len(rows)][1:]...)
		w.Write(row)
	}
	if w.Flush(); w.Error() != nil {
		b.Fatal(w.Error())
	}
	if err := os.WriteFile(to, out.Bytes(), 0o600); err != nil {
		b.Fatal(err)
	}
}
