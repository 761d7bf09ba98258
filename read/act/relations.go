package act

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/says"
	"tocsin/read/text"
	"tocsin/read/where"
)

// roleNouns makes the ties that nouns of relation hold: "X, the leader of Y",
// "X has become the figurehead of Y", "Y leader X", and the possession of one
// body by another ("JNIM's Macina Brigade").
func (e *extractor) roleNouns() {
	for tok := range e.s.Tokens {
		t := &e.s.Tokens[tok]
		if t.UPOS != "NOUN" && t.UPOS != "PROPN" {
			continue
		}
		if rules := e.Book.RoleNoun(t.Lemma); len(rules) > 0 && t.UPOS == "NOUN" {
			m := e.nounSlots(tok)
			for _, x := range e.holders(tok) {
				e.roleTie(tok, x, rules[0].Frame.Rel, m)
			}
		}
		e.partOf(tok)
	}
	for tok := range e.s.Tokens {
		e.involved(tok)
		e.led(tok)
		e.foremost(tok)
	}
}

// holders returns those who are said to be the role noun.
func (e *extractor) holders(tok int) []int {
	var out []int
	t := &e.s.Tokens[tok]
	for _, c := range e.s.Children(tok) {
		if r := e.s.Tokens[c].Rel; (r == "appos" || r == "flat") && e.canAct(c) {
			out = append(out, c)
		}
	}
	if t.Head >= 0 && (t.Rel == "appos" || t.Rel == "compound" && t.Head > tok) && e.canAct(t.Head) {
		out = append(out, e.lastBefore(t.Head, tok))
	}
	for ci := range e.s.Clauses {
		cl := &e.s.Clauses[ci]
		is := cl.Verb == tok && cl.Cop >= 0
		become := e.becomes(cl) && (slices.Contains(cl.Obj, tok) || e.s.Tokens[tok].Head == cl.Verb && (t.Rel == "xcomp" || t.Rel == "obj" || t.Rel == "nsubj:xsubj"))
		if is || become {
			for _, s := range cl.Subj {
				if e.canAct(s) && s != tok {
					out = append(out, s)
				}
			}
		}
	}
	if n := e.named(tok); n != tok {
		out = append(out, n)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// lastBefore returns the last of coordinated names before an apposition: in "Keita
// and Diarra, the head of the council," Diarra is the head.
func (e *extractor) lastBefore(name, appos int) int {
	last := name
	for _, c := range e.s.Children(name) {
		if e.s.Tokens[c].Rel == "conj" && c < appos && e.canAct(c) {
			last = max(last, c)
		}
	}
	return last
}

func (e *extractor) becomes(cl *text.Clause) bool {
	switch e.s.Tokens[cl.Verb].Lemma {
	case "become", "remain", "be":
		return true
	}
	return false
}

// roleTie makes the tie of a holder to what the role noun is of. The leader of
// an event is a party to it.
func (e *extractor) roleTie(tok, holder int, rel string, m slots) {
	poss := slices.Clone(m["poss"])
	if n := len(poss); n > 1 {
		// "JNIM's Macina Brigade's leader" leads the nearest; the farther owns it.
		e.ownedBy(poss[n-1], poss[0])
		poss = poss[n-1:]
	}
	of := slices.DeleteFunc(slices.Clone(m["of"]), func(x int) bool { return x < tok || e.another(tok, x) })
	if len(of) > 0 {
		poss = nil // "London's chief of police"
	}
	targets := slices.Concat(of, poss, m["to"])
	if len(targets) == 0 {
		targets = e.namedBefore(tok)
	}
	for _, x := range targets {
		if x == holder || e.s.Tokens[x].Lower == "staff" || rel == "part_of" && e.s.Tokens[x].UPOS == "PRON" {
			continue // "the chief of staff"
		}
		if e.former(tok) {
			continue // "a former member of the army" is none
		}
		if holder > x && x > tok && !e.isPerson(holder) || holder > 0 && e.s.Tokens[holder-1].Text == "(" {
			continue // "a member of the league, the youth wing": not the wing's; "Units (YPG)"
		}
		if rel == "part_of" && holder < tok && e.isPerson(holder) {
			if holder = e.bodyBefore(tok); holder < 0 {
				return
			} else if holder == x {
				continue
			}
		}
		it := e.new("role "+e.s.Tokens[tok].Lemma, tocsin.KindTie, tok)
		it.Rel = rel
		it.Actors = []Arg{e.arg(holder)}
		it.Cover = append(it.Cover, holder, x)
		if len(e.Book.Noun(e.s.Tokens[x].Lemma)) > 0 && !e.canAct(x) {
			it.Rel = "party_to"
			it.Value = &tocsin.Value{Text: e.s.Tokens[tok].Text}
			it.Content = e.nounContent(x, 1)
			e.spent[x] = false
			it.Cover = append(it.Cover, it.Content.Cover...)
		} else if rel == "leads" && !(e.theHead(tok) && e.ledByOne(tok, holder, x)) {
			continue
		} else if e.canAct(x) || rel == "leads" && e.isPlace(x) {
			it.Recipients = []Arg{e.arg(x)}
		} else {
			continue
		}
		if it.Content != nil {
			e.bind(it, tok)
		}
		e.presupposed(it, tok)
		e.add(it)
	}
}

// isPerson reports whether a token heads who is a person or people.
func (e *extractor) isPerson(tok int) bool {
	m, ok := e.Who.At(e.sent, tok)
	return ok && (m.Type == "person" || m.Type == "people")
}

// bodyBefore is the body right before an apposition: in "a member of the league, the
// youth wing of the party" the league is the wing. -1 where there is none.
func (e *extractor) bodyBefore(tok int) int {
	lo, _ := e.s.NP(tok)
	if lo < 2 || e.s.Tokens[lo-1].Text != "," {
		return -1
	}
	m, ok := e.Who.At(e.sent, lo-2)
	if !ok || m.Type == "person" || m.Type == "people" || m.Type == "place" {
		return -1
	}
	return m.Head
}

// another reports whether a second noun stands between a role noun and what
// follows "of": "a Moussa supporter and president of the club" supports Moussa.
func (e *extractor) another(tok, of int) bool {
	return len(e.namedBefore(tok)) > 0 && slices.ContainsFunc(e.s.Tokens[tok:of], func(t text.Token) bool { return t.UPOS == "CCONJ" })
}

// theHead reports whether a noun of leading says that somebody is the one head of
// the body: one person, without "a", "former", "local" or "military", which make
// him one of several, the head no more, or the head of a part.
func (e *extractor) theHead(tok int) bool {
	if e.s.Tokens[tok].XPOS == "NNS" || e.s.Tokens[tok].Lemma == "founder" {
		return false
	}
	for _, c := range e.s.Children(tok) {
		t := &e.s.Tokens[c]
		if c > tok {
			continue
		}
		switch {
		case t.Is("det") && t.Lower != "the", t.Is("nummod"), t.Is("compound") && !e.canAct(c), t.UPOS == "NOUN" && t.Is("nmod:desc"):
			return false
		case t.Is("amod") && !slices.Contains([]string{"overall", "supreme", "current", "present", "longtime", "paramount"}, t.Lower):
			return false
		}
	}
	for ci := range e.s.Clauses {
		if cl := &e.s.Clauses[ci]; cl.Verb == tok && (cl.Tense == "past" || cl.Neg >= 0 || len(cl.Modals) > 0) {
			return false // "was the head of the union at the time"
		}
	}
	return true
}

// ledByOne reports whether a person leads a body: not a body its other name, nor
// somebody his own people or superiors.
func (e *extractor) ledByOne(tok, holder, x int) bool {
	h, ok := e.Who.At(e.sent, holder)
	if !ok || h.Type != "person" && h.Type != "unknown" || h.Type == "unknown" && h.How == "named" {
		return false
	}
	if t := &e.s.Tokens[x]; t.UPOS == "PRON" {
		return t.Lower == "its" || t.Lower == "their" || t.Lower == "whose"
	}
	b, ok := e.Who.At(e.sent, x)
	if ok && (b.Type == "person" || b.Type == "people") {
		return false
	}
	if !e.s.Tokens[x].Is("compound") {
		return true
	}
	// "JNIM leader X": a commander of a body may be any of them.
	return ok && b.How == "named" && e.s.Tokens[tok].Lemma != "commander" && b.Hi == tok
}

// presupposed makes what an apposition says of a name the author's own, where the
// one who speaks is not quoted and hides behind a passive or an adverb: in "was
// allegedly beaten by Musa, head of the guard" nobody alleges who Musa is.
func (e *extractor) presupposed(it *Item, tok int) {
	if len(it.Actors) == 0 || e.s.Child(tok, "cop") >= 0 {
		return
	}
	m, ok := e.Who.At(e.sent, it.Actors[0].Head)
	if !ok || m.How != "named" {
		return
	}
	by := says.For(e.Doc, e.Says, e.sent, tok)
	if !slices.ContainsFunc(by, func(s tocsin.Speaker) bool { return s.Text != "" }) {
		it.Polarity, it.Degree = "is", "certain"
	}
}

// namedBefore returns the body named in front of a role noun: "JNIM leader".
func (e *extractor) namedBefore(tok int) []int {
	for _, c := range e.s.Children(tok) {
		if c < tok && e.s.Tokens[c].Rel == "compound" && e.canAct(c) {
			return []int{c}
		}
	}
	return nil
}

var parts = []string{"brigade", "wing", "battalion", "faction", "branch", "katiba", "unit", "cell", "offshoot", "affiliate", "militia", "chapter", "division", "command"}

// partOf makes the tie of "JNIM's Macina Brigade": a body that belongs to one.
func (e *extractor) partOf(tok int) {
	for _, p := range e.nounSlots(tok)["poss"] {
		e.ownedBy(tok, p)
	}
}

// ownedBy makes the tie of a body to the body that it belongs to.
func (e *extractor) ownedBy(tok, p int) {
	body, ok := e.Who.At(e.sent, tok)
	owner, ok2 := e.Who.At(e.sent, p)
	if !ok || !ok2 || !isBody(body.Type) || !isBody(owner.Type) || body.Head == owner.Head {
		return
	}
	if !slices.ContainsFunc(e.s.Tokens[body.Lo:body.Hi], func(t text.Token) bool { return slices.Contains(parts, strings.ToLower(t.Lemma)) }) {
		return
	}
	it := e.new("possession", tocsin.KindTie, tok)
	it.Rel = "part_of"
	it.Actors, it.Recipients = []Arg{e.arg(tok)}, []Arg{e.arg(p)}
	it.Cover = append(it.Cover, p)
	e.add(it)
}

func isBody(kind string) bool { return kind == "group" || kind == "organisation" || kind == "unknown" }

// copula makes what "to be" says: a part in an event ("was behind the coup"), a
// standing ("is the most important actor"), an accusation. Roles and ranks are
// read/who's, ties by nouns are roleNouns'.
func (e *extractor) copula(ci, depth int) *Item {
	cl := &e.s.Clauses[ci]
	if len(cl.Subj) == 0 {
		return nil
	}
	v := &e.s.Tokens[cl.Verb]
	if rules := e.Book.Verb(v.Lemma); v.UPOS == "ADJ" || v.UPOS == "VERB" {
		for _, r := range rules {
			if m := e.clauseSlots(cl); r.Prep != "" && e.fits(r, slots{"obj": m["subj"], r.Prep: m[r.Prep]}, "") {
				m["obj"], m["subj"] = m["subj"], nil
				return e.build(ci, r, m, depth)
			}
		}
	}
	if it := e.stay(cl); it != nil {
		return it
	}
	if k := e.caseOf(cl.Verb); (k == "behind" || k == "part of") && len(e.Book.Noun(v.Lemma)) > 0 {
		it := e.new("copula "+k, tocsin.KindTie, cl.Verb)
		it.Rel = "party_to"
		for _, t := range cl.Subj {
			e.fillOne(it, "actor", t)
		}
		it.Content = e.nounContent(cl.Verb, depth+1)
		it.Cover = append(it.Cover, it.Content.Cover...)
		if len(it.Actors) > 0 {
			return it
		}
	}
	return nil
}

// stay makes the visit of "had been in the United States": somebody was in a
// place. Only a past tense tells a stay from a residence.
func (e *extractor) stay(cl *text.Clause) *Item {
	k := e.caseOf(cl.Verb)
	if k != "in" && k != "at" || cl.Tense == "present" || !e.anyPlace(cl.Verb) {
		return nil
	}
	if cl.Kind == "xcomp" || cl.Kind == "advcl" {
		return nil // "is believed to be in Chad": somebody believes it
	}
	it := e.new("stay", tocsin.KindEvent, cl.Verb)
	it.Act, it.Mode = "visit", "visit"
	for _, t := range cl.Subj {
		if m, ok := e.mention(t); ok && m.Type == "person" || m.How == "pronoun" {
			e.fillOne(it, "actor", t)
		}
	}
	if len(it.Actors) == 0 {
		return nil
	}
	for i, f := range e.Where {
		if f.Sent == e.sent && f.Lo <= cl.Verb && cl.Verb < f.Hi {
			e.addPlace(it, i, "in")
		}
	}
	e.bind(it, cl.Verb)
	return it
}

// anyPlace reports whether the token is part of a place, acting or not.
func (e *extractor) anyPlace(tok int) bool {
	return slices.ContainsFunc(e.Where, func(f where.Found) bool {
		return f.Sent == e.sent && f.Lo <= tok && tok < f.Hi
	})
}
