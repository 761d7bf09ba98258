package stat

import (
	"errors"
	"math"

	"gonum.org/v1/gonum/mathext"
	"gonum.org/v1/gonum/stat/distuv"
)

// The methods that a Trend may name.
const (
	MethodNegBin  = "negative binomial, log link"
	MethodPoisson = "Poisson, log link: the counts vary no more than chance"
)

// A Trend is how a count grows from one period to the next: its mean is taken
// to be exp(a + b·t).
type Trend struct {
	Periods    int     `json:"periods"`    // how many the trend rests on
	Total      int     `json:"total"`      // of the counts
	Factor     float64 `json:"factor"`     // exp(b): 1.1 is a tenth more each period
	Low        float64 `json:"low"`        // of the factor
	High       float64 `json:"high"`       // of the factor
	Slope      float64 `json:"slope"`      // b
	SE         float64 `json:"se"`         // of the slope
	Intercept  float64 `json:"intercept"`  // a, the logarithm of the mean in the first period
	Dispersion float64 `json:"dispersion"` // α: the variance is μ + αμ²; 0 for Poisson
	Level      float64 `json:"level"`      // of the interval
	Method     string  `json:"method"`
}

// MinTrend is the fewest periods from which a trend is computed.
const MinTrend = 4

// ErrFewPeriods is returned for a series that is too short for a trend.
var ErrFewPeriods = errors.New("a trend needs at least 4 periods")

// ErrLopsided is returned where no finite trend is the most likely one: all
// that was counted lies in one period, or the search for it does not settle.
var ErrLopsided = errors.New("what was counted lies in too few of the periods for a trend")

// CountTrend fits a log-linear trend to counts over equally long periods by
// maximum likelihood under the negative binomial law with variance μ + αμ²
// (Hilbe 2011, ch. 8; Venables and Ripley 2002, sec. 7.4): scoring for the two
// coefficients and Newton steps for α in turn. The interval of the slope is the
// standard error from the expected information given α by Student's t with two
// degrees of freedom less than there are periods; the normal law's would be too
// narrow for twelve months (TestTrendCovers). Where the counts
// vary no more than a Poisson law lets them, α is 0 and the law is Poisson's.
// All counts zero: ErrEmpty.
func CountTrend(counts []int, level float64) (Trend, error) {
	if !(level > 0 && level < 1) {
		return Trend{}, ErrLevel
	}
	if len(counts) < MinTrend {
		return Trend{}, ErrFewPeriods
	}
	t := Trend{Periods: len(counts), Level: level, Method: MethodNegBin}
	nonzero := 0
	for _, y := range counts {
		if y < 0 {
			return Trend{}, ErrNumber
		}
		if t.Total += y; y > 0 {
			nonzero++
		}
	}
	switch {
	case t.Total == 0:
		return Trend{}, ErrEmpty
	case nonzero == 1:
		return Trend{}, ErrLopsided
	}
	f := newFit(counts)
	if !f.settle() {
		return Trend{}, ErrLopsided
	}
	if t.Dispersion = f.alpha; f.alpha == 0 {
		t.Method = MethodPoisson
	}
	t.Slope, t.SE = f.b, math.Sqrt(f.varB)
	t.Intercept = f.a - f.b*f.mid // t counts from 0 in the first period
	wide := t.SE * distuv.StudentsT{Sigma: 1, Nu: float64(len(counts) - 2)}.Quantile((1+level)/2)
	t.Factor, t.Low, t.High = math.Exp(t.Slope), math.Exp(t.Slope-wide), math.Exp(t.Slope+wide)
	if bad(t.Factor) || bad(t.Low) || bad(t.High) {
		return Trend{}, ErrLopsided
	}
	return t, nil
}

// A fit is one search for the most likely a, b and α. Time is centred, so that
// the two coefficients hardly depend on one another.
type fit struct {
	y     []int
	mid   float64
	a, b  float64
	varB  float64
	alpha float64
	mu    []float64
}

func newFit(y []int) *fit {
	sum := 0
	for _, n := range y {
		sum += n
	}
	f := &fit{y: y, mid: float64(len(y)-1) / 2, mu: make([]float64, len(y))}
	f.a = math.Log(float64(sum) / float64(len(y)))
	return f
}

// The bounds of the search.
const (
	mostSteps = 200
	settled   = 1e-10 // change of a coefficient from which on the search is over
	steepest  = 20.0  // a slope beyond which no count is left between two periods
)

// settle finds the coefficients and α in turn.
func (f *fit) settle() bool {
	if !f.coefficients() {
		return false
	}
	// The slope of the likelihood in α at the Poisson law tells on which side of
	// it the maximum lies.
	score := 0.0
	for i, n := range f.y {
		d := float64(n) - f.mu[i]
		score += d*d - float64(n)
	}
	if score <= 0 {
		return true
	}
	f.alpha = f.momentAlpha()
	for range mostSteps {
		b, alpha := f.b, f.alpha
		if !f.dispersion() || !f.coefficients() {
			return false
		}
		if f.alpha < 1e-9 { // the maximum lies at the Poisson law after all
			f.alpha = 0
			return f.coefficients()
		}
		if math.Abs(f.b-b) < settled && math.Abs(f.alpha-alpha) < settled*(1+alpha) {
			return true
		}
	}
	return false
}

// momentAlpha is a first α: the variance beyond Poisson's, by the squared mean.
func (f *fit) momentAlpha() float64 {
	beyond, square := 0.0, 0.0
	for i, n := range f.y {
		d := float64(n) - f.mu[i]
		beyond += d*d - f.mu[i]
		square += f.mu[i] * f.mu[i]
	}
	return max(beyond/square, 0.01)
}

// coefficients finds a and b for the α at hand by Fisher's scoring.
func (f *fit) coefficients() bool {
	for range mostSteps {
		var s0, s1, i00, i01, i11 float64
		for i, n := range f.y {
			t := float64(i) - f.mid
			mu := math.Exp(f.a + f.b*t)
			f.mu[i] = mu
			w := 1 / (1 + f.alpha*mu)
			r := (float64(n) - mu) * w
			s0, s1 = s0+r, s1+r*t
			w *= mu
			i00, i01, i11 = i00+w, i01+w*t, i11+w*t*t
		}
		det := i00*i11 - i01*i01
		if bad(det) || det <= 0 {
			return false
		}
		da, db := (i11*s0-i01*s1)/det, (i00*s1-i01*s0)/det
		f.varB = i00 / det
		// A step of more than a factor e² is cut, so that a wild start cannot
		// overflow.
		if big := max(math.Abs(da), math.Abs(db)*f.mid); big > 2 {
			da, db = da*2/big, db*2/big
		}
		f.a, f.b = f.a+da, f.b+db
		if math.Abs(f.b) > steepest {
			return false
		}
		if math.Abs(da) < settled && math.Abs(db) < settled {
			return true
		}
	}
	return false
}

// dispersion finds α for the means at hand: Newton steps in the logarithm of
// θ = 1/α, halved where they are long.
func (f *fit) dispersion() bool {
	x := -math.Log(f.alpha)
	for range mostSteps {
		theta := math.Exp(x)
		d1, d2 := 0.0, 0.0
		digamma, trigamma := mathext.Digamma(theta), mathext.Zeta(2, theta)
		for i, n := range f.y {
			y, mu := float64(n), f.mu[i]
			if n > 0 {
				d1 += mathext.Digamma(y+theta) - digamma
				d2 += mathext.Zeta(2, y+theta) - trigamma
			}
			d1 += math.Log(theta/(theta+mu)) + (mu-y)/(theta+mu)
			d2 += 1/theta - 2/(theta+mu) + (y+theta)/((theta+mu)*(theta+mu))
		}
		grad, curve := d1*theta, d2*theta*theta+d1*theta
		step := math.Copysign(0.5, grad) // uphill where the likelihood is not hollow
		if curve < 0 {
			step = max(-1, min(1, -grad/curve))
		}
		if bad(step) {
			return false
		}
		x += step
		if x > 25 { // α below 1e-10: Poisson
			f.alpha = 0
			return true
		}
		if math.Abs(step) < settled {
			break
		}
	}
	f.alpha = math.Exp(-x)
	return !bad(f.alpha)
}

// A Doubling is how long, in periods, a trend takes to double what is counted,
// or to halve it where it falls.
type Doubling struct {
	Halves  bool     `json:"halves"`
	Periods float64  `json:"periods"`
	Low     float64  `json:"low"`
	High    *float64 `json:"high"` // nil: the trend may be as slow as none
}

// ErrFlat is returned where the interval of a trend holds no change at all, so
// that neither doubling nor halving can be told.
var ErrFlat = errors.New("the interval of the trend holds no change")

// Doubling is ln 2 by the slope; its ends are those of the slope's interval.
func (t Trend) Doubling() (Doubling, error) {
	low, high := math.Log(t.Low), math.Log(t.High)
	if low <= 0 && high >= 0 {
		return Doubling{}, ErrFlat
	}
	d := Doubling{Halves: t.Slope < 0, Periods: math.Ln2 / math.Abs(t.Slope)}
	fast, slow := math.Abs(high), math.Abs(low)
	if fast < slow {
		fast, slow = slow, fast
	}
	d.Low, d.High = math.Ln2/fast, finite(math.Ln2/slow)
	return d, nil
}
