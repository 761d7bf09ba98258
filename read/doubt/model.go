package doubt

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"tocsin"
)

// A model has a weight for each feature, and one for all statements alike.
type model struct {
	bias    float64
	values  map[[2]string]float64 // of a name and its value
	numbers map[string]*stairs
}

// stairs are the weights of a number: of one below 0, and the sums of those of the
// steps up to each.
type stairs struct {
	below float64
	up    [len(steps) + 1]float64
}

// biasName stands for the bias in the file of weights.
const biasName = "(always)"

// parse reads lines of a weight, a tab and the name of a feature; "#" opens a comment.
func parse(s string) (*model, error) {
	m := &model{values: map[[2]string]float64{}, numbers: map[string]*stairs{}}
	seen := map[string]bool{}
	n := 0
	for line := range strings.Lines(s) {
		n++
		line = strings.TrimRight(line, "\n")
		if line == "" || line[0] == '#' {
			continue
		}
		num, name, ok := strings.Cut(line, "\t")
		w, err := strconv.ParseFloat(num, 64)
		if !ok || err != nil || seen[name] {
			return nil, &tocsin.Error{Code: tocsin.Invalid, Op: "doubt", Pos: tocsin.Pos{File: "weights.txt", Line: n},
				Hint: "write a weight, a tab and a feature, each feature once", Err: fmt.Errorf("not a weight: %q", line)}
		}
		if name == biasName {
			m.bias = w
			continue
		}
		seen[name] = true
		m.index(name, w)
	}
	return m, nil
}

// index files a weight under what a sum looks it up by.
func (m *model) index(name string, w float64) {
	if of, below := strings.CutSuffix(name, " below 0"); below {
		m.stair(of).below = w
		return
	}
	if of, bound, ok := cutLast(name, " over "); ok {
		k, err := strconv.Atoi(bound)
		if i := slices.Index(steps[:], k); err == nil && i >= 0 {
			for up := m.stair(of); i < len(steps); i++ {
				up.up[i+1] += w
			}
			return
		}
	}
	of, value, _ := strings.Cut(name, ": ")
	m.values[[2]string{of, value}] = w
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

func (m *model) stair(name string) *stairs {
	if m.numbers[name] == nil {
		m.numbers[name] = &stairs{}
	}
	return m.numbers[name]
}

// A sum adds up the weights of what is so.
type sum struct {
	m *model
	z float64
}

func (s *sum) is(name, value string) { s.z += s.m.values[[2]string{name, value}] }

func (s *sum) number(name string, n int) {
	st := s.m.numbers[name]
	if st == nil {
		return
	}
	if n < 0 {
		s.z += st.below
		return
	}
	i := 0
	for i < len(steps) && n > steps[i] {
		i++
	}
	s.z += st.up[i]
}

// Write is the file of weights that parse reads: to three decimals, in the order of the
// names, those of 0 left out.
func Write(bias float64, weights map[string]float64) string {
	var b strings.Builder
	b.WriteString("# Weights of read/doubt, made by read/doubt/train; see the package's doc comment.\n")
	fmt.Fprintf(&b, "%.3f\t%s\n", bias, biasName)
	for _, name := range slices.Sorted(maps.Keys(weights)) {
		if w := strconv.FormatFloat(weights[name], 'f', 3, 64); w != "0.000" && w != "-0.000" {
			fmt.Fprintf(&b, "%s\t%s\n", w, name)
		}
	}
	return b.String()
}
