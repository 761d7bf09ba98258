package claim

import (
	"slices"
	"strconv"
	"strings"

	"tocsin"
	"tocsin/read/when"
)

// How near to a town attacks came is told by the nearest of them, "the nearest attack to Dakar lay
// more than 500 km away", or denied, "no attack came closer than 300 km to Yaoundé". Both say that
// there was none within a circle, or one at least.

// A closest is what such a sentence names.
type closest struct {
	s       *sentence
	town    *spot
	land    string
	actor   *actorSpan
	q       number
	unit    tocsin.Unit
	when    *when.Found
	nearest bool // the nearest attack
	closer  bool // closer than
	none    bool
	noun    bool
}

// closestAttack reads such a sentence where it says nothing else.
func (s *sentence) closestAttack() []Found {
	if len(s.toks) > 40 || s.c.Published.IsZero() || !s.near(0, len(s.toks), func(k int) bool { return s.is(k, "nearest", "closest", "closer", "nearer") }) {
		return nil
	}
	c := &closest{s: s}
	for i := 0; i < len(s.toks); {
		next := c.item(i)
		if next <= i {
			return nil
		}
		i = next
	}
	k, ok := c.claim()
	if !ok {
		return nil
	}
	n := len(s.out)
	s.compose(k, 0, len(s.toks))
	out := append([]Found{}, s.out[n:]...)
	s.out = s.out[:n]
	return out
}

// item reads what stands at token i and returns the token after it, i where it is nothing known.
func (c *closest) item(i int) int {
	s := c.s
	if q, ok := s.quantity(i); ok {
		if u, hi, found := s.lengthUnit(q.hi); found && c.q.value == 0 {
			c.q, c.unit = q, u
			return hi
		}
	}
	for n := range s.times {
		if f := &s.times[n]; f.Lo == i && c.when == nil && f.Kind == when.Date && s.yearNamed(f) > 0 {
			c.when = f
			return f.Hi
		}
	}
	if hi := c.name(i); hi > i {
		return hi
	}
	switch {
	case s.is(i, "nearest", "closest"):
		c.nearest = true
	case s.is(i, "closer", "nearer"):
		c.closer = true
	case s.is(i, "no", "not", "never", "n't", "none") && !c.none:
		c.none = true
	case s.is(i, "attack", "attacks", "incident", "incidents", "clash", "clashes", "event", "raid", "raids", "fighting", "violence"):
		c.noun = true
	case s.is(i, "more", "less", "fewer", "than", "at", "least", "over", "under", "some") && c.q.value == 0 && s.near(i+1, 3, s.numeral):
	case s.is(i, "lay", "lies", "was", "were", "is", "came", "come", "comes", "ever", "has", "have", "had", "got", "get", "gets", "happened", "occurred", "took", "place", "recorded", "known", "deadly", "fatal", "armed", "single", "that", "the", "a", "an", "any", "one", "to", "by", "of", "in", "on", "from", "involving", "it", "its", "their", "there", "city", "town", "capital", "away", "off", "distant", "distance", "record", "than", "fighters", "group", "rebels", "militants", "insurgents", "being", "been", "all", "year", "'s", "’s", ",", "."):
	default:
		return i
	}
	return i + 1
}

// name takes the town, the group or the country that begins at token i.
func (c *closest) name(i int) int {
	s := c.s
	for _, a := range s.parties() {
		if a.lo == i && c.actor == nil && !a.generic {
			c.actor = &a
			return a.hi
		}
	}
	for n, p := range s.spots() {
		if p.lo == i && !p.area && !s.contained(s.spotList, n) {
			if c.town != nil && c.town.place.Text != p.place.Text {
				return i
			}
			c.town = &p
			return p.hi
		}
	}
	if l := s.landAt(i); l != nil && l.lo == i {
		if s.is(l.hi, "capital") || s.is(l.hi+1, "capital") && s.is(l.hi, "'s", "’s") {
			return l.hi // where the town is
		}
		if c.land != "" && c.land != l.name {
			return i
		}
		c.land = l.name
		return l.hi
	}
	return i
}

// claim is that there was none within the circle, or one.
func (c *closest) claim() (k tocsin.Claim, ok bool) {
	s := c.s
	if c.town == nil || c.q.value == 0 || c.q.upper > 0 || !c.noun && c.actor == nil || c.land == "" && c.actor == nil {
		return k, false
	}
	k = tocsin.Claim{Form: tocsin.FormCount, Of: &tocsin.Measure{Act: "assault", Measure: "events", Country: c.land}, Unit: tocsin.Events, Value: tocsin.Number(0), Op: "="}
	switch op := c.q.op; {
	case c.nearest && !c.closer && !c.none && (op == ">" || op == ">="), c.closer && c.none && !c.nearest && op == "=":
	case c.nearest && !c.closer && !c.none && (op == "<" || op == "<="):
		k.Op, k.Value = ">=", tocsin.Number(1)
	default:
		return k, false
	}
	if c.actor != nil {
		k.Of.Actor = c.actor.text
	}
	p := c.town.place
	p.Relation = "within " + strconv.FormatFloat(c.q.value, 'f', -1, 64) + " " + string(c.unit) + " of"
	k.Places = []tocsin.Place{p}
	w := tocsin.When{To: s.c.Published.AddDays(-1), Open: "start", Precision: "past"}
	if c.when != nil {
		w = c.when.When
	}
	k.Window = &w
	return k, true
}

// capitalAside reads a sentence without what says of a town that follows it that it is a capital,
// "east of the capital, Bangui", as it narrows nothing.
func (s *sentence) capitalAside() []Found {
	for i := 1; i+3 < len(s.toks); i++ {
		if !s.is(i, "capital") || !s.is(i-1, "the") || !s.is(i+1, ",") || s.landAt(i+2) != nil {
			continue
		}
		for _, p := range s.places {
			if p.Lo != i+2 || p.Kind != "capital" {
				continue
			}
			cut := [][2]int{{i - 1, i + 2}}
			if s.is(p.Hi, ",") {
				cut = append(cut, [2]int{p.Hi, p.Hi + 1})
			}
			m, at := s.without(cut)
			list := m.claims()
			stoodAt(list, at)
			return list
		}
	}
	return nil
}

// nearRound reports a claim of how many attacks a circle has, told by the nearest of them.
func (u *use) nearRound(word string) bool {
	return (word == "nearest" || word == "closest") && slices.ContainsFunc(u.claims, func(k tocsin.Claim) bool {
		return k.Form == tocsin.FormCount && len(k.Places) == 1 && strings.HasPrefix(k.Places[0].Relation, "within ") && (strings.Contains(k.Text, "nearest") || strings.Contains(k.Text, "closest"))
	})
}
