// Package lexfile reads the word lists of says and hedge: text files of one
// entry a line, in which a line that starts with # is a comment.
//
// What goes in: a folder and, for each file, a function that takes a line. What
// comes out: the first error, with file, line and field. It knows no list's form.
package lexfile

import (
	"bufio"
	"io"
	"io/fs"
	"strings"

	"tocsin"
)

// A File is one file of a lexicon and what takes its lines.
type File struct {
	Name string
	Line func(string) *tocsin.Error
}

// Read hands every line of every file to its function, in order.
func Read(dir fs.FS, files ...File) error {
	for _, f := range files {
		r, err := dir.Open(f.Name)
		if err != nil {
			return &tocsin.Error{Code: tocsin.NotFound, Op: "read lexicon", Pos: tocsin.Pos{File: f.Name},
				Hint: "put " + f.Name + " into the folder", Err: err}
		}
		err = each(f.Name, r, f.Line)
		r.Close()
		if err != nil {
			return err
		}
	}
	return nil
}

// each adds the position to the error of a line.
func each(name string, r io.Reader, take func(string) *tocsin.Error) error {
	sc := bufio.NewScanner(r)
	for n := 1; sc.Scan(); n++ {
		line := strings.TrimSpace(sc.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		if e := take(line); e != nil {
			e.Op, e.Pos.File, e.Pos.Line = "read lexicon", name, n
			return e
		}
	}
	if err := sc.Err(); err != nil {
		return &tocsin.Error{Code: tocsin.Invalid, Op: "read lexicon", Pos: tocsin.Pos{File: name},
			Hint: "keep lines under 64 kB", Err: err}
	}
	return nil
}

// Bad is a refusal of one field; Read adds where it stands.
func Bad(field, hint, format string, args ...any) *tocsin.Error {
	e := tocsin.Errorf(tocsin.Invalid, hint, format, args...)
	e.Pos.Field = field
	return e
}
