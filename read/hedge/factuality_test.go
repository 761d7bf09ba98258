package hedge_test

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tocsin/internal/shared"
	"tocsin/read/hedge"
	"tocsin/read/text"
)

var (
	update = flag.Bool("update", false, "measure all of the train parts and write testdata/score.txt")
	dev    = flag.Bool("dev", false, "with -update, look at the dev parts too; each look is to be logged in the file")
)

// corpora are the two factuality sets and the floor of Pearson's r on train.
var corpora = []struct {
	name, train, dev string
	floor            float64
}{
	{"UW", "data/text/factuality/UW/train.jsonl.gz", "data/text/factuality/UW/dev.jsonl.gz", 0.60},
	{"UDS-IH2", "data/text/factuality/UDS_IH2/train.jsonl.gz", "data/text/factuality/UDS_IH2/dev.jsonl.gz", 0.45},
}

// A goldSentence is one line of a factuality file.
type goldSentence struct {
	Text    string `json:"text"`
	Targets []struct {
		Span  [2]int  `json:"span1"` // tokens parted by blanks
		Label float64 `json:"label"` // in [-3, 3]
	} `json:"targets"`
}

// TestScore measures Pearson's r and the mean absolute error of Score. Every
// test run holds one sentence in ten of the train parts to a floor; -update
// writes the whole.
func TestScore(t *testing.T) {
	var report strings.Builder
	for _, c := range corpora {
		step := 10
		if *update {
			step = 1
		}
		line, r := score(t, shared.Path(t, c.train), step)
		t.Logf("%s train, every %d: %s", c.name, step, line)
		if r < c.floor {
			t.Errorf("%s: r is %.3f, below %.2f", c.name, r, c.floor)
		}
		fmt.Fprintf(&report, "%s train: %s\n", c.name, line)
	}
	if !*update {
		return
	}
	out := filepath.Join("testdata", "score.txt")
	if *dev {
		for _, c := range corpora {
			line, _ := score(t, shared.Path(t, c.dev), 1)
			fmt.Fprintf(&report, "%s dev: %s\n", c.name, line)
		}
	} else if old, err := os.ReadFile(out); err == nil {
		for _, line := range strings.SplitAfter(string(old), "\n") {
			if strings.Contains(line, "dev") {
				report.WriteString(line)
			}
		}
	}
	if err := os.WriteFile(out, []byte(report.String()), 0o644); err != nil {
		t.Fatal(err)
	}
}

// score reads every step-th sentence of a file.
func score(tb testing.TB, file string, step int) (line string, r float64) {
	tb.Helper()
	f, err := os.Open(file)
	if err != nil {
		tb.Fatal(err)
	}
	defer f.Close()
	zr, err := gzip.NewReader(f)
	if err != nil {
		tb.Fatal(err)
	}
	var x, y []float64
	sc := bufio.NewScanner(zr)
	sc.Buffer(nil, 1<<24)
	for n := 0; sc.Scan(); n++ {
		if n%step != 0 {
			continue
		}
		var g goldSentence
		if err := json.Unmarshal(sc.Bytes(), &g); err != nil {
			tb.Fatal(err)
		}
		got := predict(tb, g)
		for i, target := range g.Targets {
			x, y = append(x, got[i]), append(y, target.Label)
		}
	}
	r, mae := pearson(x, y)
	return fmt.Sprintf("Pearson r %.3f, MAE %.3f, %d predicates", r, mae, len(x)), r
}

// predict scores the predicates of one sentence. Where the text is refused as a
// language it is not, the answer is that of a plain assertion.
func predict(tb testing.TB, g goldSentence) []float64 {
	tb.Helper()
	out := make([]float64, len(g.Targets))
	words := strings.Split(g.Text, " ")
	starts := make([]int, len(words))
	for i := 1; i < len(words); i++ {
		starts[i] = starts[i-1] + len(words[i-1]) + 1
	}
	doc, err := text.Parse(context.Background(), g.Text)
	for i, target := range g.Targets {
		out[i] = hedge.Score(hedge.Reading{Inner: "certain"})
		if err != nil {
			continue
		}
		at := starts[target.Span[1]-1]
		for s := range doc.Sentences {
			if tok := doc.Sentences[s].At(at); tok >= 0 {
				out[i] = hedge.Score(hedge.Assess(doc, s, tok, false))
			}
		}
	}
	return out
}

// pearson is the correlation, and the mean absolute error, of two lists.
func pearson(x, y []float64) (r, mae float64) {
	n := float64(len(x))
	var sx, sy, sxx, syy, sxy float64
	for i := range x {
		sx, sy = sx+x[i], sy+y[i]
		sxx, syy, sxy = sxx+x[i]*x[i], syy+y[i]*y[i], sxy+x[i]*y[i]
		mae += math.Abs(x[i]-y[i]) / n
	}
	return (n*sxy - sx*sy) / math.Sqrt((n*sxx-sx*sx)*(n*syy-sy*sy)), mae
}
