package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tocsin/gazetteer"
	"tocsin/internal/shared"
	"tocsin/read/where"
)

// From a handful of choices the weights learn what they have in common.
func TestFit(t *testing.T) {
	near := where.Choice{Index: 0, Features: []string{"near"}}
	far := where.Choice{Index: 1, Features: []string{"far"}}
	none := where.Choice{Index: -1, Features: []string{"none"}}
	var list []example
	for range 20 {
		list = append(list, example{[]where.Choice{none, near, far}, []bool{false, true, false}}, example{[]where.Choice{none, far}, []bool{true, false}})
	}
	w := fit(list)
	if !(w["near"] > w["none"] && w["none"] > w["far"]) {
		t.Errorf("%v", w)
	}
	if got := score(list, w); !strings.HasPrefix(got, "with a place 20/20") {
		t.Error(got)
	}
}

func TestReadSentences(t *testing.T) {
	file := filepath.Join(t.TempDir(), "verbs.jsonl")
	const lines = `{"text": "Élite troops shot two men in Goma.", "spans": [{"start": 13, "end": 17, "label": "VERB"}, {"start": 29, "end": 33, "label": "LOCATION"}, {"start": 3, "end": 3, "label": "LOCATION"}]}

{"text": "No verb.", "spans": []}
`
	if err := os.WriteFile(file, []byte(lines), 0o644); err != nil {
		t.Fatal(err)
	}
	rows, err := readSentences(file)
	if err != nil || len(rows) != 1 || rows[0].Verb.In(rows[0].Text) != "shot" || len(rows[0].Places) != 1 || rows[0].Places[0].In(rows[0].Text) != "Goma" {
		t.Fatalf("%+v, %v", rows, err)
	}
	if err := os.WriteFile(file, []byte(lines+"{"), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := readSentences(file); err == nil || !strings.Contains(err.Error(), "verbs.jsonl:4:") {
		t.Errorf("a broken line gives %v", err)
	}
}

// TestVerbPlace measures where.Of on the half its weights have not seen: the
// share of verbs with a labelled place for which a place is chosen that overlaps
// it. It takes every fourth sentence of them; TOCSIN_ALL=1 takes them all.
func TestVerbPlace(t *testing.T) {
	rows, err := readSentences(shared.Path(t, "data/text/event-location/labeled.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	g, err := gazetteer.World()
	if err != nil {
		t.Fatal(err)
	}
	var with, right, without, none int
	for i, r := range rows {
		if r.odd() || i%4 != 0 && os.Getenv("TOCSIN_ALL") == "" {
			continue
		}
		ok, err := r.right(t.Context(), g)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		if ok {
			n = 1
		}
		if len(r.Places) > 0 {
			with, right = with+1, right+n
		} else {
			without, none = without+1, none+n
		}
	}
	share := float64(right) / float64(with)
	t.Logf("with a place %d/%d = %.3f; without %d/%d; all %.3f", right, with, share, none, without, float64(right+none)/float64(with+without))
	if share < 0.62 {
		t.Errorf("%.3f of the places are right, want .62", share)
	}
}
