// Package where finds the named places of a parsed document and reads what part
// each plays in its own phrase: role, relation as written, and a precision that
// is never finer than the text.
//
// In: a document of package text and a gazetteer. Out: one Found per named
// place, with candidates scored in the light of the whole document: the country
// and unit its names speak for together, the distance among its places,
// population. Of picks, for a verb or noun of happening, the place where it
// happened. Demonyms, organisations and people are not places; All lists the
// places in their names apart. A country that acts ("France would oppose") is
// found and marked as an actor, for the caller to leave out. The last name of a
// person whom the document names in full is no place, save behind "in" and the like.
//
// It assumes English. A name that no gazetteer has is a place only where the
// words around it say so ("the village of", "in", "30 km from"), and then has no
// candidate. It does not read maps, addresses or coordinates, and it does not
// bind places to statements: that is the work of package read/act.
//
// The weights of Of (verb.txt) were learnt by read/where/train from labels that
// Andrew Halterman made for "Linking Events and Locations in Political Text"
// (2018; MIT licence); no sentence of his is here.
package where
