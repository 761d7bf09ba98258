package act

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/says"
	"tocsin/read/text"
	"tocsin/read/who"
)

// traits turns what read/who learnt from names into items: aliases, roles,
// ranks, ages; and adds standing and accusations, which hang on clauses.
func (e *extractor) traits() {
	for _, a := range e.Who.Aliases {
		if a.Sent != e.sent {
			continue
		}
		it := e.new("alias", tocsin.KindTie, a.Alias.Head)
		it.Rel = "alias_of"
		it.Actors, it.Recipients = []Arg{argOf(a.Alias)}, []Arg{argOf(a.Name)}
		it.Polarity, it.Degree = "is", "certain"
		it.Cover = append(it.Cover, a.Name.Lo, a.Name.Hi-1, a.Alias.Lo, a.Alias.Hi-1)
		e.add(it)
	}
	for _, t := range e.Who.Traits {
		if t.Sent != e.sent || t.Of.How == "pronoun" && strings.HasSuffix(t.Of.Text, "self") || e.halfTitle(&t) {
			continue
		}
		if (t.Rel == "ethnicity" || t.Rel == "religion") && e.seat(t.Of) {
			continue // "Rakhine State", "the Amhara regional government"
		}
		if t.How == "premodifier" && t.Rel != "age" && e.ofSecond(&t) {
			continue
		}
		if t.Rel == "rank" && e.former(t.Tok) {
			continue // "a former French corporal" has the rank no more
		}
		if e.isTown(t.Of) || e.alleged(t.Of) || e.identified(t.Of) || e.nameOfThing(&t) || e.inList(&t) {
			continue
		}
		pred := t.Of.Head
		if t.Tok >= 0 && t.Tok < len(e.s.Tokens) && t.How != "" {
			pred = t.Tok
		}
		it := e.new("name "+t.Rel, tocsin.KindTrait, pred)
		it.Rel = t.Rel
		it.Actors = []Arg{e.afterGerund(argOf(t.Of))}
		v := t.Value
		it.Value = &v
		it.Cover = append(it.Cover, t.Of.Lo, t.Of.Hi-1)
		for k := range e.s.Tokens {
			if t.Span.Contains(e.s.Tokens[k].Span) {
				it.Cover = append(it.Cover, k)
			}
		}
		if t.How == "apposition" && (t.Of.Lo == 0 || e.s.Tokens[t.Of.Lo-1].Lower != "as") {
			e.presupposed(it, t.Of.Head)
		}
		e.add(it)
	}
	for ci := range e.s.Clauses {
		e.reportedAs(&e.s.Clauses[ci])
		e.standing(&e.s.Clauses[ci])
		e.accused(&e.s.Clauses[ci])
	}
}

// ofSecond reports whether a word tells only of the last of those whom a phrase joins:
// "the army and ethnic Kachin fighters".
func (e *extractor) ofSecond(t *who.Trait) bool {
	return t.Tok > t.Of.Lo && slices.ContainsFunc(e.s.Tokens[t.Of.Lo:t.Tok], func(x text.Token) bool { return x.UPOS == "CCONJ" })
}

// isTown reports whether what looks like a title and a name is a place by where it
// stands: "villages south of Sheikh Zuweid".
func (e *extractor) isTown(m who.Mention) bool {
	if m.How != "named" || m.Lo == 0 {
		return false
	}
	for _, f := range e.Where {
		if f.Sent == e.sent && !f.Actor && f.Lo <= m.Lo && m.NameHi <= f.Hi {
			return true
		}
	}
	if m.NameLo > m.Lo && e.locates(e.s.Tokens[m.Lo-1].Lower) && (m.Hi >= len(e.s.Tokens) || e.s.Tokens[m.Hi].XPOS != "POS") {
		return m.Lo < 2 || e.s.Tokens[m.Lo-2].UPOS == "VERB" || e.s.Tokens[m.Lo-2].UPOS == "PUNCT" || e.isTime(m.Lo-2) || e.s.Tokens[m.Lo-1].Lower == "in" && e.s.Tokens[m.Lo-2].UPOS != "NOUN" // "in Sheikh Jarrah"
	}
	if e.s.Tokens[m.Lo-1].Lower != "of" || m.Lo < 2 {
		return false
	}
	switch e.s.Tokens[m.Lo-2].Lower {
	case "north", "south", "east", "west", "outskirts", "town", "city", "village", "district", "province", "outside", "centre", "center", "suburb", "port":
		return true
	}
	return false
}

// alleged reports whether a noun phrase without a name stands in what an inserted
// clause takes back, and nobody is heard as its speaker: "which, they allege, pays
// Syrian mercenaries". What it says of them is not the author's.
func (e *extractor) alleged(m who.Mention) bool {
	if m.How == "named" || len(says.For(e.Doc, e.Says, e.sent, m.Head)) > 0 {
		return false
	}
	return slices.ContainsFunc(e.s.Clauses, func(c text.Clause) bool {
		l := e.s.Tokens[c.Verb].Lemma
		return c.Verb < m.Head && (l == "allege" || l == "claim" || l == "purport") && !c.Passive
	})
}

// identified reports whether others say who somebody is, and the statement would
// not say who: "the driver, identified by colleagues as Elvis, 44".
func (e *extractor) identified(m who.Mention) bool {
	if m.How != "named" || m.Lo == 0 || e.s.Tokens[m.Lo-1].Lower != "as" {
		return false
	}
	for t := m.Lo - 2; t >= max(0, m.Lo-9); t-- {
		switch e.s.Tokens[t].Lemma {
		case "identify", "name", "describe":
			return len(says.For(e.Doc, e.Says, e.sent, m.Head)) == 0
		}
	}
	return false
}

// former reports whether "former" or "retired" stands before a rank in its phrase.
func (e *extractor) former(tok int) bool {
	for t := tok - 1; t >= max(0, tok-6); t-- {
		switch e.s.Tokens[t].Lower {
		case "former", "ex", "retired", "onetime", "one-time", "late":
			return true
		case ",", ";", "and":
			return false
		}
	}
	return false
}

// seat reports whether a mention is a place or who governs one: it bears the name
// of a people and has no ethnicity.
func (e *extractor) seat(m who.Mention) bool {
	for t := m.Lo; t < m.Hi; t++ {
		switch strings.ToLower(e.s.Tokens[t].Lemma) {
		case "state", "region", "regional", "province", "provincial", "government", "administration", "authority", "council", "parliament", "assembly", "district",
			"zone", "township", "village", "town", "city", "camp", "language", "area", "hill", "mountain", "constituency", "army", "force", "alliance", "coalition", "front", "league", "union", "corps", "division", "agency", "embassy", "company", "department", "ministry", "school", "church", "mosque", "republic", "emirate":
			return true
		}
	}
	return false
}

func argOf(m who.Mention) Arg { return Arg{Head: m.Head, Lo: m.Lo, Hi: m.Hi} }

// reportedAs makes the role of "the coup leader is being reported as Colonel X",
// "the gunman was identified as X": the description is said of the name.
func (e *extractor) reportedAs(cl *text.Clause) {
	switch e.s.Tokens[cl.Verb].Lemma {
	case "report", "identify", "name", "describe", "cite", "regard":
	default:
		return
	}
	if !cl.Passive || len(cl.Subj) == 0 || e.s.Tokens[cl.Subj[0]].UPOS != "NOUN" || e.dweller(cl.Subj[0]) {
		return
	}
	for _, h := range e.s.Children(cl.Verb) {
		m, ok := e.mention(h)
		if h < cl.Verb || !ok || m.How != "named" || m.Lo == 0 || e.s.Tokens[m.Lo-1].Lower != "as" {
			continue
		}
		it := e.new("reported as", tocsin.KindTrait, h)
		it.Rel = "role"
		it.Actors = []Arg{argOf(m)}
		lo, hi := e.s.NP(cl.Subj[0])
		it.Cover = append(it.Cover, lo, hi-1, cl.Verb)
		lo = e.skipDet(lo, cl.Subj[0])
		it.Value = &tocsin.Value{Text: e.s.SpanOf(lo, hi).In(e.Doc.Text)}
		e.add(it)
	}
}

// standing makes the salience of "remains a factor", "is a key player".
func (e *extractor) standing(cl *text.Clause) {
	noun := -1
	if cl.Cop >= 0 {
		noun = cl.Verb
	} else if e.keeps(cl) {
		noun = cl.Obj[0]
	} else if e.becomes(cl) {
		for _, c := range e.s.Children(cl.Verb) {
			if r := e.s.Tokens[c].Rel; (r == "xcomp" || r == "obj") && e.s.Tokens[c].UPOS == "NOUN" {
				noun = c
			}
		}
	}
	if noun < 0 || !e.weighty(noun) {
		return
	}
	for _, t := range cl.Subj {
		if !e.canAct(t) || t == noun || e.s.Child(t, "nmod:poss") >= 0 && e.s.Tokens[e.s.Child(t, "nmod:poss")].Lower == "whose" {
			continue
		}
		it := e.new("standing", tocsin.KindTrait, noun)
		it.Rel = "salience"
		it.Actors = []Arg{e.arg(t)}
		lo, hi := e.s.NP(noun)
		lo = e.skipDet(lo, noun)
		it.Value = &tocsin.Value{Text: e.s.SpanOf(lo, hi).In(e.Doc.Text)}
		it.Cover = append(it.Cover, cl.Verb, lo, hi-1)
		it.Cover = append(it.Cover, t)
		e.add(it)
	}
}

// weighty reports whether a noun says how much somebody counts: "a factor", "a key
// player". An actor or a figure without an adjective may be on any stage, and who is
// "in power" holds an office.
func (e *extractor) weighty(noun int) bool {
	lemma := e.s.Tokens[noun].Lemma
	if !e.Book.Standing(lemma) || e.caseOf(noun) != "" {
		return false
	}
	if lemma == "factor" || lemma == "kingmaker" {
		return true
	}
	for _, c := range e.s.Children(noun) {
		if t := &e.s.Tokens[c]; c < noun && (t.Is("amod") || t.Is("compound")) && t.Lower != "honest" && t.Lower != "bad" && t.Lower != "good" {
			return true
		}
	}
	return false
}

// keeps reports whether a clause says that somebody has a standing somewhere:
// "does not maintain a large footprint in the Sahel".
func (e *extractor) keeps(cl *text.Clause) bool {
	if len(cl.Obj) != 1 {
		return false
	}
	switch e.s.Tokens[cl.Verb].Lemma {
	case "have", "maintain", "keep", "retain", "hold", "enjoy":
	default:
		return false
	}
	switch e.s.Tokens[cl.Obj[0]].Lemma {
	case "footprint", "presence", "influence", "power":
		return e.modLemma(cl.Obj[0]) != ""
	}
	return false
}

// accused makes the accusation of a clause that somebody other than the author
// says and that speaks of wrongdoing: "the movement claims X is corrupt".
func (e *extractor) accused(cl *text.Clause) {
	if cl = e.ownSubject(cl); len(cl.Subj) == 0 || !e.spoken(cl.Verb) {
		return
	}
	if e.ofHimself(cl) {
		return
	}
	lo, hi := e.predicate(cl)
	hi = max(lo, e.beforeSpeaker(lo, hi))
	if !slices.ContainsFunc(e.s.Tokens[lo:hi], func(t text.Token) bool {
		return (e.Book.Wrong(t.Lemma) || e.Book.Wrong(t.Lower)) && e.isOfVerb(&t, cl.Verb)
	}) {
		return
	}
	for _, t := range cl.Subj {
		if !e.canAct(t) {
			continue
		}
		it := e.new("accusation", tocsin.KindTrait, cl.Verb)
		it.Rel = "accused_of"
		it.Actors = []Arg{e.arg(t)}
		it.Value = &tocsin.Value{Text: strings.TrimSpace(e.s.SpanOf(lo, hi).In(e.Doc.Text))}
		it.Cover = append(it.Cover, t, lo, hi-1)
		e.add(it)
	}
}

// isOfVerb reports whether a word is the predicate or what it takes: "is corrupt",
// "rigged the vote", "committed fraud", "is guilty of abuse and fraud". A wrong in a
// clause of its own ("and that abuses would be punished") is somebody else's.
func (e *extractor) isOfVerb(t *text.Token, verb int) bool {
	for k := verb; k < len(e.s.Tokens) && e.s.Tokens[k].Span[0] < t.Span[0]; k++ {
		if e.s.Tokens[k].Lower == "that" {
			return false
		}
	}
	for n := 0; n < 4; n++ {
		switch {
		case t.Span == e.s.Tokens[verb].Span:
			return true
		case t.Head < 0 || t.UPOS == "VERB" && !t.Is("conj") && !(t.Is("amod") && len(e.Book.Noun(e.s.Tokens[t.Head].Lemma)) > 0):
			return false // "recovered the stolen animals" wrongs nobody, "gained from rigged elections" does
		}
		t = &e.s.Tokens[t.Head]
	}
	return false
}

// ofHimself reports whether a speaker says a clause of himself: "the army said it
// had acted because of fraud" accuses nobody whom it names.
func (e *extractor) ofHimself(cl *text.Clause) bool {
	for _, a := range e.Says {
		for _, p := range a.Parts {
			if p.Sent != e.sent || cl.Verb < p.Lo || cl.Verb >= p.Hi || a.SourceHead < 0 {
				continue
			}
			if strings.Contains(a.Cue, "den") {
				return true // who denies it accuses nobody
			}
			by, ok := e.Who.At(e.sent, a.SourceHead)
			of, ok2 := e.Who.At(e.sent, cl.Subj[0])
			if ok && ok2 && (by.Entity >= 0 && by.Entity == of.Entity || of.How == "pronoun" && of.Entity < 0) {
				return true
			}
		}
	}
	return false
}

// predicate is the run of a clause's tokens from its verb on, up to the next
// clause coordinated with it.
func (e *extractor) predicate(cl *text.Clause) (lo, hi int) {
	lo, hi = cl.Verb, min(cl.Hi, len(e.s.Tokens))
	if hi <= lo {
		_, hi = e.s.Subtree(cl.Verb)
	}
	for k := range e.s.Clauses {
		c := &e.s.Clauses[k]
		if c.Verb > cl.Verb && c.Kind == "conj" && e.s.Tokens[c.Verb].Head == cl.Verb {
			hi = min(hi, e.startOf(c))
			if len(c.Subj) > 0 && c.SubjHow == "own" {
				l, _ := e.s.NP(c.Subj[0])
				hi = min(hi, max(l, lo+1))
			}
		}
	}
	for hi > lo+1 {
		if u := e.s.Tokens[hi-1].UPOS; u != "PUNCT" && u != "CCONJ" {
			break
		}
		hi--
	}
	return lo, hi
}

// startOf is the first token of a clause's verb group.
func (e *extractor) startOf(cl *text.Clause) int {
	lo := cl.Verb
	for _, a := range slices.Concat(cl.Aux, cl.Modals) {
		lo = min(lo, a)
	}
	for lo > 0 && e.s.Tokens[lo-1].UPOS == "ADV" && e.s.Tokens[lo-1].Head == cl.Verb {
		lo--
	}
	return lo
}
