package syntax

// The parser is a greedy arc-hybrid transition system. The buffer ends with an
// artificial root; a token whose head is that root is the sentence's root, and
// there is exactly one.

// Kinds of action.
const (
	shift = iota
	left  // the top of the stack gets the buffer's front as head, and is popped
	right // the top of the stack gets the one below it as head, and is popped
)

// An action is a kind and, for left and right, an index into Model.Rels.
type action struct{ kind, rel uint8 }

// state is a configuration of the parser. Indexes are words; n is the root.
type state struct {
	n, b       int
	stack      []int
	head       []int
	rel        []uint8
	l1, l2     []int // outermost and second outermost children to the left, -1 for none
	r1, r2     []int
	vl, vr     []uint32 // number of children on each side
	sl, sr     []uint64 // sets of their relations
	caseForm   []uint32 // form of the first case child
	form, tag  []uint32 // of every word, and of the root at n
	pos        []uint32 // coarse tag
	punct      []int    // marks, verbs and coordinators before each word
	verbs, ccs []int
	relCase    uint8
}

func (s *state) reset(n int) {
	s.n, s.b = n, 0
	s.stack = s.stack[:0]
	grow := func(p *[]int, v int) {
		*p = (*p)[:0]
		for range n + 1 {
			*p = append(*p, v)
		}
	}
	for _, p := range []*[]int{&s.head, &s.l1, &s.l2, &s.r1, &s.r2} {
		grow(p, -1)
	}
	grow(&s.punct, 0)
	grow(&s.verbs, 0)
	grow(&s.ccs, 0)
	s.rel = zeros(s.rel, n+1)
	s.vl, s.vr = zeros(s.vl, n+1), zeros(s.vr, n+1)
	s.sl, s.sr = zeros(s.sl, n+1), zeros(s.sr, n+1)
	s.caseForm = zeros(s.caseForm, n+1)
	s.form, s.tag, s.pos = zeros(s.form, n+1), zeros(s.tag, n+1), zeros(s.pos, n+1)
}

func zeros[T any](p []T, n int) []T {
	if cap(p) < n {
		return make([]T, n)
	}
	p = p[:n]
	clear(p)
	return p
}

// prepare fills in what the features see of the words.
func (m *Model) prepare(s *state, ws []word, tags []int) {
	s.reset(len(ws))
	s.relCase = m.relCase
	for i := range ws {
		from := m.turn(i, len(ws))
		t := tags[from]
		s.form[i] = ws[from].form
		s.tag[i] = uint32(t) + 10
		s.pos[i] = m.coarse[t]
		s.punct[i+1], s.verbs[i+1], s.ccs[i+1] = s.punct[i], s.verbs[i], s.ccs[i]
		switch m.class[t] {
		case 'p':
			s.punct[i+1]++
		case 'v':
			s.verbs[i+1]++
		case 'c':
			s.ccs[i+1]++
		}
	}
	s.form[s.n], s.tag[s.n], s.pos[s.n] = rootValue, rootValue, rootValue
}

func (s *state) isPunct(i int) bool { return s.punct[i+1] > s.punct[i] }

// done reports whether every word has its head.
func (s *state) done() bool { return s.b >= s.n && len(s.stack) == 0 }

// may reports whether an action is possible now.
func (m *Model) may(s *state, a action) bool {
	switch a.kind {
	case shift:
		return s.b < s.n
	case left:
		if len(s.stack) == 0 {
			return false
		}
		if s.b == s.n {
			return len(s.stack) == 1 && a.rel == m.relRoot
		}
		return a.rel != m.relRoot
	}
	return len(s.stack) >= 2 && a.rel != m.relRoot
}

func (s *state) do(a action) {
	switch a.kind {
	case shift:
		s.stack = append(s.stack, s.b)
		s.b++
	case left:
		s.attach(s.stack[len(s.stack)-1], s.b, a.rel)
		s.stack = s.stack[:len(s.stack)-1]
	case right:
		s.attach(s.stack[len(s.stack)-1], s.stack[len(s.stack)-2], a.rel)
		s.stack = s.stack[:len(s.stack)-1]
	}
}

func (s *state) attach(d, h int, rel uint8) {
	s.head[d], s.rel[d] = h, rel
	if d < h {
		if s.l1[h] < 0 || d < s.l1[h] {
			s.l2[h], s.l1[h] = s.l1[h], d
		}
		s.vl[h]++
		s.sl[h] |= 1 << (rel & 63)
	} else {
		if d > s.r1[h] {
			s.r2[h], s.r1[h] = s.r1[h], d
		}
		s.vr[h]++
		s.sr[h] |= 1 << (rel & 63)
	}
	if rel == s.relCase && s.caseForm[h] == 0 {
		s.caseForm[h] = s.form[d]
	}
}

// best returns the possible action with the highest score, and the highest
// score among possible actions that would give the words another arc.
func (m *Model) best(s *state, scores []int32) (act int, second int32) {
	const low = -1 << 30
	var ok [3]bool
	ok[shift] = s.b < s.n
	ok[left] = len(s.stack) > 0 && s.b < s.n
	ok[right] = len(s.stack) >= 2
	if s.b == s.n && len(s.stack) == 1 {
		return m.leftRoot, low
	}
	// A punctuation mark heads nothing, where there is another way on.
	if ok[left] && ok[shift] && s.b < s.n && s.isPunct(s.b) {
		ok[left] = false
	}
	if ok[right] && (ok[left] || ok[shift]) && s.isPunct(s.stack[len(s.stack)-2]) {
		ok[right] = false
	}
	act, second = -1, low
	top := [3]int32{low, low, low}
	for i, a := range m.acts {
		if !ok[a.kind] || a.kind != shift && a.rel == m.relRoot {
			continue
		}
		top[a.kind] = max(top[a.kind], scores[i])
		if act < 0 || scores[i] > scores[act] {
			act = i
		}
	}
	for k := range top {
		if k != int(m.acts[act].kind) {
			second = max(second, top[k])
		}
	}
	return act, second
}

// work is the room one parse needs; it is reused.
type work struct {
	ws        []word
	tags      []int
	limit     [][]string // tags that a word may have, empty for any
	st        state
	feats     templates
	scores    []int32
	tagMargin []int32 // by which each tag was chosen
	margin    []int32 // of the decision that gave each word its head
}

func (m *Model) newWork() *work {
	return &work{scores: make([]int32, maxClasses)}
}

// turn is the place of word i of n in the order in which the parser reads.
func (m *Model) turn(i, n int) int {
	if m.reversed {
		return n - 1 - i
	}
	return i
}

// An arc is a word's head, -1 for the root, its relation, and the margin by
// which the parser decided for them.
type arc struct {
	head   int
	rel    uint8
	margin int32
}

// arc returns what the last parse gave word i.
func (m *Model) arc(w *work, i int) arc {
	at := m.turn(i, w.st.n)
	x := arc{head: -1, rel: w.st.rel[at], margin: w.margin[at]}
	if h := w.st.head[at]; h < w.st.n {
		x.head = m.turn(h, w.st.n)
	}
	return x
}

// parse runs the parser over a prepared state.
func (m *Model) parse(by scorer, w *work) {
	s := &w.st
	w.margin = zeros(w.margin, s.n)
	scores := w.scores[:len(m.acts)]
	for !s.done() {
		if a := m.shortcut(s); a >= 0 {
			if m.acts[a].kind != shift {
				w.margin[s.stack[len(s.stack)-1]] = 1 << 30
			}
			s.do(m.acts[a])
			continue
		}
		by.score(parseFeatures(s, &w.feats), scores)
		i, second := m.best(s, scores)
		a := m.acts[i]
		if a.kind != shift {
			gap := scores[i] - second
			if second <= -1<<30 {
				gap = 1 << 30
			}
			w.margin[s.stack[len(s.stack)-1]] = gap
		}
		s.do(a)
	}
}
