package claim

// wholly finds that all or nearly all of what is counted is spoken of: "all of the clashes",
// "all but a handful of those killed", "every one of the attacks". In a sentence of a time
// and of a part of it, that is the share of the part.
func (it *items) wholly() {
	s := it.s
	for i := it.lo; i < it.hi; i++ {
		if it.used[i] || !s.is(i, "all", "every", "each", "everyone", "everybody") || periods[s.low(i+1)] > 0 || s.is(i-1, "in", "at", "of", "for", "above", "after") || s.is(i+1, "over", "time", "sides", "-", "told", "in") {
			continue
		}
		q, k := number{lo: i, hi: i + 1, value: 99.95, op: ">="}, i+1
		if s.is(i-1, "almost", "nearly", "virtually", "practically") {
			q.lo, q.value = i-1, 90
		}
		if s.is(k, "but") && s.is(k+1, "a", "one", "two", "three", "four", "five", "some") {
			for k++; k < it.hi && s.is(k, "a", "very", "tiny", "small", "mere", "few", "handful", "number", "one", "two", "three", "four", "five", "some", "fraction", "sliver"); k++ {
			}
			q.value, it.bar = 90, true
		}
		q.hi = k
		if s.near(k, min(8, it.hi-k), func(t int) bool { return !s.is(t, ",") && s.violentWord(t) }) {
			it.all = &q
			it.mark(q.lo, q.hi)
			return
		}
	}
}

// writeWholly writes the share of all where a part of the time is named; it reports whether
// the sentence was of that kind.
func (it *items) writeWholly() bool {
	if it.all == nil {
		return false
	}
	it.monthWithin()
	if it.outer == nil || it.share != nil || it.number != nil || it.dir != "" {
		return it.bar // all but a few: nothing else is said of all
	}
	it.share = it.all
	it.writeShare()
	return true
}

// fellThen reports at token i that deaths fell in a time or at a place: no fewer than before.
func (s *sentence) fellThen(i int) bool {
	return s.is(i+1, "in", "on", "between", "during", "within", "inside", "outside", "before", "after") && s.near(max(0, i-25), min(i, 25), func(k int) bool {
		return s.is(k, "all", "every", "each", "none", "most", "half", "majority", "bulk", "%", "percent", "third", "thirds", "quarter", "quarters", "tenths", "fifths") && !s.timeOver(k) || s.is(k, "one") && s.is(k-1, "not")
	})
}
