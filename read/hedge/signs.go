package hedge

import (
	"slices"
	"strings"

	"tocsin/read/text"
)

// signsOf names all that Score weighs of the predicate at i: what the rules
// made of it, its form, its subject, and what governs it. The names are those
// of weights.txt.
func (r *reader) signsOf(i int, st state, cond string) []string {
	s := &signer{reader: r, at: i, out: []string{base}}
	s.rules(st, cond)
	s.form(i)
	s.arguments(i)
	s.governors(i)
	s.surroundings()
	slices.Sort(s.out)
	return slices.Compact(s.out)
}

// A signer collects the signs of one predicate.
type signer struct {
	*reader
	at  int
	out []string
}

func (s *signer) add(name, value string) {
	if value != "" {
		s.out = append(s.out, name+":"+strings.ReplaceAll(value, " ", "_"))
	}
}

// rules adds what the lexicons and the tree say.
func (s *signer) rules(st state, cond string) {
	pol := map[int]string{1: "is", 0: "unknown", -1: "is_not"}[st.pol]
	s.add("says", pol+" "+degrees[st.deg])
	mood := ""
	for _, f := range []struct {
		on   bool
		name string
	}{{st.reported, "reported"}, {st.inferred, "inferred"}, {st.noEvidence, "no_evidence"}, {st.future, "future"},
		{st.hyp, "hypothetical"}, {st.asked, "asked"}, {st.planned, "planned"}, {st.counter, "counter"}} {
		if f.on {
			s.add("mood", f.name)
			mood = f.name
		}
	}
	if mood == "" {
		s.add("mood", "plain")
		s.add("plain", s.tense(s.at))
	}
	if st.pol < 0 {
		s.add("is_not", s.tense(s.at))
	}
	s.add("outcome", st.outcome)
	s.add("condition", cond)
}

// tense is the tense of the clause that token i heads, with its form.
func (s *signer) tense(i int) string {
	if c := s.Clause(i); c != nil && c.Tense != "" {
		return c.Tense
	}
	if s.nominal(i) {
		return "noun"
	}
	return strings.ToLower(s.Tok(i).XPOS)
}

// relation is the relation of token i without its subtype, save that a relative
// clause and a passive subject keep theirs.
func (s *signer) relation(i int) string {
	rel := s.Tok(i).Rel
	if rel == "acl:relcl" || rel == "nsubj:pass" {
		return rel
	}
	rel, _, _ = strings.Cut(rel, ":")
	return rel
}

// form adds tag, tense, auxiliaries and adverbs.
func (s *signer) form(i int) {
	t := s.Tok(i)
	tag := strings.ToLower(t.XPOS)
	s.add("tag", tag)
	s.add("relation", s.relation(i))
	s.add("place", tag+" "+s.relation(i))
	s.add("word", t.Lemma)
	c := s.Clause(i)
	if c != nil {
		s.add("tense", c.Tense)
		for _, m := range c.Modals {
			s.add("modal", s.Tok(m).Lower)
		}
		for _, a := range c.Aux {
			s.add("auxiliary", s.Tok(a).Lower)
		}
		if c.Passive {
			s.add("voice", "passive")
		}
	}
	s.add("mark", s.markOf(i))
	for _, k := range s.Kids[i] {
		switch x := s.Tok(k); {
		case x.Is("advmod"):
			s.add("adverb", x.Lower)
		case x.Is("cop"):
			s.add("copula", x.Lower)
		case x.Is("det") && x.UPOS == "DET":
			s.add("determiner", x.Lower)
		case x.Is("amod") && s.lex.cues["adjective"][x.Lower] != "":
			s.add("adjective", s.lex.cues["adjective"][x.Lower])
		case x.Is("advcl", "obl:unmarked") && k > i:
			s.add("below", s.markOf(k))
		}
	}
}

// arguments adds the kind of the subject and of the object.
func (s *signer) arguments(i int) {
	subj, obj := -1, -1
	how := "none"
	if c := s.Clause(i); c != nil {
		if len(c.Subj) > 0 {
			subj, how = c.Subj[0], c.SubjHow
		}
		if len(c.Obj) > 0 {
			obj = c.Obj[0]
		}
	}
	s.add("subject_is", how)
	kind := s.argument(subj)
	s.add("subject", kind)
	if c := s.Clause(i); c != nil {
		s.add("subject_tense", strings.TrimSpace(kind+" "+s.tense(i)))
	}
	if s.Tok(i).UPOS == "VERB" {
		s.add("object", s.argument(obj))
	}
}

// argument says what sort of thing token k is: a pronoun is itself.
func (s *signer) argument(k int) string {
	if k < 0 || k >= len(s.Tokens) {
		return "none"
	}
	switch t := s.Tok(k); t.UPOS {
	case "PRON":
		return t.Lower
	case "PROPN":
		return "name"
	case "NOUN":
		switch {
		case s.definite(k):
			return "definite"
		case t.XPOS == "NNS":
			return "bare_plural"
		}
		return "indefinite"
	}
	return "other"
}

// governors adds the word that the predicate hangs on, and the moods of all
// that lie above it.
func (s *signer) governors(i int) {
	h := s.Head(i)
	if h < 0 {
		s.add("depth", "0")
		return
	}
	rel := s.relation(i)
	s.add("under", s.Tok(h).Lemma+" "+rel)
	s.add("under_tag", strings.ToLower(s.Tok(h).XPOS)+" "+rel)
	s.add("under_tense", s.tense(h)+" "+rel)
	depth := 0
	for ; h >= 0 && depth < maxDepth; h = s.Head(h) {
		depth++
		c := s.Clause(h)
		if c == nil {
			continue
		}
		for _, m := range c.Modals {
			s.add("above_modal", s.Tok(m).Lower)
		}
		if c.Neg >= 0 {
			s.add("above", "not")
		}
		s.add("above_mark", s.markOf(h))
		if w := s.Tok(h); s.Head(i) != h && s.lex.signs["verb"][w.Lemma].so != "" {
			s.add("above", w.Lemma)
		}
	}
	s.add("depth", string(rune('0'+min(depth, 5))))
}

// surroundings adds how the sentence ends and how its main clause stands.
func (s *signer) surroundings() {
	for k := len(s.Tokens) - 1; k >= 0 && s.Tokens[k].UPOS == "PUNCT"; k-- {
		if m := s.Tokens[k].Text; m == "?" || m == "!" {
			s.add("ends", m)
		}
	}
	for k := range s.Tokens {
		t := &s.Tokens[k]
		switch {
		case t.Lower == "if" && k < s.at:
			s.add("sentence", "if")
		case t.Lower == "you" || t.Lower == "your":
			s.add("sentence", "you")
		case t.Lower == "i":
			s.add("sentence", "i")
		case s.Head(k) < 0:
			s.add("main_tense", s.tense(k))
			s.add("main", s.main(k, t))
		}
	}
}

// main says in what form the sentence's root is.
func (s *signer) main(k int, t *text.Token) string {
	if t.XPOS == "VB" && s.Kid(k, "nsubj", "aux") < 0 {
		return "imperative"
	}
	if c := s.Clause(k); c != nil && len(c.Modals) > 0 {
		return s.Tok(c.Modals[0]).Lower
	}
	return strings.ToLower(t.XPOS)
}
