package sqlite_test

import (
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"tocsin"
	"tocsin/ledger"
	"tocsin/ledger/sqlite"
)

// fullChild tells this test binary that it has a mount namespace of its own.
const fullChild = "TOCSIN_TEST_CHILD_FULL"

// TestFullDisk fills a small disk. It runs in a namespace of its own, in which the
// disk can be made without being root, and which takes the disk with it.
func TestFullDisk(t *testing.T) {
	if os.Getenv(fullChild) != "" {
		t.Run("while it is written to", fullDisk)
		t.Run("while it is brought to a new format", fullMigration)
		return
	}
	cmd := exec.Command(os.Args[0], "-test.run", "^TestFullDisk$", "-test.v")
	cmd.Env = append(os.Environ(), fullChild+"=1")
	cmd.SysProcAttr = &syscall.SysProcAttr{Cloneflags: syscall.CLONE_NEWUSER | syscall.CLONE_NEWNS,
		UidMappings: []syscall.SysProcIDMap{{HostID: os.Getuid(), Size: 1}}, GidMappings: []syscall.SysProcIDMap{{HostID: os.Getgid(), Size: 1}}}
	out, err := cmd.CombinedOutput()
	if errors.Is(err, syscall.EPERM) || errors.Is(err, syscall.ENOSPC) || strings.Contains(string(out), "cannot mount") {
		t.Skip("this system lets nobody make a small disk")
	}
	if err != nil {
		t.Errorf("%v:\n%s", err, out)
	}
}

// smallDisk makes one of three megabytes.
func smallDisk(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=3m"); err != nil {
		t.Fatal("cannot mount", err)
	}
	t.Cleanup(func() { syscall.Unmount(dir, syscall.MNT_DETACH) })
	return dir
}

// fullMigration: an old desk that finds no room for its new format stays as it is.
func fullMigration(t *testing.T) {
	dir := smallDisk(t)
	path := filepath.Join(dir, "desk.db")
	unpack(t, filepath.Join(keptDesks, "1.db.gz"), path)
	before := must(os.ReadFile(path))
	filler := filepath.Join(dir, "filler")
	if err := os.WriteFile(filler, make([]byte, 3<<20-len(before)-64<<10), 0o600); err != nil {
		t.Fatal(err)
	}
	l, err := sqlite.Open(ctx, path)
	if err == nil {
		l.Close()
	}
	sayFull(t, "a new format", err)
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	l = must(sqlite.Open(ctx, path))
	defer l.Close()
	if got, want := showAll(t, l), string(must(os.ReadFile(filepath.Join(keptDesks, "1.txt")))); got != want {
		t.Errorf("the old desk shows\n%s\nwant\n%s", got, want)
	}
	if err := l.Verify(ctx); err != nil {
		t.Error(err)
	}
}

func fullDisk(t *testing.T) {
	dir := smallDisk(t)
	path := filepath.Join(dir, "desk.db")
	l := must(sqlite.Open(ctx, path))
	defer l.Close()
	filler := filepath.Join(dir, "filler")
	if err := os.WriteFile(filler, make([]byte, 2<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	kept, refusal := fill(t, l, 0)
	sayFull(t, "a report", refusal)
	_, _, err := l.AddDataset(ctx, noon, rows("ged"))
	sayFull(t, "a dataset", err)
	sayFull(t, "a backup", l.Backup(ctx, filepath.Join(dir, "backup.db")))
	if _, err := os.Stat(filepath.Join(dir, "backup.db")); err == nil {
		t.Error("half a backup is left")
	}
	r, _ := note(0)
	order := tocsin.Redaction{Hash: r.ID, By: "the editor", Why: "endangers a witness", Recorded: noon}
	_, err = l.Redact(ctx, order)
	sayFull(t, "a redaction", err)
	whole(t, l, kept)

	// Another program, or this one after it was killed, finds all of it on the full disk.
	again, err := sqlite.Open(ctx, path)
	if err != nil {
		t.Fatalf("a desk on a full disk cannot be opened: %v", err)
	}
	whole(t, again, kept)
	if err := again.Close(); err != nil {
		t.Error(err)
	}

	// With room again it goes on, and what was refused is taken.
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	more, _ := note(kept)
	if _, err := l.AddReport(ctx, more, []byte(more.Text), noon); err != nil {
		t.Error(err)
	}
	whole(t, l, kept+1)
	if _, err := l.Redact(ctx, order); err != nil {
		t.Error(err)
	}
	whole(t, l, kept)
	if err := l.Backup(ctx, filepath.Join(dir, "backup.db")); err != nil {
		t.Error(err)
	}
}

// fill adds notes until one is refused.
func fill(t *testing.T, l ledger.Ledger, from int) (kept int, refusal error) {
	t.Helper()
	for n := from; n < 10_000; n++ {
		r, raw := note(n)
		if _, err := l.AddReport(ctx, r, raw, noon); err != nil {
			return n, err
		}
	}
	t.Fatal("the disk is never full")
	return 0, nil
}

// sayFull holds an error to telling what is wrong and what to do.
func sayFull(t *testing.T, what string, err error) {
	t.Helper()
	if e, ok := errors.AsType[*tocsin.Error](err); !ok || e.Code != tocsin.Unavailable || !strings.Contains(err.Error(), "the disk is full") || !strings.Contains(e.Hint, "make room") {
		t.Errorf("%s on a full disk: %v", what, err)
	}
}

// whole holds a ledger to having so many reports, each as it was given.
func whole(t *testing.T, l ledger.Ledger, want int) {
	t.Helper()
	if err := l.Verify(ctx); err != nil {
		t.Error(err)
	}
	if got := len(all(t, l.View(0).Reports(ctx))); got != want {
		t.Errorf("%d reports, want %d", got, want)
	}
}
