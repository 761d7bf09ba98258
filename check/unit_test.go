package check

import (
	"testing"

	"tocsin"
)

func borno(text string) []tocsin.Place {
	return []tocsin.Place{{Role: "in", Text: text, Precision: "admin1"}}
}

// TestProvinces: a count, a share and a rank of a state of Nigeria, told by the towns
// nearest to the rows.
func TestProvinces(t *testing.T) {
	c := checker(t, false)
	count := tocsin.Claim{Form: tocsin.FormCount, Of: &tocsin.Measure{Act: "assault", Country: "Nigeria", Measure: "deaths"}, Places: borno("Borno State"), Window: year(2014),
		Op: ">", Value: tocsin.Number(3000), Unit: tocsin.Deaths, Text: "more than 3,000 deaths"}
	wants(t, one(t, c, says(count)), tocsin.Holds, "Borno State, Nigeria", "towns nearest")
	share := count
	share.Form, share.Unit, share.Value, share.Than = tocsin.FormShare, tocsin.Percent, tocsin.Number(50), &tocsin.Measure{Act: "assault", Country: "Nigeria"}
	wants(t, one(t, c, says(share)), tocsin.Holds, "deaths in Nigeria")
	rank := share
	rank.Form, rank.Unit, rank.Op, rank.Value = tocsin.FormRank, tocsin.Rank, "=", tocsin.Number(1)
	wants(t, one(t, c, says(rank)), tocsin.Holds, "most elsewhere")
	rank.Places = borno("Kano State")
	wants(t, one(t, c, says(rank)), tocsin.DoesNotHold)
}
