package claim

// ownForms reads the sentences whose form no word of a pattern tells but all of them together:
// one country that takes the first place from another, all that fell on one day, how long it
// was from the first event to the last. It reports whether it read one; the patterns are not
// tried then.
func (s *sentence) ownForms() bool {
	if s.overtook() || s.rankedUnit() {
		return true
	}
	if noun, _ := s.violence(); noun < 0 {
		return false
	}
	return s.noneOfStates() || s.spread() || s.inTime() || s.shareWhere() || s.shifted() || s.twoCircles()
}
