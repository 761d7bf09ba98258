package brief

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"tocsin"
)

// changeText tells of a claim that something grew or fell: its plainest reading
// in figures, and how many of all the readings show a clear change. Where none
// does it says so before anything else.
func (w *writer) changeText(v *tocsin.Verdict, it item) string {
	lines, measured := readingLines(v)
	first := lines[0]
	for i, l := range lines {
		lines[i] = ratioWords.ReplaceAllString(l, "×$1, $2–$3")
	}
	var up, down []int
	for i, a := range measured {
		if a.Low != nil && *a.Low > 1 {
			up = append(up, i)
		}
		if a.High != nil && *a.High < 1 {
			down = append(down, i)
		}
	}
	head := w.claimed(v, it, v.Text) + " "
	figures := readAs(v) + ratioWords.ReplaceAllString(first, "×$1, 90 % interval $2–$3")
	apart := figures // what an earlier sentence has not told
	if slices.ContainsFunc(w.changesTold, func(o *tocsin.Verdict) bool { return sameFigures(o.Alternatives[0], measured[0]) }) {
		what, _, _ := strings.Cut(first, " ")
		figures = counts.FindString(first) + " " + what
		if apart = othersOf(lines); apart == "" {
			apart = figures
		}
	}
	w.changesTold = append(w.changesTold, v)
	n, clear := len(measured), len(up)+len(down)
	if v.Verdict == tocsin.Partly && clear == 0 && n > 1 {
		return head + "holds in part, by rule only: over the windows tested, in this data, none of its " + fmt.Sprint(n) + " readings is a clear change (" + apart + ")."
	}
	text := head + verdictWords[v.Verdict] + ": in this data, " + figures
	switch {
	case n > 1:
		text += fmt.Sprintf("; of its %d readings ", n) + tally(up, down, lines, n)
	case clear == 0:
		text += ", no clear change"
	}
	return text + "."
}

// othersOf is the counts of the second and third reading.
func othersOf(lines []string) string {
	var out []string
	for _, l := range lines[min(1, len(lines)):min(3, len(lines))] {
		l, _, _ = strings.Cut(l, ", ×")
		out = append(out, l)
	}
	return strings.Join(out, "; ")
}

// ratioWords is a ratio with its interval, as a verdict's sentence has it.
var ratioWords = regexp.MustCompile(`× ([\d.]+) \(90 % interval ([\d.]+) to ([\d.]+)\)`)

// counts are the two numbers that a reading compares.
var counts = regexp.MustCompile(`\d(?:[\d,]*\d)? against \d(?:[\d,]*\d)?`)

var reads = regexp.MustCompile(`(\S+) is read as (\S+)`)

// readAs says by which name the data has the claim's actor.
func readAs(v *tocsin.Verdict) string {
	if m := reads.FindStringSubmatch(tocsin.Clean(conclusion(v))); m != nil {
		return "where " + m[1] + " is read as " + strings.TrimRight(m[2], ".,;") + ", "
	}
	return ""
}

// tally says how many readings rose and fell clearly, naming one by one those
// that did where they are the fewer.
func tally(up, down []int, lines []string, n int) string {
	var parts []string
	for _, side := range []struct {
		list []int
		word string
	}{{up, "rise"}, {down, "fall"}} {
		switch {
		case len(side.list) == n:
			return fmt.Sprintf("all are a clear %s", side.word)
		case len(side.list) == 1:
			parts = append(parts, fmt.Sprintf("1 is a clear %s (%s)", side.word, lines[side.list[0]]))
		case len(side.list) > 1:
			parts = append(parts, fmt.Sprintf("%d are a clear %s", len(side.list), side.word))
		}
	}
	if len(parts) == 0 {
		return "none is a clear change"
	}
	switch rest := n - len(up) - len(down); rest {
	case 0:
	case 1:
		parts = append(parts, "1 is unclear")
	default:
		parts = append(parts, fmt.Sprintf("%d are unclear", rest))
	}
	return strings.Join(parts, " and ")
}

// readingLines pairs the measured readings with the clauses of the verdict's
// sentence that give their counts; where these cannot be told apart it words
// the readings themselves.
func readingLines(v *tocsin.Verdict) (lines []string, measured []tocsin.Variation) {
	for _, a := range v.Alternatives {
		if a.Verdict != tocsin.CannotBeMeasured {
			measured = append(measured, a)
		}
	}
	s := tocsin.Clean(v.Sentence)
	if i := strings.Index(s, "“"+tocsin.Clean(v.Text)+"”"); i > 0 {
		s = strings.TrimRight(s[:i], " .:")
	}
	lines = strings.Split(strings.TrimPrefix(strings.TrimPrefix(s, "In this data, "), "In this data "), "; ")
	if len(lines) != len(measured) {
		lines = nil
		for _, a := range measured {
			lines = append(lines, readingWords(a.Actors, a.Filter, a.Window, a.Value, a.Low, a.High))
		}
	}
	return lines, measured
}

func sameFigures(a, b tocsin.Variation) bool {
	return a.Window == b.Window && a.Filter == b.Filter && equal(a.Value, b.Value) && equal(a.Low, b.Low) && equal(a.High, b.High)
}

func equal(a, b *float64) bool { return a == nil && b == nil || a != nil && b != nil && *a == *b }
