package text

import "tocsin"

// A Doc is one text, taken apart.
type Doc struct {
	Text      string
	Sentences []Sentence
}

// A Sentence is a run of tokens with its tree. Number counts from 1 through the
// document, Paragraph from 1 through its paragraphs.
type Sentence struct {
	Number, Paragraph int
	Span              tocsin.Span
	Kind              string // "", "heading", "bullet"
	Tokens            []Token
	Clauses           []Clause
	Dateline          int      // the first Dateline tokens are a dateline ("BAMAKO, Aug. 18 (Reuters) -") or a number ("13.")
	Quotes            [][2]int // token ranges inside quotation marks, without the marks
}

// A Token is one word or mark. The text at Span is Text.
type Token struct {
	Span                           tocsin.Span
	Text, Lower, Lemma, UPOS, XPOS string
	Head                           int // index in Sentence.Tokens, -1 for the root
	Rel                            string
	Score                          float32 // how likely Head is right: the share of right ones among those as clear, 0 to 1
	TagScore                       float32 // the same of the tag
	Voices                         int     // of three parsers, how many gave Head; 0 where one was asked
}

// Finite reports a finite verb or auxiliary, by the tag.
func (t *Token) Finite() bool {
	switch t.XPOS {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// Doubtful reports whether the head of the token is in doubt: fewer than all of
// three parsers gave it, or the one that was asked decided narrowly.
func (t *Token) Doubtful() bool {
	if t.Voices > 0 {
		return t.Voices < 3
	}
	return t.Score < 0.7
}

// A Clause is one verb group with its arguments, or one predicate noun,
// adjective or adverb with its copula. All numbers are token indexes in the
// sentence, -1 where there is none; Comp and Parent index Sentence.Clauses.
type Clause struct {
	Verb     int    // the head verb, or the predicate of a copula
	Cop      int    // the copula
	Passive  bool   // "was killed", and reduced participles ("the men arrested in May")
	Neg      int    // not, n't, never, no longer, neither, nor, hardly; not "no" on an argument, see NegDet
	Modals   []int  // auxiliaries such as would, could, may, will
	Aux      []int  // the other auxiliaries
	Particle int    // "take over", "step down"
	Subj     []int  // heads of the subject and of what is coordinated with it
	SubjHow  string // "own", "shared" (with a coordinated verb), "antecedent" (of a relative), "controlled" (by the clause above)
	Obj      []int  // direct objects
	IObj     []int  // indirect objects
	Agent    []int  // by-phrase of a passive
	Obl      []Oblique
	Comp     []int  // complement clauses, ccomp and xcomp
	Parent   int    // the clause this one depends on
	Kind     string // root, ccomp, xcomp, csubj, advcl, acl, relcl, conj, parataxis
	Mark     string // if, that, because, although, whether, when, until, to ...
	MarkTok  int
	Tense    string // past, present, future, perfect, or "" where none shows
	Lo, Hi   int    // the clause's tokens are within [Lo,Hi)
}

// An Oblique is a modifier of the clause: a prepositional phrase, or a bare
// noun or adverb of time, place or manner, whose Case is "".
type Oblique struct {
	Case    string // lower case, whole: "in", "ahead of", "as far south as"
	Head    int
	CaseTok int // first token of the case, -1 where there is none
}
