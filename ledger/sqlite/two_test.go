package sqlite_test

import (
	"bufio"
	"database/sql"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"tocsin"
	"tocsin/ledger/sqlite"
)

// A writer is another program that writes to a desk until it is killed, and what
// it was told is there.
type writer struct {
	cmd *exec.Cmd
	mu  sync.Mutex
	ids []string
	bad string
	end chan struct{}
}

// startWriter starts a program that writes notes from a number on. first is
// called once some have been acknowledged.
func startWriter(t *testing.T, path string, from int, first *sync.WaitGroup) *writer {
	t.Helper()
	w := &writer{cmd: exec.Command(os.Args[0]), end: make(chan struct{})}
	w.cmd.Env = append(os.Environ(), childDesk+"="+path, childFrom+"="+fmt.Sprint(from))
	out, err := w.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := w.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	go func() {
		defer close(w.end)
		const some = 8
		for r, n := bufio.NewReader(out), 1; ; n++ {
			line, err := r.ReadString('\n')
			if err != nil {
				if n <= some {
					first.Done()
				}
				return
			}
			kind, id, _ := strings.Cut(strings.TrimSpace(line), " ")
			w.mu.Lock()
			switch kind {
			case "report":
				w.ids = append(w.ids, id)
			case "error":
				w.bad = id
			}
			w.mu.Unlock()
			if n == some {
				first.Done()
			}
		}
	}()
	return w
}

// told lists what was acknowledged so far.
func (w *writer) told() []string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return append([]string(nil), w.ids...)
}

// TestTwoProcesses lets two programs write one desk while a third reads it and
// backs it up, and kills them. Nothing that either was told is there is lost, and
// the backup holds all of which that was so when it began.
func TestTwoProcesses(t *testing.T) {
	path := filepath.Join(t.TempDir(), "desk.db")
	l := must(sqlite.Open(ctx, path))
	defer l.Close()
	var first sync.WaitGroup
	first.Add(2)
	writers := []*writer{startWriter(t, path, 0, &first), startWriter(t, path, 100_000, &first)}
	first.Wait()
	before := append(writers[0].told(), writers[1].told()...)
	to := path + ".backup"
	if err := l.Backup(ctx, to); err != nil {
		t.Error(err)
	}
	for _, w := range writers {
		w.cmd.Process.Kill()
		<-w.end
		w.cmd.Wait()
		if w.bad != "" || len(w.ids) < 3 {
			t.Errorf("a program wrote %d notes, %s", len(w.ids), w.bad)
		}
	}
	holds(t, l, append(writers[0].ids, writers[1].ids...))
	backup := must(sqlite.Open(ctx, to))
	defer backup.Close()
	holds(t, backup, before)
	t.Logf("%d and %d notes were acknowledged, %d before the backup", len(writers[0].ids), len(writers[1].ids), len(before))
}

// holds holds a ledger to verifying and to having each of the reports once.
func holds(t *testing.T, l *sqlite.Ledger, ids []string) {
	t.Helper()
	if err := l.Verify(ctx); err != nil {
		t.Error(err)
	}
	there := map[string]int{}
	for _, r := range all(t, l.View(0).Reports(ctx)) {
		there[r.ID]++
	}
	for _, id := range ids {
		if there[id] != 1 {
			t.Errorf("%s was acknowledged and is there %d times", id, there[id])
		}
	}
}

// TestBusy: who cannot write because another program does not stop writing is told
// what to do, and can read.
func TestBusy(t *testing.T) {
	t.Parallel() // it waits five seconds
	path := filepath.Join(t.TempDir(), "desk.db")
	l := keepNote(t, path, 1)
	db := must(sql.Open("sqlite", path))
	defer db.Close()
	if _, err := db.Exec(`BEGIN IMMEDIATE`); err != nil {
		t.Fatal(err)
	}
	r, raw := note(2)
	_, err := l.AddReport(ctx, r, raw, noon)
	if tocsin.CodeOf(err) != tocsin.Unavailable || !strings.Contains(err.Error(), "another tocsin is writing to this desk") || !strings.Contains(err.Error(), "work through its server") {
		t.Errorf("%v", err)
	}
	holds(t, l, nil)
	if second, err := sqlite.Open(ctx, path); err != nil {
		t.Errorf("a second program cannot read: %v", err)
	} else if err := second.Close(); err != nil {
		t.Error(err)
	}
}
