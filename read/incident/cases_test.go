package incident_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"tocsin/read/incident"
	"tocsin/read/text"
)

// TestCases reads testdata/cases/*.txt, one file a phenomenon. A line that
// starts with ">" is a text; under it stand the incidents it must give:
//
//	TYPE: SLOT "string"; SLOT "string"
//
// "none" stands for a text without incidents, "N likely" for how many there must
// be with a score of one half or more.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.txt")
	if err != nil || len(files) < 8 {
		t.Fatalf("%d case files, %v", len(files), err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var list []incident.Incident
		for i, line := range strings.Split(string(raw), "\n") {
			where := fmt.Sprintf("%s:%d", filepath.Base(file), i+1)
			switch {
			case line == "" || line[0] == '#':
			case line[0] == '>':
				list = find(t, strings.TrimSpace(line[1:]))
			default:
				if why := check(list, line); why != "" {
					t.Errorf("%s: %s\n%s", where, why, show(list))
				}
			}
		}
	}
}

func find(t testing.TB, s string) []incident.Incident {
	t.Helper()
	doc, err := text.Parse(context.Background(), incident.Recase(s))
	if err != nil {
		t.Fatal(err)
	}
	list, err := incident.Find(context.Background(), doc)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// check returns what is wrong, or "".
func check(list []incident.Incident, line string) string {
	if line == "none" && len(list) > 0 {
		return "there is no incident in it"
	}
	if n, ok := strings.CutSuffix(line, " likely"); ok {
		likely := 0
		for _, in := range list {
			if in.Score >= 0.5 {
				likely++
			}
		}
		if want, err := strconv.Atoi(n); err != nil || want != likely {
			return "want " + line
		}
	}
	kind, rest, ok := strings.Cut(line, ": ")
	if !ok {
		return ""
	}
	for _, in := range list {
		if in.Type != kind {
			continue
		}
		for _, want := range strings.Split(rest, "; ") {
			slot, quoted, _ := strings.Cut(want, " ")
			if s, err := strconv.Unquote(quoted); err != nil || !has(slotsOf(in)[slot], s) {
				return "want " + want
			}
		}
		return ""
	}
	return "want a " + kind
}

func has(list []incident.Entity, s string) bool {
	for _, e := range list {
		if strings.EqualFold(e.Text, s) {
			return true
		}
	}
	return false
}

func slotsOf(in incident.Incident) map[string][]incident.Entity {
	return map[string][]incident.Entity{"PerpInd": in.PerpInd, "PerpOrg": in.PerpOrg, "Target": in.Target, "Victim": in.Victim, "Weapon": in.Weapon}
}

func show(list []incident.Incident) string {
	var b strings.Builder
	for _, in := range list {
		fmt.Fprintf(&b, "  %s %.2f\n", in.Type, in.Score)
		for _, slot := range []string{"PerpInd", "PerpOrg", "Target", "Victim", "Weapon"} {
			for _, e := range slotsOf(in)[slot] {
				fmt.Fprintf(&b, "    %s %q %.2f\n", slot, e.Text, e.Score)
			}
		}
	}
	return b.String()
}
