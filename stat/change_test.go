package stat_test

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/gonum/stat/distuv"
	"pgregory.net/rapid"

	"tocsin/stat"
)

// A known is a series with what other people's programs make of it.
type known struct {
	Name             string
	Counts           []int
	Slope, SE, Alpha float64
	One, Three       []int
	Rate             float64
	Last             []float64
}

func knowns(tb testing.TB) []known {
	tb.Helper()
	f, err := os.Open("testdata/series.jsonl")
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	var out []known
	for s := bufio.NewScanner(f); s.Scan(); {
		if strings.HasPrefix(s.Text(), "#") {
			continue
		}
		var k known
		if err := json.Unmarshal(s.Bytes(), &k); err != nil {
			tb.Fatal(err)
		}
		out = append(out, k)
	}
	if len(out) < 7 {
		tb.Fatalf("%d series", len(out))
	}
	return out
}

func floats(counts []int) []float64 {
	out := make([]float64, len(counts))
	for i, n := range counts {
		out[i] = float64(n)
	}
	return out
}

func near(a, b, within float64) bool { return math.Abs(a-b) <= within*max(1, math.Abs(b)) }

func TestTrendAgreesWithStatsmodels(t *testing.T) {
	for _, k := range knowns(t) {
		got, err := stat.CountTrend(k.Counts, 0.9)
		if err != nil || !near(got.Slope, k.Slope, 1e-8) || !near(got.SE, k.SE, 1e-8) || !near(got.Dispersion, k.Alpha, 1e-7) {
			t.Errorf("%s: slope %.10f ± %.10f, α %.8f, %v; want %.10f ± %.10f, α %.8f", k.Name, got.Slope, got.SE, got.Dispersion, err, k.Slope, k.SE, k.Alpha)
		}
		if (got.Method == stat.MethodPoisson) != (k.Alpha == 0) {
			t.Errorf("%s: %s", k.Name, got.Method)
		}
	}
}

func TestSegmentsAgreeWithIndsl(t *testing.T) {
	for _, k := range knowns(t) {
		for shortest, want := range map[int][]int{1: k.One, 3: k.Three} {
			if got, err := stat.Segments(floats(k.Counts), shortest); err != nil || !slices.Equal(got, want) {
				t.Errorf("%s, at least %d long: %v, %v; want %v", k.Name, shortest, got, err, want)
			}
		}
	}
}

func TestRunsAgreeWithFastBOCPD(t *testing.T) {
	const hazard = 1 / 24.
	for _, k := range knowns(t) {
		runs, err := stat.Online{Hazard: hazard, Shape: 1, Rate: k.Rate}.Follow(k.Counts)
		if err != nil || len(runs) != len(k.Counts) {
			t.Fatal(err)
		}
		last := runs[len(runs)-1].Length
		if !near(last[0], hazard, 1e-12) {
			t.Errorf("%s: a new run has %g", k.Name, last[0])
		}
		// Before the first count their run may already have been changed or not:
		// the two are one run to us.
		n := len(k.Counts)
		k.Last[n-1] += k.Last[n]
		for r, want := range k.Last[:n] {
			if got := last[r+1] / (1 - hazard); !near(got, want, 1e-9) {
				t.Errorf("%s: a run of %d has %g, want %g", k.Name, r+1, got, want)
			}
		}
	}
}

// The split that Segments finds is the best there is: no other costs less.
func TestSegmentsAreTheBest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(6, 40).Draw(t, "n")
		values := make([]float64, n)
		level := 3
		for i := range values {
			if rapid.IntRange(0, 9).Draw(t, "change") == 0 {
				level = rapid.IntRange(1, 30).Draw(t, "level")
			}
			values[i] = float64(rapid.IntRange(0, level).Draw(t, "value"))
		}
		shortest := rapid.SampledFrom([]int{1, 3}).Draw(t, "shortest")
		got, err := stat.Segments(values, shortest)
		if err != nil {
			t.Fatal(err)
		}
		cost := segmentCost(values)
		have, from := -3*math.Log(float64(n)), 0
		for _, to := range append(slices.Clone(got), n) {
			if to-from < shortest {
				t.Fatalf("%v has a segment of %d", got, to-from)
			}
			have += cost(from, to) + 3*math.Log(float64(n))
			from = to
		}
		if best := cheapest(n, shortest, cost); have > best+1e-6 {
			t.Fatalf("%v costs %g, the best split %g", got, have, best)
		}
	})
}

// segmentCost is the cost of values[from:to], written down from the paper.
func segmentCost(values []float64) func(from, to int) float64 {
	n := float64(len(values))
	sorted := slices.Sorted(slices.Values(values))
	k := min(len(values), int(math.Ceil(4*math.Log(n))))
	c := math.Log(2*n - 1)
	return func(from, to int) float64 {
		sum := 0.0
		for j := range k {
			z := -1 + (2*float64(j)+1)/float64(k)
			q := sorted[int((n-1)/(1+math.Exp(-c*z)))]
			below := 0.0
			for _, v := range values[from:to] {
				if v < q {
					below++
				} else if v == q {
					below += 0.5
				}
			}
			m := float64(to - from)
			if f := below / m; f > 0 && f < 1 {
				sum += m * (f*math.Log(f) + (1-f)*math.Log(1-f))
			}
		}
		return -2 * c / float64(k) * sum
	}
}

// cheapest is the least cost of all splits, by looking at each last segment.
func cheapest(n, shortest int, cost func(from, to int) float64) float64 {
	best := make([]float64, n+1)
	penalty := 3 * math.Log(float64(n))
	best[0] = -penalty
	for to := 1; to <= n; to++ {
		best[to] = math.Inf(1)
		for from := 0; from <= to-shortest; from++ {
			best[to] = min(best[to], best[from]+penalty+cost(from, to))
		}
	}
	return best[n]
}

// A made-up garrison town: one or two attacks a month for ten months, then ten.
func ExampleSegments() {
	begins, err := stat.Segments([]float64{2, 1, 3, 0, 2, 1, 2, 3, 1, 2, 9, 12, 8, 15, 10, 11, 7, 13, 9, 12}, 3)
	fmt.Println(begins, err)
	// Output: [10] <nil>
}

func ExampleOnline_Follow() {
	runs, err := stat.Online{Hazard: 1 / 24., Shape: 1, Rate: 0.2}.Follow([]int{2, 1, 3, 0, 2, 1, 2, 3, 1, 2, 9, 12})
	if err != nil {
		fmt.Println(err)
		return
	}
	// After the ninth month the rate has held all along; two months later the
	// detector is all but sure that it has not.
	fmt.Println(runs[8].Likely, runs[11].Likely)
	begins, p := stat.Began(runs)
	fmt.Printf("%v %.2f\n", begins, p)
	// Output:
	// 9 2
	// [10] [0.96]
}

// A rise from one a month to nine within a year, and how fast it doubles.
func ExampleCountTrend() {
	trend, err := stat.CountTrend([]int{1, 0, 2, 1, 3, 2, 4, 3, 6, 4, 9, 7}, 0.9)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("×%.2f a month (%.2f to %.2f), %s\n", trend.Factor, trend.Low, trend.High, trend.Method)
	d, err := trend.Doubling()
	fmt.Printf("doubles in %.1f months (%.1f to %.1f) %v\n", d.Periods, d.Low, *d.High, err)
	// Output:
	// ×1.23 a month (1.12 to 1.35), Poisson, log link: the counts vary no more than chance
	// doubles in 3.4 months (2.3 to 6.1) <nil>
}

func TestNoTrendSaysWhy(t *testing.T) {
	for _, c := range []struct {
		counts []int
		want   error
	}{{[]int{1, 2, 3}, stat.ErrFewPeriods}, {[]int{0, 0, 0, 0, 0}, stat.ErrEmpty}, {[]int{0, 0, 0, 0, 7}, stat.ErrLopsided}, {[]int{1, -1, 2, 3}, stat.ErrNumber}} {
		if got, err := stat.CountTrend(c.counts, 0.9); !errors.Is(err, c.want) {
			t.Errorf("%v: %+v, %v; want %v", c.counts, got, err, c.want)
		}
	}
	flat, err := stat.CountTrend([]int{3, 4, 3, 4, 3, 4}, 0.9)
	if err != nil {
		t.Fatal(err)
	}
	if d, err := flat.Doubling(); !errors.Is(err, stat.ErrFlat) {
		t.Errorf("a flat series doubles: %+v, %v", d, err)
	}
	if _, err := (stat.Online{Hazard: 1, Shape: 1, Rate: 1}).Follow([]int{1}); err == nil {
		t.Error("a change in every period is no question")
	}
	if _, err := stat.Segments([]float64{1, math.NaN(), 2}, 1); err == nil {
		t.Error("NaN is split")
	}
}

// Whatever the counts, a trend is a number with its interval around it, or an
// error; run lengths are probabilities.
func TestTrendsAreNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		most := rapid.SampledFrom([]int{1, 5, 100, 100_000}).Draw(t, "most")
		counts := rapid.SliceOfN(rapid.IntRange(0, most), 4, 40).Draw(t, "counts")
		if got, err := stat.CountTrend(counts, 0.9); err == nil {
			if _, err := json.Marshal(got); err != nil || !(got.Low <= got.Factor && got.Factor <= got.High) || got.Dispersion < 0 {
				t.Fatalf("%+v, %v", got, err)
			}
			back := slices.Clone(counts)
			slices.Reverse(back)
			if r, err := stat.CountTrend(back, 0.9); err != nil || !near(r.Slope, -got.Slope, 1e-6) {
				t.Fatalf("backwards %g, %v; forwards %g", r.Slope, err, got.Slope)
			}
		}
		runs, err := stat.Online{Hazard: 0.05, Shape: 1, Rate: 0.5}.Follow(counts)
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range runs {
			sum := 0.0
			for _, p := range r.Length {
				sum += p
			}
			if !near(sum, 1, 1e-9) {
				t.Fatalf("run lengths sum to %g", sum)
			}
		}
	})
}

func BenchmarkCountTrend(b *testing.B) {
	counts := knowns(b)[0].Counts[:24]
	for b.Loop() {
		if _, err := stat.CountTrend(counts, 0.9); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFollow(b *testing.B) {
	counts := knowns(b)[0].Counts[:24]
	for b.Loop() {
		if _, err := (stat.Online{Hazard: 1 / 24., Shape: 1, Rate: 0.2}).Follow(counts); err != nil {
			b.Fatal(err)
		}
	}
}

// In how many of made-up worlds without any trend, twelve months long and as
// lumpy as event data are, the interval of nine in ten holds no change.
func TestTrendCovers(t *testing.T) {
	for _, c := range []struct{ mean, alpha, atLeast float64 }{{6, 0, 0.85}, {6, 0.2, 0.80}, {40, 0.2, 0.80}} {
		src := rand.NewPCG(1, 2)
		held, all := 0, 0
		for range 2000 {
			counts := make([]int, 12)
			for i := range counts {
				rate := c.mean
				if c.alpha > 0 {
					rate = distuv.Gamma{Alpha: 1 / c.alpha, Beta: 1 / (c.alpha * c.mean), Src: src}.Rand()
				}
				counts[i] = int(distuv.Poisson{Lambda: rate, Src: src}.Rand())
			}
			if trend, err := stat.CountTrend(counts, 0.9); err == nil {
				if all++; trend.Low <= 1 && trend.High >= 1 {
					held++
				}
			}
		}
		share := float64(held) / float64(all)
		t.Logf("mean %g, α %g: the 90 %% interval holds no change in %.1f %% of %d worlds", c.mean, c.alpha, 100*share, all)
		if all < 1990 || share < c.atLeast || share > 0.95 {
			t.Errorf("mean %g, α %g: %.3f of %d", c.mean, c.alpha, share, all)
		}
	}
}
