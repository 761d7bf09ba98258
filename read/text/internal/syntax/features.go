package syntax

// near holds what the parser's features see of one word and its children.
type near struct {
	w, t, p        uint32
	l1, l2, r1, r2 int
	vl, vr         uint32
	sl, sr         uint32
	cw             uint32
}

func (s *state) near(i int) near {
	if i < 0 {
		return near{w: padValue, t: padValue, p: padValue, l1: -1, l2: -1, r1: -1, r2: -1}
	}
	return near{w: s.form[i], t: s.tag[i], p: s.pos[i], l1: s.l1[i], l2: s.l2[i], r1: s.r1[i], r2: s.r2[i],
		vl: min(s.vl[i], 6), vr: min(s.vr[i], 6), sl: fold(s.sl[i]), sr: fold(s.sr[i]), cw: s.caseForm[i]}
}

func fold(set uint64) uint32 {
	set *= 0x9E3779B97F4A7C15
	return uint32(set >> 32)
}

// child returns form, tag and relation of a child.
func (s *state) child(i int) (w, t, r uint32) {
	return s.form[i], s.tag[i], uint32(s.rel[i]) + 3
}

func bucket(d int) uint32 {
	switch {
	case d <= 4:
		return uint32(d)
	case d <= 6:
		return 5
	case d <= 10:
		return 6
	case d <= 20:
		return 7
	}
	return 8
}

// parseFeatures writes the features of a configuration.
func parseFeatures(s *state, f *templates) []uint32 {
	f.out, f.t = f.out[:0], 1000
	k := len(s.stack)
	top := func(d int) int {
		if k <= d {
			return -1
		}
		return s.stack[k-1-d]
	}
	front := func(d int) int {
		if s.b+d > s.n {
			return -1
		}
		return s.b + d
	}
	i0, i1, j0 := top(0), top(1), front(0)
	s0, s1, s2 := s.near(i0), s.near(i1), s.near(top(2))
	b0, b1, b2 := s.near(j0), s.near(front(1)), s.near(front(2))
	b3 := s.near(front(3))
	s.unigrams(f, &s0, &s1, &s2, &b0, &b1, &b2, &b3)
	pairs(f, &s0, &s1, &s2, &b0, &b1, &b2)
	s.children(f, &s0, &s1, &b0)
	s.between(f, i0, i1, j0, &s0, &s1, &b0)
	s.contexts(f, i0, i1, &s0, &s1, &s2, &b0, &b1)
	return f.out
}

func (s *state) unigrams(f *templates, s0, s1, s2, b0, b1, b2, b3 *near) {
	f.one(0)
	for _, x := range [...]*near{s0, s1, s2, b0, b1, b2} {
		f.two(x.w, x.t)
		f.one(x.w)
		f.one(x.t)
	}
	f.one(b3.t)
	f.two(b3.w, b3.p)
	f.three(b0.p, b1.p, b2.p)
	f.four(b0.t, b1.t, b2.t, b3.t)
	f.three(s0.t, s1.t, s2.t)
}

func pairs(f *templates, s0, s1, s2, b0, b1, b2 *near) {
	f.four(s0.w, s0.t, b0.w, b0.t)
	f.three(s0.w, s0.t, b0.w)
	f.three(s0.w, b0.w, b0.t)
	f.three(s0.w, s0.t, b0.t)
	f.three(s0.t, b0.w, b0.t)
	f.two(s0.w, b0.w)
	f.two(s0.t, b0.t)
	f.two(s0.p, b0.p)
	f.four(s1.w, s1.t, s0.w, s0.t)
	f.three(s1.w, s1.t, s0.t)
	f.three(s1.t, s0.w, s0.t)
	f.two(s1.w, s0.w)
	f.two(s1.t, s0.t)
	f.two(s1.w, s0.p)
	f.two(s1.p, s0.w)
	f.two(s1.w, b0.w)
	f.two(s1.t, b0.t)
	f.two(s1.w, b0.t)
	f.two(s1.t, b0.w)
	f.two(b0.w, b1.w)
	f.two(b0.w, b1.t)
	f.two(b0.t, b1.w)
	f.two(b0.t, b1.t)
	f.two(s0.w, b1.t)
	f.two(s0.w, b1.w)
	f.two(s0.t, b1.w)
	f.three(s0.t, b0.t, b1.t)
	f.three(s0.w, b0.t, b1.t)
	f.three(s0.t, b0.w, b1.t)
	f.three(s0.t, b0.t, b1.w)
	f.three(s1.t, s0.t, b0.t)
	f.three(s1.w, s0.t, b0.t)
	f.three(s1.t, s0.w, b0.t)
	f.three(s1.t, s0.t, b0.w)
	f.three(s1.p, s0.w, b0.w)
	f.three(s1.w, s0.w, b0.p)
	f.three(s1.w, s0.p, b0.w)
	f.four(s2.p, s1.p, s0.p, b0.p)
	f.four(s1.p, s0.p, b0.p, b1.p)
	f.four(s0.p, b0.p, b1.p, b2.p)
	f.three(s0.t, b1.t, b2.t)
	f.three(s2.t, s1.t, b0.t)
	f.two(s2.w, s0.w)
	f.two(s2.t, s0.t)
}

func (s *state) children(f *templates, s0, s1, b0 *near) {
	for _, x := range [...]struct {
		c int
		h *near
	}{{s0.l1, s0}, {s0.l2, s0}, {s0.r1, s0}, {s0.r2, s0}, {b0.l1, b0}, {b0.l2, b0}, {s1.l1, s1}, {s1.r1, s1}, {s1.r2, s1}} {
		if x.c < 0 { // valencies and label sets say so already
			f.t += 6
			continue
		}
		w, t, r := s.child(x.c)
		f.two(w, x.h.p)
		f.two(t, x.h.t)
		f.two(r, x.h.w)
		f.two(r, x.h.t)
		f.four(r, s1.p, s0.p, b0.p)
		f.four(t, s0.t, b0.t, s1.p)
	}
	for _, x := range [...]*near{s0, s1, b0} {
		f.two(x.w, x.sl)
		f.two(x.t, x.sl)
		f.two(x.w, x.vl)
		f.two(x.t, x.vl)
		if x != b0 {
			f.two(x.w, x.sr)
			f.two(x.t, x.sr)
			f.two(x.w, x.vr)
			f.two(x.t, x.vr)
			f.three(x.t, x.sl, x.sr)
		}
	}
	f.three(s0.t, s0.sr, b0.t)
	f.three(s0.w, s0.sr, b0.t)
	f.three(s1.t, s1.sr, s0.t)
	f.three(s1.w, s1.sr, s0.t)
	f.three(s1.t, s1.sr, s0.w)
	f.three(s0.t, s0.sl, b0.t)
	f.three(b0.t, b0.sl, s0.t)
	f.three(s0.t, s0.sl, s1.t)
	f.four(s0.t, s0.sl, s1.t, s1.sr)
}

// between describes what lies between the words in play.
func (s *state) between(f *templates, i0, i1, j0 int, s0, s1, b0 *near) {
	var d0, p0, v0, c0, d1, p1, v1, c1 uint32
	if i0 >= 0 {
		d0 = bucket(j0 - i0)
		p0 = uint32(min(s.punct[j0]-s.punct[i0+1], 3))
		v0 = uint32(min(s.verbs[j0]-s.verbs[i0+1], 3))
		c0 = uint32(min(s.ccs[j0]-s.ccs[i0+1], 2))
	}
	if i1 >= 0 {
		d1 = bucket(i0 - i1)
		p1 = uint32(min(s.punct[i0]-s.punct[i1+1], 3))
		v1 = uint32(min(s.verbs[i0]-s.verbs[i1+1], 3))
		c1 = uint32(min(s.ccs[i0]-s.ccs[i1+1], 2))
	}
	f.two(s0.w, d0)
	f.two(s0.t, d0)
	f.two(b0.w, d0)
	f.two(b0.t, d0)
	f.three(s0.t, b0.t, d0)
	f.three(s0.w, b0.t, d0)
	f.three(s0.t, b0.w, d0)
	f.three(s1.t, s0.t, d1)
	f.three(s1.w, s0.t, d1)
	f.three(s1.t, s0.w, d1)
	f.three(s0.t, b0.t, p0|v0<<4|c0<<8)
	f.three(s1.t, s0.t, p1|v1<<4|c1<<8)
	f.three(s0.t, b0.t, p0|16)
	f.three(s1.t, s0.t, p1|16)
	f.three(s0.t, b0.t, v0|32)
	f.three(s1.t, s0.t, v1|32)
	f.four(s1.t, s0.t, b0.t, p1|p0<<4)
	f.four(s1.t, s0.t, b0.t, d1)
	f.four(s1.p, s0.p, b0.p, v1|v0<<4|p0<<8|p1<<12)
}

// contexts are the case words of attachments, the neighbours in the text, and
// the depth of the stack.
func (s *state) contexts(f *templates, i0, i1 int, s0, s1, s2, b0, b1 *near) {
	f.three(s1.w, s0.cw, s0.w)
	f.three(s1.w, s0.cw, s0.t)
	f.three(s1.t, s0.cw, s0.w)
	f.three(s1.t, s0.cw, s0.t)
	f.three(s2.w, s0.cw, s0.t)
	f.four(s2.t, s1.t, s0.cw, s0.t)
	f.four(s2.w, s1.w, s0.cw, s0.p)
	f.three(s0.w, b0.cw, b0.w)
	f.three(s0.w, b0.cw, b0.t)
	f.three(s0.t, b0.cw, b0.t)
	before, after, after1 := uint32(padValue), uint32(padValue), uint32(padValue)
	if i0 > 0 {
		before = s.tag[i0-1]
	}
	if i0 >= 0 {
		after = s.tag[i0+1]
	}
	if i1 >= 0 {
		after1 = s.tag[i1+1]
	}
	last := uint32(padValue)
	if s.b > 0 {
		last = s.tag[s.b-1]
	}
	f.three(s0.t, before, b0.t)
	f.three(s0.t, after, b0.t)
	f.three(s1.t, after1, s0.t)
	f.three(s0.t, last, b0.t)
	f.three(s1.t, before, s0.t)
	depth := uint32(min(len(s.stack), 4))
	f.three(depth, s0.t, b0.t)
	f.four(depth, s1.p, s0.p, b0.p)
	f.two(depth, b0.w)
	f.three(s0.cw, b0.t, s1.t)
	f.three(s0.w, b0.w, b1.w)
	f.three(s0.t, s0.cw, b0.w)
}
