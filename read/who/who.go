package who

import (
	"tocsin"
	"tocsin/actor"
	"tocsin/read/text"
)

// Find reads the actors of a document.
func Find(doc *text.Doc, reg *actor.Registry, published tocsin.Date) *Result {
	return &Result{at: map[[2]int]int{}}
}
