package who

import (
	"slices"

	"tocsin/read/text"
)

// owner returns the mention that owns mention k: "X" of "X's leader", "the
// leader of X", -1 none. The words decide before the tree does: what stands
// right before the possessive mark is the owner.
func (f *finder) owner(k int) int {
	m := f.res.Mentions[k]
	s := &f.doc.Sentences[m.Sent]
	from := m.Head
	if c, ok := f.cores[k]; ok {
		from = c.title
	}
	for i := from - 1; i >= 0 && i >= from-6; i-- {
		if t := &s.Tokens[i]; t.XPOS == "POS" {
			if o := f.endingAt(m.Sent, i, k); o >= 0 {
				return o
			}
			break
		} else if t.UPOS == "VERB" && t.XPOS != "VBN" || t.UPOS == "ADP" || t.UPOS == "CCONJ" || t.Text == "," {
			break
		}
	}
	best := -1
	for _, c := range s.Children(m.Head) {
		if s.Tokens[c].Is("nmod:poss") || ofPhrase(s, c) {
			if i, ok := f.res.at[[2]int{m.Sent, c}]; ok && i != k {
				best = i
			}
		}
	}
	return best
}

// endingAt returns the shortest mention other than k that ends before token i.
func (f *finder) endingAt(sent, i, k int) int {
	best := -1
	for _, j := range f.res.In(sent) {
		o := &f.res.Mentions[j]
		end := o.Hi
		if c, ok := f.cores[j]; ok {
			end = c.hi
		}
		if end == i && j != k && (best < 0 || o.Hi-o.Lo < f.res.Mentions[best].Hi-f.res.Mentions[best].Lo) {
			best = j
		}
	}
	return best
}

func ofPhrase(s *text.Sentence, c int) bool {
	p := s.Child(c, "case")
	return s.Tokens[c].Is("nmod") && p >= 0 && slices.Contains([]string{"of", "for", "in"}, s.Tokens[p].Lower)
}

// narrowed reports whether a possessor or "of" phrase that is no mention says
// which one is meant.
func (f *finder) narrowed(k int) bool {
	m := f.res.Mentions[k]
	s := &f.doc.Sentences[m.Sent]
	for _, c := range s.Children(m.Head) {
		if s.Tokens[c].Is("nmod:poss") || ofPhrase(s, c) && s.Tokens[s.Child(c, "case")].Lower == "of" {
			return true
		}
	}
	return false
}

// rightOf returns the person whose name follows the phrase k after a comma, in
// "the leader of the coup, NAME, had ...", nil none. A list ("the president,
// NAME and others") is no apposition.
func (r *resolver) rightOf(s *text.Sentence, k int) *ent {
	m, n := r.res.Mentions[k], r.nominals[k]
	if n.plural || m.Type != "person" || m.Hi+1 >= len(s.Tokens) || s.Tokens[m.Hi].Text != "," {
		return nil
	}
	for _, j := range r.res.In(m.Sent) {
		o := &r.res.Mentions[j]
		c, named := r.cores[j]
		if !named || o.Lo != m.Hi+1 || o.Type != "person" || o.Entity < 0 {
			continue
		}
		closed := o.Hi < len(s.Tokens) && s.Tokens[o.Hi].Text == "," // "a woman, NAME, was shot"
		if c.title < c.lo && !(closed && o.Hi+1 < len(s.Tokens) && (s.Tokens[o.Hi+1].UPOS == "AUX" || s.Tokens[o.Hi+1].UPOS == "VERB")) {
			continue // "the president, General X and others" is a list
		}
		if (n.definite || closed) && (o.Hi >= len(s.Tokens) || s.Tokens[o.Hi].UPOS != "CCONJ") {
			return r.ents[o.Entity]
		}
	}
	return nil
}

// listed returns the named mentions that follow a plural phrase as its list:
// "the two groups in X, A (AA) and B (BB)".
func (r *resolver) listed(s *text.Sentence, k int) []int {
	m := r.res.Mentions[k]
	i := m.Hi
	for i < len(s.Tokens) && i < m.Hi+4 && s.Tokens[i].Text != "," && s.Tokens[i].Text != ":" && s.Tokens[i].UPOS != "VERB" && s.Tokens[i].UPOS != "AUX" {
		i++
	}
	if i >= len(s.Tokens) || s.Tokens[i].Text != "," && s.Tokens[i].Text != ":" {
		return nil
	}
	var out []int
	joined := false
	for i++; i < len(s.Tokens); {
		if j := r.startingAt(m.Sent, i); j >= 0 {
			out = append(out, j)
			i = r.res.Mentions[j].Hi
			continue
		}
		if t := s.Tokens[i].Text; t != "," && t != "(" && t != ")" && t != "and" && t != "or" {
			break
		}
		joined = joined || s.Tokens[i].Text == "and" || s.Tokens[i].Text == "or"
		i++
	}
	if !joined {
		return nil
	}
	return out
}

func (r *resolver) startingAt(sent, i int) int {
	for _, j := range r.res.In(sent) {
		if o := &r.res.Mentions[j]; o.Lo == i && o.How == "named" && o.Type != "state" {
			return j
		}
	}
	return -1
}
