package syntax

// costs writes, for shift, left and right, how many arcs of the gold tree can
// no longer be reached after it: the dynamic oracle of arc-hybrid (Goldberg and
// Nivre 2013). heads holds gold heads, n for the root.
func (s *state) costs(heads []int) (c [3]int) {
	k := len(s.stack)
	if s.b < s.n {
		for d := range k {
			i := s.stack[d]
			if heads[i] == s.b || d < k-1 && heads[s.b] == i {
				c[shift]++
			}
		}
	}
	if k == 0 {
		return c
	}
	i0 := s.stack[k-1]
	for j := s.b; j < s.n; j++ {
		if heads[j] == i0 {
			c[left]++
			c[right]++
		}
	}
	h := heads[i0]
	if h >= s.b {
		c[right]++
		if h != s.b {
			c[left]++
		}
	}
	if k >= 2 && h == s.stack[k-2] {
		c[left]++
	}
	return c
}

// gold lists the actions that lose nothing, or least: with the gold relation
// where the arc is gold or its dependent's head is lost anyway.
func (m *Model) gold(s *state, heads []int, rels []uint8, out []bool) {
	clear(out)
	c := s.costs(heads)
	least := 1 << 30
	for i, a := range m.acts {
		if m.may(s, a) {
			least = min(least, c[m.acts[i].kind])
		}
	}
	for i, a := range m.acts {
		if c[a.kind] != least || !m.may(s, a) {
			continue
		}
		if a.kind == shift || a.rel == rels[s.stack[len(s.stack)-1]] {
			out[i] = true
		}
	}
	for i := range out {
		if out[i] {
			return
		}
	}
	for i, a := range m.acts { // no such labelled action was ever seen: any label will do
		out[i] = c[a.kind] == least && m.may(s, a)
	}
}
