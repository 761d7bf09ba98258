package tocsin

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Clean makes text from outside fit to show: runs of white space become one
// space, and control and format characters (escape codes, bidirectional
// overrides, zero-width marks) and bytes that are not UTF-8 become U+FFFD, so that
// nothing in a report can move the cursor, hide or reorder what is shown.
func Clean(s string) string {
	var b strings.Builder
	space := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			space = true
			continue
		case unicode.Is(unicode.C, r):
			r = utf8.RuneError
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(r)
	}
	return b.String()
}
