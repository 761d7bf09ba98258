package text

import (
	"strings"

	"tocsin/read/text/internal/syntax"
)

// ParseWords gives one sentence that is already cut into words its tags and tree
// as the trained model alone sees them, without the hints and repairs that
// [Parse] adds: what treebanks measure. The tokens have no spans. careful asks
// the vote of three.
func ParseWords(words []string, careful bool) []Token {
	var a syntax.Analysis
	if careful {
		a = vote().Analyse(words, syntax.Hints{})
	} else {
		a = model().Analyse(words, syntax.Hints{})
	}
	out := make([]Token, len(words))
	for i, w := range words {
		t := &out[i]
		t.Text, t.Lower = w, strings.ToLower(w)
		t.setTag(a.Tags[i])
		t.Lemma = model().Lemma(w, a.Tags[i])
		t.Head, t.Rel, t.Score = a.Heads[i], a.Rels[i], a.Score[i]
		t.TagScore = a.TagScore[i]
		if a.Voices != nil {
			t.Voices = int(a.Voices[i])
		}
	}
	return out
}
