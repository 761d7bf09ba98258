package desk

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"tocsin"
	"tocsin/gazetteer"
	"tocsin/source/gdelt"
)

// Attention is how much was written about a country in a period, as GDELT
// counts it. It says nothing of how much happened.
type Attention struct {
	Period   string  `json:"period"` // 2020-08 or 2020-08-18
	Days     int     `json:"days"`   // days of the period on which GDELT took anything in, about any country
	Rows     int     `json:"rows"`
	Mentions int     `json:"mentions"`
	Articles int     `json:"articles"`
	All      int     `json:"all"`   // articles about all countries, and about none
	Share    float64 `json:"share"` // Articles of All: intake has grown over the years, so counts of different times are no comparison
}

// AttentionQuestion asks about one country.
type AttentionQuestion struct {
	Country     string
	From, Until tocsin.Date // zero: open
	At          tocsin.Date // knowledge date; zero: all data
	Months      bool        // by month instead of by day
}

// Attention adds up the counts of GDELT for a country. Periods in which GDELT
// took in nothing about any country are left out: they are not quiet.
func (d *Desk) Attention(ctx context.Context, q AttentionQuestion) ([]Attention, error) {
	country, err := d.Country(ctx, q.Country)
	if err != nil {
		return nil, err
	}
	g, err := d.Gazetteer(ctx)
	if err != nil {
		return nil, err
	}
	mine := about(g, country)
	sums := map[string]*Attention{}
	days := map[tocsin.Date]bool{}
	for ev, err := range d.View(q.At).Events(ctx, gdelt.Dataset) {
		if err != nil {
			return nil, fmt.Errorf("read the counts of the desk: %w", err)
		}
		if ev.From < q.From || !q.Until.IsZero() && ev.From > q.Until {
			continue
		}
		period := ev.From.String()
		if q.Months {
			period = period[:len("2006-01")]
		}
		if sums[period] == nil {
			sums[period] = &Attention{Period: period}
		}
		if !days[ev.From] {
			days[ev.From] = true
			sums[period].Days++
		}
		if err := sums[period].add(&ev, mine(ev.Country)); err != nil {
			return nil, err
		}
	}
	if len(sums) == 0 {
		return nil, &tocsin.Error{Code: tocsin.NotFound, Err: errors.New("there are no counts of GDELT of those days"), Hint: "import export files: tocsin import gdelt FILE..."}
	}
	var out []Attention
	for _, period := range slices.Sorted(maps.Keys(sums)) {
		a := *sums[period]
		if a.All > 0 {
			a.Share = float64(a.Articles) / float64(a.All)
			out = append(out, a)
		}
	}
	return out, nil
}

// about tells the rows of a country by its name, and remembers names.
func about(g *gazetteer.Gazetteer, country gazetteer.Country) func(name string) bool {
	known := map[string]bool{"": false}
	return func(name string) bool {
		is, seen := known[name]
		if !seen {
			c, ok := g.CountryNamed(name)
			is = ok && c.ISO2 == country.ISO2 || name == country.Name
			known[name] = is
		}
		return is
	}
}

// add counts a record in.
func (a *Attention) add(ev *tocsin.DataEvent, mine bool) error {
	written := ev.Extra.Fields()
	var n [3]int
	for i, name := range []string{gdelt.Rows, gdelt.Mentions, gdelt.Articles} {
		var err error
		if n[i], err = strconv.Atoi(written[name]); err != nil {
			return fmt.Errorf("the counts of %s: %s is %q", ev.ID, name, written[name])
		}
	}
	a.All += n[2]
	if mine {
		a.Rows, a.Mentions, a.Articles = a.Rows+n[0], a.Mentions+n[1], a.Articles+n[2]
	}
	return nil
}
