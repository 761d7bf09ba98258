// Package when finds times in a tokenised text and says which days they mean.
//
// What goes in: a document of package text and the day it was published. What
// comes out: dates, ranges, durations, repetitions and anchors, each with its
// tokens, its bytes and a [tocsin.When]. It assumes English and the Gregorian
// calendar, that a week begins on Monday, that seasons are those of the northern
// half of the Earth, and that a report speaks of the past unless its verb or a
// word says otherwise: in a report of 20 August 2020, "August 18" is 2020-08-18
// and "in November" is November 2019. It works from tokens alone; tags and trees,
// where the document has them, settle doubtful words and add anchors to whole
// clauses ("before the war broke out").
//
// It does not bind times to verbs, does not read hours, and does not guess:
// without a day of publication a relative time keeps its text and precision, and
// no days; "03/04/2020" is either of two days, and stays without.
package when

import (
	"tocsin"
	"tocsin/read/text"
)

// The kinds of a found time.
const (
	Date     = "date"     // a day, month, year, or a range of them, open or closed
	Duration = "duration" // how long: "three years", "25-year-old", "eight-year long"
	Set      = "set"      // how often: "every Friday", "annually"
	Anchor   = "anchor"   // by another event: "prior to the coup"; its When may be bounded by days too
)

// A Found is one expression of time: tokens Lo to Hi (exclusive) of sentence
// Sent, an index into Doc.Sentences. The preposition belongs to it ("since
// 2012", "On August 18"), "of" does not.
type Found struct {
	Sent, Lo, Hi int
	Head         int // the token by which it hangs on the rest of the sentence; Lo where there is no tree
	Span         tocsin.Span
	Kind         string
	When         tocsin.When
	Amount       *float64    // of a duration, of "three years ago" and the like; else nil
	Unit         tocsin.Unit // of Amount
	Age          bool        // the duration is somebody's age: "25-year-old", "aged 25"
	Future       bool        // it lies after publication: "next week", "in the coming months"
	Compared     bool        // it dates what the text compares with, not what it tells: "up from nine the week before"
}

// Find returns the times of the document in the order of the text. They do not
// overlap, but for one case: an anchor ("before the war broke out in 2012",
// "since the January 2012 coup") is followed by the times inside it, which date
// the other event. published may be zero.
func Find(doc *text.Doc, published tocsin.Date) []Found {
	var out []Found
	var last reference
	published = writtenOn(doc, published)
	for i := range doc.Sentences {
		s := newScan(doc, i, published, last)
		out = append(out, s.run()...)
		last = s.last.aged()
	}
	return out
}
