package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	lib "modernc.org/sqlite"

	"tocsin"
)

// Backup writes the ledger as it stands at this moment into a new file, beside
// writers and readers, who need not wait. The copy holds no free pages and has
// reached the disk when Backup returns. A file that is there is not overwritten.
func (l *Ledger) Backup(ctx context.Context, to string) error {
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return &tocsin.Error{Code: tocsin.Unavailable, Op: "back up", Pos: tocsin.Pos{File: to},
			Hint: "name a place that is free and may be written to", Err: err}
	}
	if err = f.Close(); err == nil {
		err = l.copyInto(ctx, to)
	}
	if err == nil {
		err = syncFile(to)
	}
	if err == nil {
		err = syncDir(filepath.Dir(to))
	}
	if err == nil {
		return nil
	}
	os.Remove(to)
	wrapped := l.wrap("back up", err)
	if e, ok := errors.AsType[*tocsin.Error](wrapped); ok {
		e.Pos.File = to
	}
	return wrapped
}

func (l *Ledger) copyInto(ctx context.Context, to string) error {
	db, err := sql.Open("sqlite", dsn(l.path, "deferred"))
	if err != nil {
		return err
	}
	defer db.Close()
	_, err = db.ExecContext(ctx, `VACUUM INTO ?`, to)
	return err
}

// syncFile makes what is in a file reach the disk.
func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

// syncDir makes the names in a directory reach the disk, where the system can.
func syncDir(dir string) error {
	d, err := os.Open(dir)
	if err != nil {
		return err
	}
	defer d.Close()
	if err := d.Sync(); err != nil && !errors.Is(err, fs.ErrInvalid) && !errors.Is(err, errors.ErrUnsupported) && !errors.Is(err, fs.ErrPermission) {
		return err
	}
	return nil
}

// ErrInUse is within the error of Settle for a file that another program has open.
var ErrInUse = errors.New("another tocsin has this desk open")

// Settle makes the file at path whole in itself, without a write-ahead log beside
// it. It is an error where another program has it open: ErrInUse.
func Settle(ctx context.Context, path string) error {
	l := &Ledger{path: path}
	db, err := sql.Open("sqlite", dsn(path, "immediate"))
	if err != nil {
		return l.wrap("open the ledger", err)
	}
	defer db.Close()
	var mode string
	err = db.QueryRowContext(ctx, `PRAGMA journal_mode = DELETE`).Scan(&mode)
	if e, ok := errors.AsType[*lib.Error](err); ok && e.Code()&0xff == sqliteBusy || err == nil && mode != "delete" {
		return &tocsin.Error{Code: tocsin.Unavailable, Op: "open the ledger", Pos: tocsin.Pos{File: path}, Hint: "close it there first", Err: ErrInUse}
	}
	return l.wrap("open the ledger", err)
}
