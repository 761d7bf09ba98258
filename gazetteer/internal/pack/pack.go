// Package pack writes and reads the two embedded files of the world table.
//
// In and out: a Table, columns of equal length, one row for each place. The rows
// file holds the numbers as varints, column after column; the names file holds
// one line a row, name first and alternate names after it, separated by tabs.
// Both are deflated. Coordinates keep the five decimals of GeoNames.
//
// It assumes that the table was written by this same package: a damaged file is
// an error, never a panic, and there is no migration between versions.
package pack

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
)

// version changes with the layout.
const version = 1

// A Table is the world in columns. Row i has the i-th element of each.
type Table struct {
	Countries []string // ISO2
	Codes     []string // "P.PPL", "A.ADM1"
	ID        []uint32 // GeoNames number
	Lat, Lon  []int32  // degrees × 100,000
	Pop       []uint32
	Country   []uint8  // index into Countries
	Code      []uint8  // index into Codes
	Admin1    []uint32 // row of the first level, plus one; 0 for none
	Admin2    []uint32 // row of the second level, plus one; 0 for none
	// Unit is the admin code of rows that are units themselves: "05" for the
	// first level, "09" for the second; only the first Units rows have one.
	Unit  []string
	Text  string   // all names
	Start []uint32 // where row i's line begins in Text; one more than rows
}

// Len is the number of rows.
func (t *Table) Len() int { return len(t.ID) }

// Line is the names of row i, separated by tabs, the name proper first.
func (t *Table) Line(i int) string { return t.Text[t.Start[i] : t.Start[i+1]-1] }

// Write packs the table into its two files.
func Write(t *Table) (rows, names []byte, err error) {
	var b []byte
	b = binary.AppendUvarint(b, version)
	for _, list := range [][]string{t.Countries, t.Codes, t.Unit} {
		joined := strings.Join(list, "\n")
		b = binary.AppendUvarint(b, uint64(len(list)))
		b = binary.AppendUvarint(b, uint64(len(joined)))
		b = append(b, joined...)
	}
	b = binary.AppendUvarint(b, uint64(t.Len()))
	b = append(append(b, t.Country...), t.Code...)
	b = deltas(b, t.Admin1, false)
	b = deltas(b, t.Admin2, false)
	b = deltas(b, t.ID, false)
	b = deltas(b, t.Lat, false)
	b = deltas(b, t.Lon, false)
	b = deltas(b, t.Pop, true)
	if rows, err = deflate(b); err != nil {
		return nil, nil, err
	}
	names, err = deflate([]byte(t.Text))
	return rows, names, err
}

func deltas[T uint32 | int32](b []byte, col []T, plain bool) []byte {
	var last int64
	for _, v := range col {
		b = binary.AppendVarint(b, int64(v)-last)
		if !plain {
			last = int64(v)
		}
	}
	return b
}

func deflate(b []byte) ([]byte, error) {
	var out bytes.Buffer
	w, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(b); err != nil {
		return nil, err
	}
	err = w.Close()
	return out.Bytes(), err
}

// Inflate undoes the compression of one file.
func Inflate(b []byte, hint int) ([]byte, error) {
	out := bytes.NewBuffer(make([]byte, 0, hint))
	if _, err := io.Copy(out, flate.NewReader(bytes.NewReader(b))); err != nil {
		return nil, fmt.Errorf("embedded table: %w", err)
	}
	return out.Bytes(), nil
}

// Read unpacks what Write wrote. The two files are inflated side by side.
func Read(rows, names []byte) (*Table, error) {
	var text []byte
	var nameErr error
	var wg sync.WaitGroup
	wg.Go(func() { text, nameErr = Inflate(names, 4*len(names)) })
	raw, err := Inflate(rows, 4*len(rows))
	wg.Wait()
	if err = errors.Join(err, nameErr); err != nil {
		return nil, err
	}
	t := &Table{}
	r := &reader{b: raw}
	if v := r.uvarint(); v != version {
		return nil, fmt.Errorf("embedded table: version %d, want %d", v, version)
	}
	t.Countries, t.Codes, t.Unit = r.list(), r.list(), r.list()
	n := int(r.uvarint())
	if r.err != nil || n > len(raw) {
		return nil, errDamaged
	}
	t.Country, t.Code = r.bytes(n), r.bytes(n)
	t.Admin1, t.Admin2 = column[uint32](r, n, false), column[uint32](r, n, false)
	t.ID = column[uint32](r, n, false)
	t.Lat, t.Lon = column[int32](r, n, false), column[int32](r, n, false)
	t.Pop = column[uint32](r, n, true)
	if r.err != nil {
		return nil, r.err
	}
	return t, t.lines(text, n)
}

func (t *Table) lines(text []byte, n int) error {
	t.Text = string(text)
	t.Start = make([]uint32, 1, n+1)
	for at := 0; ; {
		i := strings.IndexByte(t.Text[at:], '\n')
		if i < 0 {
			break
		}
		at += i + 1
		t.Start = append(t.Start, uint32(at))
	}
	if len(t.Start) != n+1 {
		return fmt.Errorf("embedded table: %d names for %d rows", len(t.Start)-1, n)
	}
	return nil
}

var errDamaged = errors.New("embedded table: damaged")

type reader struct {
	b   []byte
	err error
}

func (r *reader) uvarint() uint64 {
	v, n := binary.Uvarint(r.b)
	if n <= 0 {
		r.err, r.b = errDamaged, nil
		return 0
	}
	r.b = r.b[n:]
	return v
}

func (r *reader) bytes(n int) []byte {
	if n < 0 || n > len(r.b) {
		r.err, r.b = errDamaged, nil
		return nil
	}
	out := r.b[:n]
	r.b = r.b[n:]
	return out
}

func (r *reader) list() []string {
	n, size := int(r.uvarint()), int(r.uvarint())
	joined := string(r.bytes(size))
	if n == 0 {
		return nil
	}
	list := strings.Split(joined, "\n")
	if len(list) != n {
		r.err = errDamaged
	}
	return list
}

func column[T uint32 | int32](r *reader, n int, plain bool) []T {
	col := make([]T, n)
	var last int64
	for i := range col {
		v, k := binary.Varint(r.b)
		if k <= 0 {
			r.err = errDamaged
			return col
		}
		r.b = r.b[k:]
		if plain {
			last = 0
		}
		last += v
		col[i] = T(last)
	}
	return col
}
