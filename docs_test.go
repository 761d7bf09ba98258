package tocsin_test

import (
	"crypto/sha256"
	"encoding/hex"
	"os"
	"regexp"
	"strings"
	"testing"
	"tocsin"
)

var vector = regexp.MustCompile("(?s)```json\n(.*?)\n```\n\n```hashed\n(.*?)\n```\n\n```id\n(.*?)\n```")

// TestStatementVectors computes what docs/statements.md promises to those who
// write the format without this program.
func TestStatementVectors(t *testing.T) {
	doc, err := os.ReadFile("docs/statements.md")
	if err != nil {
		t.Fatal(err)
	}
	found := vector.FindAllStringSubmatch(string(doc), -1)
	if len(found) < 3 {
		t.Fatalf("%d test vectors, want 3 or more", len(found))
	}
	for _, m := range found {
		line, hashed, id := m[1], m[2], m[3]
		sum := sha256.Sum256([]byte(hashed))
		if got := "st_" + hex.EncodeToString(sum[:16]); got != id {
			t.Errorf("the bytes shown hash to %s, the page says %s", got, id)
		}
		s, err := tocsin.DecodeStatement([]byte(line))
		if err != nil {
			t.Errorf("%s: %v", id, err)
			continue
		}
		if s.ComputeID() != id {
			t.Errorf("the line gives %s, the page says %s", s.ComputeID(), id)
		}
		if got := strings.TrimSpace(encode(t, s)); got != line {
			t.Errorf("the line is not as the program writes it:\n%s\n%s", got, line)
		}
	}
}

// TestStatementsPageNamesEveryValue: a value that the program admits and the
// page does not name, or a unit, is a defect of the page.
func TestStatementsPageNamesEveryValue(t *testing.T) {
	page, err := os.ReadFile("docs/statements.md")
	if err != nil {
		t.Fatal(err)
	}
	words := make(map[string]bool)
	for _, w := range regexp.MustCompile(`[a-z0-9_/<>=~]+`).FindAllString(string(page), -1) {
		words[w] = true
	}
	lists := [][]string{tocsin.Ties, tocsin.Traits, tocsin.Aims, tocsin.Outcomes, tocsin.Hows, tocsin.Roles, tocsin.Precisions, tocsin.TimePrec,
		tocsin.Opens, tocsin.AnchorRels, tocsin.Polarities, tocsin.Degrees, tocsin.Bases, tocsin.Speakers, tocsin.Conditions, tocsin.Ops, tocsin.Novelties}
	for _, k := range tocsin.Kinds {
		lists = append(lists, []string{string(k)})
	}
	for _, f := range tocsin.Forms {
		lists = append(lists, []string{string(f)})
	}
	for _, list := range lists {
		for _, w := range list {
			if !words[w] {
				t.Errorf("docs/statements.md does not name %q", w)
			}
		}
	}
}

// TestReadmeIsShort: the README is read by people with little time, and its
// first two commands are the two that need nothing but Go.
func TestReadmeIsShort(t *testing.T) {
	page, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(page), "\n"); n > 80 {
		t.Errorf("README.md has %d lines, more than 80", n)
	}
	commands := regexp.MustCompile(`(?m)^\s*(?:\$ )?(go \S+ \S+.*?)\s*(?:#.*)?$`).FindAllStringSubmatch(string(page), -1)
	want := []string{"go run ./cmd/tocsin demo", "go test ./..."}
	for i, w := range want {
		if len(commands) <= i || commands[i][1] != w {
			t.Errorf("command %d of README.md is %q, want %q", i+1, commands, w)
		}
	}
}
