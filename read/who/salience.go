package who

import (
	"slices"

	"tocsin/read/text"
)

// window is how many sentences back a pronoun may reach.
const window = 2

// knownHe is what speaks for a man who is known to be one, against persons of
// whom nothing is known: less than the margin.
const knownHe = 0.4

// margin is how far the best antecedent must be ahead of the next.
const margin = 0.5

// pronounMention joins a pronoun to the antecedent that is ahead of all others
// in closeness and grammatical rank; without one it stays unresolved.
func (r *resolver) pronounMention(k int) {
	if e := r.ahead(k); e != nil {
		r.join(e, k)
	} else if e := r.salient(k); e != nil {
		r.join(e, k)
	} else if e := r.theyOfOne(k); e != nil {
		r.join(e, k)
	}
}

// ahead returns the subject that a pronoun before it stands for: "In her speech,
// Angela Merkel", "After he took power, the general". nil where the pronoun is
// not in a phrase or clause put before its subject's, or does not agree.
func (r *resolver) ahead(k int) *ent {
	m, n := r.res.Mentions[k], r.nominals[k]
	s := &r.doc.Sentences[m.Sent]
	top := m.Head
	for i, steps := s.Tokens[m.Head].Head, 0; i >= 0 && steps < 6; i, steps = s.Tokens[i].Head, steps+1 {
		if s.Tokens[i].Is("obl", "advcl") && s.Tokens[i].Head > i {
			top = i
			break
		}
	}
	if top == m.Head || s.Tokens[top].Head < 0 {
		return nil
	}
	subj := s.Child(s.Tokens[top].Head, "nsubj")
	if subj <= top {
		return nil
	}
	i, ok := r.res.at[[2]int{m.Sent, subj}]
	if !ok || r.res.Mentions[i].How == "pronoun" || !comma(s, m.Head, r.res.Mentions[i].Lo) {
		return nil
	}
	if r.res.Mentions[i].Entity < 0 && r.res.Mentions[i].How == "nominal" {
		r.nominalMention(i)
	}
	if r.res.Mentions[i].Entity < 0 {
		return nil
	}
	if e := r.ents[r.res.Mentions[i].Entity]; fits(e, n) || n.pronoun == "they" && e.Type == "people" {
		return e
	}
	return nil
}

// comma reports whether a comma lies between two tokens.
func comma(s *text.Sentence, from, to int) bool {
	for i := from + 1; i < to; i++ {
		if s.Tokens[i].Text == "," {
			return true
		}
	}
	return false
}

// theyOfOne returns the body or state that "they" stands for where nothing in
// the plural does: "The party said they would appeal". It must be the subject
// of the pronoun's own clause above, or of the sentence before.
func (r *resolver) theyOfOne(k int) *ent {
	m, n := r.res.Mentions[k], r.nominals[k]
	if n.pronoun != "they" || r.otherNoun(m, true) > 0 {
		return nil
	}
	n.pronoun = "it"
	var best *ent
	for _, i := range r.res.In(m.Sent) {
		o := r.res.Mentions[i]
		if i >= k || o.Entity < 0 {
			continue
		}
		e := r.ents[o.Entity]
		if e.Plural {
			return nil
		}
		if s := &r.doc.Sentences[m.Sent]; s.Tokens[o.Head].Is("nsubj") && fits(e, n) && !r.together(s, o, m) {
			best = e
		}
	}
	return best
}

// salient returns the entity that mention k, a pronoun or "the man", stands
// for, nil where none is clear.
func (r *resolver) salient(k int) *ent {
	m, n := r.res.Mentions[k], r.nominals[k]
	var best *ent
	var top, next float64
	for _, e := range r.near(k) {
		if !fits(e, n) || m.How == "nominal" && (e.Type == "state") != lands[n.lemma] || n.lemma == "group" && ofState(e) {
			continue
		}
		score := 0.0
		for d := max(0, m.Sent-window); d <= m.Sent; d++ {
			for _, i := range r.res.In(d) {
				if i < k && r.res.Mentions[i].Entity == e.at {
					score = max(score, r.weight(r.res.Mentions[i], m))
				}
			}
		}
		if score > 0 && e.Pronoun == n.pronoun && n.pronoun == "she" {
			score++ // somebody of whom nothing is known is a man in most reports
		} else if score > 0 && e.Pronoun == n.pronoun && n.pronoun == "he" {
			score += knownHe
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

// near returns the entities mentioned before k within the window, in the order
// they were made.
func (r *resolver) near(k int) []*ent {
	m := r.res.Mentions[k]
	var out []*ent
	for d := max(0, m.Sent-window); d <= m.Sent; d++ {
		for _, i := range r.res.In(d) {
			if e := r.res.Mentions[i].Entity; i < k && e >= 0 && !slices.Contains(out, r.ents[e]) {
				out = append(out, r.ents[e])
			}
		}
	}
	return inOrderMade(out)
}

// ofState reports whether the text calls the entity what only a state's body is
// called: nobody calls the army "the group".
func ofState(e *ent) bool {
	for _, h := range e.heads {
		if stateBodies[h.lemma] {
			return true
		}
	}
	return false
}

var stateBodies = words(`army military navy police gendarmerie government administration cabinet parliament congress senate court tribunal ministry judiciary`)

// lands are nouns for a state; a "group" or "party" is none.
var lands = words(`country nation`)

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
