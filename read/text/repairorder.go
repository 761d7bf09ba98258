package text

// orderMarks are prepositions that open a clause of time where a finite verb stands right
// behind their noun.
var orderMarks = words(`after before since until once`)

// fixOrder reads "dismissed his army chief after rebels overran a base": who stands
// between "after" and a finite verb is its subject, and the noun before belongs to the
// verb before.
func (s *Sentence) fixOrder() {
	for p := 2; p+2 < len(s.Tokens); p++ {
		t := &s.Tokens[p]
		x := t.Head
		if !orderMarks[t.Lower] || !t.Is("case") || x < p || !animate(&s.Tokens[x]) && s.Tokens[x].UPOS != "PROPN" || s.isDate(x) {
			continue
		}
		lo, v := s.NP(x)
		if lo != p+1 || v >= len(s.Tokens) || s.Tokens[v].UPOS != "VERB" || s.Tokens[v].XPOS != "VBD" || s.IsRelative(v) || s.Child(v, "mark") >= 0 {
			continue
		}
		n := s.Child(v, "nsubj")
		if up := s.Tokens[v].Head; n < 0 && s.Tokens[v].Is("conj") && s.Child(v, "cc") < 0 && up >= 0 && up < p && s.Tokens[up].UPOS == "VERB" && s.IsUnder(x, up) {
			s.orderClause(v, up, x, p)
			continue
		}
		if n < 0 || n > p || !model().OnlyPast(s.Tokens[v].Lower) && !pastOnly[s.Tokens[v].Lower] && !s.hasObject(v) {
			continue
		}
		if up := s.Tokens[v].Head; up >= 0 && up < n && s.Tokens[up].UPOS == "VERB" && s.Tokens[v].Is("ccomp", "parataxis", "advcl", "conj") && s.Child(up, "obj") < 0 {
			s.Tokens[n].Head, s.Tokens[n].Rel = up, "obj"
			s.orderClause(v, up, x, p)
		} else if a := s.Child(n, "acl"); a > n && a < p && s.Tokens[a].XPOS != "VBG" && s.Child(a, "obl:agent") < 0 {
			s.Tokens[a].Head, s.Tokens[a].Rel, s.Tokens[a].XPOS = s.Tokens[v].Head, s.Tokens[v].Rel, "VBD"
			s.Tokens[n].Head, s.Tokens[n].Rel = a, "nsubj"
			for _, j := range s.ChildrenBy(v, "punct", "obl", "advmod", "parataxis") {
				if j < n || s.Tokens[j].Is("punct") {
					s.Tokens[j].Head = a
				}
			}
			s.orderClause(v, a, x, p)
		}
	}
}

// orderClause hangs verb v with its subject x and its mark p from verb up.
func (s *Sentence) orderClause(v, up, x, p int) {
	s.Tokens[v].Head, s.Tokens[v].Rel = up, "advcl"
	s.Tokens[x].Head, s.Tokens[x].Rel = v, "nsubj"
	s.Tokens[p].Head, s.Tokens[p].Rel, s.Tokens[p].UPOS = v, "mark", "SCONJ"
}

// fixNewSubject reads "used gas and at least two men were hurt": a noun that "and" joins
// to what stands before, right before a finite auxiliary, is the subject of its verb.
func (s *Sentence) fixNewSubject() {
	for v := 3; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.UPOS != "VERB" || !t.Is("conj", "advcl", "parataxis") || s.Child(v, "nsubj", "nsubj:pass", "expl") >= 0 {
			continue
		}
		start := s.groupStart(v)
		if start == v || start < 3 || s.Tokens[start].XPOS == "VB" || s.Tokens[start].XPOS == "VBN" || s.Tokens[start].XPOS == "VBG" {
			continue
		}
		m := start - 1
		if !s.Tokens[m].Is("conj") || s.Tokens[m].UPOS != "NOUN" && s.Tokens[m].UPOS != "PROPN" || s.IsUnder(v, m) {
			continue
		}
		lo, _ := s.NP(m)
		for lo > 1 && boundsNumber[s.Tokens[lo-1].Lower] {
			lo--
		}
		if s.Tokens[lo-1].UPOS != "CCONJ" || t.Head < 0 || t.Head > lo {
			continue
		}
		t.Rel = "conj"
		s.Tokens[m].Head, s.Tokens[m].Rel = v, "nsubj"
		if s.Child(v, "aux:pass") >= 0 {
			s.Tokens[m].Rel = "nsubj:pass"
		}
		s.Tokens[lo-1].Head, s.Tokens[lo-1].Rel = v, "cc"
		for j := lo; j < m; j++ {
			if h := s.Tokens[j].Head; h < lo || h > m {
				s.Tokens[j].Head = m
			}
		}
	}
}

// fixInnerConjunct reads "police used gas, as the governor ruled out talks and warned":
// without a comma before "and" the last verb goes on with the clause behind the comma.
func (s *Sentence) fixInnerConjunct() {
	for v := 5; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		up, cc := t.Head, s.Child(v, "cc")
		if !t.Is("conj") || t.XPOS != "VBD" || up < 0 || cc < up || cc > v || s.Tokens[up].UPOS != "VERB" || s.Child(v, "nsubj", "nsubj:pass", "aux") >= 0 {
			continue
		}
		for _, c := range s.ChildrenBy(up, "advcl") {
			m, x := s.Child(c, "mark"), s.Child(c, "nsubj")
			if c < up || c > cc || m < up || x < m || s.Tokens[c].XPOS != "VBD" || s.Tokens[m-1].Text != "," || s.commaBetween(c, cc) || s.commaBetween(m, c) {
				continue
			}
			s.move(v, c, "conj")
			break
		}
	}
}
