package claim

import (
	"tocsin"
	"tocsin/read/when"
)

// The items of a sentence are what a claim is made of, wherever they stand: what is counted,
// numbers, shares and factors, who, where and when, each of these with the side of "than"
// that it is on, and the words for a streak, for each, for more and for most. Which form a
// claim has follows from the items that are there, not from the words that join them.

// items are those of a sentence or of a half of it, tokens [lo, hi).
type items struct {
	s               *sentence
	lo, hi          int
	used            []bool // by token of the sentence: taken by an item
	measures        []string
	noun            int
	number          *number
	share           *number
	second          *number      // another number, of another time
	then            *tocsin.When // that time
	thenAt          [2]int
	dir             string // "<" or ">": which way it went
	dirAt           int
	factor          float64 // of the change, 0 for none
	factorOp        string
	own, base       *tocsin.When
	ownAt           [2]int
	prior           bool         // the base is the time before the own
	outer           *tocsin.When // a time that the own is a part of
	lands           []operand
	baseLand        *operand
	parties         []operand
	baseParty       *operand
	places          []spot // parts of a country
	basePlace       *spot
	foe             string // the army that the parties fought
	run             int    // how many times in a row; 0 for none
	step            int    // months of one of them, or of each
	broken          bool
	told            bool      // the rank is told by its number: fifth among the countries of Africa
	onlyTo          int       // token of the country that is ranked right before it, 0 for none
	either          bool      // of attacks and of deaths alike
	above           []operand // those countries, where they are several
	onlyTop         [2]int    // tokens of the countries that alone have more
	turned          bool      // the number is denied of each of the times
	anyStep         bool      // it is of any of them
	place           float64   // of a rank, below 0 from the lowest; 0 for none
	rankAt          int
	countries, dead bool    // what is ranked are countries; by the dead
	among           string  // the part of the world whose countries are ranked
	back            int     // how many years a rank looks back
	all             *number // that it is all of what is counted, in percent
	bar             bool    // but a few
	both            bool    // each of two times
	length          bool    // a length of time that no date fixes
	more            []tocsin.When
}

// itemsOf gathers the items of tokens [lo, hi).
func (s *sentence) itemsOf(lo, hi int) *items {
	it := &items{s: s, lo: lo, hi: hi, used: make([]bool, len(s.toks)), noun: -1, dirAt: -1}
	if s.round != nil {
		it.mark(max(s.round.lo, lo), min(s.round.hi, hi))
	}
	it.manyBefore()
	it.streak()
	it.asides()
	it.ranking()
	it.wholly()
	it.numbers()
	it.denied()
	it.times()
	it.sides()
	it.wheres()
	it.foes()
	it.oneAttack()
	it.counted()
	it.direction()
	it.broken = it.broken || it.second != nil && it.then == nil
	return it
}

func (it *items) mark(lo, hi int) {
	for i := max(lo, 0); i < min(hi, len(it.used)); i++ {
		it.used[i] = true
	}
}

// streak finds "the sixth month in a row", "four straight years", and "in each of the
// years", "year after year".
func (it *items) streak() {
	s := it.s
	for i := it.lo; i < it.hi; i++ {
		switch {
		case s.is(i, "consecutive", "straight", "successive", "running", "row", "succession") && !(s.is(i, "row") && !s.is(i-1, "a")) && it.run == 0:
			it.runAt(i)
		case s.is(i, "each", "every") && it.step == 0:
			for k := i + 1; k < min(it.hi, i+6) && it.step == 0; k++ {
				if it.step = periods[s.low(k)]; it.step > 0 {
					it.mark(i, k+1)
				} else if !s.is(k, "of", "the", "single", "one", "calendar", "those", "these", "them") && !s.numeral(k) {
					break
				}
			}
			if it.step == 0 && s.is(i+1, "of") && s.is(i+2, "them", "these", "those") {
				it.step = 12
				it.mark(i, i+3)
			}
		case s.is(i, "both") && s.isYear(i+1) && s.isYear(i+3) && (it.step == 0 || it.step == 12):
			it.step, it.both = 12, true // in both 2017 and 2018
			it.mark(i, i+1)
		case periods[s.low(i)] > 0 && s.is(i+1, "in") && s.is(i+2, ",") && s.low(i+3) == s.low(i) && s.is(i+4, "out") && it.step == 0:
			it.step = periods[s.low(i)]
			it.mark(i, i+5)
		case s.is(i, "a", "per") && periods[s.low(i+1)] > 0 && s.rangeBefore(i) && it.step == 0:
			it.step = periods[s.low(i+1)]
			it.mark(i, i+2)
		case adverbs[s.low(i)] > 0 && it.step == 0:
			it.step = adverbs[s.low(i)]
			it.mark(i, i+1)
		case s.is(i, "all") && it.step == 0:
			for k := i + 1; k < min(it.hi, i+5); k++ {
				if s.is(k, "years", "months", "quarters") {
					it.step = periods[s.low(k)]
					it.mark(i, k+1)
				}
			}
		case s.is(i, "from") && periods[s.low(i+1)] > 0 && s.is(i+2, "to") && s.low(i+3) == s.low(i+1) && it.step == 0:
			it.step = periods[s.low(i+1)]
			it.mark(i, i+4)
		case it.step == 0 && s.anyPeriod(i) > 0:
			it.step, it.anyStep = periods[s.low(s.anyPeriod(i))], true
			it.mark(i, s.anyPeriod(i)+1)
		case it.step == 0 && s.noPeriod(i) > 0:
			it.step, it.turned = periods[s.low(s.noPeriod(i))], true
			it.mark(i, s.noPeriod(i)+1)
		case s.inAndOut(i) > 0 && it.step == 0:
			it.step = s.inAndOut(i)
			it.mark(i, i+4+boolInt(s.is(i+2, ",", "and")))
		case periods[s.low(i)] > 0 && s.is(i+1, "after", "by", "in", "upon") && s.low(i+2) == s.low(i) && it.step == 0:
			it.step = periods[s.low(i)]
			it.mark(i, i+3)
		}
	}
}

// rangeBefore reports a range of numbers not far before token i: "between 30 and 50 events a
// year", of which each year has its own.
func (s *sentence) rangeBefore(i int) bool {
	for k := max(0, i-8); k < i; k++ {
		if q, ok := s.quantity(k); ok && q.upper > q.value && !s.timeOver(q.lo) {
			return true
		}
	}
	return false
}

// runAt reads a streak around the word of it at token i.
func (it *items) runAt(i int) {
	s, n, months, lo := it.s, 0, 0, i
	for k := i - 1; k >= max(it.lo, i-5); k-- {
		if months == 0 && n == 0 {
			if months = max(periods[s.low(k)], adverbs[s.low(k)]); months > 0 {
				lo = k
				continue
			}
		}
		if x, ok := ordinals[s.low(k)]; ok && n == 0 {
			n, lo = int(x), k
		} else if q, ok := s.numberAt(k); ok && n == 0 && q.value >= 2 && q.value <= 40 && !s.isYear(k) {
			n, lo = int(q.value), k
		}
	}
	hi := i + 1
	if months == 0 {
		for k := i + 1; k < min(it.hi, i+3) && months == 0; k++ {
			if months = max(periods[s.low(k)], adverbs[s.low(k)]); months > 0 {
				hi = k + 1
			}
		}
	}
	if n == 0 || months == 0 {
		it.broken = true
		return
	}
	it.run, it.step = n, months
	it.mark(lo, hi)
}

// times sorts the times into the claim's own and the one compared with.
func (it *items) times() {
	s := it.s
	for n := range s.times {
		f := &s.times[n]
		if f.Lo < it.lo || f.Hi > it.hi || it.used[f.Lo] && it.used[f.Hi-1] || it.overStreak(f) {
			continue
		}
		if s.is(f.Lo, "now", "today") && f.Hi == f.Lo+1 {
			it.mark(f.Lo, f.Hi)
			continue
		}
		if s.priorTime(f) {
			it.prior = true
			it.mark(f.Lo, f.Hi)
			continue
		}
		if f.Kind != when.Date && f.Kind != when.Duration || f.When.From.IsZero() && f.When.To.IsZero() {
			it.mark(f.Lo, f.Hi)
			it.length = true
			if periods[s.low(f.Hi-1)] == 0 {
				it.broken = true
			}
			continue
		}
		it.mark(f.Lo, f.Hi)
		w := f.When
		switch {
		case s.asIn(f.Lo) || it.leads(f.Lo):
			if it.base != nil && it.base.To.AddDays(1) == w.From && it.base.Precision == w.Precision && s.is(f.Lo-1, "and", ",") {
				w.From = it.base.From // 2012 and 2013 together
			} else if it.base != nil && !nested(*it.base, w) {
				it.broken = true
			}
			it.base = &w
		case it.own == nil:
			it.own, it.ownAt = &w, [2]int{f.Lo, f.Hi}
		case it.own.To.AddDays(1) == w.From && it.own.Precision == w.Precision && (s.is(f.Lo-1, "and", ",") || s.is(f.Lo, "and") || s.is(f.Lo-1, "again") && s.is(f.Lo-2, "and")):
			if s.is(f.Lo-1, "again") && it.step == 0 {
				it.step, _ = wholeMonths(w)
			}
			c := *it.own
			c.To, c.Text = w.To, s.text(it.ownAt[0], f.Hi)
			it.own, it.ownAt = &c, [2]int{it.ownAt[0], f.Hi}
		case it.own.From <= w.From && w.To <= it.own.To && !w.To.IsZero() && (w.From != it.own.From || w.To < it.own.To):
			it.outer, it.own, it.ownAt = it.own, &w, [2]int{f.Lo, f.Hi}
		case nested(*it.own, w):
		case w.From <= it.own.From && it.own.To <= w.To && !it.own.To.IsZero():
			it.outer = &w
		case it.both && it.own.Precision == w.Precision && it.own.To < w.From:
			it.more = append(it.more, w) // in both 1999 and 2001
		case it.then == nil && it.second != nil:
			it.then, it.thenAt = &w, [2]int{f.Lo, f.Hi}
		default:
			it.broken = true
		}
	}
	it.timesAside()
}

// timesAside takes the one time after "than" for that of both sides where it says which countries
// are compared, and finds the time told from another.
func (it *items) timesAside() {
	s := it.s
	if it.own == nil && it.base != nil && !it.prior && s.near(it.lo, it.hi-it.lo, func(k int) bool {
		return s.is(k, "than", "as") && s.near(k, 6, func(t int) bool {
			return (s.landAt(t) != nil || s.actorOver(t) || s.placeOver(t) || s.sideWordAt(t)) && !s.timeInside(k, t)
		})
	}) {
		it.own, it.base = it.base, nil // than in Niger in 2019: the time of both
	}
	for i := it.lo; i < it.hi; i++ {
		if !it.used[i] && periods[s.low(i)] > 0 && (s.is(i+1, "before", "earlier") || s.is(i-1, "previous", "preceding", "prior")) {
			it.prior = true
			it.mark(i-1, i+2)
		}
	}
}

// asIn reports a time at token i that "as many" compares with: "half as many as in 2019", "as
// it had in 2019".
func (s *sentence) asIn(i int) bool {
	for k := i; k >= max(1, i-6); k-- {
		if s.is(k, "as") && !s.is(k+1, "many", "much", "high", "great", "large", "deadly") {
			return s.near(0, k, func(t int) bool {
				return s.is(t, "as") && s.is(t+1, "many", "much", "high", "great", "large", "deadly")
			})
		}
	}
	return false
}

// overStreak reports a time that is but the words of a streak, or of each.
func (it *items) overStreak(f *when.Found) bool {
	if !f.When.From.IsZero() || !f.When.To.IsZero() {
		return false
	}
	for i := f.Lo; i < f.Hi; i++ {
		if it.used[i] {
			it.mark(f.Lo, f.Hi)
			return true
		}
	}
	return false
}

// leads reports that "than" or the like leads to token i, one that bounds a number left out.
func (it *items) leads(i int) bool {
	s := it.s
	for k := i - 1; k >= max(it.lo, i-8); k-- {
		switch {
		case s.is(k, ",") && s.isYear(k-1) && s.isYear(k+1):
		case s.is(k, ",", ";"):
			return false
		case s.is(k, "than", "compared", "against", "versus") && it.used[k]:
			return false
		case s.is(k, "than"):
			return s.comparing(k)
		}
	}
	return s.leads(i)
}

// nested reports two times of which one holds the other: "since the civil war ended in
// 1992" and "in 1992".
func nested(a, b tocsin.When) bool { return a.From == b.From }

// priorTime reports a time that is told from another: "the year before", "a year earlier".
func (s *sentence) priorTime(f *when.Found) bool {
	return s.yearNamed(f) == 0 && (f.When.Open != "none" || f.When.From.IsZero() || !s.near(f.Lo, f.Hi-f.Lo, func(k int) bool { return monthNames[s.low(k)] > 0 })) && s.near(f.Lo, f.Hi-f.Lo, func(k int) bool {
		return s.is(k, "before", "previous", "preceding", "earlier", "prior")
	})
}

// sides sorts countries and groups by the side of the comparison that they are on.
func (it *items) sides() {
	s := it.s
	for _, o := range s.landOperands() {
		if o.lo < it.lo || o.hi > it.hi {
			continue
		}
		o := o
		it.mark(o.lo, o.hi+boolInt(s.is(o.hi, "'s", "’s", "'", "’")))
		if it.onlyTop[1] > 0 {
			switch inside := o.lo >= it.onlyTop[0] && o.lo < it.onlyTop[1]; {
			case !inside:
				it.lands = append(it.lands, o)
			case it.place == 2:
				it.baseLand, it.onlyTo = &o, o.lo
			default:
				it.above = append(it.above, o)
			}
			continue
		}
		if it.leads(o.lo) || s.asIn(o.lo) && len(it.lands) > 0 || it.onlyTo > 0 && o.lo >= it.onlyTo && o.lo <= it.onlyTo+2 {
			it.baseLand = &o
		} else {
			it.lands = append(it.lands, o)
		}
	}
	parties := s.actorOperands()
	for _, o := range parties {
		if o.lo < it.lo || o.hi > it.hi || s.round != nil && o.lo >= s.round.lo && o.hi <= s.round.hi {
			continue
		}
		o := o
		if it.used[o.hi-1] && s.near(max(0, o.lo-3), o.hi-max(0, o.lo-3), func(k int) bool { return s.is(k, "active") }) && !s.nameIn(o.lo, min(o.hi, o.lo+1)) {
			continue // a more active armed group than
		}
		if s.abbreviated(o, parties) {
			it.mark(o.lo, o.hi+1)
			continue
		}
		if s.theState(o) && s.fought(o, parties) {
			it.mark(o.lo, o.hi) // the other side says whose fight it is
			continue
		}
		it.membersOf(o)
		if o.actor.generic && s.deathWord(o.hi) {
			it.broken = true // they are the dead
		}
		if o.actor.generic && len(parties) > 1 && (s.attackWord(o.hi) || s.is(o.hi, "war", "wars", "warfare", "conflict")) {
			it.mark(o.lo, o.hi) // of the cartel violence, that of one
			continue
		}
		it.mark(o.lo, o.hi+boolInt(s.is(o.hi, "'s", "’s", "'", "’")))
		it.freePair(o)
		if it.leads(o.lo) || s.asIn(o.lo) && len(it.parties) > 0 {
			it.baseParty = &o
		} else {
			it.parties = append(it.parties, o)
		}
	}
}
