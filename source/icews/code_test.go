package icews_test

import (
	"testing"

	"tocsin/source/icews"
)

// What each code is taken for, and what a spreadsheet does to codes.
func TestCode(t *testing.T) {
	for _, c := range []struct{ code, class, act, odd string }{
		{"193", "material conflict", "assault", ""},
		{"129", "verbal conflict", "rejection", ""},
		{"0871", "material cooperation", "ceasefire", ""},
		{"057", "verbal cooperation", "agreement", ""},
		{"57", "verbal cooperation", "agreement", icews.FlagZero},
		{"214", "verbal cooperation", "demand", icews.FlagZero},
		{"143", "material conflict", "strike", ""},
		{"990", "other", "other", icews.FlagCode},
		{"0129", "other", "other", icews.FlagCode},
		{"1", "verbal cooperation", "other", icews.FlagZero},
		{"19x", "other", "other", icews.FlagCode},
		{"00", "other", "other", icews.FlagCode},
	} {
		class, act, odd := icews.Code(c.code)
		if class != c.class || act != c.act || odd != c.odd {
			t.Errorf("%s is %s, %s, %q; want %s, %s, %q", c.code, class, act, odd, c.class, c.act, c.odd)
		}
	}
}
