package check

import (
	"fmt"

	"tocsin"
)

// circles are the radii of the two towns around which a claim compares what there was; ok is
// false for all other claims.
func (j *job) circles() (own, base float64, ok bool) {
	if j.k.Form != tocsin.FormCount || j.k.Than == nil || len(j.k.Places) != 2 {
		return 0, 0, false
	}
	own, one := radiusKM(j.k.Places[0])
	base, two := radiusKM(j.k.Places[1])
	return own, base, one && two
}

// betweenCircles judges that there was more within so far of one town than within so far of
// another; where the place error, taken off the one and put on the other, turns it, it is partly
// so.
func (j *job) betweenCircles(s scope, own, base float64) answer {
	a, b := j.townsOf(s, j.k.Places[0]), j.townsOf(s, j.k.Places[1])
	if len(a) == 0 || len(b) == 0 || isArea(a[0]) || isArea(b[0]) {
		return cannot("name two towns", "the claim does not say around which towns", j.c.events.sets...)
	}
	w, _, why := j.countWindow(s.iso)
	if why != "" || w.Until > j.c.events.to {
		return cannot(later, firstText(why, j.c.events.outsideData(w)), j.c.events.sets...)
	}
	out := answer{unit: tocsin.Ratio, data: append(append([]tocsin.Dataset{}, j.c.events.sets...), j.placeData()...), query: append(j.scopeQuery("reach", s, s.all, w), "--near", a[0].Name)}
	var differs, lines []string
	for _, m := range j.measures() {
		around := func(n int, km float64) float64 {
			f := j.countFilter(s, w)
			pt := a[0].Point()
			if n == 1 {
				pt = b[0].Point()
			}
			f.Near, f.WithinKM = &pt, max(km, 1)
			t := j.c.events.tally(f)
			if km == own || km == base {
				out.events = appendNew(out.events, j.c.events.ids(t.rows))
			}
			return t.size(m)
		}
		x, y := around(0, own), around(1, base)
		v := j.againstVerdict(x, y)
		for _, by := range []float64{shareErrorKM, -shareErrorKM} {
			if v != j.againstVerdict(around(0, own+by), around(1, base-by)) && v != tocsin.CannotBeMeasured {
				v = tocsin.Partly
			}
		}
		var value *float64
		if y > 0 {
			value = tocsin.Number(round(x/y, 3))
		}
		out.alternatives = append(out.alternatives, tocsin.Variation{Actors: s.all.actors(), Window: days(w), Filter: m, Value: value, Verdict: v})
		differs = append(differs, "whether one counts events or deaths")
		lines = append(lines, fmt.Sprintf("%s %s within %s km of %s against %s within %s km of %s", number(x), j.who(s, s.all, m), number(round(own, 0)), a[0].Name, number(y), number(round(base, 0)), b[0].Name))
	}
	return j.sideBySide(out, differs, lines, w, "no row lies within either")
}
