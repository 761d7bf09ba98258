package read

import "tocsin/read/text"

// afraidOf reports a gerund that only fills out an adjective: "afraid of being arrested",
// "capable of striking". Of what somebody is guilty, proud or tired it has been done.
func afraidOf(s *text.Sentence, pred int) bool {
	h := s.Tokens[pred].Head
	if h < 0 || h > pred || s.Tokens[h].UPOS != "ADJ" || s.LemmaIs(h, "guilty", "proud", "ashamed", "sick", "tired", "weary", "aware", "full") {
		return false
	}
	m := s.Child(pred, "mark", "case")
	return m > h && m < pred && (s.Tokens[m].Lower == "of" || s.Tokens[m].Lower == "about")
}
