package hedge

// Score puts a reading onto the scale of factuality corpora: +3 it certainly
// happened, -3 it certainly did not, 0 nobody commits. Unlike Certainty it is
// what a reader would believe: what a named source reports counts as nearly so.
func Score(r Reading) float64 {
	s := 2.7
	switch r.Inner {
	case "probable":
		s = 1.2
	case "possible":
		s = 0.4
	case "unknown":
		s = 0
	}
	if r.Certainty.Polarity == "is_not" {
		s = -s
	}
	if r.Purpose || r.Hypothetical || r.Asked {
		s = 0
	}
	return s
}
