package text_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"tocsin/read/text"
)

const report = `On March 4, Chadian officers from a base outside N'Djamena staged a mutiny to remove president Idriss Mahamat. The defence minister, who announced the takeover, said a council would rule for two years. Although the rebels had signed a deal, clashes resumed near Goma, some 15 miles north of the border. Officials believe the group led by General Sultani could seize the airport, but there are no signs that the army will withdraw. At least 22 people were killed by gunmen in the city of Gao on Tuesday, according to a doctors' committee.
`

// BenchmarkParse measures all of Parse on one core; it reports tokens a second.
func BenchmarkParse(b *testing.B) {
	s := strings.Repeat(report, 10)
	doc := parse(b, s)
	tokens := 0
	for k := range doc.Sentences {
		tokens += len(doc.Sentences[k].Tokens)
	}
	for b.Loop() {
		if _, err := text.Parse(context.Background(), s); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(tokens)*float64(b.N)/b.Elapsed().Seconds(), "tokens/s")
}

// BenchmarkTokenize measures sentences and tokens alone.
func BenchmarkTokenize(b *testing.B) {
	s := strings.Repeat(report, 100)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		text.Tokenize(s)
	}
}

// TestMegabyte takes a text that no report is as long as.
func TestMegabyte(t *testing.T) {
	s := strings.Repeat(report, 1<<20/len(report)/8)
	start := time.Now()
	checkDoc(t, s, parse(t, s))
	if d := time.Since(start); d > 60*time.Second {
		t.Errorf("%d bytes took %v", len(s), d)
	}
}
