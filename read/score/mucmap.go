package score

import (
	"context"
	"strings"
)

// A pairing is what mapping one prediction to one gold template would count.
type pairing struct {
	ok   bool // the types agree
	p, r int  // correct predicted and recalled gold items, the type included
}

// scoreDoc finds the mapping of predictions to gold templates with the highest
// document F1 and counts it. Of mappings that are equal the one comes first that
// maps the first prediction to the earliest gold template, and so on, unmapped
// last: the order in which the reference goes through them. A pair whose types do
// not agree counts as unmapped, and still takes its gold template.
func scoreDoc(ctx context.Context, pred, gold []MUCTemplate) (MUCScore, error) {
	m := &mapper{ctx: ctx, pred: len(pred), gold: len(gold)}
	for i := range pred {
		m.pd += size(&pred[i])
		row := make([]pairing, len(gold))
		for j := range gold {
			row[j] = pair(&pred[i], &gold[j])
		}
		m.pairs = append(m.pairs, row)
	}
	for j := range gold {
		m.rd += size(&gold[j])
	}
	mapping, err := m.best()
	if err != nil {
		return MUCScore{}, err
	}
	return count(pred, gold, mapping), nil
}

// size is the number of items of a template: its entities and its type.
func size(t *MUCTemplate) int {
	n := 1
	for _, s := range t.Slots {
		n += len(s)
	}
	return n
}

func pair(p, g *MUCTemplate) pairing {
	if !strings.Contains(g.Type, p.Type) {
		return pairing{}
	}
	out := pairing{ok: true, p: 1, r: 1}
	for i := range p.Slots {
		t := matchSlot(p.Slots[i], g.Slots[i])
		out.p += t.RightFound
		out.r += t.RightGold
	}
	return out
}

// matchSlot counts the predicted entities all of whose mentions are mentions of
// one gold entity, and the gold entities that such a prediction hits.
func matchSlot(pred, gold [][]string) Tally {
	t := Tally{Found: len(pred), Gold: len(gold)}
	hit := make([]bool, len(gold))
	for _, p := range pred {
		right := false
		for j, g := range gold {
			if within(p, g) {
				right, hit[j] = true, true
			}
		}
		if right {
			t.RightFound++
		}
	}
	for _, h := range hit {
		if h {
			t.RightGold++
		}
	}
	return t
}

func within(p, g []string) bool {
	for _, m := range p {
		if !anyOf(g, func(o string) bool { return o == m }) {
			return false
		}
	}
	return true
}

// count counts a mapping: mapping[i] is the gold template of prediction i, -1
// for none.
func count(pred, gold []MUCTemplate, mapping []int) MUCScore {
	var s MUCScore
	taken := make([]bool, len(gold))
	for i := range pred {
		s.Type.Found++
		j := mapping[i]
		if j < 0 {
			for k := range s.Slots {
				s.Slots[k].Found += len(pred[i].Slots[k])
			}
			continue
		}
		taken[j] = true
		s.Type.Add(Tally{1, 0, 1, 1})
		for k := range s.Slots {
			s.Slots[k].Add(matchSlot(pred[i].Slots[k], gold[j].Slots[k]))
		}
	}
	for j := range gold {
		if taken[j] {
			continue
		}
		s.Type.Gold++
		for k := range s.Slots {
			s.Slots[k].Gold += len(gold[j].Slots[k])
		}
	}
	return s
}

// A mapper searches the best mapping by branch and bound. The denominators of a
// document do not depend on the mapping, so that its F1 is a harmonic mean H of
// two sums. H is concave and grows in proportion, hence no mapping exceeds a
// tangent of H; the mapping that maximises a tangent is an assignment problem
// (Kuhn 1955), and its value bounds what a branch can still reach.
type mapper struct {
	ctx        context.Context
	pred, gold int
	pd, rd     int // denominators
	pairs      [][]pairing
	a, b       float64 // the tangent: a per correct prediction, b per recalled gold item
	steps      int
}

// slack is how far a bound may lie under the best value by rounding alone.
const slack = 1e-12

// h is the document's F1 from its numerators.
func (m *mapper) h(p, r int) float64 {
	if p == 0 || r == 0 {
		return 0
	}
	return 2 * float64(p) * float64(r) / (float64(p)*float64(m.rd) + float64(r)*float64(m.pd))
}

// better compares the F1 of two pairs of numerators without rounding.
func (m *mapper) better(p1, r1, p2, r2 int) int {
	if p1*r1 == 0 || p2*r2 == 0 {
		return p1*r1 - p2*r2
	}
	return p1*r1*(p2*m.rd+r2*m.pd) - p2*r2*(p1*m.rd+r1*m.pd)
}

// best returns the first of the best mappings.
func (m *mapper) best() ([]int, error) {
	if m.pred == 0 || m.gold == 0 {
		return none(m.pred), nil
	}
	p, r := m.incumbent()
	if p == 0 {
		return none(m.pred), nil // no two types agree: all mappings count alike
	}
	s := search{mapper: m, taken: make([]bool, m.gold), now: none(m.pred), p: p, r: r}
	if err := s.raise(0, 0, 0); err != nil {
		return nil, err
	}
	s.first = none(m.pred)
	if _, err := s.earliest(0, 0, 0); err != nil {
		return nil, err
	}
	for i, j := range s.first {
		if j >= 0 && !m.pairs[i][j].ok {
			s.first[i] = -1
		}
	}
	return s.first, nil
}

// incumbent climbs from tangent to tangent to a good mapping and leaves the
// tangent at it.
func (m *mapper) incumbent() (p, r int) {
	m.a, m.b = 1/float64(m.pd), 1/float64(m.rd)
	for {
		p2, r2, _ := m.assign(0, make([]bool, m.gold))
		if p2 == 0 || m.better(p2, r2, p, r) <= 0 {
			return p, r
		}
		p, r = p2, r2
		x, y := float64(p), float64(r)
		d := x*float64(m.rd) + y*float64(m.pd)
		m.a, m.b = 2*y*y*float64(m.pd)/(d*d), 2*x*x*float64(m.rd)/(d*d)
	}
}

// A search goes through mappings in the reference's order.
type search struct {
	*mapper
	taken []bool
	now   []int
	first []int
	p, r  int // the best numerators
}

// hopeless reports whether no completion of a branch is better than the best, or
// with equal no completion is even as good.
func (s *search) hopeless(i, p, r int, equal bool) bool {
	best := s.h(s.p, s.r)
	limit := best + slack
	if equal {
		limit = best - slack
	}
	up, ur := p, r
	for k := i; k < s.pred; k++ {
		bp, br := 0, 0
		for j, q := range s.pairs[k] {
			if !s.taken[j] {
				bp, br = max(bp, q.p), max(br, q.r)
			}
		}
		up, ur = up+bp, ur+br
	}
	if s.h(up, ur) < limit {
		return true
	}
	_, _, v := s.assign(i, s.taken)
	return s.a*float64(p)+s.b*float64(r)+v < limit
}

// raise looks for better numerators than those of the incumbent.
func (s *search) raise(i, p, r int) error {
	if err := s.tick(); err != nil {
		return err
	}
	if s.better(p, r, s.p, s.r) > 0 {
		s.p, s.r = p, r
	}
	if i == s.pred || s.hopeless(i, p, r, false) {
		return nil
	}
	for j, q := range s.pairs[i] {
		if !q.ok || s.taken[j] {
			continue
		}
		s.taken[j] = true
		err := s.raise(i+1, p+q.p, r+q.r)
		s.taken[j] = false
		if err != nil {
			return err
		}
	}
	return s.raise(i+1, p, r)
}

// earliest finds the first mapping that reaches the best numerators' value.
func (s *search) earliest(i, p, r int) (bool, error) {
	if err := s.tick(); err != nil {
		return false, err
	}
	if i == s.pred {
		if s.better(p, r, s.p, s.r) < 0 {
			return false, nil
		}
		copy(s.first, s.now)
		return true, nil
	}
	if s.hopeless(i, p, r, true) {
		return false, nil
	}
	for j := 0; j <= s.gold; j++ {
		var q pairing
		if j < s.gold {
			if s.taken[j] {
				continue
			}
			q = s.pairs[i][j]
			s.taken[j], s.now[i] = true, j
		} else {
			s.now[i] = -1
		}
		found, err := s.earliest(i+1, p+q.p, r+q.r)
		if j < s.gold {
			s.taken[j] = false
		}
		if found || err != nil {
			return found, err
		}
	}
	return false, nil
}

// tick asks now and then whether somebody still waits.
func (s *search) tick() error {
	if s.steps++; s.steps%1024 == 0 {
		return s.ctx.Err()
	}
	return nil
}

func none(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = -1
	}
	return out
}
