package claim

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/when"
)

// topWords put one of several above the others.
var topWords = []string{"most", "largest", "highest", "biggest", "greatest", "deadliest", "bloodiest", "worst", "heaviest", "hardest", "worst-hit", "hardest-hit", "topped", "led", "headed"}

// rankedUnit reads that one province of a country had more than any other, whatever words join the
// two: "among the provinces of X, Y saw the most attacks", "no province of X had more deaths
// than Y", "Y was the X province with the highest toll".
func (s *sentence) rankedUnit() bool {
	noun := -1
	if s.has(isUnit) {
		noun = s.unitsRanked()
	}
	if noun < 0 {
		return false
	}
	p, ok := s.unitOne(noun)
	if !ok {
		return false
	}
	at, place := s.topOfUnits()
	if at < 0 || len(s.parties()) > 1 || s.near(0, len(s.toks), func(k int) bool {
		return s.is(k, "fewest", "lowest", "least", "calmest", "smallest", "if", "would", "could", "not", "except", "but") && !s.is(k-1, "at") || s.is(k, "one") && s.seq(k+1, "of", "the") || s.repeatedWord(k)
	}) {
		return false
	}
	it, ok := s.gather()
	if !ok && it.noun < 0 {
		it.measure, it.lands, ok = s.ofClass("events"), s.landOperands(), true
		for n := range s.times {
			if f := &s.times[n]; f.Kind == when.Date && !f.When.From.IsZero() {
				it.times = append(it.times, f)
			}
		}
	}
	if !ok {
		return false
	}
	w, used, ok := s.oneWindow(it)
	if !ok || w.Open != "none" || w.From.IsZero() {
		return false
	}
	it.actors = slices.DeleteFunc(it.actors, func(a [2]int) bool { return a[0] <= noun && noun < a[1] || s.is(a[1]-1, "state", "states") })
	if len(it.actors) == 0 {
		it.actor = ""
	}
	measure := s.ranksBy(at)
	if measure == "" {
		return false
	}
	k, of := s.claimOf(it, tocsin.FormRank)
	if k.Of.Country == "" && p.iso != "" {
		k.Of.Country = s.country(p.iso)
	}
	if k.Of.Country == "" {
		return false
	}
	k.Of.Measure = s.ofClass(measure)
	k.Op, k.Value, k.Unit, k.Window = "=", tocsin.Number(place), tocsin.Rank, w
	k.Places = []tocsin.Place{p.place}
	k.Than = &tocsin.Measure{Act: "assault", Country: k.Of.Country}
	s.compose(k, at, at+1, append(append(used, of...), [2]int{p.lo, p.hi})...)
	return true
}

// ranksBy is what the provinces are ranked by: the dead, or what happened; "" for neither.
func (s *sentence) ranksBy(at int) string {
	deaths, events := false, false
	for i := range s.toks {
		deaths = deaths || s.deathWord(i) && !s.is(i, "killings") || s.is(i, "killed", "died", "deadliest", "bloodiest", "lives")
		events = events || s.attackWord(i) && !slices.Contains(loneEvents, s.low(i))
	}
	switch {
	case deaths, !events && (s.near(0, len(s.toks), func(k int) bool { return s.is(k, "killings") }) || s.is(at, "worst", "worst-hit", "hardest", "hardest-hit")):
		return "deaths"
	case events:
		return "events"
	}
	return ""
}

// unitsRanked is the word for provinces of which one is above the others, -1 for none: "the
// deadliest province", "no other state", "among the regions".
func (s *sentence) unitsRanked() int {
	for i := range s.toks {
		if !s.unitNoun(i) {
			continue
		}
		many := strings.HasSuffix(s.low(i), "s")
		for k := i - 1; k >= max(0, i-5); k-- {
			if periods[s.low(k)] > 0 || s.is(k, ",", ";", "was", "were", "is", "attack", "attacks", "in") && !s.is(k-1, "than", "worst") {
				break
			}
			if slices.Contains(topWords, s.low(k)) || s.is(k, "violent", "affected", "lethal", "deadly") && s.is(k-1, "most") || s.is(k, "any", "no", "other", "among") || many && s.is(k, "all", "of") {
				return i
			}
		}
		if s.is(i+1, "with", "where", "that", "which", "hit", "worst", "hardest", "to") && s.near(i+1, 7, func(k int) bool { return slices.Contains(topWords, s.low(k)) }) {
			return i
		}
	}
	return -1
}

// unitOne is the one province that the sentence names beside the word for what is ranked; a town
// stands for the one that has its name.
func (s *sentence) unitOne(noun int) (p spot, ok bool) {
	iso := ""
	for _, o := range s.landOperands() {
		iso = o.land.iso
	}
	for n, q := range s.spots() {
		if q.place.Precision == "country" || s.landAt(q.lo) != nil && s.landAt(q.lo).hi >= q.hi || n > 0 && s.contained(s.spotList, n) && s.spotList[n-1].place.Precision != "country" || s.inDateline(q.lo) {
			continue
		}
		if q.place.Precision != "admin1" {
			if iso == "" {
				iso = q.iso
			}
			if len(s.c.Gazetteer.Admin1Named(q.place.Text, iso)) == 0 {
				return p, false
			}
			q.place.Text, q.place.Precision, q.place.Candidates = q.place.Text+" "+strings.TrimSuffix(s.low(noun), "s"), "admin1", nil
		}
		if ok {
			return p, false
		}
		p, ok = q, true
	}
	return p, ok
}

// topOfUnits is the word that puts one above the others, and which place it gives; -1 for none.
func (s *sentence) topOfUnits() (at int, place float64) {
	for i := range s.toks {
		switch {
		case s.is(i-1, "at") && s.is(i, "most"), s.timeOver(i):
		case slices.Contains(topWords, s.low(i)):
			place = 1
			if x := ordinals[s.low(i-1)]; x > 1 {
				place = x
			} else if x := ordinals[s.low(i-2)]; x > 1 && s.is(i-1, "-") {
				place = x
			}
			return i, place
		case s.is(i, "more", "deadlier", "bloodier", "higher", "worse", "greater", "heavier", "larger") && s.near(0, len(s.toks), func(k int) bool {
			return s.is(k, "no", "any", "nowhere") && s.near(k+1, 5, s.unitNoun)
		}) && s.near(i+1, len(s.toks), func(k int) bool { return s.is(k, "than") }) && !(s.is(i+1, "than") && !s.comparing(i+1)):
			return i, 1
		case s.is(i, "as") && s.is(i+1, "many", "much", "high", "deadly") && s.near(0, i, func(k int) bool { return s.is(k, "no") && s.near(k+1, 4, s.unitNoun) }) && !s.near(0, len(s.toks), func(k int) bool { return s.is(k, "twice", "half", "times") }):
			return i, 1
		case ordinals[s.low(i)] > 1 && s.is(i-1, "ranked", "came", "stood", "placed", "ranks") && s.near(i+1, 5, s.unitNoun):
			return i, ordinals[s.low(i)]
		}
	}
	return -1, 0
}
