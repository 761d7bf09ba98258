package fill

import "strings"

// Recase gives the sentence starts of a text without capitals their capitals.
func (v *vocabulary) recase(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 'A' && s[i] <= 'Z' {
			return s
		}
	}
	b := []byte(s)
	start := true
	for i := 0; i < len(b); i++ {
		c := b[i]
		switch {
		case c >= 'a' && c <= 'z':
			word := i == 0 || !isLetter(s[i-1]) && s[i-1] != '\''
			if start || word && v.nameWord(s[i:]) {
				b[i] -= 'a' - 'A'
			}
			start = false
		case c >= '0' && c <= '9':
			start = false
		case c == '\n':
			start = start || i+1 < len(b) && b[i+1] == '\n'
		case c == '!' || c == '?':
			start = i+1 < len(b) && (b[i+1] == ' ' || b[i+1] == '"' || b[i+1] == '\n')
		case c == '.':
			start = i+1 < len(b) && (b[i+1] == ' ' || b[i+1] == '"' || b[i+1] == '\n' || b[i+1] == ')') && !abbreviated(s[:i])
		}
		if c == ' ' && i >= 3 && strings.HasSuffix(s[:i], "   ") {
			start = true
		}
	}
	return string(b)
}

// abbreviated reports whether the word that ends before is an abbreviation.
func abbreviated(before string) bool {
	k := strings.LastIndexAny(before, " \n(\"") + 1
	w := before[k:]
	if len(w) == 1 && w[0] >= 'a' && w[0] <= 'z' {
		return true
	}
	switch w {
	case "gen", "lt", "col", "mr", "mrs", "ms", "dr", "sgt", "capt", "maj", "st", "no", "msgr", "rep", "sen", "gov", "jr", "sr", "brig", "adm", "cmdr", "prof", "rev", "u.s", "messrs", "eng", "ave", "approx":
		return true
	}
	return strings.Contains(w, ".") && len(w) <= 5
}

// nameWord reports whether the word that begins s may be a name.
func (v *vocabulary) nameWord(s string) bool {
	j := 0
	for j < len(s) && isLetter(s[j]) {
		j++
	}
	return j > 2 && !v.has(s[:j]) && !particles[s[:j]]
}
