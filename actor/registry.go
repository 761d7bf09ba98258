package actor

import "tocsin"

// A Registry holds actors and the indexes over their names. It does not change
// after it was built; goroutines may share it.
type Registry struct {
	actors map[string]*Actor
}

// Candidate is one actor that a name may mean.
type Candidate struct {
	ID     string
	Name   string
	Kind   Kind
	Score  float64 // in [0, 1]: how well the name fits, on that date and in that country
	Why    string  // in words: which name matched, what raised or lowered the score
	Source Source  // of the name that matched
	Roles  []Held  // what the actor was on the date
}

// Held is a tie with its state on a date.
type Held struct {
	Tie
	State State
}

// Selection is which rows of the event data are an actor's.
type Selection struct {
	ID, Name     string
	Sides        []string // exact UCDP side names
	Countries    []string // GED country names; empty = everywhere
	Note         string   // to be printed wherever the selection is used
	Source       Source
	Predecessors []Selection // listed apart, never counted in
}

// Default is the embedded registry.
func Default() (*Registry, error) { return &Registry{}, nil }

// Lookup lists the actors that name may mean, best first.
func (r *Registry) Lookup(name string, at tocsin.Date, country string) []Candidate { return nil }

// Select returns the rows of the event data that are the named actor's.
func (r *Registry) Select(name, country string, at tocsin.Date) (Selection, bool) {
	return Selection{}, false
}

// SideMatch is one side name of a dataset that a name may mean.
type SideMatch struct {
	Side  string
	Score float64
	Why   string
}

// SelectIn matches a name that the registry does not know against a dataset's
// own side names, best first.
func (r *Registry) SelectIn(names []string, name string) []SideMatch { return nil }

// ByID returns the actor with the ID.
func (r *Registry) ByID(id string) (Actor, bool) { return Actor{}, false }
