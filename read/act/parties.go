package act

import (
	"slices"

	"tocsin/read/text"
)

// Whether those who are said to act are parties to what is said.

// quarrel reports whether those who clash are single persons, who fight with
// words: "the premier clashed with the president over the budget".
func (e *extractor) quarrel(it *Item) bool {
	return len(it.Actors) > 0 && !slices.ContainsFunc(it.Actors, func(a Arg) bool {
		m, ok := e.Who.At(e.sent, a.Head)
		return !ok || m.Type != "person" || m.How == "pronoun" && e.s.Tokens[a.Head].Lower == "they"
	})
}

// several reports whether a doer is more than one party: "the two presidents".
func (e *extractor) several(args []Arg) bool {
	return slices.ContainsFunc(args, func(a Arg) bool {
		return slices.ContainsFunc(e.s.Tokens[a.Lo:a.Hi], func(t text.Token) bool {
			return t.UPOS == "NUM" || t.Lower == "both" || t.Lower == "leaders" || t.Lower == "sides" || t.Lower == "parties" || t.Lower == "delegations"
		})
	})
}

// fewOnly reports an event of which the text says that hardly anybody did it: "few
// agree on what followed".
func (e *extractor) fewOnly(it *Item) bool {
	return len(it.Actors) == 1 && it.Actors[0].Lo >= 0 && it.Actors[0].Lo <= it.Actors[0].Head && slices.ContainsFunc(e.s.Tokens[it.Actors[0].Lo:it.Actors[0].Head+1], func(t text.Token) bool {
		return t.Lower == "few" || t.Lower == "hardly"
	}) && e.s.Tokens[it.Actors[0].Lo].Lower != "a"
}

// oneSubject drops what the parser took for a second subject: two subjects that
// are not coordinated are a name and its apposition.
func (e *extractor) oneSubject(subj []int) []int {
	if len(subj) < 2 {
		return subj
	}
	return slices.DeleteFunc(slices.Clone(subj), func(t int) bool {
		joined := slices.ContainsFunc(e.s.Children(t), func(c int) bool { return e.s.Tokens[c].Rel == "cc" })
		return t != subj[0] && !joined && (e.s.Tokens[t].Rel == "nsubj:pass" || e.s.Tokens[t].Rel == "nsubj")
	})
}
