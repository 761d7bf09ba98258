package gazetteer

import (
	"strconv"
	"strings"

	"tocsin/gazetteer/internal/fold"
	"tocsin/gazetteer/internal/pack"
)

// nameIndex is a hash table from folded names to rows: chains in flat slices,
// because a map of four hundred thousand entries takes longer to build than the
// whole table takes to read.
type nameIndex struct {
	head []uint32 // bucket to entry plus one
	next []uint32 // entry to the next of its bucket, plus one
	hash []uint32
	row  []uint32
}

// buckets is a power of two near the number of names.
const buckets = 1 << 18

// indexNames enters every name of every row, and units also by their name
// without its generic word: "Ségou Region" as "segou".
func indexNames(t *pack.Table) nameIndex {
	x := nameIndex{head: make([]uint32, buckets)}
	guess := t.Len() * 5 / 2
	x.next, x.hash, x.row = make([]uint32, 0, guess), make([]uint32, 0, guess), make([]uint32, 0, guess)
	buf := make([]byte, 0, 128)
	for row := range t.Len() {
		line := t.Line(row)
		for line != "" {
			name, rest, _ := strings.Cut(line, "\t")
			line = rest
			buf = fold.Key(buf[:0], name)
			x.add(buf, row)
			if row >= len(t.Unit) {
				continue
			}
			if core := coreOf(string(buf)); core.generic != "" {
				x.add([]byte(core.name), row)
			}
		}
	}
	return x
}

func (x *nameIndex) add(key []byte, row int) {
	h := hashKey(key)
	b := h % buckets
	x.next = append(x.next, x.head[b])
	x.hash = append(x.hash, h)
	x.row = append(x.row, uint32(row))
	x.head[b] = uint32(len(x.row))
}

// find calls f with each row that may have the key: equal hash, not yet equal
// name.
func (x *nameIndex) find(key string, f func(row int)) {
	h := hashKey([]byte(key))
	last := -1
	for e := x.head[h%buckets]; e != 0; e = x.next[e-1] {
		if row := int(x.row[e-1]); x.hash[e-1] == h && row != last {
			last = row
			f(row)
		}
	}
}

// hashKey is FNV-1a.
func hashKey(key []byte) uint32 {
	h := uint32(2166136261)
	for _, c := range key {
		h = (h ^ uint32(c)) * 16777619
	}
	return h
}

// place builds the Place of a row.
func (w *world) place(row int) Place {
	t := w.table
	names := strings.Split(t.Line(row), "\t")
	class, code, _ := strings.Cut(t.Codes[t.Code[row]], ".")
	p := Place{ID: "geonames:" + strconv.FormatUint(uint64(t.ID[row]), 10), Name: names[0], Alt: names[1:],
		Country: t.Countries[t.Country[row]], Class: class, Code: code,
		Lat: float64(t.Lat[row]) / 1e5, Lon: float64(t.Lon[row]) / 1e5, Population: int64(t.Pop[row])}
	if u := t.Admin1[row]; u != 0 {
		p.Admin1, p.Admin1Name = t.Unit[u-1], w.firstName(u-1)
	}
	if u := t.Admin2[row]; u != 0 {
		p.Admin2, p.Admin2Name = t.Unit[u-1], w.firstName(u-1)
	}
	return p
}

func (w *world) firstName(row uint32) string {
	name, _, _ := strings.Cut(w.table.Line(int(row)), "\t")
	return name
}

// idNumber is the number in "geonames:2460596".
func idNumber(id string) (uint32, bool) {
	s, ok := strings.CutPrefix(id, "geonames:")
	if !ok {
		return 0, false
	}
	n, err := strconv.ParseUint(s, 10, 32)
	return uint32(n), err == nil
}
