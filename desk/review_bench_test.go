package desk_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tocsin"
	"tocsin/desk"
	"tocsin/ledger/sqlite"
	"tocsin/source/file"
)

// The desk on which the speed of judging is measured.
const (
	benchReports = 1000
	benchEach    = 100  // statements of a report
	benchReviews = 2000 // a tenth of them undone
)

// reviewedDesk is a desk of that size on disk: one report is read, and a thousand
// like it are written, on one day each; then a person judges.
func reviewedDesk(b *testing.B) *desk.Desk {
	b.Helper()
	dir := filepath.Join(b.TempDir(), "desk")
	now := time.Date(2031, 5, 7, 9, 0, 0, 0, time.UTC)
	o := desk.Options{Now: func() time.Time { return now }}
	d, _, err := desk.Create(ctx, dir, o)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { d.Close() })
	rep, result, err := d.ReadFile(ctx, "post.txt", []byte(strings.Repeat(coupText+"\n", benchEach)), file.Options{Publisher: "Alder Post", Published: tocsin.MustDate("2031-05-06")})
	if err != nil || len(result.Statements) < benchEach {
		b.Fatalf("%d statements, %v", len(result.Statements), err)
	}
	l, err := sqlite.Open(ctx, filepath.Join(dir, desk.Database))
	if err != nil {
		b.Fatal(err)
	}
	var ids []string
	for i := range benchReports {
		at := now.AddDate(0, 0, i-benchReports)
		ids = append(ids, writeLike(b, l, rep, result.Statements[:benchEach], i, at)...)
	}
	if err := l.Close(); err != nil {
		b.Fatal(err)
	}
	for i := range benchReviews {
		rv := tocsin.Review{Statement: ids[i*37%len(ids)], Verdict: []string{"accept", "reject"}[i%2], By: "Ada", Why: "beside the text", Recorded: now.Add(time.Duration(i) * time.Second)}
		if _, err := d.Judge().AddReview(ctx, rv); err != nil {
			b.Fatal(err)
		}
		if i%10 == 0 {
			if _, err := d.Judge().AddUndo(ctx, tocsin.Undo{Record: rv.ComputeID(), By: "Ben", Why: "hasty", Recorded: rv.Recorded.Add(time.Millisecond)}); err != nil {
				b.Fatal(err)
			}
		}
	}
	return d
}

// writeLike writes the i-th report like one that was read, and returns the ids of
// its statements.
func writeLike(b *testing.B, l *sqlite.Ledger, rep tocsin.Report, like []tocsin.Statement, i int, at time.Time) (ids []string) {
	b.Helper()
	rep.Text += fmt.Sprintf("\nReport %04d.\n", i)
	rep.ID, rep.TextHash, rep.Title = tocsin.Hash([]byte(rep.Text)), tocsin.Hash([]byte(rep.Text)), fmt.Sprint("Report ", i)
	list := make([]tocsin.Statement, len(like))
	for n, s := range like {
		s.Report = rep.ID
		s.ID = s.ComputeID()
		list[n] = s
		ids = append(ids, s.ID)
	}
	rd := tocsin.Reading{Report: rep.ID, Reader: "rules-1", Recorded: at, Statements: ids}
	rd.ID = rd.ComputeID()
	if _, err := l.AddReport(ctx, rep, []byte(rep.Text), at); err != nil {
		b.Fatal(err)
	}
	if _, err := l.AddReading(ctx, rd, list, nil); err != nil {
		b.Fatal(err)
	}
	return ids
}

// BenchmarkJudging is what a person asks of a desk with 1,000 reports and 100,000
// statements: what changed, what stands, and one more judgement.
func BenchmarkJudging(b *testing.B) {
	d := reviewedDesk(b)
	list, err := d.Reviewed(ctx, 0)
	if err != nil || len(list) != benchReports*benchEach {
		b.Fatalf("%d statements, %v", len(list), err)
	}
	one := list[len(list)-1].ID
	for _, q := range []struct {
		name string
		ask  func(n int) error
	}{
		{"changes/a month", func(int) error { _, err := d.Changes(ctx, tocsin.MustDate("2031-04-07")); return err }},
		{"changes/all", func(int) error { _, err := d.Changes(ctx, 0); return err }},
		{"judgements", func(int) error { _, err := d.Judgements(ctx); return err }},
		{"accept", func(n int) error {
			_, err := d.Accept(ctx, one, desk.Signature{By: "Ada", Why: fmt.Sprint("reason ", n)})
			return err
		}},
		{"history", func(int) error { _, err := d.History(ctx, one); return err }},
		{"statements/a report", func(int) error { _, err := d.Reviewed(ctx, 0, list[0].Report); return err }},
	} {
		b.Run(q.name, func(b *testing.B) {
			for n := 0; b.Loop(); n++ {
				if err := q.ask(n); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
