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
