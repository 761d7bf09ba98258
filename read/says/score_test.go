package says_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tocsin/internal/shared"
)

var (
	update = flag.Bool("update", false, "measure all of PolNeAR train and write testdata/score.txt")
	dev    = flag.Bool("dev", false, "with -update, look at PolNeAR dev too; each look is to be logged in the file")
	every  = flag.Int("every", 28, "measure every Nth text of PolNeAR train")
)

const polnear = "data/text/polnear/polnear_train_dev.tar.gz"

// TestScore measures exact-span F1 on PolNeAR. Every test run holds a sample of
// the train part to a floor a little under the committed score; -update writes
// the whole. The texts are for measuring only and nothing of them ships.
func TestScore(t *testing.T) {
	file := shared.Path(t, polnear)
	n, step := 0, *every
	if *update {
		step = 1
	}
	keep := func(string) bool { n++; return true }
	golds := readPolNeAR(t, file, "train", keep)
	var sample []goldText
	for i, g := range golds {
		if i%step == 0 {
			sample = append(sample, g)
		}
	}
	score := scorePolNeAR(t, sample)
	report := table(fmt.Sprintf("polnear train, every %d of %d", step, len(golds)), score)
	t.Log("\n" + report)
	for i, floor := range [3]float64{40, 40, 25} {
		if _, _, f := score[i].f1(); f < floor {
			t.Errorf("%s F1 is %.1f, below %.0f", roleNames[i], f, floor)
		}
	}
	if !*update {
		return
	}
	out := filepath.Join("testdata", "score.txt")
	if *dev {
		report += table("polnear dev", scorePolNeAR(t, readPolNeAR(t, file, "dev", keep)))
	} else if old, err := os.ReadFile(out); err == nil {
		if _, tail, ok := strings.Cut(string(old), "polnear dev"); ok {
			report += "polnear dev" + tail
		}
	}
	if err := os.WriteFile(out, []byte(report), 0o644); err != nil {
		t.Fatal(err)
	}
}

// table writes one line a role.
func table(what string, score [3]tally) string {
	var b strings.Builder
	for i, c := range score {
		p, r, f := c.f1()
		fmt.Fprintf(&b, "%s, %s: exact F1 %.1f, P %.1f, R %.1f (%d right, %d found, %d gold)\n",
			what, roleNames[i], f, p, r, c.right, c.found, c.gold)
	}
	return b.String()
}
