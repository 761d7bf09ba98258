package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// caseless reports whether a run of words has no case to go by: wire copy all in
// capitals, or a text that its source lower-cased.
func caseless(words []string, lowered bool) bool {
	upper, lower, n := 0, 0, 0
	for _, w := range words {
		has := false
		for _, r := range w {
			switch {
			case unicode.IsUpper(r):
				upper++
				has = true
			case unicode.IsLower(r):
				lower++
				has = true
			}
		}
		n += count(has)
	}
	return n > 3 && (lower*20 < upper || lowered && upper == 0)
}

func count(b bool) int {
	if b {
		return 1
	}
	return 0
}

// isLowered reports whether a text of some length has no capital letter at all.
func isLowered(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsUpper(r) {
			return false
		}
		letters += count(unicode.IsLower(r))
	}
	return letters > 60
}

// recased writes words without case as edited prose would: in small letters, a
// capital on the first and on every open-class word that no dictionary has.
func recased(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = strings.ToLower(w)
	}
	for i, tag := range model().Tag(out, hints(out, false)) {
		upos, _, _ := strings.Cut(tag, "|")
		switch upos {
		case "NOUN", "PROPN", "ADJ", "VERB", "X":
			if !model().Common(out[i]) {
				out[i] = capitalised(out[i])
			}
		}
	}
	out[0] = capitalised(out[0])
	return out
}

func capitalised(w string) string {
	r, n := utf8.DecodeRuneInString(w)
	return string(unicode.ToUpper(r)) + w[n:]
}
