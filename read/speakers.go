package read

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/act"
	"tocsin/read/says"
)

// Who says what an item tells, where the span of what is said alone does not tell.

// speakersOf are those who say what an item tells.
func (a *assembler) speakersOf(it *act.Item) []tocsin.Speaker {
	out := says.For(a.doc, a.says, it.Sent, it.Pred)
	for k := range a.says {
		p := &a.says[k]
		if p.Sent != it.Sent || p.Class == "attitude" || p.SourceHead < 0 {
			continue
		}
		switch {
		case a.ownDeed(it, p) || a.ofOneListed(it, p):
			out = slices.DeleteFunc(out, func(sp tocsin.Speaker) bool { return sp.Span == p.SourceSpan && sp.Cue == p.Cue })
		case len(out) == 0 && a.toldSo(it, p):
			out = append(out, tocsin.Speaker{Text: p.SourceText, Type: p.Type, Cue: p.Cue, Span: p.SourceSpan, Stance: p.Stance})
		}
	}
	return out
}

// ownDeed reports what the speaker does besides saying something else: "confirmed one death
// and were investigating further cases". What is said is a noun, so that the next verb is
// no part of it, and has an auxiliary of its own.
func (a *assembler) ownDeed(it *act.Item, p *says.Attribution) bool {
	s := &a.doc.Sentences[it.Sent]
	c := s.ClauseOf(it.Pred)
	if c < 0 || s.Clauses[c].Verb != it.Pred || s.Clauses[c].Kind != "conj" || s.Clauses[c].SubjHow != "shared" || s.Tokens[it.Pred].Head != p.CueTok {
		return false
	}
	return s.Child(p.CueTok, "obj") > p.CueTok && s.Child(p.CueTok, "ccomp", "xcomp") < 0 && len(s.Clauses[c].Aux) > 0
}

// ofOneListed reports a source that is put between commas behind "including", for what
// follows alone: "killed several, including, according to the chief, a commander".
func (a *assembler) ofOneListed(it *act.Item, p *says.Attribution) bool {
	s := &a.doc.Sentences[it.Sent]
	k := p.CueTok
	for k > it.Pred+1 && s.Tokens[k].Text != "," {
		k--
	}
	return strings.HasPrefix(strings.ToLower(p.Cue), "according") && k > it.Pred+1 && p.CueTok-k < 4 && (s.Tokens[k-1].Lower == "including" || s.Tokens[k-1].Lower == "them")
}

// toldSo reports what somebody tells by a noun and its participle: "the patrol reported two
// assailants killed".
func (a *assembler) toldSo(it *act.Item, p *says.Attribution) bool {
	s := &a.doc.Sentences[it.Sent]
	t := &s.Tokens[it.Pred]
	h := t.Head
	if !t.Is("acl") || t.XPOS != "VBN" || h != it.Pred-1 || !s.Tokens[h].Is("obj") || s.Tokens[h].Head != p.CueTok {
		return false
	}
	d := s.Child(h, "det", "nmod:poss")
	return d < 0 || s.Tokens[d].Lower == "a" || s.Tokens[d].Lower == "an" || s.Tokens[d].Lower == "no"
}
