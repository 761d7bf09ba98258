package text

// fixSharedSubjects reads "the army and the police attacked": of two subjects
// with "and" between them the second is coordinated with the first.
func (s *Sentence) fixSharedSubjects() {
	for v := range s.Tokens {
		subj := s.ChildrenBy(v, "nsubj")
		for k := 1; k < len(subj); k++ {
			a, b := subj[k-1], subj[k]
			_, hi := s.NP(a)
			lo, _ := s.NP(b)
			if b > v || hi >= lo || s.Tokens[hi].UPOS != "CCONJ" || hi+1 != lo {
				continue
			}
			s.Tokens[b].Head, s.Tokens[b].Rel = a, "conj"
			s.Tokens[hi].Head, s.Tokens[hi].Rel = b, "cc"
		}
	}
}

// plainPrepositions never open a clause.
var plainPrepositions = words(`under against near inside outside among amid at from with by of in into onto across around along beside beyond`)

// fixPrepositionSubject reads "soldiers under Ali Omar overthrew the president":
// what a preposition governs is no subject; the noun before the preposition is.
func (s *Sentence) fixPrepositionSubject() {
	for p := 1; p < len(s.Tokens); p++ {
		t := &s.Tokens[p]
		if !t.Is("mark") || !plainPrepositions[t.Lower] || t.Head <= p || !s.finite(t.Head) {
			continue
		}
		v, n := t.Head, s.Tokens[t.Head].Head
		x := s.Child(v, "nsubj")
		if x < p {
			continue
		}
		if lo, _ := s.NP(x); lo != p+1 && x != p+1 || n < 0 || n >= p || !s.IsNominal(n) || !s.Tokens[v].Is("acl", "advcl", "acl:relcl") {
			continue
		}
		s.replace(n, v, "nsubj")
		s.Tokens[x].Head, s.Tokens[x].Rel = n, "nmod"
		t.Head, t.Rel = x, "case"
		for _, j := range s.ChildrenBy(n, "punct", "obl", "advmod") {
			if j > v || s.Tokens[j].Is("obl") {
				s.move(j, v, s.Tokens[j].Rel)
			}
		}
	}
}

// fixClaimed reads "witnesses claimed the rebels abducted nurses": a past tense
// after the object of a verb of saying has that object as its subject.
func (s *Sentence) fixClaimed() {
	for v := range s.Tokens {
		t := &s.Tokens[v]
		n := t.Head
		if t.XPOS != "VBD" || !t.Is("acl") || n < 0 || n > v || !s.Tokens[n].Is("obj") || s.Child(v, "nsubj", "nsubj:pass") >= 0 {
			continue
		}
		up := s.Tokens[n].Head
		if _, hi := s.NP(n); up < 0 || up > n || hi != v || !reportForm(s.Tokens[up].Lower) {
			continue
		}
		t.Head, t.Rel = up, "ccomp"
		s.Tokens[n].Head, s.Tokens[n].Rel = v, "nsubj"
		for _, j := range s.ChildrenBy(up, "xcomp", "obj", "obl") {
			if j <= v {
				continue
			}
			if rel := s.Tokens[j].Rel; rel == "xcomp" && s.IsNominal(j) {
				s.move(j, v, "obj")
			} else {
				s.move(j, v, rel)
			}
		}
	}
}

// fixOpening reads "Since seizing power in May, the junta has killed hundreds":
// the clause with a subject and a finite verb after the comma is the main one.
func (s *Sentence) fixOpening() {
	r := s.Root()
	if r < 1 || s.Tokens[r].XPOS != "VBG" || !subordinators[s.Tokens[0].Lower] || s.Tokens[0].Head != r || s.Child(r, "aux", "nsubj") >= 0 {
		return
	}
	for x := r + 1; x < len(s.Tokens); x++ {
		t := &s.Tokens[x]
		v := t.Head
		if lo, _ := s.NP(x); !t.Is("nsubj", "nsubj:pass") || v < x || lo < 1 || s.Tokens[lo-1].Text != "," || !s.finite(v) || s.Child(v, "mark") >= 0 {
			continue
		}
		s.Tokens[v].Head, s.Tokens[v].Rel = -1, "root"
		s.Tokens[r].Head, s.Tokens[r].Rel = v, "advcl"
		for _, j := range s.ChildrenBy(r, "punct") {
			if j > v {
				s.Tokens[j].Head = v
			}
		}
		return
	}
}

// fixRelativeObject reads "the group that attacked the convoy has been named":
// the noun right after the relative's verb is that verb's object, and the
// antecedent is the subject that the parser missed.
func (s *Sentence) fixRelativeObject() {
	for v := range s.Tokens {
		x := s.Child(v, "nsubj", "nsubj:pass")
		if x < 1 || x > v {
			continue
		}
		for _, n := range s.ChildrenBy(v, "parataxis", "dislocated", "dep", "obl:unmarked", "vocative") {
			r := s.Child(n, "acl:relcl", "acl")
			if n > x || r < n || r > x || !s.IsNominal(n) || s.Child(r, "obj", "ccomp", "xcomp") >= 0 {
				continue
			}
			lo, _ := s.NP(x)
			if g := lo - 1; g > r && s.Tokens[g].XPOS == "VBG" && s.IsUnder(g, r) && s.Child(g, "obj") < 0 {
				r = g // "men suspected of kidnapping a priest were arrested"
			}
			if lo == r+1 {
				s.Tokens[n].Rel = s.Tokens[x].Rel
				s.Tokens[x].Head, s.Tokens[x].Rel = r, "obj"
				break
			}
		}
	}
}

// particleOf are verbs, by lemma, with the particles that change what they mean.
var particleOf = map[string]string{"take": "over", "carry": "out", "blow": "up", "set": "up", "hand": "over", "shoot": "down", "call": "off", "break": "up", "step": "up"}

// fixParticles reads "take over the capital" as a verb with a particle and an
// object.
func (s *Sentence) fixParticles() {
	for p := 1; p < len(s.Tokens); p++ {
		t, v := &s.Tokens[p], p-1
		if !t.Is("case") || s.Tokens[v].UPOS != "VERB" || t.Head < p || t.Lower == "" || particleOf[stemOf(&s.Tokens[v])] != t.Lower {
			continue
		}
		o := &s.Tokens[t.Head]
		if o.Head != v || !o.Is("obl") || s.Child(v, "obj") >= 0 || weakPlace(o) && o.XPOS == "CD" || s.isDate(t.Head) {
			continue
		}
		o.Rel = "obj"
		t.Head, t.Rel, t.UPOS, t.XPOS = v, "compound:prt", "ADP", "RP"
	}
}

// fixLooseModifiers hangs an article or adjective, which the parser gave to the
// verb after the phrase it opens, from that phrase: "The cleric Rashid Karimov
// leads".
func (s *Sentence) fixLooseModifiers() {
	for i := 0; i+1 < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		v := t.Head
		rel := "det"
		switch {
		case t.UPOS == "DET" && t.Is("det", "advmod", "nsubj"):
		case t.UPOS == "ADJ" && t.Is("advmod", "obl", "amod", "advcl") && isCapital(t.Text):
			rel = "amod"
		default:
			continue
		}
		if next := &s.Tokens[i+1]; v <= i+1 || s.Tokens[v].UPOS != "VERB" || next.UPOS != "NOUN" && next.UPOS != "PROPN" || len(s.Children(i)) > 0 {
			continue
		}
		top := i + 1
		for h := s.Tokens[top].Head; h > i && h < v && h != top; h = s.Tokens[top].Head {
			top = h
		}
		if s.Tokens[top].Head == v && s.IsNominal(top) {
			t.Head, t.Rel = top, rel
		}
	}
}

// calling are verbs, by lemma, that take an object and what it is called.
var calling = words(`call label brand dub term deem declare pronounce`)

// fixCalled reads "called the vote a farce" and "called the vote in Gao “a
// farce”": what something is called hangs from the verb.
func (s *Sentence) fixCalled() {
	for i := 2; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if !t.Is("appos") || t.Head < 0 || t.Head > i {
			continue
		}
		lo, _ := s.NP(i)
		if lo < 2 || t.Head > lo || !isOpener(s.Tokens[lo-1].Text) && s.Tokens[lo-1].XPOS != "``" {
			continue
		}
		v := t.Head
		for k := 0; k < 3 && v >= 0 && s.Tokens[v].UPOS != "VERB"; k++ {
			v = s.Tokens[v].Head
		}
		if v >= 0 && v < i && calling[stemOf(&s.Tokens[v])] && s.Child(v, "obj") >= 0 {
			t.Head, t.Rel = v, "xcomp"
		}
	}
}

// fixCoordinatedSubject reads "Neither the government nor the rebels signed the
// deal" where the parser made the first of two subjects the root and the clause
// its relative.
func (s *Sentence) fixCoordinatedSubject() {
	n := s.Root()
	if n < 0 || !s.IsNominal(n) || s.Child(n, "cop", "nsubj") >= 0 {
		return
	}
	_, hi := s.NP(n)
	for _, v := range s.ChildrenBy(n, "acl:relcl", "acl", "parataxis", "conj", "advcl") {
		x := s.Child(v, "nsubj", "nsubj:pass")
		if v < n || x < n || x > v || !s.finite(v) || s.IsRelative(v) || s.Child(v, "mark") >= 0 {
			continue
		}
		lo, _ := s.NP(x)
		cc := lo - 1
		if cc <= n || s.Tokens[cc].UPOS != "CCONJ" || s.commaBetween(n, cc) || hi < cc && s.Tokens[hi].UPOS == "VERB" {
			continue
		}
		rel := s.Tokens[x].Rel
		s.Tokens[v].Head, s.Tokens[v].Rel = -1, "root"
		s.Tokens[n].Head, s.Tokens[n].Rel = v, rel
		s.Tokens[x].Head, s.Tokens[x].Rel = n, "conj"
		s.Tokens[cc].Head, s.Tokens[cc].Rel = x, "cc"
		for _, j := range s.ChildrenBy(n, "punct") {
			if j > v {
				s.Tokens[j].Head = v
			}
		}
		return
	}
}

// fixVerblessSubject reads "The minister apologised for the columns after they
// came out": a participle right after the root noun of a sentence that has
// other clauses is its main verb. A lone "Three soldiers killed in Gao." is left
// as it is.
func (s *Sentence) fixVerblessSubject() {
	n := s.Root()
	if n < 0 || s.Kind == "heading" || !s.IsNominal(n) || s.Child(n, "cop", "nsubj", "cc", "conj") >= 0 || s.Tokens[len(s.Tokens)-1].Text != "." {
		return
	}
	v := s.Child(n, "acl")
	if v < 0 || v != n+1 || s.Tokens[v].XPOS != "VBN" && s.Tokens[v].XPOS != "VBD" || takesTwo[s.Tokens[v].Lower] || s.Tokens[v].Lower != "" && !participleForm(s.Tokens[v].Lower) {
		return
	}
	clauses := s.ChildrenBy(n, "advcl", "parataxis", "ccomp")
	if len(clauses) == 0 && s.Child(v, "advcl", "ccomp") < 0 {
		return
	}
	s.Tokens[v].XPOS = "VBD"
	s.replace(n, v, "nsubj")
	for _, j := range s.ChildrenBy(n, "advcl", "parataxis", "ccomp", "punct", "obl", "advmod") {
		if j > v {
			s.move(j, v, s.Tokens[j].Rel)
		}
	}
}
