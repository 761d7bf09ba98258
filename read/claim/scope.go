package claim

import (
	"slices"

	"tocsin"
	"tocsin/read/when"
)

// countryFor is the country of what stands at tokens [lo, hi): named right before
// ("Mali's last coup", "the Malian army"), after ("attacks in Mali"), the only one
// of the sentence, else the document's. The second result is its tokens.
func (s *sentence) countryFor(lo, hi int) (name string, at [2]int) {
	if l := s.bestLand(lo, hi); l != nil {
		return l.name, [2]int{l.lo, l.hi}
	}
	if iso := s.oneCountry(); iso != "" {
		return s.country(iso), [2]int{}
	}
	if s.foreign {
		return "", [2]int{}
	}
	return s.country(s.c.Country), [2]int{}
}

// bestLand is the country named nearest to [lo, hi), those in a phrase of place or
// possession before those that act.
func (s *sentence) bestLand(lo, hi int) *land {
	var best *land
	bestCost := 1 << 20
	for k := range s.lands {
		l := &s.lands[k]
		cost := 0
		switch {
		case l.hi <= lo:
			cost = lo - l.hi
			if !(l.possess || l.demonym || s.inPhrase(l.lo)) {
				cost += 6
			}
		case l.lo >= hi:
			cost = l.lo - hi
			if !s.inPhrase(l.lo) {
				cost += 8
			}
		}
		if s.excluded(l.lo) {
			continue
		}
		if s.halfBetween(l.lo, l.hi, lo, hi) {
			cost += 20
		}
		if cost < bestCost {
			best, bestCost = l, cost
		}
	}
	return best
}

// halfBetween reports that another half of the sentence begins between two runs of tokens:
// ", and violence in Niger", "while".
func (s *sentence) halfBetween(aLo, aHi, bLo, bHi int) bool {
	for i := min(aHi, bHi); i < max(aLo, bLo); i++ {
		if s.is(i, ";", "while", "whereas") || s.is(i, ",") && s.is(i+1, "and", "but") && s.verbIn(i+2, len(s.toks)) {
			return true
		}
	}
	return false
}

// excluded reports a country or time at token i that is only compared with ("than
// in Mali", "compared with 2018").
func (s *sentence) excluded(i int) bool {
	if s.beyondBorder(i) || s.ofReporter(i) {
		return true
	}
	for k := i; k >= max(0, i-6); k-- {
		if s.comparing(k) {
			return true
		}
		if k < i && !s.is(k, "in", "the", "during", "that", "those", "of", "for", "with", "to", "killed", "year", "were", "across", "did", "it", "they", "had", "been", "was") {
			return false
		}
	}
	return false
}

// beyondBorder reports a country at token i that is only a neighbour: "the border
// with Niger", "bordering Chad".
func (s *sentence) beyondBorder(i int) bool {
	k := i - 1
	for s.is(k, "the", "neighbouring", "neighboring") {
		k--
	}
	return s.is(k, "bordering") || s.is(k, "with", "to", "into") && s.is(k-1, "border", "borders", "frontier", "boundary")
}

// comparing reports whether token k leads to what something is compared with:
// "than", but not the one of "more than doubled" or "more than 500".
func (s *sentence) comparing(k int) bool {
	if s.is(k, "compared", "versus", "relative") {
		return true
	}
	if !s.is(k, "than") {
		return false
	}
	if _, factor := factors[s.low(k+1)]; factor {
		return false
	}
	if at := k + 1 + boolInt(s.is(k+1, "a", "one")); parts[s.low(at)] > 0 && !s.is(at+1, "the", "as", "that", "what", "its") {
		return false // more than half of them
	}
	if n, ok := s.numberAt(k + 1); ok && !s.timeOver(n.lo) {
		return false
	}
	return true
}

// inPhrase reports whether "in", "across" or the like leads to token i.
func (s *sentence) inPhrase(i int) bool {
	for k := i - 1; k >= max(0, i-4); k-- {
		if s.is(k, "in", "across", "throughout", "within", "inside", "of", "hit", "struck", "shook", "against", "into", "rocked") {
			return true
		}
		if _, _, ok := s.compass(k); !ok && !s.is(k, "the", "central", ",", "and") && !s.unitNoun(k) && s.landAt(k) == nil {
			return false
		}
	}
	return false
}

// oneCountry is the country that all places of the sentence lie in.
func (s *sentence) oneCountry() string {
	iso := ""
	for _, p := range s.places {
		if p.Country == "" || p.Actor || s.beyondBorder(p.Lo) || s.ofReporter(p.Lo) {
			continue
		}
		if iso != "" && iso != p.Country {
			return ""
		}
		iso = p.Country
	}
	return iso
}

// timeFor is the time of what stands at tokens [lo, hi): the nearest in the same
// clause, a time after "than" left out.
func (s *sentence) timeFor(lo, hi int) (w *tocsin.When, at [2]int) {
	best := 1 << 20
	for k := range s.times {
		f := &s.times[k]
		if f.Compared && s.toldTime() || f.Kind != when.Date && f.Kind != when.Duration || s.excluded(f.Lo) || f.When.From.IsZero() && f.When.To.IsZero() {
			continue
		}
		cost := 0
		switch {
		case f.Hi <= lo:
			cost = lo - f.Hi
		case f.Lo >= hi:
			cost = f.Lo - hi
		}
		if s.between(f.Lo, f.Hi, lo, hi, ";") || s.clauseBetween(f.Lo, f.Hi, lo, hi) {
			cost += 50
		}
		if f.Lo == 0 || f.Lo == 1 && s.is(0, "in", "on", "by", "since", "during", "between") {
			cost = min(cost, 12) // a fronted time holds for the whole sentence
		}
		if cost < best && cost < 50 {
			best = cost
			c := f.When
			w, at = &c, [2]int{f.Lo, f.Hi}
		}
	}
	return w, at
}

// toldTime reports a time that dates what the text tells, rather than what it compares
// with: beside one, the other side's binds nothing.
func (s *sentence) toldTime() bool {
	return slices.ContainsFunc(s.times, func(f when.Found) bool {
		return !f.Compared && f.Kind == when.Date && !f.When.From.IsZero() && !f.When.To.IsZero()
	})
}

// clauseBetween reports that another clause begins between a time and what stands at
// [lo, hi): "ordered the offensive on 4 November after fighters attacked" says not
// when they attacked.
func (s *sentence) clauseBetween(aLo, aHi, bLo, bHi int) bool {
	for i := min(aHi, bHi); i < max(aLo, bLo); i++ {
		if s.timeOver(i) {
			continue
		}
		if s.is(i, "after", "before", "when", "while", "which", "who", "where", "although", "because", "whereas", "whose") && s.verbIn(i+1, max(aHi, bHi)) {
			return true
		}
	}
	return false
}

// verbIn reports a verb among tokens [lo, hi).
func (s *sentence) verbIn(lo, hi int) bool {
	for i := lo; i < min(hi, len(s.toks)); i++ {
		if s.toks[i].UPOS == "VERB" || s.toks[i].UPOS == "AUX" {
			return true
		}
	}
	return false
}

func (s *sentence) between(aLo, aHi, bLo, bHi int, mark string) bool {
	for i := min(aHi, bHi); i < max(aLo, bLo); i++ {
		if s.is(i, mark) {
			return true
		}
	}
	return false
}

// baseline is the time after "than" or "compared with" that a comparison names.
func (s *sentence) baseline() (text string, at [2]int) {
	for _, f := range s.times {
		if f.When.From.IsZero() || f.When.To.IsZero() {
			continue
		}
		lead := s.excluded(f.Lo) || s.is(f.Lo-1, "of", "in") && s.is(f.Lo-2, "level", "levels", "figure", "toll", "total", "that") && s.near(max(0, f.Lo-6), 4, func(k int) bool { return s.is(k, "from", "on", "over") })
		if lead {
			return f.When.From.String() + "/" + f.When.To.String(), [2]int{f.Lo, f.Hi}
		}
	}
	return "", [2]int{}
}
