package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A block is a paragraph, heading or list item: a byte range of the text.
type block struct {
	lo, hi int
	kind   string // "", "heading", "bullet"
}

// blocks cuts text into paragraphs. A blank line always ends one. A single line
// break ends one unless the lines look hard-wrapped or the next line goes on in
// lower case.
func blocks(text string) []block {
	var out []block
	var group []block // the lines since the last blank line
	for lo := 0; lo < len(text); {
		hi := lo + lineEnd(text[lo:])
		next := hi
		for next < len(text) && (text[next] == '\n' || text[next] == '\r') && next-hi < 1 {
			next++
		}
		if next < len(text) && text[hi] == '\r' && text[next] == '\n' {
			next++
		}
		if isBlankLine(text[lo:hi]) {
			out = joinLines(text, group, out)
			group = group[:0]
		} else {
			group = append(group, block{lo: lo, hi: hi})
		}
		lo = next
	}
	return joinLines(text, group, out)
}

func lineEnd(s string) int {
	if i := strings.IndexAny(s, "\r\n"); i >= 0 {
		return i
	}
	return len(s)
}

func isBlankLine(s string) bool {
	for _, r := range s {
		if !isBlank(r) {
			return false
		}
	}
	return true
}

// Lines of hard-wrapped prose are between these lengths in bytes.
const (
	wrapMin = 40
	wrapMax = 130
)

// joinLines appends the paragraphs that the lines of one group make up.
func joinLines(text string, lines []block, out []block) []block {
	if len(lines) == 0 {
		return out
	}
	width := 0
	for _, l := range lines {
		width = max(width, l.hi-l.lo)
	}
	cur := lines[0]
	last := lines[0]
	list := highlights(text, lines)
	for _, l := range lines[1:] {
		if !list && continues(text, last, l, width) {
			cur.hi = l.hi
		} else {
			out = append(out, finish(text, cur))
			cur = l
		}
		last = l
	}
	return append(out, finish(text, cur))
}

// highlights reports whether each of the lines is a point of its own, as above a
// report: all begin with a capital or a figure, and none ends in a mark.
func highlights(text string, lines []block) bool {
	for _, l := range lines {
		line := strings.TrimSpace(text[l.lo:l.hi])
		first, _ := utf8.DecodeRuneInString(line)
		last, _ := utf8.DecodeLastRuneInString(line)
		if !unicode.IsUpper(first) && !unicode.IsDigit(first) || !unicode.IsLetter(last) && !unicode.IsDigit(last) {
			return false
		}
	}
	return true
}

// continues reports whether line b goes on with the paragraph of line a.
func continues(text string, a, b block, width int) bool {
	if bullet(text[b.lo:b.hi]) > 0 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[b.lo:min(b.hi, b.lo+64)], " \t"))
	if unicode.IsLower(first) {
		return true
	}
	n := a.hi - a.lo
	return width <= wrapMax && n >= wrapMin && n*10 >= width*7
}

// finish decides what a paragraph is.
func finish(text string, b block) block {
	s := strings.TrimRight(text[b.lo:b.hi], " \t\r\n")
	if n := bullet(s); n > 0 {
		b.kind = "bullet"
		return b
	}
	trimmed := strings.TrimLeft(s, " \t")
	if strings.HasPrefix(trimmed, "#") {
		b.kind = "heading"
		return b
	}
	if len(s) > 0 && len(s) <= 100 && !strings.ContainsAny(s[len(s)-1:], ".!?;,") && !strings.HasSuffix(s, "”") && !strings.HasSuffix(s, "\"") {
		b.kind = "heading"
	}
	return b
}

// bullet returns the length of the list mark that line begins with, blanks
// before it included, or 0.
func bullet(line string) int {
	s := strings.TrimLeft(line, " \t")
	pad := len(line) - len(s)
	for _, m := range []string{"- ", "* ", "• ", "– ", "— ", "· ", "o ", "▪ ", "‣ "} {
		if strings.HasPrefix(s, m) {
			return pad + len(m)
		}
	}
	i := 0
	for i < len(s) && i < 3 && isDigit(s[i]) {
		i++
	}
	if i > 0 && i+1 < len(s) && (s[i] == '.' || s[i] == ')') && s[i+1] == ' ' {
		return pad + i + 2
	}
	if len(s) > 3 && s[0] == '(' && (isLetter(s[1]) || isDigit(s[1])) && s[2] == ')' && s[3] == ' ' {
		return pad + 4
	}
	return 0
}
