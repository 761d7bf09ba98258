package claim

import (
	"slices"
	"strconv"
	"strings"

	"tocsin"
	"tocsin/read/when"
)

// yearLeads are the words before a year that no package of times read as one.
var yearLeads = strings.Fields("than as with versus over for through throughout of across during in within year until since since")

// bareYears adds the years that stand alone after such a word: "deadlier than 2013",
// "the record for 2014", "over 2015"; and makes the whole year of "through 2020" where
// that opens the sentence.
func (s *sentence) bareYears() {
	for n := range s.times {
		f := &s.times[n]
		if f.When.Open == "none" && !f.When.From.IsZero() && f.When.From.Year() < f.When.To.Year() || s.namesYears(f) > 1 {
			continue // throughout 2016-2020
		}
		if f.When.Precision == "year" && !f.When.To.IsZero() && (s.is(f.Lo-1, "all") && s.is(f.Lo, "through") || s.is(f.Lo-2, "all") && s.is(f.Lo-1, "through") || s.is(f.Lo, "throughout")) {
			f.When.From, f.When.Open = f.When.To.AddDays(1).AddMonths(-12), "none"
		}
		if f.Lo <= 1 && (s.is(0, "through", "throughout") || s.seq(0, "all", "through")) && f.When.Precision == "year" && !f.When.To.IsZero() {
			f.When.From, f.When.Open = f.When.To.AddDays(1).AddMonths(-12), "none"
		}
	}
	for n := range s.times { // since 2000 two coups have: the year alone
		if f := &s.times[n]; s.is(f.Lo, "since") && s.isYear(f.Lo+1) && f.Hi > f.Lo+2 {
			at := f.Lo
			s.times = slices.DeleteFunc(s.times, func(g when.Found) bool { return g.Lo > at && g.Lo < at+2 })
			for m := range s.times {
				if g := &s.times[m]; g.Lo == at {
					g.Hi, g.Kind = at+2, when.Date
					g.When.To, g.When.Open, g.When.Anchor = 0, "end", nil
				}
			}
			break
		}
	}
	for i := 0; i < len(s.toks); i++ {
		if w := s.low(i); len(w) != 4 || w[0] != '1' && w[0] != '2' {
			continue
		}
		y, err := strconv.Atoi(s.low(i))
		heading := s.is(i+1, ":", ",", "—", "–") && i < 6 && s.capital(i-1-boolInt(s.is(i-1, ",")))                                            // Macedonia 2001: Kenya, 2019:
		ofThat := s.is(i-1, "the", "'s", "’s") && (s.deathWord(i+1) || s.attackWord(i+1) || s.is(i+1, "death", "war", "conflict", "fighting")) // the 2009 deaths
		if err != nil || len(s.low(i)) != 4 || y < 1945 || y > 2100 || !slices.Contains(yearLeads, s.low(i-1)) && !s.is(i+1, "'s", "’s") && !heading && !ofThat || s.timeOver(i) {
			continue
		}
		if next := s.low(i + 1); i > 1 && !ofThat && s.is(i-1, "over", "with", "of", "in", "for") && i+1 < len(s.toks) && (s.toks[i+1].UPOS == "NOUN" || s.toks[i+1].UPOS == "ADJ" || next == "people") {
			continue // over 2015 people
		}
		from, _ := tocsin.MakeDate(y, 1, 1)
		if s.is(i-1, "since") {
			s.times = append(s.times, when.Found{Sent: s.n, Lo: i - 1, Hi: i + 1, Span: s.toks[i].Span, Kind: when.Date,
				When: tocsin.When{From: from, Open: "end", Precision: "year", Text: s.text(i-1, i+1)}})
			continue
		}
		s.times = append(s.times, when.Found{Sent: s.n, Lo: i, Hi: i + 1, Span: s.toks[i].Span, Kind: when.Date,
			When: tocsin.When{From: from, To: from.AddMonths(12).AddDays(-1), Open: "none", Precision: "year", Text: s.toks[i].Text}})
	}
}

// namesYears counts the years that a time names.
func (s *sentence) namesYears(f *when.Found) (n int) {
	for i := f.Lo; i < f.Hi; i++ {
		for _, w := range strings.FieldsFunc(s.low(i), func(r rune) bool { return r == '-' || r == '–' }) {
			n += boolInt(len(w) == 4 && (w[0] == '1' || w[0] == '2') && hasDigit(w))
		}
	}
	return n
}

// longSince reads "since the turn of the century", "this century" as times from 2000 on, and
// "since records began in 1989" as since 1989.
func (s *sentence) longSince() {
	for n := range s.times {
		if f := &s.times[n]; s.is(f.Lo, "since") && f.Kind != when.Date && f.When.Open == "end" && !f.When.From.IsZero() && s.near(f.Lo, f.Hi-f.Lo, func(k int) bool { return s.is(k, "records", "record", "counting", "figures", "data") }) {
			f.Kind, f.When.Anchor = when.Date, nil
			at, hi := f.Lo, f.Hi
			s.times = slices.DeleteFunc(s.times, func(g when.Found) bool { return g.Lo > at && g.Hi <= hi })
			break
		}
	}
	s.sinceDecade()
	s.sinceEvent()
	s.sinceEnds()
	for i := 0; s.has(isPart) && i < len(s.toks); i++ {
		if !s.is(i, "century", "millennium") {
			continue
		}
		lo := 0
		switch {
		case s.seq(i-4, "since", "the", "turn", "of") || s.is(i-5, "since") && s.seq(i-4, "the", "turn", "of", "the"):
			lo = i - 4 - boolInt(s.is(i-1, "the"))
		case s.is(i-1, "this") && s.is(i, "century"):
			lo = i - 1 - boolInt(s.is(i-2, "in", "of"))
		case s.is(i-1, "21st", "twenty-first") && s.is(i-2, "the") && s.is(i, "century"):
			lo = i - 2 - boolInt(s.is(i-3, "in", "of"))
		default:
			continue
		}
		from, err := tocsin.MakeDate(2000, 1, 1)
		if err != nil || lo < 0 || s.near(lo, i+1-lo, s.timeOver) && !s.replaceTimes(lo, i+1) {
			return
		}
		s.times = append(s.times, when.Found{Sent: s.n, Lo: lo, Hi: i + 1, Span: s.span(lo, i+1), Kind: when.Date, When: tocsin.When{From: from, Open: "end", Precision: "year", Text: "since 2000 " + s.text(lo, i+1)}})
		slices.SortStableFunc(s.times, func(a, b when.Found) int { return a.Lo - b.Lo })
		return
	}
}

// sinceEnds makes "since the end of 2007" begin with 2008, and that of June with July.
func (s *sentence) sinceEnds() {
	for n := range s.times {
		f := &s.times[n]
		if !s.is(f.Lo, "since", "after") || f.When.Open != "end" || f.When.From.IsZero() || s.yearNamed(f) == 0 || !s.near(f.Lo, f.Hi-f.Lo, func(k int) bool { return s.is(k, "end", "close") && s.is(k+1, "of") }) {
			continue
		}
		m, months := 1, 12
		for i := f.Lo; i < f.Hi; i++ {
			if x := monthNames[s.low(i)]; x > 0 {
				m, months = x, 1
			}
		}
		if s.is(f.Hi-2, "of") && s.isYear(f.Hi-1) || months == 1 {
			if from, err := tocsin.MakeDate(s.yearNamed(f), m, 1); err == nil {
				f.When.From, f.When.Precision = from.AddMonths(months), map[int]string{1: "month", 12: "year"}[months]
			}
		}
	}
}

// replaceTimes drops the times within tokens [lo, hi) and reports that no other lies across.
func (s *sentence) replaceTimes(lo, hi int) bool {
	s.times = slices.DeleteFunc(s.times, func(f when.Found) bool { return f.Lo >= lo && f.Hi <= hi })
	return !s.near(lo, hi-lo, s.timeOver)
}

// monthIn reports that a time begins or ends in a month.
func monthIn(w *tocsin.When, m int) bool {
	_, a, _ := w.From.Parts()
	_, b, _ := w.To.Parts()
	return !w.From.IsZero() && a == m || !w.To.IsZero() && b == m
}

// monthWithin reports a month within a span of three or four: August of July to September.
func monthWithin(span string, m int) bool {
	if len(span) != 21 || span[:4] != span[11:15] {
		return false
	}
	a, errA := strconv.Atoi(span[5:7])
	b, errB := strconv.Atoi(span[16:18])
	return errA == nil && errB == nil && b-a >= 2 && b-a <= 3 && a <= m && m <= b
}

// vagueTime is the kind of a word of time that no calendar fixes: "since the end of 2007",
// "since the turn of the century".
func (u *use) vagueTime(words []wordAt, i int) (kind string, ok bool) {
	switch words[i].low {
	case "end":
		if prev := lowAt(words, i-2); (prev == "since" || prev == "after") && lowAt(words, i-1) == "the" && (hasDigit(lowAt(words, i+2)) || monthNames[lowAt(words, i+2)] > 0) {
			return "", true // from the next day on
		}
		return "time", lowAt(words, i+1) == "of" && u.forms[tocsin.FormLast]
	case "century", "millennium":
		told := u.words[words[i].low] || u.than && u.words["2000"] || slices.ContainsFunc(u.claims, func(k tocsin.Claim) bool {
			return k.Window != nil && k.Window.Anchor != nil && strings.HasPrefix(k.Window.Anchor.Text, "2000")
		})
		if lowAt(words, i-1) == "the" && lowAt(words, i-2) == "of" && !told {
			return "time", true
		}
		return "", true
	}
	return "", false
}
