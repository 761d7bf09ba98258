package actor_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"tocsin"
	"tocsin/actor"

	"pgregory.net/rapid"
)

func TestLookup(t *testing.T) {
	r := registry(t)
	cases(t, "lookup.txt", 6, func(t *testing.T, f []string) {
		list := r.Lookup(f[0], date(t, f[1]), f[2])
		if f[3] == "" {
			if len(list) > 0 {
				t.Fatalf("found %s (%s), want nobody", list[0].ID, list[0].Why)
			}
			return
		}
		if len(list) == 0 {
			t.Fatalf("found nobody, want %s", f[3])
		}
		low, err := strconv.ParseFloat(f[4], 64)
		if err != nil {
			t.Fatal(err)
		}
		if got := list[0]; got.ID != f[3] || got.Score < low || !strings.Contains(got.Why, f[5]) {
			t.Errorf("got %s %.2f (%s), want %s at least %.2f (%s)", got.ID, got.Score, got.Why, f[3], low, f[5])
		}
	})
}

func TestASurnameOfTwoPersonsGivesBoth(t *testing.T) {
	var ids []string
	for _, c := range registry(t).Lookup("Cissé", tocsin.MustDate("2020-08-20"), "ML") {
		ids = append(ids, c.ID)
	}
	if !slices.Contains(ids, "cisse-boubou") || !slices.Contains(ids, "cisse-soumaila") {
		t.Errorf("Cissé gives %v, want the prime minister and the leader of the opposition", ids)
	}
}

// The roles around the coup of 18 August 2020, as the lists date them.
func TestRolesOnADate(t *testing.T) {
	r := registry(t)
	for _, c := range []struct {
		id, at, title string
		want          actor.State
	}{
		{"keita-ibrahim-boubacar", "2013-09-03", "president", actor.NotYet},
		{"keita-ibrahim-boubacar", "2013-09-04", "president", actor.Holds},
		{"keita-ibrahim-boubacar", "2020-08-18", "president", actor.Holds},
		{"keita-ibrahim-boubacar", "2020-08-19", "president", actor.Possible},
		{"keita-ibrahim-boubacar", "2020-08-20", "president", actor.Ended},
		{"goita-assimi", "2020-08-19", "head of junta", actor.Holds},
		{"ndaw-bah", "2020-12-01", "interim president", actor.Holds},
		{"compaore-blaise", "2014-10-31", "president", actor.Possible},
		{"macron-emmanuel", "2021-03-31", "president", actor.Holds},
		{"macron-emmanuel", "2026-01-01", "president", actor.Stale},
		{"ag-ghaly-iyad", "2020-08-20", "leader", actor.Holds},
	} {
		roles := r.Roles(c.id, tocsin.MustDate(c.at))
		i := slices.IndexFunc(roles, func(h actor.Held) bool { return h.Title == c.title && h.State == c.want })
		if i < 0 {
			t.Errorf("%s on %s: no role %q that is %s in %v", c.id, c.at, c.title, c.want, roles)
		}
	}
}

func TestHolders(t *testing.T) {
	r := registry(t)
	for at, want := range map[string]string{"2020-08-17": "keita-ibrahim-boubacar", "2020-11-01": "ndaw-bah", "2012-10-01": "traore-dioncounda"} {
		title := "president"
		if want != "keita-ibrahim-boubacar" {
			title = "interim president"
		}
		list := r.Holders(title, "ML", tocsin.MustDate(at))
		if len(list) != 1 || list[0].ID != want {
			t.Errorf("%s of Mali on %s: %v, want %s alone", title, at, list, want)
		}
	}
}

// A name is found again however its accents, case and hyphens are written, and
// no candidate's score leaves [0, 1].
func TestLookupIgnoresSpelling(t *testing.T) {
	r := registry(t)
	var names []actor.Name
	for _, a := range r.All() {
		for _, n := range a.Names {
			if !n.Local && len([]rune(n.Text)) > 6 {
				names = append(names, n)
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.SampledFrom(names).Draw(t, "name")
		if n.Spelling && !strings.Contains(n.Text, " ") {
			return
		}
		form := n.Text
		for _, change := range []func(string) string{strings.ToLower, actor.Fold, func(s string) string { return "the " + s }} {
			if rapid.Bool().Draw(t, "change") {
				form = change(form)
			}
		}
		list := r.Lookup(form, 0, "")
		if len(list) == 0 || list[0].Score < 0.9 {
			t.Fatalf("%q, a form of %q, is not found: %v", form, n.Text, list)
		}
		for _, c := range list {
			if c.Score < 0 || c.Score > 1 || c.Why == "" {
				t.Fatalf("%s: score %v, reason %q", c.ID, c.Score, c.Why)
			}
		}
	})
}

func BenchmarkLookup(b *testing.B) {
	r := registry(b)
	at := tocsin.MustDate("2020-08-20")
	for b.Loop() {
		r.Lookup("President Ibrahim Boubacar Keïta", at, "ML")
	}
}
