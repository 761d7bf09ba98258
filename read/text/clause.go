package text

import "slices"

// builder makes the clauses of one sentence.
type builder struct {
	s    *Sentence
	kids [][]int
	at   []int // clause whose predicate the token is, -1 for none
	list []Clause
}

// clauses reads the clauses off a tree.
func clauses(s *Sentence) []Clause {
	b := builder{s: s, kids: make([][]int, len(s.Tokens)), at: make([]int, len(s.Tokens))}
	for i := range s.Tokens {
		b.at[i] = -1
		if h := s.Tokens[i].Head; h >= 0 {
			b.kids[h] = append(b.kids[h], i)
		}
	}
	for i := range s.Tokens {
		if b.isPredicate(i) {
			b.at[i] = len(b.list)
			b.list = append(b.list, Clause{Verb: i, Cop: -1, Neg: -1, Particle: -1, Parent: -1, MarkTok: -1})
		}
	}
	for k := range b.list {
		b.relate(k)
	}
	for k := range b.list {
		b.verbGroup(&b.list[k])
		b.arguments(&b.list[k])
	}
	done := make([]bool, len(b.list))
	for k := range b.list {
		b.inherit(k, done, 0)
	}
	for k := range b.list {
		c := &b.list[k]
		c.Tense = b.tense(c)
		c.Lo, c.Hi = b.extent(k)
	}
	b.strayNegation()
	return b.list
}

// child returns the first dependent of i by one of rels, or -1.
func (b *builder) child(i int, rels ...string) int {
	for _, j := range b.kids[i] {
		if b.s.Tokens[j].Is(rels...) {
			return j
		}
	}
	return -1
}

// isPredicate reports whether token i heads a clause.
func (b *builder) isPredicate(i int) bool {
	t := &b.s.Tokens[i]
	if t.UPOS == "PUNCT" {
		return false
	}
	hasSubject := b.child(i, "nsubj", "csubj", "expl") >= 0
	hasCop := b.child(i, "cop") >= 0
	verbal := t.UPOS == "VERB" || t.UPOS == "AUX" && !t.Is("aux", "cop")
	switch {
	case t.Is("root"):
		return verbal || hasCop || hasSubject || b.child(i, "obj", "ccomp", "xcomp") >= 0
	case t.Is("amod", "compound", "flat", "fixed", "case", "mark", "cc", "det", "aux", "cop", "nmod:desc", "goeswith", "advmod", "discourse"):
		return false
	case t.Is("xcomp"):
		return t.UPOS != "ADV"
	case t.Is("ccomp", "csubj", "advcl", "acl", "parataxis"):
		return verbal || hasCop || hasSubject || t.Is("ccomp", "acl:relcl")
	case t.Is("conj"):
		return verbal || hasCop || hasSubject
	}
	// A gerund or clause in a noun's place.
	return verbal && (hasSubject || b.child(i, "obj", "ccomp", "xcomp", "aux", "mark") >= 0) || hasCop
}

// relate finds a clause's parent, kind and mark.
func (b *builder) relate(k int) {
	c := &b.list[k]
	t := &b.s.Tokens[c.Verb]
	for h, n := t.Head, 0; h >= 0 && n <= len(b.s.Tokens); h, n = b.s.Tokens[h].Head, n+1 {
		if b.at[h] >= 0 {
			c.Parent = b.at[h]
			break
		}
	}
	switch {
	case t.Is("root"):
		c.Kind = "root"
	case t.Is("acl:relcl", "advcl:relcl"):
		c.Kind = "relcl"
	case t.Is("ccomp", "obj"):
		c.Kind = "ccomp"
	case t.Is("xcomp"):
		c.Kind = "xcomp"
	case t.Is("csubj", "nsubj"):
		c.Kind = "csubj"
	case t.Is("advcl", "obl"):
		c.Kind = "advcl"
	case t.Is("acl", "nmod", "appos"):
		c.Kind = "acl"
	case t.Is("conj"):
		c.Kind = "conj"
	default:
		c.Kind = "parataxis"
	}
	b.mark(c)
	if c.Parent >= 0 && (c.Kind == "ccomp" || c.Kind == "xcomp") && t.Head == b.list[c.Parent].Verb {
		p := &b.list[c.Parent]
		p.Comp = append(p.Comp, k)
	}
}

// mark finds the word that opens the clause.
func (b *builder) mark(c *Clause) {
	for _, j := range b.kids[c.Verb] {
		t := &b.s.Tokens[j]
		opens := t.Is("mark") || t.Is("advmod") && t.XPOS == "WRB" && j < c.Verb ||
			c.Kind == "advcl" && t.Is("case") && j < c.Verb
		if !opens || c.Mark != "" && c.Mark != "to" {
			continue
		}
		if t.Lower == "to" && c.Mark != "" {
			continue
		}
		end := b.s.fixedEnd(j)
		if m := b.s.lowerText(j, end); c.Mark == "" || m != "to" {
			c.Mark, c.MarkTok = m, j
		}
	}
}

// verbGroup finds auxiliaries, copula, voice, negation and particle.
func (b *builder) verbGroup(c *Clause) {
	s := b.s
	beLast, haveLast := false, false
	for _, j := range b.kids[c.Verb] {
		t := &s.Tokens[j]
		switch {
		case t.Is("cop"):
			c.Cop = j
		case t.Is("aux"):
			if t.XPOS == "MD" {
				c.Modals = append(c.Modals, j)
			} else {
				c.Aux = append(c.Aux, j)
			}
			beLast = t.Rel == "aux:pass" || isBe(t.Lower) || t.Lower == "get" || t.Lower == "got" || t.Lower == "being"
			haveLast = isHave(t.Lower)
			if t.Rel == "aux:pass" {
				c.Passive = true
			}
		case t.Is("nsubj:pass", "csubj:pass", "obl:agent"):
			c.Passive = true
		case t.Is("compound:prt"):
			c.Particle = j
		case isNegation(s, j):
			c.Neg = j
		}
	}
	if c.Cop >= 0 && s.Tokens[c.Verb].UPOS == "VERB" {
		c.Cop = -1 // "the problem is that they fled": the copula is the outer clause's
	}
	x := s.Tokens[c.Verb].XPOS
	participle := x == "VBN" || x == "VBD" && c.Kind == "acl"
	switch {
	case participle && beLast && !haveLast:
		c.Passive = true
	case participle && len(c.Aux)+len(c.Modals) == 0 && (c.Kind == "acl" || c.Kind == "advcl") && b.child(c.Verb, "nsubj", "obj") < 0:
		c.Passive = true
	case x == "VBG" || x == "VBZ" || x == "VBP":
		c.Passive = false
	}
}

func isBe(low string) bool {
	switch low {
	case "be", "is", "am", "are", "was", "were", "been", "being", "'s", "'re", "'m":
		return true
	}
	return false
}

func isHave(low string) bool {
	switch low {
	case "have", "has", "had", "having", "'ve":
		return true
	}
	return false
}

// isNegation reports whether token j denies the predicate it hangs from.
func isNegation(s *Sentence, j int) bool {
	t := &s.Tokens[j]
	switch t.Lower {
	case "not", "n't", "never", "neither", "nor", "hardly", "scarcely", "nowhere":
		return t.Is("advmod", "cc", "aux", "dep", "discourse", "cc:preconj", "mark", "det")
	case "longer", "more":
		return t.Is("advmod") && j > 0 && s.Tokens[j-1].Lower == "no" && (j+1 == len(s.Tokens) || s.Tokens[j+1].Lower != "than")
	}
	return false
}

// strayNegation gives a "not" that the parser hung from another word to the
// verb group it stands in: auxiliary, not, verb.
func (b *builder) strayNegation() {
	s := b.s
	for j := 1; j+1 < len(s.Tokens); j++ {
		low := s.Tokens[j].Lower
		if low != "not" && low != "n't" && low != "never" || s.Tokens[j-1].UPOS != "AUX" && low != "n't" {
			continue
		}
		if slices.ContainsFunc(b.list, func(c Clause) bool { return c.Neg == j }) {
			continue
		}
		aux := j - 1
		for k := range b.list {
			c := &b.list[k]
			if c.Neg < 0 && (c.Cop == aux || slices.Contains(c.Aux, aux) || slices.Contains(c.Modals, aux)) && s.Tokens[j].Head != aux+2 {
				c.Neg = j
				break
			}
		}
	}
}

// tense reads the time of the clause off its verb group.
func (b *builder) tense(c *Clause) string {
	s := b.s
	for _, j := range c.Modals {
		switch s.Tokens[j].Lower {
		case "will", "shall", "'ll", "wo":
			return "future"
		}
		return ""
	}
	first := c.Verb
	if c.Cop >= 0 {
		first = c.Cop
	}
	if len(c.Aux) > 0 {
		first = min(first, c.Aux[0])
	}
	t := &s.Tokens[first]
	switch {
	case first != c.Verb && first != c.Cop && isHave(t.Lower):
		if t.Lower == "had" {
			return "past"
		}
		return "perfect"
	case t.XPOS == "VBD":
		return "past"
	case t.XPOS == "VBZ" || t.XPOS == "VBP":
		return "present"
	case t.XPOS == "VBN" && c.Kind == "acl" && first == c.Verb:
		return "past"
	case c.Kind == "conj" && c.Parent >= 0 && (t.XPOS == "VBN" || t.XPOS == "VBG" || t.XPOS == "VB") && first == c.Verb:
		return b.tense(&b.list[c.Parent])
	}
	return ""
}
