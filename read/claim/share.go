package claim

import "tocsin"

// parts are the words for a part of a whole, in percent.
var parts = map[string]float64{"half": 50, "third": 100.0 / 3, "quarter": 25, "fifth": 20, "tenth": 10, "two-thirds": 200.0 / 3, "three-quarters": 75,
	"thirds": 100.0 / 3, "quarters": 25, "most": 50, "majority": 50, "bulk": 50}

// shares finds "40 percent of attacks", "half of all deaths", "most of the deaths".
func (s *sentence) shares() {
	for i := 0; i < len(s.toks); i++ {
		q, ok := s.shareAt(i)
		if !ok {
			continue
		}
		if !s.is(q.hi, "of") {
			if noun := s.wholeBefore(q.lo); noun >= 0 {
				s.shareOf(q, noun)
			}
			i = q.hi - 1
			continue
		}
		for k := q.hi + 1; k < min(len(s.toks), q.hi+7); k++ {
			if s.is(k, ",", ".", ";", "in", "by") {
				break
			}
			if s.attackWord(k) || s.deathWord(k) || s.is(k, "killed", "killings") {
				s.shareOf(q, k)
				break
			}
		}
		i = q.hi - 1
	}
}

// wholeBefore is the noun of "of all the people killed in Somalia, more than 80
// percent" and of "its share of conflict deaths exceeded 90 percent": -1 for none.
func (s *sentence) wholeBefore(lo int) int {
	from := -1
	for k := 0; k < lo; k++ {
		if s.is(k, "of") && (k == 0 || s.is(k-1, "share", "proportion", "part")) {
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
	if q, ok := s.quantity(i); ok && s.is(q.hi, "%", "percent", "per") {
		q.hi++
		if s.is(q.hi, "cent") {
			q.hi++
		}
		return q, true
	}
	if q, ok := s.numberAt(i); ok && s.is(q.hi, "in", "out") {
		k := q.hi + 1
		if s.is(k, "of") {
			k++
		}
		if m, found := s.numberAt(k); found && m.value >= 2 && m.value <= 10 && q.value < m.value && m.hi < len(s.toks) { // nine in ten
			return number{lo: q.lo, hi: m.hi, value: 100 * q.value / m.value, op: "~"}, true
		}
	}
	x, ok := parts[s.low(i)]
	if !ok {
		return number{}, false
	}
	n := number{lo: i, hi: i + 1, value: x, op: "="}
	if s.is(i, "most", "majority", "bulk") {
		n.op = ">"
	}
	if s.is(i, "thirds", "quarters") {
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

// shareOf writes the share q of what the noun counts: that of the actor who
// accounts for it, is behind it or is involved in it.
func (s *sentence) shareOf(q number, noun int) {
	c := tocsin.Claim{Form: tocsin.FormShare, Op: q.op, Value: tocsin.Number(round3(q.value)), Unit: tocsin.Percent}
	used := s.scopeOf(&c, q.lo, noun+1, s.measure(s.counter(noun)))
	if c.Of.Actor == "" {
		for k := noun + 1; k < len(s.toks); k++ {
			for _, a := range s.parties() {
				if a.hi <= q.lo && s.is(a.hi, "'s", "’s") && c.Of.Actor == "" {
					c.Of.Actor, used = a.text, append(used, [2]int{a.lo, a.hi})
				}
				if a.lo > noun && s.is(k, "involved", "involving", "by", "were", "to") && a.lo > k && a.lo-k <= 3 && c.Of.Actor == "" {
					c.Of.Actor, used = s.joinedParties(a), append(used, [2]int{a.lo, a.hi})
				}
			}
		}
	}
	c.Places = nil
	s.markTaken(q.lo, noun+1)
	s.add(c, q.lo, noun+1, used...)
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
