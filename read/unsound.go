package read

import (
	"slices"
	"strings"

	"tocsin/read/claim"
	"tocsin/read/text"
	"tocsin/read/when"
	"tocsin/read/where"
)

// Which measurable claims the rest of the reading speaks against, so that no
// statement is made of them.

// misnamed reports a claim whose doer is a place of its sentence ("Zobe, where a bomb
// killed 500"), or of a coup that its words do not tell of ("removed him as head of
// the party", "took over from General X").
func (a *assembler) misnamed(c *claim.Found) bool {
	of := c.Claim.Of
	if of == nil {
		return false
	}
	before := strings.ToLower(strings.TrimSpace(a.doc.Text[max(0, c.Span[0]-16):c.Span[0]]))
	for _, w := range []string{"suspected", "alleged", "presumed"} {
		if strings.HasSuffix(before, w) {
			return true // "suspected rebels ambushed": not the rebels for sure
		}
	}
	if strings.Contains(of.Act, "coup") && strings.HasSuffix(c.Claim.Text, "took over") && strings.HasPrefix(strings.TrimSpace(a.doc.Text[c.Span[1]:]), "from ") {
		return true
	}
	if strings.Contains(of.Act, "coup") && c.Claim.Form == "date" && (c.Claim.Text == "removed" || strings.Contains(c.Claim.Text, "took over from")) {
		return true
	}
	return of.Actor != "" && slices.ContainsFunc(a.where, func(f where.Found) bool { return f.Sent == c.Sent && !f.Actor && f.Place.Text == of.Actor })
}

// elsewhere reports whether the window of a claim is the time of something else in
// the sentence: of the saying ("reported on 9 May that 604 had died"), of a clause
// below ("anger grew after the attack of 26 September"), or, for a claim of a date,
// of any other clause.
func (a *assembler) elsewhere(c *claim.Found) bool {
	s := &a.doc.Sentences[c.Sent]
	i := slices.IndexFunc(a.when, func(f when.Found) bool { return f.Sent == c.Sent && f.When == *c.Claim.Window })
	if i < 0 {
		return false
	}
	f := &a.when[i]
	if b := f.Lo - 5; f.Compared && slices.ContainsFunc(s.Tokens[max(b, 0):f.Lo], func(t text.Token) bool { return t.Lower == "compared" }) {
		return true // "compared with twenty-three in late June"
	}
	for k := range a.says {
		p := &a.says[k]
		if p.Sent == c.Sent && s.Tokens[f.Head].Head == p.CueTok && p.CueTok < f.Lo && p.Hi <= p.CueTok && p.Lo <= c.Head && c.Head < p.Hi {
			return true // "killing 13, residents told AFP on Wednesday"
		}
		if p.Sent == c.Sent && p.CueTok < f.Lo && f.Hi <= p.Lo && p.Lo <= c.Head && c.Head < p.Hi {
			return true
		}
	}
	if a.apart(c.Sent, c.Head, f.Head) || slices.ContainsFunc(s.Tokens[min(c.Head, f.Head):max(c.Head, f.Head)], func(t text.Token) bool { return t.Text == ":" }) {
		return true // "has increased sharply: in October"
	}
	if slices.ContainsFunc(a.when, func(g when.Found) bool {
		return g.Sent == f.Sent && g.Kind == when.Anchor && g.Lo < f.Lo && f.Hi <= g.Hi
	}) {
		return true // "since the coup on 1 February"
	}
	own, at := s.ClauseOf(c.Head), s.ClauseOf(f.Head)
	if own < 0 || at < 0 || own == at {
		return false
	}
	if kind := s.Clauses[own].Kind; c.Claim.Form == "date" && (s.Tokens[c.Head].UPOS == "NOUN" || kind == "relcl" || kind == "acl") {
		return s.Tokens[s.Clauses[at].Verb].Lemma != "be" // "it was in May that the coup came"
	}
	for up := s.Clauses[at].Parent; up >= 0; up = s.Clauses[up].Parent {
		if up == own {
			return s.Clauses[at].Kind == "advcl" && s.Clauses[at].Mark != "" && s.Clauses[at].SubjHow == "own"
		}
	}
	return false
}

// abroad reports a claim about a country that the report neither is about nor
// names: a town of that name lies there too.
func (a *assembler) abroad(c *claim.Found) bool {
	of := c.Claim.Of
	if of == nil || of.Country == "" || a.country == "" || strings.Contains(a.doc.Text, of.Country) {
		return false
	}
	land, ok := a.gaz.CountryNamed(of.Country)
	if !ok || land.ISO2 == a.country {
		return false
	}
	if slices.ContainsFunc(append(slices.Clone(land.Aliases), land.Name[strings.LastIndexByte(land.Name, ' ')+1:]), func(name string) bool {
		return len(name) > 3 && strings.Contains(a.doc.Text, name)
	}) {
		return false
	}
	named := slices.ContainsFunc(a.where, func(f where.Found) bool { return f.Kind == "country" && f.Country == land.ISO2 })
	return !named && !slices.ContainsFunc(a.doc.Sentences[c.Sent].Tokens, func(t text.Token) bool {
		of, ok := a.gaz.DemonymOf(t.Text)
		return ok && of.ISO2 == land.ISO2
	})
}
