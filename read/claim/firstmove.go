package claim

import (
	"slices"

	"tocsin"
	"tocsin/read/when"
)

// moves are nouns of a change, by the way it went.
var moves = map[string]string{"fall": "<", "drop": "<", "decline": "<", "decrease": "<", "dip": "<", "reduction": "<", "rise": ">", "increase": ">", "growth": ">", "uptick": ">", "upturn": ">", "downturn": "<"}

// firstMove reads that a number rose or fell for the first time in so many years, or since
// one: "fell for the first time in six years", "the first annual rise since 2014". It is a
// change of the time named, and one the other way in each time between.
func (s *sentence) firstMove() bool {
	at, hi, op := s.moveAt()
	if op == "" {
		return false
	}
	months, n, end := s.howLong(hi)
	it, ok := s.gather()
	if !ok || len(it.towns) > 0 || len(it.actors) > 1 || s.noneSaidAt() {
		return false
	}
	own, since := s.ownAndSince(it.times, hi)
	if own == nil || own.When.Open != "none" {
		return false
	}
	w := own.When
	switch {
	case since != nil && months == 0:
		if w.Precision != since.When.Precision || since.When.From.IsZero() {
			return false
		}
		months = map[string]int{"year": 12, "month": 1}[w.Precision]
		for d := since.When.From.AddMonths(max(months, 1)); d <= w.From; d = d.AddMonths(max(months, 1)) {
			n++
		}
		end = max(end, since.Hi)
	case since != nil:
		return false
	}
	if months == 0 || n < 2 || n > 40 || w.From.AddMonths(months).AddDays(-1) != w.To {
		return false
	}
	list := append([]string{op}, slices.Repeat([]string{map[string]string{"<": ">=", ">": "<="}[op]}, n-1)...)
	if since != nil {
		list = append(list, op) // as it had in the year since which
	}
	s.writeMoves(it, [4]int{at, max(hi, end), own.Lo, own.Hi}, list, w, months)
	return len(s.out) > 0
}

// writeMoves writes the changes of the step w and of those before it, each with its operator.
func (s *sentence) writeMoves(it elements, at [4]int, ops []string, w tocsin.When, months int) {
	k, used := s.claimOf(it, tocsin.FormChange)
	if k.Of.Country == "" && k.Of.Actor == "" {
		return
	}
	k.Of.Measure = s.ofClass(s.killedMeasure(it.noun))
	if p, ok := s.whereabouts(it); ok {
		k.Places, used = []tocsin.Place{p.place}, append(used, [2]int{p.lo, p.hi})
	}
	k.Unit, k.Novelty = tocsin.Ratio, "again"
	for i, op := range ops {
		step, c := k, w
		step.Op = op
		c.From = w.From.AddMonths(-months * i)
		c.To = c.From.AddMonths(months).AddDays(-1)
		c.Anchor = &tocsin.Anchor{Rel: "after", Text: c.From.AddMonths(-months).String() + "/" + c.From.AddDays(-1).String()}
		step.Window = &c
		s.compose(step, min(at[0], at[2]), max(at[1], at[3]), append(used, [2]int{at[0], at[1]}, [2]int{at[2], at[3]})...)
	}
}

// nthMove reads "the third consecutive monthly fall in deaths": as many changes the same way,
// the last of them in the time named.
func (s *sentence) nthMove() bool {
	for i := range s.toks {
		n := int(ordinals[s.low(i)])
		if n < 2 || !s.is(i+1, "consecutive", "straight", "successive") {
			continue
		}
		months, k := adverbs[s.low(i+2)], i+2
		if months > 0 {
			k++
		}
		op := moves[s.low(k)]
		it, ok := s.gather()
		own, since := s.ownAndSince(it.times, len(s.toks))
		if op == "" || !ok || own == nil || since != nil || own.When.Open != "none" || len(it.actors) > 1 || s.noneSaidAt() {
			return false
		}
		if length := map[string]int{"year": 12, "month": 1}[own.When.Precision]; months == 0 || length != months {
			if months != 0 {
				return false
			}
			months = length
		}
		w := own.When
		if months == 0 || w.From.AddMonths(months).AddDays(-1) != w.To {
			return false
		}
		if _, placed := s.whereabouts(it); len(it.towns) > 0 && !placed {
			return false
		}
		s.writeMoves(it, [4]int{i, k + 1, own.Lo, own.Hi}, slices.Repeat([]string{op}, n), w, months)
		return len(s.out) > 0
	}
	return false
}

// moveAt is a change said to be the first of its kind: its tokens up to "time" or to the noun,
// and which way it went.
func (s *sentence) moveAt() (lo, hi int, op string) {
	for i := range s.toks {
		if s.seq(i, "for", "the", "first", "time") || s.seq(i, "for", "a", "first", "time") {
			for k := max(0, i-12); k < min(len(s.toks), i+14); k++ {
				if way, _ := s.changeWord(k); (way == "<" || way == ">") && s.toks[k].UPOS == "VERB" {
					if op != "" && op != way {
						return 0, 0, ""
					}
					lo, hi, op = min(i, k), i+4, way
				}
			}
			return lo, hi, op
		}
		if s.is(i, "first") && s.is(i-1, "the", "its", "their", "'s", "’s") {
			for k := i + 1; k < min(len(s.toks), i+4); k++ {
				if way := moves[s.low(k)]; way != "" {
					return i, k + 1, way
				}
				if !s.is(k, "annual", "yearly", "monthly", "recorded", "such", "year-on-year") {
					break
				}
			}
		}
	}
	return 0, 0, ""
}

// howLong reads "in six years", "in three months" near token hi: a step and how many.
func (s *sentence) howLong(hi int) (months, n, end int) {
	for i := hi; i < min(len(s.toks), hi+8); i++ {
		if !s.is(i, "in", "for", "over") {
			continue
		}
		k := i + 1
		for s.is(k, "more", "than", "the", "at", "least", "last", "past") {
			k++
		}
		q, ok := s.numberAt(k)
		if m := periods[s.low(q.hi)]; ok && m > 0 && q.value >= 2 && q.value <= 40 && q.value == float64(int(q.value)) && !s.isYear(k) {
			return m, int(q.value), q.hi + 1
		}
		if s.is(k, "a") && s.is(k+1, "decade") {
			return 12, 10, k + 2
		}
	}
	return 0, 0, hi
}

// ownAndSince are the time of the change and the one since which it is the first.
func (s *sentence) ownAndSince(list []*when.Found, hi int) (own, since *when.Found) {
	for _, f := range list {
		switch {
		case (s.is(f.Lo, "since") || s.is(f.Lo-1, "since")) && since == nil && f.Lo >= hi-1:
			since = f
		case own == nil:
			own = f
		default:
			return nil, nil
		}
	}
	return own, since
}
