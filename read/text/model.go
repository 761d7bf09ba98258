package text

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"tocsin/read/text/internal/syntax"
)

//go:embed model.bin
var modelBytes []byte

// model decodes the embedded weights the first time it is called.
var model = sync.OnceValue(func() *syntax.Model {
	m, err := syntax.Load(modelBytes)
	if err != nil {
		panic(fmt.Sprintf("text: the embedded model is damaged: %v", err))
	}
	return m
})

// analyse gives the sentence its tags, tree and clauses. lowered says that the
// text has no capitals.
func analyse(s *Sentence, o Options, lowered bool) {
	v := newView(s)
	if caseless(v.words, lowered) {
		v.words = recased(v.words)
	}
	v.write(s, o.encode(v.words, s.Kind == "heading"))
	repair(s)
	for i := range s.Tokens {
		t := &s.Tokens[i]
		t.Lemma = model().Lemma(t.Text, t.UPOS+"|"+t.XPOS)
	}
	s.Clauses = clauses(s)
}

// setTag splits "UPOS|XPOS" into its parts, which share the model's memory.
func (t *Token) setTag(tag string) {
	t.UPOS, t.XPOS, _ = strings.Cut(tag, "|")
}
