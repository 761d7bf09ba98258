package claim

import (
	"slices"
)

// writePresence writes that there was something in each step of a time: "violence was recorded
// in every month of 2019".
func (it *items) writePresence() {
	if len(it.measures) != 1 || it.share != nil || it.factor > 0 || it.s.near(it.lo, it.hi-it.lo, func(k int) bool {
		return it.s.is(k, "average", "mean", "about", "around", "nearly", "almost", "more", "fewer", "less", "most", "tally", "toll", "total", "number", "figure")
	}) || !it.s.near(it.lo, it.hi-it.lo, func(k int) bool { return it.s.is(k, "every", "each", "all") }) {
		return
	}
	q := number{lo: it.noun, hi: it.noun + 1, value: 1, op: ">="}
	it.number = &q
	measure := it.measures[0]
	if measure == "" {
		measure = "events"
	}
	it.writeCount(measure)
}

// situationAt reads at token i words for how things stand; whether they grew worse is told by the numbers
// beside them.
func (s *sentence) situationAt(i int) int {
	k := i
	if s.is(k, "security") && s.is(k+1, "situation", "conditions", "incidents", "incident") {
		k++
	}
	if s.is(k, "situation", "conditions") {
		k++
		if s.is(k, "has", "had") {
			k++
		}
		if s.is(k, "deteriorated", "worsened") {
			return k + 1
		}
	}
	if s.is(i, "whether") && s.is(i+1, "judged", "measured", "counted", "one", "you") {
		k = i + 2
		if s.is(k, "counts", "measures") {
			k++
		}
	}
	return k
}

// situations are the tokens of such words, where the sentence tells the numbers as well.
func (s *sentence) situations(cut []bool) {
	for i := range s.toks {
		if hi := s.situationAt(i); hi > i && s.near(0, len(s.toks), func(k int) bool {
			return !(k >= i && k < hi) && slices.Contains([]wordClass{isAttack, isDeath}, s.class(k)&(isAttack|isDeath)) || s.is(k, "incidents")
		}) {
			for k := i; k < hi; k++ {
				if !s.attackWord(k) {
					cut[k] = true
				}
			}
		}
	}
}
