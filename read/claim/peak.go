package claim

import (
	"tocsin"
	"tocsin/read/when"
)

// How much of a toll one day or one attack makes up: "half the people killed in Somalia in October
// 2017 died on a single day", "one massacre accounts for two thirds of the month's deaths in Mali".

// A peak is what such a sentence names.
type peak struct {
	s     *sentence
	share *number
	land  string
	when  *when.Found
	dead  bool
	day   bool // on a single day
	event bool // in a single attack
}

// peakShare reads such a sentence where it says nothing else.
func (s *sentence) peakShare() []Found {
	if len(s.toks) > 40 || !s.near(0, len(s.toks), func(k int) bool { return s.is(k, "single", "one", "day") }) {
		return nil
	}
	p := &peak{s: s}
	for i := 0; i < len(s.toks); {
		next := p.item(i)
		if next <= i {
			return nil
		}
		i = next
	}
	if p.share == nil || p.land == "" || p.when == nil || !p.dead || p.day == p.event || p.share.upper > 0 {
		return nil
	}
	w := p.when.When
	if w.From.IsZero() || w.To.IsZero() || w.Open != "none" || w.From == w.To {
		return nil
	}
	k := tocsin.Claim{Form: tocsin.FormShare, Of: &tocsin.Measure{Act: "assault", Measure: "deaths in one day", Country: p.land}, Unit: tocsin.Percent, Op: p.share.op, Value: tocsin.Number(p.share.value), Window: &w}
	if p.event {
		k.Of.Measure = singleDeaths
	}
	n := len(s.out)
	s.compose(k, 0, len(s.toks))
	out := append([]Found{}, s.out[n:]...)
	s.out = s.out[:n]
	return out
}

// item reads what stands at token i and returns the token after it, i where it is nothing known.
func (p *peak) item(i int) int {
	s := p.s
	if hi := p.one(i); hi > i {
		return hi
	}
	if p.share == nil {
		for k := i; k < i+5 && k < len(s.toks); k++ {
			if q, ok := s.shareAt(k); ok && q.lo <= i {
				p.share = &q
				return q.hi
			}
		}
	}
	if f := s.yearedTime(i); f != nil && p.when == nil && f.Lo == i && !s.leadBy(f, "since", "until", "before", "after", "by") {
		p.when = f
		return f.Hi
	}
	if l := s.landAt(i); l != nil && l.lo == i && (p.land == "" || p.land == l.name) {
		p.land = l.name
		return l.hi
	}
	switch {
	case s.is(i, "people", "persons", "lives") && s.is(i+1, "killed", "lost"), s.is(i, "recorded") && s.is(i+1, "deaths", "killed"):
		p.dead = true
		return i + 2
	case s.is(i, "deaths", "dead", "fatalities", "killed", "toll"):
		p.dead = true
	case s.is(i, "the", "all", "of", "who", "were", "was", "died", "fell", "perished", "lost", "killed", "on", "in", "came", "come", "accounts", "accounted", "account", "for", "made", "makes", "up", "that", "month", "year", "month's", "year's", "'s", "’s", "their", "lives", "death", "violence", "conflict", "political", "alone", "caused", "by", "responsible", "took", "place", "just", ",", ".", "those", "country", "from"):
	default:
		return i
	}
	return i + 1
}

// one reads "a single day", "one massacre" at token i.
func (p *peak) one(i int) int {
	s := p.s
	k := i + boolInt(s.is(i, "a", "just"))
	if !s.is(k, "single", "one") || p.day || p.event {
		return i
	}
	k++
	for s.is(k, "single", "bloody", "deadly") {
		k++
	}
	switch {
	case s.is(k, "day"):
		p.day = true
	case s.is(k, "attack", "massacre", "bombing", "assault", "event", "incident", "raid"):
		p.event = true
	default:
		return i
	}
	return k + 1
}
