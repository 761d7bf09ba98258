package read

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/text"
)

// What the tree must bear out besides: the number is of the dead and of all of them, the
// doer strikes and is no teller, the change has come, and the share is of what is measured.

// unborneClaim reports a claim of whose number, change or share the words say otherwise.
func (v *vet) unborneClaim() bool {
	switch v.k.Form {
	case tocsin.FormCount:
		return v.ofHarmed() || v.withOneMore() || v.theirToll()
	case tocsin.FormRate:
		return v.ofHarmed() || v.withOneMore() || v.dayApart()
	case tocsin.FormChange:
		return v.foretold() || v.crowd()
	case tocsin.FormShare, tocsin.FormRank:
		return v.ofThem()
	case tocsin.FormWithin:
		return v.byAdjective()
	}
	return false
}

// deadly reports a claim that counts deaths.
func (v *vet) deadly() bool {
	return v.k.Unit == tocsin.Deaths || v.k.Unit == tocsin.DeathsPerDay || v.k.Unit == tocsin.DeathsPerMonth || v.k.Unit == tocsin.DeathsPerYear
}

// ofHarmed reports a number of those hurt: "killing the driver and injuring six women".
func (v *vet) ofHarmed() bool {
	k := v.c.Num[0] - 1
	for k > 0 && slices.Contains([]string{"at", "least", "most", "about", "around", "some", "another", "nearly", "almost", "than", "more", "over", "up", "to", "the"}, v.s.Tokens[k].Lower) {
		k--
	}
	return v.deadly() && v.c.Num[1] > v.c.Num[0] && k >= 0 && v.s.Tokens[k].UPOS == "VERB" && v.s.LemmaIs(k, harming...)
}

// withOneMore reports a number to which a single one is joined: "two men and a woman".
func (v *vet) withOneMore() bool {
	if !v.deadly() || v.c.Num[1] == v.c.Num[0] || v.k.Op != "=" || v.k.Of == nil || strings.Contains(v.k.Of.Measure, "deaths of ") {
		return false
	}
	return slices.ContainsFunc(v.s.ChildrenBy(v.countedHead(v.numeral()), "conj"), func(i int) bool {
		d := v.s.Child(i, "det", "nummod", "nmod:poss")
		return v.s.IsNominal(i) && d >= 0 && v.s.Tokens[d].Lower != "the"
	})
}

// theirToll reports the toll of one side: "bringing their military death toll to 710".
func (v *vet) theirToll() bool {
	if !v.deadly() || v.c.Num[1] == v.c.Num[0] {
		return false
	}
	for i := max(v.c.Num[0]-5, 0); i < v.c.Num[0]; i++ {
		if v.s.Tokens[i].Lemma == "toll" {
			p := v.s.Child(i, "nmod:poss")
			return p >= 0 && v.s.Tokens[p].UPOS == "PRON"
		}
	}
	return false
}

// dayApart reports "a day" that only says how long after something else: "on Friday, a day
// after at least 35 were killed".
func (v *vet) dayApart() bool {
	t := v.s.Tokens
	for i := 1; i+1 < len(t); i++ {
		if v.s.LemmaIs(i, "day", "week", "month", "year") && slices.Contains([]string{"a", "one"}, t[i-1].Lower) && slices.Contains([]string{"after", "before", "earlier", "later", "ago"}, t[i+1].Lower) {
			return true
		}
	}
	return false
}

// foretold reports a change that is only to come: "attacks are expected to increase".
func (v *vet) foretold() bool {
	for i := v.c.Core[0]; i < v.c.Core[1]; i++ {
		h := v.s.Tokens[i].Head
		if m := v.s.Child(i, "mark"); m < 0 || v.s.Tokens[m].Lower != "to" || h < 0 || !v.s.Tokens[i].Is("xcomp", "ccomp", "advcl") {
			continue
		}
		if !v.s.LemmaIs(h, "continue", "begin", "start", "appear", "seem", "tend", "come", "use", "say", "report", "believe", "know", "find", "estimate", "think") {
			return true
		}
	}
	return false
}

// crowd reports people who move, where nothing grows: "the crowd surged".
func (v *vet) crowd() bool {
	return v.k.Of == nil && slices.ContainsFunc(v.s.Clauses, func(c text.Clause) bool {
		if v.core(c.Verb) && slices.ContainsFunc(c.Obl, func(o text.Oblique) bool {
			return slices.Contains([]string{"over", "through", "past", "toward", "towards", "onto", "across", "forward"}, o.Case)
		}) && len(c.Obj) == 0 && v.s.LemmaIs(c.Verb, "surge", "pour", "swell", "spread") {
			return true
		}
		return v.core(c.Verb) && slices.ContainsFunc(c.Subj, func(i int) bool {
			m, ok := v.mentionAt(v.c.Sent, i)
			return v.core(i) && ok && (m.Type == "people" || m.Type == "group")
		})
	})
}

// ofThem reports the greater part of people named before, which is no share of attacks and
// makes nothing the first: "74 were killed, most of them in attacks by X".
func (v *vet) ofThem() bool {
	t := v.s.Tokens
	for i := v.c.Core[0]; i+2 < min(v.c.Core[1]+3, len(t)); i++ {
		if t[i+1].Lower != "of" || !slices.Contains([]string{"them", "whom", "these", "those"}, t[i+2].Lower) || t[i].Lower != "most" && t[i].Lower != "half" && t[i].Lower != "majority" && t[i].UPOS != "NUM" {
			continue
		}
		return v.k.Form == tocsin.FormRank || v.k.Of != nil && !strings.Contains(v.k.Of.Measure, "death")
	}
	return false
}

// byAdjective reports a place that lies within a country only by the adjective before it:
// "the Turkish city of X" claims nothing.
func (v *vet) byAdjective() bool {
	if len(v.k.Places) < 2 {
		return false
	}
	first, _, _ := strings.Cut(v.k.Places[1].Text, " ")
	return !slices.ContainsFunc(v.s.Tokens, func(t text.Token) bool { return strings.HasPrefix(first, t.Text) })
}

// withinSubject reports that token m stands between the head of the clause's subject and the
// first verb behind it: "the two groups, the X (XY) and Y, have been growing and speeding up".
func (v *vet) withinSubject(m int, cl *text.Clause) bool {
	return slices.ContainsFunc(cl.Subj, func(j int) bool {
		return j < m && m < cl.Verb && !slices.ContainsFunc(v.s.Clauses, func(c text.Clause) bool { return c.Verb > j && c.Verb < m })
	})
}

// hitsMine reports those at token m who suffer by what they strike: a patrol that hits a mine.
func (v *vet) hitsMine(m int) bool {
	return slices.ContainsFunc(v.s.Clauses, func(c text.Clause) bool {
		return slices.ContainsFunc(c.Subj, func(j int) bool { return v.nominal(m, j) }) && v.s.LemmaIs(c.Verb, "hit", "strike", "trigger", "detonate", "run") &&
			slices.ContainsFunc(c.Obj, func(o int) bool {
				return v.s.LemmaIs(o, "mine", "landmine", "ied", "device", "explosive", "bomb", "ordnance")
			})
	})
}

// saysIt reports that who stands at tokens [lo,hi) is one of those who tell something in
// the sentence: "police and medics said".
func (v *vet) saysIt(lo, hi int) bool {
	for k := range v.says {
		p := &v.says[k]
		if p.Sent != v.c.Sent || p.Class == "attitude" || p.SourceHead < 0 {
			continue
		}
		if c := v.s.ClauseOf(p.CueTok); c >= 0 && slices.ContainsFunc(v.s.Clauses[c].Subj, func(i int) bool { return i >= lo && i < hi }) {
			return true
		}
		if p.SourceHead >= lo && p.SourceHead < hi || v.s.IsUnder(v.headIn(lo, hi), p.SourceHead) {
			return true
		}
	}
	return false
}

// partOfPhrase reports a word that only opens the name of something: "the Air strikes", or
// stands inside a longer one behind "for": "the Cooperative for the Development of X".
func (v *vet) partOfPhrase(lo, hi int) bool {
	t := v.s.Tokens
	k := lo
	for k > 0 && t[k-1].UPOS == "DET" {
		k--
	}
	if k > 1 && (t[k-1].Lower == "for" && t[k-2].UPOS == "PROPN" || t[k-1].Lower == "be") {
		return true // "armed youths believed to be X"
	}
	if lo > 0 && t[lo-1].Text != "." && t[lo-1].Text != ":" || hi != lo+1 || hi >= len(t) {
		return false
	}
	m, ok := v.mentionOver(lo)
	upper := strings.ToUpper(t[lo].Text) == t[lo].Text
	return ok && m.ID == "" && !upper && t[hi].Text == t[hi].Lower && (t[lo].Is("compound", "amod") || v.s.LemmaIs(hi, attacks...)) && strings.Count(v.doc.Text, " "+t[lo].Text+" ") <= 1
}

// whereabouts reports a form that says where something is.
func (v *vet) whereabouts() bool {
	return v.k.Form == tocsin.FormDistance || v.k.Form == tocsin.FormDirection
}

// ofPhrase reports a claim one of whose actors is no name.
func (v *vet) ofPhrase() bool {
	return slices.ContainsFunc(splitActors(v.k.Of.Actor), func(name string) bool {
		lo, hi := v.tokensOf(name)
		return lo < hi && v.partOfPhrase(lo, hi)
	})
}

// tellsOne reports a pair of sides of whom one only tells of it.
func (v *vet) tellsOne(pair string) bool {
	return slices.ContainsFunc(strings.Split(pair, " against "), func(name string) bool {
		lo, hi := v.tokensOf(name)
		return lo < hi && v.saysIt(lo, hi)
	})
}

// toldSide reports a claim of two sides one of whom only tells of it: "gunmen killed 16, police
// said" is none of gunmen against police.
func (v *vet) toldSide() bool {
	return v.k.Of != nil && slices.ContainsFunc(splitActors(v.k.Of.Actor), func(name string) bool {
		return strings.Contains(name, " against ") && v.tellsOne(name)
	})
}
