package read

import (
	"slices"
	"strings"

	"tocsin"
	"tocsin/read/act"
	"tocsin/read/text"
	"tocsin/read/where"
)

// What an item's own words do not bear out: a deed that goes on only in what is to come,
// or of which somebody is suspected; a description that is a verb, or stands in the name
// of a place.

// unborne reports an item of which the words around its predicate say that it is none.
func (a *assembler) unborne(it *act.Item) bool {
	s := &a.doc.Sentences[it.Sent]
	switch it.Kind {
	case tocsin.KindTrait:
		return (it.Rel == "nationality" || it.Rel == "ethnicity") && (ofSeveral(s, it) || it.Rel == "ethnicity" && a.body(it)) || (it.Rel == "role" || it.Rel == "rank") && (s.Tokens[it.Pred].UPOS == "VERB" || a.inPlaceName(s, it) || mixedTitle(s, it))
	case tocsin.KindTie:
		return it.Rel == "alias_of" && ofInner(s, it)
	case tocsin.KindOutlook:
		return beforeCould(s, it.Pred) || wasDue(s, it.Pred)
	case tocsin.KindAim:
		return onSuspicion(s, it.Pred)
	case tocsin.KindEvent:
		return onSuspicion(s, it.Pred) || afraidOf(s, it.Pred) || willGoOn(s, it.Pred) || onlyAnnounced(it) || a.notLess(s, it) || ofReports(s, it.Pred) && len(a.speakersOf(it)) == 0 || a.otherAct(s, it) || onlyCalled(s, it) || headline(s, it.Pred) || onlyShown(s, it.Pred)
	}
	return false
}

// onSuspicion reports a gerund that only says of what somebody is suspected: "arrested
// six on suspicion of planning an attack", "on charges of plotting".
func onSuspicion(s *text.Sentence, pred int) bool {
	return pred > 1 && s.Tokens[pred].XPOS == "VBG" && s.Tokens[pred-1].Lower == "of" &&
		s.LemmaIs(pred-2, "suspicion", "charge", "allegation", "accusation", "count", "ground", "pretext", "fear", "risk")
}

// willGoOn reports a gerund behind a verb of going on that stands under a modal: "will
// probably go on striking villages".
func willGoOn(s *text.Sentence, pred int) bool {
	if s.Tokens[pred].XPOS != "VBG" {
		return false
	}
	h := s.Tokens[pred].Head
	if h < 0 || h >= pred || pred-h > 3 || s.Tokens[h].UPOS != "VERB" {
		return false
	}
	c := s.ClauseOf(h)
	return c >= 0 && s.Clauses[c].Verb == h && len(s.Clauses[c].Modals) > 0 && (pred == h+1 || s.Tokens[pred-1].Lower == "on" || s.Tokens[pred-1].UPOS == "ADV")
}

// onlyAnnounced reports what somebody has announced and may do later: "announced an
// investigation".
func onlyAnnounced(it *act.Item) bool {
	return strings.HasPrefix(it.Rule, "light announce ") &&
		slices.Contains([]string{"investigation", "withdrawal", "mobilisation", "assault", "negotiation", "visit", "aid", "release", "protest", "strike"}, it.Act)
}

// notLess reports the event of a noun whose clause denies something else of it than that
// it happened: "attacks have not diminished".
func (a *assembler) notLess(s *text.Sentence, it *act.Item) bool {
	if !strings.HasPrefix(it.Rule, "noun ") || a.hedge.Assess(it.Sent, it.Pred, false).Certainty.Polarity != "is_not" {
		return false
	}
	return slices.ContainsFunc(s.Clauses, func(c text.Clause) bool {
		return c.Neg >= 0 && slices.Contains(c.Subj, it.Pred) && !s.LemmaIs(c.Verb, befalling...) && c.Verb != it.Pred
	})
}

// ofReports reports what is told of those of whom there are only reports: "followed up on
// reports of a man injured by shelling".
func ofReports(s *text.Sentence, pred int) bool {
	h := s.Tokens[pred].Head
	if h < 0 || !s.Tokens[pred].Is("acl") || s.Tokens[h].UPOS != "NOUN" {
		return false
	}
	up := s.Tokens[h].Head
	c := s.Child(h, "case")
	return up >= 0 && c >= 0 && s.Tokens[c].Lower == "of" && s.LemmaIs(up, "report", "allegation", "rumour", "rumor", "claim", "account")
}

// beforeCould reports what came to nothing: "died before she could be taken to hospital".
func beforeCould(s *text.Sentence, pred int) bool {
	return slices.ContainsFunc(s.Clauses, func(c text.Clause) bool {
		return c.Verb == pred && (c.Mark == "before" || c.Mark == "until") && slices.ContainsFunc(c.Modals, func(m int) bool {
			return s.Tokens[m].Lower == "could" || s.Tokens[m].Lower == "would"
		})
	})
}

// wasDue reports what was due at a past time: "schools, which were due to reopen".
func wasDue(s *text.Sentence, pred int) bool {
	h := s.Tokens[pred].Head
	if h < 0 || h >= pred || !slices.Contains([]string{"due", "scheduled", "planned", "set", "supposed", "meant", "slated"}, s.Tokens[h].Lower) {
		return false
	}
	return slices.ContainsFunc(s.ChildrenBy(h, "cop", "aux"), func(i int) bool {
		return i < h && (s.Tokens[i].Lower == "was" || s.Tokens[i].Lower == "were" || s.Tokens[i].Lower == "been" || s.Tokens[i].Lower == "had")
	})
}

// inPlaceName reports a title that is the first word of a place's name: "in Sheikh Jarrah,
// a family was told to leave".
func (a *assembler) inPlaceName(s *text.Sentence, it *act.Item) bool {
	if !titled(it) {
		return false
	}
	lo, hi := it.Actors[0].Lo, it.Actors[0].Hi
	if lo == 0 || !slices.Contains([]string{"in", "at", "near", "around", "outside", "inside"}, s.Tokens[lo-1].Lower) {
		return false
	}
	return hi >= len(s.Tokens) || s.Tokens[hi].XPOS != "POS" && s.Tokens[hi].UPOS != "NOUN"
}

// mixedTitle reports a title cut from two: "governor Mullah" of "the governor Mullah X".
func mixedTitle(s *text.Sentence, it *act.Item) bool {
	if it.Value == nil || len(it.Actors) == 0 || s.Tokens[it.Actors[0].Lo].UPOS != "NOUN" {
		return false
	}
	w := strings.Fields(it.Value.Text)
	return len(w) == 2 && w[0] == strings.ToLower(w[0]) && w[1] != strings.ToLower(w[1])
}

// ofInner reports a name that is that of the group, not of its members: "suspected members
// of the group known as X".
func ofInner(s *text.Sentence, it *act.Item) bool {
	return slices.ContainsFunc(it.Recipients, func(g act.Arg) bool {
		return g.Hi-1 > g.Head && g.Hi < len(s.Tokens) && s.Tokens[g.Hi].UPOS == "VERB" && s.Tokens[g.Head+1].Lower == "of"
	})
}

// prune takes out of an item the parties that the words give to something else: a point of
// the compass, a deed that somebody is said to suffer, a second half that only says of the
// first who they are ("11 passengers, all men").
func (a *assembler) prune(it *act.Item) {
	s := &a.doc.Sentences[it.Sent]
	if it.Kind == tocsin.KindQuestion {
		owner := func(g act.Arg) bool { return s.Tokens[g.Head].XPOS == "PRP$" } // "his whereabouts"
		it.Actors = slices.DeleteFunc(slices.Clone(it.Actors), owner)
		if c := it.Content; c != nil {
			c.Actors = slices.DeleteFunc(slices.Clone(c.Actors), owner)
		}
	}
	if it.Kind != tocsin.KindEvent {
		return
	}
	it.Recipients = slices.DeleteFunc(slices.Clone(it.Recipients), func(g act.Arg) bool {
		return s.Tokens[g.Head].UPOS == "ADV" || s.Tokens[g.Head].UPOS == "PUNCT" || s.Tokens[g.Head].XPOS == "WP" || s.Tokens[g.Head].XPOS == "PRP$" || g.Lo < g.Head && s.Tokens[g.Lo].XPOS == "VBD" || a.aside(s, it, g) || slices.Contains(roughs, it.Act) && a.deed(it.Sent, g.Head) || beforeStrike(s, it, g)
	})
}

// aside reports a list's second member that a comma alone joins to the first and that opens
// with "all" or "most".
func (a *assembler) aside(s *text.Sentence, it *act.Item, g act.Arg) bool {
	return g.Lo > it.Pred+1 && s.Tokens[g.Lo-1].Text == "," && slices.Contains([]string{"all", "most", "both", "mostly", "mainly"}, s.Tokens[g.Lo].Lower)
}

// deed reports a noun that is the predicate of another event, or one of blows.
func (a *assembler) deed(sent, tok int) bool {
	s := &a.doc.Sentences[sent]
	return s.Tokens[tok].UPOS == "NOUN" && (s.LemmaIs(tok, attacks...) || a.rough(sent, tok))
}

// beforeStrike reports a name before the noun of a blow from the air: whose strikes they
// are, not whom they hit.
func beforeStrike(s *text.Sentence, it *act.Item, g act.Arg) bool {
	return g.Hi <= it.Pred && s.Tokens[it.Pred].UPOS == "NOUN" && s.LemmaIs(it.Pred, "strike", "airstrike", "raid", "bombardment") && s.Tokens[g.Head].UPOS == "PROPN"
}

// outward reports a place to or from which nobody of the item goes: "at the entrance to X",
// "seized explosives in a truck from X".
func (a *assembler) outward(it *act.Item, f *where.Found) bool {
	s := &a.doc.Sentences[f.Sent]
	if f.Case == "to" && slices.Contains([]string{"assault", "arrest", "destruction", "clash", "restriction", "abduction", "seizure", "looting"}, it.Act) {
		return true
	}
	if t := s.Tokens; f.Case == "" && f.Hi < len(t) && (t[f.Hi].UPOS == "NOUN" || t[f.Hi].Lower == "national") && it.Kind == tocsin.KindEvent && (f.Kind == "country" && !where.Local(t[f.Hi].Lower) ||
		f.Lo > 0 && t[f.Lo-1].UPOS == "DET" && where.Local(t[f.Hi].Lower) && f.Hi+1 < len(t) && t[f.Hi+1].Lower == "of") {
		return true // "a US national", "the Twa hamlet of X"
	}
	if it.Kind != tocsin.KindEvent || !slices.Contains(roughs, it.Act) && it.Act != "seizure" && it.Act != "looting" || f.Case != "from" || f.Lo < 2 || f.Lo-2 <= it.Pred || s.Tokens[f.Lo-2].UPOS != "NOUN" {
		return false
	}
	n := f.Lo - 2
	return s.Child(n, "case") >= 0 && s.Tokens[n].Is("nmod", "obl") && !a.timeOver(f.Sent, n)
}

// holdsNear reports the second of two places that a comma joins, of which only the first is
// near: "near the centre of X, Y" is in Y.
func (a *assembler) holdsNear(f *where.Found) bool {
	if f.Place.Relation == "" || f.Lo < 2 || a.doc.Sentences[f.Sent].Tokens[f.Lo-1].Text != "," {
		return false
	}
	return slices.ContainsFunc(a.where, func(g where.Found) bool {
		return g.Sent == f.Sent && g.Hi == f.Lo-1 && g.Place.Relation == f.Place.Relation && g.Place.Role == f.Place.Role
	})
}
