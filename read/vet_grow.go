package read

import (
	"slices"
	"strings"

	"tocsin/read/text"
	"tocsin/read/when"
)

// Nouns for how much of something there is.
var amounts = strings.Fields("number rate level pace tempo intensity frequency scale toll total count wave spate series incidence figure incident event use number amount degree severity campaign spillover spread")

// Verbs of change that are done to something.
var changed = append(strings.Fields("step ramp scale cut slash bring"), changing...)

// grows reports whether the tree says that what stands at token noun becomes more or
// less by the word of change: it is the subject or object of that verb, the noun that
// the participle describes ("rising violence"), or what the noun of change is of ("a
// surge in attacks", "a crime wave").
func (v *vet) grows(word, noun int) bool {
	s, w := v.s, &v.s.Tokens[word]
	if s.Tokens[word].UPOS == "PROPN" {
		return false // a place named Falls
	}
	if p := s.Child(noun, "nmod:poss"); p >= 0 && slices.Contains([]string{"his", "her", "my", "your"}, s.Tokens[p].Lower) {
		return false // one man's attacks
	}
	for i := word + 1; i < min(word+4, len(s.Tokens)-1); i++ {
		if s.Tokens[i].Lower == "to" && s.Tokens[i+1].UPOS == "VERB" {
			return false // declined at first to speak
		}
	}
	of := func(list []int) bool {
		return slices.ContainsFunc(list, func(j int) bool { return v.amountOf(noun, j) })
	}
	for c := range s.Clauses {
		if cl := &s.Clauses[c]; cl.Verb == word && (of(cl.Subj) || of(cl.Obj) && s.LemmaIs(word, changed...)) {
			return true
		}
	}
	if s.Tokens[noun].Head == word && s.Tokens[noun].Is("nsubj", "nsubj:pass", "compound") {
		return true
	}
	if w.Is("amod", "acl", "compound") && w.Head >= 0 && v.amountOf(noun, w.Head) {
		return true
	}
	if w.UPOS == "NOUN" && slices.ContainsFunc(s.Modifiers(word), func(m text.Oblique) bool {
		return (m.Case == "in" || m.Case == "of") && v.amountOf(noun, m.Head)
	}) {
		return true
	}
	if noun > word {
		return v.growthOf(word, noun)
	}
	return v.risen(word, noun)
}

// risen reports the plainest order of words, for which no tree is needed: a phrase at
// the head of its clause, what holds it, and the verb ("Deaths in Mali more than
// doubled").
func (v *vet) risen(word, noun int) bool {
	if v.s.Tokens[word-1].UPOS == "CCONJ" || v.s.Tokens[word].XPOS == "VBG" && v.s.Tokens[word-1].UPOS != "AUX" {
		return false
	}
	for i := noun + 1; i < word; i++ {
		if t := &v.s.Tokens[i]; i == noun+1 && (t.UPOS == "NOUN" || t.UPOS == "PROPN") || t.UPOS == "PUNCT" && t.Text != "-" || t.UPOS == "PRON" || t.UPOS == "VERB" && t.XPOS != "VBN" && t.XPOS != "VBG" {
			return false
		}
	}
	for i := noun - 1; i >= 0; i-- {
		t := &v.s.Tokens[i]
		switch {
		case v.timeAt(i), i == 0 && t.Lower == "in", t.UPOS == "PUNCT" && t.Text != "-", t.UPOS == "SCONJ", v.s.LemmaIs(i, "see", "witness"), t.UPOS == "CCONJ" && i > 0 && v.s.Tokens[i-1].Text == ",":
			return true
		case v.named(i), t.Lower == "of" && i > 0 && v.s.LemmaIs(i-1, amounts...), t.UPOS == "VERB" && i == noun-1: // people killed
		case t.UPOS == "ADP" && i > 0 && (v.s.LemmaIs(i-1, deathNouns...) || v.s.LemmaIs(i-1, "kill")):
		case t.UPOS == "ADP", t.UPOS == "VERB", t.UPOS == "CCONJ":
			return false
		}
	}
	return true
}

// growthOf reports "a fall of more than 90 percent in deaths", "more than double the
// number of deaths".
func (v *vet) growthOf(word, noun int) bool {
	if n := noun + 1; n < len(v.s.Tokens) && v.s.Tokens[n].UPOS == "NOUN" || word == 0 || v.s.Tokens[word-1].UPOS == "PART" || v.s.Tokens[word-1].UPOS == "AUX" {
		return false
	}
	led := v.s.Tokens[word].UPOS == "VERB"
	if led && v.s.Tokens[word+1].Lower != "to" && v.s.Tokens[word].Lower != "double" {
		return false // "growing fear of attacks"
	}
	verb := led
	for i := word + 1; i < noun; i++ {
		t := &v.s.Tokens[i]
		led = led || t.Lower == "in" || t.Lower == "of"
		if verb && i > word+1 && !t.Is("det", "amod", "compound", "case", "nmod") {
			return false
		}
		if t.UPOS == "PUNCT" && t.Text != "-" && t.Text != "%" || t.UPOS == "VERB" || t.UPOS == "ADP" && t.Lower != "in" && t.Lower != "of" && t.Lower != "than" && i > word+1 {
			return false
		}
	}
	return led
}

// named reports a token within the name of a mention.
func (v *vet) named(i int) bool {
	_, ok := v.mentionOver(i)
	return ok
}

// timeAt reports a token within a time that was found.
func (v *vet) timeAt(i int) bool {
	return slices.ContainsFunc(v.when, func(f when.Found) bool { return f.Sent == v.c.Sent && i >= f.Lo && i < f.Hi })
}

// amountOf reports whether an amount of what stands at token noun is all that the
// phrase of head j tells of: "attacks", "the number of attacks", "people killed in
// attacks", not "fear of attacks" and not "attack ads".
func (v *vet) amountOf(noun, j int) bool {
	for i, n := noun, 0; n < len(v.s.Tokens); n++ {
		if i == j {
			return true
		}
		t := &v.s.Tokens[i]
		if t.Head < 0 || !t.Is("nmod", "compound", "conj", "acl", "appos", "nmod:desc", "amod", "obl") {
			return false
		}
		if i = t.Head; !t.Is("conj", "acl", "appos", "obl") && !v.s.LemmaIs(i, amounts...) && !v.s.LemmaIs(i, fights...) && !v.s.LemmaIs(i, deathNouns...) {
			return false
		}
	}
	return false
}
