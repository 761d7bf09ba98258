package main

import (
	"fmt"
	"strings"

	"tocsin/desk"
)

type nextCmd struct{}

// Run says what can be done next, for somebody who typed the name and nothing
// else: with no desk how to begin, with one what it holds.
func (c *nextCmd) Run(a *app) error {
	dir, named := a.dir()
	ok, err := desk.Exists(dir)
	if err != nil {
		return err
	}
	if !ok {
		where := "There is no desk yet in ./" + dir
		if named {
			where = "There is no desk yet in " + dir
		}
		_, err := fmt.Fprintf(a.out, firstSteps, where)
		return err
	}
	d, err := a.open()
	if err != nil {
		return err
	}
	defer d.Close()
	h, err := d.Holdings(a.ctx)
	if err != nil {
		return err
	}
	fmt.Fprintf(a.out, "The desk in %s holds %s with %s", dir, count(h.Reports, "report"), count(h.Statements, "statement"))
	for _, v := range h.Vintages {
		fmt.Fprintf(a.out, ", %s of %s", count(v.Kept, "row"), v.Dataset.Dataset)
	}
	fmt.Fprintf(a.out, ", %s.\n\n", count(h.PlaceFiles, "place file"))
	if h.Unread > 0 {
		fmt.Fprintf(a.out, "Not in English, kept and not read: %s.\n", count(h.Unread, "report"))
	}
	feeds, err := d.FeedHealth()
	if err != nil {
		return err
	}
	if s := desk.Ailing(feeds); s != "" {
		fmt.Fprintf(a.out, "%s.\n", s)
	}
	var steps []string
	if h.Reports == 0 {
		steps = append(steps, "tocsin import report FILE --published DATE   bring a report in, and read it")
	}
	if len(h.Vintages) == 0 {
		steps = append(steps, "tocsin import ucdp-ged FILE                  bring event data in")
	}
	if h.Reports > 0 {
		steps = append(steps, "tocsin check                                 hold its claims against the data",
			"tocsin brief --country NAME                  write the brief")
	}
	if len(h.Vintages) > 0 {
		steps = append(steps, "tocsin watch tempo --country NAME            see whether it gets worse")
	}
	steps = append(steps, "tocsin serve                                 see it all in a browser")
	_, err = fmt.Fprintf(a.out, "Next:\n  %s\n", strings.Join(steps, "\n  "))
	return err
}

const firstSteps = `tocsin is a watch desk for political crises: it reads reports into statements,
measures event data, checks what the reports claim, and writes a cited brief.

%s. To look around:

  tocsin demo                                  the example desk, in a browser
  tocsin demo --once                           its brief, here

To read a report, with or without a desk:

  tocsin read FILE --published 2020-08-20

To make a desk of your own, bring something in:

  tocsin import report FILE --published DATE
  tocsin import ucdp-ged GED.csv.gz            events: ucdp.uu.se
  tocsin import coups FILE.csv                 Cline, Powell-Thyne or Colpus
  tocsin import geonames ML.txt.gz             villages: geonames.org

Every verb explains itself: tocsin VERB --help
`
