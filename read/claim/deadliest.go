package claim

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/when"
)

// singles are nouns for one event that can be the deadliest of its kind.
var singles = []string{"attack", "incident", "assault", "raid", "massacre", "bombing", "battle", "clash", "event", "ambush", "atrocity", "strike", "engagement", "operation", "killing", "blast", "episode", "act", "explosion"}

// deadliest reads which single event killed more than any other: "killed more people than
// any other single attack in Somalia between 2011 and 2020", "it was X that carried out
// the deadliest attack in Pakistan in 2018", "remains the deadliest attack in Kenya". It
// is a rank of one event, of a day or a group, among all of the place and time.
func (s *sentence) deadliest(it elements) bool {
	at, place, ok := s.topEvent()
	if !ok {
		return false
	}
	k, used := s.claimOf(it, tocsin.FormRank)
	k.Op, k.Value, k.Unit = "=", tocsin.Number(place), tocsin.Rank
	k.Of.Measure = singleDeaths
	if s.near(0, len(s.toks), func(t int) bool {
		return s.is(t, "anywhere", "worldwide", "world") && !s.inPhrase(t+1) && !s.is(t+1, "in")
	}) {
		k.Of.Country = ""
	}
	own, span := s.eventAndSpan(it)
	if own != nil && span != nil {
		own = s.dayOfSpan(own, span)
	}
	switch {
	case own != nil:
		w := own.When
		k.Window = &w
		used = append(used, [2]int{own.Lo, own.Hi})
	case span != nil && len(it.actors) == 1 && s.doerOf(it.actors[0], at):
		k.Than = &tocsin.Measure{Act: "assault", Country: k.Of.Country}
		w := span.When
		k.Window = &w
	case span != nil:
		if len(it.actors) == 1 && !s.poolOf(it.actors[0], at) {
			return false
		}
		return s.topPlace(it, k, used, span, place)
	default:
		return false
	}
	if own != nil && span != nil {
		k.Window.Text += " " + span.When.Text
		k.Window.Anchor = &tocsin.Anchor{Rel: "during", Text: s.spanText(span)}
		used = append(used, [2]int{span.Lo, span.Hi})
	}
	if own != nil && len(it.actors) == 1 && !s.poolOf(it.actors[0], at) {
		k.Of.Actor = "" // whose the event was, not whose it is compared with
	}
	if k.Of.Country == "" && k.Of.Actor == "" {
		return false
	}
	for _, p := range it.towns {
		if own != nil && !p.area && (p.hi <= at || s.near(max(at, p.lo-4), p.lo-max(at, p.lo-4), func(t int) bool { return s.is(t, "one", "that") })) {
			k.Places = []tocsin.Place{p.place}
			used = append(used, [2]int{p.lo, p.hi})
		}
	}
	s.compose(k, at, min(len(s.toks), at+2), used...)
	s.tollOfTop(k, it, own != nil)
	return true
}

// tollOfTop writes the dead of the event ranked in k, whose they were and where.
func (s *sentence) tollOfTop(k tocsin.Claim, it elements, dated bool) {
	s.tollOfDay(k)
	for i := range s.out {
		if s.out[i].Claim.Form == tocsin.FormCount {
			of := *s.out[i].Claim.Of
			of.Actor = it.actor
			if dated && of.Country == "" && len(it.lands) > 0 {
				of.Country = it.lands[0].land.name
			}
			s.out[i].Claim.Of = &of
			s.out[i].Claim.Places = k.Places
		}
	}
}

// topEvent is the token that ranks one event above all others, and its place from the top.
func (s *sentence) topEvent() (at int, place float64, ok bool) {
	for i := range s.toks {
		switch {
		case s.is(i, "deadliest", "bloodiest", "worst") || strings.HasSuffix(s.low(i), "-deadliest") || strings.HasSuffix(s.low(i), "-bloodiest") || s.is(i, "lethal", "deadly") && s.is(i-1, "most"):
			hi := i + 1
			for hi < len(s.toks) && hi < i+6 && (s.is(hi, "single", "recorded", "terrorist", "militant", "individual", "known", "islamist", "jihadist", "ever", "extremist", "armed", "-") || s.actorOver(hi) || s.capital(hi)) {
				hi++
			}
			if !slices.Contains(singles, s.low(hi)) {
				continue
			}
			place = 1
			for _, at := range []int{i - 1, i - 1 - boolInt(s.is(i-1, "-"))} {
				if x, found := ordinals[s.low(at)]; found {
					place = x
				}
			}
			if head, _, ok := strings.Cut(s.low(i), "-"); ok && ordinals[head] > 0 {
				place = ordinals[head]
			}
			if s.is(i-1, "of") || s.is(i-2, "one") && s.is(i-1, "of") || s.near(max(0, i-4), 4, func(t int) bool { return s.is(t, "among", "one") }) {
				return 0, 0, false
			}
			return i, place, true
		case s.is(i, "than") && s.is(i+1, "any") && s.near(i+2, 3, func(t int) bool { return slices.Contains(singles, s.low(t)) }) && s.near(max(0, i-6), 6, func(t int) bool { return s.is(t, "more", "deadlier", "bloodier", "higher") }):
			return i, 1, true
		case s.is(i, "no") && slices.Contains(singles, s.low(i+1)) && s.near(i+2, len(s.toks), func(t int) bool {
			return s.is(t, "deadlier", "bloodier", "worse") && s.near(t+1, len(s.toks), func(k int) bool { return s.is(k, "than") })
		}):
			return i, 1, true
		case s.is(i, "no") && slices.Contains(singles, s.low(i+1)) && s.near(i+2, len(s.toks), func(t int) bool {
			return s.is(t, "more") && s.is(t+1, "people", "lives", "deaths", "victims", "dead") && s.is(t+2, "than")
		}):
			return i, 1, true
		case s.is(i, "no") && s.is(i+1, "other", "single") && s.near(i+2, 3, func(t int) bool { return slices.Contains(singles, s.low(t)) }) && s.near(i+2, len(s.toks), func(t int) bool { return s.is(t, "more", "many", "deadlier") }):
			return i, 1, true
		}
	}
	return 0, 0, false
}

// eventAndSpan tells the time of the event from the time over which it is ranked.
func (s *sentence) eventAndSpan(it elements) (own, span *when.Found) {
	for _, f := range it.times {
		w := f.When
		short := !w.From.IsZero() && !w.To.IsZero() && w.To < w.From.AddDays(32) && w.Open == "none"
		switch {
		case short && own == nil && !s.leadBy(f, "since"):
			own = f
		case !short && span == nil || s.leadBy(f, "since") && span == nil:
			span = f
		default:
			return nil, nil
		}
	}
	return own, span
}

// dayOfSpan is a day told without its year, in the year of the time it is ranked in: "the
// deadliest attack of 2015 was that of 2 April".
func (s *sentence) dayOfSpan(own, span *when.Found) *when.Found {
	w := own.When
	if s.near(own.Lo, own.Hi-own.Lo, s.isYear) || span.When.From.IsZero() || span.When.To.IsZero() || span.When.From.Year() != span.When.To.Year() || w.From.Year() != w.To.Year() {
		return own
	}
	years := 12 * (span.When.From.Year() - w.From.Year())
	c := *own
	c.When.From, c.When.To = w.From.AddMonths(years), w.To.AddMonths(years)
	return &c
}

// spanText is a span of time as an anchor writes it.
func (s *sentence) spanText(f *when.Found) string {
	w := f.When
	if w.To.IsZero() || w.Open == "end" {
		w.To = s.c.Published
	}
	return w.From.String() + "/" + w.To.String()
}

// doerOf reports that whoever stands at tokens a did the event ranked at token at: "it
// was X that carried out", "X carried out", "by X".
func (s *sentence) doerOf(a [2]int, at int) bool {
	if a[1] <= at {
		return s.near(a[1], at-a[1], func(k int) bool {
			return s.is(k, "carried", "committed", "mounted", "staged", "launched", "behind", "responsible", "perpetrated", "conducted", "executed", "delivered")
		})
	}
	return s.near(at, a[0]-at, func(k int) bool { return s.is(k, "by", "work") }) && s.near(at, a[0]-at, func(k int) bool { return s.is(k, "was", "were", "came") })
}

// poolOf reports that the event is ranked among those of whoever stands at tokens a: "the
// deadliest al-Shabaab attack", "any other attack by X".
func (s *sentence) poolOf(a [2]int, at int) bool {
	return a[0] > at
}
