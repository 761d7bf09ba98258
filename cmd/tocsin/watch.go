package main

import (
	"errors"
	"fmt"
	"slices"

	"tocsin"
	"tocsin/check"
	"tocsin/desk"
	"tocsin/gazetteer"
	"tocsin/source/acled"
	"tocsin/source/icews"
	"tocsin/watch"
)

type watchCmd struct {
	Countries rankCmd      `cmd:"" default:"withargs" help:"Countries side by side, most growth first; the word may be left out: tocsin watch --countries ML,BF,NE."`
	Tempo     tempoCmd     `cmd:"" help:"How many events and deaths per day, week or month, and how that changed."`
	Reach     reachCmd     `cmd:"" help:"How far they lay in each direction and from the capital, and over what ground."`
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
	Act     []string `help:"What was done, as the data's rows are sorted: assault, protest, ... (repeatable)." placeholder:"ACT" sep:"none"`
	Admin   []string `help:"Province or district, as the data names it (repeatable); one province of one country also where it names none." placeholder:"NAME" sep:"none"`
	Polygon string   `help:"Only events inside the polygons of this GeoJSON file." placeholder:"FILE"`
	From    date     `help:"First day that counts." placeholder:"DATE"`
	Until   date     `help:"Last day that counts; the end of the data if not given." placeholder:"DATE"`
	At      date     `help:"Use only what was known on this day." placeholder:"DATE"`
	dataFlags
	formatFlag
}

// classes are the kinds of events that the datasets have.
var classes = slices.Concat([]string{tocsin.StateBased, tocsin.NonState, tocsin.OneSided}, acled.Classes, icews.Classes)

// selectEvents opens the data like selectRows, for what needs events: none that
// count are an error.
func (f *watchFlags) selectEvents(a *app) (*desk.Desk, *desk.Selected, error) {
	d, s, err := f.selectRows(a)
	if err != nil {
		return nil, nil, err
	}
	if err := needEvents(s); err != nil {
		d.Close()
		return nil, nil, err
	}
	return d, s, nil
}

// selectRows opens the data and finds the rows that the flags mean. The caller
// closes the desk.
func (f *watchFlags) selectRows(a *app) (*desk.Desk, *desk.Selected, error) {
	for _, c := range f.Class {
		if err := knownWord("class", c, classes); err != nil {
			return nil, nil, err
		}
	}
	area, err := a.area(f.Polygon)
	if err != nil {
		return nil, nil, err
	}
	d, _, err := a.openFor(&f.dataFlags)
	if err != nil {
		return nil, nil, err
	}
	if len(f.Country) == 0 && d.Config().Country != "" {
		f.Country = []string{d.Config().Country}
	}
	s, err := d.Select(a.ctx, f.question())
	if err != nil {
		d.Close()
		return nil, nil, err
	}
	s.Filter.Acts, s.Filter.Area = f.Act, area
	if err := f.units(a, d, s); err != nil {
		d.Close()
		return nil, nil, err
	}
	for _, n := range s.Notes {
		a.say("note: %s", n)
	}
	return d, s, nil
}

// units cuts the rows to the provinces or districts asked for: as the data names them, or
// where it names none, by the towns nearest to the rows.
func (f *watchFlags) units(a *app, d *desk.Desk, s *desk.Selected) error {
	s.Filter.Units = f.Admin
	if s.Data.Events == nil || len(f.Admin) != 1 || len(s.Countries) != 1 {
		return nil
	}
	if first, second := s.Data.Events.Units(); len(first)+len(second) > 0 && !(len(first)+len(second) == 1 && len(first) == 1 && first[0] == "") {
		return nil
	}
	g, err := d.Gazetteer(a.ctx)
	if err != nil {
		return err
	}
	if found := g.Admin1Named(f.Admin[0], s.Countries[0].ISO2); len(found) > 0 {
		s.Filter.Units, s.Filter.Among = nil, check.InUnit(g, s.Data.Events, s.Filter.Countries, found[0], 1)
		a.say("note: the data names no provinces: rows are in %s where its towns are the nearest", found[0].Name)
	}
	return nil
}

// question is what the flags ask, without what only filters rows.
func (f *watchFlags) question() desk.Question {
	until := f.Until.Date
	if until.IsZero() || !f.At.IsZero() && f.At.Date < until {
		until = f.At.Date
	}
	return desk.Question{Countries: f.Country, Actors: f.Actor, Classes: f.Class, From: f.From.Date, Until: until, At: f.At.Date}
}

// maxPolygon is the largest polygon file that is read, in bytes.
const maxPolygon = 64 << 20

// area reads the polygons that events have to lie in; nil where none are named.
func (a *app) area(name string) (*watch.Area, error) {
	if name == "" {
		return nil, nil
	}
	shown, raw, err := a.readAll(name, maxPolygon)
	if err != nil {
		return nil, err
	}
	return watch.ParseArea(shown, raw)
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
	if len(c.Actor)+len(c.Class)+len(c.Act)+len(c.Admin) > 0 || c.Polygon != "" {
		return usageError{errors.New("coup lists name no actors, no classes and no places; use --country, --from and --until")}
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
	return a.printCoups(coups, s.Data.Sets(true), c.Format)
}
