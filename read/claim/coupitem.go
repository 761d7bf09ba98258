package claim

import (
	"slices"

	"tocsin"
)

// joining reads the words that lead from one coup to another or tell what a length of time is.
func (c *couped) joining(i int) int {
	s := c.s
	switch {
	case s.is(i, ",", ";", "but", "while"):
		c.open(i+1, s.low(i))
	case s.is(i, "and"):
		c.open(i+1, "and")
	case s.is(i, "after", "following", "before"):
		join := "after"
		if s.is(i, "before") {
			join = "before"
		}
		if c.length.value > 0 && c.rel == "" && c.lengthEnds(i) {
			c.rel = join
		}
		c.open(i+1, join)
	case s.is(i, "between") && c.length.value > 0 && c.rel == "":
		c.rel = "between"
		c.open(i+1, "between")
	case s.is(i, "from", "to") && c.length.value > 0 && s.near(0, i, func(k int) bool { return s.is(k, "separate", "separates", "separated") }):
		c.rel = "between"
		c.open(i+1, "and")
	case s.is(i, "followed") && !s.is(i+1, "by") && s.is(i+1, "suit"):
		c.cur().noun = true
		return i + 2
	case s.is(i, "followed") && s.is(i+1, "by") && c.length.value == 0:
		c.open(i+2, "followed")
		return i + 2
	case s.is(i, "later", "afterwards", "earlier", "apart") && c.length.value > 0 && c.rel == "" && c.lengthEnds(i):
		c.rel = map[string]string{"later": "later", "afterwards": "later", "earlier": "earlier", "apart": "apart"}[s.low(i)]
	case s.is(i, "ended") && c.length.value == 0:
		c.ended = true
	case s.is(i, "without") && c.length.value > 0 && c.ended && c.lengthEnds(i):
		return c.noneAt(i)
	default:
		return i
	}
	return i + 1
}

// lengthEnds reports that the length of time was told right before token i.
func (c *couped) lengthEnds(i int) bool {
	_, _, at, ok := c.s.lengthAt(c.length.lo)
	for k := c.length.lo; !ok && k < i; k++ {
		_, _, at, ok = c.s.lengthAt(k)
	}
	return ok && at == i
}

// noneAt reads "without a successful coup" from token i.
func (c *couped) noneAt(i int) int {
	s := c.s
	act := "coup"
	for k := i + 1; k < i+6; k++ {
		switch {
		case s.is(k, "successful"):
			act = "successful coup"
		case s.is(k, "a", "an", "any", "military", "army", "another", "single"):
		case s.is(k, "attempted"):
			act = "coup attempt"
		case s.is(k, "coup", "putsch", "takeover"):
			if k++; s.is(k, "attempt") {
				act, k = "coup attempt", k+1
			}
			c.rel, c.without = "without", act
			return k
		default:
			return i
		}
	}
	return i
}

// outcomes reads how an attempt ended, as an adjective or as a verb.
func (c *couped) outcomes(i int) int {
	s := c.s
	switch {
	case c.adjective(i):
		c.outcome = c.outcome || s.is(i-1, "was", "were", "but", "and") || c.cur().noun
	case s.is(i, "succeeded", "succeeding"):
		c.cur().act, c.outcome = "successful coup", true
	case s.is(i, "attempt", "attempts", "bid", "effort", "plot"):
		c.cur().attempt, c.cur().noun = true, true
	case s.is(i, "attempted", "tried", "attempting", "trying", "sought", "try"):
		c.cur().attempt = true
		if s.is(i+1, "to") {
			return i + 2
		}
	default:
		return i
	}
	return i + 1
}

// coupNoun reads the word for a coup, or one that stands for it.
func (c *couped) coupNoun(i int) int {
	s := c.s
	p := c.cur()
	switch {
	case s.is(i, "coup", "coups", "putsch", "putsches"), s.is(i, "takeover", "takeovers") && (s.military() || slices.ContainsFunc(lowered(s.doc.Sentences[s.n].Tokens), func(w string) bool { return w == "coup" || w == "putsch" })):
	case slices.Contains(fallNouns, s.low(i)) && s.UPOS(i) == "NOUN":
		if p.act == "" && !p.attempt {
			p.act = "successful coup"
		}
	case s.is(i, "one", "ones") && !p.noun && (s.is(i-1, "the", "another", "failed", "successful", "a") || s.is(i-1, "had", "saw")), s.is(i, "that") && !p.noun && (s.is(i+1, "of", "in") && !s.is(i+2, "year")):
	default:
		return i
	}
	if p.noun && !s.is(i-1, "attempted") && !s.is(i+1, "attempt", "bid") && !(p.nth > 0) {
		return i
	}
	p.noun = true
	return i + 1
}

// seizure reads a coup that is told by its verb.
func (c *couped) seizure(i int) int {
	s := c.s
	hi := i
	switch {
	case s.is(i, "seized", "took", "grabbed", "seize", "take", "grab", "seizing") && s.is(i+1, "power"), s.is(i, "took", "take") && s.is(i+1, "over") && s.military():
		hi = i + 2
	case s.is(i, "seizure") && s.is(i+1, "of") && s.is(i+2, "power"):
		hi = i + 3
	case slices.Contains(fallVerbs, s.low(i)), s.is(i, "fell") && s.rulerBefore(i):
		hi = i + 1
	default:
		return i
	}
	p := c.cur()
	if p.noun && s.is(i, "seized", "took") {
		return i
	}
	p.noun = true
	if p.act == "" && !p.attempt {
		p.act = "successful coup"
	}
	return hi
}

// ordinal reads "the second of them" and "the first".
func (c *couped) ordinal(i int) int {
	s := c.s
	n, ok := ordinals[s.low(i)]
	if s.is(i, "first") {
		n, ok = 1, true
	}
	if !ok || c.count.value == 0 || n > c.count.value || c.cur().nth > 0 {
		return i
	}
	if c.cur().noun {
		c.open(i, ",")
	}
	p := c.cur()
	p.nth, p.noun = n, true
	switch {
	case s.is(i+1, "of") && s.is(i+2, "them", "which"):
		return i + 3
	case s.is(i+1, "of") && s.is(i+2, "the") && s.is(i+3, "two", "three"):
		return i + 4
	case s.is(i+1, "one", "coup"):
		return i + 2
	}
	return i + 1
}

// UPOS is the part of speech of token i, "" outside the sentence.
func (s *sentence) UPOS(i int) string {
	if i < 0 || i >= len(s.toks) {
		return ""
	}
	return s.toks[i].UPOS
}

// lengthAt reads a length of time whose number or article stands at token i: "three years",
// "two years and a half", "half a century", "a month", with what bounds it before it.
func (s *sentence) lengthAt(i int) (q number, unit tocsin.Unit, hi int, ok bool) {
	half := func(at int) float64 {
		if s.is(at, "and") && s.is(at+1, "a") && s.is(at+2, "half") {
			return 0.5
		}
		return 0
	}
	if s.is(i, "half") && s.is(i+1, "a") {
		if t, found := timeLengths[s.low(i+2)]; found && t.times > 1 {
			return s.boundedBy(number{lo: i, hi: i + 2, value: t.times / 2, op: "="}), t.unit, i + 3, true
		}
	}
	if s.is(i, "a", "an", "one") && !s.timeNamed(i) {
		if t, found := timeLengths[s.low(i+1)]; found {
			x := half(i + 2)
			return s.boundedBy(number{lo: i, hi: i + 1, value: t.times * (1 + x), op: "="}), t.unit, i + 2 + 3*boolInt(x > 0), true
		}
	}
	q, found := s.quantity(i)
	if !found || q.upper > 0 {
		return number{}, "", 0, false
	}
	at := q.hi
	if x := half(at); x > 0 {
		q.value, at = q.value+x, at+3
	}
	for s.is(at, "full", "long", "whole", "-") {
		at++
	}
	t, found := timeLengths[s.low(at)]
	if !found {
		return number{}, "", 0, false
	}
	if x := half(at + 1); x > 0 {
		q.value, at = q.value+x, at+3
	}
	q.value *= t.times
	return q, t.unit, at + 1, true
}

// timeNamed reports a time with a date of its own at token i.
func (s *sentence) timeNamed(i int) bool {
	for n := range s.times {
		if f := &s.times[n]; i >= f.Lo && i < f.Hi && !f.When.From.IsZero() && s.yearNamed(f) > 0 {
			return true
		}
	}
	return false
}
