package claim

import (
	"strings"

	"tocsin"
	"tocsin/read/when"
)

// A series of changes is said of several times at once: "rose every year between
// 2015 and 2019", "fell for the third month in a row". It is written as one change
// for each step, all with the same words, so that it holds only where every step
// does.

// series reads the steps of the change word at i, whose noun is given; false where
// the text tells of one change only.
func (s *sentence) series(i, noun int, op string) bool {
	months, n, lo, hi, ok := s.repeated(i)
	if !ok {
		return false
	}
	from, steps := tocsin.Date(0), 0
	at := [2]int{}
	for k := range s.times {
		f := &s.times[k]
		w := f.When
		if w.From.IsZero() && !w.To.IsZero() { // up to 2019
			w.From, w.Open = w.To.AddDays(1).AddMonths(-months), "none"
			if f.Lo > 0 && s.yearNamed(f) == w.To.Year()+1 { // by 2018: with that year
				w.From, w.To = w.From.AddMonths(12), w.To.AddDays(1).AddMonths(12).AddDays(-1)
			}
		}
		if w.From.IsZero() || s.excluded(f.Lo) || f.Lo >= lo && f.Hi <= hi {
			continue
		}
		at = [2]int{f.Lo, f.Hi}
		since := w.Open == "end" || w.To.IsZero() || s.is(f.Lo, "since") || s.is(f.Lo-1, "since")
		switch {
		case since && months == 12: // the whole years after the one named
			from = w.From.AddMonths(12)
			steps = wholeYears(from, s.c.Published)
		case since:
		case w.To >= w.From.AddMonths(2*months).AddDays(-1): // a span of several
			from = w.From
			for d := from; d.AddMonths(months).AddDays(-1) <= w.To; d = d.AddMonths(months) {
				steps++
			}
			from, steps = from.AddMonths(months), steps-1
		case n > 0 && w.To >= w.From.AddMonths(months).AddDays(-1) || n > 0 && w.Precision == "day": // the last of them
			from, steps = tocsin.Date(w.To.AddDays(1).AddMonths(-months*n)), n
		}
	}
	if steps < 1 || steps > 40 {
		return false
	}
	s.steps(min(i, noun, lo), max(i+1, noun+1, hi), noun, op, from, months, steps, at)
	return true
}

// steadyStep is the step of what goes on without interruption over a span of years, or of
// months: 0 where the sentence names no span.
func (s *sentence) steadyStep() int {
	for _, f := range s.times {
		w := f.When
		if w.From.IsZero() || w.To.IsZero() || w.Open != "none" || w.To < w.From.AddMonths(2) {
			continue
		}
		if w.To < w.From.AddMonths(24).AddDays(-1) {
			return 1
		}
		return 12
	}
	return 0
}

// steady reports that what grows steadily does so over a span that the sentence names.
func (s *sentence) steady() bool { return s.steadyStep() > 0 }

// severalYears reports a time of two years or more.
func (s *sentence) severalYears() bool { return s.steadyStep() == 12 }

// wholeYears counts the years from a first of January that were over on a day.
func wholeYears(from, day tocsin.Date) int {
	n := 0
	for d := from.AddMonths(12); !day.IsZero() && d <= day; d = d.AddMonths(12) {
		n++
	}
	return n
}

// steps writes a change for each step from a day on.
func (s *sentence) steps(lo, hi, noun int, op string, from tocsin.Date, months, n int, at [2]int) {
	k := tocsin.Claim{Form: tocsin.FormChange, Op: op, Unit: tocsin.Ratio, Novelty: "again"}
	used := append(s.scopeOf(&k, lo, hi, s.measure(noun)), at)
	if k.Of.Actor == "" && k.Of.Country == "" {
		return
	}
	precision := map[int]string{1: "month", 3: "quarter", 12: "year"}[months]
	s.markTaken(lo, hi)
	for i := 0; i < n; i++ {
		start := from.AddMonths(i * months)
		then := start.AddMonths(-months)
		step := k
		step.Window = &tocsin.When{From: start, To: start.AddMonths(months).AddDays(-1), Open: "none", Precision: precision, Text: s.text(at[0], at[1]),
			Anchor: &tocsin.Anchor{Rel: "after", Text: then.String() + "/" + start.AddDays(-1).String()}}
		s.add(step, lo, hi, used...)
	}
}

// eachPeriod writes "at least 100 people were killed in every year from 2013 to 2019"
// as a count of each of them.
func (s *sentence) eachPeriod(k tocsin.Claim, q number, noun int, measure string) bool {
	months, want, lo, hi := s.stepsOf()
	if months == 0 || s.halfBetween(lo, hi, q.lo, q.hi) {
		return false
	}
	var told bool
	if k.Op, told = s.deniedBound(k.Op); !told {
		return true // no month with 500 dead: which bound it denies, no word says
	}
	from, to := min(q.lo, noun, lo), max(q.hi, noun+1)
	used := append(s.scopeOf(&k, min(q.lo, noun), to, measure), [2]int{lo, hi})
	w := k.Window
	if span := s.sinceUntil(); span != nil {
		w = span
	}
	if w == nil || w.From.IsZero() || w.To.IsZero() || w.Open != "none" {
		return want != 0
	}
	if want > 1 && w.From.AddMonths(months).AddDays(-1) == w.To { // the last of them
		c := *w
		c.From = w.To.AddDays(1).AddMonths(-months * want)
		w = &c
	}
	if w.To < w.From.AddMonths(2*months).AddDays(-1) {
		return want != 0
	}
	s.markTaken(min(q.lo, noun), to)
	if want > 0 && w.From.AddMonths(months*want).AddDays(-1) != w.To {
		return true // six months in a row of some year: which six, the text does not say
	}
	n := 0
	for d := w.From; d.AddMonths(months).AddDays(-1) <= w.To && n < 40; d = d.AddMonths(months) {
		step := k
		c := *w
		c.From, c.To = d, d.AddMonths(months).AddDays(-1)
		step.Window, step.Novelty = &c, "again"
		if q.upper > q.value {
			step.Op = ">="
			s.add(step, from, to, used...)
			step.Op, step.Value = "<=", tocsin.Number(q.upper)
		}
		s.add(step, from, to, used...)
		n++
	}
	return true
}

// sinceUntil is the span of a time before and a time since: "before 2014 ... since 1989".
func (s *sentence) sinceUntil() *tocsin.When {
	var since, before *tocsin.When
	for n := range s.times {
		switch w := &s.times[n].When; {
		case !w.From.IsZero() && (w.Open == "end" || w.To.IsZero()):
			since = w
		case w.From.IsZero() && !w.To.IsZero():
			before = s.untilStart(&s.times[n])
		case s.is(s.times[n].Lo, "until", "before") || s.is(s.times[n].Lo-1, "until", "before"):
			b := *w
			b.From, b.To = 0, w.From.AddDays(-1)
			before = &b
		default:
			return nil
		}
	}
	if since == nil || before == nil || before.To <= since.From {
		return nil
	}
	return &tocsin.When{From: since.From, To: before.To, Open: "none", Precision: since.Precision, Text: since.Text + " " + before.Text}
}

// untilStart is a time before another: "until 2017" ends as 2016 does.
func (s *sentence) untilStart(f *when.Found) *tocsin.When {
	w := f.When
	if year, err := tocsin.MakeDate(w.To.Year(), 12, 31); err == nil && w.To == year && (s.is(f.Lo, "until") || s.is(f.Lo-1, "until")) {
		w.To = year.AddDays(1).AddMonths(-12).AddDays(-1)
	}
	return &w
}

// stepsOf reads over what times a number is said of each: "every month", "twelve
// consecutive months", "month after month": the length of a step in months, how many
// there are where the text says so (-1 where it says only that they follow one
// another), and the tokens.
func (s *sentence) stepsOf() (months, want, lo, hi int) {
	for i := range s.toks {
		switch {
		case s.is(i, "average", "averaged", "averages", "averaging", "mean"):
			return 0, 0, 0, 0
		case s.is(i, "every", "each") && periods[s.low(i+1)] > 0:
			months, lo, hi = periods[s.low(i+1)], i, i+2
		case s.is(i, "every", "each") && s.is(i+1, "single", "one", "calendar", "successive", "consecutive", "of") && s.near(i+2, 4, func(k int) bool { return periods[s.low(k)] > 0 }):
			for k := i + 2; k < i+6; k++ {
				months = max(months, periods[s.low(k)])
			}
			lo, hi = i, i+2
		case s.is(i, "no", "none", "any") && s.near(i+1, 4, func(k int) bool {
			return periods[s.low(k)] > 0 && !s.near(i+1, k-i-1, func(t int) bool { return s.is(t, ",", "in", "from") })
		}), s.is(i, "not") && s.is(i+1, "a", "one") && s.near(i+2, 2, func(k int) bool { return periods[s.low(k)] > 0 }),
			s.is(i, "all") && s.near(i+1, 4, func(k int) bool { return s.is(k, "years", "months", "quarters") }):
			for k := i + 1; k < min(len(s.toks), i+5) && months == 0; k++ {
				months = periods[s.low(k)]
			}
			lo, hi = i, i+2
		case s.is(i, "once") && s.is(i-1, "not") || s.is(i, "never") || s.is(i, "time") && s.is(i-1, "no"):
			if m := s.steadyStep(); m == 12 && months == 0 && s.near(i, 6, func(k int) bool { return s.is(k, "below", "under", "above", "beyond") }) {
				months, lo, hi = m, i, i+1
			} else if m := s.inOneStep(i); m > 0 && months == 0 {
				months, lo, hi = m, i, i+1
			}
		case adverbs[s.low(i)] > 0 && s.near(i+1, 3, s.deathWord):
			months, lo, hi = adverbs[s.low(i)], i, i+1
		case s.inAndOut(i) > 0:
			months, lo, hi = s.inAndOut(i), i, i+4+boolInt(s.is(i+2, ","))
		case periods[s.low(i)] > 0 && s.is(i+1, "after") && s.low(i+2) == s.low(i), periods[s.low(i)] > 0 && s.is(i+1, "in", "by") && s.is(i+2, "month", "year", "and") && !s.timeOver(i+2):
			months, lo, hi = periods[s.low(i)], i, i+3
		}
	}
	if months > 0 {
		return months, 0, lo, hi
	}
	for i := range s.toks {
		if m, n, from, to, ok := s.repeated(i); ok {
			return m, max(n, -1), from, to
		}
	}
	return 0, 0, 0, 0
}

// inOneStep is the length of the one time in which a number bounded after token i is said
// never to have been: "never killed more than 50 in a year", "in any one month".
func (s *sentence) inOneStep(i int) int {
	for k := i + 1; k < len(s.toks); k++ {
		if !s.is(k, "in", "within", "during") || !s.is(k+1, "a", "any", "one") || !s.near(i+1, k-i-1, func(t int) bool { return s.is(t, "more", "fewer", "less") && s.is(t+1, "than") }) {
			continue
		}
		n := k + 2
		for s.is(n, "single", "one", "calendar", "given") {
			n++
		}
		if m := periods[s.low(n)]; m > 0 && !s.is(n+1, "of") {
			return m
		}
	}
	return 0
}

// deniedBound turns the bound of a number round that the sentence denies of each time:
// in none of the years fewer than 100, never below 100. Of "no month without 100" nothing
// is turned. The second result is false where the number bounds nothing.
func (s *sentence) deniedBound(op string) (string, bool) {
	denials := 0
	for i := range s.toks {
		switch {
		case s.is(i, "no", "not") && s.is(i+1, "fewer", "less", "more", "even", "only", "under"):
		case s.is(i, "no", "none", "never", "without", "n't", "nor", "not"):
			denials++
		}
	}
	turned, bounds := map[string]string{"<": ">=", "<=": ">", ">": "<=", ">=": "<"}[op]
	switch {
	case denials == 0 || denials == 2:
		return op, true
	case denials > 2 || !bounds:
		return op, false
	}
	return turned, true
}

// joinYears widens a window of one year over the next where the text joins the two:
// "in 2013 and 2014 together".
func (s *sentence) joinYears(k *tocsin.Claim) (at [2]int) {
	w := k.Window
	if w == nil || w.Open != "none" || w.Precision != "year" && w.Precision != "month" {
		return at
	}
	for _, f := range s.times {
		if f.When.Precision == w.Precision && f.When.Open == "none" && (s.is(f.Lo-1, "and") || s.is(f.Lo, "and")) && f.When.From == w.To.AddDays(1) {
			c := *w
			c.To, c.Text = f.When.To, w.Text+" and "+f.When.Text
			k.Window = &c
			return [2]int{f.Lo, f.Hi}
		}
	}
	return at
}

// periods are the lengths of the times that a series may run over, in months.
var periods = map[string]int{"month": 1, "months": 1, "quarter": 3, "quarters": 3, "year": 12, "years": 12}

// adverbs are the words for how often, in months.
var adverbs = map[string]int{"annual": 12, "yearly": 12, "monthly": 1, "quarterly": 3}

// stepOf is the length of a step that the only time of the sentence names, in months.
func (s *sentence) stepOf() int {
	months := 0
	for _, f := range s.times {
		m := map[string]int{"year": 12, "month": 1}[f.When.Precision]
		if months != 0 && m != months {
			return 0
		}
		months = m
	}
	return months
}

// repeated reads "every year", "for the third month in a row", "five straight years"
// near the change at i: the length of a step in months, how many steps (0 where the
// text gives a span), and the tokens.
func (s *sentence) repeated(i int) (months, n, lo, hi int, ok bool) {
	for k := max(0, i-16); k < min(len(s.toks), i+14); k++ {
		if s.is(k, "every", "each") && periods[s.low(k+1)] > 0 && !s.killWord(k-1) {
			return periods[s.low(k+1)], 0, k, k + 2, true
		}
		if s.is(k, "annually") || s.seq(k, "year", "after", "year") || s.seq(k, "year", "by", "year") || s.seq(k, "year", "on", "year") && s.severalYears() {
			return 12, 0, k, k + 1, true
		}
		if s.seq(k, "month", "after", "month") || s.seq(k, "month", "by", "month") {
			return 1, 0, k, k + 1, true
		}
		if s.is(k, "from") && s.is(k+1, "month", "year") && s.is(k+2, "to") && s.low(k+3) == s.low(k+1) {
			return periods[s.low(k+1)], 0, k, k + 4, true
		}
		if m := s.steadyStep(); m > 0 && (s.is(k, "steadily", "continuously", "uninterruptedly", "consistently") || s.is(k, "without") && s.is(k+1, "interruption", "pause", "let-up", "break", "exception") || s.is(k, "without") && s.is(k+2, "interruption", "pause", "break")) {
			return m, 0, k, k + 2 + boolInt(s.is(k+1, "a")), true
		}
		if !s.is(k, "straight", "consecutive", "successive", "running", "row", "succession") && !(s.is(k, "many") && s.is(k-1, "as") && s.is(k-2, "in")) {
			continue
		}
		for t := max(0, k-5); t < min(len(s.toks), k+3); t++ {
			if m := max(periods[s.low(t)], adverbs[s.low(t)]); m > 0 && months == 0 {
				months, lo, hi = m, min(t, k), max(t, k)+1
			}
		}
		for t := max(0, k-5); t < k; t++ {
			if x, found := ordinals[s.low(t)]; found {
				n, lo = int(x), min(lo, t)
			} else if q, found := s.numberAt(t); found && q.value >= 2 && q.value <= 40 && !strings.Contains(s.low(t), ".") {
				n, lo = int(q.value), min(lo, t)
			}
		}
		if months == 0 && n > 0 { // "was the third in a row"
			months, lo, hi = s.stepOf(), k, k+1
		}
		return months, n, lo, hi, months > 0 && n > 0
	}
	return 0, 0, 0, 0, false
}

// inAndOut is how long each is of "year in, year out" at token i, in months, 0 for none.
func (s *sentence) inAndOut(i int) int {
	k := i + 2 + boolInt(s.is(i+2, ",", "and"))
	if !s.is(i+1, "in") || s.low(k) != s.low(i) || !s.is(k+1, "out") {
		return 0
	}
	return periods[s.low(i)]
}
