// Package fold brings spellings of one name to one key.
//
// In: a name as written. Out: lower case ASCII words with single blanks between
// them: diacritics dropped, apostrophes deleted, hyphens, full stops and every
// other mark read as a blank, a leading article dropped, "St." read as "Saint".
// It assumes Latin script; letters of other scripts are kept as they are, in
// lower case.
package fold

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// special holds the Latin letters that do not decompose.
var special = map[rune]string{'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th",
	'ł': "l", 'ħ': "h", 'ı': "i", 'ŋ': "ng", 'ɓ': "b", 'ɗ': "d", 'ƙ': "k", 'ɛ': "e", 'ə': "e", 'ɔ': "o", 'ɲ': "ny",
	'ŧ': "t", 'ĸ': "k", 'ƴ': "y"}

const tableEnd = 0x2070

// table maps each rune below tableEnd to what a key has in its place; " " marks
// a break, "" a rune that is dropped.
var table = sync.OnceValue(func() []string {
	t := make([]string, tableEnd)
	for r := rune(0); r < tableEnd; r++ {
		t[r] = foldRune(r)
	}
	return t
})

func foldRune(r rune) string {
	if r < 0x20 {
		return " "
	}
	switch r {
	case '\'', '’', '‘', 'ʼ', 'ʻ', '`', '´', 'ʿ', 'ʾ', 'ʹ', '′':
		return ""
	}
	low := unicode.ToLower(r)
	if s, ok := special[low]; ok {
		return s
	}
	if unicode.Is(unicode.Mn, low) {
		return ""
	}
	if unicode.IsLetter(low) && unicode.Is(unicode.Latin, low) {
		base, _ := utf8.DecodeRuneInString(norm.NFD.String(string(low)))
		return string(base)
	}
	if unicode.IsLetter(low) || unicode.IsDigit(low) {
		return string(low)
	}
	return " "
}

// Key appends the key of name to buf and returns it, so that a caller that folds
// a hundred thousand names allocates once.
func Key(buf []byte, name string) []byte {
	t := table()
	start := len(buf)
	for i := 0; i < len(name); {
		c := name[i]
		if 'a' <= c && c <= 'z' {
			buf = append(buf, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(name[i:])
		i += n
		s := " "
		if r < tableEnd {
			s = t[r]
		} else if unicode.IsLetter(r) {
			s = string(unicode.ToLower(r))
		}
		if s == " " {
			if len(buf) > start && buf[len(buf)-1] != ' ' {
				buf = append(buf, ' ')
			}
			continue
		}
		buf = append(buf, s...)
	}
	if len(buf) > start && buf[len(buf)-1] == ' ' {
		buf = buf[:len(buf)-1]
	}
	return abbreviations(buf, start)
}

// abbreviations drops a leading "the" and spells out a leading "st", "ste",
// "mt" and "ft".
func abbreviations(buf []byte, start int) []byte {
	key := string(buf[start:min(len(buf), start+5)])
	for _, a := range [...][2]string{{"the ", ""}, {"st ", "saint "}, {"ste ", "sainte "}, {"mt ", "mount "}, {"ft ", "fort "}} {
		if rest, ok := strings.CutPrefix(key, a[0]); ok && rest != "" {
			tail := string(buf[start+len(a[0]):])
			return append(append(buf[:start], a[1]...), tail...)
		}
	}
	return buf
}

// String is Key as a string.
func String(name string) string { return string(Key(make([]byte, 0, len(name)+8), name)) }
