package ucdp_test

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"tocsin"
	"tocsin/source"
	"tocsin/source/sourcetest"
	"tocsin/source/ucdp"
)

const header = "id,year,month,day,country,type_of_violence,conflict_name,side_a,side_b,latitude,longitude,low_death,best_death,high_death\n"

// row is a good row with that id.
func row(id int) string {
	return fmt.Sprintf("%d,2020,8,10,Mali,1,Mali: Government,Government of Mali,JNIM,12.842,-4.925,2,2,2\n", id)
}

func table(rows int) string {
	var b strings.Builder
	b.WriteString(header)
	for i := range rows {
		b.WriteString(row(i))
	}
	return b.String()
}

func pack(tb testing.TB, s string) []byte {
	tb.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write([]byte(s)); err != nil {
		tb.Fatal(err)
	}
	if err := w.Close(); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// What text files cannot show: each gives one clear error and the good rows load.
func TestBytes(t *testing.T) {
	packed := pack(t, table(3))
	big := pack(t, table(5000))
	latin := strings.Replace(table(3), "Mali: Government", "Mal\xed", 1)
	for _, c := range []struct {
		name string
		in   []byte
		want []string // what the telling must hold
	}{
		{"gzip", packed, []string{"3 rows = 3 kept + 0 refused"}},
		{"a truncated gzip keeps the rows before", big[:len(big)/2], []string{"broken off: in.csv:", "the gzip data ends early, after ", "it was cut off on the way: fetch it again"}},
		{"a gzip cut within its header", packed[:5], []string{"error invalid: in.csv: the gzip data ends early, after 0 bytes unpacked; it was cut off on the way: fetch it again"}},
		{"a gzip with a wrong checksum", append(packed[:len(packed)-8:len(packed)-8], 0, 0, 0, 0, 0, 0, 0, 0),
			[]string{"3 rows = 3 kept", "broken off: in.csv:5: the gzip data is damaged: gzip: invalid checksum; fetch it again"}},
		{"bytes after a gzip", append(packed[:len(packed):len(packed)], "garbage!!!"...), []string{"3 rows = 3 kept", "come bytes that are not gzip"}},
		{"empty", nil, []string{"0 rows", "error invalid: in.csv: is empty; fetch or export it again"}},
		{"an empty gzip", pack(t, ""), []string{"error invalid: in.csv: holds nothing but empty lines"}},
		{"Latin-1", []byte(latin), []string{"3 rows = 2 kept + 1 refused",
			`refused: in.csv:2: conflict_name: not UTF-8: "Mal\xed"; it looks like Windows-1252 or Latin-1: convert it with iconv -f WINDOWS-1252 -t UTF-8`}},
		{"UTF-16", []byte("\xff\xfei\x00d\x00"), []string{"error invalid: in.csv: is UTF-16 text, not a comma-separated table; save it as UTF-8"}},
		{"a byte order mark", []byte("\xef\xbb\xbf" + table(1)), []string{"1 rows = 1 kept"}},
		{"Windows line ends", []byte(strings.ReplaceAll(table(2), "\n", "\r\n")), []string{"2 rows = 2 kept", "deaths 2,2,2"}},
		{"old Mac line ends", []byte(strings.ReplaceAll(table(2), "\n", "\r")), []string{"error invalid: in.csv:1: the lines end with a carriage return alone"}},
		{"no newline at the end", []byte(strings.TrimSuffix(table(2), "\n")), []string{"2 rows = 2 kept"}},
		{"a quote at the very end", []byte(header + strings.TrimSuffix(row(1), "2\n") + `"2"`), []string{"1 rows = 1 kept"}},
		{"a zip archive", []byte("PK\x03\x04xxxx"), []string{"is a zip archive or an Office file, not a comma-separated table; unpack it, or export it as CSV"}},
		{"a web page", []byte("<!DOCTYPE html><html>"), []string{"is a web page or XML", "download the file itself"}},
		{"JSON", []byte(`{"TotalCount":1}`), []string{"is JSON, not a comma-separated table; download the CSV"}},
		{"binary", []byte("id,year\x00\x01"), []string{"is a binary file"}},
		{"a quote that never closes", []byte(header + row(1) + `2,2020,8,10,"Mali` + "\n" + row(3) + row(4)),
			[]string{"4 rows = 3 kept + 1 refused", "refused: in.csv:3: a quote is opened and not closed; close the quote"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := sourcetest.Tell(ucdp.Read, "in.csv", bytes.NewReader(c.in))
			for _, want := range c.want {
				if !strings.Contains(got, want) {
					t.Errorf("want %s in\n%s", want, got)
				}
			}
		})
	}
}

// endless gives a line of n bytes without holding it.
type endless struct{ n int }

func (e *endless) Read(p []byte) (int, error) {
	if e.n == 0 {
		return 0, io.EOF
	}
	n := min(len(p), e.n)
	for i := range p[:n] {
		p[i] = 'x'
	}
	e.n -= n
	return n, nil
}

// A line of 200 MB is one refused row; it is never held in memory, and the rows
// around it load.
func TestLongLine(t *testing.T) {
	const size = 200 << 20
	in := io.MultiReader(strings.NewReader(header+row(1)), &endless{size}, strings.NewReader("\n"+row(2)))
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	got := sourcetest.Tell(ucdp.Read, "in.csv", in)
	runtime.ReadMemStats(&after)
	for _, want := range []string{"3 rows = 2 kept + 1 refused",
		"refused: in.csv:3: a line longer than 1 MiB; the line ends are lost, or it is not a table: export it again"} {
		if !strings.Contains(got, want) {
			t.Errorf("want %s in\n%s", want, got)
		}
	}
	if grown := after.TotalAlloc - before.TotalAlloc; grown > 16<<20 {
		t.Errorf("reading it took %d MiB of memory", grown>>20)
	}
}

// A first line without end is no table; it is not read to its end to say so.
func TestLongHeader(t *testing.T) {
	got := sourcetest.Tell(ucdp.Read, "in.csv", &endless{200 << 20})
	if want := "error invalid: in.csv:1: a line longer than 1 MiB; the first line must name the columns"; !strings.Contains(got, want) {
		t.Errorf("want %s in\n%s", want, got)
	}
}

// A hostile file whose quotes never balance must not be scanned a megabyte for
// each of its lines.
func TestUnbalancedQuotes(t *testing.T) {
	bad := strings.Repeat("\"\"\"x\"\"\n", 1<<20)
	got := sourcetest.Tell(ucdp.Read, "in.csv", strings.NewReader(header+row(1)+bad))
	if !strings.Contains(got, "1 kept") {
		t.Error(got)
	}
}

func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	empty := filepath.Join(dir, "empty.csv")
	if err := os.WriteFile(empty, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		dir:                             "is a directory; name a file in it",
		empty:                           "is empty; fetch or export it again",
		filepath.Join(dir, "none.csv"):  "there is no such file; check the path",
		filepath.Join(empty, "in.csv"):  "cannot be read: ",
		filepath.Join(dir, "a\x00.csv"): "cannot be read: ",
	} {
		f, err := source.Open(path, nil)
		if err == nil {
			f.Close()
			t.Errorf("%s was opened", path)
			continue
		}
		if got := err.Error(); !strings.HasPrefix(got, path+": "+want) {
			t.Errorf("got %q, want %q", got, path+": "+want)
		}
	}
}

// What keep or the context says ends the import.
func TestStops(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	n := 0
	_, err := ucdp.Read(ctx, "in.csv", strings.NewReader(table(5000)), source.Options{}, func(tocsin.DataEvent) error {
		if n++; n == 10 {
			cancel()
		}
		return nil
	})
	if err != context.Canceled || n >= 5000 {
		t.Errorf("after %d rows: %v", n, err)
	}
	_, err = ucdp.Read(context.Background(), "in.csv", strings.NewReader(table(5)), source.Options{}, func(tocsin.DataEvent) error { return io.ErrClosedPipe })
	if err != io.ErrClosedPipe {
		t.Errorf("got %v, want the error of keep", err)
	}
}
