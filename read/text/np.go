package text

// NP returns the base noun phrase of head i as tokens [lo,hi).
func (s *Sentence) NP(i int) (lo, hi int) { return i, i + 1 }
