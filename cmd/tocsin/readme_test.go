package main

import (
	"bytes"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// TestReadmeShowsWhatComesOut holds the README's excerpt to the brief that
// `demo --once` prints: each of its headings and sentences must be in it, word
// for word, the links of its citations apart.
func TestReadmeShowsWhatComesOut(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join("..", "..", "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, ok := strings.Cut(string(raw), "## What comes out\n")
	if !ok {
		t.Fatal("the README has no part on what comes out")
	}
	excerpt, _, _ := strings.Cut(rest, "\n## ")
	out := plainBrief(t)
	items := excerptItems(excerpt)
	if len(items) < 4 {
		t.Fatalf("%d lines in the excerpt", len(items))
	}
	for _, item := range items {
		if !strings.Contains(out, item) {
			t.Errorf("the program does not print:\n%s", item)
		}
	}
}

// excerptItems joins the wrapped lines of an indented block: an item begins with
// "- ", "## " or "[".
func excerptItems(block string) (items []string) {
	for line := range strings.Lines(block) {
		if !strings.HasPrefix(line, "    ") || strings.TrimSpace(line) == "" {
			continue
		}
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "- ") || strings.HasPrefix(line, "## ") || strings.HasPrefix(line, "[") || len(items) == 0 {
			items = append(items, line)
		} else {
			items[len(items)-1] += " " + line
		}
	}
	return items
}

var citeLink = regexp.MustCompile(`\[\[(\d+)\]\]\(#note-\d+\)`)

func plainBrief(t *testing.T) string {
	t.Helper()
	var out, errs bytes.Buffer
	a := &app{ctx: t.Context(), in: strings.NewReader(""), out: &out, err: &errs, env: func(string) string { return "" },
		now: func() time.Time { return time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC) }, width: 120}
	if code := a.run([]string{"demo", "--once"}); code != exitOK {
		t.Fatalf("demo --once: %d: %s", code, errs.String())
	}
	text := citeLink.ReplaceAllString(out.String(), "[$1]")
	return strings.Join(strings.Fields(strings.ReplaceAll(text, "*", "")), " ")
}
