package claim

import (
	"slices"

	"tocsin"
	"tocsin/read/when"
)

// asMany reads "twice as many people were killed in 2014 as in 2013", "fewer than half
// as many as in 1992", "three times more".
func (s *sentence) asMany() {
	for i := range s.toks {
		if !s.is(i, "as") || !s.is(i+1, "many", "much", "high", "deadly", "great", "large", "frequent") || s.taken[i] {
			continue
		}
		f, lo, ok := s.timesBefore(i)
		if !ok {
			s.equally(i)
			continue
		}
		as := -1
		for k := i + 2; k < len(s.toks); k++ {
			if s.is(k, "as") {
				as = k
			}
		}
		if as < 0 {
			continue
		}
		measure := "events"
		if s.deadly() {
			measure = "deaths"
		}
		k := tocsin.Claim{Form: tocsin.FormChange, Op: "~", Value: tocsin.Number(f), Unit: tocsin.Ratio}
		for _, b := range bounds {
			if at := lo - len(b.words); at >= 0 && s.seq(at, b.words...) {
				k.Op = b.op
				break
			}
		}
		if s.is(lo, "several", "many") {
			k.Op = ">="
		}
		base := s.timeIn(as+1, len(s.toks))
		if s.sideAt(as+1) && s.timeIn(0, as) == nil {
			base = nil // ten times as many as Egypt last year: the time is of both
		}
		used := s.scopeOf(&k, lo, i+2, measure)
		if w := s.timeIn(0, as); w != nil {
			c := w.When
			k.Window = &c
			used = append(used, [2]int{w.Lo, w.Hi})
		}
		s.markTaken(lo, as+1)
		if base == nil {
			if k.Than = s.comparedWith(as); k.Than == nil || k.Window == nil {
				continue
			}
			k.Form = tocsin.FormCount
			s.add(k, lo, min(as+3, len(s.toks)), used...)
			continue
		}
		if k.Window == nil {
			continue
		}
		s.setBase(&k, base.When.From.String()+"/"+base.When.To.String())
		s.add(k, lo, base.Hi, used...)
	}
}

// equally reads "about as many people died in 2019 as in 2018".
func (s *sentence) equally(i int) {
	if s.near(0, i, func(k int) bool {
		return s.is(k, "no", "not", "n't", "never", "nobody", "nowhere", "none", "without", "half", "times", "twice", "than", "if", "almost", "nearly")
	}) {
		return
	}
	as := -1
	for k := i + 2; k < len(s.toks); k++ {
		if s.is(k, "as") && as >= 0 {
			return // as many as ... as
		} else if s.is(k, "as") {
			as = k
		}
	}
	measure := "events"
	if s.deadly() {
		measure = "deaths"
	}
	base, now := s.timeIn(as+1, len(s.toks)), s.timeIn(0, max(as, 0))
	if as < 0 || base == nil || now == nil || s.near(as+1, base.Lo-as-1, func(k int) bool {
		return !s.is(k, "in", "during", "it", "they", "there", "was", "were", "had", "has", "been", "did", "the", "year", "month")
	}) {
		return
	}
	k := tocsin.Claim{Form: tocsin.FormChange, Op: "~", Unit: tocsin.Ratio}
	w := now.When
	used := append(s.scopeOf(&k, i, i+2, measure), [2]int{now.Lo, now.Hi})
	k.Window = &w
	s.markTaken(i, as+1)
	s.setBase(&k, base.When.From.String()+"/"+base.When.To.String())
	s.add(k, min(i, now.Lo), base.Hi, used...)
}

// sideAt reports a country or group at token i, after an article or a preposition.
func (s *sentence) sideAt(i int) bool {
	for s.is(i, "in", "the", "did") {
		i++
	}
	return s.landAt(i) != nil || slices.ContainsFunc(s.parties(), func(a actorSpan) bool { return a.lo == i })
}

// timeIn is the first bounded time among tokens [lo, hi).
func (s *sentence) timeIn(lo, hi int) *when.Found {
	for n := range s.times {
		f := &s.times[n]
		if f.Lo >= lo && f.Hi <= hi && !f.When.From.IsZero() && !f.When.To.IsZero() && f.Kind == when.Date {
			return f
		}
	}
	return nil
}

// severalTimes is the least that "several times as many" is said of.
const severalTimes = 2.5

// timesBefore reads "twice", "half", "three times" right before token i.
func (s *sentence) timesBefore(i int) (f float64, lo int, ok bool) {
	switch {
	case s.is(i-1, "twice"):
		return 2, i - 1, true
	case s.is(i-1, "thrice"):
		return 3, i - 1, true
	case s.is(i-1, "half"):
		return 0.5, i - 1, true
	case s.is(i-1, "third", "quarter", "fifth", "tenth"):
		if s.is(i-2, "a", "one") {
			return parts[s.low(i-1)] / 100, i - 2, true
		}
	case s.is(i-1, "three-quarters", "two-thirds"):
		return parts[s.low(i-1)] / 100, i - 1, true
	case s.is(i-1, "thirds", "quarters", "fifths", "tenths"):
		lo := i - 2 - boolInt(s.is(i-2, "-"))
		if q, found := s.numberAt(max(0, lo)); found && q.value < 10 {
			return q.value * parts[s.low(i-1)] / 100, q.lo, true
		}
	case s.is(i-1, "times"):
		if s.is(i-2, "several", "many") {
			return severalTimes, i - 2, true
		}
		for t := i - 3; t < i-1; t++ {
			if q, found := s.numberAt(max(0, t)); found && q.hi == i-1 {
				return q.value, q.lo, true
			}
		}
	}
	return 0, 0, false
}

// comparatives finds "fewer deaths than in 2018", "more people were killed in
// Nigeria than in Mali", "2019 was deadlier than 2018".
func (s *sentence) comparatives() {
	for i := range s.toks {
		if !s.is(i, "deadlier", "bloodier", "worse", "heavier", "higher", "lower", "greater", "more", "fewer", "less") {
			continue
		}
		if s.taken[i] || s.near(max(0, i-8), min(i, 8), func(k int) bool {
			return s.is(k, "back") && s.is(k-1, "go") || s.is(k, "none", "no", "never", "nothing", "nowhere", "neither") && !s.is(k+1, "fewer", "less", "more") || s.is(k, "not", "n't") && s.is(k+1, "had", "seen", "known", "experienced", "suffered", "since")
		}) {
			continue // none was deadlier: a rank
		}
		if s.is(i, "deadlier", "bloodier") || s.is(i, "worse", "heavier") && s.near(max(0, i-8), 8, s.attackWord) || s.is(i, "more", "less") && s.is(i+1, "violent", "deadly", "bloody", "lethal") && !s.attackWord(i+2) {
			s.compare(i, i+1, s.worseIn(i), map[bool]string{true: "<", false: ">"}[s.is(i, "less")])
			continue
		}
		if s.is(i, "more", "less") && s.is(i+1, "frequent", "numerous", "common", "frequently") {
			s.compare(i, i+2, "events", map[bool]string{true: "<", false: ">"}[s.is(i, "less")])
			continue
		}
		if _, _, _, _, several := s.repeated(i); several && s.is(i, "higher", "lower") && !s.near(i+1, 5, s.comparing) {
			if noun, ok := s.changedNoun(i); ok {
				s.series(i, noun, map[bool]string{true: "<", false: ">"}[s.is(i, "lower")])
			}
			continue
		}
		if s.is(i, "higher", "lower", "greater") && s.near(i+1, 5, s.comparing) {
			noun, ok := s.changedNoun(i)
			if ok && noun < i {
				s.compare(noun, i+1, s.measure(noun), map[bool]string{true: "<", false: ">"}[s.is(i, "lower")])
			}
			continue
		}
		if !s.is(i, "more", "fewer", "less") || s.is(i+1, "than") || s.is(i-1, "no", "any", "once") {
			continue
		}
		for k := i + 1; k < min(len(s.toks), i+6); k++ {
			if s.is(k, "than", ",", ".", "of") {
				break
			}
			measure, ok := "", false
			switch {
			case s.is(k, "people", "civilians", "lives") && (s.is(i-1, "killed", "claimed", "left", "cost") || s.is(i-2, "killed", "claimed", "left", "cost") && s.toks[i-1].UPOS == "ADV"):
				measure, ok = s.victims(i, k), true
			case s.is(k, "deaths", "fatalities", "killings", "killed", "casualties", "died"):
				measure, ok = s.victims(i, k), true
			case s.is(k, "attacks", "incidents", "clashes", "events", "bombings", "raids"):
				measure, ok = "events", true
			case s.is(k, "violence", "fighting"):
				ok = true
			}
			if ok {
				s.compare(i, k+1, measure, map[bool]string{true: ">", false: "<"}[s.is(i, "more")])
				break
			}
		}
	}
}

// worseIn is what the word of comparison at i says is more: the dead, or of "worse" and "more
// violent" either events or deaths, unless the sentence speaks of the dead.
func (s *sentence) worseIn(i int) string {
	if (s.is(i, "worse") || s.is(i, "more", "less") && s.is(i+1, "violent")) && !s.near(0, len(s.toks), s.deathWord) {
		return ""
	}
	return "deaths"
}

// compare writes a comparison with another time, or with another country or actor.
func (s *sentence) compare(lo, hi int, measure, op string) {
	than := -1
	for k := hi; k < min(len(s.toks), hi+14); k++ {
		if s.is(k, "than") {
			than = k
			break
		}
	}
	if _, _, _, _, several := s.repeated(lo); several {
		noun := lo
		for t := lo; t < hi; t++ {
			if s.deathWord(t) || s.killWord(t) || s.attackWord(t) || s.is(t, "people", "civilians") {
				noun = t
			}
		}
		if s.is(noun, "people", "civilians") {
			for t := noun; t < min(len(s.toks), noun+4); t++ {
				if s.killWord(t) {
					noun = t
				}
			}
		}
		s.series(lo, noun, op)
		return
	}
	if than < 0 {
		return
	}
	k := tocsin.Claim{Form: tocsin.FormChange, Op: op, Unit: tocsin.Ratio}
	used := s.scopeOf(&k, lo, hi, measure)
	k.Places = nil
	used = append(used, [2]int{than, min(than+2, len(s.toks))})
	if base, at := s.baseline(); base != "" {
		if k.Window == nil || s.is(lo, "deadlier", "bloodier") && k.Window == nil {
			return
		}
		s.setBase(&k, base)
		s.markTaken(lo, than)
		s.add(k, lo, s.coreEnd(than, hi), append(used, at)...)
		return
	}
	if s.priorYear(than) {
		s.markTaken(lo, than)
		s.add(k, lo, max(s.coreEnd(than, hi), min(than+4, len(s.toks))*boolInt(!s.ownVerb(than))), used...)
		return
	}
	other := s.comparedWith(than)
	if other == nil || s.near(than, 14, func(k int) bool { return s.is(k, "combined", "together") }) {
		return
	}
	if k.Of != nil && other.Actor == k.Of.Actor && (other.Country == "" || other.Country == k.Of.Country) {
		return // with itself: the other side was not found
	}
	k.Form, k.Than = tocsin.FormCount, other
	s.markTaken(lo, than)
	s.add(k, lo, than+1, append(used, [2]int{than, min(than+5, len(s.toks))})...)
}

// coreEnd is the token after those that make a comparison: its "than", unless that leads to
// a clause with a verb of its own, "than it had been".
func (s *sentence) coreEnd(than, hi int) int {
	if s.ownVerb(than) {
		return hi
	}
	return than + 1
}

// ownVerb reports a clause behind "than": "than it had been the year before".
func (s *sentence) ownVerb(than int) bool { return s.is(than+1, "it", "they") }

func (s *sentence) markTaken(lo, hi int) {
	for t := lo; t < hi; t++ {
		s.taken[t] = true
	}
}

// priorYear reads "than the year before", "than in the previous year".
func (s *sentence) priorYear(than int) bool {
	for k := than; k < min(len(s.toks), than+8); k++ {
		if s.is(k, "previous", "preceding", "prior", "before", "earlier") {
			return !s.near(than, 8, func(t int) bool { return s.is(t, "decade", "decades", "century", "half-decade") })
		}
	}
	return false
}

// comparedWith is the country or actor after "than".
func (s *sentence) comparedWith(than int) *tocsin.Measure {
	for k := range s.lands {
		if l := s.lands[k]; l.lo > than && l.lo-than <= 5 && !s.near(than, l.lo-than, func(t int) bool { return s.actorOver(t) }) {
			return &tocsin.Measure{Act: "assault", Country: l.name}
		}
	}
	for _, a := range s.parties() {
		if a.lo > than && a.lo-than <= 4 {
			m := &tocsin.Measure{Act: "assault", Actor: a.text}
			for k := range s.lands {
				if l := s.lands[k]; l.lo >= a.hi && l.lo-a.hi <= 4 {
					m.Country = l.name
				}
			}
			return m
		}
	}
	return nil
}
