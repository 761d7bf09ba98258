// Package ledgertest is the suite that every backend of package ledger must
// pass. It takes a function that opens an empty ledger and runs stories on it:
// what a view shows at a date, what adding twice does, what stays of a redacted
// report; and, last, random histories on which the backend must agree with
// package memory in every list and every order.
package ledgertest

import (
	"context"
	"errors"
	"iter"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tocsin"
	"tocsin/ledger"
)

// Open opens an empty ledger; it is closed by the caller.
type Open func(tb testing.TB) ledger.Ledger

// Run runs the suite.
func Run(t *testing.T, open Open) {
	for _, story := range []struct {
		name string
		tell func(t *testing.T, l ledger.Ledger)
	}{
		{"a report counts from its publication", reportCounts},
		{"a report is corrected, its text stays", reportCorrected},
		{"a report that is not what it says is refused", reportRefused},
		{"the latest reading of a report counts", latestReading},
		{"a reading must quote its report", readingRefused},
		{"a revision hides the statements of what it revises", revision},
		{"a filter narrows statements", filtered},
		{"an import that fails adds nothing", failedImport},
		{"a dataset is imported once", datasetOnce},
		{"a vintage counts from its release", vintageCounts},
		{"a newer vintage replaces or goes before", newerVintage},
		{"a release can be told later", toldLater},
		{"reviews and matches count from their record", judgements},
		{"grades, marks, undos and kept briefs stay as they were made", graded},
		{"judgements that break their form are refused", gradesRefused},
		{"redacted bytes are gone and the chain holds", redacted},
		{"with a report go the judgements on it", judgementsRedacted},
		{"an id is found by how it begins", found},
		{"changes since a time", changed},
		{"an earlier head is found again", heads},
		{"words are found in reports", searchReports},
		{"words are found in statements", searchStatements},
		{"what is said by a source is found by its name", spoken},
		{"place files come back as they were", places},
		{"the audit view ends where the record did", audit},
		{"readers see what was committed", concurrent},
	} {
		t.Run(story.name, func(t *testing.T) {
			l := open(t)
			defer l.Close()
			story.tell(t, l)
			if err := l.Verify(context.Background()); err != nil {
				t.Errorf("afterwards the ledger does not verify: %v", err)
			}
		})
	}
	t.Run("a random history shows what memory shows", func(t *testing.T) { random(t, open) })
	t.Run("what is found is what memory finds", func(t *testing.T) { searchAgrees(t, open) })
}

var ctx = context.Background()

// must fails the test on an error and on anything but the addition expected.
func must(t *testing.T, want string, added ledger.Added, err error) {
	t.Helper()
	got := "added"
	switch {
	case err != nil:
		got = "error: " + err.Error()
	case added.Already:
		got = "already"
	}
	if got != want {
		t.Fatalf("got %q, want %q", got, want)
	}
}

// collect drains a list.
func collect[T any](t testing.TB, seq iter.Seq2[T, error]) []T {
	t.Helper()
	list := []T{}
	for v, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, v)
	}
	return list
}

func same(t *testing.T, what string, got, want any) {
	t.Helper()
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("%s (-want +got):\n%s", what, diff)
	}
}

// titles lists the reports of a view.
func titles(t testing.TB, v ledger.View) []string {
	list := []string{}
	for _, r := range collect(t, v.Reports(ctx)) {
		list = append(list, r.Title)
	}
	return list
}

// actors lists who acts in the statements of a view.
func actors(t testing.TB, v ledger.View, f ledger.Filter) []string {
	list := []string{}
	for _, s := range collect(t, v.Statements(ctx, f)) {
		list = append(list, s.Actors[0].Text)
	}
	return list
}

func on(day string) tocsin.Date { return tocsin.MustDate(day) }

func wantCode(t *testing.T, err error, code tocsin.Code) {
	t.Helper()
	if _, ok := errors.AsType[*tocsin.Error](err); !ok || tocsin.CodeOf(err) != code {
		t.Fatalf("got error %v, want one with the code %s", err, code)
	}
}

func reportCounts(t *testing.T, l ledger.Ledger) {
	later, rawLater := Report("later", "2020-08-20", "Diaw")
	first, rawFirst := Report("first", "2020-08-19", "Soldiers")
	undated, rawUndated := Report("undated", "", "Someone")
	for _, x := range []struct {
		r   tocsin.Report
		raw []byte
	}{{later, rawLater}, {first, rawFirst}, {undated, rawUndated}} {
		added, err := l.AddReport(ctx, x.r, x.raw, clock(1))
		must(t, "added", added, err)
		added, err = l.AddReport(ctx, x.r, x.raw, clock(2))
		must(t, "already", added, err)
	}
	same(t, "on 18 August", titles(t, l.View(on("2020-08-18"))), []string{})
	same(t, "on 19 August", titles(t, l.View(on("2020-08-19"))), []string{"first"})
	same(t, "on 20 August", titles(t, l.View(on("2020-08-20"))), []string{"first", "later"})
	same(t, "on the day of the import", titles(t, l.View(on("2026-01-01"))), []string{"first", "later", "undated"})
	same(t, "ever", titles(t, l.View(0)), []string{"first", "later", "undated"})

	got, err := l.View(0).Report(ctx, first.ID)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "the report", got, first)
	raw, err := l.View(0).Raw(ctx, first.ID)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "its bytes", string(raw), string(rawFirst))
	_, err = l.View(on("2020-08-18")).Report(ctx, first.ID)
	wantCode(t, err, tocsin.NotFound)
	_, err = l.View(on("2020-08-18")).Raw(ctx, first.ID)
	wantCode(t, err, tocsin.NotFound)
}

func reportCorrected(t *testing.T, l ledger.Ledger) {
	r, raw := Report("page", "", "Soldiers")
	added, err := l.AddReport(ctx, r, raw, clock(1))
	must(t, "added", added, err)
	dated := r
	dated.Published, dated.Publisher = on("2020-08-20"), "Another"
	added, err = l.AddReport(ctx, dated, raw, clock(2))
	must(t, "added", added, err)
	r.Publisher = "" // nothing new is said
	added, err = l.AddReport(ctx, r, raw, clock(3))
	must(t, "already", added, err)
	same(t, "now", collect(t, l.View(on("2020-08-20")).Reports(ctx)), []tocsin.Report{dated})
	same(t, "before the correction", collect(t, l.View(on("2020-08-20")).RecordedBefore(clock(2)).Reports(ctx)), []tocsin.Report{})

	other := dated
	other.Text += "x"
	other.TextHash = tocsin.Hash([]byte(other.Text))
	_, err = l.AddReport(ctx, other, raw, clock(4))
	wantCode(t, err, tocsin.Conflict)
}

func reportRefused(t *testing.T, l ledger.Ledger) {
	r, raw := Report("page", "2020-08-20", "Soldiers")
	_, err := l.AddReport(ctx, r, append(raw, 'x'), clock(1))
	wantCode(t, err, tocsin.Invalid)
	_, err = l.AddReport(ctx, r, raw, time.Time{})
	wantCode(t, err, tocsin.Invalid)
	r.Text = "another"
	_, err = l.AddReport(ctx, r, raw, clock(1))
	wantCode(t, err, tocsin.Invalid)
	same(t, "nothing is there", titles(t, l.View(0)), []string{})
	head, err := l.Head(ctx)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "the head of an empty ledger", head, ledger.Head{})
}
