package who

import (
	"strings"

	"tocsin/read/text"
	"tocsin/read/who/internal/names"
)

// shape guesses what a run names from its own words and what stands beside it.
func (f *finder) shape(s *text.Sentence, lo, hi int) string {
	last := s.Tokens[hi-1].Lower
	if hi < len(s.Tokens) && placeHeads[s.Tokens[hi].Lower] {
		return "place"
	}
	if placeHeads[last] && !orgHeads[last] && !orgHeads[s.Tokens[lo].Lower] {
		return "place"
	}
	if w := s.SpanOf(lo, hi).In(f.doc.Text); newsrooms[strings.ToLower(w)] {
		return "organisation"
	}
	if thingHeads[last] {
		return "thing"
	}
	for k := lo; k < hi; k++ {
		if w := s.Tokens[k].Lower; orgHeads[w] {
			if groupHeads[w] {
				return "group"
			}
			return "organisation"
		}
	}
	if hi < len(s.Tokens) && groupNouns[s.Tokens[hi].Lemma] {
		return "group"
	}
	if f.bearsTitle(s, lo, hi) || lo > 0 && kin[s.Tokens[lo-1].Lemma] && s.Tokens[lo-1].XPOS == "NN" {
		return "person"
	}
	if hi == lo+1 && acronym(s.Tokens[lo].Text) {
		if kind, _ := f.kindOf(s, lo, hi); kind == names.None || kind == names.Other {
			return "unknown"
		}
		return "group"
	}
	return f.byModel(s, lo, hi, f.byContext(s, lo, hi))
}

// bearsTitle reports whether a title before a name makes it a person's. Of a
// plural ("veteran Republicans") and, in small letters, of an acronym ("major GOP
// donors") it is an adjective.
func (f *finder) bearsTitle(s *text.Sentence, lo, hi int) bool {
	title := titleStart(s, lo, 0)
	if title == lo || s.Tokens[hi-1].XPOS == "NNPS" && hi == lo+1 {
		return false
	}
	return hi > lo+1 || !acronym(s.Tokens[lo].Text) || capital(s.Tokens[title].Text)
}

// byModel settles a name by the model of names where it is sure, against what
// the words around it say.
func (f *finder) byModel(s *text.Sentence, lo, hi int, typ string) string {
	kind, lead := f.kindOf(s, lo, hi)
	first := s.Tokens[lo].Lower
	if given := herNames[first] || hisNames[first]; !given && typ == "unknown" && f.mayBePlace(s, lo, hi) {
		return typ
	}
	if hi == lo+1 {
		if (herNames[first] || hisNames[first]) && kind != names.Organisation && kind != names.Place && typ != "place" {
			return "person"
		}
		if lead < sureAlone && !(kind == names.Person && typ == "unknown" && speaks(s, lo)) {
			return typ
		}
	}
	switch kind {
	case names.Person:
		return "person"
	case names.Organisation:
		if typ != "place" && lead >= sureBody {
			return "organisation"
		}
	case names.Place, names.Other:
		if typ == "person" {
			return "unknown"
		}
	case names.None:
		if typ == "person" && lead > 0 && (lo == s.Dateline || s.Tokens[lo].UPOS != "PROPN" || s.Tokens[hi-1].UPOS != "PROPN") {
			return "unknown"
		}
	}
	return typ
}

// speaks reports whether the word is the subject of what only people and their
// bodies do.
func speaks(s *text.Sentence, i int) bool {
	t := &s.Tokens[i]
	return t.Rel == "nsubj" && t.Head >= 0 && agentVerbs[s.Tokens[t.Head].Lemma]
}

// How far the model must be ahead to overrule the words around: for a word
// alone, and for a body. Chosen on the development part of UNER English EWT.
const (
	sureAlone = 25
	sureBody  = 25
)

// byContext settles a name by its neighbours: after a locative preposition it
// is a place, unless it acts or has a human apposition.
func (f *finder) byContext(s *text.Sentence, lo, hi int) string {
	head := headOf(s, lo, hi)
	for _, c := range s.Children(head) {
		t := &s.Tokens[c]
		if t.Is("appos") && roleNouns[t.Lemma] {
			return "person"
		}
		if t.Is("acl:relcl") && s.Child(c, "nsubj") >= 0 && s.LemmaIs(s.Child(c, "nsubj"), "who") {
			return "person"
		}
	}
	up := s.Tokens[head].Head
	if up >= 0 && s.Tokens[head].Is("appos", "flat", "compound") && roleNouns[s.Tokens[up].Lemma] {
		return "person"
	}
	if lo > 0 && locative[s.Tokens[lo-1].Lower] || s.Tokens[head].Is("obl") && s.Child(head, "case") >= 0 && locative[s.Tokens[s.Child(head, "case")].Lower] {
		return "place"
	}
	if lo > 0 && (s.Tokens[lo-1].Lower == "of" || s.Tokens[lo-1].Lower == "from") && lo > 1 && placeHeads[s.Tokens[lo-2].Lower] {
		return "place"
	}
	n := nameWords(s, lo, hi)
	head = conjuncts(s, head, lo)
	up = s.Tokens[head].Head
	if placeStarts[s.Tokens[lo].Lower] || s.Child(head, "case") >= 0 && s.Tokens[s.Child(head, "case")].Lower == "on" {
		return "unknown"
	}
	if s.Tokens[head].Is("nsubj") && up >= 0 && agentVerbs[s.Tokens[up].Lemma] && n > 1 {
		return "person"
	}
	if f.mayBePlace(s, lo, hi) {
		return "unknown"
	}
	if n >= 2 && n <= 4 && !f.articled(s, lo) {
		return "person"
	}
	return "unknown"
}

// conjuncts returns the first of the names before lo that the one headed by head
// is coordinated with.
func conjuncts(s *text.Sentence, head, lo int) int {
	for s.Tokens[head].Is("conj") && s.Tokens[head].Head >= 0 && s.Tokens[head].Head < lo {
		head = s.Tokens[head].Head
	}
	return head
}

// mayBePlace reports whether a name begins as places' names do, or is what is
// captured, shelled or left.
func (f *finder) mayBePlace(s *text.Sentence, lo, hi int) bool {
	head := conjuncts(s, headOf(s, lo, hi), lo)
	up := s.Tokens[head].Head
	return placeStarts[s.Tokens[lo].Lower] || s.Tokens[head].Is("obj") && up >= 0 && placeVerbs[s.Tokens[up].Lemma]
}

// nameWords counts the words of a name without hyphens and what joins them.
func nameWords(s *text.Sentence, lo, hi int) int {
	n := 0
	for i := lo; i < hi; i++ {
		if !tight[s.Tokens[i].Lower] {
			n++
		}
	}
	return n
}

// placeStarts begin the names of places far more often than those of persons.
var placeStarts = words(`san santa santo saint st new port puerto porto fort cape cabo cap rio lake mount mt buenos sao ciudad tel addis kuala phnom
	el ras wadi deir tin ain oued bir jebel jabal umm nizhny veliky los las monte villa upper lower greater old great`)

// placeVerbs take a place as often as a person for their object.
var placeVerbs = words(`attack capture seize take shell bomb enter reach leave hit raid visit control hold occupy besiege retake liberate storm strike cross`)

// articled reports whether "the" stands before the name: no person's does.
func (f *finder) articled(s *text.Sentence, lo int) bool {
	return lo > 0 && s.Tokens[lo-1].Lower == "the"
}
