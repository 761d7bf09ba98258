package claim

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/when"
)

// wagers gives the claim the one group whose campaign the sentence tells of, or the two states
// at war; "the rebels" beside a group's name are that group.
func (s *sentence) wagers(k *tocsin.Claim) (used [][2]int, ok bool) {
	if pair, at, ok := s.twoStates(); ok {
		k.Of = &tocsin.Measure{Act: "assault", Measure: s.ofClass("events"), Actor: pair}
		return [][2]int{at}, true
	}
	own := slices.DeleteFunc(s.actorOperands(), func(o operand) bool {
		return o.actor.generic && s.is(o.lo-1, "the", "its", "their", "these", "those") && o.lo > 1
	})
	if len(own) != 1 || own[0].actor.generic || len(s.landOperands()) > 1 {
		return nil, false
	}
	used = s.fill(k, "events", s.landOperands(), own)
	if len(s.landOperands()) == 0 {
		k.Of.Country = ""
	}
	return used, true
}

// beginnings are words for the start of a war.
var beginnings = strings.Fields("broke began begun started erupted launched outbreak beginning starting flared ignited opened onset start rose")

// begun is the time at which a war is said to have begun, before or after the verb that tells how
// long it went on: "the revolt that broke out in April 2012 went on for a year".
func (s *sentence) begun(verb int) *when.Found {
	for n := range s.times {
		f := &s.times[n]
		if f.Kind != when.Date || f.When.From.IsZero() || f.When.To.IsZero() || f.When.Open != "none" || s.is(f.Lo, "from", "between") {
			continue
		}
		for k := f.Lo; k >= max(0, f.Lo-4) && k != verb; k-- {
			if s.is(k, beginnings...) {
				return f
			}
		}
	}
	return nil
}

// overAt reports at token i how a war ended: "the rebels were beaten", "its defeat".
func (s *sentence) overAt(i int) bool {
	return s.near(i, 6, func(k int) bool {
		return s.is(k, "beaten", "defeated", "crushed", "routed", "defeat", "collapse", "collapsed", "surrendered", "surrender", "ended", "over", "end", "quelled", "suppressed", "peace", "ceasefire", "truce", "vanquished", "overcome", "disarmed", "fizzled", "subdued", "stopped", "disbanded", "petered")
	})
}
