package main

import (
	"errors"
	"fmt"
	"slices"

	"tocsin"
	"tocsin/desk"
	"tocsin/gazetteer"
	"tocsin/geo"
	"tocsin/source/acled"
	"tocsin/source/icews"
	"tocsin/watch"
)

type watchCmd struct {
	Tempo     tempoCmd     `cmd:"" help:"How many events and deaths, and how that changed."`
	Reach     reachCmd     `cmd:"" help:"How far they lay in each direction, and from the capital."`
	Distance  distanceCmd  `cmd:"" help:"How far one place lies from another, or which events were nearest to one."`
	Within    withinCmd    `cmd:"" help:"Whether a place lies in another, or which events lie within --radius of one."`
	Attention attentionCmd `cmd:"" help:"How much was written about a country, by GDELT."`
	Beside    besideCmd    `cmd:"" help:"The months of a country as each dataset has them, side by side."`
	Coups     coupsCmd     `cmd:"" help:"What each coup list has."`
}

// watchFlags say which events are measured.
type watchFlags struct {
	Country []string `help:"Country by name or ISO code: Mali, ML, MLI (repeatable)." placeholder:"NAME" sep:"none"`
	Actor   []string `help:"Actor, as reports or the data name it (repeatable: either one)." placeholder:"NAME" sep:"none"`
	Class   []string `help:"Kind of violence: state-based, non-state or one-sided (repeatable); for ACLED and ICEWS their types, such as battles." placeholder:"CLASS" sep:"none"`
	From    date     `help:"First day that counts." placeholder:"DATE"`
	Until   date     `help:"Last day that counts; the end of the data if not given." placeholder:"DATE"`
	At      date     `help:"Use only what was known on this day." placeholder:"DATE"`
	dataFlags
	formatFlag
}

// classes are the kinds of events that the datasets have.
var classes = slices.Concat([]string{tocsin.StateBased, tocsin.NonState, tocsin.OneSided}, acled.Classes, icews.Classes)

// selectRows opens the data and finds the rows that the flags mean. The caller
// closes the desk.
func (f *watchFlags) selectRows(a *app) (*desk.Desk, *desk.Selected, error) {
	for _, c := range f.Class {
		if err := knownWord("class", c, classes); err != nil {
			return nil, nil, err
		}
	}
	d, _, err := a.openFor(&f.dataFlags)
	if err != nil {
		return nil, nil, err
	}
	if len(f.Country) == 0 && d.Config().Country != "" {
		f.Country = []string{d.Config().Country}
	}
	until := f.Until.Date
	if until.IsZero() || !f.At.IsZero() && f.At.Date < until {
		until = f.At.Date
	}
	s, err := d.Select(a.ctx, desk.Question{Countries: f.Country, Actors: f.Actor, Classes: f.Class, From: f.From.Date, Until: until, At: f.At.Date})
	if err != nil {
		d.Close()
		return nil, nil, err
	}
	for _, n := range s.Notes {
		a.say("note: %s", n)
	}
	return d, s, nil
}

// needEvents refuses to measure nothing.
func needEvents(s *desk.Selected) error {
	if s.Data.Choose != nil {
		return s.Data.Choose
	}
	if s.Data.Events.Len() > 0 {
		if last := lastDay(s); s.Filter.Until.IsZero() && s.Filter.From > last {
			return &tocsin.Error{Code: tocsin.NotFound, Err: fmt.Errorf("the data ends %s, before --from %s", last, s.Filter.From),
				Hint: "import a later release, or ask about an earlier time"}
		}
		return nil
	}
	return &tocsin.Error{Code: tocsin.NotFound, Err: errors.New("there are no events to measure"),
		Hint: "give a UCDP GED file with --events FILE, or import one: tocsin import ucdp-ged FILE"}
}

// lastDay is the end of the data where no last day was asked for.
func lastDay(s *desk.Selected) tocsin.Date {
	if !s.Filter.Until.IsZero() {
		return s.Filter.Until
	}
	var last tocsin.Date
	for _, w := range s.Data.Events.Datasets() {
		last = max(last, w.Until)
	}
	return last
}

type tempoCmd struct{ watchFlags }

// tempoResult is a tempo with the comparison of exactly the days asked for.
type tempoResult struct {
	*watch.Tempo
	Asked []watch.Change `json:"asked"` // of --from to --until; empty without --from
	Total *watch.Count   `json:"total"` // of all days asked for
}

// Run prints the tempo up to --until, and what --from to --until has against
// the same length before and the same days a year before.
func (c *tempoCmd) Run(a *app) error {
	d, s, err := c.selectRows(a)
	if err != nil {
		return err
	}
	defer d.Close()
	if err := needEvents(s); err != nil {
		return err
	}
	end := lastDay(s)
	table := s.Data.Events
	tempo, err := table.Tempo(s.Filter, end, watch.TempoOptions{})
	if err != nil {
		return err
	}
	total, err := table.Count(s.Filter)
	if err != nil {
		return err
	}
	result := tempoResult{Tempo: tempo, Total: total, Asked: []watch.Change{}}
	if from := s.Filter.From; !from.IsZero() {
		now := watch.Window{From: from, Until: end}
		for _, then := range []struct {
			name string
			watch.Window
		}{{watch.Before, before(now)}, {watch.YearBefore, watch.Window{From: from.AddMonths(-12), Until: end.AddMonths(-12)}}} {
			change, err := table.Compare(s.Filter, now, then.Window, 0)
			if err != nil {
				return err
			}
			change.Against = then.name
			result.Asked = append(result.Asked, change)
		}
	}
	return a.printTempo(&result, c.Format)
}

// before is the window directly before one: as many months where it is whole
// months long, else as many days.
func before(w watch.Window) watch.Window {
	next := w.Until.AddDays(1)
	for n := 1; n <= 1200; n++ {
		if first := next.AddMonths(-n); first == w.From {
			return watch.Window{From: first.AddMonths(-n), Until: w.From.AddDays(-1)}
		} else if first < w.From {
			break
		}
	}
	return watch.Window{From: w.From.AddDays(-w.Days()), Until: w.From.AddDays(-1)}
}

type reachCmd struct {
	watchFlags
	Near string `help:"List the events nearest to this place as well." placeholder:"PLACE"`
	N    int    `help:"How many of the nearest events." default:"10"`
}

// reachResult is a reach with the events nearest to a place.
type reachResult struct {
	*watch.Reach
	Near *watch.Nearby `json:"near"`
}

// Run prints how far the events lay from the capital and in each direction.
func (c *reachCmd) Run(a *app) error {
	d, s, err := c.selectRows(a)
	if err != nil {
		return err
	}
	defer d.Close()
	if err := needEvents(s); err != nil {
		return err
	}
	var o watch.ReachOptions
	if len(s.Countries) == 1 {
		g, err := d.Gazetteer(a.ctx)
		if err != nil {
			return err
		}
		if capital, ok := g.Capital(s.Countries[0].ISO2); ok {
			o.From, o.FromName = &geo.Point{Lat: capital.Lat, Lon: capital.Lon}, capital.Name
		}
	}
	reach, err := s.Data.Events.Reach(s.Filter, o)
	if err != nil {
		return err
	}
	result := reachResult{Reach: reach}
	if c.Near != "" {
		place, err := a.place(d, c.Near, s.Countries)
		if err != nil {
			return err
		}
		if result.Near, err = s.Data.Events.Distance(s.Filter, place.Point(), c.N); err != nil {
			return err
		}
	}
	return a.printReach(&result, c.Near, c.Format)
}

// place finds a place and says which one was taken where the name has several.
func (a *app) place(d *desk.Desk, name string, hints []gazetteer.Country) (gazetteer.Place, error) {
	found, err := d.Place(a.ctx, name, hints)
	if err != nil {
		return gazetteer.Place{}, err
	}
	best := found[0].Place
	if best.ID != "" {
		a.say("note: %s is taken as %s", name, placeWords(best))
	}
	var others []string
	for _, m := range found[1:] {
		if m.Score >= found[0].Score/2 && len(others) < 3 && !slices.Contains(others, placeWords(m.Place)) {
			others = append(others, placeWords(m.Place))
		}
	}
	for _, o := range others {
		a.say("note: %s may also be %s", name, o)
	}
	return best, nil
}

func placeWords(p gazetteer.Place) string {
	words := p.Name
	if p.Admin1Name != "" && p.Admin1Name != p.Name {
		words += ", " + p.Admin1Name
	}
	if p.Country != "" {
		words += ", " + p.Country
	}
	return fmt.Sprintf("%s (%s, %.4f, %.4f)", words, p.ID, p.Lat, p.Lon)
}

type coupsCmd struct{ watchFlags }

// Run prints what each coup list has, side by side.
func (c *coupsCmd) Run(a *app) error {
	if len(c.Actor)+len(c.Class) > 0 {
		return usageError{errors.New("coup lists name no actors and no classes; use --country, --from and --until")}
	}
	d, s, err := c.selectRows(a)
	if err != nil {
		return err
	}
	defer d.Close()
	coups, err := d.Coups(a.ctx, s)
	if err != nil {
		return err
	}
	return a.printCoups(coups, c.Format)
}
