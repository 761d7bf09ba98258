package sqlite_test

import (
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tocsin"
	"tocsin/ledger"
	"tocsin/ledger/sqlite"
)

// The desk that the speeds of docs/design.md are measured on.
const (
	largeReports = 1000
	largeEach    = 100 // statements of a report
)

// word makes the n-th word of an invented language.
func word(n int) string {
	const syllables = "ka ri mo ta ven su lo pe dar gi nu sha be fo zi ral"
	list := strings.Fields(syllables)
	s := ""
	for n++; n > 0; n /= len(list) {
		s += list[n%len(list)]
	}
	return s
}

// A writing hand draws words as languages do: few of them often, most of them
// seldom.
type hand struct{ zipf *rand.Zipf }

func newHand(seed uint64) hand {
	return hand{rand.NewZipf(rand.New(rand.NewPCG(seed, 7)), 1.1, 8, 30_000)}
}

func (h hand) words(n int) string {
	list := make([]string, n)
	for i := range list {
		list[i] = word(int(h.zipf.Uint64()))
	}
	return strings.Join(list, " ")
}

// largeReport makes the n-th report, of about a thousand words, and its reading.
func largeReport(h hand, n int) (tocsin.Report, tocsin.Reading, []tocsin.Statement) {
	var b strings.Builder
	var spans [][3]int // of the sentence, and the end of its first word
	for range largeEach {
		from := b.Len()
		b.WriteString(h.words(10) + ". ")
		spans = append(spans, [3]int{from, b.Len() - 1, from + strings.IndexByte(b.String()[from:], ' ')})
	}
	text := b.String()
	r := tocsin.Report{ID: tocsin.Hash([]byte(text)), TextHash: tocsin.Hash([]byte(text)), Text: text, Title: h.words(5), Publisher: fmt.Sprint("paper ", n%40),
		Language: "en", MediaType: "text/plain", Published: tocsin.MustDate("2020-01-01").AddDays(n)}
	at := noon.Add(time.Duration(n) * time.Hour)
	rd := tocsin.Reading{Report: r.ID, Reader: "rules-1", Recorded: at}
	var list []tocsin.Statement
	for _, p := range spans {
		span := tocsin.Span{p[0], p[1]}
		who := tocsin.Span{p[0], p[2]}
		s := tocsin.Statement{V: tocsin.SchemaVersion, Kind: tocsin.KindEvent, Act: "coup", Codebook: "plover-0.8+tocsin-1", Quote: span.In(text), Span: span,
			Actors: []tocsin.Mention{{Text: who.In(text), Span: who, How: "nominal"}}, Recipients: []tocsin.Mention{}, Says: []tocsin.Speaker{},
			Places: []tocsin.Place{{Role: "in", Text: "Mali", Precision: "country", Candidates: []tocsin.Candidate{{ID: "geonames:2453866", Name: "Mali", Lat: 18, Lon: -2, Score: 0.9}}}},
			When:   tocsin.UnknownWhen(), Outcome: "under_way", Certainty: tocsin.NewCertainty("is", "certain", "asserted"), Report: r.ID, Reader: "rules-1", Published: r.Published}
		s.Certainty.Cues = []tocsin.Cue{}
		s.ID = s.ComputeID()
		list = append(list, s)
		rd.Statements = append(rd.Statements, s.ID)
	}
	rd.ID = rd.ComputeID()
	return r, rd, list
}

// large makes the desk, and returns where it is.
func large(b *testing.B) (*sqlite.Ledger, string) {
	b.Helper()
	path := filepath.Join(b.TempDir(), "desk.db")
	l := must(sqlite.Open(ctx, path))
	b.Cleanup(func() { l.Close() })
	h := newHand(1)
	for n := range largeReports {
		r, rd, list := largeReport(h, n)
		must(l.AddReport(ctx, r, []byte(r.Text), rd.Recorded))
		must(l.AddReading(ctx, rd, list, nil))
	}
	return l, path
}

// largeQueries are searches as people make them: a word that is everywhere, some
// that are here and there, a rare one, two together, a phrase, a beginning, one
// without another; and the worst of them: a word that all statements have, with
// another, a single letter that begins one in sixteen words, two that begin many, a
// phrase of the two words that are everywhere.
func largeQueries() []string {
	h := newHand(1)
	phrase := strings.Fields(h.words(40))
	return []string{word(0), word(5), word(40), word(300), word(3000), word(25_000), word(12) + " " + word(90), word(3) + " " + word(700),
		`"` + phrase[10] + " " + phrase[11] + `"`, word(80)[:4] + "*", word(20) + " -" + word(1), word(1) + " " + word(2) + " " + word(3),
		"mali", "mali " + word(0), "m*", "sh*", `"` + word(0) + " " + word(1) + `"`}
}

// each runs do again and again with a number that counts up, and reports how long
// it took nineteen times in twenty.
func each(b *testing.B, do func(n int) int) {
	b.Helper()
	var took []time.Duration
	found := 0
	for n := 0; b.Loop(); n++ {
		begin := time.Now()
		found += do(n)
		took = append(took, time.Since(begin))
	}
	slices.Sort(took)
	b.ReportMetric(float64(took[len(took)*95/100])/1e6, "p95-ms")
	b.ReportMetric(float64(found)/float64(len(took)), "found/op")
}

// BenchmarkLarge is what a desk of 1,000 reports and 100,000 statements is asked.
func BenchmarkLarge(b *testing.B) {
	l, path := large(b)
	queries := largeQueries()
	day := func(n int) tocsin.Date { return tocsin.MustDate("2020-01-01").AddDays(300 + n*37%700) }
	b.Run("search/reports", func(b *testing.B) {
		each(b, func(n int) int {
			return len(must(l.View(day(n)).SearchReports(ctx, must(ledger.ParseQuery(queries[n%len(queries)])))))
		})
	})
	b.Run("search/statements", func(b *testing.B) {
		each(b, func(n int) int {
			return len(must(l.View(day(n)).SearchStatements(ctx, must(ledger.ParseQuery(queries[n%len(queries)])))))
		})
	})
	for i, q := range queries {
		b.Run(fmt.Sprint("search/statements/query", i), func(b *testing.B) {
			each(b, func(n int) int { return len(must(l.View(day(n)).SearchStatements(ctx, must(ledger.ParseQuery(q))))) })
		})
	}
	for name, since := range map[string]time.Time{"day": noon.Add(990 * time.Hour), "ever": {}} {
		b.Run("changes/"+name, func(b *testing.B) {
			each(b, func(int) int { return len(all(b, l.View(0).Changes(ctx, since))) })
		})
	}
	// What a page shows as of a day: which reports were known, how many statements
	// they make, and the first hundred of them.
	b.Run("view", func(b *testing.B) {
		each(b, func(n int) int { return page(b, l.View(day(n))) })
	})
	b.Run("statements/all", func(b *testing.B) {
		each(b, func(int) int { return len(all(b, l.View(0).Statements(ctx, ledger.Filter{}))) })
	})
	b.Run("open", func(b *testing.B) {
		each(b, func(int) int {
			l := must(sqlite.Open(ctx, path))
			defer l.Close()
			return int(must(l.Head(ctx)).Seq)
		})
	})
	b.Run("verify", func(b *testing.B) {
		each(b, func(int) int {
			if err := l.Verify(ctx); err != nil {
				b.Fatal(err)
			}
			return 1
		})
	})
	b.Run("redact", func(b *testing.B) {
		reports := all(b, l.View(0).Reports(ctx))
		each(b, func(n int) int {
			must(l.Redact(ctx, tocsin.Redaction{Hash: reports[n].ID, By: "a", Why: "b", Recorded: noon}))
			return 1
		})
	})
}

// page reads what a page shows of a view and counts the statements known.
func page(b *testing.B, v ledger.View) (known int) {
	for _, err := range v.Reports(ctx) {
		if err != nil {
			b.Fatal(err)
		}
	}
	first := 0
	for _, err := range v.Statements(ctx, ledger.Filter{}) {
		if first++; err != nil || first == 100 {
			break
		}
	}
	return must(v.Count(ctx)).Statements
}
