package claim

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/text"
	"tocsin/read/when"
)

// wagedVerbs tell how long a war went on.
var wagedVerbs = strings.Fields("ran lasted raged dragged continued spanned stretched endured fought waged passed elapsed lay lie lies separate separated separates apart")

// waged reads how long a group's campaign went on, from its first event to its last: "the
// RUF's campaign ran for nearly eleven years", "fought for more than ten years", "lasted from
// March 1991 until December 2001".
func (s *sentence) waged() bool {
	verb := -1
	for i := 0; s.has(isWager) && i < len(s.toks); i++ {
		if s.is(i, wagedVerbs...) || s.is(i, "went") && s.is(i+1, "on") || s.is(i, "war") && s.is(i-1, "at") {
			verb = i
			break
		}
	}
	if verb < 0 || !s.wages(verb) {
		return false
	}
	k := tocsin.Claim{Form: tocsin.FormDuration}
	used, ok := s.wagers(&k)
	if !ok {
		return false
	}
	start := s.begun(verb)
	var own *when.Found
	for n := range s.times {
		if f := &s.times[n]; f.Kind == when.Date && !f.When.From.IsZero() && f != start {
			if own != nil {
				return false
			}
			own = f
		}
	}
	if own != nil {
		return s.wagedFromTo(k, own, verb, used)
	}
	q, unit, hi, ok := s.timeLength()
	if !ok || s.c.Published.IsZero() || !s.is(q.lo-1, "for", "over", "some", "on", "than", "barely", "hardly", "scarcely", "only", "just", "merely", verbAt(s, verb)) && !s.is(hi, "passed", "elapsed") && !s.firstToLast() || unit != tocsin.Years && unit != tocsin.Months {
		return false
	}
	k.Op, k.Value, k.Unit = q.op, tocsin.Number(q.value), unit
	k.Window = &tocsin.When{To: s.c.Published.AddDays(-1), Open: "start", Precision: "past", Text: s.text(q.lo, hi), Anchor: &tocsin.Anchor{Rel: "since", Text: "the first event"}}
	if f := start; f != nil {
		k.Window.From, k.Window.Text, k.Window.Open = f.When.From, k.Window.Text+" "+f.When.Text, "none"
		used = append(used, [2]int{f.Lo, f.Hi})
	} else if f := s.oneAsideTime(); f != nil {
		k.Window.From, k.Window.Text = f.When.From, k.Window.Text+" "+f.When.Text
		k.Window.Open = "none"
	}
	s.compose(k, min(verb, q.lo), max(hi, verb+1), used...)
	return true
}

func verbAt(s *sentence, i int) string { return s.low(i) }

// wages reports that the verb at token i is of a war, and no denial, rank or bound of it.
func (s *sentence) wages(i int) bool {
	war := s.near(0, i, func(k int) bool {
		return s.is(k, "campaign", "insurgency", "rebellion", "war", "uprising", "insurrection", "conflict", "revolt", "mutiny", "offensive", "struggle")
	}) || s.is(i, "fought", "waged", "war") || s.firstToLast()
	return war && !s.near(0, len(s.toks), func(k int) bool {
		return s.is(k, "no", "not", "never", "n't", "without", "since", "has", "have", "ago", "another", "deadliest", "against", "dead", "killed", "deaths", "casualties") || slices.Contains(coupWords, s.low(k)) || s.is(k, "half") && !s.seq(k-2, "and", "a") || s.is(k, "before") && !s.overAt(k+1)
	})
}

// firstToLast reports a first event and a last one in one sentence.
func (s *sentence) firstToLast() bool {
	first := slices.IndexFunc(s.toks, func(t text.Token) bool { return t.Lower == "first" || t.Lower == "earliest" })
	last := slices.IndexFunc(s.toks, func(t text.Token) bool { return t.Lower == "last" || t.Lower == "final" || t.Lower == "latest" })
	return first >= 0 && last >= 0 && !s.timeOver(first) && !s.timeOver(last) && !(s.is(last+1, "year", "month", "years", "months") || s.is(first+1, "year", "month", "years", "months"))
}

// wagedFromTo writes that a campaign began in one month and ended in another.
func (s *sentence) wagedFromTo(k tocsin.Claim, f *when.Found, verb int, used [][2]int) bool {
	w := f.When
	if w.Open != "none" || w.Precision != "month" && w.Precision != "year" || !s.is(f.Lo, "from", "between") || f.Lo < verb || w.To < w.From.AddMonths(18) {
		return false
	}
	q, unit, hi, ok := s.timeLength()
	if !ok && OfStates(k.Of.Actor) { // first and last of few rows are not told apart: their length is
		q, unit, hi, ok = number{lo: f.Lo, value: float64(w.To-w.From+1) / 30.44, op: "~"}, tocsin.Months, f.Hi, true
	}
	if ok && (unit == tocsin.Years || unit == tocsin.Months) {
		k.Op, k.Value, k.Unit = q.op, tocsin.Number(round3(q.value)), unit
		w.Anchor = &tocsin.Anchor{Rel: "since", Text: "the first event of that campaign"}
		k.Window = &w
		s.compose(k, min(verb, q.lo), max(hi, f.Hi), used...)
		return true
	}
	n := map[string]int{"month": 1, "year": 12}[w.Precision]
	first, last := w, w
	first.To, last.From = w.From.AddMonths(n).AddDays(-1), w.To.AddDays(1).AddMonths(-n)
	of := *k.Of
	s.compose(tocsin.Claim{Form: tocsin.FormFirst, Novelty: "first", Of: &of, Window: &first}, verb, f.Hi, used...)
	s.compose(tocsin.Claim{Form: tocsin.FormLast, Of: &of, Window: &last}, verb, f.Hi, used...)
	return true
}

// twoDeadliest reads how long lay between the two events with most dead: "barely a month
// separated the two deadliest attacks X has mounted".
func (s *sentence) twoDeadliest() bool {
	at := -1
	for i := 0; s.has(isTwo) && i < len(s.toks); i++ {
		if s.is(i, "two") && s.is(i+1, "deadliest", "bloodiest", "worst") {
			for k := i + 2; k < min(i+6, len(s.toks)) && at < 0; k++ {
				if strings.HasSuffix(s.low(k), "s") && slices.Contains(singles, singular(s.low(k))) {
					at = i
				}
			}
		}
	}
	if at < 0 || !s.near(0, len(s.toks), func(k int) bool {
		return s.is(k, "separated", "separate", "separates", "apart", "between", "passed", "within", "lay", "elapsed")
	}) {
		return false
	}
	q, unit, hi, ok := s.timeLength()
	if !ok || s.c.Published.IsZero() || len(s.landOperands()) > 1 || len(s.actorOperands()) > 1 || s.near(at, len(s.toks)-at, func(k int) bool {
		return s.is(k, "civilians", "mosques", "churches", "schools", "suicide", "peacekeepers", "tourists", "bombings", "villages", "other")
	}) {
		return false
	}
	k := tocsin.Claim{Form: tocsin.FormDuration, Op: q.op, Value: tocsin.Number(q.value), Unit: unit}
	used := s.fill(&k, singleDeaths, s.landOperands(), s.actorOperands())
	k.Of.Measure = singleDeaths
	w := tocsin.When{To: s.c.Published.AddDays(-1), Open: "start", Precision: "past", Text: s.text(q.lo, hi)}
	var months []string
	for n := range s.times {
		f := &s.times[n]
		switch {
		case f.Kind != when.Date || f.When.From.IsZero():
		case coupMonth(f):
			months, w.Text = append(months, f.When.From.String()+"/"+f.When.To.String()), w.Text+" "+f.When.Text
		case s.leadBy(f, "since") || f.When.Open == "end":
			w.From, w.Open, w.Text = f.When.From, "none", w.Text+" "+f.When.Text
		case f.When.Open == "none" && !f.When.To.IsZero():
			w.From, w.To, w.Open, w.Text = f.When.From, f.When.To, "none", w.Text+" "+f.When.Text
		}
	}
	if len(months) > 2 || k.Of.Country == "" && k.Of.Actor == "" {
		return false
	}
	if len(months) > 0 {
		w.Anchor = &tocsin.Anchor{Rel: "during", Text: strings.Join(months, " ")}
	}
	k.Window = &w
	s.compose(k, min(at, q.lo), max(at+3, hi), used...)
	return true
}

// singular is a plural noun of an event in the singular.
func singular(w string) string {
	if strings.HasSuffix(w, "ches") || strings.HasSuffix(w, "shes") {
		return strings.TrimSuffix(w, "es")
	}
	if v, ok := strings.CutSuffix(w, "ies"); ok {
		return v + "y"
	}
	return strings.TrimSuffix(w, "s")
}
