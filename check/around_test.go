package check

import (
	"testing"

	"tocsin"
)

// TestAround: a number counted within a distance of a town is one of that circle, and a
// circle without rows shows nothing.
func TestAround(t *testing.T) {
	c := checker(t, false, cline)
	count := func(town, relation string, n float64) tocsin.Claim {
		p := place(town)
		p.Relation = relation
		return tocsin.Claim{Form: tocsin.FormCount, Of: &tocsin.Measure{Act: "assault", Country: "Nigeria", Measure: "deaths"}, Places: []tocsin.Place{p},
			Op: ">=", Value: tocsin.Number(n), Unit: tocsin.Deaths, Window: month("2015-01-01", "2015-12-31"), Text: "at least so many"}
	}
	wants(t, one(t, c, says(count("Maiduguri", "within 100 km of", 1000))), tocsin.Holds, "within 100 km of Maiduguri")
	wants(t, one(t, c, says(count("Maiduguri", "within 62 mi of", 1000))), tocsin.Holds, "within 100 km of Maiduguri")
	wants(t, one(t, c, says(count("Lagos", "within 30 km of", 5000))), tocsin.DoesNotHold, "within 30 km of Lagos")
	wants(t, one(t, c, says(count("Sokoto", "within 10 km of", 300))), tocsin.CannotBeMeasured, "within 10 km of Sokoto")
}
