package text

import (
	"strings"

	"tocsin/read/text/internal/syntax"
)

// hints tells the tagger what spelling and the lexicon of conflict reporting
// know about the words of a view.
func hints(words []string, heading bool) syntax.Hints {
	titled := heading && mostlyCapital(words)
	return syntax.Hints{
		Limit: func(i int, known bool) []string { return limit(words, i, known, titled) },
		Mend:  func(tags []string) { mendTags(words, tags) },
	}
}

var (
	properTags   = []string{"PROPN|NNP", "PROPN|NNPS"}
	demonymTags  = []string{"PROPN|NNP", "PROPN|NNPS", "ADJ|JJ"}
	demonymTails = []string{"an", "ian", "ese", "ish", "i", "ic", "ist", "ists", "ians", "ans", "is", "led"}
)

// limit names the tags that word i may have.
func limit(words []string, i int, known, titled bool) []string {
	w := words[i]
	low := strings.ToLower(w)
	if list, ok := lexForced[low]; ok {
		if isCapital(w) && i > 0 && !titled {
			return append(properTags, list...)
		}
		return list
	}
	if known {
		return nil
	}
	if isCapital(w) && !titled {
		if i == 0 || isOpener(words[i-1]) {
			if list := lexicon[low]; list != nil {
				return append(list[:len(list):len(list)], properTags...)
			}
			return nil
		}
		for _, tail := range demonymTails {
			if strings.HasSuffix(low, tail) && len(low) > len(tail)+2 {
				return demonymTags
			}
		}
		return properTags
	}
	return lexicon[low]
}

// mostlyCapital reports whether most words of a heading begin with a capital,
// so that capitals say nothing.
func mostlyCapital(words []string) bool {
	capital, n := 0, 0
	for _, w := range words {
		if len(w) > 3 && isLetter(w[0]) {
			n++
			if isCapital(w) {
				capital++
			}
		}
	}
	return n > 1 && capital*3 >= n*2
}

// mendTags mends tags by their neighbours before the sentence is parsed.
func mendTags(words, tags []string) {
	for i := range words {
		if i > 0 && (words[i] == "'s" || words[i] == "’s") && strings.HasPrefix(tags[i], "AUX") && possessive(words, tags, i) {
			tags[i] = "PART|POS"
			if isCapital(words[i-1]) && !strings.HasPrefix(tags[i-1], "NOUN") {
				tags[i-1] = "PROPN|NNP"
			}
		}
	}
}

// possessive reports whether the 's at i, which the tagger took for "is" or
// "has", is followed by a noun phrase that a verb follows: "Mali's political
// crisis has ...".
func possessive(words, tags []string, i int) bool {
	if !strings.HasPrefix(tags[i-1], "PROPN") && !strings.HasPrefix(tags[i-1], "NOUN") && !isCapital(words[i-1]) {
		return false
	}
	switch strings.ToLower(words[i-1]) {
	case "he", "she", "it", "that", "there", "what", "who", "here", "where", "how", "this", "let":
		return false
	}
	noun := false
	for j := i + 1; j < len(tags) && j-i < 7; j++ {
		upos, xpos, _ := strings.Cut(tags[j], "|")
		switch {
		case upos == "NOUN" || upos == "PROPN":
			noun = true
		case upos == "ADJ" || upos == "NUM" || upos == "PUNCT" && isHyphen(words[j]) || xpos == "VBN" && !noun:
		case noun && (upos == "AUX" || xpos == "VBD" || xpos == "VBZ" || xpos == "VBP"):
			return true
		default:
			return noun && j > i+1 && upos == "ADP" && xpos == "IN"
		}
	}
	return false
}
