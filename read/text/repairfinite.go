package text

// fixFiniteComplement reads "claims the vote is rigged": a complement with a
// finite verb of its own has a subject, which the parser took for the object of
// the verb above.
func (s *Sentence) fixFiniteComplement() {
	for p := range s.Tokens {
		t := &s.Tokens[p]
		if !t.Is("xcomp", "ccomp", "advcl", "conj", "parataxis") || t.Head < 0 || t.Head > p || s.Child(p, "nsubj", "csubj", "expl", "mark", "cc") >= 0 {
			continue
		}
		first := s.groupStart(p)
		if first < 1 || !s.finite(p) {
			continue
		}
		for _, o := range s.ChildrenBy(t.Head, "obj", "iobj") {
			_, hi := s.NP(o)
			if _, all := s.Subtree(o); o < p && (hi == first || all == first) {
				s.move(o, p, "nsubj")
				t.Rel = "ccomp"
				break
			}
		}
	}
}

// groupStart is the first token of the verb group of predicate p, adverbs before
// the first auxiliary aside.
func (s *Sentence) groupStart(p int) int {
	first := p
	for _, j := range s.ChildrenBy(p, "aux", "cop") {
		first = min(first, j)
	}
	return first
}

// fixConjunctSubject reads "secured the country and attacks have grown": a
// finite verb without a subject, right after a noun that the parser coordinated
// with one of the clause before, takes that noun as its subject.
func (s *Sentence) fixConjunctSubject() {
	for p := range s.Tokens {
		t := &s.Tokens[p]
		if t.Head < 0 || !t.Is("conj", "advcl", "parataxis", "ccomp", "acl:relcl") || !s.isPredicate(p) || !s.finite(p) ||
			s.Child(p, "nsubj", "csubj", "expl", "cc", "mark") >= 0 {
			continue
		}
		first := s.groupStart(p)
		if first == p {
			continue // without an auxiliary the form may be a participle
		}
		for n := first - 1; n > 0 && first-n < 8; n-- {
			c := &s.Tokens[n]
			if !c.Is("conj") || !s.IsNominal(n) || s.Child(n, "cc") < 0 {
				continue
			}
			if _, hi := s.NP(n); hi != first || s.IsUnder(p, n) && t.Head != n {
				break
			}
			cc, above := s.Child(n, "cc"), s.predicateAbove(c.Head, p)
			if above < 0 {
				break
			}
			t.Head, t.Rel = above, "conj"
			c.Head, c.Rel = p, "nsubj"
			s.Tokens[cc].Head = p
			break
		}
	}
}

// fixCopula finds the predicate of "had been in the United States" where the
// parser made the auxiliary the head.
func (s *Sentence) fixCopula() {
	for h := range s.Tokens {
		t := &s.Tokens[h]
		late := t.Is("aux", "cop") && t.Head >= 0 && t.Head < h // English auxiliaries stand before their verb
		if !isHave(t.Lower) || t.Is("aux", "cop") && !late {
			continue
		}
		been := -1
		for j := h + 1; j < len(s.Tokens) && j-h < 4; j++ {
			if s.Tokens[j].Lower == "been" {
				been = j
			}
		}
		if been < 0 {
			continue
		}
		pred := -1
		for j := been + 1; j < len(s.Tokens) && j-been < 8 && s.Tokens[j].UPOS != "PUNCT"; j++ {
			if u := s.Tokens[j].UPOS; u == "NOUN" || u == "PROPN" || u == "VERB" && s.Tokens[j].XPOS == "VBN" || u == "ADJ" && j == been+1 {
				pred = j
				break
			}
		}
		for n := 0; pred >= 0 && n < 6 && s.Tokens[pred].Is("compound", "amod", "flat", "nmod:poss", "nmod:desc", "det") && s.Tokens[pred].Head > been; n++ {
			pred = s.Tokens[pred].Head
		}
		switch subj := t.Head; {
		case pred < 0:
		case late && s.isPredicate(subj) && s.Tokens[subj].UPOS == "VERB":
		case late:
			t.Head, t.Rel = s.Tokens[subj].Head, s.Tokens[subj].Rel
			s.Tokens[subj].Head, s.Tokens[subj].Rel = h, "nsubj"
			for _, j := range s.ChildrenBy(subj, "punct", "obl", "advmod", "cop", "aux", "parataxis", "nsubj") {
				if j > h || j < subj && s.setOff(j, subj) {
					s.Tokens[j].Head = h
				}
			}
			s.takeOver(h, been, pred)
		case s.Child(h, "obj") < 0:
			s.takeOver(h, been, pred)
		}
	}
}

// takeOver makes pred the head of the clause that auxiliary h headed.
func (s *Sentence) takeOver(h, been, pred int) {
	t := &s.Tokens[h]
	s.Tokens[pred].Head, s.Tokens[pred].Rel = t.Head, t.Rel
	for j := range s.Tokens {
		if c := &s.Tokens[j]; j != pred && (c.Head == h || c.Head == been) {
			c.Head = pred
		}
	}
	t.Head, t.Rel, t.UPOS = pred, "aux", "AUX"
	b := &s.Tokens[been]
	b.Head, b.Rel, b.UPOS = pred, "cop", "AUX"
	if s.Tokens[pred].UPOS == "VERB" {
		b.Rel = "aux:pass"
	}
	s.breakCircle(pred)
}

// fixBefore reads "before the war broke out": a finite verb that hangs from a
// noun with such a preposition is a clause, and the noun its subject.
func (s *Sentence) fixBefore() {
	for v := range s.Tokens {
		t := &s.Tokens[v]
		if !t.Is("acl") || t.XPOS != "VBD" || t.Head < 0 || t.Head > v || s.IsRelative(v) || s.Child(v, "nsubj") >= 0 {
			continue
		}
		n, head := t.Head, s.Tokens[t.Head].Head
		c := s.Child(n, "case")
		for _, j := range s.ChildrenBy(t.Head, "nmod", "obl") {
			if _, hi := s.NP(j); j < v && hi == v && s.Child(j, "case") >= 0 {
				n, c, head = j, s.Child(j, "case"), t.Head // was a preacher before the war broke out
			}
		}
		if c < 0 || c > n || head < 0 {
			continue
		}
		switch s.Tokens[c].Lower {
		case "before", "after", "since", "until", "once":
		default:
			continue
		}
		t.Head, t.Rel = head, "advcl"
		s.Tokens[n].Head, s.Tokens[n].Rel = v, "nsubj"
		s.Tokens[c].Head, s.Tokens[c].Rel = v, "mark"
	}
}

// fixContent hangs "that ..." from the noun of content right before it: "there
// are no indications that he knew".
func (s *Sentence) fixContent() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		m := s.Child(i, "mark")
		if m < 1 || m > i || s.Tokens[m].Lower != "that" || !t.Is("advcl", "ccomp", "acl") {
			continue
		}
		n := m - 1
		if s.Tokens[n].UPOS == "NOUN" && contentNouns[stemOf(&s.Tokens[n])] {
			if h := t.Head; h >= 0 && tellers[stemOf(&s.Tokens[h])] {
				continue
			}
			s.move(i, nameHead(s, n), "acl")
		}
	}
}

// fixReflexive makes the noun before "himself" the subject.
func (s *Sentence) fixReflexive() {
	for i := 1; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if !t.Is("nsubj") || t.Lower != "himself" && t.Lower != "herself" && t.Lower != "itself" && t.Lower != "themselves" || !s.IsNominal(i-1) {
			continue
		}
		n := nameHead(s, i-1)
		if !s.IsUnder(t.Head, n) {
			s.Tokens[n].Head, s.Tokens[n].Rel = t.Head, t.Rel
			t.Head, t.Rel = n, "nmod:unmarked"
		}
	}
}

// fixClauseSubject reads "How this ends will have an impact": the clause with
// the question word is the subject of the one that the parser coordinated with
// it without a conjunction.
func (s *Sentence) fixClauseSubject() {
	r := s.Root()
	if r < 0 || s.Tokens[len(s.Tokens)-1].Text == "?" || s.Child(r, "advmod", "mark", "obj", "nsubj") != 0 {
		return
	}
	switch s.Tokens[0].Lower {
	case "how", "what", "whether", "why", "who", "where":
	default:
		return
	}
	for _, p := range s.ChildrenBy(r, "conj", "parataxis", "ccomp") {
		if p > r && s.finite(p) && s.Child(p, "nsubj", "csubj", "cc") < 0 {
			s.replace(r, p, "csubj")
			for _, j := range s.ChildrenBy(r, "punct") {
				s.move(j, p, "punct")
			}
			return
		}
	}
}

// fixCompounds joins "taken to Kati barracks" where the parser gave the verb
// both nouns: the second, with no article, belongs to the first.
func (s *Sentence) fixCompounds() {
	for i := 1; i+1 < len(s.Tokens); i++ {
		a, b := &s.Tokens[i], &s.Tokens[i+1]
		if a.Head < 0 || a.Head != b.Head || a.Head > i || a.UPOS != "PROPN" || b.UPOS != "NOUN" || !a.Is("obl", "nmod") || !b.Is("obj", "obl", "nmod", "xcomp") ||
			s.Child(i, "case") < 0 || dateUnits[b.Lower] {
			continue
		}
		rel := a.Rel
		for _, j := range s.Children(i) {
			if j != i+1 {
				s.Tokens[j].Head = i + 1
			}
		}
		a.Head, a.Rel = i+1, "compound"
		b.Rel = rel
	}
}

// fixHelp reads "has advisers in an effort to help the government stem the
// tide": the bare verb right after the object of "help" is what that object does,
// and no clause of its own.
func (s *Sentence) fixHelp() {
	for w := range s.Tokens {
		if s.Tokens[w].UPOS != "VERB" {
			continue
		}
		o := s.Child(w, "obj")
		if stem := stemOf(&s.Tokens[w]); o < w || stem != "help" && stem != "let" && stem != "make" {
			continue
		}
		_, v := s.Subtree(o)
		if v >= len(s.Tokens) || s.Tokens[v].XPOS != "VBP" && s.Tokens[v].XPOS != "VB" || s.Tokens[v].Head == w {
			continue
		}
		x, up := s.Child(v, "nsubj"), s.Tokens[v].Head
		if up < 0 || x < up || x > w || s.Child(up, "obj") >= 0 {
			continue
		}
		s.Tokens[x].Head, s.Tokens[x].Rel = up, "obj"
		if s.move(v, w, "xcomp") {
			s.Tokens[v].XPOS = "VB"
		}
	}
}

// controllers are verbs, by lemma, that want something done by their object.
var controllers = words(`want expect ask order urge allow force tell persuade press instruct`)

// fixWanted reads "Kenya and Ghana want the mission to withdraw": what is wanted
// of the object hangs from the verb.
func (s *Sentence) fixWanted() {
	for w := range s.Tokens {
		t := &s.Tokens[w]
		m, n := s.Child(w, "mark"), t.Head
		if !t.Is("acl") || m < 0 || m != w-1 || s.Tokens[m].Lower != "to" || n < 0 || n > w || !s.Tokens[n].Is("obj") {
			continue
		}
		v := s.Tokens[n].Head
		if _, hi := s.NP(n); v >= 0 && v < n && hi == m && controllers[stemOf(&s.Tokens[v])] && s.Child(v, "xcomp") < 0 {
			t.Head, t.Rel = v, "xcomp"
		}
	}
}
