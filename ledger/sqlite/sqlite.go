// Package sqlite keeps a ledger in one SQLite file, without cgo.
//
// In goes a path; out comes a [ledger.Ledger] that is safe for many goroutines.
// The file is made with mode 0600 where there is none, and brought to the newest
// format where it is older; a newer one is refused. One connection writes and
// others read beside it (write-ahead log). Several programs may have the file
// open: who reads waits for nobody, and of two that write one waits for the other
// up to five seconds and then says so.
//
// What survives. The level is synchronous=FULL, and on macOS fullfsync: a call
// that has returned has written its part of the write-ahead log to the disk, under
// checksums. After kill -9 all of it is there, since what the program has handed
// to the system does not go with it. After a loss of power all of it is there too,
// as far as the disk keeps what it says it has written; the torn end of the log is
// recognised and left out, and a page torn while the log is carried over into the
// file is mended from the log. What was under way leaves nothing. What no level
// answers: bytes that change on the disk later. Within the file [Ledger.Verify]
// finds them; in the middle of the write-ahead log, before it is carried over,
// they look like an earlier end, which only a head noted elsewhere gives away.
//
// What a redaction reaches: the file, which is written anew, and its log. SQLite
// keeps temporary data in memory here and leaves none in other files. Bytes are
// not compressed: whoever looks for some with grep finds them where they are.
//
// It assumes a local disk: SQLite's locks do not hold on network file systems.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"sync"

	lib "modernc.org/sqlite"

	"tocsin"
	"tocsin/ledger"
)

// readers is how many connections read at the same time.
const readers = 4

// A Ledger is one open file.
type Ledger struct {
	path  string
	mu    sync.Mutex // held by the one that writes
	write *sql.DB
	read  *sql.DB

	// What is asked a thousand times to show one view.
	bodyAt, bytesOf, statementsOf *sql.Stmt
}

var _ ledger.Ledger = (*Ledger)(nil)

// Open opens the ledger at path, and makes it where there is none. The folder
// must be there.
func Open(ctx context.Context, path string) (*Ledger, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, &tocsin.Error{Code: tocsin.Unavailable, Op: "open the ledger", Pos: tocsin.Pos{File: path},
			Hint: "see that the folder is there and may be written to", Err: err}
	}
	info, err := f.Stat()
	f.Close()
	l := &Ledger{path: path}
	if err == nil && info.Size() == 0 {
		err = syncDir(filepath.Dir(path)) // its name too is to survive
	}
	if err != nil {
		return nil, l.wrap("open the ledger", err)
	}
	l.write, err = sql.Open("sqlite", dsn(path, "immediate", "journal_mode(WAL)", "synchronous(FULL)", "fullfsync(1)", "checkpoint_fullfsync(1)", "secure_delete(1)"))
	if err != nil {
		return nil, l.wrap("open the ledger", err)
	}
	l.write.SetMaxOpenConns(1)
	if l.read, err = sql.Open("sqlite", dsn(path, "deferred", "query_only(1)")); err != nil {
		l.write.Close()
		return nil, l.wrap("open the ledger", err)
	}
	l.read.SetMaxOpenConns(readers)
	l.read.SetMaxIdleConns(readers)
	if err := migrate(ctx, l.read, l.write); err != nil {
		l.Close()
		return nil, l.wrap("open the ledger", err)
	}
	if err := l.prepare(ctx); err != nil {
		l.Close()
		return nil, l.wrap("open the ledger", err)
	}
	return l, nil
}

func (l *Ledger) prepare(ctx context.Context) (err error) {
	for _, p := range []struct {
		stmt  **sql.Stmt
		query string
	}{
		{&l.bodyAt, `SELECT body FROM log WHERE seq = ?`},
		{&l.bytesOf, `SELECT bytes FROM blob WHERE hash = ?`},
		{&l.statementsOf, `SELECT id, kind, body FROM statement WHERE seq = ? ORDER BY ord`},
	} {
		if *p.stmt, err = l.read.PrepareContext(ctx, p.query); err != nil {
			return err
		}
	}
	return nil
}

// dsn writes the address of a file with its settings, which hold for each
// connection.
func dsn(path, lock string, pragmas ...string) string {
	q := url.Values{"_txlock": {lock}, "_pragma": append([]string{"busy_timeout(5000)", "temp_store(MEMORY)"}, pragmas...)}
	return "file:" + (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath() + "?" + q.Encode()
}

// Close implements ledger.Ledger.
func (l *Ledger) Close() error {
	l.mu.Lock()
	defer l.mu.Unlock()
	return errors.Join(l.read.Close(), l.write.Close())
}

// The result codes of SQLite that a user can do something about.
const (
	sqliteBusy     = 5
	sqliteReadOnly = 8
	sqliteIOErr    = 10
	sqliteCorrupt  = 11
	sqliteFull     = 13
	sqliteCantOpen = 14
	sqliteNotADB   = 26
)

// wrap turns an error of SQLite into one that says what to do.
func (l *Ledger) wrap(op string, err error) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	out := &tocsin.Error{Code: tocsin.Internal, Op: op, Pos: tocsin.Pos{File: l.path}, Err: err}
	if e, ok := errors.AsType[*tocsin.Error](err); ok {
		out.Code, out.Hint = e.Code, e.Hint
		out.Err = e.Err
		if e.Pos != (tocsin.Pos{}) || e.Op != "" {
			out.Err, out.Hint = err, ""
		}
		return out
	}
	e, ok := errors.AsType[*lib.Error](err)
	if !ok {
		return out
	}
	say := func(code tocsin.Code, hint, what string) error {
		out.Code, out.Hint, out.Err = code, hint, fmt.Errorf("%s (%w)", what, err)
		return out
	}
	switch e.Code() & 0xff {
	case sqliteBusy:
		return say(tocsin.Unavailable, "wait until it is done, or work through its server", "another tocsin is writing to this desk")
	case sqliteReadOnly, sqliteCantOpen:
		return say(tocsin.Unavailable, "see who may write to the file and its folder", "the desk cannot be written to")
	case sqliteFull:
		return say(tocsin.Unavailable, "make room; nothing of this was added", "the disk is full")
	case sqliteIOErr:
		return say(tocsin.Unavailable, "see to the disk; nothing of this was added", "the disk did not answer")
	case sqliteCorrupt:
		return say(tocsin.Invalid, "restore it from a backup", "the desk is damaged")
	case sqliteNotADB:
		return say(tocsin.Invalid, "name a desk, or another path for a new one", "this is no desk")
	}
	return out
}
