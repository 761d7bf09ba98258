package ucdp_test

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tocsin"
	"tocsin/source"
	"tocsin/source/ucdp"
)

// hold reads anything at all and holds it to what is always so.
func hold(t interface{ Errorf(string, ...any) }, in []byte) source.Summary {
	kept := 0
	ids := map[string]bool{}
	s, err := ucdp.Read(context.Background(), "in.csv", bytes.NewReader(in), source.Options{}, func(ev tocsin.DataEvent) error {
		kept++
		if ids[ev.ID] || ev.From.IsZero() || ev.To < ev.From || ev.Lat < -90 || ev.Lat > 90 || ev.Lon < -180 || ev.Lon > 180 ||
			!tocsin.Finite(ev.Lat) || ev.Country == "" || ev.Class == "" {
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

func FuzzUCDP(f *testing.F) {
	f.Add([]byte(table(2)))
	f.Add([]byte(header + "1,0025,13,1,Mali,9,\"x\ny\",a,b,91,-181,NA,1e+05,2.0\n"))
	f.Add([]byte("\xef\xbb\xbfid;x;y\n"))
	f.Add([]byte("id,type_of_violence,country,side_a,side_b,latitude,longitude,low,best,high,date_start,date_end\n1,1,M,a,b,1,2,3,4,5,2020-01-01,2020-01-02T00:00\n"))
	f.Add(pack(f, table(2)))
	f.Fuzz(func(t *testing.T, in []byte) { hold(t, in) })
}

// Whatever happens to the bytes of a file, each of its rows is kept or refused,
// and a row that nothing happened to is kept.
func TestMutation(t *testing.T) {
	const rows = 8
	whole := table(rows)
	rapid.Check(t, func(rt *rapid.T) {
		in := []byte(whole)
		var touched []int // where bytes were changed
		for range rapid.IntRange(1, 4).Draw(rt, "changes") {
			at := rapid.IntRange(len(header), len(in)-1).Draw(rt, "at")
			if in[at] == '\n' {
				continue // the number of rows is to stay the same
			}
			in[at] = rapid.SampledFrom([]byte("\"',;-.e9NA\xe9\xff\x01 ")).Draw(rt, "byte")
			touched = append(touched, strings.Count(whole[:at], "\n"))
		}
		s := hold(rt, in)
		if s.Rows > rows {
			rt.Errorf("%d rows came of %d", s.Rows, rows)
		}
		lines := map[int]bool{}
		for _, n := range touched {
			lines[n] = true
		}
		// A quote may hide the lines up to the next one.
		if !bytes.ContainsRune(in, '"') && (s.Rows != rows || s.Kept < rows-len(lines)) {
			rt.Errorf("%d of %d rows kept after changes in %d lines:\n%s", s.Kept, rows, len(lines), in)
		}
	})
}
