// Package stat computes the few statistics that measurements of event data rest
// on: ratios of counts and of sums with intervals, rates, quantiles, trends of
// counts, change points.
//
// What goes in: numbers. What comes out: numbers and errors; a result that does
// not exist is an error or a nil pointer with the method that says why, never
// NaN, infinity or a zero that looks measured. It assumes that what it is told
// to be counts are counts of independent events; event data cluster, so that
// true intervals are wider, and callers should say so. It reads no data, draws
// no random numbers and knows no dates.
package stat

import (
	"errors"
	"math"
	"slices"
)

// ErrEmpty is returned where there is nothing to compute from.
var ErrEmpty = errors.New("no numbers to compute from")

// ErrLevel is returned for a confidence level outside (0, 1).
var ErrLevel = errors.New("a confidence level lies between 0 and 1, such as 0.9")

// ErrNumber is returned for an input that is negative, infinite or not a number
// where none may be.
var ErrNumber = errors.New("a count or a sum of counts is a finite number of at least 0")

// Quantile returns the q-quantile of values, which need not be sorted and are
// not changed: linear interpolation between order statistics (type 7 of Hyndman
// and Fan 1996, the default of R and NumPy). q outside [0, 1] is an error.
func Quantile(values []float64, q float64) (float64, error) {
	if len(values) == 0 {
		return 0, ErrEmpty
	}
	if !(q >= 0 && q <= 1) {
		return 0, errors.New("a quantile lies between 0 and 1")
	}
	sorted := slices.Clone(values)
	slices.Sort(sorted) // NaN sorts first
	if bad(sorted[0]) || bad(sorted[len(sorted)-1]) {
		return 0, ErrNumber
	}
	return SortedQuantile(sorted, q), nil
}

// Quantiles returns several quantiles of values at the cost of one sort.
func Quantiles(values []float64, qs ...float64) ([]float64, error) {
	if len(values) == 0 {
		return nil, ErrEmpty
	}
	sorted := slices.Clone(values)
	slices.Sort(sorted)
	if bad(sorted[0]) || bad(sorted[len(sorted)-1]) {
		return nil, ErrNumber
	}
	out := make([]float64, len(qs))
	for i, q := range qs {
		if !(q >= 0 && q <= 1) {
			return nil, errors.New("a quantile lies between 0 and 1")
		}
		out[i] = SortedQuantile(sorted, q)
	}
	return out, nil
}

// SortedQuantile is [Quantile] of values that are known to be sorted, finite and
// not empty, for a q in [0, 1].
func SortedQuantile(sorted []float64, q float64) float64 {
	at := q * float64(len(sorted)-1)
	lo := int(math.Floor(at))
	hi := min(lo+1, len(sorted)-1)
	// Weighing both ends cannot overflow where their difference would.
	w := at - float64(lo)
	return sorted[lo]*(1-w) + sorted[hi]*w
}

func bad(x float64) bool { return math.IsNaN(x) || math.IsInf(x, 0) }
