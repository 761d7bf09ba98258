package cases

import (
	"strings"
	"testing"

	"tocsin"
)

// TestBadFiles: each mistake is one error at its line.
func TestBadFiles(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"no header", "> A man came.\n", `bad:1: read cases: the first line is`},
		{"empty", "", `bad:1: read cases: the first line is`},
		{"unknown kind", header + "\n> A man came.\nevnt visit\n", `bad:3: read cases: "evnt" is no kind`},
		{"unknown key", header + "\n> A man came.\nevent visit colour=red\n", `bad:3: read cases: "colour" is no key`},
		{"no text", header + "\nevent visit\n", "bad:2: read cases: an expectation before the first text"},
		{"open quote", header + "\n> A man came.\nevent visit actors=\"A man\n", "bad:3: read cases: a quotation mark is not closed"},
		{"bad date", header + "\npublished 2021-02-30\n", "bad:2: read cases: "},
		{"bad number", header + "\n@ zero\n", `bad:2: read cases: "zero" is no number`},
	} {
		_, err := Parse("bad", strings.NewReader(c.text))
		if err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

// TestRunTellsMissFromHit: an expectation holds, fails, is known to fail, or
// holds though it was thought to fail.
func TestRunTellsMissFromHit(t *testing.T) {
	list, err := Parse("c", strings.NewReader(header+`
> The mayor was arrested.
event arrest recipients="The mayor"
event coup
no event coup
no event arrest
fails event coup
fails event arrest
none
`))
	if err != nil {
		t.Fatal(err)
	}
	got := Run(list[0], func(Case) ([]tocsin.Statement, error) {
		return []tocsin.Statement{{Kind: tocsin.KindEvent, Act: "arrest", Recipients: []tocsin.Mention{{Text: "The mayor"}}}}, nil
	})
	var lines []int
	for _, f := range got {
		lines = append(lines, f.Line)
	}
	if want := []int{4, 6, 8, 9}; len(lines) != 4 || lines[0] != want[0] || lines[1] != want[1] || lines[2] != want[2] || lines[3] != want[3] {
		t.Errorf("failures at %v, want %v", lines, want)
	}
	if list[0].Misses() != 2 {
		t.Errorf("%d known misses, want 2", list[0].Misses())
	}
}

func FuzzParse(f *testing.F) {
	f.Add(header + "\npublished 2021-05-10\n> A man came.\nevent visit actors=\"A man\" when=2021-05-09\n")
	f.Add(header + "\n@ 3\nno event\nfails none\n")
	f.Fuzz(func(t *testing.T, s string) {
		list, err := Parse("f", strings.NewReader(s))
		if err != nil {
			return
		}
		for i := range list {
			if n := list[i].Misses(); n > len(list[i].Expect) {
				t.Errorf("%d of %d expectations miss", n, len(list[i].Expect))
			}
		}
	})
}
