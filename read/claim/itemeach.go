package claim

// noPeriod is where the word stands of what "no calendar year", "not a single month" at token i
// denies something of, 0 for none.
func (s *sentence) noPeriod(i int) int {
	if !s.is(i, "no", "not") {
		return 0
	}
	k := i + 1
	for s.is(k, "a", "one", "single", "calendar", "other") {
		k++
	}
	if periods[s.low(k)] == 0 || s.dateOver(k) || s.is(k, "years", "months", "quarters") || s.is(i, "not") && k == i+1 || s.is(k+1, "before", "earlier", "since", "on") && !s.isYear(k+2) {
		return 0
	}
	if !s.near(k+1, 12, func(t int) bool {
		return s.is(t, "more", "fewer", "less", "under", "over", "above", "below") && s.is(t+1, "than") && s.numeral(t+2)
	}) {
		return 0
	}
	return k
}

// anyPeriod is where the word stands of "any year", "any single month", "a given year" at token i,
// 0 for none.
func (s *sentence) anyPeriod(i int) int {
	k := i + 1
	for s.is(k, "one", "single", "calendar", "given", "individual") {
		k++
	}
	if !s.is(i, "any") && !(s.is(i, "a") && k > i+1 && s.near(max(0, i-12), min(i, 12), func(t int) bool { return s.is(t, "never", "not", "n't") })) || !s.is(k, "year", "month", "quarter") || s.is(k+1, "before", "earlier", "on") || s.is(i+1, "other") || s.is(i-1, "than", "as") || s.is(i-1, "in", "for") && s.is(i-2, "than", "as") {
		return 0
	}
	return k
}

// denied turns a number that is denied of each time: "has never killed fewer than 900 people in any
// year", "the annual toll never dropped below 900".
func (it *items) denied() {
	s, q := it.s, it.number
	if q == nil || it.step == 0 || it.turned {
		return
	}
	for t := max(it.lo, q.lo-7); t < q.lo; t++ {
		if !s.is(t, "never", "not", "n't") || it.used[t] {
			continue
		}
		it.turned = true
		it.mark(t, t+1)
		for k := t + 1; k < q.lo; k++ {
			if _, f := s.changeWord(k); s.class(k)&isChange != 0 && f == 0 || s.is(k, "drop", "dropped", "fall", "fell", "sink", "sank", "dip", "dipped", "rise", "rose", "climb", "climbed", "go", "went") {
				it.mark(k, k+1)
			}
		}
		return
	}
	it.broken = it.broken || it.anyStep && (q.op == ">" || q.op == "=" && q.upper <= q.value || q.op == "~")
}

// deniedEach reports a word of denial at token i in a sentence about any of several times.
func (s *sentence) deniedEach(i int) bool {
	return s.is(i, "never", "not", "n't") && s.near(0, len(s.toks), func(k int) bool {
		return s.anyPeriod(k) > 0 || adverbs[s.low(k)] > 0
	}) && s.near(i+1, 8, func(k int) bool {
		return s.is(k, "more", "fewer", "less", "over", "under", "above", "below", "exceed", "exceeded", "reached", "reach") && s.near(k+1, 2, s.numeral)
	})
}
