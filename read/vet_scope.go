package read

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/text"
	"tocsin/read/when"
	"tocsin/read/where"
)

// scoped drops from the claim the places that belong to something else and reports
// whether what is left is what the sentence counts in: not the toll of one hotel for
// a whole country, not that of two countries for one.
func (v *vet) scoped() bool {
	if v.k.Form == tocsin.FormLast && v.lastPeriod() || v.natural() {
		return false
	}
	if !v.doing() && v.k.Form != tocsin.FormRank && v.k.Form != tocsin.FormShare {
		return true
	}
	if v.k.Form == tocsin.FormRank && v.oneOf() || v.k.Form == tocsin.FormShare && v.whileHalf() || v.k.Form == tocsin.FormCount && v.k.Value == nil && v.k.Than == nil {
		return false
	}
	if v.k.Form == tocsin.FormRank && len(v.k.Places) == 0 && (v.narrower() || v.namedBehind()) {
		return false // "the deadliest attack in the state"
	}
	if v.twoLands() {
		return false
	}
	if !v.doing() || v.k.Of == nil {
		return true
	}
	had := len(v.k.Places)
	v.k.Places = slices.DeleteFunc(slices.Clone(v.k.Places), func(p tocsin.Place) bool {
		f := v.found(p.Text)
		return f != nil && (v.otherClause(f) || v.andOthers(f))
	})
	if len(v.k.Places) == 0 && (had > 0 && v.land() != v.country || v.narrower()) {
		return false
	}
	return true
}

// land is the ISO2 of the claim's country, "" for none.
func (v *vet) land() string {
	if v.k.Of == nil {
		return ""
	}
	land, _ := v.gaz.CountryNamed(v.k.Of.Country)
	return land.ISO2
}

// otherClause reports a place in a clause that tells of another event, or that only
// says of which thing the claim's sentence speaks: "the statement left in X claims
// that three were killed".
func (v *vet) otherClause(f *where.Found) bool {
	if v.parted(&when.Found{Sent: f.Sent, Lo: f.Lo, Hi: f.Hi, Head: f.Head}) || v.apart(v.c.Sent, v.c.Head, f.Head) {
		return true
	}
	if i := f.Lo - 2; i > 0 && v.s.Tokens[i+1].UPOS == "ADP" && v.s.Tokens[i-1].Text == "," && slices.Contains([]string{"one", "another", "two", "some", "most", "others"}, v.s.Tokens[i].Lower) {
		return true // "two ambushes, one at X and another at Y"
	}
	if i := f.Lo - 3; i > 0 && v.s.Tokens[f.Lo-1].UPOS == "ADP" && v.s.Tokens[i].Lower == "of" && slices.Contains([]string{"them", "which", "whom", "these", "those"}, v.s.Tokens[i+1].Lower) {
		return true // "three bombings, two of them in X"
	}
	return v.aside(f.Head)
}

// aside reports a token in a clause that describes a noun and does not hold the claim:
// "rising violence in X, where 18 died on Monday".
func (v *vet) aside(tok int) bool {
	for i, n := tok, 0; i >= 0 && n < len(v.s.Tokens) && i != v.c.Head && !v.s.IsUnder(v.c.Head, i); i, n = v.s.Tokens[i].Head, n+1 {
		if h := v.s.Tokens[i].Head; h >= 0 && v.s.IsNominal(h) && !v.core(i) && (v.s.Tokens[i].Is("acl:relcl") || v.s.Tokens[i].Is("acl") && !v.s.IsUnder(i, v.c.Head) && !v.s.IsUnder(v.c.Head, h)) {
			return true
		}
	}
	return false
}

// andOthers reports a place that is one of several, of which the claim lacks some.
func (v *vet) andOthers(f *where.Found) bool {
	return slices.ContainsFunc(v.joined(f.Head), func(i int) bool {
		if v.s.Tokens[i].UPOS != "PROPN" || v.timeAt(i) {
			return false
		}
		return !slices.ContainsFunc(v.k.Places, func(p tocsin.Place) bool {
			g := v.found(p.Text)
			return g != nil && i >= g.Lo && i < g.Hi
		})
	})
}

// joined lists the tokens coordinated with token i, itself left out.
func (v *vet) joined(i int) []int {
	first := i
	for n := 0; v.s.Tokens[first].Is("conj") && v.s.Tokens[first].Head >= 0 && n < 8; n++ {
		first = v.s.Tokens[first].Head
	}
	all := []int{first}
	for k := 0; k < len(all) && k < 20; k++ {
		all = append(all, v.s.ChildrenBy(all[k], "conj")...)
	}
	return slices.DeleteFunc(all, func(k int) bool { return k == i || !v.andBetween(min(i, k), max(i, k)) })
}

// andBetween reports a word or comma that joins two tokens: without one the tree is wrong.
func (v *vet) andBetween(a, b int) bool {
	return slices.ContainsFunc(v.s.Tokens[a:b+1], func(t text.Token) bool {
		return t.UPOS == "CCONJ" || t.UPOS == "PUNCT" && t.Text != "-" || t.Lower == "versus" || t.Lower == "with" || t.Lower == "as"
	})
}

// half reports actors that did it together with others whom the claim does not name:
// "fighters and allied militias", "fighting between X and a rival faction".
func (v *vet) half(names []string) bool {
	var spans [][2]int
	for _, name := range names {
		lo, hi := v.tokensOf(name)
		spans = append(spans, [2]int{lo, hi})
	}
	for _, r := range spans {
		if v.allied(r[0]) || slices.ContainsFunc(v.joined(v.bearer(v.headIn(r[0], r[1]))), func(i int) bool {
			return v.s.IsNominal(i) && !v.foe(i) && !slices.ContainsFunc(spans, func(o [2]int) bool { return i >= o[0] && i < o[1] })
		}) {
			return true
		}
	}
	return false
}

// bearer is the noun before which a name stands: the fighters of "Wagner fighters".
func (v *vet) bearer(i int) int {
	for n := 0; n < 4 && v.s.Tokens[i].Is("compound", "amod", "nmod:desc") && v.s.Tokens[i].Head > i; n++ {
		i = v.s.Tokens[i].Head
	}
	return i
}

// allied reports that a noun and "and" lead to the name at token lo over what the tree
// takes for a verb: "fighters and allied militias killed".
func (v *vet) allied(lo int) bool {
	t, first := v.s.Tokens, lo
	for first > 1 && (t[first-1].UPOS == "ADJ" || t[first-1].UPOS == "VERB" && t[first-2].UPOS == "CCONJ") {
		first--
	}
	if first == lo || first < 2 || t[first-1].UPOS != "CCONJ" || t[first-2].UPOS != "NOUN" && t[first-2].UPOS != "PROPN" {
		return false
	}
	for k := first - 2; k >= 0 && t[k].Text != "," && t[k].UPOS != "SCONJ"; k-- {
		if t[k].Finite() {
			return false // another clause
		}
	}
	return true
}

// foe reports a state that fights one who is named, "between X and the government":
// where a state fights, the other alone is enough to know the war by.
func (v *vet) foe(i int) bool {
	return slices.ContainsFunc(v.s.Tokens, func(t text.Token) bool { return t.Lower == "between" }) &&
		(v.s.LemmaIs(i, "government", "state", "force", "troop", "army", "military", "police", "soldier", "opponent") || v.s.Tokens[i].UPOS == "PROPN")
}

// twoLands reports a claim of one country where its sentence joins it to another:
// "along the border of Armenia and Azerbaijan".
func (v *vet) twoLands() bool {
	iso := v.land()
	if iso == "" {
		return false
	}
	country := func(i int) string {
		for k := range v.where {
			if f := &v.where[k]; f.Sent == v.c.Sent && f.Kind == "country" && i >= f.Lo && i < f.Hi {
				return f.Country
			}
		}
		return ""
	}
	for k := range v.where {
		f := &v.where[k]
		if f.Sent != v.c.Sent || f.Kind != "country" || f.Country != iso || f.Actor {
			continue
		}
		if slices.ContainsFunc(v.joined(f.Head), func(i int) bool { c := country(i); return c != "" && c != iso }) {
			return true
		}
	}
	return false
}

// lastPeriod reports a "last" that is part of a time: "last month's attacks".
func (v *vet) lastPeriod() bool {
	for i := v.c.Core[0]; i+2 < v.c.Core[1]; i++ {
		if w := v.s.Tokens[i+2].Lower; v.s.Tokens[i].Lower == "last" && (w == "'s" || w == "’s") {
			return true
		}
	}
	return false
}

// accidents are what people die of whom nobody killed.
var accidents = strings.Fields("disaster earthquake quake flood flooding storm cyclone hurricane typhoon tornado tsunami landslide mudslide avalanche crash accident collision derailment capsizing shipwreck outbreak epidemic pandemic virus disease illness cholera ebola measles malaria coronavirus covid-19 famine drought starvation malnutrition stampede heatwave heat")

// natural reports a toll that is said to be that of an accident or an illness.
func (v *vet) natural() bool {
	if v.k.Of == nil || !strings.Contains(v.k.Of.Measure, "deaths") {
		return false
	}
	for i := range v.s.Tokens {
		if !v.s.LemmaIs(i, accidents...) {
			continue
		}
		c := v.s.Child(i, "case")
		if c >= 0 && slices.Contains([]string{"in", "from", "of", "by", "during", "after"}, v.s.Tokens[c].Lower) && (v.s.IsUnder(i, v.c.Head) || v.s.ClauseOf(i) == v.s.ClauseOf(v.c.Head)) {
			return true
		}
		if v.s.Tokens[i].Is("compound") && v.s.LemmaIs(v.s.Tokens[i].Head, deathNouns...) || v.s.Tokens[i].Is("nsubj") && v.s.ClauseOf(i) == v.s.ClauseOf(v.c.Head) {
			return true
		}
	}
	return false
}

// narrower reports that what is counted was in a place of which the claim knows no
// name: "in the district", "in the Serena Hotel".
func (v *vet) narrower() bool {
	for i := range v.s.Tokens {
		t := &v.s.Tokens[i]
		c := v.s.Child(i, "case")
		if c < 0 || t.Head < 0 || !slices.Contains([]string{"in", "at", "inside"}, v.s.Tokens[c].Lower) || t.Lower == "capital" || !where.Local(t.Lower) || v.timeAt(i) || v.named(i) {
			continue
		}
		if d := v.s.Child(i, "det"); d >= 0 && (v.s.Tokens[d].Lower == "a" || v.s.Tokens[d].Lower == "an") || v.k.Window != nil && v.k.Window.Precision == "day" && v.k.Window.Open == "none" {
			continue // one event of one day
		}
		if v.core(t.Head) || v.k.Form == tocsin.FormRank && t.Head == v.s.Tokens[v.c.Head].Head || v.c.Num[1] > 0 && t.Head == v.countedHead(v.numeral()) {
			return true
		}
	}
	return false
}

// namedBehind reports a place behind the claim's own words that is no country, of which
// the claim tells nothing: "the deadliest attack in the Mopti region".
func (v *vet) namedBehind() bool {
	return slices.ContainsFunc(v.where, func(f where.Found) bool {
		return f.Sent == v.c.Sent && f.Kind != "country" && f.Lo >= v.c.Core[1]-1 && f.Lo <= v.c.Core[1]+3
	})
}

// oneOf reports a rank that is shared: "one of the worst massacres".
func (v *vet) oneOf() bool {
	for i := max(v.c.Core[0]-4, 0); i <= v.c.Core[0]; i++ {
		if w := v.s.Tokens[i].Lower; w == "among" || w == "one" && i+1 < len(v.s.Tokens) && v.s.Tokens[i+1].Lower == "of" {
			return true
		}
	}
	return false
}

// whileHalf reports a share that is one of a time: "within half an hour".
func (v *vet) whileHalf() bool {
	for i := v.c.Core[0]; i+1 < v.c.Core[1]; i++ {
		if w := v.s.Tokens[i+1].Lower; v.s.Tokens[i].Lower == "half" && (w == "an" || w == "a") {
			return true
		}
	}
	return false
}

// ongoing reports that the sentence tells how long something has lasted, so that the
// day it names is not that of all who were counted: "entered a third day on Monday".
func (v *vet) ongoing() bool {
	for i := 1; i < v.c.Core[0]; i++ {
		t := &v.s.Tokens[i]
		if (t.Lemma == "day" || t.Lemma == "week" || t.Lemma == "month") && v.s.Tokens[i-1].UPOS == "ADJ" && strings.HasSuffix(v.s.Tokens[i-1].Lower, "th") || t.Lemma == "day" && slices.Contains([]string{"second", "third"}, v.s.Tokens[i-1].Lower) {
			return true
		}
	}
	return false
}

// fromThen reports the first of two times of a change: "rose from 6 in 2018 to 26 in
// 2022" is no change of 2018.
func (v *vet) fromThen(f *when.Found) bool {
	num, from := false, false
	for i := v.c.Core[0]; i < f.Lo; i++ {
		from = from || v.s.Tokens[i].Lower == "from"
		num = num || from && v.s.Tokens[i].UPOS == "NUM"
	}
	if !num {
		return false
	}
	return slices.ContainsFunc(v.s.Tokens[f.Hi:min(f.Hi+5, len(v.s.Tokens))], func(t text.Token) bool { return t.Lower == "to" })
}

// otherDeed reports a time of a verb that only mentions what is counted, in a phrase
// with a preposition: "was sentenced on Wednesday for the killing of 171 people".
func (v *vet) otherDeed(f *when.Found) bool {
	verb := v.s.Tokens[f.Head].Head
	if verb < 0 || v.s.Tokens[verb].UPOS != "VERB" || v.core(verb) || v.s.LemmaIs(verb, "result", "lead", "account", "make") || v.s.LemmaIs(verb, killing...) || v.s.LemmaIs(verb, dying...) || v.s.LemmaIs(verb, harming...) {
		return false
	}
	below := v.c.Head
	for n := 0; v.s.Tokens[below].Head != verb; n++ {
		if c := v.s.Child(below, "case"); c >= 0 && slices.Contains(orders, v.s.Tokens[c].Lower) {
			return true // "on Thursday, a day after a clash"
		}
		if below = v.s.Tokens[below].Head; below < 0 || n > len(v.s.Tokens) || v.s.Tokens[below].UPOS == "VERB" {
			return false
		}
	}
	c := v.s.Child(below, "case")
	if v.s.Tokens[below].Is("obl") && c >= 0 && (c+1 < v.c.Num[0] || c >= v.c.Num[1]) && slices.Contains([]string{"for", "over", "about", "against", "despite", "after"}, v.s.Tokens[c].Lower) {
		return true
	}
	return false
}
