package fold

import (
	"testing"

	"pgregory.net/rapid"
)

func TestString(t *testing.T) {
	for in, want := range map[string]string{
		"Ségou": "segou", "N'Djaména": "ndjamena", "N’Djamena": "ndjamena", "Port-au-Prince": "port au prince", "The Gambia": "gambia",
		"St. Louis": "saint louis", "Mt. Kenya": "mount kenya", "Straße": "strasse", "Bamakɔ": "bamako", "Łódź": "lodz", "  a  b ": "a b",
		"": "", "'": "", "the": "the", "São Tomé & Príncipe": "sao tome principe", "Yemen (North Yemen)": "yemen north yemen", "Ω": "ω",
	} {
		if got := String(in); got != want {
			t.Errorf("%q folds to %q, want %q", in, got, want)
		}
	}
}

// A key has no blank at its ends nor two in a row, and appending leaves what
// stands before it alone.
func TestKeyProperties(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		in := rapid.String().Draw(t, "name")
		key := String(in)
		for i := range len(key) {
			if key[i] == ' ' && (i == 0 || i == len(key)-1 || key[i+1] == ' ') {
				t.Fatalf("%q folds to %q", in, key)
			}
		}
		if got := string(Key([]byte("the x|"), in)); got != "the x|"+key {
			t.Fatalf("appended %q", got)
		}
	})
}

func BenchmarkKey(b *testing.B) {
	buf := make([]byte, 0, 64)
	for b.Loop() {
		buf = Key(buf[:0], "Saint-Germain-en-Laye près de Paris")
	}
}
