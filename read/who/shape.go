package who

import (
	"tocsin/read/text"
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
	if titleStart(s, lo, 0) < lo || lo > 0 && kin[s.Tokens[lo-1].Lemma] && s.Tokens[lo-1].XPOS == "NN" {
		return "person"
	}
	if hi == lo+1 && acronym(s.Tokens[lo].Text) {
		return "group"
	}
	return f.byContext(s, lo, hi)
}

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
	for s.Tokens[head].Is("conj") && s.Tokens[head].Head >= 0 && s.Tokens[head].Head < lo {
		head = s.Tokens[head].Head
		up = s.Tokens[head].Head
	}
	if placeStarts[s.Tokens[lo].Lower] || s.Child(head, "case") >= 0 && s.Tokens[s.Child(head, "case")].Lower == "on" {
		return "unknown"
	}
	if s.Tokens[head].Is("nsubj") && up >= 0 && agentVerbs[s.Tokens[up].Lemma] && n > 1 {
		return "person"
	}
	if s.Tokens[head].Is("obj") && up >= 0 && placeVerbs[s.Tokens[up].Lemma] {
		return "unknown"
	}
	if n >= 2 && n <= 4 && !f.articled(s, lo) {
		return "person"
	}
	return "unknown"
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
