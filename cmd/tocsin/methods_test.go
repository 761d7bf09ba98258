package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"tocsin/internal/shared"
)

// TestMethodsShowWhatComesOut runs the commands in docs/methods/tempo.md and
// reach.md on the real files and holds the documents to what comes out: each
// line below a command must be in its output, blanks apart.
func TestMethodsShowWhatComesOut(t *testing.T) {
	for _, name := range []string{"tempo.md", "reach.md"} {
		raw, err := os.ReadFile(filepath.Join("..", "..", "docs", "methods", name))
		if err != nil {
			t.Fatal(err)
		}
		commands, out := 0, ""
		for _, block := range strings.Split(string(raw), "```\n")[1:] {
			if !strings.HasPrefix(block, "$ ") {
				continue
			}
			for line := range strings.Lines(block) {
				line = strings.TrimSpace(line)
				if command, ok := strings.CutPrefix(line, "$ tocsin "); ok {
					commands++
					out = squeeze(runWords(t, command))
				} else if line != "" && !strings.Contains(out, squeeze(line)) {
					t.Errorf("%s: the program does not print\n%s", name, line)
				}
			}
		}
		if commands < 4 {
			t.Errorf("%s shows %d commands", name, commands)
		}
	}
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

var wordOrQuote = regexp.MustCompile(`"[^"]*"|\S+`)

// runWords runs a command line as a document writes it, with the event files
// where the tests find them.
func runWords(t *testing.T, line string) string {
	t.Helper()
	args := wordOrQuote.FindAllString(line, -1)
	for i, arg := range args {
		args[i] = strings.Trim(arg, `"`)
		if i > 0 && args[i-1] == "--events" {
			args[i] = shared.Path(t, "data/events/"+arg)
		}
	}
	var out, errs bytes.Buffer
	a := &app{ctx: t.Context(), in: strings.NewReader(""), out: &out, err: &errs, env: func(string) string { return "" },
		now: func() time.Time { return time.Date(2026, 11, 23, 0, 0, 0, 0, time.UTC) }, width: 250}
	if code := a.run(args); code != exitOK {
		t.Fatalf("tocsin %s: %s", line, errs.String())
	}
	return out.String()
}
