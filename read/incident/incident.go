package incident

import (
	"context"

	"tocsin"
	"tocsin/read/text"
)

// Types are the types an Incident may have.
var Types = []string{"attack", "bombing", "kidnapping", "arson", "robbery", "forced work stoppage"}

// An Incident is one event that a report describes.
type Incident struct {
	Type    string   // one of Types
	PerpInd []Entity // the persons who did it, named or not: "two hooded men"
	PerpOrg []Entity // the organisations behind it
	Target  []Entity // the things it was done to: "the embassy"
	Victim  []Entity // the persons it was done to, with a name
	Weapon  []Entity
	Score   float64     // how sure it is that the report tells this incident, 0 to 1
	Span    tocsin.Span // of the sentence that tells it best
}

// An Entity is one filler of a slot, with all places that mention it.
type Entity struct {
	Text  string        // the best mention, as written, without article
	Spans []tocsin.Span // the mentions, in the order of the text; the text at the first may differ from Text
	Score float64       // how sure the slot is, 0 to 1
}

// Find reads the incidents of a document, the surest first.
func Find(ctx context.Context, doc *text.Doc) ([]Incident, error) {
	return nil, ctx.Err()
}

// Recase gives a text that has lost its capitals (wire copy in lower case) some
// of them back, at the starts of sentences, so that sentences can be told
// apart. Every byte keeps its place. Other texts come back as they are.
func Recase(s string) string { return s }
