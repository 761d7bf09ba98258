package main

import (
	"fmt"
	"strings"

	"tocsin"
	"tocsin/desk"
)

type revisionsCmd struct {
	Of     string `arg:"" name:"report" help:"A report, by its id, the beginning of its id, or its address."`
	All    bool   `help:"Print the sentences too that are the same in both."`
	Format string `help:"Form of the output: table or jsonl." enum:"table,jsonl" default:"table"`
}

// Run prints the versions of a report and what each changed.
func (c *revisionsCmd) Run(a *app) error {
	d, err := a.open()
	if err != nil {
		return err
	}
	defer d.Close()
	list, err := d.Revisions(a.ctx, c.Of)
	if err != nil {
		return err
	}
	if c.Format == formatJSONL {
		return printJSONL(a.out, list)
	}
	var b strings.Builder
	for i, r := range list {
		c.print(&b, i+1, &r, a.width)
	}
	if _, err := fmt.Fprint(a.out, b.String()); err != nil {
		return err
	}
	if len(list) == 1 {
		a.say("the desk holds one version of it")
		return nil
	}
	a.say("%s; statements are compared by their words", count(len(list), "version"))
	return nil
}

// marks are what stands before a passage.
var passageMarks = map[string]string{desk.PassageSame: "  ", desk.PassageAdded: "+ ", desk.PassageRemoved: "- "}

func (c *revisionsCmd) print(b *strings.Builder, n int, r *desk.Revision, width int) {
	fmt.Fprintf(b, "version %d: %s, %s, %s", n, reportID(r.Report.ID), tocsin.Clean(reportName(&r.Report)), tocsin.Clean(r.Report.Title))
	if r.Report.Retrieved != nil {
		fmt.Fprintf(b, ", fetched %s UTC", r.Report.Retrieved.UTC().Format("2006-01-02 15:04"))
	}
	b.WriteByte('\n')
	for _, p := range r.Diff {
		if p.Op == desk.PassageSame && !c.All {
			continue
		}
		for i, line := range wrap(tocsin.Clean(p.Text), width-6) {
			mark := passageMarks[p.Op]
			if i > 0 {
				mark = "  "
			}
			b.WriteString("  " + mark + line + "\n")
		}
	}
	if n > 1 {
		fmt.Fprintf(b, "  statements: %d added, %d gone\n", len(r.Added), len(r.Gone))
		for _, s := range []struct {
			mark string
			list []tocsin.Statement
		}{{"+", r.Added}, {"-", r.Gone}} {
			for _, st := range s.list {
				fmt.Fprintf(b, "    %s %s %s: “%s”\n", s.mark, st.Kind, reportID(st.ID), tocsin.Clean(strings.Join(strings.Fields(st.Quote), " ")))
			}
		}
	}
	b.WriteByte('\n')
}
