package read

import (
	"slices"

	"tocsin"
)

// What is told of one attack, one place or one day is no measure of more.

// oneOnly reports a number of a country or month that the text gives of one attack or of
// a place named before ("22 were killed in an ambush in April", "13 were massacred there
// last October"), and the worst of more than the day on which it happened.
func (v *vet) oneOnly() bool {
	k := v.k
	switch k.Form {
	case tocsin.FormRank:
		return k.Window != nil && !k.Window.From.IsZero() && k.Window.From == k.Window.To && k.Of != nil && k.Of.Measure == "deaths in one event"
	case tocsin.FormCount:
		if k.Of == nil || k.Of.Act != "assault" || len(k.Places) > 0 || k.Window == nil || k.Window.From.IsZero() || k.Window.To.IsZero() || k.Window.To <= k.Window.From.AddDays(2) || v.c.Num[1] == 0 {
			return false
		}
	default:
		return false
	}
	c := v.s.ClauseOf(v.c.Head)
	for i := range v.s.Tokens {
		if v.s.ClauseOf(i) != c {
			continue
		}
		t := &v.s.Tokens[i]
		if t.Lower == "there" && t.Rel != "expl" {
			return true
		}
		if v.s.LemmaIs(i, attacks...) && t.XPOS == "NN" && v.single(i) && v.caseIn(i) {
			return true
		}
	}
	return false
}

// caseIn reports a noun behind "in", "by" or "during".
func (v *vet) caseIn(i int) bool {
	return slices.ContainsFunc(v.s.ChildrenBy(i, "case"), func(k int) bool {
		return slices.Contains([]string{"in", "by", "during"}, v.s.Tokens[k].Lower)
	})
}

// attacks are nouns of one blow rather than of a fight that lasts.
var attacks = []string{"ambush", "attack", "raid", "bombing", "blast", "explosion", "shooting", "strike", "airstrike", "massacre", "assault", "clash", "shootout", "gunfight", "stampede"}
