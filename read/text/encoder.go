package text

import (
	_ "embed"
	"fmt"
	"sync"

	"tocsin"
	"tocsin/read/text/internal/syntax"
)

// An Encoder gives the words of one sentence their tags and their tree. Two are
// embedded, one model and a vote of three; a stronger one can take their place
// in [Options], and nothing to the right of this package sees a difference.
type Encoder interface {
	// Encode analyses words as English EWT cuts them. Every slice of the
	// Analysis is as long as words.
	Encode(words []string) Analysis
}

// An Analysis is what an Encoder finds in one sentence: for every word a tag
// ("NOUN|NNS"), a head (an index into the words, -1 for the one root), a
// relation, and how likely tag and head are right, 0 to 1. Voices may be nil.
type Analysis struct {
	Tags, Rels          []string
	Heads               []int
	TagScore, HeadScore []float32
	Voices              []uint8 // of three voters, how many gave the head
}

// Options choose how a text is taken apart.
type Options struct {
	Careful bool        // ask three parsers and mark where they disagree; about three times slower
	Part    tocsin.Span // read these bytes alone, one of [Parts]; the zero span is all
	Encoder Encoder     // instead of the embedded models, nil for these
}

//go:embed careful.bin
var carefulBytes []byte

// vote decodes the two models that vote beside the first when it is first asked
// to be careful.
var vote = sync.OnceValue(func() *syntax.Vote {
	v, err := syntax.LoadVote(model(), carefulBytes)
	if err != nil {
		panic(fmt.Sprintf("text: the embedded voters are damaged: %v", err))
	}
	return v
})

// encode analyses the words of a view by the encoder that the options choose.
func (o Options) encode(words []string, heading bool) Analysis {
	if o.Encoder != nil {
		return o.Encoder.Encode(words)
	}
	var a syntax.Analysis
	if h := hints(words, heading); o.Careful {
		a = vote().Analyse(words, h)
	} else {
		a = model().Analyse(words, h)
	}
	return Analysis{Tags: a.Tags, Rels: a.Rels, Heads: a.Heads, TagScore: a.TagScore, HeadScore: a.Score, Voices: a.Voices}
}
