package claim

import (
	"tocsin"
	"tocsin/read/when"
)

// A country's last recorded attack, before another or up to the text, and its first since one: "the
// last recorded attack in Ghana was in 2010", "before 2018, Haiti's last recorded killing dates from
// 2005", "the first in Togo since 2005 came in 2019", "after 2005, Jordan recorded no attack until
// 2016". Each says that there was one in one time, and none up to another.

// A lastSeen is what such a sentence names.
type lastSeen struct {
	s                 *sentence
	land              string
	noun, dead        bool // what is told of; deaths, not attacks
	last, first, none bool
	at                *when.Found // in which there was one
	before            *when.Found // up to which there was none
	since             *when.Found // since which there was none
}

// lastRecorded reads such a sentence where it says nothing else.
func (s *sentence) lastRecorded() []Found {
	if len(s.toks) > 30 || s.c.Published.IsZero() {
		return nil
	}
	l := &lastSeen{s: s}
	for i := 0; i < len(s.toks); {
		next := l.item(i)
		if next <= i {
			return nil
		}
		i = next
	}
	if !l.noun || l.land == "" {
		return nil
	}
	n := len(s.out)
	l.write()
	out := append([]Found{}, s.out[n:]...)
	s.out = s.out[:n]
	return out
}

// item reads what stands at token i and returns the token after it, i where it is nothing known.
func (l *lastSeen) item(i int) int {
	s := l.s
	if f := s.yearedTime(i); f != nil {
		return l.time(i, f)
	}
	if a := s.landAt(i); a != nil && a.lo == i && (l.land == "" || l.land == a.name) {
		l.land = a.name
		return a.hi
	}
	switch {
	case s.is(i, "last", "latest", "previous") && !l.last && !l.first:
		l.last = true
	case s.is(i, "most") && s.is(i+1, "recent") && !l.last && !l.first:
		l.last = true
		return i + 2
	case s.is(i, "first", "next") && !l.last && !l.first:
		l.first = true
	case s.is(i, "no", "not", "nothing") && !l.none:
		l.none = true
		l.noun = l.noun || s.is(i, "nothing")
	case s.is(i, "act", "acts") && s.is(i+1, "of") && s.is(i+2, "violence") || s.is(i, "act", "acts") && s.is(i+1, "of") && s.is(i+2, "political", "deadly", "armed") && s.is(i+3, "violence"):
		l.noun = true
		return i + 3 + boolInt(!s.is(i+2, "violence"))
	case s.is(i, "attack", "attacks", "clash", "clashes", "incident", "incidents", "event", "events"):
		l.noun = true
	case s.is(i, "death", "deaths", "killing", "killings", "bloodshed"):
		l.noun, l.dead = true, true
	case s.is(i, "violent", "political", "armed") && s.is(i+1, "attack", "incident", "clash", "event", "killing", "attacks", "incidents", "clashes", "events", "killings", "violence"):
		if s.is(i+1, "violence") {
			l.noun = true
			return i + 2
		}
	case s.is(i, "the", "a", "an", "in", "on", "of", "recorded", "known", "registered", "documented", "on", "record", "such", "deadly", "fatal", "lethal", "single", "further", "more", "another", "was", "were", "is", "came", "comes", "dates", "dated", "from", "back", "to", "happened", "occurred", "took", "place", "there", "that", "country", "'s", "’s", "has", "have", "had", "been", "one", "it", "its", "records", "year", "saw", "seen", "see", "organised", "organized", "any", ",", "."):
	default:
		return i
	}
	return i + 1
}

// yearedTime is the time of the sentence that token i is in, with a year of its own.
func (s *sentence) yearedTime(i int) *when.Found {
	for n := range s.times {
		if f := &s.times[n]; i >= f.Lo && i < f.Hi && f.Kind == when.Date && s.yearNamed(f) > 0 {
			return f
		}
	}
	return nil
}

// time takes a time by the word that leads to it.
func (l *lastSeen) time(i int, f *when.Found) int {
	s := l.s
	to := &l.at
	switch {
	case s.leadBy(f, "before"), s.is(f.Lo-1, "to") && s.is(f.Lo-2, "prior"), s.leadBy(f, "until"):
		to = &l.before
	case s.leadBy(f, "since", "after"):
		to = &l.since
	}
	if *to != nil || i != f.Lo {
		return i
	}
	*to = f
	return f.Hi
}

// write claims that there was one in its time, and none between.
func (l *lastSeen) write() {
	s := l.s
	switch {
	case l.last && !l.first && !l.none && l.at != nil && l.since == nil:
		at := s.ownTime(l.at)
		to := s.c.Published.AddDays(-1)
		if l.before != nil {
			b := s.ownTime(l.before)
			to = b.From.AddDays(-1)
			l.some(b)
		}
		l.some(at)
		l.quiet(at.To.AddDays(1), to)
	case l.first && !l.last && !l.none && l.at != nil && l.since != nil && l.before == nil:
		at, since := s.ownTime(l.at), s.ownTime(l.since)
		l.some(at)
		l.quiet(since.To.AddDays(1), at.From.AddDays(-1))
		l.some(since)
	case l.none && !l.first && !l.last && l.at == nil && l.since != nil && l.before != nil:
		since, until := s.ownTime(l.since), s.ownTime(l.before)
		l.quiet(since.To.AddDays(1), until.From.AddDays(-1))
		l.some(until)
	}
}

// some claims that there was an event in the time, quiet that there was none.
func (l *lastSeen) some(w tocsin.When) { l.put(">=", 1, w) }

func (l *lastSeen) quiet(from, to tocsin.Date) {
	if from < to {
		l.put("=", 0, tocsin.When{From: from, To: to, Open: "none", Precision: "past"})
	}
}

func (l *lastSeen) put(op string, n float64, w tocsin.When) {
	measure, unit := "events", tocsin.Events
	if l.dead {
		measure, unit = "deaths", tocsin.Deaths
	}
	w.Text, w.Anchor, w.Open = l.s.text(0, len(l.s.toks)), nil, "none"
	l.s.compose(tocsin.Claim{Form: tocsin.FormCount, Of: &tocsin.Measure{Act: "assault", Measure: measure, Country: l.land}, Op: op, Value: tocsin.Number(n), Unit: unit, Window: &w, Novelty: "again"}, 0, len(l.s.toks))
}
