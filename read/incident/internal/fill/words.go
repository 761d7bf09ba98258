package fill

import (
	"strings"
)

// determiners and such stand before common words and seldom before names.
var introducing = set(`the a an this these those his their its our my your some many several two three four five six seven eight nine ten other
	all any no each every to be been were was are is not very more most`)

// endings are of common words only.
var endings = strings.Fields(`ed ing ly tion tions ment ments ness ist ists ism isms er ers ous able ible ity ities ive ize ized ization ship ships
	less ful ance ence sion sions men ology ical`)

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// ending reports whether a word has the ending of a common word.
func ending(low string) bool {
	if len(low) < 6 {
		return false
	}
	for _, e := range endings {
		if strings.HasSuffix(low, e) {
			return true
		}
	}
	return false
}

// A WordCount says how often a word form was seen as a common word, written in
// small letters, and how often as a name.
type WordCount struct{ Common, Name int }

// learnVocabulary decides which words are common: those a tagged corpus shows
// so, and those that stand behind determiners in lower-case news.
func learnVocabulary(tagged map[string]WordCount, texts []string) *vocabulary {
	v := &vocabulary{common: make(map[hash]bool)}
	for w, c := range tagged {
		if c.Common > c.Name {
			v.common[seed.add(w).mix()] = true
		}
	}
	count, after := make(map[string]int), make(map[string]int)
	for _, t := range texts {
		last := ""
		for w := range wordsOf(t) {
			if isLetter(w[0]) {
				count[w]++
				if introducing[last] {
					after[w]++
				}
			}
			last = w
		}
	}
	for w, n := range count {
		if n >= 2 && float64(after[w]) > 0.25*float64(n) {
			v.common[seed.add(w).mix()] = true
		}
	}
	return v
}

func isLetter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 0x80 }

// wordsOf yields the words of a text in small letters, and every mark as one.
func wordsOf(s string) func(func(string) bool) {
	return func(yield func(string) bool) {
		for i := 0; i < len(s); {
			if s[i] == ' ' || s[i] == '\n' {
				i++
				continue
			}
			j := i + 1
			if isLetter(s[i]) {
				for j < len(s) && (isLetter(s[j]) || s[j] == '\'' && j+1 < len(s) && isLetter(s[j+1]) && !strings.HasPrefix(s[j:], "'s")) {
					j++
				}
			}
			if !yield(s[i:j]) {
				return
			}
			i = j
		}
	}
}
