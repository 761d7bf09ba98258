package actor

import (
	"slices"
	"strings"

	"tocsin"
)

// A Selection is which rows of the UCDP event data are an actor's.
type Selection struct {
	ID, Name     string
	Sides        []string // exact UCDP side names
	Countries    []string // GED country names; empty = everywhere
	Note         string   // to be printed wherever the selection is used; where there are no sides: why
	Source       Source
	Predecessors []Selection // listed apart, never counted in
}

// sureScore is how well a name must fit before a selection rests on it, and
// clearLead how far ahead of the next actor it must be.
const (
	sureScore = 0.78
	clearLead = 0.05
)

// Select returns the rows of the event data that are the named actor's. It
// needs a name that fits one actor clearly; a surname does not. Where the actor
// is known and the data has no side for it, ok is false and Note says why.
func (r *Registry) Select(name, country string, at tocsin.Date) (Selection, bool) {
	list := r.Lookup(name, at, country)
	if len(list) == 0 || list[0].Score < sureScore {
		if o, ok := r.Organ(name, country); ok {
			return r.selection(o.Country.actor(o.Forces)), o.Country.Side != ""
		}
		return Selection{Note: "no actor of this name is registered"}, false
	}
	if len(list) > 1 && list[0].Score-list[1].Score < clearLead-1e-9 {
		return Selection{Note: "the name fits " + list[0].Name + " and " + list[1].Name}, false
	}
	a, _ := r.ByID(list[0].ID)
	s := r.selection(a)
	return s, len(s.Sides) > 0
}

// SelectID is Select for an actor that is resolved already.
func (r *Registry) SelectID(id string) (Selection, bool) {
	a, ok := r.ByID(id)
	if !ok {
		return Selection{Note: "no actor with the ID " + id + " is registered"}, false
	}
	s := r.selection(a)
	return s, len(s.Sides) > 0
}

func (r *Registry) selection(a Actor) Selection {
	s := Selection{ID: a.ID, Name: a.Name, Note: a.Note}
	for i, sel := range a.Selectors {
		s.Sides = append(s.Sides, sel.Sides...)
		if i == 0 {
			s.Countries, s.Note, s.Source = slices.Clone(sel.Countries), sel.Note, sel.Source
		}
	}
	if len(s.Sides) == 0 && s.Note == "" {
		s.Note = "no side of the event data is registered for " + a.Name
	}
	for _, t := range a.Ties {
		if i, ok := r.byID[t.Other]; ok && t.Rel == "predecessor" {
			if p := r.selection(r.actors[i]); len(p.Sides) > 0 {
				p.Predecessors = nil
				s.Predecessors = append(s.Predecessors, p)
			}
		}
	}
	return s
}

// Has reports whether a row with this side, in this GED country, belongs to the
// selection. A side that joins several names by ", " is each of them.
func (s Selection) Has(side, country string) bool {
	if len(s.Countries) > 0 && !slices.Contains(s.Countries, country) {
		return false
	}
	if slices.Contains(s.Sides, side) {
		return true
	}
	for part := range strings.SplitSeq(side, ", ") {
		if slices.Contains(s.Sides, strings.TrimSpace(part)) {
			return true
		}
	}
	return false
}

// A SideMatch is one side name of a dataset that a name may mean.
type SideMatch struct {
	Side  string
	Score float64
	Why   string
}

// SelectIn matches a name against a dataset's own side names, best first: the
// name itself, its spelling, the government of a state, a registered actor's
// sides, an acronym against its expansion, all its words within a longer name.
// The caller shows Why; a score below 0.9 is a guess.
func (r *Registry) SelectIn(names []string, name string) []SideMatch {
	var known []string
	if s, ok := r.Select(name, "", 0); ok {
		known = s.Sides
	}
	want := Fold(name)
	var out []SideMatch
	for _, side := range names {
		if score, why := sideFit(side, name, want, known); score > 0 {
			out = append(out, SideMatch{Side: side, Score: score, Why: why})
		}
	}
	slices.SortFunc(out, func(a, b SideMatch) int {
		if a.Score != b.Score {
			return int(1000*b.Score) - int(1000*a.Score)
		}
		return strings.Compare(a.Side, b.Side)
	})
	return out
}

func sideFit(side, name, want string, known []string) (float64, string) {
	f := Fold(side)
	words, have := strings.Fields(want), strings.Fields(f)
	switch {
	case want == "":
		return 0, ""
	case side == name:
		return 1, "the side's own name"
	case slices.Contains(known, side):
		return 0.95, "registered for " + name
	case f == want && !acronym(side):
		return 0.9, "the side's name but for case, accents or hyphens"
	case len(strings.Join(withoutTail(words), "")) > 3 && sameStem(withoutTail(words), withoutTail(have)):
		return 0.85, "the side's name but for a word such as insurgents"
	case strings.Contains(side, ", ") && slices.Contains(strings.Split(side, ", "), name):
		return 0.9, "one of the sides that fought together"
	case len(words) > 2 && acronymOf(side, name):
		return 0.7, "its initials are " + side
	case len(have) > 2 && acronymOf(name, side):
		return 0.7, "the initials of " + side
	case len(want) > 3 && len(words) < len(have) && inOrder(words, have):
		return 0.6, "its words are in " + side
	}
	return 0, ""
}

// tails are the common nouns that the name of a group may end in, or not.
var tails = strings.Fields("insurgents rebels militants fighters militia militias separatists guerrillas forces group gang cartel movement mutineers supporters followers faction")

// withoutTail is a name without such a noun at its end, unless nothing else is left.
func withoutTail(words []string) []string {
	for len(words) > 1 && slices.Contains(tails, words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return words
}

// sameStem reports that two names have the same words, the last but for the ending by
// which a country's name and its adjective differ: Ambazonia, Ambazonian.
func sameStem(a, b []string) bool {
	if len(a) != len(b) || len(a) == 0 {
		return false
	}
	for i := range a {
		if a[i] != b[i] && (i < len(a)-1 || strings.TrimSuffix(a[i], "n") != strings.TrimSuffix(b[i], "n")) {
			return false
		}
	}
	return true
}

// acronymOf reports whether short, all capitals, is the initials of long.
func acronymOf(short, long string) bool {
	return strings.ToUpper(short) == short && len(short) > 1 && strings.ToLower(short) == initials(long)
}

// Named returns the actors whose selection holds a side: who a row's side is.
func (r *Registry) Named(side, gedCountry string, at tocsin.Date) []Candidate {
	var out []Candidate
	for i, a := range r.actors {
		s := r.selection(a)
		if len(s.Sides) > 0 && s.Has(side, gedCountry) {
			out = append(out, r.candidate(i, 0, 1/float64(len(s.Sides)), "a side of "+a.Name, at))
		}
	}
	sortCandidates(out)
	return out
}
