package when

import (
	"tocsin"
	"tocsin/read/text"
)

// A reference is the time that "three days later" and "that year" look back to.
type reference struct {
	days
	age int  // sentences since it was written
	in  bool // it was told when: "in 2022", not "the 2022 coup"
}

// aged returns the reference for the next sentence; it lasts one sentence.
func (r reference) aged() reference {
	r.age++
	if r.age > 1 {
		return reference{}
	}
	return r
}

// A scan looks for times in one sentence, from left to right.
type scan struct {
	doc  *text.Doc
	sent int
	s    *text.Sentence
	a    []atom
	pub  tocsin.Date
	last reference
	out  []Found
	cals []written // one for each of out
}

// A written is the date behind a Found as it was written, and its atoms.
type written struct {
	cal     *cal
	lo, end int
}

func newScan(doc *text.Doc, sent int, pub tocsin.Date, last reference) *scan {
	s := &doc.Sentences[sent]
	return &scan{doc: doc, sent: sent, s: s, a: atoms(s), pub: pub, last: last}
}

// A hit is what a rule found from some atom on: the atoms up to end.
type hit struct {
	end    int
	kind   string
	days   days
	open   string // "" is none
	anchor *tocsin.Anchor
	amount *float64
	unit   tocsin.Unit
	age    bool
	future bool
	inner  int  // of an anchor: the atom from which the times inside it are looked for
	cal    *cal // the date as written, for a year that comes later in the sentence
}

// run finds the times of the sentence. The dateline is no part of the story.
func (s *scan) run() []Found {
	i := 0
	for i < len(s.a) && s.a[i].tok < s.s.Dateline {
		i++
	}
	for i < len(s.a) {
		h, ok := s.at(i)
		if !ok {
			i++
			continue
		}
		s.add(i, h)
		i = h.end
		if h.inner > 0 {
			i = h.inner
		}
	}
	s.shareYears()
	return s.out
}

// at tries the rules at atom i, the longest kind of phrase first.
func (s *scan) at(i int) (hit, bool) {
	if c := s.a[i].text[0]; !starters[s.a[i].lower] && (c < '0' || c > '9') && c != '\'' && c < 0x80 {
		return hit{}, false
	}
	for _, rule := range []func(int) (hit, bool){s.interval, s.clause, s.relation, s.open, s.phrase} {
		if h, ok := rule(i); ok && h.end > i {
			return h, true
		}
	}
	return hit{}, false
}

// phrase is a time with the preposition that belongs to it.
func (s *scan) phrase(i int) (hit, bool) {
	if h, ok := s.onLate(i); ok {
		return h, true
	}
	if h, ok := s.base(i); ok {
		return h, true
	}
	j := i
	for s.w(i) != "than" && j < len(s.a) && j < i+3 && (datePreps[s.w(j)] || roundabout[s.w(j)]) {
		j++
		if h, ok := s.base(j); ok && h.kind != Set && s.fits(i, h) {
			return h, true
		}
	}
	for _, lead := range [][]string{{"as", "early", "as"}, {"as", "late", "as"}, {"as", "recently", "as"}, {"as", "long", "ago", "as"}, {"as", "of"}, {"dating", "back", "to"}, {"going", "back", "to"}} {
		if s.words(i, lead...) {
			if h, ok := s.base(i + len(lead)); ok {
				return h, true
			}
		}
	}
	return hit{}, false
}

// fits reports whether the preposition at i goes with what was found: "on three
// days" and "at 25 years" are not times in which something happened.
func (s *scan) fits(i int, h hit) bool {
	if h.kind != Duration {
		return true
	}
	return !pointPreps[s.w(i)]
}

// base is a time without preposition: relative, absolute, a duration or a set.
func (s *scan) base(i int) (hit, bool) {
	if i >= len(s.a) {
		return hit{}, false
	}
	for _, rule := range []func(int) (hit, bool){s.adverb, s.shareOf, s.inARow, s.windowTo, s.yearTo, s.feast, s.relative, s.offset, s.span, s.absolute, s.repeated, s.duration} {
		if h, ok := rule(i); ok {
			return h, true
		}
	}
	return hit{}, false
}

// absolute is a date as a calendar has it.
func (s *scan) absolute(i int) (hit, bool) {
	end, c, ok := s.cal(i)
	if !ok {
		return hit{}, false
	}
	end = s.yearWords(end, &c)
	future := c.needsYear() && (s.future(i) && c.quarter+c.half == 0 || s.soon(i, c) || s.nextOne(i, c) || s.wouldBe(end, c))
	if c.weekday > 0 && c.day == 0 {
		future = future || s.meets(i)
	}
	d, ok := c.resolve(s.pub, future)
	if !ok {
		return hit{}, false
	}
	if !future && c.needsYear() && c.weekday == 0 && s.otherYear(d) {
		d = days{prec: c.precision()}
	}
	return hit{end: end, kind: Date, days: d, cal: &c, future: future}, true
}

// w is the lower-case word of atom i, "" beyond the sentence.
func (s *scan) w(i int) string {
	if i < 0 || i >= len(s.a) {
		return ""
	}
	return s.a[i].lower
}

// words reports whether the atoms from i on are these words.
func (s *scan) words(i int, list ...string) bool {
	for k, w := range list {
		if s.w(i+k) != w {
			return false
		}
	}
	return true
}

// dash reports whether atom i is a hyphen or dash.
func (s *scan) dash(i int) bool {
	switch s.w(i) {
	case "-", "–", "‑", "—", "--":
		return true
	}
	return false
}

// upper reports whether atom i begins with a capital letter.
func (s *scan) upper(i int) bool {
	if i < 0 || i >= len(s.a) {
		return false
	}
	c := s.a[i].text[0]
	return 'A' <= c && c <= 'Z'
}

// tag is the part of speech of atom i, "" where the text is not tagged.
func (s *scan) tag(i int) string {
	if i < 0 || i >= len(s.a) {
		return ""
	}
	return s.s.Tokens[s.a[i].tok].UPOS
}

// add turns a hit into a Found and remembers it as a point of reference.
func (s *scan) add(i int, h hit) {
	lo, hi := s.a[i].tok, s.a[h.end-1].tok+1
	span := tocsin.Span{s.a[i].lo, s.a[h.end-1].hi}
	if h.open == "" {
		h.open = "none"
	}
	if h.days.prec == "" {
		h.days.prec = "unknown"
	}
	w := tocsin.When{From: h.days.from, To: h.days.to, Open: h.open, Precision: h.days.prec, Text: span.In(s.doc.Text), Anchor: h.anchor}
	if !w.From.IsZero() && !w.To.IsZero() && w.From > w.To {
		w.From, w.To = 0, 0
	}
	s.out = append(s.out, Found{Sent: s.sent, Lo: lo, Hi: hi, Head: s.head(lo, hi), Span: span, Kind: h.kind, When: w,
		Amount: h.amount, Unit: h.unit, Age: h.age, Compared: s.compared(i), Future: h.future || !s.pub.IsZero() && w.From > s.pub})
	s.cals = append(s.cals, written{h.cal, i, h.end})
	if h.kind == Date && !w.From.IsZero() && !w.To.IsZero() {
		s.last = reference{days: days{w.From, w.To, w.Precision}, in: s.w(i) == "in" || s.w(i) == "during" || s.w(i-1) == "in"}
	}
}

// head is the token in [lo, hi) that hangs on one outside.
func (s *scan) head(lo, hi int) int {
	best := lo
	for t := hi - 1; t >= lo; t-- {
		tok := &s.s.Tokens[t]
		if tok.Rel != "" && (tok.Head < lo || tok.Head >= hi) && tok.UPOS != "PUNCT" {
			best = t
			if tok.UPOS != "ADP" && tok.UPOS != "SCONJ" {
				return t
			}
		}
	}
	return best
}

// futureCues lead a date that lies ahead: "scheduled for August 25".
var futureCues = set("scheduled slated due upcoming forthcoming planned expected postponed set")

// future reports whether the time at atom i is one to come: its clause has "will"
// or a future tense, or a word such as "scheduled" leads to it.
func (s *scan) future(i int) bool {
	if len(s.s.Clauses) > 0 {
		if c := s.s.ClauseOf(s.a[i].tok); c >= 0 && c < len(s.s.Clauses) && s.s.Clauses[c].Tense == "future" {
			return true
		}
	}
	for k := i - 1; k >= 0 && !clauseBreak(s.w(k)); k-- {
		switch w := s.w(k); {
		case w == "will" && s.tag(k) != "NOUN", w == "shall", w == "'ll":
			return true
		case w == "to" && (s.w(k-1) == "is" || s.w(k-1) == "are") && s.tag(k+1) == "VERB":
			return true // "is to visit Bamenda in December"
		case (w == "should" || w == "must" || w == "may" || w == "can") && s.tag(k) == "AUX" && s.w(k+1) != "have" && s.w(k+2) != "have":
			return true // "restrictions should ease from Tuesday"
		case futureCues[w] && i-k <= 6 && s.w(k-1) != "as":
			return true
		}
	}
	for k := i; k < len(s.a) && !clauseBreak(s.w(k)); k++ {
		if s.w(k) == "will" && s.tag(k) != "NOUN" || s.w(k) == "shall" || s.w(k) == "'ll" {
			return true
		}
	}
	return false
}

// soonDays is how near a day without a year must lie to be taken as coming.
const soonDays = 45

// soon reports whether a day without a year lies just ahead, in a clause that
// does not speak of the past: "Nigeria votes on January 14", written on the 6th.
func (s *scan) soon(i int, c cal) bool {
	if c.day == 0 || s.pub.IsZero() || len(s.s.Clauses) == 0 {
		return false
	}
	k := s.s.ClauseOf(s.a[i].tok)
	if k < 0 || k >= len(s.s.Clauses) {
		return false
	}
	if t := s.s.Clauses[k].Tense; (t == "past" || t == "perfect") && s.w(i-1) != "by" {
		return false
	}
	d, ok := c.resolve(s.pub, true)
	return ok && d.from > s.pub && d.from <= s.pub.AddDays(soonDays)
}

// yearWords reads "last year", "this year" or "next year" after a date without
// a year: "in July last year".
func (s *scan) yearWords(end int, c *cal) int {
	if !c.needsYear() || c.weekday > 0 || s.pub.IsZero() || s.w(end+1) != "year" {
		return end
	}
	step := map[string]int{"last": -1, "this": 0, "next": 1}
	n, ok := step[s.w(end)]
	if !ok {
		return end
	}
	c.year = s.pub.Year() + n
	return end + 2
}

func clauseBreak(w string) bool { return w == "," || w == ";" || w == ":" || w == "." || w == "but" }
