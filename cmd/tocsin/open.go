package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"tocsin"
	"tocsin/desk"
	"tocsin/source"
)

// defaultDesk is the desk where none is named.
const defaultDesk = "desk"

// maxPlaces is the largest GeoNames file that is read, in bytes: each is kept
// in memory while it is looked up.
const maxPlaces = 512 << 20

// dir is the desk's directory, and whether somebody named it.
func (a *app) dir() (dir string, named bool) {
	if a.desk.Desk != "" {
		return a.desk.Desk, true
	}
	if dir := a.env("TOCSIN_DESK"); dir != "" {
		return dir, true
	}
	return defaultDesk, false
}

func (a *app) options() desk.Options { return desk.Options{Now: a.now, Careful: a.careful} }

// open opens the desk that there is.
func (a *app) open() (*desk.Desk, error) {
	dir, _ := a.dir()
	return desk.Open(a.ctx, dir, a.options())
}

// create opens the desk and makes it where there is none.
func (a *app) create() (*desk.Desk, error) {
	dir, _ := a.dir()
	d, created, err := desk.Create(a.ctx, dir, a.options())
	if created && err == nil {
		a.say("made a new desk in %s", dir)
	}
	return d, err
}

// dataFlags name files that take the place of a desk.
type dataFlags struct {
	Events  []string `help:"Events to measure instead of the desk's: UCDP GED, ACLED or ICEWS (repeatable)." placeholder:"FILE" sep:"none"`
	Dataset string   `help:"Which events count where there are several datasets: ucdp-ged, acled, ... (never added up)." placeholder:"NAME"`
	Coups   []string `help:"Coup list to use instead of the desk's (repeatable)." placeholder:"FILE" sep:"none"`
	Places  []string `help:"GeoNames country dump, plain or .gz (repeatable)." placeholder:"FILE" sep:"none"`
}

func (f *dataFlags) given() bool { return len(f.Events)+len(f.Coups)+len(f.Places) > 0 }

// args are the flags again, for the command that prints a number again.
func (f *dataFlags) args() []string {
	var out []string
	for _, g := range []struct {
		flag  string
		files []string
	}{{"--events", f.Events}, {"--coups", f.Coups}, {"--places", f.Places}} {
		for _, name := range g.files {
			out = append(out, g.flag, name)
		}
	}
	return append(out, f.chosen()...)
}

// chosen is the flag that says which events count.
func (f *dataFlags) chosen() []string {
	if f.Dataset == "" {
		return nil
	}
	return []string{"--dataset", f.Dataset}
}

// openFor opens what a reading verb works on: the files where any are given,
// else the desk if there is one, else nothing but the embedded knowledge. A desk
// that was named must be there. args reach the same data again.
func (a *app) openFor(f *dataFlags) (d *desk.Desk, args []string, err error) {
	if f.given() {
		if _, named := a.dir(); named && a.desk.Desk != "" {
			return nil, nil, usageError{errors.New("give either --desk or the files, not both")}
		}
		d := desk.Ephemeral(a.options())
		d.Use(f.Dataset)
		if err := a.load(d, f); err != nil {
			d.Close()
			return nil, nil, err
		}
		return d, f.args(), nil
	}
	dir, named := a.dir()
	if !named {
		if ok, err := desk.Exists(dir); err == nil && !ok {
			return desk.Ephemeral(a.options()), nil, nil
		}
	}
	d, err = desk.Open(a.ctx, dir, a.options())
	if err == nil && a.desk.Desk == "" {
		a.say("note: with what the desk in %s holds", dir)
	}
	if err != nil {
		return nil, nil, err
	}
	d.Use(f.Dataset)
	return d, append([]string{"--desk", dir}, f.chosen()...), nil
}

// load imports the files of the flags into a desk that forgets them.
func (a *app) load(d *desk.Desk, f *dataFlags) error {
	for _, g := range []struct {
		kind  string
		files []string
	}{{kindGeoNames, f.Places}, {kindEvents, f.Events}, {kindCoups, f.Coups}} {
		for _, name := range g.files {
			if _, err := a.importFile(d, g.kind, name, importOptions{}); err != nil {
				return err
			}
		}
	}
	return nil
}

// readAll reads a whole file, or standard input for "-", as it came. More than
// limit bytes are an error.
func (a *app) readAll(name string, limit int64) (shown string, raw []byte, err error) {
	if name == "-" {
		raw, err := readLimited(source.Stdin, a.in, limit)
		return source.Stdin, raw, err
	}
	// source.Open says best what is wrong with a path; its content is read here
	// since it would unpack gzip, and the bytes are kept as they came.
	f, err := source.Open(name, a.in)
	if err != nil {
		return name, nil, err
	}
	f.Close()
	osf, err := os.Open(name)
	if err != nil {
		return name, nil, err
	}
	defer osf.Close()
	raw, err = readLimited(name, osf, limit)
	return name, raw, err
}

func readLimited(name string, r io.Reader, limit int64) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(r, limit+1))
	pos := tocsin.Pos{File: name}
	switch {
	case err != nil:
		return nil, &tocsin.Error{Code: tocsin.Unavailable, Pos: pos, Err: fmt.Errorf("cannot be read: %w", err)}
	case int64(len(raw)) > limit:
		return nil, &tocsin.Error{Code: tocsin.Invalid, Pos: pos, Hint: "give a smaller file", Err: fmt.Errorf("is larger than %d MB", limit>>20)}
	case len(raw) == 0:
		return nil, &tocsin.Error{Code: tocsin.Invalid, Pos: pos, Hint: "give a file with something in it", Err: errors.New("is empty")}
	}
	return raw, nil
}

// count says a number of things in words: "1 row", "1,462 rows".
func count(n int, one string) string {
	many := one + "s"
	if strings.HasSuffix(one, "y") && !strings.HasSuffix(one, "ay") {
		many = strings.TrimSuffix(one, "y") + "ies"
	}
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}

// thousands writes a number with commas.
func thousands(n int) string {
	s := fmt.Sprint(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// countryOf is the country that was named, else the desk's own. Neither is a
// wrong command line.
func countryOf(d *desk.Desk, named string) (string, error) {
	if name := cmp.Or(named, d.Config().Country); name != "" {
		return name, nil
	}
	return "", usageError{errors.New("name a country with --country, or in desk.toml")}
}
