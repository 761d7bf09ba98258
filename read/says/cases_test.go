package says_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"tocsin/read/says"
	"tocsin/read/text"
)

// TestCases reads testdata/cases/*.txt, one file a phenomenon. A line that
// starts with ">" is a text ("\n" parts paragraphs); under it, each line is
//
//	WORD[#N]: SPEAKER ("CUE" type stance) < SPEAKER ...
//
// for the Nth occurrence of a word, outermost speaker first, or "author". An
// agentless speaker is written "nobody"; "denies" follows where the innermost
// speaker says that it is not so.
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
				body := strings.ReplaceAll(strings.TrimSpace(line[1:]), `\n`, "\n\n")
				if doc, err = text.Parse(context.Background(), body); err != nil {
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
				if got := chain(doc, list, sent, tok); got != want {
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

// chain writes the speakers of a token in the form of the cases.
func chain(doc *text.Doc, list []says.Attribution, sent, tok int) string {
	speakers := says.For(doc, list, sent, tok)
	if len(speakers) == 0 {
		return "author"
	}
	var out []string
	for _, s := range speakers {
		name := s.Text
		if name == "" {
			name = "nobody"
		}
		out = append(out, fmt.Sprintf("%s (%q %s %s)", name, s.Cue, s.Type, s.Stance))
	}
	line := strings.Join(out, " < ")
	held := says.Of(list, sent, tok)
	if list[held[len(held)-1]].Denies {
		line += " denies"
	}
	return line
}
