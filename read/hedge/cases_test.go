package hedge_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tocsin/read/hedge"
	"tocsin/read/says"
	"tocsin/read/text"
)

// TestCases reads testdata/cases/*.txt, one file a phenomenon. A line that
// starts with ">" is a text; under it, each line is
//
//	WORD[#N]: POLARITY DEGREE BASIS [+flag ...] [outcome=O] ["cue" ...] [KIND=(condition)|unbound]
//
// for the Nth occurrence of a word. Flags are future, hypothetical, asked,
// purpose, counter; all that hold must be named. Cues and condition are checked
// where given.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil || len(files) < 12 {
		t.Fatalf("%d case files, %v", len(files), err)
	}
	n := 0
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var doc *text.Doc
		var list []says.Attribution
		for i, line := range strings.Split(string(raw), "\n") {
			where := fmt.Sprintf("%s:%d", filepath.Base(file), i+1)
			switch {
			case line == "" || line[0] == '#':
			case line[0] == '>':
				if doc, err = text.Parse(context.Background(), strings.TrimSpace(line[1:])); err != nil {
					t.Fatalf("%s: %v", where, err)
				}
				list = says.Find(doc)
			default:
				n++
				word, want, _ := strings.Cut(line, ": ")
				sent, tok := locate(doc, word)
				if sent < 0 {
					t.Fatalf("%s: no %q in the text", where, word)
				}
				r := hedge.Assess(doc, sent, tok, len(says.For(doc, list, sent, tok)) > 0)
				if got := describe(r, want); got != want {
					t.Errorf("%s: %s\n got %s\nwant %s", where, word, got, want)
				}
			}
		}
	}
	if n < 60 {
		t.Errorf("only %d cases", n)
	}
}

// locate finds "word" or "word#2".
func locate(doc *text.Doc, word string) (sent, tok int) {
	word, nth, _ := strings.Cut(word, "#")
	left := 1
	if nth != "" {
		left, _ = strconv.Atoi(nth)
	}
	for s := range doc.Sentences {
		for i := range doc.Sentences[s].Tokens {
			if doc.Sentences[s].Tokens[i].Text == word {
				if left--; left == 0 {
					return s, i
				}
			}
		}
	}
	return -1, -1
}

// describe writes a reading in the form of the cases, with cues and condition
// only where want has them.
func describe(r hedge.Reading, want string) string {
	c := r.Certainty
	out := []string{c.Polarity, c.Degree, c.Basis}
	for _, f := range []struct {
		name string
		on   bool
	}{{"future", r.Future}, {"hypothetical", r.Hypothetical}, {"asked", r.Asked}, {"purpose", r.Purpose}, {"counter", r.Counter}} {
		if f.on {
			out = append(out, "+"+f.name)
		}
	}
	if r.Outcome != "" {
		out = append(out, "outcome="+r.Outcome)
	}
	if strings.Contains(want, `"`) {
		for _, cue := range c.Cues {
			out = append(out, strconv.Quote(cue.Text))
		}
	}
	if r.Condition == nil && strings.Contains(want, "unbound") {
		out = append(out, "unbound")
	}
	if r.Condition != nil && slices.ContainsFunc([]string{"unbound", "if=", "unless=", "after=", "because="}, func(k string) bool { return strings.Contains(want, k) }) {
		out = append(out, r.Condition.Kind+"=("+r.Condition.Text+")")
	}
	return strings.Join(out, " ")
}
