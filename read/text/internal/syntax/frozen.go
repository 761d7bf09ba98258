package syntax

import (
	"cmp"
	"encoding/binary"
	"math"
	"slices"
)

// A frozen table is a learner's averaged weights, read only, packed for speed.
// Where a row lies follows from a perfect hash, so that a lookup has neither a
// loop nor a branch. A row is its key in two halves, the number of its cells,
// and the cells: a class in the upper byte, a code in the lower.
type frozen struct {
	hash
	slots []uint32 // index into words above, low bits of the key below; 0 is free
	words []uint16 // begins with a row of nothing, for lookups that fail
}

// checkBits of a key lie in its slot: by them nearly all features that the table
// does not have are known. The rest are known by the key of the row.
const (
	checkBits = 8
	checkMask = 1<<checkBits - 1
	rowHead   = 3 // words before the cells of a row
)

// score adds up the rows of the features. It goes in passes without a branch
// between the loads of each, so that the memory answers many of them at once:
// what it takes is the memory's latency.
func (z *frozen) score(features []uint32, scores []int32) {
	clear(scores)
	sums := (*[maxClasses]int32)(scores[:maxClasses])
	var found [maxFeatures]struct{ key, at uint32 }
	features = features[:min(len(features), maxFeatures)]
	slots, words, h := z.slots, z.words, z.hash
	for k, f := range features {
		found[k&(maxFeatures-1)].at = h.slot(f)
	}
	for k := range found[:len(features)] {
		found[k].at = slots[found[k].at]
	}
	n := 0
	for k, f := range features {
		at := found[k&(maxFeatures-1)].at
		found[n&(maxFeatures-1)] = struct{ key, at uint32 }{f, at >> checkBits}
		if at&checkMask == f&checkMask {
			n++
		}
	}
	rows := 0 // from here on key is the number of cells
	for k := range found[:n] {
		x := found[k]
		head := words[x.at : x.at+rowHead]
		found[rows&(maxFeatures-1)] = struct{ key, at uint32 }{uint32(head[2]), x.at + rowHead}
		if uint32(head[0])|uint32(head[1])<<16 == x.key {
			rows++
		}
	}
	for _, row := range found[:rows] {
		for _, w := range words[row.at : row.at+row.key] {
			sums[w>>8] += weights[uint8(w)]
		}
	}
}

// weights are what codes stand for: the square, with the sign kept.
var weights = func() (w [256]int32) {
	for i := range w {
		c := int32(int8(i))
		w[i] = c * max(c, -c)
	}
	return w
}()

// row returns the cells of one feature, none where there is no such row.
func (z *frozen) row(key uint32) []uint16 {
	s := z.slots[z.slot(key)]
	at := s >> checkBits
	if s&checkMask != key&checkMask || uint32(z.words[at])|uint32(z.words[at+1])<<16 != key {
		return nil
	}
	return z.words[at+rowHead : at+rowHead+uint32(z.words[at+2])]
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
	if cells+rowHead*(n+1) > 1<<(32-checkBits) {
		return nil, nil, false
	}
	h, ok := newHash(keys)
	if !ok {
		return nil, nil, false
	}
	z := &frozen{hash: h, slots: make([]uint32, h.size()), words: make([]uint16, rowHead, rowHead*(n+1)+cells)}
	z.fill(keys, lens, b[n:n+cells], b[n+cells:n+2*cells])
	return z, b[n+2*cells:], true
}

// fill writes the rows.
func (z *frozen) fill(keys []uint32, lens, class, code []byte) {
	starts := make([]uint32, len(keys))
	p := 0
	for i, l := range lens {
		starts[i] = uint32(p)
		p += int(l)
	}
	for _, i := range longestFirst(lens) {
		p := starts[i]
		z.slots[z.slot(keys[i])] = uint32(len(z.words))<<checkBits | keys[i]&checkMask
		z.words = append(z.words, uint16(keys[i]), uint16(keys[i]>>16), uint16(lens[i]))
		for range int(lens[i]) {
			z.words = append(z.words, uint16(class[p])<<8|uint16(code[p]))
			p++
		}
	}
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
