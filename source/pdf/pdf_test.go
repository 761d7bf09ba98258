package pdf_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"tocsin"
	"tocsin/source/pdf"
)

// engine is one for all tests: making its machine takes seconds.
var engine = &pdf.Engine{}

var update = flag.Bool("update", false, "write the wanted texts anew")

// TestProducers reads a file of each common producer: see testdata/README.md.
func TestProducers(t *testing.T) {
	files, err := filepath.Glob("testdata/*.pdf")
	if err != nil || len(files) < 4 {
		t.Fatal("files are missing", err)
	}
	for _, path := range files {
		t.Run(filepath.Base(path), func(t *testing.T) {
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			doc, err := engine.Read(t.Context(), raw, pdf.Options{})
			if err != nil {
				t.Fatal(err)
			}
			got := fmt.Sprintf("title: %s (%s)\nnotes: %s\nwarnings: %s\n", doc.Title, doc.Where, strings.Join(doc.Notes, "; "), strings.Join(doc.Warnings, "; "))
			for i, at := range doc.Pages {
				end := len(doc.Text)
				if i+1 < len(doc.Pages) {
					end = doc.Pages[i+1]
				}
				got += fmt.Sprintf("-- page %d --\n%s", i+1, doc.Text[at:end])
			}
			want := strings.TrimSuffix(path, ".pdf") + ".txt"
			if *update {
				if err := os.WriteFile(want, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			old, err := os.ReadFile(want)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(old), got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// made writes a PDF of the objects given; each is numbered from 1, and the first
// must be the catalogue.
func made(objects ...string) []byte {
	var b strings.Builder
	b.WriteString("%PDF-1.4\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, xref)
	return []byte(b.String())
}

// page writes a PDF of one page that draws what the operators say.
func page(operators string) []byte {
	return made("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
		"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
		fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(operators), operators),
		"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
}

// TestRefused holds files that cannot be read to errors that say what to do.
func TestRefused(t *testing.T) {
	loop := made("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>")
	for _, c := range []struct {
		name string
		raw  []byte
		want string
	}{
		{"a scan", page("0 0 100 100 re f"), "the PDF has 1 page and no text: it is a scan"},
		{"cut off", page("BT /F 12 Tf 72 700 Td (Soldiers left Kati.) Tj ET")[:60], "the PDF is damaged"},
		{"no PDF", []byte("%PDF-1.7\nhello"), "the PDF is damaged"},
		{"pages within themselves", loop, "; "},
		{"more pages than there are", made("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 2000000000 >>"), "; "},
		{"locked", locked(), "; "},
		{"a stream that unpacks to 400 MB", bomb(), "; "},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			_, err := engine.Read(t.Context(), c.raw, pdf.Options{})
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "; ") || tocsin.CodeOf(err) == tocsin.Internal {
				t.Errorf("%v, want %q and what to do", err, c.want)
			}
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
	if doc, err := engine.Read(t.Context(), page("BT /F 12 Tf 72 700 Td (Soldiers left Kati.) Tj ET"), pdf.Options{}); err != nil || doc.Text != "Soldiers left Kati.\n" {
		t.Errorf("after all of them a sound file gives %q, %v", doc.Text, err)
	}
}

// bomb is a page whose operators are packed 400 MB of blanks.
func bomb() []byte {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	blanks := bytes.Repeat([]byte{' '}, 1<<20)
	for range 400 {
		z.Write(blanks)
	}
	z.Close()
	return made("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
		fmt.Sprintf("<< /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream", packed.Len(), packed.String()))
}

// locked is a page under a password, as the standard security handler names one.
func locked() []byte {
	raw := page("BT /F 12 Tf 72 700 Td (Soldiers left Kati.) Tj ET")
	lock := "/Encrypt << /Filter /Standard /V 1 /R 2 /P -64 /O <" + strings.Repeat("41", 32) + "> /U <" + strings.Repeat("42", 32) + "> >> /ID [<00><00>] /Root"
	return []byte(strings.Replace(string(raw), "/Root", lock, 1))
}

// A file that keeps the machine busy is stopped, and so is one whose caller has
// gone.
func TestStopped(t *testing.T) {
	busy := page("BT /F 12 Tf 72 700 Td " + strings.Repeat("(Soldiers left Kati at dawn, residents said.) Tj 0 -1 Td ", 20000) + "ET")
	if _, err := engine.Read(t.Context(), busy, pdf.Options{Timeout: time.Millisecond}); err == nil || !strings.Contains(err.Error(), "takes longer than 1ms") && !strings.Contains(err.Error(), "cannot be started") {
		t.Errorf("%v, want that it takes too long", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := engine.Read(ctx, busy, pdf.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v, want that it was called off", err)
	}
	if doc, err := engine.Read(t.Context(), page("BT /F 12 Tf 72 700 Td (Kati) Tj ET"), pdf.Options{}); err != nil || doc.Text != "Kati\n" {
		t.Errorf("afterwards %q, %v", doc.Text, err)
	}
}

// FuzzRead holds any bytes to a sound document or to an error that says what to
// do, and the engine to living on.
func FuzzRead(f *testing.F) {
	f.Add(page("BT /F 12 Tf 72 700 Td (Soldiers left Ka-) Tj 0 -14 Td (ti at dawn.) Tj ET"))
	f.Add(made("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [2 0 R] /Count 2 >>"))
	f.Add(locked())
	if _, err := engine.Read(f.Context(), page("BT /F 12 Tf (Kati) Tj ET"), pdf.Options{Timeout: 5 * time.Minute}); err != nil {
		f.Fatal(err) // the machine is made here: under the fuzzer that takes longer than one try may
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		doc, err := engine.Read(t.Context(), raw, pdf.Options{Timeout: 20 * time.Second})
		if err != nil {
			if tocsin.CodeOf(err) == tocsin.Internal || !strings.Contains(err.Error(), "; ") {
				t.Errorf("an error that does not say what to do: %v", err)
			}
			return
		}
		if !utf8.ValidString(doc.Text) || strings.TrimSpace(doc.Text) == "" || strings.ContainsRune(doc.Text, 0) {
			t.Errorf("an unsound text: %q", doc.Text)
		}
		for i, at := range doc.Pages {
			if at < 0 || at > len(doc.Text) || i > 0 && at < doc.Pages[i-1] {
				t.Errorf("page %d begins at %d of %d", i+1, at, len(doc.Text))
			}
		}
	})
}

func ExampleEngine_Read() {
	// engine := &pdf.Engine{}; defer engine.Close()
	doc, err := engine.Read(context.Background(), page("BT /F 12 Tf 72 700 Td (Soldiers left their bar-) Tj 0 -14 Td (racks at Kati.) Tj ET"), pdf.Options{})
	fmt.Print(doc.Text, err)
	// Output:
	// Soldiers left their barracks at Kati.
	// <nil>
}
