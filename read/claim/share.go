package claim

import (
	"strings"

	"tocsin"
)

// parts are the words for a part of a whole, in percent.
var parts = map[string]float64{"half": 50, "third": 100.0 / 3, "quarter": 25, "fifth": 20, "tenth": 10, "two-thirds": 200.0 / 3, "three-quarters": 75,
	"two-fifths": 40, "three-fifths": 60, "four-fifths": 80, "nine-tenths": 90, "seven-tenths": 70, "three-tenths": 30, "one-third": 100.0 / 3, "one-quarter": 25, "one-fifth": 20, "one-tenth": 10,
	"thirds": 100.0 / 3, "quarters": 25, "fifths": 20, "tenths": 10, "eighths": 12.5, "sixths": 100.0 / 6, "sixth": 100.0 / 6, "eighth": 12.5, "lion": 50, "most": 50, "majority": 50, "bulk": 50}

// shares finds "40 percent of attacks", "half of all deaths", "six out of ten events".
func (s *sentence) shares() {
	var best number
	noun := -1
	for i := 0; i < len(s.toks); i++ {
		q, ok := s.shareAt(i)
		if !ok && s.is(i, "almost", "nearly", "virtually", "practically") {
			q, ok = s.nearlyAll(i)
		}
		if !ok || ordinals[s.low(q.hi-1)] > 0 && !s.is(q.hi, "of") && !(s.is(q.hi-2, "a", "one") && s.wholeBefore(q.lo) >= 0) || s.is(q.hi, "as", "that", "its", "what") || s.is(q.hi, "the") && !s.is(q.hi-1, "all") { // half as many, half the figure
			continue
		}
		if k := s.shareNoun(q); k >= 0 && !s.ofChange(q) && (noun < 0 || best.op == ">" && s.is(best.hi-1, "most", "majority", "bulk")) {
			best, noun = q, k // a number says more than "the bulk"
		}
		i = q.hi - 1
	}
	if _, _, at, ok := s.partOfYear(); ok && best.lo < at[1] && at[0] < best.hi {
		return // the closing quarter of 2017
	}
	if noun >= 0 {
		before := len(s.out)
		s.shareOf(best, noun)
		for n := before; n < len(s.out) && s.is(best.hi-1, "all", "every", "everyone", "everything"); n++ {
			s.out[n].Whole = true // no numeral that the tree could bear out
		}
	}
}

// shareNoun is the noun of what the share is of: after it ("40 percent of all attacks",
// "six out of ten attacks"), else before it ("of all people killed, 40 percent").
func (s *sentence) shareNoun(q number) int {
	for k := q.hi; k < min(len(s.toks), q.hi+8); k++ {
		if s.is(k, ",", ".", ";", "by") || s.is(k, "in") && !s.is(q.hi, "of") {
			break
		}
		if s.attackWord(k) || s.deathWord(k) || s.is(k, "killed", "killings") {
			return k
		}
	}
	return s.wholeBefore(q.lo)
}

// ofChange reports a percentage by which something grew or fell.
func (s *sentence) ofChange(q number) bool {
	for k := max(0, q.lo-5); k < min(len(s.toks), q.hi+3); k++ {
		if op, _ := s.changeWord(k); op != "" && (k < q.lo && s.is(q.lo-1, "by", "of", "a", "an") || k >= q.hi && !s.is(q.hi, "of")) || s.is(k, "higher", "lower", "more", "fewer", "up", "down") && (k >= q.hi || s.is(k+1, "by")) {
			return true
		}
	}
	return false
}

// wholeBefore is the noun of "of all the people killed in Somalia, more than 80
// percent" and of "its share of conflict deaths exceeded 90 percent": -1 for none.
func (s *sentence) wholeBefore(lo int) int {
	from := -1
	for k := 0; k < lo; k++ {
		if s.is(k, "all") && s.is(k-1, "almost", "nearly", "virtually") || s.is(k, "of") && (k == 0 || s.is(k-1, "share", "proportion", "part", "percentage", "bulk")) {
			from = k
		}
	}
	if from < 0 {
		return -1
	}
	for k := from + 1; k < min(lo, from+8); k++ {
		if s.attackWord(k) || s.deathWord(k) || s.is(k, "killed") {
			return k
		}
	}
	return -1
}

// shareAt reads a share that begins at token i, in percent, with its bounds.
func (s *sentence) shareAt(i int) (number, bool) {
	if q, ok := s.quantity(i); ok && s.is(q.hi, "%", "percent", "per") && !(s.is(q.hi, "per") && !s.is(q.hi+1, "cent")) {
		q.hi++
		if s.is(q.hi, "cent") {
			q.hi++
		}
		return q, true
	}
	if q, ok := s.quantity(i); ok && (s.is(q.hi, "in") || s.is(q.hi, "out") && s.is(q.hi+1, "of")) {
		k := q.hi + 1 + boolInt(s.is(q.hi, "out"))
		if s.is(k, "every") {
			k++
		}
		if m, found := s.numberAt(k); found && m.value >= 2 && m.value <= 10 && q.value < m.value && m.hi < len(s.toks) { // nine in ten
			if q.op == "=" {
				q.op = "~"
			}
			return number{lo: q.lo, hi: m.hi, value: 100 * q.value / m.value, op: q.op}, true
		}
	}
	x, ok := parts[s.low(i)]
	if !ok || s.is(i, "half", "third", "quarter") && compassStart(s.low(i-1)) || s.is(i, "half") && s.seq(i-2, "and", "a") || s.is(i, "most") && !s.is(i+1, "of") || s.is(i, "half", "quarter", "third") && s.is(i-1, "first", "second", "third", "fourth", "last") {
		return number{}, false
	}
	n := number{lo: i, hi: i + 1, value: x, op: "="}
	if s.is(i, "most", "majority", "bulk") {
		n.op = ">"
	}
	if s.is(i, "thirds", "quarters", "fifths", "tenths", "eighths", "sixths") {
		m, found := s.numberAt(max(0, i-1-boolInt(s.is(i-1, "-"))))
		if !found {
			return number{}, false
		}
		n.value, n.lo = x*m.value, m.lo
	}
	if s.is(n.lo-1, "a", "one", "the") {
		n.lo--
	}
	for _, b := range bounds {
		if at := n.lo - len(b.words); n.op == "=" && at >= 0 && s.seq(at, b.words...) && b.words[0] != "from" {
			n.op, n.lo = b.op, at
			break
		}
	}
	return n, true
}

// shareOf writes the share q of what the noun counts: that of the actor who is behind
// it or involved, of the kind of violence named beside all violence, or of a country
// in the world, which is what an empty than means.
func (s *sentence) shareOf(q number, noun int) {
	for _, p := range s.spots() {
		if p, ok := s.withinRadius(p); ok {
			s.shareNear(q, noun, p)
			return
		}
	}
	c := tocsin.Claim{Form: tocsin.FormShare, Op: q.op, Value: tocsin.Number(round3(q.value)), Unit: tocsin.Percent}
	used := s.scopeOf(&c, min(q.lo, noun), max(q.hi, noun+1), s.measure(s.counter(noun)))
	for n, a := range s.parties() {
		if c.Of.Actor == "" && (a.hi <= q.lo || a.lo > noun && !s.is(a.lo-1, "were", "was", "are", "is")) && !s.ofReporter(a.lo) {
			c.Of.Actor, used = s.joinedParties(s.parties()[n]), append(used, [2]int{a.lo, a.hi})
		}
	}
	if s.worldwide() {
		c.Than = &tocsin.Measure{Act: "assault"}
		if c.Of.Actor == "" && len(s.landOperands()) != 1 {
			return
		}
	}
	c.Places = s.unitPlaces()
	if p, ok := s.unitOfWhole(q, noun, c.Of.Actor != ""); ok && c.Than == nil && c.Of.Country != "" {
		c.Than, c.Places = &tocsin.Measure{Act: "assault", Country: c.Of.Country}, []tocsin.Place{p.place}
		used = append(used, [2]int{p.lo, p.hi})
	} else if at, ok := s.shareOfTime(&c); ok {
		s.markTaken(0, len(s.toks)) // "fell in the second half" is no fall
		used = append(used, at)
	} else if c.Than == nil && c.Of.Actor == "" && !strings.Contains(c.Of.Measure, "-sided") && !strings.Contains(c.Of.Measure, "-state") && !strings.Contains(c.Of.Measure, "-based") {
		return // of what part, no word says
	}
	lo, hi := min(q.lo, noun), max(q.hi, noun+1)
	s.markTaken(lo, hi)
	s.add(c, lo, hi, used...)
}

// shareNear writes the share that was within a distance of a town: "two-thirds of the
// incidents involving X happened within 100 kilometres of Y".
func (s *sentence) shareNear(q number, noun int, p spot) {
	c := tocsin.Claim{Form: tocsin.FormShare, Op: q.op, Value: tocsin.Number(round3(q.value)), Unit: tocsin.Percent}
	lo, hi := min(q.lo, noun), max(q.hi, noun+1)
	used := s.scopeOf(&c, lo, hi, s.measure(s.counter(noun)))
	if len(s.parties()) > 1 || p.lo < hi || c.Window == nil || len(s.parties()) == 1 && c.Of.Actor == "" {
		return
	}
	c.Places = []tocsin.Place{p.place}
	s.markTaken(lo, p.hi)
	s.add(c, lo, hi, append(used, [2]int{p.lo, p.hi})...)
}

// worldwide reports that the whole is that of the world.
func (s *sentence) worldwide() bool {
	for i := range s.toks {
		if s.is(i, "worldwide", "global", "globally") || s.is(i, "world") && (s.is(i-1, "the") || s.is(i-1, "entire", "whole")) {
			return true
		}
	}
	return false
}

// joinedParties is an actor with those coordinated with it.
func (s *sentence) joinedParties(a actorSpan) string {
	list := s.parties()
	for n, b := range list {
		if b.lo == a.lo {
			names := ""
			for _, x := range s.coordinated(list, n, 1) {
				if names != "" {
					names += "; "
				}
				names += x.text
			}
			return names
		}
	}
	return a.text
}
