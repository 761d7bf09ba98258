package desk

import (
	"context"
	"fmt"
	"slices"

	"tocsin"
	"tocsin/ledger"
)

// Waiting is a page of the statements that nobody has reviewed, report by report,
// the latest first.
type Waiting struct {
	Reports []WaitingReport
	Next    string // the report after which the list goes on; "" where it ends
	Left    int    // statements that wait in all
	Seen    int    // statements that were reviewed
}

// WaitingReport is a report with those of its statements that wait.
type WaitingReport struct {
	tocsin.Report
	Marking    string // as it stands
	Statements []Reviewed
}

// Waits lists what waits for review, of reports known at a date, behind the report
// after ("": from the latest): whole reports until limit statements are reached.
func (d *Desk) Waits(ctx context.Context, at tocsin.Date, after string, limit int) (Waiting, error) {
	var w Waiting
	j, names, err := d.judged(ctx)
	if err != nil {
		return w, err
	}
	readings, err := collect(d.View(at).Readings(ctx))
	if err != nil {
		return w, fmt.Errorf("list the readings: %w", err)
	}
	slices.Reverse(readings)
	begun, n := after == "", 0
	for _, rd := range readings {
		waits := 0
		for _, id := range rd.Statements {
			if _, seen := j.reviews[id]; !seen {
				waits++
			}
		}
		w.Left, w.Seen = w.Left+waits, w.Seen+len(rd.Statements)-waits
		switch {
		case !begun:
			begun = rd.Report == after
			continue
		case waits == 0:
			continue
		case n >= limit:
			if w.Next == "" {
				w.Next = w.Reports[len(w.Reports)-1].ID
			}
			continue
		}
		rep, err := d.waitingReport(ctx, at, j, names, rd.Report)
		if err != nil {
			return w, err
		}
		w.Reports = append(w.Reports, rep)
		n += len(rep.Statements)
	}
	return w, nil
}

func (d *Desk) waitingReport(ctx context.Context, at tocsin.Date, j *Judgements, names *meanings, id string) (WaitingReport, error) {
	rep, err := d.View(at).Report(ctx, id)
	if err != nil {
		return WaitingReport{}, err
	}
	w := WaitingReport{Report: rep, Marking: j.Marking(&rep)}
	for s, err := range d.View(at).Statements(ctx, ledger.Filter{Report: id}) {
		if err != nil {
			return w, fmt.Errorf("list the statements: %w", err)
		}
		if _, seen := j.reviews[s.ID]; !seen {
			w.Statements = append(w.Statements, j.reviewed(s, rep, names))
		}
	}
	return w, nil
}
