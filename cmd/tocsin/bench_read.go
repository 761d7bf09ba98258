package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"tocsin"
	"tocsin/read/score"
)

// maxLooks is the longest log of looks, in bytes.
const maxLooks = 1 << 20

type benchReadCmd struct {
	MUC4       []string `name:"muc4" help:"MUC-4 gold in JSON lines: docid, doctext, templates." placeholder:"FILE" sep:"none"`
	System     []string `help:"Another system's templates for a --muc4 file: docid, templates." placeholder:"FILE" sep:"none"`
	Polnear    []string `help:"Attributions in brat standoff, .txt and .ann: a directory or an archive." placeholder:"PATH" sep:"none"`
	Factuality []string `help:"Factuality in CoNLL of 7 columns (UW) or 12 (UDS-IH2), or in JSON lines." placeholder:"FILE" sep:"none"`
	Geo        []string `help:"Places in XML, in the form of LGL, GeoWebNews, TR-News or GeoVirus." placeholder:"FILE" sep:"none"`
	GeoSystem  []string `help:"Another geoparser's places for a --geo file, a line an article." placeholder:"FILE" sep:"none"`
	VerbPlace  []string `help:"Verbs with their places in JSON lines: text, spans." placeholder:"FILE" sep:"none"`
	Parse      []string `help:"A treebank in CoNLL-U." placeholder:"FILE" sep:"none"`
	Times      []string `help:"TimeML documents, .tml: a directory or an archive." placeholder:"PATH" sep:"none"`
	Names      []string `help:"Names of persons, organisations and places in CoNLL, tagged B-PER, I-PER or O." placeholder:"FILE" sep:"none"`
	Cases      []string `help:"Reading cases, as 'tocsin test' takes them, a phenomenon a file: a file or a directory." placeholder:"PATH" sep:"none"`

	Part    string `help:"Of --polnear: score this folder alone, such as train." placeholder:"NAME"`
	Half    string `help:"Of --geo and --verb-place: score this half alone, odd or even by the hash of the id or of the sentence." enum:",odd,even" default:"" placeholder:"HALF"`
	Every   int    `help:"Score every Nth document, sentence or row alone." default:"1" placeholder:"N"`
	Careful bool   `help:"With --parse: score the vote of parsers too."`
	Out     string `help:"Write the score file: the lines with published figures beside them." placeholder:"FILE"`
	Looks   string `help:"With --out: the log of looks at held sets, put at its end." placeholder:"FILE"`
}

// Help is what 'tocsin bench read --help' adds.
func (c *benchReadCmd) Help() string {
	return `Every flag that names a file may be given again; .gz and .tar.gz are unpacked. Each metric is one
line: the kind of set, the file, the metric, its value, and what it is made of. Without --out
nothing is written.

  tocsin bench read --muc4 tst3.jsonl --system system_ge1992_tst3.jsonl
  tocsin bench read --polnear polnear_train_dev.tar.gz --part train --every 10
  tocsin bench read --geo lgl.xml.gz --half odd`
}

// Run scores the sets named and prints a line for each metric.
func (c *benchReadCmd) Run(a *app) error {
	r := score.Request{MUC4: c.MUC4, System: c.System, PolNeAR: c.Polnear, Factuality: c.Factuality, Geo: c.Geo, GeoSystem: c.GeoSystem,
		VerbPlace: c.VerbPlace, Trees: c.Parse, Times: c.Times, Names: c.Names, Cases: c.Cases, Part: c.Part, Half: c.Half, Every: c.Every, Careful: c.Careful}
	switch {
	case r.Empty():
		return usageError{errors.New("name a set with known answers, such as --muc4 FILE; see 'tocsin bench read --help'")}
	case c.Every < 1:
		return usageError{fmt.Errorf("--every %d: give 1 or more", c.Every)}
	case c.Looks != "" && c.Out == "":
		return usageError{errors.New("--looks goes with --out")}
	}
	anchors, err := score.Anchors()
	if err != nil {
		return err
	}
	list, err := score.Run(a.ctx, r)
	if err != nil {
		return err
	}
	for _, m := range list {
		if _, err := fmt.Fprintln(a.out, m); err != nil {
			return err
		}
	}
	if c.Out == "" {
		return nil
	}
	board := score.Board{Command: r.Command(), Metrics: list, Anchors: anchors}
	return c.write(a, &board)
}

// write makes the score file.
func (c *benchReadCmd) write(a *app, b *score.Board) error {
	if c.Looks != "" {
		name, raw, err := a.readAll(c.Looks, maxLooks)
		if err != nil {
			return err
		}
		if strings.ContainsRune(string(raw), 0) {
			return &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{File: name}, Hint: "give the text file that logs them", Err: errors.New("is no text")}
		}
		b.Looks = string(raw)
	}
	if err := os.WriteFile(c.Out, []byte(b.String()), 0o644); err != nil {
		var why error = err
		if pe, ok := errors.AsType[*os.PathError](err); ok {
			why = pe.Err
		}
		return &tocsin.Error{Code: tocsin.Unavailable, Op: "write the score file", Pos: tocsin.Pos{File: c.Out}, Err: why, Hint: "name a file in a directory that is there"}
	}
	_, err := io.WriteString(a.err, "wrote "+filepath.Base(c.Out)+"\n")
	return err
}
