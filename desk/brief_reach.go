package desk

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"tocsin"
	"tocsin/brief"
	"tocsin/gazetteer"
	"tocsin/geo"
	"tocsin/watch"
)

// askedNearKM is how near to the capital events must stay off for nearness to
// be a sign: two place errors.
const askedNearKM = 2 * watch.DefaultPlaceErrorKM

// span is the reach of one window and of the half-year before it.
type span struct {
	capital gazetteer.Place
	now     *watch.Reach
	then    *watch.Reach // nil: no event in the half-year before
	s       *Selected
	window  watch.Window
}

// reachOf measures how near the events of a side, "" for all, came to the
// capital; nil where the country has no capital on file.
func (m *measurer) reachOf(actor string, w watch.Window) (*span, error) {
	g, err := m.desk.Gazetteer(m.ctx)
	if err != nil {
		return nil, err
	}
	capital, ok := g.Capital(m.country.ISO2)
	if !ok {
		return nil, nil
	}
	pt := capital.Point()
	o := watch.ReachOptions{From: &pt, FromName: capital.Name}
	out := &span{capital: capital, window: w}
	if out.s, err = m.ask(actor, w.From, w.Until); err != nil {
		return nil, err
	}
	if out.now, err = out.s.Data.Events.Reach(out.s.Filter, o); err != nil {
		return nil, err
	}
	before := halfYearBefore(w)
	f := out.s.Filter
	f.From, f.Until = before.From, before.Until
	if out.then, err = out.s.Data.Events.Reach(f, o); err != nil && tocsin.CodeOf(err) != tocsin.NotFound {
		return nil, err
	}
	return out, nil
}

// toward is the event that lay furthest in a direction.
func toward(r *watch.Reach, direction string) *watch.Extreme {
	if r == nil || direction == "" {
		return nil
	}
	for i := range r.Furthest {
		if r.Furthest[i].Direction == direction {
			return &r.Furthest[i]
		}
	}
	return nil
}

// reach tells how near to the capital the events came, and how far in the
// direction in which a report claims an advance, against the half-year before.
func (m *measurer) reach(coups *watch.Coups) ([]brief.Measure, error) {
	w := m.window(coups)
	r, err := m.reachOf("", w)
	if r == nil || err != nil {
		return nil, err
	}
	before := halfYearBefore(w)
	rows := []string{r.now.Nearest.ID}
	text := fmt.Sprintf("In this data, the event nearest to %s from %s lay %.0f km away (%s%s)", r.capital.Name, w, *r.now.MinKM, r.now.Nearest.Date, m.besidePlace(r.now.Nearest.Point()))
	if r.then != nil {
		text += fmt.Sprintf(", against %.0f in the half-year before", *r.then.MinKM)
		rows = append(rows, r.then.Nearest.ID)
	}
	queries := []string{m.query("reach", "", before.From, before.Until)}
	if x := toward(r.now, m.claimed); x != nil {
		rows = append(rows, x.ID)
		text += fmt.Sprintf("; the %sernmost (%s%s)", m.claimed, x.Date, m.besidePlace(x.Point()))
		if y := toward(r.then, m.claimed); y != nil {
			rows = append(rows, y.ID)
			text += further(x, y)
		}
		if x.Earlier != nil && x.Record {
			rows = append(rows, x.Earlier.ID)
			text += fmt.Sprintf(", %.0f km beyond any before that", x.BeyondKM)
		}
	}
	for _, p := range m.beside {
		queries = append(queries, m.distanceQuery(p))
	}
	out := m.measure(brief.TopicReach, text+".", m.query("reach", "", w.From, w.Until), r.s, nil)
	out.Warnings = warningTexts(r.now.Warnings)
	slices.Sort(rows)
	out.Events, out.Queries = slices.Compact(rows), queries
	return []brief.Measure{out}, nil
}

// further says how far the furthest event of a window lay beyond that of the
// half-year before.
func further(x, y *watch.Extreme) string {
	by := geo.BeyondKM(y.Point(), x.Point(), x.Bearing)
	switch {
	case math.Abs(by) < 1:
		return fmt.Sprintf(" lay as far as that half-year’s (%s)", y.Date)
	case by > 0:
		return fmt.Sprintf(" lay %.0f km further than that half-year’s (%s)", by, y.Date)
	}
	return fmt.Sprintf(" lay %.0f km less far than that half-year’s (%s)", -by, y.Date)
}

// signs says what of the most active side would be new: nearer to the capital,
// or further in the claimed direction, than its events of the window.
func (m *measurer) signs(coups *watch.Coups) ([]brief.Measure, error) {
	w := m.window(coups)
	if w.Until.AddMonths(briefMonths) < m.at {
		return nil, nil // data this old says nothing of what would be new
	}
	sides, err := m.active(w)
	if err != nil || len(sides) == 0 {
		return nil, err
	}
	r, err := m.reachOf(sides[0], w)
	if r == nil || err != nil {
		return nil, err
	}
	var what []string
	rows := []string{}
	if *r.now.MinKM > askedNearKM {
		what = append(what, "nearer to "+r.capital.Name)
		rows = append(rows, r.now.Nearest.ID)
	}
	if x := toward(r.now, m.claimed); x != nil && (m.claimed == "south" || m.claimed == "north") {
		what = append(what, "further "+m.claimed)
		rows = append(rows, x.ID)
	}
	if len(what) == 0 {
		return nil, nil
	}
	text := fmt.Sprintf("An event involving %s %s than any of the half-year measured would, in this data, go beyond it.", sides[0], strings.Join(what, " or "))
	out := m.measure(brief.TopicSigns, text, m.query("reach", sides[0], w.From, w.Until), r.s, nil)
	out.Events = slices.Compact(rows)
	return []brief.Measure{out}, nil
}
