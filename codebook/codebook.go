// Package codebook defines what kinds of act there are and which English words
// make them: acts with their PLOVER category and mode, and frames that map the
// slots of a verb or noun (its subject, its object, its "against ...") to roles.
//
// What goes in: two text files that a person can edit, acts.txt and frames.txt
// (embedded; Load takes others of the same form). What comes out: look-ups by
// act and by lemma. It assumes lemmas in lower case. It does not look at
// sentences: package read/act finds the words, this package says what they mean.
package codebook

import (
	_ "embed"
	"slices"
	"strings"

	"tocsin"
)

// Edition names this codebook in every statement made with it.
const Edition = "plover-0.8+tocsin-1"

//go:embed acts.txt
var actsText string

//go:embed frames.txt
var framesText string

// An Act is one kind of act.
type Act struct {
	Name   string
	Plover string // PLOVER category, "" for "other"
	Mode   string // PLOVER mode that the act always has, "" where it varies
	Mutual bool   // all who take part are actors
	Gloss  string
}

// A Frame is what a word makes: an act, a tie, an aim or a cause.
type Frame struct {
	Kind tocsin.Kind // event, tie, aim or cause
	Act  string
	Rel  string
	Mode string
}

// A Rule says that a word, with the slots it needs, makes a frame.
type Rule struct {
	Line     int
	Word     string // lemma
	Particle string // "out" of "carry out"
	Prep     string // preposition the rule turns on, "obj" for the object
	Heads    []string
	Frame    Frame
	Slots    []Slot
	Need     []string // slots that must be filled
	NeedDoer []string // slots that must be filled by somebody who can act
	Forbid   []string // slots that must be empty
}

// A Slot maps a grammatical slot to a role.
type Slot struct{ Name, Role string }

// Role returns the role of a slot, "" where the rule says nothing of it.
func (r Rule) Role(slot string) string {
	for _, s := range r.Slots {
		if s.Name == slot {
			return s.Role
		}
	}
	return ""
}

// A Book is one edition of the codebook. It is safe for concurrent use.
type Book struct {
	acts   map[string]Act
	verbs  map[string][]Rule
	nouns  map[string][]Rule
	roles  map[string][]Rule
	govern map[string]string

	governNoun map[string]string
	words      map[string]map[string]bool // the plain lists: light, ahead, wrong, standing
}

// Default returns the embedded codebook.
func Default() (*Book, error) { return Load("acts.txt", actsText, "frames.txt", framesText) }

// Act returns the act of a name.
func (b *Book) Act(name string) (Act, bool) { a, ok := b.acts[name]; return a, ok }

// Acts returns all acts, sorted by name.
func (b *Book) Acts() []Act {
	out := make([]Act, 0, len(b.acts))
	for _, a := range b.acts {
		out = append(out, a)
	}
	slices.SortFunc(out, func(x, y Act) int { return strings.Compare(x.Name, y.Name) })
	return out
}

// Verb returns the rules of a verb's lemma, those that ask for more first, so
// that the first that fits is the most particular.
func (b *Book) Verb(lemma string) []Rule { return b.verbs[lemma] }

// Noun returns the rules of an event noun.
func (b *Book) Noun(lemma string) []Rule { return b.nouns[lemma] }

// RoleNoun returns the rules of a noun that names somebody by a relation.
func (b *Book) RoleNoun(lemma string) []Rule { return b.roles[lemma] }

// Light reports whether the verb, with its particle, lends its subject to the
// event noun it governs.
func (b *Book) Light(lemma, particle string) bool {
	if particle != "" && b.words["light"][lemma+"_"+particle] {
		return true
	}
	return b.words["light"][lemma]
}

// Governs says what a verb or predicate adjective does to its complement:
// begins, continues, stops, attempts, fails, succeeds, agrees, does, seeks,
// refuses, offers, expects; "" where it is no such word.
func (b *Book) Governs(lemma string) string { return b.govern[lemma] }

// NounGoverns says the same of a noun that takes an infinitive ("willingness").
func (b *Book) NounGoverns(lemma string) string { return b.governNoun[lemma] }

// Ahead reports whether the noun looks ahead: "prospects of".
func (b *Book) Ahead(lemma string) bool { return b.words["ahead"][lemma] }

// Wrong reports whether the lemma speaks of wrongdoing.
func (b *Book) Wrong(lemma string) bool { return b.words["wrong"][lemma] }

// Unreal reports whether a verb keeps the event noun it governs from being
// asserted: "fear attacks", "prevent a coup".
func (b *Book) Unreal(lemma string) bool { return b.words["unreal"][lemma] }

// Foil reports whether a verb says that the event it governs was tried and failed.
func (b *Book) Foil(lemma string) bool { return b.words["foil"][lemma] }

// Soldiery reports whether a noun names armed insiders of a state: those whose
// seizure of power is a coup.
func (b *Book) Soldiery(lemma string) bool { return b.words["soldiery"][lemma] }

// Armed reports whether a noun names those who use force: whom they flee, not who
// flees or travels.
func (b *Book) Armed(lemma string) bool { return b.words["armed"][lemma] || b.words["soldiery"][lemma] }

// Standing reports whether the noun gives somebody weight: "a key player".
func (b *Book) Standing(lemma string) bool { return b.words["standing"][lemma] }
