package check

import (
	"fmt"
	"strings"

	"tocsin"
	"tocsin/watch"
)

// upToYear cuts the year until which a silence is told to last off its time: "none from 2006
// until 2018" says nothing of 2018. The note tells what that year has.
func (j *job) upToYear(s scope, w watch.Window, r region) (watch.Window, string) {
	if w.Until.IsZero() {
		return w, ""
	}
	at, err := tocsin.MakeDate(w.Until.Year(), 1, 1)
	if err != nil || w.From >= at || !contains(strings.ToLower(j.s.Quote)+" ", []string{fmt.Sprintf(" until %d", at.Year()), fmt.Sprintf(" till %d", at.Year())}) {
		return w, ""
	}
	last := watch.Window{From: at, Until: min(w.Until, j.c.events.to)}
	w.Until = at.AddDays(-1)
	if n := len(j.sortRows(s, last, r).in); n > 0 {
		return w, fmt.Sprintf("The year %d, until which it is told of, has %d. ", at.Year(), n)
	}
	return w, ""
}
