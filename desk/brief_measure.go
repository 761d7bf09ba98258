package desk

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"tocsin"
	"tocsin/brief"
	"tocsin/gazetteer"
	"tocsin/geo"
	"tocsin/stat"
	"tocsin/watch"
)

// The windows of a brief, in months.
const (
	briefMonths   = 6  // of tempo and reach
	followed      = 12 // looked at after an earlier coup
	freshCoupDays = 14 // a coup this recent is the event the brief is about
	briefActors   = 2  // most active sides whose tempo is told apart
)

// measurer makes the sentences about a country's data, each with the command
// that prints its numbers.
type measurer struct {
	desk    *Desk
	ctx     context.Context
	country gazetteer.Country
	at      tocsin.Date
	args    []string
	data    *Data
}

// measures lists what the data can answer. A measure it cannot answer is left
// out: the brief names the datasets it had.
func (m *measurer) measures() ([]brief.Measure, error) {
	var out []brief.Measure
	coups, err := m.coups()
	if err != nil {
		return nil, err
	}
	for _, f := range []func(*watch.Coups) ([]brief.Measure, error){m.tempos, m.reach, m.coupList, m.precedent} {
		list, err := f(coups)
		if tocsin.CodeOf(err) == tocsin.NotFound {
			continue
		}
		if err != nil {
			return nil, err
		}
		out = append(out, list...)
	}
	return out, nil
}

// coups is what the lists had until the brief's date; nil where there is none.
func (m *measurer) coups() (*watch.Coups, error) {
	s, err := m.ask("", 0, m.at)
	if err != nil {
		return nil, err
	}
	c, err := m.desk.Coups(m.ctx, s)
	if tocsin.CodeOf(err) == tocsin.NotFound {
		return nil, nil
	}
	return c, err
}

func (m *measurer) ask(actor string, from, until tocsin.Date) (*Selected, error) {
	q := Question{Countries: []string{m.country.Name}, From: from, Until: until, At: m.at}
	if actor != "" {
		q.Actors = []string{actor}
	}
	return m.desk.Select(m.ctx, q)
}

// query is the command that prints a measure.
func (m *measurer) query(measure, actor string, from, until tocsin.Date) string {
	words := []string{"tocsin", "watch", measure, "--country", m.country.Name}
	if actor != "" {
		words = append(words, "--actor", actor)
	}
	if !from.IsZero() {
		words = append(words, "--from", from.String())
	}
	words = append(words, "--until", until.String(), "--at", m.at.String())
	for i, w := range append(words, m.args...) {
		if i >= len(words) {
			words = append(words, w)
		}
	}
	for i, w := range words {
		if strings.ContainsAny(w, " ()&;*'\"$|<>") {
			words[i] = "'" + strings.ReplaceAll(w, "'", `'\''`) + "'"
		}
	}
	return strings.Join(words, " ")
}

// window is the half-year that is measured: up to the day before a coup that has
// just been, else up to the brief's date, and no further than the data.
func (m *measurer) window(coups *watch.Coups) watch.Window {
	end := m.at
	if coups != nil {
		for _, c := range coups.Coups {
			if c.First <= m.at && c.First.AddDays(freshCoupDays) >= m.at {
				end = min(end, c.First.AddDays(-1))
			}
		}
	}
	var last tocsin.Date
	for _, w := range m.data.Events.Datasets() {
		last = max(last, w.Until)
	}
	if !last.IsZero() {
		end = min(end, last)
	}
	return watch.Window{From: end.AddDays(1).AddMonths(-briefMonths), Until: end}
}

// tempos tells of the country as a whole, and of its most active sides.
func (m *measurer) tempos(coups *watch.Coups) ([]brief.Measure, error) {
	w := m.window(coups)
	all, err := m.tempo("", w)
	if err != nil {
		return nil, err
	}
	out := []brief.Measure{all}
	sides, err := m.active(w)
	if err != nil {
		return nil, err
	}
	for _, side := range sides {
		one, err := m.tempo(side, w)
		if tocsin.CodeOf(err) == tocsin.NotFound {
			continue
		}
		if err != nil {
			return nil, err
		}
		out = append(out, one)
	}
	return out, nil
}

// active names the sides with most events of the window, without the state, the
// people, and those nobody named.
func (m *measurer) active(w watch.Window) ([]string, error) {
	s, err := m.ask("", w.From, w.Until)
	if err != nil {
		return nil, err
	}
	n := make(map[string]int)
	for _, row := range s.Data.Events.Select(s.Filter) {
		e := s.Data.Events.Event(row)
		for _, side := range []string{e.SideA, e.SideB} {
			if side != "Civilians" && !strings.HasPrefix(side, "Government of ") && !strings.HasPrefix(side, "unidentified") {
				n[side]++
			}
		}
	}
	sides := make([]string, 0, len(n))
	for side := range n {
		sides = append(sides, side)
	}
	slices.SortFunc(sides, func(a, b string) int { return cmp.Or(cmp.Compare(n[b], n[a]), strings.Compare(a, b)) })
	return sides[:min(briefActors, len(sides))], nil
}

// tempo compares the window with the half-year before and with the same months
// a year before.
func (m *measurer) tempo(actor string, w watch.Window) (brief.Measure, error) {
	s, err := m.ask(actor, w.From, w.Until)
	if err != nil {
		return brief.Measure{}, err
	}
	table := s.Data.Events
	before, err := table.Compare(s.Filter, w, watch.Window{From: w.From.AddMonths(-briefMonths), Until: w.From.AddDays(-1)}, 0)
	if err != nil {
		return brief.Measure{}, err
	}
	year, err := table.Compare(s.Filter, w, watch.Window{From: w.From.AddMonths(-12), Until: w.Until.AddMonths(-12)}, 0)
	if err != nil {
		return brief.Measure{}, err
	}
	who := m.country.Name + " had " + counted(before.NowSum.Events, "event")
	if actor != "" {
		who = m.country.Name + " had " + counted(before.NowSum.Events, "event") + " involving " + actor
	}
	text := fmt.Sprintf("In this data, %s from %s, against %d in the six months before (%s) and %d in the same months a year before (%s); deaths were %d against %d and %d.",
		who, w, before.ThenSum.Events, changeWords(before.Events, before.Reason), year.ThenSum.Events, changeWords(year.Events, year.Reason),
		before.NowSum.Best, before.ThenSum.Best, year.ThenSum.Best)
	return m.measure(brief.TopicTempo, text, m.query("tempo", actor, w.From, w.Until), s, slices.Concat(before.Warnings, year.Warnings)), nil
}

// measure finishes a measure of events: its dataset and the rows it rests on.
func (m *measurer) measure(topic, text, query string, s *Selected, warnings []string) brief.Measure {
	out := brief.Measure{Topic: topic, Text: text, Query: query, Warnings: slices.Compact(warnings)}
	if sets := m.data.Sets(false); len(sets) > 0 {
		out.Dataset = sets[0].Dataset
	}
	for _, row := range s.Data.Events.Select(s.Filter) {
		out.Events = append(out.Events, s.Data.Events.ID(row))
	}
	return out
}

// changeWords says a ratio with its interval, and what it means.
func changeWords(r *stat.Ratio, reason string) string {
	switch {
	case r == nil:
		return "no ratio: " + reason
	case r.Value == nil:
		return "from nothing"
	}
	words := fmt.Sprintf("%.2f times", *r.Value)
	if r.Low != nil && r.High != nil {
		words += fmt.Sprintf(", 90 %% interval %.2f to %.2f", *r.Low, *r.High)
	}
	switch {
	case r.Contains(1):
		return words + ": no clear change"
	case *r.Value > 1:
		return words + ": more"
	}
	return words + ": fewer"
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// reach tells how near to the capital the events came, and how far south, since
// that is what reports claim of an advance.
func (m *measurer) reach(coups *watch.Coups) ([]brief.Measure, error) {
	w := m.window(coups)
	s, err := m.ask("", w.From, w.Until)
	if err != nil {
		return nil, err
	}
	g, err := m.desk.Gazetteer(m.ctx)
	if err != nil {
		return nil, err
	}
	capital, ok := g.Capital(m.country.ISO2)
	if !ok {
		return nil, nil
	}
	r, err := s.Data.Events.Reach(s.Filter, watch.ReachOptions{From: &geo.Point{Lat: capital.Lat, Lon: capital.Lon}, FromName: capital.Name})
	if err != nil {
		return nil, err
	}
	text := fmt.Sprintf("In this data, the event nearest to %s from %s lay %.0f km away, on %s", capital.Name, w, *r.MinKM, r.Nearest.Date)
	rows := []string{r.Nearest.ID}
	for _, x := range r.Furthest {
		if x.Direction == "south" {
			rows = append(rows, x.ID)
			if x.Earlier != nil {
				rows = append(rows, x.Earlier.ID)
			}
			text += fmt.Sprintf("; the furthest south lay at %.3f° of latitude, on %s, %s", x.Lat, x.Date, earlierWords(&x))
		}
	}
	out := m.measure(brief.TopicReach, text+".", m.query("reach", "", w.From, w.Until), s, nil)
	out.Warnings = warningTexts(r.Warnings)
	out.Events = slices.Compact(rows)
	return []brief.Measure{out}, nil
}

func earlierWords(x *watch.Extreme) string {
	switch {
	case x.Earlier == nil:
		return "with nothing earlier to compare"
	case x.Record:
		return fmt.Sprintf("%.0f km beyond any before", x.BeyondKM)
	case x.BeyondKM > 0:
		return "beyond any before only within the place error"
	}
	return fmt.Sprintf("%.0f km short of the one of %s", -x.BeyondKM, x.Earlier.Date)
}

func warningTexts(list []tocsin.Warning) []string {
	var out []string
	for _, w := range list {
		out = append(out, w.String())
	}
	return out
}
