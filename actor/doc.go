// Package actor is the registry of who is who: names and aliases, dated roles
// and memberships, and which rows of a dataset are an actor's.
//
// In goes an editable text (the files under data, embedded; their format is
// described in data/FORMAT.md), a name as a report writes it, the date it is
// read for and the country it is about. Out come candidates with scores and
// reasons, roles with their state on that date, and selections of dataset rows.
//
// Every fact carries its source: the UCDP actor list, the REIGN leader list, a
// coup list, or the words [Unsourced], which callers show to the reader.
//
// It assumes that a name is matched without its accents, case and hyphens, but
// an acronym of up to four letters with its case ("IS" is a group, "is" is not).
//
// It does not read reports (package read/who does), does not decide between
// candidates, and has no undated roles: a role is held, ended, not yet begun or
// possible on a date; past its last confirmation it is stale and said to be so.
// Persons have public roles here and nothing else: no ethnicity, religion or
// health. The order of candidates says how well a name fits, never how
// important a person is.
package actor
