package brief

import (
	"slices"
	"strings"
	"tocsin"
)

// Sentences of up to shortSentence words are quoted whole; of longer ones the
// statement's own clause is, where nothing outside it changes what it says.
const shortSentence = 24

// turners are words that turn, weaken or attribute what stands beside them.
var turners = []string{"not", "no", "never", "neither", "nor", "without", "may", "might", "could", "would", "should", "if", "unless", "until", "although", "though",
	"despite", "reportedly", "allegedly", "alleged", "apparently", "appears", "appear", "appeared", "seems", "seem", "possibly", "perhaps", "probably", "likely",
	"unlikely", "unclear", "unknown", "whether", "claims", "claimed", "claim", "says", "said", "say", "according", "believe", "believes", "believed", "suggest",
	"suggests", "suggested", "denied", "denies", "deny", "reported", "reports", "rumours", "rumors", "only", "failed", "refused", "doubt", "suspected", "accused"}

// conditions are the turners that also turn a clause with a speaker of its own.
var conditions = []string{"if", "unless", "until", "not", "never", "denied", "denies", "false"}

// clauseOf is the span to quote of a statement: its own clause where the
// sentence is long and says nothing else about it, the sentence otherwise.
func clauseOf(text string, st *tocsin.Statement) (sp tocsin.Span, whole bool) {
	sentence, whole := hull(text, st.Span)
	if !whole {
		return st.Span, false
	}
	clause := st.Span.In(text)
	if words(sentence.In(text)) <= shortSentence || st.Span == sentence || words(clause) < 6 || pointsOut(clause) {
		return sentence, true
	}
	list := turners
	if own(st) {
		list = conditions
	}
	if turned(text, st, list) {
		return sentence, true
	}
	return st.Span, false
}

// turned reports whether a sentence has one of the words outside a statement's
// own span.
func turned(text string, st *tocsin.Statement, list []string) bool {
	sentence, ok := sentenceOf(text, st.Span)
	if !ok {
		return false
	}
	outside := plain(text[sentence[0]:st.Span[0]] + " " + text[st.Span[1]:sentence[1]])
	return slices.ContainsFunc(strings.Fields(outside), func(w string) bool { return slices.Contains(list, w) })
}

// plain folds a text as norm does, without the month of May, which hedges
// nothing.
func plain(text string) string {
	return norm(strings.NewReplacer(" May ", " ", " May,", " ").Replace(" " + text + " "))
}

// own reports whether the statement's span holds what attributes or hedges it.
func own(st *tocsin.Statement) bool {
	if len(st.Says) > 0 {
		return st.Says[0].Span.IsZero() || st.Span.Contains(st.Says[0].Span)
	}
	return slices.ContainsFunc(st.Certainty.Cues, func(c tocsin.Cue) bool { return st.Span.Contains(c.Span) })
}

// pointsOut reports whether a clause has a pronoun that may stand for somebody
// outside it.
func pointsOut(clause string) bool {
	return slices.ContainsFunc(strings.Fields(norm(clause)), func(w string) bool {
		return slices.Contains([]string{"he", "she", "his", "her", "him", "they", "them", "their", "there"}, w)
	})
}

// hedged reports whether a text has a word that weakens or attributes it.
func hedged(text string) bool {
	return slices.ContainsFunc(strings.Fields(plain(text)), func(w string) bool {
		switch w {
		case "not", "no", "never", "neither", "nor", "without", "until", "only", "failed", "refused", "although", "though", "despite":
			return false
		}
		return slices.Contains(turners, w)
	})
}
