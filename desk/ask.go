package desk

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tocsin"
	"tocsin/actor"
	"tocsin/check"
	"tocsin/gazetteer"
	"tocsin/geo"
	"tocsin/watch"
)

// A Question is what a measure is asked about, in the words of a person.
type Question struct {
	Countries   []string // names or ISO codes
	Actors      []string // names as a report writes them, or side names of the dataset
	Classes     []string // tocsin.StateBased, NonState, OneSided
	From, Until tocsin.Date
	At          tocsin.Date // knowledge date; zero: all data
}

// A Selected question is a question resolved to rows.
type Selected struct {
	Data       *Data
	Filter     watch.Filter
	Countries  []gazetteer.Country
	Selections []actor.Selection
	Notes      []string // what was chosen on the way, to be printed with the answer
}

// Select finds the rows a question is about. An unknown country or actor is an
// error that names near ones.
func (d *Desk) Select(ctx context.Context, q Question) (*Selected, error) {
	k, err := d.load(ctx)
	if err != nil {
		return nil, err
	}
	data, err := d.Data(ctx, q.At)
	if err != nil {
		return nil, err
	}
	s := &Selected{Data: data, Filter: watch.Filter{Classes: q.Classes, From: q.From, Until: q.Until}}
	for _, name := range q.Countries {
		c, err := d.Country(ctx, name)
		if err != nil {
			return nil, err
		}
		s.Countries = append(s.Countries, c)
		s.Filter.Countries = append(s.Filter.Countries, countryNames(k.gazetteer, data.Events.Countries(), c)...)
	}
	if len(q.Actors) > 0 && data.Choose != nil {
		return nil, data.Choose
	}
	actors, err := d.Actors(ctx)
	if err != nil {
		return nil, err
	}
	if err := s.selectActors(actors, q); err != nil {
		return nil, err
	}
	return s, nil
}

// countryNames are the names under which the data has a country: as UCDP GED
// writes it, else the names that mean the same country, else GED's all the same.
func countryNames(g *gazetteer.Gazetteer, names []string, c gazetteer.Country) []string {
	if ged := datasetName(c); slices.Contains(names, ged) {
		return []string{ged}
	}
	var same []string
	for _, name := range names {
		if k, ok := g.CountryNamed(name); ok && k.ISO2 == c.ISO2 {
			same = append(same, name)
		}
	}
	if len(same) == 0 {
		return []string{datasetName(c)}
	}
	return same
}

// datasetName is the country as UCDP GED writes it.
func datasetName(c gazetteer.Country) string {
	if c.GED != "" {
		return c.GED
	}
	return c.Name
}

// selectActors resolves the actors, first by the registry, then among the side
// names of the data itself.
func (s *Selected) selectActors(reg *actor.Registry, q Question) error {
	iso2 := ""
	if len(s.Countries) == 1 {
		iso2 = s.Countries[0].ISO2
	}
	when := q.Until
	if when.IsZero() {
		when = q.At
	}
	for _, name := range q.Actors {
		sides := s.Data.Events.Sides()
		sel, ok := reg.Select(name, iso2, when)
		if ok && (len(sides) == 0 || slices.ContainsFunc(sel.Sides, func(side string) bool { return slices.Contains(sides, side) })) {
			s.add(name, sel)
			continue
		}
		if own := sidesNamed(sides, name); len(own) > 0 {
			s.add(name, actor.Selection{Name: name, Sides: own})
			continue
		}
		if ok { // an actor we know, of whom this data has no row under a name we know
			s.add(name, sel)
			continue
		}
		if label, members, note, ok := check.Collective(name, sides); ok && len(members) > 0 {
			s.add(name, actor.Selection{Name: label, Sides: members, Note: note})
			continue
		}
		near := reg.SelectIn(sides, name)
		if len(near) == 0 || near[0].Score < 1 {
			return unknownActor(name, near)
		}
		s.add(name, actor.Selection{Name: near[0].Side, Sides: []string{near[0].Side}})
	}
	s.Filter.Label = strings.Join(q.Actors, " or ")
	return nil
}

// sidesNamed are the sides that datasets other than GED write with a name in
// front: "JNIM: Group for ...", "Military Forces of Mali (2012-2020)".
func sidesNamed(sides []string, name string) []string {
	var own []string
	for _, side := range sides {
		if rest, ok := strings.CutPrefix(side, name); ok && (rest == "" || strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, " (")) {
			own = append(own, side)
		}
	}
	return own
}

// add counts the rows of a selection in, and says so where the data has another
// name than the one that was asked for.
func (s *Selected) add(asked string, sel actor.Selection) {
	s.Selections = append(s.Selections, sel)
	if few := 5; !slices.Contains(sel.Sides, asked) && len(sel.Sides) <= few {
		s.Notes = append(s.Notes, fmt.Sprintf("%s is %s in the data", asked, strings.Join(sel.Sides, " or ")))
	}
	s.Filter.Sides = append(s.Filter.Sides, sel.Sides...)
	if sel.Note != "" {
		s.Notes = append(s.Notes, asked+": "+sel.Note)
	}
	var apart []string
	for _, p := range sel.Predecessors {
		apart = append(apart, p.Name)
	}
	if len(apart) > 0 {
		s.Notes = append(s.Notes, fmt.Sprintf("%s: listed apart and not counted in: %s", asked, strings.Join(apart, ", ")))
	}
}

func unknownActor(name string, near []actor.SideMatch) error {
	hint := "give a name as reports or the data write it, such as JNIM"
	if len(near) > 0 {
		var words []string
		for _, m := range near[:min(3, len(near))] {
			words = append(words, strconv.Quote(m.Side))
		}
		hint = "the data has " + strings.Join(words, ", ")
	}
	return &tocsin.Error{Code: tocsin.NotFound, Pos: tocsin.Pos{Field: "actor"}, Hint: hint, Err: fmt.Errorf("no actor is called %q", name)}
}

// Place finds a place by name ("Yangasso", "Yangasso, Mali"), gazetteer id
// ("geonames:2448517") or coordinates ("13.07,-5.32"), best match first.
func (d *Desk) Place(ctx context.Context, name string, hints []gazetteer.Country) ([]gazetteer.Match, error) {
	k, err := d.load(ctx)
	if err != nil {
		return nil, err
	}
	if p, ok := k.gazetteer.ByID(name); ok {
		return []gazetteer.Match{{Place: p, Score: 1, Why: "by its id"}}, nil
	}
	if pt, ok := parsePoint(name); ok {
		return []gazetteer.Match{{Place: gazetteer.Place{Name: name, Lat: pt.Lat, Lon: pt.Lon}, Score: 1, Why: "by its coordinates"}}, nil
	}
	var h gazetteer.Hint
	for _, c := range hints {
		h.Countries = append(h.Countries, c.ISO2)
	}
	if town, in, ok := strings.Cut(name, ","); ok {
		if c, err := d.Country(ctx, strings.TrimSpace(in)); err == nil {
			name, h.Countries = strings.TrimSpace(town), []string{c.ISO2}
		}
	}
	found := k.gazetteer.Lookup(name, h)
	if len(found) == 0 {
		hint := "import the GeoNames dump of its country: tocsin import geonames ML.txt.gz, or give --places ML.txt.gz"
		return nil, &tocsin.Error{Code: tocsin.NotFound, Err: fmt.Errorf("place not found: %q", name), Hint: hint}
	}
	return found, nil
}

// parsePoint reads "lat,lon" in degrees.
func parsePoint(s string) (geo.Point, bool) {
	a, b, ok := strings.Cut(s, ",")
	if !ok {
		return geo.Point{}, false
	}
	lat, err := strconv.ParseFloat(strings.TrimSpace(a), 64)
	lon, err2 := strconv.ParseFloat(strings.TrimSpace(b), 64)
	if errors.Join(err, err2) != nil || !(lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180) {
		return geo.Point{}, false
	}
	return geo.Point{Lat: lat, Lon: lon}, true
}
