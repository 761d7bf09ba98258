package claim

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/text"
	"tocsin/read/when"
)

// One country takes the first place from another: "Afghanistan overtook Syria as the deadliest
// country in 2019", "Syria gave way to Afghanistan as". Who took it is first in the time told;
// who lost it was first in the year before.

// overtakings are verbs whose subject takes the place of their object.
var overtakings = strings.Fields("passed passing leapfrogged overhauled outstripped overtook overtaken overtakes overtaking replaced replaces replacing displaced supplanted dethroned unseated succeeded surpassed surpassing eclipsed ousted")

// overtook reads such a change of the first place; it reports whether it did.
func (s *sentence) overtook() bool {
	if !s.has(isTop) {
		return false
	}
	at := slices.IndexFunc(s.toks, func(t text.Token) bool { return slices.Contains(overtakings, t.Lower) })
	for i := range s.toks {
		if s.is(i, "ahead", "past", "above") && s.is(i-1, "moved", "pulled", "went", "gone", "edged", "surged", "climbed", "jumped", "leapt", "risen", "rose") {
			at = i
		}
	}
	lost := slices.IndexFunc(s.toks, func(t text.Token) bool {
		w := t.Lower
		return w == "place" || w == "way" || w == "over" || w == "position" || w == "title"
	})
	if at < 0 && lost < 0 {
		return false
	}
	lands := s.landOperands()
	top := -1
	for i := range s.toks {
		if s.is(i, "as") && s.near(i+1, 5, func(k int) bool { return slices.Contains(highestWords, s.low(k)) }) {
			top = i
		}
	}
	if len(lands) != 2 || top < 0 || len(s.parties()) > 0 || s.denied(len(s.toks)) {
		return false
	}
	own, base, ok := s.whoOvertook(lands[0], lands[1], at, lost)
	f, by := s.oneYear(), false
	if f == nil {
		f = s.byYear()
		by = f != nil
	}
	if !ok || f == nil {
		return false
	}
	measure := ""
	if s.near(top, len(s.toks)-top, func(k int) bool {
		return s.is(k, "deadliest", "bloodiest", "deaths", "killed", "fatalities", "lethal", "dead", "toll")
	}) {
		measure = "deaths"
	}
	w := f.When
	among := s.itemsOf(0, len(s.toks)).among
	s.firstPlace(own, among, measure, w, at, top)
	if by { // since when, it does not say
		k := tocsin.Claim{Form: tocsin.FormCount, Of: &tocsin.Measure{Act: "assault", Measure: measure, Country: own.land.name}, Than: &tocsin.Measure{Act: "assault", Country: base.land.name}, Window: &w, Op: ">"}
		s.compose(k, min(max(at, 0), top), top+1, [2]int{base.lo, base.hi})
		return true
	}
	before := w
	before.From, before.To = w.From.AddMonths(-12), w.From.AddDays(-1)
	s.firstPlace(base, among, measure, before, at, top)
	return true
}

// firstPlace writes that a country had more than any other.
func (s *sentence) firstPlace(o operand, among, measure string, w tocsin.When, at, top int) {
	k := tocsin.Claim{Form: tocsin.FormRank, Of: &tocsin.Measure{Act: "assault", Measure: measure, Country: o.land.name}, Than: &tocsin.Measure{Act: "assault", Country: among},
		Window: &w, Op: "=", Value: tocsin.Number(1), Unit: tocsin.Rank}
	s.compose(k, min(max(at, 0), top), top+1, [2]int{o.lo, o.hi})
}

// whoOvertook tells who took the first place and who lost it.
func (s *sentence) whoOvertook(a, b operand, at, lost int) (own, base operand, ok bool) {
	between := func(i int) bool { return i >= a.hi && i < b.lo }
	switch {
	case at >= 0 && between(at) && s.is(at-1, "was", "been", "being", "were") && s.near(at, b.lo-at, func(k int) bool { return s.is(k, "by") }):
		return b, a, true
	case at >= 0 && between(at) && s.only(at+1, b.lo+boolInt(b.lo == at+1), "the", "of", s.low(b.lo)):
		return a, b, true
	case lost >= 0 && between(lost) && s.is(lost, "over") && s.is(lost-1, "took", "takes", "taken") && s.is(lost+1, "from"):
		return a, b, true
	case lost >= 0 && between(lost) && s.near(lost, b.lo-lost, func(k int) bool { return s.is(k, "to") }) && s.near(max(0, lost-4), 4, func(k int) bool { return s.is(k, "lost", "gave", "ceded", "yielded", "gives", "giving") }):
		return b, a, true
	case lost > b.hi-2 && s.near(a.hi, b.lo-a.hi, func(k int) bool { return s.is(k, "took", "takes", "taken") }) && s.is(b.hi, "'s", "’s"):
		return a, b, true
	}
	return own, base, false
}

// byYear is the year by which something had happened, the one time of the sentence.
func (s *sentence) byYear() *when.Found {
	if len(s.times) != 1 || !s.leadBy(&s.times[0], "by") || s.times[0].When.To.IsZero() || !strings.HasSuffix(s.times[0].When.To.String(), "-12-31") {
		return nil
	}
	f := s.times[0]
	f.When = yearOf(f.When.To.Year())
	return &f
}

// oneYear is the one time of the sentence, a year.
func (s *sentence) oneYear() *when.Found {
	var one *when.Found
	for n := range s.times {
		f := &s.times[n]
		if f.Kind != when.Date || f.When.From.IsZero() || f.When.To.IsZero() {
			continue
		}
		if one != nil || f.When.Open != "none" || f.When.From.AddMonths(12).AddDays(-1) != f.When.To {
			return nil
		}
		one = f
	}
	return one
}
