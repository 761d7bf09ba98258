package names

import (
	"encoding/binary"
	"slices"
)

// An Example is a sentence with the kind of each token, and whether its name
// goes on from the token before.
type Example struct {
	Toks   []Token
	Kinds  []uint8
	Inside []bool
}

// Options are the settings of Learn.
type Options struct {
	Epochs int
	Least  int     // features seen less often than this are not kept
	Eps    float64 // averaged weights smaller than this are dropped
}

// Defaults are the settings the shipped weights were learnt with. They were
// chosen on the development part of UNER English EWT.
func Defaults() Options { return Options{Epochs: 20, Least: 2, Eps: 0.1} }

type weight struct {
	w, at [labels]int32
	acc   [labels]int64
	seen  int
}

// Learn returns the file of weights learnt from the examples. The same examples
// give the same bytes.
func Learn(list []Example, o Options) []byte {
	table := map[uint32]*weight{}
	step := int32(1)
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	state := uint32(12345)
	for epoch := range o.Epochs {
		for i := len(order) - 1; i > 0; i-- { // Fisher-Yates, with the generator of Numerical Recipes
			state = state*1664525 + 1013904223
			j := int(state>>8) % (i + 1)
			order[i], order[j] = order[j], order[i]
		}
		for _, k := range order {
			step = learn(table, &list[k], step, epoch == 0)
		}
	}
	return encode(table, step, o)
}

// learn makes one pass over a sentence, following its own decisions.
func learn(table map[uint32]*weight, e *Example, step int32, first bool) int32 {
	f := newFrame(e.Toks)
	var feats []uint32
	var prev, prev2 Label
	for i := range e.Toks {
		gold := label(e.Kinds[i], e.Inside[i])
		got := Label(0)
		if f.may[i] {
			var sum [labels]int32
			feats = f.features(feats[:0], i, prev, prev2)
			for _, k := range feats {
				w := table[k]
				if w == nil {
					w = &weight{}
					table[k] = w
				}
				if first {
					w.seen++
				}
				for j := range sum {
					sum[j] += w.w[j]
				}
			}
			got = best(sum[:], prev)
			want := gold
			if !allowed(want, prev) {
				want-- // the name could not go on from here: it begins
			}
			if got != want {
				for _, k := range feats {
					table[k].add(int(want), 1, step)
					table[k].add(int(got), -1, step)
				}
			}
			step++
		}
		prev, prev2 = got, prev
	}
	return step
}

// add changes a weight, bringing its sum over time up to date first.
func (w *weight) add(j int, d, step int32) {
	w.acc[j] += int64(w.w[j]) * int64(step-w.at[j])
	w.at[j] = step
	w.w[j] += d
}

// encode writes the averaged weights as bytes.
func encode(table map[uint32]*weight, step int32, o Options) []byte {
	keys := make([]uint32, 0, len(table))
	avg := map[uint32][labels]float64{}
	for k, w := range table {
		var a [labels]float64
		keep := false
		for j := range a {
			w.add(j, 0, step)
			a[j] = float64(w.acc[j]) / float64(step)
			keep = keep || a[j] > o.Eps || a[j] < -o.Eps
		}
		if keep && w.seen >= o.Least && k != 0 {
			keys = append(keys, k)
			avg[k] = a
		}
	}
	slices.Sort(keys)
	out := binary.LittleEndian.AppendUint32([]byte(magic), uint32(len(keys)))
	for _, k := range keys {
		out = binary.LittleEndian.AppendUint32(out, k)
		for _, x := range avg[k] {
			out = append(out, byte(int8(max(-127, min(127, x*scale)))))
		}
	}
	return out
}

// scale is how many steps of a stored weight make one of a learnt weight: few
// enough for the largest weights to fit into a byte.
const scale = 4
