package check

import (
	"fmt"
	"strings"

	"tocsin"
	"tocsin/stat"
	"tocsin/watch"
)

// changeVerdict judges a ratio against the claim. A ratio whose interval contains
// 1 is no clear change: partly if the estimate points the claim's way.
func (j *job) changeVerdict(r stat.Ratio) string {
	if j.k.Value != nil && *j.k.Value > 0 && *j.k.Value != 1 {
		return j.factorVerdict(r, *j.k.Value)
	}
	if j.k.Op == "=" || j.k.Op == "~" {
		named := j.k.Window != nil && j.k.Window.Anchor != nil && r.Value != nil
		switch {
		case named && (*r.Value > equalWithin || *r.Value < 1/equalWithin):
			return tocsin.DoesNotHold // both times are named: people compare the two numbers
		case r.Contains(1):
			return tocsin.Holds
		case r.Value != nil && *r.Value > 0.8 && *r.Value < 1.25:
			return tocsin.Partly
		}
		return tocsin.DoesNotHold
	}
	if strings.HasSuffix(j.k.Op, "=") && r.Value != nil { // did not fall: it may have stayed
		switch {
		case *r.Value == 1:
			return tocsin.Holds
		case r.Contains(1):
			return tocsin.Partly
		}
	}
	return toward(r, strings.HasPrefix(j.k.Op, "<"))
}

// equalWithin is the ratio of two numbers up to which they are told as about the same.
const equalWithin = 1.5

// toward judges a claim of growth, or of a fall.
func toward(r stat.Ratio, fell bool) string {
	grew := r.Value == nil || *r.Value > 1
	if r.Value != nil && *r.Value == 1 {
		return tocsin.DoesNotHold
	}
	switch {
	case grew == fell:
		return tocsin.DoesNotHold
	case r.Contains(1):
		return tocsin.Partly
	}
	return tocsin.Holds
}

// factorVerdict judges "doubled" or "fell by a third".
func (j *job) factorVerdict(r stat.Ratio, claimed float64) string {
	way := toward(r, claimed < 1)
	if way == tocsin.Holds && r.Value == nil && !strings.HasPrefix(j.k.Op, ">") {
		return tocsin.Partly // three times nothing is no number
	}
	if way == tocsin.DoesNotHold || r.Value == nil {
		return way
	}
	m := *r.Value
	if j.meets(m, claimed) {
		return way
	}
	if a := j.k.Window; a != nil && a.Anchor != nil && !strings.ContainsAny(j.k.Op, "<>") && abs(m-claimed) > abs(claimed-1)/2 && abs(m-claimed) > approxHolds*claimed {
		return tocsin.DoesNotHold // both times are named and the change is not half as told, or half as much again
	}
	near := approxPartly * claimed
	if strings.ContainsAny(j.k.Op, "<>") && j.k.Window != nil && j.k.Window.Anchor != nil {
		near = approxHolds * claimed // the text names both times and a bound
	} else if r.Contains(claimed) {
		return tocsin.Partly
	}
	if abs(m-claimed) <= near {
		return tocsin.Partly
	}
	return tocsin.DoesNotHold
}

// meets reports a ratio that is as the claim says: more than doubled, fell by about half.
func (j *job) meets(m, claimed float64) bool {
	switch j.k.Op {
	case ">", ">=": // more than doubled
		return m >= claimed
	case "<", "<=": // fell by more than half
		return m <= claimed
	}
	return abs(m-claimed) <= max(approxHolds*claimed, min(halfDigit(claimed), claimed/4)*boolTo(claimed == float64(int(claimed))))
}

func boolTo(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

func abs(x float64) float64 {
	if x < 0 {
		return -x
	}
	return x
}

// length is the days of a window.
func length(w watch.Window) int { return int(w.Until-w.From) + 1 }

// lengthFactor is by how much the earlier window must be stretched to be as long
// as the later one; windows of as many months count as equal.
func lengthFactor(k comparison) float64 {
	if k.totals {
		return 1
	}
	a, okA := months(k.now)
	b, okB := months(k.then)
	if okA && okB {
		return float64(a) / float64(b)
	}
	return float64(length(k.now)) / float64(length(k.then))
}

// scaled compares sums over windows of different lengths as rates.
func scaled(now, then stat.Sum, k comparison) (stat.Ratio, error) {
	r, err := now.Ratio(then, clearLevel)
	if err == nil {
		stretch(&r, lengthFactor(k))
	}
	return r, err
}

func scaledCounts(now, then int, k comparison) (stat.Ratio, error) {
	r, err := stat.CountRatio(now, then, clearLevel)
	if err == nil {
		stretch(&r, lengthFactor(k))
	}
	return r, err
}

func stretch(r *stat.Ratio, f float64) {
	if f == 1 {
		return
	}
	for _, p := range []**float64{&r.Value, &r.Low, &r.High} {
		if *p != nil {
			*p = tocsin.Number(**p / f)
		}
	}
}

func rounded(p *float64) *float64 {
	if p == nil {
		return nil
	}
	return tocsin.Number(round(*p, 3))
}

func ratioWords(r stat.Ratio) string {
	if r.Value == nil {
		return "from none"
	}
	out := "× " + number(round(*r.Value, 2))
	if r.Low != nil && r.High != nil {
		out += fmt.Sprintf(" (90 %% interval %s to %s)", number(round(*r.Low, 2)), number(round(*r.High, 2)))
	}
	return out
}

func filterWords(measure string, k comparison) string {
	out := measure
	if k.oneSided {
		out += ", one-sided violence"
	}
	if k.noOthers {
		return out + ", without non-state rows"
	}
	return out + ", all rows"
}

// parseWindow reads the time a claim compares with: "2019", "2019-05", or a day.
func parseWindow(text string) (watch.Window, bool) {
	if from, to, ok := strings.Cut(text, "/"); ok {
		a, errA := tocsin.ParseDate(from)
		b, errB := tocsin.ParseDate(to)
		return watch.Window{From: a, Until: b}, errA == nil && errB == nil && a <= b
	}
	for _, form := range []struct {
		tail   string
		months int
	}{{"-01-01", 12}, {"-01", 1}} {
		if d, err := tocsin.ParseDate(text + form.tail); err == nil {
			return watch.Window{From: d, Until: d.AddMonths(form.months).AddDays(-1)}, true
		}
	}
	d, err := tocsin.ParseDate(text)
	return watch.Window{From: d, Until: d}, err == nil
}
