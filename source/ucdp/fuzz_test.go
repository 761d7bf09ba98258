package ucdp_test

import (
	"bytes"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tocsin/source/sourcetest"
	"tocsin/source/ucdp"
)

func FuzzUCDP(f *testing.F) {
	f.Add([]byte(table(2)))
	f.Add([]byte(header + "1,0025,13,1,Mali,9,\"x\ny\",a,b,91,-181,NA,1e+05,2.0\n"))
	f.Add([]byte("\xef\xbb\xbfid;x;y\n"))
	f.Add([]byte("id,type_of_violence,country,side_a,side_b,latitude,longitude,low,best,high,date_start,date_end\n1,1,M,a,b,1,2,3,4,5,2020-01-01,2020-01-02T00:00\n"))
	f.Add(pack(f, table(2)))
	f.Fuzz(func(t *testing.T, in []byte) { sourcetest.Hold(t, ucdp.Read, in) })
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
		s := sourcetest.Hold(rt, ucdp.Read, in)
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
