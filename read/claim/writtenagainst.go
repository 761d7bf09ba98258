package claim

import (
	"strings"

	"tocsin"
)

// writeAgainst writes that one country or group has more than another.
func (it *items) writeAgainst(measure string) {
	k := it.claim(tocsin.FormCount, measure)
	k.Op = it.dir
	if it.factor > 0 {
		k.Op, k.Value = it.factorOp, tocsin.Number(round3(it.factor))
	}
	k.Than = &tocsin.Measure{Act: "assault"}
	if it.basePlace != nil || len(it.places) > 0 && (it.baseLand == nil || it.baseLand.land.name == k.Of.Country) {
		it.writePlaces(k)
		return
	}
	if it.foe != "" {
		k.Of.Actor += " against " + it.foe
	}
	if pair := func(o operand) bool { return strings.Contains(o.actor.text, " against ") }; it.baseParty != nil && len(it.parties) > 0 && pair(*it.baseParty) != pair(it.parties[0]) {
		return
	}
	if it.base != nil || it.prior || it.baseLand != nil && len(it.lands)+len(it.places) == 0 && len(it.parties) == 0 || it.baseParty != nil && len(it.parties) == 0 {
		return
	}
	if it.baseLand != nil {
		if it.baseParty == nil && len(it.lands)+len(it.places) == 0 {
			return
		}
		k.Than.Country = it.baseLand.land.name
		if it.baseParty != nil && len(it.lands)+len(it.places) == 0 { // "JNIM more than ISGS in Niger": both of them there
			k.Of.Country = k.Than.Country
		}
	}
	if it.baseParty != nil {
		k.Than.Actor = it.baseParty.actor.text
		if it.foe != "" {
			k.Than.Actor += " against " + it.foe
		}
	}
	it.put(k)
}

// writePlaces writes that one part of a country has more than another.
func (it *items) writePlaces(k tocsin.Claim) {
	if it.basePlace == nil || len(it.places) != 1 || it.baseLand != nil && len(it.lands) > 0 && it.lands[0].land.iso != it.baseLand.land.iso || it.baseParty != nil || it.base != nil || it.prior || it.foe != "" {
		return
	}
	if own := it.places[0].iso; own != "" && it.basePlace.iso != "" && own != it.basePlace.iso {
		return
	}
	if k.Of.Country == "" && it.basePlace.iso != "" {
		k.Of.Country = it.s.country(it.basePlace.iso)
	}
	if k.Of.Country == "" && it.baseLand != nil {
		k.Of.Country = it.baseLand.land.name
	}
	if k.Of.Country == "" {
		return
	}
	k.Places = []tocsin.Place{it.places[0].place, it.basePlace.place}
	k.Than.Country, k.Than.Actor = k.Of.Country, k.Of.Actor
	it.put(k)
}
