package claim

import (
	"strings"

	"tocsin"
	"tocsin/read/when"
)

// Coups of two countries or two times are put in relation in many ways: "came two months after
// the one in Mali", "less than three years passed between the fall of A and the removal of B",
// "the second of them in September". Such a sentence is read in parts, one for each coup, and only
// where every word of it is an item of a part or says nothing more (coupforms.go tells what the
// parts claim together).

// A coupPart is what a sentence says of one coup.
type coupPart struct {
	lo, hi  int
	join    string // the word that leads to it: "", "and", "after", "before", "between"
	noun    bool   // a coup is named in it
	act     string
	attempt bool
	names   bool // of persons
	land    string
	when    *when.Found
	nth     float64 // the second of those counted
	elided  bool    // nothing but its country is told
	former  bool    // the one before the other
}

// couped reads the parts of a sentence about coups.
type couped struct {
	s       *sentence
	parts   []coupPart
	length  number
	unit    tocsin.Unit
	rel     string // what the length of time is: after, before, later, earlier, apart, between, without, within
	lenPart int    // the part that it stands in
	count   number
	without string // the kind of coup that there was none of
	ended   bool
	outcome bool // the text says how an attempt ended
	year    int  // of the months that name none
}

// coupGlue says nothing about a coup that its items do not.
var coupGlue = func() map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(`the a an of in on at its his their had has have been was were is came come coming took taken place happened occurred there this these those it
		military army soldiers troops generals officers colonels forces armed security men junta by as with also then again another own both just exactly
		president presidents government governments leader leaders ruler rulers dictator king premier minister prime regime regimes long-serving longtime elected
		country country's nation nation's capital shook hit struck lived endured faced survived saw experienced suffered went through underwent witnessed staged launched mounted carried out part who that which
		did so were when having being mutinous rebellious up some and 's ’s only separated separate separates passed elapsed lay lie lies pass went by d'état d'etat d état other`) {
		m[w] = true
	}
	return m
}()

// fallNouns name the end of a rule, fallVerbs tell it.
var (
	fallNouns = strings.Fields("fall ouster removal overthrow toppling ousting deposition ouster")
	fallVerbs = strings.Fields("toppled ousted overthrew overthrown deposed unseated removed topple oust overthrow depose")
)

// readCouped reads the sentence in parts; ok tells that nothing of it is left out.
func (s *sentence) readCouped() (c *couped, ok bool) {
	c = &couped{s: s, parts: []coupPart{{}}}
	for i := 0; i < len(s.toks); {
		next := c.item(i)
		if next <= i {
			return nil, false
		}
		c.cur().hi = next
		i = next
	}
	return c, c.settle()
}

func (c *couped) cur() *coupPart { return &c.parts[len(c.parts)-1] }

// open begins another part at token i.
func (c *couped) open(i int, join string) {
	if p := c.cur(); !p.noun && p.land == "" && p.when == nil && p.act == "" && p.nth == 0 {
		if p.join == "" || join != "" && join != "," {
			p.join = join
		}
		return
	}
	c.parts = append(c.parts, coupPart{lo: i, hi: i, join: join})
}

// item reads what stands at token i and returns the token after it, i where it is nothing known.
func (c *couped) item(i int) int {
	s := c.s
	if q, at, ok := c.counted(i); ok {
		if c.count.value > 0 || c.cur().noun {
			return i
		}
		c.count, c.cur().noun = q, true
		return at
	}
	if q, unit, at, ok := s.lengthAt(i); ok && !s.is(at, "ago") {
		if c.length.value > 0 {
			return i
		}
		c.length, c.unit, c.lenPart = q, unit, len(c.parts)-1
		if s.is(q.lo-1, "within", "in", "over", "inside") || s.is(q.lo-1, "of") && s.is(q.lo-2, "space") || s.is(q.lo, "within") {
			c.rel = "within"
		}
		return at
	}
	for n := range s.times {
		if f := &s.times[n]; f.Kind == when.Date && (f.Lo == i || f.Lo < i && f.Hi > i) && (s.yearNamed(f) > 0 || s.monthIn(f) > 0) {
			return c.time(i, f)
		}
	}
	if at := c.landItem(i); at > i {
		return at
	}
	for _, read := range []func(int) int{c.joining, c.outcomes, c.coupNoun, c.seizure, c.ordinal} {
		if at := read(i); at > i {
			return at
		}
	}
	return c.plain(i)
}

// plain passes what says nothing more, and the names of persons.
func (c *couped) plain(i int) int {
	s := c.s
	switch {
	case s.is(i, "previous", "preceding") && len(c.parts) == 2 && !c.cur().noun:
		c.cur().former = true
		return i + 1
	case s.toks[i].UPOS == "PUNCT" && s.is(i, ".", "-", "—", "–", "\"", "“", "”"):
		return i + 1
	case s.is(i, "barely", "less", "more", "than", "over", "under", "about", "around", "nearly", "almost", "little", "roughly", "within", "space") && s.lengthSoon(i):
		return i + 1
	case coupGlue[s.low(i)] || monthNames[s.low(i)] == 0 && coupGlue[strings.TrimSuffix(strings.TrimSuffix(s.low(i), "'s"), "’s")]:
		return i + 1
	case s.toks[i].UPOS == "PROPN" && s.capital(i) && !s.is(i-1, "in", "at", "near", "on", "from") && monthNames[s.low(i)] == 0:
		c.cur().names = true
		return i + 1
	case s.is(i, "al", "el", "ould", "ag", "de") && (s.capital(i+1) || s.is(i+1, "-") && s.capital(i+2)) && c.cur().names || strings.HasPrefix(s.low(i), "al-"):
		return i + 1
	}
	return i
}

// lengthSoon reports that a length of time begins within four tokens of i.
func (s *sentence) lengthSoon(i int) bool {
	return s.near(i+1, 4, func(k int) bool { _, _, _, ok := s.lengthAt(k); return ok })
}

// counted reads "two successful coups" at token i.
func (c *couped) counted(i int) (q number, hi int, ok bool) {
	s := c.s
	if q, ok = s.quantity(i); !ok || s.timeOver(q.hi-1) || q.upper > 0 {
		return q, i, false
	}
	at := q.hi
	for s.is(at, "successful", "military", "army", "failed", "attempted") {
		c.adjective(at)
		at++
	}
	switch {
	case s.is(at, "coup", "putsch") && s.is(at+1, "attempts", "bids"):
		c.cur().attempt = true
		return q, at + 2, true
	case s.is(at, "coups", "putsches"), s.is(at, "takeovers") && s.military():
		return q, at + 1, true
	}
	return q, i, false
}

// time gives the part its time.
func (c *couped) time(i int, f *when.Found) int {
	s := c.s
	w := f.When
	if s.is(f.Lo, "after", "before", "following", "between") && i == f.Lo {
		if at := c.joining(i); at > i {
			return at
		}
	}
	if s.leadBy(f, "after", "before") && i > f.Lo {
		w = s.ownTime(f)
	}
	if f.Kind != when.Date || w.From.IsZero() || w.To.IsZero() || w.Open != "none" || w.To > w.From.AddMonths(12) || s.leadBy(f, "since", "until", "by") {
		return i
	}
	if p := c.cur(); p.when != nil && p.when.When.Precision == "year" && s.yearNamed(f) == 0 && s.monthIn(f) > 0 {
		c.year = s.yearNamed(p.when) // in 2006 they took over in Thailand in September
	} else if p.when != nil {
		c.open(i, "and")
	}
	t := *f
	t.When = w
	t.When.Anchor = nil
	c.cur().when = &t
	return f.Hi
}

// landItem gives the part its country, which a town may tell.
func (c *couped) landItem(i int) int {
	s := c.s
	name, hi := "", i
	if l := s.landAt(i); l != nil && l.lo == i {
		name, hi = l.name, l.hi
	} else {
		for _, p := range s.places {
			if p.Lo <= i && p.Hi > i && p.Country != "" && p.Kind != "region" && !s.is(p.Lo-1, "of") {
				name, hi = s.country(p.Country), p.Hi
			}
		}
	}
	if name == "" {
		return i
	}
	if s.is(hi, "'s", "’s", "'", "’") {
		hi++
	}
	if p := c.cur(); p.land != "" && p.land != name {
		c.open(i, "and")
	}
	c.cur().land = name
	if l := s.landAt(i); l != nil && (l.possess || s.is(hi-1, "'s", "’s", "'", "’")) && !c.cur().noun && len(c.parts) > 1 && c.parts[len(c.parts)-2].noun && (s.is(hi, "of", "in", "on") && s.timeOver(hi+1) || hi >= len(s.toks) || s.is(hi, ".", ",") || s.timeOver(hi)) {
		c.cur().noun = true // Zimbabwe's of November 2017
	}
	return hi
}

// adjective takes the kind of coup that a word before or after it tells.
func (c *couped) adjective(i int) bool {
	switch p := c.cur(); {
	case c.s.is(i, "failed", "abortive", "aborted", "unsuccessful", "botched", "foiled", "thwarted", "failing"):
		p.act = "failed coup"
	case c.s.is(i, "successful"):
		p.act = "successful coup"
	default:
		return false
	}
	return true
}
