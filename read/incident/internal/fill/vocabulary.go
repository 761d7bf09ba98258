package fill

import (
	"strings"

	"tocsin/read/text"
)

// A vocabulary holds the common words of English, as hashes. What it does not
// hold may be a name.
type vocabulary struct {
	common map[hash]bool
	class  map[hash]uint16 // of frequent words: a narrow class of words used alike
	wide   []uint16        // of each narrow class: the wide class it is in
}

// classes returns the narrow and the wide class of a word, "" where it has none.
func (v *vocabulary) classes(low string) (narrow, wide string) {
	c, ok := v.class[seed.add(low).mix()]
	if !ok {
		return "", ""
	}
	return className(c), className(v.wide[c])
}

// className writes a class in two bytes, which no word has.
func className(c uint16) string { return string([]byte{byte(c >> 8), byte(c)}) }

// has reports whether a word in small letters is common.
func (v *vocabulary) has(low string) bool { return ending(low) || v.common[seed.add(low).mix()] }

// titles stand before names and are no part of them.
var titles = set("dr mr mrs ms gen col lt capt maj sgt msgr rev prof eng adm gov rep sen brig cmdr messrs")

// particles stand within names.
var particles = map[string]bool{"de": true, "la": true, "del": true, "las": true, "los": true, "y": true, "e": true, "da": true, "dos": true, "el": true, "al": true, "von": true, "van": true, "bin": true, "ibn": true, "san": true}

// nameLike reports whether a word may be part of a name.
func (v *vocabulary) nameLike(t *text.Token) bool {
	if len(t.Lower) < 2 || titles[strings.TrimSuffix(t.Lower, ".")] {
		return false
	}
	letters := 0
	for _, r := range t.Lower {
		switch {
		case r >= 'a' && r <= 'z' || r > 127:
			letters++
		case r == '\'' || r == '.' || r == '-':
		default:
			return false
		}
	}
	return letters >= 2 && !v.has(t.Lower)
}

// names returns the runs of tokens that may be names of persons.
func (v *vocabulary) names(s *text.Sentence) [][2]int {
	var out [][2]int
	for i := 0; i < len(s.Tokens); {
		if !v.nameLike(&s.Tokens[i]) || particles[s.Tokens[i].Lower] {
			i++
			continue
		}
		j := i + 1
		for j < len(s.Tokens) {
			if v.nameLike(&s.Tokens[j]) && !particles[s.Tokens[j].Lower] {
				j++
				continue
			}
			k := j
			for k < len(s.Tokens) && k < j+3 && (particles[s.Tokens[k].Lower] || len(s.Tokens[k].Lower) == 1 && s.Tokens[k].Lower >= "a" && s.Tokens[k].Lower <= "z" || k > j && s.Tokens[k].Text == ".") {
				k++
			}
			if k > j && k < len(s.Tokens) && v.nameLike(&s.Tokens[k]) {
				j = k + 1
				continue
			}
			break
		}
		out = append(out, [2]int{i, j})
		i = j
	}
	return out
}
