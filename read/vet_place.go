package read

import (
	"slices"

	"tocsin"
	"tocsin/read/text"
	"tocsin/read/where"
)

// Verbs that say where something is.
var lying = []string{"lie", "locate", "situate", "stand", "sit", "hold", "find"}

// lies reports whether the tree and the gazetteer let a place lie where the claim
// puts it: what is told of is the place before the words, in their clause or without
// a verb between, and no country lies within another.
func (v *vet) lies() bool {
	if v.k.Form != tocsin.FormDistance && v.k.Form != tocsin.FormDirection && v.k.Form != tocsin.FormWithin || len(v.k.Places) < 2 {
		return true
	}
	x, y := v.found(v.k.Places[0].Text), v.found(v.k.Places[1].Text)
	lo, hi := v.tokensOf(v.k.Places[0].Text)
	if v.k.Form != tocsin.FormWithin && lo < hi && hi <= v.c.Core[0] && !v.glossed(hi, v.c.Core[0]) {
		return false
	}
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
		if x.Kind == "unknown" && x.Case == "" && x.Lo > 0 && v.s.Tokens[x.Lo-1].UPOS == "CCONJ" && v.s.Tokens[x.Hi].Text != "," {
			return false // "the deaths of Alton Sterling in Louisiana and Philando Castile in Minnesota"
		}
		if n := x.Hi; y.Hi <= x.Lo && n < len(v.s.Tokens) && v.s.Tokens[n].UPOS == "NOUN" && !where.Local(v.s.Tokens[n].Lower) {
			return false // "China's South China Sea claims"
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

// glossed reports that the words from token lo to hi let what follows be said of the
// place before them: it lies so, or a comma or "a town some" is all there is between.
// Another name, or what is there ("on the highway south-east of X"), takes it for itself.
func (v *vet) glossed(lo, hi int) bool {
	if at, end := v.tokensOf(v.k.Places[1].Text); at < end && end <= hi || slices.ContainsFunc(v.s.Tokens[lo:v.c.Core[1]], func(t text.Token) bool {
		return t.Lemma == "be" || slices.Contains(lying, t.Lemma)
	}) {
		return true
	}
	if v.found(v.k.Places[0].Text) == nil && v.s.Tokens[lo].UPOS != "PUNCT" {
		return false // "a settlement of Meiteis some 50 km south of X"
	}
	for i := lo; i < hi; i++ {
		t := &v.s.Tokens[i]
		if v.container(i) {
			continue // "in the Ségou region of Mali"
		}
		switch t.UPOS {
		case "PROPN", "CCONJ":
			return false
		case "NOUN":
			if !where.Local(t.Lower) && !length(t.Lower) || length(t.Lower) && i+4 < hi {
				return false
			}
			for k := i - 1; k >= lo && !length(t.Lower); k-- {
				if v.s.Tokens[k].UPOS == "ADP" {
					return false
				}
			}
		case "VERB":
			return false
		}
	}
	return true
}

// container reports a token in the name of a country or a part of one.
func (v *vet) container(i int) bool {
	return slices.ContainsFunc(v.where, func(f where.Found) bool {
		return f.Sent == v.c.Sent && i >= f.Lo && i < f.Hi && (f.Kind == "country" || f.Kind == "admin" || f.Kind == "region")
	})
}

// length reports a unit of length that is written out or not.
func length(w string) bool {
	u, ok := tocsin.ParseUnit(w)
	return ok && u.Dimension() == "length"
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
