package desk

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"tocsin"
	"tocsin/gazetteer"
	"tocsin/geo"
	"tocsin/source/gdelt"
	"tocsin/source/prio"
)

// A Beside is one month of a country as each dataset has it. The numbers stand
// side by side and are never added: the datasets tell of the same events.
type Beside struct {
	Month string                 `json:"month"`
	By    map[string]BesideCount `json:"by"` // by dataset, of those whose rows cover the month
}

// A BesideCount is what one dataset has of a month.
type BesideCount struct {
	Rows   int  `json:"rows"`
	Deaths *int `json:"deaths"` // best estimates added up; nil where no row has one
}

// Beside lists the months of a country as every dataset of events or totals
// that the desk holds has them. A dataset has no count for a month that lies
// outside its days; the first and the last month of a dataset may be incomplete.
// Only whole months are shown, those of from and until among them.
func (d *Desk) Beside(ctx context.Context, country string, from, until, at tocsin.Date) ([]Beside, []tocsin.Dataset, error) {
	from, until = wholeMonths(from, until)
	keep, err := d.inCountries(ctx, []string{country})
	if err != nil {
		return nil, nil, err
	}
	g, err := d.Gazetteer(ctx)
	if err != nil {
		return nil, nil, err
	}
	cells := cellCountries{g: g, at: map[geo.Point]string{}}
	view := d.View(at)
	vintages, err := view.Vintages(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("list the datasets: %w", err)
	}
	months := map[string]map[string]BesideCount{}
	var sets []tocsin.Dataset
	for _, v := range vintages {
		name := v.Dataset.Dataset
		if isCoupList(name) || name == gdelt.Dataset {
			continue
		}
		sets = append(sets, v.Dataset)
		for m := max(v.From, from).MonthStart(); m <= v.To && (until.IsZero() || m <= until); m = m.AddMonths(1) {
			set(months, m, name, months[monthOf(m)][name])
		}
	}
	for _, name := range datasetNames(sets) {
		for ev, err := range view.Events(ctx, name) {
			if err != nil {
				return nil, nil, fmt.Errorf("read the events of the desk: %w", err)
			}
			if !keep(cells.country(&ev)) || ev.To > ev.From.MonthEnd() && name == prio.Dataset || ev.From < from || !until.IsZero() && ev.From > until {
				continue
			}
			c := months[monthOf(ev.From)][name]
			c.Rows++
			if ev.Best != nil {
				sum := *ev.Best
				if c.Deaths != nil {
					sum += *c.Deaths
				}
				c.Deaths = &sum
			}
			set(months, ev.From, name, c)
		}
	}
	if len(months) == 0 {
		return nil, nil, &tocsin.Error{Code: tocsin.NotFound, Err: errors.New("no dataset of the desk covers those days"), Hint: "import one: tocsin import ucdp-ged FILE"}
	}
	var out []Beside
	for _, m := range slices.Sorted(maps.Keys(months)) {
		out = append(out, Beside{Month: m, By: months[m]})
	}
	return out, sets, nil
}

func monthOf(day tocsin.Date) string { return day.String()[:len("2020-08")] }

// wholeMonths widens days to the months they lie in; open ends stay open.
func wholeMonths(from, until tocsin.Date) (tocsin.Date, tocsin.Date) {
	if !from.IsZero() {
		from = from.MonthStart()
	}
	if !until.IsZero() {
		until = until.MonthEnd()
	}
	return from, until
}

// cellCountries finds the countries of cells, each once.
type cellCountries struct {
	g  *gazetteer.Gazetteer
	at map[geo.Point]string
}

// country is the country of a row, and of a cell of a grid that names none the
// one in which its centre lies today.
func (c *cellCountries) country(ev *tocsin.DataEvent) string {
	if ev.Country != "" || ev.Dataset != prio.Dataset {
		return ev.Country
	}
	p := geo.Point{Lat: ev.Lat, Lon: ev.Lon}
	name, known := c.at[p]
	if !known {
		if iso2, ok := c.g.CountryAt(p); ok {
			k, _ := c.g.CountryOf(iso2)
			name = k.Name
		}
		c.at[p] = name
	}
	return name
}

func set(months map[string]map[string]BesideCount, day tocsin.Date, dataset string, c BesideCount) {
	m := monthOf(day)
	if months[m] == nil {
		months[m] = map[string]BesideCount{}
	}
	months[m][dataset] = c
}

// datasetNames are the datasets by name, each once, sorted.
func datasetNames(sets []tocsin.Dataset) []string {
	var out []string
	for _, s := range sets {
		if !slices.Contains(out, s.Dataset) {
			out = append(out, s.Dataset)
		}
	}
	slices.Sort(out)
	return out
}
