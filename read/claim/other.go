package claim

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/text"
)

// durations finds how long a conflict has lasted: a form that check names and does
// not measure yet.
func (s *sentence) durations() {
	for _, f := range s.times {
		if f.Kind != "duration" {
			continue
		}
		for k := f.Lo - 3; k < min(len(s.toks), f.Hi+4); k++ {
			if k >= 0 && (k < f.Lo || k >= f.Hi) && s.is(k, "war", "insurgency", "conflict", "crisis", "rebellion", "uprising", "lasted", "campaign") {
				n, ok := s.numberAt(f.Lo)
				c := tocsin.Claim{Form: tocsin.FormDuration, Of: &tocsin.Measure{Act: "assault"}, Op: "~", Unit: tocsin.Years}
				if ok {
					c.Value = tocsin.Number(n.value)
				}
				if u, ok := tocsin.ParseUnit(s.low(f.Hi - 1)); ok && u.Dimension() == "time" {
					c.Unit = u
				}
				c.Of.Country, _ = s.countryFor(f.Lo, f.Hi)
				s.add(c, min(f.Lo, k), max(f.Hi, k+1))
				break
			}
		}
	}
}

// movers are verbs that say of a thing that there is more or less of it.
var movers = strings.Fields("increased increase rose risen grew grown declined decline subsided subside eased ease intensified worsened escalated diminished deepened decreased dropped surged waned abated soared dwindled mounted")

// moving are the same before a noun: "growing pressure".
var moving = strings.Fields("growing rising mounting increasing declining worsening deepening dwindling shrinking escalating")

// otherTrends finds growth and decline of what no dataset counts, so that the claim is
// on record and check can say why it cannot measure it: "under growing pressure",
// "the political crisis has not subsided".
func (s *sentence) otherTrends() {
	if slices.ContainsFunc(s.out, func(f Found) bool { return f.Claim.Form == tocsin.FormChange }) {
		return
	}
	for i := range s.toks {
		if s.class(i)&isMover == 0 || s.taken[i] {
			continue
		}
		op := ">"
		if slices.Contains(downWords, s.low(i)) {
			op = "<"
		}
		switch {
		case slices.Contains(moving, s.low(i)) && s.thing(i+1):
			s.otherTrend(op, i, i+2)
		case s.is(i, "declined", "decline") && s.objectOf(i):
			// "declined the post" makes nothing less.
		case slices.Contains(movers, s.low(i)) && s.toks[i].UPOS == "VERB":
			for k, t := range s.toks {
				if t.Head == i && (strings.HasPrefix(t.Rel, "nsubj") && !s.objectOf(i) || s.moved(i, k)) && s.thing(k) {
					lo, hi := min(i, k), max(i, k)+1
					for n, d := range s.toks { // with who did it
						if d.Head == i && strings.HasPrefix(d.Rel, "nsubj") {
							lo = min(lo, n)
						}
					}
					s.otherTrend(op, s.phraseStart(lo), hi)
					break
				}
			}
		}
	}
}

// phraseStart is where the noun phrase that holds token i begins.
func (s *sentence) phraseStart(i int) int {
	for i > 0 && (slices.Contains([]string{"ADJ", "DET", "PROPN", "NOUN", "NUM"}, s.toks[i-1].UPOS) || s.toks[i-1].XPOS == "POS") {
		i--
	}
	return i
}

// objectOf reports that the verb at i has an object.
func (s *sentence) objectOf(i int) bool {
	return slices.ContainsFunc(s.toks, func(t text.Token) bool { return t.Head == i && t.Rel == "obj" })
}

// moved reports that k is the object of the verb at i, or stands after it as one
// without a preposition.
func (s *sentence) moved(i, k int) bool {
	if s.toks[k].Rel == "obj" {
		return true
	}
	return s.toks[k].Rel == "obl" && k > i && !slices.ContainsFunc(s.toks, func(t text.Token) bool { return t.Head == k && t.Rel == "case" })
}

// thing reports a common noun at token i that is not violence.
func (s *sentence) thing(i int) bool {
	return i < len(s.toks) && s.toks[i].UPOS == "NOUN" && !s.attackWord(i) && !s.deathWord(i)
}

func (s *sentence) otherTrend(op string, lo, hi int) {
	k := tocsin.Claim{Form: tocsin.FormChange, Op: op, Unit: tocsin.Ratio}
	var at [2]int
	if w, used := s.timeFor(lo, hi); w != nil {
		k.Window, at = w, used
	}
	s.markTaken(lo, hi)
	s.add(k, lo, hi, at)
}
