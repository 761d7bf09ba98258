package syntax

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"io"
	"slices"
	"strings"

	"tocsin"
)

const magic = "tocsin-syntax-2\n"

// write encodes the model.
func (m *Model) write(tagRows, parseRows []coded) ([]byte, error) {
	b := []byte{uint8(truth(m.reversed))}
	b = appendStrings(b, m.Tags)
	b = appendStrings(b, m.Rels)
	b = binary.AppendUvarint(b, uint64(len(m.acts)))
	for _, a := range m.acts {
		b = append(b, a.kind, a.rel)
	}
	forms := make([]uint32, 0, len(m.dict))
	for f := range m.dict {
		forms = append(forms, f)
	}
	slices.Sort(forms)
	b = binary.AppendUvarint(b, uint64(len(forms)))
	for _, f := range forms {
		b = binary.LittleEndian.AppendUint32(b, f)
		b = binary.LittleEndian.AppendUint32(b, m.dict[f])
	}
	keys := make([]string, 0, len(m.lemmas))
	for k := range m.lemmas {
		keys = append(keys, k+"\n"+m.lemmas[k])
	}
	slices.Sort(keys)
	b = appendStrings(b, keys)
	b = appendShares(b, m.clear)
	b = appendRows(b, tagRows)
	b = appendRows(b, parseRows)
	b = appendRows(b, m.tagRows)
	b = appendRows(b, m.actRows)
	b = appendShares(b, m.tagClear)
	var out bytes.Buffer
	out.WriteString(magic)
	z, err := flate.NewWriter(&out, flate.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := z.Write(b); err != nil {
		return nil, err
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func appendStrings(b []byte, list []string) []byte {
	b = binary.AppendUvarint(b, uint64(len(list)))
	for _, s := range list {
		b = binary.AppendUvarint(b, uint64(len(s)))
		b = append(b, s...)
	}
	return b
}

// Load decodes a model that Train wrote.
func Load(data []byte) (*Model, error) {
	bad := func(what string) error {
		return tocsin.Errorf(tocsin.Internal, "rebuild it with go run ./read/text/train", "model: %s", what)
	}
	rest, ok := bytes.CutPrefix(data, []byte(magic))
	if !ok {
		return nil, bad("not a model of this version")
	}
	b, err := io.ReadAll(flate.NewReader(bytes.NewReader(rest)))
	if err != nil {
		return nil, bad(err.Error())
	}
	m := &Model{}
	r := reader{b: b}
	m.reversed = r.byte() == 1
	m.Tags, m.Rels = r.strings(), r.strings()
	for range r.count(2) {
		m.acts = append(m.acts, action{r.byte(), r.byte()})
	}
	n := r.count(8)
	m.dict = make(map[uint32]uint32, n)
	for range n {
		f := r.uint32()
		m.dict[f] = r.uint32()
	}
	lemmas := r.strings()
	m.lemmas = make(map[string]string, len(lemmas))
	for _, s := range lemmas {
		i := strings.LastIndexByte(s, '\n')
		if i < 0 {
			return nil, bad("a lemma without its form")
		}
		m.lemmas[s[:i]] = s[i+1:]
	}
	m.clear = r.shares()
	if r.bad || len(m.Tags) > 256 || len(m.Rels) > 64 {
		return nil, bad("cut short")
	}
	var tables [4]*frozen
	for i := range tables {
		if tables[i], r.b, ok = readRows(r.b); !ok {
			return nil, bad("weights cut short")
		}
	}
	m.tagger, m.parser, m.plainTags, m.plainActs = tables[0], tables[1], tables[2], tables[3]
	if m.tagClear = r.shares(); r.bad {
		return nil, bad("cut short")
	}
	m.index()
	if m.leftRoot < 0 {
		return nil, bad("no root action")
	}
	return m, nil
}

// appendShares writes the shares of right decisions by size of the margin, a
// byte each.
func appendShares(b []byte, shares []float32) []byte {
	for _, s := range shares {
		b = append(b, uint8(s*255))
	}
	return b
}

// reader takes values off the front of b; bad is set where there are none left.
type reader struct {
	b   []byte
	bad bool
}

func (r *reader) count(size int) int {
	n, k := binary.Uvarint(r.b)
	if k <= 0 || n*uint64(size) > uint64(len(r.b)) {
		r.bad = true
		r.b = nil
		return 0
	}
	r.b = r.b[k:]
	return int(n)
}

// shares reads what appendShares wrote.
func (r *reader) shares() []float32 {
	out := make([]float32, clearSteps)
	for i := range out {
		out[i] = float32(r.byte()) / 255
	}
	return out
}

func (r *reader) byte() uint8 {
	if len(r.b) == 0 {
		r.bad = true
		return 0
	}
	c := r.b[0]
	r.b = r.b[1:]
	return c
}

func (r *reader) uint32() uint32 {
	if len(r.b) < 4 {
		r.bad = true
		return 0
	}
	v := binary.LittleEndian.Uint32(r.b)
	r.b = r.b[4:]
	return v
}

func (r *reader) strings() []string {
	var out []string
	for range r.count(1) {
		n := r.count(1)
		out = append(out, string(r.b[:n]))
		r.b = r.b[n:]
	}
	return out
}
