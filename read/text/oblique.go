package text

import "strings"

// oblique reads the prepositional phrase of head j, and those coordinated with
// it: "in Mali and Niger" gives two with the same case. A direction or distance
// is part of the case: "north of Gao", "200 miles from Bamako".
func (s *Sentence) oblique(j int) []Oblique {
	if inner := s.innerPlace(j); inner >= 0 {
		out := s.oblique(inner)
		if len(out) > 0 {
			lo, _ := s.NP(j)
			lo = s.caseStart(j, lo)
			if at := out[0].CaseTok; at > lo {
				out[0].Case, out[0].CaseTok = s.lowerText(lo, s.caseEnd(inner)), lo
			}
			return out
		}
	}
	first := Oblique{Head: j, CaseTok: -1}
	for _, k := range s.ChildrenBy(j, "case", "mark") {
		if k > j || s.Tokens[k].Lower == "'s" {
			continue
		}
		if first.CaseTok < 0 {
			first.CaseTok = s.widenCase(k)
		}
		first.CaseTok = s.widenMeasure(first.CaseTok)
		first.Case = s.lowerText(first.CaseTok, max(s.fixedEnd(k), k+1))
	}
	out := []Oblique{first}
	for _, k := range s.ChildrenBy(j, "conj") {
		more := s.oblique(k)
		if more[0].Case == "" && s.Tokens[k].UPOS != "VERB" {
			more[0].Case, more[0].CaseTok = first.Case, first.CaseTok
		}
		out = append(out, more...)
	}
	return out
}

// innerPlace returns the noun that a direction word or a measure of length
// leads to, or -1: Gao in "north of Gao", Bamako in "200 miles from Bamako".
func (s *Sentence) innerPlace(j int) int {
	t := &s.Tokens[j]
	if !directions[t.Lower] && !lengths[t.Lower] {
		return -1
	}
	if s.Child(j, "case") >= 0 && !directions[t.Lower] && s.Tokens[s.Child(j, "case")].Lower != "within" {
		return -1 // in the north of Mali, for 200 miles: places and lengths of their own
	}
	if s.Child(j, "det") >= 0 {
		return -1
	}
	for _, k := range s.ChildrenBy(j, "advmod") { // as far west as Kayes: far, west, Kayes
		if k > j && directions[s.Tokens[k].Lower] {
			if inner := s.innerPlace(k); inner >= 0 {
				return inner
			}
		}
	}
	for _, k := range s.ChildrenBy(j, "nmod", "obl") {
		c := s.Child(k, "case")
		if k > j && c >= 0 && c > j && s.IsNominal(k) {
			switch s.Tokens[c].Lower {
			case "of", "from", "to", "outside", "inside", "away", "as", "toward", "towards":
				return k
			}
		}
	}
	return -1
}

var directions = words(`north south east west northeast northwest southeast southwest north-east north-west south-east south-west
	ahead outside inside out front back instead because regardless close next far away up down prior due thanks upstream downstream`)

var lengths = words(`mile miles km kms kilometer kilometers kilometre kilometres metres meters yards feet hours minutes`)

// caseStart is where the words before an inner place begin: a case before the
// noun phrase ("within 200 miles of") or the phrase itself.
func (s *Sentence) caseStart(j, lo int) int {
	for _, k := range s.ChildrenBy(j, "case", "advmod", "nummod", "obl:unmarked", "nmod:unmarked") {
		if k < lo && lo-k <= 6 {
			from, _ := s.Subtree(k)
			lo = min(k, max(from, k-4))
		}
	}
	return lo
}

// caseEnd is the end of the case words that stand before the noun phrase of j.
func (s *Sentence) caseEnd(j int) int {
	end := j
	for _, k := range s.ChildrenBy(j, "case") {
		if k < j {
			end = max(s.fixedEnd(k), k+1)
		}
	}
	return end
}

func (s *Sentence) fixedEnd(k int) int {
	end := k + 1
	for _, j := range s.ChildrenBy(k, "fixed") {
		end = max(end, j+1)
	}
	return end
}

// widenCase takes in the words that make one preposition with the one at k:
// "as far south as", "ahead of", "because of", "as well as".
func (s *Sentence) widenCase(k int) int {
	low := s.Tokens[k].Lower
	if low == "as" {
		for j := k - 1; j >= 0 && k-j <= 4; j-- {
			if s.Tokens[j].Lower == "as" {
				return j
			}
		}
	}
	if k > 0 && (low == "of" || low == "to" || low == "from") && directions[s.Tokens[k-1].Lower] && s.Tokens[k-1].UPOS != "NOUN" {
		if k > 1 && s.Tokens[k-2].Lower == "in" {
			return k - 2
		}
		return k - 1
	}
	return k
}

// widenMeasure takes in a distance before the case: "some 20 miles from",
// "15 km north of".
func (s *Sentence) widenMeasure(k int) int {
	m := k - 1
	if m >= 0 && lengths[s.Tokens[m].Lower] && m > 0 && s.Tokens[m-1].UPOS == "NUM" {
		k = m - 1
		for k > 0 && (s.Tokens[k-1].UPOS == "NUM" || s.Tokens[k-1].UPOS == "ADV" && s.Tokens[k-1].Head == k || quantifies(s.Tokens[k-1].Lower)) {
			k--
		}
	}
	return k
}

// lowerText joins the lower-cased tokens [lo,hi) by blanks.
func (s *Sentence) lowerText(lo, hi int) string {
	if hi-lo == 1 {
		return s.Tokens[lo].Lower
	}
	parts := make([]string, 0, max(hi-lo, 0))
	for j := lo; j < hi; j++ {
		parts = append(parts, s.Tokens[j].Lower)
	}
	return strings.Join(parts, " ")
}
