package desk

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"tocsin"
	"tocsin/ledger"
)

// A Signature says who judges, and why.
type Signature struct {
	By  string
	Why string
}

// A Judged thing is what became of a judgement: the record's id, and whether the
// same already stood, so that nothing was added.
type Judged struct {
	ID      string
	Already bool
}

// kinds of what a person may name by its id.
var (
	statementKind  = []string{"statement"}
	reportKind     = []string{"report"}
	judgementKinds = ledger.UndoKinds
)

// Find completes an id from its beginning. What begins so more than once, or not
// at all, is an error that says which there are.
func (d *Desk) Find(ctx context.Context, prefix string, kinds ...string) (ledger.Ref, error) {
	refs, err := d.ledger.Find(ctx, strings.TrimSpace(prefix))
	if err != nil {
		return ledger.Ref{}, fmt.Errorf("look for %s: %w", prefix, err)
	}
	if len(kinds) > 0 {
		refs = slices.DeleteFunc(refs, func(r ledger.Ref) bool { return !slices.Contains(kinds, r.Kind) })
	}
	what := cmp.Or(strings.Join(kinds, ", "), "thing")
	switch {
	case len(refs) == 0:
		return ledger.Ref{}, &tocsin.Error{Code: tocsin.NotFound, Err: fmt.Errorf("no %s has an id that begins with %q", what, prefix),
			Hint: "see the ids with tocsin statements, tocsin history or tocsin changes"}
	case len(refs) > 1:
		var ids []string
		for _, r := range refs[:min(len(refs), 5)] {
			ids = append(ids, r.ID)
		}
		return ledger.Ref{}, &tocsin.Error{Code: tocsin.Invalid, Err: fmt.Errorf("%q is the beginning of several ids: %s", prefix, strings.Join(ids, ", ")),
			Hint: "give more of it"}
	}
	return refs[0], nil
}

// judge makes a judgement under the desk's lock, with a time later than that of
// every judgement before it, so that their order is told by the record itself.
func (d *Desk) judge(ctx context.Context, by Signature, needWhy bool, add func(j *Judgements, recorded time.Time) (Judged, error)) (Judged, error) {
	if strings.TrimSpace(by.By) == "" {
		return Judged{}, noAuthor()
	}
	if needWhy && strings.TrimSpace(by.Why) == "" {
		return Judged{}, tocsin.Errorf(tocsin.Invalid, "say it with --why TEXT: others judge the judgement by it", "a judgement needs a reason")
	}
	d.judging.Lock()
	defer d.judging.Unlock()
	j, err := d.Judgements(ctx)
	if err != nil {
		return Judged{}, err
	}
	recorded := d.now().UTC()
	if !recorded.After(j.last) {
		recorded = j.last.Add(time.Microsecond)
	}
	return add(j, recorded)
}

// Accept records that a person read a statement beside its text and stands by it.
func (d *Desk) Accept(ctx context.Context, statement string, by Signature) (Judged, error) {
	return d.review(ctx, statement, "accept", nil, by)
}

// Reject records that a statement is not what the text says.
func (d *Desk) Reject(ctx context.Context, statement string, by Signature) (Judged, error) {
	return d.review(ctx, statement, "reject", nil, by)
}

// Correct records what a statement should say. The statement itself stays as it
// was read; a second correction builds on the first.
func (d *Desk) Correct(ctx context.Context, statement string, e Edit, by Signature) (Judged, error) {
	return d.review(ctx, statement, "correct", &e, by)
}

func (d *Desk) review(ctx context.Context, statement, verdict string, e *Edit, by Signature) (Judged, error) {
	ref, err := d.Find(ctx, statement, statementKind...)
	if err != nil {
		return Judged{}, err
	}
	return d.judge(ctx, by, true, func(j *Judgements, recorded time.Time) (Judged, error) {
		rv := tocsin.Review{Statement: ref.ID, Verdict: verdict, By: by.By, Why: by.Why, Recorded: recorded}
		if e != nil {
			fixed, err := d.corrected(ctx, j, ref.ID, e)
			if err != nil {
				return Judged{}, err
			}
			rv.Correction = fixed
		}
		if old, ok := j.Review(ref.ID); ok && old.Verdict == verdict && old.By == by.By && old.Why == by.Why && sameCorrection(old.Correction, rv.Correction) {
			return Judged{ID: old.ComputeID(), Already: true}, nil
		}
		_, err := d.ledger.AddReview(ctx, rv)
		return Judged{ID: rv.ComputeID()}, err
	})
}

func sameCorrection(a, b *tocsin.Statement) bool {
	return (a == nil) == (b == nil) && (a == nil || a.ID == b.ID)
}

// Undo takes back a judgement; an undo may itself be taken back.
func (d *Desk) Undo(ctx context.Context, record string, by Signature) (Judged, error) {
	ref, err := d.Find(ctx, record, judgementKinds...)
	if err != nil {
		return Judged{}, err
	}
	return d.judge(ctx, by, true, func(j *Judgements, recorded time.Time) (Judged, error) {
		if old, gone := j.undone[ref.ID]; gone {
			return Judged{ID: old.ComputeID(), Already: true}, nil
		}
		u := tocsin.Undo{Record: ref.ID, By: by.By, Why: by.Why, Recorded: recorded}
		_, err := d.ledger.AddUndo(ctx, u)
		return Judged{ID: u.ComputeID()}, err
	})
}

// Grade records how reliable a source is, A to F, from a day on (the zero day:
// from today), or how credible a statement is, 1 to 6. That another source
// confirms a statement, 1, is admitted only where the desk holds a report of
// another origin that tells of the same event.
func (d *Desk) Grade(ctx context.Context, of, grade string, from tocsin.Date, by Signature) (Judged, error) {
	grade = strings.ToUpper(strings.TrimSpace(grade))
	of = strings.Join(strings.Fields(of), " ")
	if isStatement(of) {
		ref, err := d.Find(ctx, of, statementKind...)
		if err != nil {
			return Judged{}, err
		}
		of = ref.ID
		if grade == tocsin.Credibilities[0] {
			if err := d.confirmed(ctx, of); err != nil {
				return Judged{}, err
			}
		}
	}
	return d.judge(ctx, by, true, func(j *Judgements, recorded time.Time) (Judged, error) {
		g := tocsin.Grade{Of: of, Grade: grade, From: from, By: by.By, Why: by.Why, Recorded: recorded}
		old, ok := j.Credibility(of)
		if !isStatement(of) {
			if g.From.IsZero() {
				g.From = tocsin.DateOf(recorded)
			}
			old, ok = j.Reliability(of, g.From)
		}
		if ok && old.Grade == g.Grade && old.From == g.From && old.By == g.By && old.Why == g.Why {
			return Judged{ID: old.ComputeID(), Already: true}, nil
		}
		_, err := d.ledger.AddGrade(ctx, g)
		return Judged{ID: g.ComputeID()}, err
	})
}

// confirmed is nil where reports of two origins tell of the event of a statement.
func (d *Desk) confirmed(ctx context.Context, statement string) error {
	found, _, _, err := d.Link(ctx, 0)
	if err != nil {
		return err
	}
	for _, e := range found.Events {
		if slices.Contains(e.Statements, statement) && e.Origins > 1 {
			return nil
		}
	}
	return &tocsin.Error{Code: tocsin.Conflict, Err: errors.New("1 means confirmed by another independent source, and no report of another origin on this desk tells of the event"),
		Hint: "grade it 2, probably true, or import the report that confirms it"}
}

// Mark records how far a report may be passed on.
func (d *Desk) Mark(ctx context.Context, report, tlp string, by Signature) (Judged, error) {
	word, err := tocsin.ParseTLP(tlp)
	if err != nil {
		return Judged{}, err
	}
	ref, err := d.Find(ctx, report, reportKind...)
	if err != nil {
		return Judged{}, err
	}
	return d.judge(ctx, by, true, func(j *Judgements, recorded time.Time) (Judged, error) {
		m := tocsin.Mark{Report: ref.ID, TLP: word, By: by.By, Why: by.Why, Recorded: recorded}
		if old, ok := j.marks[ref.ID]; ok && old.TLP == m.TLP && old.By == m.By && old.Why == m.Why {
			return Judged{ID: old.ComputeID(), Already: true}, nil
		}
		_, err := d.ledger.AddMark(ctx, m)
		return Judged{ID: m.ComputeID()}, err
	})
}

func noAuthor() error {
	return tocsin.Errorf(tocsin.Invalid, "give your name with --author NAME, TOCSIN_AUTHOR, or author in desk.toml", "a judgement needs an author")
}

func isStatement(id string) bool { return strings.HasPrefix(id, "st_") }
