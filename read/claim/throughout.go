package claim

import (
	"strings"

	"tocsin"
)

// throughout reads what is said of all violence of a kind: that it lay on one side of a
// town, within so far of it, in one place or country, or that one group had part in all of
// it. It is a share of all, in the place or of the actor.
func (s *sentence) throughout(it elements) bool {
	at := s.allAt()
	if at < 0 || s.otherNumber(it) {
		return false
	}
	w, used, ok := s.oneWindow(it)
	if !ok {
		return false
	}
	k, of := s.claimOf(it, tocsin.FormShare)
	for _, p := range s.spots() {
		if k.Of.Country == "" && p.area && p.place.Precision == "region" && p.iso != "" {
			k.Of.Country = s.country(p.iso) // in northern Mozambique
		}
	}
	used = append(used, of...)
	k.Op, k.Value, k.Unit, k.Window = "=", tocsin.Number(100), tocsin.Percent, w
	p, placed := s.whereabouts(it)
	switch {
	case s.sided() && !(placed && p.place.Relation != "" && s.inWhich(p.lo)):
		if placed && p.place.Relation != "" || len(it.actors) != 1 || k.Of.Country == "" {
			return false
		}
		than := *k.Of
		than.Actor = ""
		k.Than = &than
	case placed && p.lo >= at-1 || placed && p.place.Relation != "" && s.is(at, "only", "confined", "limited", "restricted"):
		k.Places, used = []tocsin.Place{p.place}, append(used, [2]int{p.lo, p.hi})
		if q, at, ok := s.exception(); ok {
			q.place.Relation = "except"
			k.Places, used = append(k.Places, q.place), append(used, at)
		}
	case len(it.towns) == 0 && len(it.lands) == 1 && it.lands[0].lo > at && len(it.actors) == 1 && s.inPhrase(it.lands[0].lo) && s.befell(at, it.lands[0].lo):
		k.Places = []tocsin.Place{{Role: "in", Text: k.Of.Country, Precision: "country"}}
		k.Of.Country = ""
	default:
		return false
	}
	if k.Of.Country == "" && k.Of.Actor == "" {
		return false
	}
	s.compose(k, 0, len(s.toks), used...)
	if placed && !strings.HasPrefix(p.place.Relation, "outside ") {
		s.beyond(k, p, it, used)
	}
	return true
}

// oneWindow is the one time of the sentence.
func (s *sentence) oneWindow(it elements) (*tocsin.When, [][2]int, bool) {
	list := s.ownWindows(it)
	if len(list) == 2 && list[0].Open == "none" && list[1].Open == "none" && list[0].To.AddDays(1) == list[1].From && list[0].Precision == list[1].Precision {
		list[0].To, list[0].Text = list[1].To, list[0].Text+" and "+list[1].Text // in 2015 and 2016
		list = list[:1]
	}
	if w, ok := s.untilNow(); ok && len(list) == 0 && len(it.times) == 0 && s.onRecord() {
		list = append(list, w)
	}
	if len(list) != 1 {
		return nil, nil, false
	}
	var used [][2]int
	for _, f := range it.times {
		used = append(used, [2]int{f.Lo, f.Hi})
	}
	return &list[0], used, true
}

// allAt is the word that says all or only, -1 where there is none or another takes some
// of it back.
func (s *sentence) allAt() int {
	at := -1
	_, out, _ := s.exception()
	for i := range s.toks {
		if s.dateOver(i) || i >= out[0] && i < out[1] {
			continue
		}
		if s.is(i, "almost", "nearly", "virtually", "mostly", "mainly", "practically", "largely", "most", "no", "not", "never", "none", "n't", "neither", "few", "nor", "aside", "excluding", "apart", "if", "would", "could") || s.is(i, "but", "except", "bar") && s.is(i-1, "all", "every") {
			return -1
		}
		violent := func(n int) bool { return s.near(i+1, n, func(k int) bool { return s.violentWord(k) }) }
		switch s.low(i) {
		case "without":
			if s.is(i+1, "exception") && at < 0 {
				at = i
			}
		case "invariably":
			if at < 0 {
				at = i
			}
		case "everything":
			if at < 0 && s.everything(i) {
				at = i
			}
		case "all":
			if s.is(i-1, "in", "at", "of", "for", "above") || s.is(i+1, "over", "time", "sides", "-") || periods[s.low(i+1)] > 0 || at >= 0 {
				continue
			}
			at = i
		case "every", "each":
			if periods[s.low(i+1)] == 0 && !s.is(i+1, "day", "week", "other") && violent(6) && at < 0 {
				at = i
			}
		case "only", "exclusively", "entirely", "solely", "wholly", "nowhere":
			if at < 0 && s.near(i+1, 2, func(k int) bool {
				_, _, side := s.compass(k)
				return side || s.is(k, "in", "within", "at", "to", "inside", "near", "on", "around", "but")
			}) {
				at = i
			}
		case "confined", "limited", "restricted":
			if s.is(i+1, "to") && at < 0 {
				at = i
			}
		}
	}
	return at
}

// sided reports words by which a group had part in what the sentence speaks of, said of
// that and not of where it was.
func (s *sentence) sided() bool {
	for i := range s.toks {
		if s.seq(i, "on", "one", "side") || s.seq(i, "one", "of", "the", "sides") || s.seq(i, "one", "of", "the", "belligerents") || s.seq(i, "one", "of", "the", "parties") || s.seq(i, "a", "party", "to") ||
			s.seq(i, "took", "part", "in") || s.seq(i, "had", "a", "hand", "in") || s.is(i, "involved", "featured", "implicated") && (s.toks[i].UPOS == "VERB" && i > 0 && s.violentWord(i-1) || s.dateOver(i-1) || s.is(i-1, "was", "were") && s.is(i+1, "in")) {
			return true
		}
	}
	return false
}

// befell reports a word of happening among tokens [lo, hi).
func (s *sentence) befell(lo, hi int) bool {
	return s.near(lo, hi-lo, func(k int) bool {
		return s.is(k, "took", "happened", "occurred", "only", "exclusively", "confined", "restricted", "limited", "fell", "struck", "was", "were", "came", "entirely", "solely")
	})
}

// everything reports "everything on record", "everything attributed to": all violence.
func (s *sentence) everything(i int) bool {
	return s.is(i, "everything", "anything") && s.near(i+1, 4, func(k int) bool {
		return s.is(k, "record", "recorded", "known", "logged", "attributed", "documented", "registered", "reported", "involving")
	})
}

// inWhich reports that the violence is named by who had part in it, before the verb of where it
// was: "the clashes in which the rebels were involved fell within 50 km of Goma".
func (s *sentence) inWhich(before int) bool {
	for i := range before {
		if s.is(i, "which") && s.is(i-1, "in") {
			return s.near(i, before-i, func(k int) bool { return s.is(k, "involved", "part", "fought") })
		}
	}
	return false
}
