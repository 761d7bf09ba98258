package where

import (
	"tocsin/gazetteer"
	"tocsin/read/text"
)

// Find returns the named places of the document in order of appearance.
func Find(doc *text.Doc, g *gazetteer.Gazetteer) []Found { return nil }

// Subject is the country the document is about.
func Subject(found []Found, g *gazetteer.Gazetteer) (iso2 string, ok bool) { return "", false }
