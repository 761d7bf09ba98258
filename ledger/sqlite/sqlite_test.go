package sqlite_test

import (
	"context"
	"iter"
	"path/filepath"
	"testing"

	"tocsin/ledger"
	"tocsin/ledger/ledgertest"
	"tocsin/ledger/sqlite"
)

var ctx = context.Background()

// open makes a ledger in a folder of its own.
func open(tb testing.TB) ledger.Ledger {
	tb.Helper()
	l, err := sqlite.Open(ctx, filepath.Join(tb.TempDir(), "desk.db"))
	if err != nil {
		tb.Fatal(err)
	}
	return l
}

func TestLedger(t *testing.T) { ledgertest.Run(t, open) }

// all drains a list.
func all[T any](tb testing.TB, seq iter.Seq2[T, error]) []T {
	tb.Helper()
	var list []T
	for v, err := range seq {
		if err != nil {
			tb.Fatal(err)
		}
		list = append(list, v)
	}
	return list
}

// must returns what cannot fail here.
func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}
