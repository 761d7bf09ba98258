package fill

import (
	"math"
	"slices"
)

// A forest is a sum of small regression trees that gives log odds, learnt by
// gradient boosting (Friedman 2001) with second-order steps.
type forest struct {
	base  float32
	trees []tree
}

// A tree holds its nodes in the order in which they were made; node 0 is the root.
type tree []node

// A node sends a row left where row[feature] <= cut. A leaf has feature -1.
type node struct {
	feature     int16
	left, right uint8
	cut, value  float32
}

// at returns the log odds of a row.
func (f *forest) at(row []float32) float64 {
	sum := float64(f.base)
	for _, t := range f.trees {
		i := uint8(0)
		for t[i].feature >= 0 {
			if row[t[i].feature] <= t[i].cut {
				i = t[i].left
			} else {
				i = t[i].right
			}
		}
		sum += float64(t[i].value)
	}
	return sum
}

// The settings of boosting: few trees of few leaves, slowly.
const (
	boostTrees  = 90
	boostRate   = 0.05
	boostLeaves = 8
	boostLeast  = 40 // rows in a leaf
	boostRidge  = 5.0
	boostBins   = 48
)

// boost learns a forest from rows and their labels.
func boost(rows [][]float32, y []bool) *forest {
	g := &grower{rows: rows, grad: make([]float64, len(rows)), hess: make([]float64, len(rows))}
	pos := 1.0
	for _, t := range y {
		if t {
			pos++
		}
	}
	f := &forest{base: float32(math.Log(pos / (float64(len(y)) + 2 - pos)))}
	if len(rows) == 0 || pos < 4 {
		return f
	}
	g.bin()
	at := make([]float64, len(rows))
	for i := range at {
		at[i] = float64(f.base)
	}
	for range boostTrees {
		for i := range rows {
			p := sigmoid(at[i])
			g.grad[i], g.hess[i] = -p, p*(1-p)
			if y[i] {
				g.grad[i]++
			}
		}
		t, where := g.grow()
		for i := range at {
			at[i] += float64(t[where[i]].value)
		}
		f.trees = append(f.trees, t)
	}
	return f
}

// A grower grows trees over binned rows.
type grower struct {
	rows       [][]float32
	cuts       [][]float32 // of each feature, ascending
	bins       [][]uint8   // of each feature, of each row
	grad, hess []float64
}

func (g *grower) bin() {
	width := len(g.rows[0])
	g.cuts, g.bins = make([][]float32, width), make([][]uint8, width)
	column := make([]float32, len(g.rows))
	for j := range width {
		for i, r := range g.rows {
			column[i] = r[j]
		}
		sorted := slices.Clone(column)
		slices.Sort(sorted)
		var cuts []float32
		for k := 1; k < boostBins; k++ {
			c := sorted[k*(len(sorted)-1)/boostBins]
			if c < sorted[len(sorted)-1] && (len(cuts) == 0 || c > cuts[len(cuts)-1]) {
				cuts = append(cuts, c)
			}
		}
		g.cuts[j] = cuts
		g.bins[j] = make([]uint8, len(column))
		for i, x := range column {
			k, _ := slices.BinarySearch(cuts, x)
			g.bins[j][i] = uint8(k)
		}
	}
}

// A split is the best way found to divide one leaf.
type split struct {
	gain        float64
	feature     int
	bin         int
	left, right float64 // values
}

// grow returns one tree, and the leaf of each row.
func (g *grower) grow() (tree, []uint8) {
	t := tree{{feature: -1}}
	where := make([]uint8, len(g.rows))
	splits := []split{g.best(where, 0)}
	for leaves := 1; leaves < boostLeaves; leaves++ {
		at := -1
		for i := range t {
			if t[i].feature < 0 && splits[i].gain > 1e-9 && (at < 0 || splits[i].gain > splits[at].gain) {
				at = i
			}
		}
		if at < 0 {
			break
		}
		s := splits[at]
		l := uint8(len(t))
		t[at] = node{feature: int16(s.feature), left: l, right: l + 1, cut: g.cuts[s.feature][s.bin]}
		t = append(t, node{feature: -1, value: float32(s.left)}, node{feature: -1, value: float32(s.right)})
		for i := range where {
			if int(where[i]) == at {
				where[i] = l
				if int(g.bins[s.feature][i]) > s.bin {
					where[i] = l + 1
				}
			}
		}
		splits = append(splits, g.best(where, l), g.best(where, l+1))
	}
	return t, where
}

// best finds the best split of a leaf.
func (g *grower) best(where []uint8, leaf uint8) split {
	var rows []int
	sumG, sumH := 0.0, 0.0
	for i, w := range where {
		if w == leaf {
			rows = append(rows, i)
			sumG += g.grad[i]
			sumH += g.hess[i]
		}
	}
	var out split
	if len(rows) < 2*boostLeast {
		return out
	}
	whole := sumG * sumG / (sumH + boostRidge)
	for j := range g.cuts {
		var hg, hh [boostBins]float64
		var hn [boostBins]int
		for _, i := range rows {
			b := g.bins[j][i]
			hg[b] += g.grad[i]
			hh[b] += g.hess[i]
			hn[b]++
		}
		lg, lh, ln := 0.0, 0.0, 0
		for b := range g.cuts[j] {
			lg, lh, ln = lg+hg[b], lh+hh[b], ln+hn[b]
			if ln < boostLeast || len(rows)-ln < boostLeast {
				continue
			}
			rg, rh := sumG-lg, sumH-lh
			gain := lg*lg/(lh+boostRidge) + rg*rg/(rh+boostRidge) - whole
			if gain > out.gain {
				out = split{gain, j, b, boostRate * lg / (lh + boostRidge), boostRate * rg / (rh + boostRidge)}
			}
		}
	}
	return out
}
