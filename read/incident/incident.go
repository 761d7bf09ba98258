package incident

import (
	"context"
	_ "embed"
	"fmt"
	"sync"

	"tocsin"
	"tocsin/read/incident/internal/fill"
	"tocsin/read/text"
)

// Types are the types an Incident may have.
var Types = fill.Kinds

// An Incident is one event that a report describes.
type Incident struct {
	Type    string   // one of Types
	PerpInd []Entity // the persons who did it, named or not: "two hooded men"
	PerpOrg []Entity // the organisations behind it
	Target  []Entity // the things it was done to: "the embassy"
	Victim  []Entity // the persons it was done to, with a name
	Weapon  []Entity
	Score   float64 // how likely it is that the report tells of such an incident, 0 to 1
}

// An Entity is one filler of a slot, with the places that mention it in the
// same words.
type Entity struct {
	Text  string        // as written at Span
	Span  tocsin.Span   // the mention that shows its part best, without an article
	Spans []tocsin.Span // all mentions, in the order of the text
	Score float64       // how likely it is that it fills the slot, 0 to 1
}

//go:embed model.bin
var modelBytes []byte

// model decodes the embedded weights the first time it is called.
var model = sync.OnceValue(func() *fill.Model {
	m, err := fill.Load(modelBytes)
	if err != nil {
		panic(fmt.Sprintf("incident: the embedded model is damaged: %v", err))
	}
	return m
})

// Find reads the incidents of a document, the likeliest first, at most four. A
// document that tells of none gives none; that is no error. It is safe for
// concurrent use.
func Find(ctx context.Context, doc *text.Doc) ([]Incident, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	var out []Incident
	for _, f := range model().Find(doc) {
		out = append(out, Incident{
			Type:    fill.Kinds[f.Kind],
			PerpInd: entities(doc, f.Slots[fill.PerpInd]),
			PerpOrg: entities(doc, f.Slots[fill.PerpOrg]),
			Target:  entities(doc, f.Slots[fill.Target]),
			Victim:  entities(doc, f.Slots[fill.Victim]),
			Weapon:  entities(doc, f.Slots[fill.Weapon]),
			Score:   f.Prob,
		})
	}
	return out, nil
}

func entities(doc *text.Doc, fillers []fill.Filler) []Entity {
	var out []Entity
	for _, f := range fillers {
		out = append(out, Entity{Text: f.Best.In(doc.Text), Span: f.Best, Spans: f.Spans, Score: f.Prob})
	}
	return out
}

// Recase gives a text that has lost its capitals (wire copy in small letters)
// some of them back, at the starts of sentences and on words that are not
// common, so that text.Parse can tell sentences and names apart. Every byte
// keeps its place, and a text that has capitals comes back as it is.
func Recase(s string) string { return model().Recase(s) }
