package text

import "slices"

// fixRoot makes the first free finite verb the root where the parser left a
// noun phrase without a predicate there.
func (s *Sentence) fixRoot() {
	r := s.Root()
	if r < 0 || s.Tokens[r].UPOS == "VERB" || s.Tokens[r].UPOS == "AUX" || s.Child(r, "cop") >= 0 {
		return
	}
	if s.Child(r, "nsubj", "csubj", "expl") >= 0 && s.Tokens[r].UPOS != "ADV" {
		return
	}
	best := -1
	for i := range s.Tokens {
		t := &s.Tokens[i]
		if t.UPOS != "VERB" && s.Child(i, "cop") < 0 || i == r || !s.finite(i) || s.IsRelative(i) || s.Child(i, "mark") >= 0 ||
			t.Is("csubj", "amod") || i > r && t.Is("acl:relcl") && s.Child(i, "nsubj") >= 0 && !s.besideComma(i) {
			continue
		}
		if t.Is("conj") && t.Head != r || s.wordBefore(i, "when", "where", "while", "if", "what", "how", "why") {
			continue
		}
		best = i
		break
	}
	if best < 0 {
		return
	}
	s.Tokens[best].Head, s.Tokens[best].Rel = -1, "root"
	s.Tokens[r].Head, s.Tokens[r].Rel = best, "obl"
	if s.Tokens[r].UPOS == "ADV" {
		s.Tokens[r].Rel = "advmod"
		for _, j := range s.ChildrenBy(r, "nsubj", "expl") {
			if s.Child(best, "nsubj") < 0 && j < best {
				s.move(j, best, s.Tokens[j].Rel)
			}
		}
	}
	switch {
	case s.Tokens[r].Rel == "advmod":
	case s.Child(best, "nsubj") < 0 && r < best && s.Child(r, "case") < 0:
		s.Tokens[r].Rel = "nsubj"
	case s.Child(r, "case") < 0:
		s.Tokens[r].Rel = "parataxis"
	}
	for _, j := range s.ChildrenBy(r, "punct", "parataxis", "advmod", "obl") {
		if j > best || j < r && s.Tokens[j].Is("obl", "punct", "advmod") && s.setOff(j, r) {
			s.move(j, best, s.Tokens[j].Rel)
		}
	}
}

// setOff reports whether a comma stands between j and r.
func (s *Sentence) setOff(j, r int) bool { return s.commaBetween(j-1, r) }

// besideComma reports whether the subject of predicate i follows a comma.
func (s *Sentence) besideComma(i int) bool {
	j := s.Child(i, "nsubj")
	if j < 0 {
		return false
	}
	lo, _ := s.Subtree(j)
	return lo > 0 && s.Tokens[lo-1].Lower == ","
}

// wordBefore reports whether predicate i has one of the words as a dependent
// before it.
func (s *Sentence) wordBefore(i int, list ...string) bool {
	for _, j := range s.Children(i) {
		if j < i && slices.Contains(list, s.Tokens[j].Lower) {
			return true
		}
	}
	return false
}

// finite reports whether verb i is finite: by its own tag or by an auxiliary.
func (s *Sentence) finite(i int) bool {
	switch s.Tokens[i].XPOS {
	case "VBD", "VBZ", "VBP":
		return true
	}
	for _, j := range s.ChildrenBy(i, "aux", "cop") {
		switch s.Tokens[j].XPOS {
		case "MD", "VBD", "VBZ", "VBP":
			return true
		}
	}
	return false
}

// IsRelative reports whether the clause of predicate i opens with a relative
// pronoun.
func (s *Sentence) IsRelative(i int) bool { return s.relativePronoun(i) >= 0 }

// relativePronoun returns the who, whom, which or that by which the clause of
// predicate i hangs from a noun, or -1.
func (s *Sentence) relativePronoun(i int) int {
	for _, j := range s.ChildrenBy(i, "nsubj", "obj", "obl", "iobj", "csubj") {
		if isRelativePronoun(&s.Tokens[j]) && j < i {
			return j
		}
	}
	return -1
}

// fixRelatives hangs the clause of a comma relative from the noun before the
// comma where the parser read it as something else.
func (s *Sentence) fixRelatives() {
	for w := 1; w+1 < len(s.Tokens); w++ {
		t := &s.Tokens[w]
		if t.Lower != "who" && t.Lower != "which" && t.Lower != "that" || !isRelativePronoun(t) || t.Head < 0 {
			continue
		}
		verb := t.Head
		for n := 0; s.Tokens[verb].UPOS != "VERB" && s.Tokens[verb].Head >= 0 && s.Child(verb, "cop", "nsubj") < 0 && n < 3; n++ {
			verb = s.Tokens[verb].Head
		}
		before := w - 1
		caseWord := s.Tokens[before].UPOS == "ADP" // from which
		if caseWord {
			before--
		}
		if before < 1 {
			continue
		}
		if s.Tokens[before].UPOS == "CCONJ" && verb > w {
			s.joinRelative(verb, before)
			continue
		}
		hung := s.Tokens[verb].Is("acl:relcl", "advcl:relcl")
		if verb <= w || s.Tokens[verb].Is("conj") && s.Tokens[before].UPOS == "CCONJ" || hung && !s.wrongAntecedent(verb, w, before) {
			continue
		}
		if t.Lower == "that" && !t.Is("nsubj") || t.Lower != "that" && s.Tokens[before].Lower != "," && !caseWord {
			continue
		}
		if s.Tokens[before].Lower == "," {
			before--
		}
		s.hangRelative(verb, w, before)
	}
}

// joinRelative coordinates a relative clause that "and" or "but" opens with the
// relative clause before it: "who fled, but who has returned".
func (s *Sentence) joinRelative(verb, cc int) {
	if h := s.Tokens[verb].Head; h >= 0 && s.Tokens[h].Is("acl:relcl") && s.Tokens[verb].Is("conj") {
		return
	}
	for v := cc - 1; v > 0; v-- {
		if s.Tokens[v].Is("acl:relcl") && s.IsRelative(v) {
			s.move(verb, v, "conj")
			return
		}
	}
}

// wrongAntecedent reports whether the relative clause of verb, whose pronoun is
// at w, hangs from a verb though the pronoun means the noun before: who and
// that always do, which does where it agrees with a plural.
func (s *Sentence) wrongAntecedent(verb, w, before int) bool {
	h := s.Tokens[verb].Head
	if h < 0 || s.Tokens[h].UPOS != "VERB" {
		return false
	}
	if s.Tokens[w].Lower != "which" || s.Tokens[w-1].UPOS == "ADP" || s.Tokens[w].Is("obj") {
		return true
	}
	noun := before
	if s.Tokens[noun].Lower == "," {
		noun--
	}
	x := s.Tokens[noun].XPOS
	return (x == "NNS" || x == "NNPS") && s.number(verb) == "plural"
}

// number tells by the finite word of predicate i whether its subject is
// singular or plural, "" where the form does not show it.
func (s *Sentence) number(i int) string {
	first := i
	for _, j := range s.ChildrenBy(i, "aux", "cop") {
		first = min(first, j)
	}
	t := &s.Tokens[first]
	switch {
	case t.XPOS == "VBZ" || t.Lower == "was":
		return "singular"
	case t.XPOS == "VBP" && t.Lower != "am" || t.Lower == "were":
		return "plural"
	}
	return ""
}

// hangRelative makes verb the relative clause of the noun phrase that ends at
// token last.
func (s *Sentence) hangRelative(verb, pronoun, last int) {
	if s.Tokens[last].Text == ")" { // Diaw (36), who
		for last > 0 && s.Tokens[last].Text != "(" {
			last--
		}
		last--
	}
	if last < 0 || !s.IsNominal(last) && s.Tokens[last].UPOS != "ADJ" {
		return
	}
	noun := nameHead(s, last)
	if s.Tokens[pronoun].Lower == "who" { // a person or group, not the "2012" or "coup" right before the comma
		for n := 0; n < 4 && s.Tokens[noun].Is("nmod", "obl:unmarked", "nmod:unmarked") && s.Tokens[noun].UPOS != "PROPN" && !animate(&s.Tokens[noun]); n++ {
			if s.Tokens[noun].Head < 0 {
				break
			}
			noun = s.Tokens[noun].Head
		}
	}
	if s.Tokens[pronoun].Lower == "that" { // names are seldom narrowed down: "instability in Mali that ..."
		noun = s.overNames(noun)
	}
	if noun == verb {
		return
	}
	if !s.IsUnder(noun, verb) {
		s.move(verb, noun, "acl:relcl")
		return
	}
	// The noun is below the verb: the clause it belongs to takes the verb's place.
	top := noun
	for n := 0; s.Tokens[top].Head != verb && n < len(s.Tokens); n++ {
		top = s.Tokens[top].Head
	}
	if top >= pronoun {
		return
	}
	s.replace(verb, top, "acl:relcl")
	s.Tokens[verb].Head = noun
	for _, j := range s.ChildrenBy(verb, "punct", "cc", "mark", "advmod", "obl", "nsubj", "aux", "cop") {
		if j < noun && j != pronoun {
			s.move(j, top, s.Tokens[j].Rel)
		}
	}
	for _, j := range s.ChildrenBy(verb, "punct") {
		if j == len(s.Tokens)-1 {
			s.move(j, top, "punct")
		}
	}
}

// overNames climbs from a name in a prepositional phrase to the common noun
// that the phrase follows.
func (s *Sentence) overNames(noun int) int {
	if s.Tokens[noun].UPOS != "PROPN" || s.Child(noun, "case") < 0 {
		return noun
	}
	lo, _ := s.NP(noun)
	for j := lo - 1; j > 0 && lo-j < 3; j-- {
		if s.Tokens[j].UPOS == "ADP" && s.Tokens[j-1].UPOS == "NOUN" {
			return nameHead(s, j-1)
		}
	}
	return noun
}

// animate reports whether a noun is a person or a group of persons.
func animate(t *Token) bool { return roles[t.Lower] || doers[t.Lower] || people[t.Lower] }

var people = words(`soldiers officers troops rebels militants fighters people men women children civilians protesters demonstrators police
	residents villagers officials ministers leaders commanders groups movement party army government authorities forces`)

// reportVerbs may take a clause without "that".
var reportVerbs = words(`say claim believe think suggest argue report allege fear hope insist warn note add admit deny confirm announce
	acknowledge estimate expect predict know state maintain contend assert suspect assume conclude feel hear see show indicate reveal declare`)

// fixReported finds "some suggest the man ... would seek": a finite verb of
// saying or thinking right before a noun phrase whose own finite verb the
// parser made the main one.
func (s *Sentence) fixReported() {
	for v := 1; v+2 < len(s.Tokens); v++ {
		t := &s.Tokens[v]
		if t.UPOS != "VERB" && t.UPOS != "NOUN" || !reportForm(t.Lower) && !s.tellsHow(v) || s.Child(v, "ccomp", "obj", "xcomp") >= 0 && t.UPOS == "VERB" {
			continue
		}
		subj := s.speakerBefore(v)
		from := s.saidWhat(v)
		if subj < 0 || !s.opensPhrase(from) {
			continue
		}
		verb := s.ownVerb(from, v)
		if verb < 0 {
			continue
		}
		s.hangReported(v, subj, verb)
	}
}

// reportForm reports whether a word is a finite form of a verb of saying.
func reportForm(low string) bool {
	if reportVerbs[low] {
		return true
	}
	for _, tail := range []string{"s", "ed", "d"} {
		if n := len(low) - len(tail); n > 2 && low[n:] == tail && reportVerbs[low[:n]] {
			return true
		}
	}
	return low == "said" || low == "thought" || low == "knew" || low == "felt" || low == "found" || low == "denied" || low == "denies"
}

// speakerBefore returns the noun or pronoun right before v that may be its
// subject, or -1.
func (s *Sentence) speakerBefore(v int) int {
	j := v - 1
	for j > 0 && s.Tokens[j].UPOS == "ADV" {
		j--
	}
	t := &s.Tokens[j]
	switch t.UPOS {
	case "NOUN", "PROPN", "PRON":
		return nameHead(s, j)
	case "DET", "ADJ":
		if t.Lower == "some" || t.Lower == "others" || t.Lower == "many" || t.Lower == "most" || t.Lower == "few" || t.Lower == "several" {
			return j
		}
	}
	return -1
}

// opensPhrase reports whether token i may begin a subject.
func (s *Sentence) opensPhrase(i int) bool {
	switch s.Tokens[i].UPOS {
	case "DET", "PROPN", "PRON", "NOUN", "ADJ", "NUM":
		return s.Tokens[i].XPOS != "WDT" && s.Tokens[i].XPOS != "WP"
	}
	return false
}

// ownVerb returns the finite predicate after i whose subject begins at i, and
// that is not below v.
func (s *Sentence) ownVerb(i, v int) int {
	for j := i; j < len(s.Tokens); j++ {
		t := &s.Tokens[j]
		if !t.Is("nsubj") || t.Head <= j {
			continue
		}
		lo, _ := s.Subtree(j)
		for lo < i && s.IsUnder(v, j) {
			lo = i
		}
		if lo == i && !s.IsUnder(t.Head, v) && (s.finite(t.Head) || s.Child(t.Head, "cop") >= 0) && !s.IsRelative(t.Head) {
			return t.Head
		}
		return -1
	}
	return -1
}

// hangReported makes verb the complement of v, which takes its place.
func (s *Sentence) hangReported(v, subj, verb int) {
	if s.IsUnder(verb, v) {
		return
	}
	t := &s.Tokens[v]
	s.replace(verb, v, "ccomp")
	if t.UPOS != "VERB" {
		t.UPOS, t.XPOS = "VERB", "VBP"
	}
	if t.XPOS == "VBN" && s.Child(v, "aux", "aux:pass") < 0 {
		t.XPOS = "VBD"
	}
	if subj != verb && !s.IsUnder(v, subj) || s.Tokens[subj].Head == v {
		s.move(subj, v, "nsubj")
	}
	for j := range s.Tokens {
		if c := &s.Tokens[j]; c.Head == verb && j == subj-1 && c.Is("parataxis", "dislocated", "nsubj") && s.IsNominal(j) {
			c.Head, c.Rel = subj, "compound" // "the defence | ministry said its forces fired"
		} else if c.Head == verb && j < v && j != subj && c.Is("mark", "cc", "punct", "advmod", "obl", "advcl") {
			c.Head = v
		}
	}
	s.breakCircle(v)
}
