package main

import (
	"strings"
)

type gradeCmd struct {
	Of    string `arg:"" help:"A publisher or speaker by name, or a statement by its id."`
	Grade string `arg:"" help:"A to F for a source, 1 to 6 for a statement."`
	From  date   `help:"Day from which the grade of a source holds; today if not given." placeholder:"DATE"`
	signed
}

// Help is what 'tocsin grade --help' adds.
func (c *gradeCmd) Help() string {
	return `The Admiralty code. Reliability of a source: A completely, B usually, C fairly, D not usually reliable, E unreliable,
F cannot be judged. Credibility of a statement: 1 confirmed by another independent source, 2 probably true, 3 possibly
true, 4 doubtful, 5 improbable, 6 cannot be judged. The two are apart: a C source may tell a 1. What nobody graded
stands as F6. A statement is graded 1 only where a report of another origin tells of the same event.`
}

// Run grades a source or a statement.
func (c *gradeCmd) Run(a *app) error {
	d, by, err := a.judging(c.signed)
	if err != nil {
		return err
	}
	defer d.Close()
	done, err := d.Grade(a.ctx, c.Of, c.Grade, c.From.Date, by)
	return a.judged(done, err, c.Of+" graded "+strings.ToUpper(c.Grade))
}

type markCmd struct {
	Report string `arg:"" help:"The report, by its id or the beginning of it."`
	TLP    string `name:"tlp" help:"RED, AMBER+STRICT, AMBER, GREEN or CLEAR." required:"" placeholder:"WORD"`
	signed
}

// Run marks a report.
func (c *markCmd) Run(a *app) error {
	d, by, err := a.judging(c.signed)
	if err != nil {
		return err
	}
	defer d.Close()
	done, err := d.Mark(a.ctx, c.Report, c.TLP, by)
	return a.judged(done, err, shortID(c.Report)+" marked "+strings.ToUpper(c.TLP))
}
