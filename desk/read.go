package desk

import (
	"context"

	"tocsin"
	"tocsin/check"
	"tocsin/ledger"
	"tocsin/read"
	"tocsin/source/file"
)

// ReadFile takes the text out of a file and reads it, and keeps nothing.
func (d *Desk) ReadFile(ctx context.Context, name string, raw []byte, o file.Options) (tocsin.Report, read.Result, error) {
	rep, warnings, err := file.Read(name, raw, d.reads(ctx, o))
	if err != nil {
		return rep, read.Result{}, err
	}
	result, err := d.Read(ctx, rep)
	result.Warnings = append(warnings, result.Warnings...)
	return rep, result, locatedIn(name, err)
}

// Read reads a report into statements, and keeps nothing.
func (d *Desk) Read(ctx context.Context, rep tocsin.Report) (read.Result, error) {
	k, err := d.load(ctx)
	if err != nil {
		return read.Result{}, err
	}
	return k.reader.Read(ctx, rep)
}

// Check judges the claims of statements on the desk's data as it was known at a
// date; the zero date takes all of it. args are the flags by which a command
// line reaches the same data; they end up in Verdict.Query.
func (d *Desk) Check(ctx context.Context, statements []tocsin.Statement, at tocsin.Date, args []string) ([]tocsin.Verdict, error) {
	k, err := d.load(ctx)
	if err != nil {
		return nil, err
	}
	n, err := d.meanings(ctx)
	if err != nil {
		return nil, err
	}
	data, err := d.Data(ctx, at)
	if err != nil {
		return nil, err
	}
	if data.Choose != nil {
		return nil, data.Choose
	}
	o := check.Options{Gazetteer: k.gazetteer, HasPlaces: len(k.placeData) > 0, PlaceData: k.placeData, Actors: n.registry,
		Coups: data.Entries, CoupData: data.Sets(true), At: at, Args: args}
	if sets := data.Sets(false); len(sets) > 0 && data.Judges() {
		o.Events, o.EventData, o.EventSets = data.Events, sets[0], sets
	}
	c, err := check.New(o)
	if err != nil {
		return nil, err
	}
	named := make([]tocsin.Statement, len(statements))
	for i := range statements {
		named[i] = n.apply(statements[i])
	}
	return c.Check(ctx, named)
}

// Statements are the statements of the reports known at a date, in their order,
// as persons left them (see AsJudged).
func (d *Desk) Statements(ctx context.Context, at tocsin.Date) ([]tocsin.Statement, error) {
	var list []tocsin.Statement
	for s, err := range d.View(at).Statements(ctx, ledger.Filter{}) {
		if err != nil {
			return nil, err
		}
		list = append(list, s)
	}
	return d.AsJudged(ctx, list)
}
