package stat_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
	"pgregory.net/rapid"

	"tocsin/stat"
)

// 57 events in a half-year against 46 in the one before: an increase by a
// quarter, which chance alone would also bring.
func ExampleCountRatio() {
	r, err := stat.CountRatio(57, 46, 0.9)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.2f (%.2f to %.2f), 1 inside: %v\n", *r.Value, *r.Low, *r.High, r.Contains(1))
	// From nothing to 3: no factor, but at least this one.
	r, _ = stat.CountRatio(3, 0, 0.9)
	fmt.Println(r.Value == nil, r.High == nil, r.Method)
	fmt.Printf("at least %.2f\n", *r.Low)
	// Output:
	// 1.24 (0.89 to 1.72), 1 inside: true
	// true true exact, conditional binomial
	// at least 0.58
}

// The deaths of the events: one massacre widens the interval.
func ExampleSumRatio() {
	even, _ := stat.SumRatio([]float64{10, 10, 10, 10}, []float64{5, 5, 5, 5}, 0.9)
	one, _ := stat.SumRatio([]float64{1, 1, 1, 37}, []float64{5, 5, 5, 5}, 0.9)
	fmt.Printf("%.1f (%.2f to %.2f)\n", *even.Value, *even.Low, *even.High)
	fmt.Printf("%.1f (%.2f to %.2f)\n", *one.Value, *one.Low, *one.High)
	// Output:
	// 2.0 (0.63 to 6.40)
	// 2.0 (0.35 to 11.29)
}

func TestQuantile(t *testing.T) {
	for _, c := range []struct {
		values []float64
		q      float64
		want   float64
	}{
		{[]float64{3, 1, 2}, 0.5, 2}, {[]float64{4, 1, 2, 3}, 0.5, 2.5}, {[]float64{7}, 0.1, 7},
		{[]float64{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}, 0.1, 2}, {[]float64{1, 2, 3, 4}, 0.1, 1.3}, // R: quantile(1:4, .1)
		{[]float64{5, 1}, 0, 1}, {[]float64{5, 1}, 1, 5},
	} {
		if got, err := stat.Quantile(c.values, c.q); err != nil || math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%v at %g: %g, %v; want %g", c.values, c.q, got, err, c.want)
		}
	}
	for _, c := range []struct {
		values []float64
		q      float64
	}{{nil, 0.5}, {[]float64{1}, -0.1}, {[]float64{1}, math.NaN()}, {[]float64{1, math.NaN()}, 0.5}, {[]float64{1, math.Inf(1)}, 0.5}} {
		if got, err := stat.Quantile(c.values, c.q); err == nil {
			t.Errorf("%v at %g gave %g", c.values, c.q, got)
		}
		if got, err := stat.Quantiles(c.values, c.q); err == nil {
			t.Errorf("%v at %g gave %v", c.values, c.q, got)
		}
	}
}

func TestQuantilesLieBetween(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Float64Range(-1e300, 1e300), 1, 50).Draw(t, "values")
		q := rapid.Float64Range(0, 1).Draw(t, "q")
		before := slices.Clone(values)
		got, err := stat.Quantiles(values, 0, q, 1)
		if err != nil || !slices.Equal(before, values) {
			t.Fatal(err, "or the values were changed")
		}
		if got[0] != slices.Min(values) || got[2] != slices.Max(values) || got[1] < got[0] || got[1] > got[2] {
			t.Fatalf("%v", got)
		}
	})
}

// Whatever the counts: the interval holds the estimate, is no narrower at a
// higher level, mirrors when the counts change places, and is JSON.
func TestCountRatioProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := rapid.IntRange(0, 1<<40).Draw(t, "after"), rapid.IntRange(0, 1<<40).Draw(t, "before")
		if rapid.Bool().Draw(t, "small") {
			a, b = a%5, b%5
		}
		level := rapid.Float64Range(0.01, 0.98).Draw(t, "level")
		r, err := stat.CountRatio(a, b, level)
		if a+b == 0 {
			if !errors.Is(err, stat.ErrEmpty) {
				t.Fatal(err)
			}
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		if _, err := json.Marshal(r); err != nil {
			t.Fatal(err)
		}
		if r.Value != nil && !r.Contains(*r.Value) {
			t.Fatalf("%v does not hold its own estimate", r)
		}
		wider, _ := stat.CountRatio(a, b, level+0.01)
		if r.Low != nil && *wider.Low > *r.Low || r.High != nil && *wider.High < *r.High {
			t.Fatal("a higher level gave a narrower interval")
		}
		back, _ := stat.CountRatio(b, a, level)
		if r.Low != nil && *r.Low > 0 && math.Abs(*r.Low**back.High-1) > 1e-9 {
			t.Fatalf("%g and %g are not reciprocal", *r.Low, *back.High)
		}
	})
}

// The bound for a zero is the binomial's: at the ratio of the bound, seeing
// nothing before has probability α/2.
func TestZeroBoundIsExact(t *testing.T) {
	for _, n := range []int{1, 3, 10, 500} {
		r, err := stat.CountRatio(n, 0, 0.9)
		if err != nil {
			t.Fatal(err)
		}
		p := *r.Low / (1 + *r.Low)
		if got := (distuv.Binomial{N: float64(n), P: p}).Prob(float64(n)); math.Abs(got-0.05) > 1e-9 {
			t.Errorf("%d to 0: the bound has probability %g", n, got)
		}
	}
}

// In nine of ten made-up worlds without change, the 90 % interval holds 1.
func TestCountRatioCovers(t *testing.T) {
	const mean = 40.0
	law := distuv.Poisson{Lambda: mean}
	covered := 0.0
	for a := range 100 {
		for b := range 100 {
			if a+b == 0 {
				continue
			}
			if r, err := stat.CountRatio(a, b, 0.9); err == nil && r.Contains(1) {
				covered += law.Prob(float64(a)) * law.Prob(float64(b))
			}
		}
	}
	if covered < 0.89 || covered > 0.92 {
		t.Errorf("covers %.3f of the worlds", covered)
	}
}

func TestRefusals(t *testing.T) {
	for name, err := range map[string]error{
		"negative count": second(stat.CountRatio(-1, 2, 0.9)),
		"level 0":        second(stat.CountRatio(1, 2, 0)),
		"level NaN":      second(stat.CountRatio(1, 2, math.NaN())),
		"empty sums":     second(stat.SumRatio(nil, nil, 0.9)),
		"NaN in a sum":   second(stat.SumRatio([]float64{math.NaN()}, []float64{1}, 0.9)),
		"infinite sum":   second(stat.SumRatio([]float64{1e300}, []float64{1}, 0.9)),
		"level of sums":  second(stat.SumRatio([]float64{1}, []float64{1}, 1)),
	} {
		if err == nil {
			t.Errorf("%s is accepted", name)
		}
	}
	if _, _, _, err := stat.RateInterval(3, 0, 0.9); err == nil {
		t.Error("a rate over no time")
	}
	if _, _, err := stat.PoissonInterval(3, 2); err == nil {
		t.Error("a level of 2")
	}
}

func second[T any](_ T, err error) error { return err }

func TestSumsWithZero(t *testing.T) {
	r, err := stat.SumRatio([]float64{3, 4}, []float64{0, 0}, 0.9)
	if err != nil || r.Value != nil || r.Low != nil || r.Method != stat.MethodNone || !r.Contains(1) {
		t.Errorf("%+v, %v", r, err)
	}
	r, err = stat.SumRatio(nil, []float64{2}, 0.9)
	if err != nil || *r.Value != 0 || r.High != nil {
		t.Errorf("%+v, %v", r, err)
	}
}

// Garwood's interval in the tables: 0 → 0–3.00, 10 → 5.43–16.96 at 90 %.
func TestPoissonInterval(t *testing.T) {
	for _, c := range []struct {
		n         int
		low, high float64
	}{{0, 0, 2.9957}, {1, 0.0513, 4.7439}, {10, 5.4254, 16.9622}, {100, 84.1393, 118.0794}} {
		low, high, err := stat.PoissonInterval(c.n, 0.9)
		if err != nil || math.Abs(low-c.low) > 1e-3 || math.Abs(high-c.high) > 1e-3 {
			t.Errorf("%d: %.4f to %.4f, %v", c.n, low, high, err)
		}
	}
	rate, low, high, err := stat.RateInterval(10, 5, 0.9)
	if err != nil || rate != 2 || math.Abs(low-1.0851) > 1e-3 || math.Abs(high-3.3924) > 1e-3 {
		t.Errorf("%g, %g to %g, %v", rate, low, high, err)
	}
}

func BenchmarkCountRatio(b *testing.B) {
	for b.Loop() {
		if _, err := stat.CountRatio(57, 46, 0.9); err != nil {
			b.Fatal(err)
		}
	}
}
