package memory_test

import (
	"testing"

	"tocsin/ledger"
	"tocsin/ledger/ledgertest"
	"tocsin/ledger/memory"
)

func TestLedger(t *testing.T) {
	ledgertest.Run(t, func(testing.TB) ledger.Ledger { return memory.New() })
}
