package main

import (
	"fmt"
	"strings"

	"tocsin/desk"
)

type changesCmd struct {
	Since  date   `help:"The first day; all of it if not given." placeholder:"DATE"`
	Format string `help:"Form of the output: table or jsonl." enum:"table,jsonl" default:"table"`
}

// Run prints what was recorded since a day.
func (c *changesCmd) Run(a *app) error {
	d, err := a.open()
	if err != nil {
		return err
	}
	defer d.Close()
	list, err := d.Changes(a.ctx, c.Since.Date)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		a.say("nothing was recorded since %s", c.Since)
		return nil
	}
	if err := a.printChanges(list, c.Format); err != nil {
		return err
	}
	a.say("%s", count(len(list), "entry"))
	return nil
}

type historyCmd struct {
	ID     string `arg:"" help:"A statement, report or judgement by its id, or a name that was matched or graded."`
	Format string `help:"Form of the output: table or jsonl." enum:"table,jsonl" default:"table"`
}

// Run prints all that was recorded of one thing.
func (c *historyCmd) Run(a *app) error {
	d, err := a.open()
	if err != nil {
		return err
	}
	defer d.Close()
	list, err := d.History(a.ctx, c.ID)
	if err != nil {
		return err
	}
	return a.printChanges(list, c.Format)
}

func (a *app) printChanges(list []desk.Change, format string) error {
	if format == formatJSONL {
		return printJSONL(a.out, list)
	}
	t := &table{columns: []column{{"recorded", 16, false}, {"what", 9, false}, {"id", 18, false}, {"says", 60, false}, {"by", 20, false}}}
	for i := range list {
		c := &list[i]
		says := c.Says
		if c.About != "" && c.Kind != "reading" && c.Kind != "revision" {
			says = aboutWords(c.About) + " " + says
		}
		if c.Undone != "" {
			says += " (taken back by " + shortID(c.Undone) + ")"
		}
		row := tableRow{cells: []string{c.Recorded.Format("2006-01-02 15:04"), c.Kind, shortID(c.ID), says, c.By}}
		if c.Why != "" {
			row.below = []string{"because: " + c.Why}
		}
		t.rows = append(t.rows, row)
	}
	return t.print(a.out, a.width)
}

// aboutWords names what a judgement is about: an id shortened, a name quoted.
func aboutWords(about string) string {
	if i := strings.IndexAny(about, "_:"); i > 0 && !strings.Contains(about, " ") {
		return shortID(about)
	}
	return "“" + about + "”"
}

type restsOnCmd struct {
	ID      string `arg:"" help:"A report or statement by its id, or a publisher or speaker by name."`
	Country string `help:"Country of the brief." placeholder:"NAME"`
	At      date   `help:"Knowledge date of the brief; the day of the latest report if not given." placeholder:"DATE"`
	Format  string `help:"Form of the output: table or jsonl." enum:"table,jsonl" default:"table"`
}

// Run prints the sentences of a brief that rest on one thing.
func (c *restsOnCmd) Run(a *app) error {
	d, err := a.open()
	if err != nil {
		return err
	}
	defer d.Close()
	country, err := countryOf(d, c.Country)
	if err != nil {
		return err
	}
	r, err := d.RestsOn(a.ctx, c.ID, desk.BriefOptions{Country: country, At: c.At.Date})
	if err != nil {
		return err
	}
	if c.Format == formatJSONL {
		return printJSONL(a.out, []desk.Rests{r})
	}
	for _, s := range r.Sentences {
		notes := make([]string, len(s.Cites))
		for i, n := range s.Cites {
			notes[i] = fmt.Sprintf("[%d]", n)
		}
		if err := printLines(a.out, s.Section+":", "  "+strings.Join(wrap(s.Text+" "+strings.Join(notes, ""), a.width-4), "\n  ")); err != nil {
			return err
		}
	}
	for _, g := range r.Given {
		if err := printLines(a.out, fmt.Sprintf("given out: %s, %s, %s, by %s", shortID(g.ID), g.Country, g.At, g.By)); err != nil {
			return err
		}
	}
	rest := "rest"
	if len(r.Sentences) == 1 {
		rest = "rests"
	}
	a.say("%s of “%s” %s on %s, which has %s on this desk; %s given out that cite it",
		count(len(r.Sentences), "sentence"), r.Title, rest, r.Of, count(r.Statements, "statement"), count(len(r.Given), "brief"))
	return nil
}
