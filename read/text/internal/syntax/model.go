package syntax

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"io"
	"slices"
	"strings"
	"sync"

	"tocsin"
)

// A Model tags and parses. It is read only once loaded or trained and may be
// used by many goroutines at once.
type Model struct {
	Tags []string // "UPOS|XPOS"
	Rels []string

	acts     []action
	leftRoot int
	relRoot  uint8
	relCase  uint8
	coarse   []uint32          // by tag: UPOS as a feature value
	class    []byte            // by tag: 'p' mark, 'v' verb, 'c' coordinator, or 0
	closed   []bool            // by tag: a closed class, or punctuation
	dict     map[uint32]uint32 // form to ambiguity class
	lemmas   map[string]string // "form\tUPOS|XPOS" to lemma, where the rules are wrong
	clear    []float32         // share of right arcs by size of the margin
	tagger   scorer
	parser   scorer
	pool     sync.Pool
}

// An Analysis is what the model finds in one sentence. Heads count from 0, -1
// is the root. Score is the share of arcs, among those of the development part
// that were decided as clearly as this one, that were right.
type Analysis struct {
	Tags, Rels []string
	Heads      []int
	Score      []float32
}

// Hints are what the caller knows better than the tagger. Either may be nil.
type Hints struct {
	// Limit names the tags that word i may have, none for any. known says
	// whether training has seen the word.
	Limit func(i int, known bool) []string
	// Mend may change the tags before the sentence is parsed.
	Mend func(tags []string)
}

// Analyse tags and parses one sentence.
func (m *Model) Analyse(words []string, h Hints) Analysis {
	w := m.borrow()
	defer m.pool.Put(w)
	w.ws = m.looks(words, w.ws)
	w.limit = w.limit[:0]
	if h.Limit != nil {
		for i := range words {
			list := h.Limit(i, w.ws[i].known != 0)
			if !slices.ContainsFunc(list, func(t string) bool { return m.classOf(t) >= 0 }) {
				list = nil
			}
			w.limit = append(w.limit, list)
		}
	}
	tags := m.tag(m.tagger, w.ws, w)
	w.limit = w.limit[:0]
	if h.Mend != nil {
		names := make([]string, len(tags))
		for i, t := range tags {
			names[i] = m.Tags[t]
		}
		h.Mend(names)
		for i, t := range names {
			if c := m.classOf(t); c >= 0 {
				tags[i] = c
			}
		}
	}
	a := Analysis{Tags: make([]string, len(words)), Rels: make([]string, len(words)),
		Heads: make([]int, len(words)), Score: make([]float32, len(words))}
	m.prepare(&w.st, w.ws, tags)
	m.parse(m.parser, w)
	for i := range words {
		a.Tags[i] = m.Tags[tags[i]]
		a.Heads[i] = w.st.head[i]
		if a.Heads[i] == len(words) {
			a.Heads[i] = -1
		}
		a.Rels[i] = m.Rels[w.st.rel[i]]
		a.Score[i] = m.clearness(w.margin[i])
	}
	return a
}

// classOf returns the number of a tag, -1 for one that the model does not have.
func (m *Model) classOf(tag string) int {
	i, ok := slices.BinarySearch(m.Tags, tag)
	if !ok {
		return -1
	}
	return i
}

func (m *Model) borrow() *work {
	if w, ok := m.pool.Get().(*work); ok {
		return w
	}
	return m.newWork()
}

// clearSteps is the number of classes of clearness, by powers of two of the
// margin.
const clearSteps = 24

func clearClass(gap int32) int {
	n := 0
	for gap > 0 && n < clearSteps-1 {
		gap >>= 1
		n++
	}
	return n
}

func (m *Model) clearness(gap int32) float32 {
	if len(m.clear) != clearSteps {
		return 0
	}
	return m.clear[clearClass(gap)]
}

// index derives what follows from Tags, Rels and acts.
func (m *Model) index() {
	m.coarse = make([]uint32, len(m.Tags))
	m.class = make([]byte, len(m.Tags))
	m.closed = make([]bool, len(m.Tags))
	for i, t := range m.Tags {
		u, _, _ := strings.Cut(t, "|")
		m.coarse[i] = hashString(u)
		switch u {
		case "PRON", "DET", "AUX", "ADP", "CCONJ", "SCONJ", "PART", "PUNCT", "NUM":
			m.closed[i] = true
		}
		switch u {
		case "PUNCT":
			m.class[i] = 'p'
		case "VERB", "AUX":
			m.class[i] = 'v'
		case "CCONJ":
			m.class[i] = 'c'
		}
	}
	m.relRoot = uint8(slices.Index(m.Rels, "root"))
	m.relCase = uint8(slices.Index(m.Rels, "case"))
	m.leftRoot = slices.Index(m.acts, action{left, m.relRoot})
}

const magic = "tocsin-syntax-1\n"

// write encodes the model.
func (m *Model) write(tagRows, parseRows []coded) ([]byte, error) {
	var b []byte
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
	for i := range clearSteps {
		b = append(b, uint8(m.clear[i]*255))
	}
	b = appendRows(b, tagRows)
	b = appendRows(b, parseRows)
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
	for range clearSteps {
		m.clear = append(m.clear, float32(r.byte())/255)
	}
	if r.bad || len(m.Tags) > 256 || len(m.Rels) > 64 {
		return nil, bad("cut short")
	}
	tagger, b, ok1 := readRows(r.b)
	if !ok1 {
		return nil, bad("tagger cut short")
	}
	parser, _, ok2 := readRows(b)
	if !ok2 {
		return nil, bad("parser cut short")
	}
	m.tagger, m.parser = tagger, parser
	m.index()
	if m.leftRoot < 0 {
		return nil, bad("no root action")
	}
	return m, nil
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
