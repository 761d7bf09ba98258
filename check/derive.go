package check

import (
	"strings"

	"tocsin"
)

// claimsOf lists the claims a statement makes: its own, or those its dated or
// counted event amounts to. What hangs on a condition, lies in the future, or is
// open is not judged.
func (c *Checker) claimsOf(s *tocsin.Statement, b *reportGroup) []tocsin.Claim {
	if !judgeable(s) {
		return nil
	}
	if s.Claim != nil {
		b.seen[claimKey(s.Claim)] = true
		return []tocsin.Claim{*s.Claim}
	}
	if s.Kind != tocsin.KindEvent {
		return nil
	}
	var out []tocsin.Claim
	for _, k := range c.eventClaims(s, b) {
		if key := claimKey(&k); !b.seen[key] && !b.claims(s, k) {
			b.seen[key] = true
			out = append(out, k)
		}
	}
	return out
}

func judgeable(s *tocsin.Statement) bool {
	switch s.Kind {
	case tocsin.KindEvent, tocsin.KindTrend, tocsin.KindTie, tocsin.KindTrait:
	default:
		return false
	}
	if s.Condition != nil && (s.Condition.Kind == "if" || s.Condition.Kind == "unless") {
		return false
	}
	if !s.Published.IsZero() && !s.When.From.IsZero() && s.When.From > s.Published {
		return false // an outlook in the clothes of an event
	}
	return s.Certainty.Polarity != "unknown"
}

// claimKey identifies what a claim says, whoever says it.
func claimKey(k *tocsin.Claim) string {
	var b strings.Builder
	b.WriteString(string(k.Form))
	if k.Of != nil {
		b.WriteString("|" + k.Of.Act + "|" + k.Of.Measure)
	}
	for _, p := range k.Places {
		b.WriteString("|" + p.Text)
	}
	if k.Window != nil {
		b.WriteString("|" + k.Window.From.String() + "|" + k.Window.To.String())
	}
	return b.String()
}

// claims reports whether an explicit claim of the report, on an overlapping span,
// already says what the derived one says.
func (b *reportGroup) claims(s *tocsin.Statement, k tocsin.Claim) bool {
	for _, o := range b.statements {
		if o.Claim == nil || !judgeable(o) || o.Span[0] >= s.Span[1] || s.Span[0] >= o.Span[1] {
			continue
		}
		if claimKey(o.Claim) == claimKey(&k) || o.Claim.Value != nil && k.Value != nil && abs(*o.Claim.Value-*k.Value) <= 1 && *k.Value > 2 {
			return true // the same number: a month's, a share's, or of more than the event says
		}
		if o.Claim.Of != nil && k.Form == tocsin.FormCount && k.Value != nil && *k.Value <= 1 && o.Claim.Form != tocsin.FormDate && o.Claim.Unit != tocsin.Coups {
			return true // what says more than that there was something
		}
		if o.Claim.Form == tocsin.FormFirst && k.Form == tocsin.FormCount && o.Claim.Of != nil && o.Claim.Of.Act == k.Of.Act {
			return true // "attacks began in 2015" says more than that there were some
		}
		if o.Claim.Form == tocsin.FormShare && k.Form == tocsin.FormCount {
			return true // nine in ten are not nine
		}
		if o.Claim.Unit == tocsin.Coups && k.Form == tocsin.FormDate && o.Claim.Form == tocsin.FormCount && strings.Contains(k.Of.Act, "coup") {
			return true // how many there were in that time says more
		}
		if o.Claim.Form == tocsin.FormLast && k.Form == tocsin.FormDate && o.Claim.Of != nil && o.Claim.Of.Act == k.Of.Act {
			return true
		}
		if o.Claim.Form == tocsin.FormDate && k.Form == tocsin.FormDate || o.Claim.Form == tocsin.FormCount && k.Form == tocsin.FormCount {
			return o.Claim.Of != nil && o.Claim.Of.Act == k.Of.Act
		}
	}
	return false
}

// eventClaims turns a dated coup into a date, a counted killing into a count, and
// an attack at a town into a count of at least one there.
func (c *Checker) eventClaims(s *tocsin.Statement, b *reportGroup) []tocsin.Claim {
	dated := !s.When.From.IsZero() && !s.When.To.IsZero()
	if s.Act == "coup" && dated && s.Outcome != "agreed" {
		act := "coup"
		if s.Outcome == "failed" {
			act = "failed coup"
		}
		iso := c.countryOf(s, b)
		if iso == "" || len(c.countriesIn(s.Quote)) > 1 {
			return nil // of two countries' coups, which time is whose is not told
		}
		return []tocsin.Claim{{Form: tocsin.FormDate, Of: &tocsin.Measure{Act: act, Country: c.countryName(iso)}, Window: window(s), Novelty: "none", Text: s.Quote}}
	}
	if s.Act != "assault" {
		return nil
	}
	var out []tocsin.Claim
	places := eventPlaces(s)
	if s.Count != nil && s.Count.What == "killed" && dated && len(places) > 0 {
		if op, n, ok := countOp(s.Count); ok {
			out = append(out, tocsin.Claim{Form: tocsin.FormCount, Of: &tocsin.Measure{Act: "assault", Measure: "deaths"}, Window: window(s),
				Places: places[:1], Op: op, Value: tocsin.Number(n), Unit: tocsin.Deaths, Novelty: "none", Text: s.Quote})
		}
	}
	if len(out) == 0 && len(places) > 0 && len(s.Actors) > 0 {
		var names []string
		for _, a := range s.Actors {
			if a.How == "named" {
				names = append(names, a.Text)
			}
		}
		if len(names) > 0 {
			out = append(out, tocsin.Claim{Form: tocsin.FormCount, Of: &tocsin.Measure{Act: "assault", Actor: strings.Join(names, "; "), Measure: "events"},
				Window: window(s), Places: places[:1], Op: ">=", Value: tocsin.Number(1), Unit: tocsin.Events, Novelty: "none", Text: s.Quote})
		}
	}
	return out
}

func window(s *tocsin.Statement) *tocsin.When {
	if s.When.From.IsZero() && s.When.To.IsZero() {
		return nil
	}
	w := s.When
	return &w
}

// eventPlaces are the places where the event was, not those it came from.
func eventPlaces(s *tocsin.Statement) []tocsin.Place {
	var out []tocsin.Place
	for _, p := range s.Places {
		if p.Role == "at" || p.Role == "in" || p.Role == "near" {
			out = append(out, p)
		}
	}
	return out
}

// countOp reads a count as a comparison.
func countOp(n *tocsin.Count) (op string, value float64, ok bool) {
	switch {
	case n.Low != nil && n.High != nil && *n.Low == *n.High:
		return "=", *n.Low, true
	case n.Low != nil:
		return ">=", *n.Low, true
	case n.High != nil:
		return "<=", *n.High, true
	}
	return "", 0, false
}
