package claim

import (
	"cmp"
	"strconv"
	"strings"

	"tocsin"
	"tocsin/read/when"
)

// ranks finds "the deadliest year", "the deadliest month since 2010", "peaked in
// 2014", "the deadliest country", "no country saw more deaths than".
func (s *sentence) ranks() {
	if s.placedTimes() {
		return
	}
	s.noCountry()
	s.noOther()
	s.backTo()
	for i := range s.toks {
		if !s.superlative(i) || s.taken[i] {
			continue
		}
		if _, second := ordinals[s.low(i-1)]; second || s.is(i-1, "-") && ordinals[s.low(i-2)] > 0 {
			s.markTaken(i, i+3) // the second deadliest: another rank
			continue
		}
		end, precision := -1, "year"
		for k := i + 1; k < min(len(s.toks), i+6); k++ {
			if s.is(k, "attack", "attacks", "bombing", "massacre", "incident", ".", ";") {
				break
			}
			if s.is(k, "month", "monthly") {
				end, precision = k, "month"
				break
			}
			if s.is(k, "year", "annual", "yearly") {
				end = k
				break
			}
			if s.deadliestArea(i, k) {
				end = -2
				break
			}
		}
		if s.is(i, "most") && end < 0 {
			for k := range s.toks {
				if s.is(k, "year", "month") && (s.is(k+1, "in", "when", "that", "during", "with") || s.is(k-1, "the")) {
					end, precision = i+1, s.low(k)
				}
			}
			if end < 0 && s.seq(0, "it", "was", "in") && s.timeOver(3) { // it was in 2014 that
				end = i + 1
			}
			if end < 0 {
				continue
			}
		}
		if end < 0 && s.monthNamed() && s.near(max(0, i-4), 4, func(k int) bool { return s.is(k, "month") }) {
			precision = "month"
		}
		if end < 0 && s.monthNamed() && s.near(0, i, func(k int) bool { return s.is(k, "months") }) {
			precision = "month" // among the months of 2020, November was the deadliest
		}
		if end == -2 || end < 0 && !s.is(i, "peaked", "peak") && !s.yearSubject(i) && !s.timeOver(i+1) && !(s.is(i+1, "in") && s.timeOver(i+2)) {
			continue
		}
		s.rankOf(i, max(i+1, end+1), precision)
	}
}

// deadliestArea reads the rank of a province or a country where token k names one such.
func (s *sentence) deadliestArea(i, k int) bool {
	switch {
	case s.unitNoun(k) && k <= i+3:
		s.deadliestUnit(i, k+1, 1)
	case s.is(k, "country"):
		s.deadliestCountry(i, k+1)
	default:
		return false
	}
	return true
}

// yearSubject reports that the superlative at i is said of a year: "2014 was the
// deadliest".
func (s *sentence) yearSubject(i int) bool {
	for k := i - 2; k > max(0, i-7) && s.is(i-1, "the"); k-- {
		if s.timeOver(k - 1) {
			return s.is(k, "was", "were", "is", "been", "stands", "stood")
		}
	}
	return false
}

// monthNamed reports that the sentence names a month.
func (s *sentence) monthNamed() bool {
	for i, t := range s.toks {
		if _, ok := monthNames[t.Lower]; ok && s.capital(i) {
			return true
		}
	}
	return false
}

// monthOwn is the month that the sentence ranks, with the year that it names apart:
// "the deadliest month in Kenya in 2015 was April".
func (s *sentence) monthOwn() (w tocsin.When, year string, ok bool) {
	month, y := 0, 0
	for i, t := range s.toks {
		if m, named := monthNames[t.Lower]; named && s.capital(i) && !s.is(i-1, "since") {
			if month > 0 || len(s.low(i+1)) == 4 && hasDigit(s.low(i+1)) {
				return w, "", false
			}
			month = m
		}
		if len(t.Text) != 4 || t.Text[0] != '1' && t.Text[0] != '2' {
			continue
		}
		if n, err := strconv.Atoi(t.Text); err == nil && n >= 1945 && n <= 2100 && !s.is(i-1, "since") {
			if y > 0 {
				return w, "", false
			}
			y = n
		}
	}
	if month == 0 || y == 0 {
		return w, "", false
	}
	from, err := tocsin.MakeDate(y, month, 1)
	return tocsin.When{From: from, To: from.MonthEnd(), Open: "none", Precision: "month", Text: strconv.Itoa(y)}, strconv.Itoa(y), err == nil
}

// noOther reads "no year has been deadlier in Mali than 2019" and "more people were
// killed in January than in any other month" as ranks.
func (s *sentence) noOther() {
	for i := range s.toks {
		no := s.is(i, "no") && (s.is(i+1, "year", "month") || s.is(i+1, "other") && s.is(i+2, "year", "month")) && s.near(i, 16, func(k int) bool { return s.is(k, "than") && s.comparing(k) || s.asMuch(k) })
		anyOther := s.is(i, "than") && s.near(i+1, 4, func(k int) bool { return s.is(k, "any") }) && s.near(i+1, 5, func(k int) bool { return s.is(k, "year", "month") })
		if !no && !anyOther || s.taken[i] {
			continue
		}
		precision := "year"
		if s.near(i, 6, func(k int) bool { return s.is(k, "month") }) {
			precision = "month"
		}
		less := false
		for k := range s.toks {
			less = less || s.is(k, "fewer", "less")
		}
		lo, hi := max(0, i-1), min(len(s.toks), i+3)
		s.markTaken(0, len(s.toks))
		if less {
			return // the calmest: a partial file cannot show it
		}
		c := tocsin.Claim{Form: tocsin.FormRank, Op: "=", Value: tocsin.Number(1), Unit: tocsin.Rank}
		used := s.scopeOf(&c, lo, hi, "deaths")
		c.Of.Actor = strings.TrimSpace(c.Of.Actor)
		if !s.deadly() {
			c.Of.Measure = "events"
		}
		if s.rankWindow(&c, hi, precision) {
			s.add(c, 0, len(s.toks), used...)
		}
		return
	}
}

// asMuch reports at token k the "as" that leads to what nothing equals: "as bloody in
// Colombia as".
func (s *sentence) asMuch(k int) bool {
	if !s.is(k, "as") {
		return false
	}
	for t := k - 1; t > max(0, k-9); t-- {
		if s.is(t, "as", "so") {
			return t+1 < k && s.is(t+1, "bloody", "deadly", "many", "violent", "lethal", "bad", "costly")
		}
	}
	return false
}

// deadly reports a word of death in the sentence.
func (s *sentence) deadly() bool {
	for i := range s.toks {
		if s.deathWord(i) || s.killWord(i) || s.is(i, "deadlier", "bloodier", "bloody", "deadly", "lethal") {
			return true
		}
	}
	return false
}

// rankOf writes the rank of the time that the superlative at tokens [i, hi) is about.
func (s *sentence) rankOf(i, hi int, precision string) {
	c := tocsin.Claim{Form: tocsin.FormRank, Op: "=", Value: tocsin.Number(1), Unit: tocsin.Rank}
	used := s.scopeOf(&c, i, hi, "deaths")
	if s.is(i, "most") && s.near(i, 3, func(k int) bool { return s.is(k, "attacks", "events", "clashes") }) {
		c.Of.Measure = "events"
	} else if s.is(i, "most") && s.near(i, 4, func(k int) bool { return s.is(k, "civilians") }) {
		c.Of.Measure = "civilian deaths"
	}
	if s.is(i, "peaked", "peak") {
		c.Of.Measure = s.peakMeasure(i)
		for _, f := range s.times {
			if f.When.Precision == "month" {
				precision = "month"
			}
		}
	}
	if at := s.campaignOf(&c, hi); at[1] > 0 {
		used = append(used, at)
	}
	if !s.rankWindow(&c, hi, precision) {
		return
	}
	for _, f := range s.times {
		if f.When.From == c.Window.From && f.When.To == c.Window.To {
			used = append(used, [2]int{f.Lo, f.Hi})
		}
	}
	s.markTaken(i, hi)
	s.add(c, i, hi, used...)
}

func (s *sentence) superlative(i int) bool {
	return s.is(i, "deadliest", "bloodiest", "worst", "peaked") || s.is(i, "peak") && s.is(i-1, "its", "their", "a", "the") && s.is(i+1, "in") || s.is(i, "most") && s.is(i+1, "violent", "deadly", "lethal") || s.is(i, "highest") && s.near(i, 6, s.deathWord) ||
		s.is(i, "most") && s.is(i-1, "the") && s.near(i+1, 3, func(k int) bool {
			return s.is(k, "people", "civilians", "deaths", "lives", "fatalities", "killings", "attacks", "events", "clashes", "victims")
		})
}

func (s *sentence) peakMeasure(i int) string {
	for k := i - 1; k >= 0; k-- {
		if s.deathWord(k) || s.is(k, "killed") {
			return "deaths"
		}
		if s.attackWord(k) {
			return cmp.Or(s.measure(s.counter(k)), "deaths")
		}
	}
	return "deaths"
}

// rankWindow keeps the year or month that is ranked and puts the time it is ranked
// within into its anchor: "since 2010", "of the year", "between 2005 and 2009".
func (s *sentence) rankWindow(c *tocsin.Claim, hi int, precision string) bool {
	var own, since, span *when.Found
	if w, year, ok := s.monthOwn(); ok && precision == "month" {
		w.Anchor = &tocsin.Anchor{Rel: "since", Text: year + "-01-01/" + year + "-12-31"}
		c.Window = &w
		return true
	}
	for n := range s.times {
		f := &s.times[n]
		whole := !f.When.From.IsZero() && !f.When.To.IsZero() && f.When.Open == "none"
		switch {
		case whole && f.When.Precision == precision && (s.is(f.Lo-1, "than") || s.is(f.Lo, "than") || s.asMuch(f.Lo-1) || s.is(f.Lo-1, "in") && s.is(f.Lo-2, "than", "as") || s.thanIt(f.Lo)):
			own = f // no year was deadlier than this one
		case f.When.Open == "end" || s.is(f.Lo, "since") || s.sinceLead(f.Lo):
			since = f
		case whole && f.When.To > f.When.From.AddMonths(13):
			span = f
		case whole && f.When.Precision == precision && f.When.To < f.When.From.AddMonths(12) && (own == nil || f.Lo < own.Lo):
			own = f
		}
	}
	if own == nil {
		return false
	}
	w := own.When
	switch {
	case since != nil:
		w.Anchor = &tocsin.Anchor{Rel: "since", Text: sinceText(since)}
	case span != nil:
		w.Anchor = &tocsin.Anchor{Rel: "since", Text: span.When.From.String() + "/" + span.When.To.String()}
	case precision == "year" && s.lookingBack() > 0:
		w.Anchor = &tocsin.Anchor{Rel: "since", Text: w.From.AddMonths(12-12*s.lookingBack()).String() + "/" + w.To.String()}
	case precision == "month" && (s.seq(hi, "of", "the", "year") || s.seq(hi, "of", "that", "year") || s.seq(hi, "that", "year") || s.seq(hi+1, "of", "the", "year")):
		y := w.From.String()[:4]
		w.Anchor = &tocsin.Anchor{Rel: "since", Text: y + "-01-01/" + y + "-12-31"}
	case precision == "month" && own.When.Precision == "month" && s.near(0, len(s.toks), func(k int) bool { return s.is(k, "year") && s.is(k-1, "the", "that", "same") && !s.is(k+1, "since") }):
		y := w.From.String()[:4]
		w.Anchor = &tocsin.Anchor{Rel: "since", Text: y + "-01-01/" + y + "-12-31"}
	case precision == "month" && s.is(hi, "of") && s.timeOver(hi+1):
		y := s.low(hi + 1)
		w.Anchor = &tocsin.Anchor{Rel: "since", Text: y + "-01-01/" + y + "-12-31"}
	}
	c.Window = &w
	return true
}

// thanIt reports "than it did in" or "as there were in" before a time.
func (s *sentence) thanIt(lo int) bool {
	for k := lo; k >= max(0, lo-5); k-- {
		if s.is(k, "than", "as") {
			return k < lo
		}
		if !s.is(k, "in", "it", "did", "had", "they", "there", "were", "was", "does", "during", "the", "year") {
			return false
		}
	}
	return false
}

// sinceLead reports "since" a few words before a time: "since independence in 2011".
func (s *sentence) sinceLead(lo int) bool {
	for k := lo - 1; k >= max(0, lo-4) && !s.timeOver(k); k-- {
		if s.is(k, "since") {
			return true
		}
	}
	return false
}

// deadliestCountry writes "X was the deadliest country in the world in 2019": the
// rank of a country among all, which is what an empty than means. A country's rank
// within a region is no claim: which countries a region has, no data here says.
func (s *sentence) deadliestCountry(i, hi int) {
	if s.is(hi, "in", "of") && !s.seq(hi+1, "the", "world") && !s.timeOver(hi+1) && !s.timeOver(hi) {
		return
	}
	if s.ordinalBefore(i) {
		return
	}
	s.countryRank(i, hi)
}

// ordinalBefore reports "the second deadliest", which is another rank.
func (s *sentence) ordinalBefore(i int) bool {
	_, ok := ordinals[s.low(i-1)]
	return ok || s.is(i-1, "-", "among") || s.is(i-2, "among") || s.is(i-1, "of")
}

func (s *sentence) countryRank(i, hi int) {
	c := tocsin.Claim{Form: tocsin.FormRank, Op: "=", Value: tocsin.Number(1), Unit: tocsin.Rank, Than: &tocsin.Measure{Act: "assault"}}
	used := s.scopeOf(&c, i, hi, "deaths")
	c.Places = nil
	if c.Window == nil || c.Of.Country == "" {
		return
	}
	s.markTaken(i, hi)
	s.add(c, i, hi, used...)
}

// noCountry reads "no country recorded more conflict deaths than Afghanistan".
func (s *sentence) noCountry() {
	for i := range s.toks {
		if !s.is(i, "no", "nowhere") || !(s.is(i+1, "country", "state", "nation") || s.is(i+1, "other") && s.is(i+2, "country", "state", "nation") || s.is(i, "nowhere")) {
			continue
		}
		for k := i + 1; k < min(len(s.toks), i+18); k++ {
			l := s.landAt(k + 1 + boolInt(s.is(k+1, "the")))
			if s.is(k, "as") && l != nil && s.near(i, k-i, func(t int) bool { return s.is(t, "as") && s.is(t+1, "many") }) || s.is(k, "than", "in") && l != nil && s.is(k, "than", "in") && s.near(i, k-i, func(t int) bool { return s.is(t, "more") }) {
				if w, _ := s.timeFor(i, k); w == nil {
					return
				}
				c := tocsin.Claim{Form: tocsin.FormRank, Op: "=", Value: tocsin.Number(1), Unit: tocsin.Rank, Than: &tocsin.Measure{Act: "assault"}}
				measure := "events"
				if s.near(i, k-i, func(t int) bool { return s.deathWord(t) || s.killWord(t) || s.is(t, "people", "civilians") }) {
					measure = "deaths"
				}
				w, at := s.timeFor(i, k)
				c.Of, c.Window = &tocsin.Measure{Act: "assault", Country: l.name, Measure: measure}, w
				it := &items{s: s, hi: len(s.toks), used: make([]bool, len(s.toks))}
				it.region()
				c.Than.Country = it.among
				s.markTaken(i, l.hi)
				s.add(c, i, l.hi, at)
				return
			}
		}
	}
}
