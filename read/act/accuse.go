package act

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/text"
)

// accusation makes the trait of "accused the army of executing civilians", "has
// been accused of fraud": what the accused is said to have done is said by the
// accuser and by nobody else, and is no event of its own.
func (e *extractor) accusation(ci int) bool {
	cl := &e.s.Clauses[ci]
	prep := "of"
	switch e.s.Tokens[cl.Verb].Lemma {
	case "accuse", "suspect":
	case "charge":
		prep = "with" // "charged two men with attacking the post"
	default:
		return false
	}
	accused := cl.Obj
	if cl.Passive {
		accused = e.oneSubject(cl.Subj)
	}
	of := e.wordAfter(cl.Verb, prep)
	accused = slices.DeleteFunc(slices.Clone(accused), func(t int) bool { return !e.canAct(t) || t > of && of > cl.Verb || e.s.Tokens[t].Lower == "each" })
	if of < 0 {
		return false
	}
	hi := e.endOfCharge(cl, of)
	if hi <= of+1 {
		return false
	}
	for k := range e.s.Clauses {
		if v := e.s.Clauses[k].Verb; v > of && v < hi {
			e.done[k] = true
		}
	}
	for t := of + 1; t < hi; t++ {
		e.spent[t] = true
	}
	if len(accused) == 0 {
		return true // nobody known is charged, and nobody did it for sure
	}
	it := e.new("accuse", tocsin.KindTrait, of+1)
	it.Rel = "accused_of"
	it.Degree, it.Basis, it.Polarity = "unknown", "reported", "is"
	for _, t := range accused {
		a := e.before(e.arg(t), cl.Verb)
		if a.Lo < of && of < a.Hi {
			a.Hi = of // "accuse all parties of abuses": the tree may hang the charge on the accused
		}
		it.Actors = append(it.Actors, a)
	}
	it.Value = &tocsin.Value{Text: e.s.SpanOf(of+1, hi).In(e.Doc.Text)}
	it.Cover = append(it.Cover, cl.Verb, hi-1)
	for _, t := range cl.Subj {
		it.Cover = append(it.Cover, t)
	}
	e.add(it)
	return true
}

// wordAfter returns the first token with the word within a few of a verb and
// its object, -1 for none.
func (e *extractor) wordAfter(verb int, word string) int {
	for t := verb + 1; t < min(verb+14, len(e.s.Tokens)); t++ {
		if e.s.Tokens[t].Lower == word && e.s.Tokens[t].Head != t-1 {
			return t
		}
		if u := e.s.Tokens[t].UPOS; u == "VERB" && !e.s.Tokens[t].Is("amod") || e.s.Tokens[t].Text == ";" {
			break
		}
	}
	for _, c := range e.s.Children(verb) {
		if e.s.Tokens[c].Lower == word && c > verb {
			return c
		}
	}
	return -1
}

// endOfCharge is where a charge ends: at a comma that begins a clause or an
// apposition, at a coordinated clause with its own subject, or with the sentence.
func (e *extractor) endOfCharge(cl *text.Clause, of int) int {
	hi := len(e.s.Tokens)
	for t := of + 1; t < hi; t++ {
		if x := e.s.Tokens[t].Text; x == "," || x == ";" || x == "." || x == "”" || x == "\"" {
			hi = t
		}
		if e.s.Tokens[t].UPOS == "CCONJ" && e.finiteNext(t+1) || e.mainVerb(of, t) {
			hi = t // "accused X of lying and promised an inquiry"
		}
	}
	for k := range e.s.Clauses {
		c := &e.s.Clauses[k]
		if c.Verb > of && c.Kind == "conj" && e.s.Tokens[c.Verb].Head == cl.Verb {
			start := e.startOf(c)
			if len(c.Subj) > 0 && c.SubjHow == "own" && c.Subj[0] > of {
				start, _ = e.s.NP(c.Subj[0])
			}
			for start > of+1 && e.s.Tokens[start-1].UPOS == "CCONJ" {
				start--
			}
			hi = min(hi, start)
		}
	}
	return hi
}

// mainVerb reports whether the token is a finite verb that no word after "of"
// subordinates: "a man suspected of shooting a driver was beaten" was not suspected
// of the beating.
func (e *extractor) mainVerb(of, tok int) bool {
	return e.s.Tokens[tok].Finite() && !slices.ContainsFunc(e.s.Tokens[of+1:tok], func(t text.Token) bool {
		return t.UPOS == "SCONJ" || t.UPOS == "PRON" && t.XPOS != "PRP$" || t.UPOS == "ADV" && strings.HasPrefix(t.XPOS, "W")
	})
}

// finiteNext reports whether a finite verb follows, perhaps after an adverb: a
// charge is a gerund or a noun.
func (e *extractor) finiteNext(t int) bool {
	for t < len(e.s.Tokens) && e.s.Tokens[t].UPOS == "ADV" {
		t++
	}
	if t >= len(e.s.Tokens) {
		return false
	}
	w := &e.s.Tokens[t]
	return w.Finite() || w.XPOS == "VBN" && w.UPOS == "VERB" && !w.Is("amod")
}

// notRuledOut makes the outlook of "a war cannot be ruled out": it may come.
func (e *extractor) notRuledOut(cl *text.Clause) bool {
	if e.s.Tokens[cl.Verb].Lemma != "rule" && e.s.Tokens[cl.Verb].Lemma != "exclude" || cl.Neg < 0 || !cl.Passive || len(cl.Subj) == 0 {
		return false
	}
	if !e.whole(cl) || e.anyPlace(cl.Subj[0]) {
		return true
	}
	it := e.new("not ruled out", tocsin.KindOutlook, cl.Verb)
	it.Polarity, it.Degree = "is", "possible"
	it.Content = e.nounContent(cl.Subj[0], 1)
	it.Cover = append(it.Cover, it.Content.Cover...)
	if cl.Particle >= 0 {
		it.Cover = append(it.Cover, cl.Particle)
	}
	e.add(it)
	return true
}

// alongside makes the tie of "fight alongside the army": who fights beside
// somebody does not fight him.
func (e *extractor) alongside(cl *text.Clause) *Item {
	with := -1
	switch e.s.Tokens[cl.Verb].Lemma {
	case "fight", "serve", "operate", "train", "deploy", "battle", "combat", "campaign", "advance":
	default:
		return nil // who sits beside somebody at a funeral supports nobody
	}
	for t := cl.Verb + 1; t < min(cl.Verb+5, len(e.s.Tokens)); t++ {
		if l := e.s.Tokens[t].Lower; l == "alongside" || l == "beside" {
			with = t
		}
	}
	if with < 0 {
		return nil
	}
	it := e.new("alongside", tocsin.KindTie, cl.Verb)
	it.Rel = "supports"
	for _, t := range e.oneSubject(cl.Subj) {
		e.fillOne(it, "actor", t)
	}
	for t := with + 1; t < min(with+8, len(e.s.Tokens)); t++ {
		if lo, _ := e.s.NP(t); e.canAct(t) && lo == with+1 {
			it.Recipients = append(it.Recipients, e.arg(t))
			it.Cover = append(it.Cover, t)
			break
		}
	}
	if len(it.Actors) == 0 || len(it.Recipients) == 0 {
		return nil
	}
	e.bind(it, cl.Verb)
	return it
}

// unwelcome makes the refusal of "would not welcome any instability", "does not
// tolerate dissent": the "not" is the refusal and is not said again.
func (e *extractor) unwelcome(cl *text.Clause) bool {
	switch e.s.Tokens[cl.Verb].Lemma {
	case "welcome", "tolerate", "accept", "recognise", "recognize":
	default:
		return false
	}
	if cl.Neg < 0 || cl.Passive || len(cl.Obj) == 0 || e.perfect(cl) || !e.whole(cl) {
		return false // who "has not accepted" may yet
	}
	it := e.new("unwelcome", tocsin.KindAim, cl.Verb)
	it.Rel, it.Polarity = "refuses", "is"
	for _, t := range e.oneSubject(cl.Subj) {
		e.fillOne(it, "actor", t)
	}
	if len(it.Actors) == 0 {
		return false
	}
	it.Content = e.nounContent(cl.Obj[0], 1)
	it.Cover = append(it.Cover, it.Content.Cover...)
	e.add(it)
	return true
}

// beforeSpeaker ends a run of tokens where a comma parts it from who says it.
func (e *extractor) beforeSpeaker(lo, hi int) int {
	for i := range e.Says {
		a := &e.Says[i]
		if a.Sent != e.sent || a.SourceHead <= lo || a.SourceHead >= hi {
			continue
		}
		for t := a.SourceHead; t > lo; t-- {
			if !a.Source.Contains(e.s.Tokens[t].Span) {
				if e.s.Tokens[t].Text == "," {
					return t
				}
				break
			}
		}
	}
	return hi
}
