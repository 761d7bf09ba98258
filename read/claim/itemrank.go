package claim

import (
	"slices"
	"strings"

	"tocsin"
)

// highest and lowest are the superlatives that rank times and countries.
var (
	highestWords = strings.Fields("deadliest bloodiest worst highest heaviest most")
	lowestWords  = strings.Fields("calmest quietest fewest lowest least safest")
)

// ranking finds the superlative, its place and what it ranks among.
func (it *items) ranking() {
	s := it.s
	for i := it.lo; i < it.hi; i++ {
		low := slices.Contains(lowestWords, s.low(i))
		if !low && !slices.Contains(highestWords, s.low(i)) || s.is(i-1, "at") || s.is(i, "most", "least") && s.is(i+1, "of", "recent") || s.is(i, "least") && !s.is(i+1, "violent", "deadly") {
			continue
		}
		if it.place != 0 || s.is(i, "least") {
			it.broken = true
		}
		it.place = 1
		if x := ordinals[s.low(i-1)]; x > 1 {
			it.place = x
			it.mark(i-1, i)
		} else if x := ordinals[s.low(i-2)]; x > 1 && s.is(i-1, "-") {
			it.place = x
			it.mark(i-2, i)
		}
		if low {
			it.place = -it.place
		}
		it.dirAt, it.rankAt = i, i
		it.mark(i, i+1)
		if s.is(i, "deadliest", "bloodiest") {
			it.dead = true
		}
	}
	if it.place == 0 && !it.ordinalPlace() {
		return
	}
	for i := it.lo; i < it.hi; i++ {
		if s.is(i, "country", "countries", "nation", "nations", "world", "worldwide", "continent") && !(s.is(i, "country") && s.is(i-1, "the") && !s.is(i+1, "with", "that", "where", "hit", "hardest")) {
			it.countries = true
		}
	}
	it.region()
	it.yearsBack()
}

// region finds a part of the world among whose countries one is ranked: "of all African
// countries", "in West Africa".
func (it *items) region() {
	s := it.s
	for i := it.lo; i < it.hi; i++ {
		if !s.capital(i) || s.landAt(i) != nil {
			continue
		}
		for n := min(3, it.hi-i); n >= 1; n-- {
			words := s.text(i, i+n)
			if r, ok := s.c.Gazetteer.RegionNamed(words); ok && (len(r.Countries) > 3 || strings.Contains(r.Place.Name, "Africa")) {
				it.among = r.Place.Name
			} else if p, ok := s.c.Gazetteer.PeopleOf(words); ok && strings.HasPrefix(p.ID, "region:") {
				it.among = p.Name
			} else {
				continue
			}
			it.countries = true
			it.mark(i, i+n)
			return
		}
	}
}

// yearsBack takes up how many years a rank looks back.
func (it *items) yearsBack() {
	for i := it.lo; i < it.hi; i++ {
		if n, hi := it.s.yearsBack(i); n > 0 {
			it.back = n
			it.mark(i, hi)
			it.number, it.share = nil, nil
			return
		}
	}
}

// yearsBack reads at token i how many years a rank looks back: "in three decades", "in a
// quarter of a century", "in ten years"; hi is the token after it, n 0 for none.
func (s *sentence) yearsBack(i int) (n, hi int) {
	if !s.is(i, "in", "for") {
		return 0, 0
	}
	switch {
	case s.seq(i+1, "a", "quarter", "of", "a", "century"):
		return 25, i + 6
	case s.seq(i+1, "a", "quarter", "-", "century"):
		return 25, i + 5
	case s.seq(i+1, "a", "quarter-century"):
		return 25, i + 3
	case s.seq(i+1, "half", "a", "century"):
		return 50, i + 4
	case s.seq(i+1, "a", "decade"):
		return 10, i + 3
	case s.seq(i+1, "a", "generation"):
		return 0, 0
	}
	q, ok := s.quantity(i + 1)
	if !ok || q.upper > 0 || q.op == "<" || q.op == "<=" {
		return 0, 0
	}
	if s.is(q.hi, "years") {
		return int(q.value), q.hi + 1
	}
	if s.is(q.hi, "decades") {
		return int(10 * q.value), q.hi + 1
	}
	return 0, 0
}

// lookingBack is how many years the rank of the sentence looks back, 0 where it says none.
func (s *sentence) lookingBack() int {
	for i := range s.toks {
		if n, _ := s.yearsBack(i); n > 0 {
			return n
		}
	}
	return 0
}

// writeRank writes the rank of a year or a month among others, or of a country.
func (it *items) writeRank() {
	s, measure := it.s, ""
	switch {
	case it.dead && len(it.measures) == 1 && it.measures[0] == "events":
		return
	case it.dead:
		measure = "deaths"
	case len(it.measures) == 1:
		measure = it.measures[0]
	}
	k := it.claim(tocsin.FormRank, measure)
	w := k.Window
	if it.among == "" && !it.countries && it.back == 0 {
		return // the patterns know it better
	}
	if w == nil || measure == "" || it.number != nil || it.share != nil || it.dir != "" && !it.countries || it.base != nil || it.prior || it.run > 0 || it.step > 0 || len(it.measures) > 1 || k.Of.Country == "" && k.Of.Actor == "" {
		return
	}
	k.Op, k.Value, k.Unit = "=", tocsin.Number(it.place), tocsin.Rank
	if it.countries {
		if len(it.lands) != 1 || it.place < 0 || w.Open != "none" || w.From.IsZero() || len(it.parties) > 0 && !it.told {
			return
		}
		k.Than = &tocsin.Measure{Act: "assault", Country: it.among}
		it.put(k)
		for _, o := range it.above {
			c, of, than := k, *k.Of, tocsin.Measure{Act: "assault", Country: k.Of.Country}
			of.Country = o.land.name
			c.Form, c.Op, c.Value, c.Unit, c.Of, c.Than = tocsin.FormCount, ">", nil, "", &of, &than
			it.put(c)
		}
		if it.onlyTo > 0 && it.baseLand != nil {
			of := *k.Of
			of.Country = it.baseLand.land.name
			k.Of, k.Value = &of, tocsin.Number(it.place-1)
			it.put(k)
		}
		return
	}
	n, ok := wholeMonths(*w)
	if !ok || n != 1 && n != 12 || !s.near(it.lo, it.hi-it.lo, func(t int) bool { return s.is(t, "year", "month", "years", "months") }) {
		return
	}
	switch {
	case it.back > 0:
		w.Anchor = &tocsin.Anchor{Rel: "since", Text: w.From.AddMonths(12-12*it.back).String() + "/" + w.To.String()}
	case it.outer != nil:
		w.Anchor = &tocsin.Anchor{Rel: "since", Text: it.outer.From.String() + "/" + it.outer.To.String()}
	}
	it.put(k)
}
