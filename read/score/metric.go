package score

import (
	"fmt"
	"strconv"
	"strings"
)

// A Metric is one number of one set, and one line of a scoreboard.
type Metric struct {
	Kind  string  // "muc4", "polnear", "factuality", "geo", "verb-place", "parse", "times", "names", "cases"
	Set   string  // the file, and the part of it or the system that is scored
	Name  string  // "micro-F1"
	Value float64 // in the unit that the published figures use: per cent, or a share
	Unit  Unit
	Note  string // precision, recall and counts
	Held  bool   // of a part on which nothing may be chosen
}

// Unit says how a value is written.
type Unit int

// The units of values.
const (
	Percent Unit = iota // two decimals
	Share               // three decimals: shares, correlations, errors
)

// Key names the metric without its value.
func (m Metric) Key() string { return m.Kind + " " + m.Set + " " + m.Name }

// Number writes the value.
func (m Metric) Number() string {
	if m.Unit == Share {
		return strconv.FormatFloat(m.Value, 'f', 3, 64)
	}
	return strconv.FormatFloat(m.Value, 'f', 2, 64)
}

// String writes the line.
func (m Metric) String() string {
	s := m.Key() + " " + m.Number()
	if m.Note != "" {
		s += "  " + m.Note
	}
	return s
}

// A Tally counts what precision and recall are made of. Their numerators may
// differ: two found things may be the same gold one.
type Tally struct{ RightFound, Found, RightGold, Gold int }

// Add adds another tally.
func (t *Tally) Add(o Tally) {
	t.RightFound += o.RightFound
	t.Found += o.Found
	t.RightGold += o.RightGold
	t.Gold += o.Gold
}

// one counts n right of both sides.
func (t *Tally) one(right, found, gold int) {
	t.Add(Tally{right, found, right, gold})
}

// P is the precision, 0 where nothing was found.
func (t Tally) P() float64 { return ratio(t.RightFound, t.Found) }

// R is the recall, 0 where there is no gold.
func (t Tally) R() float64 { return ratio(t.RightGold, t.Gold) }

// F1 is the harmonic mean of both, 0 where both are 0.
func (t Tally) F1() float64 {
	p, r := t.P(), t.R()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// f1 makes the metric of a tally in per cent.
func (t Tally) f1(kind, set, name string) Metric {
	return Metric{Kind: kind, Set: set, Name: name, Value: 100 * t.F1(), Note: t.note()}
}

func (t Tally) note() string {
	return fmt.Sprintf("P %.2f R %.2f (%d/%d, %d/%d)", 100*t.P(), 100*t.R(), t.RightFound, t.Found, t.RightGold, t.Gold)
}

func ratio(a, b int) float64 {
	if b == 0 {
		return 0
	}
	return float64(a) / float64(b)
}

// join puts the parts of a set's name together.
func join(parts ...string) string {
	var out []string
	for _, p := range parts {
		if p != "" {
			out = append(out, p)
		}
	}
	return strings.Join(out, " ")
}
