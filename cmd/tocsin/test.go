package main

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"

	"tocsin"
	"tocsin/desk"
	"tocsin/read/cases"
	"tocsin/read/text"
	"tocsin/source/file"
)

// maxCases is the largest file of reading cases, in bytes.
const maxCases = 16 << 20

type testCmd struct {
	Files     []string `arg:"" help:"Case files: first line 'cases: reading', then '> text' and what it must give (docs/statements.md)."`
	Report    string   `help:"The report that cases of the form '@ NUMBER' are about, by its sentences." placeholder:"FILE"`
	Published date     `help:"Day on which that report came out, where the cases do not tell." placeholder:"DATE"`
	Places    []string `help:"GeoNames country dump, plain or .gz (repeatable)." placeholder:"FILE" sep:"none"`
}

// Help is what 'tocsin test --help' adds.
func (c *testCmd) Help() string {
	return `A case is a text and what reading it must, and must not, give:

  cases: reading
  published 2021-05-10

  > The mayor of Gao was arrested on Saturday.
  event arrest actors="" recipients="The mayor of Gao" when=2021-05-08
  no event assault

A failure is printed with its file, line and what the reader gave instead; the exit code is then 1.`
}

// Run reads every case and prints the expectations that do not hold.
func (c *testCmd) Run(a *app) error {
	d, _, err := a.openFor(&dataFlags{Places: c.Places})
	if err != nil {
		return err
	}
	defer d.Close()
	report := reportCases{name: c.Report, published: c.Published.Date}
	texts, expectations, known, failed, broken := 0, 0, 0, 0, false
	for _, name := range c.Files {
		list, err := a.parseCases(name)
		if err != nil {
			a.say("tocsin: %v", err)
			broken = true
			continue
		}
		for _, k := range list {
			texts++
			expectations += len(k.Expect)
			known += k.Misses()
			for _, f := range cases.Run(k, func(k cases.Case) ([]tocsin.Statement, error) { return c.read(a, d, &report, k) }) {
				failed++
				fmt.Fprintln(a.out, f)
			}
		}
	}
	a.say("%s, %s, %d failed, %d known to fail", count(texts, "case"), count(expectations, "expectation"), failed, known)
	switch {
	case failed > 0 || broken:
		return errSaid
	case expectations == 0:
		return &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{File: c.Files[0]}, Err: errors.New("no expectation in it"),
			Hint: "below each '> text' write what it must give, such as: event arrest recipients=\"the mayor\""}
	}
	return nil
}

func (a *app) parseCases(name string) ([]cases.Case, error) {
	shown, raw, err := a.readAll(name, maxCases)
	if err != nil {
		return nil, err
	}
	return cases.Parse(filepath.ToSlash(shown), bytes.NewReader(raw))
}

// read gives the statements a case is about: those of its own text, or those of
// one sentence of the report.
func (c *testCmd) read(a *app, d *desk.Desk, report *reportCases, k cases.Case) ([]tocsin.Statement, error) {
	if k.Sentence > 0 {
		return report.sentence(a, d, k)
	}
	res, err := d.Read(a.ctx, tocsin.Report{ID: tocsin.Hash([]byte(k.Text)), Text: k.Text, Published: k.Published})
	return res.Statements, err
}

// reportCases is the report that cases point into, read once.
type reportCases struct {
	name      string
	published tocsin.Date
	doc       *text.Doc
	list      []tocsin.Statement
}

func (r *reportCases) sentence(a *app, d *desk.Desk, k cases.Case) ([]tocsin.Statement, error) {
	if r.name == "" {
		return nil, errors.New("this case is about a sentence of a report: name it with --report FILE")
	}
	if r.doc == nil {
		if err := r.load(a, d, k.Published); err != nil {
			return nil, err
		}
	}
	if k.Sentence > len(r.doc.Sentences) {
		return nil, fmt.Errorf("%s has %s, not %d", r.name, count(len(r.doc.Sentences), "sentence"), k.Sentence)
	}
	var out []tocsin.Statement
	for _, s := range r.list {
		if r.doc.Sentences[k.Sentence-1].Span.Contains(s.Span) {
			out = append(out, s)
		}
	}
	return out, nil
}

func (r *reportCases) load(a *app, d *desk.Desk, published tocsin.Date) error {
	if published.IsZero() {
		published = r.published
	}
	name, raw, err := a.readAll(r.name, file.MaxBytes)
	if err != nil {
		return err
	}
	rep, res, err := d.ReadFile(a.ctx, name, raw, file.Options{Published: published})
	if err != nil {
		return err
	}
	doc, err := text.Parse(a.ctx, rep.Text)
	if err != nil {
		return err
	}
	r.list, r.doc = res.Statements, doc
	return nil
}
