// Package ucdp reads the Georeferenced Event Dataset of the Uppsala Conflict
// Data Program (UCDP GED) from CSV.
package ucdp

import (
	"context"
	"io"

	"tocsin"
	"tocsin/source"
)

// Read hands every good row of a GED file to keep.
func Read(ctx context.Context, name string, r io.Reader, o source.Options, keep func(tocsin.DataEvent) error) (source.Summary, error) {
	return source.Summary{}, tocsin.Errorf(tocsin.Unsupported, "", "not built yet")
}
