package claim

import (
	"cmp"
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/text"
	"tocsin/read/when"
)

// noneSince reads "has had no coup since 2012" as a last: the last was then, and
// none came after. The anchor "since" tells check that the text denies nothing else.
func (s *sentence) noneSince(k tocsin.Claim, lo, hi int, land [2]int) bool {
	not := -1
	for t := max(0, lo-8); t < lo; t++ {
		if s.is(t, "no", "not", "n't", "never", "without", "nor", "spared", "escaped", "avoided") || s.is(t, "free") && s.is(t+1, "of", "from") {
			not = t
		} else if s.is(t, "first", "last", "latest", ";") {
			not = -1
		}
	}
	for t := hi; t < len(s.toks) && not < 0; t++ {
		if s.is(t, "none") {
			not = t
		}
	}
	fronted := s.seq(0, "not", "since") || s.seq(0, "never", "since")
	if not < 0 && !fronted {
		return false
	}
	for n := range s.times {
		f := &s.times[n]
		if not > hi && !f.When.From.IsZero() && f.Lo > not && f.Lo-not <= 6 && s.leadBy(f, "since") {
			hi = f.Hi // before the coup of 2010 it had had none since
		} else if fronted && f.Lo <= 2 && !f.When.From.IsZero() {
			not, hi = 0, max(hi, f.Hi)
		} else if f.Lo <= 1 && s.leadBy(f, "since") && !f.When.From.IsZero() {
			not = min(not, f.Lo)
		} else if f.When.From.IsZero() || f.Lo < hi || f.Lo-hi > 9 || !s.is(f.Lo, "since") && !s.is(f.Lo-1, "since") {
			continue
		}
		w := f.When
		w.Open, w.To = "none", w.From
		switch w.Anchor = (&tocsin.Anchor{Rel: "since", Text: sinceText(f)}); len(w.Anchor.Text) {
		case 4:
			w.To = w.From.AddMonths(12).AddDays(-1)
		case 7:
			w.To = w.From.MonthEnd()
		}
		k.Form, k.Window = tocsin.FormLast, &w
		if own := s.laterTime(f); own != nil { // none since then until this one
			k.Form, k.Novelty = tocsin.FormFirst, "first"
			w.To, w.Precision = own.When.To, own.When.Precision
			land = [2]int{min(own.Lo, f.Lo), own.Hi}
		}
		s.markTaken(not, hi)
		s.add(k, not, max(hi, f.Hi), land)
		return true
	}
	if not > 0 && s.is(not-1, "has", "have") && len(s.times) == 0 && !s.c.Published.IsZero() && !s.near(hi, 3, func(t int) bool { return s.is(t, "that", "which", "like", "as", "without", "more") }) { // has never had a coup
		k.Form, k.Op, k.Value, k.Unit = tocsin.FormCount, "=", tocsin.Number(0), tocsin.Coups
		k.Window = &tocsin.When{To: s.c.Published.AddDays(-1), Open: "start", Precision: "past", Text: s.text(not, hi)}
		s.markTaken(not, hi)
		s.add(k, not, hi, land)
		return true
	}
	return false
}

// laterTime is the bounded time of the sentence that lies after another: that of the
// coup by which a time without one ended.
func (s *sentence) laterTime(f *when.Found) *when.Found {
	for at, list := range [][]when.Found{s.times, s.asideTimes} {
		for n := range list {
			o := &list[n]
			w := s.ownTime(o)
			if o.Kind == when.Date && o.When.Anchor == nil && !w.From.IsZero() && !w.To.IsZero() && w.From > f.When.From.AddMonths(12) && (at == 1 || !s.leadBy(o, "since")) {
				c := *o
				c.When = w
				return &c
			}
		}
	}
	return nil
}

// neverBefore reads "had never had a coup before November 2017" as a first: there
// was one then, and none earlier.
func (s *sentence) neverBefore(k tocsin.Claim, lo, hi int, land [2]int) bool {
	not := -1
	for t := max(0, lo-8); t < lo; t++ {
		if s.is(t, "never") {
			not = t
		}
	}
	for n := range s.times {
		f := &s.times[n]
		if not < 0 || f.Lo > 1 && (f.Lo < hi || f.Lo-hi > 5) || !s.is(f.Lo, "before", "until") && !s.is(f.Lo-1, "before", "until") {
			continue
		}
		w := s.untilThen(f)
		k.Form, k.Novelty, k.Window = tocsin.FormFirst, "first", &w
		s.markTaken(not, hi)
		s.add(k, not, max(hi, f.Hi), land)
		return true
	}
	return false
}

// untilThen is the time that "before 2019" or "until July 2010" names: not what went
// before it.
func (s *sentence) untilThen(f *when.Found) tocsin.When {
	w := f.When
	if s.leadBy(f, "until") && !w.To.IsZero() { // "until 1999": the time named, not what follows it
		switch y := s.yearNamed(f); {
		case s.yearIn(f.Lo, f.Hi) && y > 0:
			w = yearOf(y)
		case w.To == w.To.MonthEnd():
			y, m, _ := w.To.Parts()
			w.From, _ = tocsin.MakeDate(y, m, 1)
			w.Precision = "month"
		case s.near(f.Lo, f.Hi-f.Lo, func(k int) bool { return s.is(k, "beginning", "start", "early") }):
			y, m, _ := w.To.Parts() // until early July: some day of it
			w.From, _ = tocsin.MakeDate(y, m, 1)
			w.To = max(w.To, w.From.AddDays(14))
		default:
			w.From = w.To
		}
	} else if w.Open == "start" || w.From.IsZero() {
		w.From = w.To.AddDays(1)
		switch w.To, w.Precision = w.From, "day"; {
		case strings.HasSuffix(w.From.String(), "-01-01") && s.yearIn(f.Lo, f.Hi):
			w.To, w.Precision = w.From.AddMonths(12).AddDays(-1), "year"
		case strings.HasSuffix(w.From.String(), "-01"):
			w.To, w.Precision = w.From.MonthEnd(), "month"
		}
	}
	w.Open, w.Anchor = "none", nil
	return w
}

// yearIn reports that tokens [lo, hi) name a year and nothing finer.
func (s *sentence) yearIn(lo, hi int) bool {
	for i := lo; i < hi; i++ {
		if !s.is(i, "before", "until", "the", "year") && (len(s.low(i)) != 4 || s.low(i)[0] < '0' || s.low(i)[0] > '9') {
			return false
		}
	}
	return true
}

// coupOrdinal reads "the third coup in five years": so many in the years that end
// with this one. Where the text does not say when this one was, or says no span to
// count in, the claim has no window, and check says that it cannot be measured.
func (s *sentence) coupOrdinal(k tocsin.Claim, lo, hi int, n float64, land [2]int) bool {
	k.Form, k.Op, k.Value, k.Unit = tocsin.FormCount, "=", tocsin.Number(n), tocsin.Coups
	months, end, ok := s.yearsAfter(hi, n)
	used := map[int]bool{}
	for _, f := range s.times {
		used[f.Lo] = ok && f.Lo < end && f.Hi > hi && f.Lo >= hi
		if since := s.is(f.Lo, "since") || s.is(f.Lo-1, "since"); !ok && since && !f.When.From.IsZero() {
			w := f.When
			if own := s.coupTime(lo, hi, map[int]bool{f.Lo: true}); own != nil && own.When.To > w.From { // of its own day
				w.Open, w.To = "none", own.When.To
				land = [2]int{own.Lo, own.Hi}
				s.ownCoup(k, lo, hi, own)
			}
			k.Window = &w
			s.add(k, lo, max(hi, f.Hi), land)
			return true
		}
	}
	if !ok && s.near(hi, 8, func(k int) bool { return s.is(k, "history", "independence") }) { // the fourth in Niger's history
		f := s.coupTime(lo, hi, used)
		if f == nil {
			f = s.oneAsideTime()
		}
		if f != nil {
			w := f.When
			w.From, w.Open = 0, "start"
			k.Window = &w
			s.add(k, lo, hi, land)
			return true
		}
	}
	if !ok {
		for _, f := range s.times { // its second coup of 2022
			if (s.is(f.Lo-1, "of") || s.is(f.Lo, "of")) && f.Lo >= hi-1 && f.Lo <= hi+2 && f.When.Precision == "year" && !f.When.To.IsZero() {
				w := f.When
				k.Window, hi = &w, max(hi, f.Hi)
			}
		}
		s.add(k, lo, hi, land)
		return true
	}
	if f := cmp.Or(s.coupTime(lo, hi, used), s.oneAsideTime(), s.timeBefore()); f != nil {
		w := f.When
		if f.Lo < lo && slices.ContainsFunc(s.times, func(t when.Found) bool { return t.Lo == f.Lo && t.When.From == f.When.From }) {
			s.ownCoup(k, lo, hi, f)
		}
		w.From = s.coupsBack(w.From, hi, end, months)
		w.Text = s.text(hi, end)
		k.Window = &w
	} else {
		k.Window = s.yearsToNow(lo, hi, end, months)
	}
	s.add(k, lo, end, land)
	return true
}

// yearsToNow are so many months up to the text, where it tells of the country as it stands
// before token lo: "has now gone through its second coup in three years".
func (s *sentence) yearsToNow(lo, hi, end, months int) *tocsin.When {
	if s.c.Published.IsZero() || !s.near(0, lo, func(t int) bool { return s.is(t, "has", "have", "now", "just", "'s", "’s", "today", "yesterday") }) {
		return nil
	}
	return &tocsin.When{From: s.coupsBack(s.c.Published, hi, end, months), To: s.c.Published, Open: "none", Precision: "past", Text: s.text(hi, end)}
}

// coupsBack is the day so many months before another, as tokens [lo, hi) tell them: people
// round ("its second coup in nine months", when it was nine months and six days), unless
// they name a bound; years they count by the calendar.
func (s *sentence) coupsBack(day tocsin.Date, lo, hi, months int) tocsin.Date {
	from := day.AddMonths(-s.loosely(lo, hi, months))
	if months >= 24 || s.near(lo, hi-lo, func(k int) bool { return s.is(k, "under", "less", "within", "barely", "inside", "only") }) {
		return from
	}
	return from.AddDays(-int(day-from) / 33)
}

// loosely stretches a number of months told as "just over nine" or "some nine".
func (s *sentence) loosely(lo, hi, months int) int {
	if s.near(lo, hi-lo, func(k int) bool { return s.is(k, "just", "little", "over", "about", "around", "some", "more") }) {
		return months + max(1, months/12)
	}
	return months
}

// ownCoup writes that the coup a number ends with was when the text says.
func (s *sentence) ownCoup(k tocsin.Claim, lo, hi int, f *when.Found) {
	w := f.When
	if w.Precision != "day" && w.Precision != "month" || s.yearNamed(f) == 0 {
		return
	}
	of := *k.Of
	c := tocsin.Claim{Form: tocsin.FormDate, Of: &of, Window: &w}
	s.add(c, min(lo, f.Lo), max(hi, f.Hi))
}

// yearsAfter reads "in five years", "in a decade", "in as many years" soon after a
// coup: how many months, and the token after it.
func (s *sentence) yearsAfter(hi int, n float64) (months, end int, ok bool) {
	for t := hi; t < min(hi+6, len(s.toks)); t++ {
		if !s.is(t, "in", "within", "over") {
			continue
		}
		k := t + 1
		for s.is(k, "the", "just", "only", "past", "last", "about", "less", "than", "under", "barely", "little", "over", "more") {
			k++
		}
		if s.seq(k, "as", "many", "years") {
			return int(12 * n), k + 3, true
		}
		if s.is(k, "decade") {
			return 120, k + 1, true
		}
		count := 1.0
		if q, found := s.numberAt(k); found {
			count, k = q.value, q.hi
		} else if s.is(k, "a", "one") {
			k++
		} else {
			continue
		}
		if per, found := map[string]float64{"month": 1, "months": 1, "year": 12, "years": 12, "decade": 120, "decades": 120}[s.low(k)]; found {
			return int(count * per), k + 1, true
		}
	}
	return 0, 0, false
}

// timeBefore is the last date of the sentence before this one where that sentence
// tells of a coup.
func (s *sentence) timeBefore() *when.Found {
	if s.n == 0 {
		return nil
	}
	b := newSentence(s.doc, s.c, s.n-1)
	tells := slices.ContainsFunc(b.toks, func(t text.Token) bool {
		return slices.Contains(coupWords, t.Lower) || slices.Contains(oustVerbs, t.Lower) || t.Lower == "power"
	})
	for n := len(b.times) - 1; tells && n >= 0; n-- {
		f := &b.times[n]
		if f.Kind == when.Date && !f.When.From.IsZero() && !f.When.To.IsZero() && f.When.Open == "none" && f.When.Anchor == nil {
			return f
		}
	}
	return nil
}

// nthTime reads "it was the second time since 2000 that a coup succeeded".
func (s *sentence) nthTime(k tocsin.Claim, lo, hi int, land [2]int) bool {
	for t := 0; t < lo; t++ {
		n, ok := ordinals[s.low(t)]
		if !ok || n < 2 || !s.is(t+1, "time") || s.timeOver(t) {
			continue
		}
		for m := range s.times {
			f := &s.times[m]
			if !s.leadBy(f, "since") || f.When.From.IsZero() {
				continue
			}
			w := f.When
			k.Form, k.Op, k.Value, k.Unit, k.Window = tocsin.FormCount, "=", tocsin.Number(n), tocsin.Coups, &w
			s.add(k, t, hi, land, [2]int{f.Lo, f.Hi})
			return true
		}
	}
	return false
}

// ordinalOne reads "was the second successful one" and "was its third" after a coup told
// at tokens up to hi: the tokens of it, and which.
func (s *sentence) ordinalOne(hi int) (at, end int, n float64) {
	for t := hi; t < min(len(s.toks), hi+9); t++ {
		if s.is(t, ",", ";") {
			return 0, 0, 0
		}
		n, ok := ordinals[s.low(t)]
		if !ok || s.timeOver(t) || !s.near(max(hi, t-4), min(4, t-hi), func(k int) bool { return s.is(k, "was", "is", "became", "marked", "were") }) {
			continue
		}
		end = t + 1
		for s.is(end, "such", "successful", "military", "army") {
			end++
		}
		if s.seq(end, "to", "succeed") {
			return t, end + 2, n
		}
		if s.is(end, "one") {
			return t, end + 1, n
		}
		if end == t+1 && s.is(end, "in", "within") {
			return t, end, n
		}
	}
	return 0, 0, 0
}

// afterElided passes from token t what may stand for the coup, and where: "first (one there)
// since", "first (such coup in the country) since".
func (s *sentence) afterElided(t int) int {
	for s.is(t, "such", "there", "one", "coup", "putsch", "takeover", "of", "its", "kind") || s.is(t, "in") && (s.landAt(t+1) != nil || s.is(t+1, "the") && s.is(t+2, "country")) || s.is(t, "the") && s.is(t+1, "country") || s.is(t, "country") && s.is(t-1, "the") || t < len(s.toks) && s.landAt(t) != nil {
		t++
	}
	return t
}
