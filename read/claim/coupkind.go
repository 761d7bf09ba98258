package claim

import "tocsin"

// coupKinds tells which coups the claims of a sentence are about where one word of it says so
// for all: those that succeeded, or attempts, which all coups are.
func (s *sentence) coupKinds(list []Found) {
	kind := ""
	for i := range list {
		of := list[i].Claim.Of
		if of == nil || of.Act != "coup" || list[i].Claim.Form == tocsin.FormDate {
			continue
		}
		if kind == "" {
			if kind = s.kindSaid(); kind == "" {
				return
			}
		}
		c := *of
		c.Act = kind
		list[i].Claim.Of = &c
	}
}

// kindSaid is the kind of coup that the sentence speaks of: "first successful coup since 1999",
// "no coup attempt since 1984"; "" where it names none or several.
func (s *sentence) kindSaid() string {
	success, attempt := false, false
	for i := range s.toks {
		switch {
		case s.is(i, "failed", "failure", "unsuccessful", "abortive", "aborted", "foiled", "thwarted", "botched"):
			return ""
		case s.is(i, "successful", "succeeded", "succeed", "succeeds"):
			success = true
		case s.is(i, "attempt", "attempts") && (s.is(i-1, "coup", "putsch", "takeover") || s.is(i+1, "at", "to")):
			attempt = true
		case s.is(i, "attempted") && s.is(i-1, "been", "was", "were") && s.near(0, i, func(k int) bool { return s.is(k, "coup", "coups", "putsch", "takeover") }):
			attempt = true
		case s.is(i, "attempted") && s.is(i+1, "coup", "coups", "putsch", "putsches", "takeover", "takeovers", "military"):
			attempt = true
		}
	}
	switch {
	case success && attempt && s.near(0, len(s.toks), func(k int) bool {
		return s.is(k, "or", "whether") && s.near(k, 3, func(t int) bool { return s.is(t, "otherwise", "not", "attempted") })
	}):
		return "coup attempt"
	case success && !attempt:
		return "successful coup"
	case attempt && !success:
		return "coup attempt"
	}
	return ""
}

// outcomeAfter is the kind of the coup at token i by how its clause says that it ended: "the
// attempts of 1992 succeeded".
func (s *sentence) outcomeAfter(i int) string {
	if s.near(0, len(s.toks), func(k int) bool { return s.is(k, "neither", "none", "no", "not", "never", "n't", "only") }) {
		return "coup"
	}
	for k := i + 4; k < len(s.toks) && !s.is(k, ",", ";", "and", "but", "after", "before", "when", "since"); k++ {
		switch {
		case s.is(k, "succeeded") || s.is(k, "successful") && s.is(k-1, "was", "were"):
			return "successful coup"
		case s.is(k, "failed") && !s.is(k+1, "to") || s.is(k, "foiled", "thwarted", "unsuccessful") && s.is(k-1, "was", "were"):
			return "failed coup"
		}
	}
	return "coup"
}
