package desk_test

import (
	"testing"
	"unicode/utf8"

	"tocsin"
	"tocsin/desk"
)

// FuzzPlace: no name of a place crashes the look-up, and what it finds lies on
// the globe.
func FuzzPlace(f *testing.F) {
	for _, s := range []string{"Kati", "Kati, Mali", "13.07,-5.32", "91,0", "NaN,1", ",", "geonames:2460596", "1e400,2", "Ségou"} {
		f.Add(s)
	}
	d := desk.Ephemeral(options)
	f.Fuzz(func(t *testing.T, name string) {
		found, err := d.Place(t.Context(), name, nil)
		if err != nil {
			if tocsin.CodeOf(err) != tocsin.NotFound || utf8.ValidString(name) && !utf8.ValidString(err.Error()) {
				t.Fatalf("%q: %v", name, err)
			}
			return
		}
		if len(found) == 0 || !found[0].Place.Point().Valid() {
			t.Fatalf("%q is found at %v", name, found)
		}
	})
}
