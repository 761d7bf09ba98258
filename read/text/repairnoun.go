package text

// fixSubjects mends subjects: one with a preposition is none ("troops loyal to
// the leader stormed"), and the second of two, right after a verb, is that
// verb's object ("the group that attacked the convoy has been named").
func (s *Sentence) fixSubjects() {
	for j := 1; j < len(s.Tokens); j++ {
		t := &s.Tokens[j]
		if !t.Is("nsubj") || t.Head < 0 || t.Rel == "nsubj:outer" {
			continue
		}
		if c := s.Child(j, "case"); c > 0 && c < j && s.Tokens[c].UPOS == "ADP" && s.Tokens[c].Lower != "like" {
			t.Rel = "obl"
			if u := s.Tokens[c-1].UPOS; u == "ADJ" || u == "NOUN" || u == "PROPN" || u == "VERB" {
				s.move(j, c-1, map[bool]string{true: "nmod", false: "obl"}[u == "NOUN" || u == "PROPN"])
			}
			continue
		}
		first := s.Child(t.Head, "nsubj")
		if first == j-1 && s.Tokens[first].UPOS == "NOUN" && t.UPOS == "NOUN" && s.Tokens[first].Rel == t.Rel {
			for _, k := range s.Children(first) {
				if s.Tokens[k].Is("det", "nummod", "amod", "nmod:poss", "compound") {
					s.move(k, j, s.Tokens[k].Rel)
				}
			}
			s.move(first, j, "compound") // two police officers were murdered
			continue
		}
		if first >= j || s.Tokens[first].Rel == "nsubj:outer" {
			continue
		}
		lo, hi := s.NP(j)
		if lo > first+1 && hi < len(s.Tokens) && s.Tokens[lo-1].Lower == "," && s.Tokens[hi].Lower == "," && hi < t.Head {
			s.move(j, first, "appos") // the leader of the coup, Yaya Diallo, had fled
			continue
		}
		if u := lo - 1; u > first && s.Tokens[u].UPOS == "VERB" && s.Child(u, "obj", "ccomp", "xcomp") < 0 && s.IsUnder(u, first) {
			s.move(j, u, "obj")
		}
	}
}

// eventNouns are things that happen, and so have a date of their own.
var eventNouns = words(`coup war attack election vote conflict rebellion uprising massacre protest crisis raid bombing invasion revolution strike
	referendum talks agreement deal treaty summit violence fighting killing death arrest independence`)

// fixDates hangs a date from the verb where the parser hung it from a noun to
// the verb's right that is no event: "killed in the city of Gao on Tuesday". The
// same goes for a cause ("because of the rains") and for the place beside a
// person with a title ("arrested President Touré in Bamako").
func (s *Sentence) fixDates() {
	for j := 1; j < len(s.Tokens); j++ {
		t := &s.Tokens[j]
		if !t.Is("nmod") || t.Head < 0 || t.Head > j {
			continue
		}
		c := s.Child(j, "case")
		if c < 1 || c > j {
			continue
		}
		cause := s.Tokens[c].Lower == "because" || s.Tokens[c].Lower == "despite" || s.Tokens[c].Lower == "amid" || s.Tokens[c].Lower == "due"
		date := s.isDate(j) && s.Tokens[c].Lower != "of"
		person := s.Tokens[t.Head].UPOS == "PROPN" && s.Child(t.Head, "nmod:desc") >= 0 && placeCases[s.Tokens[c].Lower]
		if !cause && !date && !person {
			continue
		}
		if head := &s.Tokens[t.Head]; date && (eventNouns[head.Lower] || eventNouns[stemOf(head)]) && s.Tokens[c].Lower != "on" {
			continue
		}
		for v, n := t.Head, 0; v >= 0 && n <= len(s.Tokens); v, n = s.Tokens[v].Head, n+1 {
			if s.Tokens[v].UPOS == "VERB" && !s.Tokens[v].Is("amod") || s.Child(v, "cop") >= 0 {
				if v < t.Head {
					s.move(j, v, "obl")
				}
				break
			}
		}
	}
}

var placeCases = words(`in at near outside inside during after before`)

// isDate reports whether nominal j is a day, a month or a year.
func (s *Sentence) isDate(j int) bool {
	t := &s.Tokens[j]
	if weekdays[t.Lower] || months[t.Lower] && isCapital(t.Text) || isYear(t.Lower) {
		return true
	}
	return t.UPOS == "NUM" && j > 0 && months[s.Tokens[j-1].Lower]
}

// fixFinite makes a participle with a subject and no auxiliary the past tense
// that it must be.
func (s *Sentence) fixFinite() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.XPOS == "VBN" && t.UPOS == "VERB" && !t.Is("acl", "amod") && s.Child(i, "aux", "nsubj:pass", "cop") < 0 && s.Child(i, "nsubj") >= 0 && s.Child(i, "nsubj") < i {
			t.XPOS = "VBD"
		}
	}
}
