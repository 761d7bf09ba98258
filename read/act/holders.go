package act

import (
	"slices"

	"tocsin/read/text"
	"tocsin/read/who"
)

// Whom a title, an office or a description names.

// officeHolder returns the person whose name the tree hangs on the body before it:
// "European Council President Charles Michel" is Michel.
func (e *extractor) officeHolder(tok int) (who.Mention, bool) {
	m, ok := e.mention(tok)
	if !ok || m.How != "named" || m.Type == "person" {
		return who.Mention{}, false
	}
	for _, k := range e.Who.In(e.sent) {
		n := &e.Who.Mentions[k]
		if n.Type == "person" && n.How == "named" && n.Lo <= m.Lo && n.Hi > m.Hi && n.Head != tok && e.s.IsUnder(n.Head, tok) && e.s.Tokens[n.Head].Is("flat") {
			return *n, true
		}
	}
	return who.Mention{}, false
}

// afterOther reports whether a clause with a doer of its own stands between a verb and
// the "and" behind which another goes on: in "the president dismissed him after rebels
// overran a base and killed 70" the rebels killed, or nobody knows.
func (e *extractor) afterOther(up, cl *text.Clause, cc int) bool {
	if e.s.Tokens[cc-1].Text == "," {
		return false
	}
	if up.Kind == "advcl" && up.SubjHow == "own" && !up.Passive && !cl.Passive && up.Mark != "" && up.Parent >= 0 && e.s.Clauses[up.Parent].Verb < up.MarkTok && (e.s.Tokens[up.Subj[0]].UPOS == "PRON" || up.Mark == "when" || up.Mark == "as" || up.Mark == "while") && e.sameForm(cl.Verb, e.s.Clauses[up.Parent].Verb) {
		return true // "arrested him after he left the mosque and seized his phone"
	}
	return slices.ContainsFunc(e.s.Clauses, func(c text.Clause) bool {
		return c.Kind == "advcl" && c.SubjHow == "own" && c.Mark != "" && c.MarkTok > up.Verb && c.Verb > up.Verb && c.Verb < cc && e.s.Tokens[c.Verb].Head == up.Verb && e.sameForm(cl.Verb, c.Verb) && !c.Passive
	})
}

// disagrees reports a subject of the singular under an auxiliary of the plural: in "the
// men held after a raid on a mosque were freed" no mosque was.
func (e *extractor) disagrees(cl *text.Clause, subj int) bool {
	lo, _ := e.s.NP(subj)
	if len(cl.Subj) != 1 || e.s.Tokens[subj].XPOS != "NN" || e.s.Tokens[lo].Lower != "a" && e.s.Tokens[lo].Lower != "an" || e.s.Child(subj, "conj") >= 0 {
		return false
	}
	switch e.s.Tokens[subj].Lemma {
	case "group", "crowd", "gang", "team", "family", "crew", "pair", "trio", "band", "police", "staff", "mob", "number", "majority", "handful", "couple", "dozen", "lot", "host", "series", "hundred", "thousand", "million", "minority", "third", "quarter", "total", "few", "score", "range", "variety", "string", "fifth", "half", "further", "additional":
		return false
	}
	return slices.ContainsFunc(cl.Aux, func(a int) bool {
		return e.s.Tokens[a].Lower == "were" || e.s.Tokens[a].Lower == "are" || e.s.Tokens[a].Lower == "have"
	})
}

// named returns the name that stands in apposition to a description: "the leader
// of the coup, Amadou Sanogo" is Sanogo. The token itself where there is none.
func (e *extractor) named(tok int) int {
	m, ok := e.mention(tok)
	if !ok || m.How != "nominal" || m.Entity < 0 {
		return tok
	}
	for _, k := range e.Who.In(e.sent) {
		n := &e.Who.Mentions[k]
		if n.How == "named" && n.Entity == m.Entity && n.Lo >= m.Hi && n.Lo-m.Hi <= 8 && n.Type == "person" && e.apposed(m.Hi, n.Lo) {
			return n.Head
		}
	}
	return tok
}

// apposed reports whether nothing but the rest of a noun phrase and one comma
// lies between two tokens.
func (e *extractor) apposed(from, to int) bool {
	return to > from && e.s.Tokens[to-1].Lower == "," && !slices.ContainsFunc(e.s.Tokens[from:to], func(t text.Token) bool {
		return t.UPOS == "VERB" || t.UPOS == "AUX"
	})
}
