package main

import (
	"bytes"
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"testing"
	"time"

	"tocsin"
	"tocsin/internal/shared"
)

// run runs one command line in this process.
func run(t *testing.T, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, err bytes.Buffer
	a := &app{ctx: t.Context(), in: strings.NewReader(""), out: &out, err: &err, env: func(string) string { return "" },
		now: func() time.Time { return time.Date(2021, 7, 1, 12, 0, 0, 0, time.UTC) }, width: 120}
	code = a.run(args)
	return code, out.String(), err.String()
}

// TestQueriesPrintTheNumber takes every verdict on the real page, runs the
// command it names, and finds its number in what that prints.
func TestQueriesPrintTheNumber(t *testing.T) {
	page := shared.Path(t, "reports/mali-coup-brief-2020-08.txt")
	imports := [][]string{{"ucdp-ged", shared.Path(t, "data/events/ged211_prec12_global.csv.gz")}, {"coups", shared.Path(t, "data/coups/cline_coup_2.1.2.csv")},
		{"geonames", shared.Path(t, "data/places/geonames_ML.txt.gz")}, {"report", page, "--published", "2020-08-20"}}
	t.Chdir(t.TempDir())
	for _, args := range imports {
		if code, _, words := run(t, append([]string{"import"}, args...)...); code != exitOK {
			t.Fatalf("import %s ends with %d: %s", args, code, words)
		}
	}
	code, out, words := run(t, "check", "--format", "jsonl")
	if code != exitOK {
		t.Fatalf("check ends with %d: %s", code, words)
	}
	measured := 0
	for line := range strings.Lines(out) {
		var v tocsin.Verdict
		if err := json.Unmarshal([]byte(line), &v); err != nil {
			t.Fatal(err)
		}
		if v.Verdict != tocsin.CannotBeMeasured {
			measured++
		}
		if v.Query == "" {
			continue
		}
		args := shellWords(v.Query)
		code, got, words := run(t, args[1:]...)
		if code != exitOK {
			t.Errorf("%s\nends with %d: %s", v.Query, code, words)
			continue
		}
		if v.Value != nil && !printsNumber(got, *v.Value) {
			t.Errorf("%q: %s is %v %s, and not in what this prints:\n%s\n%s", v.Text, v.Verdict, *v.Value, v.Unit, v.Query, got)
		}
	}
	if measured < 8 {
		t.Errorf("%d verdicts other than cannot_be_measured, want 8 or more", measured)
	}
}

// printsNumber finds a number in a text, in as many digits as both give.
func printsNumber(text string, x float64) bool {
	x = math.Abs(x)
	digits := func(s string) int { _, d, _ := strings.Cut(s, "."); return len(d) }
	want := strconv.FormatFloat(x, 'f', -1, 64)
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !strings.ContainsRune("0123456789.,", r) }) {
		word = strings.ReplaceAll(strings.TrimRight(word, ".,-"), ",", "")
		n, err := strconv.ParseFloat(word, 64)
		if err != nil {
			continue
		}
		d := min(digits(word), digits(want))
		if strconv.FormatFloat(x, 'f', d, 64) == strconv.FormatFloat(n, 'f', d, 64) {
			return true
		}
	}
	return false
}

// shellWords splits a command line at spaces, but for those between single
// quotes.
func shellWords(s string) []string {
	var words []string
	word, quoted, begun := "", false, false
	for _, r := range s {
		switch {
		case r == '\'':
			quoted, begun = !quoted, true
		case r == ' ' && !quoted:
			if begun {
				words = append(words, word)
			}
			word, begun = "", false
		default:
			word, begun = word+string(r), true
		}
	}
	if begun {
		words = append(words, word)
	}
	return words
}
