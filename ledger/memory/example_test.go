package memory_test

import (
	"context"
	"fmt"
	"time"

	"tocsin"
	"tocsin/ledger"
	"tocsin/ledger/memory"
)

// What could we know on 19 August? The same question with another date.
func Example() {
	ctx := context.Background()
	now := time.Date(2026, 1, 1, 9, 0, 0, 0, time.UTC)
	var l ledger.Ledger = memory.New()
	defer l.Close()
	for _, page := range []struct{ published, text string }{
		{"2020-08-18", "Shots were heard at Kati barracks.\n"},
		{"2020-08-20", "A colonel leads the junta.\n"},
	} {
		raw := []byte(page.text)
		r := tocsin.Report{ID: tocsin.Hash(raw), TextHash: tocsin.Hash(raw), Text: page.text, Published: tocsin.MustDate(page.published)}
		for range 2 {
			added, err := l.AddReport(ctx, r, raw, now)
			fmt.Println(added.Seq, added.Already, err)
		}
	}
	for r, err := range l.View(tocsin.MustDate("2020-08-19")).Reports(ctx) {
		fmt.Print(r.Published, " ", r.Text, err, "\n")
	}
	// Output:
	// 1 false <nil>
	// 1 true <nil>
	// 2 false <nil>
	// 2 true <nil>
	// 2020-08-18 Shots were heard at Kati barracks.
	// <nil>
}
