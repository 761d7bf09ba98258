package gazetteer

import (
	"slices"
	"strings"

	"tocsin/gazetteer/internal/fold"
)

// layer is the user's own places, with an index of its own.
type layer struct {
	places []Place
	byID   map[string]int
	byKey  map[string][]int32
}

// With returns a gazetteer that knows places as well; g is not changed. A place
// with an ID that g knows already is merged with it: the new fields win, the
// alternate names of both are kept, and so are an old population and admin name
// where the new place has none.
func (g *Gazetteer) With(places []Place) *Gazetteer {
	if len(places) == 0 {
		return g
	}
	l := &layer{byID: make(map[string]int, len(places)), byKey: make(map[string][]int32, 2*len(places))}
	if g.layer != nil {
		l.places = slices.Clone(g.layer.places)
		for i, p := range l.places {
			l.byID[p.ID] = i
		}
	}
	fresh := len(l.places)
	for _, p := range places {
		if i, ok := l.byID[p.ID]; ok {
			l.places[i] = merge(l.places[i], p)
			continue
		}
		l.byID[p.ID] = len(l.places)
		l.places = append(l.places, p)
	}
	g.world.mergeInto(l, fresh)
	for i := range l.places {
		l.enter(i, g)
	}
	return &Gazetteer{world: g.world, countries: g.countries, regions: g.regions, units: g.units, layer: l}
}

// mergeInto merges the world's rows under places of the layer from fresh on.
func (w *world) mergeInto(l *layer, fresh int) {
	want := make(map[uint32]int, len(l.places)-fresh)
	for i := fresh; i < len(l.places); i++ {
		if n, ok := idNumber(l.places[i].ID); ok {
			want[n] = i
		}
	}
	for row, id := range w.table.ID {
		if i, ok := want[id]; ok {
			l.places[i] = merge(w.place(row), l.places[i])
		}
	}
}

func merge(old, p Place) Place {
	p.Alt = slices.Clone(p.Alt)
	for _, a := range append([]string{old.Name}, old.Alt...) {
		if a != p.Name && !slices.Contains(p.Alt, a) {
			p.Alt = append(p.Alt, a)
		}
	}
	if p.Population == 0 {
		p.Population = old.Population
	}
	if p.Admin1 == "" && p.Country == old.Country {
		p.Admin1, p.Admin2 = old.Admin1, old.Admin2
	}
	if p.Admin1Name == "" && p.Admin1 == old.Admin1 {
		p.Admin1Name = old.Admin1Name
	}
	if p.Admin2Name == "" && p.Admin1 == old.Admin1 && p.Admin2 == old.Admin2 {
		p.Admin2Name = old.Admin2Name
	}
	return p
}

// enter puts place i into the index under all its names.
func (l *layer) enter(i int, g *Gazetteer) {
	p := &l.places[i]
	if _, isCountry := g.countries.byID[p.ID]; isCountry {
		return // the country itself is known under more names
	}
	for _, name := range append([]string{p.Name, p.ASCII}, p.Alt...) {
		key := fold.String(name)
		l.put(key, i)
		if p.Class == "A" {
			if c := coreOf(key); c.generic != "" {
				l.put(c.name, i)
			}
		}
	}
}

func (l *layer) put(key string, i int) {
	if key == "" || !latin(key) {
		return
	}
	have := l.byKey[key]
	if len(have) == 0 || have[len(have)-1] != int32(i) {
		l.byKey[strings.Clone(key)] = append(have, int32(i))
	}
}

// latin leaves out the names in other scripts: texts are read in English.
func latin(key string) bool {
	for i := range len(key) {
		if key[i] >= 0x80 {
			return false
		}
	}
	return true
}
