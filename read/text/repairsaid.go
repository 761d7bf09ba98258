package text

// Repairs of what stands behind the clause that it goes with: who says it, and until
// when.

// saysForms are the verbs that close a sentence as "officials said" does.
var saysForms = words(`said says told added reported announced`)

// fixTrailingSaid reads "gunmen killed 16 people, police and medics said" and "a bomb
// hit the barracks, a resident said by phone": the phrase behind the comma speaks, and
// what stands before it is what is said.
func (s *Sentence) fixTrailingSaid() {
	for v := 2; v+1 < len(s.Tokens); v++ {
		if t := &s.Tokens[v]; !saysForms[t.Lower] || t.XPOS != "VBD" && t.XPOS != "VBN" && t.XPOS != "VBZ" || !s.endsSaying(v) {
			continue
		}
		c := s.speakerComma(v)
		if c < 1 || !s.finiteWithin(0, c) {
			continue
		}
		subj := s.Child(v, "nsubj")
		if subj < c {
			subj = s.firstNoun(c+1, v)
		} else if !s.Tokens[v].Is("conj") && !s.strays(c, v) {
			continue
		}
		if subj >= 0 {
			s.hangSaid(c, subj, v)
		}
	}
}

// fixInvertedSaid reads "80 rebels attacked and captured two camps, said Sui Khar": of
// two subjects of the verb of saying the one before the comma did what the participle
// behind it tells.
func (s *Sentence) fixInvertedSaid() {
	for v := 3; v+1 < len(s.Tokens); v++ {
		if !saysForms[s.Tokens[v].Lower] || s.Tokens[v-1].Text != "," {
			continue
		}
		subj := s.ChildrenBy(v, "nsubj", "nsubj:pass")
		if len(subj) != 2 || subj[0] > v || subj[1] < v {
			continue
		}
		did := s.Child(subj[0], "acl")
		if did < subj[0] || did > v || s.Tokens[did].XPOS == "VBG" || s.Child(did, "mark", "aux:pass") >= 0 || s.finiteWithin(0, did) {
			continue
		}
		s.Tokens[did].Head, s.Tokens[did].Rel, s.Tokens[did].XPOS = v, "ccomp", "VBD"
		s.Tokens[subj[0]].Head, s.Tokens[subj[0]].Rel = did, "nsubj"
		for _, j := range s.ChildrenBy(v, "obl", "advmod", "punct") {
			if j < subj[0] {
				s.Tokens[j].Head = did
			}
		}
		for _, j := range s.ChildrenBy(did, "conj") {
			if s.Tokens[j].XPOS == "VBN" {
				s.Tokens[j].XPOS = "VBD"
			}
		}
	}
}

// fixBothSides reads "Fighting between the army and the rebels has killed 20": what goes
// on between two sides is the subject, not the second of them.
func (s *Sentence) fixBothSides() {
	for v := range s.Tokens {
		x := s.Child(v, "nsubj")
		if x < 3 || x > v || !s.finite(v) {
			continue
		}
		lo, _ := s.NP(x)
		b := lo - 1
		for b > 0 && s.Tokens[b].Lower != "between" && s.Tokens[b].UPOS != "VERB" && s.Tokens[b].UPOS != "PUNCT" && s.Tokens[b].UPOS != "SCONJ" {
			b--
		}
		n := b - 1
		if n < 0 || s.Tokens[b].Lower != "between" {
			continue
		}
		side := s.firstNoun(b+1, x)
		if side < 0 || s.Child(v, "cc") >= 0 && s.Child(v, "cc") < side || s.Child(v, "mark") >= b || !s.andWithin(side, x) {
			continue
		}
		if t := &s.Tokens[n]; t.UPOS != "NOUN" && !violent[t.Lower] || s.Child(v, "nsubj") != x || s.Child(n, "case", "mark") >= 0 {
			continue
		}
		s.hangBetween(n, b, side, x, v)
	}
}

// hangBetween makes the noun at n, which goes on between side and x, the subject of v.
func (s *Sentence) hangBetween(n, b, side, x, v int) {
	if s.IsUnder(v, n) {
		s.replace(n, v, "nsubj")
	} else {
		s.Tokens[n].Head, s.Tokens[n].Rel = v, "nsubj"
	}
	s.Tokens[n].UPOS, s.Tokens[n].XPOS = "NOUN", "NN"
	s.Tokens[side].Head, s.Tokens[side].Rel = n, "nmod"
	s.Tokens[b].Head, s.Tokens[b].Rel = side, "case"
	s.Tokens[x].Head, s.Tokens[x].Rel = side, "conj"
	for j := side + 1; j < x; j++ {
		if s.Tokens[j].UPOS == "CCONJ" {
			s.Tokens[j].Head, s.Tokens[j].Rel = x, "cc"
		}
	}
	s.breakCircle(v)
}

// andWithin reports an "and" in (lo,hi).
func (s *Sentence) andWithin(lo, hi int) bool {
	for j := lo + 1; j < hi; j++ {
		if s.Tokens[j].UPOS == "CCONJ" {
			return true
		}
	}
	return false
}

// strays reports a word between the comma at c and the verb at v that the parser hung
// on what stands before the comma.
func (s *Sentence) strays(c, v int) bool {
	for j := c + 1; j < v; j++ {
		if h := s.Tokens[j].Head; h >= 0 && h < c {
			return true
		}
	}
	return false
}

// hangSaid makes the phrase between the comma at c and the verb v the subject of v, and
// what stands before the comma what is said.
func (s *Sentence) hangSaid(c, subj, v int) {
	t := &s.Tokens[v]
	top := v
	for n := 0; n < len(s.Tokens) && s.Tokens[top].Head >= 0; n++ {
		top = s.Tokens[top].Head
	}
	if top < c && s.Tokens[top].Lower != "" {
		s.replace(top, v, "ccomp")
	}
	if t.UPOS = "VERB"; t.XPOS == "VBN" {
		t.XPOS = "VBD"
	}
	for j := c + 1; j < v; j++ {
		h := s.Tokens[j].Head
		switch {
		case j == subj:
			s.Tokens[j].Head, s.Tokens[j].Rel = v, "nsubj"
		case h < 0 || h < c || h == v && j < subj && !s.Tokens[j].Is("nsubj", "punct"):
			rel := "nmod"
			if s.Tokens[j].UPOS == "CCONJ" {
				rel = "cc"
			} else if s.Child(j, "cc") >= 0 || s.Tokens[j-1].UPOS == "CCONJ" {
				rel = "conj"
			} else if j < subj {
				rel = "amod"
			}
			s.Tokens[j].Head, s.Tokens[j].Rel = subj, rel
		}
	}
	s.breakCircle(v)
}

// endsSaying reports whether nothing that is said follows the verb at v: a mark, a
// preposition, a day, or for "told" its hearer and a mark.
func (s *Sentence) endsSaying(v int) bool {
	n := &s.Tokens[v+1]
	if s.Tokens[v].Lower == "told" {
		for k := v + 1; k < len(s.Tokens) && k < v+6; k++ {
			if u := s.Tokens[k].UPOS; u == "PUNCT" {
				return k > v+1 && (s.Tokens[k].Text == "." || s.Tokens[k].Text == ",")
			} else if u != "PROPN" && u != "NOUN" && u != "DET" && u != "ADJ" && s.Tokens[k].XPOS != "POS" && u != "PRON" {
				return false
			}
		}
		return false
	}
	return n.Text == "." || n.Text == "," || n.UPOS == "ADP" && n.Lower != "that" || weekdays[n.Lower]
}

// speakerComma returns the comma behind which nothing but a noun phrase stands before
// the verb at v, or -1.
func (s *Sentence) speakerComma(v int) int {
	for k := v - 1; k > 0 && k > v-14; k-- {
		switch t := &s.Tokens[k]; t.UPOS {
		case "DET", "ADJ", "NOUN", "PROPN", "NUM", "CCONJ", "PART":
			if t.XPOS == "TO" {
				return -1
			}
		case "ADP":
			if t.Lower != "of" && t.Lower != "in" && t.Lower != "for" && t.Lower != "from" {
				return -1
			}
		case "PRON":
			if t.XPOS != "PRP" && t.XPOS != "PRP$" || k < v-1 && t.XPOS == "PRP" {
				return -1
			}
		case "VERB":
			if t.XPOS != "VBN" && t.XPOS != "VBG" || s.finite(k) {
				return -1
			}
		case "PUNCT":
			if t.Text == "," && k < v-1 && s.Tokens[k+1].UPOS != "CCONJ" && s.Tokens[k+1].UPOS != "ADP" {
				return k
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}

// firstNoun is the head of the first noun phrase in [lo,hi), or -1.
func (s *Sentence) firstNoun(lo, hi int) int {
	for k := lo; k < hi; k++ {
		nominal := func(i int) bool {
			return s.Tokens[i].UPOS == "NOUN" || s.Tokens[i].UPOS == "PROPN" || s.Tokens[i].XPOS == "PRP"
		}
		if nominal(k) && (k+1 >= hi || !nominal(k+1) && s.Tokens[k+1].XPOS != "POS") {
			if h := nameHead(s, k); h >= lo && h < hi {
				return h
			}
			return k
		}
	}
	return -1
}

// finiteWithin reports a finite verb in [lo,hi).
func (s *Sentence) finiteWithin(lo, hi int) bool {
	for k := lo; k < hi; k++ {
		if t := &s.Tokens[k]; t.UPOS == "AUX" || t.UPOS == "VERB" && t.XPOS != "VBG" && !t.Is("amod", "compound") {
			return true
		}
	}
	return false
}

// fixUntil reads "refused to talk until the army withdraws": a finite verb behind
// "until" and a noun phrase is a clause, and hangs on the verb before "until".
func (s *Sentence) fixUntil() {
	for m := 1; m+2 < len(s.Tokens); m++ {
		if w := s.Tokens[m].Lower; w != "until" && w != "till" {
			continue
		}
		n, v := s.untilClause(m)
		if v < 0 || s.Tokens[m].Head == v && s.Tokens[m].Is("mark") {
			continue
		}
		g := m - 1
		for g >= 0 && (!s.isPredicate(g) || s.Tokens[g].UPOS == "AUX") {
			g--
		}
		if g < 0 {
			continue
		}
		if s.IsUnder(g, v) {
			s.replace(v, g, "advcl")
		} else {
			s.Tokens[v].Head, s.Tokens[v].Rel = g, "advcl"
		}
		rel := "nsubj"
		if s.Child(v, "aux:pass") >= 0 {
			rel = "nsubj:pass"
		}
		s.Tokens[n].Head, s.Tokens[n].Rel = v, rel
		s.Tokens[m].Head, s.Tokens[m].Rel = v, "mark"
		s.Tokens[m].UPOS = "SCONJ"
		s.breakCircle(v)
	}
}

// untilClause returns subject and verb of the clause behind the word at m, -1 where
// none follows at once.
func (s *Sentence) untilClause(m int) (subj, verb int) {
	k := m + 1
	for ; k < len(s.Tokens) && k < m+10; k++ {
		u := s.Tokens[k].UPOS
		if u == "AUX" || u == "VERB" && (s.finite(k) || s.Tokens[k].XPOS == "VBZ" || s.Tokens[k].XPOS == "VBP") {
			break
		}
		if u != "DET" && u != "ADJ" && u != "NOUN" && u != "PROPN" && u != "NUM" && u != "PRON" && u != "PART" && s.Tokens[k].Lower != "of" && !s.Tokens[k].Is("amod") {
			return -1, -1
		}
	}
	if k >= len(s.Tokens) || k == m+1 || k >= m+10 {
		return -1, -1
	}
	subj, verb = s.firstNoun(m+1, k), k
	if s.Tokens[k].UPOS == "AUX" && s.Tokens[k].Head > k {
		verb = s.Tokens[k].Head
	}
	if subj < 0 || s.Tokens[verb].UPOS == "AUX" {
		return -1, -1
	}
	return subj, verb
}
