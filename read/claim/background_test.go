package claim

import "testing"

// TestEmphaticAlone: a segment of one word, which torn texts have, stresses nothing.
func TestEmphaticAlone(t *testing.T) {
	for _, seg := range [][]string{nil, {"with"}, {"without"}, {"and"}} {
		if emphatic(seg, []string{"every", "month"}) {
			t.Errorf("%q is taken for a stress", seg)
		}
	}
}
