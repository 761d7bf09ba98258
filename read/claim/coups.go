package claim

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/when"
)

// coupWords are nouns for a seizure of power by a few.
var coupWords = strings.Fields("coup coups putsch putsches takeover")

// oustVerbs take a ruler or a government as their object.
var oustVerbs = strings.Fields("ousted overthrew overthrown toppled deposed unseated removed oust overthrow topple depose ousting overthrowing toppling deposing")

// rulers are what is ousted.
var rulers = strings.Fields("president government regime leader premier king emperor shah monarch minister ruler dictator administration")

// coupClaims finds dates, firsts, lasts and numbers of coups.
func (s *sentence) coupClaims() {
	if s.coupItems() || s.coupGap() {
		return
	}
	dated := map[int]bool{} // times already used by a coup of this sentence
	for i := range s.toks {
		if !slices.Contains(coupWords, s.low(i)) || s.is(i, "takeover") && !strings.HasPrefix(s.low(i-1), "military") && !strings.HasPrefix(s.low(i-1), "army") && !s.near(i-3, 3, func(k int) bool { return s.is(k, "army", "military") }) || s.is(i+1, "leader", "leaders", "plotters", "risk", "-", "makers", "rumours") && !s.is(i+1, "leader", "leaders") {
			continue
		}
		s.coupAt(i, dated)
	}
	s.seizures(dated)
	s.severalCoups()
}

// coupAct tells a coup from a successful and a failed one by the words around it.
func (s *sentence) coupAct(i int) string {
	for k := max(0, i-3); k < min(len(s.toks), i+4); k++ {
		switch {
		case s.is(k, "failed", "abortive", "aborted", "foiled", "botched", "unsuccessful", "thwarted") && !s.is(k-1, "has", "have", "had"):
			return "failed coup"
		case s.is(k, "successful", "succeeded", "succeed", "succeeds"):
			return "successful coup"
		}
	}
	if s.ousted(i) {
		return "successful coup"
	}
	return s.outcomeAfter(i)
}

// ousted reports whether somebody fell in the coup at i: "was ousted in a coup",
// "the coup that toppled".
func (s *sentence) ousted(i int) bool {
	for k := range s.toks {
		if s.is(k, "ousted", "overthrown", "toppled", "deposed", "unseated", "overthrew") && max(k-i, i-k) <= 14 && !s.is(k-1, "to", "not", "who") || s.tookPower(k) && max(k-i, i-k) <= 10 {
			return true
		}
	}
	return false
}

// coupAt writes the claim of one mention of a coup.
func (s *sentence) coupAt(i int, dated map[int]bool) {
	lo := i
	if s.is(i-1, "military", "army", "successful", "failed", "attempted", "bloodless", "abortive") {
		lo--
	}
	hi := i + 1
	if s.seq(hi, "d'état") || s.seq(hi, "d'etat") || s.is(hi, "attempt", "attempts") {
		hi++
	} else if s.is(hi, "d'", "d’", "d") {
		hi += 2
	}
	of := &tocsin.Measure{Act: s.coupAct(i)}
	var land [2]int
	of.Country, land = s.countryFor(lo, hi)
	k := tocsin.Claim{Of: of}
	if (s.is(lo-1, "without") || s.is(lo-2, "without") && !s.is(lo-1, "since")) && !s.is(hi, "since") {
		return // how long there was none is no date of one
	}
	if s.noneBetween(k, lo, hi, land) || s.noneSince(k, lo, hi, land) || s.neverBefore(k, lo, hi, land) || s.coupCount(k, lo, hi, land) || s.coupFirst(k, lo, hi, land) || s.coupLast(k, lo, hi, land, dated) {
		return
	}
	f := s.coupTime(lo, hi, dated)
	if f == nil || s.speculative(i) {
		return
	}
	dated[f.Lo] = true
	w := f.When
	s.elidedFirst(k, &w, hi, land)
	k.Form, k.Window = tocsin.FormDate, &w
	s.markTaken(lo, hi)
	s.add(k, min(lo, adjacentLo(f, lo)), max(hi, adjacentHi(f, hi)), land, [2]int{f.Lo, f.Hi})
}

// elidedFirst reads "the coup of 2010 was the country's first since 1999": a second
// claim, about the same coup.
func (s *sentence) elidedFirst(k tocsin.Claim, own *tocsin.When, hi int, land [2]int) {
	for t := hi; t+1 < len(s.toks); t++ {
		if s.is(t, "first") && s.is(t+1, "successful") {
			of := *k.Of
			of.Act = "successful coup"
			k.Of, t = &of, t+1
		} else if !s.is(t, "first") {
			continue
		}
		if !s.is(s.afterElided(t+1), "since", "in") && !s.firstToSince(t) {
			continue
		}
		s.sinceAnchor(&k, t)
		if k.Window == nil {
			return
		}
		k.Form, k.Novelty = tocsin.FormFirst, "first"
		k.Window.To, k.Window.Precision = own.To, own.Precision
		if s.near(t, 4, func(k int) bool { return s.is(k, "succeed", "successful") }) {
			of := *k.Of
			of.Act = "successful coup"
			k.Of = &of
		}
		end := t + 1
		for _, f := range s.times {
			if f.Lo >= t && f.Lo <= t+9 {
				end = f.Hi
			}
		}
		s.add(k, t, end, land)
		return
	}
}

// adjacentLo and adjacentHi draw a time that touches the coup into its core.
func adjacentLo(f *when.Found, lo int) int {
	if f.Hi <= lo && lo-f.Hi <= 2 {
		return f.Lo
	}
	return lo
}

func adjacentHi(f *when.Found, hi int) int {
	if f.Lo >= hi && f.Lo-hi <= 2 {
		return f.Hi
	}
	return hi
}

// speculative reports a coup that may come, is only warned of, or is only called one.
func (s *sentence) speculative(i int) bool {
	for k := max(0, i-5); k < i; k++ {
		if s.is(k, "alleged", "suspected", "so-called", "supposed", "purported") || s.is(k, "described", "denounced", "characterised", "characterized", "branded", "condemned", "portrayed", "decried") && s.near(k+1, 4, func(t int) bool { return s.is(t, "as") }) || s.is(k, "called", "calls") && s.is(k+1, "it", "a", "an", "the") {
			return true
		}
	}
	for k := max(0, i-6); k < i; k++ {
		if s.is(k, "possible", "potential", "future", "another", "would", "could", "might", "may", "if", "fear", "fears", "rumours", "risk", "after", "before", "since", "prior") {
			return !s.is(k, "after", "before", "since", "prior") || s.timeClose(k) < 0
		}
	}
	return false
}

// timeClose is the time right after token k, -1 for none.
func (s *sentence) timeClose(k int) int {
	for n, f := range s.times {
		if f.Lo >= k && f.Lo-k <= 8 {
			return n
		}
	}
	return -1
}

// coupTime is the time of the coup at [lo, hi): right before it ("January 2012
// coup"), after "in", "on" or "of", or fronted.
func (s *sentence) coupTime(lo, hi int, dated map[int]bool) *when.Found {
	var best *when.Found
	cost := 30
	for n := range s.times {
		f := &s.times[n]
		w := f.When
		if dated[f.Lo] || f.Kind != when.Date || w.From.IsZero() || w.To.IsZero() || w.Open != "none" || w.Anchor != nil {
			continue
		}
		if s.is(f.Lo-1, "of") && s.near(max(0, f.Lo-4), 3, func(k int) bool { return s.is(k, "before") && k >= lo }) {
			continue // before that of September 2021
		}
		c := 0
		switch {
		case f.Hi <= lo:
			if c = lo - f.Hi; c > 2 && f.Lo > 1 {
				c += 8
			}
		default:
			if c = f.Lo - hi; c > 4 {
				c += 4
			}
		}
		if f.Lo >= hi && s.is(hi, "power") && s.verbIn(hi+1, f.Lo) || f.Lo >= hi && s.between(hi-1, hi, f.Lo, f.Hi, ",") && s.verbIn(hi, f.Lo) {
			c += 30 // the date of another verb
		}
		if s.is(f.Lo-1, "since", "until", "before", "after", "by") || s.is(f.Lo, "since", "until", "before", "after", "by") || s.between(f.Lo, f.Hi, lo, hi, ";") {
			c += 30
		}
		if c < cost {
			best, cost = f, c
		}
	}
	return best
}

// coupLast reads "last coup in 2012", "the most recent coup was in August 2020".
func (s *sentence) coupLast(k tocsin.Claim, lo, hi int, land [2]int, dated map[int]bool) bool {
	at := -1
	for t := max(0, lo-4); t < lo; t++ {
		if s.is(t, "last", "latest", "previous") || s.is(t, "recent") && s.is(t-1, "most") {
			at = t
		}
	}
	for t := hi; t < min(len(s.toks), hi+5) && at < 0; t++ {
		if s.is(t, "last", "latest") && s.is(t+1, "was", "came", "being", "is") || s.is(t, "recent") && s.is(t-1, "most") {
			at = lo // "of Fiji's coups, the latest was that of 2006"
		}
	}
	if at < 0 {
		return false
	}
	f := s.coupTime(lo, hi, dated)
	if f == nil {
		return true
	}
	dated[f.Lo] = true
	w := f.When
	if b := s.beforeTime(); b != "" {
		w.Anchor = &tocsin.Anchor{Rel: "before", Text: b}
	}
	k.Form, k.Window = tocsin.FormLast, &w
	s.add(k, at, max(hi, adjacentHi(f, hi)), land, [2]int{f.Lo, f.Hi})
	return true
}

// beforeTime is the day that "before 2019" or "prior to August 2020" names.
func (s *sentence) beforeTime() string {
	for _, f := range s.times {
		if !s.is(f.Lo, "before", "prior", "until") && !s.is(f.Lo-1, "before", "until") && !(s.is(f.Lo-1, "to") && s.is(f.Lo-2, "prior")) && !(s.is(f.Lo-1, "of") && s.is(f.Lo-3, "before")) {
			continue
		}
		d := f.When.From
		if d.IsZero() && f.When.Open == "start" && !f.When.To.IsZero() {
			d = f.When.To.AddDays(1)
		}
		if !d.IsZero() {
			return d.String()
		}
	}
	return ""
}

// coupFirst reads "first coup since 1999" and "first coup was in 1963".
func (s *sentence) coupFirst(k tocsin.Claim, lo, hi int, land [2]int) bool {
	at := -1
	for t := max(0, lo-4); t < lo; t++ {
		if s.is(t, "first") {
			at = t
		}
	}
	if at < 0 {
		return false
	}
	k.Form, k.Novelty = tocsin.FormFirst, "first"
	s.sinceAnchor(&k, hi)
	used := [2]int{}
	if k.Window != nil && k.Window.To.IsZero() { // when soldiers took power in May, it was
		if own := s.laterTime(&when.Found{When: *k.Window}); own != nil {
			k.Window.To, k.Window.Precision = own.When.To, own.When.Precision
		}
	}
	if k.Window == nil {
		f := s.coupTime(lo, hi, map[int]bool{})
		if f == nil {
			return false
		}
		w := f.When
		k.Window, used = &w, [2]int{f.Lo, f.Hi}
	} else {
		for _, f := range s.times {
			used = [2]int{min(f.Lo, lo), max(f.Hi, hi, used[1])}
		}
	}
	s.add(k, at, hi, land, used)
	return true
}

// coupCount reads "five coups since 1960", "two coups in 2012", "its third coup in a
// decade".
func (s *sentence) coupCount(k tocsin.Claim, lo, hi int, land [2]int) bool {
	if s.nthTime(k, lo, hi, land) {
		return true
	}
	if q, ok := s.timesOver(); ok && s.coupNumber(k, min(lo, q.lo), max(hi, q.hi), q.value, q.op, land) {
		return true // overthrown in a coup six times
	}
	if q, ok := s.coupsNumber(lo, hi); ok && s.coupNumber(k, lo, max(hi, q.hi), q.value, q.op, land) {
		return true
	}
	if t, end, n := s.ordinalOne(hi); n > 1 && s.is(hi-1, "coup", "attempt") {
		if s.is(end-2, "successful") {
			of := *k.Of
			of.Act, k.Of = "successful coup", &of
		} else if s.is(end-1, "succeed") {
			of := *k.Of
			of.Act, k.Of = "successful coup", &of
		}
		return s.coupOrdinal(k, t, end, n, land)
	}
	for t := max(0, lo-4); t < lo; t++ {
		n, ok := ordinals[s.low(t)]
		if ok && n > 1 && s.is(hi-1, "coup", "attempt") {
			return s.coupOrdinal(k, t, hi, n, land)
		}
		if q, isNumber := s.quantity(t); isNumber && q.hi <= lo && lo-q.hi <= 2 && !s.timeOver(q.lo) && !s.timeOver(q.hi-1) && s.is(hi-1, "coups", "putsches", "attempts") {
			return s.coupNumber(k, q.lo, hi, q.value, q.op, land)
		}
	}
	return false
}

// seizures reads coups that are told by their verb: "Egypt's military ousted the
// president in July 2013", "soldiers seized power in".
func (s *sentence) seizures(dated map[int]bool) {
	for _, t := range s.toks {
		if slices.Contains(coupWords, t.Lower) {
			return
		}
	}
	for i := range s.toks {
		hi := i + 1
		switch {
		case slices.Contains(oustVerbs, s.low(i)) && s.military() && (s.near(i, 8, s.rulerWord) || s.nameAfter(i) || s.rulerBefore(i)):
		case s.is(i, "brought") && s.is(i+1, "down") && s.military() && (s.near(i, 8, s.rulerWord) || s.rulerBefore(i)):
			hi = i + 2
		case s.is(i, "take", "seize", "grab") && s.is(i+1, "power") && s.near(max(0, i-5), 5, func(k int) bool { return s.is(k, "saw", "sees", "watched", "witnessed") }):
			hi = i + 2
		case s.is(i, "took") && s.is(i+1, "over") && s.military() && !s.capital(i+2):
			hi = i + 2
		case s.is(i, "seized", "took", "grabbed", "seizing") && s.near(i+1, 3, func(k int) bool {
			return s.is(k, "power") || s.military() && s.is(k, "control") && s.is(k+1, "of") && s.is(k+3, "country", "state", "nation")
		}):
			hi = i + 2
		case s.is(i, "seize", "take", "grab", "seizing", "grabbing") && s.is(i+1, "power") && s.trying(i):
			hi = i + 2
		case slices.Contains(oustVerbs, s.low(i)) && s.trying(i) && s.near(i, 8, func(k int) bool { return s.rulerWord(k) || s.capital(k) }):
		default:
			continue
		}
		act := "successful coup"
		if s.trying(i) {
			if act = "coup"; s.failing() {
				act = "failed coup"
			}
		} else if s.denied(i) || s.is(i-1, "to") {
			continue
		}
		of := &tocsin.Measure{Act: act}
		var land [2]int
		of.Country, land = s.countryFor(i, hi)
		if of.Country != "" && s.seizedTimes(of, i, hi, land) {
			return
		}
		f := s.coupTime(i, hi, dated)
		if f == nil || of.Country == "" {
			continue
		}
		w, form, at := f.When, tocsin.FormDate, i
		if s.trying(i) {
			at = max(0, i-4)
			for at < i-2 && !s.is(at, "attempt", "attempted", "attempts", "tried", "bid", "effort", "sought", "failed") {
				at++
			}
		}
		if s.is(i-1, "last", "recently") && !s.timeOver(i-1) {
			form, at = tocsin.FormLast, i-1
		}
		s.add(tocsin.Claim{Form: form, Of: of, Window: &w}, at, hi, land, [2]int{f.Lo, f.Hi}, s.soldiers(i))
		return
	}
}

func (s *sentence) rulerWord(i int) bool { return slices.Contains(rulers, s.low(i)) }

func (s *sentence) rulerBefore(i int) bool {
	for k := max(0, i-10); k < i; k++ {
		if s.rulerWord(k) {
			return true
		}
	}
	return false
}

func (s *sentence) nameAfter(i int) bool { return s.capital(i+1) && !s.timeOver(i+1) }
