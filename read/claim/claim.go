package claim

import (
	"tocsin"
	"tocsin/gazetteer"
	"tocsin/read/text"
	"tocsin/read/when"
	"tocsin/read/where"
)

// Context is what is known of the document besides its text.
type Context struct {
	Published tocsin.Date
	Country   string // ISO2 of the country the document is about; "" where it has no single one
	When      []when.Found
	Where     []where.Found
	Actors    []Actor              // named actors, in any order
	Gazetteer *gazetteer.Gazetteer // for names and demonyms of countries; nil: World
}

// An Actor is a named actor of the document, as package who found it: tokens
// [Lo, Hi) of sentence Sent, an index into Doc.Sentences.
type Actor struct {
	Sent, Lo, Hi int
	Text         string
	Type         string // person, group, organisation, state, people, unknown
}

// A Found is one claim. Span is the shortest run of bytes that holds it whole.
type Found struct {
	Sent  int         // index into Doc.Sentences
	Span  tocsin.Span // of the claim's words
	Head  int         // token of the sentence that the claim hangs on
	Claim tocsin.Claim
}

// Find returns the claims of the document in the order of the text.
func Find(doc *text.Doc, c Context) []Found { return nil }
