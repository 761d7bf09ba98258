package claim

import (
	"strings"

	"tocsin"
	"tocsin/read/when"
)

// blows are verbs of what kills in one attack, besides those of attackVerb.
var blows = strings.Fields("exploded detonated opened rammed blew hit attacked struck bombed raided stormed shelled ambushed overran slammed drove fired")

// perished reads how many died "when a bomb exploded in" a town in some month: the dead of
// the town then. It is read where the tree hangs place and time on the other verb.
func (s *sentence) perished() {
	verb := -1
	for i := 1; s.has(isKill|isDeath) && i+3 < len(s.toks); i++ {
		if s.is(i, "died", "killed", "dead", "perished") && s.is(i+1, "when", "as", "after") {
			verb = i
			break
		}
	}
	if verb < 0 || !s.near(verb+2, 9, func(k int) bool { return s.is(k, blows...) }) {
		return
	}
	var q number
	found := false
	for k := max(0, verb-7); k < verb && !found; k++ {
		q, found = s.quantity(k)
	}
	var own *when.Found
	for n := range s.times {
		if f := &s.times[n]; f.Kind == when.Date && !f.When.From.IsZero() && f.When.To >= f.When.From && f.When.To < f.When.From.AddDays(32) && f.When.Open == "none" {
			if own != nil {
				return
			}
			own = f
		}
	}
	var town *spot
	for _, p := range s.spots() {
		if p.lo > verb && !p.area && p.place.Precision != "country" {
			if town != nil {
				return
			}
			town = &p
		}
	}
	if !found || own == nil || town == nil || own.Hi <= verb || s.hurtOnly(q.hi, verb) || s.near(q.hi, verb-q.hi, func(k int) bool { return s.is(k, "and", ",") }) {
		return
	}
	kept := s.out[:0]
	for _, f := range s.out {
		if f.Claim.Form != tocsin.FormCount && f.Claim.Form != tocsin.FormDate {
			kept = append(kept, f)
		}
	}
	s.out = kept
	k := tocsin.Claim{Form: tocsin.FormCount, Op: q.op, Value: tocsin.Number(q.value), Unit: tocsin.Deaths, Of: &tocsin.Measure{Act: "assault", Measure: "deaths"}, Places: []tocsin.Place{town.place}}
	if town.iso != "" {
		k.Of.Country = s.country(town.iso)
	}
	w := own.When
	k.Window = &w
	s.compose(k, q.lo, verb+1, [2]int{own.Lo, own.Hi}, [2]int{town.lo, town.hi})
}
