package claim

import (
	"slices"
	"strconv"

	"tocsin"
	"tocsin/read/when"
)

// A number may be said of each year of a time, and denied: "has not once killed more than 500 people
// in a year since 2003", "not until 2015 did violence again claim more than 100 lives in a year",
// "2015 was the first year since 2008 in which". What says that is cut away, the number is read of one
// year from what remains, and is then claimed of each.

// A yearBound is what a sentence says of the years that its number is of.
type yearBound struct {
	s       *sentence
	cut     [][2]int
	denied  bool // of each year
	each    bool // of each year
	period  bool // in a year
	until   bool // not until the year
	first   int  // the first since this year
	since   int
	after   bool // the year named is itself left out
	from    int  // of a range
	year    int  // the token of the year that the rest is read with
	sinceAt int
}

// turnedOps are the bounds that a denial makes.
var turnedOps = map[string]string{"<": ">=", "<=": ">", ">": "<=", ">=": "<"}

// yearly reads such a sentence.
func (s *sentence) yearly() []Found {
	if len(s.toks) > 45 || s.c.Published.IsZero() || !s.near(0, len(s.toks), func(k int) bool { return s.is(k, "year", "years") }) {
		return nil
	}
	b := &yearBound{s: s, year: -1}
	for i := 0; i < len(s.toks); {
		i = max(i+1, b.word(i))
	}
	if b.year < 0 || !b.sound() {
		return nil
	}
	f, ok := b.oneYear()
	if !ok {
		return nil
	}
	return b.spread(f)
}

// sound reports years that the sentence says something of that can be counted.
func (b *yearBound) sound() bool {
	switch {
	case b.until:
		return b.period && b.since == 0 && b.first == 0 && !b.each
	case b.first > 0:
		return b.period && !b.denied && !b.each && b.since == 0
	}
	return (b.denied && b.period || b.each) && (b.since > 0 || b.from > 0)
}

// drop cuts tokens [lo, hi) and returns the token after them.
func (b *yearBound) drop(lo, hi int) int {
	b.cut = append(b.cut, [2]int{lo, hi})
	return hi
}

// word reads what begins at token i and returns the token after it, i where it is of the rest.
func (b *yearBound) word(i int) int {
	s := b.s
	if hi := b.yearWord(i); hi > i {
		return hi
	}
	switch {
	case s.is(i, "not") && s.is(i+1, "until") && s.isYear(i+2):
		lo := i
		if i == 2 && s.is(0, "it") && s.is(1, "was") {
			lo = 0
		}
		b.until, b.year = true, i+2
		b.drop(lo, i+2)
		if s.is(i+3, "that", "did") {
			return b.drop(i+3, i+4)
		}
		return i + 3
	case s.is(i, "not") && s.is(i+1, "once"):
		b.denied = true
		return b.drop(i, i+2)
	case s.is(i, "never", "not", "n't"):
		b.denied = true
		return b.drop(i, i+1)
	case s.is(i, "again"), b.each && s.is(i, "passed") && s.near(i+1, 5, func(k int) bool { return s.is(k, "with") }):
		return b.drop(i, i+1)
	case b.each && s.is(i, "with") && s.near(i+1, 2, func(k int) bool { return s.is(k, "fewer", "more", "less") }):
		return b.drop(i, i+1)
	case s.is(i, "for") && s.is(i+1, "the") && s.is(i+2, "first") && s.is(i+3, "time") && s.is(i+4, "since") && s.isYear(i+5):
		b.first, _ = strconv.Atoi(s.toks[i+5].Text)
		return b.drop(i, i+6)
	case s.is(i, "since", "after") && s.isYear(i+1) && b.since == 0:
		b.since, _ = strconv.Atoi(s.toks[i+1].Text)
		b.after = s.is(i, "after")
		b.year, b.sinceAt = i+1, i
		b.drop(i, i+1)
		return i + 2
	case s.is(i, "between", "from") && s.isYear(i+1) && s.is(i+2, "and", "to", "through") && s.isYear(i+3):
		b.from, _ = strconv.Atoi(s.toks[i+1].Text)
		b.year = i + 3
		b.drop(i, i+3)
		return i + 4
	case s.isYear(i) && b.year < 0:
		b.year = i
		if s.is(i-1, "in") {
			b.drop(i-1, i)
		}
		return i + 1
	}
	return i
}

// yearWord reads "in no year", "a year with", "the first year since 2008 in which" at token i.
func (b *yearBound) yearWord(i int) int {
	s := b.s
	k := i + boolInt(s.is(i, "in", "of"))
	word := s.low(k)
	switch word {
	case "no", "any", "a", "every", "each":
		k++
	case "the":
		if k++; !s.is(k, "first") {
			return i
		}
		k++
	default:
		return i
	}
	for s.is(k, "single", "calendar", "given", "one", "full") {
		k++
	}
	if !s.is(k, "year") || s.is(k+1, "later", "earlier", "ago", "before", "after", "old", "on") || b.period && word != "a" {
		return i
	}
	k++
	if word == "the" {
		if !s.is(k, "since") || !s.isYear(k+1) {
			return i
		}
		b.first, _ = strconv.Atoi(s.toks[k+1].Text)
		k += 2
	}
	switch {
	case s.is(k, "in") && s.is(k+1, "which"):
		k += 2
	case s.is(k, "with", "that", "when"):
		k++
	}
	b.period = true
	b.denied = b.denied || word == "no"
	b.each = b.each || word == "every" || word == "each"
	return b.drop(i, k)
}

// oneYear reads the number from what remains, of the one year that is left in it.
func (b *yearBound) oneYear() (Found, bool) {
	s := b.s
	m, at := s.without(b.cut)
	y, _ := strconv.Atoi(s.toks[b.year].Text)
	year := yearOf(y)
	m.times = slices.DeleteFunc(m.times, func(f when.Found) bool { return at[f.Lo] <= b.year && b.year <= at[f.Hi-1] })
	if len(m.times) > 0 {
		return Found{}, false
	}
	for n, i := range at {
		if i == b.year {
			m.times = append(m.times, when.Found{Sent: s.n, Lo: n, Hi: n + 1, Kind: when.Date, When: year})
		}
	}
	list := m.composed()
	if len(list) != 1 {
		return Found{}, false
	}
	f := list[0]
	k := f.Claim
	if k.Form != tocsin.FormCount || k.Value == nil || turnedOps[k.Op] == "" || k.Window == nil || k.Window.From != year.From || k.Window.To != year.To {
		return f, false
	}
	if b.sinceAt > 0 && b.denied && b.sinceAt > len(s.toks)/2 {
		b.after = true // none since 2004: that was the last
	}
	f.Head, f.Core, f.Span = s.head(0, 1), [2]int{0, len(s.toks)}, s.span(0, len(s.toks))
	if h := f.Head; h < 0 {
		f.Head = 0
	}
	return f, true
}

// spread claims the number of each year that the sentence says it of.
func (b *yearBound) spread(f Found) (out []Found) {
	y, _ := strconv.Atoi(b.s.toks[b.year].Text)
	put := func(year int, turn bool) {
		g := f
		w := yearOf(year)
		g.Claim.Novelty, g.Claim.Text = "again", b.s.text(0, len(b.s.toks))
		w.Text = g.Claim.Text // every word of it tells of these years
		g.Claim.Window = &w
		if turn {
			g.Claim.Op = turnedOps[g.Claim.Op]
		}
		g.Whole, g.Sure = true, true
		out = append(out, g)
	}
	last := b.s.c.Published.AddMonths(-12).Year()
	switch {
	case b.until:
		put(y, false)
		put(y-1, true)
	case b.first > 0:
		if y <= b.first+1 {
			return nil
		}
		put(y, false)
		for n := b.first + 1; n < y; n++ {
			put(n, true)
		}
		put(b.first, false)
	case b.from > 0:
		for n := b.from; n <= y; n++ {
			put(n, b.denied)
		}
	default:
		for n := y + boolInt(b.after); n <= last; n++ {
			put(n, b.denied)
		}
	}
	return out
}

// ofYears reports claims of a number in each of several years that all words of the text tell of.
func (u *use) ofYears() bool {
	return slices.ContainsFunc(u.claims, func(k tocsin.Claim) bool {
		return k.Form == tocsin.FormCount && k.Novelty == "again" && k.Window != nil && k.Window.Text != "" && k.Window.Text == k.Text
	})
}
