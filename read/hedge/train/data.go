package main

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"tocsin/read/hedge"
	"tocsin/read/text"
)

// An example is one predicate with its gold label. A hundred sentences in a row
// share a fold, so that most texts lie in one.
type example struct {
	signs []string
	label float64
	fold  int
}

// read reads a file of sentences with labelled predicates.
func read(name string) ([]example, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var in io.Reader = f
	if strings.HasSuffix(name, ".gz") {
		if in, err = gzip.NewReader(f); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
	}
	var out []example
	sc := bufio.NewScanner(in)
	sc.Buffer(nil, 1<<24)
	for n := 1; sc.Scan(); n++ {
		var line struct {
			Text    string
			Targets []struct {
				Span1 [2]int
				Label float64
			}
		}
		if err := json.Unmarshal(sc.Bytes(), &line); err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		doc, err := text.Parse(context.Background(), line.Text)
		if err != nil {
			continue // refused as no English: nothing to learn
		}
		words := strings.Split(line.Text, " ")
		for _, t := range line.Targets {
			if t.Span1[1] < 1 || t.Span1[1] > len(words) {
				return nil, fmt.Errorf("%s:%d: span %v is outside the sentence", name, n, t.Span1)
			}
			at := 0
			for _, w := range words[:t.Span1[1]-1] {
				at += len(w) + 1
			}
			for s := range doc.Sentences {
				if tok := doc.Sentences[s].At(at); tok >= 0 {
					out = append(out, example{hedge.Signs(doc, s, tok), t.Label, n / 100 % folds})
				}
			}
		}
	}
	return out, sc.Err()
}

// write writes both scales, one sign a line, in the order of the alphabet.
func write(name string, scales [2]map[string]float64) error {
	all := map[string]bool{}
	for _, w := range scales {
		for sign := range w {
			all[sign] = true
		}
	}
	signs := make([]string, 0, len(all))
	for sign := range all {
		signs = append(signs, sign)
	}
	slices.Sort(signs)
	var b strings.Builder
	b.WriteString(head)
	for _, sign := range signs {
		fmt.Fprintf(&b, "%s %.2f %.2f\n", sign, scales[0][sign], scales[1][sign])
	}
	return os.WriteFile(name, []byte(b.String()), 0o644)
}

const head = `# What each sign adds to the factuality of a predicate. One sign a line:
#
#   SIGN COMMITTED HAPPENED
#
# SIGN is KIND:VALUE, as signs.go names it; an underscore stands for a blank.
# COMMITTED and HAPPENED are on scales from -3 to 3, see Scores. The sum of the
# weights of a predicate's signs is its score. The first column was learnt from
# UW train, the second from UDS-It-Happened-2 train, which is CC BY-SA 4.0 (see
# LICENSE.weights), by go run ./read/hedge/train.
`
