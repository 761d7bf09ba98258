package claim

import (
	"tocsin"
)

// campaignWords are what a group wages: "the deadliest month of al-Shabaab's campaign".
var campaignWords = []string{"campaign", "insurgency", "rebellion", "uprising", "war", "violence", "revolt", "offensive", "terror", "insurrection", "attacks", "struggle"}

// campaignOf gives the claim the group whose campaign is ranked, named after it in the
// possessive, as its adjective or after "of": a rank among all groups is another one.
func (s *sentence) campaignOf(c *tocsin.Claim, hi int) [2]int {
	if c.Of == nil || c.Of.Actor != "" {
		return [2]int{}
	}
	for _, a := range s.parties() {
		if a.lo < hi || a.generic && s.landAt(a.lo) != nil {
			continue
		}
		k := a.hi
		if s.is(k, "'s", "’s", "'", "’") {
			k++
		}
		for s.is(k, "armed", "violent", "long", "bloody", "bombing", "terror", "guerrilla") {
			k++
		}
		of := s.is(a.lo-1, "of", "by", "involving", "against") || s.is(a.lo-1, "the") && s.is(a.lo-2, "of", "by", "involving", "against")
		if s.is(k, campaignWords...) || of && s.near(hi, a.lo-hi, func(t int) bool { return s.is(t, campaignWords...) }) {
			c.Of.Actor = a.text
			return [2]int{a.lo, a.hi}
		}
	}
	return [2]int{}
}

// campaignRanks gives the ranks of a sentence the one group whose campaign they are of: "no year
// of the Boko Haram insurgency has been deadlier".
func (s *sentence) campaignRanks(list []Found) {
	for i := range list {
		k := &list[i].Claim
		if k.Form != tocsin.FormRank || k.Of == nil || k.Of.Actor != "" || k.Than != nil || k.Of.Act != "assault" || len(s.parties()) != 1 || s.parties()[0].generic {
			continue
		}
		of := *k.Of
		k.Of = &of
		s.campaignOf(k, 0)
	}
}
