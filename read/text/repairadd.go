package text

// Repairs of what somebody says besides: the clauses that go on with what was said.

// fixSaying mends what hangs on a verb of saying: its hearer, and what is said besides.
func (s *Sentence) fixSaying() {
	s.fixTold()
	s.fixFalseAux()
	s.fixAdding()
	s.fixAndThat()
	s.fixInStatement()
	s.fixWhether()
}

// fixAdding reads "the mayor said four people had died, adding that": who speaks goes
// on speaking, and not those of whom was spoken.
func (s *Sentence) fixAdding() {
	for g := 2; g+1 < len(s.Tokens); g++ {
		t := &s.Tokens[g]
		up := t.Head
		if t.XPOS != "VBG" || !t.Is("advcl") || s.Tokens[g-1].Text != "," || up < 0 || up > g || !s.Tokens[up].Is("ccomp") || s.Child(g, "ccomp") < g {
			continue
		}
		if m := s.Tokens[g+1].Lower; t.Lower != "adding" && (m != "that" || s.Child(up, "nsubj:pass") < 0) {
			continue
		}
		if v := s.Tokens[up].Head; v >= 0 && v < up && reportForm(s.Tokens[v].Lower) {
			s.move(g, v, "advcl")
		}
	}
}

// fixAndThat reads "he said he had been beaten, and that his brother had been shot":
// the second "that" opens more of what is said.
func (s *Sentence) fixAndThat() {
	for m := 2; m+1 < len(s.Tokens); m++ {
		v := s.Tokens[m].Head
		if s.Tokens[m].Lower != "that" || !s.Tokens[m].Is("mark") || s.Tokens[m-1].UPOS != "CCONJ" || v < m || !s.Tokens[v].Is("conj") {
			continue
		}
		up := s.Tokens[v].Head
		if up < 0 || up > m || !reportForm(s.Tokens[up].Lower) {
			continue
		}
		if c := s.Child(up, "ccomp"); c > up && c < m {
			s.move(v, c, "conj")
		}
	}
}

// saidWhat returns where the clause of what is said starts behind the verb at v: at
// once, behind a day, or behind the "how" of those who describe.
func (s *Sentence) saidWhat(v int) int {
	k := v + 1
	if h := s.howBehind(v); h > v {
		return h + 1
	}
	if s.Tokens[k].Lower == "on" && k+1 < len(s.Tokens) {
		k++
	}
	if weekdays[s.Tokens[k].Lower] && k+1 < len(s.Tokens) {
		return k + 1
	}
	return v + 1
}

// tellsHow reports whether the word at v is the verb of those who "described how".
func (s *Sentence) tellsHow(v int) bool {
	t := &s.Tokens[v]
	return s.howBehind(v) > v && (t.XPOS == "VBD" || t.XPOS == "VBN") && s.Child(v, "aux", "aux:pass") < 0
}

// howBehind returns where "how" stands right behind the verb at v or behind its hearer,
// "described to Reuters how", or -1.
func (s *Sentence) howBehind(v int) int {
	for k := v + 1; k < len(s.Tokens)-1 && k < v+6; k++ {
		if s.Tokens[k].Lower == "how" {
			return k
		}
		if u := s.Tokens[k].UPOS; u != "ADP" && u != "DET" && u != "NOUN" && u != "PROPN" {
			return -1
		}
	}
	return -1
}

// saidBehind returns the verb of saying, without a subject of its own, that the parser
// hung on the relative verb at v although a comma closes the relative before it, or -1.
func (s *Sentence) saidBehind(v int) int {
	for h := v + 2; h+1 < len(s.Tokens); h++ {
		t := &s.Tokens[h]
		if t.Head == v && t.XPOS == "VBD" && s.Tokens[h-1].Text == "," && reportForm(t.Lower) && s.Child(h, "nsubj", "nsubj:pass") < 0 {
			s.replace(v, h, "acl:relcl")
			return h
		}
	}
	return -1
}

// fixInStatement reads "said in a statement its fighters had hit the base": a clause with
// subject and object of its own is no relative of the paper that holds it.
func (s *Sentence) fixInStatement() {
	for v := range s.Tokens {
		n := s.Tokens[v].Head
		if !s.Tokens[v].Is("acl:relcl") || n < 1 || n > v || s.IsRelative(v) || s.Child(n, "case") < 0 {
			continue
		}
		up, subj := s.Tokens[n].Head, s.Child(v, "nsubj", "nsubj:pass")
		if up < 0 || up > n || !reportForm(s.Tokens[up].Lower) || s.Child(up, "ccomp") >= 0 || subj < n || s.Child(v, "obj", "aux:pass") < 0 {
			continue
		}
		s.move(v, up, "ccomp")
	}
}

// fixWhether reads "some analysts question whether": a noun between those in the plural
// and "whether" is their verb.
func (s *Sentence) fixWhether() {
	for v := 1; v+1 < len(s.Tokens); v++ {
		t, who := &s.Tokens[v], v-1
		if t.UPOS != "NOUN" || t.XPOS != "NN" || s.Tokens[v+1].Lower != "whether" || s.Tokens[who].XPOS != "NNS" || s.Tokens[who].Head != v || !t.Is("root", "conj", "parataxis", "ccomp") {
			continue
		}
		t.UPOS, t.XPOS = "VERB", "VBP"
		for _, j := range s.ChildrenBy(v, "det", "amod", "compound", "nmod", "nmod:poss", "nummod") {
			if j < who {
				s.Tokens[j].Head = who
			}
		}
		s.Tokens[who].Rel = "nsubj"
		for _, j := range s.ChildrenBy(v, "acl") {
			if j > v {
				s.Tokens[j].Rel = "ccomp"
			}
		}
	}
}

// helpers are the words that can be an auxiliary.
var helpers = words(`be am is are was were been being have has had having do does did done get gets got getting will would shall should
	can could may might must need dare ought used 's 're 've 'd 'll 'm ca wo sha to let keep kept going better ai s`)

// fixFalseAux reads "a rights monitor recorded 14 killings by the militia": a word that is
// no auxiliary, between a noun and its verb, is the subject.
func (s *Sentence) fixFalseAux() {
	for x := 1; x+1 < len(s.Tokens); x++ {
		t, n := &s.Tokens[x], x-1
		v := t.Head
		if !t.Is("aux") || helpers[t.Lower] || t.XPOS != "VBP" || v != x+1 || !s.Tokens[n].Is("nsubj", "nsubj:pass") || s.Tokens[n].Head != v || s.Tokens[n].UPOS != "NOUN" || s.Child(v, "aux:pass") >= 0 {
			continue
		}
		t.UPOS, t.XPOS, t.Rel = "NOUN", "NN", "nsubj"
		s.Tokens[n].Head, s.Tokens[n].Rel = x, "compound"
		for _, j := range s.ChildrenBy(n, "det", "amod", "nmod:poss", "nummod") {
			s.Tokens[j].Head = x
		}
		if s.Tokens[v].XPOS == "VBN" {
			s.Tokens[v].XPOS = "VBD"
		}
		if o, by := s.Child(v, "obj"), s.Child(v, "obl:agent"); o > v && by > o {
			s.move(by, o, "nmod")
		}
	}
}
