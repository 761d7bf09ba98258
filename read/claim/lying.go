package claim

import (
	"slices"

	"tocsin"
)

// lying reads how far or which way from a town an event of one day was: "the camp overrun
// on 9 January lies 200 km from Niamey", "struck south-east of Mopti".
func (s *sentence) lying(it elements) bool {
	w, used, ok := s.oneWindow(it)
	if !ok || w.From.IsZero() || w.To.IsZero() || w.To.AddDays(-31) > w.From {
		return false
	}
	if s.near(0, len(s.toks), func(k int) bool {
		return s.is(k, "all", "every", "each", "only", "none", "no", "never", "not", "attacks", "most", "half", "closest", "nearest", "furthest", "farthest", "closer", "if", "would", "could", "will")
	}) {
		return false
	}
	k, of := s.claimOf(it, tocsin.FormDirection)
	used, k.Window = append(used, of...), w
	for _, p := range it.towns {
		q, u, _, far := s.lengthFrom(p)
		deg, lo, side := s.sideBefore(p.lo)
		if !far && !side || s.is(p.hi, "town", "city", "village", "capital", "port") && len(it.towns) > 1 {
			continue // the North Sinai town of El Arish
		}
		if k.Of.Country == "" && p.iso != "" {
			k.Of.Country = s.country(p.iso)
		}
		if k.Of.Country == "" {
			return false
		}
		k.Places = []tocsin.Place{p.place}
		if side {
			c := k
			c.Value, c.Unit = tocsin.Number(deg), tocsin.Bearing
			s.compose(c, lo, p.hi, used...)
		}
		if far {
			c := k
			c.Form, c.Op, c.Value, c.Unit = tocsin.FormDistance, q.op, tocsin.Number(q.value), u
			if q.upper > q.value {
				c.Value, c.Op = tocsin.Number((q.value+q.upper)/2), "~"
			}
			s.compose(c, q.lo, p.hi, used...)
		}
		s.tollOfDay(k)
		return true
	}
	return false
}

// ends reads the first or the last of a group's violence, or of that between two: "June
// 2009 saw the last bloodshed between the state and the Tigers".
func (s *sentence) ends(it elements) bool {
	if it.actor == "" || s.noneSaidAt() || s.otherNumber(it) || len(it.towns) > 0 {
		return false
	}
	w, used, ok := s.oneWindow(it)
	if !ok || w.Open != "none" {
		return false
	}
	for i := range s.toks {
		form := tocsin.FormLast
		switch {
		case s.is(i, "first", "earliest") && s.newAttack(i) && !s.is(i-1, "the") || s.seq(i-1, "the", "first") && s.newAttack(i):
			form = tocsin.FormFirst
		case s.is(i, "last", "latest", "final") && periods[s.low(i+1)] == 0 && !s.is(i+1, "days", "weeks", "day", "week", "months", "years", "half", "quarter", "of"):
		case s.seq(i, "end", "of") && s.is(i-1, "the"):
		default:
			continue
		}
		if s.dateOver(i) || !s.near(i+1, 6+4*boolInt(s.is(i+1, "time")), s.violentWord) {
			continue
		}
		k, of := s.claimOf(it, form)
		if len(it.lands) == 0 {
			k.Of.Country = ""
		}
		if k.Window = w; form == tocsin.FormFirst {
			k.Novelty = "first"
		}
		s.ofYear(&k, i)
		s.compose(k, i, i+1, append(used, of...)...)
		return true
	}
	return false
}

// noneSaidAt reports a word that denies.
func (s *sentence) noneSaidAt() bool {
	return s.near(0, len(s.toks), func(k int) bool {
		return slices.Contains(nones, s.low(k)) || s.is(k, "since", "if", "would", "could", "may", "not") && !s.dateOver(k)
	})
}

// lasting reads how long fighting lasted: "the 2014 war between Israel and Hamas lasted
// some seven weeks".
func (s *sentence) lasting(it elements) bool {
	q, unit, hi, ok := s.timeLength()
	if !ok || it.actor == "" || !s.near(0, len(s.toks), func(k int) bool {
		return s.is(k, "lasted", "spanned", "raged", "dragged", "stretched", "lasting") || s.seq(k, "went", "on") || s.seq(k, "was", "over")
	}) || s.noneSaidAt() {
		return false
	}
	var own *tocsin.When
	k, used := s.claimOf(it, tocsin.FormDuration)
	for _, f := range it.times {
		w := f.When
		if w.From.IsZero() || w.To.IsZero() || w.Open != "none" {
			continue
		}
		if s.near(max(0, f.Lo-5), f.Lo-max(0, f.Lo-5), func(k int) bool { return s.is(k, "until", "till") }) {
			continue
		}
		if used = append(used, [2]int{f.Lo, f.Hi}); own == nil || w.To-w.From > own.To-own.From {
			own = &w
		}
	}
	if own == nil {
		return false
	}
	k.Op, k.Value, k.Unit, k.Window = q.op, tocsin.Number(q.value), unit, own
	own.Anchor = s.endTold(own.From.Year())
	s.compose(k, q.lo, hi, used...)
	return true
}

// endTold is the day until which something is said to have lasted in a year: "until the
// last days of August".
func (s *sentence) endTold(year int) *tocsin.Anchor {
	for i := range s.toks {
		if !s.is(i, "until", "till") {
			continue
		}
		for k := i + 1; k < min(len(s.toks), i+7); k++ {
			m := monthNames[s.low(k)]
			if m == 0 {
				continue
			}
			day, err := tocsin.MakeDate(year, m, 15)
			if err != nil {
				return nil
			}
			for t := i + 1; t <= k+1; t++ {
				switch x, isDay := digits(s.low(t)); {
				case s.is(t, "last", "late", "end", "final"):
					day = day.MonthEnd().AddDays(-3)
				case s.is(t, "first", "early", "beginning", "start", "opening"):
					day = day.AddDays(-11)
				case isDay && x > 0 && x < 32 && (t == k-1 || t == k+1):
					if exact, err := tocsin.MakeDate(year, m, int(x)); err == nil {
						day = exact
					}
				}
			}
			return &tocsin.Anchor{Rel: "during", Text: day.String()}
		}
	}
	return nil
}

// tollOfDay writes the dead that the sentence gives the event of its day.
func (s *sentence) tollOfDay(k tocsin.Claim) {
	for i := 0; i < len(s.toks); i++ {
		q, ok := s.quantity(i)
		if !ok {
			continue
		}
		i = q.hi - 1
		if _, _, long := s.lengthUnit(q.hi); long || s.dateOver(q.hi-1) || q.value < 2 {
			continue
		}
		if _, measure, ok := s.deadOf(q); ok {
			of := *k.Of
			of.Measure = measure
			c := tocsin.Claim{Form: tocsin.FormCount, Of: &of, Op: q.op, Value: tocsin.Number(q.value), Unit: tocsin.Deaths, Window: k.Window}
			s.compose(c, q.lo, q.hi)
		}
	}
}

// deadOf reports that a number counts the dead, whoever they were.
func (s *sentence) deadOf(q number) (int, string, bool) {
	for k := q.hi; k < min(len(s.toks), q.hi+6); k++ {
		if s.is(k, "killed", "died", "dead", "perished", "slain", "massacred", "deaths", "lives", "lost") {
			return k, "deaths", true
		}
	}
	for k := q.lo - 1; k >= max(0, q.lo-5); k-- {
		if s.killWord(k) {
			return k, "deaths", true
		}
	}
	return 0, "", false
}
