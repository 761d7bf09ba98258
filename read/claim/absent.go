package claim

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/when"
)

// absent reads that there was nothing of a kind: "not one incident within 50 km of Bamako
// in 2020", "neither 2016 nor 2017 brought a single clash between the two", "got through
// November without a killing", "before 2016 the country had no recorded attack". It is a
// count of none in each time that the sentence names.
func (s *sentence) absent(it elements) bool {
	at := s.noneAt()
	if at < 0 || s.otherNumber(it) {
		return false
	}
	k, used := s.claimOf(it, tocsin.FormCount)
	k.Op, k.Value, k.Unit = "=", tocsin.Number(0), tocsin.Events
	if s.near(0, len(s.toks), func(t int) bool {
		return (s.deathWord(t) || s.is(t, "deadly", "fatal", "lethal", "killed", "killing", "died", "murder", "murders")) && !s.dateOver(t)
	}) {
		k.Unit, k.Of.Measure = tocsin.Deaths, strings.Replace(k.Of.Measure, "events", "deaths", 1)
	}
	if k.Of.Country == "" && k.Of.Actor == "" {
		return false
	}
	if p, ok := s.whereabouts(it); ok {
		k.Places, used = []tocsin.Place{p.place}, append(used, [2]int{p.lo, p.hi})
	} else if len(it.towns) > 0 || s.lengthTold() && s.oneRound() == nil {
		return false
	}
	windows := s.ownWindows(it)
	if len(windows) == 0 && (s.is(at, "never") || s.near(at, 12, func(k int) bool { return s.is(k, "ever") && !s.is(k-1, "for") })) && !s.c.Published.IsZero() && len(it.times) == 0 {
		windows = append(windows, tocsin.When{To: s.c.Published.AddDays(-1), Open: "start", Precision: "past", Text: "never"})
	}
	if len(windows) == 0 || len(windows) > 3 || slices.ContainsFunc(windows, func(w tocsin.When) bool {
		return len(windows) > 1 && (w.Open != "none" || w.Precision != windows[0].Precision)
	}) || len(windows) > 1 && !s.timesJoined(it.times) {
		return false
	}
	for n := range windows {
		c := k
		c.Window = &windows[n]
		s.compose(c, 0, len(s.toks), used...)
	}
	return true
}

// timesJoined reports that only "and", "or", "nor" and the like stand between the times: what
// is denied is denied of each.
func (s *sentence) timesJoined(list []*when.Found) bool {
	for n := 1; n < len(list); n++ {
		for k := list[n-1].Hi; k < list[n].Lo; k++ {
			if !s.is(k, "and", "or", "nor", ",", "in", "during", "both", "again", "neither", "either", "of", "the") && monthNames[s.low(k)] == 0 {
				return false
			}
		}
	}
	return true
}

// noneAt is the word by which the sentence says that there was nothing, -1 for none and
// where another word leaves it open.
func (s *sentence) noneAt() int {
	at := -1
	for i := range s.toks {
		if s.is(i, "almost", "nearly", "virtually", "hardly", "barely", "except", "apart", "besides", "aside", "excluding", "until") && !s.dateOver(i) || s.is(i, "but") && s.is(i-1, "none", "all", "nothing") {
			return -1
		}
		if s.is(i, "if", "would", "could", "unless", "should", "may", "might") && !s.dateOver(i) || s.dateOver(i) {
			if s.dateOver(i) {
				continue
			}
			return -1
		}
		if at < 0 && s.denies(i) {
			at = i
		} else if at >= 0 && s.is(i, "no", "not", "never", "without", "n't") && !(s.is(i, "no", "not") && s.is(i-1, ",", ";", ":", "–", "—") && s.denies(i)) {
			return -1 // not without
		} else if at < 0 && s.is(i, "no", "not", "never", "n't") && s.near(i+1, len(s.toks), func(k int) bool { return s.is(k, "without") }) {
			return -1
		}
	}
	return at
}

// denies reports at token i a word that denies all violence of its kind.
func (s *sentence) denies(i int) bool {
	violent := func(n int) bool {
		return s.near(i+1, n, func(k int) bool { return s.violentWord(k) })
	}
	switch s.low(i) {
	case "no", "zero":
		if s.is(i+1, "further", "later", "other", "more", "additional", "new") && s.near(i+2, 3, s.violentWord) && !s.near(i+2, 12, func(k int) bool { return s.is(k, "than") }) {
			return true
		}
		return !s.is(i+1, "more", "fewer", "less", "longer", "later", "closer", "nearer", "further", "farther", "other", "year", "month", "day", "week", "country", "doubt", "sign", "end", "single", "province", "state", "-") && violent(7) ||
			s.is(i, "no") && s.is(i+1, "single") && violent(4) && !s.is(i+2, "year", "month", "attacker") || s.seq(i, "no", "one")
	case "none":
		return s.is(i+1, "of") && violent(8) || s.standsFor(i+1)
	case "neither":
		return s.near(i+1, 12, func(k int) bool { return s.is(k, "nor") })
	case "not", "n't":
		return s.is(i+1, "one") && s.standsFor(i+2) || s.near(i+1, 6, func(k int) bool {
			return s.is(k, "any", "single", "once", "ever", "anyone", "anybody") || s.is(k, "one") && k == i+1 || s.seq(k, "so", "much")
		}) && violent(12) && !s.is(i+1, "only", "all", "every", "even")
	case "without":
		return violent(9) && !s.is(i+1, "exception", "interruption", "more", "precedent", "warning", "pause")
	case "entirely", "exclusively", "wholly", "solely": // outside a country: none in it
		return s.is(i+1, "outside", "beyond") && s.landAt(i+2+boolInt(s.is(i+2, "the"))) != nil && s.near(0, i, s.violentWord)
	case "never":
		return violent(8)
	case "nobody", "nothing", "nil":
		return true
	case "free":
		return s.is(i+1, "of", "from") && violent(6)
	}
	return false
}

// otherNumber reports a number that is no time, no radius and not one: the sentence says
// more than none.
func (s *sentence) otherNumber(it elements) bool {
	for i := 0; i < len(s.toks); i++ {
		q, ok := s.quantity(i)
		if !ok || s.dateOver(q.hi-1) || q.value == 1 || q.value == 0 {
			continue
		}
		if _, _, long := s.lengthUnit(q.hi); long {
			continue
		}
		if slices.ContainsFunc(it.actors, func(a [2]int) bool { return q.lo >= a[0] && q.lo < a[1] }) || periods[s.low(q.hi)] > 0 || s.is(q.hi, "days", "weeks", "months", "years") {
			continue
		}
		return true
	}
	return false
}

// ownWindows are the times that the sentence speaks of, each as a window.
func (s *sentence) ownWindows(it elements) (out []tocsin.When) {
	for _, f := range it.times {
		if slices.ContainsFunc(it.times, func(o *when.Found) bool { return o.Lo == f.Hi+1 && s.fromMonth(o) != o }) {
			continue // the first of two months
		}
		if w, ok := s.windowOf(s.fromMonth(f)); ok && !slices.ContainsFunc(out, func(o tocsin.When) bool { return o.From == w.From && o.To == w.To && o.Open == w.Open }) {
			out = append(out, w)
		}
	}
	return slices.DeleteFunc(out, func(o tocsin.When) bool { // the year of the part
		return slices.ContainsFunc(out, func(p tocsin.When) bool {
			return o.Open == "none" && p.Open == "none" && o.From <= p.From && p.To <= o.To && (o.From < p.From || p.To < o.To) && p.Precision != "day"
		})
	})
}

// fromMonth stretches a time to the month that is joined to it: "November and December
// 2020".
func (s *sentence) fromMonth(f *when.Found) *when.Found {
	at := f.Lo
	if s.is(at, "in", "during", "of") {
		at++
	}
	m := monthNames[s.low(at-2)]
	if !s.is(at-1, "and", "to", "through", "or", "nor", "–", "-") || m == 0 || f.When.Precision != "month" {
		return f
	}
	c := *f
	y, own, _ := f.When.From.Parts()
	if m > own {
		y--
	}
	if from, err := tocsin.MakeDate(y, m, 1); err == nil {
		c.When.From, c.When.Text = from, s.text(at-2, f.Hi)
	}
	return &c
}

// sinceThen reports a "since" after a time that stands for it: "stops in 2007; no attack since".
func (s *sentence) sinceThen(f *when.Found) bool {
	return f.When.Open == "none" && s.near(f.Hi, len(s.toks), func(k int) bool {
		return s.is(k, "since") && (k+1 == len(s.toks) || s.toks[k+1].UPOS == "PUNCT" || s.is(k+1, "then"))
	})
}

// windowOf is the window that a time means by the word that leads to it: none of the
// year itself after "since" or "after", all that went before with "before" and "until".
func (s *sentence) windowOf(f *when.Found) (tocsin.When, bool) {
	w := f.When
	w.Anchor = nil
	switch {
	case w.From.IsZero() && !w.To.IsZero() && s.toTheEnd(f):
		return tocsin.When{To: w.To, Open: "start", Precision: w.Precision, Text: w.Text}, true
	case s.leadBy(f, "before", "until", "till") || s.seq(f.Lo-2, "prior", "to") || s.is(f.Lo, "prior") || s.is(f.Lo-1, "pre"):
		own := s.untilThen(f)
		if own.From.IsZero() {
			return w, false
		}
		return tocsin.When{To: own.From.AddDays(-1), Open: "start", Precision: own.Precision, Text: w.Text}, true
	case s.leadBy(f, "since", "after") || s.sinceThen(f):
		own := s.ownTime(f)
		if own.To.IsZero() {
			return w, false
		}
		return tocsin.When{From: own.To.AddDays(1), Open: "end", Precision: own.Precision, Text: w.Text}, true
	case s.leadBy(f, "through") && w.From.IsZero() && !w.To.IsZero() && s.near(max(0, f.Lo-3), 3, func(k int) bool { return s.is(k, "got", "went", "passed", "came", "get", "gets") }):
		if w.From, w.Open = w.To.AddDays(1).AddMonths(-1), "none"; s.yearIn(f.Hi-1, f.Hi) && !s.near(f.Lo, f.Hi-f.Lo, func(k int) bool { return monthNames[s.low(k)] > 0 }) {
			w.From = w.To.AddDays(1).AddMonths(-12)
		}
		return w, w.To == w.To.MonthEnd()
	case w.From.IsZero() || w.To.IsZero() || w.Open != "none":
		return w, false
	}
	return w, true
}

// toTheEnd reports "by the end of 2020", "up to the end of March", "until the close of the year".
func (s *sentence) toTheEnd(f *when.Found) bool {
	return s.near(f.Lo-1, 3, func(k int) bool { return s.is(k, "by", "to", "until", "till", "through") }) && s.near(f.Lo, 5, func(k int) bool { return s.is(k, "end", "close") && s.is(k-1, "the") })
}

// standsFor reports that "none" or "not one", which ends at token i, is of the violence that the
// sentence has named: "attacks have stayed local: not one was recorded beyond the river".
func (s *sentence) standsFor(i int) bool {
	for s.is(i, "of") && s.is(i+1, "them", "these", "those") {
		i += 2
	}
	if !s.is(i, "was", "were", "has", "have", "had", "took", "occurred", "happened", "came", "struck", "fell", "reached", "is") {
		return false
	}
	return s.near(0, i, func(k int) bool {
		return s.is(k, "attacks", "clashes", "incidents", "raids", "assaults", "events", "bombings", "ambushes", "battles", "killings", "massacres", "strikes")
	})
}
