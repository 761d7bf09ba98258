package score_test

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tocsin/internal/shared"
	"tocsin/read/score"
)

const scoreFile = "../testdata/score.txt"

// scored is what 'make score' scores.
func scored(tb testing.TB) score.Request {
	tb.Helper()
	in := func(names ...string) []string {
		for i := range names {
			names[i] = shared.Path(tb, data+names[i])
		}
		return names
	}
	return score.Request{
		MUC4: in("muc4/tst3.jsonl"),
		System: in("muc4/system_gtt2021_tst3.jsonl", "muc4/system_ge1992_tst3.jsonl", "muc4/system_umass1992_tst3.jsonl",
			"muc4/system_sri1992_tst3.jsonl"),
		PolNeAR:    in("polnear/polnear_train_dev.tar.gz"),
		Part:       "dev",
		Factuality: in("factuality/UW/dev.conll.gz", "factuality/UDS_IH2/dev.conll.gz"),
		Geo:        in("geo/lgl.xml.gz", "geo/gwn.xml.gz"),
		GeoSystem:  in("geo/lgl_system_edin.txt.gz", "geo/lgl_system_cliff.txt.gz", "geo/lgl_system_clavin.txt.gz"),
		VerbPlace:  in("event-location/labeled.jsonl.gz"),
		Trees: in("ud/en_ewt-ud-dev.conllu.gz", "ud/en_ewt-ud-test.conllu.gz", "ud/en_gum-ud-test.eval-only.conllu.gz",
			"ud/en_pud-ud-test.conllu.gz"),
		Times:   in("time_tempeval3.tar.gz"),
		Names:   in("ner/en_ewt-ud-test.iob2", "ner/wikigold/CONLL-format/data/wikigold.conll.txt"),
		Cases:   []string{"../testdata/cases"},
		Careful: true,
	}
}

// TestScoreFile scores the reader again and holds the lines to the committed
// file, apart from the slow ones: verbs with their places, LGL (GeoWebNews stands
// for it), names, the vote of parsers and all treebanks but one. It names a stale line and keeps its new value to itself: a test that
// fails must not be a look at a held set.
func TestScoreFile(t *testing.T) {
	raw, err := os.ReadFile(scoreFile)
	if err != nil {
		t.Fatal(err)
	}
	r := scored(t)
	board := score.Board{Command: r.Command()}
	if head, _, _ := strings.Cut(board.String(), "\n\n"); !strings.HasPrefix(string(raw), head) {
		t.Errorf("%s was written by another command than %s", filepath.Base(scoreFile), r.Command())
	}
	r.VerbPlace, r.Careful, r.GeoSystem = nil, false, nil
	r.Geo, r.Trees, r.Names = r.Geo[1:], r.Trees[1:2], nil
	list, err := score.Run(context.Background(), r)
	if err != nil {
		t.Fatal(err)
	}
	if len(list) < 50 {
		t.Errorf("only %d metrics", len(list))
	}
	if old := stale(string(raw), list); len(old) > 0 {
		t.Errorf("%s is stale: log the look in read/testdata/looks.txt and run 'make score'. No longer so:\n%s",
			filepath.Base(scoreFile), strings.Join(old, "\n"))
	}
}

// stale lists the metrics whose line a score file does not have.
func stale(file string, list []score.Metric) []string {
	have := map[string]bool{}
	for line := range strings.Lines(file) {
		have[strings.TrimSuffix(strings.TrimSpace(line), "  [held]")] = true
	}
	var out []string
	for _, m := range list {
		if !have[m.String()] {
			out = append(out, m.Key())
		}
	}
	return out
}

// TestStaleSeesAChange shows that the comparison can fail, in the value and in
// the counts alone.
func TestStaleSeesAChange(t *testing.T) {
	m := score.Metric{Kind: "muc4", Set: "kivu.jsonl", Name: "micro-F1", Value: 50.1, Note: "P 50.10 R 50.10 (1/2, 1/2)", Held: true}
	b := score.Board{Command: "tocsin bench read --muc4 kivu.jsonl", Metrics: []score.Metric{m}, Anchors: []score.Anchor{
		{What: "held", Key: "muc4 kivu.jsonl"}, {What: "floor", Key: m.Key(), Value: 60, Shown: "60", From: "asked for"}}}
	file := b.String()
	if got := stale(file, []score.Metric{m}); got != nil {
		t.Errorf("fresh, and %v said to be stale", got)
	}
	value, note := m, m
	value.Value = 50.2
	note.Note = "P 50.10 R 50.10 (2/4, 2/4)"
	if got := stale(file, []score.Metric{value, note}); len(got) != 2 {
		t.Errorf("two changes, and %v said to be stale", got)
	}
	for _, want := range []string{"[held]", "    floor 60: asked for", "muc4 kivu.jsonl micro-F1 is 50.10, below the floor of 60"} {
		if !strings.Contains(file, want) {
			t.Errorf("%q is not in\n%s", want, file)
		}
	}
}
