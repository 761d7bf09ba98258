package main

import (
	"fmt"
	"maps"
	"math"
	"slices"

	"gonum.org/v1/gonum/optimize"

	"tocsin/read/doubt"
)

const (
	rarest = 12  // a feature of fewer statements is left out
	trust  = .03 // of the data against the wish for small weights: C of the usual notation
)

// A regression is a logistic regression over features that are so or not.
type regression struct {
	names   []string // sorted; weights has one more, the bias
	weights []float64
}

// fit finds the weights with the smallest sum of half their squares and trust times
// the loss (the bias is free).
func fit(cases []sample) (*regression, error) {
	count := map[string]int{}
	for _, c := range cases {
		for _, f := range slices.Compact(slices.Sorted(slices.Values(c.features))) {
			count[f]++
		}
	}
	maps.DeleteFunc(count, func(_ string, n int) bool { return n < rarest })
	r := &regression{names: slices.Sorted(maps.Keys(count))}
	rows := make([][]int, len(cases))
	for i, c := range cases {
		rows[i] = r.row(c.features)
	}
	problem := optimize.Problem{
		Func: func(w []float64) float64 { return r.loss(w, nil, rows, cases) },
		Grad: func(g, w []float64) { r.loss(w, g, rows, cases) },
	}
	res, err := optimize.Minimize(problem, make([]float64, len(r.names)+1), &optimize.Settings{GradientThreshold: 1e-5, MajorIterations: 2000}, &optimize.LBFGS{})
	if err != nil {
		return nil, fmt.Errorf("fit: %w", err)
	}
	r.weights = res.X
	return r, nil
}

// row turns features into the numbers of those that the regression knows.
func (r *regression) row(features []string) []int {
	var out []int
	for _, f := range features {
		if i, ok := slices.BinarySearch(r.names, f); ok {
			out = append(out, i)
		}
	}
	return out
}

// loss is what fit makes small; it fills the gradient where one is asked for.
func (r *regression) loss(w, g []float64, rows [][]int, cases []sample) float64 {
	bias := len(r.names)
	sum := 0.0
	for i := range g {
		g[i] = w[i]
	}
	if g != nil {
		g[bias] = 0
	}
	for _, x := range w[:bias] {
		sum += x * x / 2
	}
	for i, row := range rows {
		z := w[bias]
		for _, k := range row {
			z += w[k]
		}
		sign := -1.0
		if cases[i].wrong {
			sign = 1
		}
		sum += trust * math.Log1p(math.Exp(-sign*z))
		if g == nil {
			continue
		}
		d := -trust * sign / (1 + math.Exp(sign*z))
		g[bias] += d
		for _, k := range row {
			g[k] += d
		}
	}
	return sum
}

// chance is the doubt that the regression gives.
func (r *regression) chance(features []string) float64 {
	z := r.weights[len(r.names)]
	for _, k := range r.row(features) {
		z += r.weights[k]
	}
	return 1 / (1 + math.Exp(-z))
}

// String writes the weights as package doubt reads them.
func (r *regression) String() string {
	weights := make(map[string]float64, len(r.names))
	for i, name := range r.names {
		weights[name] = r.weights[i]
	}
	return doubt.Write(r.weights[len(r.names)], weights)
}
