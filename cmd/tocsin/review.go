package main

import (
	"cmp"
	"errors"
	"strings"

	"tocsin"
	"tocsin/brief"
	"tocsin/desk"
)

// reviewCommands are the verbs by which persons judge what was read.
type reviewCommands struct {
	Statements statementsCmd `cmd:"" help:"List the statements of the desk, with what persons say of them."`
	Accept     acceptCmd     `cmd:"" help:"Stand by statements that you held beside their text."`
	Reject     rejectCmd     `cmd:"" help:"Say that statements are not what their text says."`
	Edit       editCmd       `cmd:"" help:"Correct fields of a statement; what was read stays beside it."`
	Match      matchCmd      `cmd:"" help:"Say that two names mean one actor, or one place."`
	Split      splitCmd      `cmd:"" help:"Say that two names do not mean the same actor or place."`
	Grade      gradeCmd      `cmd:"" help:"Grade a source A to F from a day on, or a statement 1 to 6."`
	Mark       markCmd       `cmd:"" help:"Say how far a report may be passed on (TLP); a brief inherits the strictest."`
	Undo       undoCmd       `cmd:"" help:"Take back a judgement by its id; an undo too."`
	History    historyCmd    `cmd:"" help:"All that was recorded of a statement, report, judgement or name."`
	Changes    changesCmd    `cmd:"" help:"What came in, was read, judged, revised or redacted since a day."`
	RestsOn    restsOnCmd    `cmd:"" help:"Which sentences of the brief rest on a source, report or statement."`
}

// signed is how every judgement is signed.
type signed struct {
	Why    string `help:"The reason, for those who read the judgement later." placeholder:"TEXT" required:""`
	Author string `help:"Who judges (or TOCSIN_AUTHOR, or author in desk.toml)." placeholder:"NAME"`
}

// author is who judges: named here, in the environment, or in the desk's
// settings. Nobody is guessed.
func (a *app) author(d *desk.Desk, named string) string {
	return strings.TrimSpace(cmp.Or(named, a.env("TOCSIN_AUTHOR"), d.Config().Author))
}

// judging opens the desk for a verb that judges, with its signature.
func (a *app) judging(s signed) (*desk.Desk, desk.Signature, error) {
	d, err := a.open()
	if err != nil {
		return nil, desk.Signature{}, err
	}
	return d, desk.Signature{By: a.author(d, s.Author), Why: strings.TrimSpace(s.Why)}, nil
}

// judged says what became of a judgement: its id to standard output, for undo.
func (a *app) judged(done desk.Judged, err error, words string) error {
	if err != nil {
		return err
	}
	if done.Already {
		a.say("%s already, with the same reason; nothing added", words)
	} else {
		a.say("%s; take it back with: tocsin undo %s --why TEXT", words, shortID(done.ID))
	}
	return printLines(a.out, done.ID)
}

// shortID is enough of an id to be typed.
func shortID(id string) string {
	const digits = 10
	if i := strings.IndexAny(id, "_:"); i >= 0 && len(id) > i+1+digits {
		return id[:i+1+digits]
	}
	return id
}

type acceptCmd struct {
	IDs []string `arg:"" name:"id" help:"Statements, by their ids or the beginnings of these."`
	signed
}

// Run accepts statements.
func (c *acceptCmd) Run(a *app) error {
	return a.reviewAll(c.IDs, c.signed, "accepted", (*desk.Desk).Accept)
}

type rejectCmd struct {
	IDs []string `arg:"" name:"id" help:"Statements, by their ids or the beginnings of these."`
	signed
}

// Run rejects statements.
func (c *rejectCmd) Run(a *app) error {
	return a.reviewAll(c.IDs, c.signed, "rejected", (*desk.Desk).Reject)
}

// reviewFunc is accept or reject.
type reviewFunc = func(d *desk.Desk, ctx ctxt, statement string, by desk.Signature) (desk.Judged, error)

func (a *app) reviewAll(ids []string, s signed, words string, review reviewFunc) error {
	d, by, err := a.judging(s)
	if err != nil {
		return err
	}
	defer d.Close()
	full := make([]string, len(ids))
	for i, id := range ids { // all are found before any is judged
		ref, err := d.Find(a.ctx, id, "statement")
		if err != nil {
			return err
		}
		full[i] = ref.ID
	}
	for _, id := range full {
		done, err := review(d, a.ctx, id, by)
		if err := a.judged(done, err, shortID(id)+" "+words); err != nil {
			return err
		}
	}
	return nil
}

type editCmd struct {
	ID        string   `arg:"" help:"The statement, by its id or the beginning of it."`
	Actor     []string `help:"Who did it (repeatable); none: nobody is named." placeholder:"NAME" sep:"none"`
	Recipient []string `help:"To whom (repeatable); none: nobody is named." placeholder:"NAME" sep:"none"`
	Place     []string `help:"Where, by name or gazetteer id (repeatable); none: nowhere is named." placeholder:"NAME" sep:"none"`
	When      string   `help:"2020-08-18, 2020-08, 2020, 2020-08-18..2020-08-20 or unknown." placeholder:"TIME"`
	Act       string   `help:"What was done, a word of the codebook." placeholder:"ACT"`
	Outcome   string   `help:"How it went: attempted, agreed, under_way, failed, succeeded, unknown." placeholder:"WORD"`
	Count     string   `help:"How many: 24, or 20-24." placeholder:"N"`
	Polarity  string   `help:"Whether it is said to be so: is, is_not, unknown." placeholder:"WORD"`
	Degree    string   `help:"How surely: certain, probable, possible, unknown." placeholder:"WORD"`
	Speaker   string   `help:"Who says it; author: the report itself." placeholder:"NAME"`
	signed
}

// Run corrects a statement.
func (c *editCmd) Run(a *app) error {
	d, by, err := a.judging(c.signed)
	if err != nil {
		return err
	}
	defer d.Close()
	e := desk.Edit{Actors: c.Actor, Recipients: c.Recipient, Places: c.Place, When: c.When, Act: c.Act, Outcome: c.Outcome,
		Count: c.Count, Polarity: c.Polarity, Degree: c.Degree, Speaker: c.Speaker}
	if e.IsZero() {
		return usageError{errors.New("name a field to correct, such as --actor, --place, --when, --act or --polarity")}
	}
	ref, err := d.Find(a.ctx, c.ID, "statement")
	if err != nil {
		return err
	}
	done, err := d.Correct(a.ctx, ref.ID, e, by)
	return a.judged(done, err, shortID(ref.ID)+" corrected")
}

type undoCmd struct {
	Record string `arg:"" help:"The review, match, grade, mark or undo, by its id (see tocsin history)."`
	signed
}

// Run takes a judgement back.
func (c *undoCmd) Run(a *app) error {
	d, by, err := a.judging(c.signed)
	if err != nil {
		return err
	}
	defer d.Close()
	done, err := d.Undo(a.ctx, c.Record, by)
	return a.judged(done, err, shortID(c.Record)+" taken back")
}

// exported leaves out of data that leaves the program what it says of the people,
// faith or health of named persons, unless somebody says why it is needed. A
// table, for the person at the screen, keeps it.
func (a *app) exported(d *desk.Desk, list []tocsin.Statement, format, why string) ([]tocsin.Statement, error) {
	if format == formatTable {
		return list, nil
	}
	actors, err := d.Actors(a.ctx)
	if err != nil {
		return nil, err
	}
	group := brief.Group(actors)
	var out []tocsin.Statement
	for i := range list {
		if why != "" || list[i].Personal(group) == "" {
			out = append(out, list[i])
		}
	}
	if n := len(list) - len(out); n > 0 {
		a.say("note: left out %s on the ethnicity, religion or health of named persons; --personal WHY takes them in", count(n, "statement"))
	}
	return out, nil
}
