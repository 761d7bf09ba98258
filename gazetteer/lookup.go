package gazetteer

import (
	"strings"

	"tocsin/gazetteer/internal/fold"
)

// Lookup returns every place that name may mean, best first, and nothing where
// the gazetteer does not know the name. It does not guess at misspellings.
//
// Upper and lower case, diacritics, apostrophes, hyphens, a leading "the" and
// the abbreviations "St." and "Mt." make no difference. A generic word may stand
// at either end ("Ségou region", "region of Ségou", "Bandiagara cercle", "Lake
// Chad") and then speaks for places of that sort.
//
// The score weighs, in this order: how exactly the name fits, the hinted
// countries, the distance to the hinted points, what sort of place it is, its
// population, and how many rivals are as good. Why says what counted.
func (g *Gazetteer) Lookup(name string, h Hint) []Match {
	return Rank(g.candidates(name), h.light())
}

// candidates finds every place of that name and weighs it by itself.
func (g *Gazetteer) candidates(name string) []Match {
	key := fold.String(name)
	if key == "" {
		return nil
	}
	s := &scorer{g: g, name: name, key: key, core: coreOf(key), have: map[string]int{}}
	if i, ok := g.countries.named(name); ok {
		s.isCountry = true
		s.add(g.countryPlace(i), true)
	}
	if i, ok := g.regions.byName[key]; ok {
		s.add(g.regions.list[i].Place, false)
	}
	s.collect(key)
	s.collectUnits(key)
	if s.core.generic != "" {
		s.collect(s.core.name)
		s.collectUnits(s.core.name)
	}
	return s.matches
}

// scorer gathers and weighs the candidates of one name.
type scorer struct {
	g    *Gazetteer
	name string
	key  string
	core core
	// isCountry is set where a country has the name: then no town goes by it as
	// a mere other name.
	isCountry bool
	have      map[string]int
	matches   []Match
}

func (s *scorer) collect(key string) {
	if l := s.g.layer; l != nil {
		for _, i := range l.byKey[key] {
			s.add(l.places[i], false)
		}
	}
	w := s.g.world
	w.index.find(key, func(row int) {
		if !s.rowHas(row, key) {
			return
		}
		p := w.place(row)
		if l := s.g.layer; l != nil {
			if i, ok := l.byID[p.ID]; ok {
				p = l.places[i]
			}
		}
		s.add(p, false)
	})
}

// rowHas makes sure that an equal hash is an equal name.
func (s *scorer) rowHas(row int, key string) bool {
	t := s.g.world.table
	for name := range strings.SplitSeq(t.Line(row), "\t") {
		k := fold.String(name)
		if k == key || row < len(t.Unit) && coreOf(k).name == key {
			return true
		}
	}
	return false
}

func (s *scorer) add(p Place, country bool) {
	if _, ok := s.have[p.ID]; ok {
		return
	}
	s.have[p.ID] = len(s.matches)
	w, why := s.weigh(&p, country)
	s.matches = append(s.matches, Match{Place: p, odds: w, alone: why})
}

// Admin1Named finds the first-level units of a country by name, with or without
// "region", "province" and the like. An empty iso2 looks in all countries.
func (g *Gazetteer) Admin1Named(name, iso2 string) []Place {
	var out []Place
	for _, m := range g.Lookup(name, Hint{Countries: []string{iso2}}) {
		if m.Place.Class == "A" && m.Place.Code == "ADM1" && (iso2 == "" || m.Place.Country == iso2) {
			out = append(out, m.Place)
		}
	}
	return out
}
