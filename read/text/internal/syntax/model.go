package syntax

import (
	"slices"
	"strings"
	"sync"
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
	tagClear []float32         // the same of tags
	tagger   scorer
	parser   scorer
	pool     sync.Pool

	plainActs, plainTags *frozen // shortcuts, nil for none
	actRows, tagRows     []coded // what they are written from
	reversed             bool    // the parser reads from right to left
}

// An Analysis is what the model finds in one sentence. Heads count from 0, -1
// is the root. Score is the share of arcs, among those of the development part
// that were decided as clearly as this one, that were right.
type Analysis struct {
	Tags, Rels []string
	Heads      []int
	Score      []float32
	TagScore   []float32
	Voices     []uint8 // of three voters, how many gave this arc; nil where one model was asked
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
	tags := m.tagHinted(words, h, w)
	a := Analysis{Tags: make([]string, len(words)), Rels: make([]string, len(words)),
		Heads: make([]int, len(words)), Score: make([]float32, len(words)), TagScore: m.tagScores(w)}
	m.prepare(&w.st, w.ws, tags)
	m.parse(m.parser, w)
	for i := range words {
		x := m.arc(w, i)
		a.Tags[i] = m.Tags[tags[i]]
		a.Heads[i], a.Rels[i], a.Score[i] = x.head, m.Rels[x.rel], m.clearness(x.margin)
	}
	return a
}

// Tag tags one sentence and does not parse it.
func (m *Model) Tag(words []string, h Hints) []string {
	w := m.borrow()
	defer m.pool.Put(w)
	out := make([]string, len(words))
	for i, t := range m.tagHinted(words, h, w) {
		out[i] = m.Tags[t]
	}
	return out
}

// tagHinted tags within the limits of the hints and lets them mend the result.
func (m *Model) tagHinted(words []string, h Hints, w *work) []int {
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
	if h.Mend == nil {
		return tags
	}
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
	return tags
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

// tagScores are how likely the tags of the last sentence are right.
func (m *Model) tagScores(w *work) []float32 {
	out := make([]float32, len(w.tags))
	for i := range out {
		if len(m.tagClear) == clearSteps {
			out[i] = m.tagClear[clearClass(w.tagMargin[i])]
		}
	}
	return out
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
