// Package where finds the named places of a parsed document and reads what part
// each plays in its own phrase: role, relation as written, and a precision that
// is never finer than the text.
//
// In: a document of package text and a gazetteer. Out: one Found per named
// place, with candidates scored in the light of the whole document: its country,
// the distance among its places, population. Demonyms, organisations and people
// are not places. A country that acts ("France would oppose") is found and
// marked as an actor, for the caller to leave out.
//
// It assumes English. It does not decide which place belongs to which event:
// that is the work of package read.
package where
