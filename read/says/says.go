package says

import "tocsin"

// An Attribution ties words to somebody who is said to have said them. All
// token numbers index the tokens of sentence Doc.Sentences[Sent].
type Attribution struct {
	Sent       int         // index of the sentence of the cue
	Source     tocsin.Span // the whole source, with apposition and relative clause
	SourceText string      // the source's own noun phrase; "" where nobody is named ("is reported")
	SourceSpan tocsin.Span // of SourceText; the cue's where SourceText is ""
	SourceHead int         // token, -1 where there is no source
	Type       string      // named, unnamed, collective, document
	Class      string      // speech, thought, attitude
	Cue        string      // with auxiliaries and adverbs: "has repeatedly said"
	CueSpan    tocsin.Span
	CueTok     int    // the cue's head
	Stance     string // certain, probable, possible, unknown
	Quoted     bool   // the cue itself stands inside a direct quotation
	Denies     bool   // the speaker says that the content is not so
	Lo, Hi     int    // hull of the content tokens in sentence Sent; Lo == Hi where it lies elsewhere
	LastSent   int    // the last sentence that the content reaches
	Parts      []Part // the content, in the order of the text
	Asides     []Part // runs within the content that the author answers for: For leaves them out
	Unsure     []Part // runs of which nobody can tell whether the source or the author answers for them
	Parent     int    // index of the attribution whose content holds this one, -1
}

// A Part is an unbroken run of content: tokens [Lo,Hi) of one sentence.
type Part struct{ Sent, Lo, Hi int }
