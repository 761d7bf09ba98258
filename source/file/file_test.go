package file_test

import (
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
	"tocsin/internal/shared"
	"tocsin/source/file"
	"tocsin/source/pdf"
)

var update = flag.Bool("update", false, "write the wanted part of each case anew")

// TestCases runs the stories in testdata: a comment, a file with its name, and
// the report it makes.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			raw, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			head, rest, ok := strings.Cut(string(raw), "-- in ")
			name, rest, ok2 := strings.Cut(rest, " --\n")
			in, want, ok3 := strings.Cut(rest, "-- want --\n")
			if !ok || !ok2 || !ok3 {
				t.Fatal("not a case")
			}
			got := tell(name, []byte(in), file.Options{})
			if *update {
				if err := os.WriteFile(path, []byte(head+"-- in "+name+" --\n"+in+"-- want --\n"+got), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s(-want +got):\n%s", head, diff)
			}
		})
	}
}

// tell reads a file and writes the report down.
func tell(name string, raw []byte, o file.Options) string {
	r, warnings, err := file.Read(name, raw, o)
	if err != nil {
		return fmt.Sprintf("error %s: %v\n", tocsin.CodeOf(err), err)
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s %q by %q on %q in %q at %q\n", r.MediaType, r.Title, r.Publisher, r.Published, r.Language, r.URL)
	for _, n := range r.Notes {
		fmt.Fprintf(&b, "note: %s\n", n)
	}
	for _, w := range warnings {
		fmt.Fprintf(&b, "warning: %s\n", w)
	}
	return b.String() + "text:\n" + r.Text
}

// What the caller says goes before what the file says, and is noted nowhere.
func TestOptions(t *testing.T) {
	raw := []byte("Title: a\nPublisher: b\nPublished: 2020-08-20\n\nSoldiers left Kati.\n")
	r, warnings, err := file.Read("note.txt", raw, file.Options{Title: "x", Publisher: "y", Published: tocsin.MustDate("2020-08-21"), Marking: "TLP:AMBER"})
	if err != nil {
		t.Fatal(err)
	}
	if r.Title != "x" || r.Publisher != "y" || r.Published != tocsin.MustDate("2020-08-21") || r.Marking != "TLP:AMBER" || len(r.Notes)+len(warnings) != 0 {
		t.Errorf("%+v %v", r, warnings)
	}
	if r.ID != tocsin.Hash(raw) || r.Text != string(raw) || r.TextHash != r.ID {
		t.Error("the text of a UTF-8 file is its bytes unchanged")
	}
}

func TestBytes(t *testing.T) {
	for _, c := range []struct {
		name, file, in string
		o              file.Options
		want           string
	}{
		{"empty", "a.txt", "", file.Options{}, "error invalid: a.txt: is empty; save or fetch it again\n"},
		{"blank", "a.txt", " \n\n", file.Options{}, "error invalid: a.txt: there is no text in it"},
		{"a damaged Word file", "a.docx", "PK\x03\x04xx", file.Options{}, "error invalid: a.docx: the Word file is damaged: zip: not a valid zip file; fetch it again: it may be cut off\n"},
		{"old Word", "a.doc", "\xd0\xcf\x11\xe0xx", file.Options{}, "error unsupported: a.doc: an old Office file or Outlook message (application/msword) is not read here; save it as .docx or PDF, a message as .eml\n"},
		{"an image", "a.txt", "\x89PNG\r\n", file.Options{}, "error unsupported: a.txt: an image (image/png) is not read here"},
		{"binary", "a.txt", "abc\x00def", file.Options{}, "error unsupported: a.txt: a binary file is not read here; give the report as PDF, Word, e-mail, HTML, Markdown or text\n"},
		{"too large", "a.txt", "0123456789A", file.Options{MaxBytes: 10}, "error invalid: a.txt: has 11 bytes; a report may have 10; give the report alone, or split it\n"},
		{"media type", "a.txt", "abc", file.Options{MediaType: "application/json"}, `error unsupported: a.txt: the media type "application/json" is not read here; give text/plain, text/markdown, text/html, a PDF or a Word file`},
		{"a media type with a parameter", "a", "<p>Kati</p>", file.Options{MediaType: "Text/HTML; charset=utf-8"}, "text/html \"Kati\" by"},
		{"Windows-1252", "a.txt", "Keïta left\nthe palace of Bamako\n", file.Options{}, "text/plain \"Keïta left\" by"},
		{"Latin-1 bytes", "a.txt", "Soldiers\nKe\xefta left \x96 at dawn.\n", file.Options{}, "warning: a.txt: not UTF-8 (first on line 2): read as Windows-1252; check the accents\n"},
		{"Latin-1 text", "a.txt", "Soldiers\nKe\xefta left \x96 at dawn.\n", file.Options{}, "Keïta left – at dawn.\n"},
		{"two encodings", "a.txt", "Keïta\nKe\xefta\n", file.Options{}, "error invalid: a.txt:2: not UTF-8, though other lines are: the file mixes two encodings; save the file as UTF-8\n"},
		{"no encoding", "a.txt", "Ke\x81ta\n", file.Options{}, "error invalid: a.txt:1: neither UTF-8 nor Windows-1252; save the file as UTF-8\n"},
		{"UTF-16", "a.txt", "\xff\xfeK\x00a\x00t\x00i\x00", file.Options{}, "note: read as UTF-16\n"},
		{"turned text in a title", "a.html", "<title>evil \u202egnp.exe\u202c\x1b[31m</title><p>Kati</p>", file.Options{}, `text/html "evil gnp.exe[31m" by`},
		{"zero bytes in a page", "a.html", "<p>Ka\x00ti</p>", file.Options{}, "error unsupported: a.html: a binary file is not read here"},
		{"an encoding the server names", "a.html", "<p>\xca\xe0\xf2\xe8</p>", file.Options{Charset: "windows-1251"}, "text:\nКати\n"},
		{"a declared encoding that is not so", "a.html", "<meta charset=utf-16><p>Ke\xefta</p>", file.Options{}, "Keïta"},
		{"a declared encoding", "a.html", "<meta charset=iso-8859-15><p>Ke\xefta, 5 \xa4", file.Options{}, "text:\nKeïta, 5 €\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := tell(c.file, []byte(c.in), c.o); !strings.Contains(got, c.want) {
				t.Errorf("want %s in\n%s", c.want, got)
			}
		})
	}
}

// Files made to be slow are refused or read within a moment.
func TestHostile(t *testing.T) {
	for name, in := range map[string]string{
		"quotes.md": strings.Repeat(">", 1<<20), "links.md": strings.Repeat("[a](", 1<<18), "brackets.md": strings.Repeat("[", 1<<20),
		"stars.md": strings.Repeat("*a ", 1<<16), "size.md": strings.Repeat("Kati\n", 1<<20),
		"div.html": strings.Repeat("<div>", 1<<18) + "x", "articles.html": strings.Repeat("<article><p>x", 1<<16), "word.txt": strings.Repeat("A", 1<<20),
	} {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			_, _, err := file.Read(name, []byte(in), file.Options{})
			if took := time.Since(start); took > 2*time.Second {
				t.Errorf("took %v, %v", took, err)
			}
			if err != nil && !strings.Contains(err.Error(), "; ") {
				t.Errorf("%v does not say what to do", err)
			}
		})
	}
}

// The page of the Mali brief is plain UTF-8: its text is its bytes.
func TestMaliPage(t *testing.T) {
	raw, err := os.ReadFile(shared.Path(t, "reports/mali-coup-brief-2020-08.txt"))
	if err != nil {
		t.Fatal(err)
	}
	r, _, err := file.Read("mali.txt", raw, file.Options{Published: tocsin.MustDate("2020-08-20")})
	if err != nil || r.Text != string(raw) || r.TextHash != tocsin.Hash(raw) {
		t.Errorf("%v, %d bytes of %d", err, len(r.Text), len(raw))
	}
}

func ExampleRead() {
	page := `<html><head><meta property="og:site_name" content="Example News"></head>
<body><nav>Home</nav><article><h1>Soldiers leave Kati</h1><time datetime="2020-08-18">Tuesday</time>
<p>Soldiers left their barracks at <b>Kati</b>, outside Bamako.</p></article></body></html>`
	r, _, err := file.Read("page.html", []byte(page), file.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(r.Published, r.Publisher)
	fmt.Print(r.Text)
	// Output:
	// 2020-08-18 Example News
	// Soldiers leave Kati
	//
	// Tuesday
	//
	// Soldiers left their barracks at Kati, outside Bamako.
}

// FuzzFile holds any bytes under any name to a report that is sound, the same
// one twice, or to an error that says what to do.
func FuzzFile(f *testing.F) {
	engine := &pdf.Engine{}
	f.Cleanup(func() { engine.Close() })
	o := file.Options{PDF: func(raw []byte) (pdf.Document, error) { return engine.Read(f.Context(), raw, pdf.Options{}) }}
	f.Add("a.eml", []byte("From: a@b\nDate: Tue, 18 Aug 2020 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: text/html\n\n<p>Keita left.\n"))
	for _, name := range []string{"a.txt", "a.md", "a.html"} {
		f.Add(name, []byte("---\ntitle: x\ndate: 2020-08-20\n---\n# Kati\n\n- a\n\n| a | b |\n|---|---|\n| c | d |\n"))
		f.Add(name, []byte("<html lang=en><head><script type=application/ld+json>[{\"datePublished\":\"2020\"}]</script><body><article><p>Ke\xefta<table><td>x"))
		f.Add(name, []byte("BAMAKO, Aug 18, 2020 (AP) - Keïta left.\n\xff\xfe"))
	}
	f.Fuzz(func(t *testing.T, name string, raw []byte) {
		r, warnings, err := file.Read(name, raw, o)
		if err != nil {
			if tocsin.CodeOf(err) == tocsin.Internal || !strings.Contains(err.Error(), ";") {
				t.Errorf("an error that does not say what to do: %v", err)
			}
			return
		}
		if r.ID != tocsin.Hash(raw) || r.TextHash != tocsin.Hash([]byte(r.Text)) || !utf8.ValidString(r.Text) || strings.TrimSpace(r.Text) == "" || strings.Contains(r.Text, "\x00") {
			t.Errorf("an unsound report: %+v", r)
		}
		if r.Published.IsZero() && len(warnings) == 0 {
			t.Error("no date and no warning")
		}
		again, _, err := file.Read(name, raw, o)
		if err != nil || cmp.Diff(r, again) != "" {
			t.Errorf("another report the second time: %v", err)
		}
	})
}
