package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"slices"

	"tocsin"
	"tocsin/source/file"
)

type readCmd struct {
	File      string   `arg:"" help:"The report: text, Markdown, HTML, PDF, Word or e-mail; - is standard input."`
	Published date     `help:"Day on which it came out; dates in it are read from there." placeholder:"DATE"`
	Publisher string   `help:"Who put it out." placeholder:"NAME"`
	Places    []string `help:"GeoNames country dump, plain or .gz (repeatable)." placeholder:"FILE" sep:"none"`
	Links     string   `help:"Write the links between statements to this file, as JSONL." placeholder:"FILE"`
	Careful   bool     `help:"Let three parsers vote: about half as fast, a little surer."`
	Sure      bool     `help:"Print only what was surely read; the rest is counted."`
	Personal  string   `help:"Take into jsonl and csv what is said of the ethnicity, religion or health of named persons, and why." placeholder:"WHY"`
	Incidents bool     `help:"Print the incidents that the whole report tells of, instead of its statements (table or jsonl)."`
	formatFlag
}

// Run prints the statements of one report and keeps nothing.
func (c *readCmd) Run(a *app) error {
	a.careful = c.Careful
	d, _, err := a.openFor(&dataFlags{Places: c.Places})
	if err != nil {
		return err
	}
	defer d.Close()
	name, raw, err := a.readAll(c.File, file.MaxBytes)
	if err != nil {
		return err
	}
	rep, result, err := d.ReadFile(a.ctx, name, raw, file.Options{Publisher: c.Publisher, Published: c.Published.Date})
	if err != nil {
		a.warn(result.Warnings)
		return err
	}
	if c.Incidents {
		return a.printIncidents(rep, c.Format)
	}
	if c.Links != "" {
		if err := writeLinks(c.Links, result.Links); err != nil {
			return err
		}
	}
	if len(result.Statements) == 0 {
		return noStatements(name)
	}
	a.warn(result.Warnings)
	given, doubted := result.Statements, 0
	for i := range given {
		if doubtful(&given[i]) {
			doubted++
		}
	}
	if c.Sure {
		given = slices.DeleteFunc(slices.Clone(given), func(s tocsin.Statement) bool { return doubtful(&s) })
	}
	list, err := a.exported(d, given, c.Format, c.Personal)
	if err != nil {
		return err
	}
	if err := a.printStatements(list, c.Format); err != nil {
		return err
	}
	a.say("%s: %s, machine-read, not reviewed%s", name, count(len(result.Statements), "statement"), c.doubts(doubted))
	return nil
}

// doubts says how many statements were not surely read, and what became of them.
func (c *readCmd) doubts(n int) string {
	switch {
	case n == 0:
		return ""
	case c.Sure:
		return fmt.Sprintf("; %d not surely read and left out", n)
	}
	return fmt.Sprintf("; %d not surely read (marked ?)", n)
}

// noStatements says that nothing was found: an empty answer would look like a
// report in which nothing happens.
func noStatements(name string) error {
	return &tocsin.Error{Code: tocsin.NotFound, Pos: tocsin.Pos{File: name}, Err: errors.New("no statement found in it"),
		Hint: "tocsin reads reports in English of who did what, where and when; write it as whole sentences"}
}

func writeLinks(name string, links []tocsin.Link) error {
	var b bytes.Buffer
	if err := printJSONL(&b, links); err != nil {
		return err
	}
	if err := os.WriteFile(name, b.Bytes(), 0o600); err != nil {
		return &tocsin.Error{Code: tocsin.Unavailable, Op: "write the links", Pos: tocsin.Pos{File: name}, Err: err}
	}
	return nil
}
