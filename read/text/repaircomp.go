package text

// infinitiveTakers are verbs that a "to" clause right after completes.
var infinitiveTakers = words(`seem appear want seek try attempt intend plan hope begin start continue agree refuse fail threaten vow
	pledge promise manage decide expect need aim prepare struggle tend wish offer ask urge order tell force allow permit encourage
	report believe say know think suppose require compel instruct warn forbid decline choose claim mean happen prove help cease vote`)

// fixComplements makes the infinitive right after such a verb its open
// complement.
func (s *Sentence) fixComplements() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.UPOS != "VERB" && t.UPOS != "AUX" || t.Head < 0 || !t.Is("advcl", "ccomp", "acl") || t.XPOS != "VB" && t.XPOS != "VBN" {
			continue
		}
		to := s.Child(i, "mark")
		if to < 1 || s.Tokens[to].Lower != "to" || s.Child(i, "nsubj") >= 0 {
			continue
		}
		v := to - 1
		for v > 0 && (s.Tokens[v].Lower == "not" || s.Tokens[v].Lower == "never" || s.Tokens[v].UPOS == "ADV") {
			v--
		}
		if s.Tokens[t.Head].UPOS == "VERB" && t.Head < to && objectControl[stemOf(&s.Tokens[t.Head])] && s.Child(t.Head, "obj", "iobj") > t.Head && s.Child(t.Head, "obj", "iobj") < to {
			t.Rel = "xcomp" // ordered the police to release
			continue
		}
		if s.Tokens[v].UPOS == "VERB" && (infinitiveTakers[stemOf(&s.Tokens[v])]) && (t.Head == v || s.move(i, v, "xcomp")) {
			t.Rel = "xcomp"
		}
	}
}

// objectControl are verbs whose object does what the infinitive says.
var objectControl = words(`order ask tell urge force allow permit encourage instruct warn forbid require compel persuade enable invite
	lead cause push press direct advise expect pressure command oblige convince prompt help`)

// fixTold hangs a clause from the verb of telling whose object the parser hung
// it from ("told parliament that troops had entered"), and what somebody did
// not say from the saying ("did not say when elections would be held").
func (s *Sentence) fixTold() {
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.Head < 0 {
			continue
		}
		m := s.Child(i, "mark", "advmod")
		if m < 1 || m > i {
			continue
		}
		noun := &s.Tokens[t.Head]
		if t.Is("acl") && s.Tokens[m].Lower == "that" && noun.Is("obj", "iobj") && noun.Head >= 0 && t.Head < m && tellers[stemOf(&s.Tokens[noun.Head])] {
			s.move(i, noun.Head, "ccomp")
			continue
		}
		v := m - 1
		if t.Is("advcl", "ccomp", "acl", "parataxis") && (s.Tokens[m].XPOS == "WRB" || s.Tokens[m].Lower == "whether") && s.Tokens[v].UPOS == "VERB" && s.Child(i, "nsubj") > m &&
			(askers[stemOf(&s.Tokens[v])] || reportVerbs[stemOf(&s.Tokens[v])]) {
			if t.Head == v {
				t.Rel = "ccomp"
				continue
			}
			if h := t.Head; s.Tokens[h].Head == v && h > i && s.Tokens[h].Is("ccomp") {
				s.Tokens[h].Rel = "parataxis"
				if s.Child(h, "cc") >= 0 {
					s.Tokens[h].Rel = "conj"
				}
			}
			s.move(i, v, "ccomp")
		}
	}
}

// fixListed joins a verb that only a comma parts from what somebody said to that:
// "said that rustlers had attacked four villages, killed nine people and fled".
func (s *Sentence) fixListed() {
	for i := 2; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if !t.Is("conj") || t.UPOS != "VERB" || t.XPOS != "VBD" && t.XPOS != "VBN" || t.Head < 0 || t.Head > i || s.Tokens[i-1].Text != "," || s.Child(i, "nsubj", "nsubj:pass", "aux", "aux:pass") >= 0 {
			continue
		}
		if v := stemOf(&s.Tokens[t.Head]); !reportVerbs[v] && !tellers[v] || s.Child(i, "conj") < i && s.Child(t.Head, "conj") <= i {
			continue
		}
		for _, c := range s.ChildrenBy(t.Head, "ccomp") {
			if c > t.Head && c < i && s.Tokens[c].UPOS == "VERB" && s.Child(c, "nsubj") >= 0 && s.finite(c) {
				s.move(i, c, "conj")
				break
			}
		}
	}
}

var tellers = words(`tell inform warn assure remind notify convince persuade brief promise show teach advise`)

var askers = words(`ask wonder decide determine discuss question debate specify clarify disclose doubt see investigate explain describe`)

// contentNouns are nouns that a "that" clause gives the content of.
var contentNouns = words(`report claim indication sign evidence fact fear hope belief news statement warning allegation suspicion doubt
	possibility risk concern rumour rumor idea assumption conclusion announcement accusation assertion argument likelihood chance
	understanding assurance guarantee view notion impression proof speculation threat promise condition`)

// fixThat makes "that" the mark of a content clause where the parser took it for
// the object of a verb that has one of its own, or whose noun has content:
// "reports that he intends to leave", "told parliament that troops had entered".
func (s *Sentence) fixThat() {
	for m := 1; m+1 < len(s.Tokens); m++ {
		t := &s.Tokens[m]
		if t.Lower != "that" || !t.Is("obj", "iobj", "obl") || t.Head <= m {
			continue
		}
		verb := t.Head
		v := &s.Tokens[verb]
		if s.Child(verb, "nsubj") < m || v.Head < 0 || v.Head > m {
			continue
		}
		noun := &s.Tokens[v.Head]
		full := s.Child(verb, "xcomp", "ccomp") >= 0 || len(s.ChildrenBy(verb, "obj")) > 1
		told := noun.Is("obj", "iobj") && noun.Head >= 0 && tellers[stemOf(&s.Tokens[noun.Head])]
		if !full && !told && !contentNouns[stemOf(noun)] {
			continue
		}
		t.Rel, t.UPOS, t.XPOS = "mark", "SCONJ", "IN"
		v.Rel = "acl"
		if told {
			v.Rel, v.Head = "ccomp", noun.Head
		}
	}
}

// fixBlame reads "accused him of torturing prisoners", where the parser took
// the gerund for an adjective.
func (s *Sentence) fixBlame() {
	for g := 2; g+1 < len(s.Tokens); g++ {
		t := &s.Tokens[g]
		if !t.Is("amod") || t.XPOS != "VBG" || t.Head <= g || s.Tokens[g-1].UPOS != "ADP" || s.Tokens[g-1].Head != t.Head {
			continue
		}
		noun := t.Head
		verb := s.Tokens[noun].Head
		for k := 0; k < 3 && verb >= 0 && s.Tokens[verb].UPOS != "VERB"; k++ {
			verb = s.Tokens[verb].Head // the accused, or the place named after him
		}
		if verb < 0 || s.Tokens[verb].UPOS != "VERB" || !blaming[stemOf(&s.Tokens[verb])] || s.IsUnder(verb, noun) {
			continue
		}
		t.Head, t.Rel = verb, "advcl"
		s.Tokens[g-1].Head, s.Tokens[g-1].Rel = g, "mark"
		s.Tokens[noun].Head, s.Tokens[noun].Rel = g, "obj"
	}
}

// stemOf is the lemma of a verb, before lemmas are set.
func stemOf(t *Token) string { return model().Lemma(t.Text, t.UPOS+"|"+t.XPOS) }
