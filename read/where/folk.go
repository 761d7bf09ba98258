package where

import (
	"strings"

	"tocsin/read/text"
)

// Which words of a document name a people and no place.

// kin are nouns for people who are called by their people's name. Residents, police and
// officials are called by their town's as well.
var kin = set(`community communities people tribe tribes tribesmen clan clans herders herdsmen pastoralists militia militias militiamen militants
	fighters insurgents volunteers groups villagers villages hamlets families youths civilians men women`)

// readFolk notes the words that the document uses for a people: behind "ethnic", or before
// two of their nouns and never as where something is ("Kuki militants", "a Kuki village"),
// and the plural of such a name ("the Kukis"). One noun is not enough: "Kashmir insurgents".
func (f *finder) readFolk() {
	named, placed := map[string]bool{}, map[string]bool{}
	kindred := map[string]string{}
	for i := range f.doc.Sentences {
		s := &f.doc.Sentences[i]
		for k := range s.Tokens {
			w := s.Tokens[k].Lower
			if !isUpper(s.Tokens[k].Text) || len(w) < 4 || calendar[w] || closed[w] {
				continue
			}
			named[w] = true
			next := lowerAt(s, k+1)
			switch prev := wordAt(s, k-1); {
			case prev == "ethnic":
				kindred[w] = "ethnic"
				f.folk[w] = true
			case next != "" && kin[next]:
				if before := kindred[w]; before != "" && before != next {
					f.folk[w] = true
				}
				kindred[w] = next
			case next != "" && s.Tokens[k+1].UPOS == "NOUN":
			case preps[prev] != "-" && prev != "of" && prev != "from" && prev != "to" && prev != "including" && preps[prev] != "" || prev == "in" || prev == "across":
				placed[w] = true
			}
		}
	}
	for w := range named {
		one, plural := strings.CutSuffix(w, "s")
		if plural && named[one] && kindred[one] != "" {
			f.folk[w], f.folk[one] = true, true
		}
	}
	for w := range f.folk {
		if placed[w] || f.isCountry(titleCase(w)) {
			delete(f.folk, w)
		}
	}
}

// titleCase gives a word its capital back.
func titleCase(w string) string { return strings.ToUpper(w[:1]) + w[1:] }

// ofWhom reports that the noun at token i before "of" tells whose settlement it is, not
// what it is called: "a settlement of Meiteis", not "the settlement of Yida".
func ofWhom(s *text.Sentence, i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		switch s.Tokens[k].Lower {
		case "a", "an":
			return s.Tokens[i].Lower != "suburb" && s.Tokens[i].Lower != "municipality"
		}
		if s.Tokens[k].UPOS != "ADJ" && s.Tokens[k].UPOS != "NOUN" {
			return false
		}
	}
	return false
}
