package claim

import (
	"slices"
	"strings"

	"tocsin"
)

// outdone reports that what the patterns had found is less than what was composed.
func (s *sentence) outdone(before []Found) bool {
	single := slices.ContainsFunc(s.out, func(f Found) bool { return oneDay(f.Claim) })
	placed := slices.ContainsFunc(s.out, func(f Found) bool {
		return f.Claim.Form == tocsin.FormShare || f.Claim.Form == tocsin.FormDistance || f.Claim.Form == tocsin.FormCount && f.Claim.Value != nil && *f.Claim.Value == 0 && len(f.Claim.Places) > 0
	})
	for _, f := range before {
		nearest := f.Claim.Form == tocsin.FormRank && f.Claim.Unit.Dimension() == "length" || f.Claim.Unit == tocsin.Bearing && f.Claim.Form == tocsin.FormCount
		if single && (f.Claim.Form == tocsin.FormCount && (f.Claim.Unit == tocsin.Deaths || happenedSome(f.Claim)) || f.Claim.Form == tocsin.FormRank) {
			continue // told anew beside it
		}
		if both := s.out[0].Claim; f.Claim.Form == both.Form && (both.Form == tocsin.FormFirst || both.Form == tocsin.FormLast) && strings.Contains(both.Of.Actor, " against ") {
			continue
		}
		if s.out[0].Claim.Form == tocsin.FormDuration && f.Claim.Form == tocsin.FormFirst {
			continue // the war that began in July
		}
		if !slight(f.Claim) && !(placed && nearest) && !s.unnumbered(f.Claim) {
			return false
		}
	}
	return true
}

// oneDay reports a claim about one event: where it lay, or that it was the deadliest.
func oneDay(k tocsin.Claim) bool {
	return k.Of != nil && (k.Form == tocsin.FormDistance || k.Form == tocsin.FormDirection || k.Form == tocsin.FormRank && (k.Of.Measure == singleDeaths || k.Of.Measure == dayDeaths))
}

// singleDeaths is the measure of a rank of single events by their dead.
const singleDeaths = "deaths in one event"

// unnumbered reports a count, change or duration that has no bound of its own and so says
// nothing that the items do not.
func (s *sentence) unnumbered(k tocsin.Claim) bool {
	return k.Form == tocsin.FormCount && k.Value == nil && k.Than == nil || k.Form == tocsin.FormDuration && k.Of != nil && k.Of.Act == "assault" || k.Form == tocsin.FormChange && k.Value == nil && (k.Window == nil || k.Window.Anchor == nil)
}
