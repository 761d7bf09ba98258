// Package cases reads and runs reading cases: small text files that say what
// statements a sentence must, and must not, give.
//
// What goes in: a file whose first line is "cases: reading", and a function
// that reads a text. What comes out: the failures, each with its line.
//
//	cases: reading
//	published 2021-05-10
//
//	# A passive without a doer has no actors.
//	> The mayor of Gao was arrested on Saturday.
//	event arrest actors="" recipients="The mayor of Gao" when=2021-05-08
//	no event assault
//
// A line that begins with ">" is the text; several in a row are one text. The
// lines below it are expectations: a kind, its act or rel, and KEY=VALUE pairs
// that must all hold of one statement; values with blanks stand in double
// quotes, several in one value are joined by " + ". "no" says that there must
// be no such statement; "none" that there must be none at all. "fails" before an
// expectation says that the reader is known to miss it: it is counted apart, and
// is a failure once it holds, so that the word is dropped. Keys are those of
// function field. A case file assumes nothing about the reader and does not
// fix identities or spans.
package cases

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"

	"tocsin"
)

// A Case is one text with what it must give. A case with a Sentence above 0 has
// no text of its own: it is about that sentence of a report that whoever runs it
// holds, so that a report can be tested without being copied.
type Case struct {
	File      string
	Line      int
	Sentence  int
	Published tocsin.Date
	Text      string
	Expect    []Expect
}

// An Expect is one line of expectation.
type Expect struct {
	Line int
	Text string
	No   bool // there must be no such statement
	Miss bool // known not to hold
	Kind string
	Name string // act or rel, or claim form of a trend; "" for any
	Keys [][2]string
}

// Misses counts the expectations that are known not to hold.
func (c *Case) Misses() int {
	n := 0
	for _, e := range c.Expect {
		if e.Miss {
			n++
		}
	}
	return n
}

// Parse reads a case file. The first bad line ends it.
func Parse(name string, r io.Reader) ([]Case, error) {
	p := &parser{file: name}
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	for sc.Scan() {
		p.line++
		if err := p.add(strings.TrimSpace(sc.Text())); err != nil {
			return nil, &tocsin.Error{Code: tocsin.Invalid, Op: "read cases", Pos: tocsin.Pos{File: name, Line: p.line}, Err: err,
				Hint: "a case is '> text' and lines such as: event arrest actors=\"the police\""}
		}
	}
	if err := sc.Err(); err != nil {
		return nil, &tocsin.Error{Code: tocsin.Invalid, Op: "read cases", Pos: tocsin.Pos{File: name, Line: p.line + 1}, Err: err}
	}
	if !p.head {
		return nil, &tocsin.Error{Code: tocsin.Invalid, Op: "read cases", Pos: tocsin.Pos{File: name, Line: 1},
			Err: fmt.Errorf("the first line is not %q", header), Hint: "begin the file with it"}
	}
	return p.out, nil
}

const header = "cases: reading"

type parser struct {
	file      string
	line      int
	head      bool
	published tocsin.Date
	out       []Case
	inText    bool
}

func (p *parser) add(line string) error {
	if !p.head {
		if line != header {
			return fmt.Errorf("the first line is %q, not %q", line, header)
		}
		p.head = true
		return nil
	}
	wasText := p.inText
	p.inText = false
	switch {
	case line == "" || strings.HasPrefix(line, "#"):
		return nil
	case strings.HasPrefix(line, "published "):
		d, err := tocsin.ParseDate(strings.TrimSpace(line[len("published "):]))
		p.published = d
		return err
	case strings.HasPrefix(line, "@"):
		n, err := strconv.Atoi(strings.TrimSpace(line[1:]))
		if err != nil || n < 1 {
			return fmt.Errorf("%q is no number of a sentence", strings.TrimSpace(line[1:]))
		}
		p.out = append(p.out, Case{File: p.file, Line: p.line, Published: p.published, Sentence: n})
		return nil
	case strings.HasPrefix(line, ">"):
		text := strings.TrimSpace(line[1:])
		p.inText = true
		if wasText {
			p.out[len(p.out)-1].Text += " " + text
			return nil
		}
		p.out = append(p.out, Case{File: p.file, Line: p.line, Published: p.published, Text: text})
		return nil
	}
	if len(p.out) == 0 {
		return fmt.Errorf("an expectation before the first text")
	}
	e, err := parseExpect(line)
	if err != nil {
		return err
	}
	e.Line = p.line
	c := &p.out[len(p.out)-1]
	c.Expect = append(c.Expect, e)
	return nil
}

func parseExpect(line string) (Expect, error) {
	words, err := split(line)
	if err != nil {
		return Expect{}, err
	}
	e := Expect{Text: line}
	if words[0] == "fails" && len(words) > 1 {
		e.Miss, words = true, words[1:]
	}
	if words[0] == "no" && len(words) > 1 {
		e.No, words = true, words[1:]
	}
	if words[0] == "none" && len(words) == 1 {
		e.No = true
		return e, nil
	}
	e.Kind = words[0]
	known := false
	for _, k := range tocsin.Kinds {
		known = known || string(k) == e.Kind
	}
	if !known {
		return e, fmt.Errorf("%q is no kind of statement", e.Kind)
	}
	for _, w := range words[1:] {
		key, value, ok := strings.Cut(w, "=")
		if !ok {
			if e.Name != "" {
				return e, fmt.Errorf("%q is not KEY=VALUE", w)
			}
			e.Name = w
			continue
		}
		if _, ok := field(&tocsin.Statement{}, key); !ok {
			return e, fmt.Errorf("%q is no key", key)
		}
		e.Keys = append(e.Keys, [2]string{key, value})
	}
	return e, nil
}

// split parts a line at blanks outside double quotes and drops the quotes.
func split(line string) ([]string, error) {
	var out []string
	var b strings.Builder
	quoted, some := false, false
	for _, r := range line {
		switch {
		case r == '"':
			quoted, some = !quoted, true
		case r == ' ' && !quoted:
			if some {
				out = append(out, b.String())
			}
			b.Reset()
			some = false
		default:
			b.WriteRune(r)
			some = true
		}
	}
	if quoted {
		return nil, fmt.Errorf("a quotation mark is not closed")
	}
	if some {
		out = append(out, b.String())
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("an empty expectation")
	}
	return out, nil
}
