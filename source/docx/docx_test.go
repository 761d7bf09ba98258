package docx_test

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"tocsin"
	"tocsin/source/docx"
)

// A file is one part of an archive.
type file struct{ name, content string }

// packed makes a zip archive of the parts.
func packed(files ...file) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.Create(f.name)
		if err == nil {
			_, err = w.Write([]byte(f.content))
		}
		if err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// word makes a Word file of one body.
func word(body string) []byte {
	return packed(file{"word/document.xml", `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>` + body + `</w:body></w:document>`})
}

const said = `<w:p><w:r><w:t>Soldiers left Kati.</w:t></w:r></w:p>`

func TestText(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"paragraphs", said + `<w:p><w:r><w:t xml:space="preserve">Keïta </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>resigned.</w:t></w:r></w:p>`, "Soldiers left Kati.\n\nKeïta resigned.\n"},
		{"a table", `<w:tbl><w:tr><w:tc><w:p><w:r><w:t>March</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>11</w:t></w:r></w:p></w:tc></w:tr></w:tbl>` + said, "March | 11\n\nSoldiers left Kati.\n"},
		{"struck out and put in", `<w:p><w:del><w:r><w:delText>Rebels</w:delText></w:r></w:del><w:ins><w:r><w:t>Soldiers</w:t></w:r></w:ins><w:r><w:t> left.</w:t></w:r></w:p>`, "Soldiers left.\n"},
		{"a link's instruction", `<w:p><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r><w:r><w:t>Kati</w:t></w:r></w:p>`, "Kati\n"},
		{"tabs and breaks", `<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>`, "a b\nc\n"},
		{"soft hyphens and controls", "<w:p><w:r><w:t>Ba\u00admako\u00a0fell</w:t></w:r></w:p>", "Bamako fell\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			doc, err := docx.Read(word(c.body))
			if err != nil || doc.Text != c.want {
				t.Errorf("%q, %v; want %q", doc.Text, err, c.want)
			}
		})
	}
}

// A file that LibreOffice wrote.
func TestLibreOffice(t *testing.T) {
	raw, err := os.ReadFile("testdata/libreoffice.docx")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := docx.Read(raw)
	if err != nil || !strings.HasPrefix(doc.Text, "The situation in the Sahel\n\n12 April 2021\n\nOn 12 March 2021 gunmen killed eleven civilians in the village of Yangasso, in the Ségou region,") {
		t.Errorf("%.200q, %v", doc.Text, err)
	}
}

func TestNotesAndProperties(t *testing.T) {
	doc, err := docx.Read(packed(file{"word/document.xml", `<w:document xmlns:w="w"><w:body>` + said + `</w:body></w:document>`},
		file{"word/footnotes.xml", `<w:footnotes xmlns:w="w"><w:footnote w:type="separator"><w:p><w:r><w:t>---</w:t></w:r></w:p></w:footnote><w:footnote><w:p><w:r><w:t>By radio.</w:t></w:r></w:p></w:footnote></w:footnotes>`},
		file{"docProps/core.xml", `<p><title>On
 Kati</title><creator>A. Writer</creator></p>`}))
	if err != nil || doc.Text != "Soldiers left Kati.\n\nBy radio.\n" || doc.Title != "On Kati" || !strings.Contains(fmt.Sprint(doc.Notes), "author in its properties: A. Writer 1 footnotes") && !strings.Contains(fmt.Sprint(doc.Notes), "A. Writer") {
		t.Errorf("%+v, %v", doc, err)
	}
}

// TestHostile holds files made to do harm to a refusal that says what to do,
// within a moment.
func TestHostile(t *testing.T) {
	for _, c := range []struct {
		name string
		raw  []byte
		want string
	}{
		{"a zip bomb", word("<w:p>" + strings.Repeat(" ", 80<<20) + "</w:p>"), "a zip bomb"},
		{"a bomb that lies about its size", liar(), "; "},
		{"entities that expand", packed(file{"word/document.xml", `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>`}), "defines entities"},
		{"an entity of a file", packed(file{"word/document.xml", `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>`}), "defines entities"},
		{"deep nesting", word(strings.Repeat("<w:p>", 300) + strings.Repeat("</w:p>", 300)), "nests deeper than 256 elements"},
		{"an archive of paths", packed(file{"../../etc/passwd", "x"}, file{"/abs", "x"}), "a zip archive that is no Word file"},
		{"a workbook", packed(file{"xl/workbook.xml", "x"}), "it is an Excel workbook"},
		{"broken XML", packed(file{"word/document.xml", "<w:document><w:p>"}), "word/document.xml in the Word file is damaged"},
		{"cut off", word(said)[:40], "the Word file is damaged"},
	} {
		t.Run(c.name, func(t *testing.T) {
			start := time.Now()
			doc, err := docx.Read(c.raw)
			if err == nil || !strings.Contains(err.Error(), c.want) || !strings.Contains(err.Error(), "; ") || tocsin.CodeOf(err) == tocsin.Internal {
				t.Errorf("%.80q, %v; want %q and what to do", doc.Text, err, c.want)
			}
			if took := time.Since(start); took > 5*time.Second {
				t.Errorf("took %v", took)
			}
		})
	}
}

// liar is a bomb whose directory says that it unpacks to ten bytes.
func liar() []byte {
	raw := word("<w:p>" + strings.Repeat(" ", 8<<20) + "</w:p>")
	at := bytes.LastIndex(raw, []byte("PK\x01\x02"))
	binary.LittleEndian.PutUint32(raw[at+24:], 10)
	return raw
}

// Names that lead out of an archive are passed over: the text is read, nothing is
// written.
func TestPathsInside(t *testing.T) {
	doc, err := docx.Read(packed(file{"../../../tmp/evil", "x"}, file{`..\..\evil.exe`, "x"}, file{"word/document.xml", `<d>` + said + `</d>`}))
	if err == nil && doc.Text != "Soldiers left Kati.\n" || err != nil && !strings.Contains(err.Error(), "; ") {
		t.Errorf("%q, %v", doc.Text, err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(word(said))
	f.Add(packed(file{"word/document.xml", "<a><tbl><tr><tc><p><t>x</t></p></tc></tr></tbl></a>"}, file{"docProps/core.xml", "<p><title>x</title></p>"}))
	f.Add(liar()[:200])
	f.Fuzz(func(t *testing.T, raw []byte) { sound(t, raw) })
}

// FuzzBody fuzzes what lies in the archive, which bytes of an archive seldom
// reach.
func FuzzBody(f *testing.F) {
	f.Add(said)
	f.Add(`<w:tbl><w:tr><w:tc><w:p><w:t>x</w:t></w:p></w:tc></w:tr></w:tbl><w:del><w:t>y</w:t></w:del>`)
	f.Fuzz(func(t *testing.T, body string) { sound(t, word(body)) })
}

func sound(t *testing.T, raw []byte) {
	t.Helper()
	doc, err := docx.Read(raw)
	if err != nil && (tocsin.CodeOf(err) == tocsin.Internal || !strings.Contains(err.Error(), "; ")) {
		t.Errorf("an error that does not say what to do: %v", err)
	}
	if err == nil && (!utf8.ValidString(doc.Text) || strings.ContainsRune(doc.Text, 0)) {
		t.Errorf("an unsound text: %q", doc.Text)
	}
}
