package who

import (
	"slices"
	"strings"
)

// index finds entities by what they are called, so that resolving takes time in
// proportion to the text.
type index struct {
	byName map[string]*ent
	byID   map[string]*ent
	byWord map[string][]*ent // by a word of a name
	byRole map[string][]*ent
}

func newIndex() index {
	return index{byName: map[string]*ent{}, byID: map[string]*ent{}, byWord: map[string][]*ent{}, byRole: map[string][]*ent{}}
}

// addName gives an entity a folded name.
func (x *index) addName(e *ent, name string) {
	if name == "" || slices.Contains(e.names, name) {
		return
	}
	e.names = append(e.names, name)
	if old := x.byName[name]; old == nil || e.at < old.at {
		x.byName[name] = e
	}
	for w := range strings.FieldsSeq(name) {
		if !slices.Contains(x.byWord[w], e) {
			x.byWord[w] = append(x.byWord[w], e)
		}
	}
}

// addRole notes that the text calls the entity by a noun.
func (x *index) addRole(e *ent, noun string) {
	if !e.roles[noun] {
		e.roles[noun] = true
		x.byRole[noun] = append(x.byRole[noun], e)
	}
}

// setID gives an entity the registry's ID.
func (x *index) setID(e *ent, id string) {
	e.ID = id
	if old := x.byID[id]; id != "" && (old == nil || old.ID != id || e.at < old.at) {
		x.byID[id] = e
	}
}

// entity returns the entity with the name or the registry's ID, the first of two.
func (x *index) entity(folded, id string) *ent {
	a := x.byName[folded]
	if b := x.byID[id]; id != "" && b != nil && b.ID == id && (a == nil || b.at < a.at) {
		return b
	}
	return a
}

// called returns the entities that bear the noun, in the order they were made.
func (x *index) called(noun string) []*ent {
	return inOrderMade(x.byRole[noun])
}

// persons returns the persons who have the word in a name and one of whose names
// passes.
func (x *index) persons(word string, pass func(name string) bool) []*ent {
	var out []*ent
	for _, e := range inOrderMade(x.byWord[word]) {
		if e.Type == "person" && slices.ContainsFunc(e.names, pass) {
			out = append(out, e)
		}
	}
	return out
}

func inOrderMade(list []*ent) []*ent {
	out := slices.Clone(list)
	slices.SortFunc(out, func(a, b *ent) int { return a.at - b.at })
	return out
}

// lastWord is the last word of a folded name.
func lastWord(folded string) string { return folded[strings.LastIndexByte(folded, ' ')+1:] }
