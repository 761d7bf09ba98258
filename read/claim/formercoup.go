package claim

import (
	"slices"

	"tocsin"
	"tocsin/read/text"
)

// formerCoup reads the aside at the end of a sentence on one coup that dates another: "the second
// in under a decade, following that of March 2012", "after the one in 1991". It is a date of its
// own, and the rest is read without it; at is the token at which it begins, 0 for none.
func (s *sentence) formerCoup() (at int, f Found) {
	if !slices.ContainsFunc(s.toks, func(t text.Token) bool { return slices.Contains(coupWords, t.Lower) }) {
		return 0, f
	}
	n := len(s.toks)
	for i := 4; i < n-3; i++ {
		if !s.is(i, ",", "–", "—") {
			continue
		}
		k := i + 1
		for s.is(k, "coming", "and", "itself", "the", "first", "being") && !s.is(k+1, "coup", "one", "putsch", "takeover") {
			k++
		}
		if !s.is(k, "following", "after", "succeeding", "since") {
			continue
		}
		k += 1 + boolInt(s.is(k+1, "on")) + boolInt(s.is(k+1, "the", "an", "a"))
		if s.is(k, "earlier", "successful", "previous", "military") {
			k++
		}
		if !s.is(k, "that", "one", "coup", "putsch", "takeover") || !s.is(k+1, "of", "in", "on") {
			continue
		}
		for x := range s.times {
			t := &s.times[x]
			if t.Lo < k || t.Lo > k+2 || t.Hi < n-1 || t.When.From.IsZero() || t.When.To.IsZero() || t.When.Open != "none" {
				continue
			}
			w := t.When
			w.Anchor = nil
			c := tocsin.Claim{Form: tocsin.FormDate, Novelty: "none", Of: &tocsin.Measure{Act: "coup"}, Window: &w, Text: s.text(i+1, t.Hi)}
			return i, Found{Sent: s.n, Span: s.span(0, n), Head: s.head(k, k+1), Core: [2]int{i + 1, t.Hi}, Claim: c}
		}
	}
	return 0, f
}

// withFormer reads the sentence without its aside on a former coup, and that.
func (s *sentence) withFormer() []Found {
	at, former := s.formerCoup()
	if at == 0 {
		return nil
	}
	m, _ := s.without([][2]int{{at, len(s.toks)}})
	list := m.claims()
	for _, f := range list {
		if f.Claim.Of != nil && f.Claim.Of.Country != "" && former.Claim.Of.Country == "" {
			former.Claim.Of.Country = f.Claim.Of.Country
		}
	}
	if former.Claim.Of.Country == "" {
		return nil
	}
	return append(list, former)
}
