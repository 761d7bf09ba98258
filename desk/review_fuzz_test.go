package desk

import (
	"testing"

	"tocsin"
)

// FuzzEdit: whatever a person types for a time or a count, the statement is either
// refused or one that the format admits.
func FuzzEdit(f *testing.F) {
	for _, seed := range [][2]string{{"2020-08-18", "24"}, {"2020-08", "20-24"}, {"2020", "none"}, {"2020-08-18..2020-08-20", "1e3"}, {"unknown", "-1"},
		{"2020-02-30", "24-20"}, {"..", "-"}, {"2020-13", "NaN"}, {"9999-12-31", "+Inf"}, {"0001", "1-2-3"}, {"2020-08-20..2020-08-18", ""}} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, when, count string) {
		s := tocsin.Statement{V: tocsin.SchemaVersion, Kind: tocsin.KindEvent, Act: "coup", Report: "sha256:00", Quote: "a coup", Span: tocsin.Span{0, 6},
			Reader: "test", When: tocsin.UnknownWhen(), Certainty: tocsin.NewCertainty("is", "certain", "asserted")}
		ed := editor{s: &s}
		if err := ed.edit(&Edit{When: when, Count: count}); err != nil {
			if tocsin.CodeOf(err) != tocsin.Invalid {
				t.Fatalf("%q, %q: %v", when, count, err)
			}
			return
		}
		s.ID = s.ComputeID()
		if err := s.Validate(); err != nil {
			t.Fatalf("%q, %q: %v", when, count, err)
		}
	})
}
