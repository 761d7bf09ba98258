package text

// fixPossessives hangs an owner from what it owns: the noun phrase that follows
// its 's.
func (s *Sentence) fixPossessives() {
	for k := 1; k+1 < len(s.Tokens); k++ {
		if s.Tokens[k].XPOS != "POS" {
			continue
		}
		owner := nameHead(s, k-1)
		if h := s.Tokens[owner].Head; s.Tokens[owner].Is("nmod:poss") && h > k && s.IsNominal(h) || !s.IsNominal(owner) || owner > k {
			continue
		}
		thing := -1
		for j := k + 1; j < len(s.Tokens) && j-k <= 6; j++ {
			u := s.Tokens[j].UPOS
			if u == "NOUN" || u == "PROPN" {
				thing = j
				break
			}
			if u != "ADJ" && u != "NUM" && u != "ADV" && u != "VERB" && u != "PUNCT" {
				break
			}
		}
		if thing < 0 {
			continue
		}
		for n := 0; n < 4 && s.Tokens[thing].Is("compound", "nmod:desc", "flat", "amod") && s.Tokens[thing].Head > k; n++ {
			thing = s.Tokens[thing].Head
		}
		if s.IsUnder(thing, owner) {
			s.Tokens[thing].Head, s.Tokens[thing].Rel = s.Tokens[owner].Head, s.Tokens[owner].Rel
			for _, j := range s.ChildrenBy(owner, "case", "cc", "punct", "acl", "appos", "nmod", "cop", "aux", "nsubj", "mark") {
				if j != k && j != thing {
					s.move(j, thing, s.Tokens[j].Rel)
				}
			}
		}
		s.move(owner, thing, "nmod:poss")
		s.move(k, owner, "case")
	}
}

// subordinators open a clause that depends on another.
var subordinators = words(`although though while because since if unless when after before once until whereas as whenever despite`)

// fixSubordinate turns round "although talks failed, the removal could help"
// where the parser made the main clause a complement of the other.
func (s *Sentence) fixSubordinate() {
	for a := range s.Tokens {
		m := s.Child(a, "mark", "advmod")
		if m < 0 || m > a || !subordinators[s.Tokens[m].Lower] || s.Tokens[a].UPOS != "VERB" && s.Child(a, "cop") < 0 {
			continue
		}
		for _, b := range s.ChildrenBy(a, "ccomp", "parataxis", "advcl", "conj", "dep") {
			if b < a || !s.finite(b) || s.Child(b, "mark", "cc") >= 0 || s.IsRelative(b) {
				continue
			}
			subj := s.Child(b, "nsubj", "expl")
			if subj < a || !s.commaBetween(a, subj) {
				continue
			}
			s.replace(a, b, "advcl")
			for _, j := range s.ChildrenBy(a, "cc", "punct", "nsubj:outer") {
				if j < m || j > b {
					s.move(j, b, s.Tokens[j].Rel)
				}
			}
			break
		}
	}
}

func (s *Sentence) commaBetween(lo, hi int) bool {
	for j := lo + 1; j < hi; j++ {
		if s.Tokens[j].Lower == "," {
			return true
		}
	}
	return false
}

// fixMainClause finds the main clause of "Although talks had begun, fighting
// resumed near Goma" where the parser made its verb a modifier of its subject.
func (s *Sentence) fixMainClause() {
	r := s.Root()
	if r < 0 || !subordinators[s.Tokens[0].Lower] || s.Tokens[0].Head != r {
		return
	}
	for v := r + 2; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		n := v - 1
		if !t.Is("acl") || t.XPOS != "VBD" || t.Head != n {
			continue
		}
		lo, _ := s.NP(n)
		if lo < 1 || s.Tokens[lo-1].Lower != "," || lo <= r {
			continue
		}
		t.Head, t.Rel = -1, "root"
		s.Tokens[n].Head, s.Tokens[n].Rel = v, "nsubj"
		s.Tokens[r].Head, s.Tokens[r].Rel = v, "advcl"
		return
	}
}

// fixCoordinatedSubordinate turns round "... and although talks failed, the
// removal could help": the clause after the comma is the coordinated one.
func (s *Sentence) fixCoordinatedSubordinate() {
	for a := range s.Tokens {
		t := &s.Tokens[a]
		m, cc := s.Child(a, "mark", "advmod"), s.Child(a, "cc")
		if !t.Is("conj") || t.Head < 0 || m < 1 || cc < 0 || cc > m || m > a || !subordinators[s.Tokens[m].Lower] {
			continue
		}
		for _, b := range s.ChildrenBy(t.Head, "parataxis", "conj", "ccomp") {
			subj := s.Child(b, "nsubj", "expl")
			if b <= a || subj < a || !s.finite(b) || s.Child(b, "mark", "cc") >= 0 || !s.commaBetween(a, subj) {
				continue
			}
			s.Tokens[b].Rel = "conj"
			s.Tokens[cc].Head = b
			t.Head, t.Rel = b, "advcl"
			break
		}
	}
}

// fixConjuncts hangs a coordinated verb from a verb: from the nearest one above
// where the parser hung it from a noun, and from one that agrees with it where
// it shares a subject that it does not agree with.
func (s *Sentence) fixConjuncts() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if !t.Is("conj") || t.UPOS != "VERB" && s.Child(i, "cop") < 0 || t.Head < 0 {
			continue
		}
		own := s.Child(i, "nsubj", "csubj", "expl") >= 0
		if !s.isPredicate(t.Head) && t.UPOS == "VERB" {
			v := s.predicateAbove(t.Head, i)
			if v >= 0 {
				s.move(i, v, "conj")
			}
		}
		if own || s.Child(i, "mark") >= 0 {
			continue
		}
		if g := s.speakerOfPast(i); g >= 0 && s.move(i, g, "conj") {
			continue
		}
		mine, theirs := s.number(i), s.clauseNumber(t.Head)
		if mine == "" || theirs == "" || mine == theirs {
			continue
		}
		for j := i - 1; j > t.Head; j-- { // a clause between that agrees
			if s.IsUnder(j, t.Head) && s.isPredicate(j) && s.clauseNumber(j) == mine && s.finite(j) && s.Child(j, "nsubj") >= 0 {
				s.move(i, j, "conj")
				break
			}
		}
	}
}

// speakerOfPast returns the verb in the past tense above the clause from which the
// parser hung a past tense, where that clause has a modal, behind which none can
// stand, or is told in the pluperfect and a later time comes: "said it would fight
// and killed ten", "denied that it had fired and later promised an inquiry". -1 for
// none.
func (s *Sentence) speakerOfPast(i int) int {
	h := s.Tokens[i].Head
	if s.Tokens[i].XPOS != "VBD" || s.Child(i, "aux", "aux:pass", "cop") >= 0 || !s.Tokens[h].Is("ccomp") || s.Tokens[h].Head < 0 || s.Tokens[s.Tokens[h].Head].XPOS != "VBD" {
		return -1
	}
	later := s.Tokens[i-1].Lower == "later" || s.Tokens[i-1].Lower == "then"
	for _, a := range s.ChildrenBy(h, "aux") {
		if s.Tokens[a].XPOS == "MD" || later && s.Tokens[a].Lower == "had" {
			return s.Tokens[h].Head
		}
	}
	return -1
}

// isPredicate reports whether token i is a verb or has a copula or subject.
func (s *Sentence) isPredicate(i int) bool {
	return s.Tokens[i].UPOS == "VERB" && !s.Tokens[i].Is("amod", "compound") || s.Tokens[i].UPOS == "AUX" || s.Child(i, "cop", "nsubj") >= 0
}

// predicateAbove returns the nearest predicate above token i and left of
// token limit; a finite verb is preferred where the one at limit is finite.
func (s *Sentence) predicateAbove(i, limit int) int {
	first := -1
	for n := 0; i >= 0 && n <= len(s.Tokens); i, n = s.Tokens[i].Head, n+1 {
		if i < limit && s.isPredicate(i) {
			if first < 0 {
				first = i
			}
			if !s.finite(limit) || s.finite(i) {
				return i
			}
		}
	}
	return first
}

// clauseNumber is number, but where the verb itself does not show it the
// subject does.
func (s *Sentence) clauseNumber(i int) string {
	if n := s.number(i); n != "" {
		return n
	}
	j := s.Child(i, "nsubj")
	if j < 0 || s.Child(j, "conj") >= 0 {
		return ""
	}
	switch s.Tokens[j].XPOS {
	case "NNS", "NNPS":
		return "plural"
	case "NN", "NNP":
		return "singular"
	}
	return ""
}
