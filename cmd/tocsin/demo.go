package main

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"tocsin"
	"tocsin/desk"
	"tocsin/examples/mali2020"
	"tocsin/serve"
	"tocsin/source"
	"tocsin/source/file"
)

type demoCmd struct {
	Once bool   `help:"Print the brief and end."`
	Addr string `help:"Where to listen; this machine alone can reach it." default:"127.0.0.1:8020" placeholder:"HOST:PORT"`
	Open bool   `help:"Open the desk in the browser of this machine."`

	idle time.Duration // end when nobody has looked for so long; zero: never
}

// demoArgs reach the example's data from a clone of the repository, for the
// queries of a brief whose desk is gone.
var demoArgs = []string{"--events", "examples/mali2020/data/events.csv", "--coups", "examples/mali2020/data/coups.csv",
	"--places", "examples/mali2020/data/places.txt"}

// Run makes a desk of the example in a temporary directory, prints its brief or
// shows it in a browser, and removes it.
func (c *demoCmd) Run(a *app) (err error) {
	if own, err := loopback(c.Addr); err != nil {
		return err
	} else if !own {
		return usageError{fmt.Errorf("--addr %s: the example is shown on this machine alone; use 127.0.0.1", c.Addr)}
	}
	at, err := tocsin.ParseDate(mali2020.Day)
	if err != nil {
		return err
	}
	dir, err := os.MkdirTemp("", "tocsin-demo-")
	if err != nil {
		return fmt.Errorf("make a place for the example desk: %w", err)
	}
	defer func() {
		if gone := os.RemoveAll(dir); gone != nil && err == nil {
			err = fmt.Errorf("remove the example desk: %w", gone)
		}
	}()
	// The example is recorded as of its own day, so that the same program prints
	// the same page, down to the head of the ledger.
	d, _, err := desk.Create(a.ctx, filepath.Join(dir, "desk"), desk.Options{Now: at.Time})
	if err != nil {
		return err
	}
	defer d.Close()
	if err := importExample(a.ctx, d); err != nil {
		return fmt.Errorf("load the example: %w", err)
	}
	if !c.Once {
		return a.serve(d, &listening{addr: c.Addr, open: c.Open, idle: c.idle}, serve.Options{At: at, Country: mali2020.Country, Example: true, Args: demoArgs, Now: a.now})
	}
	b, err := d.Brief(a.ctx, desk.BriefOptions{Country: mali2020.Country, At: at, Args: demoArgs})
	if err != nil {
		return err
	}
	return a.printBrief(&b, formatMarkdown)
}

// importExample brings the example's files into a desk, as 'tocsin import' does
// a person's own.
func importExample(ctx context.Context, d *desk.Desk) error {
	files, err := mali2020.Files()
	if err != nil {
		return err
	}
	day, err := tocsin.ParseDate(mali2020.Day)
	if err != nil {
		return err
	}
	o := source.Options{Vintage: mali2020.Vintage, Released: day}
	for _, f := range files {
		switch f.Kind {
		case mali2020.Places:
			_, err = d.ImportPlaces(ctx, f.Name, f.Raw, o)
		case mali2020.Events:
			_, err = d.ImportEvents(ctx, f.Name, bytes.NewReader(f.Raw), o)
		case mali2020.Coups:
			_, err = d.ImportCoups(ctx, f.Name, bytes.NewReader(f.Raw), o)
		default:
			_, err = d.ImportReport(ctx, f.Name, f.Raw, file.Options{})
		}
		if err != nil {
			return err
		}
	}
	return nil
}
