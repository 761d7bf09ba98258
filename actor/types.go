package actor

import (
	"slices"
	"strings"

	"tocsin"
)

// Kind is what sort of actor it is.
type Kind string

// The kinds of actors.
const (
	Person     Kind = "person"     // holds or held public office or command
	Group      Kind = "group"      // an armed group
	Force      Kind = "force"      // a state's or a body's armed force
	Government Kind = "government" // a state as an actor
	Body       Kind = "body"       // an organisation of states
	Movement   Kind = "movement"   // a political movement, party or union
)

// Kinds lists every kind.
var Kinds = []Kind{Person, Group, Force, Government, Body, Movement}

// An Actor is one entry of the registry.
type Actor struct {
	ID        string // a slug: "jnim", "keita-ibrahim-boubacar"
	Kind      Kind
	Name      string   // the name shown
	Countries []string // ISO2 codes where it acts; empty: anywhere
	Pronoun   string   // of a person: he or she, to read pronouns by; "" unknown
	Names     []Name   // every name, the first is Name
	Ties      []Tie
	Selectors []Selector
	Note      string     // why there is no selector, or what to know
	Pos       tocsin.Pos // where it is written
}

// A Name is one name of an actor.
type Name struct {
	Text     string
	Source   Source
	Local    bool // counts only in a text about one of the actor's countries
	Spelling bool // as a list writes it; a single such word is not searched
}

// A Tie is a dated fact that joins an actor to another or to a country.
type Tie struct {
	Rel    string // role, member_of, part_of, merged_into, predecessor, split_from, leads
	Title  string // of a role: "president", "prime minister"
	Other  string // the other actor's ID, or the ISO2 code of a country
	When   Interval
	Source Source
}

// Rels lists the admitted relations of a Tie.
var Rels = []string{"role", "member_of", "part_of", "merged_into", "predecessor", "split_from"}

// A Selector says which rows of the UCDP event data are an actor's.
type Selector struct {
	Sides     []string // exact side names
	Countries []string // GED country names; empty: everywhere
	Note      string   // printed wherever the selector is used
	Source    Source
}

// Unsourced reports whether any name or tie of the actor has no list behind it.
func (a Actor) Unsourced() bool {
	return slices.ContainsFunc(a.Names, func(n Name) bool { return !n.Source.Sourced() }) ||
		slices.ContainsFunc(a.Ties, func(t Tie) bool { return !t.Source.Sourced() })
}

// In reports whether the actor is known to act in the country (ISO2). An actor
// with no countries acts anywhere.
func (a Actor) In(iso2 string) bool {
	return len(a.Countries) == 0 || slices.Contains(a.Countries, strings.ToUpper(iso2))
}
