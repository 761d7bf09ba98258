package brief

import (
	"tocsin"
	"tocsin/actor"
)

// MaxWords is the length of a brief in words, with its title, headings, marks and
// citations, and without the endnotes.
const MaxWords = 900

// The types of a sentence.
const (
	Reported = "reported" // a report says it
	Measured = "measured" // the data shows it
	Judged   = "judged"   // it counts what the brief itself holds
)

// The topics of a measure, one for each section that shows measures.
const (
	TopicTempo     = "tempo"
	TopicReach     = "reach"
	TopicCoups     = "coups"
	TopicPrecedent = "precedent"
)

// Input is what a brief is written from.
type Input struct {
	Country    string      // as the reader names it: "Mali"
	ISO2       string      // "ML"
	At         tocsin.Date // knowledge date: nothing published later is used
	Reports    []tocsin.Report
	Statements []tocsin.Statement
	Links      []tocsin.Link
	Reviews    []tocsin.Review
	Verdicts   []tocsin.Verdict
	Datasets   []tocsin.Dataset
	Measures   []Measure
	Actors     *actor.Registry // may be nil
	Example    bool            // the desk is the example desk
	Head       string          // what the ledger's chain ends in; "" without a ledger
}

// Measure is one finished sentence about the data, with the command that
// prints its number.
type Measure struct {
	Topic    string // tempo, reach, coups, precedent
	Text     string // "In this data, ..."
	Query    string // the tocsin command that prints it
	Dataset  string
	Events   []string
	Warnings []string
}

// Brief is a finished brief: sections of typed, cited sentences and the
// citations they number.
type Brief struct {
	Title     string
	Country   string
	At        tocsin.Date // knowledge date
	Example   bool        // the texts are those of the example
	Reviewed  bool        // every cited statement was accepted by a person
	Sections  []Section
	Citations []Citation // Citations[i].N is i+1
	Data      []tocsin.Dataset
	Notes     []string // warnings of the measures, and what was left out
	Head      string   // what the ledger's chain ends in
}

// Section is a question of the desk and its answer.
type Section struct {
	Title     string
	Sentences []Sentence
}

// Sentence is one sentence of a brief.
type Sentence struct {
	Type     string // reported, measured, judged
	Text     string // plain text, without citation numbers
	Cites    []int  // numbers of Citations, at least one
	Reviewed bool   // all the statements it cites were accepted by a person
}

// Citation is what a sentence rests on: the span of a report; a verdict or
// measure of a dataset with its readings, rows and the commands that print
// them; or a fact of the registry of actors.
type Citation struct {
	N         int
	Statement string
	Report    string
	Span      tocsin.Span // bytes of the report's text
	Quote     string
	Publisher string
	Title     string
	Published tocsin.Date
	Dataset   string
	Vintage   string
	Query     string   // prints the first reading, or the measure
	Queries   []string // print the other readings and what the sentence names besides
	Readings  []Reading
	Verdict   string   // the verdict's id
	Events    []string // rows of the dataset
}

// Reading is one fair reading of a claim: what was counted, when, and what
// came of it.
type Reading struct {
	Actors  []string
	Window  string
	Filter  string
	Value   *float64
	Low     *float64
	High    *float64
	Verdict string
	Says    string // the same in words, with the counts, where the verdict gives them
	Query   string // prints it; "" where Citation.Query does
}
