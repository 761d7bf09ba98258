package check

import (
	"fmt"
	"slices"

	"tocsin"
	"tocsin/watch"
)

// twoParts reports a comparison of two parts of one country: provinces, sides of it, towns with
// what lies around them.
func (j *job) twoParts() bool {
	_, _, circles := j.circles()
	return j.k.Form == tocsin.FormCount && j.k.Than != nil && len(j.k.Places) == 2 && !circles
}

// aroundKM are the radii within which a row is said to be around a town.
var aroundKM = []float64{50, 25, 100}

// betweenParts judges it: rows near the border of one count there once and once not, and around
// a town by three radii.
func (j *job) betweenParts() answer {
	s, bad := j.scope()
	if bad != nil {
		return *bad
	}
	w, _, why := j.countWindow(s.iso)
	if why != "" || w.Until > j.c.events.to || s.iso == "" {
		return cannot(later, firstText(why, j.c.events.outsideData(w), "the two are not known to lie in one country"), j.c.events.sets...)
	}
	out := answer{unit: tocsin.Ratio, data: append(slices.Clone(j.c.events.sets), j.placeData()...), query: j.scopeQuery("tempo", s, s.all, w)}
	out.alternatives = make([]tocsin.Variation, 0, 2)
	var differs, lines []string
	for n, km := range aroundKM {
		a, one := j.rowsOf(s, 0, km)
		b, two := j.rowsOf(s, 1, km)
		if one != nil || two != nil {
			return *firstAnswer(one, two)
		}
		x, y := j.sortRows(s, w, a), j.sortRows(s, w, b)
		for i, m := range j.measures() {
			own, base := j.sizeOf(x.in, m), j.sizeOf(y.in, m)
			v := j.againstVerdict(own, base)
			if v != j.againstVerdict(own+j.sizeOf(x.open, m), base) || v != j.againstVerdict(own, base+j.sizeOf(y.open, m)) {
				v = tocsin.Partly
			}
			if n > 0 {
				if out.alternatives[i].Verdict != v {
					out.alternatives[i].Verdict = tocsin.Partly
				}
				continue
			}
			var value *float64
			if base > 0 {
				value = tocsin.Number(round(own/base, 3))
			}
			out.alternatives = append(out.alternatives, tocsin.Variation{Actors: s.all.actors(), Window: days(w), Filter: m, Value: value, Verdict: v})
			differs = append(differs, "whether one counts events or deaths")
			lines = append(lines, fmt.Sprintf("%s %s %s against %s %s", number(own), j.who(s, s.all, m), a.name, number(base), b.name))
			out.events = appendNew(out.events, j.c.events.ids(slices.Concat(x.in, y.in)))
		}
		if j.k.Places[0].Relation != "around" && j.k.Places[1].Relation != "around" {
			break
		}
	}
	return j.sideBySide(out, differs, lines, w, "no row lies within either")
}

func firstAnswer(list ...*answer) *answer {
	return list[slices.IndexFunc(list, func(a *answer) bool { return a != nil })]
}

// rowsOf is the region of one of the two places, km around it where the text says around; a town
// beside a province is the province of its name.
func (j *job) rowsOf(s scope, n int, km float64) (region, *answer) {
	one := *j
	p := j.k.Places[n]
	if p.Relation == "around" {
		p.Relation = "within " + number(km) + " km of"
	} else if _, unit := j.unitOf(j.k.Places[1-n]); unit && p.Relation == "" {
		q := p
		q.Text += " Province"
		if _, too := j.unitOf(q); too {
			p = q
		}
	}
	one.k.Places = []tocsin.Place{p}
	side, _, part := j.partOfLand(p)
	_, unit := j.unitOf(p)
	if p.Precision == "region" && !unit && !(part && side != "") {
		a := cannot("name a province, a town or a side of the country", "the borders of "+p.Text+" are not known", j.c.events.sets...)
		return region{}, &a
	}
	r, bad := one.regionOf(&s)
	if bad == nil && p.Relation == "" && r.inside != nil { // a town and what is near it
		r.lies = func(row int) int {
			ev := j.c.events.table.Event(row)
			return beside(r.inside(row), placeErrorKM/2, ev.HasPoint)
		}
	}
	if bad == nil && len(j.sortRows(scope{iso: s.iso, countries: s.countries}, watch.Window{}, r).in) == 0 {
		a := cannot("name a place that the data has rows of", "no row of any time lies "+r.name, j.c.events.sets...)
		return r, &a
	}
	return r, bad
}
