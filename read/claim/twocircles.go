package claim

import (
	"slices"

	"tocsin"
	"tocsin/read/when"
)

// twoCircles reads that there was more within so far of one town than within so far of another:
// "more people died within 50 km of Beni than within 50 km of Goma", "around Goma, within the
// same distance, fewer were killed". The length is no distance between the two.
func (s *sentence) twoCircles() bool {
	than := -1
	for i := range s.toks {
		if s.is(i, "than", "as", "compared", "against") && s.near(i+1, 12, func(k int) bool { return s.is(k, "of", "around", "from") }) {
			than = i
		}
	}
	if than < 0 || !s.near(0, len(s.toks), func(k int) bool { return s.is(k, lengthWords...) || s.is(k, "radius") }) {
		return false
	}
	own, base, ok := s.circlesBeside(than)
	op, word := s.whichMore()
	measure, noun := s.contrasted()
	if !ok || op == "" || noun < 0 {
		return false
	}
	var own1 *when.Found
	for n := range s.times {
		if f := &s.times[n]; f.Kind == when.Date && !f.When.From.IsZero() && !f.When.To.IsZero() && f.When.Open == "none" {
			if own1 != nil && own1.When.From != f.When.From {
				return false
			}
			own1 = f
		}
	}
	if own1 == nil || len(s.actorOperands()) > 1 || len(s.landOperands()) > 1 {
		return false
	}
	k := tocsin.Claim{Form: tocsin.FormCount, Op: op, Places: []tocsin.Place{own.place, base.place}}
	used := s.fill(&k, measure, s.landOperands(), s.actorOperands())
	if k.Of.Country == "" && own.iso == base.iso {
		k.Of.Country = s.country(own.iso)
	}
	if k.Of.Country == "" {
		return false
	}
	k.Than = &tocsin.Measure{Act: "assault", Country: k.Of.Country, Actor: k.Of.Actor}
	w := own1.When
	k.Window = &w
	if f, op, found := s.byFactor(word, op == ">"); found {
		k.Op, k.Value = op, tocsin.Number(round3(f))
	}
	s.compose(k, 0, len(s.toks), append(used, [2]int{own.lo, own.hi}, [2]int{base.lo, base.hi}, [2]int{own1.Lo, own1.Hi})...)
	return true
}

// circlesBeside are the two towns around which the sentence counts: own, and base, which the word
// at token than leads to. The radius of one is that of the other where it says the same.
func (s *sentence) circlesBeside(than int) (own, base spot, ok bool) {
	var list []spot
	var round []bool
	for _, p := range s.spots() {
		if p.area || s.landAt(p.lo) != nil {
			continue
		}
		c, told := s.withinRadius(p)
		led := s.near(max(0, p.lo-4), 4, func(k int) bool {
			return s.is(k, "around", "round") || s.is(k, "of", "from") && s.near(max(0, k-3), 3, func(t int) bool { return s.is(t, "distance", "radius") })
		})
		if told || led {
			list, round = append(list, c), append(round, told)
		}
	}
	if len(list) != 2 || !slices.Contains(round, true) {
		return own, base, false
	}
	for n := range list {
		if !round[n] {
			list[n].place.Relation = list[1-n].place.Relation
		}
	}
	if list[0].lo > than && list[1].lo > than { // than within 50 km of Goma, ... Beni
		return list[1], list[0], true
	}
	return list[0], list[1], list[1].lo > than
}
