package main

import (
	"fmt"

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
	b, err := d.Brief(a.ctx, desk.BriefOptions{Country: c.Country, At: c.At.Date, Args: []string{"--desk", dir}})
	if err != nil {
		return err
	}
	return a.printBrief(&b, c.Format)
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
