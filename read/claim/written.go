package claim

import (
	"strings"

	"tocsin"
)

// claims are those that the items make: none where an item is left over.
func (it *items) claims() []Found {
	saved := it.s.out
	it.s.out = nil
	it.write()
	out := it.s.out
	it.s.out = saved
	for i := range out {
		out[i].Sure = true
	}
	return out
}

func (it *items) write() {
	against := it.baseLand != nil || it.baseParty != nil || it.basePlace != nil
	elsewhere := len(it.places) > 0 && (it.place != 0 || it.share != nil || it.second != nil || it.all != nil)
	switch {
	case elsewhere || it.own == nil && !it.monthAlone() && !it.runNow():
	case it.writeRest():
	case it.writeWholly():
	case it.second != nil:
		it.writeBoth()
	case it.place != 0:
		it.writeRank()
	case it.share != nil && it.number == nil && it.dir == "":
		it.writeShare()
	case it.share != nil:
	case it.number != nil && it.dir == "" && it.factor == 0 && !against && it.base == nil && !it.prior:
		it.eachMeasure(it.writeCount)
	case it.number == nil && it.dir != "" && against && it.run == 0 && it.step == 0:
		it.eachMeasure(it.writeAgainst)
	case it.number == nil && it.dir != "" && (it.run > 0 || it.step > 0):
		it.eachMeasure(it.writeSteps)
	case it.number == nil && it.step > 0 && it.run == 0 && !against && it.base == nil && !it.prior:
		it.writePresence()
	case it.number == nil && it.dir != "":
		it.eachMeasure(it.writeChange)
	}
}

func (it *items) eachMeasure(f func(measure string)) {
	for _, m := range it.measures {
		f(m)
	}
}

// claim begins a claim about what the items name.
func (it *items) claim(form tocsin.Form, measure string) tocsin.Claim {
	k := tocsin.Claim{Form: form, Of: &tocsin.Measure{Act: "assault", Measure: it.s.ofClass(measure)}}
	for _, o := range it.lands {
		k.Of.Country = o.land.name
	}
	if len(it.lands) == 0 && !it.s.foreign {
		k.Of.Country = it.s.country(it.s.c.Country)
	}
	for _, o := range it.parties {
		k.Of.Actor = o.actor.text
	}
	for _, p := range it.places {
		k.Places = []tocsin.Place{p.place}
		if len(it.lands) == 0 && p.iso != "" {
			k.Of.Country = it.s.country(p.iso)
		}
	}
	if it.own != nil {
		w := *it.own
		if it.outer != nil {
			w.Text += " " + it.outer.Text
		}
		k.Window = &w
	}
	return k
}

// put adds a claim of the half of the sentence.
func (it *items) put(k tocsin.Claim) {
	hi := it.hi
	for hi > it.lo+1 && it.s.toks[hi-1].UPOS == "PUNCT" {
		hi--
	}
	lo := it.lo
	for lo < hi-1 && (it.s.toks[lo].UPOS == "PUNCT" || it.s.inDateline(lo)) {
		lo++
	}
	at := it.noun
	if at < lo || at >= hi {
		at = lo
	}
	if it.dirAt >= 0 {
		at = min(at, it.dirAt)
	}
	core := [2]int{lo, hi}
	it.s.add(k, core[0], core[1])
	f := &it.s.out[len(it.s.out)-1]
	f.Head = it.s.head(at, at+1)
	f.Span = it.s.span(0, len(it.s.toks))
	if it.s.inDateline(0) {
		f.Span = it.s.span(core[0], len(it.s.toks))
	}
}

// monthAlone takes the month that the sentence names without a year for the latest one
// before the text was written.
func (it *items) monthAlone() bool {
	for i := it.lo; i < it.hi; i++ {
		m := monthNames[it.s.low(i)]
		if m == 0 || it.used[i] || !it.s.capital(i) || it.s.c.Published.IsZero() {
			continue
		}
		from, err := tocsin.MakeDate(it.s.c.Published.Year(), m, 1)
		if err != nil {
			return false
		}
		if from.MonthEnd() >= it.s.c.Published {
			from = from.AddMonths(-12)
		}
		it.own = &tocsin.When{From: from, To: from.MonthEnd(), Open: "none", Precision: "month", Text: it.s.text(i, i+1)}
		it.ownAt = [2]int{i, i + 1}
		it.mark(i, i+1)
		return true
	}
	return false
}

// writeCount writes a number, or one of each step of its time.
func (it *items) writeCount(measure string) {
	q := it.number
	k := it.claim(tocsin.FormCount, measure)
	k.Unit, k.Op, k.Value = unitOf(measure), q.op, tocsin.Number(q.value)
	if measure == "" || k.Of.Country == "" && k.Of.Actor == "" {
		return
	}
	if it.turned {
		turned, bounds := map[string]string{"<": ">=", "<=": ">", ">": "<=", ">=": "<"}[q.op]
		if !bounds || q.upper > q.value {
			return
		}
		k.Op = turned
	}
	if q.op == "<=" && it.s.near(q.lo, q.hi-q.lo, func(t int) bool { return it.s.seq(t, "up", "to") }) {
		k.Op = "~"
	}
	for _, w := range it.windows() {
		c := k
		c.Window = &w
		if it.step > 0 {
			c.Novelty = "again"
		}
		if q.upper > q.value {
			c.Op = ">="
			it.put(c)
			c.Op, c.Value = "<=", tocsin.Number(q.upper)
		}
		it.put(c)
	}
}

// writeBoth writes the two numbers of "rose from about 4,300 in 2008 to almost 6,900 in 2009",
// each of the time beside it.
func (it *items) writeBoth() {
	a, b := it.number, it.second
	if it.share != nil || it.factor > 0 || it.base != nil || it.prior || it.run > 0 || it.step > 0 || it.baseLand != nil || it.baseParty != nil || it.place != 0 || len(it.measures) != 1 || it.outer != nil {
		return
	}
	after := a.hi <= it.ownAt[0] && it.ownAt[1] <= b.lo && b.hi <= it.thenAt[0]
	before := it.ownAt[1] <= a.lo && a.hi <= it.thenAt[0] && it.thenAt[1] <= b.lo
	if !after && !before {
		return
	}
	one, two := *it, *it
	one.number, one.second = a, nil
	two.number, two.second, two.own, two.ownAt = b, nil, it.then, it.thenAt
	for _, h := range []*items{&one, &two} {
		h.dir, h.dirAt, h.noun = "", -1, h.number.lo
		h.lo, h.hi = h.number.lo, max(h.number.hi, h.ownAt[1])
		h.writeCount(it.measures[0])
	}
	if it.dir == "" || it.own.From.IsZero() || it.then.From.IsZero() || it.own.To.IsZero() || it.then.To.IsZero() {
		return
	}
	k := it.claim(tocsin.FormChange, it.measures[0])
	w := *it.then
	w.Anchor = &tocsin.Anchor{Rel: "after", Text: it.own.From.String() + "/" + it.own.To.String()}
	k.Window, k.Op, k.Unit = &w, it.dir, tocsin.Ratio
	it.put(k)
}

// windows are the times that a number is said of.
func (it *items) windows() []tocsin.When {
	w := *it.own
	if it.outer != nil {
		w.Text += " " + it.outer.Text
	}
	if it.step == 0 {
		return []tocsin.When{w}
	}
	if w.From.IsZero() {
		return nil
	}
	if w.To.IsZero() {
		w.To, w.Open = w.From.AddMonths(it.step*(wholeSteps(w.From, it.s.c.Published, it.step))).AddDays(-1), "none"
	}
	if it.run > 0 {
		if w.From.AddMonths(it.step).AddDays(-1) == w.To {
			w.From = w.To.AddDays(1).AddMonths(-it.step * it.run)
		} else if w.From.AddMonths(it.step*it.run).AddDays(-1) != w.To {
			return nil
		}
	}
	var out []tocsin.When
	for d := w.From; d.AddMonths(it.step).AddDays(-1) <= w.To && len(out) < 40; d = d.AddMonths(it.step) {
		c := w
		c.From, c.To = d, d.AddMonths(it.step).AddDays(-1)
		out = append(out, c)
	}
	if out = append(out, it.more...); len(out) < 2 {
		return nil
	}
	return out
}

// wholeSteps counts the steps from a day on that were over on another.
func wholeSteps(from, day tocsin.Date, months int) int {
	n := 0
	for d := from.AddMonths(months); !day.IsZero() && d <= day && n < 40; d = d.AddMonths(months) {
		n++
	}
	return n
}

// writeSteps writes a change that goes one way several times in a row.
func (it *items) writeSteps(measure string) {
	k := it.claim(tocsin.FormChange, measure)
	k.Op, k.Unit, k.Novelty = it.dir, tocsin.Ratio, "again"
	w := it.own
	if it.factor > 0 || w.From.IsZero() || k.Of.Country == "" && k.Of.Actor == "" {
		return
	}
	to := w.To
	if to.IsZero() {
		to = w.From.AddMonths(it.step * wholeSteps(w.From, it.s.c.Published, it.step)).AddDays(-1)
	}
	from := w.From.AddMonths(it.step)
	if it.run > 0 {
		if w.From.AddMonths(it.step).AddDays(-1) != w.To {
			return
		}
		from = w.To.AddDays(1).AddMonths(-it.step * it.run)
	}
	precision := map[int]string{1: "month", 3: "quarter", 12: "year"}[it.step]
	for d, n := from, 0; d.AddMonths(it.step).AddDays(-1) <= to && n < 40; d, n = d.AddMonths(it.step), n+1 {
		c := k
		c.Window = &tocsin.When{From: d, To: d.AddMonths(it.step).AddDays(-1), Open: "none", Precision: precision, Text: w.Text,
			Anchor: &tocsin.Anchor{Rel: "after", Text: d.AddMonths(-it.step).String() + "/" + d.AddDays(-1).String()}}
		it.put(c)
	}
}

// writeChange writes a change from one time to another.
func (it *items) writeChange(measure string) {
	s := it.s
	k := it.claim(tocsin.FormChange, measure)
	k.Op, k.Unit = it.dir, tocsin.Ratio
	if it.factor > 0 {
		k.Op, k.Value = it.factorOp, tocsin.Number(round3(it.factor))
	}
	w := k.Window
	if w == nil || w.Open != "none" || w.From.IsZero() || w.To.IsZero() || k.Of.Country == "" && k.Of.Actor == "" {
		return
	}
	moved, _ := s.changeWord(it.dirAt)
	switch {
	case it.base != nil:
		if it.base.From.IsZero() || it.base.To.IsZero() || it.base.From == w.From {
			return
		}
		w.Anchor = &tocsin.Anchor{Rel: "after", Text: it.base.From.String() + "/" + it.base.To.String()}
	case it.prior:
		if n, ok := wholeMonths(*w); ok {
			w.Anchor = &tocsin.Anchor{Rel: "after", Text: w.From.AddMonths(-n).String() + "/" + w.From.AddDays(-1).String()}
		}
	case w.Precision == "year" && w.To.Year() > w.From.Year():
		s.endpoints(&k)
		if k.Window.Anchor == nil {
			return
		}
	case moved == "":
		return // more attacks: than when, no word says
	}
	it.put(k)
}

// wholeMonths counts the months of a time that begins with a month and ends with one.
func wholeMonths(w tocsin.When) (int, bool) {
	for _, n := range []int{1, 3, 6, 12} {
		if w.From.AddMonths(n).AddDays(-1) == w.To {
			return n, true
		}
	}
	return 0, false
}

// writeShare writes the share of a group in all, or of a part of a year in the whole of it.
func (it *items) writeShare() {
	s, q := it.s, it.share
	k := it.claim(tocsin.FormShare, it.measures[0])
	it.monthWithin()
	k.Window = it.own
	if len(it.measures) != 1 || it.base != nil || it.prior || it.run > 0 || it.step > 0 || it.baseLand != nil || it.baseParty != nil || k.Of.Country == "" {
		return
	}
	k.Op, k.Value, k.Unit = q.op, tocsin.Number(round3(q.value)), tocsin.Percent
	switch {
	case it.outer != nil:
		w := *it.own
		k.Window = &w
		k.Window.Anchor = &tocsin.Anchor{Rel: "during", Text: it.outer.From.String() + "/" + it.outer.To.String()}
	case len(it.parties) != 1 || k.Window == nil || !s.partOfWhole(it.parties[0], *q):
		return
	}
	it.put(k)
}

// monthWithin takes a month that the sentence names apart for that of its year: "October alone
// accounted for half of the deaths in 2017".
func (it *items) monthWithin() {
	w := it.own
	if it.outer != nil || w == nil || w.To.IsZero() || w.From.AddMonths(12).AddDays(-1) != w.To {
		return
	}
	for i := it.lo; i < it.hi; i++ {
		m := monthNames[it.s.low(i)]
		if m == 0 || it.used[i] || !it.s.capital(i) {
			continue
		}
		from, err := tocsin.MakeDate(w.From.Year(), m, 1)
		if err != nil {
			return
		}
		it.outer, it.own = w, &tocsin.When{From: from, To: from.MonthEnd(), Open: "none", Precision: "month", Text: it.s.text(i, i+1) + " " + w.Text}
		return
	}
}

// partOfWhole reports that a group is said to have the share, rather than that the share is
// of its attacks: "X was a party to half of the attacks", "half of the attacks involved X".
func (s *sentence) partOfWhole(o operand, q number) bool {
	if o.hi <= q.lo {
		return !s.is(o.lo-1, "by", "involving", "against") && !strings.HasPrefix(s.low(o.hi), "'") && !strings.HasPrefix(s.low(o.hi), "’")
	}
	if s.is(o.lo-1, "involving", "by", "'s") && !s.near(q.hi, o.lo-q.hi, func(k int) bool { return s.is(k, "were", "was", "are") }) {
		return false
	}
	return s.near(q.hi, o.lo-q.hi, func(k int) bool {
		return s.is(k, "was", "were", "involved", "had", "featured", "saw", "pitted", "implicated", "include", "included", "belonged")
	})
}
