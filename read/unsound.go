package read

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/claim"
	"tocsin/read/says"
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
	for _, w := range []string{"suspected", "alleged", "presumed", "to be", "of being"} {
		if strings.HasSuffix(before, w) {
			return true // "suspected rebels ambushed": not the rebels for sure
		}
	}
	if next := c.Core[1]; strings.Contains(of.Act, "coup") && next < len(a.doc.Sentences[c.Sent].Tokens) && a.doc.Sentences[c.Sent].Tokens[next].Lower == "from" {
		return true
	}
	if strings.Contains(of.Act, "coup") && c.Claim.Form == "date" && (c.Claim.Text == "removed" || strings.Contains(c.Claim.Text, "took over from")) {
		return true
	}
	return of.Actor != "" && slices.ContainsFunc(a.where, func(f where.Found) bool { return f.Sent == c.Sent && !f.Actor && f.Place.Text == of.Actor })
}

// elsewhere reports whether the window of a claim is the time of something else in
// the sentence: of the saying ("reported on 9 May that 604 had died"), of a time
// compared with, of another noun ("Friday prayers"), or of another clause ("anger
// grew after the attack of 26 September").
func (v *vet) elsewhere() bool {
	i := slices.IndexFunc(v.when, func(f when.Found) bool {
		return f.Sent == v.c.Sent && f.When.From == v.k.Window.From && f.When.To == v.k.Window.To
	})
	if i < 0 {
		return false
	}
	f := &v.when[i]
	if v.aboutThen(f) || v.parted(f) || v.saidThen(f) || v.dayBefore(f) || f.Compared && v.otherNumber(f) {
		return true
	}
	if v.k.Form == tocsin.FormChange {
		return v.nounTime(f) || v.fromThen(f) || v.k.Of == nil && v.clauseTime(f) || v.aside(f.Head)
	}
	return v.doing() && (v.nounTime(f) || v.clauseTime(f) || v.ongoing()) || v.otherDeed(f)
}

// parted reports a semicolon between the claim and a time, a colon behind which an
// example is told ("the use of drones has increased: in October ..."), or one behind a
// heading that names more than a day and a place ("Bulletin, 7-16 February: strike").
func (v *vet) parted(f *when.Found) bool {
	lo, hi := v.c.Core[1], f.Lo
	if f.Hi <= v.c.Core[0] {
		lo, hi = f.Hi, v.c.Core[0]
	}
	for i := lo; i < hi; i++ {
		switch v.s.Tokens[i].Text {
		case ";":
			return true
		case ":":
			if f.Lo >= v.c.Core[1] || v.heading(i) {
				return true
			}
		}
	}
	return false
}

// heading reports a noun before the colon at token i that is neither time nor place.
func (v *vet) heading(i int) bool {
	for k := 0; k < i; k++ {
		if v.s.IsNominal(k) && !v.timeAt(k) && !slices.ContainsFunc(v.where, func(f where.Found) bool { return f.Sent == v.c.Sent && k >= f.Lo && k < f.Hi }) {
			return true
		}
	}
	return false
}

// otherNumber reports that another number stands between the claim and a time, or
// "compared" before it: "17 incidents, compared with 23 in late June".
func (v *vet) otherNumber(f *when.Found) bool {
	if slices.ContainsFunc(v.s.Tokens[max(f.Lo-5, 0):f.Lo], func(t text.Token) bool { return t.Lower == "compared" }) {
		return true
	}
	return v.c.Num[1] > 0 && v.c.Core[1] < f.Lo && slices.ContainsFunc(v.s.Tokens[v.c.Core[1]:f.Lo], func(t text.Token) bool { return t.UPOS == "NUM" })
}

// saidThen reports a time that says when somebody told of the claim.
func (v *vet) saidThen(f *when.Found) bool {
	for _, k := range says.Of(v.says, v.c.Sent, v.c.Head) {
		p := &v.says[k]
		if p.Sent != v.c.Sent || slices.ContainsFunc(p.Parts, func(r says.Part) bool { return r.Sent == v.c.Sent && f.Lo >= r.Lo && f.Lo < r.Hi }) {
			continue
		}
		if p.CueTok < f.Lo && f.Hi <= p.Lo || p.Lo < p.CueTok && p.CueTok < f.Lo && v.s.ClauseOf(f.Head) == v.s.ClauseOf(p.CueTok) {
			return true
		}
	}
	return false
}

// orders are the words that put what is told before or after something else.
var orders = []string{"after", "before", "since", "until", "following", "despite", "ahead"}

// nounTime reports a time that belongs to a noun which is not the claim's: before it
// ("Friday prayers"), or under one that only orders the claim in time ("after the
// ambush of 26 September").
func (v *vet) nounTime(f *when.Found) bool {
	s := v.s
	if slices.ContainsFunc(v.when, func(g when.Found) bool {
		return g.Sent == f.Sent && g.Kind == when.Anchor && g.Lo < f.Lo && f.Hi <= g.Hi
	}) {
		return true // "since the coup on 1 February"
	}
	if of := f.Lo - 1; of > 0 && s.Tokens[of].Lower == "of" && s.Tokens[of-1].UPOS == "NOUN" {
		if s.LemmaIs(of-1, "weekend", "week", "fortnight") || slices.ContainsFunc(s.Tokens[max(of-4, 0):of-1], func(t text.Token) bool { return slices.Contains(orders, t.Lower) }) {
			return true // "since the coup of 1 February"; "the weekend of 6 December" is not that day
		}
	}
	for i, n := f.Head, 0; i >= 0 && n < len(s.Tokens) && !v.core(i); n++ {
		up := s.Tokens[i].Head
		if up < 0 || v.core(up) || s.Tokens[up].UPOS != "NOUN" || up >= f.Lo && up < f.Hi {
			return false
		}
		if s.Tokens[i].Is("compound", "nmod:poss", "amod", "nummod") && up > i {
			return true
		}
		if c := s.Child(up, "case"); c >= 0 && slices.Contains(orders, s.Tokens[c].Lower) {
			return true
		}
		i = up
	}
	return false
}

// clauseTime reports a time in another clause than the claim's, unless the two tell
// of one event: a participle and its verb, or verbs that share a subject.
func (v *vet) clauseTime(f *when.Found) bool {
	s := v.s
	own, at := s.ClauseOf(v.c.Head), s.ClauseOf(f.Head)
	if own < 0 || at < 0 || own == at || s.Tokens[f.Head].Is("nsubj") || f.Lo <= 1 && s.Clauses[own].Kind == "root" {
		return false // "2012 saw 300 people perish"; "In 2012, fighting that ... killed 300"
	}
	if v.apart(v.c.Sent, v.c.Head, f.Head) {
		return true
	}
	if kind := s.Clauses[own].Kind; v.k.Form == tocsin.FormDate && (s.Tokens[v.c.Head].UPOS == "NOUN" || kind == "relcl" || kind == "acl") {
		return s.Tokens[s.Clauses[at].Verb].Lemma != "be" // "it was in May that the coup came"
	}
	for i := v.c.Core[0]; i < v.c.Core[1]; i++ {
		if s.ClauseOf(i) == at {
			return false
		}
	}
	if v.k.Form == tocsin.FormChange {
		return true // what else happened then is not the change
	}
	for c := at; c >= 0; c = s.Clauses[c].Parent { // the time hangs below the claim
		if c == own {
			return false
		}
		if !joins(&s.Clauses[c]) {
			break
		}
	}
	for c := own; c >= 0; c = s.Clauses[c].Parent { // or above it
		if c == at {
			return false
		}
		if !joins(&s.Clauses[c]) && !v.within(&s.Clauses[c]) {
			return true
		}
	}
	return true
}

// joins reports a clause that tells of the same event as the one above it.
func joins(c *text.Clause) bool {
	switch c.Kind {
	case "advcl":
		return (c.Mark == "" || c.Mark == "in" || c.Mark == "by") && c.SubjHow != "own"
	case "conj":
		return c.SubjHow != "own"
	case "xcomp", "acl":
		return true
	}
	return false
}

// within reports a relative clause about an event in whose course something else
// happened: "were seized during an assault that killed 12".
func (v *vet) within(c *text.Clause) bool {
	if c.Kind != "relcl" || c.Verb < 0 || v.s.Tokens[c.Verb].Head < 0 {
		return false
	}
	k := v.s.Child(v.s.Tokens[c.Verb].Head, "case")
	return k >= 0 && (v.s.Tokens[k].Lower == "in" || v.s.Tokens[k].Lower == "during")
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
