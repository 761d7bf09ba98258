package claim

import (
	"slices"
	"strings"

	"tocsin"
)

// tops are the words by which a time or country is said to be above all others; least
// those by which it is below, which a file with rows left out cannot show.
var (
	tops  = strings.Fields("deadliest bloodiest worst hardest highest most peak peaked peaking record deadlier bloodier worse more many deadly violent")
	least = strings.Fields("fewest lowest calmest quietest least safest fewer lower less smallest")
)

// topmost reads a rank from its parts where no pattern has read one: a word of being
// above all others, whether years, months or countries are ranked, and the one ranked.
func (s *sentence) topmost() {
	if slices.ContainsFunc(s.out, func(f Found) bool { return f.Claim.Form == tocsin.FormRank || f.Claim.Form == tocsin.FormShare }) {
		return
	}
	if !s.has(isTop) {
		return
	}
	at, all, dead := -1, false, s.deadly()
	for i := range s.toks {
		switch {
		case slices.Contains(least, s.low(i)) && !s.is(i-1, "at"), s.is(i, "among", "one") && s.is(i+1, "the", "of") && s.near(i+1, 4, func(k int) bool { return slices.Contains(tops, s.low(k)) }):
			return
		case ordinals[s.low(i)] > 1 && s.near(i, 4, func(k int) bool { return slices.Contains(tops, s.low(k)) }):
			return
		case s.is(i, "most") && s.is(i-1, "at"), s.is(i, "more") && s.is(i+1, "than") && !s.comparing(i+1), s.is(i, "record") && !s.is(i-1, "a"), s.is(i, "many", "deadly", "violent") && !s.is(i-1, "as", "so", "more", "most"):
			continue // more than 500
		case slices.Contains(tops, s.low(i)):
			if at < 0 {
				at = i
			}
			all = all || !s.is(i, "deadlier", "bloodier", "worse", "more", "many", "deadly", "violent")
		case s.is(i, "topped", "led", "headed") && s.near(i, 4, func(k int) bool { return s.is(k, "list", "ranking", "table", "world") }):
			at, all = i, true
		}
		all = all || s.is(i, "any", "no", "never", "nowhere", "none", "not", "n't", "anywhere", "elsewhere") && !s.is(i+1, "fewer", "less")
		dead = dead || s.is(i, "deadliest", "bloodiest", "deadly")
	}
	events := s.near(0, len(s.toks), func(k int) bool { return s.is(k, "events", "attacks", "incidents", "clashes") })
	if at < 0 || !all || !dead && !events && !s.is(at, "bloodiest", "deadliest") || len(s.parties()) > 1 || s.near(0, len(s.toks), func(k int) bool { return slices.Contains(coupWords, s.low(k)) || s.repeatedWord(k) }) {
		return
	}
	kind := s.rankedKind()
	if kind == "" {
		return
	}
	c := tocsin.Claim{Form: tocsin.FormRank, Op: "=", Value: tocsin.Number(1), Unit: tocsin.Rank}
	measure := map[bool]string{true: "deaths", false: "events"}[dead]
	if dead && s.near(0, len(s.toks), func(k int) bool { return s.is(k, "civilians", "civilian") }) {
		measure = "civilian deaths"
	}
	used := s.scopeOf(&c, at, at+1, measure)
	if c.Of.Country == "" && c.Of.Actor == "" {
		return
	}
	if kind == "country" {
		s.topCountry(c, at, used)
		return
	}
	c.Places = s.unitPlaces()
	if s.rankWindow(&c, at+1, kind) {
		s.add(c, at, at+1, append(used, [2]int{0, len(s.toks)})...)
	}
}

// repeatedWord reports a word of a streak.
func (s *sentence) repeatedWord(i int) bool {
	return s.is(i, "consecutive", "successive", "straight", "row", "running") || s.is(i, "each", "every") && periods[s.low(i+1)] > 0
}

// rankedKind is what is ranked: "year", "month" or "country".
func (s *sentence) rankedKind() string {
	for i := range s.toks {
		if s.is(i, "country", "countries", "nation", "nations", "worldwide", "nowhere", "anywhere", "elsewhere", "globally") && !s.is(i-1, "the", "in") || s.is(i, "country") && s.is(i+1, "with", "hit", "worst") || s.is(i, "world") && s.is(i-1, "the") {
			return "country"
		}
	}
	if s.monthNamed() && (s.near(0, len(s.toks), func(k int) bool { return s.is(k, "month", "months") }) || !s.near(0, len(s.toks), func(k int) bool { return s.is(k, "year", "years", "annual", "yearly") })) {
		return "month"
	}
	return "year"
}

// topCountry writes the rank of a country among all.
func (s *sentence) topCountry(c tocsin.Claim, at int, used [][2]int) {
	if len(s.landOperands()) != 1 || c.Window == nil || c.Of.Country == "" || c.Of.Actor != "" {
		return
	}
	for i := range s.toks {
		if s.is(i, "africa", "asia", "europe", "region", "continent", "sahel", "america", "african", "neighbours", "neighbors") {
			return // which countries a region has, no data here says
		}
	}
	c.Than, c.Places = &tocsin.Measure{Act: "assault"}, nil
	s.add(c, at, at+1, append(used, [2]int{0, len(s.toks)})...)
}

// rankedUntil gives to a rank among all years or months the end of the time that they are of: "than
// in any other year up to 2020", "the deadliest year until the end of 2019".
func (s *sentence) rankedUntil(list []Found) {
	for i := range list {
		k := &list[i].Claim
		if k.Form != tocsin.FormRank || k.Unit != tocsin.Rank || k.Than != nil || k.Of == nil || k.Of.Measure == singleDeaths || k.Window == nil || k.Window.Anchor != nil || k.Window.To.IsZero() {
			continue
		}
		for n := range s.times {
			f := &s.times[n]
			if f.When.To.IsZero() || f.When.To < k.Window.To.AddDays(1) || f.When.From == k.Window.From || !f.When.From.IsZero() && !(s.seq(f.Lo-2, "up", "to") || s.is(f.Lo-1, "until", "till", "through", "to")) {
				continue
			}
			end := f.When.To
			if y := s.yearNamed(f); f.When.Open == "start" && y > end.Year() && s.leadBy(f, "to", "through") && s.yearIn(f.Hi-1, f.Hi) {
				end = yearOf(y).To // up to 2020: that year with it
			}
			if s.leadBy(f, "until", "till") && s.isYear(f.Hi-1) && !s.is(f.Hi-2, "of") {
				end = yearOf(s.yearNamed(f)).From.AddDays(-1) // until 2020: not that year
			}
			w := *k.Window
			w.Text += " " + f.When.Text
			w.Anchor = &tocsin.Anchor{Rel: "until", Text: end.String()}
			k.Window = &w
			list[i].Span[1] = max(list[i].Span[1], s.span(f.Hi-1, f.Hi)[1])
			break
		}
	}
}
