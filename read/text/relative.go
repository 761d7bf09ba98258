package text

import "slices"

// antecedent returns the noun that the relative clause k modifies, or the verb
// for a relative that comments on a whole clause; -1 where k is none. A clause
// coordinated with a relative one is relative too.
func (b *builder) antecedent(k int) int {
	for n := 0; k >= 0 && n <= len(b.list); n++ {
		c := &b.list[k]
		if c.Kind == "relcl" {
			return b.s.Tokens[c.Verb].Head
		}
		if c.Kind != "conj" {
			return -1
		}
		k = c.Parent
	}
	return -1
}

func isRelativePronoun(t *Token) bool {
	switch t.Lower {
	case "who", "whom", "which", "that", "whose", "where":
		return t.XPOS == "WP" || t.XPOS == "WDT" || t.XPOS == "WRB" || t.XPOS == "WP$" || t.Lower == "that" && (t.UPOS == "PRON" || t.Is("nsubj"))
	}
	return false
}

// relative puts the antecedent in the place of the relative pronoun, or in the
// empty place of a relative clause without one.
func (b *builder) relative(c *Clause, ante int) {
	s := b.s
	swap := func(list []int) bool {
		for i, j := range list {
			if isRelativePronoun(&s.Tokens[j]) {
				list[i] = ante
				return true
			}
		}
		return false
	}
	if swap(c.Subj) {
		c.SubjHow = "antecedent"
		return
	}
	if swap(c.Obj) || swap(c.Agent) {
		return
	}
	for i := range c.Obl {
		if isRelativePronoun(&s.Tokens[c.Obl[i].Head]) {
			c.Obl[i].Head = ante
			return
		}
	}
	if c.Kind != "relcl" {
		return
	}
	if b.where(c) {
		c.Obl = append(c.Obl, Oblique{Case: "in", Head: ante, CaseTok: -1})
		return
	}
	if len(c.Subj) == 0 {
		b.share(c, []int{ante}, "antecedent")
		return
	}
	// "the town they attacked": the object is the antecedent, where the verb has
	// none and no complement could hold the gap.
	if b.s.Tokens[c.Verb].UPOS == "VERB" && len(c.Obj) == 0 && !c.Passive && len(c.Comp) == 0 && c.Cop < 0 && !slices.Contains(c.Subj, ante) &&
		b.child(c.Verb, "ccomp", "xcomp", "mark") < 0 && !b.relativeWord(c) && !intransitive[b.lemma(c.Verb)] {
		c.Obj = []int{ante}
	}
}

var intransitive = words(`go come arrive live die work happen occur stand sit sleep exist remain stay fight operate`)

func (b *builder) where(c *Clause) bool {
	for _, j := range b.kids[c.Verb] {
		if b.s.Tokens[j].Lower == "where" {
			return true
		}
	}
	return false
}

// relativeWord reports whether the clause has a relative word somewhere that is
// not an argument ("when", "why", "whose").
func (b *builder) relativeWord(c *Clause) bool {
	for _, j := range b.kids[c.Verb] {
		if x := b.s.Tokens[j].XPOS; x == "WRB" {
			return true
		}
	}
	return false
}

// extent is the token range of clause k: all that hangs from its predicate,
// without coordinated and added clauses and the marks around.
func (b *builder) extent(k int) (lo, hi int) {
	c := &b.list[k]
	lo, hi = c.Verb, c.Verb+1
	var walk func(i, depth int)
	walk = func(i, depth int) {
		for _, j := range b.kids[i] {
			t := &b.s.Tokens[j]
			other := b.at[j] >= 0 && t.Is("conj", "parataxis") && i == c.Verb
			if other || depth > len(b.s.Tokens) || t.Is("cc") && i == c.Verb && j < c.Verb {
				continue
			}
			if t.UPOS != "PUNCT" {
				lo, hi = min(lo, j), max(hi, j+1)
			}
			walk(j, depth+1)
		}
	}
	walk(c.Verb, 0)
	return lo, hi
}
