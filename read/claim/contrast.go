package claim

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/when"
)

// A comparison can be told in more ways than there are patterns for: "compared with
// 2014, deaths were lower in 2019", "Syria outstripped Iraq in deaths". What all have
// in common are two operands of one kind (two years, two countries, two groups), a
// word for which is the greater, and a word that leads to the one compared with.

// greater and lesser are the words that say which operand has more.
var (
	greater = strings.Fields("more higher greater up larger bigger deadlier bloodier worse heavier increase increased increases rise rose risen climbed grew grown surpassed outstripped exceeded topped outnumbered eclipsed overtook dwarfed jumped surged soared doubled tripled quadrupled twice")
	lesser  = strings.Fields("short fewer less lower down smaller calmer quieter lighter decrease decreased decreases decline declined drop dropped fell fallen fall reduction trailed halved half shrank plunged plummeted")
	// outdoing are verbs whose object is the operand compared with.
	outdoing = strings.Fields("surpassed outstripped exceeded topped outnumbered eclipsed overtook dwarfed trailed")
)

// An operand is one side of a comparison.
type operand struct {
	lo, hi int
	time   *when.Found
	land   *land
	actor  *actorSpan
}

// contrasts reads a comparison from its operands where no pattern has read one.
func (s *sentence) contrasts() {
	if slices.ContainsFunc(s.out, func(f Found) bool {
		return f.Claim.Form == tocsin.FormChange || f.Claim.Than != nil || f.Claim.Form == tocsin.FormRank || f.Claim.Form == tocsin.FormShare || f.Claim.Form == tocsin.FormRate
	}) {
		return
	}
	op, word := s.whichMore()
	if s.near(0, len(s.toks), func(k int) bool { return s.seq(k, "go", "back", "to") || s.seq(k, "goes", "back", "to") }) {
		return // to find a year with more: a rank
	}
	measure, noun := s.contrasted()
	if op == "" || noun < 0 || s.near(0, len(s.toks), func(k int) bool {
		return s.superlative(k) || s.is(k, "any", "other", "consecutive", "row", "successive", "straight", "every", "each", "not", "never", "no", "nor", "n't", "coup", "coups", "when", "if", "combined", "together", "anywhere", "everywhere", "nowhere")
	}) {
		return
	}
	times, lands, actors := s.operands()
	k := tocsin.Claim{Op: op}
	if len(times) == 1 && len(lands) <= 1 && len(actors) <= 1 && s.priorSaid() {
		times = append(times, s.yearEarlier(times[0]))
	}
	switch {
	case len(times) == 2 && len(lands) <= 1 && len(actors) <= 1:
		s.contrastTimes(k, times, lands, actors, measure, word, noun)
	case len(actors) == 2 && len(lands) <= 1 && len(times) == 1:
		if base, own, ok := s.baseOf(actors[0], actors[1], word); ok {
			s.contrastSides(k, own, base, times, lands, measure, word, noun)
		}
	case len(lands) == 2 && len(actors) <= 1 && len(times) == 1:
		if base, own, ok := s.baseOf(lands[0], lands[1], word); ok {
			s.contrastSides(k, own, base, times, actors, measure, word, noun)
		}
	}
}

// priorSaid reports that the time compared with is the one before: "the year before",
// "the previous year's".
func (s *sentence) priorSaid() bool {
	return s.near(0, len(s.toks), func(k int) bool {
		return periods[s.low(k)] > 0 && (s.is(k+1, "before", "earlier") || s.is(k-1, "previous", "preceding", "prior"))
	})
}

// yearEarlier is the operand of the same length before another.
func (s *sentence) yearEarlier(o operand) operand {
	f := *o.time
	n := 1
	if f.When.Precision == "year" {
		n = 12
	}
	f.When.From, f.When.To = f.When.From.AddMonths(-n), f.When.From.AddDays(-1)
	return operand{lo: -1, hi: -1, time: &f}
}

// whichMore is the word that says which operand is greater; "" where there is none or
// there are two that disagree.
func (s *sentence) whichMore() (op string, at int) {
	for i := range s.toks {
		got := ""
		switch {
		case s.is(i, "more", "less") && s.is(i+1, "than"), s.is(i, "fewer") && s.is(i+1, "than") && !s.comparing(i+1): // a bound, or "more than halved"
			continue
		case s.is(i, "times") && s.is(i+1, "as", "more", "higher", "that"):
			got = ">"
		case s.is(i, "above", "below") && s.is(i+1, "that", "those", "the") && !s.is(i-1, "over"):
			got = map[bool]string{true: ">", false: "<"}[s.is(i, "above")]
		case s.is(i, "exceeded", "topped", "surpassed", "outnumbered") && s.numeral(i+1): // a number, not an operand
			continue
		case slices.Contains(greater, s.low(i)) && !(s.is(i, "up") && s.is(i+1, "to")):
			got = ">"
		case slices.Contains(lesser, s.low(i)) && !(s.is(i, "fell", "fall") && s.is(i+1, "victim")) && !(s.is(i, "half") && s.is(i-1, "first", "second")) && !(s.is(i, "short") && !(s.is(i+1, "of") && s.is(i-1, "fell", "falls", "fall", "fallen"))):
			got = "<"
		default:
			continue
		}
		if op != "" && got != op {
			return "", 0
		}
		if op == "" {
			op, at = got, i
		}
	}
	return op, at
}

// contrasted is what the sentence counts, and the noun that says so.
func (s *sentence) contrasted() (measure string, noun int) {
	noun = -1
	for i := range s.toks {
		switch {
		case s.deathWord(i) || s.killWord(i) && !s.is(i, "claimed", "left"):
			return s.victims(max(0, i-3), i), i
		case s.is(i, "deadlier", "bloodier", "deadly"):
			measure, noun = "deaths", i
		case noun < 0 && s.is(i, "calmer", "quieter", "violent"): // events or deaths
			noun = i
		case (noun < 0 || measure == "") && s.is(i, "attacks", "incidents", "clashes", "events", "bombings", "raids", "battles"):
			measure, noun = "events", i
		}
	}
	return measure, noun
}

// operands lists the bounded times, the countries and the groups of the sentence.
func (s *sentence) operands() (times, lands, actors []operand) {
	for n := range s.times {
		f := &s.times[n]
		if s.yearNamed(f) == 0 && s.near(f.Lo, f.Hi-f.Lo, func(k int) bool { return s.is(k, "before", "previous", "preceding", "earlier", "prior") }) {
			continue // the year before: of the other
		}
		if f.Kind == when.Date && !f.When.From.IsZero() && !f.When.To.IsZero() && f.When.Open == "none" {
			if s.is(f.Lo, "between", "from") && f.When.To.Year() > f.When.From.Year() { // both ends of it
				a, b := *f, *f
				a.When.To, b.When.From = f.When.From.AddMonths(12).AddDays(-1), f.When.To.AddDays(1).AddMonths(-12)
				return []operand{{lo: f.Lo, hi: f.Hi, time: &a}, {lo: f.Lo + 1, hi: f.Hi, time: &b}}, s.landOperands(), s.actorOperands()
			}
			times = append(times, operand{lo: f.Lo, hi: f.Hi, time: f})
		}
	}
	return times, s.landOperands(), s.actorOperands()
}

func (s *sentence) landOperands() (out []operand) {
	for n := range s.lands {
		l := &s.lands[n]
		if s.actorOver(l.lo) && !l.asActor && l.demonym && !s.is(l.lo-1, "on", "inside", "within") || s.ofReporter(l.lo) || s.sendsForces(l) || l.demonym && s.ofPair(l.lo) || slices.ContainsFunc(out, func(o operand) bool { return o.land.iso == l.iso }) {
			continue
		}
		out = append(out, operand{lo: l.lo, hi: l.hi, land: l})
	}
	return out
}

func (s *sentence) actorOperands() (out []operand) {
	list := s.parties()
	for n := range list {
		if !slices.ContainsFunc(out, func(o operand) bool { return o.actor.text == list[n].text }) {
			out = append(out, operand{lo: list[n].lo, hi: list[n].hi, actor: &list[n]})
		}
	}
	return out
}

// baseOf tells which of two operands the other is compared with.
func (s *sentence) baseOf(a, b operand, word int) (base, own operand, ok bool) {
	first, second := s.leads(a.lo), s.leads(b.lo)
	switch {
	case first && !second:
		return a, b, true
	case second && !first:
		return b, a, true
	case !first && slices.Contains(outdoing, s.low(word)) && a.hi <= word && b.lo > word:
		return b, a, true
	}
	return a, b, false
}

// leads reports that "than", "compared with" or the like leads to token i.
func (s *sentence) leads(i int) bool {
	for k := i - 1; k >= max(0, i-7); k-- {
		switch {
		case s.is(k, "of") && s.is(k-1, "short"), s.is(k, "on") && s.isYear(i) || s.isYear(i+1) && s.is(i, "on") && k == i-1 && s.near(max(0, i-6), 6, func(t int) bool { return s.is(t, "up", "down") }):
			return true
		case s.is(k, "above", "below") && s.is(k+1, "that", "those", "the"), s.is(k, "than") && s.comparing(k) || s.is(k, "with", "to") && s.is(k-1, "compared", "relative", "contrast", "comparison") || s.is(k, "against", "versus"):
			return true
		case s.is(k, "of", "for", "in") && (s.is(k-1, "that", "figure", "total", "number", "toll", "level", "those") && s.near(max(0, k-5), 4, func(t int) bool {
			return s.is(t, "twice", "half", "double", "triple", "times", "than", "third", "quarter")
		})):
			return true
		case s.is(k, ",", ";") || s.toks[k].UPOS == "PROPN" && !s.is(k, "the"):
			return false
		}
	}
	return false
}

// contrastTimes writes a change from one time to another.
func (s *sentence) contrastTimes(k tocsin.Claim, times, lands, actors []operand, measure string, word, noun int) {
	base, own, ok := s.baseOf(times[0], times[1], word)
	if times[1].lo < 0 {
		base, own, ok = times[1], times[0], true
	}
	if !ok && (s.is(times[0].lo, "between", "from") || s.is(times[0].lo-1, "between", "from")) {
		base, own, ok = times[0], times[1], true
	}
	if !ok || own.time.When.Precision != base.time.When.Precision {
		return
	}
	k.Form, k.Unit = tocsin.FormChange, tocsin.Ratio
	used := s.fill(&k, measure, lands, actors)
	w := own.time.When
	w.Anchor = &tocsin.Anchor{Rel: "after", Text: base.time.When.From.String() + "/" + base.time.When.To.String()}
	k.Window = &w
	if f, op, found := s.byFactor(word, k.Op == ">"); found {
		k.Op, k.Value = op, tocsin.Number(round3(f))
	}
	if k.Of.Actor == "" && k.Of.Country == "" {
		return
	}
	s.add(k, min(word, noun), max(word, noun)+1, append(used, [2]int{own.lo, own.hi}, [2]int{base.lo, base.hi})...)
}

// byFactor is the factor of the change at token word: "up by more than 80 percent",
// "more than twice", "doubled".
func (s *sentence) byFactor(word int, up bool) (f float64, op string, ok bool) {
	for i := range s.toks {
		for _, w := range []struct {
			word   string
			factor float64
		}{{"twice", 2}, {"half", 0.5}, {"thrice", 3}} {
			if !s.is(i, w.word) || s.is(i-1, "by", "than", "least", "about", "nearly", "almost", "over") && s.near(i-3, 3, func(k int) bool { return s.is(k, "by") }) {
				continue
			}
			switch {
			case s.seq(i-2, "more", "than"), s.is(i-1, "over"):
				return w.factor, ">", true
			case s.seq(i-2, "less", "than"), s.seq(i-2, "fewer", "than"), s.is(i-1, "under"):
				return w.factor, "<", true
			}
			return w.factor, "~", true
		}
		if x, isFactor := factors[s.low(i)]; isFactor {
			switch {
			case s.seq(i-2, "more", "than"):
				return x, map[bool]string{true: ">", false: "<"}[x > 1], true
			}
			return x, "~", true
		}
		if q, found := s.quantity(i); found && s.is(q.hi, "times") {
			return q.value, map[bool]string{true: "~", false: q.op}[q.op == "="], true
		}
	}
	return s.byHowMuch(word, up)
}

// contrastSides writes that one country or group has more than another.
func (s *sentence) contrastSides(k tocsin.Claim, own, base operand, times, rest []operand, measure string, word, noun int) {
	k.Form = tocsin.FormCount
	var used [][2]int
	if own.land != nil {
		used = s.fill(&k, measure, []operand{own}, rest)
		k.Than = &tocsin.Measure{Act: "assault", Country: base.land.name}
	} else {
		used = s.fill(&k, measure, rest, []operand{own})
		k.Than = &tocsin.Measure{Act: "assault", Actor: base.actor.text}
	}
	w := times[0].time.When
	k.Window = &w
	if f, op, found := s.byFactor(word, k.Op == ">"); found {
		k.Op, k.Value = op, tocsin.Number(round3(f))
	}
	s.add(k, min(word, noun), max(word, noun)+1, append(used, [2]int{own.lo, own.hi}, [2]int{base.lo, base.hi}, [2]int{times[0].lo, times[0].hi})...)
}

// fill writes what is counted: of the country and the group, where they are given.
func (s *sentence) fill(k *tocsin.Claim, measure string, lands, actors []operand) (used [][2]int) {
	k.Of = &tocsin.Measure{Act: "assault", Measure: s.ofClass(measure)}
	for _, o := range lands {
		k.Of.Country, used = o.land.name, append(used, [2]int{o.lo, o.hi})
	}
	if len(lands) == 0 && !s.foreign {
		k.Of.Country = s.country(s.c.Country)
	}
	for _, o := range actors {
		k.Of.Actor, used = o.actor.text, append(used, [2]int{o.lo, o.hi})
	}
	return used
}
