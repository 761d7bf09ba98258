package who

import (
	"strings"

	"tocsin/read/text"
)

type pronoun struct {
	pronoun string // he, she, it, they
	typ     string
	plural  bool
}

var pronouns = map[string]pronoun{
	"he": {"he", "person", false}, "him": {"he", "person", false}, "his": {"he", "person", false}, "himself": {"he", "person", false},
	"she": {"she", "person", false}, "her": {"she", "person", false}, "hers": {"she", "person", false}, "herself": {"she", "person", false},
	"it": {"it", "unknown", false}, "its": {"it", "unknown", false}, "itself": {"it", "unknown", false},
	"they": {"they", "unknown", true}, "them": {"they", "unknown", true}, "their": {"they", "unknown", true}, "themselves": {"they", "unknown", true},
}

// refers reports whether the pronoun at t stands for something: not the it of
// "it is unclear", "it rained", "it appears that", nor "himself" after a name.
func (f *finder) refers(s *text.Sentence, t int) bool {
	tok := &s.Tokens[t]
	if tok.Is("expl") {
		return false
	}
	if t > 0 && len(tok.Lower) > 5 && strings.HasSuffix(tok.Lower, "self") && s.IsNominal(t-1) {
		return false // "Kouffa himself"
	}
	if tok.Lower == "himself" || tok.Lower == "herself" || tok.Lower == "itself" || tok.Lower == "themselves" {
		return !tok.Is("nmod:unmarked", "nmod:npmod", "obl:npmod", "obl:unmarked", "appos", "advmod", "dep")
	}
	if tok.Lower == "it" && tok.Is("obj") && tok.Head >= 0 && sayings[s.Tokens[tok.Head].Lemma] {
		return false // what was said
	}
	if tok.Lower != "it" || !tok.Is("nsubj") || tok.Head < 0 {
		return true
	}
	up := tok.Head
	for _, c := range s.Children(up) {
		if s.Tokens[c].Is("ccomp", "csubj", "xcomp", "advcl") && (s.Tokens[up].UPOS == "ADJ" || impersonal[s.Tokens[up].Lemma]) {
			return false
		}
	}
	return !impersonal[s.Tokens[up].Lemma] && !(s.Tokens[up].UPOS == "ADJ" && s.Child(up, "cop") >= 0 && unclear[s.Tokens[up].Lemma])
}

var (
	impersonal = words(`seem appear turn happen rain snow remain emerge follow take mean`)
	sayings    = words(`deny confirm say know do claim doubt admit believe mean announce repeat report call`)
	unclear    = words(`unclear clear unknown likely unlikely possible impossible uncertain certain true important early late difficult necessary`)
)
