// Package coups reads lists of coups d'état: Cline, Powell–Thyne and Colpus.
package coups

import (
	"context"
	"io"

	"tocsin"
	"tocsin/source"
)

// Read hands every good row of a coup list to keep. The list is told by its header.
func Read(ctx context.Context, name string, r io.Reader, o source.Options, keep func(tocsin.DataEvent) error) (source.Summary, error) {
	return source.Summary{}, tocsin.Errorf(tocsin.Unsupported, "", "not built yet")
}
