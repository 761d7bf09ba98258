package where

import "tocsin"

// A Found is one named place of a document.
type Found struct {
	Sent   int // index into Doc.Sentences
	Lo, Hi int // tokens [Lo, Hi) of the name with its feature word ("Kati barracks")
	Head   int // the token that governs the name
	Span   tocsin.Span
	Case   string // the preposition of its phrase, lower case: "in", "from", "as far south as"; "" for none
	Place  tocsin.Place
	// Country is the ISO2 of the best candidate, or of the name itself when it
	// is a country; "" where nothing is known.
	Country string
	Kind    string // country, capital, admin, town, feature, region
	Actor   bool   // a country or capital that acts rather than being where something is
}
