package where

import (
	"cmp"
	"slices"

	"tocsin/read/text"
)

// demonym notes the country or large region whose people or adjective token i is:
// "Malian soldiers" say that the text is about Mali, and are no place.
func (f *finder) demonym(sent, i int) {
	w := f.doc.Sentences[sent].Tokens[i].Text
	if !isUpper(w) {
		return
	}
	p, ok := f.g.PeopleOf(w)
	if !ok {
		return
	}
	f.votes[p.Country]++
	f.asides = append(f.asides, &mention{Found: Found{Sent: sent, Lo: i, Hi: i + 1, Ground: -1, Actor: true, InName: true},
		query: p.Name, coord: -1, demonym: true})
}

// asideIn notes the place in a longer name: "Dublin City Council", "Air
// Zimbabwe". It is no place of the text, and tells where the text is at home. In
// names that may be a person's it is one only if the document bears it out.
func (f *finder) asideIn(sent, lo, hi int, body bool) {
	s := &f.doc.Sentences[sent]
	note := func(a, b int) {
		f.asides = append(f.asides, &mention{Found: Found{Sent: sent, Lo: a, Hi: b, Ground: -1, Actor: true, InName: true},
			query: words(s, a, b), coord: -1, tentative: !body})
	}
	for mid := min(hi, lo+5); mid > lo; mid-- {
		if f.passing(s, lo, mid) {
			note(lo, mid)
			return
		}
	}
	for a := max(lo+1, hi-4); a < hi; a++ {
		if f.passing(s, a, hi) && (!body || f.wellKnown(words(s, a, hi))) {
			note(a, hi)
			return
		}
	}
}

// passing reports whether tokens [lo, hi) are the name of a place and not a word
// that says what sort of thing something is.
func (f *finder) passing(s *text.Sentence, lo, hi int) bool {
	first, last := &s.Tokens[lo], &s.Tokens[hi-1]
	if organisations[last.Lower] || titles[first.Lower] || closed[first.Lower] && first.Lower != "new" || hi-lo == 1 && common(first.Lower) {
		return false
	}
	name := words(s, lo, hi)
	if allCaps(first.Text) && !f.isCountry(name) && len(first.Text) < 5 {
		return name == "EU"
	}
	return isUpper(last.Text) && f.known(name)
}

// borneOut reports whether the document makes a place of a name in passing: it
// names it as a place elsewhere, or speaks of places close by.
func (f *finder) borneOut(m *mention) bool {
	if len(m.matches) == 0 {
		return false
	}
	if s := &f.doc.Sentences[m.Sent]; m.Hi-m.Lo == 1 && !m.demonym && !f.sure[m.query] && !f.wellKnown(m.query) {
		if w := s.Tokens[m.Lo].Lower; f.lower[w] || hardly[w] || m.tentative && f.persons[w] > 0 {
			return false
		}
	}
	if !m.tentative {
		return true
	}
	p := &m.matches[0].Place
	return f.sure[m.query] || p.Code == "ADM1" && f.said.units[unitOf(p)] > 0.5 || spot(p) && f.said.near(p) > nearby
}

// nearby is how much must lie about a place named in passing: half a clear name.
const nearby = 0.5

// merged are all places in order of appearance.
func (f *finder) merged() []Found {
	taken := make(map[[2]int]bool) // sentence and token
	for _, m := range f.found {
		for i := m.Lo; i < m.Hi; i++ {
			taken[[2]int{m.Sent, i}] = true
		}
	}
	all := slices.Clone(f.found)
	for _, m := range f.asides {
		if !taken[[2]int{m.Sent, m.Lo}] && !taken[[2]int{m.Sent, m.Hi - 1}] && f.borneOut(m) {
			all = append(all, m)
			taken[[2]int{m.Sent, m.Lo}], taken[[2]int{m.Sent, m.Hi - 1}] = true, true
		}
	}
	slices.SortStableFunc(all, func(a, b *mention) int { return cmp.Or(cmp.Compare(a.Sent, b.Sent), cmp.Compare(a.Lo, b.Lo)) })
	at := make(map[*mention]int, len(all))
	for i, m := range all {
		at[m] = i
	}
	out := make([]Found, len(all))
	for i, m := range all {
		f.finish(m)
		out[i] = m.Found
		if m.Ground >= 0 {
			out[i].Ground = at[f.found[m.Ground]]
		}
	}
	return out
}
