package when

import (
	"slices"

	"tocsin"
	"tocsin/read/text"
)

// anchorWords lead an event by which the text dates another. Longer ones come
// first.
var anchorWords = []struct {
	words []string
	rel   string
}{
	{[]string{"in", "the", "immediate", "aftermath", "of"}, "after"},
	{[]string{"in", "the", "aftermath", "of"}, "after"},
	{[]string{"in", "the", "wake", "of"}, "after"},
	{[]string{"in", "the", "run", "up", "to"}, "before"},
	{[]string{"in", "the", "run", "-", "up", "to"}, "before"},
	{[]string{"in", "the", "lead", "-", "up", "to"}, "before"},
	{[]string{"on", "the", "eve", "of"}, "before"},
	{[]string{"in", "the", "course", "of"}, "during"},
	{[]string{"at", "the", "time", "of"}, "during"},
	{[]string{"ever", "since"}, "since"},
	{[]string{"up", "until"}, "until"},
	{[]string{"prior", "to"}, "before"},
	{[]string{"ahead", "of"}, "before"},
	{[]string{"before"}, "before"},
	{[]string{"after"}, "after"},
	{[]string{"following"}, "after"},
	{[]string{"since"}, "since"},
	{[]string{"until"}, "until"},
	{[]string{"till"}, "until"},
	{[]string{"during"}, "during"},
	{[]string{"amid"}, "during"},
	{[]string{"amidst"}, "during"},
}

// relation reads "prior to the coup", "since the 2012 war", "two days after the
// attack", "within days of the coup", "the day before the vote".
func (s *scan) relation(i int) (hit, bool) {
	j := i
	h := hit{kind: Anchor}
	if end, n, u, ok := s.lead(i); ok {
		j, h.unit = end, u
		if n != vague {
			n, h.unit = inUnits(n, u)
			h.amount = &n
		}
		if s.w(i) == "within" && s.w(j) == "of" {
			return s.tied(h, "after", j+1, j > i)
		}
	}
	if j > i {
		if c, ok := s.clauseFrom(j, i); ok {
			c.amount, c.unit = h.amount, h.unit
			return s.fromClause(c), true
		}
		if s.w(j) == "into" { // "three weeks into the offensive"
			return s.tied(h, "after", j+1, true)
		}
	}
	for _, a := range anchorWords {
		if s.words(j, a.words...) {
			return s.tied(h, a.rel, j+len(a.words), j > i)
		}
	}
	return hit{}, false
}

// fromClause moves an anchor to a clause by the amount of time before it: "two
// years after protests ended his rule". A day that the clause names moves too.
func (s *scan) fromClause(c hit) hit {
	if c.amount == nil || c.anchor.Rel != "after" && c.anchor.Rel != "before" {
		return c
	}
	c.open, c.days = "none", days{prec: "unknown"}
	if d, ok := s.dateIn(c.inner, c.end); ok && (d.prec == "day" || d.prec == "month") {
		sign := 1.0
		if c.anchor.Rel == "before" {
			sign = -1
		}
		c.days = s.moved(d, sign, *c.amount, c.unit)
	}
	return c
}

// lead reads the amount of time that may stand before "after the coup".
func (s *scan) lead(i int) (end int, n float64, u tocsin.Unit, ok bool) {
	j := i
	if s.w(j) == "within" || s.w(j) == "just" || s.w(j) == "only" {
		j++
	}
	if end, n, u, _, ok = s.length(j); ok {
		return end, n, u, true
	}
	if end, n, u, ok = s.bareLength(j); ok {
		return end, n, u, true
	}
	if u, plural, isUnit := unitOf(s.w(j)); isUnit && plural {
		return j + 1, vague, u, true
	}
	return i, 0, "", false
}

// tied makes the anchor from the noun phrase of an event at atom j. moved is set
// where an amount of time stood before: it then says how far from the event.
func (s *scan) tied(h hit, rel string, j int, moved bool) (hit, bool) {
	end, ok := s.event(j)
	if !ok {
		return hit{}, false
	}
	h.end = end
	h.anchor = &tocsin.Anchor{Rel: rel, Text: s.doc.Text[s.a[j].lo:s.a[end-1].hi]}
	d, dated := s.dateIn(j, end)
	if dated {
		h.inner = j
	}
	h.days.prec = "unknown"
	if !dated {
		if rel == "since" || rel == "after" {
			h.open = "end"
		} else if rel == "before" || rel == "until" {
			h.open = "start"
		}
		if moved {
			h.open = ""
		}
		return h, true
	}
	h.days.prec = d.prec
	if moved && d.prec == "day" && h.amount != nil && (rel == "after" || rel == "before") {
		sign := 1.0
		if rel == "before" {
			sign = -1
		}
		h.days = s.moved(d, sign, *h.amount, h.unit)
		return h, true
	}
	s.bound(&h, rel, d)
	if d.prec == "day" && rel == "before" {
		h.days.to = d.from.AddDays(-1)
	} else if d.prec == "day" && rel == "after" {
		h.days.from = d.to.AddDays(1)
	}
	return h, true
}

// bound sets the days that an anchor with a known date allows: before something
// in 2012 is not after 2012. Before somebody left on Saturday may be that very day.
func (s *scan) bound(h *hit, rel string, d days) {
	switch rel {
	case "before":
		h.open, h.days.to = "start", d.to
	case "until":
		h.open, h.days.to = "start", d.to
	case "after":
		h.open, h.days.from = "end", d.from
	case "since":
		h.open, h.days.from = "end", d.from
	case "during":
		h.days.from, h.days.to = d.from, d.to
	}
}

// notInNP end a noun phrase.
var notInNP = set(`, . ; : ( ) " “ ” ! ? and or but nor who which that when where while as if because to is are was were be been being has have had
 will would could can may might must should do does did not he she it they we i you him them us me this these those there here what
 with from for on at by into over under about against between among across after before since until than then also`)

// event reads the noun phrase of something that happens, up to eight words:
// "the coup", "Mali's January 2012 coup", "the fall of Bamako", "the death of
// four soldiers".
func (s *scan) event(j int) (end int, ok bool) {
	head := -1
	k := j
	for ; k < len(s.a) && k < j+9 && !notInNP[s.w(k)] && s.w(k) != "of" && s.w(k) != "in"; k++ {
		if t := s.tag(k); t == "VERB" && head < 0 && !s.upper(k) && !eventNouns[s.w(k)] || t == "AUX" {
			break
		}
		if eventNouns[s.w(k)] && s.month(k, true) == 0 && !(s.w(k) == "ruling" && s.tag(k) != "NOUN") {
			head = k
		} else if head >= 0 && !s.dash(k) && s.tag(k) != "NOUN" && s.tag(k) != "PROPN" && !s.upper(k) {
			break
		}
	}
	if head < 0 || head < k-3 {
		return j, false
	}
	if h, ok := s.base(j); ok && h.kind == Date && h.end > head {
		return j, false // "since the beginning of the year"
	}
	// What follows the last event noun belongs to it only as part of a name:
	// "World War II".
	end = head + 1
	if s.upper(end) && end < k && s.tag(end) != "VERB" {
		end++
	}
	return s.eventOf(end), true
}

// eventOf extends an event by its complement: "of Keita", "in Mali", "of 18
// August 2020".
func (s *scan) eventOf(end int) int {
	for range 2 {
		w := s.w(end)
		if w != "of" && w != "in" && w != "on" && w != "against" {
			return end
		}
		if e, _, ok := s.cal(end + 1); ok {
			end = e
			continue
		}
		if w == "on" {
			return end
		}
		k := end + 1
		for k < len(s.a) && k < end+6 && !notInNP[s.w(k)] && s.w(k) != "of" && s.w(k) != "in" && !s.dash(k) {
			if t := s.tag(k); t == "VERB" || t == "AUX" || t == "ADV" || t == "" && k > end+1 && !s.upper(k) && s.upper(k-1) {
				break
			}
			k++
		}
		for k > end+1 && unfinished[s.w(k-1)] {
			k--
		}
		if k == end+1 || w == "in" && !s.upper(k-1) {
			return end
		}
		end = k
	}
	return end
}

// unfinished are words that end no phrase.
var unfinished = set("a an the his her its their our my your some any no")

// dateIn is the date within atoms [lo, hi).
func (s *scan) dateIn(lo, hi int) (days, bool) {
	for k := lo; k < hi; k++ {
		if h, ok := s.absolute(k); ok && h.future && h.end <= hi && !h.days.from.IsZero() {
			return h.days, true // "the run-up to the vote on 6 June", written in May
		}
		if end, c, ok := s.cal(k); ok && end <= hi {
			d, ok := c.resolve(s.pub, false)
			return d, ok && !d.from.IsZero()
		}
		if h, ok := s.base(k); ok && h.kind == Date && h.end <= hi && !h.days.from.IsZero() && !h.days.to.IsZero() {
			return h.days, true // "last week's vote"
		}
	}
	return days{}, false
}

// datedOnly reports whether a date stands at atom i for itself, and not before
// the noun it dates: "before 2012 the region was calm", but "after last week's
// vote was annulled" and "after the August 18 attack killed ten".
func (s *scan) datedOnly(i int) bool {
	h, ok := s.base(i)
	return ok && (h.kind == Date || h.kind == Duration) && s.w(h.end) != "'s" && s.w(h.end) != "’s" && !eventNouns[s.w(h.end)]
}

var objects = set("him them me us whom")

var clauseMarks = map[string]string{"before": "before", "after": "after", "since": "since", "until": "until", "till": "until"}

// clause reads a subordinate clause of time, where the sentence has a tree:
// "before the Malian civil war broke out in 2012". "Since" with a present or
// perfect verb gives a reason rather than a time.
func (s *scan) clause(i int) (hit, bool) { return s.clauseFrom(i, i) }

// clauseFrom is clause for a phrase that begins at atom start, before i.
func (s *scan) clauseFrom(i, start int) (hit, bool) {
	rel := clauseMarks[s.w(i)]
	if rel == "" {
		return hit{}, false
	}
	tok := s.a[i].tok
	if objects[s.w(i+1)] || s.w(i+1) == "," || s.datedOnly(i+1) {
		return hit{}, false // "after him came the flood", "after, he said, ..."
	}
	hi := 0
	k := slices.IndexFunc(s.s.Clauses, func(c text.Clause) bool { return c.MarkTok == tok && c.MarkTok >= 0 && c.Hi > tok+1 })
	if k >= 0 {
		c := s.s.Clauses[k]
		if rel == "since" && (c.Tense == "present" || c.Tense == "perfect" || c.Tense == "future") {
			return hit{}, false
		}
		hi = c.Hi
	} else if hi = s.finiteAfter(i, start); hi == 0 {
		return hit{}, false
	}
	verb := tok
	if k >= 0 {
		verb = s.s.Clauses[k].Verb
	}
	end := i + 1
	for end < len(s.a) && s.a[end].tok < hi && s.w(end) != ";" && s.w(end) != "." && !s.turnsOff(end, verb) {
		end++
	}
	for end > i+1 && notClosing[s.w(end-1)] {
		end--
	}
	if end <= i+1 {
		return hit{}, false
	}
	h := hit{end: end, inner: i + 1, kind: Anchor, days: days{prec: "unknown"}}
	h.anchor = &tocsin.Anchor{Rel: rel, Text: s.doc.Text[s.a[i+1].lo:s.a[end-1].hi]}
	if d, ok := s.dateIn(i+1, end); ok {
		h.days.prec = d.prec
		s.bound(&h, rel, d)
	} else if rel == "since" || rel == "after" {
		h.open = "end"
	} else {
		h.open = "start"
	}
	return h, true
}

// turnsOff reports whether the comma at atom k ends a clause of time whose verb is
// token verb: a gerund or a relative tells of something else.
func (s *scan) turnsOff(k, verb int) bool {
	if s.w(k) != "," || s.a[k].tok < verb || k+1 >= len(s.a) {
		return false
	}
	if w := s.w(k + 1); w == "up" || w == "down" || w == "compared" {
		return true // ", up from 66,000"
	}
	switch s.s.Tokens[s.a[k+1].tok].XPOS {
	case "VBG", "WP", "WDT", "WRB":
		return true
	}
	return s.tag(k+1) == "SCONJ"
}

// finiteAfter is the token where a clause ends that follows the preposition at
// i, though the parser took the preposition's noun for all of its phrase:
// "before the war | broke out". A noun phrase and a verb in the past must stand
// there without a break; at the beginning of a sentence a comma must end it, or
// the verb may be the sentence's own ("after the war soldiers stayed").
func (s *scan) finiteAfter(i, start int) int {
	k := i + 1
	for ; k < len(s.a) && k < i+9; k++ {
		if s.s.Tokens[s.a[k].tok].XPOS == "VBD" && (s.tag(k-1) == "NOUN" || s.tag(k-1) == "PROPN" || s.tag(k-1) == "PRON") {
			break
		}
		second := s.tag(k) == "DET" && k > i+1 && (s.tag(k-1) == "NOUN" || s.tag(k-1) == "PROPN")
		if notInNP[s.w(k)] && s.tag(k) != "PRON" || s.tag(k) == "VERB" || second {
			return 0
		}
	}
	if k >= len(s.a) || k == i+9 || k == i+1 {
		return 0
	}
	end := k + 1
	for end < len(s.a) && !clauseBreak(s.w(end)) && s.w(end) != ")" && s.w(end) != "and" {
		end++
	}
	if (start == 0 || clauseBreak(s.w(start-1))) && s.w(end) != "," || end >= len(s.a) {
		return 0
	}
	return s.a[end-1].tok + 1
}

var notClosing = set(", . ; : - – — and but or \" ” ’ '")
