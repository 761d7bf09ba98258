package who

import (
	"tocsin/read/text"
)

// window is how many sentences back a pronoun may reach.
const window = 2

// margin is how far the best antecedent must be ahead of the next.
const margin = 0.5

// pronounMention joins a pronoun to the antecedent that is ahead of all others
// in closeness and grammatical rank; without one it stays unresolved.
func (r *resolver) pronounMention(k int) {
	if e := r.salient(k); e != nil {
		r.join(e, k)
	}
}

// salient returns the entity that mention k, a pronoun or "the man", stands
// for, nil where none is clear.
func (r *resolver) salient(k int) *ent {
	m, n := r.res.Mentions[k], r.nominals[k]
	var best *ent
	var top, next float64
	for _, e := range r.ents {
		if !fits(e, n) {
			continue
		}
		score := 0.0
		for _, i := range e.Mentions {
			if i < k {
				score = max(score, r.weight(r.res.Mentions[i], m))
			}
		}
		if score > 0 && e.Pronoun == n.pronoun && n.pronoun != "it" {
			score++ // known to be he or she
		}
		if score > 0 {
			score += 0.1 * float64(min(len(e.Mentions), 5))
		}
		if score > top {
			best, top, next = e, score, top
		} else {
			next = max(next, score)
		}
	}
	if n.pronoun == "it" || n.pronoun == "they" {
		next = max(next, r.otherNoun(m, n.plural))
	}
	if best == nil || top-next < margin {
		return nil
	}
	return best
}

// fits reports whether number, gender and type allow the pronoun.
func fits(e *ent, n nominal) bool {
	switch n.pronoun {
	case "he", "she":
		return e.Type == "person" && !e.Plural && (e.Pronoun == n.pronoun || e.Pronoun == "")
	case "it":
		return !e.Plural && (e.Type == "group" || e.Type == "organisation" || e.Type == "state")
	case "they":
		return e.Plural || e.Pronoun == "they"
	}
	return false
}

// weight says how near and how prominent an earlier mention is for the pronoun
// m; 0 rules it out.
func (r *resolver) weight(o, m Mention) float64 {
	d := m.Sent - o.Sent
	if d < 0 || d > window || o.Span[0] >= m.Span[0] {
		return 0
	}
	s, so := &r.doc.Sentences[m.Sent], &r.doc.Sentences[o.Sent]
	if d == 0 && r.together(s, o, m) {
		return 0
	}
	w := rank(so, o.Head) - 1.2*float64(d)
	if d == 0 && s.Tokens[m.Head].Is("nmod:poss") && ownSubject(s, m.Head) == o.Head {
		w += 1.2
	}
	if d > 0 && so.Paragraph != s.Paragraph {
		w--
	}
	if d == 0 {
		w += 0.3
	}
	return max(w, 0)
}

// ownSubject returns the subject of the verb that a possessive pronoun's noun
// depends on, -1 none: "X reorients its policy".
func ownSubject(s *text.Sentence, pron int) int {
	for i, n := s.Tokens[pron].Head, 0; i >= 0 && n < 4; i, n = s.Tokens[i].Head, n+1 {
		if subj := s.Child(i, "nsubj"); subj >= 0 && subj < pron {
			return subj
		}
		if u := s.Tokens[i].UPOS; u == "VERB" && s.Tokens[i].Is("acl") {
			return s.Tokens[i].Head // "Mali reorienting its policy"
		}
	}
	return -1
}

// rank is the grammatical rank of a mention: subjects before owners of
// subjects and objects before the rest.
func rank(s *text.Sentence, head int) float64 {
	for n, steps := 0, 0; head >= 0 && n < 4 && steps < len(s.Tokens); n, steps = n+1, steps+1 {
		t := &s.Tokens[head]
		switch {
		case t.Is("nsubj"):
			return 4 - float64(n)/2
		case t.Is("obj", "iobj"), t.Is("root"):
			return 3 - float64(n)/2
		case t.Is("appos", "conj", "flat", "compound"):
			head = t.Head
			n--
			continue
		case t.Is("nmod:poss"):
			head = t.Head
			continue
		case t.Is("obl"):
			return 2.2 - float64(n)/2
		}
		return 2 - float64(n)/2
	}
	return 1
}

// together reports whether the two are arguments of one verb, or one owns the
// other: then a plain pronoun is somebody else.
func (r *resolver) together(s *text.Sentence, o, m Mention) bool {
	t := &s.Tokens[m.Head]
	if o.Lo <= m.Head && m.Head < o.Hi {
		return true
	}
	reflexive := len(t.Lower) > 4 && (t.Lower[len(t.Lower)-4:] == "self" || t.Lower == "themselves")
	if reflexive || t.Is("nmod:poss") {
		return false
	}
	return s.Tokens[o.Head].Head == t.Head && t.Head >= 0
}

// otherNoun is the weight of the nearest subject before the pronoun that is no
// actor: "the coup" may be what "it" is.
func (r *resolver) otherNoun(m Mention, plural bool) float64 {
	best := 0.0
	for d := 0; d <= 1 && m.Sent-d >= 0; d++ {
		s := &r.doc.Sentences[m.Sent-d]
		for i := range s.Tokens {
			t := &s.Tokens[i]
			if t.Span[0] >= m.Span[0] || t.UPOS != "NOUN" || !t.Is("nsubj", "obj") {
				continue
			}
			if many := t.XPOS == "NNS"; many != plural {
				continue
			}
			if _, actor := r.res.at[[2]int{m.Sent - d, i}]; !actor && !(d == 0 && t.Head == s.Tokens[m.Head].Head) {
				best = max(best, rank(s, i)-1.2*float64(d))
			}
		}
	}
	return best
}
