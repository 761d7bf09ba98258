package claim

// contestedLands are lands that their own side and the state fought over; package check knows
// whose war that is.
var contestedLands = [][]string{{"transnistria"}, {"transdniestria"}, {"abkhazia"}, {"south", "ossetia"}, {"nagorno-karabakh"}, {"nagorno", "-", "karabakh"}, {"karabakh"}, {"kosovo"}, {"chechnya"}, {"aceh"}}

// foughtOver is the land of "the war over Transnistria", in place of the side that fought for
// it.
func (s *sentence) foughtOver() (out []actorSpan) {
	for i := range s.toks {
		if !s.is(i, "over") || !s.is(i-1, "war", "wars", "conflict", "fighting", "battle", "struggle", "clashes", "hostilities") {
			continue
		}
		for _, land := range contestedLands {
			if hi := i + 1 + len(land); s.seq(i+1, land...) {
				out = append(out, actorSpan{lo: i + 1, hi: hi, text: s.text(i+1, hi)})
			}
		}
	}
	return out
}
