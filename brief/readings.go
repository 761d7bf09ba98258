package brief

import (
	"fmt"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"tocsin"
)

// verdictCite cites a verdict: the whole of its sentence is the quote, with
// every reading, the rows, and the commands that print the numbers.
func verdictCite(v *tocsin.Verdict) Citation {
	c := Citation{Verdict: v.ID, Of: v.Statement, Query: v.Query, Quote: unasked(v.Sentence), Events: v.Events}
	if hint := tocsin.Clean(unasked(v.Reason)); hint != "" && !strings.Contains(tocsin.Clean(v.Sentence), hint) {
		c.Quote += " Reason: " + hint + "."
	}
	if m := manyRows.FindStringSubmatch(tocsin.Clean(v.Sentence)); m != nil && furtherBy(v) != "" {
		c.Quote += " " + m[4] + "," + m[5] + " lies " + furtherBy(v) + "."
	}
	if c.Quote != "" && v.Value != nil && v.Claim != nil && v.Claim.Form == tocsin.FormDistance {
		c.Quote += " Measured: " + strconv.FormatFloat(*v.Value, 'f', 1, 64) + " " + string(v.Unit) + "."
	}
	if roomy(v) {
		c.Quote += " A number the text calls approximate holds within 15 %, and in part within 30 %."
	}
	var sets, vintages []string
	for _, d := range v.Data {
		if !slices.Contains(vintages, d.Vintage) {
			sets, vintages = append(sets, d.Dataset), append(vintages, d.Vintage)
		}
	}
	c.Dataset, c.Vintage = strings.Join(slices.Compact(sets), ", "), strings.Join(vintages, ", ")
	lines, measured := readingLines(v)
	change := isChange(v) && len(lines) == len(measured)
	for _, a := range v.Alternatives {
		r := Reading{Actors: a.Actors, Window: a.Window, Filter: a.Filter, Value: a.Value, Low: a.Low, High: a.High, Verdict: a.Verdict}
		r.Query = readingQuery(v, &a)
		if r.Query == c.Query {
			r.Query = ""
		}
		if change && a.Verdict != tocsin.CannotBeMeasured {
			r.Says, lines = lines[0], lines[1:]
		}
		c.Readings = append(c.Readings, r)
	}
	if change && len(c.Readings) > 1 {
		c.Quote = unasked(conclusion(v)) + " A claim holds where all its readings do, and holds in part where they differ. A reading whose 90 % interval contains 1 shows no clear change: it holds in part where its estimate points the claim’s way, else it does not hold."
	}
	if text := tocsin.Clean(v.Text); !strings.Contains(tocsin.Clean(c.Quote), text) {
		c.Quote = "On “" + text + "”: " + c.Quote
	}
	c.Queries = besides(v)
	if q := rowsQuery(v); q != "" {
		c.Queries = append(c.Queries, q)
	}
	return c
}

var asked = regexp.MustCompile(`; (?:reword|import|name|write|check|give|ask|use|try|say|load|add)\b.*?(\.(?: |$)|$)`)

// unasked takes out of a verdict's words what they ask of whoever runs the
// check: a reader of the brief can do nothing with it.
func unasked(s string) string { return asked.ReplaceAllString(tocsin.Clean(s), "$1") }

// rowsQuery is the command that lists the rows behind a verdict, where that
// which prints its number does not: all events of the same selection, wherever
// they lie.
func rowsQuery(v *tocsin.Verdict) string {
	base := splitCommand(v.Query)
	if len(v.Events) == 0 || len(base) < 3 || base[1] != "watch" || base[2] != "tempo" && base[2] != "reach" || slices.Contains(base, "--near") {
		return ""
	}
	return joinCommand(slices.Concat([]string{base[0]}, AllRows, base[3:]))
}

// AllRows are the words of the command that lists events with their ids: those
// within half the Earth's girth of a point, which are all that have a place.
var AllRows = []string{"watch", "within", "0,0", "--radius", "20040"}

// roomy reports whether a verdict is on an approximate number, which holds
// within 15 % (package check).
func roomy(v *tocsin.Verdict) bool {
	return v.Claim != nil && v.Claim.Op == "~" && v.Claim.Form == tocsin.FormDistance && v.Verdict != tocsin.CannotBeMeasured
}

// conclusion is what a verdict's sentence says after its readings.
func conclusion(v *tocsin.Verdict) string {
	if i := strings.Index(v.Sentence, "“"+v.Text+"”"); i > 0 {
		return v.Sentence[i:]
	}
	return v.Sentence
}

var tempoWindows = regexp.MustCompile(`^(\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d) against (\d{4}-\d\d-\d\d) to (\d{4}-\d\d-\d\d)$`)

// readingQuery is the command that prints one reading of a change: that of the
// verdict with the reading's own actors, kinds of violence and days.
func readingQuery(v *tocsin.Verdict, a *tocsin.Variation) string {
	base := splitCommand(v.Query)
	days := tempoWindows.FindStringSubmatch(a.Window)
	if len(base) < 3 || base[1] != "watch" || base[2] != "tempo" || days == nil {
		return v.Query
	}
	q := slices.Clone(base)
	if all := flagValues(q, "--actor"); len(a.Actors) == 1 && slices.Contains(all, a.Actors[0]) {
		q = setFlag(q, "--actor", a.Actors[0])
	}
	if strings.Contains(a.Filter, "without non-state rows") {
		q = setFlag(q, "--class", tocsin.StateBased, tocsin.OneSided)
	}
	q = setFlag(q, "--from", days[1])
	q = setFlag(q, "--until", days[2])
	return joinCommand(q)
}

// besides lists commands that print what a verdict's sentence names besides its
// number: the list a coup is looked up in, the place a row lies from.
func besides(v *tocsin.Verdict) (out []string) {
	base := splitCommand(v.Query)
	if len(base) < 3 || base[1] != "watch" {
		return nil
	}
	if base[2] == "coups" {
		if q := setFlag(setFlag(base, "--from"), "--until", v.AsOf.String()); !v.AsOf.IsZero() {
			out = append(out, joinCommand(q))
		}
	}
	if m := manyRows.FindStringSubmatch(tocsin.Clean(v.Sentence)); m != nil && base[2] == "reach" {
		q := append([]string{base[0], base[1], "distance", m[4] + "," + m[5], m[3]}, deskFlags(base)...)
		out = append(out, joinCommand(q))
	}
	return out
}

// deskFlags are the flags that say where the data is.
func deskFlags(q []string) (out []string) {
	for i := 0; i+1 < len(q); i++ {
		if q[i] == "--desk" || q[i] == "--places" {
			out = append(out, q[i], q[i+1])
		}
	}
	return out
}

// splitCommand undoes what joinCommand and the checker do: words of a POSIX
// shell in single quotes.
func splitCommand(s string) []string {
	var out []string
	var b strings.Builder
	quoted, some := false, false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\'':
			quoted, some = !quoted, true
		case c == '\\' && !quoted && i+1 < len(s):
			i++
			b.WriteByte(s[i])
			some = true
		case c == ' ' && !quoted:
			if some {
				out = append(out, b.String())
			}
			b.Reset()
			some = false
		default:
			b.WriteByte(c)
			some = true
		}
	}
	if some {
		out = append(out, b.String())
	}
	return out
}

func joinCommand(words []string) string {
	out := slices.Clone(words)
	for i, w := range out {
		if w == "" || strings.ContainsFunc(w, func(r rune) bool {
			return !(r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || strings.ContainsRune("-_./=:,@%+", r))
		}) {
			out[i] = "'" + strings.ReplaceAll(w, "'", `'\''`) + "'"
		}
	}
	return strings.Join(out, " ")
}

func flagValues(q []string, name string) (out []string) {
	for i := 0; i+1 < len(q); i++ {
		if q[i] == name {
			out = append(out, q[i+1])
		}
	}
	return out
}

// setFlag puts the values where the flag stood, or before the desk's flags.
func setFlag(q []string, name string, values ...string) []string {
	var out []string
	at := -1
	for i := 0; i < len(q); i++ {
		if q[i] == name && i+1 < len(q) {
			if at < 0 {
				at = len(out)
			}
			i++
			continue
		}
		out = append(out, q[i])
	}
	if at < 0 {
		if at = slices.IndexFunc(out, func(w string) bool {
			return w == "--desk" || w == "--events" || w == "--coups" || w == "--places" || w == "--from"
		}); at < 0 {
			at = len(out)
		}
	}
	var put []string
	for _, v := range values {
		put = append(put, name, v)
	}
	return slices.Insert(out, at, put...)
}

// readingWords words a reading: who, what, when, and the number with its
// interval.
func readingWords(actors []string, filter, window string, value, low, high *float64) string {
	var parts []string
	for _, p := range []string{strings.Join(actors, " or "), filter, window} {
		if p = tocsin.Clean(p); p != "" {
			parts = append(parts, p)
		}
	}
	s := strings.Join(parts, ", ")
	switch {
	case value == nil:
		return s
	case low == nil || high == nil || *low == *high:
		return s + ": " + figure(*value)
	}
	return s + ": " + figure(*value) + " (90 % interval " + figure(*low) + " to " + figure(*high) + ")"
}

// figure writes a number as the measuring commands do: whole, or to two places.
func figure(x float64) string {
	x = math.Round(x*100) / 100
	if x == math.Trunc(x) {
		return strconv.FormatFloat(x, 'f', 0, 64)
	}
	return strconv.FormatFloat(x, 'f', 2, 64)
}

// String is the reading as the endnote has it.
func (r Reading) String() string {
	s := r.Says
	if s == "" {
		s = readingWords(r.Actors, r.Filter, r.Window, r.Value, r.Low, r.High)
	}
	return s + ", " + verdictOr(r.Verdict)
}

func verdictOr(v string) string {
	if s, ok := verdictWords[v]; ok {
		return s
	}
	return fmt.Sprintf("verdict %q", v)
}
