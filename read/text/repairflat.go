package text

import "slices"

// Repairs that hold a greedy parser's arcs against the order of the words.

// fixLaterObject reads "dissolved the House and ordered elections for May" and
// "killing 31 people and wounding 70": where the verb before has its object, what
// stands right behind a coordinated verb is that verb's, and so is what follows.
func (s *Sentence) fixLaterObject() {
	for c := range s.Tokens {
		t := &s.Tokens[c]
		v := t.Head
		if !t.Is("conj") || t.UPOS != "VERB" || v < 0 || v > c || s.Tokens[v].UPOS != "VERB" || s.Child(c, "obj", "ccomp", "xcomp", "aux:pass") >= 0 {
			continue
		}
		first, next := -1, -1
		for _, o := range s.ChildrenBy(v, "obj") {
			if o < c {
				first = o
			} else if next < 0 {
				next = o
			}
		}
		if first < 0 || next < 0 {
			continue
		}
		if lo, _ := s.NP(next); lo != c+1 && !(lo == c+3 && s.Tokens[c+1].Lower == "more" && s.Tokens[c+2].Lower == "than") && next != c+1 {
			continue
		}
		for _, j := range s.ChildrenBy(v, "obj", "obl", "advmod", "advcl", "nmod") {
			if j > c {
				s.move(j, c, s.Tokens[j].Rel)
			}
		}
	}
}

// fixWhom reads "the premier, whom parliament elected": "whom" is the object of the
// verb behind the noun that follows it, of which the parser made its determiner.
func (s *Sentence) fixWhom() {
	for w := 2; w+2 < len(s.Tokens); w++ {
		n := s.Tokens[w].Head
		if s.Tokens[w].Lower != "whom" || !s.Tokens[w].Is("det", "amod", "nmod", "compound") || n <= w || n+1 >= len(s.Tokens) {
			continue
		}
		v := n + 1
		for v+1 < len(s.Tokens) && s.Tokens[v].UPOS == "AUX" {
			v++
		}
		ante := w - 1
		if s.Tokens[ante].Lower == "," {
			ante--
		}
		ante = nameHead(s, ante)
		if x := s.Tokens[v].XPOS; x != "VBN" && x != "VBD" && x != "VBZ" && x != "VBP" || !s.IsNominal(ante) || s.IsUnder(ante, n) {
			continue
		}
		s.Tokens[v].Head, s.Tokens[v].Rel = ante, "acl:relcl"
		if v == n+1 && s.Tokens[v].XPOS == "VBN" {
			s.Tokens[v].XPOS = "VBD"
		}
		s.Tokens[n].Head, s.Tokens[n].Rel = v, "nsubj"
		s.Tokens[w].Head, s.Tokens[w].Rel = v, "obj"
		s.Tokens[w].UPOS, s.Tokens[w].XPOS = "PRON", "WP"
	}
}

// fixBeforeBeing reads "was held with 20 others before being freed": a gerund that
// "before", "after" or "while" opens tells of the clause's subject, not of the noun
// beside.
func (s *Sentence) fixBeforeBeing() {
	for v := range s.Tokens {
		t := &s.Tokens[v]
		if !t.Is("acl") {
			continue
		}
		m := s.Child(v, "mark")
		if m < 0 || m > v || !slices.Contains([]string{"before", "after", "while", "without", "since", "upon"}, s.Tokens[m].Lower) || s.Child(v, "nsubj", "nsubj:pass") >= 0 {
			continue
		}
		if t.XPOS != "VBG" && s.wordAfter(m) != "being" && s.wordAfter(m) != "having" {
			continue
		}
		up := t.Head
		for up >= 0 && s.Tokens[up].UPOS != "VERB" && s.Child(up, "cop") < 0 {
			up = s.Tokens[up].Head
		}
		if up >= 0 && up < m {
			t.Head, t.Rel = up, "advcl"
		}
	}
}

// wordAfter is the word behind token i, lower case, "" at the end.
func (s *Sentence) wordAfter(i int) string {
	if i+1 < len(s.Tokens) {
		return s.Tokens[i+1].Lower
	}
	return ""
}

// violent are gerunds that name what goes on without an object.
var violent = words(`fighting shelling looting shooting bombing rioting`)

// fixFighting reads "killed in fighting between X and Y" and "two days of fighting": a
// gerund right behind a preposition, without an object, is the noun.
func (s *Sentence) fixFighting() {
	for i := 1; i < len(s.Tokens); i++ {
		t := &s.Tokens[i]
		if t.UPOS != "VERB" || !violent[t.Lower] || !t.Is("acl", "advcl") {
			continue
		}
		m := s.Child(i, "mark")
		if m < 0 || m > i || s.Child(i, "ccomp", "xcomp", "aux") >= 0 || s.hasObject(i) {
			continue
		}
		by := s.Tokens[m].Lower == "by" && m == i-1 && m > 0 && s.Tokens[m-1].XPOS == "VBN" // "injured by shelling in Kupa"
		if b := &s.Tokens[i-1]; !by && m != i-1 && b.UPOS != "ADJ" && b.UPOS != "DET" || !by && !slices.Contains([]string{"in", "of", "during", "amid", "amidst", "despite"}, s.Tokens[m].Lower) {
			continue
		}
		rel := "nmod"
		if t.Is("advcl") {
			rel = "obl"
		}
		t.UPOS, t.XPOS, t.Rel = "NOUN", "NN", rel
		s.Tokens[m].UPOS, s.Tokens[m].XPOS, s.Tokens[m].Rel = "ADP", "IN", "case"
		for _, j := range s.ChildrenBy(i, "obl", "obj") {
			s.Tokens[j].Rel = "nmod"
		}
	}
}

// fixWhose reads "The league, whose fighters hold the port, said": what "whose" opens
// hangs from the noun before its comma, and that noun is the subject of the verb behind
// the next, which the parser left without one.
func (s *Sentence) fixWhose() {
	for w := 2; w+2 < len(s.Tokens); w++ {
		if s.Tokens[w].Lower != "whose" || s.Tokens[w-1].Lower != "," {
			continue
		}
		n := s.Tokens[w].Head
		if n <= w || !s.Tokens[n].Is("nsubj", "nsubj:pass") {
			continue
		}
		v := s.Tokens[n].Head
		if s.afterWhose(w, v) {
			continue
		}
		h := s.Tokens[v].Head
		if h < 0 {
			h = s.saidBehind(v)
		}
		ante := nameHead(s, w-2)
		for k := 0; k < 3 && s.Tokens[ante].Is("compound", "flat", "nmod", "conj", "appos") && s.Tokens[ante].Head >= 0 && s.Tokens[ante].Head < w; k++ {
			if s.Tokens[ante].Is("conj") && s.Child(ante, "cc") < 0 {
				s.Tokens[ante].Rel = "appos"
			}
			ante = s.Tokens[ante].Head
		}
		if v < n || h <= v || s.Tokens[h].UPOS != "VERB" || !s.finite(h) || !s.IsNominal(ante) || s.Child(h, "nsubj", "nsubj:pass") >= 0 && s.Child(h, "nsubj", "nsubj:pass") < h || !s.commaBetween(v, h) {
			continue
		}
		if !s.Tokens[ante].Is("vocative", "nsubj", "nsubj:pass", "dislocated", "parataxis", "obl", "dep", "nmod") || s.Child(ante, "case") >= 0 {
			continue
		}
		rel := "nsubj"
		if s.Child(h, "aux:pass") >= 0 {
			rel = "nsubj:pass"
		}
		s.Tokens[ante].Head, s.Tokens[ante].Rel = h, rel
		s.Tokens[v].Head, s.Tokens[v].Rel = ante, "acl:relcl"
	}
}

// joinBody hangs the noun of a body right before a title from the title, where the parser
// took it for the head of the phrase: "Special forces commander Mamady Toure".
func (s *Sentence) joinBody(title, name int) {
	b := title - 1
	if b < 0 || !bodies[s.Tokens[b].Lower] || s.Tokens[b].UPOS != "NOUN" && s.Tokens[b].UPOS != "PROPN" || s.Tokens[b].Head == title || s.Tokens[b].Head == name || s.Child(b, "case", "det") >= 0 && s.Tokens[name].Head != b {
		return
	}
	if s.Tokens[name].Head == b || weakPlace(&s.Tokens[name]) && !s.IsUnder(s.Tokens[b].Head, name) {
		s.Tokens[name].Head, s.Tokens[name].Rel = s.Tokens[b].Head, s.Tokens[b].Rel
	}
	s.Tokens[b].Head, s.Tokens[b].Rel = title, "compound"
	for j := range s.Tokens {
		if t := &s.Tokens[j]; t.Head == b && (j > name || t.Is("case", "det")) {
			t.Head = name
		}
	}
	s.breakCircle(name)
}

// bodies are the last words of what officials are at the head of.
var bodies = words(`forces guards guard services affairs rights police relations operations intelligence`)
