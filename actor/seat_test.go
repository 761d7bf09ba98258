package actor

import (
	"strings"
	"testing"
)

func TestSeatsOfGovernments(t *testing.T) {
	r, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for name, iso := range map[string]string{"Washington": "US", "the Kremlin": "RU", "Khartoum": "SD", "Élysée": "FR", "N'Djamena": "TD", "Kabul": "AF"} {
		if c, ok := r.Seat(name); !ok || c.ISO2 != iso {
			t.Errorf("%s is the seat of %q, want %s", name, c.ISO2, iso)
		}
	}
	for _, name := range []string{"Timbuktu", "Victoria", "Washington Post", ""} {
		if c, ok := r.Seat(name); ok {
			t.Errorf("%q is the seat of %s", name, c.ISO2)
		}
	}
}

// A reader that trusts Longest misses no name.
func TestLongestHidesNoName(t *testing.T) {
	r, err := Default()
	if err != nil {
		t.Fatal(err)
	}
	for name := range r.byName {
		if n := strings.Count(name, " ") + 1; r.Longest(name) < n {
			t.Errorf("%q has %d words, the longest that begins so is said to have %d", name, n, r.Longest(name))
		}
	}
	if n := r.Longest("xylophone"); n != 0 {
		t.Errorf("a name that begins with xylophone has %d words", n)
	}
}
