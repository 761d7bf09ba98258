package claim

import (
	"tocsin"
)

// otherThen reads a second comparison that takes its times from the first: "deaths were
// lower in 2015 than in 2014, but the number of events was higher".
func (s *sentence) otherThen() {
	var first *Found
	for n := range s.out {
		if k := &s.out[n].Claim; k.Form == tocsin.FormChange && k.Of != nil && k.Window != nil && k.Window.Anchor != nil {
			first = &s.out[n]
		}
	}
	if first == nil {
		return
	}
	for i := range s.toks {
		if !s.is(i, "higher", "greater", "lower", "smaller") || !s.is(i-1, "was", "were") || s.is(i+1, "than") || s.taken[i] {
			continue
		}
		noun, from := -1, i-1
		for ; from > 0 && !s.is(from, ",", ";", "but", "while", "although", "though", "whereas"); from-- {
			if noun < 0 && (s.attackWord(from) || s.deathWord(from)) {
				noun = from
			}
		}
		if noun < 0 || from == 0 || s.timeInside(from, i) {
			continue
		}
		k, of := first.Claim, *first.Claim.Of
		of.Measure = s.ofClass(s.measure(noun))
		k.Of, k.Value = &of, nil
		k.Op = map[bool]string{true: ">", false: "<"}[s.is(i, "higher", "greater")]
		s.markTaken(noun, i+1)
		s.add(k, noun, i+1)
		return
	}
}

// timeInside reports a time among tokens [lo, hi).
func (s *sentence) timeInside(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if s.timeOver(i) {
			return true
		}
	}
	return false
}
