package read

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/text"
	"tocsin/read/when"
)

// Verbs whose object or passive subject is killed, those whose subject dies, those
// that take lives, and nouns that count the dead.
var (
	killing    = strings.Fields("kill massacre massacr slaughter slay murder execute assassinate behead butcher gun shoot lynch bomb burn")
	dying      = strings.Fields("die perish fall meet lose succumb drown")
	taking     = strings.Fields("leave claim cost take lose end")
	deathNouns = strings.Fields("death fatality killing massacre murder execution slaughter assassination loss dead toll casualty victim life")
	harming    = strings.Fields("wound wounded injure injured hurt maim disappear disappeared miss missing displace displaced")
)

// numbered reports whether the number of a count is that of what is done or
// suffered; a claim without one has nothing to show.
func (v *vet) numbered() bool {
	lo, hi := v.c.Num[0], v.c.Num[1]
	if lo >= hi {
		return true
	}
	n := v.numeral()
	if _, named := v.mentionOver(n); named && v.s.Tokens[n].UPOS == "PROPN" || v.dated(n) || v.age(n) {
		return false
	}
	h := v.countedHead(n)
	if v.k.Op == "=" && slices.ContainsFunc(v.s.ChildrenBy(h, "amod", "det", "advmod"), func(i int) bool {
		return slices.Contains([]string{"other", "others", "another", "more", "further", "additional"}, v.s.Tokens[i].Lower) && (i > n || v.s.Tokens[i].Lower == "another")
	}) {
		v.k.Op = ">=" // besides those told of before
	}
	if slices.ContainsFunc(v.s.ChildrenBy(h, "amod", "det"), func(i int) bool { return v.s.Tokens[i].Lower == "such" || v.s.Tokens[i].Lower == "similar" }) {
		return false // "72 such attacks": of which kind is told elsewhere
	}
	if v.k.Unit != tocsin.Deaths && v.k.Unit != tocsin.DeathsPerDay && v.k.Unit != tocsin.DeathsPerMonth && v.k.Unit != tocsin.DeathsPerYear {
		return v.events(n, h)
	}
	return (v.said(n) || v.suffered(n, h)) && !v.joint()
}

// numeral is the number proper: the last figure or numeral of the tokens.
func (v *vet) numeral() int {
	for i := v.c.Num[1] - 1; i >= v.c.Num[0]; i-- {
		if t := v.s.Tokens[i]; t.UPOS == "NUM" || t.UPOS == "NOUN" {
			return i
		}
	}
	return v.c.Num[1] - 1
}

// dated reports a number that belongs to a time: "the 2004 deaths".
func (v *vet) dated(n int) bool {
	x := *v.k.Value
	if x >= 1900 && x < 2100 && len(v.s.Tokens[n].Text) == 4 && v.c.Num[1]-v.c.Num[0] == 1 && n > 0 && v.s.Tokens[n-1].UPOS == "DET" {
		return true
	}
	return slices.ContainsFunc(v.when, func(f when.Found) bool { return f.Sent == v.c.Sent && n >= f.Lo && n < f.Hi })
}

// age reports a bare number between commas: "Musa, 26, was shot dead".
func (v *vet) age(n int) bool {
	return n > 0 && n+1 < len(v.s.Tokens) && v.s.Tokens[n-1].Text == "," && v.s.Tokens[n+1].Text == "," && v.c.Num[1]-v.c.Num[0] == 1
}

// countedHead is what the number counts: the noun it modifies, or itself.
func (v *vet) countedHead(n int) int {
	h := n
	for k := 0; k < 6 && v.s.Tokens[h].Is("nummod", "det", "compound", "nmod:desc", "advmod", "amod") && v.s.Tokens[h].Head >= 0 && v.s.IsNominal(v.s.Tokens[h].Head); k++ {
		h = v.s.Tokens[h].Head
	}
	return h
}

// events reports whether the number modifies the claim's own noun, or stands in the
// clause of which that noun is the subject.
func (v *vet) events(n, h int) bool {
	if h != n && v.core(h) {
		return true
	}
	for _, m := range v.s.Modifiers(h) {
		if v.core(m.Head) && m.Case == "of" {
			return true // hundreds of attacks
		}
	}
	for k := v.c.Num[1]; k < v.c.Core[1] && v.s.Tokens[k].Is("amod", "compound", "obj"); k++ {
		if k == v.c.Core[1]-1 {
			return true // over 300 recorded incidents
		}
	}
	first := v.c.Core[0]
	return first < v.c.Num[0] && v.s.ClauseOf(first) == v.s.ClauseOf(n)
}

// said reports the plainest orders of words, for which no tree is needed: "killed 20
// people", "20 people were killed", "20 people dead", "claimed 20 lives".
func (v *vet) said(n int) bool {
	s := v.s
	before := v.c.Num[0] - 1
	if before >= 0 && s.LemmaIs(before, killing...) {
		return true
	}
	if before >= 0 && s.LemmaIs(before, taking...) && slices.ContainsFunc(s.Tokens[v.c.Num[1]:min(v.c.Num[1]+5, len(s.Tokens))], func(t text.Token) bool { return t.Lower == "lives" || t.Lower == "life" }) {
		return true
	}
	k := v.c.Num[1]
	for k < len(s.Tokens) && (s.Tokens[k].UPOS == "ADJ" || s.Tokens[k].UPOS == "NOUN" || s.Tokens[k].UPOS == "PROPN") && s.Tokens[k].Lower != "dead" {
		k++
	}
	if k < len(s.Tokens) && s.Tokens[k].Lower == "dead" {
		h := v.countedHead(n)
		return !s.Tokens[h].Is("obl") || s.LemmaIs(max(s.Tokens[h].Head, 0), "put", "leave", "of") // not "tallies start at 110 dead"
	}
	for k < len(s.Tokens) && (s.Tokens[k].UPOS == "AUX" || s.Tokens[k].UPOS == "ADV" || v.k.Form == tocsin.FormRate && !s.Tokens[k].Is("punct") && k < v.c.Num[1]+4 && s.Tokens[k].UPOS != "VERB") {
		k++
	}
	return k < len(s.Tokens) && (s.LemmaIs(k, killing...) || s.LemmaIs(k, dying...)) && (!s.LemmaIs(k, "lose") || v.fatal())
}

// suffered reports whether those whom the number counts are said to be killed or to
// die, or whether it is the number of a noun for the dead.
func (v *vet) suffered(n, h int) bool {
	s := v.s
	of := []int{h}
	for i := h; s.Tokens[i].Is("conj", "appos") && s.Tokens[i].Head >= 0 && len(of) < 8; {
		i = s.Tokens[i].Head
		of = append(of, i)
	}
	for _, m := range s.Modifiers(h) {
		of = append(of, m.Head) // thousands of dead
	}
	for _, i := range of {
		if s.LemmaIs(i, deathNouns...) && (!s.LemmaIs(i, "life") || s.LemmaIs(v.verbOver(i), taking...)) {
			return true
		}
		if up := s.Tokens[i].Head; up >= 0 && (s.LemmaIs(up, deathNouns...) && s.Tokens[i].Is("nmod") || s.LemmaIs(up, killing...) && (s.Tokens[i].Is("nummod", "advmod", "nsubj", "nsubj:pass"))) {
			return true
		}
	}
	in := func(list []int) bool {
		return slices.ContainsFunc(of, func(i int) bool { return slices.Contains(list, i) })
	}
	for c := range s.Clauses {
		cl := &s.Clauses[c]
		switch {
		case in(cl.Obj) && s.LemmaIs(cl.Verb, killing...), (in(cl.Obj) || in(cl.IObj)) && s.LemmaIs(cl.Verb, taking...) && v.fatal():
			return true
		case in(cl.Subj) && (cl.Passive && s.LemmaIs(cl.Verb, killing...) || s.LemmaIs(cl.Verb, dying...) || s.Tokens[cl.Verb].Lower == "dead"):
			return true
		}
	}
	return v.toll(n)
}

// fatal reports a word of death among the claim's own.
func (v *vet) fatal() bool {
	for i := v.c.Core[0]; i < min(v.c.Core[1]+3, len(v.s.Tokens)); i++ {
		if v.s.LemmaIs(i, deathNouns...) || v.s.Tokens[i].Lower == "dead" {
			return true
		}
	}
	return false
}

// toll reports a noun for the dead before the number, in the clause that gives it:
// "the toll reached 300", "the number of people killed rose to 300".
func (v *vet) toll(n int) bool {
	if v.ownVerb(n) {
		return false
	}
	for i := v.c.Core[0]; i < n; i++ {
		if (v.s.LemmaIs(i, deathNouns...) || v.s.LemmaIs(i, killing...)) && (v.s.IsUnder(n, i) || v.s.ClauseOf(i) == v.s.ClauseOf(n) || v.s.IsUnder(i, v.verbOver(n))) {
			return true
		}
	}
	return false
}

// ownVerb reports that what the number counts is the subject of a verb after a word of
// death: "300 were killed, and up to 400,000 people fled".
func (v *vet) ownVerb(n int) bool {
	h := v.countedHead(n)
	return slices.ContainsFunc(v.s.Clauses, func(cl text.Clause) bool {
		return slices.Contains(cl.Subj, h) && cl.SubjHow == "own" && cl.Verb > n && v.s.Tokens[cl.Verb].UPOS == "VERB"
	})
}

// verbOver is the predicate of the clause that holds token i, -1 for none.
func (v *vet) verbOver(i int) int {
	if c := v.s.ClauseOf(i); c >= 0 {
		return v.s.Clauses[c].Verb
	}
	return -1
}

// joint reports a number of the dead and of others together: "dead or disappeared".
func (v *vet) joint() bool {
	s := v.s
	for i := v.c.Core[0]; i < min(v.c.Core[1]+1, len(s.Tokens)); i++ {
		if !s.LemmaIs(i, killing...) && s.Tokens[i].Lower != "dead" {
			continue
		}
		for j := i + 1; j < min(i+5, len(s.Tokens)); j++ {
			if cc := s.Tokens[j-1].Lower; (cc == "or" || cc == "and") && j-1 == i+1 && s.LemmaIs(j, harming...) && v.ownless(j) {
				return true
			}
		}
	}
	return false
}

// ownless reports that the word at j has no number or object of its own.
func (v *vet) ownless(j int) bool {
	return v.s.Child(j, "obj", "nsubj", "nsubj:pass", "nummod") < 0 && !(j+1 < len(v.s.Tokens) && v.s.Tokens[j+1].UPOS == "NUM")
}
