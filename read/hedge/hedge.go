package hedge

import (
	"tocsin"
	"tocsin/read/text"
)

// A Reading is how the author of the report stands to one predicate.
type Reading struct {
	Certainty    tocsin.Certainty
	Condition    *tocsin.Condition // nil where it hangs on nothing
	Future       bool              // it is yet to come, as seen from the text
	Hypothetical bool              // inside an if-clause, or contrary to fact
	Asked        bool              // a question, or what nobody knows
	Purpose      bool              // what somebody wants to bring about: "to depose"
	Counter      bool              // contrary to fact: "would have"
}

// Assess reads the predicate at token tok of sentence sent. Attributed says
// that says.For found a speaker for it.
func Assess(doc *text.Doc, sent, tok int, attributed bool) Reading {
	return Reading{Certainty: tocsin.NewCertainty("is", "certain", "asserted")}
}
