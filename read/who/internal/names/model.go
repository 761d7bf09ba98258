package names

import (
	"encoding/binary"

	"tocsin"
)

// A Model holds the weights. It does not change; goroutines may share it.
type Model struct {
	keys []uint32 // open addressing; 0 is free
	rows []row
}

type row [labels]int8

const magic = "tocsin-names-1\n"

// Read decodes a model that Bytes made.
func Read(b []byte) (*Model, error) {
	bad := tocsin.Errorf(tocsin.Invalid, "train the model again", "the file of name weights is broken")
	if len(b) < len(magic)+4 || string(b[:len(magic)]) != magic {
		return nil, bad
	}
	b = b[len(magic):]
	n := int(binary.LittleEndian.Uint32(b))
	if b = b[4:]; len(b) != n*(4+labels) {
		return nil, bad
	}
	size := 16
	for size < 2*n {
		size *= 2
	}
	m := &Model{keys: make([]uint32, size), rows: make([]row, size)}
	for ; n > 0; n-- {
		k := binary.LittleEndian.Uint32(b)
		i := m.slot(k)
		m.keys[i] = k
		for j := range labels {
			m.rows[i][j] = int8(b[4+j])
		}
		b = b[4+labels:]
	}
	return m, nil
}

func (m *Model) slot(k uint32) int {
	mask := len(m.keys) - 1
	i := int(k*0x9E3779B1>>8) & mask
	for m.keys[i] != 0 && m.keys[i] != k {
		i = (i + 1) & mask
	}
	return i
}

// Tag labels the tokens of a sentence. margin is by how much each label was
// ahead of the next kind, in units of the weights.
func (m *Model) Tag(toks []Token) (out []Label, margin []int) {
	out, margin = make([]Label, len(toks)), make([]int, len(toks))
	f := newFrame(toks)
	var feats []uint32
	var prev, prev2 Label
	for i := range toks {
		if f.may[i] {
			var sum [labels]int
			feats = f.features(feats[:0], i, prev, prev2)
			for _, k := range feats {
				if s := m.slot(k); m.keys[s] == k {
					for j, w := range m.rows[s] {
						sum[j] += int(w)
					}
				}
			}
			out[i] = best(sum[:], prev)
			margin[i] = lead(sum[:], prev, out[i])
		}
		prev, prev2 = out[i], prev
	}
	return out, margin
}

// allowed reports whether a label may follow another: what goes on must have
// begun.
func allowed(l, prev Label) bool { return !l.Inside() || prev.Kind() == l.Kind() }

func best[T int | int32](sum []T, prev Label) Label {
	top := Label(0)
	for l := range Label(labels) {
		if allowed(l, prev) && sum[l] > sum[top] {
			top = l
		}
	}
	return top
}

func lead(sum []int, prev, top Label) int {
	next := -1 << 30
	for l := range Label(labels) {
		if l.Kind() != top.Kind() && allowed(l, prev) {
			next = max(next, sum[l])
		}
	}
	return sum[top] - next
}
