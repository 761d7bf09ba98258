package read

import (
	"tocsin"
	"tocsin/read/act"
	"tocsin/read/says"
	"tocsin/read/text"
)

// What the words before a predicate leave open, whatever the tree makes of them.

// unasserted reports an item that only stands in a condition, or of which it is not
// sure whether the author or somebody he quotes says it. What a noun phrase says of
// its bearer is the author's there as elsewhere.
func (a *assembler) unasserted(it *act.Item) bool {
	switch it.Kind {
	case tocsin.KindTrait:
		return it.Rel == "accused_of" && says.Unsure(a.says, it.Sent, it.Pred)
	case tocsin.KindEvent, tocsin.KindCause, tocsin.KindTie:
		if it.Rel == "alias_of" {
			break // a name is no part of the question
		}
		if a.supposed(it.Kind, it.Sent, it.Pred) {
			return true
		}
	}
	return says.Unsure(a.says, it.Sent, it.Pred)
}

// supposed reports a predicate behind an "if", "unless" or "only when", with no mark
// between them that would end the condition: "could be tried if it was established that
// soldiers had been executed".
func (a *assembler) supposed(kind tocsin.Kind, sent, pred int) bool {
	s := &a.doc.Sentences[sent]
	for i := pred - 1; i >= 0; i-- {
		t := &s.Tokens[i]
		switch {
		case t.UPOS == "PUNCT" && t.Text != "-" && t.Text != "(" && t.Text != ")" && t.Text != "/" && t.Text != "\"":
			return false
		case t.Lower == "if" || t.Lower == "unless":
			return (i == 0 || s.Tokens[i-1].Lower != "as" && s.Tokens[i-1].Lower != "even") && opensClause(s, i, pred)
		case t.Lower == "whether" && i > 0:
			return !relativeBetween(s, i, pred) || kind == tocsin.KindTie && s.Tokens[pred].UPOS == "NOUN"
		case (t.Lower == "when" || t.Lower == "once" || t.Lower == "after") && i > 0 && s.Tokens[i-1].Lower == "only":
			return modalBefore(s, i)
		}
	}
	return false
}

// opensClause reports whether a condition that begins at token i reaches to pred: no
// second finite verb with a modal begins the clause that hangs on it.
func opensClause(s *text.Sentence, i, pred int) bool {
	verb := false
	for k := i + 1; k < pred; k++ {
		if s.Tokens[k].XPOS == "MD" && verb {
			return false // "if they attack we will respond"
		}
		verb = verb || s.Tokens[k].UPOS == "VERB" && s.Tokens[k].XPOS != "VBG"
	}
	return true
}

// modalBefore reports a modal verb before token i.
func modalBefore(s *text.Sentence, i int) bool {
	for k := range i {
		if s.Tokens[k].XPOS == "MD" {
			return true
		}
	}
	return false
}

// relativeBetween reports whether pred stands in a relative clause, or is a definite
// noun, behind a "whether" at token i: "whether the raid that killed five was lawful"
// leaves the raid and the dead as they are.
func relativeBetween(s *text.Sentence, i, pred int) bool {
	if s.Tokens[pred].UPOS == "NOUN" && s.Child(pred, "det", "nmod:poss") >= 0 {
		return true
	}
	c := s.ClauseOf(pred)
	return c >= 0 && (s.Clauses[c].Kind == "relcl" || s.Clauses[c].Kind == "acl") && s.Clauses[c].Verb > i+1 && s.Tokens[s.Clauses[c].Verb].Head > i
}
