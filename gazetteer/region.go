package gazetteer

import (
	"fmt"
	"strconv"
	"strings"

	"tocsin/gazetteer/internal/fold"
)

// A Region is a large or fuzzy stretch of land or water that has no
// administration and that reports name all the same: the Sahel, West Africa,
// Donbas, the Red Sea. Its point is the middle of it, by eye.
type Region struct {
	Place     Place    // ID "region:west-africa", Code "RGN"
	Countries []string // ISO2 of the countries it covers, the chief ones first; empty for continents and seas
}

type regions struct {
	list   []Region
	byName map[string]int
	byID   map[string]int
	people map[string]int
}

func readRegions() (*regions, error) {
	raw, err := data.ReadFile("data/regions.tsv")
	if err != nil {
		return nil, err
	}
	r := &regions{byName: map[string]int{}, byID: map[string]int{}, people: map[string]int{}}
	for n, line := range strings.Split(strings.TrimSuffix(string(raw), "\n"), "\n")[1:] {
		f := strings.Split(line, "\t")
		if len(f) != 7 {
			return nil, fmt.Errorf("regions.tsv:%d: %d fields, want 7", n+2, len(f))
		}
		lat, err := strconv.ParseFloat(f[3], 64)
		if err != nil {
			return nil, fmt.Errorf("regions.tsv:%d: lat: %w", n+2, err)
		}
		lon, err := strconv.ParseFloat(f[4], 64)
		if err != nil {
			return nil, fmt.Errorf("regions.tsv:%d: lon: %w", n+2, err)
		}
		g := Region{Countries: list(f[5])}
		g.Place = Place{ID: "region:" + strings.ReplaceAll(fold.String(f[0]), " ", "-"), Name: f[0], Alt: list(f[1]),
			Class: f[2], Code: "RGN", Lat: lat, Lon: lon}
		if len(g.Countries) == 1 {
			g.Place.Country = g.Countries[0]
		}
		for _, name := range append([]string{f[0]}, g.Place.Alt...) {
			r.byName[fold.String(name)] = len(r.list)
		}
		for _, d := range list(f[6]) {
			r.people[strings.ToLower(d)] = len(r.list)
		}
		r.byID[g.Place.ID] = len(r.list)
		r.list = append(r.list, g)
	}
	return r, nil
}

// RegionNamed finds a large region by name: "the Sahel", "West Africa".
func (g *Gazetteer) RegionNamed(name string) (Region, bool) {
	i, ok := g.regions.byName[fold.String(name)]
	if !ok {
		return Region{}, false
	}
	return g.regions.list[i], true
}

// PeopleOf finds the country or large region whose people or adjective the word
// is: "Malian" is of Mali, "Africans" of Africa.
func (g *Gazetteer) PeopleOf(word string) (Place, bool) {
	key := demonymKey(word)
	if i, ok := g.countries.demonym[key]; ok {
		return g.countryPlace(i), true
	}
	if i, ok := g.regions.people[key]; ok {
		return g.regions.list[i].Place, true
	}
	return Place{}, false
}
