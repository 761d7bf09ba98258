package check

import (
	"slices"

	"tocsin"
)

// sideAndFar reports a claim that nothing lay within so far of a town, told with the side of it on
// which all lay: no half of its own.
func sideAndFar(k *tocsin.Claim, list []tocsin.Verdict) bool {
	return k.Form == tocsin.FormCount && len(k.Places) == 1 && slices.ContainsFunc(list, func(v tocsin.Verdict) bool {
		o := v.Claim
		return o != nil && o.Form == tocsin.FormShare && len(o.Places) == 1 && o.Places[0].Text == k.Places[0].Text
	})
}
