package desk_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"tocsin/desk"
	"tocsin/internal/shared"
	"tocsin/source"
)

// BenchmarkOpen opens a desk that holds the whole of GED and loads its table:
// what every command on a desk waits for.
func BenchmarkOpen(b *testing.B) {
	raw, err := os.ReadFile(shared.Path(b, "data/events/ged211_prec12_global.csv.gz"))
	if err != nil {
		b.Fatal(err)
	}
	dir := filepath.Join(b.TempDir(), "desk")
	d, _, err := desk.Create(b.Context(), dir, options)
	if err != nil {
		b.Fatal(err)
	}
	if _, err := d.ImportEvents(b.Context(), "ged211.csv.gz", bytes.NewReader(raw), source.Options{}); err != nil {
		b.Fatal(err)
	}
	if err := d.Close(); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		d, err := desk.Open(b.Context(), dir, options)
		if err != nil {
			b.Fatal(err)
		}
		data, err := d.Data(b.Context(), 0)
		if err != nil || data.Events.Len() != 176579 {
			b.Fatalf("%d events, %v", data.Events.Len(), err)
		}
		if err := d.Close(); err != nil {
			b.Fatal(err)
		}
	}
}
