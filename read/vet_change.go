package read

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/text"
)

// Verbs of change that are also done to a thing; the others only happen.
var changing = strings.Fields("increase decrease reduce intensify escalate worsen deepen diminish ease expand accelerate double triple halve")

// Nouns for fighting that lasts.
var fights = strings.Fields("war insurgency conflict rebellion uprising fighting battle siege assault attack offensive violence mutiny clash shooting gunfire shelling raid bombardment gunfight shootout firefight hostilities revolt")

// moves reports whether what is said to grow or shrink is a thing that can: not one
// brawl that escalated, not somebody who declined to speak. Of what no dataset
// counts the words alone are the claim, so that they must be a subject and its verb,
// or a noun and its adjective.
func (v *vet) moves() bool {
	if v.k.Form != tocsin.FormChange {
		return true
	}
	lo, hi := v.c.Core[0], v.c.Core[1]
	if word, noun := v.c.Moved[0], v.c.Moved[1]; word != noun {
		return v.grows(word, noun)
	}
	if v.k.Of != nil {
		return v.tied(lo, hi-1)
	}
	if t := &v.s.Tokens[lo]; hi-lo == 2 && !t.Is("nsubj", "nsubj:pass", "obj") && strings.HasSuffix(t.Lower, "ing") {
		return t.Is("amod") && t.Head == lo+1 && !v.s.Tokens[lo+1].Is("compound", "flat", "nmod:desc")
	}
	for c := range v.s.Clauses {
		cl := &v.s.Clauses[c]
		if v.core(cl.Verb) && (slices.ContainsFunc(cl.Subj, v.core) || len(cl.Subj) > 0 && slices.ContainsFunc(cl.Obj, v.core)) && v.changes(cl) {
			return true
		}
	}
	return false
}

// violence are the beginnings of words that tell of it or of its want.
var violence = strings.Fields("dead death die dying fatal kill lives bloo violen massac ambush bomb strike struck fight fought battl terror casualt explo victim hostil unrest perish incident event tempo toll calm peace clash attack raid")

// violent reports a word of violence in the sentence, or an armed group for the
// claim's actor: without either, what came first, most or last is no attack.
func (v *vet) violent() bool {
	if v.k.Of == nil || v.k.Of.Act != "assault" || v.doing() {
		return true
	}
	for i := range v.s.Tokens {
		low := v.s.Tokens[i].Lower
		if v.s.LemmaIs(i, fights...) || v.s.LemmaIs(i, killing...) || slices.ContainsFunc(violence, func(w string) bool { return strings.HasPrefix(low, w) }) {
			return v.k.Form != tocsin.FormFirst || !v.person()
		}
	}
	return v.armed()
}

// armed reports a claim whose actor is known for a group or state.
func (v *vet) armed() bool {
	if v.k.Of.Actor == "" {
		return false
	}
	lo, hi := v.tokensOf(splitActors(v.k.Of.Actor)[0])
	if lo >= hi {
		return false
	}
	m, ok := v.mentionAt(v.c.Sent, v.headIn(lo, hi))
	return ok && (m.Type == "group" || m.Type == "state" || m.Type == "people" || m.ID != "" && m.Type != "person") || !ok && v.s.Tokens[v.headIn(lo, hi)].UPOS == "NOUN"
}

// person reports a claim whose actor is a person, or a body that bears no arms.
func (v *vet) person() bool {
	if v.k.Of == nil || v.k.Of.Actor == "" {
		return false
	}
	lo, hi := v.tokensOf(splitActors(v.k.Of.Actor)[0])
	if lo >= hi {
		return false
	}
	m, ok := v.mentionAt(v.c.Sent, v.headIn(lo, hi))
	return ok && (m.Type == "person" || m.Type == "organisation" && m.ID == "")
}

// tied reports whether the noun and the word of change at the ends of a claim belong
// together in the tree: no other clause's verb lies between them.
func (v *vet) tied(a, b int) bool {
	up := v.s.Path(a, v.s.Root())
	for i, n := b, 0; i >= 0 && n < len(v.s.Tokens); i, n = v.s.Tokens[i].Head, n+1 {
		at := slices.Index(up, i)
		if at < 0 {
			if i != b && (v.finite(i) || v.infinitive(i)) {
				return false
			}
			continue
		}
		return !slices.ContainsFunc(up[min(1, at):at], func(i int) bool { return v.finite(i) || v.infinitive(i) })
	}
	return false
}

// infinitive reports what somebody only does or declines to do: "declined to discuss".
func (v *vet) infinitive(i int) bool {
	k := v.s.Child(i, "mark")
	return v.s.Tokens[i].Is("xcomp") && k >= 0 && v.s.Tokens[k].Lower == "to"
}

// finite reports the verb of a clause with a subject of its own, or a relative one.
func (v *vet) finite(i int) bool {
	return slices.ContainsFunc(v.s.Clauses, func(cl text.Clause) bool {
		return cl.Verb == i && (cl.SubjHow == "own" && cl.Kind != "root" || cl.Kind == "relcl" || cl.Kind == "ccomp")
	})
}

// changes reports a clause in which a thing becomes more or less.
func (v *vet) changes(cl *text.Clause) bool {
	next := cl.Verb + 1
	if next+1 < len(v.s.Tokens) && v.s.Tokens[next].Lower == "to" && v.s.Tokens[next+1].UPOS == "VERB" {
		return false // declined to speak
	}
	if len(cl.Comp) > 0 || (cl.Passive || len(cl.Obj) > 0) && !v.s.LemmaIs(cl.Verb, changing...) {
		return false
	}
	if slices.ContainsFunc(cl.Obl, func(o text.Oblique) bool {
		return o.Case == "into" || o.Case == "out of" || o.Case == "from" && v.s.LemmaIs(cl.Verb, "grow", "rise", "arise") && v.s.Tokens[o.Head].UPOS != "NUM"
	}) {
		return false // turned into something else, "grew out of a dispute"
	}
	if len(cl.Obj) > 0 {
		return slices.ContainsFunc(cl.Obj, v.core)
	}
	return !slices.ContainsFunc(cl.Subj, func(i int) bool {
		m, ok := v.mentionAt(v.c.Sent, i)
		return v.s.Tokens[i].UPOS != "NOUN" || ok && m.Type == "person" || v.single(i)
	})
}

// single reports one thing of many: "a brawl", "one brawl", "another brawl".
func (v *vet) single(i int) bool {
	return slices.ContainsFunc(v.s.ChildrenBy(i, "det", "nummod"), func(k int) bool {
		return slices.Contains([]string{"a", "an", "one", "another"}, v.s.Tokens[k].Lower)
	})
}

// lasts reports whether what lasted is fighting, and how long is told by a number.
func (v *vet) lasts() bool {
	if v.k.Form != tocsin.FormDuration || v.k.Of == nil || v.k.Of.Act != "assault" {
		return true
	}
	for i := v.c.Core[0]; i < v.c.Core[1]; i++ {
		if strings.HasPrefix(v.s.Tokens[i].Lower, "decade") && v.k.Value != nil && *v.k.Value < 10 {
			return false // three decades are no three years
		}
		if v.s.LemmaIs(i, fights...) && v.k.Value != nil {
			return true
		}
		if c := v.s.ClauseOf(i); v.s.LemmaIs(i, "last") && c >= 0 {
			return slices.ContainsFunc(v.s.Clauses[c].Subj, func(j int) bool { return v.s.LemmaIs(j, fights...) })
		}
	}
	return false
}

// ranked reports whether a rank says of what it is the first: a bare "Most" does not,
// nor does one before a verb or adverb ("Most are asleep", "most recently").
func (v *vet) ranked() bool {
	if v.k.Form != tocsin.FormRank {
		return true
	}
	if i := v.c.Core[0]; v.s.Tokens[i].Lower == "most" && i+1 < len(v.s.Tokens) && slices.Contains([]string{"AUX", "VERB", "ADV", "PUNCT"}, v.s.Tokens[i+1].UPOS) {
		return false
	}
	return !strings.EqualFold(v.k.Text, "most")
}
