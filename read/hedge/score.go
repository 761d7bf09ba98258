package hedge

// Score puts a reading onto the scale of factuality corpora: +3 it certainly
// happened, -3 it certainly did not, 0 nobody commits. It is what a reader would
// believe: what somebody reports counts as nearly so, and what is yet to come
// counts as not having happened. The numbers were chosen on the train parts of
// UW and UDS-It-Happened-2 (testdata/score.txt); Certainty, not Score, is what
// the author says.
func Score(r Reading) float64 {
	s := map[string]float64{"certain": 2.7, "probable": 0.9, "possible": 0.3, "unknown": 0.1}[r.Inner]
	switch {
	case r.Counter:
		return -0.4
	case r.Asked:
		s = min(s, 1.3)
		if r.Inner != "certain" || r.Future || r.Purpose {
			s = -0.2
		}
	case r.Hypothetical:
		return 0
	case r.Purpose:
		s = 0.2
	case r.Outcome == "attempted", r.Outcome == "agreed":
		s = min(s, 0.8)
	case r.Certainty.Basis == "no_evidence", r.Certainty.Polarity == "unknown":
		s = 0.1
	case r.Certainty.Polarity == "is_not":
		return map[string]float64{"certain": -2, "probable": -1.5, "possible": -1.2, "unknown": -0.2}[r.Inner]
	case r.Certainty.Basis == "reported":
		s = min(s, 2.4)
	case r.Certainty.Basis == "inferred":
		s = 1.4
	}
	if r.Future {
		s = min(s-0.2, 0.4)
	}
	if c := r.Condition; c != nil && (c.Kind == "if" || c.Kind == "unless") && !r.Future {
		s -= 1
	}
	return s
}
