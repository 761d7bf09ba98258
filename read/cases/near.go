package cases

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"tocsin"
)

// Near counts the expectations of a case that hold when words and spans need
// only be near: expected words may be a run of those given or the reverse,
// articles and the order of a list aside, and spans may differ by less than
// half of the shorter one. It is the measure for keys whose writer shortened
// names and never saw the reader. It returns the expectations that do not hold.
func Near(c Case, list []tocsin.Statement) (missed []Expect) {
	for _, e := range c.Expect {
		found := slices.ContainsFunc(list, func(s tocsin.Statement) bool { return e.near(&s) })
		if found == e.No {
			missed = append(missed, e)
		}
	}
	return missed
}

func (e *Expect) near(s *tocsin.Statement) bool {
	if string(s.Kind) != e.Kind || e.Name != "" && e.Name != name(s) {
		return false
	}
	for _, k := range e.Keys {
		got, _ := field(s, k[0])
		switch k[0] {
		case "span":
			if !overlap(got, k[1]) {
				return false
			}
		case "places", "content.places":
			// In a town or at it: only the writer's habit tells them apart.
			if !nearList(strings.ReplaceAll(got, "in:", "at:"), strings.ReplaceAll(k[1], "in:", "at:")) {
				return false
			}
		case "actors", "recipients", "says", "value", "condition", "content.actors", "content.recipients":
			if !nearList(got, k[1]) {
				return false
			}
		default:
			if got != k[1] {
				return false
			}
		}
	}
	return true
}

// Describe says what a reader gave, as case lines.
func Describe(list []tocsin.Statement) []string { return describe(list) }

// overlap reports whether two written spans share at least half of the shorter.
func overlap(a, b string) bool {
	var x, y tocsin.Span
	if _, err := fmt.Sscanf(a, "%d-%d", &x[0], &x[1]); err != nil {
		return false
	}
	if _, err := fmt.Sscanf(b, "%d-%d", &y[0], &y[1]); err != nil {
		return false
	}
	return 2*(min(x[1], y[1])-max(x[0], y[0])) >= min(x[1]-x[0], y[1]-y[0])
}

// nearList compares two lists written with " + ": as many, each near one of the
// other.
func nearList(got, want string) bool {
	if got == "" || want == "" {
		return got == want
	}
	g, w := strings.Split(got, " + "), strings.Split(want, " + ")
	if len(g) != len(w) {
		return false
	}
	return !slices.ContainsFunc(w, func(x string) bool { return !slices.ContainsFunc(g, func(y string) bool { return nearWords(x, y) }) })
}

func nearWords(a, b string) bool {
	x, y := words(a), words(b)
	return len(x) > 0 && len(y) > 0 && (run(x, y) || run(y, x))
}

// words are the words of a value without articles and marks.
func words(s string) []string {
	list := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return slices.DeleteFunc(list, func(w string) bool { return w == "the" || w == "a" || w == "an" || w == "s" })
}

// run reports whether a is a run of the words of b.
func run(a, b []string) bool {
	for i := 0; i+len(a) <= len(b); i++ {
		if slices.Equal(a, b[i:i+len(a)]) {
			return true
		}
	}
	return false
}
