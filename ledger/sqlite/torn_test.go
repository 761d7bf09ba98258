package sqlite_test

import (
	"bytes"
	"errors"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"tocsin"
	"tocsin/ledger"
	"tocsin/ledger/sqlite"
)

// A lived desk is the files of one whose program was killed: the database, the
// write-ahead log, and how long that was when each entry had been acknowledged.
type lived struct {
	db, wal []byte
	heads   []ledger.Head // heads[n] and ends[n] are after n entries
	ends    []int64
}

// live writes reports and takes the files away while the desk is open, as a
// killed program leaves them.
func live(t *testing.T, entries int) lived {
	t.Helper()
	path := filepath.Join(t.TempDir(), "desk.db")
	l := must(sqlite.Open(ctx, path))
	defer l.Close()
	size := func() int64 { return must(os.Stat(path + "-wal")).Size() }
	d := lived{heads: []ledger.Head{{}}, ends: []int64{size()}}
	for n := range entries {
		r, raw := note(n)
		if _, err := l.AddReport(ctx, r, raw, noon); err != nil {
			t.Fatal(err)
		}
		d.heads, d.ends = append(d.heads, must(l.Head(ctx))), append(d.ends, size())
	}
	d.db, d.wal = must(os.ReadFile(path)), must(os.ReadFile(path+"-wal"))
	return d
}

// reopen opens files as they were found and returns the head of what verifies.
func reopen(t *testing.T, db, wal []byte) (ledger.Head, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "desk.db")
	if err := errors.Join(os.WriteFile(path, db, 0o600), os.WriteFile(path+"-wal", wal, 0o600)); err != nil {
		t.Fatal(err)
	}
	l, err := sqlite.Open(ctx, path)
	if err != nil {
		return ledger.Head{}, err
	}
	defer l.Close()
	if err := l.Verify(ctx); err != nil {
		return ledger.Head{}, err
	}
	n := 0
	for r, err := range l.View(0).Reports(ctx) {
		if err != nil || r.Text == "" {
			t.Fatalf("%s: %v", r.ID, err)
		}
		n++
	}
	head, err := l.Head(ctx)
	if int64(n) != head.Seq {
		t.Fatalf("%d reports, the head is %d", n, head.Seq)
	}
	return head, err
}

// A power cut leaves the end of the write-ahead log unwritten or full of rubbish.
// Wherever that begins, every entry before it is there, and nothing in part.
func TestTornLog(t *testing.T) {
	d := live(t, 12)
	rnd := rand.New(rand.NewPCG(1, 1))
	for i := range 60 {
		cut := d.ends[0] + rnd.Int64N(int64(len(d.wal))-d.ends[0])
		wal := bytes.Clone(d.wal[:cut])
		if i%2 == 1 { // rubbish to the end of the page, or to the end of the file
			rubbish := make([]byte, min(len(d.wal)-int(cut), []int{512, 4096, len(d.wal)}[i%3]))
			for k := range rubbish {
				rubbish[k] = byte(rnd.Uint32())
			}
			wal = append(wal, rubbish...)
			wal = append(wal, d.wal[len(wal):]...)
		}
		want := 0
		for d.ends[want+1] <= cut {
			want++
		}
		head, err := reopen(t, d.db, wal)
		if err != nil || head != d.heads[want] {
			t.Errorf("torn at %d of %d: the record ends in entry %d, %v; entry %d was acknowledged", cut, len(d.wal), head.Seq, err, want)
		}
	}
}

// A power cut while the log is carried over leaves pages of the database half
// written. The log is there still, and nothing is lost.
func TestTornDatabase(t *testing.T) {
	d := live(t, 12)
	path := filepath.Join(t.TempDir(), "desk.db")
	if err := errors.Join(os.WriteFile(path, d.db, 0o600), os.WriteFile(path+"-wal", d.wal, 0o600)); err != nil {
		t.Fatal(err)
	}
	must(sqlite.Open(ctx, path)).Close() // carries the log over
	after := must(os.ReadFile(path))
	const page = 4096
	torn := 0
	for at := 0; at+page <= len(after); at += page {
		if at+page <= len(d.db) && bytes.Equal(after[at:at+page], d.db[at:at+page]) {
			continue // not in the log
		}
		torn++
		db := bytes.Clone(after)
		for k := at + page/3; k < at+page; k++ {
			db[k] ^= 0x5a
		}
		for _, found := range [][]byte{db, db[:at+page/2]} {
			head, err := reopen(t, found, d.wal)
			if err != nil || head != d.heads[12] {
				t.Errorf("torn at %d of %d: the record ends in entry %d, %v", at, len(after), head.Seq, err)
			}
		}
	}
	if torn < 10 {
		t.Errorf("only %d pages were torn: the test shows little", torn)
	}
}

// A database that is damaged where no log can mend it, by a failing disk or a
// copy that broke off, is either whole in all it says or gives an error that says
// what to do. It never shows less than it was given as if that were all.
func TestDamagedDatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "desk.db")
	l := must(sqlite.Open(ctx, path))
	for n := range 40 {
		r, raw := note(n)
		if _, err := l.AddReport(ctx, r, raw, noon); err != nil {
			t.Fatal(err)
		}
	}
	want := must(l.Head(ctx))
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	whole := must(os.ReadFile(path))
	rnd := rand.New(rand.NewPCG(2, 2))
	refused := 0
	for i := range 120 {
		at := rnd.IntN(len(whole))
		if i < 20 { // the last page, byte for byte the likeliest to be torn
			at = len(whole) - 1 - rnd.IntN(4096)
		}
		db := bytes.Clone(whole[:at])
		if i%2 == 0 {
			db = bytes.Clone(whole)
			for k := at; k < min(at+512, len(db)); k++ {
				db[k] = byte(rnd.Uint32())
			}
		}
		head, err := reopen(t, db, nil)
		switch {
		case err == nil && head != want:
			t.Errorf("damaged at %d of %d: entry %d is shown as the last, of %d, and no error", at, len(whole), head.Seq, want.Seq)
		case err != nil:
			refused++
			e, ok := errors.AsType[*tocsin.Error](err)
			if !ok || e.Hint == "" || e.Code == tocsin.Internal {
				t.Errorf("damaged at %d of %d: %v (%s) says not what to do", at, len(whole), err, tocsin.CodeOf(err))
			}
		}
	}
	if refused < 60 {
		t.Errorf("only %d of 120 damages were refused: the test shows little", refused)
	}
	if _, err := reopen(t, nil, nil); err != nil {
		t.Errorf("an empty file becomes a desk: %v", err)
	}
	if _, err := reopen(t, whole, must(io.ReadAll(io.LimitReader(bytes.NewReader(whole), 9000)))); err != nil {
		t.Errorf("a log that is none is passed over: %v", err)
	}
}
