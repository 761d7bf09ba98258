package who

import (
	"strings"

	"tocsin/actor"
	"tocsin/read/text"
	"tocsin/read/who/internal/names"
)

// NameTokens prepares a sentence for the model of names. It is exported for the
// program that learns the weights, which must see what Find sees.
func NameTokens(s *text.Sentence, reg *actor.Registry) []names.Token {
	f := &finder{reg: reg, demonyms: map[string]demonym{}, lengths: map[string]int{}}
	return f.nameTokens(s)
}

func (f *finder) nameTokens(s *text.Sentence) []names.Token {
	out := make([]names.Token, len(s.Tokens))
	for i := range s.Tokens {
		t := &s.Tokens[i]
		n := names.Token{Text: t.Text, Lower: t.Lower, UPOS: t.UPOS, Rel: t.Rel, Lists: f.lists(t)}
		n.Link = particles[t.Lower] || t.Lower == "in" || t.Lower == "'s" || t.Lower == "’s"
		if capital(t.Text) {
			top := i
			for k := 0; s.Tokens[top].Is("flat", "compound", "nmod:desc") && s.Tokens[top].Head >= 0 && k < 4; k++ {
				top = s.Tokens[top].Head
			}
			n.Rel = s.Tokens[top].Rel
			if up := s.Tokens[top].Head; up >= 0 {
				n.Up = s.Tokens[up].Lemma
			}
			if c := s.Child(top, "case"); c >= 0 {
				n.Case = s.Tokens[c].Lower
			}
		}
		out[i] = n
	}
	return out
}

// lists says which word lists have the word, one bit each.
func (f *finder) lists(t *text.Token) uint16 {
	var bits uint16
	set := func(bit int, in bool) {
		if in {
			bits |= 1 << bit
		}
	}
	w := strings.TrimSuffix(t.Lower, ".")
	set(0, orgHeads[w])
	set(1, groupHeads[w])
	set(2, placeHeads[w])
	set(3, roleNouns[t.Lemma] || roleNouns[w])
	set(4, rankWords[w] || courtesy[w])
	set(5, locative[w])
	set(6, agentVerbs[t.Lemma])
	set(7, groupNouns[t.Lemma])
	if !capital(t.Text) {
		return bits
	}
	set(8, herNames[w])
	set(9, hisNames[w])
	_, ok := f.demonym(t.Text)
	set(10, ok)
	set(11, notNames[w])
	set(12, f.longest(t.Text) > 0)
	_, ok = f.reg.StateNamed(t.Text)
	set(13, ok)
	set(14, placeStarts[w])
	set(15, peoples[w] || faiths[w])
	return bits
}
