package hedge

import (
	"slices"

	"tocsin"
	"tocsin/read/internal/tree"
	"tocsin/read/text"
)

// A Judge assesses the predicates of one document as [Assess] does. It remembers
// its readings, for the rules that make a statement ask for one several times
// over. It is for one goroutine.
type Judge struct {
	lex   *Lexicon
	doc   *text.Doc
	sent  int // whose tree it has
	tree  *tree.Tree
	known map[inquiry]Reading
}

type inquiry struct {
	sent, tok  int
	attributed bool
}

// For makes the judge of a document.
func For(doc *text.Doc) *Judge { return defaults().judge(doc) }

func (lex *Lexicon) judge(doc *text.Doc) *Judge {
	return &Judge{lex: lex, doc: doc, known: map[inquiry]Reading{}}
}

// Assess is [Assess] in the judge's document. The caller owns what it gets.
func (j *Judge) Assess(sent, tok int, attributed bool) Reading {
	q := inquiry{sent, tok, attributed}
	out, ok := j.known[q]
	if !ok {
		out = j.assess(sent, tok, attributed)
		j.known[q] = out
	}
	out.Certainty.Cues = slices.Clone(out.Certainty.Cues)
	if out.Condition != nil {
		c := *out.Condition
		out.Condition = &c
	}
	return out
}

func (j *Judge) assess(sent, tok int, attributed bool) Reading {
	if sent < 0 || sent >= len(j.doc.Sentences) || tok < 0 || tok >= len(j.doc.Sentences[sent].Tokens) {
		return Reading{Certainty: tocsin.NewCertainty("unknown", "unknown", "asserted"), Inner: "unknown"}
	}
	if j.tree == nil || j.sent != sent {
		j.sent, j.tree = sent, tree.New(&j.doc.Sentences[sent])
	}
	r := &reader{Tree: j.tree, lex: j.lex, doc: j.doc}
	st := r.state(tok, 0)
	if attributed {
		st.reported = true
	}
	out := Reading{Future: st.future, Hypothetical: st.hyp, Asked: st.asked, Purpose: st.planned, Counter: st.counter,
		Shunned: (st.planned || st.outcome == "agreed") && st.pol < 0, Inner: degrees[st.deg], Outcome: st.outcome, Condition: r.condition(tok, st)}
	out.Certainty = st.certainty(r.sorted())
	out.Loose = r.loose(tok)
	return out
}
