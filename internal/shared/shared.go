// Package shared finds the data that tests measure against and that is no part
// of the project: the folder "shared" beside the repository.
//
// A test that needs it skips by name where it is missing, so that the tests
// pass with Go alone. Under TOCSIN_MUST_RUN=1, as CI sets it, a missing file
// fails the test instead: there, nothing may be skipped in silence.
package shared

import (
	"os"
	"path/filepath"
	"testing"
)

// MustRun is the environment variable under which nothing may skip.
const MustRun = "TOCSIN_MUST_RUN"

// Path returns the path of a file or folder below shared ("data/events"). It
// skips the test, naming the file, where there is none.
func Path(tb testing.TB, name string) string {
	tb.Helper()
	root, err := root()
	if err != nil {
		tb.Fatal(err)
	}
	path := filepath.Join(root, "..", "shared", filepath.FromSlash(name))
	if _, err := os.Stat(path); err != nil {
		Skip(tb, "../shared/"+name+" is not there")
	}
	return path
}

// Skip skips the test for the reason given, and fails it under MustRun.
func Skip(tb testing.TB, why string) {
	tb.Helper()
	if os.Getenv(MustRun) == "1" {
		tb.Fatalf("%s=1 and %s", MustRun, why)
	}
	tb.Skip(why)
}

// root returns the repository's root: the nearest folder upward with a go.mod.
func root() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			return dir, nil
		}
		up := filepath.Dir(dir)
		if up == dir {
			return "", os.ErrNotExist
		}
		dir = up
	}
}
