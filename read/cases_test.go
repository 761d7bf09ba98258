package read_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"tocsin"
	"tocsin/read"
	"tocsin/read/cases"
	"tocsin/read/score"
)

// newReader opens the embedded gazetteer and registry, as a user without files
// has them.
func newReader(tb testing.TB) *read.Reader { return embeddedReader(tb, false) }

// embeddedReader knows what the program carries; careful lets three parsers vote.
func embeddedReader(tb testing.TB, careful bool) *read.Reader {
	tb.Helper()
	k, err := score.Embedded()
	if err != nil {
		tb.Fatal(err)
	}
	r, err := read.New(read.Options{Gazetteer: k.Gazetteer, Actors: k.Actors, Careful: careful})
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no case files", err)
	}
	r := newReader(t)
	reading := func(c cases.Case) ([]tocsin.Statement, error) {
		res, err := r.Read(context.Background(), tocsin.Report{ID: tocsin.Hash([]byte(c.Text)), Text: c.Text, Published: c.Published})
		for i := range res.Statements {
			if err := res.Statements[i].CheckSpans(c.Text); err != nil {
				t.Error(err)
			}
		}
		return res.Statements, err
	}
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			f, err := os.Open(name)
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			list, err := cases.Parse(filepath.Base(name), f)
			if err != nil {
				t.Fatal(err)
			}
			for _, c := range list {
				for _, fail := range cases.Run(c, reading) {
					t.Error(fail)
				}
			}
		})
	}
}
