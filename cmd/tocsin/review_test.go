package main

import (
	"encoding/json"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"

	"tocsin"
)

// setIDs finds the ids of a desk's statements and reports and sets them as
// variables: ids DESK. $coup, $killed and $protest are the first statements of
// those acts, of the first report that came in where it has one; $report is that
// report, and $radio the one of Brook Radio.
func setIDs(ts *testscript.TestScript, neg bool, args []string) {
	ts.Check(ts.Exec("tocsin", "changes", "--format", "jsonl", "--desk", args[0]))
	first := ""
	for line := range strings.Lines(ts.ReadFile("stdout")) {
		var c struct{ Kind, ID, Says string }
		ts.Check(json.Unmarshal([]byte(line), &c))
		if c.Kind == "report" && first == "" {
			first = c.ID
			ts.Setenv("report", c.ID)
		}
		if c.Kind == "report" && strings.Contains(c.Says, "Brook Radio") {
			ts.Setenv("radio", c.ID)
		}
	}
	ts.Check(ts.Exec("tocsin", "statements", "--format", "jsonl", "--desk", args[0]))
	found := make(map[string]bool)
	for line := range strings.Lines(ts.ReadFile("stdout")) {
		var s tocsin.Statement
		ts.Check(json.Unmarshal([]byte(line), &s))
		name := map[string]string{"coup": "coup", "assault": "killed", "protest": "protest"}[s.Act]
		if name != "" && (!found[name] || s.Report == first) {
			found[name] = true
			ts.Setenv(name, s.ID)
		}
	}
}

// undoIn takes back the judgement whose id a file holds, takes that back, and
// takes it back again: undo DESK FILE WHY.
func undoIn(ts *testscript.TestScript, neg bool, args []string) {
	id := strings.TrimSpace(ts.ReadFile(args[1]))
	for range 3 {
		ts.Check(ts.Exec("tocsin", "undo", id, "--why", args[2], "--desk", args[0]))
		id = strings.TrimSpace(ts.ReadFile("stdout"))
	}
}
