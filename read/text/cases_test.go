package text_test

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"tocsin/read/text"
)

// blocksOf returns the blocks of a case file: runs of lines between blank ones.
func blocksOf(t *testing.T, name string) [][]string {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", "cases", name))
	if err != nil {
		t.Fatal(err)
	}
	var out [][]string
	var cur []string
	for line := range strings.SplitSeq(string(raw)+"\n", "\n") {
		switch {
		case strings.HasPrefix(line, "#"):
		case line == "":
			if len(cur) > 0 {
				out = append(out, cur)
			}
			cur = nil
		default:
			cur = append(cur, line)
		}
	}
	return out
}

func TestSplit(t *testing.T) {
	for _, b := range blocksOf(t, "split.txt") {
		doc := text.Tokenize(b[0])
		var got []string
		for _, s := range doc.Sentences {
			var words []string
			for _, tok := range s.Tokens {
				words = append(words, tok.Text)
			}
			got = append(got, "= "+strings.Join(words, " "))
		}
		if !slices.Equal(got, b[1:]) {
			t.Errorf("%s\n got %s\nwant %s", b[0], strings.Join(got, "\n     "), strings.Join(b[1:], "\n     "))
		}
	}
}

func TestClauses(t *testing.T) {
	for _, file := range []string{"subjects.txt", "relatives.txt", "verbs.txt", "complements.txt", "obliques.txt"} {
		for _, b := range blocksOf(t, file) {
			doc, err := text.Parse(context.Background(), b[0])
			if err != nil {
				t.Errorf("%s: %s: %v", file, b[0], err)
				continue
			}
			for _, line := range b[1:] {
				checkClause(t, file, doc, line)
			}
		}
	}
}

// checkClause holds one line of a case file against the document.
func checkClause(t *testing.T, file string, doc *text.Doc, line string) {
	t.Helper()
	verb, wants, _ := strings.Cut(line, ": ")
	for k := range doc.Sentences {
		s := &doc.Sentences[k]
		for c := range s.Clauses {
			if s.Tokens[s.Clauses[c].Verb].Text != verb {
				continue
			}
			for want := range strings.SplitSeq(wants, "; ") {
				key, value, _ := strings.Cut(want, "=")
				if got := clauseField(doc, s, &s.Clauses[c], key); !slices.Contains(got, value) {
					t.Errorf("%s: %s\n%s: %s is %q, want %q", file, doc.Text, verb, key, got, value)
				}
			}
			return
		}
	}
	t.Errorf("%s: %s\nno clause of %q", file, doc.Text, verb)
}

// clauseField returns the values of a field as the case files write them; more
// than one for the obliques.
func clauseField(doc *text.Doc, s *text.Sentence, c *text.Clause, key string) []string {
	np := func(list []int) []string {
		var out []string
		for _, i := range list {
			lo, hi := s.NP(i)
			out = append(out, s.SpanOf(lo, hi).In(doc.Text))
		}
		if len(out) == 0 {
			return []string{"-"}
		}
		return []string{strings.Join(out, " + ")}
	}
	word := func(i int) []string {
		if i < 0 {
			return []string{"-"}
		}
		return []string{s.Tokens[i].Text}
	}
	switch key {
	case "subj":
		return np(c.Subj)
	case "obj":
		return np(c.Obj)
	case "iobj":
		return np(c.IObj)
	case "agent":
		return np(c.Agent)
	case "how":
		return []string{c.SubjHow}
	case "neg":
		return word(c.Neg)
	case "cop":
		return word(c.Cop)
	case "prt":
		return word(c.Particle)
	case "passive":
		return []string{map[bool]string{true: "yes", false: "no"}[c.Passive]}
	case "mark":
		return []string{c.Mark}
	case "kind":
		return []string{c.Kind}
	case "tense":
		return []string{c.Tense}
	}
	return listField(doc, s, c, key)
}

func listField(doc *text.Doc, s *text.Sentence, c *text.Clause, key string) []string {
	var out []string
	switch key {
	case "modal":
		for _, i := range c.Modals {
			out = append(out, s.Tokens[i].Text)
		}
	case "comp":
		for _, k := range c.Comp {
			out = append(out, s.Tokens[s.Clauses[k].Verb].Text)
		}
	case "obl":
		for _, o := range c.Obl {
			lo, hi := s.NP(o.Head)
			out = append(out, o.Case+"|"+s.SpanOf(lo, hi).In(doc.Text))
		}
	}
	return out
}
