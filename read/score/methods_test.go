package score_test

import (
	"flag"
	"os"
	"regexp"
	"strings"
	"testing"
)

const methods = "../../docs/methods/reading.md"

var update = flag.Bool("update", false, "write the figures of the score file into docs/methods/reading.md")

var scoreBlock = regexp.MustCompile("(?s)```score\n(.*?)```")

// TestMethodsPage holds the figures of the page on methods to the score file.
func TestMethodsPage(t *testing.T) {
	page, err := os.ReadFile(methods)
	if err != nil {
		t.Fatal(err)
	}
	raw, err := os.ReadFile(scoreFile)
	if err != nil {
		t.Fatal(err)
	}
	blocks := 0
	fresh := scoreBlock.ReplaceAllStringFunc(string(page), func(block string) string {
		blocks++
		out := "```score\n"
		for line := range strings.Lines(scoreBlock.FindStringSubmatch(block)[1]) {
			found := figures(string(raw), line)
			if found == "" {
				t.Errorf("the score file has no line for %q", line)
				found = line
			}
			out += found
		}
		return out + "```"
	})
	if blocks < 8 {
		t.Errorf("only %d blocks of figures", blocks)
	}
	if *update {
		if err := os.WriteFile(methods, []byte(fresh), 0o644); err != nil {
			t.Fatal(err)
		}
	} else if fresh != string(page) {
		t.Errorf("%s has other figures than the score file: run go test ./read/score -run Methods -update", methods)
	}
}

// figures returns the line of the score file for the metric that a line of the
// page names, or all those that begin as a line that ends in "*".
func figures(file, line string) string {
	want := strings.Fields(line)
	if all, ok := strings.CutSuffix(strings.TrimSpace(line), "*"); ok {
		out := ""
		for have := range strings.Lines(file) {
			if strings.HasPrefix(have, all) {
				out += have
			}
		}
		return out
	}
	for have := range strings.Lines(file) {
		f := strings.Fields(have)
		for n := 3; n <= len(want) && n < len(f); n++ {
			isKey := strings.ContainsAny(f[n][:1], "-0123456789") && (n == len(want) || strings.ContainsAny(want[n][:1], "-0123456789"))
			if isKey && strings.Join(f[:n], " ") == strings.Join(want[:n], " ") {
				return strings.TrimSuffix(strings.TrimSpace(have), "  [held]") + "\n"
			}
		}
	}
	return ""
}
