package desk

import (
	"fmt"
	"slices"
	"strings"

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

// precedent tells what followed the latest coup that lies far enough back for
// the event data to cover the year before it and the year after: the
// twelve months after it against the twelve before. What followed is not what
// it caused, and the sentence says so.
func (m *measurer) precedent(coups *watch.Coups) ([]brief.Measure, error) {
	if coups == nil {
		return nil, nil
	}
	for i := len(coups.Coups) - 1; i >= 0; i-- {
		c := &coups.Coups[i]
		if !realised(c) || c.First.AddMonths(followed) > m.at {
			continue
		}
		after := watch.Window{From: c.First, Until: c.First.AddMonths(followed).AddDays(-1)}
		before := watch.Window{From: c.First.AddMonths(-followed), Until: c.First.AddDays(-1)}
		if !m.covered(watch.Window{From: before.From, Until: after.Until}) {
			continue
		}
		s, err := m.ask("", after.From, after.Until)
		if err != nil {
			return nil, err
		}
		change, err := s.Data.Events.Compare(s.Filter, after, before, 0)
		if err != nil {
			return nil, err
		}
		text := fmt.Sprintf("In this data, the twelve months from the coup of %s on had %s and %s in %s, against %d and %d in the twelve months before; that it followed does not show that the coup caused it.",
			c.First, counted(change.NowSum.Events, "event"), counted(change.NowSum.Best, "death"), m.country.Name, change.ThenSum.Events, change.ThenSum.Best)
		return []brief.Measure{m.measure(brief.TopicPrecedent, text, m.query("tempo", "", after.From, after.Until), s, change.Warnings)}, nil
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
