package desk

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"time"

	"tocsin"
	"tocsin/ledger"
	"tocsin/ledger/memory"
	"tocsin/ledger/sqlite"
)

// The names of what lies in a desk's directory.
const (
	Database = "desk.db"
	Settings = "desk.toml"
)

// Options is what a desk is opened with.
type Options struct {
	// Now tells the time at which something is recorded. It must be set for a
	// desk that is written to.
	Now func() time.Time
	// Careful reads reports with three parsers that vote: about twice as slow.
	Careful bool
}

// A Desk is one open program: a ledger, and the reference knowledge its reader
// and its measures need, loaded when first asked for. It is safe for use by
// several goroutines. Close it.
type Desk struct {
	dir      string
	settings Config
	ledger   ledger.Ledger
	now      func() time.Time
	careful  bool // three parsers vote

	judging   sync.Mutex // one judgement is made at a time
	intake    intake
	mu        sync.Mutex
	seen      ledger.Head // where the record ended when what is below was last held against it
	places    basis       // of knowledge
	knowledge *knowledge
	sets      basis // of tables
	tables    map[tocsin.Date]*Data
	dataset   string // the dataset of events that counts, where several are held
}

// A basis names what of the record something was made of.
type basis string

// Open opens the desk in dir. Where there is none the error, of code NotFound,
// says how to make one.
func Open(ctx context.Context, dir string, o Options) (*Desk, error) {
	ok, err := Exists(dir)
	if err != nil {
		return nil, err
	}
	if !ok {
		return nil, &tocsin.Error{Code: tocsin.NotFound, Pos: tocsin.Pos{File: dir}, Err: errors.New("there is no desk here"),
			Hint: "make one with 'tocsin init', or import something ('tocsin import --help'), or name another with --desk DIR"}
	}
	return open(ctx, dir, o)
}

// Create opens the desk in dir and makes it, readable by its owner alone, where
// there is none. created says which.
func Create(ctx context.Context, dir string, o Options) (d *Desk, created bool, err error) {
	ok, err := Exists(dir)
	if err != nil {
		return nil, false, err
	}
	if !ok {
		if err := makeDir(dir); err != nil {
			return nil, false, err
		}
	}
	d, err = open(ctx, dir, o)
	return d, !ok, err
}

// Ephemeral is a desk without a directory: what is imported into it is gone
// when it is closed.
func Ephemeral(o Options) *Desk {
	return &Desk{ledger: memory.New(), now: o.Now, careful: o.Careful, tables: make(map[tocsin.Date]*Data)}
}

// Exists reports whether dir holds a desk.
func Exists(dir string) (bool, error) {
	_, err := os.Stat(filepath.Join(dir, Database))
	switch {
	case err == nil:
		return true, nil
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	}
	return false, dirError(dir, err)
}

// makeDir makes the directory, or takes one that is there: a folder of other
// files may become a desk too, and keeps its mode.
func makeDir(dir string) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return dirError(dir, err)
	}
	path := filepath.Join(dir, Settings)
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	if err := os.WriteFile(path, []byte(freshSettings), 0o600); err != nil {
		return dirError(dir, err)
	}
	return nil
}

func open(ctx context.Context, dir string, o Options) (*Desk, error) {
	settings, err := readSettings(filepath.Join(dir, Settings))
	if err != nil {
		return nil, err
	}
	l, err := sqlite.Open(ctx, filepath.Join(dir, Database))
	if err != nil {
		return nil, fmt.Errorf("open the desk in %s: %w", dir, err)
	}
	return &Desk{dir: dir, settings: settings, ledger: l, now: o.Now, careful: o.Careful, tables: make(map[tocsin.Date]*Data), dataset: settings.Dataset}, nil
}

func dirError(dir string, err error) error {
	return &tocsin.Error{Code: tocsin.Unavailable, Op: "open the desk", Pos: tocsin.Pos{File: dir},
		Hint: "name a directory that you may write to with --desk DIR", Err: err}
}

// Close waits for writes under way and closes the ledger.
func (d *Desk) Close() error { return errors.Join(d.intake.pdf.Close(), d.ledger.Close()) }

// Dir is the desk's directory, "" for an ephemeral one.
func (d *Desk) Dir() string { return d.dir }

// Config is what desk.toml says.
func (d *Desk) Config() Config { return d.settings }

// View is the record as it was known at a date; the zero date shows everything.
func (d *Desk) View(at tocsin.Date) ledger.View { return d.ledger.View(at) }

// Judge appends what a person decides; it is how reviews and matches are made.
func (d *Desk) Judge() ledger.JudgementWriter { return d.ledger }

// refresh drops what was loaded from the ledger where another program has added to
// what it was made of since: tables go with datasets, knowledge with places. What
// names mean is held against the matches each time it is asked for. d.mu is held.
func (d *Desk) refresh(ctx context.Context) error {
	head, err := d.ledger.Head(ctx)
	if err != nil || head == d.seen {
		return err
	}
	view := d.ledger.View(0)
	vintages, err := view.AllVintages(ctx)
	if err != nil {
		return fmt.Errorf("list the datasets: %w", err)
	}
	files, err := view.Places(ctx)
	if err != nil {
		return fmt.Errorf("list the imported places: %w", err)
	}
	var sets, places basis
	for _, v := range vintages {
		sets += basis(v.SHA256 + v.Vintage + v.Released.String() + " ")
	}
	for _, f := range files {
		places += basis(f.SHA256 + " ")
	}
	if sets != d.sets {
		d.tables, d.sets = make(map[tocsin.Date]*Data), sets
	}
	if places != d.places {
		d.knowledge, d.places = nil, places
	}
	d.seen = head
	return nil
}

// forget drops what was loaded from the ledger, after something was added to it.
func (d *Desk) forget(places bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.tables = make(map[tocsin.Date]*Data)
	if places {
		d.knowledge = nil
	}
}
