package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"tocsin"
)

// A parser collects the paragraphs of the parts it is given.
type parser struct {
	blocks   []string
	para     strings.Builder
	cells    int // cells of the row so far, 0 outside tables
	tables   int // tables within one another
	deleted  int // runs of text that a reviewer struck out
	inserted int
	texts    int // text elements open
}

// skipped are elements whose content is not read: struck-out text, instructions
// of fields, and the second telling of what an older Word cannot draw.
var skipped = map[string]bool{"del": true, "moveFrom": true, "delText": true, "instrText": true, "Fallback": true, "rPr": true,
	"pPr": true, "sectPr": true, "tblPr": true, "tcPr": true, "trPr": true}

// part reads the text of one part of the file.
func (p *parser) part(f *zip.File) error {
	b, err := open(f)
	if err != nil {
		return err
	}
	d := xml.NewDecoder(bytes.NewReader(b))
	d.Entity = map[string]string{}
	depth, skip := 0, 0
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			p.end()
			return nil
		}
		if err != nil {
			return damaged(f.Name, err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				return tocsin.Errorf(tocsin.Invalid, "open it in Word or LibreOffice and save it anew", "%s in the Word file nests deeper than %d elements", f.Name, maxDepth)
			}
			if skip > 0 || skipped[t.Name.Local] || note(t) {
				skip++
				p.count(t.Name.Local)
				continue
			}
			p.start(t.Name.Local)
		case xml.EndElement:
			depth--
			if skip > 0 {
				skip--
				continue
			}
			p.close(t.Name.Local)
		case xml.CharData:
			if skip == 0 && p.inText() {
				p.write(string(t))
			}
		case xml.Directive:
			if bytes.Contains(t, []byte("ENTITY")) {
				return tocsin.Errorf(tocsin.Invalid, "do not open it: no program for documents writes that. Ask its sender for a PDF or the text", "%s in the Word file defines entities", f.Name)
			}
		}
	}
}

// note reports the separators that Word keeps among the footnotes.
func note(t xml.StartElement) bool {
	if t.Name.Local != "footnote" && t.Name.Local != "endnote" {
		return false
	}
	for _, a := range t.Attr {
		if a.Name.Local == "type" && a.Value != "normal" {
			return true
		}
	}
	return false
}

func (p *parser) count(name string) {
	if name == "delText" || name == "moveFrom" {
		p.deleted++
	}
}

// inText is set while a text element is open: characters elsewhere are layout.
func (p *parser) inText() bool { return p.texts > 0 }

func (p *parser) start(name string) {
	switch name {
	case "t":
		p.texts++
	case "ins":
		p.inserted++
	case "tab":
		p.write(" ")
	case "br", "cr":
		p.write("\n")
	case "noBreakHyphen":
		p.write("-")
	case "tbl":
		p.end()
		p.tables++
	case "tc":
		if p.cells++; p.cells > 1 && p.para.Len() > 0 {
			p.para.WriteString(" | ")
		}
	case "tr":
		p.end()
		p.cells = 0
	}
}

func (p *parser) close(name string) {
	switch name {
	case "t":
		p.texts--
	case "p":
		if p.tables == 0 {
			p.end()
		} else {
			p.write(" ")
		}
	case "tr":
		p.end()
		p.cells = 0
	case "tbl":
		p.end()
		p.tables--
	}
}

func (p *parser) write(s string) {
	for _, r := range s {
		switch {
		case r == '\u00ad' || r == utf8.RuneError || r < ' ' && r != '\n' && r != '\t':
			continue
		case r == '\u00a0' || r == '\t':
			r = ' '
		}
		p.para.WriteRune(r)
	}
}

// end closes the paragraph. Line breaks within it stay.
func (p *parser) end() {
	var lines []string
	for l := range strings.SplitSeq(p.para.String(), "\n") {
		if l = line(l); l != "" {
			lines = append(lines, l)
		}
	}
	p.para.Reset()
	if len(lines) > 0 {
		p.blocks = append(p.blocks, strings.Join(lines, "\n"))
	}
}

// line makes one line of a text.
func line(s string) string { return strings.Join(strings.Fields(s), " ") }

func (p *parser) notes(feet int) []string {
	var out []string
	for _, n := range []struct {
		n    int
		what string
	}{{p.deleted, "passages struck out by a reviewer were left out"}, {p.inserted, "passages put in by a reviewer were read"}, {feet, "footnotes stand behind the text"}} {
		if n.n > 0 {
			out = append(out, fmt.Sprintf("%d %s", n.n, n.what))
		}
	}
	return out
}
