package fill

import (
	"encoding/binary"
	"math"
)

// A decoder takes a model apart. After something that does not fit it is bad,
// and gives zeros.
type decoder struct {
	b   []byte
	bad bool
}

func (d *decoder) uint() uint64 {
	x, n := binary.Uvarint(d.b)
	if n <= 0 {
		d.bad, d.b = true, nil
		return 0
	}
	d.b = d.b[n:]
	return x
}

func (d *decoder) int() int64 {
	x, n := binary.Varint(d.b)
	if n <= 0 {
		d.bad, d.b = true, nil
		return 0
	}
	d.b = d.b[n:]
	return x
}

func (d *decoder) take(n int) []byte {
	if len(d.b) < n {
		d.bad, d.b = true, nil
		return make([]byte, n)
	}
	out := d.b[:n]
	d.b = d.b[n:]
	return out
}

// size reads a length and refuses one that cannot be.
func (d *decoder) size(limit int) int {
	n := d.uint()
	if n > uint64(limit) {
		d.bad, d.b = true, nil
		return 0
	}
	return int(n)
}

func (d *decoder) float() float32 {
	return math.Float32frombits(binary.LittleEndian.Uint32(d.take(4)))
}

func (d *decoder) linear() linear {
	n := d.size(1 << 22)
	if n == 0 || n&(n-1) != 0 {
		d.bad, d.b = true, nil
		n = 1
	}
	l := linear{w: make([]int8, n), step: math.Float64frombits(binary.LittleEndian.Uint64(d.take(8)))}
	at := 0
	for range d.size(n) {
		at += int(d.uint())
		w := d.take(1)[0]
		if d.bad || at >= n {
			d.bad, d.b = true, nil
			break
		}
		l.w[at] = int8(w)
	}
	return l
}

func (d *decoder) forest(width int) *forest {
	f := &forest{base: d.float()}
	for range d.size(1 << 12) {
		t := make(tree, d.size(1<<7))
		for i := range t {
			t[i].feature = int16(d.int())
			if t[i].feature < 0 {
				t[i].value = d.float()
				continue
			}
			sides := d.take(2)
			t[i].left, t[i].right, t[i].cut = sides[0], sides[1], d.float()
			// children come later: no walk can go round in circles
			if int(t[i].left) <= i || int(t[i].right) <= i || int(t[i].left) >= len(t) || int(t[i].right) >= len(t) || int(t[i].feature) >= width {
				d.bad, d.b = true, nil
			}
		}
		if d.bad || len(t) == 0 {
			d.bad, d.b = true, nil
			break
		}
		f.trees = append(f.trees, t)
	}
	return f
}

func (d *decoder) vocabulary() *vocabulary {
	v := &vocabulary{common: make(map[hash]bool), class: make(map[hash]uint16)}
	at := hash(0)
	for range d.size(1 << 20) {
		at += hash(d.uint())
		v.common[at] = true
	}
	at = 0
	for range d.size(1 << 20) {
		at += hash(d.uint())
		v.class[at] = uint16(d.uint())
	}
	v.wide = make([]uint16, d.size(1<<16))
	for i := range v.wide {
		v.wide[i] = uint16(d.uint())
	}
	for _, c := range v.class {
		if int(c) >= len(v.wide) {
			d.bad, d.b = true, nil
		}
	}
	return v
}
