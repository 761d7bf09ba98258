package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tocsin"
)

// A scanner cuts text into tokens in one pass from left to right. It looks
// ahead by a bounded number of bytes only, so that its time is linear in any
// input.
type scanner struct {
	text string
	out  []tocsin.Span
}

// scan appends the spans of the tokens of text[lo:hi]. The spans are in order,
// do not overlap, and hold every byte that is not blank.
func (sc *scanner) scan(lo, hi int) {
	for p := lo; p < hi; {
		r, n := utf8.DecodeRuneInString(sc.text[p:hi])
		switch {
		case isBlank(r):
			p += n
		case isWordRune(r, n):
			p = sc.word(p, hi)
		case (r == '\'' || r == '’') && startsYear(sc.text[p+n:hi]):
			end := p + n + 2 // '90s
			if end < hi && sc.text[end] == 's' {
				end++
			}
			sc.emit(p, end)
			p = end
		default:
			p = sc.mark(p, hi, r, n)
		}
	}
}

func (sc *scanner) emit(lo, hi int) {
	if lo < hi {
		sc.out = append(sc.out, tocsin.Span{lo, hi})
	}
}

// isBlank reports whether a rune separates tokens and is part of none: white
// space, control characters (a NUL among them) and invisible format marks.
func isBlank(r rune) bool {
	if r < utf8.RuneSelf {
		return r <= ' ' || r == 0x7f
	}
	return unicode.IsSpace(r) || unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r)
}

func isWordRune(r rune, n int) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	if r == utf8.RuneError && n == 1 {
		return true // bytes that are not UTF-8 stay with the word they stand in
	}
	return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsNumber(r)
}

func startsYear(s string) bool {
	return len(s) >= 2 && isDigit(s[0]) && isDigit(s[1]) && (len(s) == 2 || !isDigit(s[2]))
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// mark emits one token of punctuation and returns where it ends. Dots, dashes
// and the like that repeat are one token; so are “ and ”.
func (sc *scanner) mark(p, hi int, r rune, n int) int {
	q := p + n
	if strings.ContainsRune(".-*=_~!?`'<>|+", r) {
		for q < hi && sc.text[q] == byte(r) {
			if (r == '\'' || r == '`') && q-p == 2 {
				break
			}
			q++
		}
	}
	if strings.HasPrefix(sc.text[p:hi], "n't") { // after a word that ended in bytes we do not know
		q = p + 3
	}
	sc.emit(p, q)
	return q
}

// word scans one word from p, which holds a word rune, splits what English
// treebanks split ("do|n't", "5|km", "army|'s"), and returns where it ends.
func (sc *scanner) word(p, hi int) int {
	if end := urlEnd(sc.text, p, hi); end > p {
		sc.emit(p, end)
		return end
	}
	q := p
	for q < hi {
		r, n := utf8.DecodeRuneInString(sc.text[q:hi])
		if isWordRune(r, n) {
			q += n
			continue
		}
		if q == p || !sc.joins(p, q, hi, r, n) {
			break
		}
		q += n
	}
	if q < hi && sc.text[q] == '.' && isAbbreviation(sc.text[p:q], sc.text[q+1:hi]) {
		q++
	}
	sc.split(p, q)
	return q
}

// joins reports whether the mark r at q belongs inside the word that began at p.
func (sc *scanner) joins(p, q, hi int, r rune, n int) bool {
	if q+n >= hi {
		return false
	}
	before := sc.text[q-1]
	next, nn := utf8.DecodeRuneInString(sc.text[q+n : hi])
	if !isWordRune(next, nn) {
		return false
	}
	digits := isDigit(before) && next < utf8.RuneSelf && isDigit(byte(next))
	switch r {
	case '\'', '’', 'ʼ':
		return !isDigit(before) || next == 's'
	case '.':
		return digits || dottedLetter(sc.text, p, q, hi) || domainFollows(sc.text[q+1:hi])
	case ',', ':', '/':
		return digits
	case '-':
		return digits && shortNumber(sc.text, p, q) || keepsHyphen(sc.text[max(p, q-12):q], q-p)
	case '&':
		return q-p <= 3 && unicode.IsUpper(rune(before)) && unicode.IsUpper(next)
	case '@':
		return q-p < 64 && strings.Contains(sc.text[q:min(hi, q+64)], ".")
	case '_':
		return true
	}
	return unicode.Is(unicode.Cf, r) // a joiner or soft hyphen within a word
}

// shortNumber reports whether what stands before a hyphen may open a date, a
// score or a telephone number, rather than be a very long run.
func shortNumber(text string, p, q int) bool { return q-p < 40 }

// dottedLetter reports whether the dot at q follows a single letter and is
// followed by a single letter: U.S., e.g., D.C.
func dottedLetter(text string, p, q, hi int) bool {
	if q-1 > p && text[q-2] != '.' {
		return false
	}
	if !isLetter(text[q-1]) || q+1 >= hi || !isLetter(text[q+1]) {
		return false
	}
	return q+2 >= hi || !isLetter(text[q+2]) && !isDigit(text[q+2])
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// domainFollows reports whether s begins with a well-known internet ending.
func domainFollows(s string) bool {
	for _, tld := range topLevel {
		if strings.HasPrefix(s, tld) && (len(s) == len(tld) || !isLetter(s[len(tld)])) {
			return true
		}
	}
	return false
}

// keepsHyphen reports whether word is a prefix that English EWT leaves joined:
// "ex-president" is one token, "coup-proof" three.
func keepsHyphen(word string, length int) bool {
	return len(word) == length && joinedPrefixes[strings.ToLower(word)]
}

// urlEnd returns where the address that begins at p ends, or p where none does.
func urlEnd(text string, p, hi int) int {
	s := text[p:hi]
	if !strings.HasPrefix(s, "http://") && !strings.HasPrefix(s, "https://") && !strings.HasPrefix(s, "www.") {
		return p
	}
	q := p
	for q < hi && text[q] > ' ' && text[q] != '<' && text[q] != '>' && text[q] != '"' && text[q] < utf8.RuneSelf {
		q++
	}
	for q > p && strings.IndexByte(".,;:!?)]'", text[q-1]) >= 0 {
		q--
	}
	return q
}

// split emits the word [p,q), cut at contractions and between a number and its
// unit.
func (sc *scanner) split(p, q int) {
	w := sc.text[p:q]
	if len(w) > 64 {
		sc.emit(p, q)
		return
	}
	low := strings.ToLower(strings.ReplaceAll(w, "’", "'"))
	if cut, ok := fusedWords[low]; ok {
		sc.emit(p, p+cut)
		sc.emit(p+cut, q)
		return
	}
	if cut := contraction(w); cut > 0 {
		sc.split(p, p+cut)
		sc.emit(p+cut, q)
		return
	}
	if cut := unitCut(w); cut > 0 {
		sc.emit(p, p+cut)
		sc.emit(p+cut, q)
		return
	}
	sc.emit(p, q)
}

// contraction returns where the clitic of w begins, or 0 where it has none.
func contraction(w string) int {
	for _, apostrophe := range []string{"'", "’"} {
		i := strings.LastIndex(w, apostrophe)
		if i <= 0 {
			continue
		}
		tail := strings.ToLower(w[i+len(apostrophe):])
		switch tail {
		case "s", "re", "ve", "ll", "d", "m":
			return i
		case "t":
			if i > 1 && (w[i-1] == 'n' || w[i-1] == 'N') {
				return i - 1
			}
		}
	}
	return 0
}

// unitCut returns where the unit begins in a number written together with it
// ("5km"), or 0. Ordinals and decades ("5th", "1990s") stay whole.
func unitCut(w string) int {
	i := 0
	for i < len(w) && (isDigit(w[i]) || i > 0 && (w[i] == '.' || w[i] == ',' || w[i] == ':')) {
		i++
	}
	if i == 0 || i == len(w) || !gluedUnits[strings.ToLower(w[i:])] {
		return 0
	}
	return i
}
