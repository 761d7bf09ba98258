package claim

import (
	"slices"

	"tocsin"
)

// farther reads that a group came farther toward a side in one time than in another, or
// than ever: "struck farther south in June 2014 than ever before", "farther north in 2019
// than it had the year before". No place is named: the times are compared.
func (s *sentence) farther() {
	if slices.ContainsFunc(s.out, func(f Found) bool { return f.Claim.Unit == tocsin.Bearing && f.Claim.Of != nil }) || len(s.actorOperands()) != 1 || len(s.landOperands()) > 1 {
		return
	}
	if none, clear := s.noneSaid(0, len(s.toks)); none || !clear {
		return
	}
	for i := range s.toks {
		if !s.is(i, "further", "farther") {
			continue
		}
		deg, hi, ok := s.compass(i + 1)
		if !ok {
			continue
		}
		than := hi
		for than < len(s.toks) && !s.is(than, "than") && !s.is(than, ",", ";", ".") {
			than++
		}
		own, at := s.timeOutside(than)
		if own == nil || !s.is(than, "than") {
			return
		}
		anchor := s.earlier(than, own)
		if anchor == nil {
			return
		}
		w := *own
		w.Anchor = anchor
		k := tocsin.Claim{Form: tocsin.FormFirst, Op: ">", Value: tocsin.Number(deg), Unit: tocsin.Bearing, Window: &w}
		used := s.fill(&k, s.ofClass("events"), s.landOperands(), s.actorOperands())
		s.markTaken(0, len(s.toks))
		s.add(k, i, min(than+3, len(s.toks)), append(used, at)...)
		return
	}
}

// timeOutside is the one time before token than that has both ends.
func (s *sentence) timeOutside(than int) (*tocsin.When, [2]int) {
	var own *tocsin.When
	var at [2]int
	for n := range s.times {
		f := &s.times[n]
		if f.Hi > than || f.When.From.IsZero() || f.When.To.IsZero() || f.When.Open != "none" {
			continue
		}
		if own != nil {
			return nil, at
		}
		own, at = &f.When, [2]int{f.Lo, f.Hi}
	}
	return own, at
}

// earlier is the time after "than" that own is compared with: ever before, the year or
// month before, or one that is named.
func (s *sentence) earlier(than int, own *tocsin.When) *tocsin.Anchor {
	months := 0
	for k := than + 1; k < min(len(s.toks), than+9); k++ {
		switch {
		case s.is(k, "ever"), s.is(k, "any") && s.near(k, 4, func(t int) bool { return s.is(t, "time", "point", "previous", "earlier", "before") }):
			return &tocsin.Anchor{Rel: "before", Text: own.From.String()}
		case periods[s.low(k)] > 0 && (s.is(k+1, "before", "earlier") || s.is(k-1, "previous", "preceding")):
			months = periods[s.low(k)]
		}
	}
	if months > 0 {
		if own.From.AddMonths(months).AddDays(-1) != own.To {
			return nil
		}
		return &tocsin.Anchor{Rel: "after", Text: own.From.AddMonths(-months).String() + "/" + own.From.AddDays(-1).String()}
	}
	for _, f := range s.times {
		if f.Lo > than && !f.When.From.IsZero() && !f.When.To.IsZero() && f.When.Open == "none" && f.When.To < own.From {
			return &tocsin.Anchor{Rel: "after", Text: f.When.From.String() + "/" + f.When.To.String()}
		}
	}
	return nil
}
