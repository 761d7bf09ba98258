package desk

import (
	"context"
	"fmt"

	"tocsin"
	"tocsin/ledger"
	"tocsin/link"
)

// Link joins the reports that the desk knew at a date and their statements; the
// zero date takes all. Nothing is stored: links across reports follow from the
// statements and are found again each time.
func (d *Desk) Link(ctx context.Context, at tocsin.Date) (link.Result, []tocsin.Report, []tocsin.Statement, error) {
	view := d.ledger.View(at)
	reports, err := collect(view.Reports(ctx))
	if err != nil {
		return link.Result{}, nil, nil, fmt.Errorf("list the reports: %w", err)
	}
	var statements []tocsin.Statement
	for i := range reports {
		rep, err := view.Report(ctx, reports[i].ID)
		if err != nil {
			return link.Result{}, nil, nil, err
		}
		reports[i] = rep
		list, err := collect(view.Statements(ctx, ledger.Filter{Report: rep.ID}))
		if err != nil {
			return link.Result{}, nil, nil, fmt.Errorf("list the statements of %s: %w", rep.ID, err)
		}
		statements = append(statements, list...)
	}
	return link.Reports(reports, statements), reports, statements, nil
}
