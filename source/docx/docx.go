// Package docx takes the text out of a Word document (Office Open XML, .docx).
//
// In go the bytes; out comes a [Document]: its text with one paragraph a block,
// rows of tables as one line each, footnotes behind the text, and what the file
// says of itself. Deleted text that a reviewer has not yet accepted as gone is
// left out, inserted text is in; comments, headers and footers are left out.
// Both are noted.
//
// Nothing of the archive is written to a disk and no name in it is followed: two
// or three parts are read by their fixed names, each to a limit, so that neither
// a zip bomb nor a path such as ../../x does harm. XML entities are not expanded.
// It reads no macros, pictures or embedded files, and no old .doc.
package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"

	"tocsin"
)

// Bounds of one file.
const (
	MaxPart  = 64 << 20 // bytes of one part, unpacked
	maxRatio = 200      // unpacked to packed bytes, beyond a megabyte
	maxDepth = 256      // elements within one another
	maxFiles = 10000
)

// The parts that are read.
const (
	partText  = "word/document.xml"
	partNotes = "word/footnotes.xml"
	partEnd   = "word/endnotes.xml"
	partAbout = "docProps/core.xml"
)

// A Document is what a Word file holds.
type Document struct {
	Text  string
	Title string // as its properties give it
	Notes []string
}

// Read takes the text out of a Word file. Its errors carry a code and say what
// to do.
func Read(raw []byte) (Document, error) {
	var doc Document
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) { // no name is followed
		return doc, tocsin.Errorf(tocsin.Invalid, "fetch it again: it may be cut off", "the Word file is damaged: %v", err)
	}
	if len(z.File) > maxFiles {
		return doc, tocsin.Errorf(tocsin.Invalid, "save it again as .docx", "the Word file holds %d files; at most %d are looked at", len(z.File), maxFiles)
	}
	main := part(z, partText)
	if main == nil {
		return doc, tocsin.Errorf(tocsin.Unsupported, "unpack it, or give the report as .docx, PDF, HTML or text", "a zip archive that is no Word file is not read here%s", inside(z))
	}
	p := &parser{}
	if err := p.part(main); err != nil {
		return doc, err
	}
	body := len(p.blocks)
	for _, name := range []string{partNotes, partEnd} {
		if f := part(z, name); f != nil {
			if err := p.part(f); err != nil {
				return doc, err
			}
		}
	}
	doc.Text = strings.Join(p.blocks, "\n\n")
	if doc.Text != "" {
		doc.Text += "\n"
	}
	doc.Notes = append([]string{"text of a Word file"}, p.notes(len(p.blocks)-body)...)
	return doc, doc.about(z)
}

// inside names the commonest other things that are zip archives.
func inside(z *zip.Reader) string {
	for _, k := range []struct{ name, what string }{{"xl/workbook.xml", " (it is an Excel workbook)"}, {"ppt/presentation.xml", " (it is a PowerPoint file)"},
		{"content.xml", " (it is an OpenDocument file: save it as .docx)"}, {"META-INF/container.xml", " (it is an e-book)"}} {
		if part(z, k.name) != nil {
			return k.what
		}
	}
	return ""
}

// part is the first file of that very name; names that lead elsewhere are never
// asked for.
func part(z *zip.Reader, name string) *zip.File {
	for _, f := range z.File {
		if f.Name == name {
			return f
		}
	}
	return nil
}

// open unpacks one part to a limit.
func open(f *zip.File) ([]byte, error) {
	limit := int64(MaxPart)
	if most := int64(f.CompressedSize64)*maxRatio + 1<<20; most > 0 && most < limit {
		limit = most
	}
	r, err := f.Open()
	if err != nil {
		return nil, damaged(f.Name, err)
	}
	defer r.Close()
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	switch {
	case int64(len(b)) > limit:
		return nil, tocsin.Errorf(tocsin.Invalid, "do not open it: it is made to fill memory. Ask its sender for a PDF or the text",
			"%s in it unpacks to more than %d times its size (a zip bomb)", f.Name, maxRatio)
	case err != nil:
		return nil, damaged(f.Name, err)
	}
	return b, nil
}

func damaged(name string, err error) error {
	return tocsin.Errorf(tocsin.Invalid, "fetch it again, or open it in Word or LibreOffice and save it anew", "%s in the Word file is damaged: %v", name, err)
}

// about reads the title out of the properties.
func (d *Document) about(z *zip.Reader) error {
	f := part(z, partAbout)
	if f == nil {
		return nil
	}
	b, err := open(f)
	if err != nil {
		return err
	}
	var core struct {
		Title    string `xml:"title"`
		Creator  string `xml:"creator"`
		Created  string `xml:"created"`
		Modified string `xml:"modified"`
	}
	if err := xml.Unmarshal(b, &core); err != nil {
		d.Notes = append(d.Notes, "its properties cannot be read")
		return nil
	}
	d.Title = line(core.Title)
	for _, p := range []struct{ what, value string }{{"author", core.Creator}, {"made", core.Created}, {"last changed", core.Modified}} {
		if v := line(p.value); v != "" {
			d.Notes = append(d.Notes, fmt.Sprintf("%s in its properties: %s", p.what, clip(v)))
		}
	}
	return nil
}

func clip(v string) string {
	const most = 80
	if r := []rune(v); len(r) > most {
		return string(r[:most]) + "…"
	}
	return v
}
