package fill

import (
	"math"
)

// A learner is a logistic regression over hashed features, learnt one example
// at a time by FTRL-proximal (McMahan et al., Ad Click Prediction, KDD 2013).
// Products are rounded before they are added, so that machines with and without
// a fused multiply-add learn the same.
type learner struct {
	z, n []float64
	seen []uint32 // how often each feature was learnt from
	mask hash
	o    Options
}

func newLearner(bits int, o Options) *learner {
	return &learner{z: make([]float64, 1<<bits), n: make([]float64, 1<<bits), seen: make([]uint32, 1<<bits), mask: 1<<bits - 1, o: o}
}

func (l *learner) weight(h hash) float64 {
	i := h & l.mask
	z := l.z[i]
	if math.Abs(z) <= l.o.L1 {
		return 0
	}
	return -(z - math.Copysign(l.o.L1, z)) / ((1+math.Sqrt(l.n[i]))/l.o.Rate + l.o.L2)
}

// learn takes one step towards the label.
func (l *learner) learn(b bag, label bool) {
	sum := 0.0
	w := make([]float64, len(b))
	for k, h := range b {
		w[k] = l.weight(h)
		sum += w[k]
	}
	g := sigmoid(sum)
	if label {
		g--
	}
	for k, h := range b {
		i := h & l.mask
		more := l.n[i] + float64(g*g)
		l.z[i] += g - float64((math.Sqrt(more)-math.Sqrt(l.n[i]))/l.o.Rate*w[k])
		l.n[i] = more
		l.seen[i]++
	}
}

// newLearners returns one learner for each bag.
func newLearners(bits int, o Options) []*learner {
	out := make([]*learner, o.Bags)
	for b := range out {
		out[b] = newLearner(bits, o)
	}
	return out
}

// average returns the mean of what learners learnt in different orders, without
// the features seen too seldom.
func average(list []*learner) linear {
	w := make([]float64, len(list[0].z))
	for _, l := range list {
		for i := range w {
			if l.seen[i] >= uint32(l.o.Least*l.o.Epochs) {
				w[i] += l.weight(hash(i))
			}
		}
	}
	for i := range w {
		w[i] /= float64(len(list))
	}
	return round(w)
}

// sigmoid turns log odds into a probability.
func sigmoid(x float64) float64 {
	return 1 / (1 + math.Exp(-max(-30, min(30, x))))
}

// random is a small generator (xorshift), so that training is the same on every machine.
type random uint64

// next returns a number in [0,n).
func (r *random) next(n int) int {
	*r ^= *r << 13
	*r ^= *r >> 7
	*r ^= *r << 17
	return int(uint64(*r) % uint64(n))
}

// shuffle returns the numbers below n in another order.
func (r *random) shuffle(n int) []int {
	p := make([]int, n)
	for i := range p {
		p[i] = i
	}
	for i := n - 1; i > 0; i-- {
		j := r.next(i + 1)
		p[i], p[j] = p[j], p[i]
	}
	return p
}
