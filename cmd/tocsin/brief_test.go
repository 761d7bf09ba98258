package main

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"tocsin"
	"tocsin/desk"
	"tocsin/examples/mali2020"
)

var (
	tempoNumbers = regexp.MustCompile(`had (\d+) events? .*?against (\d+) in`)
	reachNumber  = regexp.MustCompile(`lay (\d+) km away`)
	coupNumber   = regexp.MustCompile(`fell to \d+ coups? by \S+: ([0-9-]+)`)
)

// TestQueriesOfTheBrief takes the commands that the brief of the example names,
// runs them as a reader in a clone would, and finds its numbers in what they
// print.
func TestQueriesOfTheBrief(t *testing.T) {
	day := tocsin.MustDate(mali2020.Day)
	d := desk.Ephemeral(desk.Options{Now: day.Time})
	defer d.Close()
	if err := importExample(t.Context(), d); err != nil {
		t.Fatal(err)
	}
	b, err := d.Brief(t.Context(), desk.BriefOptions{Country: mali2020.Country, At: day, Args: demoArgs})
	if err != nil {
		t.Fatal(err)
	}
	t.Chdir("../..")
	measures := 0
	for _, c := range b.Citations {
		if c.Query == "" || c.Verdict != "" { // verdicts are held to theirs in TestQueriesPrintTheNumber
			continue
		}
		code, out, words := run(t, shellWords(c.Query)[1:]...)
		if code != exitOK {
			t.Errorf("%s\nends with %d: %s", c.Query, code, words)
			continue
		}
		var want []float64
		for _, re := range []*regexp.Regexp{tempoNumbers, reachNumber} {
			if m := re.FindStringSubmatch(c.Quote); m != nil {
				for _, digits := range m[1:] {
					n, err := strconv.ParseFloat(digits, 64)
					if err != nil {
						t.Fatal(err)
					}
					want = append(want, n)
				}
			}
		}
		for _, n := range want {
			measures++
			if !printsNumber(out, n) {
				t.Errorf("%q has %v, which this does not print:\n%s\n%s", c.Quote, n, c.Query, out)
			}
		}
		if m := coupNumber.FindStringSubmatch(c.Quote); m != nil {
			measures++
			if !strings.Contains(out, m[1]) {
				t.Errorf("%q has %s, which this does not print:\n%s\n%s", c.Quote, m[1], c.Query, out)
			}
		}
	}
	if measures < 4 {
		t.Errorf("%d numbers of measures were looked for, want 4 or more", measures)
	}
}
