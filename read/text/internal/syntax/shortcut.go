package syntax

// Shortcuts are configurations so plain that the full model always decides them
// alike: an article before a noun needs no two hundred features. They are learnt
// from what the trained model does on the training sentences, and answer about
// four steps in ten.
// A configuration is a shortcut where the model met it often and its decision
// was the same in all but one in a thousand.
const (
	shortcutOften = 10
	shortcutNoise = 1000
)

// only returns the one class of a row, or -1 where there is no such row.
func (z *frozen) only(key uint32) int {
	if z == nil {
		return -1
	}
	if row := z.row(key); len(row) > 0 {
		return int(row[0] >> 8)
	}
	return -1
}

// contexts writes the coarse pictures of a configuration that may be shortcuts.
func (s *state) sketches(out *[3]uint32) {
	t1, t0, w0 := uint32(padValue), uint32(padValue), uint32(padValue)
	var vl0, vr0 uint32
	if k := len(s.stack); k > 0 {
		i := s.stack[k-1]
		t0, w0, vl0, vr0 = s.tag[i], s.form[i], min(s.vl[i], 2), min(s.vr[i], 2)
		if k > 1 {
			t1 = s.tag[s.stack[k-2]]
		}
	}
	b0, wb, b1 := s.tag[s.b], s.form[s.b], uint32(padValue)
	if s.b < s.n {
		b1 = s.tag[s.b+1]
	}
	plain := mix(mix(31, t0<<16|b0), vl0|vr0<<4|min(s.vl[s.b], 2)<<8)
	out[0] = fold(mix(mix(mix(plain, w0), wb), b1))
	out[1] = fold(mix(mix(plain, t1<<16|b1), 1))
	out[2] = fold(mix(mix(mix(plain, wb), t1), 2))
}

// shortcut returns the action that a plain configuration always has, or -1.
func (m *Model) shortcut(s *state) int {
	var c [3]uint32
	s.sketches(&c)
	for _, key := range c {
		if a := m.plainActs.only(key); a >= 0 && m.may(s, m.acts[a]) {
			return a
		}
	}
	return -1
}

// plainTag returns the tag that a plain word always has, or -1.
func (m *Model) plainTag(ws []word, i int, t1 uint32) int {
	if m.plainTags == nil {
		return -1
	}
	for _, key := range tagContexts(ws, i, t1) {
		if t := m.plainTags.only(key); t >= 0 {
			return t
		}
	}
	return -1
}

// A tally counts the decisions in one context.
type tally struct{ seen, other, class int }

type tallies map[uint32]*tally

func (t tallies) add(key uint32, class int) {
	x := t[key]
	if x == nil {
		x = &tally{class: class}
		t[key] = x
	}
	x.seen++
	if x.class != class {
		x.other++
	}
}

// rows are the contexts whose decision is always the same.
func (t tallies) rows() []coded {
	var out []coded
	for key, x := range t {
		if x.seen >= shortcutOften && x.other*shortcutNoise <= x.seen {
			out = append(out, coded{key: key, class: []uint8{uint8(x.class)}, code: []int8{1}})
		}
	}
	sortRows(out)
	return out
}

// learnShortcuts watches the model on the training sentences.
func (m *Model) learnShortcuts(train []Sentence, tags [][]int) {
	acts, plain := tallies{}, tallies{}
	w := m.newWork()
	for k := range train {
		w.ws = m.looks(train[k].Words, w.ws)
		t1 := uint32(padValue)
		for i, t := range m.tag(m.tagger, w.ws, w) {
			for _, key := range tagContexts(w.ws, i, t1) {
				plain.add(key, t)
			}
			t1 = uint32(t) + 10
		}
		m.prepare(&w.st, w.ws, tags[k])
		for s := &w.st; !s.done(); {
			m.parser.score(parseFeatures(s, &w.feats), w.scores)
			a, _ := m.best(s, w.scores)
			var c [3]uint32
			s.sketches(&c)
			for _, key := range c {
				acts.add(key, a)
			}
			s.do(m.acts[a])
		}
	}
	m.actRows, m.tagRows = acts.rows(), plain.rows()
	m.plainActs, m.plainTags = table(m.actRows), table(m.tagRows)
}

// tagContexts are the coarse pictures of a word that may be shortcuts.
func tagContexts(ws []word, i int, t1 uint32) [2]uint32 {
	own := mix(mix(37, ws[i].form), ws[i].shape)
	next := uint32(padValue)
	if i+1 < len(ws) {
		next = ws[i+1].known
	}
	return [2]uint32{fold(own), fold(mix(mix(own, t1), next))}
}
