package desk

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"tocsin/brief"
	"tocsin/watch"
)

// coupList tells of the earlier coups and attempts of the country.
func (m *measurer) coupList(coups *watch.Coups) ([]brief.Measure, error) {
	if coups == nil || len(coups.Coups) == 0 {
		return nil, nil
	}
	const named = 6 // so many at most are named by date
	var fell, rest int
	var days, lists []string
	out := brief.Measure{Topic: brief.TopicCoups, Query: m.query("coups", "", 0, m.at), Warnings: warningTexts(coups.Warnings)}
	for _, c := range coups.Coups {
		day := c.First.String()
		if c.DatesDiffer {
			day += " or " + c.Last.String()
		}
		if realised(&c) {
			fell++
			days = append(days, day)
		} else {
			rest++
		}
		for _, e := range c.Entries {
			out.Events = append(out.Events, e.ID)
			if !slices.Contains(lists, e.Dataset) {
				lists = append(lists, e.Dataset)
			}
		}
	}
	if fell == 0 {
		return nil, nil
	}
	slices.Sort(lists)
	out.Dataset = strings.Join(lists, ", ")
	which := strings.Join(days, ", ")
	if len(days) > named {
		which = "the latest on " + strings.Join(days[len(days)-named:], ", ")
	}
	out.Text = fmt.Sprintf("In this data (%s), governments of %s fell to %s by %s: %s.", strings.Join(lists, " and "), m.country.Name, counted(fell, "coup"), m.at, which)
	if rest > 0 {
		out.Text = strings.TrimSuffix(out.Text, ".") + fmt.Sprintf("; %d more failed or %s found out.", rest, map[bool]string{true: "was", false: "were"}[rest == 1])
	}
	return []brief.Measure{out}, nil
}

// realised reports whether one of the lists says that the government fell.
func realised(c *watch.Coup) bool {
	return slices.ContainsFunc(c.Entries, func(e watch.CoupEntry) bool { return e.Class == "realised" })
}

// mainCoup tells what the lists have of a coup that has just been.
func (m *measurer) mainCoup(coups *watch.Coups) ([]brief.Measure, error) {
	if coups == nil {
		return nil, nil
	}
	for i := len(coups.Coups) - 1; i >= 0; i-- {
		c := &coups.Coups[i]
		if c.First > m.at || c.First.AddDays(freshCoupDays) < m.at {
			continue
		}
		out := brief.Measure{Topic: brief.TopicMain, Query: m.query("coups", "", c.First, c.Last)}
		var says, lists []string
		for _, e := range c.Entries {
			kind := "a coup attempt in " + m.country.Name
			if e.Class == "realised" {
				kind = "a coup topple the government"
			} else if e.Class == "conspiracy" {
				kind = "a coup plot in " + m.country.Name
			}
			says = append(says, fmt.Sprintf("%s has %s on %d %s %d", e.Dataset, kind, e.From.Day(), time.Month(e.From.Month()), e.From.Year()))
			lists = append(lists, e.Dataset)
			out.Events = append(out.Events, e.ID)
		}
		out.Dataset = strings.Join(lists, ", ")
		out.Text = "In this data, " + strings.Join(says, "; ") + "."
		return []brief.Measure{out}, nil
	}
	return nil, nil
}

// precedent tells what followed the latest coup that lies far enough back for
// the event data to cover the half-year before it and the two half-years after.
// What followed is not what it caused, and the sentence says so.
func (m *measurer) precedent(coups *watch.Coups) ([]brief.Measure, error) {
	if coups == nil {
		return nil, nil
	}
	for i := len(coups.Coups) - 1; i >= 0; i-- {
		c := &coups.Coups[i]
		if !realised(c) || c.First.AddMonths(2*briefMonths) > m.at {
			continue
		}
		first := watch.Window{From: c.First, Until: c.First.AddMonths(briefMonths).AddDays(-1)}
		second := watch.Window{From: first.Until.AddDays(1), Until: c.First.AddMonths(2 * briefMonths).AddDays(-1)}
		if before := halfYearBefore(first); !m.covered(watch.Window{From: before.From, Until: second.Until}) {
			continue
		}
		s, err := m.ask("", first.From, second.Until)
		if err != nil {
			return nil, err
		}
		one, err := s.Data.Events.Compare(s.Filter, first, halfYearBefore(first), 0)
		if err != nil {
			return nil, err
		}
		two, err := s.Data.Events.Compare(s.Filter, second, first, 0)
		if err != nil {
			return nil, err
		}
		text := fmt.Sprintf("In this data, the half-year before the coup of %s had %s and %s, the one from then on %d and %d, and the next %d and %d; what followed need not be its effect.",
			c.First, counted(one.ThenSum.Events, "event"), counted(one.ThenSum.Best, "death"), one.NowSum.Events, one.NowSum.Best, two.NowSum.Events, two.NowSum.Best)
		out := m.measure(brief.TopicPrecedent, text, m.query("tempo", "", first.From, first.Until), s, slices.Concat(one.Warnings, two.Warnings))
		out.Queries = []string{m.query("tempo", "", second.From, second.Until), m.rowsQuery("", first.From, second.Until)}
		return []brief.Measure{out}, nil
	}
	return nil, nil
}

// covered reports whether one of the event datasets covers all of a window.
func (m *measurer) covered(w watch.Window) bool {
	for _, have := range m.data.Events.Datasets() {
		if have.From <= w.From && have.Until >= w.Until {
			return true
		}
	}
	return false
}
