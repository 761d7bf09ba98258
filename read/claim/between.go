package claim

import (
	"slices"
	"strconv"
	"strings"

	"tocsin"
	"tocsin/read/text"
	"tocsin/read/when"
)

// coupDuration reads how long it was from one coup to another: "came 21 years after
// the previous one", "had gone eleven years without a coup when soldiers struck in
// February 2010", "its first coup in a decade", "eight years separate the coups of
// 2006 and 2014". The later coup is the window; the earlier, where it is named, the
// anchor.
func (s *sentence) coupDuration() {
	at := slices.IndexFunc(s.toks, func(t text.Token) bool { return slices.Contains(coupWords, t.Lower) })
	if at < 0 {
		return
	}
	for i := range s.toks {
		q, ok := s.quantity(i)
		if !ok && s.is(i, "a", "decade") && s.is(i+boolInt(s.is(i, "a")), "decade") {
			q, ok = number{lo: i, hi: i + boolInt(s.is(i, "a")), value: 1, op: "="}, true
			for _, b := range bounds {
				if lo := i - len(b.words); lo >= 0 && s.seq(lo, b.words...) {
					q.op, q.lo = b.op, lo
					break
				}
			}
		}
		if !ok {
			continue
		}
		unit, per, found := lengthOf(s.low(q.hi))
		if !found || q.upper > 0 {
			continue
		}
		if s.is(q.hi+1, "old", "in") && !s.firstIn(q.lo) {
			continue
		}
		if s.is(q.hi+1, "back", "ago") && s.oneAsideTime() != nil && len(s.times) > 1 && s.near(0, at, func(k int) bool { return s.is(k, "last", "latest") }) {
			continue // so long before the time of the text: what is told is when the last was
		}
		if l := s.landAt(q.lo - 1); l != nil && s.is(q.hi+1, "later") && slices.ContainsFunc(s.lands, func(o land) bool { return o.iso != l.iso }) {
			continue // "in Sudan in April and in Mali two months later": of two countries
		}
		without := s.is(q.lo-1, "for") && s.is(q.hi+1, "before", "when", "until", ",") && s.near(0, q.lo, func(k int) bool { return s.is(k, "no", "not", "n't", "never", "without") })
		if !s.gap(q.lo, q.hi+1) && !s.firstIn(q.lo) && !without {
			continue
		}
		if s.is(q.hi+1, "back") && s.near(0, at, func(k int) bool { return s.is(k, "last", "latest") }) {
			s.gapSaid = true // so long before the text, and then
			return
		}
		if s.near(q.hi, len(s.toks)-q.hi, func(k int) bool { return s.is(k, "other") && slices.Contains(coupWords, s.low(k+1)) }) {
			s.gapSaid = true // with other coups between
			return
		}
		if s.is(q.hi+1, "after") && q.lo <= 2 && s.datedAfter(q.hi+1) {
			s.gapSaid = true // two months after the coup of May something else was
			return
		}
		another := s.is(q.hi+1, "without") && s.is(q.hi+2, "another") // after the one named
		if s.gapSaid = another || s.twoLands(); !s.gapSaid {          // else which of them is whose is not known
			s.gapClaim(at, q, unit, per)
		}
		return
	}
}

// lengthOf is the unit of time that a word names, and by how much its number is to
// be multiplied.
func lengthOf(w string) (u tocsin.Unit, per float64, ok bool) {
	switch w {
	case "year", "years":
		return tocsin.Years, 1, true
	case "decade", "decades":
		return tocsin.Years, 10, true
	case "month", "months":
		return tocsin.Months, 1, true
	case "week", "weeks":
		return tocsin.Days, 7, true
	case "day", "days":
		return tocsin.Days, 1, true
	}
	return "", 0, false
}

// firstIn reports "first coup in N years" before token i.
func (s *sentence) firstIn(i int) bool {
	if !s.is(i-1, "in", "for") {
		return false
	}
	for k := max(0, i-6); k < i; k++ {
		if s.is(k, "first") {
			return true
		}
	}
	return false
}

// gap reports that tokens [lo, hi) are the time between two coups: "N years after the
// previous one", "without a coup", "separate", "passed between".
func (s *sentence) gap(lo, hi int) bool {
	if s.is(hi, "after", "since", "later", "apart", "before", "earlier", "without", "back", "separate", "separated", "passed", "elapsed", "lay", "lie", "between", "of") {
		return !s.is(hi, "before") || s.near(hi, 5, func(k int) bool { return s.is(k, "another", "next", "second") })
	}
	if s.near(0, lo, func(k int) bool {
		return s.is(k, "interval", "gap", "time", "period", "span") && s.is(k+1, "between", "of", "since", "from")
	}) && s.is(lo-1, "was", "is", "lasted", "of", "came", "to", "measured") {
		return true
	}
	if s.near(0, lo, func(k int) bool { return s.is(k, "between") }) && s.is(lo-1, "lay", "lie", "lies", "passed", "elapsed", "were", "are", "went") {
		return true
	}
	return s.is(lo-1, "by") && s.near(max(0, lo-6), 6, func(k int) bool { return s.is(k, "separated", "followed") }) || s.is(hi, "had") && s.is(hi+1, "passed", "elapsed", "gone")
}

// coupDates are the dates of the sentence that a coup may have, the length q left out.
func (s *sentence) coupDates(q number) []*when.Found {
	var dates []*when.Found
	for n := range s.times {
		f := &s.times[n]
		if f.Lo < q.hi+1 && f.Hi > q.lo {
			continue // the length itself: "thirty years earlier"
		}
		if f.Kind == when.Date && f.When.From.IsZero() && s.leadBy(f, "before") && s.is(q.lo-1, "for") { // no coup for ten years before
			c := *f
			c.When = s.untilThen(f)
			dates = append(dates, &c)
			continue
		}
		if f.Kind == when.Date && !f.When.From.IsZero() && !f.When.To.IsZero() && f.When.Open == "none" && f.When.To < f.When.From.AddMonths(13) {
			dates = append(dates, f)
		}
	}
	if f := s.oneAsideTime(); f != nil && len(dates) == 0 {
		dates = append(dates, f)
	}
	return dates
}

// gapClaim writes the claim on the coup at token at.
func (s *sentence) gapClaim(at int, q number, unit tocsin.Unit, per float64) {
	dates := s.coupDates(q)
	years := s.coupYears(dates)
	slices.SortFunc(dates, func(a, b *when.Found) int { return int(a.When.From - b.When.From) })
	of := &tocsin.Measure{Act: s.coupAct(at)}
	var land [2]int
	of.Country, land = s.countryFor(at, at+1)
	k := tocsin.Claim{Form: tocsin.FormDuration, Of: of, Op: q.op, Value: tocsin.Number(q.value * per), Unit: unit}
	lo, hi := min(q.lo, at), max(q.hi+1, at+1)
	used := [][2]int{land}
	switch {
	case len(dates)+len(years) > 2:
		return
	case len(dates) > 0:
		last := dates[len(dates)-1]
		w := last.When
		if len(dates) == 1 && len(years) == 0 && s.earlierOf(q, last) {
			text := sinceText(last)
			months := int(q.value*per) * map[tocsin.Unit]int{tocsin.Years: 12, tocsin.Months: 1}[unit]
			if months == 0 {
				return
			}
			slack := 1 + 11*boolInt(unit == tocsin.Years)
			w = tocsin.When{From: w.From.AddMonths(months - slack), To: w.To.AddMonths(months + slack), Open: "none", Precision: w.Precision, Text: w.Text, Anchor: &tocsin.Anchor{Rel: "since", Text: text}}
		} else if len(dates) == 2 {
			w.Anchor = &tocsin.Anchor{Rel: "since", Text: sinceText(dates[0])}
			if of.Act == "failed coup" { // of the earlier one the text may not say it
				k.Than = &tocsin.Measure{Act: "coup", Country: of.Country}
			}
			used = append(used, [2]int{dates[0].Lo, dates[0].Hi})
		} else if len(years) == 1 {
			w = s.laterOf(w, years[0])
		}
		k.Window = &w
		if slices.ContainsFunc(s.times, func(f when.Found) bool { return f.Lo == last.Lo }) {
			used = append(used, [2]int{last.Lo, last.Hi})
		}
	case len(years) == 2:
		w := yearOf(max(years[0], years[1]))
		w.Anchor = &tocsin.Anchor{Rel: "since", Text: strconv.Itoa(min(years[0], years[1]))}
		k.Window = &w
	default:
		return
	}
	s.markTaken(lo, hi)
	for i := range s.toks {
		if slices.Contains(coupWords, s.low(i)) {
			s.markTaken(i, i+1)
		}
	}
	s.gapSaid = true
	s.add(k, lo, hi, used...)
}

// earlierOf reports that the only date is that of the earlier coup: "six years after
// its 2006 coup, Thailand suffered another".
func (s *sentence) earlierOf(q number, f *when.Found) bool {
	if !s.is(q.hi+1, "after", "since") || f.Lo < q.hi {
		return false
	}
	coup := s.near(q.hi, f.Hi+3-q.hi, func(k int) bool { return slices.Contains(coupWords, s.low(k)) })
	return coup && s.near(f.Hi, 14, func(k int) bool { return s.is(k, "another", "again", "second", "next", "new") })
}

func yearOf(y int) tocsin.When {
	from, _ := tocsin.MakeDate(y, 1, 1)
	return tocsin.When{From: from, To: from.AddMonths(12).AddDays(-1), Open: "none", Precision: "year", Text: strconv.Itoa(y)}
}

// laterOf keeps the later of a window and a bare year as the window, and the other as
// its anchor.
func (s *sentence) laterOf(w tocsin.When, y int) tocsin.When {
	if y < w.From.Year() {
		w.Anchor = &tocsin.Anchor{Rel: "since", Text: strconv.Itoa(y)}
		return w
	}
	later := yearOf(y)
	text := w.From.String()
	switch w.Precision {
	case "year":
		text = text[:4]
	case "month":
		text = text[:7]
	}
	later.Anchor = &tocsin.Anchor{Rel: "since", Text: text}
	return later
}

// coupYears are the bare years of the sentence that no date covers: "the 2006 and
// 2014 coups".
func (s *sentence) coupYears(dates []*when.Found) []int {
	var out []int
	for i, t := range s.toks {
		if len(t.Text) != 4 || t.Text[0] != '1' && t.Text[0] != '2' {
			continue
		}
		y, err := strconv.Atoi(t.Text)
		if err != nil || y < 1945 || y > 2100 || strings.Contains(t.Text, ",") {
			continue
		}
		covered := slices.ContainsFunc(dates, func(f *when.Found) bool { return i >= f.Lo && i < f.Hi })
		if !covered && !s.timeOver(i) {
			out = append(out, y)
		}
	}
	return out
}

// datedAfter reports that the coup that "after" at token i leads to is the only one dated: "two
// months after the coup of May 2021", without a word for another.
func (s *sentence) datedAfter(i int) bool {
	noun := -1
	for k := i + 1; k < min(i+12, len(s.toks)) && !s.is(k, ","); k++ {
		if slices.Contains(coupWords, s.low(k)) {
			noun = k
		}
		if noun > 0 && s.yearedTime(k) != nil {
			return !s.near(k+1, len(s.toks)-k-1, func(t int) bool {
				return s.is(t, "another", "again", "second", "next", "new", "third", "coup", "putsch", "takeover")
			}) && !slices.ContainsFunc(s.times, func(f when.Found) bool { return f.Lo > k && s.yearNamed(&f) > 0 })
		}
	}
	return false
}
