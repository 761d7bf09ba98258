package claim

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/when"
)

// The first and the last time that a group is in the record are told in many ways:
// "made its first appearance in", "it was not until 1996 that", "goes back to"; "ended
// in", "has not been involved in any since". What they have in common is one group,
// one time, and a word for the beginning or the end.

// boundaries reads such a first or last where no pattern has read one.
func (s *sentence) boundaries() {
	if slices.ContainsFunc(s.out, func(f Found) bool {
		return f.Claim.Form == tocsin.FormFirst || f.Claim.Form == tocsin.FormLast || f.Claim.Form == tocsin.FormChange || f.Claim.Form == tocsin.FormRank || f.Claim.Form == tocsin.FormShare || f.Claim.Than != nil
	}) || len(s.actorOperands()) != 1 || s.actorOperands()[0].actor.generic || !s.ofViolence() {
		return
	}
	form, f, at, since := s.boundary()
	if f == nil {
		return
	}
	k := tocsin.Claim{Form: form}
	used := s.fill(&k, "events", s.landOperands(), s.actorOperands())
	if len(s.landOperands()) > 1 {
		return
	}
	if len(s.landOperands()) == 0 {
		k.Of.Country = "" // of the group wherever it was, unless the text says where
	}
	w := s.ownTime(f)
	if form == tocsin.FormFirst {
		k.Novelty = "first"
	} else if since {
		w.Anchor = &tocsin.Anchor{Rel: "since", Text: sinceText(f)}
	}
	k.Window = &w
	s.ofYear(&k, at)
	s.markTaken(0, len(s.toks))
	s.out = slices.DeleteFunc(s.out, func(f Found) bool {
		return f.Claim.Form == tocsin.FormDate && !strings.Contains(f.Claim.Of.Act, "coup")
	})
	s.add(k, min(at, f.Lo), max(at+1, f.Hi), used...)
}

// ofViolence reports that the sentence speaks of violence or of the record of it, and
// of no number, coup or place beyond its country.
func (s *sentence) ofViolence() bool {
	speaks := false
	for i := range s.toks {
		if slices.Contains(coupWords, s.low(i)) || s.is(i, "%", "percent") {
			return false
		}
		if q, ok := s.quantity(i); ok && !s.timeOver(q.hi-1) {
			return false
		}
		speaks = speaks || s.attackWord(i) || s.attackVerb(i) || s.is(i, "record", "records", "recorded", "data", "appeared", "appears", "appear", "appearance", "emerged", "active", "involved", "conflict", "clash", "clashed", "killed")
	}
	return speaks
}

// boundary is which end the sentence tells of, the time of it, and the token that says
// so; since says that it is told as none since that time.
func (s *sentence) boundary() (form tocsin.Form, f *when.Found, at int, since bool) {
	not := slices.IndexFunc(lowered(s.toks), func(w string) bool { return w == "not" || w == "no" || w == "never" || w == "n't" || w == "nothing" })
	var open, until, plain *when.Found // since a time, before or until it, at it
	for n := range s.times {
		t := &s.times[n]
		if t.When.From.IsZero() && t.When.To.IsZero() || t.Kind != when.Date || t.Compared || s.yearNamed(t) == 0 {
			continue
		}
		if s.near(t.Lo, t.Hi-t.Lo, func(k int) bool { return s.is(k, "last", "first") }) && s.yearNamed(t) == 0 {
			continue // the last year in which
		}
		p := &plain
		switch {
		case s.leadBy(t, "since", "after"):
			p = &open
		case s.leadBy(t, "before", "until"):
			p = &until
		}
		if *p != nil {
			return "", nil, 0, false
		}
		*p = t
	}
	if boolInt(open != nil)+boolInt(until != nil)+boolInt(plain != nil) != 1 {
		return "", nil, 0, false
	}
	switch {
	case open != nil && s.near(0, len(s.toks), func(k int) bool { return s.is(k, "disappeared", "vanished", "disappears", "vanishes") }):
		return tocsin.FormLast, open, open.Lo, true
	case not >= 0 && open != nil:
		return tocsin.FormLast, open, not, true
	case not >= 0 && until != nil:
		return tocsin.FormFirst, until, not, false
	case not >= 0 || plain == nil:
		return "", nil, 0, false
	}
	for i := range s.toks {
		switch {
		case s.is(i, "last", "latest", "final", "ended", "stops", "stopped", "ceased", "ends"), s.is(i, "recent") && s.is(i-1, "most"), s.is(i, "end") && s.is(i-1, "an") && s.is(i-2, "to"):
			form = tocsin.FormLast
		case s.is(i, "first", "earliest", "began", "begun", "started", "starts", "begins", "debut", "entered", "emerged") && (s.newAttack(i) || s.is(i+1, "year")), s.is(i, "back") && s.is(i+1, "to"):
			form = tocsin.FormFirst
		default:
			continue
		}
		return form, plain, i, false
	}
	return "", nil, 0, false
}

// leadBy reports that one of the words leads to a time or opens it.
func (s *sentence) leadBy(f *when.Found, words ...string) bool {
	return s.is(f.Lo, words...) || s.is(f.Lo-1, words...)
}

// ownTime is the year, month or day that a time names, without what leads to it.
func (s *sentence) ownTime(f *when.Found) tocsin.When {
	if s.leadBy(f, "before", "until") {
		return s.untilThen(f)
	}
	w := f.When
	if y := s.yearNamed(f); y > 0 && w.Precision != "month" && w.Precision != "day" && s.near(max(0, f.Lo-2), f.Hi-f.Lo+2, func(k int) bool { return s.is(k, "end") && s.is(k-1, "an") }) {
		w = yearOf(y) // came to an end in 2009: not at its end
	}
	if s.leadBy(f, "since", "after") {
		if s.leadBy(f, "after") && strings.HasSuffix(w.From.String(), "-01-01") && w.From.Year() > s.yearNamed(f) {
			w.From = w.From.AddMonths(-12)
		} else if endsThen(f) {
			w.From = w.From.AddMonths(map[string]int{"year": -12, "month": -1}[w.Precision])
		}
		if m := s.monthIn(f); m > 0 && s.leadBy(f, "after") && w.Precision == "month" {
			if next := w.From.AddMonths(-1); monthOf(w.From) != m && monthOf(next) == m {
				w.From = next
			}
		}
		w.To = w.From
		switch t := sinceText(f); {
		case len(t) == 4:
			w.From = tocsin.Date(w.From)
			w.To = w.From.AddMonths(12).AddDays(-1)
		case len(t) == 7:
			w.To = w.From.MonthEnd()
		}
	}
	w.Open, w.Anchor = "none", nil
	return w
}

// yearNamed is the year that the words of a time name, 0 for none.
func (s *sentence) yearNamed(f *when.Found) int {
	for i := f.Lo; i < f.Hi; i++ {
		if x, ok := digits(s.low(i)); ok && x >= 1900 && x <= 2100 {
			return int(x)
		}
	}
	return 0
}

// monthIn is the one month that the words of a time name, 0 for none.
func (s *sentence) monthIn(f *when.Found) int {
	m := 0
	for i := f.Lo; i < f.Hi; i++ {
		if n := monthNames[s.low(i)]; n > 0 {
			m = n
		}
	}
	return m
}

func monthOf(d tocsin.Date) int {
	_, m, _ := d.Parts()
	return m
}
