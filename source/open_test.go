package source_test

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"tocsin/source"
)

func ExampleOpen() {
	f, err := source.Open("-", strings.NewReader("Soldiers left Kati.\n"))
	if err != nil {
		fmt.Println(err)
		return
	}
	defer f.Close()
	text, _ := io.ReadAll(f)
	sum, _ := f.SHA256()
	fmt.Printf("%s: %s%s\n", f.Name, text, sum[:19])
	_, err = source.Open("no-such-file.csv", nil)
	fmt.Println(err)
	// Output:
	// standard input: Soldiers left Kati.
	// sha256:650733459389
	// no-such-file.csv: there is no such file; check the path
}

// The hash is that of the file on the disk, packed or not, read to the end or
// not: what sha256sum prints.
func TestHash(t *testing.T) {
	text := []byte(strings.Repeat("id,year\n", 50_000))
	var packed bytes.Buffer
	w := gzip.NewWriter(&packed)
	w.Write(text)
	w.Close()
	for name, content := range map[string][]byte{"plain.csv": text, "packed.csv": packed.Bytes()} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		want := fmt.Sprintf("sha256:%x", sha256.Sum256(content))
		for _, most := range []int64{0, 10, 1 << 30} {
			f, err := source.Open(path, nil)
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(io.LimitReader(f, most))
			if err != nil || !bytes.HasPrefix(text, got) {
				t.Errorf("%s: %v", name, err)
			}
			if sum, err := f.SHA256(); err != nil || sum != want || f.Done() != f.Size || f.Size != int64(len(content)) {
				t.Errorf("%s after %d bytes: %s, %v, %d of %d; want %s", name, most, sum, err, f.Done(), f.Size, want)
			}
			f.Close()
		}
	}
}

// rows reads all records and writes them down.
func rows(r io.Reader) string {
	c := source.NewCSV("in.csv", r)
	if _, err := c.Header(); err != nil {
		return err.Error()
	}
	var out strings.Builder
	for {
		row, bad, err := c.Next()
		switch {
		case err == io.EOF:
			return out.String()
		case err != nil:
			return out.String() + err.Error()
		case bad != nil:
			fmt.Fprintln(&out, bad)
		default:
			fmt.Fprintf(&out, "%d: %q\n", row.Line, row.Fields)
		}
	}
}

// It makes no difference in what pieces a file arrives, nor that records lie
// across them.
func TestPieces(t *testing.T) {
	var b strings.Builder
	b.WriteString("a,b,c\r\n")
	for i := range 9000 {
		fmt.Fprintf(&b, "%d,\"x \"\"%d\"\",\r\ny\",z\r\n", i, i)
		if i%100 == 0 {
			b.WriteString("\"open,1,2\r\n\r\nshort,1\r\n")
		}
	}
	in := b.String()
	want := rows(strings.NewReader(in))
	if n := strings.Count(want, "a quote is opened and not closed"); n != 90 || strings.Count(want, "has 2 fields, the header 3") != 90 || strings.Count(want, `z"]`) != 9000 {
		t.Fatalf("%d open quotes in\n%.2000s", n, want)
	}
	for name, r := range map[string]io.Reader{
		"byte by byte":      iotest.OneByteReader(strings.NewReader(in)),
		"halves":            iotest.HalfReader(strings.NewReader(in)),
		"end with the data": iotest.DataErrReader(strings.NewReader(in)),
	} {
		if got := rows(r); got != want {
			t.Errorf("%s: another result", name)
		}
	}
	if got := rows(iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader(in)))); !strings.Contains(got, "timeout") {
		t.Errorf("an error of the reader is lost: %s", got)
	}
}

// TestGzipBomb: what unpacks to hundreds of times its size is refused before it
// has filled anything, even where each of its rows is sound.
func TestGzipBomb(t *testing.T) {
	var packed bytes.Buffer
	z, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		t.Fatal(err)
	}
	rows := bytes.Repeat([]byte("1,2,3\n"), 1<<17)
	for range 200 {
		if _, err := z.Write(rows); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := source.NewFile("bomb.csv.gz", bytes.NewReader(packed.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	n, err := io.Copy(io.Discard, f)
	if err == nil || !strings.Contains(err.Error(), "bomb.csv.gz: unpacks to more than 300 times its size (a gzip bomb); do not unpack it") || n > 70<<20 {
		t.Errorf("%d bytes, %v", n, err)
	}
}
