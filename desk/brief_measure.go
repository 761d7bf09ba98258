package desk

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"

	"tocsin"
	"tocsin/actor"
	"tocsin/brief"
	"tocsin/gazetteer"
	"tocsin/stat"
	"tocsin/watch"
)

// The windows of a brief, in months.
const (
	briefMonths   = 6  // of tempo and reach
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

	statements []tocsin.Statement
	claimed    string            // the direction in which a report claims an advance, or ""
	places     []gazetteer.Place // that may lend an event their names
	beside     []atPlace         // those that did, in the measure being made
}

// measures lists what the data can answer. A measure it cannot answer is left
// out: the brief names the datasets it had.
func (m *measurer) measures() ([]brief.Measure, error) {
	var out []brief.Measure
	var err error
	m.claimed = claimedDirection(m.statements)
	if m.places, err = m.landmarks(); err != nil {
		return nil, err
	}
	coups, err := m.coups()
	if err != nil {
		return nil, err
	}
	for _, f := range []func(*watch.Coups) ([]brief.Measure, error){m.tempos, m.reach, m.signs, m.mainCoup, m.coupList, m.precedent} {
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
	return m.command(append([]string{"tocsin", "watch"}, strings.Fields(measure)...), actor, from, until)
}

// rowsQuery is the command that lists the rows behind a measure.
func (m *measurer) rowsQuery(actor string, from, until tocsin.Date) string {
	return m.command(append([]string{"tocsin"}, brief.AllRows...), actor, from, until)
}

// command adds the selection and the desk to a verb.
func (m *measurer) command(words []string, actor string, from, until tocsin.Date) string {
	words = append(words, "--country", m.country.Name)
	if actor != "" {
		words = append(words, "--actor", actor)
	}
	if !from.IsZero() {
		words = append(words, "--from", from.String())
	}
	words = slices.Concat(words, []string{"--until", until.String(), "--at", m.at.String()}, m.args)
	return quoteWords(words)
}

// quoteWords joins the words of a command for a POSIX shell.
func quoteWords(words []string) string {
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
// people, and those nobody named. A person is none of them, however often a
// dataset names one: who matters is said of bodies alone.
func (m *measurer) active(w watch.Window) ([]string, error) {
	s, err := m.ask("", w.From, w.Until)
	if err != nil {
		return nil, err
	}
	actors, err := m.desk.Actors(m.ctx)
	if err != nil {
		return nil, err
	}
	n := make(map[string]int)
	for _, row := range s.Data.Events.Select(s.Filter) {
		e := s.Data.Events.Event(row)
		for _, side := range []string{e.SideA, e.SideB} {
			if side != "Civilians" && !strings.HasPrefix(side, "Government of ") && !strings.HasPrefix(side, "unidentified") {
				n[e.Dataset+"\x00"+side]++
			}
		}
	}
	total := make(map[string]int)
	for key, events := range n {
		if dataset, side, _ := strings.Cut(key, "\x00"); body(actors, dataset, side) {
			total[side] += events
		}
	}
	n = total
	sides := make([]string, 0, len(n))
	for side := range n {
		sides = append(sides, side)
	}
	slices.SortFunc(sides, func(a, b string) int { return cmp.Or(cmp.Compare(n[b], n[a]), strings.Compare(a, b)) })
	return sides[:min(briefActors, len(sides))], nil
}

// body reports whether a side is a body and no person. UCDP and ACLED list bodies
// alone, by their codebooks; of another dataset the registry has to know it.
func body(actors *actor.Registry, dataset, side string) bool {
	found := actors.Lookup(side, 0, "")
	if len(found) > 0 && found[0].Score >= sureOf {
		return found[0].Kind != actor.Person
	}
	return dataset == "ucdp-ged" || dataset == "acled"
}

// tempo compares the window with the half-year before and with the same months
// a year before. What an event is is said where the whole country is told of.
func (m *measurer) tempo(actor string, w watch.Window) (brief.Measure, error) {
	s, err := m.ask(actor, w.From, w.Until)
	if err != nil {
		return brief.Measure{}, err
	}
	table := s.Data.Events
	before, err := table.Compare(s.Filter, w, halfYearBefore(w), 0)
	if err != nil {
		return brief.Measure{}, err
	}
	year, err := table.Compare(s.Filter, w, watch.Window{From: w.From.AddMonths(-12), Until: w.Until.AddMonths(-12)}, 0)
	if err != nil {
		return brief.Measure{}, err
	}
	who := m.country.Name + " had " + counted(before.NowSum.Events, "event")
	if actor != "" {
		who += " involving " + actor
	} else {
		who += " (" + m.kind() + "by or against any side" + m.partial() + ")"
	}
	ratios := []*stat.Ratio{before.Events, year.Events, before.Deaths, year.Deaths}
	same := sameChange(ratios)
	text := fmt.Sprintf("In this data, %s from %s, against %d in the half-year before (%s) and %d in the same months a year before (%s); deaths were %d against %d (%s) and %d (%s)",
		who, w, before.ThenSum.Events, changeWords(before.Events, before.Reason, !same, true), year.ThenSum.Events, changeWords(year.Events, year.Reason, !same, false),
		before.NowSum.Best, before.ThenSum.Best, changeWords(before.Deaths, before.DeathsReason, !same, false), year.ThenSum.Best, changeWords(year.Deaths, year.DeathsReason, !same, false))
	if same {
		text += ": " + direction(ratios[0])
	}
	out := m.measure(brief.TopicTempo, text+".", m.query("tempo", actor, w.From, w.Until), s, slices.Concat(before.Warnings, year.Warnings))
	out.Queries = []string{m.rowsQuery(actor, w.From, w.Until)}
	return out, nil
}

// kind says whose count of events it is: UCDP lists those that killed or, by its
// highest estimate alone, may have.
func (m *measurer) kind() string {
	for name := range m.data.Events.Datasets() {
		if strings.HasPrefix(name, "ucdp") {
			return "as UCDP counts them, "
		}
	}
	return ""
}

// partial says that the file need not hold every event, where it does not say
// how well its rows are placed: such a file is a choice from a fuller one.
func (m *measurer) partial() string {
	for _, set := range m.data.Sets(false) {
		if strings.Contains(set.Coverage, "place precision not given") {
			return ", perhaps not all"
		}
	}
	return ""
}

func halfYearBefore(w watch.Window) watch.Window {
	return watch.Window{From: w.From.AddMonths(-briefMonths), Until: w.From.AddDays(-1)}
}

// measure finishes a measure of events: its dataset and the rows it rests on.
func (m *measurer) measure(topic, text, query string, s *Selected, warnings []string) brief.Measure {
	out := brief.Measure{Topic: topic, Text: text, Query: query, Warnings: slices.Compact(warnings)}
	for name := range m.data.Events.Datasets() {
		out.Dataset = name // the table has one dataset: counts of two are never added
	}
	for _, row := range s.Data.Events.Select(s.Filter) {
		out.Events = append(out.Events, s.Data.Events.ID(row))
	}
	return out
}

// changeWords says a ratio with its interval and, where asked, what it means; the
// first of a sentence says of what level the intervals are.
func changeWords(r *stat.Ratio, reason string, meaning, first bool) string {
	switch {
	case r == nil:
		return "no ratio: " + reason
	case r.Value == nil:
		return "from nothing"
	}
	words := fmt.Sprintf("×%.2f", *r.Value)
	if r.Low != nil && r.High != nil {
		if first {
			words += ", 90 % interval"
		} else {
			words += ","
		}
		words += fmt.Sprintf(" %.2f–%.2f", *r.Low, *r.High)
	}
	if meaning {
		words += ", " + direction(r)
	}
	return words
}

// direction is what a ratio means.
func direction(r *stat.Ratio) string {
	switch {
	case r.Contains(1):
		return "no clear change"
	case *r.Value > 1:
		return "more"
	}
	return "fewer"
}

// sameChange reports whether all ratios are there and mean the same.
func sameChange(list []*stat.Ratio) bool {
	return !slices.ContainsFunc(list, func(r *stat.Ratio) bool {
		return r == nil || r.Value == nil || list[0] == nil || list[0].Value == nil || direction(r) != direction(list[0])
	})
}

func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func warningTexts(list []tocsin.Warning) []string {
	var out []string
	for _, w := range list {
		out = append(out, w.String())
	}
	return out
}
