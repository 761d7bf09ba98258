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
	pastTags     = []string{"VERB|VBD", "AUX|VBD"}
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
	if pastOnly[low] {
		return pastTags
	}
	if base, ok := strings.CutSuffix(low, "men"); ok && (!isCapital(w) || i == 0) && model().Common(base+"man") {
		return []string{"NOUN|NNS"} // Gunmen
	}
	if known {
		return nil
	}
	if isCapital(w) && !titled {
		if (i == 0 || isOpener(words[i-1])) && !allCapitals(w) {
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

// pastOnly are past forms that are never participles.
var pastOnly = words(`broke took went began gave knew wrote spoke rose drove threw grew drew flew stole chose shook tore wore swore withdrew fell froze strove
	overran overthrew undertook underwent fled ate sang sank swam sprang arose awoke foresaw mistook oversaw overtook partook retook`)

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
	mendForms(words, tags)
	for i := range words {
		low := strings.ToLower(words[i])
		switch {
		case i > 0 && (low == "'s" || low == "’s") && strings.HasPrefix(tags[i], "AUX") && possessive(words, tags, i):
			tags[i] = "PART|POS"
			if isCapital(words[i-1]) && !strings.HasPrefix(tags[i-1], "NOUN") {
				tags[i-1] = "PROPN|NNP"
			}
		case i > 0 && i+1 < len(tags) && strings.HasPrefix(tags[i], "VERB") && isCapital(words[i]) && isCapital(words[i-1]) && finiteTag(tags[i+1]) && !allCapitals(words[i]):
			tags[i] = "PROPN|NNP" // Human Rights Watch said
		case haveForms[low] && strings.HasPrefix(tags[i], "VERB") && participleAfter(words, tags, i):
			tags[i] = "AUX" + tags[i][4:]
		case i > 0 && reportForm(low) && !strings.HasPrefix(tags[i], "VERB") && !strings.HasPrefix(tags[i], "AUX") && reports(words, tags, i):
			tags[i] = "VERB|VBZ"
			if reportVerbs[low] {
				tags[i] = "VERB|VBP"
			}
		case i > 0 && tags[i] == "VERB|VBN" && (tags[i-1] == "PRON|PRP" && isSubjectPronoun(words[i-1]) || i > 1 && tags[i-1] == "ADV|RB" && tags[i-2] == "PRON|PRP" && isSubjectPronoun(words[i-2])):
			tags[i] = "VERB|VBD"
		case i > 0 && i+1 < len(tags) && strings.HasPrefix(tags[i], "NOUN|NN") && strings.HasSuffix(low, "ing") && phases[strings.ToLower(words[i-1])] && (strings.HasPrefix(tags[i+1], "NOUN") || strings.HasPrefix(tags[i+1], "DET")):
			tags[i] = "VERB|VBG" // has begun launching attacks
		case strings.HasPrefix(tags[i], "VERB") && (low == "presumed" || low == "suspected") && ofDoer(words, tags, i):
			tags[i] = "ADJ|JJ" // On Monday, presumed rebels
		case i > 0 && tags[i] == "VERB|VBN" && (pastByForm(words, tags, i) || saidThat(words, tags, i)):
			tags[i] = "VERB|VBD"
		}
	}
	for i := 0; i+1 < len(tags); i++ {
		if tags[i] == "VERB|VBG" && (i == 0 || words[i-1] == ",") && (tags[i+1] == "VERB|VBN" || finiteTag(tags[i+1])) {
			tags[i] = "NOUN|NN" // Fighting resumed
		}
	}
	mendClauses(words, tags)
}

// phases are verbs that a gerund follows.
var phases = words(`begin began begun begins start started starts stop stopped stops continue continued continues keep kept keeps resume resumed
	finish finished consider considered avoid avoided deny denied`)

// takesTwo are verbs that may keep an object when they are passive.
var takesTwo = words(`given named called dubbed granted offered denied elected appointed made considered deemed awarded taught told asked shown
	paid known seen left labelled labeled born aged based titled entitled nicknamed crowned`)

// pastByForm reports whether a word tagged as a participle is a past tense: no
// auxiliary stands before it, and an object after it, which a reduced passive
// does not have.
func pastByForm(words, tags []string, i int) bool {
	low := strings.ToLower(words[i])
	if takesTwo[low] || i+1 >= len(tags) {
		return false
	}
	switch u, x, _ := strings.Cut(tags[i-1], "|"); {
	case u == "NOUN" || u == "PROPN" || u == "PRON" && x != "PRP$" || u == "ADV" || words[i-1] == "," || words[i-1] == ")":
	default:
		return false
	}
	for j := i - 1; j >= 0 && i-j < 6; j-- {
		if strings.HasPrefix(tags[j], "AUX") || haveForms[strings.ToLower(words[j])] || isBe(strings.ToLower(words[j])) {
			return false
		}
	}
	switch next, x, _ := strings.Cut(tags[i+1], "|"); next {
	case "DET", "NUM":
		return true
	case "ADP", "ADJ":
		return numberAhead(words, tags, i+1) // mobs burned at least 15 houses
	case "PRON":
		return x == "PRP$" || x == "PRP"
	case "PROPN":
		return words[i-1] != ","
	case "NOUN":
		return roles[strings.ToLower(words[i+1])] || tags[i-1] == "NOUN|NNS" && !loneNouns[strings.ToLower(words[i+1])] // forces used tear gas
	}
	return false
}

// loneNouns stand behind a participle without a preposition.
var loneNouns = words(`today yesterday tomorrow tonight week month year weekend morning afternoon evening night north south east west home homes times overnight inside outside abroad`)

// numberAhead reports whether words that bound a number stand at i, and it behind them.
func numberAhead(words, tags []string, i int) bool {
	if i+2 >= len(tags) || !strings.HasPrefix(tags[i+2], "NUM") {
		return false
	}
	switch strings.ToLower(words[i]) + " " + strings.ToLower(words[i+1]) {
	case "at least", "at most", "more than", "less than", "fewer than", "up to":
		return true
	}
	return false
}

// mendClauses gives a clause that has no finite verb the one it must have: a
// participle after its subject, in a sentence without any finite verb or after
// a word that opens a clause.
func mendClauses(words, tags []string) {
	finite := false
	for _, t := range tags {
		finite = finite || finiteTag(t)
	}
	open := !finite // in a stretch that must have a finite verb
	main := -1      // where the main clause begins after "Although ..., "
	if len(words) > 0 && subordinators[strings.ToLower(words[0])] {
		for i := range words {
			if words[i] == "," {
				main = i
				break
			}
		}
		for i := main + 1; main > 0 && i < len(tags); i++ {
			if finiteTag(tags[i]) {
				main = -1
			}
		}
	}
	for i := 0; i < len(tags); i++ {
		upos, xpos, _ := strings.Cut(tags[i], "|")
		switch {
		case i == main:
			open = true
		case finiteTag(tags[i]) || upos == "PUNCT" && xpos != "," && xpos != "HYPH" && xpos != "``" && xpos != "''":
			open = false
		case upos == "SCONJ" && xpos == "IN" && i+1 < len(tags) && clauseAhead(words, tags, i+1):
			open = true
		case open && xpos == "VBN" && i > 0 && upos == "VERB" && (subjectTag(tags[i-1]) || !finite && tags[i-1] == "ADJ|JJ") && !takesTwo[strings.ToLower(words[i])]:
			tags[i] = "VERB|VBD"
			open = false
		}
	}
}

// clauseAhead reports whether what follows a subordinator begins like a subject
// and holds no finite verb before the next mark.
func clauseAhead(words, tags []string, i int) bool {
	switch upos, _, _ := strings.Cut(tags[i], "|"); upos {
	case "DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM":
	default:
		return false
	}
	for j := i; j < len(tags) && words[j] != "," && words[j] != "." && words[j] != ";"; j++ {
		if finiteTag(tags[j]) {
			return false
		}
	}
	return true
}

func subjectTag(tag string) bool {
	return strings.HasPrefix(tag, "NOUN") || strings.HasPrefix(tag, "PROPN") || tag == "PRON|PRP"
}

var haveForms = words(`have has had having 've`)

func isSubjectPronoun(w string) bool {
	switch strings.ToLower(w) {
	case "he", "she", "they", "we", "i":
		return true
	}
	return false
}

// participleAfter reports whether a participle follows token i, adverbs and
// "not" aside.
func participleAfter(words, tags []string, i int) bool {
	for j := i + 1; j < len(tags) && j-i < 6; j++ {
		upos, xpos, _ := strings.Cut(tags[j], "|")
		if upos == "ADV" || upos == "PART" && xpos != "TO" && xpos != "POS" {
			continue
		}
		return xpos == "VBN" && (upos == "VERB" || upos == "AUX")
	}
	return false
}

// reports reports whether the word at i, which looks like a verb of saying and
// was not tagged as one, is: a subject stands before it, and after it a clause
// with a finite verb of its own, and nothing else in the sentence so far is
// finite.
func reports(words, tags []string, i int) bool {
	switch strings.ToLower(words[i-1]) {
	case "some", "others", "many", "most", "few", "several":
	default:
		if u := tags[i-1]; !strings.HasPrefix(u, "NOUN") && !strings.HasPrefix(u, "PROPN") || possessed(tags, i-1) {
			return false
		}
	}
	for j := i - 1; j >= 0 && words[j] != "," && words[j] != ";"; j-- {
		if finiteTag(tags[j]) {
			return false
		}
	}
	j := i + 1
	if j < len(words) && strings.ToLower(words[j]) == "that" {
		return true
	}
	for nouns := 0; j < len(tags) && j-i < 12; j++ {
		upos, xpos, _ := strings.Cut(tags[j], "|")
		switch {
		case upos == "NOUN" || upos == "PROPN" || upos == "PRON":
			nouns++
		case finiteTag(tags[j]):
			return nouns > 0 && strings.ToLower(words[j-1]) != "who" && strings.ToLower(words[j-1]) != "which"
		case words[j] == "," || words[j] == "." || xpos == "WDT" || xpos == "WP" || upos == "SCONJ" || upos == "CCONJ" && nouns == 0:
			return false
		}
	}
	return false
}

// possessed reports whether the word at i stands in a prepositional phrase.
func possessed(tags []string, i int) bool {
	for j := i - 1; j >= 0 && i-j < 5; j-- {
		switch upos, _, _ := strings.Cut(tags[j], "|"); upos {
		case "ADP":
			return true
		case "DET", "VERB", "AUX", "PUNCT", "CCONJ":
			return false
		}
	}
	return false
}

func finiteTag(tag string) bool {
	switch tag {
	case "VERB|VBD", "VERB|VBZ", "VERB|VBP", "AUX|VBD", "AUX|VBZ", "AUX|VBP", "AUX|MD":
		return true
	}
	return false
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
