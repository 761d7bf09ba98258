package claim

import (
	"cmp"
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/text"
	"tocsin/read/when"
)

// coupLull reads how long after a time a country had no coup: "for more than a decade after
// 2006, Fiji saw no coup", "Ghana went decades without a coup after 1984".
func (s *sentence) coupLull() []tocsin.Claim {
	c := &couped{s: s, parts: []coupPart{{}}}
	var then *when.Found
	none, noun := false, false
	act := "coup"
	for i := 0; i < len(s.toks); {
		next := i
		if q, unit, at, ok := s.lengthAt(i); ok && c.length.value == 0 {
			c.length, c.unit, next = q, unit, at
		} else if s.is(i, "decades") && c.length.value == 0 {
			c.length, c.unit, next = number{lo: i, hi: i + 1, value: 20, op: ">="}, tocsin.Years, i+1
		} else if f := s.timeFrom(i); f != nil && then == nil && s.leadBy(f, "after", "following") {
			then, next = f, f.Hi
		} else if f := s.coupOfTime(i); f != nil && then == nil {
			then, next = f, f.Hi
		} else if s.is(i, "another") && none && !noun && (s.is(i+1, ".", "one", ",") || i == len(s.toks)-1) {
			noun, next = true, i+1+boolInt(s.is(i+1, "one"))
		} else if at := c.landItem(i); at > i && len(c.parts) == 1 {
			next = at
		} else if s.is(i, "no", "not", "without", "never", "n't") && !none {
			none, next = true, i+1
		} else if s.is(i, "coup", "putsch") && !noun {
			if noun, next = true, i+1; s.is(i+1, "attempt") {
				act, next = "coup attempt", i+2
			}
		} else if s.is(i, "successful") {
			act, next = "successful coup", i+1
		} else if s.is(i, "more", "than", "over", "nearly", "almost", "at", "least", "about", "some") && s.lengthSoon(i) || s.is(i, "for", "after", "following", ",", ".", "went", "gone", "saw", "had", "experienced", "see", "suffered", "passed", "go", "did", "in", "a", "another", "the", "any", "there", "was", "military", "new", "single") {
			next = i + 1
		}
		if next == i {
			return nil
		}
		i = next
	}
	months := map[tocsin.Unit]float64{tocsin.Years: 12, tocsin.Months: 1}[c.unit] * c.length.value
	if !none || !noun || then == nil || months < 1 || c.cur().land == "" || strings.HasPrefix(c.length.op, "<") {
		return nil
	}
	w := s.ownTime(then)
	from := w.To.AddDays(1)
	if from.IsZero() || !s.c.Published.IsZero() && from.AddMonths(int(months)) > s.c.Published {
		return nil
	}
	w.From, w.To, w.Anchor, w.Open = from, from.AddMonths(int(months)).AddDays(-1), nil, "none"
	return []tocsin.Claim{{Form: tocsin.FormCount, Of: &tocsin.Measure{Act: act, Country: c.cur().land}, Op: "=", Value: tocsin.Number(0), Unit: tocsin.Coups, Window: &w}}
}

// timeFrom is the time of the sentence that begins at token i, or at the one after.
func (s *sentence) timeFrom(i int) *when.Found {
	for n := range s.times {
		if f := &s.times[n]; f.Lo == i && f.Kind == when.Date && (s.yearNamed(f) > 0 || s.monthIn(f) > 0) {
			return f
		}
	}
	return nil
}

// coupOfTime is the time of the coup that "after the coup of March 2012" at token i starts from.
func (s *sentence) coupOfTime(i int) *when.Found {
	if !s.is(i, "after", "following") || !s.is(i+1, "the", "its") {
		return nil
	}
	k := i + 2
	for s.is(k, "military", "successful") {
		k++
	}
	if !s.is(k, "coup", "putsch") || !s.is(k+1, "of", "in") {
		return nil
	}
	if f := s.timeFrom(k + 1); f != nil {
		return f
	}
	return s.timeFrom(k + 2)
}

// untoldGap reports a sentence that says how long after one coup another came, or which of several
// one was, and of which only dates or a number were read: they are not what it claims.
func (s *sentence) untoldGap(list []Found) bool {
	if slices.ContainsFunc(list, func(f Found) bool {
		of := f.Claim.Of
		return f.Whole || of == nil || !strings.Contains(of.Act, "coup") || f.Claim.Form != tocsin.FormDate && f.Claim.Form != tocsin.FormCount
	}) || !slices.ContainsFunc(s.toks, func(t text.Token) bool { return slices.Contains(coupWords, t.Lower) }) {
		return false
	}
	if len(list) > 0 && s.doneBySeizers(list) {
		return true
	}
	for i := range s.toks {
		if _, length := timeLengths[s.low(i)]; length && s.is(i+1, "after", "before", "later", "earlier") && (len(list) == 0 || list[0].Claim.Form == tocsin.FormDate) {
			return true
		}
		if ordinals[s.low(i)] > 1 && s.is(i+1, "of") && s.is(i+2, "them", "which") {
			return true
		}
	}
	return false
}

// unmeasuredCoup is the claim of such a sentence that stands for what was not read of it, so that
// the date of a coup in it does not stand for the whole.
func (s *sentence) unmeasuredCoup() []Found {
	iso := s.oneCountry()
	if iso == "" && len(s.lands) > 0 {
		iso = s.lands[0].iso
	}
	if iso == "" {
		return nil
	}
	n := len(s.out)
	s.compose(tocsin.Claim{Form: tocsin.FormCount, Of: &tocsin.Measure{Act: "coup", Country: s.country(iso)}, Op: ">=", Value: tocsin.Number(1), Unit: tocsin.Coups}, 0, len(s.toks))
	out := slices.Clone(s.out[n:])
	s.out = s.out[:n]
	return out
}

// doneBySeizers reports a sentence that says who seized power, and when, only to tell what else they
// did: "the colonels who seized power in August 2020 acted mainly to forestall".
func (s *sentence) doneBySeizers(list []Found) bool {
	if slices.ContainsFunc(list, func(f Found) bool { return f.Claim.Form != tocsin.FormDate }) {
		return false
	}
	for i := 1; i < min(6, len(s.toks)-1); i++ {
		if !s.is(i, "who") || s.is(i-1, ",") {
			continue
		}
		for k := i + 3; k < len(s.toks); k++ {
			if s.toks[k].UPOS == "VERB" && s.timeOver(k-1) && !s.is(k, "staged", "launched", "mounted", "carried", "attempted", "toppled", "ousted", "overthrew", "failed", "succeeded") {
				return true
			}
		}
	}
	return false
}

// coupAmong reads how manieth a coup was of those of a part of the world in its year: "was the
// fourth successful coup in Africa that year".
func (s *sentence) coupAmong() []tocsin.Claim {
	for t := range s.toks {
		n, ok := ordinals[s.low(t)]
		if s.is(t, "first") {
			n, ok = 1, true
		}
		if !ok || s.timeOver(t) {
			continue
		}
		act, region, hi := "coup", "", t+1
		for ; hi < t+4 && !slices.Contains(coupWords, s.low(hi)); hi++ {
			if p, found := s.c.Gazetteer.PeopleOf(s.text(hi, min(len(s.toks), hi+1))); found && strings.HasPrefix(p.ID, "region:") {
				region = p.Name
			} else if s.is(hi, "successful") {
				act = "successful coup"
			} else if !s.is(hi, "military") {
				return nil
			}
		}
		if hi++; hi > t+4 {
			return nil
		}
		if name, at := s.regionIn(hi); region == "" && at > hi {
			region, hi = name, at
		}
		lo := t
		if p, found := s.c.Gazetteer.PeopleOf(s.low(t - 1)); found && strings.HasPrefix(p.ID, "region:") {
			region, lo = p.Name, t-1
		} else if r, found := s.regionBefore(t); found {
			region, lo = r, t-2
		}
		if hi = s.ofThatYear(hi); region == "" {
			return nil
		}
		return s.amongClaims(lo, hi, n, act, region)
	}
	return nil
}

// regionIn is the part of the world that "in West Africa" names at token i.
func (s *sentence) regionIn(i int) (string, int) {
	if !s.is(i, "in", "on") {
		return "", i
	}
	at := i + 1 + boolInt(s.is(i+1, "the"))
	for n := 3; n >= 1; n-- {
		if at+n > len(s.toks) {
			continue
		}
		if r, ok := s.c.Gazetteer.RegionNamed(s.text(at, at+n)); ok && (len(r.Countries) > 3 || r.Place.Name == "Africa") {
			return r.Place.Name, at + n
		}
	}
	return "", i
}

// regionBefore is the part of the world whose coup is told at token t: "Africa's second".
func (s *sentence) regionBefore(t int) (string, bool) {
	if !s.is(t-1, "'s", "’s") || t < 2 {
		return "", false
	}
	r, ok := s.c.Gazetteer.RegionNamed(s.text(t-2, t-1))
	return r.Place.Name, ok
}

// ofThatYear passes "that year", "of the year" from token i.
func (s *sentence) ofThatYear(i int) int {
	k := i + boolInt(s.is(i, "of", "in"))
	if s.is(k, "that", "the", "this") && s.is(k+1, "year") {
		return k + 2
	}
	if s.is(k, "the") && s.is(k+1, "same") && s.is(k+2, "year") {
		return k + 3
	}
	return i
}

// amongClaims reads the coup that is the nth of a region, tokens [lo, hi) telling that.
func (s *sentence) amongClaims(lo, hi int, n float64, act, region string) []tocsin.Claim {
	m, _ := s.without([][2]int{{lo, hi}})
	c, ok := m.readCouped()
	if !ok || len(c.parts) != 1 || c.parts[0].when == nil || c.length.value > 0 || c.count.value > 0 || c.ended {
		return nil
	}
	p := &c.parts[0]
	own := p.when.When
	if own.From.Year() != own.To.Year() {
		return nil
	}
	w := yearOf(own.From.Year())
	w.To = own.To
	w.Anchor = &tocsin.Anchor{Rel: "until", Text: own.From.String() + "/" + own.To.String()}
	of := p.of()
	of.Act = act
	k := tocsin.Claim{Form: tocsin.FormCount, Of: of, Than: &tocsin.Measure{Act: act, Country: region}, Op: "=", Value: tocsin.Number(n), Unit: tocsin.Coups, Window: &w}
	return []tocsin.Claim{p.dated(), k}
}

// twoLands reports a sentence that names two countries, by themselves or by a town.
func (s *sentence) twoLands() bool {
	iso := ""
	for _, l := range s.lands {
		if iso != "" && l.iso != iso {
			return true
		}
		iso = l.iso
	}
	for _, p := range s.places {
		if p.Country != "" && iso != "" && p.Country != iso && p.Kind != "region" {
			return true
		}
		iso = cmp.Or(iso, p.Country)
	}
	return false
}
