package when_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tocsin"
	"tocsin/read/text"
	"tocsin/read/when"
)

// A sentence of testdata with the times that it holds.
type sentence struct {
	line      int
	published tocsin.Date
	text      string
	want      []string
}

func readCases(t *testing.T, path string) []sentence {
	t.Helper()
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var out []sentence
	var published tocsin.Date
	for i, line := range strings.Split(string(raw), "\n") {
		switch rest, isDay := strings.CutPrefix(line, "published "); {
		case line == "" || strings.HasPrefix(line, "#"):
		case isDay && rest == "-":
			published = 0
		case isDay:
			published = tocsin.MustDate(rest)
		case strings.HasPrefix(line, "  "):
			out[len(out)-1].want = append(out[len(out)-1].want, strings.TrimSpace(line))
		default:
			out = append(out, sentence{line: i + 1, published: published, text: line})
		}
	}
	if len(out) == 0 {
		t.Fatal(path, "has no cases")
	}
	return out
}

// show writes a Found as testdata does.
func show(f when.Found) string {
	day := func(d tocsin.Date) string {
		if d.IsZero() {
			return "-"
		}
		return d.String()
	}
	s := fmt.Sprintf("%q %s %s..%s %s %s", f.When.Text, f.Kind, day(f.When.From), day(f.When.To), f.When.Open, f.When.Precision)
	if a := f.When.Anchor; a != nil {
		s += " " + a.Rel + "[" + a.Text + "]"
	}
	if f.Kind == when.Duration && f.Amount != nil {
		s += fmt.Sprintf(" %g %s", *f.Amount, f.Unit)
	}
	if f.Age {
		s += " age"
	}
	if f.Compared {
		s += " compared"
	}
	return s
}

func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) < 8 {
		t.Fatal("testdata is missing", err)
	}
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			for _, c := range readCases(t, path) {
				doc, err := text.Parse(context.Background(), c.text)
				if err != nil {
					t.Errorf("%s:%d: %v", path, c.line, err)
					continue
				}
				var got []string
				for _, f := range when.Find(doc, c.published) {
					got = append(got, show(f))
				}
				if g, w := strings.Join(got, "\n  "), strings.Join(c.want, "\n  "); g != w {
					t.Errorf("%s:%d: %s\ngot\n  %s\nwant\n  %s", path, c.line, c.text, g, w)
				}
			}
		})
	}
}
