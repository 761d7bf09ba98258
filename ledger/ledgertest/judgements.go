package ledgertest

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"tocsin"
	"tocsin/ledger"
)

// history is one statement with a judgement of each kind on it.
type history struct {
	report    tocsin.Report
	statement string
	review    tocsin.Review
	grade     tocsin.Grade
	mark      tocsin.Mark
	undo      tocsin.Undo // of the review
	brief     tocsin.KeptBrief
}

// judge lives that history, each judgement twice: the second adds nothing.
func judge(t *testing.T, l ledger.Ledger, title string) history {
	t.Helper()
	r, raw := Report(title, "2020-08-20", "Soldiers")
	add(t, l, 1, r, raw, "Soldiers")
	id := collect(t, l.View(0).Statements(ctx, ledger.Filter{Report: r.ID}))[0].ID
	h := history{report: r, statement: id,
		review: tocsin.Review{Statement: id, Verdict: "accept", By: "an analyst", Recorded: clock(2)},
		grade:  tocsin.Grade{Of: id, Grade: "2", By: "an analyst", Why: "agrees with " + title, Recorded: clock(3)},
		mark:   tocsin.Mark{Report: r.ID, TLP: "AMBER", By: "an analyst", Why: "names a witness", Recorded: clock(4)},
		brief: tocsin.KeptBrief{Hash: tocsin.Hash([]byte(title)), Country: "Mali", At: on("2020-08-20"), Head: "sha256:00", TLP: "AMBER",
			Reports: []string{r.ID}, Statements: []string{id}, By: "an analyst", Recorded: clock(6)}}
	h.undo = tocsin.Undo{Record: h.review.ComputeID(), By: "another analyst", Why: "too early", Recorded: clock(5)}
	for _, want := range []string{"added", "already"} {
		added, err := l.AddReview(ctx, h.review)
		must(t, want, added, err)
		added, err = l.AddGrade(ctx, h.grade)
		must(t, want, added, err)
		added, err = l.AddMark(ctx, h.mark)
		must(t, want, added, err)
		added, err = l.AddUndo(ctx, h.undo)
		must(t, want, added, err)
		added, err = l.AddBrief(ctx, h.brief)
		must(t, want, added, err)
	}
	return h
}

func graded(t *testing.T, l ledger.Ledger) {
	h := judge(t, l, "page")
	source := tocsin.Grade{Of: "The Kidal Gazette", Grade: "B", From: on("2020-01-01"), By: "an analyst", Why: "right in five of six", Recorded: clock(7)}
	added, err := l.AddGrade(ctx, source)
	must(t, "added", added, err)
	v := l.View(0)
	same(t, "grades", collect(t, v.Grades(ctx)), []tocsin.Grade{h.grade, source})
	same(t, "marks", collect(t, v.Marks(ctx)), []tocsin.Mark{h.mark})
	same(t, "undos", collect(t, v.Undos(ctx)), []tocsin.Undo{h.undo})
	same(t, "briefs", collect(t, v.Briefs(ctx)), []tocsin.KeptBrief{h.brief})
	same(t, "what was undone stays", collect(t, v.Reviews(ctx)), []tocsin.Review{h.review})
	same(t, "before", collect(t, v.RecordedBefore(clock(7)).Grades(ctx)), []tocsin.Grade{h.grade})
	same(t, "on the day of the report", collect(t, l.View(on("2020-08-20")).Grades(ctx)), []tocsin.Grade{})

	again := tocsin.Undo{Record: h.undo.ComputeID(), By: "an analyst", Why: "it was right", Recorded: clock(8)}
	added, err = l.AddUndo(ctx, again)
	must(t, "added", added, err)
}

func gradesRefused(t *testing.T, l ledger.Ledger) {
	h := judge(t, l, "page")
	grade := func(change func(g *tocsin.Grade)) error {
		g := h.grade
		change(&g)
		_, err := l.AddGrade(ctx, g)
		return err
	}
	mark := func(change func(m *tocsin.Mark)) error {
		m := h.mark
		change(&m)
		_, err := l.AddMark(ctx, m)
		return err
	}
	undo := func(change func(u *tocsin.Undo)) error {
		u := h.undo
		change(&u)
		_, err := l.AddUndo(ctx, u)
		return err
	}
	wantCode(t, grade(func(g *tocsin.Grade) { g.Of = "st_none" }), tocsin.NotFound)
	wantCode(t, grade(func(g *tocsin.Grade) { g.Grade = "B" }), tocsin.Invalid)
	wantCode(t, grade(func(g *tocsin.Grade) { g.Of = "a source" }), tocsin.Invalid)
	wantCode(t, grade(func(g *tocsin.Grade) { g.From = 1 }), tocsin.Invalid)
	wantCode(t, grade(func(g *tocsin.Grade) { g.By = "" }), tocsin.Invalid)
	wantCode(t, grade(func(g *tocsin.Grade) { g.Why = "" }), tocsin.Invalid)
	wantCode(t, mark(func(m *tocsin.Mark) { m.Report = tocsin.Hash(nil) }), tocsin.NotFound)
	wantCode(t, mark(func(m *tocsin.Mark) { m.TLP = "PURPLE" }), tocsin.Invalid)
	wantCode(t, undo(func(u *tocsin.Undo) { u.Record = "rv_none" }), tocsin.NotFound)
	wantCode(t, undo(func(u *tocsin.Undo) { u.Record = h.report.ID }), tocsin.NotFound)
	wantCode(t, undo(func(u *tocsin.Undo) { u.Why = "" }), tocsin.Invalid)
	_, err := l.AddBrief(ctx, tocsin.KeptBrief{Hash: "brief.md", By: "an analyst", Recorded: clock(1)})
	wantCode(t, err, tocsin.Invalid)

	other := judge(t, l, "another page")
	stray := collect(t, l.View(0).Statements(ctx, ledger.Filter{Report: other.report.ID}))[0]
	stray.Recorded = nil
	_, err = l.AddReview(ctx, tocsin.Review{Statement: h.statement, Verdict: "correct", Correction: &stray, By: "an analyst", Recorded: clock(9)})
	wantCode(t, err, tocsin.Invalid)
	own := collect(t, l.View(0).Statements(ctx, ledger.Filter{Report: h.report.ID}))[0]
	own.Recorded, own.Outcome = nil, "failed"
	corrected := tocsin.Review{Statement: h.statement, Verdict: "correct", Correction: &own, By: "an analyst", Recorded: clock(9)}
	_, err = l.AddReview(ctx, corrected)
	wantCode(t, err, tocsin.Invalid) // it still has the id of what it corrects
	own.ID = own.ComputeID()
	added, err := l.AddReview(ctx, corrected)
	must(t, "added", added, err)
}

func judgementsRedacted(t *testing.T, l ledger.Ledger) {
	gone, stays := judge(t, l, "to be destroyed"), judge(t, l, "stays")
	again := tocsin.Undo{Record: gone.undo.ComputeID(), By: "an analyst", Why: "it was right", Recorded: clock(7)}
	added, err := l.AddUndo(ctx, again)
	must(t, "added", added, err)
	added, err = l.Redact(ctx, tocsin.Redaction{Hash: gone.report.ID, By: "the editor", Why: "endangers a witness", Recorded: clock(8)})
	must(t, "added", added, err)
	v := l.View(0)
	same(t, "reviews", collect(t, v.Reviews(ctx)), []tocsin.Review{stays.review})
	same(t, "grades", collect(t, v.Grades(ctx)), []tocsin.Grade{stays.grade})
	same(t, "marks", collect(t, v.Marks(ctx)), []tocsin.Mark{stays.mark})
	same(t, "undos", collect(t, v.Undos(ctx)), []tocsin.Undo{stays.undo})
	same(t, "the briefs that cite it", collect(t, v.Briefs(ctx)), []tocsin.KeptBrief{gone.brief, stays.brief})
	_, err = l.AddUndo(ctx, tocsin.Undo{Record: gone.grade.ComputeID(), By: "an analyst", Why: "why not", Recorded: clock(9)})
	wantCode(t, err, tocsin.NotFound)
	_, err = l.AddMark(ctx, tocsin.Mark{Report: gone.report.ID, TLP: "RED", By: "an analyst", Why: "late", Recorded: clock(9)})
	wantCode(t, err, tocsin.NotFound)
	var destroyed strings.Builder
	for _, c := range collect(t, v.Changes(ctx, clock(0))) {
		if c.Destroyed {
			destroyed.WriteString(c.Kind + " ")
		}
	}
	same(t, "destroyed", destroyed.String(), "report reading review grade mark undo undo ")
}

func found(t *testing.T, l ledger.Ledger) {
	h := judge(t, l, "page")
	for _, c := range []struct{ kind, id string }{{"report", h.report.ID}, {"statement", h.statement}, {"review", h.review.ComputeID()},
		{"grade", h.grade.ComputeID()}, {"mark", h.mark.ComputeID()}, {"undo", h.undo.ComputeID()}, {"brief", h.brief.ComputeID()}} {
		for _, n := range []int{len(c.id), len(c.id) / 2} {
			got, err := l.Find(ctx, c.id[:n])
			if err != nil {
				t.Fatal(err)
			}
			same(t, c.id[:n], got, []ledger.Ref{{Kind: c.kind, ID: c.id}})
		}
	}
	for _, typed := range []string{"", "st_none", "zz", h.report.ID + "0", "%", "st%"} {
		got, err := l.Find(ctx, typed)
		if err != nil {
			t.Fatal(err)
		}
		same(t, fmt.Sprintf("%q", typed), got, []ledger.Ref{})
	}
	got, err := l.Find(ctx, strings.TrimPrefix(h.report.ID, "sha256:")[:9])
	if err != nil {
		t.Fatal(err)
	}
	same(t, "a report without sha256:", got, []ledger.Ref{{Kind: "report", ID: h.report.ID}})
	for n := range 30 {
		r, raw := Report(fmt.Sprint("page ", n), "2020-08-20", "Soldiers")
		added, err := l.AddReport(ctx, r, raw, clock(1))
		must(t, "added", added, err)
	}
	if got, err = l.Find(ctx, "sha256:"); err != nil || len(got) != ledger.MaxFound {
		t.Errorf("%d found, %v", len(got), err)
	}
}

func changed(t *testing.T, l ledger.Ledger) {
	h := judge(t, l, "page")
	rd, list, links := Reading(h.report, "rules-2", clock(9), 0.5)
	added, err := l.AddReading(ctx, rd, list, links)
	must(t, "added", added, err)
	tell := func(v ledger.View, since int) []string {
		out := []string{}
		for _, c := range collect(t, v.Changes(ctx, clock(since))) {
			out = append(out, fmt.Sprintf("%d %s +%d -%d", c.Seq, c.Kind, len(c.Added), len(c.Gone)))
		}
		return out
	}
	same(t, "of all time", tell(l.View(0), 0), []string{"1 report +0 -0", "2 reading +1 -0", "3 review +0 -0", "4 grade +0 -0",
		"5 mark +0 -0", "6 undo +0 -0", "7 brief +0 -0", "8 reading +0 -1"})
	same(t, "since", tell(l.View(0), 6), []string{"7 brief +0 -0", "8 reading +0 -1"})
	same(t, "until", tell(l.View(0).RecordedBefore(clock(6)), 4), []string{"5 mark +0 -0", "6 undo +0 -0"})
	same(t, "after all", tell(l.View(0), 10), []string{})
	for _, c := range []struct{ year, want int }{{1, 8}, {1500, 8}, {2300, 0}, {9999, 0}} {
		day := time.Date(c.year, 1, 1, 0, 0, 0, 0, time.UTC)
		same(t, fmt.Sprint("since the year ", c.year), len(collect(t, l.View(0).Changes(ctx, day))), c.want)
		same(t, fmt.Sprint("until the year ", c.year), len(collect(t, l.View(0).RecordedBefore(day).Changes(ctx, clock(0)))), 8-c.want)
	}
}

func heads(t *testing.T, l ledger.Ledger) {
	a, raw := Report("a", "2020-08-20", "Soldiers")
	add(t, l, 1, a, raw, "Soldiers")
	early, err := l.Head(ctx)
	if err != nil {
		t.Fatal(err)
	}
	b, raw := Report("b", "2020-08-20", "Soldiers")
	add(t, l, 2, b, raw, "Soldiers")
	got, err := l.HeadAt(ctx, early.Chain)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "the earlier head", got, early)
	_, err = l.HeadAt(ctx, tocsin.Hash([]byte("another desk")))
	wantCode(t, err, tocsin.NotFound)
	_, err = l.HeadAt(ctx, "sha256:12")
	wantCode(t, err, tocsin.Invalid)
}
