package read

import (
	"slices"

	"tocsin"
	"tocsin/read/text"
	"tocsin/read/where"
)

// What a sentence tells beside a claim without its being the claim's: where its people
// are from, what befell others, what may turn out to be the worst.

// settle takes from a claim the country that those told of are only from: "two
// peacekeepers from Tanzania were killed near Beni".
func (v *vet) settle() {
	if v.k.Of == nil || v.k.Of.Country == "" {
		return
	}
	land, ok := v.gaz.CountryNamed(v.k.Of.Country)
	from := func(f where.Found) bool { return f.Sent == v.c.Sent && f.Country == land.ISO2 && v.comesFrom(&f) }
	if !ok || land.ISO2 == v.country || !slices.ContainsFunc(v.where, from) || slices.ContainsFunc(v.where, func(f where.Found) bool {
		return f.Sent == v.c.Sent && f.Country == land.ISO2 && !v.comesFrom(&f)
	}) {
		return
	}
	v.k.Of.Country = v.ground()
}

// comesFrom reports a place that only says where those before it are from.
func (v *vet) comesFrom(f *where.Found) bool {
	t := v.s.Tokens
	h := t[f.Head].Head
	if h < 0 || !t[f.Head].Is("nmod") || f.Lo < 1 || t[f.Lo-1].Lower != "from" && f.Case != "from" {
		return false
	}
	return slices.ContainsFunc(v.who.In(v.c.Sent), func(k int) bool {
		m := v.who.Mentions[k]
		return m.Head == h && (m.Type == "person" || m.Type == "people")
	})
}

// othersNumber reports a toll whose number counts the subject of a verb of something
// else: "killing 11; seven others were taken hostage".
func (v *vet) othersNumber() bool {
	if v.k.Form != tocsin.FormCount || v.k.Unit != tocsin.Deaths || v.c.Num[0] >= v.c.Num[1] {
		return false
	}
	h := v.countedHead(v.numeral())
	return slices.ContainsFunc(v.s.Clauses, func(cl text.Clause) bool {
		return cl.Passive && cl.SubjHow == "own" && slices.Contains(cl.Subj, h) && v.s.LemmaIs(cl.Verb, spared...)
	})
}

// spared are verbs of what befalls those who live.
var spared = []string{"take", "abduct", "kidnap", "hold", "detain", "arrest", "capture", "release", "free", "rescue", "displace", "evacuate", "beat", "wound", "injure", "rape", "hospitalise", "hospitalize", "treat"}

// supposedWorst reports a first place that something would or may have: "in what would be
// the worst massacre since 2022".
func (v *vet) supposedWorst() bool {
	if v.k.Form != tocsin.FormRank {
		return false
	}
	t := v.s.Tokens
	for i := 3; i < len(t); i++ {
		if t[i].XPOS == "JJS" && t[i-1].UPOS == "DET" && t[i-2].Lemma == "be" && slices.Contains([]string{"would", "could", "may", "might"}, t[i-3].Lower) {
			return true
		}
	}
	return false
}

// becameOther reports a change that is one of kind: "the unrest grew into demands".
func (v *vet) becameOther() bool {
	if v.k.Form != tocsin.FormChange {
		return false
	}
	t := v.s.Tokens
	for i := 1; i < len(t); i++ {
		if t[i].Lower == "into" && v.s.LemmaIs(i-1, "grow", "turn", "develop", "evolve", "escalate", "spiral", "morph", "descend", "change") {
			return true
		}
	}
	return false
}
