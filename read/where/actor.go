package where

import (
	"strings"

	"tocsin/read/text"
)

func isPossessive(s *text.Sentence, i int) bool {
	switch wordAt(s, i) {
	case "'s", "’s":
		return true
	case "'", "’":
		return i > 0 && strings.HasSuffix(s.Tokens[i-1].Lower, "s")
	}
	return false
}

// possessive reads "Mali's coup" as a coup in Mali, and "Mali's government" or
// "France's approach" as somebody's.
func (f *finder) possessive(s *text.Sentence, m *mention, at int) {
	m.strong = true
	for i := at + 1; i < min(at+6, len(s.Tokens)); i++ {
		w := s.Tokens[i].Lower
		if happening[w] || features[w] {
			if m.Case == "" || m.Actor {
				m.Case = "'s"
				m.Place.Role = "in"
			}
			m.Actor = false
			return
		}
		if directions[w] != "" || isUpper(s.Tokens[i].Text) || s.Tokens[i].UPOS == "ADJ" || s.Tokens[i].UPOS == "NUM" {
			continue
		}
		if s.Tokens[i].UPOS == "PUNCT" || s.Tokens[i].UPOS == "VERB" || s.Tokens[i].UPOS == "ADP" {
			break
		}
	}
	m.Case, m.Actor = "'s", true
}

// headOf is the token of the mention that attaches outside of it.
func (f *finder) headOf(m *mention) int {
	s := &f.doc.Sentences[m.Sent]
	for i := m.Lo; i < m.Hi; i++ {
		if h := s.Tokens[i].Head; s.Tokens[i].Rel != "" && (h < m.Lo || h >= m.Hi) {
			return i
		}
	}
	return m.Hi - 1
}

// syntax decides by the tree, and by the word after the name, whether a place
// without a telling preposition acts, is acted on, or is merely there.
func (f *finder) syntax(s *text.Sentence, m *mention) {
	next := lowerAt(s, m.Hi)
	switch {
	case !m.feature && bodies[next] && m.Case != "from" && m.part == "":
		m.Actor = true // "Bamako police", also in "near Bamako police headquarters"
		return
	case locals[next] || isNumber(wordAt(s, m.Hi)) && m.Case == "":
		m.strong = m.strong || locals[next]
		m.Actor = m.Actor || locals[next] && m.Case == ""
		return
	case m.Case != "":
		return
	case happening[next]:
		m.Place.Role = "in"
		return
	}
	h := f.headOf(m)
	t := &s.Tokens[h]
	rel := t.Rel
	for n := 0; rel == "conj" && t.Head >= 0 && n < 4; n++ {
		t = &s.Tokens[t.Head]
		rel = t.Rel
	}
	if t.Head < 0 {
		return
	}
	verb := &s.Tokens[t.Head]
	switch base, _, _ := strings.Cut(rel, ":"); base {
	case "nsubj", "csubj":
		f.asSubject(m, verb, rel)
	case "obj", "iobj":
		if role, ok := receiving[verb.Lemma]; ok {
			m.Place.Role, m.strong = role, true
		} else {
			m.Actor = !m.feature
		}
	case "compound", "nmod":
		if bodies[verb.Lower] || titles[verb.Lower] {
			m.Actor = true
		}
	}
}

// asSubject reads the subject of a verb: countries act, places that undergo do
// not.
func (f *finder) asSubject(m *mention, verb *text.Token, rel string) {
	if role, ok := receiving[verb.Lemma]; ok && strings.HasSuffix(rel, "pass") {
		m.Place.Role, m.strong = role, true
		return
	}
	if m.feature || m.unit || m.part != "" {
		return
	}
	if undergone[verb.Lemma] && !f.isCountry(m.query) {
		m.strong = m.strong || verb.Lemma == "fall"
		return
	}
	ms := f.lookup(m.query)
	if len(ms) == 0 {
		return
	}
	if k := kindOf(&ms[0].Place); k == "country" {
		m.Actor = true
	} else if verb.UPOS == "VERB" {
		m.Actor = k == "capital" || k == "town" || k == "admin"
	}
}
