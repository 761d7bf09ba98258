package where

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"tocsin/gazetteer"
)

// Subject is the country the document is about: the one in which most of its
// places lie. A place where something is counts more than a country that acts;
// names whose country is unclear count little. It reports false where no
// country leads.
func Subject(found []Found, g *gazetteer.Gazetteer) (iso2 string, ok bool) {
	votes := map[string]float64{}
	for i := range found {
		f := &found[i]
		if f.Country == "" || len(f.Place.Candidates) == 0 {
			continue
		}
		w := f.Place.Candidates[0].Score
		switch {
		case f.Case == "dateline":
			w *= 0.5
		case f.Actor:
			w *= 0.5
		case f.Kind == "country" || strings.HasPrefix(f.Place.Candidates[0].ID, "country:"):
			w *= 1.5
		}
		if f.Sent <= 1 && f.Place.Candidates[0].Score >= 0.9 {
			w *= 2 // the headline and the lead say what it is about
		}
		votes[f.Country] += w
	}
	list := slices.Collect(maps.Keys(votes))
	slices.SortFunc(list, func(a, b string) int { return cmp.Or(cmp.Compare(votes[b], votes[a]), cmp.Compare(a, b)) })
	if len(list) == 0 || len(list) > 1 && votes[list[0]] == votes[list[1]] {
		return "", false
	}
	_, known := g.CountryOf(list[0])
	return list[0], known
}
