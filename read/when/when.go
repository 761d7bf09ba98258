// Package when finds times in a parsed text and says which days they mean.
//
// What goes in: a document of package text and the day it was published. What
// comes out: dates, ranges, durations, repetitions and anchors, each with its
// tokens, its bytes and a [tocsin.When]. It assumes English and the Gregorian
// calendar, that a week begins on Monday, and that a report speaks of the past
// unless its verb or a word says otherwise: in a report of 20 August 2020,
// "August 18" is 2020-08-18 and "in November" is November 2019. It does not bind
// times to verbs, does not read hours, and does not guess: without a day of
// publication a relative time keeps its text and precision, and no days.
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
	Anchor   = "anchor"   // only by another event: "prior to the coup"
)

// A Found is one expression of time: tokens Lo to Hi (exclusive) of sentence
// Sent, an index into Doc.Sentences.
type Found struct {
	Sent, Lo, Hi int
	Span         tocsin.Span
	Kind         string
	When         tocsin.When
}

// Find returns the times of the document in the order of the text; they do not
// overlap. published may be zero.
func Find(doc *text.Doc, published tocsin.Date) []Found { return nil }
