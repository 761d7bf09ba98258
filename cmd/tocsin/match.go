package main

import (
	"context"
	"fmt"
	"io"

	"tocsin"
	"tocsin/desk"
)

// ctxt is a context in the type of a method expression.
type ctxt = context.Context

// twoNames are what match and split are told.
type twoNames struct {
	A     string `arg:"" help:"A name as reports write it."`
	B     string `arg:"" help:"Another name, or an id of the registry (jnim) or the gazetteer (geonames:2450173)."`
	Place bool   `help:"They are places; actors if not given."`
	signed
}

func (n *twoNames) kind() string {
	if n.Place {
		return tocsin.MatchPlace
	}
	return tocsin.MatchActor
}

type matchCmd struct{ twoNames }

// Help is what 'tocsin match --help' adds.
func (c *matchCmd) Help() string {
	return `From then on both names mean one actor (or place) wherever this desk reads, checks and writes. Statements are not
changed: what they mean is looked up each time, and 'tocsin split' or 'tocsin undo' takes it back. Where the registry or
the gazetteer knows one of the two, the other means that; B is asked first.`
}

// Run matches two names.
func (c *matchCmd) Run(a *app) error {
	return a.match(&c.twoNames, (*desk.Desk).Match, fmt.Sprintf("“%s” and “%s” are one %s on this desk", c.A, c.B, c.kind()))
}

type splitCmd struct{ twoNames }

// Help is what 'tocsin split --help' adds.
func (c *splitCmd) Help() string {
	return `The opposite of 'tocsin match'. It also takes from a name a meaning that the reader gave it: where both mean the same
actor or place by the registry or the gazetteer, A loses that meaning.`
}

// Run splits two names.
func (c *splitCmd) Run(a *app) error {
	return a.match(&c.twoNames, (*desk.Desk).Split, fmt.Sprintf("“%s” and “%s” are not the same %s on this desk", c.A, c.B, c.kind()))
}

type matchFunc = func(d *desk.Desk, ctx ctxt, kind, left, right string, by desk.Signature) (desk.Judged, error)

func (a *app) match(n *twoNames, match matchFunc, words string) error {
	d, by, err := a.judging(n.signed)
	if err != nil {
		return err
	}
	defer d.Close()
	done, err := match(d, a.ctx, n.kind(), n.A, n.B, by)
	return a.judged(done, err, words)
}

// printLines writes data, one item a line.
func printLines(w io.Writer, lines ...string) error {
	for _, l := range lines {
		if _, err := fmt.Fprintln(w, l); err != nil {
			return err
		}
	}
	return nil
}
