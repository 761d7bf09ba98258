package says

import (
	"strings"

	"tocsin"
	"tocsin/read/internal/tree"
	"tocsin/read/text"
)

// A view is one sentence with its tree, the lexicon, and what is quoted.
type view struct {
	*tree.Tree
	lex    *Lexicon
	index  int    // of the sentence in the document
	quoted []bool // token is inside a direct quotation
}

func newView(lex *Lexicon, s *text.Sentence, index int) *view {
	return &view{Tree: tree.New(s), lex: lex, index: index, quoted: make([]bool, len(s.Tokens))}
}

// punct reports whether token i is a mark.
func (v *view) punct(i int) bool { return v.Tok(i).UPOS == "PUNCT" }

// isQuoteMark reports whether token i opens or closes a quotation.
func (v *view) isQuoteMark(i int) bool {
	switch v.Tok(i).Text {
	case "\"", "“", "”", "''", "``", "‘", "«", "»", "„":
		return true
	}
	return false
}

// end returns where the sentence ends without its last marks. A closing
// quotation mark at the end stays in.
func (v *view) end() int {
	e := len(v.Tokens)
	for e > 0 && v.punct(e-1) && !v.isQuoteMark(e-1) && v.Tokens[e-1].Text != ")" {
		e--
	}
	return e
}

// trim takes marks off both ends of a range, and conjunctions off its front.
func (v *view) trim(lo, hi int) (int, int) {
	for hi > lo && v.loose(hi-1) {
		hi--
	}
	for lo < hi && (v.loose(lo) || v.Tokens[lo].Text == ")") {
		lo++
	}
	return lo, hi
}

// loose reports whether token i is a mark that belongs to no phrase.
func (v *view) loose(i int) bool {
	switch v.Tok(i).Text {
	case ",", ";", ":", ".", "-", "–", "—", "--", "!", "?", "...", "…":
		return true
	}
	return false
}

// words joins the bytes of tokens [lo,hi) of text.
func (v *view) words(doc *text.Doc, lo, hi int) string { return v.SpanOf(lo, hi).In(doc.Text) }

// lowerWords returns the tokens of [lo,hi) in lower case, joined by blanks.
func (v *view) lowerWords(lo, hi int) string {
	var b strings.Builder
	for i := lo; i < hi; i++ {
		if i > lo {
			b.WriteByte(' ')
		}
		b.WriteString(v.Tokens[i].Lower)
	}
	return b.String()
}

// Span returns the bytes of the part.
func (p Part) Span(doc *text.Doc) tocsin.Span { return doc.Sentences[p.Sent].SpanOf(p.Lo, p.Hi) }
