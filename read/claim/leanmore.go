package claim

import (
	"slices"
	"strings"

	"tocsin"
)

// Two more ways to lean: on the verb of the first half, with a number and a time of one's own
// ("and fewer than 100 in every year from 1995 to 2011"), and on its times, with another thing
// counted ("and incidents became more frequent too").

var (
	eachWords = strings.Fields("and but while in every each of all year years month months a single calendar one the from to through until between over during throughout annually those")
	alsoWords = strings.Fields("and but while the of number became were was grew also too as well so likewise more frequent numerous common often frequently less fewer rose fell increased declined did went had happened violent deadly such incidents attacks events clashes episodes deaths fatalities killings people killed died casualties")
)

// eachSaid reports that one of the halves speaks of each time.
func (h *half) eachSaid() bool {
	return h.has("every", "each", "annually") || h.s.near(0, h.joint, func(k int) bool {
		return h.s.is(k, "every", "each", "annually") || h.s.is(k, "a", "per") && periods[h.s.low(k+1)] > 0
	})
}

// numbered reads the second half with the first one's verb and noun.
func (h *half) numbered() []Found {
	s := h.s
	var q number
	for i := 0; i < h.joint && q.hi == 0; i++ {
		if got, ok := s.quantity(i); ok && !s.timeOver(i) {
			q = got
		}
	}
	if q.hi == 0 {
		return nil
	}
	noun := q.hi
	for noun < q.hi+3 && !slices.Contains(peopleNouns, s.low(noun)) && !s.attackWord(noun) && !s.deathWord(noun) {
		noun++
	}
	if noun == q.hi+3 {
		return nil
	}
	var at []int
	for i := 0; i < q.lo; i++ {
		if f := s.timeOf(i); f != nil {
			if i = f.Hi - 1; s.is(i+1, ",") {
				i++
			}
			continue
		}
		at = append(at, i)
	}
	at = append(at, run(h.number.lo, h.number.hi)...)
	if !s.near(h.number.hi, 3, func(k int) bool { return s.deathWord(k) || s.attackWord(k) }) {
		at = append(at, run(q.hi, noun+1)...)
	}
	at = append(at, run(h.number.hi, h.hi)...)
	one, two := h.first(), s.ordered(at).readAs(at)
	if len(one) == 0 || len(two) == 0 {
		return nil
	}
	return s.halves(one, two, h)
}

func run(lo, hi int) (out []int) {
	for i := lo; i < hi; i++ {
		out = append(out, i)
	}
	return out
}

// halves are the claims of both halves, those of the second with its words.
func (s *sentence) halves(one, two []Found, h *half) []Found {
	for i := range two {
		two[i].Claim.Text, two[i].Core, two[i].Head = s.text(h.lo, h.hi), [2]int{h.lo, h.hi}, s.head(h.lo, h.hi)
		if !s.is(h.lo, "or", "nor", "and") && s.is(h.joint, "or", "nor", "and") {
			two[i].Claim.Text = s.text(h.joint, h.hi)
		}
	}
	for _, list := range [][]Found{one, two} {
		for i := range list {
			list[i].Span = s.span(0, len(s.toks))
		}
	}
	return append(one, two...)
}

// counted is what the half counts, "" for nothing or both.
func (h *half) counted() string {
	events := h.has("incidents", "attacks", "events", "clashes", "episodes")
	deaths := h.has("deaths", "fatalities", "killings", "killed", "died", "casualties")
	switch {
	case events && !deaths:
		return "events"
	case deaths && !events:
		return "deaths"
	}
	return ""
}

// wayOfChange is which way what the half counts went.
func (h *half) wayOfChange() string {
	switch {
	case h.has("rose", "increased"):
		return ">"
	case h.has("fell", "declined"):
		return "<"
	}
	return h.way()
}

// also makes the change of another thing counted between the same times.
func (h *half) also(k tocsin.Claim) (tocsin.Claim, bool) {
	if k.Form != tocsin.FormChange || k.Window.Anchor == nil || k.Novelty == "again" || k.Than != nil || k.Of.Measure == h.counted() {
		return k, false
	}
	k.Of.Measure, k.Op, k.Value = h.counted(), h.wayOfChange(), nil
	return k, true
}

// inPlace lists the tokens before one, with runs of them put for others, and the end of the
// sentence.
func (s *sentence) inPlace(end int, swaps [][2][2]int) (at []int) {
	for i := 0; i < end; i++ {
		n := slices.IndexFunc(swaps, func(r [2][2]int) bool { return i >= r[0][0] && i < r[0][1] })
		if n < 0 {
			at = append(at, i)
			continue
		}
		for k := swaps[n][1][0]; k < swaps[n][1][1]; k++ {
			at = append(at, k)
		}
		i = swaps[n][0][1] - 1
	}
	if last := len(s.toks) - 1; s.toks[last].UPOS == "PUNCT" {
		at = append(at, last)
	}
	return at
}
