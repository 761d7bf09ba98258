package claim

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/when"
)

// begun are words by which a thing is said to be new.
var begun = strings.Fields("begun began begin begins beginning started starting start first now newly recently expanded expanding unprecedented")

// firsts finds what is said to be new: "as far south as X", "for the first time",
// "the first attack in Y".
func (s *sentence) firsts() {
	s.asFarAs()
	for i := range s.toks {
		if !s.is(i, "first") || s.taken[i] {
			continue
		}
		noun := s.firstNoun(i)
		if noun < 0 || !s.newAttack(i) {
			continue
		}
		k := tocsin.Claim{Form: tocsin.FormFirst, Novelty: "first"}
		lo, hi := min(i, noun), max(i, noun)+1
		used := s.scopeOf(&k, lo, hi, "events")
		s.sinceAnchor(&k, hi)
		s.ofYear(&k, i)
		if k.Of.Actor == "" || !s.landNamed(k.Of.Country) && len(k.Places) == 0 {
			continue
		}
		if len(k.Places) > 0 && s.landNamed(k.Of.Country) {
			k.Places = nil
		}
		s.markTaken(lo, hi)
		s.add(k, lo, hi, used...)
	}
	s.neverHad()
	s.beginnings()
	s.lastAttack()
}

// neverHad reads "before July 2010, al-Shabaab had never struck in Uganda" as a first.
func (s *sentence) neverHad() {
	for i := range s.toks {
		if !s.is(i, "never") {
			continue
		}
		for k := i + 1; k < min(len(s.toks), i+6); k++ {
			if !s.attackWord(k) && !s.attackVerb(k) || s.taken[k] {
				continue
			}
			for n := range s.times {
				f := &s.times[n]
				if !s.is(f.Lo, "before", "until") && !s.is(f.Lo-1, "before", "until") {
					continue
				}
				c := tocsin.Claim{Form: tocsin.FormFirst, Novelty: "first"}
				used := s.scopeOf(&c, i, k+1, "events")
				w := s.untilThen(f)
				c.Window, c.Places = &w, nil
				if c.Of.Actor == "" || !s.landNamed(c.Of.Country) {
					return
				}
				s.markTaken(i, k+1)
				s.add(c, i, k+1, append(used, [2]int{f.Lo, f.Hi})...)
				return
			}
		}
	}
}

// beginnings finds "X's attacks in Y began in 2009".
func (s *sentence) beginnings() {
	for i := range s.toks {
		if s.taken[i] || !s.is(i, "began", "started") {
			continue
		}
		for n := i - 1; n >= max(0, i-9); n-- {
			if !s.is(n, "attacks", "insurgency", "campaign") || !s.subjectLink(n+1, i) {
				continue
			}
			k := tocsin.Claim{Form: tocsin.FormFirst, Novelty: "first"}
			used := s.scopeOf(&k, n, i+1, "events")
			s.markTaken(n, i+1)
			if k.Of.Actor != "" && k.Window != nil && k.Window.Open == "none" {
				s.add(k, n, i+1, used...)
			}
			break
		}
	}
}

func (s *sentence) landNamed(name string) bool {
	return slices.ContainsFunc(s.lands, func(l land) bool { return l.name == name })
}

// newAttack reports whether "first" at i makes an attack new: "first attack", "for
// the first time", "first struck".
func (s *sentence) newAttack(i int) bool {
	return !s.seq(i-1, "at", "first") && !s.is(i+1, "half", "quarter", "months", "month", "weeks", "days", "year", "lady", "of") && !s.numeral(i+1)
}

// firstNoun is the attack that "first" at i speaks of, -1 for none.
func (s *sentence) firstNoun(i int) int {
	if s.is(i+1, "time") {
		for k := range s.toks {
			if s.attackWord(k) || s.attackVerb(k) {
				return k
			}
		}
		return -1
	}
	for k := i + 1; k < min(len(s.toks), i+6); k++ {
		if s.is(k, "coup", ",", ".") {
			return -1
		}
		if s.attackWord(k) || s.attackVerb(k) || s.emerged(k) {
			return k
		}
	}
	return -1
}

// emerged reports "was first recorded in", "first appeared in", "first emerged in".
func (s *sentence) emerged(i int) bool {
	return s.is(i, "recorded", "active", "appeared", "emerged", "surfaced", "seen", "reported") && s.is(i-1, "first")
}

func (s *sentence) attackVerb(i int) bool {
	return s.is(i, "attacked", "struck", "bombed", "raided", "ambushed", "stormed", "shelled", "assaulted", "fought")
}

// sinceAnchor turns a window "since 1999" of a first into an anchor: none between.
func (s *sentence) sinceAnchor(k *tocsin.Claim, hi int) {
	for n := range s.times {
		f := &s.times[n]
		if f.When.From.IsZero() || f.When.Open != "end" && !s.is(f.Lo, "since") && !s.is(f.Lo-1, "since") {
			continue
		}
		w := f.When
		w.To, w.Open = 0, "none"
		w.Anchor = &tocsin.Anchor{Rel: "since", Text: sinceText(f)}
		for m := range s.times { // "in August 2020 ... the first since 2012"
			o := s.times[m]
			if m != n && o.When.Open == "none" && !o.When.To.IsZero() && o.When.To > w.From {
				w.To, w.Precision = o.When.To, o.When.Precision
			}
		}
		k.Window = &w
		return
	}
}

// sinceText is the year, month or day that a since names.
func sinceText(f *when.Found) string {
	d := f.When.From.String()
	if strings.Contains(strings.ToLower(f.When.Text), "end of") && !f.When.To.IsZero() && f.When.To > f.When.From {
		d = f.When.To.String()
	} else if endsThen(f) {
		d = f.When.From.AddDays(-1).String()
	}
	switch f.When.Precision {
	case "year":
		return d[:4]
	case "month":
		return d[:7]
	}
	if strings.HasSuffix(d, "-01-01") {
		return d[:4]
	}
	return d
}

// endsThen reports a time that begins when another ends: "since the end of 2007".
func endsThen(f *when.Found) bool {
	low := strings.ToLower(f.When.Text)
	return f.When.Open == "end" && (strings.Contains(low, "end of") || strings.Contains(low, "close of")) && (f.When.Precision == "year" || f.When.Precision == "month")
}

// asFarAs finds "as far south as X": a first toward a bearing, and an event at X.
func (s *sentence) asFarAs() {
	for i := 0; i+4 < len(s.toks); i++ {
		if !s.is(i, "as") || !s.is(i+1, "far", "deep") {
			continue
		}
		k := i + 2
		if s.is(k, "to", "into") {
			k += 2
		}
		deg, after, ok := s.compass(k)
		if !ok || !s.is(after, "as") {
			continue
		}
		y, ok := s.spotFrom(after + 1)
		if !ok {
			continue
		}
		c := tocsin.Claim{Form: tocsin.FormFirst, Value: tocsin.Number(deg), Unit: tocsin.Bearing}
		used := s.scopeOf(&c, i, y.hi, "events")
		if c.Of.Actor == "" {
			c.Of.Actor, used = s.anyActor(i), append(used, [2]int{})
		}
		c.Places = []tocsin.Place{y.place}
		if of := *c.Of; !s.landNamed(of.Country) { // that of the place it reached is no limit
			of.Country = ""
			c.Of = &of
		}
		for t := 0; t < i; t++ {
			if slices.Contains(begun, s.low(t)) {
				c.Novelty = "first"
			}
		}
		never, clear := s.noneSaid(0, i)
		switch {
		case !clear:
			continue
		case never:
			c.Op = "<"
		case s.is(i-1, "only", "just"): // and no further
			c.Op = "<="
		}
		s.markTaken(0, y.hi) // the attacks before it are these, and no others
		s.add(c, i, y.hi, used...)
		if never {
			continue
		}
		at := tocsin.Claim{Form: tocsin.FormCount, Of: c.Of, Window: c.Window, Places: c.Places, Op: ">=", Value: tocsin.Number(1), Unit: tocsin.Events}
		s.add(at, i, y.hi, used...)
	}
}

// anyActor is the nearest actor before token i, however far.
func (s *sentence) anyActor(i int) string {
	name := ""
	for _, a := range s.parties() {
		if a.hi <= i {
			name = a.text
		}
	}
	return name
}

// lastAttack finds "X's last attack in Y was in May 2015".
func (s *sentence) lastAttack() {
	for i := range s.toks {
		if !s.is(i, "last", "latest") && !(s.is(i, "recent") && s.is(i-1, "most")) || s.taken[i] {
			continue
		}
		for k := i + 1; k < min(len(s.toks), i+4); k++ {
			if !s.is(k, "attack", "attacks", "assault", "raid", "bombing") {
				continue
			}
			c := tocsin.Claim{Form: tocsin.FormLast}
			used := s.scopeOf(&c, i, k+1, "events")
			if c.Window == nil || c.Of.Actor == "" {
				break
			}
			c.Places = nil
			s.ofYear(&c, i)
			s.markTaken(i, k+1)
			s.add(c, i, k+1, used...)
			break
		}
	}
}

// presences finds that someone attacked somewhere at some time, with no number.
func (s *sentence) presences() {
	for i := range s.toks {
		if s.taken[i] || !(s.attackVerb(i) || s.attackWord(i) && s.doneBefore(i)) || s.ofAll(i) {
			continue
		}
		k := tocsin.Claim{Form: tocsin.FormDate}
		used := s.scopeOf(&k, i, i+1, "events")
		if at := s.joinYears(&k); at[1] > 0 {
			used = append(used, at)
			s.add(s.inYear(k, at), i, i+1, used...)
			k.Window = s.firstYear(k.Window)
		}
		if k.Of.Actor == "" || s.denied(i) {
			continue
		}
		if len(k.Places) > 0 && (k.Places[0].Relation == "" || k.Window == nil || k.Places[0].Precision != "region") {
			k.Form, k.Op, k.Value, k.Unit = tocsin.FormCount, ">=", tocsin.Number(1), tocsin.Events
		} else if k.Window == nil || !s.landNamed(k.Of.Country) {
			continue
		}
		s.markTaken(i, i+1)
		s.add(k, i, i+1, used...)
		return
	}
}

// ofAll reports that the attacks at token i are all, most or none of their kind: that there was
// one is not what the text says.
func (s *sentence) ofAll(i int) bool {
	return s.near(max(0, i-4), min(i, 4), func(k int) bool {
		return s.is(k, "every", "all", "most", "none", "no", "virtually", "majority", "half", "few", "bulk") && !s.timeOver(k) && !(s.is(k, "all", "half") && periods[s.low(k+1)] > 0)
	})
}

// inYear is a presence in the second of two years that the text joins.
func (s *sentence) inYear(k tocsin.Claim, at [2]int) tocsin.Claim {
	for _, f := range s.times {
		if f.Lo == at[0] {
			w := f.When
			k.Window = &w
		}
	}
	return k
}

// firstYear cuts a window of two years to the first of them.
func (s *sentence) firstYear(w *tocsin.When) *tocsin.When {
	c := *w
	c.To = w.From.AddMonths(12).AddDays(-1)
	if w.Precision == "month" {
		c.To = w.From.MonthEnd()
	}
	return &c
}

// doneBefore reports whether the attack noun at i is something done: "carried out
// attacks", "claimed an attack", "attacks by", "was active".
func (s *sentence) doneBefore(i int) bool {
	for k := i - 1; k >= max(0, i-6); k-- {
		if s.is(k, "carried", "carrying", "launched", "launching", "staged", "conducted", "mounted", "committed", "perpetrated", "claimed", "made", "executed", "waged", "were", "was", "there", "began", "unleashed", "carry", "launch", "stage", "conducting", "staging") {
			return true
		}
	}
	for k := i + 1; k < min(len(s.toks), i+5); k++ {
		if s.is(k, "by", "took", "occurred", "killed", "hit") {
			return true
		}
	}
	return false
}

// denied reports a future, a condition or a wish around token i.
func (s *sentence) denied(i int) bool {
	for k := max(0, i-8); k < i; k++ {
		if s.timeOver(k) {
			continue // the month of May
		}
		if s.is(k, "will", "would", "could", "may", "might", "should", "plan", "plans", "planned", "planning", "threatened", "if", "prevent", "avoid", "foiled", "thwarted", "responsibility") {
			return true
		}
	}
	return false
}
