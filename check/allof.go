package check

import (
	"fmt"
	"slices"

	"tocsin"
)

// leastAll is from how many rows on a claim about all of them can hold.
const leastAll = 3

// allOf judges that all of the rows lie in a region, or involve one group.
func (j *job) allOf(s scope) answer {
	r, bad := j.regionOf(&s)
	if bad != nil {
		return *bad
	}
	if len(j.k.Places) > 0 {
		if _, country := j.c.placeCountry(j.k.Places[0]); country {
			s.iso, s.countries = "", nil // of the group wherever it was
		}
	}
	whole := s
	if j.k.Than != nil && len(j.k.Places) == 0 {
		r = j.involving(s)
		whole.parts, whole.all = nil, party{}
	}
	w, _, why := j.countWindow(s.iso)
	if why != "" {
		return cannot(later, why, j.c.events.sets...)
	}
	t := j.sortRows(whole, w, r)
	n := len(t.in) + len(t.out) + len(t.open)
	out := answer{unit: tocsin.Percent, data: j.c.events.sets, events: j.c.events.ids(append(slices.Clone(t.out), t.in...)), query: j.scopeQuery("reach", whole, whole.all, w)}
	if n == 0 {
		return cannot("import data that covers it with --events FILE", "the data has no rows of "+j.who(whole, whole.all, "events")+", "+days(w), j.c.events.sets...)
	}
	out.value = tocsin.Number(round(100*float64(len(t.in))/float64(n), 1))
	out.sentence = fmt.Sprintf("In this data %d of %d %s, %s, lie %s, and %d outside", len(t.in), n, j.who(whole, whole.all, "events"), days(w), r.name, len(t.out))
	switch {
	case len(t.out) > 0:
		out.verdict = tocsin.DoesNotHold
	case len(t.open) > 0 && len(t.open)*20 > n:
		out.verdict, out.turnsOn = tocsin.Partly, "rows so near the border that the error of their place decides"
	case n < leastAll:
		out.verdict, out.reason = tocsin.CannotBeMeasured, "the data has too few rows to speak of all; import a fuller file with --events FILE"
	default:
		out.verdict = tocsin.Holds
	}
	return j.composedAnswer(out, s, w, r)
}

// involving is the region of the rows that involve the claim's group.
func (j *job) involving(s scope) region {
	return region{name: "with " + s.all.name, lies: func(row int) int {
		ev := j.c.events.table.Event(row)
		return sign(slices.Contains(s.all.sides, ev.SideA) || slices.Contains(s.all.sides, ev.SideB))
	}}
}
