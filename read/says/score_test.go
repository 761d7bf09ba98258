package says_test

import (
	"flag"
	"fmt"
	"strings"
	"testing"

	"tocsin/internal/shared"
)

var every = flag.Int("every", 28, "measure every Nth text of PolNeAR train")

const polnear = "data/text/polnear/polnear_train_dev.tar.gz"

// TestScore holds exact-span F1 on a sample of PolNeAR train to a floor; -every
// 1 measures all of it. tocsin bench read measures the dev part. The texts are
// for measuring only and nothing of them ships.
func TestScore(t *testing.T) {
	golds := readPolNeAR(t, shared.Path(t, polnear), "train", func(string) bool { return true })
	var sample []goldText
	for i, g := range golds {
		if i%*every == 0 {
			sample = append(sample, g)
		}
	}
	score := scorePolNeAR(t, sample)
	t.Log("\n" + table(fmt.Sprintf("polnear train, every %d of %d", *every, len(golds)), score))
	for i, floor := range [3]float64{61, 61, 49} {
		if _, _, f := score[i].f1(); f < floor {
			t.Errorf("%s F1 is %.1f, below %.0f", roleNames[i], f, floor)
		}
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
