package actor

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Fold writes a name as names are compared: without accents, case, apostrophes
// and full stops, hyphens as blanks, no "the" before them.
func Fold(s string) string {
	if folded, ok := foldASCII(s); ok {
		return folded
	}
	var b strings.Builder
	b.Grow(len(s))
	if !norm.NFD.IsNormalString(s) {
		s = norm.NFD.String(s)
	}
	for _, r := range s {
		switch {
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
			b.WriteByte(byte(r))
		case r >= 'A' && r <= 'Z':
			b.WriteByte(byte(r) + 'a' - 'A')
		case r == ' ', r == '-':
			b.WriteByte(' ')
		case unicode.Is(unicode.Mn, r), strings.ContainsRune("'’‘ʼ´`.ʿʾ", r):
		case unicode.IsLetter(r), unicode.IsDigit(r):
			b.WriteRune(foldLetter(unicode.ToLower(r)))
		default:
			b.WriteByte(' ')
		}
	}
	words := strings.Fields(b.String())
	for len(words) > 1 && words[0] == "the" {
		words = words[1:]
	}
	for i, w := range words {
		switch w {
		case "qaida":
			words[i] = "qaeda"
		case "defense":
			words[i] = "defence"
		}
	}
	return strings.Join(words, " ")
}

// foldASCII folds what most names are made of, in one pass. It leaves to Fold
// what needs more than that.
func foldASCII(s string) (string, bool) {
	buf := make([]byte, 0, len(s))
	blank := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 0x80:
			return "", false
		case c >= 'A' && c <= 'Z':
			c += 'a' - 'A'
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9':
		case c == '\'', c == '`', c == '.':
			continue
		default:
			blank = len(buf) > 0
			continue
		}
		if blank {
			buf = append(buf, ' ')
			blank = false
		}
		buf = append(buf, c)
	}
	folded := string(buf)
	for strings.HasPrefix(folded, "the ") {
		folded = folded[len("the "):]
	}
	return folded, !strings.Contains(folded, "qaida") && !strings.Contains(folded, "defense")
}

// foldLetter replaces letters that have no decomposition.
func foldLetter(r rune) rune {
	switch r {
	case 'ø':
		return 'o'
	case 'ł':
		return 'l'
	case 'đ':
		return 'd'
	case 'ı':
		return 'i'
	}
	return r
}

// acronym reports whether s is a short name that only its capitals tell from a
// word: IS, UN, FARC. Such a name is matched with its case.
func acronym(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n > 0 && n <= 4
}

// initials returns the first letters of a name's words, without the small
// words acronyms leave out.
func initials(s string) string {
	var b strings.Builder
	for _, w := range strings.Fields(Fold(s)) {
		switch w {
		case "of", "the", "for", "and", "in", "to", "de", "du", "des", "la", "le", "pour", "et":
		default:
			b.WriteByte(w[0])
		}
	}
	return b.String()
}
