package syntax

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
)

// A frozen table is a learner's averaged weights, read only, packed for speed:
// one lookup a feature, class and weight in one word.
type frozen struct {
	slots []slot // open addressing, a power of two
	words []uint32
}

type slot struct{ key, at uint32 } // at indexes words; 0 is free

// score adds up the rows of the features. It goes in passes without a branch
// between the loads of each, so that the memory answers many of them at once:
// what it takes is the memory's latency.
func (z *frozen) score(features []uint32, scores []int32) {
	clear(scores)
	sums := (*[maxClasses]int32)(scores[:maxClasses])
	var found [maxFeatures]slot
	features = features[:min(len(features), maxFeatures)]
	slots, words := z.slots, z.words
	mask := uint32(len(slots) - 1)
	for k, f := range features {
		found[k&(maxFeatures-1)] = slots[(f*0x9E3779B1>>4)&mask]
	}
	n := 0
	for k, f := range features {
		s := found[k&(maxFeatures-1)]
		for i := (f * 0x9E3779B1 >> 4) & mask; s.key != f && s.at != 0; s = slots[i] {
			i = (i + 1) & mask
		}
		found[n&(maxFeatures-1)].at = s.at
		if s.at != 0 {
			n++
		}
	}
	for k := range found[:n] {
		found[k].key = words[found[k].at]
	}
	for _, row := range found[:n] {
		for _, w := range words[row.at+1 : row.at+1+row.key] {
			sums[uint8(w>>16)] += int32(int16(w))
		}
	}
}

// maxFeatures is more than any list of templates yields, maxClasses more than
// there are tags or actions.
const (
	maxFeatures = 256
	maxClasses  = 256
)

// A row of the table as it is written: class and code, sorted by class.
type coded struct {
	key   uint32
	class []uint8
	code  []int8
}

// freeze averages the weights and codes them. Weights whose share of the
// largest is below eps are dropped. The result is sorted by key.
func (l *learner) freeze(eps float64) []coded {
	largest := 0.0
	for _, row := range l.cells {
		for _, c := range row {
			largest = max(largest, math.Abs(l.mean(c)))
		}
	}
	var out []coded
	for i, k := range l.keys {
		if k == 0 {
			continue
		}
		r := coded{key: k}
		row := slices.Clone(l.cells[l.rows[i]])
		slices.SortFunc(row, func(a, b cell) int { return int(a.class) - int(b.class) })
		for _, c := range row {
			m := l.mean(c)
			if math.Abs(m) < eps {
				continue
			}
			code := int(math.Round(math.Copysign(127*math.Sqrt(math.Abs(m)/largest), m)))
			if code != 0 {
				r.class = append(r.class, c.class)
				r.code = append(r.code, int8(code))
			}
		}
		if len(r.class) > 0 {
			out = append(out, r)
		}
	}
	sortRows(out)
	return out
}

func sortRows(rows []coded) {
	slices.SortFunc(rows, func(a, b coded) int { return cmp.Compare(a.key, b.key) })
}

// appendRows writes rows as four streams one after another, each of which
// compresses better alone: key differences, row lengths, classes, codes.
func appendRows(b []byte, rows []coded) []byte {
	b = binary.AppendUvarint(b, uint64(len(rows)))
	cells, last := 0, uint32(0)
	for _, r := range rows {
		b = binary.AppendUvarint(b, uint64(r.key-last))
		last = r.key
		cells += len(r.class)
	}
	for _, r := range rows {
		b = append(b, uint8(len(r.class)))
	}
	for _, r := range rows {
		b = append(b, r.class...)
	}
	for _, r := range rows {
		for _, c := range r.code {
			b = append(b, uint8(c))
		}
	}
	return b
}

// readRows builds a table from what appendRows wrote and returns the rest of b.
func readRows(b []byte) (*frozen, []byte, bool) {
	n64, k := binary.Uvarint(b)
	if k <= 0 || n64 > uint64(len(b)) {
		return nil, nil, false
	}
	n := int(n64)
	b = b[k:]
	keys := make([]uint32, n)
	last := uint32(0)
	for i := range keys {
		d, k := binary.Uvarint(b)
		if k <= 0 {
			return nil, nil, false
		}
		b = b[k:]
		last += uint32(d)
		keys[i] = last
	}
	if len(b) < n {
		return nil, nil, false
	}
	lens := b[:n]
	cells := 0
	for _, c := range lens {
		cells += int(c)
	}
	if len(b) < n+2*cells {
		return nil, nil, false
	}
	class, code := b[n:n+cells], b[n+cells:n+2*cells]
	z := &frozen{slots: make([]slot, tableSize(n)), words: make([]uint32, 1, 1+n+cells)}
	starts := make([]uint32, n)
	p := 0
	for i, l := range lens {
		starts[i] = uint32(p)
		p += int(l)
	}
	for _, i := range longestFirst(lens) {
		p := starts[i]
		z.insert(keys[i], uint32(len(z.words)))
		z.words = append(z.words, uint32(lens[i]))
		for range int(lens[i]) {
			c := int32(int8(code[p]))
			w := c * c
			if c < 0 {
				w = -w
			}
			z.words = append(z.words, uint32(class[p])<<16|uint32(uint16(int16(w))))
			p++
		}
	}
	return z, b[n+2*cells:], true
}

// longestFirst orders rows by length. What is often met was updated for many
// classes, so long rows are the hot ones: side by side they stay in the cache.
func longestFirst(lens []byte) []uint32 {
	var at [257]uint32 // where the rows of each length begin, longest first
	for _, l := range lens {
		at[255-int(l)+1]++
	}
	for k := 1; k < len(at); k++ {
		at[k] += at[k-1]
	}
	out := make([]uint32, len(lens))
	for i, l := range lens {
		out[at[255-int(l)]] = uint32(i)
		at[255-int(l)]++
	}
	return out
}

func tableSize(n int) int {
	size := 1024
	for size*3 < 4*n {
		size *= 2
	}
	return size
}

func (z *frozen) insert(key, at uint32) {
	mask := uint32(len(z.slots) - 1)
	i := (key * 0x9E3779B1 >> 4) & mask
	for z.slots[i].at != 0 {
		i = (i + 1) & mask
	}
	z.slots[i] = slot{key, at}
}
