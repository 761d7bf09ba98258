package where

import (
	"tocsin"
	"tocsin/gazetteer"
)

// A Found is one named place of a document.
type Found struct {
	Sent   int // index into Doc.Sentences
	Lo, Hi int // tokens [Lo, Hi): the name with its direction, unit or feature word ("central Mali", "Ségou region", "Kati barracks")
	Head   int // the token among them that attaches to the rest of the sentence, as Oblique.Head has it
	Span   tocsin.Span
	Case   string // the preposition of its phrase, lower case: "in", "from", "as far south as", "'s"; "" for none
	Place  tocsin.Place
	// Country is the ISO2 of the best candidate, or of the name itself when it
	// is a country; "" where nothing is known.
	Country string
	Kind    string // country, capital, admin, town, feature, region; "unknown" where the gazetteer has no such name
	// Actor marks a place that acts, or to which somebody belongs, rather than
	// being where something is: "France would oppose", "Mali's government".
	Actor bool
	// Ground is the index of the Found by which this one is located in the text
	// ("Kati barracks outside Bamako": Bamako), -1 where there is none. The
	// ground itself is Nested: it says where a place is, not where the event was.
	Ground int
	Nested bool
	// InName marks a place that is named in passing and where nothing is said to
	// be: in the name of a body or a team ("Dublin City Council"), by the people
	// or adjective of a country ("Kenyan"), or by a name that only the rest of the
	// document makes a place. Find leaves it out; All does not.
	InName bool
	// Why gives the reasons for the best candidate.
	Why string
}

// mention is a Found in the making.
type mention struct {
	Found
	query     string // what is looked up
	part      string // "north" in "northern Mali"; the word itself where it has no bearing ("central")
	whole     bool   // part was used
	feature   bool   // "Kati barracks"
	strong    bool   // the words around it say that it is a place
	dateline  bool
	tentative bool // in passing, and a place only if the document bears it out
	demonym   bool
	border    bool   // "the Chad–Sudan border": role and relation are settled
	unit      bool   // a generic word says that it is an administrative unit
	container string // the state or country after a comma
	matches   []gazetteer.Match
	coord     int // the mention it is coordinated with, -1
}

// maxCandidates is how many candidates a place carries.
const maxCandidates = 10
