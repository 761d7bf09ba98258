package act

import "slices"

// topical reports a place or time, the token tok, that belongs to what is said rather
// than to the saying: "criticised the 2011 intervention in Libya", "was convicted of
// a murder in Gao". A time that hangs on the verb itself is the saying's.
func (e *extractor) topical(it *Item, tok, lo int, preds []int, place bool) bool {
	a, _ := e.Book.Act(it.Act)
	switch a.Plover {
	case "ACCUSE", "REJECT", "REQUEST", "THREATEN", "SUPPORT":
	default:
		if it.Act != "conviction" {
			return false
		}
	}
	if len(preds) == 0 || lo < preds[0] {
		return false
	}
	if !e.isVerbal(preds[0]) || len(preds) > 1 { // "an inquiry into the beating of a man in Gao"
		return place && !slices.Contains(preds, e.s.Tokens[tok].Head)
	}
	if it.Act == "conviction" && e.ofCrime(preds[0], lo) {
		return true
	}
	return place || !slices.Contains(preds, e.s.Tokens[tok].Head)
}

// ofCrime reports that what somebody is convicted of stands between the verb and token
// lo: whose place or time follows is not sure.
func (e *extractor) ofCrime(verb, lo int) bool {
	for i := verb + 1; i < lo; i++ {
		if w := e.s.Tokens[i].Lower; (w == "of" || w == "for" || w == "over") && e.s.Tokens[i].Head >= 0 && e.s.Tokens[e.s.Tokens[i].Head].Head == verb {
			return true
		}
	}
	return false
}

// isVerbal reports a predicate that is a verb.
func (e *extractor) isVerbal(tok int) bool { return e.s.Tokens[tok].UPOS == "VERB" }
