package claim

import (
	"slices"
	"strings"
)

// composed reads the claims of a sentence from its items alone, where every word of it is
// an item or narrows nothing. What was read so leaves nothing untold, and needs no tree.
func (s *sentence) composed() []Found {
	if s.roundItem(); !s.worthComposing() {
		return nil
	}
	cut := s.harmlessAsides()
	s.aside = cut
	n := len(s.toks)
	it := s.itemsOf(0, n)
	for i := 1; i < n-1; i++ {
		if it.used[i] || !s.joint(i) {
			continue
		}
		a, b := s.itemsOf(0, i), s.itemsOf(i+1, n)
		a.lend(b)
		b.lend(a)
		if s.plainly(cut, a, b) && b.whole() && a.whole() {
			if a.within(b) {
				return a.claims()
			}
			if one, other := a.claims(), b.claims(); len(one) > 0 && len(other) > 0 {
				return append(one, other...)
			}
		}
	}
	if !it.whole() || !s.plainly(cut, it) {
		return nil
	}
	return it.claims()
}

// within joins the bounds of two halves to a range: "at least 30, but never more than 50".
func (a *items) within(b *items) bool {
	if a.number == nil || b.number == nil || len(a.measures) != 1 || len(b.measures) != 1 || a.measures[0] != b.measures[0] || b.noun != b.number.lo || a.number.upper+b.number.upper > 0 || a.share != nil || b.share != nil || b.base != nil || b.dir != "" || a.dir != "" ||
		a.number.op[0] != '>' || b.number.op[0] != '<' || b.number.value <= a.number.value {
		return false
	}
	q := *a.number
	q.op, q.upper = "=", b.number.value
	a.number = &q
	return true
}

// onlyLands reports one or more countries after "only", or a number of them.
func (s *sentence) onlyLands(i int) bool {
	return s.landAt(i) != nil || s.is(i, "in") && s.landAt(i+1) != nil || s.near(i, 3, func(k int) bool { return s.is(k, "countries", "nations", "other") })
}

// fewOnly reports a number after "only".
func (s *sentence) fewOnly(i int) bool {
	_, few := s.fewAt(i + boolInt(s.is(i, "a")))
	return few || s.numeral(s.afterBound(i))
}

// joint reports a token that may part two halves of a sentence.
func (s *sentence) joint(i int) bool {
	return s.is(i, "while", "whereas", "but", "although", "though", "albeit", "yet") || s.is(i, ",") && i > 3 || s.is(i, "and") && !s.timeOver(i)
}

// worthComposing is the cheap test: a word of what is counted, and nothing that other
// readers know better.
func (s *sentence) worthComposing() bool {
	counted, n := false, len(s.toks)
	if n > 60 || s.levelTold() || !s.mayBePlain() {
		return false
	}
	for i := range s.toks {
		if s.round != nil && i >= s.round.lo && i < s.round.hi {
			continue
		}
		if s.is(i, "daily", "weekly") || s.is(i, "a", "per") && s.is(i+1, "day", "week", "month", "year") && !s.is(i+2, "earlier", "before", "ago", "later") && !s.rangeBefore(i) {
			return false // a rate
		}
		if s.is(i, "no") && s.noPeriod(i) == 0 && s.is(i+1, "other", "single", "country", "year", "month", "quarter", "week", "day") {
			return false // a rank
		}
		if s.is(i, "no") && slices.Contains(singles, s.low(i+1)) {
			return false // which single event
		}
		if s.is(i, "only") && ordinals[s.low(i-1)] > 1 && s.is(i+1, "to", "behind", "after") {
			continue // second only to
		}
		counted = counted || s.attackWord(i) || s.deathWord(i) || s.killWord(i) || s.oftener(i) || s.is(i, "active", "war", "deadlier", "bloodier", "deadly", "deadliest", "bloodiest")
		if slices.Contains(coupWords, s.low(i)) || s.is(i, "first", "last", "latest", "since", "until", "before", "only", "none", "never", "without", "neither", "nor", "km", "kilometres", "kilometers", "miles", "average", "averaged", "averaging", "any", "other", "if", "?", "n't", "not", "would", "could", "may", "might", "will", "should") &&
			!(s.is(i, "last") && periods[s.low(i+1)] > 0) && !(s.is(i, "first") && s.is(i+1, "half", "quarter", "six", "three")) && !(s.is(i, "since", "first", "last", "before") && s.timeOver(i)) && !(s.is(i, "before") && periods[s.low(i-1)] > 0) && !(s.is(i, "other") && s.is(i+1, "months", "eleven") && s.near(max(0, i-4), 4, func(k int) bool { return s.is(k, "than") })) && !(s.is(i, "before") && s.is(i-1, "one", "ones", "that", "went", "came")) && !(s.is(i, "last") && s.is(i-1, "the") && s.is(i-2, "than")) && !(s.is(i, "any", "other") && s.near(i+1, 4, func(k int) bool { return s.is(k, "but", "except", "save", "bar", "than") && s.onlyLands(k+1) })) && !(s.is(i, "only") && s.onlyLands(i+1)) && !(s.is(i, "only") && s.fewOnly(i+1)) && !(s.is(i, "any") && s.anyPeriod(i) > 0) && !s.deniedEach(i) && !(s.is(i, "never") && s.is(i+1, "left", "more", "fewer", "less", "below", "above", "over", "under")) && !(s.is(i, "may") && s.capital(i)) && !(s.is(i, "until") && s.timeOver(i)) && !s.fromNone(i) {
			return false
		}
	}
	return counted
}

// itemWords are those of items that are neither harmless nor found by others before.
var itemWords = func() map[string]bool {
	m := map[string]bool{}
	for _, list := range [][]string{genericActors, stateActors, attackNouns, deathNouns, killVerbs, peopleNouns, strings.Fields("maoist maoists naxalite naxalites southern insurgency insurgents english-speaking english speaking anglophone region regions area areas province provinces parts zones armed groups group fighters men islamic extremists with as amid despite thrice times doubling tripled trebled quintupled dozen dozens scores hundreds thousands tens several no fewer dead up to twofold threefold fourfold fivefold short close couple hundred thousand approximately roughly estimated approx exceeding exceeded topped surpassed exceed surpass reach crossed passed outnumbered perhaps security situation deteriorated whether judged by only order minimum maximum excess or so behind alone trailing ahead upwards upward northern truck car bomb suicide hotel market university mosque massacre bombing blast itself struck fought clashed attacked engaged hit raided margin wide around near west east north south western eastern central centre center far side state states provinces districts district")} {
		for _, w := range list {
			m[w] = true
		}
	}
	return m
}()

// mayBePlain is the first test: a sentence with a word of its own that no item can have is
// left at once, unless an aside may hold it.
func (s *sentence) mayBePlain() bool {
	strange := -boolInt(s.near(0, len(s.toks), func(k int) bool { return s.is(k, "deep") && s.is(k+1, "south") }))
	for i := range s.toks {
		low := s.toks[i].Lower
		if s.round != nil && i >= s.round.lo && i < s.round.hi {
			continue
		}
		if harmlessWords[low] || itemWords[low] {
			if low == "with" || low == "as" || low == "amid" || low == "despite" {
				return true
			}
			continue
		}
		if c := s.toks[i].Text[0]; c < 'a' || c > 'z' || harmless(low) || s.timeOver(i) || s.actorOver(i) || s.landAt(i) != nil {
			continue
		}
		if strange++; strange > 1 {
			return false
		}
	}
	return true
}

// harmlessAsides are the tokens of what went on meanwhile: "with war raging in Tigray", "as
// the war against Islamic State wound down", without a number or a time.
func (s *sentence) harmlessAsides() []bool {
	cut := make([]bool, len(s.toks))
	s.situations(cut)
	s.sourceSays(cut)
	for i := 0; i < len(s.toks); i++ {
		if s.is(i, "over") && s.is(i-1, "war", "conflict", "fighting", "dispute") && s.capital(i+1) && !s.timeOver(i+1) {
			for cut[i] = true; i+1 < len(s.toks) && s.capital(i+1) && s.toks[i+1].UPOS == "PROPN"; i++ {
				cut[i+1] = true
			}
			continue
		}
		if s.is(i, "at") && s.is(i+1, "its", "their", "the") && s.is(i+2, "height", "peak", "zenith", "apex") {
			cut[i], cut[i+1], cut[i+2] = true, true, true
			continue
		}
		if s.is(i, "deep", "far") && s.is(i+1, "south") && s.near(0, i, func(k int) bool { return s.landAt(k) != nil && s.landAt(k).iso == "TH" }) && len(s.parties()) > 0 {
			cut[i], cut[i+1] = true, true // where its separatists are
			continue
		}
		if hi := s.anglophone(i); hi > i {
			for k := i; k < hi; k++ {
				cut[k] = true
			}
			continue
		}
		if !s.is(i, "with", "as", "amid", "despite") || i > 0 && s.is(i, "with") && !s.is(i-1, ",") {
			continue
		}
		hi := i + 1
		for hi < len(s.toks) && !s.is(hi, ",", ".", ";") {
			hi++
		}
		if i == 0 && hi >= len(s.toks)-3 || !s.near(i, 5, func(k int) bool {
			return s.is(k, "war", "fighting", "conflict", "insurgency", "army", "government", "rebellion", "offensive", "campaign", "crisis", "ceasefire", "truce")
		}) || s.near(i, hi-i, func(k int) bool { return s.timeOver(k) || s.numeral(k) || s.deathWord(k) }) {
			continue
		}
		for k := i; k < hi; k++ {
			cut[k] = true
		}
	}
	return cut
}

// anglophone is the token after the regions of Cameroon that its separatists want, where
// the sentence tells of those, from token i on: it narrows nothing.
func (s *sentence) anglophone(i int) int {
	if !s.near(0, len(s.toks), func(k int) bool { return s.is(k, "separatist", "separatists", "ambazonian", "secessionist") }) {
		return i
	}
	hi := i
	if s.is(i, "english-speaking", "anglophone") {
		hi = i + 1
	} else if s.is(i, "english") && s.is(i+1, "-") && s.is(i+2, "speaking") {
		hi = i + 3
	}
	if hi > i && s.is(hi, "regions", "region", "areas", "provinces", "parts", "zones") {
		hi++
	}
	return hi
}

// plainly reports that every token is an item or a word that narrows nothing.
func (s *sentence) plainly(cut []bool, list ...*items) bool {
	for i := range s.toks {
		if cut[i] || s.inDateline(i) || s.toks[i].UPOS == "PUNCT" || s.is(i, "'s", "’s", "'", "’", ",", ".", ":", "-", "–", "—", "\"") || slices.ContainsFunc(list, func(it *items) bool { return it.used[i] }) {
			continue
		}
		if !harmless(s.low(i)) || i > 0 && s.capital(i) && monthNames[s.low(i)] == 0 && !s.is(i-1, ":", "—", "–", "-") {
			return false
		}
	}
	return true
}

// whole reports items that fit one claim.
func (it *items) whole() bool {
	if it.broken || len(it.measures) == 0 && !it.dead || len(it.lands) > 1 || len(it.parties) > 1 || len(it.places) > 1 {
		return false
	}
	if it.s.round != nil && (it.share != nil || it.baseLand != nil || it.baseParty != nil || len(it.lands) == 0 && it.s.round.iso == "" && it.s.c.Country == "") {
		return false
	}
	return len(it.lands)+len(it.parties)+len(it.places) > 0 || it.s.c.Country != "" || it.s.round != nil
}

// lend gives to the other half of the sentence what it does not say itself.
func (it *items) lend(to *items) {
	if len(to.lands) == 0 {
		to.lands = it.lands
	}
	if len(to.parties) == 0 {
		to.parties = it.parties
	}
	if len(to.places) == 0 {
		to.places = it.places
	}
	if to.own == nil && it.own != nil && !to.length {
		to.own, to.ownAt = it.own, it.ownAt
		if to.run == 0 && to.otherHalf() && it.own.To == it.own.From.AddMonths(6).AddDays(-1) {
			c := *it.own
			c.From, c.To = c.From.AddMonths(6), c.To.AddDays(1).AddMonths(6).AddDays(-1)
			to.own = &c
		}
	}
	if to.base == nil && !to.prior {
		to.base, to.prior = it.base, it.prior
	}
	it.lendMore(to)
	if len(to.measures) == 0 && to.number != nil {
		to.measures, to.noun = it.measures, to.number.lo
	}
	if to.step == 0 && to.run == 0 && it.run == 0 {
		to.step = it.step
	}
}

// otherHalf reports "in the second", of a year's halves.
func (it *items) otherHalf() bool {
	return it.s.near(it.lo, it.hi-it.lo, func(k int) bool { return it.s.is(k, "second", "latter") && it.s.is(k-1, "the") })
}
