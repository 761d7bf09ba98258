package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"tocsin"
	"tocsin/read/doubt"
	"tocsin/read/text"
)

// A judged statement is what a line of judged.jsonl holds. Class is what is wrong
// with a false one.
type judged struct {
	Report    string           `json:"report"`
	OK        bool             `json:"ok"`
	Class     string           `json:"class"`
	Statement tocsin.Statement `json:"statement"`
}

// A sample is what is learnt from: the features of a judged statement.
type sample struct {
	report   string
	wrong    bool
	features []string
}

// load reads the reports and the judged statements of a directory.
func load(dir string) ([]sample, error) {
	docs, err := reports(filepath.Join(dir, "reports.txt"))
	if err != nil {
		return nil, err
	}
	raw, err := os.ReadFile(filepath.Join(dir, "judged.jsonl"))
	if err != nil {
		return nil, err
	}
	var out []sample
	sc := bufio.NewScanner(bytes.NewReader(raw))
	sc.Buffer(nil, 1<<20)
	for n := 1; sc.Scan(); n++ {
		var j judged
		if err := json.Unmarshal(sc.Bytes(), &j); err != nil {
			return nil, fmt.Errorf("judged.jsonl:%d: %w", n, err)
		}
		doc := docs[j.Report]
		if doc == nil {
			return nil, fmt.Errorf("judged.jsonl:%d: reports.txt has no report %q", n, j.Report)
		}
		f := doubt.Describe(doc, &j.Statement)
		if f == nil {
			return nil, fmt.Errorf("judged.jsonl:%d: no sentence at %v", n, j.Statement.Span)
		}
		out = append(out, sample{j.Report, !j.OK, f})
	}
	return out, sc.Err()
}

// reports reads a file of reports, each behind a line "== NAME".
func reports(name string) (map[string]*text.Doc, error) {
	raw, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	docs := map[string]*text.Doc{}
	for part := range strings.SplitSeq("\n"+string(raw), "\n== ") {
		id, body, ok := strings.Cut(part, "\n")
		if !ok || id == "" {
			continue
		}
		doc, err := text.Parse(context.Background(), strings.TrimRight(body, "\n"))
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", name, id, err)
		}
		docs[id] = doc
	}
	return docs, nil
}
