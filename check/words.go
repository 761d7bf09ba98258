package check

import (
	"math"
	"strconv"
	"strings"

	"tocsin"
	"tocsin/watch"
)

// number writes x with thousands separated and no more digits than say something.
func number(x float64) string {
	digits := 0
	switch a := math.Abs(x); {
	case a == math.Trunc(a):
	case a < 10:
		digits = 2
	case a < 100:
		digits = 1
	}
	s := strconv.FormatFloat(x, 'f', digits, 64)
	whole, frac, dotted := strings.Cut(s, ".")
	sign := ""
	if strings.HasPrefix(whole, "-") {
		sign, whole = "-", whole[1:]
	}
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if dotted {
		whole += "." + frac
	}
	return sign + whole
}

func quoted(s string) string { return "“" + s + "”" }

// list joins words as a sentence does.
func list(words []string, and string) string {
	switch len(words) {
	case 0:
		return ""
	case 1:
		return words[0]
	}
	return strings.Join(words[:len(words)-1], ", ") + " " + and + " " + words[len(words)-1]
}

// days writes a window as its first and last day.
func days(w watch.Window) string {
	switch {
	case w.From.IsZero() && w.Until.IsZero():
		return "all days of the data"
	case w.From.IsZero():
		return "until " + w.Until.String()
	case w.Until.IsZero():
		return "since " + w.From.String()
	case w.From == w.Until:
		return w.From.String()
	}
	return w.From.String() + " to " + w.Until.String()
}

// during writes a window with the preposition before it.
func during(w watch.Window) string {
	if t := days(w); strings.HasPrefix(t, "until ") || strings.HasPrefix(t, "since ") {
		return t
	}
	return "in " + days(w)
}

// plural picks the form of a noun.
func plural(n float64, one, many string) string {
	if n == 1 {
		return number(n) + " " + one
	}
	return number(n) + " " + many
}

// command is the shell command that prints the number, data flags last.
func (c *Checker) command(words []string) string {
	all := append([]string{"tocsin"}, words...)
	if all = append(all, c.o.Args...); len(words) > 1 && (words[1] == "distance" || words[1] == "within") {
		all = withoutData(all)
	}
	for i, w := range all {
		all[i] = shellWord(w)
	}
	return strings.Join(all, " ")
}

// withoutData leaves out the files that distances and containment do not read.
func withoutData(words []string) []string {
	var out []string
	for i := 0; i < len(words); i++ {
		if words[i] == "--events" || words[i] == "--coups" {
			i++
			continue
		}
		out = append(out, words[i])
	}
	return out
}

// shellWord quotes a word for a POSIX shell where it needs it.
func shellWord(w string) string {
	plain := w != ""
	for _, r := range w {
		if !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_./=:,@%+", r)) {
			plain = false
		}
	}
	if plain {
		return w
	}
	return "'" + strings.ReplaceAll(w, "'", `'\''`) + "'"
}

// combine makes one verdict of the readings, the first of which is the plainest.
// differs[i] says in which respect reading i departs from the first. Readings
// that could not be measured do not count.
func combine(alts []tocsin.Variation, differs []string) (verdict, turnsOn string) {
	verdict = ""
	base := ""
	var turns []string
	for i, a := range alts {
		if a.Verdict == tocsin.CannotBeMeasured {
			continue
		}
		if base == "" {
			base, verdict = a.Verdict, a.Verdict
			continue
		}
		if a.Verdict != base {
			verdict = tocsin.Partly
			if d := differs[i]; d != "" && !has(turns, d) {
				turns = append(turns, d)
			}
		}
	}
	if verdict == "" {
		return tocsin.CannotBeMeasured, ""
	}
	return verdict, list(turns, "and")
}

func has(list []string, s string) bool {
	for _, x := range list {
		if x == s {
			return true
		}
	}
	return false
}
