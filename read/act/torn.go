package act

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/text"
	"tocsin/read/where"
	"tocsin/read/who"
)

// What a tree that went wrong looks like, and what the words say against it.

// misplaced reports whether the tree takes the place of a phrase for its head:
// "houses in Ak-Sai were burned" burnt no Sai.
func (e *extractor) misplaced(tok int) bool {
	if !strings.HasPrefix(e.s.Tokens[tok].Rel, "nsubj") && e.s.Tokens[tok].Rel != "obj" {
		return false
	}
	return slices.ContainsFunc(e.Where, func(f where.Found) bool {
		return f.Sent == e.sent && f.Lo <= tok && tok < f.Hi && f.Lo > 0 && e.locates(e.s.Tokens[f.Lo-1].Lower)
	})
}

// shareOf reports whether the token is a percentage, to which nothing is done.
func (e *extractor) shareOf(tok int) bool {
	switch e.s.Tokens[tok].Lower {
	case "cent", "percent", "%":
		return true
	}
	return false
}

// unjoined reports whether a participle without a doer hangs on a noun that is
// itself left over: in "...; the army fired into the air" the army is no aside,
// and nobody fired it. Nor does a verb without a doer join a noun: the tree of
// "rebels control crossings and recruit migrants, she said" has lost who recruits.
func (e *extractor) unjoined(cl *text.Clause) bool {
	h := e.s.Tokens[cl.Verb].Head
	if cl.Kind == "conj" && h >= 0 && len(cl.Subj) == 0 && !cl.Passive && e.s.Tokens[h].Is("nsubj", "nmod", "obl", "obj") && e.isNominal(h) {
		return true
	}
	if cl.Kind != "acl" || !cl.Passive || len(cl.Agent) > 0 || h < 0 {
		return false
	}
	return e.s.Tokens[h].Is("appos", "parataxis", "list", "dep", "root") && e.semicolon(max(e.s.Tokens[h].Head, 0), cl.Verb)
}

// summing reports whether a relative clause hangs on a noun that only sums up
// what was said before: "..., a claim that could not be verified", "...,
// allegations that Paris rejected". Such a clause speaks of the telling, whatever
// noun the tree hangs it on.
func (e *extractor) summing(cl *text.Clause) bool {
	if cl.Kind != "relcl" {
		return false
	}
	h := e.s.Tokens[cl.Verb].Head
	for t := max(h, 2); t < cl.Verb; t++ {
		if !sumsUp(e.s.Tokens[t].Lemma) || t > h && !e.s.Tokens[t+1].Is("mark", "nsubj", "nsubj:pass", "obj") {
			continue
		}
		lo, _ := e.s.NP(t)
		article := e.s.Tokens[lo].Lower == "a" || e.s.Tokens[lo].Lower == "an" || lo == t && e.s.Tokens[t].XPOS == "NNS"
		if article && lo > 0 && e.s.Tokens[lo-1].Text == "," {
			return true
		}
	}
	return false
}

func sumsUp(lemma string) bool {
	switch lemma {
	case "claim", "step", "move", "allegation", "charge", "accusation", "assertion", "decision", "figure", "measure", "suggestion", "report", "denial", "statement":
		return true
	}
	return false
}

// notThem is the clause without a "which" that the tree makes stand for people:
// "sent back the refugees in May, which the agency condemned" condemns no
// refugees, and in "the rebels after the attack, which killed nine" the attack
// killed.
func (e *extractor) notThem(cl *text.Clause) *text.Clause {
	h := e.s.Tokens[cl.Verb].Head
	w := slices.IndexFunc(e.s.Tokens, func(t text.Token) bool { return t.Lower == "which" && t.Head == cl.Verb })
	if cl.Kind != "relcl" || h < 0 || w < 1 || e.s.Tokens[w-1].Text != "," {
		return cl
	}
	wanted := false // "demanded his resignation, which he denounced": the demand
	if v := e.s.Tokens[h].Head; v >= 0 && e.s.Tokens[h].Rel == "obj" {
		wanted = e.Book.Unreal(e.s.Tokens[v].Lemma) || e.Book.Governs(e.s.Tokens[v].Lemma) == "seeks"
	}
	if e.s.Tokens[h].XPOS != "NNS" && !wanted {
		return cl
	}
	_, hi := e.s.NP(h)
	if m, ok := e.mention(h); !wanted && (ok && m.How != "nominal" || !ok && hi == w-1) {
		return cl
	}
	c := *cl
	not := func(t int) bool { return t == h || t == w }
	c.Obj = slices.DeleteFunc(slices.Clone(cl.Obj), not)
	c.Subj = slices.DeleteFunc(slices.Clone(cl.Subj), not)
	if q := w - 2; len(c.Subj) < len(cl.Subj) && q > h && e.s.Tokens[q].UPOS == "NOUN" {
		c.Subj = append(c.Subj, q)
	}
	return &c
}

// doers are the subjects of a clause in the active voice, nobody where the tree
// may have lost them: in "seized power hours before parliament was due to meet,
// detaining its speaker" no parliament detained anybody.
func (e *extractor) doers(cl *text.Clause, subj []int) []int {
	for cl.Kind == "conj" && cl.SubjHow != "own" && cl.Parent >= 0 && e.s.Tokens[cl.Verb].XPOS == "VBG" && e.s.Tokens[e.s.Clauses[cl.Parent].Verb].XPOS == "VBG" {
		cl = &e.s.Clauses[cl.Parent] // "wounding two and closing the airport"
	}
	v := cl.Verb
	if cl.Kind != "advcl" || cl.Mark != "" || cl.SubjHow == "own" || e.s.Tokens[v].XPOS != "VBG" || v == 0 || e.s.Tokens[v-1].Text != "," {
		return subj
	}
	k := cl.Parent
	for k >= 0 && e.s.Clauses[k].Kind == "xcomp" {
		k = e.s.Clauses[k].Parent // "supporters who tried to storm a post, killing two"
	}
	if k >= 0 && (e.s.Clauses[k].Kind == "acl" || e.s.Clauses[k].Kind == "relcl") {
		return nil // "struck a truck guarding the workers, killing three": the truck's crew killed nobody
	}
	for p := cl.Parent; p >= 0; p = e.s.Clauses[p].Parent {
		switch c := &e.s.Clauses[p]; c.Mark {
		case "before", "after", "when", "while", "since", "until", "as":
			if c.Kind == "advcl" {
				return nil
			}
		}
	}
	return subj
}

// nearAgents drops doers whom a comma parts from the participle's first: in "the
// army, led by General X, and the Rapid Support Forces" the Forces lead nobody.
func (e *extractor) nearAgents(it *Item, cl *text.Clause) {
	if cl.Kind != "acl" || !cl.Passive || len(it.Actors) < 2 {
		return
	}
	first := it.Actors[0]
	it.Actors = slices.DeleteFunc(it.Actors, func(a Arg) bool {
		return a.Head != first.Head && a.Lo > 1 && slices.ContainsFunc(e.s.Tokens[min(a.Lo, max(first.Hi, a.Lo-4)):a.Lo], func(t text.Token) bool { return t.Text == "," }) && len(it.Actors) == 2
	})
}

// behind are the objects of a clause that follow its verb, as they do but in a
// relative clause: what stands before it is of another clause.
func (e *extractor) behind(cl *text.Clause) []int {
	obj := slices.DeleteFunc(slices.Clone(cl.Obj), func(t int) bool { return e.pastObject(cl.Verb, t) })
	if cl.Kind == "relcl" || cl.Kind == "acl" {
		return slices.DeleteFunc(obj, func(t int) bool { // "a verdict that rights groups criticised": they are one phrase
			return t+1 < len(e.s.Tokens) && e.s.Tokens[t+1].UPOS == "NOUN" && e.s.Tokens[t].UPOS == "NOUN" && slices.Contains(cl.Subj, t+1)
		})
	}
	return slices.DeleteFunc(obj, func(t int) bool {
		return t < cl.Verb && e.s.Tokens[t].UPOS != "PRON" && e.s.Tokens[t].Head == cl.Verb
	})
}

// unlessSaid is the "if" or "unless" that opens the sentence, up to its comma,
// for an outlook that the tree leaves without its condition.
func (e *extractor) unlessSaid(verb int) *tocsin.Condition {
	if len(e.s.Tokens) == 0 {
		return nil
	}
	kind := e.s.Tokens[0].Lower
	if h := e.s.Tokens[0].Head; (kind == "should" || kind == "were" || kind == "had") && h > 0 && e.s.Tokens[h].Rel == "advcl" {
		kind = "if" // "Should the crossing be closed, ..."
	}
	if kind != "if" && kind != "unless" {
		return nil
	}
	for t := 1; t < verb; t++ {
		if e.s.Tokens[t].Text == "," {
			span := e.s.SpanOf(0, t)
			return &tocsin.Condition{Text: span.In(e.Doc.Text), Span: span, Kind: kind}
		}
	}
	return nil
}

// concessive reports whether a token stands behind ", whether A or B", which asks
// nothing and asserts neither.
func (e *extractor) concessive(tok int) bool {
	or := false
	for t := tok - 1; t > 0; t-- {
		or = or || e.s.Tokens[t].Lower == "or"
		if e.s.Tokens[t].Lower == "whether" {
			return e.s.Tokens[t-1].Text == "," && (or || slices.ContainsFunc(e.s.Tokens[tok:], func(x text.Token) bool { return x.Lower == "or" }))
		}
	}
	return false
}

// copied reports whether the tree makes an event noun behind a preposition the
// predicate of "to be": in "had been in Ghana prior to the coup" the rest of the
// clause is none of the coup's. What would be one is not told to have happened.
func (e *extractor) copied(tok int) bool {
	if lo, _ := e.s.NP(tok); lo > 1 && e.s.Tokens[lo-1].Lemma == "be" && e.s.Tokens[lo-2].XPOS == "MD" {
		return true // "in what would be the worst massacre of the year"
	}
	return e.caseOf(tok) != "" && slices.ContainsFunc(e.s.Children(tok), func(c int) bool { return e.s.Tokens[c].Rel == "cop" })
}

// underPrep reports whether a pronoun taken for a subject stands behind a
// preposition: in "without them she could not govern" they do not govern.
func (e *extractor) underPrep(tok int) bool {
	if tok < 1 || e.s.Tokens[tok].UPOS != "PRON" {
		return false
	}
	switch e.s.Tokens[tok-1].Lower {
	case "without", "with", "to", "by", "against", "among", "from":
		return true
	}
	return false
}

// anybody reports whether a token stands for nobody in particular: "whoever
// helps", "many of whom".
func (e *extractor) anybody(tok int) bool {
	switch e.s.Tokens[tok].Lower {
	case "whoever", "anyone", "anybody":
		return true
	case "many", "most", "some", "few", "several", "both", "all":
		return tok+2 < len(e.s.Tokens) && e.s.Tokens[tok+2].Lower == "whom"
	}
	return false
}

// thing reports whether a destination is none: a common noun that no place and
// nobody is named by ("to power", "to class", "to negotiations").
func (e *extractor) thing(to []int) bool {
	return len(to) > 0 && !slices.ContainsFunc(to, func(t int) bool {
		switch e.s.Tokens[t].Lemma {
		case "country", "home", "house", "village", "town", "city", "capital", "region", "area", "camp", "base", "province", "district", "border", "island", "hospital", "barracks", "headquarters", "palace":
			return true
		}
		return e.s.Tokens[t].UPOS == "PROPN"
	})
}

// halfTitle reports whether a title lost what makes it true or is none: "president"
// of "the vice-president", "policeman" of "a former Serb policeman", the "Dissident"
// of "Dissident FARC fighters", the General of "General Security".
func (e *extractor) halfTitle(t *who.Trait) bool {
	if t.Rel == "rank" {
		return t.Of.How == "named" && t.Of.Type != "person" && t.Of.Type != "unknown"
	}
	lo := slices.IndexFunc(e.s.Tokens, func(k text.Token) bool { return k.Span[0] == t.Span[0] })
	if t.Rel != "role" || lo < 0 {
		return false
	}
	if e.s.Tokens[lo].UPOS == "ADJ" && e.s.Tokens[lo].Span[1] == t.Span[1] || t.How != "apposition" && t.How != "copula" && t.Of.Type != "person" {
		return true
	}
	for k := lo - 1; k >= max(0, lo-4); k-- {
		switch x := &e.s.Tokens[k]; x.Lower {
		case "former", "ex", "vice", "deputy", "late", "then":
			return true
		case "-":
		default:
			if x.UPOS != "ADJ" && x.UPOS != "PROPN" || k == lo-1 && x.UPOS == "PROPN" && !isUpper(x.Text) {
				return false
			}
		}
	}
	return false
}

// empty reports whether a frame names no act, nobody, no place and no time.
func (e *extractor) empty(f *Item) bool {
	return f.Kind == tocsin.KindEvent && f.Act == "other" && len(f.Actors)+len(f.Recipients)+len(f.Places) == 0 && f.When < 0
}

// stopsDoing reports whether a clause says that something done is to end, or is
// that doing: "would stop blocking it".
func (e *extractor) stopsDoing(ci int) bool {
	stops := func(k int) bool { return k >= 0 && e.Book.Governs(e.s.Tokens[e.s.Clauses[k].Verb].Lemma) == "stops" }
	cl := &e.s.Clauses[ci]
	if e.s.Tokens[cl.Verb].XPOS == "VBG" && stops(cl.Parent) {
		return true
	}
	return stops(ci) && slices.ContainsFunc(e.s.Clauses, func(c text.Clause) bool {
		return c.Parent == ci && e.s.Tokens[c.Verb].XPOS == "VBG"
	})
}
