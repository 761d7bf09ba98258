package actor

import (
	"embed"
	"io/fs"
	"slices"
	"strings"

	"tocsin"
)

//go:embed data/*.txt
var embedded embed.FS

// A Registry holds actors and states and the indexes over their names. It does
// not change after it was built; goroutines may share it.
type Registry struct {
	actors  []Actor
	byID    map[string]int
	byName  map[string][]nameRef // folded full name
	byWord  map[string][]int     // folded word of a person's name
	states  []Country
	byState map[string][]int // folded name, alias, adjective, people
	bySeat  map[string]int   // folded capital or palace
	longest map[string]int   // first folded word of a name of an actor or state to the most words such a name has
	organs  map[string]int   // ID of a government or its forces to the state
}

type nameRef struct{ actor, name int }

// Default is the embedded registry.
func Default() (*Registry, error) {
	sub, err := fs.Sub(embedded, "data")
	if err != nil {
		return nil, err
	}
	return Load(sub)
}

// Load reads states.txt and every other .txt file of a directory, in the order
// of their names.
func Load(dir fs.FS) (*Registry, error) {
	names, err := fs.Glob(dir, "*.txt")
	if err != nil {
		return nil, err
	}
	slices.Sort(names)
	var actors []Actor
	var states []Country
	for _, name := range names {
		f, err := dir.Open(name)
		if err != nil {
			return nil, err
		}
		if name == "states.txt" {
			states, err = ParseStates(name, f)
		} else {
			var more []Actor
			more, err = Parse(name, f)
			actors = append(actors, more...)
		}
		f.Close()
		if err != nil {
			return nil, err
		}
	}
	return New(actors, states)
}

// New builds a registry. IDs must be unique and every tie must lead to an entry
// or a state.
func New(actors []Actor, states []Country) (*Registry, error) {
	r := &Registry{actors: actors, states: states, byID: map[string]int{}, byName: map[string][]nameRef{}, byWord: map[string][]int{}, byState: map[string][]int{},
		bySeat: map[string]int{}, longest: map[string]int{}, organs: map[string]int{}}
	isos := map[string]bool{}
	for i, c := range states {
		isos[c.ISO2] = true
		r.organs[c.GovernmentID()], r.organs[c.ForcesID()] = i, i
		for _, n := range slices.Concat([]string{c.Name}, c.Aliases, c.Adjectives, c.People) {
			if f := Fold(n); !slices.Contains(r.byState[f], i) {
				r.byState[f] = append(r.byState[f], i)
				r.measure(f)
			}
		}
		for _, n := range c.Seats {
			f := Fold(n)
			if _, taken := r.bySeat[f]; !taken {
				r.bySeat[f] = i
				r.measure(f)
			}
		}
	}
	for i, a := range actors {
		if _, dup := r.byID[a.ID]; dup {
			return nil, located(tocsin.Errorf(tocsin.Conflict, "give each actor one entry", "%q has an entry already", a.ID), a.Pos)
		}
		r.byID[a.ID] = i
		r.indexNames(i)
	}
	for _, a := range actors {
		for _, t := range a.Ties {
			if _, ok := r.byID[t.Other]; !ok && !isos[t.Other] {
				return nil, located(tocsin.Errorf(tocsin.NotFound, "add the entry or mend the ID", "%s: %s leads to %q, which is not there", a.ID, t.Rel, t.Other), a.Pos)
			}
		}
	}
	return r, nil
}

func (r *Registry) indexNames(i int) {
	a := r.actors[i]
	for k, n := range a.Names {
		words := strings.Fields(Fold(n.Text))
		if n.Spelling && len(words) == 1 {
			continue
		}
		full := strings.Join(words, " ")
		r.byName[full] = append(r.byName[full], nameRef{i, k})
		r.measure(full)
		if a.Kind != Person {
			continue
		}
		for _, w := range words {
			if len(w) > 2 && !slices.Contains(r.byWord[w], i) {
				r.byWord[w] = append(r.byWord[w], i)
			}
		}
	}
}

// measure notes how long names that begin so can be.
func (r *Registry) measure(folded string) {
	first, _, _ := strings.Cut(folded, " ")
	r.longest[first] = max(r.longest[first], 1+strings.Count(folded, " "))
}

// Longest returns how many words the longest name of an actor, a state, its
// people or its seat has that begins with the word; 0: none does. A reader who
// looks at every word of a text need not look up what cannot be there.
func (r *Registry) Longest(word string) int {
	first, _, _ := strings.Cut(Fold(word), " ")
	return r.longest[first]
}

// All returns every entry, by ID.
func (r *Registry) All() []Actor {
	out := slices.Clone(r.actors)
	slices.SortFunc(out, func(a, b Actor) int { return strings.Compare(a.ID, b.ID) })
	return out
}

// States returns every state, in the order of the table.
func (r *Registry) States() []Country { return slices.Clone(r.states) }

// ByID returns the actor with the ID. States and their forces have IDs too
// (government-of-mali, forces-of-mali).
func (r *Registry) ByID(id string) (Actor, bool) {
	if i, ok := r.byID[id]; ok {
		return r.actors[i], true
	}
	if i, ok := r.organs[id]; ok {
		c := r.states[i]
		return c.actor(id == c.ForcesID()), true
	}
	return Actor{}, false
}

// actor makes the entry of a state or its forces.
func (c Country) actor(forces bool) Actor {
	a := Actor{ID: c.GovernmentID(), Kind: Government, Name: "Government of " + c.Name, Note: "UCDP lists no government of this state"}
	if forces {
		a.ID, a.Kind, a.Name = c.ForcesID(), Force, "Forces of "+c.Name
	}
	src := Source("unsourced")
	if c.Side != "" {
		src = Source("ucdp:" + c.SideID)
		a.Note = ""
		a.Selectors = []Selector{{Sides: []string{c.Side}, Source: src, Note: stateNote}}
	}
	a.Names = []Name{{Text: a.Name, Source: src}}
	return a
}

const stateNote = "UCDP lists a state's government, army and police as one side; its state-based rows say who took part, not who attacked"

// Roles returns what the actor was, with the state of each tie on a date:
// the held ones first, then by begin, the latest first.
func (r *Registry) Roles(id string, at tocsin.Date) []Held {
	i, ok := r.byID[id]
	if !ok {
		return nil
	}
	var out []Held
	for _, t := range r.actors[i].Ties {
		out = append(out, Held{Tie: t, State: t.When.On(at)})
	}
	rank := []State{Holds, Undated, Possible, Stale, Ended, NotYet}
	slices.SortStableFunc(out, func(a, b Held) int {
		if d := slices.Index(rank, a.State) - slices.Index(rank, b.State); d != 0 {
			return d
		}
		return int(b.When.FromFirst - a.When.FromFirst)
	})
	return out
}

// Holders returns who has a role with this title ("president") of a state or
// actor, with its state on the date; ended and future ones are left out.
func (r *Registry) Holders(title, other string, at tocsin.Date) []Candidate {
	var out []Candidate
	want := Fold(title)
	for i, a := range r.actors {
		for _, h := range r.Roles(a.ID, at) {
			if h.Rel != "role" || h.Other != other || Fold(h.Title) != want || h.State == Ended || h.State == NotYet {
				continue
			}
			score := map[State]float64{Holds: 0.9, Possible: 0.6, Undated: 0.4, Stale: 0.3}[h.State]
			out = append(out, r.candidate(i, 0, score, "role "+h.Title+", "+string(h.State), at))
			break
		}
	}
	sortCandidates(out)
	return out
}
