package main

import (
	"cmp"
	"math"
	"slices"
)

// folds is how many parts cross-validation cuts a corpus into.
const folds = 5

// A problem is a set of examples as rows of sign numbers.
type problem struct {
	names []string
	rows  [][]int
	label []float64
}

// newProblem numbers the signs that at least least examples show.
func newProblem(set []example, least int) problem {
	count := map[string]int{}
	for _, e := range set {
		for _, s := range e.signs {
			count[s]++
		}
	}
	var p problem
	for s, n := range count {
		if n >= least {
			p.names = append(p.names, s)
		}
	}
	slices.Sort(p.names)
	return p.fill(set)
}

// fill makes the rows of set over p's signs.
func (p problem) fill(set []example) problem {
	number := map[string]int{}
	for i, s := range p.names {
		number[s] = i
	}
	p.rows, p.label = nil, nil
	for _, e := range set {
		var row []int
		for _, s := range e.signs {
			if i, ok := number[s]; ok {
				row = append(row, i)
			}
		}
		p.rows, p.label = append(p.rows, row), append(p.label, e.label)
	}
	return p
}

// solve finds the weights that make Huber's loss plus the ridge penalty least:
// squared errors reweighted (Huber 1964), each weighted problem by coordinate
// descent.
func (p problem) solve(ridge, huber float64) []float64 {
	w := make([]float64, len(p.names))
	columns := make([][]int, len(p.names)) // examples that show each sign
	for k, row := range p.rows {
		for _, i := range row {
			columns[i] = append(columns[i], k)
		}
	}
	rest := slices.Clone(p.label) // what the weights leave unexplained
	trust := make([]float64, len(rest))
	for round := 0; round < 40; round++ {
		for k, e := range rest {
			trust[k] = min(1, huber/max(math.Abs(e), 1e-9))
		}
		for sweep := 0; sweep < 3; sweep++ {
			for i, col := range columns {
				var sum, mass float64
				for _, k := range col {
					sum += trust[k] * rest[k]
					mass += trust[k]
				}
				step := (sum - ridge*w[i]) / (mass + ridge)
				w[i] += step
				for _, k := range col {
					rest[k] -= step
				}
			}
		}
	}
	return w
}

// learn fits all signs, keeps the weightiest, and fits those again.
func learn(set []example, o options) map[string]float64 {
	p := newProblem(set, o.Least)
	w := p.solve(o.Ridge, o.Huber)
	count := make([]float64, len(w))
	for _, row := range p.rows {
		for _, i := range row {
			count[i]++
		}
	}
	order := make([]int, len(w))
	for i := range order {
		order[i] = i
	}
	gain := func(i int) float64 { return w[i] * w[i] * count[i] }
	slices.SortFunc(order, func(a, b int) int { return cmp.Or(cmp.Compare(gain(b), gain(a)), cmp.Compare(a, b)) })
	order = order[:min(o.Keep, len(order))]
	slices.Sort(order)
	var small problem
	for _, i := range order {
		small.names = append(small.names, p.names[i])
	}
	small = small.fill(set)
	out := map[string]float64{}
	for i, x := range small.solve(o.Ridge, o.Huber) {
		if x = math.Round(x*100) / 100; x != 0 {
			out[small.names[i]] = x
		}
	}
	return out
}

// crossValidate trains on four folds and measures on the fifth, five times.
func crossValidate(set []example, o options) (r, mae float64) {
	var x, y []float64
	for fold := 0; fold < folds; fold++ {
		var train, test []example
		for _, e := range set {
			if e.fold == fold {
				test = append(test, e)
			} else {
				train = append(train, e)
			}
		}
		w := learn(train, o)
		for _, e := range test {
			var sum float64
			for _, s := range e.signs {
				sum += w[s]
			}
			x, y = append(x, min(max(sum, -3), 3)), append(y, e.label)
		}
	}
	return pearson(x, y)
}

// pearson is the correlation and the mean absolute error of two lists.
func pearson(x, y []float64) (r, mae float64) {
	n := float64(len(x))
	var sx, sy, sxx, syy, sxy float64
	for i := range x {
		sx, sy = sx+x[i], sy+y[i]
		sxx, syy, sxy = sxx+x[i]*x[i], syy+y[i]*y[i], sxy+x[i]*y[i]
		mae += math.Abs(x[i]-y[i]) / n
	}
	return (n*sxy - sx*sy) / math.Sqrt((n*sxx-sx*sx)*(n*syy-sy*sy)), mae
}
