package read

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/text"
	"tocsin/read/when"
	"tocsin/read/where"
)

// Whose a measure is: what is counted of some is no count of all, and what two countries
// went through is none of one.

// partly reports that what is counted or changes is only that of some whom the measure
// does not name: "66 incidents against aid agencies", "deaths among soldiers fell".
func (v *vet) partly() bool {
	of := v.k.Of
	if of == nil || of.Act != "assault" || v.k.Form != tocsin.FormCount && v.k.Form != tocsin.FormRate && v.k.Form != tocsin.FormChange {
		return false
	}
	var nouns []int
	if v.c.Num[1] > 0 {
		nouns = append(nouns, v.countedHead(v.numeral()))
	}
	if v.c.Moved[0] != v.c.Moved[1] {
		nouns = append(nouns, v.c.Moved[1])
	}
	for _, n := range nouns {
		if of.Measure == "events" && v.s.LemmaIs(n, "incident", "event", "case") && v.ofSome(n) {
			return true
		}
		for _, m := range v.s.Modifiers(n) {
			among := m.Case == "among" && (of.Measure == "deaths" || of.Measure == "events")
			against := m.Case == "against" && of.Measure == "events" && v.s.LemmaIs(n, "incident", "event", "case")
			if (among || against) && v.s.Tokens[m.Head].UPOS == "NOUN" && !v.amongThem(m.Head) {
				return true
			}
		}
	}
	return false
}

// amongThem reports an aside that only names some of those counted: "among them two
// police officers".
func (v *vet) amongThem(i int) bool {
	for k := i - 1; k > 0; k-- {
		if v.s.Tokens[k-1].Lower == "among" {
			return v.s.Tokens[k].UPOS == "PRON"
		}
	}
	return false
}

// bothSides reports those of two sides or countries: "300 soldiers from both sides".
func (v *vet) bothSides() bool {
	if v.k.Of == nil || v.k.Of.Country == "" || !v.doing() || v.k.Than != nil {
		return false
	}
	for i := 1; i+1 < len(v.s.Tokens); i++ {
		t := v.s.Tokens[i : i+2]
		if t[0].Lower != "both" && t[0].Lower != "two" && t[0].Lower != "either" || !v.s.LemmaIs(i+1, "side", "country", "nation", "neighbour", "neighbor") {
			continue
		}
		if c := v.s.Tokens[i-1].Lower; c != "on" && c != "from" && c != "of" && c != "the" {
			continue
		}
		if v.s.ClauseOf(i+1) == v.s.ClauseOf(v.c.Head) || v.c.Num[1] > 0 && v.s.IsUnder(i+1, v.countedHead(v.numeral())) {
			return true
		}
	}
	return false
}

// holding reports a name that is but the first half of an adjective of something else:
// the rebels of "hit a market in the rebel-held town, killing 19".
func (v *vet) holding(hi int) bool {
	t := v.s.Tokens
	if hi+1 >= len(t) || t[hi].Text != "-" || t[hi].Span[0] != t[hi-1].Span[1] || t[hi+1].Span[0] != t[hi].Span[1] {
		return false
	}
	for i := hi + 1; i >= 0; i = t[i].Head {
		if v.core(i) {
			return false // X-linked violence
		}
		if !t[i].Is("amod", "compound", "obl:unmarked", "nmod:desc", "punct") {
			return where.Local(t[i].Lower) || t[i].UPOS == "PROPN"
		}
	}
	return false
}

// ofPeriod reports the worst of a time of which the claim knows nothing: "the worst
// incident of the week" is none of the one day that is told.
func (v *vet) ofPeriod() bool {
	if v.k.Form != tocsin.FormRank {
		return false
	}
	t := v.s.Tokens
	for i := 2; i+2 < len(t); i++ {
		if t[i].Lower != "of" || t[i-2].XPOS != "JJS" && t[i-1].XPOS != "JJS" || t[i+1].UPOS != "DET" && t[i+1].UPOS != "ADJ" || !v.s.LemmaIs(i+2, "day", "week", "month", "year", "decade", "period", "quarter", "season", "war", "conflict", "campaign") {
			continue
		}
		return v.k.Window == nil || v.k.Window.Precision == "day" || v.k.Window.Precision == "unknown"
	}
	return false
}

// lieOf reports a compass superlative of the land, not of an attack: "bombs in the three
// southernmost provinces".
func (v *vet) lieOf() bool {
	if v.k.Form != tocsin.FormRank || v.k.Unit != tocsin.Bearing {
		return false
	}
	return slices.ContainsFunc(v.s.Tokens, func(t text.Token) bool {
		return strings.HasSuffix(t.Lower, "most") && t.Is("amod") && t.Head >= 0 && where.Local(v.s.Tokens[t.Head].Lemma) && v.s.Child(t.Head, "case") >= 0
	})
}

// dayBefore reports a time of the clause to which the claim's is only the day before:
// "was quiet on Thursday, a day after a clash left 28 dead".
func (v *vet) dayBefore(f *when.Found) bool {
	if f.Hi >= v.c.Core[0] {
		return false
	}
	for i := f.Hi; i < min(f.Hi+6, v.c.Core[0]); i++ {
		t := &v.s.Tokens[i]
		if (t.Lower == "after" || t.Lower == "before") && i > f.Hi && v.s.LemmaIs(i-1, "day", "week", "month", "year", "hour") {
			return true
		}
		if t.UPOS == "VERB" {
			return false
		}
	}
	return false
}

// elseNever reports a claim of none whose "never" denies something else: "never pledged to
// kill", "never admitted the attack", or none of people who bear no arms.
func (v *vet) elseNever() bool {
	if v.k.Value == nil || *v.k.Value != 0 || v.k.Unit != tocsin.Events || v.k.Form != tocsin.FormCount {
		return false
	}
	for i := range v.s.Tokens {
		if h := v.s.Tokens[i].Head; v.s.Tokens[i].Lower == "never" && h >= 0 && v.s.Tokens[h].UPOS == "VERB" && !v.fierce(h) && v.person() {
			return true
		}
		if h := v.s.Tokens[i].Head; v.s.Tokens[i].Lower == "never" && h >= 0 && v.s.LemmaIs(h, "say", "admit", "acknowledge", "pledge", "promise", "vow", "threaten", "claim", "deny", "want", "plan", "intend", "confess") {
			return true
		}
	}
	return false
}

// ofSome reports incidents of some only: "41 NGO incidents" are not all.
func (v *vet) ofSome(n int) bool {
	return slices.ContainsFunc(v.s.ChildrenBy(n, "compound", "amod"), func(i int) bool {
		t := &v.s.Tokens[i]
		return t.UPOS == "PROPN" && !v.fierce(i) && !slices.ContainsFunc(v.where, func(f where.Found) bool { return f.Sent == v.c.Sent && i >= f.Lo && i < f.Hi }) || slices.Contains([]string{"access", "humanitarian"}, t.Lower)
	})
}
