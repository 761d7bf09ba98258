package claim

// ordinalPlace reads the rank of a country that is told by its number alone: "ranked fifth among
// African countries", "was second only to Nigeria".
func (it *items) ordinalPlace() bool {
	s := it.s
	for i := it.lo; i < it.hi; i++ {
		x := ordinals[s.low(i)]
		if x < 1 || it.used[i] || s.timeOver(i) || periods[s.low(i+1)] > 0 {
			continue
		}
		if x > 1 && s.is(i+1, "only") && s.is(i+2, "to", "behind", "after") {
			it.place, it.told, it.countries, it.onlyTo, it.dirAt, it.rankAt = x, true, true, i+3, i, i
			it.mark(i, i+3)
			return true
		}
		behind := x > 1 && it.behind(i, int(x)-1)
		k := i - 1
		for s.is(k, "in", "as", "the", "only") {
			k--
		}
		if !s.is(k, "ranked", "ranks", "stood", "stands", "came", "comes", "placed", "was", "finished", "lay", "rank", "were", "put", "ranking") || s.is(k, "was", "were") && !s.is(i+1, "among", "in", "on", "of", "behind", "after") ||
			!behind && !s.near(i+1, 5, func(t int) bool {
				return s.is(t, "among", "countries", "nations", "worldwide", "globally", "world", "continent")
			}) {
			continue
		}
		it.place, it.told, it.countries, it.dirAt, it.rankAt = x, true, true, i, i
		it.mark(i, i+1)
		if behind {
			it.markBehind(i)
		}
		for t := it.lo; t < it.hi; t++ {
			if s.is(t, "among", "world", "worldwide", "globally", "continent") {
				it.mark(t, t+1)
			}
		}
		return true
	}
	return false
}

// lendMore gives to "although fewer than in Mali" what is counted, and to "and again in 2020" the
// comparison.
func (it *items) lendMore(to *items) {
	again := it.s.near(to.lo, to.hi-to.lo, func(k int) bool { return it.s.is(k, "again", "too", "also", "likewise") })
	if again && to.dir == "" && it.dir != "" && to.number == nil && to.share == nil && to.place == 0 && len(to.measures) == 0 && to.own != nil && it.own != nil && to.own.From != it.own.From {
		to.dir, to.dirAt, to.factor, to.factorOp, to.baseLand, to.baseParty, to.measures, to.noun = it.dir, it.dirAt, it.factor, it.factorOp, it.baseLand, it.baseParty, it.measures, it.noun
	}
	if len(to.measures) == 0 && to.number == nil && to.dir != "" && (to.baseLand != nil || to.baseParty != nil) && it.dir != "" {
		to.measures, to.noun = it.measures, to.dirAt
	}
}

// behind reports that after token i the sentence names as many countries as rank above its
// own: "second in the world, behind Afghanistan alone".
func (it *items) behind(i, n int) bool {
	_, _, lands := it.behindAt(i)
	return lands == n
}

// behindAt is where the countries stand that rank above the sentence's own, and how many.
func (it *items) behindAt(i int) (lo, hi, n int) {
	s := it.s
	for t := i + 1; t < it.hi; t++ {
		if !s.is(t, "behind", "after", "trailing", "following") || s.is(t-1, "ranked", "right") && s.is(t, "after") {
			continue
		}
		k := t + 1 + boolInt(s.is(t+1, "only", "just"))
		for first := k; k < it.hi; {
			if l := s.landAt(k + boolInt(s.is(k, "the"))); l != nil {
				n, k = n+1, l.hi
			} else if k > first && s.is(k, ",", "and") && s.landAt(k+1) != nil {
				k++
			} else {
				break
			}
		}
		if n > 0 {
			return t, k + boolInt(s.is(k, "alone", "only")), n
		}
	}
	return 0, 0, 0
}

// markBehind takes those countries up.
func (it *items) markBehind(i int) {
	lo, hi, _ := it.behindAt(i)
	it.onlyTop = [2]int{lo, hi}
	for t := lo; t < hi; t++ {
		if it.s.landAt(t) == nil {
			it.mark(t, t+1)
		}
	}
}
