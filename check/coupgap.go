package check

import (
	"fmt"
	"math"
	"strings"

	"tocsin"
	"tocsin/watch"
)

// coupGap judges how long before the coup of the claim's window the earlier one was:
// the one its anchor names, else the latest before.
func (j *job) coupGap(l *coupList, k coupKind, iso string) coupAnswer {
	w := j.window()
	r := coupAnswer{window: w}
	if silent := l.silent(w); silent != "" || w.From.IsZero() || w.Until.IsZero() || j.k.Value == nil {
		r.verdict, r.says = tocsin.CannotBeMeasured, firstText(silent, "is asked for no two coups")
		return r
	}
	now := l.in(iso, k, w)
	var before []coupEntry
	other, kind := iso, k
	if t := j.k.Than; t != nil {
		kind = coupKind{t.Act}
		if o, ok := j.c.isoOf(t.Country); ok {
			other = o
		}
	}
	if a := j.k.Window.Anchor; a != nil {
		if b, ok := parseWindow(a.Text); ok {
			before = l.in(other, kind, b)
		}
		if len(before) > 0 && j.k.Window.Anchor.Rel == "during" {
			now = l.in(iso, k, watch.Window{From: before[len(before)-1].date.AddDays(1)})
		}
	} else if j.k.Than != nil && len(now) > 0 {
		before = l.in(other, kind, watch.Window{Until: now[0].date.AddDays(-1)})
	} else if len(now) > 1 && strings.Contains(strings.ToLower(j.s.Quote), "two") {
		before, now = now[:1], now[1:]
	} else if len(now) > 0 {
		before = l.in(iso, k, watch.Window{Until: now[0].date.AddDays(-1)})
	}
	if len(now) == 0 || len(before) == 0 {
		r.verdict, r.says = tocsin.DoesNotHold, "has no "+k.act+" in "+days(w)
		if len(now) > 0 {
			r.says = "has none before " + now[0].date.String()
			if j.k.Window.Anchor != nil {
				r.says = "has no " + k.act + " in " + j.k.Window.Anchor.Text
			}
		}
		return r
	}
	first, last := before[len(before)-1], now[0]
	gap := float64(last.date - first.date)
	switch j.k.Unit {
	case tocsin.Weeks:
		gap /= 7
	case tocsin.Years:
		gap /= 365.2425
	case tocsin.Months:
		gap /= 30.436875
	}
	r.value, r.events = tocsin.Number(round(gap, 1)), []string{first.id, last.id}
	r.says = fmt.Sprintf("dates them %s and %s, %s %s apart", first.date, last.date, number(round(gap, 1)), j.k.Unit)
	r.verdict = gapVerdict(j.k.Op, gap, *j.k.Value, j.k.Unit)
	if j.k.Novelty == "first" && j.k.Op == "=" && gap >= *j.k.Value && math.Floor(gap/steps(*j.k.Value)) == *j.k.Value/steps(*j.k.Value) {
		r.verdict = tocsin.Holds // so many full years without one
	}
	return r
}

// steps is in what steps a length of years is told: three decades are full from 30 to 39, 24
// years for one.
func steps(years float64) float64 {
	if years >= 20 && math.Mod(years, 10) == 0 {
		return 5
	}
	return 1
}

// gapVerdict compares a time between two days with a whole number of units: people
// count from year to year, so that a unit's difference is partly right.
func gapVerdict(op string, gap, claimed float64, unit tocsin.Unit) string {
	if op != "=" && op != "" && op != "~" {
		return compare(op, gap, claimed, 0)
	}
	off, near := math.Abs(gap-claimed), min(0.6, 0.15+0.2*claimed)
	if unit == tocsin.Days {
		near = 1
	}
	if op == "~" {
		near = max(near, 0.1*claimed)
	}
	switch {
	case off <= near:
		return tocsin.Holds
	case off <= min(1.05, 0.6*claimed) && unit != tocsin.Days:
		return tocsin.Partly
	}
	return tocsin.DoesNotHold
}

// sinceStart reports the words of a time that begins a count and names no event: "since the
// beginning of 1982", "since the end of 1981".
func sinceStart(t string) bool {
	t = strings.ToLower(t)
	return contains(t, []string{"since the beginning of ", "since the start of ", "since the end of ", "since the close of "})
}

// coupCount judges "five coups since 1960".
func (j *job) coupCount(l *coupList, k coupKind, iso string) coupAnswer {
	w := j.window()
	if w.Until.IsZero() {
		w.Until = firstDate(j.s.Published, l.data.To)
	}
	r := coupAnswer{window: w}
	switch {
	case j.k.Value == nil:
		r.verdict, r.says = tocsin.CannotBeMeasured, "is asked for no number"
		return r
	case l.silent(w) != "" || l.data.To.AddDays(366) < w.Until || !w.From.IsZero() && w.From < l.data.From.AddDays(-366):
		r.verdict, r.says = tocsin.CannotBeMeasured, "covers "+l.data.From.String()+" to "+l.data.To.String()
		return r
	}
	if a := j.k.Window.Anchor; a != nil && a.Rel == "until" { // up to the first in that time
		if at, ok := parseWindow(a.Text); ok {
			if got := l.in(iso, k, at); len(got) > 0 {
				w.Until = got[0].date
				r.window = w
			}
		}
	}
	got := l.in(iso, k, w)
	for _, other := range j.among() { // the fourth of Africa's
		if other != iso {
			got = append(got, l.in(other, k, w)...)
		}
	}
	if j.k.Window.Precision == "past" && *j.k.Value > 1 && len(got) > 0 { // so many in the years up to the last of them
		w = watch.Window{From: got[len(got)-1].date - (w.Until - w.From), Until: w.Until}
		got, r.window = l.in(iso, k, w), w
	}
	n := float64(len(got))
	r.value, r.events = &n, coupIDs(got)
	r.verdict = compare(j.k.Op, n, *j.k.Value, 0)
	if j.k.Op == "=" || j.k.Op == "" {
		r.verdict = bound(math.Abs(n-*j.k.Value) < 0.5, false)
	}
	r.says = fmt.Sprintf("has %s %s", plural(n, kindWord(k), k.words()), during(w))
	return r
}
