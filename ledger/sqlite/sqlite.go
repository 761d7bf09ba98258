// Package sqlite keeps a ledger in one SQLite file.
package sqlite

import (
	"context"

	"tocsin"
	"tocsin/ledger"
)

// Open opens the ledger at path, and makes it where there is none.
func Open(ctx context.Context, path string) (ledger.Ledger, error) {
	return nil, tocsin.Errorf(tocsin.Unsupported, "", "not built yet")
}
