package hedge_test

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"math"
	"os"
	"strings"
	"testing"

	"tocsin/internal/shared"
	"tocsin/read/hedge"
	"tocsin/read/text"
)

// corpora are the two factuality sets, the scale that answers their question,
// and what is held on train: Pearson's r at least, mean absolute error at most.
var corpora = []struct {
	name, train string
	scale       func(hedge.Scores) float64
	floor, most float64
}{
	{"UW", "data/text/factuality/UW/train.jsonl.gz", func(s hedge.Scores) float64 { return s.Committed }, 0.72, 0.48},
	{"UDS-IH2", "data/text/factuality/UDS_IH2/train.jsonl.gz", func(s hedge.Scores) float64 { return s.Happened }, 0.70, 1.15},
}

// A goldSentence is one line of a factuality file.
type goldSentence struct {
	Text    string `json:"text"`
	Targets []struct {
		Span  [2]int  `json:"span1"` // tokens parted by blanks
		Label float64 `json:"label"` // in [-3, 3]
	} `json:"targets"`
}

// TestScore holds the weights to a floor: one sentence in ten of the train parts,
// which they were learnt from, so that it guards against breakage and promises
// nothing. What they do on unseen sentences, the training command prints and
// tocsin bench read measures.
func TestScore(t *testing.T) {
	for _, c := range corpora {
		r, mae, n := score(t, shared.Path(t, c.train), c.scale)
		t.Logf("%s train, every 10: Pearson r %.3f, MAE %.3f, %d predicates", c.name, r, mae, n)
		if r < c.floor || mae > c.most {
			t.Errorf("%s: r is %.3f and MAE %.3f, want at least %.2f and at most %.2f", c.name, r, mae, c.floor, c.most)
		}
	}
}

// score reads every tenth sentence of a file.
func score(tb testing.TB, file string, scale func(hedge.Scores) float64) (r, mae float64, n int) {
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
		if n%10 != 0 {
			continue
		}
		var g goldSentence
		if err := json.Unmarshal(sc.Bytes(), &g); err != nil {
			tb.Fatal(err)
		}
		got := predict(tb, g, scale)
		for i, target := range g.Targets {
			x, y = append(x, got[i]), append(y, target.Label)
		}
	}
	r, mae = pearson(x, y)
	return r, mae, len(x)
}

// predict scores the predicates of one sentence. Where the text is refused as a
// language it is not, the answer is that it happened.
func predict(tb testing.TB, g goldSentence, scale func(hedge.Scores) float64) []float64 {
	tb.Helper()
	out := make([]float64, len(g.Targets))
	words := strings.Split(g.Text, " ")
	starts := make([]int, len(words))
	for i := 1; i < len(words); i++ {
		starts[i] = starts[i-1] + len(words[i-1]) + 1
	}
	doc, err := text.Parse(context.Background(), g.Text)
	for i, target := range g.Targets {
		out[i] = 3
		if err != nil {
			continue
		}
		at := starts[target.Span[1]-1]
		for s := range doc.Sentences {
			if tok := doc.Sentences[s].At(at); tok >= 0 {
				out[i] = scale(hedge.Factuality(doc, s, tok))
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
