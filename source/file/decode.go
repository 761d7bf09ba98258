package file

import (
	"bytes"
	"fmt"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"tocsin"
)

// decode returns the file's characters as UTF-8. Valid UTF-8 is returned as it
// is. UTF-16 is told by its mark, a page's encoding by what it declares, and
// bytes that cannot be UTF-8 are read as the server said or else as Windows-1252 with a warning; where they
// stand beside real UTF-8 the file mixes two encodings and is refused.
func decode(name string, raw []byte, media, sent string) (string, *found, error) {
	f := &found{}
	if enc := utf16(raw); enc != nil {
		text, err := enc.NewDecoder().Bytes(raw)
		if err != nil || bytes.IndexByte(text, 0) >= 0 {
			return "", nil, problem(name, tocsin.Invalid, "save it as UTF-8", "begins as UTF-16 and is not")
		}
		f.notes = append(f.notes, "read as UTF-16")
		return string(text), f, nil
	}
	if utf8.Valid(raw) {
		return string(raw), f, nil
	}
	if enc, label := charset.Lookup(sent); enc != nil && label != "utf-8" && label != "windows-1252" {
		if text, err := enc.NewDecoder().Bytes(raw); err == nil && utf8.Valid(text) && bytes.IndexByte(text, 0) < 0 {
			f.notes = append(f.notes, "read as "+label+", as the server says")
			return string(text), f, nil
		}
		f.warnings = append(f.warnings, "the server says that it is "+label+", and it is not")
	}
	if media == HTML {
		// Windows-1252 is what it answers too where the page declares nothing.
		if enc, label, _ := charset.DetermineEncoding(raw, ""); label != "utf-8" && label != "windows-1252" {
			text, err := enc.NewDecoder().Bytes(raw)
			if err != nil || !utf8.Valid(text) {
				return "", nil, problem(name, tocsin.Invalid, "save the page as UTF-8", "declares %s and is not", label)
			}
			f.notes = append(f.notes, "read as "+label+", as the page declares")
			return string(text), f, nil
		}
	}
	line, both := invalidLine(raw)
	if both {
		return "", nil, &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{File: name, Line: line},
			Hint: "save the file as UTF-8", Err: fmt.Errorf("not UTF-8, though other lines are: the file mixes two encodings")}
	}
	text, err := charmap.Windows1252.NewDecoder().Bytes(raw)
	if err != nil || bytes.ContainsRune(text, utf8.RuneError) {
		return "", nil, &tocsin.Error{Code: tocsin.Invalid, Pos: tocsin.Pos{File: name, Line: line},
			Hint: "save the file as UTF-8", Err: fmt.Errorf("neither UTF-8 nor Windows-1252")}
	}
	f.warnings = append(f.warnings, fmt.Sprintf("not UTF-8 (first on line %d): read as Windows-1252; check the accents", line))
	return string(text), f, nil
}

// utf16 returns the decoder that a byte order mark calls for, or nil.
func utf16(raw []byte) encoding.Encoding {
	if bytes.HasPrefix(raw, []byte("\xff\xfe")) || bytes.HasPrefix(raw, []byte("\xfe\xff")) {
		return unicode.UTF16(unicode.LittleEndian, unicode.ExpectBOM)
	}
	return nil
}

// invalidLine returns the line of the first bytes that are not UTF-8, and
// whether there are characters of more than one byte that are.
func invalidLine(raw []byte) (line int, both bool) {
	at, n := 1, 0
	for len(raw) > 0 {
		r, size := utf8.DecodeRune(raw)
		switch {
		case r == utf8.RuneError && size == 1:
			if line == 0 {
				line = at
			}
		case size > 1:
			n++
		case r == '\n':
			at++
		}
		raw = raw[size:]
	}
	return line, n > 0
}
