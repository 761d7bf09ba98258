package check

import (
	"regexp"
	"strings"

	"tocsin"
)

// oneEvent matches a text that tells of one event: "a suicide bombing", "the attack
// on", "one of the clashes" does not.
var oneEvent = regexp.MustCompile(`(?i)\b(an?|the|one|single|that|this|deadliest|worst)\s+((suicide|car|truck|bomb|deadly|single|armed|rebel|militant|jihadist|islamist|double|twin|deadliest|worst|terrorist|air|mortar|rocket|[A-Z][\w'-]+)\s+){0,3}(attack|bombing|massacre|explosion|blast|raid|ambush|assault|shooting|clash|strike|airstrike|battle|siege|bomb)\b`)

// single reports that the claim's number is that of one event, so that the sum over
// its window would prove too much.
func (j *job) single() bool {
	return j.k.Form == tocsin.FormCount && deathsMeant(j.k.Of.Measure) && oneEvent.MatchString(j.s.Quote) && !strings.Contains(strings.ToLower(j.s.Quote), "attacks")
}

// deadliestDay is the day of the rows with the most deaths: one event may stand in
// several rows of one day. Rows of more than a day count by their first.
func (e *eventData) deadliestDay(t tally) tally {
	type sum struct {
		rows  []int
		total float64
	}
	byDay := map[tocsin.Date]*sum{}
	var best *sum
	var bestDay tocsin.Date
	for _, i := range t.rows {
		ev := e.table.Event(i)
		s := byDay[ev.From]
		if s == nil {
			s = &sum{}
			byDay[ev.From] = s
		}
		s.rows = append(s.rows, i)
		s.total += count(ev.Best, ev.Low)
		if best == nil || s.total > best.total || s.total == best.total && ev.From < bestDay {
			best, bestDay = s, ev.From
		}
	}
	if best == nil {
		return t
	}
	return e.sum(best.rows)
}
