package desk

import (
	"context"
	"fmt"

	"tocsin/ledger"
)

// Holdings is what a desk holds, counted.
type Holdings struct {
	Reports    int
	Statements int
	PlaceFiles int
	Vintages   []ledger.Vintage
}

// Holdings counts what the desk holds today.
func (d *Desk) Holdings(ctx context.Context) (Holdings, error) {
	var h Holdings
	view := d.View(0)
	for _, err := range view.Reports(ctx) {
		if err != nil {
			return h, fmt.Errorf("count the reports: %w", err)
		}
		h.Reports++
	}
	for rd, err := range view.Readings(ctx) {
		if err != nil {
			return h, fmt.Errorf("count the statements: %w", err)
		}
		h.Statements += len(rd.Statements)
	}
	places, err := view.Places(ctx)
	if err != nil {
		return h, fmt.Errorf("count the places: %w", err)
	}
	h.PlaceFiles = len(places)
	if h.Vintages, err = view.Vintages(ctx); err != nil {
		return h, fmt.Errorf("count the datasets: %w", err)
	}
	return h, nil
}
