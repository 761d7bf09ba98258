package when

import "tocsin"

// What must hold before a month or a weekday without more is put on a day.

// otherYear reports whether the sentence before, or this one before it, is about a
// year that is past: "There were two coups in 2022. In January X overthrew Y" may be
// of that year or of the present one, and nobody can tell which.
func (s *scan) otherYear(d days) bool {
	if s.last.prec != "year" || !s.last.in || s.last.from.IsZero() || d.from.IsZero() || s.last.to >= s.pub {
		return false
	}
	if s.last.age > 0 && (s.sent == 0 || s.doc.Sentences[s.sent-1].Paragraph != s.s.Paragraph) {
		return false
	}
	return s.last.from.Year() == s.last.to.Year() && s.last.from.Year() != d.from.Year()
}

// meets reports whether a weekday lies ahead: its clause is in the simple present
// and no headline, "leaders meet in Abuja on Saturday".
func (s *scan) meets(i int) bool {
	if s.sent == 0 || s.s.Kind == "heading" || len(s.s.Clauses) == 0 {
		return false
	}
	c := s.s.ClauseOf(s.a[i].tok)
	if c < 0 || c >= len(s.s.Clauses) {
		return false
	}
	k := &s.s.Clauses[c]
	v := &s.s.Tokens[k.Verb]
	return k.Tense == "present" && len(k.Aux) == 0 && len(k.Modals) == 0 && (v.XPOS == "VBP" || v.XPOS == "VBZ") && v.UPOS == "VERB" && moves[v.Lemma]
}

// moves are the verbs whose present tense tells what is arranged for a day.
var moves = map[string]bool{"meet": true, "vote": true, "begin": true, "start": true, "open": true, "return": true, "arrive": true,
	"leave": true, "expire": true, "convene": true, "gather": true, "resume": true, "visit": true, "travel": true, "hold": true,
	"host": true, "fall": true, "end": true, "hear": true, "take": true, "come": true, "go": true, "elect": true}

// recurs reports whether the weekday at i only names what is held on it every week:
// "during Friday prayers", "the Saturday markets".
func (s *scan) recurs(i int) bool {
	next := s.w(i + 1)
	return s.tag(i+1) == "NOUN" && (next == "prayers" || next == "prayer" || next == "mass" || next == "sermon" ||
		len(next) > 3 && next[len(next)-1] == 's' && s.s.Tokens[s.a[i+1].tok].XPOS == "NNS" && !eventNouns[next] && !dayParts[next[:len(next)-1]])
}

// theNight is the night that ends on the day named before in the sentence, else the
// one before publication: "at dawn on Friday after shelling it overnight".
func (s *scan) theNight(pub tocsin.Date) hit {
	if s.last.age == 0 && s.last.prec == "day" && !s.last.from.IsZero() && s.last.from == s.last.to {
		return hit{days: days{s.last.from.AddDays(-1), s.last.from, "day"}}
	}
	return overnight(pub)
}

// ofThing reports whether the year at i is part of what a thing is called, and dates
// nothing that is told: "the 1992 constitution". What happens has a day of its own:
// "the 2012 coup".
func (s *scan) ofThing(i int) bool {
	if !definite[s.w(i-1)] {
		return false
	}
	k := i + 1
	for s.tag(k) == "ADJ" || (s.tag(k) == "NOUN" || s.tag(k) == "PROPN") && (s.tag(k+1) == "NOUN" || s.tag(k+1) == "PROPN") {
		k++
	}
	return things[s.w(k)]
}

// things are made once and last.
var things = set("constitution law act treaty charter census budget report map border borders code decree")

// weekendOf is the weekend in or beside which a day lies: "the weekend of 6
// December" where that is a Friday. A day in the week says of none which it is.
func weekendOf(d days) days {
	if d.from.IsZero() || d.from != d.to {
		return d
	}
	switch isoWeekday(d.from) {
	case 5:
		return days{d.from, d.from.AddDays(2), "day"}
	case 6:
		return days{d.from, d.from.AddDays(1), "day"}
	case 7:
		return days{d.from.AddDays(-1), d.from, "day"}
	}
	return days{prec: "day"}
}
