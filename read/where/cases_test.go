package where_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tocsin/read/text"
	"tocsin/read/where"
)

// TestCases reads testdata/*.txt, one phenomenon a file. A line that begins with
// > is a text; the lines below it are all the places that must be found in it,
// in order, and no others. -print style output of a failure is what to paste
// when the new reading is the right one.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) < 7 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	g := world(t)
	for _, name := range files {
		t.Run(filepath.Base(name), func(t *testing.T) {
			raw, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			for _, block := range strings.Split(string(raw), "\n>")[1:] {
				in, want, _ := strings.Cut(block, "\n")
				doc, err := text.Parse(context.Background(), strings.TrimSpace(in))
				if err != nil {
					t.Fatal(err)
				}
				found := where.Find(doc, g)
				got := show(found)
				if lines := expected(want); got != lines {
					t.Errorf("%s\ngot\n%swant\n%s", in, got, lines)
				}
			}
		})
	}
}

func expected(s string) string {
	var b strings.Builder
	for line := range strings.SplitSeq(s, "\n") {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			b.WriteString(line + "\n")
		}
	}
	return b.String()
}

// show writes places as the case files have them: text, role, precision, the
// best candidate, and what else there is to say.
func show(found []where.Found) string {
	var b strings.Builder
	for _, f := range found {
		best := "?"
		if len(f.Place.Candidates) > 0 {
			best = f.Place.Candidates[0].Name
		}
		country := f.Country
		if country == "" {
			country = "-"
		}
		fmt.Fprintf(&b, "%s | %s %s %s | %s, %s", f.Place.Text, f.Place.Role, f.Place.Precision, f.Kind, best, country)
		if f.Place.Relation != "" {
			fmt.Fprintf(&b, " | relation: %s", f.Place.Relation)
		}
		if f.Actor {
			b.WriteString(" | actor")
		}
		if f.Nested {
			b.WriteString(" | nested")
		}
		b.WriteString("\n")
	}
	return b.String()
}
