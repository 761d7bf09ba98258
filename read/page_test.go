package read_test

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"tocsin"
	"tocsin/gazetteer"
	"tocsin/internal/shared"
	"tocsin/read"
	"tocsin/read/cases"
	"tocsin/read/text"
)

// readPage reads the page with the places of Mali, as a user would.
func readPage(t *testing.T) (string, read.Result) {
	t.Helper()
	raw, err := os.ReadFile(shared.Path(t, "reports/mali-coup-brief-2020-08.txt"))
	if err != nil {
		t.Fatal(err)
	}
	dump, err := os.Open(shared.Path(t, "data/places/geonames_ML.txt.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer dump.Close()
	places, _, err := gazetteer.ReadGeoNames("geonames_ML.txt.gz", dump)
	if err != nil {
		t.Fatal(err)
	}
	r := worldReader(t, places)
	res, err := r.Read(context.Background(), tocsin.Report{ID: tocsin.Hash(raw), Text: string(raw), Published: tocsin.MustDate("2020-08-20")})
	if err != nil {
		t.Fatal(err)
	}
	return string(raw), res
}

func TestPageGivesStatementsOfEveryKind(t *testing.T) {
	text, res := readPage(t)
	if n := len(res.Statements); n < 70 {
		t.Errorf("%d statements, want at least 70", n)
	}
	kinds := map[tocsin.Kind]int{}
	for i := range res.Statements {
		kinds[res.Statements[i].Kind]++
		if err := res.Statements[i].CheckSpans(text); err != nil {
			t.Error(err)
		}
	}
	for _, k := range tocsin.Kinds {
		if kinds[k] == 0 {
			t.Errorf("no statement of kind %s", k)
		}
	}
	if len(res.Warnings) > 0 {
		t.Errorf("warnings: %v", res.Warnings)
	}
}

// TestSevenSentences holds the seven sentences of design §1 to every field.
func TestSevenSentences(t *testing.T) {
	page, res := readPage(t)
	doc, err := text.Parse(context.Background(), page)
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open("testdata/page/seven.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	list, err := cases.Parse("seven.txt", f)
	if err != nil {
		t.Fatal(err)
	}
	in := func(c cases.Case) ([]tocsin.Statement, error) {
		var out []tocsin.Statement
		for _, s := range res.Statements {
			if doc.Sentences[c.Sentence-1].Span.Contains(s.Span) {
				out = append(out, s)
			}
		}
		return out, nil
	}
	for _, c := range list {
		for _, fail := range cases.Run(c, in) {
			t.Error(fail)
		}
	}
}

func TestReadingIsTheSameEveryTime(t *testing.T) {
	_, a := readPage(t)
	_, b := readPage(t)
	var x, y bytes.Buffer
	for i := range a.Statements {
		if err := tocsin.EncodeJSON(&x, a.Statements[i]); err != nil {
			t.Fatal(err)
		}
	}
	for i := range b.Statements {
		if err := tocsin.EncodeJSON(&y, b.Statements[i]); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(x.Bytes(), y.Bytes()) {
		t.Error("two readings of one report differ")
	}
	for s, err := range tocsin.ReadStatements("page", strings.NewReader(x.String())) {
		if err != nil || s.ID == "" {
			t.Error(err)
		}
	}
}

// TestMarks counts the blind marks on what the page gives today: fewer than one
// in ten may be false or unjudged.
func TestMarks(t *testing.T) {
	_, res := readPage(t)
	raw, err := os.ReadFile("testdata/page/marks.txt")
	if err != nil {
		t.Fatal(err)
	}
	marks := map[string]string{}
	for line := range strings.Lines(string(raw)) {
		if f := strings.Fields(line); len(f) >= 3 && strings.HasPrefix(f[0], "st_") {
			marks[f[0]] = f[1]
		}
	}
	count := map[string]int{}
	for _, s := range res.Statements {
		m := marks[s.ID]
		if m == "" {
			m = "unjudged"
		}
		count[m]++
	}
	t.Logf("%d statements: %d true, %d false, %d unjudged", len(res.Statements), count["true"], count["false"], count["unjudged"])
	if bad := count["false"] + count["unjudged"]; bad*10 >= len(res.Statements) {
		t.Errorf("%d of %d statements are false or unjudged", bad, len(res.Statements))
	}
}
