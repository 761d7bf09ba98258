package watch

import "math"

// A dict gives each different value of a column a small number.
type dict[T comparable] struct {
	values []T
	index  map[T]uint32
}

// code returns the number of v, a new one where v has none. keep makes the
// dictionary's own copy of a new value, so that a short string does not hold
// on to the long line it was cut from.
func (d *dict[T]) code(v T, keep func(T) T) uint32 {
	if c, ok := d.index[v]; ok {
		return c
	}
	if d.index == nil {
		d.index = make(map[T]uint32)
	}
	if keep != nil {
		v = keep(v)
	}
	c := uint32(len(d.values))
	d.values = append(d.values, v)
	d.index[v] = c
	return c
}

// mask marks the codes of the values listed. It is nil where list is empty,
// which admits every code; known counts the values that the column has.
func (d *dict[T]) mask(list []T) (mask []bool, known int) {
	if len(list) == 0 {
		return nil, 0
	}
	mask = make([]bool, len(d.values))
	for _, v := range list {
		if c, ok := d.index[v]; ok && !mask[c] {
			mask[c] = true
			known++
		}
	}
	return mask, known
}

// codes is one number per row, in as few bytes as the largest needs.
type codes struct {
	b8  []uint8
	b16 []uint16
	b32 []uint32
}

// pack stores list in the order of rows.
func pack(list []uint32, rows []int32, values int) codes {
	switch {
	case values <= math.MaxUint8+1:
		return codes{b8: narrow[uint8](list, rows)}
	case values <= math.MaxUint16+1:
		return codes{b16: narrow[uint16](list, rows)}
	}
	return codes{b32: narrow[uint32](list, rows)}
}

func narrow[N uint8 | uint16 | uint32](list []uint32, rows []int32) []N {
	out := make([]N, len(rows))
	for i, r := range rows {
		out[i] = N(list[r])
	}
	return out
}

func (c *codes) at(i int) uint32 {
	switch {
	case c.b8 != nil:
		return uint32(c.b8[i])
	case c.b16 != nil:
		return uint32(c.b16[i])
	}
	return c.b32[i]
}

// permute returns list in the order of rows.
func permute[T any](list []T, rows []int32) []T {
	out := make([]T, len(rows))
	for i, r := range rows {
		out[i] = list[r]
	}
	return out
}
