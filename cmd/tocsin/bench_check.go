package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"tocsin"
	"tocsin/check"
	"tocsin/desk"
)

// maxClaims is the largest file of claims, in bytes.
const maxClaims = 64 << 20

type benchCheckCmd struct {
	Claims string `help:"JSONL file, a line {\"id\",\"text\",\"published\",\"expect\"}; expect is holds, does_not_hold, partly or cannot_be_measured." placeholder:"FILE" required:""`
	Out    string `help:"Write the summary to this file too." placeholder:"FILE"`
	All    bool   `help:"Print the right ones as well."`
	dataFlags
}

// Help is what 'tocsin bench check --help' adds.
func (c *benchCheckCmd) Help() string {
	return `A text's verdict is the worst, in the order does_not_hold, partly, holds, of its measured
claims, and cannot_be_measured only if none could be measured. Printed are the texts whose verdict
is not the expected one, false claims called holds first and apart, and a summary last.`
}

// Run judges every text and prints what was not as expected.
func (c *benchCheckCmd) Run(a *app) error {
	name, raw, err := a.readAll(c.Claims, maxClaims)
	if err != nil {
		return err
	}
	texts, err := check.ReadTexts(name, bytes.NewReader(raw))
	if err != nil {
		return err
	}
	d, args, err := a.openFor(&c.dataFlags)
	if err != nil {
		return err
	}
	defer d.Close()
	score, err := c.score(a, d, texts, args)
	if err != nil {
		return err
	}
	var b strings.Builder
	score.Print(&b, c.All)
	if _, err := io.WriteString(a.out, b.String()); err != nil {
		return err
	}
	if c.Out == "" {
		return nil
	}
	if err := os.WriteFile(c.Out, []byte(score.Summary()), 0o644); err != nil {
		return &tocsin.Error{Code: tocsin.Unavailable, Pos: tocsin.Pos{File: c.Out}, Err: errors.Unwrap(err), Hint: "name a file in a directory that is there"}
	}
	return nil
}

// score reads each text as a report of its own and judges all of them at once. A
// text that cannot be read, a French one say, has no statement and no verdict.
func (c *benchCheckCmd) score(a *app, d *desk.Desk, texts []check.Text, args []string) (*check.Score, error) {
	var all []tocsin.Statement
	reports := make([]string, len(texts))
	for i, t := range texts {
		reports[i] = tocsin.Hash([]byte(t.ID + "\n" + t.Text))
		got, err := d.Read(a.ctx, tocsin.Report{ID: reports[i], Text: t.Text, Published: t.Published})
		if tocsin.CodeOf(err) == tocsin.Unsupported && err != nil {
			a.say("note: %s: %v", t.ID, err)
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", t.ID, err)
		}
		all = append(all, got.Statements...)
	}
	verdicts, err := d.Check(a.ctx, all, 0, args)
	if err != nil {
		return nil, err
	}
	of := make(map[string]string, len(all))
	for i := range all {
		of[all[i].ID] = all[i].Report
	}
	byReport := map[string][]tocsin.Verdict{}
	for _, v := range verdicts {
		byReport[of[v.Statement]] = append(byReport[of[v.Statement]], v)
	}
	s := check.NewScore()
	for i, t := range texts {
		s.Add(t, byReport[reports[i]])
	}
	return s, nil
}
