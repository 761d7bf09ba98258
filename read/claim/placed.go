package claim

import (
	"slices"
	"strings"

	"tocsin"
)

// extremes are the superlatives of which there may be a second, lows those of the other
// end.
var (
	extremes = strings.Fields("deadliest bloodiest worst highest")
	lows     = strings.Fields("calmest quietest safest")
	lesserOf = strings.Fields("fewer less calmer quieter lower safer")
)

// placedTimes reads ranks other than the highest: "the second deadliest year since 2000",
// "the calmest year", "fewer people were killed than in any other year", "no year was less
// deadly". The value is the place, negative where it counts from the lowest. The result
// reports that the sentence is one.
func (s *sentence) placedTimes() bool {
	at, end, place := s.placeNamed()
	if place == 0 || len(s.parties()) > 1 || s.near(0, len(s.toks), func(k int) bool {
		return slices.Contains(coupWords, s.low(k)) || s.repeatedWord(k) || s.is(k, "among") && s.is(k+1, "the")
	}) {
		return false
	}
	kind := s.rankedKind()
	if s.is(end, "country") || s.is(end+1, "country") {
		kind = "country"
	}
	c := tocsin.Claim{Form: tocsin.FormRank, Op: "=", Value: tocsin.Number(place), Unit: tocsin.Rank}
	measure := "deaths"
	if !s.deadly() && !s.near(at, end-at, func(k int) bool { return s.is(k, "deadliest", "bloodiest") }) {
		measure = "" // the calmest: by attacks or by dead
		if s.near(0, len(s.toks), func(k int) bool { return s.is(k, "events", "attacks", "incidents", "clashes") }) {
			measure = "events"
		}
	} else if s.near(0, len(s.toks), func(k int) bool { return s.is(k, "civilians", "civilian") }) {
		measure = "civilian deaths"
	}
	used := s.scopeOf(&c, at, end, measure)
	if c.Of.Country == "" && c.Of.Actor == "" {
		return false
	}
	before := len(s.out)
	if s.unitNoun(end) || s.unitNoun(end+1) {
		s.deadliestUnit(at, end+1, place)
		return len(s.out) > before
	}
	if kind == "country" {
		if place > 0 {
			s.topCountry(c, at, used)
		}
	} else if (c.Places == nil || c.Places[0].Precision == "admin1") && s.rankWindow(&c, end, kind) {
		s.add(c, at, end, append(used, [2]int{0, len(s.toks)})...)
	}
	s.markTaken(0, len(s.toks))
	return len(s.out) > before
}

// placeNamed is the place that the sentence names and its tokens; 0 for the highest, or
// where there is none.
func (s *sentence) placeNamed() (at, end int, place float64) {
	for i := range s.toks {
		switch {
		case ordinals[s.low(i)] > 1:
			k := i + 1
			if s.is(k, "-") {
				k++
			}
			switch {
			case s.is(k, extremes...) || s.is(k, "most") && s.is(k+1, "violent", "deadly", "lethal", "bloody"):
				return i, k + 1 + boolInt(s.is(k, "most")), ordinals[s.low(i)]
			case s.is(k, lows...) || s.is(k, "lowest"):
				return i, k + 1, -ordinals[s.low(i)]
			}
		case s.is(i, "only") && s.is(i+1, "one", "two", "three", "four") && periods[s.low(i+2)] > 0:
			n, _ := wordNumber(s.low(i + 1))
			for k := i + 3; k < len(s.toks); k++ {
				if s.is(k, "deadlier", "bloodier", "worse") && s.is(k+1, "than") {
					return k, k + 1, n + 1 // only one year was deadlier
				}
			}
		case s.is(i, lows...), s.is(i, "least") && s.is(i+1, "deadly", "violent", "bloody", "lethal"), s.is(i, "lowest", "fewest") && !s.coastLow(i):
			return i, i + 1 + boolInt(s.is(i, "least")), -1
		case s.is(i, lesserOf...) && s.anyOther(i):
			return i, i + 1, -1
		}
	}
	return 0, 0, 0
}

// coastLow reports a "lowest" or "fewest" that is not said of deaths or attacks.
func (s *sentence) coastLow(i int) bool {
	return !s.near(0, len(s.toks), func(k int) bool { return s.deathWord(k) || s.attackWord(k) || s.killWord(k) })
}

// anyOther reports that what is fewer at token i is so than in every other time: "than
// in any other year", "no year was less deadly than".
func (s *sentence) anyOther(i int) bool {
	for k := i + 1; k < len(s.toks); k++ {
		if !s.is(k, "than") {
			continue
		}
		if s.near(k+1, 4, func(t int) bool { return s.is(t, "any", "every", "all") }) && s.near(k+1, 6, func(t int) bool { return periods[s.low(t)] > 0 }) {
			return true
		}
		return s.near(max(0, i-14), min(i, 14), func(t int) bool {
			return s.is(t, "no", "none") && (periods[s.low(t+1)] > 0 || s.is(t+1, "other") || s.is(t, "none"))
		}) && s.timeOver(k+1+boolInt(s.is(k+1, "in")))
	}
	return false
}

// backTo reads "one has to go back to 2008 to find a year with more deaths than 2012" as the
// highest since then.
func (s *sentence) backTo() {
	at := -1
	for i := range s.toks {
		if s.is(i, "go", "goes", "look", "looks", "reach") && s.seq(i+1, "back", "to") {
			at = i + 3
		}
	}
	if at < 0 {
		return
	}
	var since, own *tocsin.When
	text := ""
	for n := range s.times {
		f := &s.times[n]
		switch {
		case f.When.From.IsZero() || f.When.To.IsZero():
		case f.Lo >= at-1 && f.Lo <= at+1:
			since, text = &f.When, sinceText(f)
		case s.excluded(f.Lo):
			own = &f.When
		}
	}
	s.markTaken(0, len(s.toks))
	if since == nil || own == nil || since.Precision != own.Precision || since.From >= own.From {
		return
	}
	c := tocsin.Claim{Form: tocsin.FormRank, Op: "=", Value: tocsin.Number(1), Unit: tocsin.Rank}
	used := s.scopeOf(&c, at, at+1, "deaths")
	w := *own
	w.Anchor = &tocsin.Anchor{Rel: "since", Text: text}
	c.Window, c.Places = &w, nil
	s.add(c, at, at+1, append(used, [2]int{0, len(s.toks)})...)
}
