package main

import (
	"bytes"
	"fmt"
	"strings"

	"tocsin"
	"tocsin/brief"
	"tocsin/desk"
)

// The forms a brief is written in.
const (
	formatMarkdown = "markdown"
	formatHTML     = "html"
	formatJSON     = "json"
)

type briefCmd struct {
	Country string `help:"Country by name or ISO code: Mali, ML, MLI." placeholder:"NAME"`
	At      date   `help:"Use only what was known on this day; the day of the latest report if not given." placeholder:"DATE"`
	Format  string `help:"markdown, html or json." default:"markdown" placeholder:"FORMAT"`

	Reviewed bool   `help:"From accepted and corrected statements alone."`
	TLP      string `name:"tlp" help:"Leave out reports marked stricter than this, and those not marked." placeholder:"WORD"`
	Personal string `help:"Take in what is said of the ethnicity, religion or health of named persons, and why; the reason is printed." placeholder:"WHY"`
	Keep     bool   `help:"Record that the brief was given out, so that a redaction or rejection names it."`
	Author   string `help:"Who gives it out, with --keep (or TOCSIN_AUTHOR, or author in desk.toml)." placeholder:"NAME"`
}

// Run writes the brief of a desk on a country.
func (c *briefCmd) Run(a *app) error {
	if err := knownWord("format", c.Format, []string{formatMarkdown, formatHTML, formatJSON}); err != nil {
		return err
	}
	d, err := a.open()
	if err != nil {
		return err
	}
	defer d.Close()
	if c.Country == "" && d.Config().Country == "" {
		return usageError{fmt.Errorf("name the country: --country Mali, or set it in desk.toml")}
	}
	dir, _ := a.dir()
	b, err := d.Brief(a.ctx, desk.BriefOptions{Country: c.Country, At: c.At.Date, Args: []string{"--desk", dir},
		Reviewed: c.Reviewed, TLP: c.TLP, PersonalWhy: strings.TrimSpace(c.Personal)})
	if err != nil {
		return err
	}
	if !c.Keep {
		return a.printBrief(&b, c.Format)
	}
	// What is recorded is what is printed, to the byte.
	var written bytes.Buffer
	out := a.out
	a.out = &written
	err = a.printBrief(&b, c.Format)
	a.out = out
	if err != nil {
		return err
	}
	done, err := d.Keep(a.ctx, &b, written.Bytes(), a.author(d, c.Author))
	if err != nil {
		return err
	}
	a.say("recorded as given out: %s", done.ID)
	_, err = a.out.Write(written.Bytes())
	return err
}

func (a *app) printBrief(b *brief.Brief, format string) error {
	switch format {
	case formatHTML:
		return b.HTML(a.out)
	case formatJSON:
		return tocsin.EncodeJSON(a.out, b)
	}
	return b.Markdown(a.out)
}
