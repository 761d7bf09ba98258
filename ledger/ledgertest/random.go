package ledgertest

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tocsin"
	"tocsin/ledger"
	"tocsin/ledger/memory"
)

// random lives the same random history in the backend and in memory, and asks
// both for everything at random dates.
func random(t *testing.T, open Open) {
	rapid.Check(t, func(rt *rapid.T) {
		l, ref := open(t), memory.New()
		defer l.Close()
		n := rapid.IntRange(1, 12).Draw(rt, "steps")
		for i := range n {
			op := draw(rt, i)
			got, errGot := op(l)
			want, errWant := op(ref)
			if got != want || (errGot == nil) != (errWant == nil) || errWant != nil && tocsin.CodeOf(errGot) != tocsin.CodeOf(errWant) {
				rt.Fatalf("step %d: %v, %v; memory: %v, %v", i, got, errGot, want, errWant)
			}
		}
		shown := -1
		for _, at := range []string{"2020-08-18", "2020-08-20", "2021-06-10", "2026-01-02"} {
			a, b := snapshot(t, l.View(on(at))), snapshot(t, ref.View(on(at)))
			if a != b {
				rt.Fatalf("at %s:\n%s\nmemory:\n%s", at, a, b)
			}
			if reports := len(titles(t, l.View(on(at)))); reports < shown {
				rt.Fatalf("at %s %d reports are known, %d were before", at, reports, shown)
			} else {
				shown = reports
			}
		}
		before := clock(rapid.IntRange(0, n).Draw(rt, "before"))
		if a, b := snapshot(t, l.View(0).RecordedBefore(before)), snapshot(t, ref.View(0).RecordedBefore(before)); a != b {
			rt.Fatalf("recorded before %s:\n%s\nmemory:\n%s", before, a, b)
		}
		if err := l.Verify(ctx); err != nil {
			rt.Fatal(err)
		}
	})
}

// draw makes one step of a history; the i-th is recorded at clock(i).
func draw(rt *rapid.T, i int) func(ledger.Ledger) (ledger.Added, error) {
	which := rapid.IntRange(0, 3).Draw(rt, "which")
	published := rapid.SampledFrom([]string{"", "2020-08-18", "2020-08-20", "2026-01-02"}).Draw(rt, "published")
	r, raw := Report(fmt.Sprint("page ", which), "", "Soldiers", "Diaw")
	if published != "" {
		r.Published = on(published)
	}
	_, list, _ := Reading(r, "rules-1", clock(i), 0.5, "Soldiers", "Diaw")
	switch rapid.SampledFrom([]string{"report", "report", "revise", "reading", "reading", "dataset", "review", "grade", "mark", "undo", "match", "redact"}).Draw(rt, "op") {
	case "report":
		return func(l ledger.Ledger) (ledger.Added, error) { return l.AddReport(ctx, r, raw, clock(i)) }
	case "revise":
		old, _ := Report(fmt.Sprint("page ", (which+1)%4), "", "Soldiers", "Diaw")
		r.Revises = old.ID
		return func(l ledger.Ledger) (ledger.Added, error) { return l.AddReport(ctx, r, raw, clock(i)) }
	case "reading":
		names := rapid.SampledFrom([][]string{{}, {"Soldiers"}, {"Diaw", "Soldiers"}}).Draw(rt, "names")
		rd, list, links := Reading(r, "rules-1", clock(i), rapid.SampledFrom([]float64{0.5, 0.9}).Draw(rt, "score"), names...)
		return func(l ledger.Ledger) (ledger.Added, error) { return l.AddReading(ctx, rd, list, links) }
	case "dataset":
		var events []tocsin.DataEvent
		for id := range rapid.IntRange(1, 3).Draw(rt, "events") {
			events = append(events, event(id, rapid.SampledFrom([]string{"Mali", "Niger"}).Draw(rt, "country"), "2020-08-18", id-1))
		}
		f := fill(fmt.Sprint(which, len(events), events[0].Country), rapid.SampledFrom([]string{"", "21.1"}).Draw(rt, "vintage"),
			rapid.SampledFrom([]string{"", "2021-06-10"}).Draw(rt, "released"), events...)
		return func(l ledger.Ledger) (ledger.Added, error) {
			_, added, err := l.AddDataset(ctx, clock(i), f)
			return added, err
		}
	case "review":
		rv := tocsin.Review{Statement: list[i%2].ID, Verdict: "accept", By: "a", Recorded: clock(i)}
		return func(l ledger.Ledger) (ledger.Added, error) { return l.AddReview(ctx, rv) }
	case "grade":
		g := tocsin.Grade{Of: list[i%2].ID, Grade: "3", By: "a", Why: "b", Recorded: clock(i)}
		return func(l ledger.Ledger) (ledger.Added, error) { return l.AddGrade(ctx, g) }
	case "mark":
		m := tocsin.Mark{Report: r.ID, TLP: "RED", By: "a", Why: "b", Recorded: clock(i)}
		return func(l ledger.Ledger) (ledger.Added, error) { return l.AddMark(ctx, m) }
	case "undo":
		earlier := rapid.IntRange(0, i).Draw(rt, "earlier")
		rv := tocsin.Review{Statement: list[earlier%2].ID, Verdict: "accept", By: "a", Recorded: clock(earlier)}
		u := tocsin.Undo{Record: rv.ComputeID(), By: "a", Why: "b", Recorded: clock(i)}
		return func(l ledger.Ledger) (ledger.Added, error) { return l.AddUndo(ctx, u) }
	case "match":
		m := tocsin.Match{Left: "a", Right: fmt.Sprint(which), Verdict: "unsure", By: "a", Recorded: clock(0)}
		return func(l ledger.Ledger) (ledger.Added, error) { return l.AddMatch(ctx, m) }
	}
	return func(l ledger.Ledger) (ledger.Added, error) {
		return l.Redact(ctx, tocsin.Redaction{Hash: r.ID, By: "a", Why: "b", Recorded: clock(i)})
	}
}

// snapshot writes down all that a view shows.
func snapshot(t *testing.T, v ledger.View) string {
	vintages, err := v.Vintages(ctx)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for _, r := range collect(t, v.Reports(ctx)) {
		out.WriteString(fmt.Sprintf("report %s %s %s revises %s, %d bytes\n", r.ID[:15], r.Published, r.Title, r.Revises, len(r.Text)))
	}
	for _, rd := range collect(t, v.Readings(ctx)) {
		out.WriteString(fmt.Sprintln("reading", rd.ID, rd.Recorded, len(rd.Statements)))
	}
	for _, s := range collect(t, v.Statements(ctx, ledger.Filter{})) {
		out.WriteString(fmt.Sprintln("statement", s.ID, s.Recorded, s.Places[0].Candidates[0].Score))
	}
	for _, k := range collect(t, v.Links(ctx)) {
		out.WriteString(fmt.Sprintln("link", k.From, k.To, k.Recorded))
	}
	for _, w := range vintages {
		out.WriteString(fmt.Sprintln("vintage", w.Vintage, w.Released, w.File, w.Countries, w.Recorded))
	}
	for _, ev := range collect(t, v.Events(ctx)) {
		out.WriteString(fmt.Sprintln("event", ev.ID, ev.Country, ev.Best == nil))
	}
	for _, r := range collect(t, v.Reviews(ctx)) {
		out.WriteString(fmt.Sprintln("review", r.Statement, r.Recorded))
	}
	for _, m := range collect(t, v.Matches(ctx)) {
		out.WriteString(fmt.Sprintln("match", m.Left, m.Right, m.Recorded))
	}
	for _, g := range collect(t, v.Grades(ctx)) {
		out.WriteString(fmt.Sprintln("grade", g.Of, g.Recorded))
	}
	for _, m := range collect(t, v.Marks(ctx)) {
		out.WriteString(fmt.Sprintln("mark", m.Report, m.Recorded))
	}
	for _, u := range collect(t, v.Undos(ctx)) {
		out.WriteString(fmt.Sprintln("undo", u.Record, u.Recorded))
	}
	for _, words := range []string{"soldiers", `"launched a coup" -diaw`, "pag* 2", "MALI"} {
		out.WriteString(fmt.Sprintln("search", words, find(t, v, words), findStatements(t, v, words)))
	}
	for _, c := range collect(t, v.Changes(ctx, clock(3))) {
		out.WriteString(fmt.Sprintln("change", c.Seq, c.Kind, c.Key, c.Subject, c.Known, c.Recorded, c.Destroyed, c.Added, c.Gone))
	}
	for _, r := range collect(t, v.Redactions(ctx)) {
		out.WriteString(fmt.Sprintln("redaction", r.Hash))
	}
	return out.String()
}
