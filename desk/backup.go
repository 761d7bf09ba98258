package desk

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"tocsin"
	"tocsin/ledger"
	"tocsin/ledger/sqlite"
)

// belongings are what a desk's directory holds beside the ledger. Whatever else
// lies there is not tocsin's and is left alone.
var belongings = []string{Settings, MappingFile, "feeds"}

// A Copy is what a backup or a restore has made.
type Copy struct {
	Dir  string      // where it is
	Head ledger.Head // what its record ends in; it was verified up to there
	// Of a restore over another desk:
	Replaced string      // where the desk that was there is now
	Before   ledger.Head // what its record ended in
	Unread   error       // why it could not be asked what was redacted in it; nil where it could
	Redacted []string    // the reports that were redacted there and not in the backup; redacted in the copy again
}

// Backup writes the desk as it stands into a new directory, while it goes on
// being used, and verifies what it has written. A backup is a desk: it can be
// opened where it lies.
func (d *Desk) Backup(ctx context.Context, to string) (Copy, error) {
	c := Copy{Dir: to}
	l, ok := d.ledger.(*sqlite.Ledger)
	if !ok {
		return c, tocsin.Errorf(tocsin.Unsupported, "import into a desk that has a directory", "a desk without a directory cannot be backed up")
	}
	if err := vacant(to, "back up"); err != nil {
		return c, err
	}
	part, err := partial(to)
	if err != nil {
		return c, err
	}
	defer os.RemoveAll(part)
	if err := l.Backup(ctx, filepath.Join(part, Database)); err != nil {
		return c, err
	}
	if err := copyBelongings(d.dir, part); err != nil {
		return c, err
	}
	if c.Head, err = verified(ctx, part); err != nil {
		return c, fmt.Errorf("verify the backup: %w", err)
	}
	return c, moved(part, to)
}

// Restore makes the desk in dir out of the backup in from, which is verified
// first and not changed. Where there is a desk in dir already that is an error,
// unless replace is given: then it is kept beside, and what was redacted in it is
// redacted in the restored desk too.
func Restore(ctx context.Context, from, dir string, replace bool) (Copy, error) {
	c := Copy{Dir: dir}
	if ok, err := Exists(from); err != nil {
		return c, err
	} else if !ok {
		return c, &tocsin.Error{Code: tocsin.NotFound, Op: "restore", Pos: tocsin.Pos{File: from}, Err: errors.New("there is no backup here"),
			Hint: "name the directory that tocsin backup wrote; it holds " + Database}
	}
	there, err := Exists(dir)
	if err != nil {
		return c, err
	}
	if there && !replace {
		return c, &tocsin.Error{Code: tocsin.Conflict, Op: "restore", Pos: tocsin.Pos{File: dir}, Err: errors.New("there is a desk here already"),
			Hint: "restore to another place with --desk DIR, or say --replace: it is then kept beside"}
	}
	if !there {
		if err := vacant(dir, "restore"); err != nil {
			return c, err
		}
	}
	part, err := partial(dir)
	if err != nil {
		return c, err
	}
	defer os.RemoveAll(part)
	if err := copyDesk(from, part); err != nil {
		return c, err
	}
	if c.Head, err = verified(ctx, part); err != nil {
		return c, fmt.Errorf("verify the backup, nothing was replaced: %w", err)
	}
	if there {
		if err := c.over(ctx, part); err != nil {
			return c, err
		}
	}
	return c, moved(part, dir)
}

// over redacts in the restored desk what was redacted in the one it replaces, and
// puts that one aside. A desk too damaged to tell is put aside all the same: it is
// why one restores.
func (c *Copy) over(ctx context.Context, part string) error {
	redactions, err := c.ask(ctx)
	if errors.Is(err, sqlite.ErrInUse) || ctx.Err() != nil {
		return err
	}
	c.Unread = err
	restored, err := sqlite.Open(ctx, filepath.Join(part, Database))
	if err != nil {
		return err
	}
	defer restored.Close()
	for _, r := range redactions {
		added, err := restored.Redact(ctx, r)
		if tocsin.CodeOf(err) == tocsin.NotFound {
			continue // the backup is older than the report
		}
		if err != nil {
			return fmt.Errorf("redact in the restored desk what was redacted in the other: %w", err)
		}
		if !added.Already {
			c.Redacted = append(c.Redacted, r.Hash)
		}
	}
	if c.Head, err = restored.Head(ctx); err != nil {
		return err
	}
	if err := errors.Join(restored.Close(), sqlite.Settle(ctx, filepath.Join(part, Database))); err != nil {
		return err
	}
	for n := 1; ; n++ {
		c.Replaced = fmt.Sprintf("%s.replaced-%d", filepath.Clean(c.Dir), n)
		if _, err := os.Lstat(c.Replaced); errors.Is(err, fs.ErrNotExist) {
			break
		}
	}
	if err := os.Rename(c.Dir, c.Replaced); err != nil {
		return dirError(c.Dir, err)
	}
	return nil
}

// ask learns from the desk that is to be replaced what it ends in and what was
// redacted in it.
func (c *Copy) ask(ctx context.Context) ([]tocsin.Redaction, error) {
	path := filepath.Join(c.Dir, Database)
	if err := sqlite.Settle(ctx, path); err != nil {
		return nil, err
	}
	old, err := sqlite.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	defer old.Close()
	if c.Before, err = old.Head(ctx); err != nil {
		return nil, err
	}
	list, err := collect(old.View(0).Redactions(ctx))
	return list, errors.Join(err, old.Close(), sqlite.Settle(ctx, path))
}

// verified opens the desk in a directory that nobody else uses, verifies it, and
// leaves it whole in one file.
func verified(ctx context.Context, dir string) (ledger.Head, error) {
	path := filepath.Join(dir, Database)
	l, err := sqlite.Open(ctx, path)
	if err != nil {
		return ledger.Head{}, err
	}
	defer l.Close()
	if err := l.Verify(ctx); err != nil {
		return ledger.Head{}, err
	}
	head, err := l.Head(ctx)
	if err != nil {
		return head, err
	}
	return head, errors.Join(l.Close(), sqlite.Settle(ctx, path))
}

// vacant refuses a directory in which something is.
func vacant(dir, op string) error {
	list, err := os.ReadDir(dir)
	if errors.Is(err, fs.ErrNotExist) || err == nil && len(list) == 0 {
		return nil
	}
	if err == nil {
		err = fmt.Errorf("something is there already, such as %s", list[0].Name())
	}
	return &tocsin.Error{Code: tocsin.Conflict, Op: op, Pos: tocsin.Pos{File: dir}, Hint: "name a directory that is not there yet", Err: err}
}

// partial makes the directory in which a copy grows until it is whole.
func partial(dir string) (string, error) {
	parent := filepath.Dir(filepath.Clean(dir))
	if err := os.MkdirAll(parent, 0o700); err != nil {
		return "", dirError(dir, err)
	}
	part, err := os.MkdirTemp(parent, filepath.Base(filepath.Clean(dir))+".partial-")
	if err != nil {
		return "", dirError(dir, err)
	}
	return part, nil
}

// moved puts a whole copy in its place.
func moved(part, to string) error {
	if err := os.Remove(to); err != nil && !errors.Is(err, fs.ErrNotExist) { // an empty directory
		return dirError(to, err)
	}
	if err := os.Rename(part, to); err != nil {
		return dirError(to, err)
	}
	return nil
}

// copyDesk copies the files of a desk, with the write-ahead log of one that was
// not closed.
func copyDesk(from, to string) error {
	for _, name := range []string{Database, Database + "-wal"} {
		if err := copyFile(filepath.Join(from, name), filepath.Join(to, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return dirError(from, err)
		}
	}
	return copyBelongings(from, to)
}

func copyBelongings(from, to string) error {
	for _, name := range belongings {
		err := filepath.WalkDir(filepath.Join(from, name), func(path string, e fs.DirEntry, err error) error {
			if errors.Is(err, fs.ErrNotExist) {
				return nil // there is none, or it went just now
			}
			if err != nil {
				return err
			}
			rel, err := filepath.Rel(from, path)
			if err != nil {
				return err
			}
			switch {
			case e.IsDir():
				return os.MkdirAll(filepath.Join(to, rel), 0o700)
			case e.Type().IsRegular():
				if err := copyFile(path, filepath.Join(to, rel)); !errors.Is(err, fs.ErrNotExist) {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return dirError(from, err)
		}
	}
	return nil
}

// copyFile copies one file, to the disk.
func copyFile(from, to string) error {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer out.Close()
	if _, err := io.Copy(out, in); err != nil {
		return err
	}
	return out.Sync()
}
