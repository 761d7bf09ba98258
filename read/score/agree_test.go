package score_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"tocsin/read/score"
)

// TestTimesAgree: a value of TimeML against what the reader makes of the words,
// published on Monday, 10 May 2021.
func TestTimesAgree(t *testing.T) {
	for _, c := range []struct {
		before, words, after, value string
		right                       bool
	}{
		{"The market of Gao closed on ", "May 8, 2021", ".", "2021-05-08", true},
		{"The market of Gao closed on ", "May 8, 2021", ".", "2021-05-09", false},
		{"The market of Gao closed on ", "Saturday", ".", "2021-05-08", true},
		{"The market of Gao closed ", "yesterday", ".", "2021-05-09T14:00", true},
		{"The market of Gao closed in ", "April 2021", ".", "2021-04", true},
		{"The market of Gao closed in ", "April 2021", ".", "2021", false},
		{"The market of Gao closed in ", "2019", ".", "2019", true},
		{"The market of Gao was closed for ", "three years", ".", "P3Y", true},
		{"The market of Gao was closed for ", "three years", ".", "P3M", false},
	} {
		raw := fmt.Sprintf(`<DCT><TIMEX3 value="2021-05-10">x</TIMEX3></DCT><TEXT>%s<TIMEX3 type="DATE" value="%s">%s</TIMEX3>%s</TEXT>`, c.before, c.value, c.words, c.after)
		docs, err := score.ParseTimes("set", []score.File{{Name: "a.tml", Data: []byte(raw)}})
		if err != nil {
			t.Fatal(err)
		}
		m, err := score.ScoreTimes(context.Background(), "set", docs)
		if err != nil {
			t.Fatal(err)
		}
		if m[0].Value != 100 {
			t.Errorf("%q is not found: %v", c.words, m[0])
		}
		if right := m[1].Value == 100; right != c.right {
			t.Errorf("%q as %s: %v", c.words, c.value, m[1])
		}
	}
}

// TestSpansWithoutBlanks: gold that is cut where only a blank stands is the same
// span; gold that is cut around a word is not.
func TestSpansWithoutBlanks(t *testing.T) {
	const text = "The mayor said that the market was closed."
	for _, c := range []struct {
		content string
		right   int
	}{{"15 41", 1}, {"15 30;31 41", 1}, {"31 41;15 30", 1}, {"15 19;31 41", 0}, {"19 41", 0}} {
		ann := "T1\tSource 0 9\tThe mayor\nT2\tCue 10 14\tsaid\nT3\tContent " + c.content + "\tx\nE1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n"
		gold, err := score.ParsePolNeAR("set", []score.File{{Name: "a.txt", Data: []byte(text)}, {Name: "a.ann", Data: []byte(ann)}})
		if err != nil {
			t.Fatal(err)
		}
		m, err := score.ScorePolNeAR(context.Background(), "set", gold)
		if err != nil {
			t.Fatal(err)
		}
		if want := fmt.Sprintf("(%d/1, %[1]d/1)", c.right); m[1].Value != 100 || !strings.Contains(m[2].Note, want) {
			t.Errorf("content %q: cue %v, content %v, want %s", c.content, m[1], m[2], want)
		}
	}
}

// TestFactualityAgree: Pearson's r and the mean absolute error do not depend on
// the order of the sentences, and a set in which all is the same has no r.
func TestFactualityAgree(t *testing.T) {
	conll := func(value string, words ...string) string {
		var b strings.Builder
		for i, w := range words {
			v := "_"
			if i == len(words)-1 {
				v = value
			}
			fmt.Fprintf(&b, "%d\t%s\t%s\tX\t0\tdep\t%s\n", i, w, v, w)
		}
		return b.String() + "\n"
	}
	yes, no := conll("3.0", "The", "soldiers", "left"), conll("-2.5", "The", "soldiers", "never", "left")
	maybe := conll("0.5", "The", "soldiers", "may", "leave")
	var lines []string
	for _, file := range []string{yes + no + maybe, maybe + yes + no} {
		gold, scale, err := score.ParseFactuality("f", []byte(file))
		if err != nil || scale != score.Committed {
			t.Fatalf("scale %v, %v", scale, err)
		}
		m, err := score.ScoreFactuality(context.Background(), "set", gold, scale)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, m[0].Number()+" "+m[1].Number())
		if m[0].Value < 0.5 {
			t.Errorf("left, never left and may leave: %v", m[0])
		}
	}
	if lines[0] != lines[1] {
		t.Errorf("in two orders: %v", lines)
	}
	gold, _, err := score.ParseFactuality("f", []byte(yes+yes))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := score.ScoreFactuality(context.Background(), "set", gold, score.Committed); err == nil || !strings.Contains(err.Error(), "a correlation cannot be had") {
		t.Errorf("all alike: %v", err)
	}
}
