package main

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"
)

// plain is a terminal to which nothing is written that could move its cursor,
// colour it, give it commands or turn the direction of its text: file names and
// reports come from outside. Such characters are spelt out, as [U+001B], and
// bytes that are no UTF-8 become U+FFFD. Line feeds and tabs pass.
type plain struct {
	w    io.Writer
	left []byte // the begin of a character whose rest has not come yet
}

// Write writes b in plain characters. It counts the bytes of b.
func (p *plain) Write(b []byte) (int, error) {
	all := append(p.left, b...)
	p.left = nil
	var out strings.Builder
	for len(all) > 0 {
		r, size := utf8.DecodeRune(all)
		if r == utf8.RuneError && size == 1 && !utf8.FullRune(all) {
			p.left = append([]byte(nil), all...)
			break
		}
		all = all[size:]
		if commands(r) {
			fmt.Fprintf(&out, "[U+%04X]", r)
			continue
		}
		out.WriteRune(r)
	}
	if _, err := io.WriteString(p.w, out.String()); err != nil {
		return 0, err
	}
	return len(b), nil
}

// commands reports whether a character does something to a terminal rather than
// show: the control characters of ASCII and Latin-1, and the format characters
// of Unicode, among which are those that turn the direction of text and those
// that cannot be seen. The two joiners pass, which some scripts are written with.
func commands(r rune) bool {
	switch r {
	case '\n', '\t', '\u200c', '\u200d':
		return false
	case '\u2028', '\u2029':
		return true
	}
	return unicode.In(r, unicode.Cc, unicode.Cf)
}
