package main

import (
	"path/filepath"

	"tocsin/desk"
)

type backupCmd struct {
	To string `arg:"" help:"Directory to make; it must not be there yet." type:"path"`
}

// Help is what 'tocsin backup --help' adds.
func (c *backupCmd) Help() string {
	return `The copy shows the desk at one moment, while other programs go on reading and writing it. It is a desk itself: 'tocsin
verify --desk TO' verifies it again, 'tocsin restore TO' makes a desk of it. It holds the ledger, desk.toml, mapping.toml
and the feeds, readable by you alone, and is not encrypted: keep it where the desk itself could be kept.`
}

// Run backs the desk up.
func (c *backupCmd) Run(a *app) error {
	d, err := a.open()
	if err != nil {
		return err
	}
	defer d.Close()
	made, err := d.Backup(a.ctx, c.To)
	if err != nil {
		return err
	}
	a.say("%s: %s, %s, verified", c.To, count(int(made.Head.Seq), "entry"), fileSize(filepath.Join(c.To, desk.Database)))
	return a.printHead(made.Head)
}

type restoreCmd struct {
	From    string `arg:"" help:"Directory that tocsin backup made." type:"path"`
	Replace bool   `help:"Put the desk that is there aside and the restored one in its place."`
}

// Help is what 'tocsin restore --help' adds.
func (c *restoreCmd) Help() string {
	return `The backup is verified before anything is replaced, and stays as it is. The desk that was there is kept beside as
DIR.replaced-1. What was redacted in it is redacted in the restored desk too; the desk put aside and the backup itself
go on holding what they hold: delete them yourself when you are sure.`
}

// Run makes the desk out of a backup.
func (c *restoreCmd) Run(a *app) error {
	dir, _ := a.dir()
	done, err := desk.Restore(a.ctx, c.From, dir, c.Replace)
	if err != nil {
		return err
	}
	a.say("%s: restored from %s, %s, verified", dir, c.From, count(int(done.Head.Seq), "entry"))
	if done.Replaced != "" {
		a.say("the desk that was there is kept in %s; %s", done.Replaced, madeOf(&done))
	}
	for _, hash := range done.Redacted {
		a.say("redacted again, as in the desk that was there: report %s; the backup still holds it", shortID(hash))
	}
	if done.Unread != nil {
		a.say("note: the desk that was there could not be opened (%v); whether reports were redacted in it is unknown, so redact them again", done.Unread)
	}
	return a.printHead(done.Head)
}

func madeOf(done *desk.Copy) string {
	if done.Unread != nil {
		return "it cannot be opened"
	}
	return "it had " + count(int(done.Before.Seq), "entry")
}
