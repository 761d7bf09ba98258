package main

import (
	"tocsin"
)

type redactCmd struct {
	Report string `arg:"" help:"The report, by its id or the beginning of it."`
	signed
}

// Help is what 'tocsin redact --help' adds.
func (c *redactCmd) Help() string {
	return `For what may endanger somebody. The report's bytes, text, title and statements, the words by which it was searched, and
what persons said of it are overwritten in every file of the desk. Its hash, who redacted it and why stay, 'tocsin verify'
goes on to pass, and the same report is not taken again. It cannot be undone. Whatever you write in --why stays: do not
repeat there what is to go.`
}

// Run redacts a report.
func (c *redactCmd) Run(a *app) error {
	d, by, err := a.judging(c.signed)
	if err != nil {
		return err
	}
	defer d.Close()
	done, err := d.Redact(a.ctx, c.Report, by)
	if err != nil {
		return err
	}
	id := shortID(done.Redaction.Hash)
	if done.Already {
		a.say("report %s was redacted on %s by %s: %s; the files were cleaned once more", id, tocsin.DateOf(done.Redaction.Recorded), done.Redaction.By, done.Redaction.Why)
	} else {
		a.say("report %s is redacted, with %s: its bytes are in no file of the desk", id, count(done.Statements, "statement"))
	}
	a.say("beyond reach: backups made before, the file it was imported from, briefs and exports given out, snapshots of the file system, what a flash disk has set aside, and another version of it that a feed or a person may bring in later")
	for _, r := range done.Near {
		a.say("not redacted, and tells much the same: report %s, published %s by %s", shortID(r.ID), r.Published, r.Publisher)
	}
	for _, k := range done.Briefs {
		a.say("cited in the brief on %s of %s, given out on %s by %s (%s): tell who has it", k.Country, k.At, tocsin.DateOf(k.Recorded), k.By, shortID(k.ComputeID()))
	}
	return a.printHead(done.Head)
}
