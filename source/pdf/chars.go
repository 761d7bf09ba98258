package pdf

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A char is one character on a page, in points from the lower left corner.
type char struct {
	r           rune
	left, right float64
	bottom      float64
	size        float64
	angle       float64
}

// wrapped is the mark PDFium puts in place of a hyphen at a line's end.
const wrapped = '\x02'

// cork is what TeX's fonts mean by control characters, where a file does not
// tell which letters its glyphs are (the Cork encoding, T1).
var cork = map[rune]string{0x10: "“", 0x11: "”", 0x12: "„", 0x13: "«", 0x14: "»", 0x15: "–", 0x16: "—",
	0x1b: "ff", 0x1c: "fi", 0x1d: "fl", 0x1e: "ffi", 0x1f: "ffl"}

// ligatures are letters that some fonts join.
var ligatures = map[rune]string{'ﬀ': "ff", 'ﬁ': "fi", 'ﬂ': "fl", 'ﬃ': "ffi", 'ﬄ': "ffl", 'ﬅ': "st", 'ﬆ': "st"}

// accents are the spacing accents that old TeX sets before or after a letter,
// with the combining one that is meant.
var accents = map[rune]rune{'´': '\u0301', '`': '\u0300', '¨': '\u0308', 'ˆ': '\u0302', '˜': '\u0303', '¸': '\u0327', 'ˇ': '\u030c'}

// clean takes out of a text what is no character of it, and composes accents.
func clean(s string) string {
	var b strings.Builder
	runes := []rune(s)
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		if mark, ok := accents[r]; ok && i+1 < len(runes) && unicode.IsLetter(runes[i+1]) {
			letter := runes[i+1]
			if letter == 'ı' { // the letter without a dot, made for accents
				letter = 'i'
			}
			if one := []rune(norm.NFC.String(string([]rune{letter, mark}))); len(one) == 1 {
				b.WriteRune(one[0])
				i++
				continue
			}
		}
		switch {
		case cork[r] != "":
			b.WriteString(cork[r])
		case ligatures[r] != "":
			b.WriteString(ligatures[r])
		case r == '\t' || r == '\u00a0' || unicode.Is(unicode.Zs, r):
			b.WriteByte(' ')
		case r == '\u00ad' || r == '\ufeff' || r == '\u200b' || r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0:
		case unknown(r):
			b.WriteRune(unicode.ReplacementChar)
		default:
			b.WriteRune(r)
		}
	}
	return norm.NFC.String(b.String())
}

// unknown reports a glyph of which the file does not say what letter it shows.
func unknown(r rune) bool {
	return r == unicode.ReplacementChar || unicode.Is(unicode.Co, r) || r&0xfffe == 0xfffe || unicode.Is(unicode.Cs, r)
}
