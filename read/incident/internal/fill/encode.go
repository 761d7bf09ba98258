package fill

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"io"
	"math"
	"slices"

	"tocsin"
)

const magic = "tocsin-incident-1\n"

// Bytes encodes the model. The same model gives the same bytes.
func (m *Model) Bytes() ([]byte, error) {
	var b []byte
	b = m.vocab.append(b)
	for k := range slots {
		b = m.read.fill[k].append(b)
		b = m.read.cut[k].append(b)
		b = m.rank.fill[k].append(b)
	}
	for t := range 1 + len(Kinds) {
		b = m.read.doc[t].append(b)
		b = m.rank.kind[t].append(b)
	}
	for t := range Kinds {
		b = m.rank.more[t].append(b)
		b = m.rank.bind[t].append(b)
	}
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

// Load decodes a model.
func Load(b []byte) (*Model, error) {
	rest, ok := bytes.CutPrefix(b, []byte(magic))
	if !ok {
		return nil, tocsin.Errorf(tocsin.Invalid, "build it with read/incident/train", "not a model of incidents")
	}
	z := flate.NewReader(bytes.NewReader(rest))
	raw, err := io.ReadAll(z)
	if err != nil {
		return nil, tocsin.Errorf(tocsin.Invalid, "build it with read/incident/train", "the model is damaged: %v", err)
	}
	d := &decoder{b: raw}
	m := &Model{vocab: d.vocabulary(), read: &reader{}, rank: &ranker{}}
	for k := range slots {
		m.read.fill[k] = d.linear()
		m.read.cut[k] = d.linear()
		m.rank.fill[k] = d.forest(rankWidth)
	}
	for range 1 + len(Kinds) {
		m.read.doc = append(m.read.doc, d.linear())
		m.rank.kind = append(m.rank.kind, d.forest(overviewWidth))
	}
	for range Kinds {
		m.rank.more = append(m.rank.more, d.forest(overviewWidth))
		m.rank.bind = append(m.rank.bind, d.linear())
	}
	if d.bad || len(d.b) > 0 {
		return nil, tocsin.Errorf(tocsin.Invalid, "build it with read/incident/train", "the model is damaged")
	}
	return m, nil
}

// append writes the weights that are not zero: how many places on, and the weight.
func (l linear) append(b []byte) []byte {
	b = binary.AppendUvarint(b, uint64(len(l.w)))
	b = binary.LittleEndian.AppendUint64(b, math.Float64bits(l.step))
	n := 0
	for _, w := range l.w {
		if w != 0 {
			n++
		}
	}
	b = binary.AppendUvarint(b, uint64(n))
	last := 0
	for i, w := range l.w {
		if w != 0 {
			b = binary.AppendUvarint(b, uint64(i-last))
			b = append(b, byte(w))
			last = i
		}
	}
	return b
}

func (f *forest) append(b []byte) []byte {
	b = binary.LittleEndian.AppendUint32(b, math.Float32bits(f.base))
	b = binary.AppendUvarint(b, uint64(len(f.trees)))
	for _, t := range f.trees {
		b = binary.AppendUvarint(b, uint64(len(t)))
		for _, n := range t {
			b = binary.AppendVarint(b, int64(n.feature))
			if n.feature < 0 {
				b = binary.LittleEndian.AppendUint32(b, math.Float32bits(n.value))
				continue
			}
			b = append(b, n.left, n.right)
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(n.cut))
		}
	}
	return b
}

func (v *vocabulary) append(b []byte) []byte {
	common := make([]hash, 0, len(v.common))
	for h := range v.common {
		common = append(common, h)
	}
	slices.Sort(common)
	b = binary.AppendUvarint(b, uint64(len(common)))
	last := hash(0)
	for _, h := range common {
		b = binary.AppendUvarint(b, uint64(h-last))
		last = h
	}
	words := make([]hash, 0, len(v.class))
	for h := range v.class {
		words = append(words, h)
	}
	slices.Sort(words)
	b = binary.AppendUvarint(b, uint64(len(words)))
	last = 0
	for _, h := range words {
		b = binary.AppendUvarint(b, uint64(h-last))
		b = binary.AppendUvarint(b, uint64(v.class[h]))
		last = h
	}
	b = binary.AppendUvarint(b, uint64(len(v.wide)))
	for _, c := range v.wide {
		b = binary.AppendUvarint(b, uint64(c))
	}
	return b
}
