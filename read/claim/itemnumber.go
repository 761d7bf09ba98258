package claim

import "slices"

// numbers finds the number, the share and the factor.
func (it *items) numbers() {
	s := it.s
	for i := it.lo; i < it.hi; i++ {
		if it.used[i] {
			continue
		}
		if it.asMany(i) {
			continue
		}
		if q, ok := s.shareAt(i); ok && s.ofChange(q) {
			it.mark(q.lo, q.hi)
			i = q.hi - 1
			continue
		}
		if q, ok := s.shareAt(i); ok && !s.is(q.hi, "as") && !(ordinals[s.low(q.hi-1)] > 0 && !s.is(q.hi, "of") && !(s.is(q.hi-2, "a", "one") && s.wholeBefore(q.lo) >= 0)) {
			if s.timesPart(q) {
				continue
			}
			if it.share != nil && it.share.lo != q.lo {
				it.broken = true
			}
			if s.is(q.hi-1, "majority") && s.is(q.hi-2, "vast", "overwhelming", "great") {
				q.value, q.op = 200.0/3, ">" // at least two of three
			}
			it.share = &q
			it.mark(q.lo, q.hi)
			i = q.hi - 1
			continue
		}
		q, ok := s.fewAt(i)
		if !ok {
			q, ok = s.quantity(i)
		}
		if !ok || s.timeOver(q.hi-1) || s.is(q.hi, "%", "percent", "per", "times") || parts[s.low(q.hi)] > 0 || s.is(q.hi, "-") && parts[s.low(q.hi+1)] > 0 || s.countsNone(q) {
			continue
		}
		switch {
		case it.number == nil:
			it.number = &q
		case it.second == nil:
			it.second = &q
		default:
			it.broken = true
		}
		it.mark(q.lo, q.hi)
		it.numberWords(q)
		i = q.hi - 1
	}
}

// asMany takes up the factor of "twice as many" at token i.
func (it *items) asMany(i int) bool {
	s := it.s
	if !s.is(i, "as") || !s.is(i+1, "many", "much", "high", "deadly", "great", "large") {
		return false
	}
	f, lo, ok := s.timesBefore(i)
	if !ok {
		return false
	}
	it.factor, it.factorOp = f, "~"
	for _, b := range bounds {
		if at := lo - len(b.words); at >= it.lo && s.seq(at, b.words...) {
			it.factorOp, lo = b.op, at
			break
		}
	}
	if s.is(lo, "several", "many") {
		it.factorOp = ">="
	}
	it.dir, it.dirAt = map[bool]string{true: ">", false: "<"}[f > 1], i
	it.mark(lo, i+2)
	return true
}

// numberWords takes up the words around a number that are in it: "1,000 lives and more",
// "never left the range of 30 to 50".
func (it *items) numberWords(q number) {
	s := it.s
	if s.is(q.hi, peopleNouns...) && s.is(q.hi+1, "or", "and") && s.is(q.hi+2, "more", "fewer", "less") && (q.op == ">=" || q.op == "<=") {
		it.mark(q.hi+1, q.hi+3)
	}
	for k := max(it.lo, q.lo-8); k < q.lo; k++ {
		if s.is(k, "never") && s.is(k+1, "left", "strayed", "leaving") && q.upper > q.value {
			it.mark(k, k+2)
		}
	}
}

// fewAt reads "a few dozen" and "a handful of" at token i.
func (s *sentence) fewAt(i int) (number, bool) {
	lo := i - boolInt(s.is(i-1, "a", "mere"))
	lo -= boolInt(s.is(lo, "mere") && s.is(lo-1, "a"))
	switch {
	case s.fromNone(i):
		return number{lo: i, hi: i + 1, op: "="}, true
	case s.is(i, "couple") && s.is(i-1, "a", "mere") && !s.is(i+1, "dozen", "hundred", "thousand") && !s.seq(i+1, "of", "dozen") && !s.seq(i+1, "of", "hundred"):
		return number{lo: lo, hi: i + 1 + boolInt(s.is(i+1, "of")), value: 1, upper: 3, op: "="}, true
	case s.is(i, "few", "couple") && s.is(i-1, "a") && s.is(i+1, "dozen"), s.is(i, "few") && s.is(i+1, "dozen"):
		return number{lo: lo, hi: i + 2, value: 24, upper: 72, op: "="}, true
	case s.is(i, "couple") && s.is(i-1, "a") && s.seq(i+1, "of", "dozen"):
		return number{lo: lo, hi: i + 3, value: 18, upper: 36, op: "="}, true
	case s.is(i, "handful") && s.is(i-1, "a", "mere"):
		return number{lo: lo, hi: i + 1 + boolInt(s.is(i+1, "of")), value: 10, op: "<="}, true
	}
	return number{}, false
}

// timesPart reports a part of a time: the first half of 2020, a quarter of a century.
func (s *sentence) timesPart(q number) bool {
	return s.is(q.hi, "of") && (s.is(q.hi+1, "a") && s.is(q.hi+2, "century", "decade", "year") || s.isYear(q.hi+1))
}

// counted finds what is counted; both where deaths and events are joined.
func (it *items) counted() {
	s := it.s
	death, event, open := -1, -1, -1
	if it.either {
		return
	}
	for i := it.lo; i < it.hi; i++ {
		if it.used[i] {
			continue
		}
		switch {
		case s.is(i, "lost", "loses", "lose") && (s.numeral(s.afterBound(i+1)) || s.is(i+1, "more", "fewer", "far", "many", "most", "almost", "nearly", "twice")) && s.near(i+2, 6, func(k int) bool { return s.is(k, "people", "citizens", "inhabitants", "persons") }):
			if death < 0 {
				death = i
			}
		case s.deathWord(i) && !s.is(i, "killings", "victims"), s.killWord(i) && !s.is(i, "claimed", "left", "lost"):
			if death < 0 {
				death = i
			}
		case s.attackWord(i) && !slices.Contains(loneEvents, s.low(i)) && !s.is(i, "offensive", "episode", "tempo"):
			if event < 0 || !slices.Contains([]string{"event"}, s.low(event)) && s.is(i-1, "violent", "deadly", "of", "more", "fewer") {
				event = i
			}
		case s.oftener(i):
			event = i
			it.fightVerbs()
		case slices.Contains(loneEvents, s.low(i)) || s.is(i, "active", "violent", "quieter", "calmer", "war"):
			if open < 0 {
				open = i
			}
		}
	}
	switch {
	case death >= 0 && event >= 0 && s.bothCounted(min(death, event), max(death, event)):
		it.measures, it.noun = []string{"events", "deaths"}, min(death, event)
	case death >= 0 && event >= 0 && s.killWord(death) && !s.is(death, "killed", "died"), death >= 0:
		it.measures, it.noun = []string{s.victims(max(it.lo, death-3), death)}, death
	case event >= 0:
		it.measures, it.noun = []string{"events"}, event
	case s.near(it.lo, it.hi-it.lo, func(k int) bool {
		return s.is(k, "deadlier", "bloodier") || s.is(k, "deadly", "bloody", "lethal") && s.is(k-1, "more", "less")
	}):
		it.measures, it.noun = []string{"deaths"}, it.lo
	case open >= 0:
		it.measures, it.noun = []string{""}, open
	}
}

// oftener reports at token i that something happened more or less often.
func (s *sentence) oftener(i int) bool {
	return s.is(i, "often", "frequently", "frequent", "common", "times", "regularly") && s.is(i-1, "more", "less", "as", "many")
}

// fightVerbs takes up the verbs of those who did so.
func (it *items) fightVerbs() {
	for k := it.lo; k < it.hi; k++ {
		if it.s.is(k, "struck", "fought", "clashed", "attacked", "engaged", "fighting", "hit", "raided") || it.s.seq(k, "wide", "margin") {
			it.mark(k, k+1+boolInt(it.s.is(k, "wide")))
		}
	}
}

// afterBound is the token of the number that the words at token i bound.
func (s *sentence) afterBound(i int) int {
	for _, b := range bounds {
		if s.seq(i, b.words...) {
			return i + len(b.words)
		}
	}
	return i
}

// bothCounted reports that tokens a and b are joined as two things counted alike: "in
// incidents and deaths alike", "more attacks and more deaths".
func (s *sentence) bothCounted(a, b int) bool {
	joined := false
	for k := a + 1; k < b; k++ {
		joined = joined || s.is(k, "and", "or")
		if !s.is(k, "and", "or", "by", "more", "fewer", "also", "both", "number", "of", "the", "in", ",", "as", "well", "a", "higher", "lower", "people", "those", "persons") {
			return false
		}
	}
	return joined
}

// direction finds which way the number went.
func (it *items) direction() {
	s := it.s
	for i := it.lo; i < it.hi; i++ {
		if it.used[i] {
			continue
		}
		op, f := s.changeWord(i)
		switch {
		case op == "=" && f == 0:
			continue
		case s.is(i, "up", "down") && (s.deathWord(i-1) || s.attackWord(i-1) || s.is(i-1, "violence", "killings", "again")) && !s.is(i+1, "to"):
			op = map[bool]string{true: ">", false: "<"}[s.is(i, "up")]
		case op != "" && f > 0 && f != 1:
			it.factor, it.factorOp = f, op
			op = map[bool]string{true: ">", false: "<"}[f > 1]
		case op == "":
			switch {
			case s.is(i, "than") || s.is(i, "more", "less", "fewer") && s.is(i+1, "than") && !s.comparing(i+1):
			case s.is(i, "more", "higher", "greater", "deadlier", "bloodier", "worse", "heavier"):
				op = ">"
			case s.is(i, "fewer", "less", "lower", "quieter", "calmer", "smaller"):
				op = "<"
			}
		}
		if op != ">" && op != "<" {
			continue
		}
		if it.dir != "" && it.dir != op {
			it.broken = true
		}
		if it.dirAt < 0 {
			it.dir, it.dirAt = op, i
		}
		it.used[i] = true
	}
}

// countsNone reports a number that is not of what is counted: one, the two countries.
func (s *sentence) countsNone(q number) bool {
	return q.op == "=" && q.upper == 0 && (q.value == 1 || q.value == 2 && (s.is(q.hi, "countries", "neighbours", "neighbors", "nations", "states", "groups", "sides", "rivals", "provinces", "regions", "districts", "cities", "towns") || s.landAt(q.hi) != nil && s.unitNoun(q.hi+1)))
}

// fromNone reports at token i the nothing that something rose from or fell to: "went from none
// in 2013 to", "from no deaths in 2014".
func (s *sentence) fromNone(i int) bool {
	return s.is(i, "none", "nothing", "zero", "nil") && s.is(i-1, "from", "to") || s.is(i, "no") && s.is(i-1, "from")
}
