package claim

import (
	"slices"

	"tocsin"
	"tocsin/read/when"
)

// levelNouns are what a number of an earlier time is called.
var levelNouns = []string{"level", "levels", "figure", "figures", "total", "totals", "toll", "rate", "number", "numbers", "peak", "count", "tally", "high", "low", "value"}

// levels reads a year's number told as a part or a multiple of another year's: "by 1992 it
// had dropped to less than a quarter of its 1989 level", "stood at twice the 2010 figure",
// "was half of what it had been in 2006", "three times the figure for 2012".
func (s *sentence) levels() bool {
	base, lo, hi := s.levelOf()
	if base == nil {
		return false
	}
	f, from, _ := s.factorBefore(lo)
	op := s.factorBound(&from)
	it, good := s.gather()
	own := s.otherYear(it.times, base)
	if !good || own == nil || len(it.towns) > 0 || s.noneSaidAt() {
		return false
	}
	k, used := s.claimOf(it, tocsin.FormChange)
	if k.Of.Country == "" && k.Of.Actor == "" || own.When.From == base.When.From {
		return false
	}
	k.Of.Measure = s.ofClass(s.measure(it.noun))
	if s.near(0, len(s.toks), s.deathWord) || s.near(0, len(s.toks), func(t int) bool { return s.is(t, "killed", "died") }) {
		k.Of.Measure = s.ofClass("deaths")
	}
	w, ok := s.yearOf(own.When)
	if !ok {
		return false
	}
	b, ok := s.yearOf(base.When)
	if !ok {
		return false
	}
	w.Anchor = &tocsin.Anchor{Rel: "after", Text: b.From.String() + "/" + b.To.String()}
	k.Window, k.Op, k.Value, k.Unit = &w, op, tocsin.Number(round3(f)), tocsin.Ratio
	s.compose(k, min(from, own.Lo), max(hi, own.Hi), append(used, [2]int{own.Lo, own.Hi}, [2]int{base.Lo, base.Hi}, [2]int{from, hi})...)
	return true
}

// smallParts are parts that elsewhere are ordinals.
var smallParts = map[string]float64{"sixth": 1. / 6, "seventh": 1. / 7, "eighth": 0.125, "ninth": 1. / 9, "twelfth": 1. / 12, "twentieth": 0.05, "hundredth": 0.01}

// factorBefore is the factor that ends at token at: a part, a multiple or a percentage.
func (s *sentence) factorBefore(at int) (f float64, lo int, ok bool) {
	if f, lo, ok = s.timesBefore(at); ok {
		return f, lo, f > 0 && f != 1
	}
	if x := smallParts[s.low(at-1)]; x > 0 && s.is(at-2, "a", "one") {
		return x, at - 2, true
	}
	if x := factors[s.low(at-1)]; s.is(at-1, "double", "triple", "quadruple", "treble") && x > 0 {
		return x, at - 1, true
	}
	f, lo, ok = s.percentBefore(at)
	return f, lo, ok && f > 0 && f != 1
}

// levelTold reports a sentence in which a number is told as a part or multiple of a year's.
func (s *sentence) levelTold() bool {
	base, _, _ := s.levelOf()
	return base != nil
}

// yearOf is the whole year that a time is or ends: "by 1992" and "in 1992" are that year.
func (s *sentence) yearOf(w tocsin.When) (tocsin.When, bool) {
	day := w.From
	if w.Open != "none" || day.IsZero() {
		day = w.To
	}
	if day.IsZero() || w.Precision != "year" {
		return w, false
	}
	if w.Open == "none" && w.From.Year() != w.To.Year() {
		return w, false
	}
	from, err := tocsin.MakeDate(day.Year(), 1, 1)
	if err != nil {
		return w, false
	}
	w.From, w.To, w.Open = from, from.AddMonths(12).AddDays(-1), "none"
	return w, true
}

// levelOf is the year whose number is the measure of another's, with the tokens that say
// so; before them stands a factor.
func (s *sentence) levelOf() (f *when.Found, lo, hi int) {
	for n := range s.times {
		f := &s.times[n]
		if f.Kind != when.Date {
			continue
		}
		y := f.Hi - 1
		if !s.isYear(y) {
			continue
		}
		switch {
		case s.is(y+1, levelNouns...):
			lo, hi = y, y+2
		case s.is(y+1, "'s", "’s") && s.is(y+2, levelNouns...):
			lo, hi = y, y+3
		case s.is(y-1, "of", "in", "for", "from") && s.is(y-2, append(levelNouns, "that")...):
			lo, hi = y-2, y+1
		default:
			if lo, hi = s.whatItWas(y), y+1; lo == 0 {
				continue
			}
		}
		for s.is(lo-1, "its", "their", "the", "death", "annual", "recorded") {
			lo--
		}
		for s.is(lo-1, "of", "just", "only") {
			lo--
		}
		if _, _, ok := s.factorBefore(lo); ok {
			return f, lo, hi
		}
	}
	return nil, 0, 0
}

// whatItWas is the token "what" of "what it had been in 2006", with the year at y; 0 for none.
func (s *sentence) whatItWas(y int) int {
	k := y - 1
	for k > 0 && s.is(k, "in", "back", "it", "they", "had", "was", "were", "been", "seen", "recorded", "stood", "at", "during", "there", "during") {
		k--
	}
	if k < y-2 && s.is(k, "what") {
		return k
	}
	return 0
}

// percentBefore is the factor of "15 per cent of" that ends at token at.
func (s *sentence) percentBefore(at int) (f float64, lo int, ok bool) {
	for i := max(0, at-6); i < at; i++ {
		if q, found := s.shareAt(i); found && q.hi == at && s.is(at-1, "%", "percent", "cent") {
			return q.value / 100, q.lo, true
		}
	}
	return 0, 0, false
}

// factorBound is the operator of the words before a factor, which it takes up.
func (s *sentence) factorBound(lo *int) string {
	for _, b := range bounds {
		if at := *lo - len(b.words); at >= 0 && s.seq(at, b.words...) {
			*lo = at
			return b.op
		}
	}
	if s.is(*lo, "several", "many") {
		return ">="
	}
	return "~"
}

// otherYear is the one time beside the base's.
func (s *sentence) otherYear(list []*when.Found, base *when.Found) (own *when.Found) {
	for _, f := range list {
		switch {
		case f.Lo == base.Lo:
		case own != nil:
			return nil
		default:
			own = f
		}
	}
	if own == nil || slices.ContainsFunc(list, func(f *when.Found) bool { return f.Lo == base.Lo }) && len(list) != 2 {
		return nil
	}
	return own
}
