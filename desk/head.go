package desk

import (
	"context"

	"tocsin/ledger"
)

// Head is the end of the ledger's log: while it is the same, so is everything
// the ledger holds.
func (d *Desk) Head(ctx context.Context) (ledger.Head, error) { return d.ledger.Head(ctx) }
