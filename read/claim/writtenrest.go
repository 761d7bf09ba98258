package claim

import "tocsin"

// runNow takes the last month or year that was over when the text was written for the end of
// a streak that the text says goes on: "has grown deadlier for four years in a row".
func (it *items) runNow() bool {
	s := it.s
	if it.run == 0 || it.step != 1 && it.step != 12 || s.c.Published.IsZero() || !s.near(it.lo, it.hi-it.lo, func(k int) bool { return s.is(k, "has", "have") }) {
		return false
	}
	_, m, _ := s.c.Published.Parts()
	if it.step == 1 {
		m++
	}
	from, err := tocsin.MakeDate(s.c.Published.Year(), 1, 1)
	if err != nil {
		return false
	}
	if it.step == 12 {
		from = from.AddMonths(-12)
	} else {
		from = from.AddMonths(m - 3)
	}
	it.own = &tocsin.When{From: from, To: from.AddMonths(it.step).AddDays(-1), Open: "none", Precision: map[int]string{1: "month", 12: "year"}[it.step], Text: "now"}
	return true
}

// restWords say that a part of a year is compared with all others of it.
var restWords = [][]string{{"all", "the", "other", "months", "of"}, {"all", "other", "months", "of"}, {"the", "other", "eleven", "months", "of"}, {"the", "rest", "of"}, {"the", "remainder", "of"}}

// writeRest writes that a part of a year had more than the rest of it: more than half of all.
func (it *items) writeRest() bool {
	s := it.s
	base := it.base
	if base == nil {
		base = it.outer
	}
	if it.dir == "" || base == nil || it.own == nil || base.From > it.own.From || base.To < it.own.To || base.From.AddMonths(12).AddDays(-1) != base.To {
		return false
	}
	for i := it.lo; i < it.hi; i++ {
		for _, words := range restWords {
			if s.seq(i, words...) && (s.timeOver(i+len(words)) || s.is(i+len(words), "the", "that") && s.is(i+len(words)+1, "year")) {
				it.outer, it.base, it.step = base, nil, 0
				it.share = &number{lo: i, hi: i + len(words), value: 50, op: it.dir}
				it.writeShare()
				return true
			}
		}
	}
	return false
}
