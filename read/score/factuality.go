package score

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"

	"tocsin/read/hedge"
	"tocsin/read/text"
)

// A Scale is the question that the annotators of a factuality set answered.
type Scale int

// The scales. The forms of the sets tell them apart: UW is published in 7
// columns, UDS-It-Happened-2 in 12.
const (
	Committed Scale = iota // what the author commits to (UW)
	Happened               // whether it happened (UDS-It-Happened-2)
)

// A Predicate is a run of words [From, To) with the gold value in [-3, 3].
type Predicate struct {
	From, To int
	Value    float64
}

// A Factual is one sentence, its words, and its predicates.
type Factual struct {
	Words      []string
	Predicates []Predicate
}

// ParseFactuality reads sentences in CoNLL with 7 columns (the value in the
// third) or 12 (values in the third and fourth, of which the third is that of the
// published JSON lines), or in JSON lines of text and targets. Sentences without
// a predicate are left out.
func ParseFactuality(name string, raw []byte) ([]Factual, Scale, error) {
	first := bytes.TrimLeft(raw, "\ufeff \t\r\n")
	var out []Factual
	var scale Scale
	var err error
	if bytes.HasPrefix(first, []byte("{")) {
		out, err = factualityJSON(name, raw)
	} else {
		out, scale, err = factualityCoNLL(name, raw)
	}
	if err == nil && len(out) == 0 {
		err = broken(name, 0, "", "give CoNLL with 7 or 12 columns, or JSON lines with text and targets", "holds no predicate with a value")
	}
	return out, scale, err
}

func factualityCoNLL(name string, raw []byte) (out []Factual, scale Scale, err error) {
	var s Factual
	width := 0
	end := func() {
		if len(s.Predicates) > 0 {
			out = append(out, s)
		}
		s = Factual{}
	}
	for n, line := range lines(raw) {
		if len(bytes.TrimSpace(line)) == 0 {
			end()
			continue
		}
		f := strings.Split(string(line), "\t")
		if width == 0 {
			width = len(f)
		}
		if len(f) != width || width != 7 && width != 12 {
			return nil, 0, broken(name, n+1, "", "give 7 columns (UW) or 12 (UDS-It-Happened-2), parted by tabs, in every line", "has %d columns", len(f))
		}
		if f[2] != "_" {
			v, bad := value(f[2])
			if bad != "" {
				return nil, 0, broken(name, n+1, "value", "write a number from -3 to 3, or _ for no predicate", "%s", bad)
			}
			s.Predicates = append(s.Predicates, Predicate{len(s.Words), len(s.Words) + 1, v})
		}
		s.Words = append(s.Words, f[1])
	}
	end()
	if width == 12 {
		scale = Happened
	}
	return out, scale, nil
}

func value(s string) (v float64, bad string) {
	v, err := strconv.ParseFloat(s, 64)
	switch {
	case err != nil:
		return 0, fmt.Sprintf("%q is no number", s)
	case !(v >= -3 && v <= 3): // NaN too
		return 0, s + " is outside [-3, 3]"
	}
	return v, ""
}

func factualityJSON(name string, raw []byte) ([]Factual, error) {
	var out []Factual
	for n, line := range lines(raw) {
		if len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var j struct {
			Text    *string `json:"text"`
			Targets []struct {
				Span  []int    `json:"span1"`
				Label *float64 `json:"label"`
			} `json:"targets"`
		}
		if err := json.Unmarshal(line, &j); err != nil {
			return nil, notJSON(name, n+1, err)
		}
		if j.Text == nil {
			return nil, broken(name, n+1, "text", "give each line its sentence, words parted by blanks", "is missing")
		}
		s := Factual{Words: strings.Split(*j.Text, " ")}
		for i, t := range j.Targets {
			field := fmt.Sprintf("targets[%d]", i)
			if len(t.Span) != 2 || t.Span[0] < 0 || t.Span[1] <= t.Span[0] || t.Span[1] > len(s.Words) {
				return nil, broken(name, n+1, field+".span1", "give the words [from, to) of the predicate", "%v is no run of the %d words", t.Span, len(s.Words))
			}
			if t.Label == nil || !(*t.Label >= -3 && *t.Label <= 3) {
				return nil, broken(name, n+1, field+".label", "give a number from -3 to 3", "is missing or outside [-3, 3]")
			}
			s.Predicates = append(s.Predicates, Predicate{t.Span[0], t.Span[1], *t.Label})
		}
		if len(s.Predicates) > 0 {
			out = append(out, s)
		}
	}
	return out, nil
}

// ScoreFactuality is Pearson's r and the mean absolute error over the
// predicates, on the scale given, with the trivial answer (all certainly
// happened) beside it.
func ScoreFactuality(ctx context.Context, set string, golds []Factual, scale Scale) ([]Metric, error) {
	answers, err := each(ctx, len(golds), func(i int) ([]float64, error) { return factuality(ctx, golds[i], scale) })
	if err != nil {
		return nil, err
	}
	var x, y []float64
	for k, g := range golds {
		for i, p := range g.Predicates {
			x, y = append(x, answers[k][i]), append(y, p.Value)
		}
	}
	r, ok := pearson(x, y)
	if !ok {
		return nil, broken(set, 0, "", "give a set in which the values differ", "all values are the same: a correlation cannot be had")
	}
	trivial := 0.0
	for _, v := range y {
		trivial += math.Abs(3-v) / float64(len(y))
	}
	out := classes(set, x, y)
	note := fmt.Sprintf("%d predicates in %d sentences", len(x), len(golds))
	return append([]Metric{
		{Kind: "factuality", Set: set, Name: "r", Value: r, Unit: Share, Note: note},
		{Kind: "factuality", Set: set, Name: "MAE", Value: mae(x, y), Unit: Share, Note: fmt.Sprintf("all +3: %.3f", trivial)},
	}, out...), nil
}

// classes are the mean absolute errors over what the gold denies, leaves open and
// affirms: most of every set is affirmed, and hides the rest in a mean.
func classes(set string, x, y []float64) []Metric {
	var out []Metric
	for _, c := range []struct {
		name, span string
		in         func(v float64) bool
	}{
		{"denied", "[-3, -1)", func(v float64) bool { return v < -1 }},
		{"uncommitted", "[-1, 1]", func(v float64) bool { return v >= -1 && v <= 1 }},
		{"affirmed", "(1, 3]", func(v float64) bool { return v > 1 }},
	} {
		var cx, cy []float64
		for i, v := range y {
			if c.in(v) {
				cx, cy = append(cx, x[i]), append(cy, v)
			}
		}
		if len(cx) > 0 {
			out = append(out, Metric{Kind: "factuality", Set: set, Name: "MAE-of-" + c.name, Value: mae(cx, cy), Unit: Share,
				Note: fmt.Sprintf("%d predicates with gold in %s", len(cx), c.span)})
		}
	}
	return out
}

// factuality scores the predicates of one sentence, each asked of the token at
// the start of its last word. Where the sentence is refused the answer is that of
// a plain assertion.
func factuality(ctx context.Context, g Factual, scale Scale) ([]float64, error) {
	const plain = 3
	out := make([]float64, len(g.Predicates))
	starts := make([]int, len(g.Words))
	for i := 1; i < len(g.Words); i++ {
		starts[i] = starts[i-1] + len(g.Words[i-1]) + 1
	}
	doc, err := text.Parse(ctx, strings.Join(g.Words, " "))
	if refusal(err) != nil {
		return nil, err
	}
	for i, p := range g.Predicates {
		out[i] = plain
		for s := 0; doc != nil && s < len(doc.Sentences); s++ {
			if tok := doc.Sentences[s].At(starts[p.To-1]); tok >= 0 {
				got := hedge.Factuality(doc, s, tok)
				if out[i] = got.Committed; scale == Happened {
					out[i] = got.Happened
				}
			}
		}
	}
	return out, nil
}

// pearson is the correlation of two lists; there is none where one is constant.
func pearson(x, y []float64) (r float64, ok bool) {
	n := float64(len(x))
	if n == 0 {
		return 0, false
	}
	var mx, my float64
	for i := range x {
		mx, my = mx+x[i]/n, my+y[i]/n
	}
	var sxx, syy, sxy float64
	for i := range x {
		dx, dy := x[i]-mx, y[i]-my
		sxx, syy, sxy = sxx+dx*dx, syy+dy*dy, sxy+dx*dy
	}
	if sxx == 0 || syy == 0 {
		return 0, false
	}
	return sxy / math.Sqrt(sxx*syy), true
}

func mae(x, y []float64) float64 {
	sum := 0.0
	for i := range x {
		sum += math.Abs(x[i] - y[i])
	}
	return sum / float64(max(len(x), 1))
}
