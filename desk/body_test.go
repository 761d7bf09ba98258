package desk

import (
	"testing"

	"tocsin/actor"
)

// TestPersonsAreNotRanked: a person is no body, whatever dataset names one as a
// side; of a dataset that names persons among its sides, only a body that the
// registry knows is one.
func TestPersonsAreNotRanked(t *testing.T) {
	reg, err := actor.Default()
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		dataset, side string
		want          bool
	}{
		{"ucdp-ged", "JNIM", true},
		{"ucdp-ged", "Bambara Hunters of Elsewhere", true}, // GED lists bodies alone
		{"ucdp-ged", "Ibrahim Boubacar Keita", false},
		{"icews", "Ibrahim Boubacar Keita", false},
		{"icews", "Ada Venn", false}, // nobody knows what that is
		{"icews", "JNIM", true},
	} {
		if got := body(reg, c.dataset, c.side); got != c.want {
			t.Errorf("%s of %s is a body: %t, want %t", c.side, c.dataset, got, c.want)
		}
	}
}
