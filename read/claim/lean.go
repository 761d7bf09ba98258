package claim

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/when"
)

// The second half of a sentence may lean on the first: ", which was more than in 2019", "and the
// same was true in 2020", "and deadlier still in 2018", "and together they caused more than 100
// deaths", "or in Niger until 2017". It names one thing of its own; all else is the first half's,
// which is read by itself. A half is read so only if every word of it is one of a few.

// leaning reads the two halves; nothing where the second does not lean on the first.
func (s *sentence) leaning() []Found {
	if len(s.toks) > 60 || !s.mayLean() {
		return nil
	}
	n := len(s.toks)
	for n > 0 && s.toks[n-1].UPOS == "PUNCT" {
		n--
	}
	for i := 3; i < n-1; i++ {
		lo := i
		switch {
		case s.is(i, ",", "—", "–", ";"):
			lo = i + 1
		case s.is(i, "and", "or", "nor", "but", "yet", "while") && !s.is(i-1, ",", "—", "–", ";") && !s.timeOver(i):
		default:
			continue
		}
		h := half{s: s, joint: i, lo: lo, hi: n}
		if !h.gather() {
			continue
		}
		if list := h.read(); len(list) > 0 {
			return list
		}
	}
	return nil
}

// mayLean is the cheap test: a word that only such halves have, not far after what may begin one.
func (s *sentence) mayLean() bool {
	joint := -9
	for i := 3; i < len(s.toks); i++ {
		switch s.toks[i].Lower {
		case ",", "—", "–", ";", "but", "yet", "while":
			joint = i
		case "or", "nor":
			return true
		case "and":
			if joint = i; s.is(i+1, "in", "on") && s.landAt(i+2) != nil {
				return true
			}
		case "which", "same", "so", "still", "again", "together", "also", "likewise", "too", "even", "did", "true", "more", "fewer", "less", "higher", "lower", "up", "down", "between", "increase", "rise", "drop", "fall", "decline", "decrease", "rarer", "scarcer", "every", "each":
			if i-joint <= 8 {
				return true
			}
		}
	}
	return false
}

// half is the second half of a sentence, tokens [lo, hi), with what it names.
type half struct {
	s             *sentence
	joint, lo, hi int
	time          *when.Found
	land          *land
	number        *number
	words         []string // all others
	turned        bool     // the other time is the one that is more or less: the toll of 2016 was lower
}

// gather finds the one time, country and number of the half; false where there are more.
func (h *half) gather() bool {
	s := h.s
	for i := h.lo; i < h.hi; i++ {
		if f := s.timeOf(i); f != nil && (f.When.From != 0 || f.When.To != 0) {
			if f.Lo < h.lo || h.time != nil {
				return false
			}
			h.time = f
			for ; i < f.Hi; i++ {
				if w := s.low(i); compares(w) != "" || slices.Contains(timeLeads, w) {
					h.words = append(h.words, w)
				}
			}
			i--
			continue
		}
		if l := s.landAt(i); l != nil && !l.demonym {
			if h.land != nil {
				return false
			}
			h.land = l
			i = l.hi - 1
			continue
		}
		if q, ok := s.quantity(i); ok && !s.is(i, "one") {
			if h.number != nil {
				return false
			}
			h.number = &q
			h.words = h.words[:max(0, len(h.words)-max(0, i-q.lo))] // its bound
			i = q.hi - 1
			continue
		}
		if s.toks[i].UPOS == "PUNCT" || s.is(i, "'s", "’s") {
			continue
		}
		if s.capital(i) {
			return false
		}
		h.words = append(h.words, s.low(i))
		if len(h.words) > 16 {
			return false
		}
	}
	return len(h.words) > 0
}

// timeLeads are the words before a time that a half is told by.
var timeLeads = strings.Fields("over on from until till before since after in")

// timeOf is the time that begins at token i or lies over it.
func (s *sentence) timeOf(i int) *when.Found {
	for n := range s.times {
		if f := &s.times[n]; i >= f.Lo && i < f.Hi {
			return f
		}
	}
	return nil
}

// of reports that the half has all its words from a list, and one of the cues.
func (h *half) of(list []string, cues ...string) bool {
	for _, w := range h.words {
		if !slices.Contains(list, w) && !slices.Contains(cues, w) {
			return false
		}
	}
	return slices.ContainsFunc(cues, func(c string) bool { return slices.Contains(h.words, c) })
}

// has reports one of the words in the half.
func (h *half) has(list ...string) bool {
	return slices.ContainsFunc(list, func(w string) bool { return slices.Contains(h.words, w) })
}

var (
	sameWords  = strings.Fields("and or nor the was is were did does do has had have been true held holds goes went applied applies apply be said can could of in for during it they there once more as case that happened again also too was")
	thanWords  = strings.Fields("which was is were that a an the far much many considerably well slightly clearly significantly sharply even in than for of figure figures total totals toll tolls number numbers year before previous earlier one preceding and but it this still compared with to from on relation people deaths killed events incidents attacks recorded did had had been there")
	stillWords = strings.Fields("and but in was were it the year next following became grew even still yet again so more less much far violence there then by violent deadly incidents attacks deaths people killed")
	totalWords = strings.Fields("and together they the those these events incidents attacks raids clashes all caused killed left claimed cost with a combined total toll of deaths dead lives people in altogether between them which killing leaving claiming costing for were was causing resulting their overall it lost their lives to life as whole")
	otherWords = strings.Fields("or nor and in until till before since after by on from to the territory soil")
)

// compares is the way of each word of more or less.
func compares(w string) string {
	switch {
	case slices.Contains(strings.Fields("more higher up increase rise deadlier bloodier worse greater larger heavier"), w):
		return ">"
	case slices.Contains(strings.Fields("fewer less lower down decrease drop fall decline calmer quieter smaller rarer scarcer"), w):
		return "<"
	}
	return ""
}

// way is which way the half compares, "" for none or both.
func (h *half) way() (op string) {
	for _, w := range h.words {
		if c := compares(w); c != "" {
			if op != "" && op != c {
				return ""
			}
			op = c
		}
	}
	return op
}

// read reads both halves.
func (h *half) read() []Found {
	switch {
	case h.number == nil && h.land != nil && h.time != nil && h.of(otherWords, "until", "till", "before", "since", "after", "in"):
		return h.other()
	case h.number == nil && (h.time != nil || h.land != nil) && h.of(sameWords, "same", "so", "likewise", "similarly"):
		return h.with(h.same)
	case h.number == nil && h.land == nil && h.way() != "" && h.has("than", "on", "from", "compared", "over") && (h.time != nil || h.has("before", "previous", "earlier", "preceding")) && h.of(append(waysOf(h.words), thanWords...), "than", "on", "from", "compared", "over"):
		return h.with(h.against)
	case h.number == nil && h.land == nil && h.time != nil && h.way() != "" && !h.has("than", "still", "even", "again", "yet") && compares(h.words[len(h.words)-1]) != "" && h.of(append(waysOf(h.words), thanWords...), "figure", "toll", "number", "total"):
		h.turned = true
		return h.with(h.against)
	case h.number == nil && h.land == nil && h.time != nil && h.way() != "" && !h.has("than") && h.of(append(waysOf(h.words), stillWords...), "still", "even", "again", "yet"):
		return h.with(h.further)
	case h.number != nil && h.time != nil && h.land == nil && h.of(eachWords, "and", "but", "while", "in", "every", "each") && h.eachSaid():
		return h.numbered()
	case h.number == nil && h.time == nil && h.land == nil && h.counted() != "" && h.wayOfChange() != "" && h.of(append(waysOf(h.words), alsoWords...), "too", "also", "so", "well", "likewise", "rose", "fell", "increased", "declined", "became", "grew", "were", "was"):
		return h.with(h.also)
	case h.number != nil && h.time == nil && h.land == nil && h.has("together", "combined", "all", "altogether", "between", "total") && h.of(totalWords, "deaths", "dead", "lives", "people", "killed", "killing"):
		return h.with(h.toll)
	}
	return nil
}

func waysOf(words []string) (out []string) {
	for _, w := range words {
		if compares(w) != "" {
			out = append(out, w)
		}
	}
	return out
}

// first reads the sentence without the second half and what else is cut.
func (h *half) first(cut ...[2]int) []Found {
	return h.s.readWithout(append(cut, [2]int{h.joint, h.hi})...)
}

// readWithout reads the sentence without some of its tokens.
func (s *sentence) readWithout(cut ...[2]int) []Found {
	m, at := s.without(cut)
	return m.readAs(at)
}

// readAs reads a sentence of tokens that stand elsewhere in another one.
func (m *sentence) readAs(at []int) []Found {
	if len(m.toks) < 3 {
		return nil
	}
	list := m.claims()
	stoodAt(list, at)
	return list
}

// stoodAt puts the tokens of claims back to where they stand in the sentence.
func stoodAt(list []Found, at []int) {
	for i := range list {
		list[i].Head = at[list[i].Head]
		for _, r := range []*[2]int{&list[i].Core, &list[i].Num} {
			if r[1] > r[0] {
				*r = [2]int{at[r[0]], at[r[1]-1] + 1}
			}
		}
		list[i].Moved = [2]int{at[list[i].Moved[0]], at[list[i].Moved[1]]}
	}
}

// with reads the first half and adds the claims that the second makes of it.
func (h *half) with(second func(tocsin.Claim) (tocsin.Claim, bool)) []Found {
	list := h.first()
	if len(list) == 0 || slices.ContainsFunc(list, func(f Found) bool {
		return f.Claim.Of == nil || f.Claim.Window == nil || strings.Contains(f.Claim.Of.Act, "coup")
	}) {
		return nil
	}
	var added []Found
	for _, f := range list {
		k := f.Claim
		of, w := *k.Of, *k.Window
		k.Of, k.Window = &of, &w
		k, ok := second(k)
		if !ok {
			return nil
		}
		if g := h.found(k); !slices.ContainsFunc(added, func(o Found) bool { return same(o.Claim, g.Claim) }) {
			added = append(added, g)
		}
	}
	s := h.s
	for i := range list {
		list[i].Span = s.span(0, len(s.toks))
	}
	return append(list, added...)
}

// found is a claim of the second half.
func (h *half) found(k tocsin.Claim) Found {
	s := h.s
	k.Text = s.text(h.lo, h.hi)
	return Found{Sent: s.n, Span: s.span(0, len(s.toks)), Head: s.head(h.lo, h.hi), Core: [2]int{h.lo, h.hi}, Sure: true, Whole: true, Claim: k}
}

// same makes the claim of another time or country.
func (h *half) same(k tocsin.Claim) (tocsin.Claim, bool) {
	if h.land != nil {
		if k.Of.Country == "" || len(k.Places) > 0 || k.Than != nil {
			return k, false
		}
		k.Of.Country = h.land.name
	}
	if h.time == nil {
		return k, true
	}
	w := h.time.When
	if k.Window.Anchor != nil || k.Than != nil || w.Precision != k.Window.Precision && k.Window.Precision != "" {
		return k, false
	}
	k.Window = &w
	return k, true
}

// against makes of a number of one time that it was more, or less, than in another.
func (h *half) against(k tocsin.Claim) (tocsin.Claim, bool) {
	w := k.Window
	if k.Form != tocsin.FormCount || k.Than != nil || k.Novelty == "again" || w.From.IsZero() || w.To.IsZero() || w.Anchor != nil {
		return k, false
	}
	base := ""
	if n, ok := wholeMonths(*w); h.time == nil && ok {
		base = w.From.AddMonths(-n).String() + "/" + w.From.AddDays(-1).String()
	} else if t := h.time; t != nil && !t.When.From.IsZero() && !t.When.To.IsZero() && t.When.From != w.From {
		base = t.When.From.String() + "/" + t.When.To.String()
	}
	k.Form, k.Op, k.Value, k.Unit = tocsin.FormChange, h.way(), nil, tocsin.Ratio
	if h.turned {
		k.Op = map[string]string{"<": ">", ">": "<"}[k.Op]
	}
	w.Anchor = &tocsin.Anchor{Rel: "after", Text: base}
	return k, base != ""
}

// further makes of a change from one time to another the next, to a third.
func (h *half) further(k tocsin.Claim) (tocsin.Claim, bool) {
	w := k.Window
	if k.Form != tocsin.FormChange || k.Novelty == "again" || k.Than != nil || w.From.IsZero() || w.To.IsZero() || h.time.When.From == w.From || h.time.When.To.IsZero() {
		return k, false
	}
	next := h.time.When
	next.Anchor = &tocsin.Anchor{Rel: "after", Text: w.From.String() + "/" + w.To.String()}
	k.Window, k.Op, k.Value = &next, h.way(), nil
	return k, true
}

// toll makes of what is said of some events the number of their dead.
func (h *half) toll(k tocsin.Claim) (tocsin.Claim, bool) {
	q := h.number
	if k.Than != nil || k.Window.From.IsZero() || k.Window.Anchor != nil || k.Novelty == "again" {
		return k, false
	}
	if k.Form == tocsin.FormShare && k.Of.Country == "" {
		return k, false
	}
	if k.Form == tocsin.FormShare || k.Form == tocsin.FormCount && k.Value != nil && *k.Value == 0 {
		k.Places = nil
	}
	k.Form, k.Of.Measure, k.Op, k.Value, k.Unit = tocsin.FormCount, "deaths", q.op, tocsin.Number(q.value), tocsin.Deaths
	return k, q.upper <= q.value
}

// other reads "or in Niger until 2017": what the first half says of one country and time, said of
// another of each.
func (h *half) other() []Found {
	s := h.s
	var lands []*land
	for n := range s.lands {
		if l := &s.lands[n]; l.hi <= h.joint && !l.demonym && s.is(l.lo-1, "in", "on", "inside", "from") {
			lands = append(lands, l)
		}
	}
	var time *when.Found
	for n := range s.times {
		if f := &s.times[n]; f.Hi <= h.joint && (f.When.From != 0 || f.When.To != 0) {
			if time != nil {
				return nil
			}
			time = f
		}
	}
	if len(lands) != 1 || time == nil || lands[0].iso == h.land.iso {
		return nil
	}
	one := h.first()
	at := s.inPlace(h.joint, [][2][2]int{{{lands[0].lo, lands[0].hi}, {h.land.lo, h.land.hi}}, {{time.Lo, time.Hi}, {h.time.Lo, h.time.Hi}}})
	two := s.ordered(at).readAs(at)
	if len(one) == 0 || len(one) != len(two) || one[0].Claim.Form != two[0].Claim.Form {
		return nil
	}
	return s.halves(one, two, h)
}
