package claim

import (
	"slices"
	"strings"

	"tocsin"
)

// severalBefore compares a time with as many before it as the sentence says: "more in 2019 than
// in the previous three years put together", "than the five months before it combined".
func (s *sentence) severalBefore(list []Found) {
	if !slices.ContainsFunc(list, func(f Found) bool { return f.Claim.Form == tocsin.FormChange && f.Claim.Novelty != "again" }) {
		return
	}
	months, _, hi := s.timesBeforeThat()
	if months == 0 {
		return
	}
	for i := range list {
		k := &list[i].Claim
		if k.Form != tocsin.FormChange || k.Novelty == "again" || k.Window == nil || k.Window.From.IsZero() || k.Window.To.IsZero() {
			continue
		}
		w := *k.Window
		w.Anchor = &tocsin.Anchor{Rel: "after", Text: w.From.AddMonths(-months).String() + "/" + w.From.AddDays(-1).String()}
		k.Window = &w
		list[i].Span[1] = max(list[i].Span[1], s.span(hi-1, hi)[1])
	}
}

// timesBeforeThat reads after "than" how many months before its time the sentence compares it
// with; 0 for none, lo and hi are its tokens.
func (s *sentence) timesBeforeThat() (months, lo, hi int) {
	for i := range s.toks {
		step := periods[s.low(i)]
		if step == 0 && s.is(i, "decades", "decade") {
			step = 120
		}
		lo = i - 1
		for s.is(lo, "previous", "preceding", "prior", "calendar", "full", "whole", "entire") {
			lo--
		}
		q, ok := s.quantity(lo)
		decade := s.is(i, "decade") && s.is(lo, "the", "a")
		if decade {
			q, ok = number{lo: lo, hi: lo + 1, value: 1}, true
		}
		if step == 0 || !ok || q.hi != lo+1 || q.value < 2 && !decade || q.upper > 0 || q.value > 40 || s.isYear(lo) {
			continue
		}
		told := lo < i-1 && s.near(lo, i-lo, func(k int) bool { return s.is(k, "previous", "preceding", "prior") }) || s.is(q.lo-1, "previous", "preceding", "prior", "last", "past") ||
			s.is(i+1, "before", "prior", "preceding", "earlier", "previously") && !s.timeAfter(i+2) || s.is(i+1, "that", "which") && s.is(i+2, "preceded", "went", "came", "led") || s.is(i+1, "leading") && s.is(i+2, "up")
		if !told || !s.comparedAt(q.lo) {
			continue
		}
		hi = i + 1
		for hi < len(s.toks) && s.is(hi, "before", "it", "that", "preceded", "went", "came", "prior", "combined", "together", "put", "taken", "added") {
			hi++
		}
		return step * int(q.value), q.lo, hi
	}
	return 0, 0, 0
}

// comparedAt reports that "than" or the like leads to token i, and that no one of several is meant.
func (s *sentence) comparedAt(i int) bool {
	for k := i - 1; k >= max(0, i-8); k-- {
		switch {
		case s.is(k, "each", "any", "every", "either", "none", "average", "mean", "annual"):
			return false
		case s.is(k, "than") && s.comparing(k), s.is(k, "exceeded", "surpassed", "topped", "outstripped", "exceeding", "surpassing", "outnumbered", "eclipsed"):
			return true
		case s.is(k, ",", ";"):
			return false
		}
	}
	return false
}

// manyBefore takes up so many times before the sentence's own as what it is compared with.
func (it *items) manyBefore() {
	if months, lo, hi := it.s.timesBeforeThat(); months > 0 && lo >= it.lo && hi <= it.hi {
		it.prior = true
		it.mark(lo, hi)
	}
}

// yearWithin reports that a year lies within the time that an anchor writes from one day to another.
func yearWithin(anchor string, y int) bool {
	from, to, ok := strings.Cut(anchor, "/")
	a, errA := tocsin.ParseDate(from)
	b, errB := tocsin.ParseDate(to)
	return ok && errA == nil && errB == nil && a.Year() <= y && y <= b.Year()
}
