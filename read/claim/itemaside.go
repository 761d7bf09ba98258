package claim

// asides takes up the words of a half that say by which measure, against which time, or that
// only one country had more.
func (it *items) asides() {
	s := it.s
	for i := it.lo; i < it.hi; i++ {
		switch {
		case s.is(i, "whether", "however", "no") && it.byEither(i):
		case s.is(i, "than"):
			if hi := s.predecessor(i + 1); hi > 0 {
				it.prior = true
				it.mark(i, hi)
			}
		case s.is(i, "active") && s.is(i-1, "more", "less"):
			k := i + 1
			for s.is(k, "armed", "violent") {
				k++
			}
			if s.is(k, "group", "movement", "organisation", "organization", "outfit", "faction", "force", "side", "party") {
				it.mark(i+1, k+1) // a more active armed group than
			}
		case s.is(i, "only") && it.place == 0:
			it.onlyMore(i)
		case s.is(i, "but", "except", "save", "bar", "other") && it.place == 0:
			it.thanAnyBut(i)
		}
	}
}

// byEither takes up "whether one counts incidents or deaths", "whether measured by attacks or by
// deaths", which says that both went so.
func (it *items) byEither(i int) bool {
	s := it.s
	if s.is(i, "no") && !s.seq(i, "no", "matter", "whether") {
		return false
	}
	event, death := -1, -1
	for k := i + 1; k < min(it.hi, i+14) && !s.is(k, ",", ";"); k++ {
		switch {
		case s.deathWord(k), s.killWord(k) && s.is(k, "killed", "killings"), s.is(k, "dead", "lives", "victims", "casualties"):
			death = k
		case s.attackWord(k):
			event = k
		}
	}
	if event < 0 || death < 0 || !s.near(min(event, death), max(event, death)-min(event, death), func(k int) bool { return s.is(k, "or", "and") }) {
		return false
	}
	it.measures, it.noun, it.either = []string{"events", "deaths"}, min(event, death), true
	it.mark(i, max(event, death)+1)
	return true
}

// predecessor is the token after words for the time right before, from token i on: "the one
// before it", "its predecessor", "the year that preceded it"; 0 for none.
func (s *sentence) predecessor(i int) int {
	if s.is(i, "in", "during") {
		i++
	}
	if s.is(i, "its", "their") && s.is(i+1, "predecessor", "predecessors") {
		return i + 2
	}
	k := i + boolInt(s.is(i, "the"))
	it := func(k int) int { return k + boolInt(s.is(k, "it", "them")) }
	switch {
	case s.is(k, "one", "that", "year", "month", "quarter") && s.is(k+1, "before", "preceding", "previous", "prior"):
		return it(k + 2)
	case s.is(k, "one", "that", "year", "month", "quarter") && s.is(k+1, "that", "which", "immediately", "right", "directly", "just") && s.is(k+2, "preceded", "before", "went", "came"):
		return it(k + 3 + boolInt(s.is(k+3, "before")))
	case s.is(k, "that") && s.is(k+1, "which") && s.is(k+2, "preceded"):
		return it(k + 3)
	case k > i && s.is(k, "last", "previous", "preceding", "prior") && (s.is(k+1, "one", ",", ".") || periods[s.low(k+1)] > 0 && !s.timeAfter(k+2)):
		return k + 1 + boolInt(!s.is(k+1, ",", "."))
	}
	return 0
}

// timeAfter reports a number of a year at token i.
func (s *sentence) timeAfter(i int) bool { return s.isYear(i) }

// thanAnyBut reads "more deaths than anywhere but Syria", "than any country except Syria and Iraq".
func (it *items) thanAnyBut(i int) {
	s, n := it.s, 0
	k := i + 1 + boolInt(s.is(i, "other") && s.is(i+1, "than"))
	k += boolInt(s.is(k, "for"))
	first := k
	for k < it.hi && (s.landAt(k) != nil || s.is(k, ",", "and", "in")) {
		if l := s.landAt(k); l != nil {
			n, k = n+1, l.hi
			continue
		}
		k++
	}
	than := -1
	for t := i - 1; t >= max(it.lo, i-5); t-- {
		if s.is(t, "than") && s.near(t+1, i-t-1, func(x int) bool { return s.is(x, "anywhere", "any", "country", "nation", "every", "all") }) {
			than = t
		}
	}
	if n == 0 || n > 9 || than < 0 {
		return
	}
	for t := than; t >= max(it.lo, than-14); t-- {
		if s.is(t, "more", "higher", "deadlier", "bloodier", "worse", "greater") && !s.is(t+1, "than") {
			it.place, it.told, it.countries, it.dirAt, it.rankAt, it.dead = float64(n+1), true, true, t, t, s.is(t, "deadlier", "bloodier")
			it.onlyTop = [2]int{first, k}
			it.mark(t, t+1)
			it.mark(than, first)
			return
		}
	}
}

// onlyMore reads "only Syria recorded more deaths", "only in Syria were more people killed": the
// place of the sentence's other country among all is the second.
func (it *items) onlyMore(i int) {
	s, k, n := it.s, i+1, 0
	k += boolInt(s.is(k, "in"))
	first := k
	for k < it.hi && k < i+12 {
		l := s.landAt(k)
		if l == nil {
			break
		}
		n, k = n+1, l.hi
		for s.is(k, ",", "and", "in") {
			k++
		}
	}
	many, counted := s.quantity(i + 1)
	if n == 0 && counted && many.op == "=" && many.upper == 0 && s.is(many.hi, "countries", "nations", "states", "other") {
		n, first, k = int(many.value), 0, many.hi+1+boolInt(s.is(many.hi, "other"))
	}
	if n == 0 || n > 9 {
		return
	}
	for t := k; t < min(it.hi, k+9); t++ {
		more := s.is(t, "more", "higher", "deadlier", "bloodier", "worse", "greater") && !s.is(t+1, "than") || s.is(t, "more") && s.is(t+1, "than") && s.landAt(t+2) != nil || s.is(t, "ahead", "above") && s.landAt(t+1+boolInt(s.is(t+1, "of"))) != nil
		if !more {
			continue
		}
		if it.place != 0 {
			it.broken = true
		}
		it.place, it.told, it.countries, it.dirAt, it.rankAt = float64(n+1), true, true, t, t
		it.dead = s.is(t, "deadlier", "bloodier")
		it.mark(i, i+1)
		it.mark(t, t+1)
		it.onlyTop = [2]int{first, k}
		if first == 0 {
			it.mark(i, k)
			it.onlyTop = [2]int{i, k}
		}
		if s.is(t+1, "than", "of") {
			it.mark(t+1, t+2)
		}
		return
	}
}
