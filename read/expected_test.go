package read_test

import (
	"context"
	"os"
	"strings"
	"testing"

	"tocsin"
	"tocsin/read/cases"
	"tocsin/read/text"
)

// expectedFloor is the share of the answer key that has to be right in all
// fields; raise it with the reader.
const expectedFloor = 0.85

// TestExpected holds the reader to an answer key for all of the page's sentences
// that was written before the reader was run on it, by somebody who had not seen
// it.
func TestExpected(t *testing.T) {
	page, res := readPage(t)
	doc, err := text.Parse(context.Background(), page)
	if err != nil {
		t.Fatal(err)
	}
	f, err := os.Open("testdata/page/expected.txt")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	list, err := cases.Parse("expected.txt", f)
	if err != nil {
		t.Fatal(err)
	}
	all, missed := 0, 0
	told := map[int]bool{}
	for _, c := range list {
		var in []tocsin.Statement
		for _, s := range res.Statements {
			if doc.Sentences[c.Sentence-1].Span.Contains(s.Span) {
				in = append(in, s)
			}
		}
		told[c.Sentence] = len(in) > 0
		miss := cases.Near(c, in)
		all, missed = all+len(c.Expect), missed+len(miss)
		for _, e := range miss {
			t.Logf("expected.txt:%d: %s", e.Line, e.Text)
		}
		if len(miss) > 0 && testing.Verbose() {
			t.Logf("\tgot:\n\t  %s", strings.Join(cases.Describe(in), "\n\t  "))
		}
	}
	for n := 1; n <= 35; n++ {
		if !told[n] {
			t.Errorf("sentence %d gives no statement", n)
		}
	}
	t.Logf("%d of %d expected statements right in all fields", all-missed, all)
	if all < 90 || float64(all-missed) < expectedFloor*float64(all) {
		t.Errorf("%d of %d right, want %.0f %%", all-missed, all, 100*expectedFloor)
	}
}
