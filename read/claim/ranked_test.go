package claim

import (
	"strings"
	"testing"

	"tocsin"
)

// TestMisjudged tells of words that show that a claim ranks, counts or compares something
// else than its text, and of those that do not.
func TestMisjudged(t *testing.T) {
	rank := tocsin.Claim{Form: tocsin.FormRank, Unit: tocsin.Rank, Of: &tocsin.Measure{Act: "assault", Country: "Nigeria", Measure: "deaths"}}
	events := tocsin.Claim{Form: tocsin.FormChange, Unit: tocsin.Ratio, Of: &tocsin.Measure{Act: "assault", Country: "Iraq", Measure: "events"}}
	count := tocsin.Claim{Form: tocsin.FormCount, Of: &tocsin.Measure{Act: "assault", Country: "Nigeria", Measure: "deaths"},
		Window: &tocsin.When{From: tocsin.Date(7305), To: tocsin.Date(16070), Open: "none"}}
	for _, c := range []struct {
		text  string
		claim tocsin.Claim
		kinds string
	}{
		{"Kano was the second-deadliest state in Nigeria", rank, "ranked"},
		{"Kano was Nigeria's most violent city", rank, "ranked"},
		{"That was the deadliest year in Nigeria", rank, ""},
		{"Deaths in fighting and attacks in Iraq fell", events, "measure"},
		{"Attacks in Iraq fell", events, ""},
		{"The share of civilians among the dead in Iraq fell", events, "measure"},
		{"Nigeria never recorded more than 5,000 deaths in a year", count, "series"},
		{"Nigeria recorded more than 5,000 deaths", count, ""},
	} {
		var got []string
		for _, r := range Untested(c.text, []tocsin.Claim{c.claim}) {
			if r.Kind == "ranked" || r.Kind == "measure" || r.Kind == "series" {
				got = append(got, r.Kind)
			}
		}
		if strings.Join(got, " ") != c.kinds {
			t.Errorf("%s: %v, want %q", c.text, got, c.kinds)
		}
	}
}
