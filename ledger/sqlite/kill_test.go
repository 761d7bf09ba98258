package sqlite_test

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"tocsin"
	"tocsin/ledger"
	"tocsin/ledger/sqlite"
)

// childDesk is the environment variable that makes this test binary the program
// to be killed: it holds the path of the desk.
const childDesk = "TOCSIN_TEST_CHILD_DESK"

// childFrom holds the number of the first note that the child writes.
const childFrom = "TOCSIN_TEST_CHILD_FROM"

func TestMain(m *testing.M) {
	if path := os.Getenv(childDesk); path != "" {
		from, _ := strconv.Atoi(os.Getenv(childFrom))
		writeUntilKilled(path, from)
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// note makes the n-th of many small reports.
func note(n int) (tocsin.Report, []byte) {
	raw := []byte(fmt.Sprintf("Note %d\n", n) + strings.Repeat("All was quiet in Kidal. ", n%50))
	return tocsin.Report{ID: tocsin.Hash(raw), TextHash: tocsin.Hash(raw), Text: string(raw), Title: fmt.Sprint(n),
		Published: tocsin.MustDate("2020-08-18")}, raw
}

// rows is a dataset of 5,000 events.
func rows(name string) ledger.Fill {
	return func(keep func(tocsin.DataEvent) error) (ledger.Vintage, error) {
		for i := range 5000 {
			if err := keep(tocsin.DataEvent{ID: fmt.Sprint("ucdp-ged:", i), Dataset: "ucdp-ged", Country: "Mali", From: 737000, To: 737000, Where: strings.Repeat("x", 40)}); err != nil {
				return ledger.Vintage{}, err
			}
		}
		return ledger.Vintage{Dataset: tocsin.Dataset{Dataset: "ucdp-ged", Vintage: name, SHA256: tocsin.Hash([]byte(name)), From: 737000, To: 737000},
			File: name, Rows: 5000, Kept: 5000}, nil
	}
}

// writeUntilKilled appends reports and datasets and prints the name of each once
// the ledger has acknowledged it.
func writeUntilKilled(path string, from int) {
	l, err := sqlite.Open(context.Background(), path)
	if err != nil {
		fmt.Println("error", err)
		return
	}
	at := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for n := from; ; n++ {
		r, raw := note(n)
		if _, err := l.AddReport(context.Background(), r, raw, at); err != nil {
			fmt.Println("error", err)
			return
		}
		fmt.Println("report", r.ID)
		if n%5 == 0 {
			name := fmt.Sprint("ged ", n)
			if _, _, err := l.AddDataset(context.Background(), at, rows(name)); err != nil {
				fmt.Println("error", err)
				return
			}
			fmt.Println("dataset", tocsin.Hash([]byte(name)))
		}
	}
}

// TestKilled kills a writing program without warning, at several moments, on the
// same desk. Each time all that was acknowledged is there, nothing is there in
// part, and the chain holds.
func TestKilled(t *testing.T) {
	path := filepath.Join(t.TempDir(), "desk.db")
	acknowledged := map[string]bool{}
	for _, after := range []time.Duration{1, 30, 60, 110, 170, 240} {
		for _, line := range runAndKill(t, path, after*time.Millisecond) {
			kind, id, _ := strings.Cut(line, " ")
			if kind == "error" {
				t.Fatal(line)
			}
			acknowledged[id] = true
		}
		l, err := sqlite.Open(ctx, path)
		if err != nil {
			t.Fatal(err)
		}
		if err := l.Verify(ctx); err != nil {
			t.Fatalf("killed after %v: %v", after, err)
		}
		there := map[string]bool{}
		v := l.View(0)
		for r, err := range v.Reports(ctx) {
			if err != nil || there[r.ID] || r.Text == "" {
				t.Fatalf("report %s: %v, doubled %t", r.ID, err, there[r.ID])
			}
			there[r.ID] = true
		}
		// One vintage replaces another here, so all are asked for by adding again.
		for n := range 1000 {
			if name := fmt.Sprint("ged ", n); acknowledged[tocsin.Hash([]byte(name))] {
				_, added, err := l.AddDataset(ctx, time.Unix(1, 0), rows(name))
				there[tocsin.Hash([]byte(name))] = err == nil && added.Already
			}
		}
		for id := range acknowledged {
			if !there[id] {
				t.Fatalf("killed after %v: %s was acknowledged and is lost", after, id)
			}
		}
		if err := l.Close(); err != nil {
			t.Fatal(err)
		}
	}
	if len(acknowledged) < 10 {
		t.Fatalf("only %d writes were acknowledged in all: the test shows nothing", len(acknowledged))
	}
}

// runAndKill starts the child, waits until it has written something and then
// for the time given, kills it, and returns what it printed in whole lines.
func runAndKill(t *testing.T, path string, after time.Duration) []string {
	t.Helper()
	cmd := exec.Command(os.Args[0])
	cmd.Env = append(os.Environ(), childDesk+"="+path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	var lines []string
	r := bufio.NewReader(out)
	for {
		line, err := r.ReadString('\n')
		if err != nil { // a line cut off is no acknowledgement
			break
		}
		if len(lines) == 0 {
			time.AfterFunc(after, func() { cmd.Process.Kill() })
		}
		lines = append(lines, strings.TrimSpace(line))
	}
	cmd.Wait() // "signal: killed", as it should be
	return lines
}
