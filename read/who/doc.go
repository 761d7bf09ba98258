// Package who finds the persons, groups, organisations and states of a parsed
// document, and says which mentions are one and the same.
//
// In goes a document of package read/text, a registry of actors and the date
// the document was published. Out come mentions (named, nominal, pronoun) with
// the span of their base noun phrase, entities that gather mentions, aliases
// that the text itself teaches ("... (IBK)", "the man known as ..."), and
// traits written in noun phrases: role, rank, age, nationality, ethnicity,
// religion, education.
//
// Names are runs of capitals; what they name is told by titles and the words of
// bodies, by the registry, by small weights over their surroundings (package
// internal/names) and by where they stand. A capital or palace that speaks or
// acts is the government that sits there. A quantity of people ("tens of
// thousands of people") is those people.
//
// Mentions are joined by sieves in a fixed order, the surest first, as in Lee
// and others 2013, "Deterministic coreference resolution based on
// entity-centric, precision-ranked rules": the same name; an acronym or alias
// the text gave; part of a full name; title and surname; a role ("the coup
// leader") of somebody named so, of the nation the phrase names; who held an
// office that day by the registry; pronouns by number, gender and closeness,
// or by the subject they are put before. What no sieve decides stays an entity
// of its own: the package abstains rather than guesses. An ID is set only
// where the registry has one clear candidate for a name.
//
// It assumes English text and a dependency tree on each sentence. It does not
// decide what anybody did, does not rank persons, and states about a person
// only what the document says.
package who
