package actor_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tocsin"
	"tocsin/actor"
)

// cases reads a table of testdata: fields separated by "|", n of them; the
// fields before the last n-1 bars are one, so that the first may hold bars.
func cases(t *testing.T, name string, n int, each func(t *testing.T, f []string)) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", name))
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for i, line := range strings.Split(string(raw), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line, "|")
		if len(f) < n {
			t.Fatalf("%s:%d: %d fields, not %d", name, i+1, len(f), n)
		}
		first := strings.Join(f[:len(f)-n+1], "|")
		f = append([]string{first}, f[len(f)-n+1:]...)
		for k := range f {
			f[k] = strings.TrimSpace(f[k])
		}
		count++
		t.Run(f[0], func(t *testing.T) { each(t, f) })
	}
	if count == 0 {
		t.Fatalf("%s holds no case", name)
	}
}

func registry(tb testing.TB) *actor.Registry {
	tb.Helper()
	r, err := actor.Default()
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

func date(t *testing.T, s string) tocsin.Date {
	t.Helper()
	if s == "" {
		return 0
	}
	d, err := tocsin.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
