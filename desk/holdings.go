package desk

import (
	"context"
	"fmt"
	"strings"

	"tocsin/ledger"
)

// Holdings is what a desk holds, counted.
type Holdings struct {
	Reports    int
	Unread     int // of them, kept and not read: not in English
	Statements int
	PlaceFiles int
	Vintages   []ledger.Vintage
}

// Holdings counts what the desk holds today.
func (d *Desk) Holdings(ctx context.Context) (Holdings, error) {
	var h Holdings
	view := d.View(0)
	for rep, err := range view.Reports(ctx) {
		if err != nil {
			return h, fmt.Errorf("count the reports: %w", err)
		}
		h.Reports++
		if main, _, _ := strings.Cut(rep.Language, "-"); main != "" && !strings.EqualFold(main, "en") {
			h.Unread++
		}
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
