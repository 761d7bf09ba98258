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
	TopicMain      = "main"  // what the lists have of the event the brief is about
	TopicSigns     = "signs" // what later data would show first
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
	Held       int             // reports known at At on the whole desk, about whatever country; 0 where nobody counted
	HeldQuery  string          // the command that prints Held; "" where a command cannot reach the desk

	Reliability map[string]string // grades of publishers and speakers, by name; who is not there has none
	Credibility map[string]string // grades of statements, by id
	Omitted     Omitted           // what the caller left out, to be told in the head
	Feeds       string            // which feeds bring nothing, in a sentence; "" where all do well or none was asked
	PersonalWhy string            // why statements on the people, faith or health of named persons are in; "" leaves them out
}

// Omitted counts what was kept from a brief before it was written.
type Omitted struct {
	Reviewed bool   // accepted statements alone were wanted
	Waiting  int    // statements that nobody has reviewed, left out where Reviewed
	Rejected int    // statements that a person rejected
	Ceiling  string // the strictest marking that was wanted; "" without a limit
	Stricter int    // reports marked above it
	Unmarked int    // reports without a marking, left out under a limit
	Redacted int    // reports whose bytes were destroyed
}

// Measure is one finished sentence about the data, with the command that
// prints its number.
type Measure struct {
	Topic    string   // tempo, reach, coups, precedent, main, signs
	Text     string   // "In this data, ..."
	Query    string   // the tocsin command that prints it
	Queries  []string // print what it compares with, and its rows
	Dataset  string
	Events   []string
	Warnings []string
}

// Brief is a finished brief: sections of typed, cited sentences and the
// citations they number. Its JSON field names are those of the tags, in this
// order; lists that are empty are written null.
type Brief struct {
	Title     string           `json:"title"`
	Country   string           `json:"country"`
	At        tocsin.Date      `json:"at"`       // knowledge date
	Example   bool             `json:"example"`  // the texts are those of the example
	Reviewed  bool             `json:"reviewed"` // every cited statement was accepted by a person
	Sections  []Section        `json:"sections"`
	Citations []Citation       `json:"citations"` // Citations[i].N is i+1
	Data      []tocsin.Dataset `json:"data"`
	Notes     []string         `json:"notes"`  // warnings of the measures, and what was left out
	Head      string           `json:"head"`   // what the ledger's chain ends in
	TLP       string           `json:"tlp"`    // the strictest marking of the reports it was written from; "" where none has one
	Limits    []string         `json:"limits"` // how far it may be passed on, and what was left out on purpose
}

// Section is a question of the desk and its answer.
type Section struct {
	Title     string     `json:"title"`
	Sentences []Sentence `json:"sentences"`
}

// Sentence is one sentence of a brief.
type Sentence struct {
	Type     string `json:"type"`     // reported, measured, judged
	Text     string `json:"text"`     // plain text, without citation numbers
	Cites    []int  `json:"cites"`    // numbers of Citations, at least one
	Reviewed bool   `json:"reviewed"` // all the statements it cites were accepted by a person
}

// An Accusation is what a cited span accuses somebody of, and who says so.
type Accusation struct {
	Quote   string `json:"quote"`
	Speaker string `json:"speaker"` // as the report writes it; "" where nobody is named
}

// Citation is what a sentence rests on: the span of a report; a verdict or
// measure of a dataset with its readings, rows and the commands that print
// them; or a fact of the registry of actors.
type Citation struct {
	N         int          `json:"n"`
	Statement string       `json:"statement"`
	Report    string       `json:"report"`
	Span      tocsin.Span  `json:"span"` // bytes of the report's text
	Page      int          `json:"page"` // of the report on which the span begins; 0 where it came without pages
	Quote     string       `json:"quote"`
	Publisher string       `json:"publisher"`
	Title     string       `json:"title"`
	Published tocsin.Date  `json:"published"`
	Grade     string       `json:"grade"`   // "B2": reliability of who says it, credibility of the statement; "" where neither was graded
	Accuses   []Accusation `json:"accuses"` // within the span
	Dataset   string       `json:"dataset"`
	Vintage   string       `json:"vintage"`
	Query     string       `json:"query"`   // prints the first reading, or the measure
	Queries   []string     `json:"queries"` // print the other readings and what the sentence names besides
	Readings  []Reading    `json:"readings"`
	Verdict   string       `json:"verdict"` // the verdict's id
	Of        string       `json:"of"`      // the statement whose claim the verdict judges
	Events    []string     `json:"events"`  // rows of the dataset
}

// Reading is one fair reading of a claim: what was counted, when, and what
// came of it.
type Reading struct {
	Actors  []string `json:"actors"`
	Window  string   `json:"window"`
	Filter  string   `json:"filter"`
	Value   *float64 `json:"value"`
	Low     *float64 `json:"low"`
	High    *float64 `json:"high"`
	Verdict string   `json:"verdict"`
	Says    string   `json:"says"`  // the same in words, with the counts, where the verdict gives them
	Query   string   `json:"query"` // prints it; "" where Citation.Query does
}
