package read

import (
	"slices"
	"strings"

	"tocsin/read/act"
	"tocsin/read/text"
	"tocsin/read/where"
)

// otherAct reports an item whose words are those of another act: two buses that "were fired
// upon" were not dismissed, an organisation that "has protested in writing" did not march,
// and flights to a town that were suspended are no sanction.
func (a *assembler) otherAct(s *text.Sentence, it *act.Item) bool {
	next := ""
	if it.Pred+1 < len(s.Tokens) {
		next = s.Tokens[it.Pred+1].Lower
	}
	switch it.Act {
	case "dismissal":
		return s.LemmaIs(it.Pred, "fire") && slices.Contains([]string{"upon", "on", "at", "into"}, next)
	case "protest":
		return s.LemmaIs(it.Pred, "protest") && len(it.Actors) > 0 && !slices.ContainsFunc(it.Actors, func(g act.Arg) bool {
			m, ok := a.mentionAt(it.Sent, g.Head)
			return !(ok && (m.Type == "organisation" || m.Type == "state")) && !strings.HasSuffix(s.Tokens[g.Head].Text, "NGO")
		})
	case "sanction":
		return len(it.Actors) == 0 && s.LemmaIs(it.Pred, "suspend", "halt", "cancel", "stop") && !slices.ContainsFunc(it.Recipients, func(g act.Arg) bool {
			m, ok := a.mentionAt(it.Sent, g.Head)
			return ok && m.Type != "unknown" || slices.ContainsFunc(a.where, func(f where.Found) bool {
				return f.Sent == it.Sent && g.Head >= f.Lo && g.Head < f.Hi && f.Kind == "country"
			})
		})
	case "seizure":
		return len(it.Recipients) > 0 && !slices.ContainsFunc(it.Recipients, func(g act.Arg) bool { return s.Tokens[g.Head].UPOS != "NUM" })
	}
	return false
}

// onlyCalled reports a doer that is the predicate of "be": of "insisted that the dead were
// farmers and blocked the road" no farmers blocked it.
func onlyCalled(s *text.Sentence, it *act.Item) bool {
	return slices.ContainsFunc(it.Actors, func(g act.Arg) bool {
		c := s.Child(g.Head, "cop")
		return c >= 0 && c < g.Head && g.Head < it.Pred && s.Tokens[c].Finite()
	})
}

// headline reports the noun of a title in capitals: "SHOOTING AT CHECKPOINT".
func headline(s *text.Sentence, pred int) bool {
	w := s.Tokens[pred].Text
	return len(w) > 3 && w == strings.ToUpper(w)
}

// onlyShown reports what something is only said to show: "videos purport to show the
// killing of two guards".
func onlyShown(s *text.Sentence, pred int) bool {
	h := s.Tokens[pred].Head
	if h < 0 || !s.Tokens[pred].Is("obj") || !s.LemmaIs(h, "show", "depict", "prove", "document", "record", "capture") {
		return false
	}
	up := s.Tokens[h].Head
	return up >= 0 && s.Tokens[h].Is("xcomp") && s.LemmaIs(up, "purport", "appear", "seem", "claim", "allege", "say")
}

// ofSeveral reports one of two peoples of which several are: "Twa and Bantu leaders" are not
// all Twa.
func ofSeveral(s *text.Sentence, it *act.Item) bool {
	t := s.Tokens
	p := it.Pred
	joined := func(i int) bool {
		return i > 0 && i+1 < len(t) && (t[i].Lower == "and" || t[i].Lower == "or") && (t[i-1].UPOS == "ADJ" || t[i-1].UPOS == "PROPN") && (t[i+1].UPOS == "ADJ" || t[i+1].UPOS == "PROPN")
	}
	return len(it.Actors) > 0 && (joined(p+1) && p+2 < it.Actors[0].Hi || joined(p-1) && p-2 >= it.Actors[0].Lo)
}

// body reports a trait of an organisation, which is of no people: "the Chin human rights
// organisation".
func (a *assembler) body(it *act.Item) bool {
	return slices.ContainsFunc(it.Actors, func(g act.Arg) bool {
		m, ok := a.mentionAt(it.Sent, g.Head)
		return ok && m.Type == "organisation" || a.doc.Sentences[it.Sent].LemmaIs(g.Head, "organisation", "organization", "association", "agency", "committee", "party", "union")
	})
}
