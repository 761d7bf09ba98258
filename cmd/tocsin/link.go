package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tocsin"
	"tocsin/link"
	"tocsin/source/file"
)

type linkCmd struct {
	Files     []string `arg:"" optional:"" help:"Reports to read now; the desk's reports if none is named."`
	Published date     `help:"Day on which the files came out, where they do not tell." placeholder:"DATE"`
	At        date     `help:"Knowledge date: only what was known then." placeholder:"DATE"`
	All       bool     `help:"Also events that one report alone tells."`
	Format    string   `help:"Form of the output: table, or the links as jsonl." enum:"table,jsonl" default:"table"`
}

// Help is what 'tocsin link --help' adds.
func (c *linkCmd) Help() string {
	return `Near-copies of one story count as one origin. Statements of different reports that one event would explain are
set together, with what they agree on; those of them that cannot both hold are shown as disputed. Nothing is merged or
deleted, and nothing is called confirmed.`
}

// Run prints the events that reports share, or the links themselves.
func (c *linkCmd) Run(a *app) error {
	res, reports, statements, err := c.find(a)
	if err != nil {
		return err
	}
	if c.Format == formatJSONL {
		return printJSONL(a.out, res.Links)
	}
	if err := c.print(a, res, reports, statements); err != nil {
		return err
	}
	a.say("%s of %s; %s", count(len(reports), "report"), count(len(res.Origins), "origin"), countLinks(res.Links))
	return nil
}

func (c *linkCmd) find(a *app) (link.Result, []tocsin.Report, []tocsin.Statement, error) {
	d, _, err := a.openFor(&dataFlags{})
	if err != nil {
		return link.Result{}, nil, nil, err
	}
	defer d.Close()
	if len(c.Files) == 0 {
		res, reports, statements, err := d.Link(a.ctx, c.At.Date)
		if err == nil && len(reports) == 0 {
			err = &tocsin.Error{Code: tocsin.NotFound, Err: errors.New("the desk holds no report that was known then"), Hint: "import some: tocsin import report FILE --published DATE; or name files here"}
		}
		return res, reports, statements, err
	}
	var reports []tocsin.Report
	var statements []tocsin.Statement
	for _, name := range c.Files {
		shown, raw, err := a.readAll(name, file.MaxBytes)
		if err != nil {
			return link.Result{}, nil, nil, err
		}
		rep, result, err := d.ReadFile(a.ctx, shown, raw, file.Options{Published: c.Published.Date})
		if err != nil {
			return link.Result{}, nil, nil, err
		}
		reports, statements = append(reports, rep), append(statements, result.Statements...)
	}
	return link.Reports(reports, statements), reports, statements, nil
}

func (c *linkCmd) print(a *app, res link.Result, reports []tocsin.Report, statements []tocsin.Statement) error {
	named := make(map[string]string, len(reports))
	for i := range reports {
		named[reports[i].ID] = reportName(&reports[i])
	}
	by := make(map[string]*tocsin.Statement, len(statements))
	for i := range statements {
		by[statements[i].ID] = &statements[i]
	}
	for _, o := range res.Origins {
		if len(o.Reports) > 1 {
			var names []string
			for _, r := range o.Reports {
				names = append(names, named[r])
			}
			fmt.Fprintf(a.out, "one origin: %s (at least %.0f %% of the five-word runs are shared)\n", strings.Join(names, "; "), 100*o.Similar)
		}
	}
	t := &table{columns: []column{{"event", 14, false}, {"when", 24, false}, {"where", 30, false}, {"reports", 8, true}, {"origins", 8, true}}}
	for _, e := range res.Events {
		if e.Reports < 2 && !c.All {
			continue
		}
		row := tableRow{cells: []string{e.Act, days(e), strings.Join(e.Places, ", "), strconv.Itoa(e.Reports), strconv.Itoa(e.Origins)}}
		for _, id := range e.Statements {
			if s := by[id]; s != nil {
				row.below = append(row.below, named[s.Report]+": “"+strings.Join(strings.Fields(s.Quote), " ")+"”")
			}
		}
		for _, k := range e.Disputed {
			if line := "disputed: " + k.Why; !slices.Contains(row.below, line) {
				row.below = append(row.below, line)
			}
		}
		t.rows = append(t.rows, row)
	}
	if len(t.rows) == 0 {
		a.say("no event is told by two reports; --all lists those that one tells")
		return nil
	}
	return t.print(a.out, a.width)
}

func days(e link.Event) string {
	switch {
	case e.From.IsZero():
		return "not dated"
	case e.From == e.To:
		return e.From.String()
	}
	return e.From.String() + " to " + e.To.String()
}

// reportName is how a report is called in a line: its publisher and date, else
// its title, else its id.
func reportName(r *tocsin.Report) string {
	name := r.Publisher
	if name == "" {
		name = r.Title
	}
	if name == "" {
		name = r.ID[:min(len(r.ID), 19)]
	}
	if !r.Published.IsZero() {
		name += ", " + r.Published.String()
	}
	return name
}

func countLinks(list []tocsin.Link) string {
	disputed := len(slices.DeleteFunc(slices.Clone(list), func(l tocsin.Link) bool { return l.Kind != "contradicts" }))
	return fmt.Sprintf("%s of the same event, %d disputed", count(len(list)-disputed, "link"), disputed)
}
