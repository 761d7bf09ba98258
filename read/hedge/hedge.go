package hedge

import (
	"cmp"
	"slices"

	"tocsin"
	"tocsin/read/text"
)

// A Reading is how the author of the report stands to one predicate.
type Reading struct {
	Certainty    tocsin.Certainty
	Condition    *tocsin.Condition // nil where it hangs on nothing
	Inner        string            // the degree as the content has it, before "reported" hides it
	Outcome      string            // attempted, agreed, failed, succeeded, under_way where a verb or adjective tells, else ""
	Future       bool              // it is yet to come, as seen from the text
	Hypothetical bool              // inside an if-clause, or contrary to fact
	Asked        bool              // a question, or what nobody knows
	Purpose      bool              // what somebody wants, plans or orders: "to depose"
	Counter      bool              // contrary to fact: "would have"
	Loose        bool              // behind "that" under a verb that no list knows
	Shunned      bool              // what somebody wants not to happen: "urged them to avoid travelling"
}

// Assess reads the predicate at token tok of sentence sent (an index, from 0).
// Attributed says that says.For found a speaker for it: then the basis is
// reported and the degree unknown, for the author does not vouch.
func Assess(doc *text.Doc, sent, tok int, attributed bool) Reading {
	return defaults().Assess(doc, sent, tok, attributed)
}

// Assess is Assess by another lexicon.
func (lex *Lexicon) Assess(doc *text.Doc, sent, tok int, attributed bool) Reading {
	return lex.judge(doc).Assess(sent, tok, attributed)
}

// degrees are the words for state.deg.
var degrees = []string{"unknown", "possible", "probable", "certain"}

// A state is what is known so far of a predicate: polarity 1, -1 or 0 for
// unknown; degree 3 certain to 0 unknown; and in what mood it stands.
type state struct {
	pol, deg                             int
	reported, inferred, noEvidence       bool
	future, hyp, asked, planned, counter bool
	outcome                              string
}

// plain is a state that nothing qualifies.
var plain = state{pol: 1, deg: 3}

// certainty puts the state into the words of a statement.
func (s state) certainty(cues []tocsin.Cue) tocsin.Certainty {
	pol, deg, basis := "is", degrees[s.deg], "asserted"
	switch {
	case s.pol < 0:
		pol = "is_not"
	case s.pol == 0:
		pol = "unknown"
	}
	switch {
	case s.noEvidence:
		pol, deg, basis = "unknown", "unknown", "no_evidence"
	case s.asked:
		pol, deg = "unknown", "unknown"
	case s.planned, s.hyp && !s.counter:
		pol, deg = "unknown", "unknown"
	}
	switch {
	case s.noEvidence:
	case s.reported:
		deg, basis = "unknown", "reported"
	case s.inferred && pol != "unknown":
		basis = "inferred"
	}
	if pol == "unknown" {
		deg = "unknown"
	}
	return tocsin.NewCertainty(pol, deg, basis, cues...)
}

// sorted returns the cues found, in the order of the text, each once.
func (r *reader) sorted() []tocsin.Cue {
	slices.SortFunc(r.cues, func(a, b tocsin.Cue) int {
		return cmp.Or(cmp.Compare(a.Span[0], b.Span[0]), cmp.Compare(b.Span[1], a.Span[1]))
	})
	out := []tocsin.Cue{}
	for _, c := range r.cues {
		if n := len(out); n > 0 && out[n-1].Span.Contains(c.Span) {
			continue
		}
		out = append(out, c)
	}
	return out
}
