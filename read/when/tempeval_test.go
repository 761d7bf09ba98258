package when_test

import (
	"testing"

	"tocsin/internal/shared"
	"tocsin/read/score"
	"tocsin/read/text"
	"tocsin/read/when"
)

// TestTempEval measures on TimeBank and AQUAINT (TempEval-3): how many of their
// dates, durations and sets are found, a shared byte being enough, and how many
// of all have the right value. Times of the day count by their day. The corpus
// marks "current", "the quarter" and "soon", which we leave out, and gives a
// value to "recent months" and "last week" in several ways. It is measured on
// tokens alone, which takes a tenth of the time; with tags and trees the values
// of one in a hundred more are right.
func TestTempEval(t *testing.T) {
	files, err := score.Open(shared.Path(t, "data/text/time_tempeval3.tar.gz"))
	if err != nil {
		t.Fatal(err)
	}
	docs, err := score.ParseTimes("time_tempeval3", files)
	if err != nil {
		t.Fatal(err)
	}
	gold, system, found, right := 0, 0, 0, 0
	for _, d := range docs {
		var got []when.Found
		for _, f := range when.Find(text.Tokenize(d.Text), d.Published) {
			if f.Kind != when.Anchor {
				got = append(got, f)
			}
		}
		gold, system = gold+len(d.Times), system+len(got)
		n, ok := score.MatchTimes(d, got)
		found, right = found+n, right+ok
	}
	f1 := func(n int) float64 { return 2 * float64(n) / float64(gold+system) }
	t.Logf("%d times of the corpus, %d found by us: F1 %.3f, with the right value %.3f", gold, system, f1(found), f1(right))
	if gold < 1800 || f1(found) < 0.87 || f1(right) < 0.725 {
		t.Errorf("fell below F1 0.87 or value F1 0.725 on %d times", gold)
	}
}
