package desk_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tocsin"
	"tocsin/desk"
	"tocsin/source/file"
)

var ctx = context.Background()

// coupText tells of a coup and of dead on two days.
const coupText = "On 4 May 2031, soldiers launched a coup in Bamako, Mali.\n\nOn 5 May 2031, soldiers killed six people in Bamako, Mali.\n"

// judgedDesk is a desk with one small report in it; its clock stands still.
func judgedDesk(t *testing.T) (*desk.Desk, []string, string) {
	d := desk.Ephemeral(desk.Options{Now: func() time.Time { return time.Date(2031, 5, 7, 9, 0, 0, 0, time.UTC) }})
	t.Cleanup(func() { d.Close() })
	ids, report := importCoup(t, d)
	return d, ids, report
}

func importCoup(t rapid.TB, d *desk.Desk) (ids []string, report string) {
	done, err := d.ImportReport(ctx, "post.txt", []byte(coupText), file.Options{Publisher: "Alder Post", Published: tocsin.MustDate("2031-05-06")})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range done.Reading.Statements {
		ids = append(ids, s.ID)
	}
	return ids, done.Report.ID
}

// TestAnyHistory: after any sequence of judgements and undos the desk stands as
// one on which only what was not taken back was ever judged, in the same order.
func TestAnyHistory(t *testing.T) {
	d, ids, report := judgedDesk(t)
	rapid.Check(t, func(rt *rapid.T) {
		lived, plain := d.Sibling(), d.Sibling() // the plain one gets only what stands
		defer lived.Close()
		defer plain.Close()
		importCoup(rt, lived)
		importCoup(rt, plain)
		var steps []step
		for i := range rapid.IntRange(1, 14).Draw(rt, "steps") {
			s := drawStep(rt, i, steps, ids, report)
			done, err := s.do(lived, s)
			if err != nil {
				s.refused = true // such as a match that a split forbids
			}
			s.id, s.already = done.ID, done.Already
			steps = append(steps, s)
		}
		for i := len(steps) - 1; i >= 0; i-- { // an undo can name only what was before it
			if s := &steps[i]; s.undoes >= 0 && !s.refused && !s.already && !s.gone {
				steps[s.undoes].gone = true
			}
		}
		for _, s := range steps {
			if s.undoes < 0 && !s.gone && !s.refused && !s.already {
				if _, err := s.do(plain, s); err != nil {
					rt.Skip("a step was admitted only thanks to one that was taken back later") // see TestSplitAfterUndo
				}
			}
		}
		if a, b := standing(t, lived, ids, report), standing(t, plain, ids, report); a != b {
			rt.Fatalf("after %+v\nthe desk stands\n%s\nand replayed\n%s", steps, a, b)
		}
	})
}

// A step is one thing that a person does.
type step struct {
	do      func(*desk.Desk, step) (desk.Judged, error)
	words   string
	id      string // of the record it made
	undoes  int    // the step it takes back; -1: none
	target  string // the record it takes back
	gone    bool
	refused bool
	already bool
}

// drawStep draws a judgement, or an undo of an earlier one that was admitted.
func drawStep(rt *rapid.T, i int, before []step, ids []string, report string) step {
	by := desk.Signature{By: rapid.SampledFrom([]string{"Ada", "Ben"}).Draw(rt, "by"), Why: fmt.Sprint("reason ", i)}
	id := rapid.SampledFrom(ids).Draw(rt, "statement")
	s := step{undoes: -1}
	what := rapid.SampledFrom([]string{"accept", "reject", "correct", "match", "split", "grade", "credit", "mark", "undo", "undo", "undo"}).Draw(rt, "what")
	s.words = what
	switch what {
	case "accept":
		s.do = func(d *desk.Desk, _ step) (desk.Judged, error) { return d.Accept(ctx, id, by) }
	case "reject":
		s.do = func(d *desk.Desk, _ step) (desk.Judged, error) { return d.Reject(ctx, id, by) }
	case "correct":
		// Whole, so that it does not depend on a correction before it.
		e := desk.Edit{Actors: []string{rapid.SampledFrom([]string{"guards", "rebels"}).Draw(rt, "actor")}}
		s.do = func(d *desk.Desk, _ step) (desk.Judged, error) { return d.Correct(ctx, id, e, by) }
	case "match", "split":
		names := rapid.SampledFrom([][2]string{{"soldiers", "guards"}, {"guards", "JNIM"}, {"soldiers", "JNIM"}}).Draw(rt, "names")
		f := (*desk.Desk).Match
		if what == "split" {
			f = (*desk.Desk).Split
		}
		s.do = func(d *desk.Desk, _ step) (desk.Judged, error) {
			return f(d, ctx, tocsin.MatchActor, names[0], names[1], by)
		}
	case "grade":
		g := rapid.SampledFrom(tocsin.Reliabilities).Draw(rt, "grade")
		from := tocsin.MustDate(rapid.SampledFrom([]string{"2031-05-01", "2031-05-06"}).Draw(rt, "from"))
		s.do = func(d *desk.Desk, _ step) (desk.Judged, error) { return d.Grade(ctx, "Alder Post", g, from, by) }
	case "credit":
		g := rapid.SampledFrom(tocsin.Credibilities[1:]).Draw(rt, "grade")
		s.do = func(d *desk.Desk, _ step) (desk.Judged, error) { return d.Grade(ctx, id, g, 0, by) }
	case "mark":
		w := rapid.SampledFrom(tocsin.TLPs).Draw(rt, "tlp")
		s.do = func(d *desk.Desk, _ step) (desk.Judged, error) { return d.Mark(ctx, report, w, by) }
	default:
		var made []int
		for k := range before {
			if !before[k].refused && !before[k].already {
				made = append(made, k)
			}
		}
		if len(made) == 0 {
			s.do = func(d *desk.Desk, _ step) (desk.Judged, error) { return d.Accept(ctx, id, by) }
			return s
		}
		s.undoes = rapid.SampledFrom(made).Draw(rt, "undoes")
		s.target = before[s.undoes].id
		s.do = func(d *desk.Desk, s step) (desk.Judged, error) { return d.Undo(ctx, s.target, by) }
	}
	return s
}

// standing writes down what a desk shows, names of records and times apart.
func standing(t *testing.T, d *desk.Desk, ids []string, report string) string {
	t.Helper()
	out := ""
	list, err := d.Reviewed(ctx, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range list {
		out += fmt.Sprintf("%s %q %s %v", r.ID[:9], r.Verdict(), r.Code, r.Corrected)
		if r.Review != nil {
			out += " " + r.Review.By + ": " + r.Review.Why
		}
		for _, m := range r.Actors {
			out += fmt.Sprintf(" %s=%q", m.Text, m.ID)
		}
		out += "\n"
	}
	judged, err := d.Statements(ctx, 0)
	if err != nil {
		t.Fatal(err)
	}
	for i := range judged {
		judged[i].Recorded = nil
		line, err := json.Marshal(&judged[i])
		if err != nil {
			t.Fatal(err)
		}
		out += string(line) + "\n"
	}
	j, err := d.Judgements(ctx)
	if err != nil {
		t.Fatal(err)
	}
	return out + j.Marking(&tocsin.Report{ID: report})
}

// TestCorrectionStaysBeside: what was read is never rewritten; the correction has
// its words, its links and its name.
func TestCorrectionStaysBeside(t *testing.T) {
	d, ids, _ := judgedDesk(t)
	by := desk.Signature{By: "Ada", Why: "the radio says so"}
	if _, err := d.Correct(ctx, ids[0], desk.Edit{Places: []string{"Kati"}, When: "2031-05"}, by); err != nil {
		t.Fatal(err)
	}
	list, err := d.Reviewed(ctx, 0, ids[0])
	if err != nil || len(list) != 1 {
		t.Fatalf("%d statements, %v", len(list), err)
	}
	r := list[0]
	if r.Read.ID != ids[0] || r.Read.ComputeID() != ids[0] || r.Read.Places[0].Text == "Kati" {
		t.Errorf("what was read is %s at %v", r.Read.ID, r.Read.Places)
	}
	if r.ID != ids[0] || r.Places[0].Text != "Kati" || r.When.To != tocsin.MustDate("2031-05-31") || r.When.Precision != "month" || r.Quote != r.Read.Quote {
		t.Errorf("corrected: %s at %v on %v", r.ID, r.Places, r.When)
	}
	// A second correction builds on the first.
	if _, err := d.Correct(ctx, ids[0], desk.Edit{Polarity: "is_not"}, by); err != nil {
		t.Fatal(err)
	}
	if list, _ = d.Reviewed(ctx, 0, ids[0]); len(list[0].Corrected) != 3 {
		t.Errorf("corrected: %q", list[0].Corrected)
	}
}

// TestWhoAndWhy: a judgement without an author or a reason is none.
func TestWhoAndWhy(t *testing.T) {
	d, ids, report := judgedDesk(t)
	for _, by := range []desk.Signature{{}, {By: " ", Why: "x"}, {By: "Ada"}} {
		_, errs := d.Accept(ctx, ids[0], by)
		for _, err := range []error{errs, second(d.Reject(ctx, ids[0], by)), second(d.Correct(ctx, ids[0], desk.Edit{Act: "protest"}, by)),
			second(d.Grade(ctx, "Alder Post", "B", 0, by)), second(d.Mark(ctx, report, "RED", by)),
			second(d.Match(ctx, tocsin.MatchActor, "a", "b", by)), second(d.Split(ctx, tocsin.MatchActor, "a", "b", by))} {
			if tocsin.CodeOf(err) != tocsin.Invalid {
				t.Errorf("%+v: %v", by, err)
			}
		}
	}
	if list, err := d.Changes(ctx, 0); err != nil || len(list) != 2 {
		t.Errorf("%d entries were recorded, want the report and its reading; %v", len(list), err)
	}
}

func second(_ desk.Judged, err error) error { return err }

// TestSplitAfterUndo: where undoing brings back a split that stands against a
// later match, the split stands and the match waits.
func TestSplitAfterUndo(t *testing.T) {
	d, _, _ := judgedDesk(t)
	by := func(why string) desk.Signature { return desk.Signature{By: "Ada", Why: why} }
	must := func(done desk.Judged, err error) string {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return done.ID
	}
	must(d.Match(ctx, tocsin.MatchActor, "soldiers", "guards", by("seen together")))
	split := must(d.Split(ctx, tocsin.MatchActor, "soldiers", "JNIM", by("no")))
	if _, err := d.Match(ctx, tocsin.MatchActor, "guards", "JNIM", by("yes")); tocsin.CodeOf(err) != tocsin.Conflict {
		t.Errorf("a match against a split: %v", err)
	}
	undo := must(d.Undo(ctx, split, by("hasty")))
	must(d.Match(ctx, tocsin.MatchActor, "guards", "JNIM", by("yes")))
	if got := actorIDs(t, d); !slices.Contains(got, "jnim") {
		t.Errorf("joined by way of guards, soldiers are %q", got)
	}
	must(d.Undo(ctx, undo, by("not so hasty")))
	if got := actorIDs(t, d); slices.Contains(got, "jnim") {
		t.Errorf("split from JNIM, soldiers are %q", got)
	}
}

func actorIDs(t *testing.T, d *desk.Desk) (ids []string) {
	t.Helper()
	list, err := d.Statements(ctx, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range list {
		for _, m := range s.Actors {
			ids = append(ids, m.ID)
		}
	}
	return ids
}
