package claim

import (
	"strings"

	"tocsin"
)

// shareWhere reads which share of all violence of a kind lay in a part of the country: "about
// a fifth of the incidents were within 25 km of Mogadishu", "nearly all of it lay north of
// Pemba", "in the east happened two thirds of the attacks".
func (s *sentence) shareWhere() bool {
	q, ok := s.shareToldOnce()
	if !ok || s.noneAt() >= 0 {
		return false
	}
	it, ok := s.gather()
	if !ok || it.taking || len(it.towns) == 0 && len(it.lands) == 0 {
		return false
	}
	p, ok := s.whereabouts(it)
	if ok && p.place.Relation == "" && !p.area && len(it.towns) == 1 && len(it.actors) == 0 && s.shareOfTown(q, p) {
		p.place.Relation = "in"
	}
	if !ok || p.place.Relation == "" || !s.onlyNumber(q, p, it) {
		return false
	}
	w, used, ok := s.oneWindow(it)
	if !ok {
		return false
	}
	k, of := s.claimOf(it, tocsin.FormShare)
	if k.Of.Country == "" && k.Of.Actor == "" {
		return false
	}
	k.Of.Measure = s.ofClass(s.sharedMeasure(q))
	k.Op, k.Value, k.Unit, k.Window, k.Places = q.op, tocsin.Number(round3(q.value)), tocsin.Percent, w, []tocsin.Place{p.place}
	s.compose(k, min(q.lo, p.lo), max(q.hi, p.hi), append(used, of...)...)
	return true
}

// shareOfTown reports that the share is said to be a town's: "happened in Mogadishu",
// "Mogadishu accounted for".
func (s *sentence) shareOfTown(q number, p spot) bool {
	if p.hi <= q.lo {
		return s.near(p.hi, q.lo-p.hi, func(k int) bool {
			return s.is(k, "accounted", "saw", "suffered", "witnessed", "represented", "made", "makes", "accounts")
		})
	}
	return s.inPhrase(p.lo) && s.near(q.hi, p.lo-q.hi, func(k int) bool {
		return s.is(k, "took", "happened", "occurred", "occurring", "was", "were", "fell", "came", "struck", "died", "recorded", "lay", "concentrated") && !s.near(k, p.lo-k, func(t int) bool { return s.is(t, "of", "by", "against", "on", "targeting") })
	})
}

// shareToldOnce is the one share of the sentence, nearly all among them.
func (s *sentence) shareToldOnce() (q number, ok bool) {
	for i := 0; i < len(s.toks); i++ {
		if s.timeOver(i) {
			continue
		}
		one, found := s.nearlyAll(i)
		if !found {
			one, found = s.shareAt(i)
			found = found && !s.ofChange(one) && !s.is(one.hi, "as") && !s.timesPart(one) && !(ordinals[s.low(one.hi-1)] > 0 && !s.is(one.hi, "of"))
		}
		if !found {
			continue
		}
		if ok {
			return q, false
		}
		q, ok, i = one, true, one.hi-1
	}
	return q, ok
}

// nearlyAll reads "almost all", "virtually every", "all but a handful", "the vast majority".
func (s *sentence) nearlyAll(i int) (number, bool) {
	if s.is(i, "almost", "nearly", "virtually", "practically") && s.is(i+1, "all", "every", "everyone", "everything") && !s.is(i+2, "second", "third", "fourth", "fifth", "other") {
		return number{lo: i, hi: i + 2, value: 90, op: ">="}, true
	}
	if s.is(i, "hardly", "barely", "scarcely") && s.is(i+1, "any") || s.is(i, "almost", "virtually") && s.is(i+1, "none") {
		return number{lo: i, hi: i + 2, value: 10, op: "<="}, true
	}
	if s.is(i, "all", "every") && s.is(i+1, "but") && s.is(i+2, "a", "one", "two", "three", "four", "five") {
		k := i + 3
		for s.is(k, "tiny", "small", "very", "mere", "few", "handful", "fraction", "number", "or", "two", "three") {
			k++
		}
		return number{lo: i, hi: k, value: 90, op: ">="}, true
	}
	if s.is(i, "most") && !s.is(i-1, "the", "at") && s.near(i+1, 3, func(k int) bool { return s.attackWord(k) || s.deathWord(k) || s.is(k, "violence", "fighting") }) && !s.is(i+1, "of", "recent", "deadly", "violent", "lethal") {
		return number{lo: i, hi: i + 1, value: 50, op: ">"}, true
	}
	if s.is(i, "majority") && s.is(i-1, "vast", "overwhelming", "great") {
		return number{lo: i - 1, hi: i + 1, value: 200.0 / 3, op: ">"}, true
	}
	return number{}, false
}

// sharedMeasure is what a share is of.
func (s *sentence) sharedMeasure(q number) string {
	for k := q.hi; k < min(len(s.toks), q.hi+9); k++ {
		switch {
		case s.deathWord(k) && !s.is(k, "killings", "victims") || s.is(k, "killed", "died", "dead"):
			return s.victims(q.hi, k)
		case s.attackWord(k) && s.measure(k) == "events":
			return "events"
		}
	}
	for k := 0; k < q.lo; k++ {
		if s.deathWord(k) && !s.is(k, "killings", "victims") || s.is(k, "killed", "died", "dead") {
			return s.victims(max(0, k-3), k)
		}
		if s.attackWord(k) && s.measure(k) == "events" {
			return "events"
		}
	}
	return ""
}

// onlyNumber reports that the sentence tells no number but the share and the distance of its
// place.
func (s *sentence) onlyNumber(q number, p spot, it elements) bool {
	for i := 0; i < len(s.toks); i++ {
		if i >= q.lo && i < q.hi || i >= p.lo && i < p.hi || s.dateOver(i) {
			continue
		}
		n, ok := s.quantity(i)
		if !ok || n.value == 1 {
			continue
		}
		if _, _, long := s.lengthUnit(n.hi); long && (strings.HasPrefix(p.place.Relation, "within ") || strings.HasPrefix(p.place.Relation, "outside ")) || n.lo < q.hi && n.hi > q.lo || s.dateOver(n.hi-1) {
			i = n.hi - 1
			continue
		}
		return false
	}
	return !s.near(0, len(s.toks), func(k int) bool {
		return s.is(k, "while", "whereas", "than") && !(k >= q.lo && k < q.hi) && !(k >= p.lo && k < p.hi)
	})
}

// sideOfTheCountry reads "in the east of the country" and "in the country's north", of the
// country that the sentence names.
func (s *sentence) sideOfTheCountry() (side string, lo, hi int, ok bool) {
	for i := range s.toks {
		if !s.is(i, "country") {
			continue
		}
		if side, lo, ok := s.sideOfWhole(i); ok {
			return side, lo, i + 1, true
		}
		if s.is(i+1, "'s", "’s") {
			if _, end, ok := s.compass(i + 2); ok {
				return s.text(i+2, end), i, end, true
			}
		}
	}
	return "", 0, 0, false
}
