package check

import (
	"fmt"
	"math"
	"strings"

	"tocsin"
	"tocsin/watch"
)

// count judges how many events or deaths there were, or how many per unit of time.
func (j *job) count() answer {
	s, bad := j.scope()
	if bad != nil {
		return *bad
	}
	if own, base, ok := j.circles(); ok {
		return j.betweenCircles(s, own, base)
	}
	if p, ok := j.spot(); ok {
		if a, undated := j.undated(s, p); undated {
			return a
		}
		if deg, side := sideOf(p); side && opOf(j.k) == ">=" && j.k.Value != nil && *j.k.Value <= 1 {
			if part := *j; part.partCountry(p) {
				return part.inPart(deg)
			}
		}
		return j.countAt(s, p)
	}
	if j.k.Than != nil {
		return j.countAgainst(s)
	}
	if j.k.Value == nil {
		return cannot("give a number, or a time to compare with", "the claim names no number", j.c.events.sets...)
	}
	if s.iso == "" && s.several == "" && len(s.all.sides) == 0 && !contains(" "+strings.ToLower(j.s.Quote)+" ", worldWords) {
		return cannot("name the country", "the claim does not say where", j.c.events.sets...)
	}
	if j.k.Window == nil && j.k.Form == tocsin.FormCount {
		// A number of one unnamed day would always be exceeded by all the years.
		return cannot("name the day, month or year that the number is of", "the text gives the number no time", j.c.events.sets...)
	}
	w, note, why := j.countWindow(s.iso)
	if why != "" {
		return cannot(later, why, j.c.events.sets...)
	}
	return j.countIn(s, w, note)
}

// worldWords are in a text that is about all countries.
var worldWords = []string{"world", "global"}

// countIn counts in a window; note begins the sentence.
func (j *job) countIn(s scope, w watch.Window, note string) answer {
	t, when := j.c.events.tally(j.countFilter(s, w)), days(w)
	if j.single() {
		t = j.c.events.deadliestDay(t)
		when += ", on the deadliest day"
	}
	out := answer{unit: tocsin.Events, data: j.c.events.sets, events: j.c.events.ids(t.rows)}
	out.query = j.scopeQuery("tempo", s, s.all, w)
	value, low, high := float64(t.events), float64(t.events), float64(t.events)
	measure := "events"
	if deathsMeant(j.k.Of.Measure) {
		measure, out.unit = "deaths", tocsin.Deaths
		value, low, high = t.deaths.Total, t.low, t.high
	}
	if j.k.Form == tocsin.FormRate {
		per := j.perTime(w)
		out.unit = j.k.Unit
		value, low, high = value/per, low/per, high/per
	}
	out.value, out.low, out.high = tocsin.Number(round(value, 3)), tocsin.Number(round(low, 3)), tocsin.Number(round(high, 3))
	out.verdict = compare(opOf(j.k), value, *j.k.Value, 0)
	if out.verdict == tocsin.Holds && j.begins() && !j.begun(s) {
		out.verdict, out.turnsOn = tocsin.Partly, "whether it began then: there is none in the year that the text names"
	}
	if out.verdict == tocsin.Holds && j.k.Form == tocsin.FormRate && contains(strings.ToLower(j.k.Text)+" ", []string{"every day ", "each day ", "every week ", "each week "}) {
		out.verdict, out.turnsOn = tocsin.Partly, "whether the mean is meant or each of them, which was not tested"
	}
	raw := out.verdict
	more := j.coverCount(&out, s, w, value, t.events)
	out.alternatives = []tocsin.Variation{{Actors: s.all.actors(), Window: days(w), Filter: measure + ", all rows", Value: out.value, Low: out.low, High: out.high, Verdict: out.verdict}}
	what := fmt.Sprintf("%sIn this data there are %s %s, %s", note, number(round(value, 2)), j.who(s, s.all, measure), when)
	if out.unit != tocsin.Events && out.unit != tocsin.Deaths {
		what += " per " + strings.TrimPrefix(string(out.unit), measure+"/")
	}
	if measure == "deaths" {
		what += fmt.Sprintf(" (%s by the lowest, %s by the highest estimates)", number(round(low, 2)), number(round(high, 2)))
	}
	if out.verdict == tocsin.CannotBeMeasured && raw != out.verdict {
		out.sentence = what + "; the file does not hold every event, so " + quoted(j.k.Text) + " cannot be measured on it."
		return out
	}
	out.sentence = what + more + ": " + quoted(j.k.Text) + " " + verdictWords(out.verdict, out.turnsOn) + "."
	return out
}

// begins reports a presence said to last since a time: "has been attacking since 2017".
func (j *job) begins() bool {
	w := j.k.Window
	return w != nil && w.Open == "end" && !w.From.IsZero() && j.k.Value != nil && *j.k.Value <= 1 && opOf(j.k) == ">="
}

// begun reports a row in the year from which such a presence is said to last.
func (j *job) begun(s scope) bool {
	from := j.k.Window.From
	return j.c.events.tally(j.countFilter(s, watch.Window{From: from, Until: from.AddMonths(12).AddDays(-1)})).events > 0
}

// partCountry fixes the claim's country by the place that is a part of it.
func (j *job) partCountry(p tocsin.Place) bool {
	iso, whole := j.c.placeCountry(p)
	of := *j.k.Of
	if of.Country == "" {
		of.Country = j.c.countryName(iso)
	}
	j.k.Of, j.k.Places = &of, []tocsin.Place{p}
	return iso != "" && !whole
}

func opOf(k tocsin.Claim) string {
	if k.Op == "" {
		return "="
	}
	return k.Op
}

// countFilter is the scope's filter, cut to civilians where the claim says so.
func (j *job) countFilter(s scope, w watch.Window) watch.Filter {
	f := s.filter(s.all, w)
	if civiliansMeant(j.k.Of.Measure) {
		f.Classes = []string{tocsin.OneSided}
	}
	return f
}

// coverCount takes back what the data cannot show: with rows missing, a count is a
// lower bound. It proves "at least" and disproves "fewer than", and nothing else.
func (j *job) coverCount(out *answer, s scope, w watch.Window, value float64, rows int) (note string) {
	if j.c.events.complete && !civiliansMeant(j.k.Of.Measure) {
		return ""
	}
	reason := "the file's coverage is unknown (no place precision), so that its " + number(round(value, 2)) + " is a lower bound"
	if civiliansMeant(j.k.Of.Measure) {
		reason = "the data counts civilians in one-sided violence alone, so that its " + number(round(value, 2)) + " is a lower bound"
	}
	if verdict, more, ok := j.covered(out.verdict, value, rows, s, w); ok {
		out.verdict, note = verdict, more
		return note
	}
	if op := opOf(j.k); (op == ">" || op == ">=") && j.never(s, w, value) {
		return ""
	}
	out.verdict = tocsin.CannotBeMeasured
	out.reason = reason + "; import the full UCDP GED (49 columns) with --events FILE"
	return ""
}

// minCovered is how many rows of an actor elsewhere in the same time show that
// the data follows the actor.
const minCovered = 20

// never reports the one absence that even a partial file shows: an actor whom it
// follows in that time elsewhere, and has never met in the country, then or
// before or in the year after.
func (j *job) never(s scope, w watch.Window, value float64) bool {
	if value > 0 || s.iso == "" || len(s.all.sides) == 0 || w.From.IsZero() || w.Until.IsZero() || *j.k.Value > 1 {
		return false
	}
	until := w.Until.AddMonths(12)
	here := len(j.c.events.table.Select(s.filter(s.all, watch.Window{Until: until})))
	everywhere := s
	everywhere.countries, everywhere.among = nil, nil
	elsewhere := len(j.c.events.table.Select(everywhere.filter(s.all, w)))
	return here == 0 && elsewhere >= minCovered
}

// countWindow is the claim's time cut to what can be known; note begins the
// sentence where the data does not cover all of it.
func (j *job) countWindow(iso string) (w watch.Window, note, why string) {
	w = j.window()
	if w.Until.IsZero() || !j.s.Published.IsZero() && w.Until >= j.s.Published {
		w.Until = j.lastDay(iso)
		if j.s.Published.IsZero() {
			w.Until = j.c.events.to
		}
	}
	if w.From.IsZero() {
		w.From = j.c.events.from
	}
	switch {
	case w.From > j.c.events.to || w.Until < j.c.events.from || w.Until < w.From:
		return w, "", firstText(j.c.events.outsideData(w), "the claim's time is empty")
	case w.Until > j.c.events.to:
		op := opOf(j.k)
		if op != ">" && op != ">=" && length(watch.Window{From: j.c.events.to, Until: w.Until}) > length(watch.Window{From: w.From, Until: w.Until})/tailPart {
			return w, "", j.c.events.outsideData(w)
		}
		note = j.c.events.endsFirst()
		w.Until = j.c.events.to
	}
	return w, note, ""
}

// tailPart is the part of its time that a number may be told of beyond the end of the data: one
// in thirty, the last month of three years.
const tailPart = 30

func firstText(list ...string) string {
	for _, s := range list {
		if s != "" {
			return s
		}
	}
	return ""
}

// perTime is how many of the rate's units of time the window holds.
func (j *job) perTime(w watch.Window) float64 {
	n := float64(length(w))
	switch j.k.Unit {
	case tocsin.EventsPerDay, tocsin.DeathsPerDay:
		return n
	case tocsin.EventsPerYear, tocsin.DeathsPerYear:
		return n / 365.2425
	}
	return n / 30.436875
}

// countAgainst compares two countries or two actors in the same time.
func (j *job) countAgainst(s scope) answer {
	other := *j
	than := *j.k.Than
	if than.Country == "" {
		than.Country = j.k.Of.Country
	}
	if than.Actor == "" && than.Country == j.k.Of.Country {
		return cannot("name what it is compared with", "the claim does not say more than what", j.c.events.sets...)
	}
	if than.Actor == "" {
		than.Actor = j.k.Of.Actor
	}
	other.k.Of, other.k.Places = &than, nil
	if than.Country != j.k.Of.Country {
		other.unit = nil // a part of one country against another country
	}
	s2, bad := other.scope()
	if bad != nil {
		return *bad
	}
	w, _, why := j.countWindow(s.iso)
	if why != "" || w.Until > j.c.events.to {
		return cannot(later, firstText(why, j.c.events.outsideData(w)), j.c.events.sets...)
	}
	out := answer{unit: tocsin.Ratio, data: j.c.events.sets, query: j.scopeQuery("tempo", s, s.all, w)}
	measures := []string{"events", "deaths"}
	switch {
	case deathsMeant(j.k.Of.Measure):
		measures = []string{"deaths"}
	case eventsMeant(j.k.Of.Measure):
		measures = []string{"events"}
	}
	var differs, lines []string
	for _, m := range measures {
		a, b := j.c.events.tally(j.countFilter(s, w)), j.c.events.tally(other.countFilter(s2, w))
		x, y := float64(a.events), float64(b.events)
		if m == "deaths" {
			x, y = a.deaths.Total, b.deaths.Total
		}
		v := j.againstVerdict(x, y)
		var value *float64
		if y > 0 {
			value = tocsin.Number(round(x/y, 3))
		}
		out.alternatives = append(out.alternatives, tocsin.Variation{Actors: s.all.actors(), Window: days(w), Filter: m, Value: value, Verdict: v})
		differs = append(differs, "whether one counts events or deaths")
		lines = append(lines, fmt.Sprintf("%s %s against %s %s", number(x), j.who(s, s.all, m), number(y), other.who(s2, s2.all, m)))
		out.events = appendNew(out.events, j.c.events.ids(a.rows))
	}
	return j.sideBySide(out, differs, lines, w, "the data has no rows for either")
}

// sideBySide ends an answer whose alternatives each set one number against another; neither
// says why there is none to set.
func (j *job) sideBySide(out answer, differs, lines []string, w watch.Window, neither string) answer {
	out.verdict, out.turnsOn = combine(out.alternatives, differs)
	out.value = out.alternatives[0].Value
	if out.verdict == tocsin.CannotBeMeasured {
		out.reason = neither + "; import data that covers them with --events FILE"
	}
	out.sentence = fmt.Sprintf("In this data, %s, %s: %s %s.", strings.Join(lines, "; "), days(w), quoted(j.k.Text), verdictWords(out.verdict, out.turnsOn))
	return out
}

// closeShare is by how little two counts of a partial file may differ for their
// order to be unclear.
const closeShare = 0.10

// againstVerdict judges "more than" and "twice as many as".
func (j *job) againstVerdict(x, y float64) string {
	if x == 0 && y == 0 {
		return tocsin.CannotBeMeasured
	}
	if j.k.Value != nil && *j.k.Value > 0 && y > 0 {
		return compare(opOf(j.k), x/y, *j.k.Value, 0)
	}
	if strings.HasPrefix(j.k.Op, "<") {
		x, y = y, x
	}
	switch {
	case x <= y && y-x > closeShare*y:
		return tocsin.DoesNotHold
	case math.Abs(x-y) <= closeShare*max(x, y):
		return tocsin.Partly
	}
	return tocsin.Holds
}
