package desk

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"tocsin"
	"tocsin/gazetteer"
	"tocsin/watch"
)

// Coups lists what each coup list has for a question: the rows of the countries
// it names, however the lists spell them. Lists that have no entry of a country
// are an error, since that is an answer only where they cover it.
func (d *Desk) Coups(ctx context.Context, s *Selected) (*watch.Coups, error) {
	if s.Data.Coups.Len() == 0 {
		return nil, &tocsin.Error{Code: tocsin.NotFound, Err: errors.New("there is no coup list to look in"),
			Hint: "give one with --coups FILE, or import one: tocsin import coups FILE"}
	}
	g, err := d.Gazetteer(ctx)
	if err != nil {
		return nil, err
	}
	fold := func(name string) string {
		if k, ok := g.CountryNamed(name); ok {
			return k.ISO2
		}
		return name
	}
	filter := s.Filter
	if len(s.Countries) > 0 {
		filter.Countries = nil
		for _, name := range s.Data.Coups.Countries() {
			if slices.ContainsFunc(s.Countries, func(k gazetteer.Country) bool { return k.ISO2 == fold(name) }) {
				filter.Countries = append(filter.Countries, name)
			}
		}
		if len(filter.Countries) == 0 {
			return nil, &tocsin.Error{Code: tocsin.NotFound, Err: fmt.Errorf("the coup lists have no entry for %s", s.Countries[0].Name),
				Hint: "none is an answer only if the list covers the country: see its codebook"}
		}
	}
	return s.Data.Coups.Coups(filter, watch.CoupOptions{Country: fold})
}
