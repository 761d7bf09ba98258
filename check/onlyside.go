package check

import (
	"strings"

	"tocsin"
	"tocsin/geo"
)

// nearlyAll is the share of the rows that makes a side of a country all of it.
const nearlyAll = 0.95

// onlySide reports a word for a side, "the war in the east", on which all the rows lie of the
// claim's country, group and time, but for one in twenty: it narrows nothing.
func (j *job) onlySide(word string) bool {
	side := strings.ToLower(word)
	if _, ok := geo.CompassBearing(side); !ok || j.k.Of == nil || strings.Contains(j.k.Of.Act, "coup") {
		return false
	}
	s, bad := j.scope()
	w := j.window()
	if bad != nil || s.iso == "" || w.From.IsZero() || w.Until.IsZero() {
		return false
	}
	rows := j.c.events.table.Select(s.filter(s.all, w))
	r, no := j.sideRegion(side, s.iso)
	if no != nil || len(rows) == 0 || j.k.Form == tocsin.FormRank {
		return false
	}
	in := 0
	for _, row := range rows {
		if j.c.events.table.Event(row).HasPoint && r.inside(row) >= 0 {
			in++
		}
	}
	return float64(in) >= nearlyAll*float64(len(rows))
}
