// Command train learns the weights of where.Of from sentences with a verb and its
// places, one JSON object a line (Halterman's event locations):
//
//	go run ./read/where/train labeled.jsonl.gz > read/where/verb.txt
//
// It learns from the sentences whose hash is odd and prints to standard error how
// many it chooses right of either half. The same input gives the same weights.
package main

import (
	"cmp"
	"context"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"

	"tocsin/gazetteer"
	"tocsin/read/where"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: train FILE.jsonl[.gz]")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "train:", err)
		os.Exit(1)
	}
}

func run(name string) error {
	g, err := gazetteer.World()
	if err != nil {
		return err
	}
	rows, err := readSentences(name)
	if err != nil {
		return err
	}
	var learn, test []example
	for _, r := range rows {
		choices, right, err := r.choices(context.Background(), g)
		if err != nil {
			return err
		}
		if e := (example{choices, right}); r.odd() {
			learn = append(learn, e)
		} else {
			test = append(test, e)
		}
	}
	w := fit(learn)
	fmt.Fprintf(os.Stderr, "odd %s\neven %s\n", score(learn, w), score(test, w))
	names := slices.Collect(maps.Keys(w))
	slices.SortFunc(names, func(a, b string) int { return cmp.Compare(a, b) })
	for _, n := range names {
		if math.Abs(w[n]) >= 0.05 {
			fmt.Printf("%s\t%.2f\n", n, w[n])
		}
	}
	return nil
}

// example is one verb: the choices, and which of them are right (none of them
// where the place was not found).
type example struct {
	choices []where.Choice
	right   []bool
}

// fit climbs the likelihood of the right choices by AdaGrad with a pull to zero.
func fit(list []example) map[string]float64 {
	w, sum, seen := make(map[string]float64), make(map[string]float64), make(map[string]int)
	for _, e := range list {
		for _, c := range e.choices {
			for _, f := range c.Features {
				seen[f]++
			}
		}
	}
	const rate, pull, rare, passes = 0.2, 0.01, 10, 15
	for range passes {
		for _, e := range list {
			if !slices.Contains(e.right, true) {
				continue
			}
			p := shares(e.choices, w)
			good := 0.0
			for i, ok := range e.right {
				if ok {
					good += p[i]
				}
			}
			for i, c := range e.choices {
				grad := -p[i]
				if e.right[i] {
					grad += p[i] / good
				}
				for _, f := range c.Features {
					if seen[f] < rare {
						continue
					}
					d := grad - pull*w[f]
					sum[f] += d * d
					w[f] += rate * d / (math.Sqrt(sum[f]) + 0.5)
				}
			}
		}
	}
	return w
}

func shares(choices []where.Choice, w map[string]float64) []float64 {
	p, top, sum := make([]float64, len(choices)), math.Inf(-1), 0.0
	for i, c := range choices {
		for _, f := range c.Features {
			p[i] += w[f]
		}
		top = max(top, p[i])
	}
	for i := range p {
		p[i] = math.Exp(p[i] - top)
		sum += p[i]
	}
	for i := range p {
		p[i] /= sum
	}
	return p
}

func score(list []example, w map[string]float64) string {
	var with, rightWith, found, without, rightWithout int
	for _, e := range list {
		p := shares(e.choices, w)
		best := slices.Index(p, slices.Max(p))
		if e.right[0] {
			without++
			if best == 0 {
				rightWithout++
			}
			continue
		}
		with++
		if slices.Contains(e.right, true) {
			found++
		}
		if e.right[best] {
			rightWith++
		}
	}
	return fmt.Sprintf("with a place %d/%d = %.3f (found at all %d), without %d/%d, all %.3f", rightWith, with, float64(rightWith)/float64(with),
		found, rightWithout, without, float64(rightWith+rightWithout)/float64(with+without))
}
