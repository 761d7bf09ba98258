package text

// Repairs of clauses that share or lack a part: a passive without its auxiliary, a main
// verb taken for an infinitive, a subject torn in two.

// fixGaps mends them, in the order in which one mend needs another.
func (s *Sentence) fixGaps() {
	s.fixOrder()
	s.fixInfinitiveRoot()
	s.fixBetween()
	s.fixMidClause()
	s.fixReducedMain()
	s.fixUnlikeConjunct()
	s.fixLateReduced()
	s.fixListHead()
	s.ensureTree()
	s.fixNewSubject()
	s.fixInserted()
	s.ensureTree()
	s.fixGapped()
}

// fixGapped reads "150 people were killed and over 5,000 displaced": a participle right
// behind a number of its own, coordinated with a passive, is a passive of that number.
func (s *Sentence) fixGapped() {
	for v := 2; v < len(s.Tokens); v++ {
		t, n := &s.Tokens[v], v-1
		for n > 1 && s.Tokens[n].XPOS == "RB" && s.Tokens[n].Head == v {
			n-- // "two critically wounded"
		}
		if t.UPOS != "VERB" || t.XPOS != "VBN" && t.XPOS != "VBD" || s.Tokens[n].UPOS != "NUM" || s.Tokens[v-1].UPOS == "AUX" || s.Child(v, "aux:pass", "ccomp") >= 0 || v+1 < len(s.Tokens) && s.opensPhrase(v+1) {
			continue
		}
		lo := n
		for lo > 1 && (s.Tokens[lo-1].UPOS == "ADV" || boundsNumber[s.Tokens[lo-1].Lower]) {
			lo--
		}
		cc := lo - 1
		if s.Tokens[cc].UPOS != "CCONJ" && s.Tokens[cc].Text != "," {
			continue
		}
		p := s.passiveBefore(cc)
		if p < 0 || s.IsUnder(p, v) {
			continue
		}
		t.Head, t.Rel, t.XPOS = p, "conj", "VBN"
		s.Tokens[n].Head, s.Tokens[n].Rel = v, "nsubj:pass"
		s.Tokens[cc].Head = v
		if s.Tokens[cc].UPOS == "CCONJ" {
			s.Tokens[cc].Rel = "cc"
		}
		for j := range s.Tokens {
			switch o := &s.Tokens[j]; {
			case j >= lo && j < n && (o.Head == v || o.Head < lo):
				o.Head = n // "over", "at least"
			case j > v && o.Head == v && o.Is("obj"):
				o.Rel = "conj" // "20 wounded and 14 houses burned"
			}
		}
		s.lend(v, p)
	}
}

// lend hangs the time and place behind the second of two verbs that share an auxiliary
// from the first, where it has none: "six were killed and 40 injured in Dhaka on Tuesday".
func (s *Sentence) lend(v, p int) {
	for _, j := range s.ChildrenBy(p, "obl") {
		if j > p && j < v {
			return
		}
	}
	for _, j := range s.ChildrenBy(v, "obl") {
		if j > v && !s.Tokens[j].Is("obl:agent") {
			s.move(j, p, s.Tokens[j].Rel)
		}
	}
}

// boundsNumber are words that stand before a number and say how it is meant.
var boundsNumber = words(`at least most more than up to over some about around nearly almost least another`)

// passiveBefore returns the passive verb before token i with no other finite verb
// between, -1 for none.
func (s *Sentence) passiveBefore(i int) int {
	for p := i - 1; p > 0; p-- {
		if s.Tokens[p].UPOS == "VERB" && (s.Child(p, "aux:pass") >= 0 || s.Child(p, "nsubj:pass") >= 0) {
			return p
		}
		if s.finite(p) || s.Tokens[p].Text == ";" {
			return -1
		}
	}
	return -1
}

// fixInfinitiveRoot reads "several thousand people marched to demand that ...": an
// infinitive with "to" and a subject of its own is no main verb; the verb between the
// two is.
func (s *Sentence) fixInfinitiveRoot() {
	r, n := s.Root(), -1
	for _, j := range s.ChildrenBy(r, "nsubj") {
		if j < r && s.Tokens[j].Rel == "nsubj" {
			n = j
		}
	}
	if n < 0 || s.Tokens[r-1].Lower != "to" || s.Tokens[r-1].UPOS != "PART" || s.Tokens[r].XPOS != "VB" {
		return
	}
	v := s.Child(n, "acl")
	if _, hi := s.NP(n); v < 0 || v != hi || v > r || s.Tokens[v].UPOS != "VERB" || s.Tokens[v].XPOS != "VBN" && s.Tokens[v].XPOS != "VBD" {
		return
	}
	s.Tokens[v].Head, s.Tokens[v].Rel, s.Tokens[v].XPOS = -1, "root", "VBD"
	s.Tokens[r].Head, s.Tokens[r].Rel = v, "advcl"
	for _, j := range s.ChildrenBy(r, "nsubj", "nsubj:outer", "obl", "advmod", "punct", "parataxis") {
		if j < r-1 || s.Tokens[j].Is("punct") {
			s.Tokens[j].Head = v
		}
		if s.Tokens[j].Rel == "nsubj:outer" {
			s.Tokens[j].Rel = "dislocated"
		}
	}
}

// fixBetween reads "since a truce between the army and the rebels broke down": what "and"
// joins to the first of two sides is the second, and the noun has the verb.
func (s *Sentence) fixBetween() {
	for k := 1; k+4 < len(s.Tokens); k++ {
		a := s.Tokens[k].Head
		if s.Tokens[k].Lower != "between" || !s.Tokens[k].Is("case") || a < k || s.Child(a, "conj") >= 0 {
			continue
		}
		n := s.Tokens[a].Head
		_, cc := s.NP(a)
		if n < 0 || n > k || !s.IsNominal(n) || cc+1 >= len(s.Tokens) || s.Tokens[cc].Lower != "and" {
			continue
		}
		for b := cc + 1; b < min(cc+6, len(s.Tokens)); b++ {
			v := s.Tokens[b].Head
			if lo, _ := s.NP(b); lo != cc+1 || !s.Tokens[b].Is("nsubj") || v < b || !s.Tokens[v].Is("acl:relcl", "acl", "conj", "advcl") || s.Tokens[v].Head < 0 || s.Tokens[v].Head > k {
				continue
			}
			s.Tokens[b].Head, s.Tokens[b].Rel = a, "conj"
			s.Tokens[cc].Head, s.Tokens[cc].Rel = b, "cc"
			s.hangOver(n, v)
			break
		}
	}
}

// hangOver makes noun n the subject of the finite verb v that hangs on it; a
// preposition before the noun that can open a clause opens that of the verb.
func (s *Sentence) hangOver(n, v int) {
	c := s.Child(n, "case")
	if c < 0 {
		return
	}
	switch s.Tokens[c].Lower {
	case "since", "after", "before", "until", "as":
	default:
		return
	}
	up := s.Tokens[n].Head
	for k := 0; k < 8 && up >= 0 && s.Tokens[up].UPOS != "VERB" && s.Child(up, "cop") < 0; k++ {
		up = s.Tokens[up].Head
	}
	if up < 0 || up > c {
		return
	}
	s.Tokens[v].Head, s.Tokens[v].Rel = up, "advcl"
	s.Tokens[n].Head, s.Tokens[n].Rel = v, "nsubj"
	s.Tokens[c].Head, s.Tokens[c].Rel, s.Tokens[c].UPOS = v, "mark", "SCONJ"
}

// fixLateReduced reads "Karim Tabo, the president ousted in April": a clause without a
// pronoun does not describe a noun from behind a comma. What stands there is an
// apposition, and the participle tells of it.
func (s *Sentence) fixLateReduced() {
	for v := 3; v < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		n, h := s.Child(v, "nsubj"), t.Head
		if !t.Is("acl:relcl", "acl") || n < 2 || n != v-1 || h < 0 || h >= n || s.Child(v, "obj", "ccomp", "xcomp", "aux", "cop") >= 0 || s.IsRelative(v) || !participleForm(t.Lower) {
			continue
		}
		lo, _ := s.NP(n)
		if lo < 2 || s.Tokens[lo-1].Text != "," || !s.IsNominal(lo-2) || s.Tokens[n].UPOS != "NOUN" || s.Tokens[lo].UPOS != "DET" {
			continue
		}
		if v+1 >= len(s.Tokens) || s.Tokens[v+1].UPOS != "ADP" {
			continue
		}
		t.Head, t.Rel, t.XPOS = n, "acl", "VBN"
		s.Tokens[n].Head, s.Tokens[n].Rel = nameHead(s, lo-2), "appos"
		for _, j := range s.ChildrenBy(v, "advcl", "punct") {
			if j > v && s.commaBetween(v, j+1) {
				up := h
				for k := 0; k < 8 && up >= 0 && s.Tokens[up].UPOS != "VERB"; k++ {
					up = s.Tokens[up].Head
				}
				if up >= 0 {
					s.move(j, up, s.Tokens[j].Rel)
				}
			}
		}
	}
}

// fixListHead reads "The Philippines, Malaysia and Indonesia agreed": a name that opens
// the clause before a comma and two more is the first of three.
func (s *Sentence) fixListHead() {
	for a := range s.Tokens {
		t := &s.Tokens[a]
		v := t.Head
		if t.UPOS != "PROPN" || !t.Is("obl:unmarked", "dislocated", "vocative", "parataxis", "nmod:unmarked", "advmod", "dep") || v <= a || s.isDate(a) || s.Child(a, "case") >= 0 {
			continue
		}
		lo, hi := s.NP(a)
		b := s.Child(v, "nsubj", "nsubj:pass")
		if b <= a || hi >= len(s.Tokens) || s.Tokens[hi].Text != "," || s.Tokens[b].UPOS != "PROPN" || lo > 0 && s.Tokens[lo-1].UPOS != "PUNCT" && s.Tokens[lo-1].UPOS != "SCONJ" {
			continue
		}
		second, end := s.NP(b)
		c := s.Child(b, "conj")
		if second != hi+1 || c < 0 || s.Tokens[c].UPOS != "PROPN" || end >= len(s.Tokens) || s.Tokens[end].UPOS != "CCONJ" {
			continue
		}
		s.Tokens[a].Head, s.Tokens[a].Rel = v, s.Tokens[b].Rel
		s.Tokens[b].Head, s.Tokens[b].Rel = a, "conj"
		s.Tokens[hi].Head = b
		for _, j := range s.ChildrenBy(b, "conj") {
			s.Tokens[j].Head = a
		}
	}
}

// fixMidClause reads "shot three people from the valley and mobs burned their houses":
// a noun between "and" and a verb with an object of its own is that verb's subject,
// and what stands before "and" is the object of the verb before.
func (s *Sentence) fixMidClause() {
	for v := 4; v+1 < len(s.Tokens); v++ {
		t, m := &s.Tokens[v], v-1
		if t.UPOS != "VERB" || t.XPOS != "VBD" && t.XPOS != "VBN" && t.XPOS != "VBP" || !s.Tokens[m].Is("conj") || s.Tokens[m].XPOS != "NNS" || s.Child(v, "aux", "cop") >= 0 || !s.hasObject(v) {
			continue
		}
		lo, _ := s.NP(m)
		if s.Tokens[lo-1].UPOS != "CCONJ" || s.commaBetween(lo-1, v) {
			continue
		}
		up := -1 // the verb before, right behind which the phrase begins that "and" ends
		for k := lo - 2; k > 0 && up < 0; k-- {
			if s.Tokens[k].UPOS == "VERB" && s.finite(k) {
				up = k
			}
		}
		if up < 0 || reportForm(s.Tokens[up].Lower) || s.commaBetween(up, lo) {
			continue
		}
		first := s.Tokens[m].Head
		h := t.Head
		if n := s.Child(v, "nsubj"); n > up && n < lo {
			if first = s.Tokens[m].Head; !s.IsUnder(first, n) || first == n {
				continue
			}
			s.Tokens[n].Head, s.Tokens[n].Rel = up, "obj"
		} else if n >= 0 || h <= up || h > m || first <= up || !s.Tokens[first].Is("nmod", "obl") {
			continue
		}
		t.Head, t.Rel, t.XPOS = up, "conj", "VBD"
		s.Tokens[m].Head, s.Tokens[m].Rel = v, "nsubj"
		s.Tokens[lo-1].Head, s.Tokens[lo-1].Rel = v, "cc"
	}
}

// hasObject reports whether a verb has an object right behind it.
func (s *Sentence) hasObject(v int) bool {
	o := s.Child(v, "obj")
	if o < v {
		return false
	}
	lo, _ := s.NP(o)
	return lo == v+1 || lo == v+3 && boundsNumber[s.Tokens[v+2].Lower]
}

// fixReducedMain reads "Police fired on protesters and youths torched cars": where "and"
// and a noun stand right before the verb, behind a participle of the tree's subject, the
// participle is a verb of its own and the noun the subject of the second.
func (s *Sentence) fixReducedMain() {
	for v := 4; v < len(s.Tokens); v++ {
		n, m := s.Child(v, "nsubj"), v-1
		if s.Tokens[v].XPOS != "VBD" || n < 0 || n > m || !s.Tokens[m].Is("conj") || s.Tokens[m].XPOS != "NNS" {
			continue
		}
		p := s.Child(n, "acl")
		lo, _ := s.NP(m)
		_, hi := s.NP(n)
		if p < 0 || p != hi || s.Tokens[p].XPOS != "VBN" && s.Tokens[p].XPOS != "VBD" || s.Child(p, "obl:agent") >= 0 || !s.IsUnder(m, p) || s.Tokens[lo-1].UPOS != "CCONJ" || s.commaBetween(n, v) {
			continue
		}
		s.Tokens[p].Head, s.Tokens[p].Rel, s.Tokens[p].XPOS = s.Tokens[v].Head, s.Tokens[v].Rel, "VBD"
		s.Tokens[n].Head, s.Tokens[n].Rel = p, "nsubj"
		s.Tokens[v].Head, s.Tokens[v].Rel = p, "conj"
		s.Tokens[m].Head, s.Tokens[m].Rel = v, "nsubj"
		s.Tokens[lo-1].Head, s.Tokens[lo-1].Rel = v, "cc"
		for _, j := range s.ChildrenBy(v, "mark", "advmod", "obl", "punct") {
			if j < p {
				s.Tokens[j].Head = p
			}
		}
	}
}

// fixUnlikeConjunct reads "rebels from Chad and mercenaries from Libya": people are
// joined to people, not to the name of where the first come from.
func (s *Sentence) fixUnlikeConjunct() {
	for c := range s.Tokens {
		t := &s.Tokens[c]
		h := t.Head
		if !t.Is("conj") || t.XPOS != "NNS" || !animate(t) || h < 0 || h > c || s.Tokens[h].UPOS != "PROPN" || !s.Tokens[h].Is("nmod") || s.Child(h, "case") < 0 {
			continue
		}
		n := s.Tokens[h].Head
		if n < 0 || n > h || s.Tokens[n].XPOS != "NNS" || !animate(&s.Tokens[n]) || s.Child(c, "cc") < 0 {
			continue
		}
		t.Head = n
	}
}

// fixInserted reads "The front, he said, attacked the town" and "The front had lost two
// men, he said, and killed nine": a verb behind a speaker who is set off by commas goes
// on with the clause that he was set into.
func (s *Sentence) fixInserted() {
	for v := 3; v+2 < len(s.Tokens); v++ {
		x := s.Child(v, "nsubj")
		if s.Tokens[v].UPOS != "VERB" || !reportForm(s.Tokens[v].Lower) || s.Tokens[v+1].Text != "," || x < 0 || x != v-1 || s.Child(v, "ccomp") > v {
			continue
		}
		lo, _ := s.NP(x)
		c := s.Child(v, "conj")
		if lo < 1 || s.Tokens[lo-1].Text != "," || c < v || !s.finite(c) || s.Child(c, "nsubj", "nsubj:pass") >= 0 {
			continue
		}
		cc := s.Child(c, "cc")
		if up := s.Tokens[v].Head; s.Tokens[v].Is("parataxis") && up >= 0 && up < lo && cc == v+2 && s.Tokens[up].UPOS == "VERB" {
			for _, j := range s.ChildrenBy(v, "conj") {
				s.move(j, up, "conj")
			}
			continue
		}
		n := s.Child(v, "ccomp", "parataxis", "dislocated", "obl:unmarked", "dep", "vocative")
		if !s.Tokens[v].Is("root") || n < 0 || n >= lo || c != v+2 || !s.IsNominal(n) || s.Child(n, "cop", "nsubj") >= 0 {
			continue
		}
		s.Tokens[c].Head, s.Tokens[c].Rel = -1, "root"
		s.Tokens[v].Head, s.Tokens[v].Rel = c, "parataxis"
		s.Tokens[n].Head, s.Tokens[n].Rel = c, "nsubj"
		for _, j := range s.ChildrenBy(v, "conj", "obl", "advmod", "punct") {
			if j > c || j < n {
				s.move(j, c, s.Tokens[j].Rel)
			}
		}
	}
}

// afterWhose mends "The union, whose leader was jailed, called a strike" where the parser
// made the verb behind "whose" the main one: what follows the next comma without a
// subject is said of the noun before the first. It reports whether it did.
func (s *Sentence) afterWhose(w, v int) bool {
	ante := nameHead(s, w-2)
	for k := 0; k < 3 && s.Tokens[ante].Is("compound", "flat", "nmod") && s.Tokens[ante].Head >= 0 && s.Tokens[ante].Head < w; k++ {
		ante = s.Tokens[ante].Head
	}
	if !s.IsNominal(ante) || s.Tokens[ante].Head != v || s.Child(ante, "case") >= 0 {
		return false
	}
	for _, c := range s.ChildrenBy(v, "conj", "advcl", "parataxis", "ccomp") {
		start := s.groupStart(c)
		if c < v || !s.finite(c) || s.Child(c, "nsubj", "nsubj:pass", "expl", "mark", "cc") >= 0 || start < 1 || s.Tokens[start-1].Text != "," {
			continue
		}
		s.Tokens[c].Head, s.Tokens[c].Rel = s.Tokens[v].Head, s.Tokens[v].Rel
		s.Tokens[v].Head, s.Tokens[v].Rel = ante, "acl:relcl"
		s.Tokens[ante].Head, s.Tokens[ante].Rel = c, "nsubj"
		if s.Child(c, "aux:pass") >= 0 {
			s.Tokens[ante].Rel = "nsubj:pass"
		}
		return true
	}
	return false
}
