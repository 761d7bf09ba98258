package check

import (
	"context"

	"tocsin"
	"tocsin/actor"
	"tocsin/gazetteer"
	"tocsin/watch"
)

// Options is what a Checker judges on. Events and Coups may be absent: claims
// that need them then cannot be measured, and say what to import.
type Options struct {
	Gazetteer *gazetteer.Gazetteer
	HasPlaces bool // a GeoNames dump was loaded over the embedded towns
	Actors    *actor.Registry
	Events    *watch.Table
	EventData tocsin.Dataset // of Events
	Coups     []tocsin.DataEvent
	CoupData  []tocsin.Dataset // one per list in Coups
	At        tocsin.Date      // knowledge date: data released later is not used; zero: all counts
	Args      []string         // data flags for Verdict.Query: "--events", "ged.csv.gz"
}

// A Checker judges statements. It is safe for use by several goroutines.
type Checker struct {
	o Options
}

// New prepares a Checker.
func New(o Options) (*Checker, error) {
	return &Checker{o: o}, nil
}

// Check returns a verdict for each claim that the statements make, in their
// order. Outlooks, questions, aims and conditional statements are not judged.
func (c *Checker) Check(ctx context.Context, statements []tocsin.Statement) ([]tocsin.Verdict, error) {
	return nil, ctx.Err()
}
