package main

import (
	"errors"
	"fmt"

	"tocsin"
	"tocsin/brief"
	"tocsin/desk"
)

type statementsCmd struct {
	IDs      []string `arg:"" optional:"" name:"id" help:"Statements or reports, by their ids or the beginnings of these; all if none is named."`
	At       date     `help:"Those of reports known on this day." placeholder:"DATE"`
	Waiting  bool     `help:"Those that nobody has reviewed."`
	Reviewed bool     `help:"Those that were accepted or corrected."`
	Rejected bool     `help:"Those that were rejected."`
	Limit    int      `help:"At most so many in the table; 0: all." default:"200" placeholder:"N"`
	Personal string   `help:"Take into jsonl and csv what is said of the ethnicity, religion or health of named persons, and why." placeholder:"WHY"`
	formatFlag
}

// Help is what 'tocsin statements --help' adds.
func (c *statementsCmd) Help() string {
	return `Corrected statements are shown as corrected, with what was read below. The grade is the Admiralty code: reliability of
the source A to F, credibility of the statement 1 to 6; F6 where nobody graded. Rejected ones are left out unless asked for.`
}

// Run lists statements of the desk.
func (c *statementsCmd) Run(a *app) error {
	d, err := a.open()
	if err != nil {
		return err
	}
	defer d.Close()
	list, rejected, err := c.chosen(a, d)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		a.say("no such statement; %s left out as rejected", count(rejected, "statement"))
		return nil
	}
	if c.Format != formatTable {
		return c.export(a, d, list)
	}
	shown := list
	if c.Limit > 0 {
		shown = list[:min(c.Limit, len(list))]
	}
	if err := a.printReviewed(d, shown); err != nil {
		return err
	}
	more := ""
	if n := len(list) - len(shown); n > 0 {
		more = fmt.Sprintf("; the first %d are shown, --limit 0 shows %s more", len(shown), thousands(n))
	}
	a.say("%s; %d left out as rejected%s", count(len(list), "statement"), rejected, more)
	return nil
}

func (c *statementsCmd) chosen(a *app, d *desk.Desk) (list []desk.Reviewed, rejected int, err error) {
	if c.Waiting && (c.Reviewed || c.Rejected) || c.Reviewed && c.Rejected {
		return nil, 0, usageError{errors.New("ask for one of --waiting, --reviewed and --rejected")}
	}
	all, err := d.Reviewed(a.ctx, c.At.Date, c.IDs...)
	if err != nil {
		return nil, 0, err
	}
	for _, r := range all {
		verdict := r.Verdict()
		if verdict == "rejected" && !c.Rejected && len(c.IDs) == 0 {
			rejected++
			continue
		}
		switch {
		case c.Waiting && verdict != "", c.Rejected && verdict != "rejected", c.Reviewed && verdict != "accepted" && verdict != "corrected":
			continue
		}
		list = append(list, r)
	}
	return list, rejected, nil
}

// export writes the statements as data: a corrected one under the id of what it
// says now, so that it reads back.
func (c *statementsCmd) export(a *app, d *desk.Desk, list []desk.Reviewed) error {
	out := make([]tocsin.Statement, len(list))
	for i, r := range list {
		out[i] = r.Statement
		out[i].ID = out[i].ComputeID()
	}
	out, err := a.exported(d, out, c.Format, c.Personal)
	if err != nil {
		return err
	}
	return a.printStatements(out, c.Format)
}

func (a *app) printReviewed(d *desk.Desk, list []desk.Reviewed) error {
	actors, err := d.Actors(a.ctx)
	if err != nil {
		return err
	}
	group := brief.Group(actors)
	t := &table{columns: []column{{"id", 13, false}, {"review", 9, false}, {"grade", 5, false}, {"kind", 8, false}, {"who", 22, false}, {"does", 14, false},
		{"to whom", 18, false}, {"when", 12, false}, {"where", 18, false}, {"says", 16, false}}}
	for i := range list {
		r := &list[i]
		s := &r.Statement
		verdict := r.Verdict()
		if verdict == "" {
			verdict = "waits"
		}
		row := tableRow{cells: []string{shortID(s.ID), verdict, r.Code, string(s.Kind), who(s.Actors), does(s.Rel, s.Act, s.Outcome), who(s.Recipients),
			whenWords(&s.When), where(s.Places), says(s.Says)}}
		row.below = append([]string{certaintyWords(&s.Certainty)}, below(s)...)
		if i == 0 || list[i-1].Report != s.Report {
			row.below = append([]string{"report " + shortID(s.Report) + ": " + reportName(&tocsin.Report{ID: s.Report, Title: r.Title, Publisher: r.Publisher, Published: s.Published})}, row.below...)
		}
		if topic := s.Personal(group); topic != "" {
			row.below = append(row.below, "personal: "+topic+" of a named person; left out of briefs and exports")
		}
		for _, diff := range r.Corrected {
			row.below = append(row.below, "corrected "+diff)
		}
		if r.Review != nil {
			row.below = append(row.below, fmt.Sprintf("%s by %s on %s: %s", verdict, r.Review.By, r.Review.Recorded.UTC().Format("2006-01-02"), r.Review.Why))
		}
		t.rows = append(t.rows, row)
	}
	return t.print(a.out, a.width)
}
