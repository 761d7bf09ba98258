package sourcetest

import (
	"bytes"
	"context"
	"slices"

	"tocsin"
	"tocsin/source"
)

// Hold reads anything at all and holds it to what is always so: every row is
// kept or refused, a refused one has a line and a hint, a kept one an id of its
// own, dates in order and a point on the globe.
func Hold(t interface{ Errorf(string, ...any) }, read Reader, in []byte) source.Summary {
	kept := 0
	ids := map[string]bool{}
	s, err := read(context.Background(), "in.csv", bytes.NewReader(in), source.Options{}, func(ev tocsin.DataEvent) error {
		kept++
		if ids[ev.ID] || ev.From.IsZero() || ev.To < ev.From || ev.Lat < -90 || ev.Lat > 90 || ev.Lon < -180 || ev.Lon > 180 ||
			!tocsin.Finite(ev.Lat) || !tocsin.Finite(ev.Lon) || ev.Country == "" && !slices.Contains(ev.Flags, "no_country") || ev.Class == "" {
			t.Errorf("kept %+v", ev)
		}
		ids[ev.ID] = true
		return nil
	})
	if s.Rows != s.Kept+s.Refused || s.Kept != kept || len(s.Problems)+s.More() != s.Refused || (err == nil) != (kept > 0) {
		t.Errorf("%d rows, %d kept (%d came), %d refused, %d described, error %v", s.Rows, s.Kept, kept, s.Refused, len(s.Problems), err)
	}
	for _, p := range s.Problems {
		if p.Pos.Line == 0 || p.Hint == "" {
			t.Errorf("refused without a line or a hint: %v", p)
		}
	}
	return s
}
