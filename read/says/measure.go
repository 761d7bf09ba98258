package says

// measures are the nouns that tell how far or how long, and never speak.
var measures = map[string]bool{"kilometre": true, "kilometer": true, "km": true, "mile": true, "metre": true, "meter": true, "hour": true,
	"minute": true, "day": true, "week": true, "month": true, "year": true}

// notMeasure gives a cue the noun that a distance or a span belongs to, where the
// tree takes the distance for the subject: "residents of a hamlet a few kilometres
// from the scene said", "two days after the ministry announced".
func (v *view) notMeasure(s source, glo int) source {
	if s.head < 0 || s.head >= glo || !measures[v.Tok(s.head).Lemma] {
		return s
	}
	if w := v.Tok(s.nhi).Lower; (w == "after" || w == "before") && v.isNoun(glo-1) && glo-1 > s.nhi {
		return v.phraseOf(glo-1, s.nhi+1, glo)
	}
	first := -1
	for k := s.nlo - 1; k >= 0 && !v.punct(k) && !v.IsVerb(k) && v.Tok(k).UPOS != "SCONJ"; k-- {
		if v.isNoun(k) {
			first = k
		}
	}
	if first < 0 || first+1 < s.nlo && v.Tok(first-1).UPOS == "ADP" {
		return s
	}
	return v.phraseOf(first, 0, s.nlo)
}
