package stat

import (
	"math"
	"slices"

	"pgregory.net/changepoint"
)

// Segments finds where the distribution of a series changes, by ED-PELT (Haynes,
// Fearnhead and Eckley 2017): the split of least cost, where a segment costs
// its likelihood under its own empirical distribution at 4·ln n quantiles and
// each change 3·ln n. It returns the indexes at which a new segment begins, in
// order; none is an answer. Segments are at least shortest long. Nothing is
// assumed of the distribution but that values within a segment are independent.
func Segments(values []float64, shortest int) ([]int, error) {
	if shortest < 1 {
		return nil, ErrNumber
	}
	for _, v := range values {
		if bad(v) {
			return nil, ErrNumber
		}
	}
	if len(values) < 2*shortest {
		return nil, ErrEmpty
	}
	return changepoint.NonParametric(values, shortest), nil
}

// An Online detector follows a count period by period and keeps, after each, how
// probable it is that the rate has been the same for 0, 1, 2 … periods
// (Adams and MacKay 2007). Counts are Poisson with a rate that has a gamma law
// anew after each change; a change is equally likely in every period.
type Online struct {
	Hazard float64 // probability of a change in a period: 1/24
	Shape  float64 // of the gamma law of a new rate
	Rate   float64 // of the gamma law of a new rate: its mean is Shape/Rate
}

// A Run is what an Online detector holds after one period.
type Run struct {
	Length []float64 // Length[r]: probability that the rate has held for r periods, this one the r-th
	Likely int       // the most probable r
}

// Follow runs the detector over counts and returns its state after each. The
// recursion is exact: no run length is dropped, and its time and memory grow
// with the square of the number of periods.
func (o Online) Follow(counts []int) ([]Run, error) {
	if !(o.Hazard > 0 && o.Hazard < 1) || !(o.Shape > 0) || !(o.Rate > 0) || bad(o.Shape) || bad(o.Rate) {
		return nil, ErrNumber
	}
	if len(counts) == 0 {
		return nil, ErrEmpty
	}
	runs := make([]Run, 0, len(counts))
	// All in logarithms: a count far from what was seen has a probability that
	// a float64 does not hold. Before anything is seen, the run is 0 long.
	logs := []float64{0}
	seen := []float64{0} // seen[i]: counted since period i; a run of r periods began at i = len(seen)-1-r
	change, same := math.Log(o.Hazard), math.Log1p(-o.Hazard)
	for _, y := range counts {
		if y < 0 {
			return nil, ErrNumber
		}
		factorial, _ := math.Lgamma(float64(y) + 1)
		joint := make([]float64, len(logs)+1)
		for r, p := range logs {
			joint[r+1] = p + o.predict(o.Shape+seen[len(seen)-1-r], o.Rate+float64(r), y) - factorial
		}
		joint[0] = change + logSum(joint[1:])
		for r := range logs {
			joint[r+1] += same
		}
		total := logSum(joint)
		run := Run{Length: make([]float64, len(joint))}
		for r := range joint {
			joint[r] -= total
			run.Length[r] = math.Exp(joint[r])
		}
		run.Likely = likeliest(run.Length)
		runs = append(runs, run)
		for i := range seen {
			seen[i] += float64(y)
		}
		logs, seen = joint, append(seen, 0)
	}
	return runs, nil
}

// sumOfLogs is up to which count the ratio of two gamma functions is computed as
// a product, which is faster and keeps more digits.
const sumOfLogs = 16

// predict is the logarithm of the probability of y, but for 1/y!, where the rate
// has a gamma law: the negative binomial.
func (o Online) predict(shape, rate float64, y int) float64 {
	out := -shape*math.Log1p(1/rate) - float64(y)*math.Log1p(rate)
	if y > sumOfLogs {
		a, _ := math.Lgamma(shape + float64(y))
		b, _ := math.Lgamma(shape)
		return out + a - b
	}
	for j := range y {
		out += math.Log(shape + float64(j))
	}
	return out
}

// logSum is the logarithm of the sum of what the logarithms stand for.
func logSum(logs []float64) float64 {
	most := slices.Max(logs)
	if math.IsInf(most, -1) {
		return most
	}
	sum := 0.0
	for _, l := range logs {
		sum += math.Exp(l - most)
	}
	return most + math.Log(sum)
}

// likeliest is the most probable run length; of equals the longest.
func likeliest(p []float64) int {
	best := 0
	for r, x := range p {
		if x >= p[best] {
			best = r
		}
	}
	return best
}

// Began reads the changes out of the states backwards: the last rate has held
// for the most probable number of periods, what came before it is read from the
// state before. It returns where each rate but the first began, in order, with
// the probability that the state gives to that beginning or one a period to
// either side.
func Began(runs []Run) (begins []int, probability []float64) {
	for at := len(runs) - 1; at > 0; {
		// A run of r periods after period at began in period at-r+1; a run of 0
		// says that the next period has a rate of its own.
		r := runs[at].Likely
		if r == 0 {
			at--
			continue
		}
		start := at - r + 1
		if start <= 0 {
			break
		}
		p := 0.0
		for k := max(0, r-1); k <= min(r+1, len(runs[at].Length)-1); k++ {
			p += runs[at].Length[k]
		}
		begins, probability = append([]int{start}, begins...), append([]float64{min(1, p)}, probability...)
		at = start - 1
	}
	return begins, probability
}
