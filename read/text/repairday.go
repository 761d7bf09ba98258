package text

var dayParts = words(`night morning evening afternoon`)

// fixFrontedDay reads "On Sunday night soldiers fired" and "On 3 May militants killed two":
// a day that opens a clause without a comma is no part of its subject.
func (s *Sentence) fixFrontedDay() {
	for i := range s.Tokens {
		if w := s.Tokens[i].Lower; w != "on" && w != "in" || i > 0 && s.Tokens[i-1].UPOS != "PUNCT" {
			continue
		}
		lo, hi := i+1, i+1
		for hi < len(s.Tokens) && s.dayWord(hi, lo) {
			hi++
		}
		n := s.subjectOverDay(lo, hi)
		if n < 0 {
			continue
		}
		v, day := s.Tokens[n].Head, lo
		if s.Tokens[lo].UPOS != "NUM" && dayParts[s.Tokens[hi-1].Lower] {
			day = hi - 1
		}
		rel := "nsubj"
		if s.Child(v, "aux:pass") >= 0 {
			rel = "nsubj:pass"
		}
		s.Tokens[n].Rel = rel
		for j := lo; j < hi; j++ {
			switch {
			case j == day:
				s.Tokens[j].Head, s.Tokens[j].Rel = v, "obl"
			case j < day:
				s.Tokens[j].Head, s.Tokens[j].Rel = day, "compound"
			default:
				s.Tokens[j].Head, s.Tokens[j].Rel = day, "nmod:unmarked"
			}
		}
		s.Tokens[i].Head, s.Tokens[i].Rel = day, "case"
	}
}

// dayWord reports whether token k goes on with a day or month that begins at lo.
func (s *Sentence) dayWord(k, lo int) bool {
	t := &s.Tokens[k]
	switch {
	case weekdays[t.Lower], months[t.Lower]:
		return true
	case dayParts[t.Lower]:
		return k > lo
	}
	return t.UPOS == "NUM" && len(t.Text) <= 4 && t.Text[0] >= '0' && t.Text[0] <= '9' && (k == lo && k+1 < len(s.Tokens) && months[s.Tokens[k+1].Lower] || k > lo && months[s.Tokens[k-1].Lower])
}

// subjectOverDay returns the noun to which the parser hung the day at [lo,hi) before it,
// and which is the subject of the verb behind, or -1.
func (s *Sentence) subjectOverDay(lo, hi int) int {
	if hi == lo || hi >= len(s.Tokens) {
		return -1
	}
	n := -1
	for j := lo; j < hi; j++ {
		if h := s.Tokens[j].Head; h >= hi && s.Tokens[j].Is("compound", "nummod", "nmod:desc", "amod", "flat", "nmod:poss") {
			n = h
		}
	}
	if n < 0 || !s.IsNominal(n) {
		return -1
	}
	if v := s.Tokens[n].Head; v < n || s.Tokens[v].UPOS != "VERB" || !s.Tokens[n].Is("obl", "nsubj", "nsubj:pass", "obl:unmarked") || !s.finite(v) {
		return -1
	} else if x := s.Child(v, "nsubj", "nsubj:pass"); x >= 0 && x != n {
		return -1
	}
	return n
}
