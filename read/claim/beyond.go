package claim

import (
	"slices"

	"tocsin"
)

// beyond writes, beside what lay all on one side of a town, how far off it all was: "all lay more
// than 700 kilometres south of Bangkok".
func (s *sentence) beyond(k tocsin.Claim, p spot, it elements, used [][2]int) {
	for _, t := range it.towns {
		q, u, _, far := s.lengthFrom(t)
		if !far || t.hi != p.hi || q.op != ">" && q.op != ">=" {
			continue
		}
		c := k
		near := t.place
		near.Relation = withinWords(q.value, u)
		of := *k.Of
		of.Measure = "events"
		c.Form, c.Of, c.Value, c.Unit, c.Places, c.Than = tocsin.FormCount, &of, tocsin.Number(0), tocsin.Events, []tocsin.Place{near}, nil
		s.compose(c, q.lo, t.hi, used...)
		return
	}
}

// callsTown reports at word i what a town of the claims is called: "the port of Pemba", "the mining
// town of Kolwezi", "the Borno State capital, Maiduguri".
func (u *use) callsTown(words []wordAt, i int) bool {
	k := i
	for k < i+2 && !slices.Contains(settlements, lowAt(words, k)) {
		k++
	}
	if k == i+2 || k > i && capitalWord(words[i].text) {
		return false
	}
	for k++; lowAt(words, k) == "of" || slices.Contains(settlements, lowAt(words, k)); k++ {
	}
	return k < len(words) && capitalWord(words[k].text) && u.words[words[k].low]
}
