package claim

import (
	"slices"

	"tocsin"
	"tocsin/read/when"
)

// nthThere reads how manieth event of a town one was within some time: "Saturday's bombing
// was the third deadly incident to hit the capital in less than a month", "has been struck
// three times in four weeks". It is a number of events there in the time that ends then.
func (s *sentence) nthThere() bool {
	if !s.has(isNth) {
		return false
	}
	n, at := s.nth()
	if n == 0 || len(s.actorOperands()) > 0 {
		return false
	}
	q, unit, hi, ok := s.timeLength()
	if !ok || q.op == ">" || q.op == ">=" || q.lo < at || !s.near(max(0, q.lo-4), 4, func(k int) bool { return s.is(k, "in", "within", "inside", "space") }) && !s.is(q.lo, "in", "within") {
		return false
	}
	days, err := tocsin.Quantity{Value: q.value, Unit: unit}.To(tocsin.Days)
	var town *spot
	for _, p := range s.spots() {
		if !p.area && p.place.Precision != "country" {
			if town != nil && town.place.Text != p.place.Text {
				return false
			}
			town = &p
		}
	}
	if err != nil || town == nil || days.Value > 400 {
		return false
	}
	own := tocsin.When{From: s.c.Published.AddDays(-1), To: s.c.Published.AddDays(-1), Open: "none", Precision: "day"}
	for i := range s.times {
		f := &s.times[i]
		if f.Kind != when.Date || f.When.From.IsZero() {
			continue
		}
		if f.When.From != f.When.To {
			return false
		}
		own = f.When
	}
	if s.c.Published.IsZero() {
		return false
	}
	k := tocsin.Claim{Form: tocsin.FormCount, Op: "=", Value: tocsin.Number(n), Unit: tocsin.Events, Of: &tocsin.Measure{Act: "assault", Measure: "events"}, Places: []tocsin.Place{town.place}}
	if k.Of.Country = s.country(town.iso); k.Of.Country == "" {
		k.Of.Country = s.country(s.c.Country)
	}
	w := own
	w.From, w.Text = own.To.AddDays(1-int(days.Value)), own.Text+" "+s.text(q.lo, hi)
	w.Anchor = &tocsin.Anchor{Rel: "until", Text: own.To.String()}
	k.Window = &w
	s.compose(k, at, max(hi, at+1), [2]int{town.lo, town.hi})
	return true
}

// nth is the number of an event among those of its kind, and its token.
func (s *sentence) nth() (float64, int) {
	for i := range s.toks {
		if n := ordinals[s.low(i)]; n > 1 && !s.timeOver(i) {
			for k := i + 1; k < min(i+5, len(s.toks)); k++ {
				if slices.Contains(singles, s.low(k)) && !s.near(i+1, k-i-1, func(t int) bool { return s.is(t, "deadliest", "bloodiest", "worst", "largest", "biggest") }) {
					return n, i
				}
			}
			if s.is(i+1, "in", "there", "within") && s.is(i-1, "the", "its") && s.near(0, i, s.attackWord) {
				return n, i
			}
		}
		if q, ok := s.numberAt(i); ok && s.is(q.hi, "times") && q.value >= 2 && q.value <= 12 && s.near(max(0, i-4), 4, func(k int) bool {
			return s.is(k, "struck", "hit", "attacked", "bombed", "targeted", "raided")
		}) {
			return q.value, i
		}
	}
	return 0, -1
}

// beforeFirst reads what a group did in one country before its first attack in another:
// "killed dozens of people in Uganda before it ever carried out an attack in Kenya".
func (s *sentence) beforeFirst() bool {
	if !s.has(isBefore) {
		return false
	}
	at := slices.IndexFunc(lowered(s.toks), func(w string) bool { return w == "before" })
	lands, actors := s.landOperands(), s.actorOperands()
	if at < 0 || len(lands) != 2 || len(actors) != 1 || actors[0].actor.generic || len(s.times) > 1 || !s.near(at+1, 7, func(k int) bool { return s.is(k, "ever", "first") }) {
		return false
	}
	for n := range s.times {
		if f := &s.times[n]; !f.When.From.IsZero() && !f.When.To.IsZero() {
			return false
		}
	}
	if s.near(0, len(s.toks), func(k int) bool {
		return s.is(k, "no", "not", "never", "n't", "nobody", "without") || slices.Contains(coupWords, s.low(k))
	}) {
		return false
	}
	own, other := lands[0], lands[1]
	if at == 0 { // before it ever attacked Kenya, it had killed dozens in Uganda
		own, other = lands[1], lands[0]
	}
	k := tocsin.Claim{Form: tocsin.FormCount, Op: ">", Value: tocsin.Number(0), Unit: tocsin.Events}
	used := s.fill(&k, "events", []operand{own}, actors)
	for i := range s.toks {
		if q, ok := s.quantity(i); ok && q.value > 1 && !s.timeOver(q.hi-1) && periods[s.low(q.hi)] == 0 {
			if q.upper > 0 || !s.near(0, len(s.toks), func(k int) bool { return s.deathWord(k) || s.killWord(k) }) {
				return false
			}
			k.Op, k.Value, k.Unit, k.Of.Measure = q.op, tocsin.Number(q.value), tocsin.Deaths, "deaths"
			break
		}
	}
	if s.c.Published.IsZero() || k.Op == "=" || k.Op[0] == '<' {
		return false
	}
	k.Than = &tocsin.Measure{Act: "assault", Actor: k.Of.Actor, Country: other.land.name, Measure: "first"}
	k.Window = &tocsin.When{To: s.c.Published.AddDays(-1), Open: "start", Precision: "past", Text: "before"}
	s.compose(k, min(at, own.lo), max(at+1, other.hi), append(used, [2]int{other.lo, other.hi})...)
	return true
}
