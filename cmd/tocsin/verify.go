package main

import (
	"fmt"
	"os"

	"tocsin"
	"tocsin/desk"
	"tocsin/ledger"
)

// keepingCommands are the verbs by which a desk is kept safe and searched.
type keepingCommands struct {
	Search  searchCmd  `cmd:"" help:"Find reports or statements by their words, as of a day."`
	Verify  verifyCmd  `cmd:"" help:"Recompute every hash of the desk; find an earlier head, or what became of what a brief cites."`
	Backup  backupCmd  `cmd:"" help:"Copy the desk, while it is used, to a new directory, and verify the copy."`
	Restore restoreCmd `cmd:"" help:"Make the desk out of a backup that verifies."`
	Redact  redactCmd  `cmd:"" help:"Destroy the bytes of a report; its hash and the reason stay."`
}

type verifyCmd struct {
	Head  string `help:"A head that a brief or an earlier verify printed: the record must have ended in it once." placeholder:"HASH"`
	Brief string `help:"A brief, in whatever form: say which reports it cites were redacted and which statements rejected or corrected since." placeholder:"FILE"`
}

// Help is what 'tocsin verify --help' adds.
func (c *verifyCmd) Help() string {
	return `Every entry of the desk carries the hash of the one before, so that whoever has noted a head can show that nothing up to
it was changed or taken away since. Verify alone shows that the desk agrees with itself; somebody who can write to its
file could have made all of it anew, and only a head noted elsewhere tells. The head is printed to standard output.`
}

// Run verifies the desk.
func (c *verifyCmd) Run(a *app) error {
	d, err := a.open()
	if err != nil {
		return err
	}
	defer d.Close()
	now, asked, err := d.Verify(a.ctx, c.Head)
	if err != nil {
		return err
	}
	a.say("%s verified: each is what was recorded, and follows the one before", count(int(now.Seq), "entry"))
	if c.Head != "" {
		a.say("the head asked for was that of entry %s: nothing up to there was changed, and %s came since",
			thousands(int(asked.Seq)), count(int(now.Seq-asked.Seq), "entry"))
	}
	if c.Brief != "" {
		if err := c.standing(a, d, now); err != nil {
			return err
		}
	}
	return a.printHead(now)
}

// standing says what became of what a brief cites. A flag against it is an error.
func (c *verifyCmd) standing(a *app, d *desk.Desk, now ledger.Head) error {
	shown, raw, err := a.readAll(c.Brief, maxBrief)
	if err != nil {
		return err
	}
	s, err := d.VerifyBrief(a.ctx, shown, raw)
	if err != nil {
		return err
	}
	a.say("%s cites %s and %s of this desk", shown, count(s.Reports, "report"), count(s.Statements, "statement"))
	if s.Head.Seq > 0 {
		a.say("it was written at entry %s; %s came since", thousands(int(s.Head.Seq)), count(int(now.Seq-s.Head.Seq), "entry"))
	}
	for _, r := range s.Redacted {
		a.say("flag: report %s was redacted on %s by %s: %s", shortID(r.Hash), tocsin.DateOf(r.Recorded), r.By, r.Why)
	}
	for _, r := range s.Rejected {
		a.say("flag: statement %s was rejected by %s: %s", r.Statement, r.By, r.Why)
	}
	for _, r := range s.Corrected {
		a.say("flag: statement %s was corrected by %s: %s", r.Statement, r.By, r.Why)
	}
	for _, id := range s.Gone {
		a.say("flag: no reading of this desk has statement %s any more", id)
	}
	if s.Flags() > 0 {
		return tocsin.Errorf(tocsin.Conflict, "write it again: tocsin brief", "%s against this brief", count(s.Flags(), "flag"))
	}
	a.say("nothing that it cites was redacted, rejected or corrected since")
	return nil
}

// maxBrief is the largest brief that is read, in bytes.
const maxBrief = 64 << 20

// printHead prints a head for whoever notes it down.
func (a *app) printHead(h ledger.Head) error {
	if h.Seq == 0 {
		a.say("the desk is empty: it has no head yet")
		return nil
	}
	return printLines(a.out, h.Chain)
}

// fileSize is how large a file is, "" where it cannot be said.
func fileSize(path string) string {
	info, err := os.Stat(path)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%.1f MB", float64(info.Size())/1e6)
}
