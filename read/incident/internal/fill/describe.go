package fill

import (
	"strings"

	"tocsin/read/text"
)

// A view is a document with what the features of its mentions are made of.
type view struct {
	doc   *text.Doc
	vocab *vocabulary
	sents []sentView
	seen  map[string]int // how often each lemma of a noun is in the document
}

type sentView struct {
	s     *text.Sentence
	words []string   // lemmas of its nouns and verbs, each once
	roles [][]string // of each token: "subj kill", "obl:in kill"
}

func newView(doc *text.Doc, v *vocabulary) *view {
	w := &view{doc: doc, vocab: v, sents: make([]sentView, len(doc.Sentences)), seen: make(map[string]int)}
	for i := range doc.Sentences {
		s := &doc.Sentences[i]
		sv := sentView{s: s, roles: make([][]string, len(s.Tokens))}
		once := make(map[string]bool)
		for j := range s.Tokens {
			t := &s.Tokens[j]
			switch t.UPOS {
			case "NOUN", "VERB", "ADJ", "PROPN":
				l := lemma(t)
				w.seen[l]++
				if !once[l] && len(sv.words) < 60 {
					once[l] = true
					sv.words = append(sv.words, l)
				}
			}
		}
		for k := range s.Clauses {
			sv.addRoles(&s.Clauses[k])
		}
		w.sents[i] = sv
	}
	return w
}

func lemma(t *text.Token) string { return strings.ToLower(t.Lemma) }

func (v *sentView) addRoles(c *text.Clause) {
	verb := lemma(&v.s.Tokens[c.Verb])
	put := func(role string, toks ...int) {
		for _, t := range toks {
			if t >= 0 && t < len(v.roles) && len(v.roles[t]) < 4 {
				v.roles[t] = append(v.roles[t], role, verb)
			}
		}
	}
	if c.Passive {
		put("obj", c.Subj...)
	} else {
		put("subj", c.Subj...)
	}
	put("obj", c.Obj...)
	put("iobj", c.IObj...)
	put("subj", c.Agent...)
	for _, o := range c.Obl {
		put("obl:"+o.Case, o.Head)
	}
}

// describe gives the mention its features.
func (w *view) describe(m *mention) {
	sv := &w.sents[m.sent]
	s := sv.s
	var b bag
	b.add("bias")
	b.num("sent", min(m.sent, 6))
	b.num("seen", min(w.seen[lemma(&s.Tokens[m.head])], 5))
	if m.name {
		b.num("name", m.hi-m.lo)
	}
	w.shape(&b, s, m)
	w.governor(&b, sv, m)
	w.around(&b, s, m)
	for _, l := range sv.words {
		b.add("in", l)
	}
	if s.InQuote(m.head) {
		b.add("quoted")
	}
	if m.sent > 0 {
		for _, l := range w.sents[m.sent-1].words {
			b.add("before", l)
		}
	}
	w.classes(&b, sv, m)
	m.feats = b
}

// classes describes the mention and its surroundings by the classes of words.
func (w *view) classes(b *bag, sv *sentView, m *mention) {
	s := sv.s
	kind := "noun"
	if m.name {
		kind = "name"
	}
	at := func(j int) (string, string) {
		if j < 0 || j >= len(s.Tokens) {
			return "", ""
		}
		return w.vocab.classes(s.Tokens[j].Lower)
	}
	put := func(name string, j int) (string, string) {
		n, c := at(j)
		if n != "" {
			b.add(name, kind, n)
			b.add(name+"~", kind, c)
		}
		return n, c
	}
	hn, hc := put("head", m.head)
	put("last", m.hi-1)
	for j := m.lo; j < m.hi; j++ {
		if j != m.head {
			put("holds", j)
		}
	}
	h := m.head
	for n := 0; n < 4 && s.Tokens[h].Is("conj", "flat", "appos", "compound") && s.Tokens[h].Head >= 0; n++ {
		h = s.Tokens[h].Head
	}
	rel := s.Tokens[h].Rel
	if c := s.Child(h, "case"); c >= 0 {
		rel += ":" + s.Tokens[c].Lower
	}
	if g := s.Tokens[h].Head; g >= 0 {
		gn, gc := put("gov "+rel, g)
		b.add("gov+head", rel, gc, hn)
		b.add("gov+head", rel, gn, hc)
		put("gov2", s.Tokens[g].Head)
	}
	for k := 0; k+1 < len(sv.roles[h]); k += 2 {
		n, c := w.vocab.classes(sv.roles[h][k+1])
		b.add("role", kind, sv.roles[h][k], n)
		b.add("role~", kind, sv.roles[h][k], c)
		b.add("role+", sv.roles[h][k], sv.roles[h][k+1], hc)
		b.add("role+", sv.roles[h][k], n, hn)
	}
	for k := 1; k <= 2; k++ {
		put("left"+string(rune('0'+k)), m.lo-k)
		put("right"+string(rune('0'+k)), m.hi-1+k)
	}
	for _, j := range s.Children(m.head) {
		if t := &s.Tokens[j]; t.Is("nmod", "appos", "acl", "amod", "compound") && (j < m.lo || j >= m.hi) {
			put("child "+t.Rel, j)
		}
	}
}

// shape describes the words of the mention itself.
func (w *view) shape(b *bag, s *text.Sentence, m *mention) {
	h := &s.Tokens[m.head]
	kind := "noun"
	if m.name {
		kind = "name"
	}
	head := lemma(h)
	b.add("kind", kind, h.UPOS, h.XPOS)
	b.add("head", kind, head)
	if n := len(head); n > 4 {
		b.add("end", kind, head[n-3:])
	}
	for j := m.lo; j < m.hi; j++ {
		t := &s.Tokens[j]
		switch {
		case j == m.head:
		case t.UPOS == "DET":
			b.add("det", t.Lower)
		case t.UPOS == "NUM":
			b.add("numbered", kind)
		case j < m.head:
			b.add("pre", kind, lemma(t))
			if !m.name {
				b.add("prehead", lemma(t), head)
			}
		default:
			b.add("post", kind, lemma(t))
		}
	}
	b.num("length"+kind, min(m.hi-m.lo, 6))
	for _, j := range s.Children(m.head) {
		t := &s.Tokens[j]
		if t.Is("nmod", "appos", "acl", "amod", "compound") && (j < m.lo || j >= m.hi) {
			b.add("child", t.Rel, lemma(t))
		}
	}
}

// governor describes what the mention hangs from and the part it plays there.
func (w *view) governor(b *bag, sv *sentView, m *mention) {
	s := sv.s
	kind := "noun"
	if m.name {
		kind = "name"
	}
	h := m.head
	for n := 0; n < 4 && s.Tokens[h].Is("conj", "flat", "appos", "compound") && s.Tokens[h].Head >= 0; n++ {
		b.add("via", s.Tokens[h].Rel, lemma(&s.Tokens[s.Tokens[h].Head]))
		h = s.Tokens[h].Head
	}
	t := &s.Tokens[h]
	rel := t.Rel
	if c := s.Child(h, "case"); c >= 0 {
		rel += ":" + s.Tokens[c].Lower
	}
	head := lemma(&s.Tokens[m.head])
	b.add("rel", kind, rel)
	if g := t.Head; g >= 0 {
		gov := lemma(&s.Tokens[g])
		b.add("gov", kind, rel, gov)
		b.add("govhead", gov, head)
		if gg := s.Tokens[g].Head; gg >= 0 {
			b.add("gov2", kind, rel, gov, lemma(&s.Tokens[gg]))
			b.add("gg", kind, lemma(&s.Tokens[gg]))
		}
	}
	for k := 0; k+1 < len(sv.roles[h]); k += 2 {
		b.add("role", kind, sv.roles[h][k], sv.roles[h][k+1])
		b.add("rolehead", sv.roles[h][k], sv.roles[h][k+1], head)
		b.add("part", kind, sv.roles[h][k])
	}
	if c := s.ClauseOf(m.head); c >= 0 {
		b.add("clause", kind, lemma(&s.Tokens[s.Clauses[c].Verb]))
		b.add("clausehead", head, lemma(&s.Tokens[s.Clauses[c].Verb]))
		if p := s.Clauses[c].Parent; p >= 0 {
			b.add("above", kind, lemma(&s.Tokens[s.Clauses[p].Verb]))
		}
	}
}

// around describes the neighbouring words.
func (w *view) around(b *bag, s *text.Sentence, m *mention) {
	at := func(j int) string {
		if j < 0 {
			return "^"
		}
		if j >= len(s.Tokens) {
			return "$"
		}
		return s.Tokens[j].Lower
	}
	for k := 1; k <= 3; k++ {
		b.add("left", string(rune('0'+k)), at(m.lo-k))
		b.add("right", string(rune('0'+k)), at(m.hi-1+k))
	}
	b.add("left12", at(m.lo-2), at(m.lo-1))
	b.add("right12", at(m.hi), at(m.hi+1))
	b.add("headright", at(m.head+1))
	for j := max(0, m.lo-8); j < m.lo; j++ {
		if u := s.Tokens[j].UPOS; u == "VERB" || u == "NOUN" {
			b.add("near-", lemma(&s.Tokens[j]))
		}
	}
	for j := m.hi; j < min(len(s.Tokens), m.hi+8); j++ {
		if u := s.Tokens[j].UPOS; u == "VERB" || u == "NOUN" {
			b.add("near+", lemma(&s.Tokens[j]))
		}
	}
}
