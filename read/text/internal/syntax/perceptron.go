package syntax

import (
	"cmp"
	"math"
	"slices"
)

// A learner is a multiclass averaged perceptron over hashed features with a
// margin. Rows hold only the classes that were ever updated.
type learner struct {
	keys    []uint32 // open addressing; 0 is free
	rows    []int32  // parallel to keys: index into cells
	used    int
	cells   [][]cell
	classes int
	step    int32
	margin  int32
	closed  bool // no features are added: the ones to learn were chosen
}

type cell struct {
	class uint8
	w     int32
	at    int32 // step at which acc was last brought up to date
	acc   int64
}

func newLearner(classes int, margin int32) *learner {
	const size = 1 << 20
	return &learner{keys: make([]uint32, size), rows: make([]int32, size), classes: classes, margin: margin, step: 1}
}

func (l *learner) find(key uint32) (slot int, ok bool) {
	mask := len(l.keys) - 1
	i := int(key*0x9E3779B1>>4) & mask
	for l.keys[i] != 0 {
		if l.keys[i] == key {
			return i, true
		}
		i = (i + 1) & mask
	}
	return i, false
}

func (l *learner) grow() {
	keys, rows := l.keys, l.rows
	l.keys, l.rows = make([]uint32, 2*len(keys)), make([]int32, 2*len(rows))
	for i, k := range keys {
		if k != 0 {
			j, _ := l.find(k)
			l.keys[j], l.rows[j] = k, rows[i]
		}
	}
}

// insert adds an empty row for a key that is not there; slot is where find
// ended.
func (l *learner) insert(key uint32, slot int) int {
	if l.used*2 > len(l.keys) {
		l.grow()
		slot, _ = l.find(key)
	}
	l.keys[slot] = key
	l.rows[slot] = int32(len(l.cells))
	l.cells = append(l.cells, nil)
	l.used++
	return slot
}

// restrict returns a fresh learner that can only learn the keep features of l
// with the largest averaged weights.
func (l *learner) restrict(keep int) *learner {
	type ranked struct {
		key uint32
		w   float64
	}
	var list []ranked
	for i, k := range l.keys {
		if k == 0 {
			continue
		}
		w := 0.0
		for _, c := range l.cells[l.rows[i]] {
			w = max(w, math.Abs(l.mean(c)))
		}
		list = append(list, ranked{k, w})
	}
	slices.SortFunc(list, func(a, b ranked) int {
		switch {
		case a.w != b.w:
			return cmp.Compare(b.w, a.w)
		default:
			return cmp.Compare(a.key, b.key)
		}
	})
	out := newLearner(l.classes, l.margin)
	for _, r := range list[:min(keep, len(list))] {
		slot, _ := out.find(r.key)
		out.insert(r.key, slot)
	}
	out.closed = true
	return out
}

// mean is the averaged weight of a cell.
func (l *learner) mean(c cell) float64 {
	acc := c.acc + int64(c.w)*int64(l.step-c.at)
	return float64(acc) / float64(l.step)
}

// score writes the sum of the features' weights to scores.
func (l *learner) score(features []uint32, scores []int32) {
	clear(scores)
	for _, f := range features {
		if i, ok := l.find(f); ok {
			for _, c := range l.cells[l.rows[i]] {
				scores[c.class] += c.w
			}
		}
	}
}

// update moves the weights toward good and away from bad.
func (l *learner) update(features []uint32, good, bad int) {
	for _, f := range features {
		i, ok := l.find(f)
		if !ok {
			if l.closed {
				continue
			}
			i = l.insert(f, i)
		}
		row := &l.cells[l.rows[i]]
		l.add(row, uint8(good), 1)
		l.add(row, uint8(bad), -1)
	}
}

func (l *learner) add(row *[]cell, class uint8, by int32) {
	for i := range *row {
		c := &(*row)[i]
		if c.class == class {
			c.acc += int64(c.w) * int64(l.step-c.at)
			c.at = l.step
			c.w += by
			return
		}
	}
	*row = append(*row, cell{class: class, w: by, at: l.step})
}

// A scorer gives every class a score by its features.
type scorer interface {
	score(features []uint32, scores []int32)
}
