package claim

import (
	"math"
	"slices"
	"strings"

	"tocsin"
)

// prevAt reports that the word before i is one of those given.
func prevAt(words []wordAt, i int, list ...string) bool {
	return slices.Contains(list, lowAt(words, i-1))
}

// numberResidue reports a number of attacks or people that no claim has.
func (u *use) numberResidue(words []wordAt, i int) string {
	w := words[i]
	next := lowAt(words, i+1)
	x, isDigits := digits(w.low)
	word, isWord := unitWords[w.low]
	if scale, ok := scaleWords[next]; ok && isWord && slices.Contains(u.values, word*scale) {
		return "" // two hundred
	}
	if isWord && (prevAt(words, i, "hundred", "thousand") || prevAt(words, i, "and") && prevAt(words, i-1, "hundred", "thousand")) && slices.ContainsFunc(u.values, func(v float64) bool { return v > word && math.Mod(v-word, 100) < 10 }) {
		return "" // a hundred and fifty
	}
	vague, isVague := vagueWords[w.low]
	switch {
	case (isDigits && !slices.Contains(u.values, x) || isWord && !slices.Contains(u.values, word)) && (next == "times" || next == "occasions") && u.coup:
		return "number" // overthrown six times
	case u.forms[tocsin.FormShare] && x+word <= 100:
		return "" // nine in ten
	case isDigits && (len(w.low) == 4 && x >= 1945 && x <= 2100 || monthBeside(words, i)):
		return ""
	case (isDigits && !slices.Contains(u.values, x) || isWord && !slices.Contains(u.values, word)) && !u.words[strings.ReplaceAll(w.low, ",", "")] && slices.Contains(lengthWords, next):
		return "place" // how far off it was
	case isDigits && !slices.Contains(u.values, x):
		if countsPeople(words, i) {
			return "number"
		}
	case isWord && word > 1 && !slices.Contains(u.values, word) && countsPeople(words, i):
		return "number"
	case isVague && w.low != "several" && !slices.ContainsFunc(u.values, func(v float64) bool { return v >= vague/2 }) && (next == "of" || countsPeople(words, i)):
		return "number"
	}
	return ""
}

// countsPeople reports that attacks or people killed follow the number at i.
func countsPeople(words []wordAt, i int) bool {
	for k := i + 1; k < min(len(words), i+4); k++ {
		if slices.Contains([]string{"wounded", "injured", "displaced", "arrested", "years", "km", "kilometres", "miles", "months", "days", "weeks", "hours", "percent", "%"}, words[k].low) {
			return false
		}
		if slices.Contains(attackNouns, words[k].low) || slices.Contains(deathNouns, words[k].low) || slices.Contains(coupWords, words[k].low) || words[k].low == "killed" {
			return true
		}
	}
	return false
}

// looseWord reports a word that is part of a number or a degree that a claim has, or that
// narrows nothing: "from a couple of incidents", "by some way the deadliest".
func (u *use) looseWord(words []wordAt, i int) bool {
	switch words[i].low {
	case "couple":
		return prevAt(words, i, "a", "mere") && slices.Contains(u.values, 1)
	case "handful":
		return slices.Contains(u.values, 10)
	case "way", "stretch", "margin", "distance":
		return prevAt(words, i, "some", "long") && (lowAt(words, i-2) == "by" || lowAt(words, i-3) == "by")
	}
	return false
}

// nameFirst reports that the first word is a name, though every sentence begins with a
// capital: another name is joined to it, or a time follows ("Beslan in September 2004").
func (u *use) nameFirst(words []wordAt) bool {
	next, low := lowAt(words, 1), words[0].low
	switch {
	case len(words) < 4 || harmless(low) || itemWords[low]:
		return false
	case next == "and":
		return capitalWord(words[2].text)
	}
	return next == "in" && (monthNames[words[2].low] > 0 || len(words[2].low) == 4 && hasDigit(words[2].low))
}
