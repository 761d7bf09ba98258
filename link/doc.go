// Package link joins what several reports say: which reports are copies of one,
// which statements speak of one event in other words, and which of those cannot
// all hold.
//
// What goes in: reports with their text, and their statements. What comes out:
// origins (a wire story that four papers carry is one origin, not four
// confirmations), events (statements of different reports that one event would
// explain) and links of kind same and contradicts, each with its reason. Nothing
// is deleted or merged: a report stays a report, and a link can be undone by a
// person's match.
//
// It assumes that two tellings of one event share its act and do not part in
// date, place, doer or victim where both tell them; what one leaves out parts
// nothing, but a link needs two such agreements, one of them date or place. Two
// alike attacks on one day in one town by the same group come out as one event:
// the text gives no means to tell them apart. It judges nothing to be true, and
// never calls a thing confirmed.
package link

import "tocsin"

// By names this linker in every link it makes.
const By = "link-1"

// An Origin is a set of reports that are near-copies of one another, the
// earliest first.
type Origin struct {
	Reports []string
	// Similar is the lowest overlap of a member with another of the set, in
	// [0, 1]; 1 for a report that stands alone.
	Similar float64
}

// An Event is what statements of one or more reports speak of.
type Event struct {
	Act        string
	Statements []string // ids, in the order of publication and text
	Reports    int
	Origins    int
	From, To   tocsin.Date // the days on which all its dated tellings agree, zero if none is dated
	Places     []string    // names as told, each once
	Disputed   []tocsin.Link
}

// A Result is what a set of reports gave.
type Result struct {
	Origins []Origin
	Events  []Event
	Links   []tocsin.Link
}

// Reports links reports and their statements. Statements of a report that is not
// among them count as of an origin of their own.
func Reports(reports []tocsin.Report, statements []tocsin.Statement) Result {
	res := Result{Origins: Origins(reports)}
	of := make(map[string]string, len(reports))
	for _, o := range res.Origins {
		for _, r := range o.Reports {
			of[r] = o.Reports[0]
		}
	}
	for _, s := range statements {
		if of[s.Report] == "" {
			of[s.Report] = s.Report
		}
	}
	res.Events, res.Links = events(statements, of)
	return res
}
