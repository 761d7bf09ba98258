package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"tocsin"
	"tocsin/internal/shared"
)

// checkPage runs check on the real page, as a user without a desk does.
func checkPage(t *testing.T, more ...string) []tocsin.Verdict {
	t.Helper()
	args := append([]string{"check", shared.Path(t, "reports/mali-coup-brief-2020-08.txt"), "--published", "2020-08-20",
		"--events", shared.Path(t, "data/events/ged211_prec12_global.csv.gz"),
		"--coups", shared.Path(t, "data/coups/cline_coup_2.1.2.csv"), "--format", "jsonl"}, more...)
	code, out, words := run(t, args...)
	if code != exitOK {
		t.Fatalf("check ends with %d: %s", code, words)
	}
	var list []tocsin.Verdict
	for line := range strings.Lines(out) {
		var v tocsin.Verdict
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			t.Fatal(err)
		}
		list = append(list, v)
	}
	return list
}

// TestPageVerdicts holds the page's claims to what the data says of them.
func TestPageVerdicts(t *testing.T) {
	list := checkPage(t, "--places", shared.Path(t, "data/places/geonames_ML.txt.gz"))
	for _, w := range []struct {
		form    tocsin.Form
		about   string // in the claim's text
		verdict string
		says    []string // in the sentence
	}{
		{tocsin.FormDistance, "200 miles", tocsin.Holds, []string{"294 km (183 miles)"}},
		{tocsin.FormWithin, "Yangasso", tocsin.Holds, []string{"Ségou"}},
		{tocsin.FormFirst, "Yangasso", tocsin.DoesNotHold, []string{"12.18", "2019-05-19", "99 km further south", "2017-06", "2017-10", "Ansar Dine", "2015-06-10"}},
		{tocsin.FormCount, "Yangasso", tocsin.CannotBeMeasured, []string{"49.5 km off on 2020-02-18", "50.1 km on 2020-08-10"}},
		{tocsin.FormChange, "tempo", tocsin.Partly, []string{"57 against 46", "1.24", "50 against 31", "13 against 15", "45 against 45", "57 against 64", "103 against 107", "810 against 582"}},
		{tocsin.FormDate, "January 2012", tocsin.DoesNotHold, []string{"2012-03-22"}},
		{tocsin.FormLast, "last coup in 2012", tocsin.Holds, nil},
	} {
		i := slices.IndexFunc(list, func(v tocsin.Verdict) bool {
			return v.Claim != nil && v.Claim.Form == w.form && strings.Contains(v.Text, w.about)
		})
		if i < 0 {
			t.Errorf("no verdict on the %s %q", w.form, w.about)
			continue
		}
		if list[i].Verdict != w.verdict {
			t.Errorf("%q: %s, want %s: %s", list[i].Text, list[i].Verdict, w.verdict, list[i].Sentence)
		}
		for _, s := range w.says {
			if !strings.Contains(list[i].Sentence, s) {
				t.Errorf("%q does not say %q: %s", list[i].Text, s, list[i].Sentence)
			}
		}
	}
	for _, v := range list {
		if v.Claim.Form == tocsin.FormChange && strings.Contains(v.Text, "tempo") && v.TurnsOn == "" {
			t.Error("the tempo verdict does not say on what it turns")
		}
	}
}

// TestPageWithoutPlaces: a village that no loaded gazetteer knows is not judged,
// and the verdict says what to import.
func TestPageWithoutPlaces(t *testing.T) {
	seen := 0
	for _, v := range checkPage(t) {
		if !strings.Contains(v.Text, "Yangasso") && !strings.Contains(v.Text, "200 miles") {
			continue
		}
		seen++
		if v.Verdict != tocsin.CannotBeMeasured || !strings.Contains(v.Reason, "place not found") || !strings.Contains(v.Reason+v.Sentence, "--places") {
			t.Errorf("%q: %s, %q", v.Text, v.Verdict, v.Reason)
		}
	}
	if seen < 3 {
		t.Errorf("%d verdicts on Yangasso, want at least 3", seen)
	}
}
