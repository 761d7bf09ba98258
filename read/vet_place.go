package read

import (
	"slices"

	"tocsin"
	"tocsin/read/text"
	"tocsin/read/where"
)

// Verbs that say where something is.
var lying = []string{"lie", "locate", "situate", "stand", "sit", "hold"}

// lies reports whether the tree and the gazetteer let a place lie where the claim
// puts it: what is told of is the place before the words, in their clause or without
// a verb between, and no country lies within another.
func (v *vet) lies() bool {
	if v.k.Form != tocsin.FormDistance && v.k.Form != tocsin.FormDirection && v.k.Form != tocsin.FormWithin || len(v.k.Places) < 2 {
		return true
	}
	x, y := v.found(v.k.Places[0].Text), v.found(v.k.Places[1].Text)
	lo, hi := v.tokensOf(v.k.Places[0].Text)
	if lo > 1 && lo < hi && v.k.Form == tocsin.FormWithin && v.s.Tokens[lo-1].Lower == "of" && lo > 2 && v.s.Tokens[lo-2].Text != v.s.Tokens[lo-2].Lower && !where.Local(v.s.Tokens[lo-2].Lower) {
		return false // "the Indigenous People of Biafra in Nigeria"
	}
	if x == nil && lo < hi && v.k.Form == tocsin.FormWithin {
		if m, ok := v.mentionOver(v.headIn(lo, hi)); ok && m.Type == "person" && hi < len(v.s.Tokens) && v.s.Tokens[hi].Text != "," {
			return false // "the deaths of Alton Sterling in Louisiana"
		}
	}
	if x == nil || y == nil {
		return true
	}
	if v.k.Form == tocsin.FormWithin {
		if m, ok := v.mentionOver(x.Lo); ok && m.Type == "person" && x.Kind == "unknown" && x.Hi < len(v.s.Tokens) && v.s.Tokens[x.Hi].Text != "," {
			return false
		}
		return x.Kind != "country" || y.Kind != "country" && !x.Actor
	}
	if x.Hi > v.c.Core[0] || y.Lo < v.c.Core[0] {
		return true
	}
	if v.another(x.Hi, v.c.Core[0]) {
		return false
	}
	return v.s.ClauseOf(x.Head) == v.s.ClauseOf(v.c.Head) || !slices.ContainsFunc(v.s.Tokens[x.Hi:v.c.Core[0]], func(t text.Token) bool {
		return t.UPOS == "VERB" && !slices.Contains(lying, t.Lemma)
	})
}

// another reports something else that lies there, right before the comma: "in Djugu
// territory, gunmen attacked the site of X, 6 km from Y".
func (v *vet) another(lo, hi int) bool {
	if hi-2 < lo || v.s.Tokens[hi-1].Text != "," || !v.s.IsNominal(hi-2) {
		return false
	}
	return slices.ContainsFunc(v.s.Tokens[lo:hi-1], func(t text.Token) bool { return t.UPOS == "VERB" && !slices.Contains(lying, t.Lemma) })
}

// found is the place of the sentence that the claim writes so.
func (v *vet) found(name string) *where.Found {
	for k := range v.where {
		if f := &v.where[k]; f.Sent == v.c.Sent && f.Place.Text == name {
			return f
		}
	}
	return nil
}
