package gazetteer

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"

	"tocsin/gazetteer/internal/fold"
	"tocsin/geo"
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
	key := fold.String(name)
	if key == "" {
		return nil
	}
	s := &scorer{g: g, name: name, key: key, core: coreOf(key), hint: h, have: map[string]int{}}
	if i, ok := g.countries.named(name); ok {
		s.isCountry = true
		s.add(g.countryPlace(i), true)
	}
	if i, ok := g.regions.byName[key]; ok {
		s.add(g.regions.list[i].Place, false)
	}
	s.collect(key)
	if s.core.generic != "" {
		s.collect(s.core.name)
	}
	return s.ranked()
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
	hint      Hint
	have      map[string]int
	matches   []Match
	weights   []float64
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
	s.matches = append(s.matches, Match{Place: p, Why: why})
	s.weights = append(s.weights, w)
}

// The weights are log-odds, set by hand on invented texts and on half of a
// corpus of local news that is not shipped (TestGeoparsing of package read/where
// measures both halves).
func (s *scorer) weigh(p *Place, country bool) (float64, string) {
	var why []string
	w := -0.6
	say := func(x float64, format string, args ...any) {
		w += x
		if format != "" {
			why = append(why, fmt.Sprintf(format, args...))
		}
	}
	s.weighName(p, country, say)
	s.weighSort(p, country, say)
	s.weighHint(p, country, say)
	if p.Population > 0 && !country {
		size := math.Log10(float64(p.Population) + 1)
		if p.Class == "P" {
			say(0.45*size, "population %d", p.Population)
		} else {
			say(0.35*size, "") // of units, the table has only the sum of their towns
		}
	}
	return w, strings.Join(why, "; ")
}

type sayer func(x float64, format string, args ...any)

func (s *scorer) weighName(p *Place, country bool, say sayer) {
	own := fold.String(p.Name)
	switch {
	case country:
		say(0, "country name")
	case p.Name == s.name:
		say(0.4, "name as written")
	case own == s.key:
		say(0.2, "same name")
	case s.isCountry && p.Class == "P":
		say(-3, "other name of %s", p.Name)
	case s.core.generic != "" && own == s.core.name:
		say(0, "name without %q", s.core.generic)
	case coreOf(own).name == s.core.name:
		say(-0.1, "named %s", p.Name)
	case p.Class == "P" && p.Population >= 100_000:
		say(0.2, "other name of %s", p.Name) // GeoNames has Genève and Al Mawşil; reports have Geneva and Mosul
	default:
		say(-0.9, "other name of %s", p.Name)
	}
	if p.Code == "RGN" || s.core.generic == "" || own == s.key && p.Class == "P" {
		return
	}
	switch f := fits(s.core.generic, p); {
	case f == 1:
		say(1.5, "is a %s", s.core.generic)
	case f > 0:
		say(0.9, "may be a %s", s.core.generic)
	default:
		say(-2.5, "not a %s", s.core.generic)
	}
}

func (s *scorer) weighSort(p *Place, country bool, say sayer) {
	switch {
	case country:
		say(5, "")
	case p.Code == "RGN":
		say(4.5, "large region")
	case p.Code == "PPLC":
		say(2, "capital of its country")
	case p.Code == "ADM1":
		say(0.3, "first-level unit")
	case p.Code == "PPLA":
		say(1, "seat of a first-level unit")
	case p.Code == "ADM2":
		say(-0.9, "second-level unit")
	case p.Code == "PPLA2":
		say(0.4, "seat of a second-level unit")
	case p.Code == "PPLX":
		say(-0.7, "part of a town")
	case p.Class == "P" && p.Population >= 1_000_000:
		say(0.6, "")
	case p.Class == "P":
	case p.Class == "A":
		say(-0.8, "administrative unit")
	case (p.Class == "T" || p.Class == "H") && s.core.generic != "":
	default:
		say(-1.2, "%s", className(p.Class))
	}
}

func className(class string) string {
	switch class {
	case "H":
		return "water"
	case "T":
		return "relief"
	case "L", "V":
		return "area"
	case "S":
		return "site"
	case "R":
		return "road"
	}
	return "other feature"
}

func (s *scorer) weighHint(p *Place, country bool, say sayer) {
	if i := slices.Index(s.hint.Countries, p.Country); i == 0 {
		say(2, "in %s, the document's country", p.Country)
	} else if i > 0 {
		say(0.4, "in %s, named in the document", p.Country)
	} else if len(s.hint.Countries) > 0 && p.Code != "RGN" {
		say(-0.7, "")
	}
	if len(s.hint.Near) == 0 || country {
		return
	}
	km := math.Inf(1)
	for _, pt := range s.hint.Near {
		km = min(km, geo.DistanceKM(pt, p.Point()))
	}
	say(2*math.Exp(-km/250), "")
	if km < 500 {
		say(0, "%.0f km from another place of the document", km)
	}
}

// ranked turns weights into scores: how good a match is taken alone, times how
// it stands among its rivals. Nine equal hamlets of one name all score low.
func (s *scorer) ranked() []Match {
	top := math.Inf(-1)
	for _, w := range s.weights {
		top = max(top, w)
	}
	sum := 0.0
	for _, w := range s.weights {
		sum += math.Exp(w - top)
	}
	for i, w := range s.weights {
		alone := 1 / (1 + math.Exp(-w))
		share := math.Exp(w-top) / sum
		s.matches[i].Score = math.Round(1000*alone*(0.3+0.7*share)) / 1000
	}
	if len(s.matches) > 1 {
		for i := range s.matches {
			s.matches[i].Why += fmt.Sprintf("; one of %d of this name", len(s.matches))
		}
	}
	slices.SortStableFunc(s.matches, func(a, b Match) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(b.Place.Population, a.Place.Population),
			cmp.Compare(len(a.Place.ID), len(b.Place.ID)), cmp.Compare(a.Place.ID, b.Place.ID))
	})
	return s.matches
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
