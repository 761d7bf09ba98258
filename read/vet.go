package read

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/act"
	"tocsin/read/claim"
	"tocsin/read/says"
	"tocsin/read/text"
	"tocsin/read/when"
	"tocsin/read/where"
	"tocsin/read/who"
)

// A vet holds one measurable claim against what the rest of the reading knows. The
// patterns of package claim look at words and at what stands near them; a statement
// is made only of what the tree bears out: the number is that of what suffers or is
// done, the doer is subject or agent of the claim's own event, the country is one
// where something is, the window hangs on the claim's own clause. A field without
// such evidence is left out, and the claim where the field is what makes it.
type vet struct {
	*assembler
	s *text.Sentence
	c *claim.Found
	k *tocsin.Claim
}

func (a *assembler) vetting(c *claim.Found, k *tocsin.Claim) *vet {
	if k.Of != nil {
		of := *k.Of
		k.Of = &of
	}
	return &vet{assembler: a, s: &a.doc.Sentences[c.Sent], c: c, k: k}
}

// sound drops what has no evidence from the claim and reports whether it still
// claims something.
func (v *vet) sound() bool {
	k := v.k
	v.settle()
	if v.othersNumber() || v.supposedWorst() || v.becameOther() {
		return false
	}
	if v.c.Whole { // the items are all there is: the tree has nothing to add but who tells
		return !v.misnamed(v.c) && !v.several() && !v.coming() && !v.ofPeriod() && !v.lieOf() && !v.unborneClaim() && !v.toldSide()
	}
	if v.misnamed(v.c) || v.abroad(v.c) || !v.numbered() || !v.moves() || !v.lasts() || !v.ranked() || !v.lies() || !v.violent() || v.unlike() || !v.scoped() || v.partly() || v.bothSides() || v.ofPeriod() || v.lieOf() || v.elseNever() || v.oneOnly() || v.unborneClaim() {
		return false
	}
	if v.present() && (v.person() && v.k.Form != tocsin.FormDate || v.s.Tokens[v.c.Head].Is("compound") && v.s.LemmaIs(v.c.Head, fights...) && k.Of != nil && k.Of.Act == "assault") {
		return false // a speaker's attack, an attack ad
	}
	if k.Of != nil {
		if k.Of.Actor != "" && (v.doing() || v.whereabouts() || k.Form == tocsin.FormChange) && !v.acted() {
			if k.Of.Actor = ""; v.present() {
				return false // who did it is all that it claims
			}
		}
		if k.Of.Actor != "" && !v.doing() && v.tellers() {
			if k.Of.Actor = ""; k.Form == tocsin.FormShare {
				return false // the share of nobody
			}
		}
		if k.Of.Country != "" && (v.doing() || v.whereabouts() || k.Form == tocsin.FormChange) && k.Than == nil && !v.located() {
			if g := v.ground(); g == "" || v.severalLands() {
				return false
			} else {
				k.Of.Country = g
			}
		}
	}
	if k.Window != nil && v.sinceWhat() {
		since := *k.Window
		since.To, since.Open = 0, "end"
		k.Window = &since
	} else if k.Window != nil && v.elsewhere() {
		if k.Form == tocsin.FormDate {
			return false
		}
		k.Window = nil
	}
	return !claim.Idle(*k)
}

// present reports a claim that somebody attacked somewhere, without a number.
func (v *vet) present() bool {
	return v.k.Form == tocsin.FormDate || v.k.Form == tocsin.FormCount && v.k.Value != nil && *v.k.Value == 1
}

// doing reports a form that says who did how much. In the others (first, share,
// rank and the like) the pattern itself holds the doer.
func (v *vet) doing() bool {
	return v.k.Form == tocsin.FormCount || v.k.Form == tocsin.FormRate || v.k.Form == tocsin.FormDate
}

// core reports whether token i is one of those that make the claim.
func (v *vet) core(i int) bool { return i >= v.c.Core[0] && i < v.c.Core[1] }

// acted keeps of the claim's actors those that did it, and reports whether there
// are any.
func (v *vet) acted() bool {
	var kept []string
	for _, name := range splitActors(v.k.Of.Actor) {
		one, _, pair := strings.Cut(name, " against ")
		if pair && v.c.Whole && claim.OfStates(name) {
			kept = append(kept, name)
			continue
		}
		if lo, hi := v.tokensOf(one); lo < hi && !v.source(lo, hi) && !v.holding(hi) && !v.partOfPhrase(lo, hi) && !v.hitsMine(v.headIn(lo, hi)) && !(pair && v.tellsOne(name)) && (pair || v.led(lo, hi) || v.doer(v.headIn(lo, hi))) {
			kept = append(kept, name)
		}
	}
	if !v.present() && v.half(kept) {
		kept = nil
	}
	v.k.Of.Actor = strings.Join(kept, "; ")
	return len(kept) > 0
}

// tellers reports that one of the claim's actors only tells of it.
func (v *vet) tellers() bool {
	return slices.ContainsFunc(splitActors(v.k.Of.Actor), func(name string) bool {
		name, _, _ = strings.Cut(name, " against ")
		lo, hi := v.tokensOf(name)
		return lo < hi && v.source(lo, hi)
	})
}

// source reports that who stands at tokens [lo, hi) tells of the claim.
func (v *vet) source(lo, hi int) bool {
	return slices.ContainsFunc(says.Of(v.says, v.c.Sent, v.c.Head), func(k int) bool {
		p := &v.says[k]
		return p.Sent == v.c.Sent && (p.SourceHead >= lo && p.SourceHead < hi || p.SourceHead >= 0 && v.s.IsUnder(v.headIn(lo, hi), p.SourceHead))
	})
}

// tokensOf finds the tokens of a name as the claim writes it: within its span, else
// anywhere in the sentence.
func (v *vet) tokensOf(name string) (lo, hi int) {
	find := func(in tocsin.Span) (int, int) {
		at := strings.Index(in.In(v.doc.Text), name)
		if at < 0 {
			return 0, 0
		}
		from, to := v.s.At(in[0]+at), v.s.At(in[0]+at+len(name)-1)
		if from < 0 || to < from {
			return 0, 0
		}
		return from, to + 1
	}
	if lo, hi = find(v.c.Span); lo < hi {
		return lo, hi
	}
	return find(v.s.Span)
}

// headIn is the token of [lo, hi) whose head lies outside.
func (v *vet) headIn(lo, hi int) int {
	for i := lo; i < hi; i++ {
		if h := v.s.Tokens[i].Head; (h < lo || h >= hi) && v.s.Tokens[i].UPOS != "PUNCT" {
			return i
		}
	}
	return lo
}

// doer reports whether who stands at token m did what the claim counts: an event of
// the claim's own words has him for its actor, the noun that is counted is his
// ("attacks by X", "X's attacks"), or he is subject or agent of its verb.
func (v *vet) doer(m int) bool {
	for k := range v.acts {
		if it := &v.acts[k]; it.Sent == v.c.Sent && it.Kind == tocsin.KindEvent && v.own(it) {
			if slices.ContainsFunc(it.Actors, func(g act.Arg) bool { return m >= g.Lo && m < g.Hi || v.s.IsUnder(m, g.Head) }) {
				return true
			}
		}
	}
	if v.noun(m) {
		return true
	}
	for i := v.c.Core[0]; i < v.c.Core[1]; i++ {
		ci := v.s.ClauseOf(i)
		if ci < 0 {
			continue
		}
		cl := &v.s.Clauses[ci]
		has := func(list []int) bool { return slices.ContainsFunc(list, func(j int) bool { return v.nominal(m, j) }) }
		if has(cl.Agent) || (!cl.Passive || v.involving(cl.Verb)) && (has(cl.Subj) || v.k.Form == tocsin.FormChange && v.withinSubject(m, cl)) && !v.telling(cl.Verb) {
			return true
		}
	}
	return false
}

// led reports what shows a doer without a tree: he stands at the head of the sentence
// or clause right before the claim, or a noun and "by" lead to him, or he is of one
// kind with those he fights ("fighting between cartels").
func (v *vet) led(lo, hi int) bool {
	first := lo
	for first > 0 && v.s.Tokens[first-1].UPOS == "DET" {
		first--
	}
	if first > 1 && (v.s.Tokens[first-1].Lower == "by" && v.s.Tokens[first-2].UPOS == "NOUN" || v.s.Tokens[first-1].Lower == "to" && v.s.LemmaIs(first-2, "victim")) {
		return true
	}
	joined := hi < len(v.s.Tokens) && v.s.Tokens[hi].Lower == "and"
	if first > 0 && v.s.Tokens[first-1].Lower == "between" && (!joined || v.k.Unit == tocsin.Events) {
		return true
	}
	if first > 0 && hi == v.c.Core[0] && v.s.Tokens[hi].UPOS == "VERB" && slices.Contains([]string{"after", "before", "when", "as", "while", "that", "since", "where", "because", "until"}, v.s.Tokens[first-1].Lower) {
		return true
	}
	for k := first; k > 0; k-- {
		if t := &v.s.Tokens[k-1]; t.UPOS != "PUNCT" && !slices.ContainsFunc(v.when, func(f when.Found) bool { return f.Sent == v.c.Sent && k-1 >= f.Lo && k-1 < f.Hi }) {
			return false
		}
	}
	return hi <= v.c.Core[0] && v.c.Core[0]-hi <= 2 && !slices.ContainsFunc(v.s.Tokens[hi:v.c.Core[0]], func(t text.Token) bool { return t.UPOS == "PUNCT" || t.Lower == "and" })
}

// own reports an item whose predicate or counted people are words of the claim.
func (v *vet) own(it *act.Item) bool {
	return v.core(it.Pred) || slices.ContainsFunc(it.Recipients, func(g act.Arg) bool { return v.core(g.Head) }) && it.Act == "assault"
}

// noun reports whether token m hangs from the claim's own words by nouns alone
// ("attacks by X", "the toll of clashes with X"), or by a participle that says whose
// they are ("events involving X", "attacks blamed on X").
func (v *vet) noun(m int) bool {
	for i, n := m, 0; i >= 0 && n < len(v.s.Tokens); i, n = v.s.Tokens[i].Head, n+1 {
		t := &v.s.Tokens[i]
		switch {
		case v.core(i):
			return true
		case t.Is("obl:unmarked") && t.Head >= 0 && v.s.Tokens[t.Head].Is("amod"): // X-linked violence
		case t.Is("advcl") && t.XPOS == "VBG" && v.s.Child(i, "mark") >= 0: // in fighting with X
		case t.Is("nmod", "compound", "nmod:poss", "conj", "appos", "amod", "flat", "nmod:desc"), t.Is("obj", "nsubj", "nsubj:pass", "advcl") && v.involving(i), t.Is("obl", "obl:agent"):
		case t.Is("acl", "acl:relcl", "case") && (v.involving(i) || v.passive(i)) && t.Head >= 0 && v.s.Tokens[t.Head].UPOS != "VERB":
		default:
			return false
		}
	}
	return false
}

// anchor reports a token on which the claim rests: the word it hangs on, what its
// number counts, its first or last word.
func (v *vet) anchor(i int) bool {
	return i == v.c.Head || i == v.c.Core[0] || i == v.c.Core[1]-1 || v.c.Num[1] > 0 && i == v.countedHead(v.numeral())
}

// involving reports that token i, or its head, is "involve": who is involved is a party.
func (v *vet) involving(i int) bool {
	return v.s.LemmaIs(i, "involve") || v.s.Tokens[i].Head >= 0 && v.s.LemmaIs(v.s.Tokens[i].Head, "involve")
}

func (v *vet) passive(i int) bool {
	c := v.s.ClauseOf(i)
	return c >= 0 && v.s.Clauses[c].Verb == i && v.s.Clauses[c].Passive
}

// nominal reports whether token m is within the noun phrase of head j.
func (v *vet) nominal(m, j int) bool {
	for i, n := m, 0; i >= 0 && n < len(v.s.Tokens); i, n = v.s.Tokens[i].Head, n+1 {
		if i == j {
			return true
		}
		if !v.s.Tokens[i].Is("compound", "amod", "flat", "nmod:desc", "conj", "nmod:poss", "nmod", "obl:unmarked") {
			return false
		}
	}
	return false
}

// telling reports the verb of somebody who says something.
func (v *vet) telling(verb int) bool {
	for k := range v.says {
		if v.says[k].Sent == v.c.Sent && v.says[k].CueTok == verb {
			return true
		}
	}
	return false
}

// located reports whether the claim's country is one where something is. An adjective
// of people or things ("two Chinese peacekeepers", "Russian-made") is no place, nor is
// a state that acts; where the report is about that country anyway, it is.
func (v *vet) located() bool {
	land, ok := v.gaz.CountryNamed(v.k.Of.Country)
	if !ok || land.ISO2 == v.country || v.country == "" {
		return true
	}
	adjective := -1
	for i := range v.s.Tokens {
		if of, ok := v.gaz.DemonymOf(v.s.Tokens[i].Text); ok && of.ISO2 == land.ISO2 {
			adjective = i
			if h := v.s.Tokens[i].Head; h > i && where.Local(v.s.Tokens[h].Lower) && v.s.Child(h, "case") >= 0 {
				return true // "in the French capital"
			}
			if h := v.s.Tokens[i].Head; h > i && h+1 < len(v.s.Tokens) && v.s.Tokens[i].Is("amod") && slices.ContainsFunc(v.where, func(f where.Found) bool {
				return f.Sent == v.c.Sent && (f.Lo == h+1 || f.Lo == h+2 && v.s.Tokens[h+1].Lower == "of")
			}) {
				return true // "the Malian town of Kita"
			}
		}
	}
	for k := range v.where {
		f := &v.where[k]
		if f.Sent != v.c.Sent {
			continue
		}
		if f.Country == land.ISO2 && (!f.Actor || v.befell(f.Hi-1)) || adjective >= f.Lo && adjective < f.Hi {
			return true
		}
		if f.Country == land.ISO2 && adjective < 0 {
			adjective = f.Lo
		}
	}
	return adjective < 0
}

// severalLands reports that the sentence names two countries: which of them is meant instead
// of the one that acts, nothing tells.
func (v *vet) severalLands() bool {
	iso := ""
	for k := range v.where {
		if f := &v.where[k]; f.Sent == v.c.Sent && f.Kind == "country" {
			if iso != "" && iso != f.Country {
				return true
			}
			iso = f.Country
		}
	}
	return false
}

// befell reports a country at token i as the subject of what it goes through: "Mali
// recorded more than 1,000 deaths".
func (v *vet) befell(i int) bool {
	t := v.s.Tokens[i]
	return strings.HasPrefix(t.Rel, "nsubj") && t.Head >= 0 && v.s.LemmaIs(t.Head, "record", "register", "see", "suffer", "experience", "witness", "lose", "have", "log", "report", "count", "endure", "bury", "mark")
}

// ground is the country in which all places of the claim's sentence lie, else the
// report's.
func (v *vet) ground() string {
	iso := ""
	for k := range v.where {
		f := &v.where[k]
		if f.Sent != v.c.Sent || f.Country == "" || f.Actor || v.comesFrom(f) {
			continue
		}
		if iso != "" && iso != f.Country {
			return ""
		}
		iso = f.Country
	}
	if iso == "" {
		iso = v.country
	}
	land, _ := v.gaz.CountryOf(iso)
	return land.Name
}

// mentionOver is the mention whose name holds token i.
func (v *vet) mentionOver(i int) (who.Mention, bool) {
	for _, k := range v.who.In(v.c.Sent) {
		if m := v.who.Mentions[k]; i >= m.NameLo && i < m.NameHi {
			return m, true
		}
	}
	return who.Mention{}, false
}
