package desk

import (
	"context"
	"fmt"

	"tocsin"
	"tocsin/ledger"
)

// Reviewed is a statement with what persons say of it.
type Reviewed struct {
	tocsin.Statement                  // as corrected, under the id of what was read
	Read             tocsin.Statement // as it was read
	Review           *tocsin.Review   // the one that stands; nil where nobody has looked
	Corrected        []string         // the fields in which it was corrected
	Code             string           // the Admiralty code: F6 where nobody graded
	Graded           bool
	Title, Publisher string // of its report
}

// Verdict is accepted, rejected or corrected, and "" where nobody has looked.
func (r Reviewed) Verdict() string {
	if r.Review == nil {
		return ""
	}
	return map[string]string{"accept": "accepted", "reject": "rejected", "correct": "corrected"}[r.Review.Verdict]
}

// Reviewed lists statements of the reports known at a date, rejected ones too,
// with what persons say of them: of all reports, or of the reports and statements
// that ids begin to name.
func (d *Desk) Reviewed(ctx context.Context, at tocsin.Date, ids ...string) ([]Reviewed, error) {
	j, n, err := d.judged(ctx)
	if err != nil {
		return nil, err
	}
	filters := []ledger.Filter{{}}
	if len(ids) > 0 {
		filters = nil
	}
	for _, id := range ids {
		ref, err := d.Find(ctx, id, "statement", "report")
		switch {
		case err != nil:
			return nil, err
		case ref.Kind == "report":
			filters = append(filters, ledger.Filter{Report: ref.ID})
		default:
			filters = append(filters, ledger.Filter{IDs: []string{ref.ID}})
		}
	}
	reports := make(map[string]tocsin.Report)
	view := d.View(at)
	for rep, err := range view.Reports(ctx) {
		if err != nil {
			return nil, fmt.Errorf("list the reports: %w", err)
		}
		reports[rep.ID] = tocsin.Report{Title: rep.Title, Publisher: rep.Publisher}
	}
	var out []Reviewed
	for _, f := range filters {
		for s, err := range view.Statements(ctx, f) {
			if err != nil {
				return nil, fmt.Errorf("list the statements: %w", err)
			}
			out = append(out, j.reviewed(s, reports[s.Report], n))
		}
	}
	return out, nil
}

func (j *Judgements) reviewed(s tocsin.Statement, rep tocsin.Report, n *meanings) Reviewed {
	r := Reviewed{Read: s, Title: rep.Title, Publisher: rep.Publisher}
	fixed, _ := j.apply(&s)
	r.Statement = n.apply(fixed)
	if rv, ok := j.Review(s.ID); ok {
		r.Review = &rv
		if rv.Correction != nil {
			r.Corrected = Differences(&s, &fixed)
		}
	}
	r.Code, r.Graded = j.Code(&r.Statement, rep.Publisher)
	return r
}
