package desk

import (
	"context"
	"fmt"

	"tocsin"
	"tocsin/link"
)

// Link joins the reports that the desk knew at a date and their statements; the
// zero date takes all. Nothing is stored: links across reports follow from the
// statements and are found again each time.
func (d *Desk) Link(ctx context.Context, at tocsin.Date) (link.Result, []tocsin.Report, []tocsin.Statement, error) {
	reports, err := collect(d.ledger.View(at).Reports(ctx))
	if err != nil {
		return link.Result{}, nil, nil, fmt.Errorf("list the reports: %w", err)
	}
	statements, err := d.Statements(ctx, at)
	if err != nil {
		return link.Result{}, nil, nil, fmt.Errorf("list the statements: %w", err)
	}
	return link.Reports(reports, statements), reports, statements, nil
}
