package stat

import (
	"math"

	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat/distuv"
)

// The methods that a Ratio may name.
const (
	MethodLogWald  = "log-Wald, Poisson counts"
	MethodExact    = "exact, conditional binomial"
	MethodCompound = "log-Wald, compound Poisson sums"
	MethodNone     = "no interval: one of the sums is 0"
)

// A Ratio compares what was counted after with what was counted before.
type Ratio struct {
	After  float64  `json:"after"`
	Before float64  `json:"before"`
	Value  *float64 `json:"value"` // After/Before; nil where Before is 0: growth from nothing has no factor
	Low    *float64 `json:"low"`   // nil: unknown
	High   *float64 `json:"high"`  // nil: unbounded, or unknown where Low is nil too
	Level  float64  `json:"level"` // of the interval: 0.9
	Method string   `json:"method"`
}

// Contains reports whether the interval holds x. An end that is nil excludes
// nothing, so that what is unknown is never read as a change.
func (r Ratio) Contains(x float64) bool {
	return (r.Low == nil || *r.Low <= x) && (r.High == nil || x <= *r.High)
}

// CountRatio compares two counts of events seen over equally long times.
//
// Both above zero: the log-Wald interval exp(ln(after/before) ± z·√(1/after +
// 1/before)), the delta method on two Poisson counts (Rothman, Greenland and
// Lash 2008, ch. 14). One of them zero: the exact interval that follows from
// the binomial law of after given after+before (Przyborowski and Wilenski 1940;
// Clopper and Pearson 1934), of which one end is then closed and the other a
// bound. Both zero: ErrEmpty, since nothing was seen that could be compared.
func CountRatio(after, before int, level float64) (Ratio, error) {
	c, err := NewComparer(level)
	if err != nil {
		return Ratio{}, err
	}
	return c.Counts(after, before, new([3]float64))
}

// A Comparer makes many ratios at one level.
type Comparer struct {
	level, z, tail float64
}

// NewComparer returns a Comparer for a level in (0, 1).
func NewComparer(level float64) (Comparer, error) {
	if !(level > 0 && level < 1) {
		return Comparer{}, ErrLevel
	}
	return Comparer{level: level, z: Z(level), tail: math.Log((1 - level) / 2)}, nil
}

// Counts is CountRatio; the numbers of the ratio lie in the space that the caller
// gives.
func (c Comparer) Counts(after, before int, space *[3]float64) (Ratio, error) {
	if after < 0 || before < 0 {
		return Ratio{}, ErrNumber
	}
	if after == 0 && before == 0 {
		return Ratio{}, ErrEmpty
	}
	r := Ratio{After: float64(after), Before: float64(before), Level: c.level}
	if after > 0 && before > 0 {
		r.Method = MethodLogWald
		r.wald(c.z, 1/r.After+1/r.Before, space)
		return r, nil
	}
	r.Method = MethodExact
	// With all n on one side, the bound on the odds of that side is
	// (α/2)^(1/n) / (1 - (α/2)^(1/n)); Expm1 keeps the digits of a large n.
	n := r.After + r.Before
	odds := math.Exp(c.tail/n) / -math.Expm1(c.tail/n)
	if before == 0 {
		space[1] = odds
		r.Low = &space[1]
		return r, nil
	}
	*space = [3]float64{0, 0, 1 / odds}
	r.Value, r.Low, r.High = &space[0], &space[1], &space[2]
	return r, nil
}

// SumRatio compares two sums of sizes, such as the deaths of the events before
// and after. The number of events and their sizes both vary, so the variance of
// a sum is estimated by the sum of squares (the compound Poisson law: Var S =
// λE[X²]; Mikosch 2009, ch. 3) and the interval is log-Wald with the variance
// Σx²/(Σx)² of each side. One large event thus widens the interval, as it
// should. With fewer than ten events a side the interval is too narrow. A sum
// of zero has no interval: Low and High are nil. Both zero: ErrEmpty.
func SumRatio(after, before []float64, level float64) (Ratio, error) {
	var a, b Sum
	for _, x := range after {
		a.Add(x)
	}
	for _, x := range before {
		b.Add(x)
	}
	return a.Ratio(b, level)
}

// A Sum holds what SumRatio needs of a list of sizes, without the list. The
// zero value is the empty sum.
type Sum struct {
	N       int
	Total   float64
	Squares float64
}

// Add adds one size to the sum.
func (s *Sum) Add(x float64) {
	s.N++
	s.Total += x
	s.Squares += x * x
}

// Ratio compares the sum with an earlier one, as SumRatio does.
func (s Sum) Ratio(before Sum, level float64) (Ratio, error) {
	c, err := NewComparer(level)
	if err != nil {
		return Ratio{}, err
	}
	return c.Sums(s, before, new([3]float64))
}

// Sums is [Sum.Ratio]; the numbers of the ratio lie in the space that the caller
// gives.
func (c Comparer) Sums(s, before Sum, space *[3]float64) (Ratio, error) {
	for _, x := range []float64{s.Total, s.Squares, before.Total, before.Squares} {
		if bad(x) || x < 0 {
			return Ratio{}, ErrNumber
		}
	}
	if s.Total == 0 && before.Total == 0 {
		return Ratio{}, ErrEmpty
	}
	r := Ratio{After: s.Total, Before: before.Total, Level: c.level, Method: MethodCompound}
	if s.Total > 0 && before.Total > 0 {
		r.wald(c.z, s.Squares/(s.Total*s.Total)+before.Squares/(before.Total*before.Total), space)
		return r, nil
	}
	r.Method = MethodNone
	if before.Total > 0 {
		space[0] = 0
		r.Value = &space[0]
	}
	return r, nil
}

// wald fills value and interval from the variance of the log ratio. An end
// outside the range of a float64 is left open.
func (r *Ratio) wald(z, variance float64, space *[3]float64) {
	value := r.After / r.Before
	spread := math.Exp(z * math.Sqrt(variance))
	*space = [3]float64{value, value / spread, value * spread}
	for i, end := range []**float64{&r.Value, &r.Low, &r.High} {
		if !bad(space[i]) {
			*end = &space[i]
		}
	}
}

func finite(x float64) *float64 {
	if bad(x) {
		return nil
	}
	return &x
}

// Z is the two-sided normal quantile of a confidence level in (0, 1): 1.645 for
// 0.9.
func Z(level float64) float64 {
	return distuv.UnitNormal.Quantile((1 + level) / 2)
}

// PoissonInterval is the exact interval for the mean of a Poisson count of
// which n was seen (Garwood 1936): chi-square quantiles, written as quantiles
// of the gamma law. Its low end is 0 for n = 0. Divide by the time watched to
// get the interval of a rate.
func PoissonInterval(n int, level float64) (low, high float64, err error) {
	if n < 0 {
		return 0, 0, ErrNumber
	}
	if !(level > 0 && level < 1) {
		return 0, 0, ErrLevel
	}
	alpha := (1 - level) / 2
	if n > 0 {
		low = mathext.GammaIncRegInv(float64(n), alpha)
	}
	return low, mathext.GammaIncRegCompInv(float64(n)+1, alpha), nil
}

// RateInterval is a rate of n events in exposure units of time, with the exact
// Poisson interval. An exposure that is not above zero is an error.
func RateInterval(n int, exposure, level float64) (rate, low, high float64, err error) {
	if !(exposure > 0) || math.IsInf(exposure, 0) {
		return 0, 0, 0, ErrNumber
	}
	low, high, err = PoissonInterval(n, level)
	if err != nil {
		return 0, 0, 0, err
	}
	return float64(n) / exposure, low / exposure, high / exposure, nil
}
