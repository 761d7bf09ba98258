package mali2020_test

import (
	"bytes"
	"encoding/csv"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"tocsin/examples/mali2020"
)

func filesOf(t *testing.T, kind string) []mali2020.File {
	t.Helper()
	list, err := mali2020.Files()
	if err != nil {
		t.Fatal(err)
	}
	var out []mali2020.File
	for _, f := range list {
		if f.Kind == kind {
			out = append(out, f)
		}
	}
	return out
}

func table(t *testing.T, raw []byte) []map[string]string {
	t.Helper()
	rows, err := csv.NewReader(bytes.NewReader(raw)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var out []map[string]string
	for _, row := range rows[1:] {
		m := make(map[string]string)
		for i, cell := range row {
			m[rows[0][i]] = cell
		}
		out = append(out, m)
	}
	return out
}

var (
	sourceLine = regexp.MustCompile(`(?m)^source (\d+): Source: public record, .+$`)
	dateLine   = regexp.MustCompile(`(?m)^published: (\d{4}-\d\d-\d\d)$`)
)

// TestEveryLineHasItsSource: each paragraph of each report has a source line of
// its own, and no report quotes anybody.
func TestEveryLineHasItsSource(t *testing.T) {
	reports := filesOf(t, mali2020.Reports)
	if len(reports) != 12 {
		t.Errorf("%d reports, want a dozen", len(reports))
	}
	last := ""
	for _, f := range reports {
		text := string(f.Raw)
		head, body, ok := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
		if !ok {
			t.Fatalf("%s has no front matter", f.Name)
		}
		sources := sourceLine.FindAllStringSubmatch(head, -1)
		paragraphs := strings.Split(strings.TrimSpace(body), "\n\n")
		if len(sources) != len(paragraphs) {
			t.Errorf("%s: %d sources for %d paragraphs", f.Name, len(sources), len(paragraphs))
		}
		for i, s := range sources {
			if s[1] != strconv.Itoa(i+1) {
				t.Errorf("%s: source %s stands where %d should", f.Name, s[1], i+1)
			}
		}
		if strings.ContainsAny(body, "\"“”«»") {
			t.Errorf("%s quotes somebody", f.Name)
		}
		if !strings.Contains(head, "publisher: "+mali2020.Publisher+"\n") {
			t.Errorf("%s is not by the example's publisher", f.Name)
		}
		date := dateLine.FindStringSubmatch(head)
		if date == nil || date[1] < last || date[1] > mali2020.Day || !strings.Contains(f.Name, date[1]) {
			t.Errorf("%s: published %v, after %s", f.Name, date, last)
			continue
		}
		last = date[1]
	}
}

// TestMonthsAreSums adds up the rows that each month names.
func TestMonthsAreSums(t *testing.T) {
	events := make(map[string]map[string]string)
	for _, e := range table(t, filesOf(t, mali2020.Events)[0].Raw) {
		if !strings.Contains(e["source_original"], "public record") {
			t.Errorf("event %s names no source", e["id"])
		}
		events["ucdp-ged:"+e["id"]] = e
	}
	raw, err := mali2020.Months()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range table(t, raw) {
		rows := strings.Fields(m["rows"])
		if m["events"] != strconv.Itoa(len(rows)) {
			t.Errorf("%s: %s events of %d rows", m["month"], m["events"], len(rows))
		}
		for _, c := range []string{"low", "best", "high"} {
			sum := 0
			for _, id := range rows {
				e := events[id]
				month, err := strconv.Atoi(e["month"])
				if err != nil || e["year"]+"-"+strconv.Itoa(100 + month)[1:] != m["month"] {
					t.Errorf("%s names %s, which is not of that month", m["month"], id)
				}
				n, err := strconv.Atoi(e[c+"_death"])
				if err != nil {
					t.Errorf("%s: %v", id, err)
				}
				sum += n
			}
			if m[c] != strconv.Itoa(sum) {
				t.Errorf("%s: %s is %s, its rows have %d", m["month"], c, m[c], sum)
			}
		}
	}
}

// TestCoupsHaveSources: each row of the list says where it is from.
func TestCoupsHaveSources(t *testing.T) {
	rows := table(t, filesOf(t, mali2020.Coups)[0].Raw)
	if len(rows) != 5 {
		t.Errorf("%d coups, want 5", len(rows))
	}
	for _, c := range rows {
		if !strings.Contains(c["source"], "public record") {
			t.Errorf("coup of %s-%s-%s names no source", c["year"], c["month"], c["day"])
		}
	}
}
