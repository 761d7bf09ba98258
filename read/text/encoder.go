package text

import "tocsin"

// An Encoder gives the words of one sentence their tags and their tree. One is
// embedded; a stronger one can take its place in [Options], and nothing to the right of this package sees a difference.
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
	Part    tocsin.Span // read these bytes alone, one of [Parts]; the zero span is all
	Encoder Encoder     // instead of the embedded models, nil for these
}

// encode analyses the words of a view by the encoder that the options choose.
func (o Options) encode(words []string, heading bool) Analysis {
	if o.Encoder != nil {
		return o.Encoder.Encode(words)
	}
	a := model().Analyse(words, hints(words, heading))
	return Analysis{Tags: a.Tags, Rels: a.Rels, Heads: a.Heads, TagScore: a.TagScore, HeadScore: a.Score, Voices: a.Voices}
}
