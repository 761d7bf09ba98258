package sqlite

import (
	"encoding/binary"
	"errors"
	"math"

	"tocsin"
)

// Events are kept in chunks of some thousand rows, each one blob: a row of its
// own for each event would make loading them ten times slower and the file three
// times larger. A chunk is
//
//	version · number of events · number of strings · the strings · the events
//
// where numbers are varints, a string is its length and its bytes, and an event
// points to the strings of its chunk by their number. An id stands with the
// event.

// chunkRows is how many events one chunk holds.
const chunkRows = 4096

// chunkVersion 2 has Extra behind Where; version 1, of older desks, is read.
const chunkVersion = 2

// The bits of an event's first byte.
const (
	hasPoint = 1 << iota
	hasLow
	hasBest
	hasHigh
)

// encoder collects one chunk.
type encoder struct {
	n       int
	index   map[string]uint64
	strings []byte
	rows    []byte
}

func newEncoder() *encoder { return &encoder{index: map[string]uint64{}} }

// ref writes the number of a string, and the string where it is new.
func (e *encoder) ref(s string) {
	i, ok := e.index[s]
	if !ok {
		i = uint64(len(e.index))
		e.index[s] = i
		e.strings = binary.AppendUvarint(e.strings, uint64(len(s)))
		e.strings = append(e.strings, s...)
	}
	e.rows = binary.AppendUvarint(e.rows, i)
}

func (e *encoder) num(n int) { e.rows = binary.AppendVarint(e.rows, int64(n)) }

func (e *encoder) add(ev *tocsin.DataEvent) {
	e.n++
	bits := byte(0)
	for _, b := range []struct {
		on  bool
		bit byte
	}{{ev.HasPoint, hasPoint}, {ev.Low != nil, hasLow}, {ev.Best != nil, hasBest}, {ev.High != nil, hasHigh}} {
		if b.on {
			bits |= b.bit
		}
	}
	e.rows = append(e.rows, bits)
	e.rows = binary.AppendUvarint(e.rows, uint64(len(ev.ID)))
	e.rows = append(e.rows, ev.ID...)
	e.num(int(ev.From))
	e.num(int(ev.To) - int(ev.From))
	e.num(ev.DatePrec)
	e.num(ev.PlacePrec)
	if ev.HasPoint {
		e.rows = binary.LittleEndian.AppendUint64(e.rows, math.Float64bits(ev.Lat))
		e.rows = binary.LittleEndian.AppendUint64(e.rows, math.Float64bits(ev.Lon))
	}
	for _, p := range []*int{ev.Low, ev.Best, ev.High} {
		if p != nil {
			e.num(*p)
		}
	}
	for _, s := range []string{ev.Dataset, ev.Country, ev.Place, ev.Act, ev.Class, ev.SideA, ev.SideB, ev.Conflict, ev.Outcome, ev.Said, ev.Where, string(ev.Extra)} {
		e.ref(s)
	}
	e.num(len(ev.Flags))
	for _, f := range ev.Flags {
		e.ref(f)
	}
}

// bytes returns the chunk and begins the next.
func (e *encoder) bytes() []byte {
	out := []byte{chunkVersion}
	out = binary.AppendUvarint(out, uint64(e.n))
	out = binary.AppendUvarint(out, uint64(len(e.index)))
	out = append(append(out, e.strings...), e.rows...)
	clear(e.index)
	e.n, e.strings, e.rows = 0, e.strings[:0], e.rows[:0]
	return out
}

var errChunk = errors.New("a block of events is damaged")

// decoder reads one chunk. Its strings are slices of one copy of the blob.
type decoder struct {
	s    string
	at   int
	bad  bool
	old  bool // version 1
	strs []string
	ints []int
}

func (d *decoder) uvarint() uint64 {
	var x uint64
	for shift := 0; shift < 64 && d.at < len(d.s); shift += 7 {
		b := d.s[d.at]
		d.at++
		x |= uint64(b&0x7f) << shift
		if b < 0x80 {
			return x
		}
	}
	d.bad = true
	return 0
}

func (d *decoder) num() int {
	x := d.uvarint()
	return int(int64(x>>1) ^ -int64(x&1))
}

// size reads a number of things that take a byte each at least.
func (d *decoder) size() int {
	n := d.uvarint()
	if n > uint64(len(d.s)-d.at) {
		d.bad = true
		return 0
	}
	return int(n)
}

func (d *decoder) str() string {
	n := d.size()
	s := d.s[d.at : d.at+n]
	d.at += n
	return s
}

func (d *decoder) ref() string {
	i := d.uvarint()
	if i >= uint64(len(d.strs)) {
		d.bad = true
		return ""
	}
	return d.strs[i]
}

func (d *decoder) float() float64 {
	if len(d.s)-d.at < 8 {
		d.bad = true
		return 0
	}
	var x uint64
	for i := range 8 {
		x |= uint64(d.s[d.at+i]) << (8 * i)
	}
	d.at += 8
	return math.Float64frombits(x)
}

func (d *decoder) ptr() *int {
	d.ints = append(d.ints, d.num()) // never grows: see decodeChunk
	return &d.ints[len(d.ints)-1]
}

// decodeChunk yields the events of a chunk until yield returns false; it then
// reports more as false.
func decodeChunk(blob []byte, yield func(tocsin.DataEvent) bool) (more bool, err error) {
	d := &decoder{s: string(blob)}
	if len(blob) == 0 || blob[0] < 1 || blob[0] > chunkVersion {
		return false, errChunk
	}
	d.at, d.old = 1, blob[0] == 1
	n := d.size()
	d.strs = make([]string, d.size())
	for i := range d.strs {
		d.strs[i] = d.str()
	}
	d.ints = make([]int, 0, 3*n)
	for range n {
		var ev tocsin.DataEvent
		d.event(&ev)
		if d.bad {
			return false, errChunk
		}
		if !yield(ev) {
			return false, nil
		}
	}
	if d.bad || d.at != len(d.s) {
		return false, errChunk
	}
	return true, nil
}

func (d *decoder) event(ev *tocsin.DataEvent) {
	if d.at >= len(d.s) {
		d.bad = true
		return
	}
	bits := d.s[d.at]
	d.at++
	ev.ID = d.str()
	ev.From = tocsin.Date(d.num())
	ev.To = ev.From + tocsin.Date(d.num())
	ev.DatePrec, ev.PlacePrec = d.num(), d.num()
	if ev.HasPoint = bits&hasPoint != 0; ev.HasPoint {
		ev.Lat, ev.Lon = d.float(), d.float()
	}
	if bits&hasLow != 0 {
		ev.Low = d.ptr()
	}
	if bits&hasBest != 0 {
		ev.Best = d.ptr()
	}
	if bits&hasHigh != 0 {
		ev.High = d.ptr()
	}
	ev.Dataset, ev.Country, ev.Place = d.ref(), d.ref(), d.ref()
	ev.Act, ev.Class, ev.SideA, ev.SideB = d.ref(), d.ref(), d.ref(), d.ref()
	ev.Conflict, ev.Outcome, ev.Said, ev.Where = d.ref(), d.ref(), d.ref(), d.ref()
	if !d.old {
		ev.Extra = tocsin.Extra(d.ref())
	}
	if n := d.num(); n > 0 && n <= len(d.s) && !d.bad {
		ev.Flags = make([]string, n)
		for i := range ev.Flags {
			ev.Flags[i] = d.ref()
		}
	}
}
