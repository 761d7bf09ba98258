package tocsin_test

import (
	"testing"
	"time"

	"tocsin"
)

// TestTLP: a marking is read as people write it, and RED is the strictest.
func TestTLP(t *testing.T) {
	for in, want := range map[string]string{"red": "RED", "TLP:AMBER+STRICT": "AMBER+STRICT", " tlp:green ": "GREEN", "white": "CLEAR", "CLEAR": "CLEAR"} {
		if got, err := tocsin.ParseTLP(in); err != nil || got != want {
			t.Errorf("ParseTLP(%q) = %q, %v, want %q", in, got, err, want)
		}
	}
	for _, in := range []string{"", "purple", "TLP:"} {
		if got, err := tocsin.ParseTLP(in); err == nil {
			t.Errorf("ParseTLP(%q) = %q, want an error", in, got)
		}
	}
	order := append([]string{""}, tocsin.TLPs...)
	for i, a := range order {
		for j, b := range order {
			if got := tocsin.Stricter(a, b); got != (i > j) {
				t.Errorf("Stricter(%q, %q) = %t", a, b, got)
			}
		}
	}
}

// TestJudgementsHaveNames: every field of a judgement is in its id, the time too,
// so that the same thing said again later is another record.
func TestJudgementsHaveNames(t *testing.T) {
	noon := time.Date(2026, 11, 23, 12, 0, 0, 0, time.UTC)
	fix := &tocsin.Statement{V: 1, Kind: tocsin.KindEvent, Act: "retreat"}
	reviews := []tocsin.Review{{Statement: "st_1", Verdict: "accept", By: "ada", Why: "read it", Recorded: noon}}
	for _, change := range []func(*tocsin.Review){
		func(r *tocsin.Review) { r.Statement = "st_2" }, func(r *tocsin.Review) { r.Verdict = "reject" }, func(r *tocsin.Review) { r.By = "ben" },
		func(r *tocsin.Review) { r.Why = "" }, func(r *tocsin.Review) { r.Recorded = noon.Add(1) }, func(r *tocsin.Review) { r.Correction = fix },
	} {
		r := reviews[0]
		change(&r)
		reviews = append(reviews, r)
	}
	seen := map[string]bool{}
	for i := range reviews {
		id := reviews[i].ComputeID()
		if seen[id] {
			t.Errorf("review %d has the id of another", i)
		}
		seen[id] = true
	}
	g := tocsin.Grade{Of: "Radio Alder", Grade: "B", By: "ada", Recorded: noon}
	later := g
	later.From = tocsin.MustDate("2026-01-01")
	if g.ComputeID() == later.ComputeID() {
		t.Error("a grade's day is not in its id")
	}
	elsewhere := g
	elsewhere.Recorded = noon.In(time.FixedZone("CET", 3600))
	if g.ComputeID() != elsewhere.ComputeID() {
		t.Error("the id depends on the zone in which a time is written")
	}
}
