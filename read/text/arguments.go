package text

import (
	"slices"
)

// arguments fills in a clause's own subject, objects, agent and obliques.
func (b *builder) arguments(c *Clause) {
	s := b.s
	outer := -1
	for _, j := range b.kids[c.Verb] {
		t := &s.Tokens[j]
		switch {
		case t.Rel == "nsubj:outer" || t.Rel == "csubj:outer":
			outer = j
		case t.Is("nsubj") && b.prepositional(j):
			c.Obl = append(c.Obl, s.oblique(j)...)
		case t.Is("nsubj"):
			c.Subj = append(c.Subj, b.coordinated(j)...)
		case t.Is("csubj") && len(c.Subj) == 0:
			c.Subj = append(c.Subj, j)
		case t.Is("obj") && lengths[t.Lower] && j+1 < len(s.Tokens) && s.Tokens[j+1].UPOS == "ADP":
			// "landed 20 miles from Goma": a distance is no object
		case t.Is("obj"):
			c.Obj = append(c.Obj, b.coordinated(j)...)
		case t.Is("iobj"):
			c.IObj = append(c.IObj, b.coordinated(j)...)
		case t.Rel == "obl:agent" || c.Passive && t.Is("obl") && b.byPhrase(j):
			c.Agent = append(c.Agent, b.coordinated(j)...)
		case t.Is("obl") && (t.Lower == "least" || t.Lower == "most"):
			// at least, at most: part of a number
		case t.Is("obl") && b.at[j] < 0:
			c.Obl = append(c.Obl, s.oblique(j)...)
		case t.Is("advmod") && c.Particle < 0 && j == c.Verb+1 && particleWords[t.Lower] && s.innerPlace(j) < 0:
			c.Particle = j
		case t.Is("advmod") && (hereWords[t.Lower] && !(j+1 < len(s.Tokens) && (s.Tokens[j+1].Lower == "as" || s.Tokens[j+1].Lower == "of")) || directions[t.Lower] && s.innerPlace(j) >= 0):
			c.Obl = append(c.Obl, s.oblique(j)...)
		case t.Rel == "nmod" && b.at[j] < 0 && c.Cop >= 0 && j > c.Verb && b.child(c.Verb, "case") >= 0 && b.prepositional(j) && s.Tokens[b.child(j, "case")].Lower != "of":
			c.Obl = append(c.Obl, s.oblique(j)...) // had been in France before the coup
		case t.Is("nmod") && b.at[j] < 0 && c.Cop < 0 && s.Tokens[c.Verb].UPOS == "VERB" && !t.Is("nmod:poss", "nmod:desc"):
			c.Obl = append(c.Obl, s.oblique(j)...)
		}
	}
	if len(c.Subj) == 0 && outer >= 0 {
		c.Subj = b.coordinated(outer)
	}
	if len(c.Subj) > 0 {
		c.SubjHow = "own"
	}
	b.bareObject(c)
}

// bareObject makes an oblique without a preposition that is no time and no
// distance the object, where the verb has none.
func (b *builder) bareObject(c *Clause) {
	bare := c.Kind == "acl" && len(c.Aux)+len(c.Agent) == 0 // "Raiders killed at least 20 people"
	if c.Passive && !bare || len(c.Obj) > 0 || b.s.Tokens[c.Verb].UPOS != "VERB" {
		return
	}
	for k, o := range c.Obl {
		t := &b.s.Tokens[o.Head]
		if lo, _ := b.s.Subtree(o.Head); c.Passive && (lo != c.Verb+1 || b.child(o.Head, "nummod", "det") < 0) {
			continue
		}
		if o.Case == "" && t.Rel == "obl" && t.UPOS == "NOUN" && o.Head > c.Verb && !dateUnits[t.Lower] && !lengths[t.Lower] && !hereWords[t.Lower] {
			c.Obj, c.Passive = []int{o.Head}, false
			c.Obl = slices.Delete(c.Obl, k, k+1)
			return
		}
	}
}

var hereWords = words(`here there abroad nearby elsewhere overseas home north south east west northeast northwest southeast southwest northward southward eastward westward`)

var particleWords = words(`down up out off over away back aside ahead in on apart`)

// prepositional reports whether a preposition before the noun says that it is
// no subject.
func (b *builder) prepositional(j int) bool {
	k := b.child(j, "case")
	return k >= 0 && k < j && b.s.Tokens[k].UPOS == "ADP" && b.s.Tokens[k].Lower != "like"
}

// byPhrase reports whether the passive's oblique j names a doer.
func (b *builder) byPhrase(j int) bool {
	k := b.child(j, "case")
	if k < 0 || b.s.Tokens[k].Lower != "by" {
		return false
	}
	t := &b.s.Tokens[j]
	return t.UPOS != "NUM" && t.UPOS != "VERB" && !months[t.Lower] && !weekdays[t.Lower] && !dateUnits[t.Lower]
}

// coordinated returns nominal i and those coordinated with it, without clauses.
func (b *builder) coordinated(i int) []int {
	out := []int{i}
	for k := 0; k < len(out); k++ {
		for _, j := range b.kids[out[k]] {
			if b.s.Tokens[j].Is("conj") && b.at[j] < 0 && !slices.Contains(out, j) {
				out = append(out, j)
			}
		}
	}
	slices.Sort(out)
	return out
}

// inherit gives a clause without a subject the one that it shares with another
// clause or that grammar lets it share, and resolves relative pronouns.
func (b *builder) inherit(k int, done []bool, depth int) {
	if done[k] || depth > len(b.list) {
		return
	}
	done[k] = true
	c := &b.list[k]
	if c.Parent >= 0 {
		b.inherit(c.Parent, done, depth+1)
	}
	if ante := b.antecedent(k); ante >= 0 {
		b.relative(c, ante)
	}
	if len(c.Subj) > 0 || c.Parent < 0 {
		return
	}
	p := &b.list[c.Parent]
	switch c.Kind {
	case "conj":
		if b.s.Tokens[c.Verb].Head == p.Verb || b.chained(c.Verb, p.Verb) {
			b.share(c, p.Subj, "shared")
			b.sharePassive(c, p)
		}
	case "xcomp":
		b.share(c, b.controller(p, c), "controlled")
	case "acl":
		b.adnominal(c, p)
	case "advcl":
		b.share(c, b.adverbialSubject(c, p), "controlled")
	case "ccomp", "parataxis", "csubj":
		if x := b.s.Tokens[c.Verb].XPOS; x == "VBG" || c.Mark == "to" && x == "VB" {
			b.share(c, p.Subj, "controlled")
		}
	}
}

func (b *builder) share(c *Clause, subj []int, how string) {
	if len(subj) > 0 && !slices.Contains(subj, c.Verb) {
		c.Subj, c.SubjHow = slices.Clone(subj), how
	}
}

// chained reports whether i hangs from top by conj alone.
func (b *builder) chained(i, top int) bool {
	for n := 0; i != top && n <= len(b.s.Tokens); n++ {
		if i < 0 || !b.s.Tokens[i].Is("conj") {
			return false
		}
		i = b.s.Tokens[i].Head
	}
	return i == top
}

// sharePassive lets "was arrested and taken" be passive twice.
func (b *builder) sharePassive(c, p *Clause) {
	if p.Passive && b.s.Tokens[c.Verb].XPOS == "VBN" && len(c.Aux) == 0 && len(c.Obj) == 0 {
		c.Passive = true
	}
}

// subjectControl are verbs whose subject, not object, does what their
// complement says.
var subjectControl = words(`promise threaten vow pledge swear`)

// controller returns who does what the xcomp c of p says.
func (b *builder) controller(p, c *Clause) []int {
	lemma := b.lemma(p.Verb)
	if !p.Passive && !subjectControl[lemma] && (objectControl[lemma] || controllers[lemma] || b.canAct(p.Obj) || len(p.IObj) > 0 || b.s.Tokens[c.Verb].XPOS != "VB") {
		if len(p.Obj) > 0 {
			return p.Obj
		}
		if len(p.IObj) > 0 {
			return p.IObj
		}
	}
	return p.Subj
}

// canAct reports whether an object is one that can do something: a name, a
// pronoun, people. "Expressed willingness to negotiate" is not.
func (b *builder) canAct(obj []int) bool {
	for _, i := range obj {
		t := &b.s.Tokens[i]
		if t.UPOS == "PROPN" || t.UPOS == "PRON" || animate(t) || doers[t.Lemma] || roles[t.Lemma] {
			return true
		}
	}
	return false
}

// lemma is the lemma of token i; the builder runs after lemmas are set, but
// falls back to the word.
func (b *builder) lemma(i int) string {
	if t := &b.s.Tokens[i]; t.Lemma != "" {
		return t.Lemma
	}
	return b.s.Tokens[i].Lower
}

// blaming are verbs whose object did what "of" or "for" introduces: "accused
// the army of killing", "prevent groups from carving out".
var blaming = words(`accuse blame suspect prevent stop prohibit deter dissuade discourage keep bar convict charge condemn criticize criticise
	praise thank punish ban restrain arrest sanction help acquit clear see find catch`)

func (b *builder) adverbialSubject(c, p *Clause) []int {
	switch c.Mark {
	case "of", "for", "from":
		if blaming[b.lemma(p.Verb)] && !p.Passive && len(p.Obj) > 0 {
			return p.Obj
		}
	}
	if o := b.urged(c, p); o != nil {
		return o
	}
	x := b.s.Tokens[c.Verb].XPOS
	if x == "VBG" || x == "VBN" || x == "VB" || x == "VBD" && c.Passive || c.Mark == "to" || b.s.Tokens[c.Verb].UPOS != "VERB" {
		return p.Subj
	}
	return nil
}

// urging are verbs that move those behind their preposition to do what the
// infinitive says: "called on supporters to", "appealed to both men to".
var urging = words(`appeal call plead prevail rely depend count look lean signal gesture shout beckon`)

// urged are those behind the preposition of an urging verb who are to do what the
// infinitive right behind them says; nil for none.
func (b *builder) urged(c, p *Clause) []int {
	if c.Mark != "to" || p.Passive || !urging[b.lemma(p.Verb)] {
		return nil
	}
	var out []int
	for _, o := range p.Obl {
		if o.Head > p.Verb && o.Head < c.Verb && (o.Case == "on" || o.Case == "upon" || o.Case == "to" || o.Case == "with") {
			out = append(out, o.Head)
		}
	}
	return out
}

// doers are nouns whose infinitive or participle they do themselves: "the first
// group to attack". Of other nouns ("plan", "attempt", "willingness") somebody
// else does it.
var doers = words(`man woman person people group soldier officer leader one force troop party country state government first last
	second third only army police rebel militant who those anyone someone anybody somebody everyone`)

// adnominal finds the subject of a clause that modifies a noun without being a
// relative clause: "soldiers loyal to", "men arrested in May", "a plan to attack".
func (b *builder) adnominal(c, p *Clause) {
	noun := b.s.Tokens[c.Verb].Head
	if noun < 0 {
		return
	}
	infinitive := c.Mark == "to" || b.s.Tokens[c.Verb].XPOS == "VB" && c.Mark != "that"
	gerund := c.Mark == "of" || c.Mark == "for" || c.Mark == "in" || c.Mark == "from" || c.Mark == "about" || c.Mark == "on"
	t := &b.s.Tokens[noun]
	if !infinitive && !gerund {
		if x := b.s.Tokens[c.Verb].XPOS; b.s.Tokens[c.Verb].UPOS == "VERB" && (x == "VBZ" || x == "VBP" || x == "VBD" && !c.Passive) && c.Mark != "" {
			return // the claim that ...: its own subject is missing
		}
		b.share(c, []int{noun}, "antecedent")
		return
	}
	if infinitive && (t.UPOS == "PROPN" || t.UPOS == "PRON" || t.UPOS == "NUM" || doers[t.Lemma]) {
		b.share(c, []int{noun}, "antecedent")
		return
	}
	if poss := b.child(noun, "nmod:poss"); poss >= 0 {
		b.share(c, b.coordinated(poss), "controlled")
		return
	}
	if slices.Contains(p.Subj, noun) {
		return
	}
	b.share(c, p.Subj, "controlled")
}
