package main

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tocsin"
	"tocsin/stat"
	"tocsin/watch"
)

// sayBasis prints what a result rests on, and its warnings, as words.
func (a *app) sayBasis(b *watch.Basis, data []tocsin.Dataset) {
	names := slices.Clone(b.Datasets)
	for i, name := range names {
		for _, d := range data {
			if d.Dataset == name {
				names[i] += " " + shortVintage(d)
			}
		}
	}
	a.say("%s: %s; data %s, which covers %s", b.Filter, b.Window, strings.Join(names, ", "), b.Covered)
	a.warn(b.Warnings)
}

// deathsWords says what the estimates of deaths add up to, and what no row gives.
func deathsWords(t *watch.Totals) string {
	switch {
	case t.Events > 0 && t.NoDeaths == t.Events:
		return "no estimate of deaths"
	case t.Events > 0 && t.NoRange == t.Events:
		return fmt.Sprintf("best estimate %s (no range given)", count(t.Best, "death"))
	}
	return fmt.Sprintf("best estimate %s (%s to %s)", count(t.Best, "death"), thousands(t.Low), thousands(t.High))
}

func (a *app) printTempo(r *tempoResult, format string) error {
	switch format {
	case formatJSONL:
		return printJSONL(a.out, []tempoResult{*r})
	case formatCSV:
		return tempoCSV(a, r)
	}
	a.sayBasis(&r.Basis, r.Data)
	a.warnSeries(r)
	fmt.Fprintf(a.out, "%s: %s, %s\n\n", r.Total.Window, count(r.Total.Events, "event"), deathsWords(&r.Total.Totals))
	changes := &table{columns: []column{{"window", 24, false}, {"against", 24, false}, {"events", 14, true}, {"ratio (90 % interval)", 22, false}, {"deaths", 14, true}, {"ratio (90 % interval)", 22, false}}}
	addChanges(changes, r.Asked)
	addChanges(changes, slices.DeleteFunc(slices.Clone(r.Changes), func(c watch.Change) bool {
		return slices.ContainsFunc(r.Asked, func(d watch.Change) bool { return c.Now == d.Now && c.Then == d.Then })
	}))
	if err := changes.print(a.out, a.width); err != nil {
		return err
	}
	fmt.Fprint(a.out, "↑ more, ↓ less, ~ no clear change: the interval holds 1\n\n")
	a.printCourse(r.Series)
	return a.printPeriods(r.Series)
}

func addChanges(t *table, list []watch.Change) {
	for _, c := range list {
		row := tableRow{cells: []string{c.Now.String(), c.Then.String(), against(c.NowSum.Events, c.ThenSum.Events), ratioWords(c.Events),
			against(c.NowSum.Best, c.ThenSum.Best), ratioWords(c.Deaths)}}
		for _, why := range slices.Compact(nonEmpty(c.Reason, c.DeathsReason)) {
			row.below = append(row.below, "no ratio: "+why)
		}
		for _, w := range c.Warnings {
			row.below = append(row.below, "note: "+w)
		}
		t.rows = append(t.rows, row)
	}
}

func against(now, then int) string { return strconv.Itoa(now) + " / " + strconv.Itoa(then) }

// ratioWords writes a ratio with its interval, and which way it points.
func ratioWords(r *stat.Ratio) string {
	if r == nil {
		return "-"
	}
	if r.Value == nil {
		return "from nothing"
	}
	words := short(r.Value)
	if r.Low != nil && r.High != nil {
		words += fmt.Sprintf(" (%.2f–%.2f)", *r.Low, *r.High)
	}
	switch {
	case r.Contains(1):
		return words + " ~"
	case *r.Value > 1:
		return words + " ↑"
	}
	return words + " ↓"
}

// tempoCSV writes the changes and the periods in one long table: "row" says
// which.
func tempoCSV(a *app, r *tempoResult) error {
	head := []string{"row", "from", "until", "events", "deaths", "low", "high", "against", "then_from", "then_until", "then_events", "then_deaths",
		"events_ratio", "events_ratio_low", "events_ratio_high", "deaths_ratio", "deaths_ratio_low", "deaths_ratio_high", "complete"}
	var rows [][]string
	sums := func(kind string, w watch.Window, s watch.Totals) []string {
		return []string{kind, w.From.String(), w.Until.String(), strconv.Itoa(s.Events), strconv.Itoa(s.Best), strconv.Itoa(s.Low), strconv.Itoa(s.High)}
	}
	rest := make([]string, 12)
	rows = append(rows, append(sums("total", r.Total.Window, r.Total.Totals), rest...))
	for _, c := range append(append([]watch.Change{}, r.Asked...), r.Changes...) {
		row := append(sums("change", c.Now, c.NowSum), c.Against, c.Then.From.String(), c.Then.Until.String(), strconv.Itoa(c.ThenSum.Events), strconv.Itoa(c.ThenSum.Best))
		rows = append(rows, append(append(row, ratioCells(c.Events)...), append(ratioCells(c.Deaths), "")...))
	}
	for _, m := range r.Series.Periods {
		rows = append(rows, append(append(sums(string(r.Series.Per), m.Window, m.Totals), rest[:11]...), strconv.FormatBool(m.Complete)))
	}
	return writeCSV(a.out, head, rows)
}

func ratioCells(r *stat.Ratio) []string {
	if r == nil {
		return []string{"", "", ""}
	}
	return []string{number(r.Value), number(r.Low), number(r.High)}
}

func (a *app) printCoups(c *watch.Coups, data []tocsin.Dataset, format string) error {
	if format == formatJSONL {
		return printJSONL(a.out, []watch.Coups{*c})
	}
	head := []string{"coup", "country", "list", "date", "class", "outcome", "id"}
	var rows [][]string
	for i, k := range c.Coups {
		for _, e := range k.Entries {
			rows = append(rows, []string{strconv.Itoa(i + 1), e.Country, e.Dataset, e.From.String(), e.Class, e.Outcome, e.ID})
		}
	}
	if format == formatCSV {
		return writeCSV(a.out, head, rows)
	}
	a.sayBasis(&c.Basis, data)
	t := &table{columns: []column{{"#", 4, true}, {"country", 20, false}, {"list", 14, false}, {"date", 10, false}, {"class", 12, false}, {"outcome", 10, false}, {"id", 24, false}, {"", 20, false}}}
	for i, k := range c.Coups {
		for j, e := range k.Entries {
			number, note := "", ""
			if j == 0 {
				number = strconv.Itoa(i + 1)
				if k.DatesDiffer {
					note = "dates differ"
				}
			}
			t.add(number, e.Country, e.Dataset, e.From.String(), e.Class, e.Outcome, e.ID, note)
		}
	}
	fmt.Fprintf(a.out, "%s, attempts and conspiracies counted: %s\n\n", count(len(c.Coups), "coup"), c.Window)
	return t.print(a.out, a.width)
}
