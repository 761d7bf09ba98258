package says

import (
	"unicode"
	"unicode/utf8"
)

// group returns the verb group of the cue at i as [lo,hi): auxiliaries,
// negation and adverbs before it, its particle behind it.
func (v *view) group(i int) (lo, hi int) {
	lo, hi = i, i+1
	for lo > 0 {
		t := v.Tok(lo - 1)
		near := t.Head == i || t.Head == lo || t.UPOS == "AUX"
		if near && (t.Is("aux", "advmod", "cop") || t.Lower == "not" || t.Lower == "n't" || t.Lower == "n’t") &&
			!v.punct(lo-1) && t.Lower != "half" && (!upper(t.Text) || t.UPOS == "AUX") && t.Lower != "when" && t.Lower != "how" && t.Lower != "why" && t.Lower != "where" && t.Lower != "as" {
			lo--
			continue
		}
		break
	}
	for lo < i && fronted(v.Tok(lo).Lower) && !v.isNoun(lo-1) && v.Tok(lo-1).UPOS != "PRON" {
		lo++
	}
	if v.Tok(lo-1).Lower == "to" && v.Tok(lo-1).Is("mark") {
		lo--
	}
	for hi < len(v.Tokens) && v.Tok(hi).Head == i && v.Tok(hi).Is("compound:prt") {
		hi++
	}
	return lo, hi
}

// upper reports whether a word starts with a capital.
func upper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}

// fronted reports whether an adverb opens a clause rather than belonging to
// its verb.
func fronted(word string) bool {
	switch word {
	case "however", "meanwhile", "still", "then", "instead", "moreover", "nonetheless", "nevertheless", "so", "thus",
		"therefore", "yesterday", "today", "once", "now", "only", "even", "just":
		return true
	}
	return false
}

// negated reports whether the verb group says that the cue did not happen.
func (v *view) negated(i, lo int) bool {
	if c := v.Clause(i); c != nil && c.Neg >= lo-1 && c.Neg <= i+1 && c.Neg >= 0 {
		return true
	}
	for k := lo; k < i; k++ {
		switch v.Tok(k).Lower {
		case "not", "n't", "n’t", "never", "hardly", "cannot":
			return true
		}
	}
	return false
}

// doubtful reports whether the cue itself may not have happened: "may say",
// "if he says", "to say".
func (v *view) doubtful(i, lo int) bool {
	for k := lo; k < i; k++ {
		switch v.Tok(k).Lower {
		case "could", "may", "might", "should", "must", "can", "will", "’ll", "'ll":
			return true
		}
	}
	c := v.Clauses[i]
	if c < 0 {
		return false
	}
	if h := v.Head(i); v.Tok(i).Is("xcomp") && goesOnWith[v.Tok(h).Lemma] && !v.doubtfulModal(h) {
		return false // "they continue to accuse Rwanda"
	}
	if k := v.Clause(i); v.Tok(i).XPOS == "VB" && (k.SubjHow != "own" || len(k.Subj) == 0) && len(v.Sentence.Clauses[c].Aux) == 0 && len(v.Sentence.Clauses[c].Modals) == 0 {
		return true // an imperative, or an infinitive of purpose
	}
	switch v.Sentence.Clauses[c].Mark {
	case "if", "unless", "whether", "to":
		return true
	}
	return false
}

// goesOnWith are the verbs under which an infinitive of saying is said.
var goesOnWith = map[string]bool{"continue": true, "begin": true, "start": true, "resume": true, "proceed": true}

// doubtfulModal reports whether the clause of verb i has a modal or is an
// infinitive itself.
func (v *view) doubtfulModal(i int) bool {
	k := v.Clause(i)
	return k == nil || len(k.Modals) > 0 || k.Mark == "to" || k.Neg >= 0
}
