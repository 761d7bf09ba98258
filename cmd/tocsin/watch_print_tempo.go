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

// printPeriods lists the days, weeks or months.
func (a *app) printPeriods(s *watch.Series) error {
	t := &table{columns: []column{{string(s.Per), 15, false}, {"events", 6, true}, {"deaths", 7, true}, {"low", 7, true}, {"high", 7, true}, {"", 40, false}}}
	most := 1
	for _, p := range s.Periods {
		most = max(most, p.Events)
	}
	for _, p := range s.Periods {
		best, low, high := strconv.Itoa(p.Best), strconv.Itoa(p.Low), strconv.Itoa(p.High)
		if p.Events > 0 && p.NoRange == p.Events {
			low, high = "", ""
		}
		if p.Events > 0 && p.NoDeaths == p.Events {
			best = ""
		}
		t.add(periodName(s.Per, &p), strconv.Itoa(p.Events), best, low, high, strings.Repeat("▇", p.Events*40/most))
	}
	return t.print(a.out, a.width)
}

// warnSeries prints the warnings of the periods that the tempo has not given.
func (a *app) warnSeries(r *tempoResult) {
	for _, w := range r.Series.Warnings {
		if !slices.ContainsFunc(r.Warnings, func(x tocsin.Warning) bool { return x.Text == w.Text }) {
			a.say("note: by %s: %s", r.Series.Per, w)
		}
	}
}

// periodName is 2020-08 for a month, the Monday for a week; "part" marks one that
// the data or the window does not hold whole.
func periodName(per watch.Per, p *watch.Period) string {
	name := p.From.String()
	if per == watch.PerMonth {
		name = name[:len("2020-08")]
	}
	if !p.Complete {
		name += " part"
	}
	return name
}

// printCourse says what can be said of the run of the periods.
func (a *app) printCourse(s *watch.Series) {
	fmt.Fprintf(a.out, "of %s, %d complete:\n", count(len(s.Periods), string(s.Per)), s.Complete)
	for _, c := range []struct {
		name string
		*watch.Course
	}{{"events", &s.Events}, {"deaths", &s.Deaths}} {
		if c.Trend == nil {
			fmt.Fprintf(a.out, "  %s, trend: unknown: %s\n", c.name, c.TrendReason)
		} else {
			fmt.Fprintf(a.out, "  %s, trend over %s: ×%.3f a %s (%.3f–%.3f)%s; %s; %s\n", c.name, c.TrendOver, c.Trend.Factor, s.Per,
				c.Trend.Low, c.Trend.High, trendSign(c.Trend), doublingWords(c.Course, s.Per), c.Trend.Method)
		}
		if c.ChangesReason != "" {
			fmt.Fprintf(a.out, "  %s, change points: unknown: %s\n", c.name, c.ChangesReason)
		} else {
			fmt.Fprintf(a.out, "  %s, change points (ED-PELT): %s\n", c.name, breakWords(c.Changes, s.Per))
		}
	}
	if s.Events.OnlineReason != "" {
		fmt.Fprintf(a.out, "  events, change points (Bayesian online): unknown: %s\n\n", s.Events.OnlineReason)
		return
	}
	fmt.Fprintf(a.out, "  events, change points (Bayesian online): %s\n\n", breakWords(s.Events.Online, s.Per))
}

func trendSign(t *stat.Trend) string {
	switch {
	case t.Low > 1:
		return " ↑"
	case t.High < 1:
		return " ↓"
	}
	return " ~"
}

func doublingWords(c *watch.Course, per watch.Per) string {
	d := c.Doubling
	if d == nil {
		return "doubling time unknown: " + c.DoublingReason
	}
	verb := "doubles"
	if d.Halves {
		verb = "halves"
	}
	high := "without end"
	if d.High != nil {
		high = fmt.Sprintf("%.1f", *d.High)
	}
	return fmt.Sprintf("%s in %.1f %ss (%.1f–%s)", verb, d.Periods, per, d.Low, high)
}

// breakWords lists change points with the level before and after.
func breakWords(list []watch.Break, per watch.Per) string {
	if len(list) == 0 {
		return "none"
	}
	var out []string
	for _, b := range list {
		day := b.From.String()
		if per == watch.PerMonth {
			day = day[:len("2020-08")]
		}
		words := fmt.Sprintf("%s (%.1f → %.1f a %s", day, b.Before, b.After, per)
		if b.Probability != nil {
			words += fmt.Sprintf(", probability %.2f", *b.Probability)
		}
		out = append(out, words+")")
	}
	return strings.Join(out, ", ")
}

// printRanking writes one table of all countries.
func (a *app) printRanking(r *rankResult, format string) error {
	switch format {
	case formatJSONL:
		return printJSONL(a.out, []rankResult{*r})
	case formatCSV:
		return rankCSV(a, r)
	}
	for _, d := range r.Data {
		a.say("data %s %s, which covers %s to %s", d.Dataset, shortVintage(d), r.Covered.From, r.Covered.Until)
	}
	a.warn(r.Notes)
	fmt.Fprintf(a.out, "%s against %s; the data ends %s\n\n", r.Now, r.Then, r.Covered.Until)
	t := &table{columns: []column{{"country", 24, false}, {"events", 13, true}, {"ratio (90 % interval)", 22, false}, {"year before", 13, true}, {"ratio", 8, false},
		{"deaths", 15, true}, {"ratio", 8, false}, {"trend a month", 24, false}, {"last event", 10, false}}}
	for _, l := range r.Lines {
		if l.Reason != "" {
			t.rows = append(t.rows, tableRow{cells: []string{l.Name, "unknown", "", "", "", "", "", "", ""}, below: []string{l.Reason}})
			continue
		}
		row := tableRow{cells: []string{l.Name, against(l.Before.NowSum.Events, l.Before.ThenSum.Events), ratioWords(l.Before.Events),
			strconv.Itoa(l.YearBefore.ThenSum.Events), ratioShort(l.YearBefore.Events), against(l.Before.NowSum.Best, l.Before.ThenSum.Best), ratioShort(l.Before.Deaths),
			trendWords(&l), l.Last.String()}}
		for _, why := range slices.Compact(nonEmpty(l.Before.Reason, l.YearBefore.Reason)) {
			row.below = append(row.below, "no ratio: "+why)
		}
		t.rows = append(t.rows, row)
	}
	if err := t.print(a.out, a.width); err != nil {
		return err
	}
	_, err := fmt.Fprintln(a.out, "↑ more, ↓ less, ~ no clear change: the interval holds 1")
	return err
}

// ratioShort is a ratio without its interval, but with what the interval says.
func ratioShort(r *stat.Ratio) string {
	words := ratioWords(r)
	value, rest, ok := strings.Cut(words, " (")
	if !ok {
		return words
	}
	return value + rest[strings.LastIndexByte(rest, ' '):]
}

func trendWords(l *watch.Line) string {
	if l.Trend == nil {
		return "unknown"
	}
	return fmt.Sprintf("×%.2f (%.2f–%.2f)%s", l.Trend.Factor, l.Trend.Low, l.Trend.High, trendSign(l.Trend))
}

func rankCSV(a *app, r *rankResult) error {
	head := []string{"country", "from", "until", "events", "deaths", "then_from", "then_until", "then_events", "then_deaths", "events_ratio", "events_ratio_low", "events_ratio_high",
		"deaths_ratio", "deaths_ratio_low", "deaths_ratio_high", "year_events", "year_ratio", "year_ratio_low", "year_ratio_high", "trend", "trend_low", "trend_high", "last_event", "data_until", "reason"}
	var rows [][]string
	for _, l := range r.Lines {
		row := []string{l.Name, r.Now.From.String(), r.Now.Until.String(), "", "", r.Then.From.String(), r.Then.Until.String(), "", ""}
		year := ""
		if l.Reason == "" {
			row[3], row[4] = strconv.Itoa(l.Before.NowSum.Events), strconv.Itoa(l.Before.NowSum.Best)
			row[7], row[8] = strconv.Itoa(l.Before.ThenSum.Events), strconv.Itoa(l.Before.ThenSum.Best)
			year = strconv.Itoa(l.YearBefore.ThenSum.Events)
		}
		row = append(append(append(row, ratioCells(l.Before.Events)...), ratioCells(l.Before.Deaths)...), year)
		row = append(row, ratioCells(l.YearBefore.Events)...)
		trend := []string{"", "", ""}
		if l.Trend != nil {
			trend = []string{number(&l.Trend.Factor), number(&l.Trend.Low), number(&l.Trend.High)}
		}
		rows = append(rows, append(append(row, trend...), l.Last.String(), r.Covered.Until.String(), l.Reason))
	}
	return writeCSV(a.out, head, rows)
}
