package when

import (
	"tocsin"
)

// adverbs are times in one or a few words, relative to the day of publication.
// Longer ones come first.
var adverbs = []struct {
	words []string
	from  func(pub tocsin.Date) hit
}{
	{[]string{"the", "day", "before", "yesterday"}, dayFrom(-2)},
	{[]string{"the", "day", "after", "tomorrow"}, dayFrom(1)},
	{[]string{"from", "now", "on"}, ahead},
	{[]string{"in", "the", "near", "future"}, ahead},
	{[]string{"in", "the", "future"}, ahead},
	{[]string{"going", "forward"}, ahead},
	{[]string{"in", "the", "past"}, past},
	{[]string{"in", "past", "years"}, past},
	{[]string{"in", "years", "past"}, past},
	{[]string{"until", "recently"}, pastRecent},
	{[]string{"until", "now"}, upToNow},
	{[]string{"up", "to", "now"}, upToNow},
	{[]string{"up", "until", "now"}, upToNow},
	{[]string{"by", "now"}, upToNow},
	{[]string{"to", "this", "day"}, upToNow},
	{[]string{"to", "the", "present"}, upToNow},
	{[]string{"to", "date"}, upToNow},
	{[]string{"thus", "far"}, upToNow},
	{[]string{"so", "far"}, upToNow},
	{[]string{"as", "yet"}, upToNow},
	{[]string{"hitherto"}, upToNow},
	{[]string{"at", "this", "point"}, dayFrom(0)},
	{[]string{"at", "this", "time"}, dayFrom(0)},
	{[]string{"at", "present"}, dayFrom(0)},
	{[]string{"at", "the", "moment"}, dayFrom(0)},
	{[]string{"right", "now"}, dayFrom(0)},
	{[]string{"presently"}, dayFrom(0)},
	{[]string{"currently"}, dayFrom(0)},
	{[]string{"this", "morning"}, dayFrom(0)},
	{[]string{"this", "afternoon"}, dayFrom(0)},
	{[]string{"this", "evening"}, dayFrom(0)},
	{[]string{"last", "night"}, dayFrom(-1)},
	{[]string{"last", "evening"}, dayFrom(-1)},
	{[]string{"overnight"}, overnight},
	{[]string{"tonight"}, dayFrom(0)},
	{[]string{"yesterday"}, dayFrom(-1)},
	{[]string{"today"}, dayFrom(0)},
	{[]string{"tomorrow"}, dayFrom(1)},
	{[]string{"now"}, dayFrom(0)},
	{[]string{"these", "days"}, recent},
	{[]string{"nowadays"}, recent},
	{[]string{"of", "late"}, recent},
	{[]string{"recently"}, recent},
	{[]string{"lately"}, recent},
	{[]string{"historically"}, past},
	{[]string{"previously"}, past},
	{[]string{"formerly"}, past},
}

func dayFrom(n int) func(tocsin.Date) hit {
	return func(pub tocsin.Date) hit {
		d := pub.AddDays(n)
		return hit{days: days{d, d, "day"}, future: n > 0}
	}
}

func overnight(pub tocsin.Date) hit { return hit{days: days{pub.AddDays(-1), pub, "day"}} }
func ahead(pub tocsin.Date) hit {
	return hit{days: days{from: pub, prec: "unknown"}, open: "end", future: true}
}
func past(pub tocsin.Date) hit       { return hit{days: days{to: pub, prec: "past"}, open: "start"} }
func pastRecent(pub tocsin.Date) hit { return hit{days: days{to: pub, prec: "recent"}, open: "start"} }
func upToNow(pub tocsin.Date) hit    { return hit{days: days{to: pub, prec: "day"}, open: "start"} }

// recent has an end, the day of publication, and a beginning that nobody knows.
func recent(pub tocsin.Date) hit { return hit{days: days{to: pub, prec: "recent"}} }

// adverb reads the fixed phrases.
func (s *scan) adverb(i int) (hit, bool) {
	for _, a := range adverbs {
		if !s.words(i, a.words...) || s.notTime(i, len(a.words)) {
			continue
		}
		h := a.from(s.pub)
		switch a.words[0] {
		case "overnight":
			h = s.theNight(s.pub)
		case "now":
			if w := s.w(i - 1); w == "have" || w == "has" || w == "had" {
				h = upToNow(s.pub) // "have now been displaced": by and by, until today
			}
		}
		h.end, h.kind = i+len(a.words), Date
		if h.days.prec == "day" && dayParts[s.w(h.end)] { // "yesterday evening"
			h.end++
		}
		return h, true
	}
	return hit{}, false
}

// notTime keeps out what only looks like one of the phrases: "so far as",
// "now that", "to date from", "so far away".
func (s *scan) notTime(i, n int) bool {
	switch w, next := s.w(i), s.w(i+n); w {
	case "so", "thus":
		return next == "as" || next == "away" || next == "from" || next == "apart" || next == "that" || next == "this" && w == "so"
	case "in":
		if s.w(i+n-1) == "past" { // "in the past two months"
			_, _, unit := unitOf(next)
			_, _, counted := s.amount(i + n)
			return unit || counted
		}
	case "now":
		return next == "that" || s.w(i-1) == "just" && s.w(i-2) == "until"
	case "overnight":
		return s.tag(i) == "ADJ"
	case "to":
		return n == 2 && s.tag(i+1) == "VERB"
	case "at":
		return s.w(i+1) == "present" && s.tag(i+n) == "NOUN" // "at present consumption"
	}
	return false
}

// relative reads "last week", "this month", "next year", "last Tuesday", "the
// previous year", "that year", "earlier this month", "in recent months", "the
// coming weeks".
func (s *scan) relative(i int) (hit, bool) {
	j := i
	if w := s.w(j); (w == "earlier" || w == "later") && (s.w(j+1) == "this" || s.w(j+1) == "in" || s.w(j+1) == "last" || s.w(j+1) == "on") {
		return s.earlierLater(i)
	}
	if h, ok := s.partOfPeriod(i); ok {
		return h, true
	}
	if s.words(j, "so", "far") {
		j += 2
	}
	if s.w(j) == "the" {
		j++
	}
	if s.w(j) == "weekend" && j > i {
		n := -1
		if !s.pub.IsZero() && isoWeekday(s.pub) >= 6 {
			n = 0
		}
		return hit{end: j + 1, kind: Date, days: around(s.pub, "weekend", n)}, true
	}
	if recentWords[s.w(j)] {
		if _, plural, ok := unitOf(s.w(j + 1)); ok && plural {
			h := recent(s.pub)
			h.end, h.kind = j+2, Date
			return h, true
		}
		return hit{}, false
	}
	if s.w(j) == "coming" || s.w(j) == "ensuing" {
		if _, plural, ok := unitOf(s.w(j + 1)); ok && plural && s.w(j) == "coming" {
			h := ahead(s.pub)
			h.end, h.kind = j+2, Date
			return h, true
		}
	}
	step, back, ok := s.which(j)
	if !ok {
		return hit{}, false
	}
	return s.named(i, j+1, step, back)
}

// partOfPeriod reads "the beginning of the year", "the end of last month": the
// first or last third of it.
func (s *scan) partOfPeriod(i int) (hit, bool) {
	j := i
	if s.w(j) == "the" {
		j++
	}
	part := map[string]string{"beginning": "early", "start": "early", "middle": "mid", "end": "late"}[s.w(j)]
	if part == "" || s.w(j+1) != "of" {
		return hit{}, false
	}
	step, ok := map[string]int{"the": 0, "this": 0, "last": -1, "next": 1}[s.w(j+2)]
	u, plural, unit := unitOf(s.w(j + 3))
	if !ok || !unit || plural || u != tocsin.Years && u != tocsin.Months && u != tocsin.Weeks {
		return hit{}, false
	}
	if _, dated := s.plainYearAfter(j + 4); dated {
		return hit{}, false
	}
	h := hit{end: j + 4, kind: Date, days: around(s.pub, u, step)}
	c := cal{part: part, year: h.days.from.Year()}
	if u == tocsin.Months {
		c.month = h.days.from.Month()
	}
	if u != tocsin.Weeks && !s.pub.IsZero() {
		h.days, _ = c.inYear()
	}
	return h, true
}

var recentWords = set("recent")

// which reads the word that says which period: how many periods from the day of
// publication, or, where back is set, from the time last named.
func (s *scan) which(j int) (step int, back, ok bool) {
	switch s.w(j) {
	case "this", "current":
		return 0, false, true
	case "last":
		return -1, false, true
	case "next":
		return 1, s.w(j-1) == "the", true
	case "coming":
		return 1, false, true
	case "previous", "preceding":
		return -1, true, true
	case "following":
		return 1, true, s.w(j-1) == "the"
	case "that", "same":
		return 0, true, s.w(j) == "that" || s.w(j-1) == "the" || s.w(j-1) == "that"
	}
	return 0, false, false
}

// named reads the period that follows "last", "this", "next" at atom j.
func (s *scan) named(i, j, step int, back bool) (hit, bool) {
	if s.w(j) == "same" {
		j++
	}
	ref := s.pub
	if back {
		ref = s.last.from
		if step > 0 {
			ref = s.last.to
		}
	}
	h := hit{kind: Date, future: step > 0 && !back}
	if m := s.month(j, false); m > 0 && !back {
		return s.namedCal(h, j+1, cal{month: m}, step)
	}
	if n, ok := seasons[s.w(j)]; ok && !back {
		return s.namedCal(h, j+1, cal{season: n}, step)
	}
	if d, ok := weekdays[s.w(j)]; ok && back && step < 0 { // "the previous Friday"
		if ref.IsZero() {
			ref = s.pub
		}
		h.end, h.days = j+1, onWeekday(d+1, ref.AddDays(-1), false)
		return h, true
	}
	if d, ok := weekdays[s.w(j)]; ok && !back {
		h.end = j + 1
		if dayParts[s.w(h.end)] {
			h.end++
		}
		h.days = onWeekday(d+1, ref, step > 0)
		if step > 0 && !ref.IsZero() && isoWeekday(ref) < d+1 {
			h.days = onWeekday(d+1, ref.AddDays(7), true) // "next Friday", said on a Thursday
		}
		if step < 0 && h.days.from == ref && !ref.IsZero() {
			h.days = onWeekday(d+1, ref.AddDays(-1), false)
		}
		return h, true
	}
	u, plural, ok := unitOf(s.w(j))
	if !ok || plural || (u == tocsin.Days && !back) || u == tocsin.Hours || s.w(j) == "minute" {
		return hit{}, false
	}
	if u == tocsin.Years && s.dash(j+1) && s.w(j+2) != "" && s.glued(j, 3) { // "this year-long"
		return hit{}, false
	}
	if _, year := s.plainYearAfter(j + 1); year {
		return hit{}, false // "the last quarter of 2020"
	}
	h.end, h.days = j+1, around(ref, u, step)
	if s.w(i) == "so" { // "so far this year"
		h.open, h.days.to = "", s.pub
	}
	return h, true
}

// namedCal resolves "last August", "this summer", "next March".
func (s *scan) namedCal(h hit, end int, c cal, step int) (hit, bool) {
	h.end = end
	if s.n(end, 1500, 2199) > 0 || s.n(end, 1, 31) > 0 && c.month > 0 {
		return hit{}, false // a whole date follows
	}
	h.days.prec = c.precision()
	if s.pub.IsZero() {
		return h, true
	}
	c.year = s.pub.Year()
	d, _ := c.inYear()
	switch {
	case step < 0 && d.to >= s.pub: // not over yet: the one before
		c.year--
	case step > 0 && d.from <= s.pub:
		c.year++
	}
	h.days, _ = c.inYear()
	return h, true
}

// earlierLater reads "earlier this month": from its first day to publication;
// "later this year": from publication to its last day. The second word may also
// lead to a plain date: "earlier in 2019", "later on Tuesday".
func (s *scan) earlierLater(i int) (hit, bool) {
	j := i + 1
	if s.w(j) == "in" || s.w(j) == "on" {
		j++
	}
	h, ok := s.relative(j)
	if !ok {
		if h, ok = s.absolute(j); !ok {
			if s.w(j) == "the" {
				return s.earlierInThe(i, j+1)
			}
			return hit{}, false
		}
		return h, true
	}
	if s.w(i+1) == "this" && !s.pub.IsZero() {
		if s.w(i) == "earlier" && h.days.from <= s.pub {
			h.days.to = min(h.days.to, s.pub)
		} else if h.days.to >= s.pub {
			h.days.from, h.future = s.pub, true
		}
	}
	return h, true
}

// earlierInThe reads "earlier in the day", "later in the week": the period last
// named, else the one of publication.
func (s *scan) earlierInThe(i, j int) (hit, bool) {
	u, plural, ok := unitOf(s.w(j))
	if !ok || plural || u == tocsin.Hours {
		return hit{}, false
	}
	ref := s.last.from
	if ref.IsZero() {
		ref = s.pub
	}
	return hit{end: j + 1, kind: Date, days: around(ref, u, 0)}, true
}
