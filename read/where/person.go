package where

import (
	"strings"

	"tocsin/read/text"
)

// familyName remembers the last word of what is a person's name by its form: a
// title and a name, or two to four words that no gazetteer has and that do not
// begin as places do.
func (f *finder) familyName(s *text.Sentence, lo, hi int) {
	titled := titles[s.Tokens[lo].Lower] && lo+1 < hi
	if titled {
		lo++
	} else if lo > 0 && titles[s.Tokens[lo-1].Lower] {
		titled = true
	}
	if !titled && (hi-lo < 2 || hi-lo > 4 || len(f.lookup(words(s, lo, hi))) > 0) {
		return
	}
	for _, t := range s.Tokens[lo:hi] {
		w := t.Lower
		if _, dir := directions[w]; dir || admins[w] || settlements[w] || features[w] || organisations[w] {
			return
		}
	}
	last := hi - 1
	for last > lo+1 && s.Tokens[last-1].Text == "-" {
		last -= 2 // "Flores-Aráoz" is one word
	}
	w := strings.ToLower(words(s, last, hi))
	f.family[w] = f.family[w] || titled
}

// locative are the prepositions behind which a name is a place, whoever else
// bears it.
var locative = set("in at near outside around within inside across throughout dateline border between beyond along")

// namesake reports whether a name is that of a person whom the document names in
// full: "an inquiry into Merino" after "President Manuel Merino". A country, a
// great town without a titled namesake, and what stands behind "in" stay places.
func (f *finder) namesake(m *mention) bool {
	titled, ok := f.family[strings.ToLower(m.query)]
	if !ok || m.container != "" || m.unit || m.dateline || locative[m.Case] || strings.HasSuffix(m.Case, " of") || m.Case == "of" && !m.Actor {
		return false
	}
	if f.isCountry(m.query) {
		return false
	}
	ms := f.lookup(m.query)
	return len(ms) == 0 || titled || ms[0].Place.Population < bigTown && ms[0].Place.Code != "PPLC"
}

// listedActors makes countries in a list act where the last of them does: "Turkey,
// Qatar and the United States condemned it".
func (f *finder) listedActors() {
	for i := len(f.found) - 2; i >= 0; i-- {
		m, next := f.found[i], f.found[i+1]
		if m.Sent != next.Sent || m.Actor || !next.Actor || m.Case != "" || !f.isCountry(m.query) || next.Lo-m.Hi > 3 {
			continue
		}
		s := &f.doc.Sentences[m.Sent]
		joined := next.Lo > m.Hi
		for k := m.Hi; k < next.Lo; k++ {
			w := s.Tokens[k].Lower
			joined = joined && (w == "," || w == "and" || w == "the")
		}
		m.Actor = joined
	}
}
