package check

import (
	"testing"

	"tocsin"
)

// TestStreak: no single fall of deaths in Pakistan from 2014 to 2019 need be clear by its
// interval for the text that names the years to hold; one rise among them ends it.
func TestStreak(t *testing.T) {
	c := checker(t, false)
	for _, w := range []struct{ text, want string }{
		{"In 2019 deaths in Pakistan fell for the fifth year in a row.", tocsin.Holds},
		{"In 2019 deaths in Pakistan fell for the second year in a row.", tocsin.Holds},
		{"In 2019 deaths in Pakistan fell for the seventh year in a row.", tocsin.DoesNotHold},
		{"In 2019 deaths in Pakistan rose for the fifth year in a row.", tocsin.DoesNotHold},
	} {
		got, err := c.Check(t.Context(), statements(t, c.o.Gazetteer, Text{ID: "s", Text: w.text, Published: tocsin.MustDate("2020-03-01")}))
		if err != nil {
			t.Fatal(err)
		}
		if v := Worst(got); v != w.want {
			t.Errorf("%s: %s, want %s", w.text, v, w.want)
		}
	}
}
