package text

import "strings"

// mendForms mends verb forms that the tagger takes for adjectives, and the "to"
// that stands before a noun.
func mendForms(words, tags []string) {
	mendStrikes(words, tags)
	finite := false
	start := 0
	if len(words) > 4 && strings.EqualFold(words[0], "the") && strings.HasPrefix(tags[1], "NOUN") && words[2] == "that" {
		start = len(tags) // "The fact that they fled surprised nobody" needs a second finite verb
		for i := 3; i < len(tags); i++ {
			if finiteTag(tags[i]) {
				start = i + 1
				break
			}
		}
	}
	for i := start; i < len(tags); i++ {
		t := tags[i]
		finite = finite || finiteTag(t) && !(i == 0 && t == "VERB|VBZ" && len(tags) > 1 && participleForm(words[1]))
	}
	mendConditional(words, tags)
	mendCompass(words, tags)
	mendGerunds(words, tags)
	for i := range words {
		low := strings.ToLower(words[i])
		switch {
		case i > 0 && harmed[low] && (tags[i] == "ADJ|JJ" || tags[i] == "NOUN|NN") && mendHarmed(words, tags, i):
			finite = finite || tags[i] == "VERB|VBD"
		case !finite && i > 0 && tags[i] == "NOUN|NN" && i+1 < len(tags) && subjectTag(tags[i-1]) && (strings.HasPrefix(tags[i+1], "DET") || tags[i+1] == "PRON|PRP$") && model().MayBeVerb(low):
			tags[i] = "VERB|VBP" // A and B support the army.
			finite = true
		case !finite && i > 0 && low == "called" && tags[i] == "VERB|VBN" && subjectTag(tags[i-1]) && i+1 < len(words) && words[i+1] == "for":
			tags[i] = "VERB|VBD" // The movement called for his resignation.
			finite = true
		case !finite && i > 0 && strings.HasPrefix(tags[i], "NOUN") && participleForm(low) && model().OnlyPast(low):
			tags[i] = "VERB|VBD" // Hundreds of people marched.
			finite = true
		case haveForms[low]:
			if j := pastAdverbs(tags, i+1); j < len(tags) && tags[j] == "ADJ|JJ" && participleForm(words[j]) && !nounAhead(tags, j+1) {
				tags[j] = "VERB|VBN" // has advanced as far as
			}
		case i > 0 && low == "official" && tags[i] == "ADJ|JJ" && i+1 < len(tags) && (tags[i-1] == "ADJ|JJ" || tags[i-1] == "VERB|VBN" || tags[i-1] == "NOUN|NN") && (strings.HasPrefix(tags[i+1], "PROPN") || words[i+1] == "," || finiteTag(tags[i+1])):
			tags[i] = "NOUN|NN" // local elected official Amadou Tembely told
		case low == "attempted" && i > 1 && i+1 < len(tags) && tags[i] == "VERB|VBD" && tags[i+1] == "NOUN|NN" && (tags[i-1] == "CCONJ|CC" || words[i-1] == ",") && strings.HasPrefix(tags[i-2], "NOUN"):
			tags[i] = "ADJ|JJ" // guilty of murder and attempted murder
		case low == "to" && tags[i] == "PART|TO" && i+1 < len(tags) && (strings.HasPrefix(tags[i+1], "NOUN") || strings.HasPrefix(tags[i+1], "PROPN")):
			tags[i] = "ADP|IN" // led to displacement
		case !finite && i > 0 && i >= start && (tags[i] == "ADJ|JJ" || tags[i] == "VERB|VBN") && participleForm(low) && !takesTwo[low] && nounAhead(tags, i+1) &&
			(subjectTag(tags[i-1]) || start > 0 && i == start || i == 1 && tags[0] == "VERB|VBZ" || words[i-1] == "," && subjectTag(tags[0])):
			tags[i] = "VERB|VBD" // The union organized protests.
			finite = true
			if i == 1 && tags[0] == "VERB|VBZ" {
				tags[0] = "NOUN|NNS" // Shells landed
			}
		}
	}
}

// compass are the points from which something lies.
var compass = words(`north south east west northeast northwest southeast southwest north-east north-west south-east south-west`)

// mendCompass makes adverbs of the points of the compass in "12 km north-east of Bor":
// no verb has them for its object.
func mendCompass(words, tags []string) {
	for i := 1; i+1 < len(words); i++ {
		if !compass[words[i]] || words[i+1] != "of" || !strings.HasPrefix(tags[i], "NOUN") && !strings.HasPrefix(tags[i], "ADJ") {
			continue
		}
		lo := i
		if i > 2 && words[i-1] == "-" && compass[words[i-2]] {
			lo = i - 2
		}
		if u := tags[lo-1]; strings.HasPrefix(u, "DET") || strings.HasPrefix(u, "ADJ") || strings.HasPrefix(u, "ADP") || strings.HasPrefix(u, "PRON") {
			continue // the east of Bor, the far east of it
		}
		tags[lo], tags[i] = "ADV|RB", "ADV|RB"
	}
}

// mendGerunds tells the gerund from the noun and the adjective: what people were hurt by
// is a noun where nothing stands behind it ("injured by shelling in"), and what joins a
// participle and has an object goes on with it ("wounding two and damaging a truck").
func mendGerunds(words, tags []string) {
	for i := 2; i+1 < len(words); i++ {
		if !strings.HasSuffix(words[i], "ing") {
			continue
		}
		object := strings.HasPrefix(tags[i+1], "NUM") || strings.HasPrefix(tags[i+1], "DET") || tags[i+1] == "PRON|PRP$"
		switch {
		case tags[i] == "VERB|VBG" && words[i-1] == "by" && tags[i-2] == "VERB|VBN" && !object && !nounAhead(tags, i+1) && !strings.HasPrefix(tags[i+1], "ADV") && !strings.HasPrefix(tags[i+1], "PRON"):
			tags[i] = "NOUN|NN"
		case tags[i] == "ADJ|JJ" && object && strings.HasPrefix(tags[i-1], "CCONJ") && model().MayBeVerb(words[i]):
			tags[i] = "VERB|VBG"
		}
	}
}

// mendStrikes reads "air strikes killed" and "the army claims to have killed".
func mendStrikes(words, tags []string) {
	for i := 1; i+1 < len(words); i++ {
		switch low := strings.ToLower(words[i]); {
		case (low == "strikes" || low == "raids") && airborne[strings.ToLower(words[i-1])]:
			tags[i] = "NOUN|NNS"
			if tags[i+1] == "VERB|VBN" && participleForm(words[i+1]) && (i+2 >= len(words) || strings.ToLower(words[i+2]) != "by") {
				tags[i+1] = "VERB|VBD"
			}
		case (low == "claims" || low == "claim") && i+2 < len(words) && words[i+1] == "to" && words[i+2] == "have" && subjectTag(tags[i-1]):
			tags[i] = "VERB|VBZ"
		}
	}
}

// airborne stand before the strikes that they make.
var airborne = words(`air drone missile rocket artillery bomb`)

// harmed are participles that the tagger takes for adjectives and nouns.
var harmed = words(`shot wounded injured waylaid`)

// mendHarmed reads "was shot in the chest", "gunmen shot eight people" and "shot
// dead": a participle after a form of "be", a past tense after its subject.
func mendHarmed(words, tags []string, i int) bool {
	j := i - 1
	for j > 0 && strings.HasPrefix(tags[j], "ADV") {
		j--
	}
	if low := strings.ToLower(words[j]); isBe(low) || low == "got" {
		tags[i] = "VERB|VBN"
		return true
	}
	if words[i] != "waylaid" && j > 0 && (strings.HasPrefix(tags[j], "NUM") || strings.EqualFold(words[j], "others")) && !nounAhead(tags, i+1) && passiveBefore(words, tags, j) {
		tags[i] = "VERB|VBN" // Two were killed and 20 wounded.
		return true
	}
	if strings.ToLower(words[i]) != "shot" || !subjectTag(tags[j]) || i+1 >= len(words) {
		return false
	}
	switch next := strings.ToLower(words[i+1]); {
	case next == "dead" || next == "and" || next == "at" || nounAhead(tags, i+1):
		tags[i] = "VERB|VBD"
		return true
	}
	return false
}

// passiveBefore reports whether "and" or a comma stands before the number phrase that
// ends at j, and a passive before it.
func passiveBefore(words, tags []string, j int) bool {
	cc := j - 1
	for cc > 0 && tags[cc] != "CCONJ|CC" && words[cc] != "," && j-cc < 5 {
		cc--
	}
	if tags[max(cc, 0)] != "CCONJ|CC" && words[max(cc, 0)] != "," {
		return false
	}
	for i := cc - 1; i > 0; i-- {
		if tags[i] == "VERB|VBN" {
			low := strings.ToLower(words[i-1])
			return isBe(low)
		}
		if finiteTag(tags[i]) {
			return false
		}
	}
	return false
}

// mendConditional finds the verb of "If the rebels attack Bangui, ..." that the
// tagger took for a noun.
func mendConditional(words, tags []string) {
	if len(words) == 0 || !subordinators[strings.ToLower(words[0])] {
		return
	}
	verb := -1
	for i := 1; i < len(words) && words[i] != ","; i++ {
		if finiteTag(tags[i]) || tags[i] == "VERB|VBG" {
			return
		}
		if verb < 0 && tags[i] == "NOUN|NN" && (tags[i-1] == "NOUN|NNS" || tags[i-1] == "PRON|PRP") && i+1 < len(words) && words[i+1] != "," && model().MayBeVerb(words[i]) {
			verb = i
		}
	}
	if verb > 0 {
		tags[verb] = "VERB|VBP"
	}
}

// participleForm reports whether a word has the form of a past participle.
func participleForm(w string) bool {
	return len(w) > 4 && strings.HasSuffix(strings.ToLower(w), "ed")
}

// pastAdverbs returns the first token from i on that is no adverb.
func pastAdverbs(tags []string, i int) int {
	for i < len(tags) && (tags[i] == "ADV|RB" || tags[i] == "PART|RB") {
		i++
	}
	return i
}

// nounAhead reports whether a noun phrase begins at token i.
func nounAhead(tags []string, i int) bool {
	if i >= len(tags) {
		return false
	}
	switch upos, _, _ := strings.Cut(tags[i], "|"); upos {
	case "DET", "NUM", "NOUN", "PROPN", "ADJ":
		return true
	}
	return tags[i] == "PRON|PRP$" || tags[i] == "PRON|PRP" || tags[i] == "PRON|NN"
}

// ofDoer reports whether a participle of doubt opens a phrase, with the noun of which
// it doubts behind it: "in Ituri, presumed rebels attacked".
func ofDoer(words, tags []string, i int) bool {
	if i > 0 && words[i-1] != "," && !strings.HasPrefix(tags[i-1], "ADP") && !strings.HasPrefix(tags[i-1], "CCONJ") && !strings.HasPrefix(tags[i-1], "SCONJ") {
		return false
	}
	return i+1 < len(tags) && (strings.HasPrefix(tags[i+1], "NOUN") || strings.HasPrefix(tags[i+1], "PROPN") || strings.HasPrefix(tags[i+1], "ADJ"))
}

// saidThat reports whether a verb of saying tagged as a participle is the past tense of
// its clause: a "that" follows, at once or behind a day or a means, and no other verb
// stands before it: "a cleric close to the group denied by phone that".
func saidThat(words, tags []string, i int) bool {
	if !reportForm(strings.ToLower(words[i])) || words[i-1] == "," {
		return false
	}
	for j := i - 1; j >= 0 && words[j] != ":" && words[j] != ";"; j-- {
		if finiteTag(tags[j]) || strings.HasPrefix(tags[j], "AUX") || strings.HasPrefix(tags[j], "SCONJ") || strings.HasPrefix(tags[j], "PRON|W") || isBe(strings.ToLower(words[j])) {
			return false
		}
	}
	by := i+1 < len(words) && words[i+1] == "by"
	for j := i + 1; j < len(words)-1 && j < i+5; j++ {
		switch u, _, _ := strings.Cut(tags[j], "|"); {
		case strings.EqualFold(words[j], "that"):
			return !strings.HasPrefix(tags[j+1], "VERB") && !strings.HasPrefix(tags[j+1], "AUX") && (!by || tags[j-1] == "NOUN|NN")
		case u != "ADP" && u != "NUM" && u != "PROPN" && u != "NOUN":
			return false
		}
	}
	return false
}
